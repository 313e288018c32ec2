//! `features`: the very tokens and features that the tagger reads, with gold labels, for its training.

use crate::gold::{Article, Attribution};
use crate::letters::Range;
use crate::rows::Result;
use crate::shared::Places;
use onrecord::export::{OffsetMap, Offsets};
use onrecord::sources::{self, Window};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print what the tagger reads of each article, one a line: windows of tokens with their features, places and gold labels
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles, or articles without gold
    gold: PathBuf,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    super::print_each(places, &options.gold, line)
}

fn line(gold: &Article) -> String {
    let trace = onrecord::trace(&gold.text, &onrecord::Options::default().with_tagger(false));
    let table = OffsetMap::new(&gold.text, Offsets::Chars);
    let windows = sources::windows(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches);
    let place = |i: &usize| {
        let raw = trace.text.to_raw(trace.tokens.at(*i).span);
        (table.from_byte(raw.start), table.from_byte(raw.end))
    };
    let windows: Vec<_> = windows.iter().map(|window| row(window, &window.tokens.iter().map(place).collect::<Vec<_>>(), gold)).collect();
    json!({"id": gold.id, "windows": windows}).to_string()
}

/// A window: `x` the features, `at` the places, `y` the labels, `links` the first tokens of content, source and cue.
fn row(window: &Window, places: &[Range], gold: &Article) -> serde_json::Value {
    let features: Vec<Vec<u16>> =
        window.features.iter().map(|f| [f.word, f.prefix, f.suffix].into_iter().chain(f.small.map(u16::from)).collect()).collect();
    let labels = Labels::of(places, &gold.attributions);
    json!({"x": features, "at": places, "y": labels.labels, "links": labels.links})
}

/// Labels as numbers: 0 outside, then begin and inside of source (1, 2), cue (3, 4) and content (5, 6).
struct Labels {
    labels: Vec<u8>,
    links: Vec<[Option<usize>; 3]>,
}

impl Labels {
    fn of(places: &[Range], gold: &[Attribution]) -> Self {
        let mut labels = vec![0; places.len()];
        let mut links = Vec::new();
        for attribution in gold {
            let roles = &attribution.roles;
            for (role, spans) in [(5, &roles.content), (1, &roles.source), (3, &roles.cue)] {
                for span in spans {
                    mark(&mut labels, places, *span, role);
                }
            }
            let first = |spans: &[Range]| spans.iter().find_map(|span| inside(places, *span).next());
            for span in &roles.content {
                links.extend(inside(places, *span).next().map(|at| [Some(at), first(&roles.source), first(&roles.cue)]));
            }
        }
        Self { labels, links }
    }
}

fn mark(labels: &mut [u8], places: &[Range], span: Range, begin: u8) {
    for (n, i) in inside(places, span).enumerate() {
        labels[i] = begin + u8::from(n > 0);
    }
}

/// The tokens that begin in a span, or that it begins in.
fn inside(places: &[Range], span: Range) -> std::ops::Range<usize> {
    let start = places.partition_point(|place| place.1 <= span.0);
    start..places.partition_point(|place| place.0 < span.1).max(start)
}
