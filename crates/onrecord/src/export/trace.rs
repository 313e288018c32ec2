//! [`trace_to_json`]: why each quote was given to its speaker, for whoever shows it.

use super::{OffsetMap, Offsets};
use crate::mentions::Mention;
use crate::order;
use crate::pipeline::Trace;
use crate::sources::{Attribution, Voices};
use crate::span::Span;
use serde_json::{Value, json};

/// A mention further than this from the words is no candidate worth showing.
const NEAR: usize = 300;

/// So many candidates are shown, the nearest ones.
const CANDIDATES: usize = 8;

/// A JSON list with an entry for each attribution, in the order of the quotes of an article from which none is left out.
///
/// An entry has the `rule` that found it, the `score` of that rule, how sure `grammar` and `tagger` are each by itself (`null` where one has
/// nothing to say), the `speaker_score` of the choice among the candidates, and the mentions near the words as `candidates`: `{start, end,
/// kind, chosen}`, in the order of the text.
///
/// ```
/// use onrecord::{Options, export::{self, Offsets}};
/// let text = "“We will talk,” said Ana Ruiz.";
/// let json = export::trace_to_json(&onrecord::trace(text, &Options::new()), text, Offsets::Utf16);
/// assert!(json.contains(r#"{"start":21,"end":29,"kind":"person","chosen":true}"#), "{json}");
/// ```
pub fn trace_to_json(trace: &Trace, text: &str, offsets: Offsets) -> String {
    let map = OffsetMap::new(text, offsets);
    let entries = trace.attributions.iter().enumerate().map(|(i, found)| entry(trace, i, found, &map));
    Value::Array(entries.collect()).to_string()
}

fn entry(trace: &Trace, i: usize, found: &Attribution, map: &OffsetMap) -> Value {
    let certainty = trace.speakers.of.get(i).map(|(_, certainty)| certainty);
    let Voices { grammar, tagger } = found.voices;
    let candidates = candidates(trace, found, map);
    json!({ "rule": found.rule, "score": found.score, "grammar": grammar, "tagger": tagger, "speaker_score": certainty, "candidates": candidates })
}

/// The mentions near, in the order of the text; the chosen one is always among them.
fn candidates(trace: &Trace, found: &Attribution, map: &OffsetMap) -> Vec<Value> {
    let hull = found.content.iter().copied().reduce(Span::hull).unwrap_or_default();
    // Mentions stand in the order of the text, so that those that can be near are one stretch of the list.
    let first = trace.mentions.partition_point(|mention| mention.span.start + NEAR < hull.start);
    let reach = trace.mentions.iter().enumerate().skip(first).take_while(|(_, it)| it.span.start <= hull.end + NEAR);
    let mut near: Vec<(bool, usize, usize)> = reach.map(|(i, it)| (found.mention != Some(i), it.span.gap(hull), i)).collect();
    if let Some(far) = found.mention.filter(|i| near.iter().all(|(_, _, other)| other != i)) {
        near.push((false, 0, far));
    }
    order::by(&mut near, Ord::cmp);
    near.truncate(CANDIDATES);
    order::by_key(&mut near, |(_, _, i)| *i);
    near.into_iter().filter_map(|(other, _, i)| Some(candidate(trace, trace.mentions.get(i)?, !other, map))).collect()
}

fn candidate(trace: &Trace, mention: &Mention, chosen: bool, map: &OffsetMap) -> Value {
    let raw = trace.text.to_raw(mention.span);
    json!({ "start": map.from_byte(raw.start), "end": map.from_byte(raw.end), "kind": mention.kind.name(), "chosen": chosen })
}
