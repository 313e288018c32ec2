//! Promised anonymity: "who spoke on condition of anonymity because she was not authorized to speak".

use super::view::View;
use super::{Mention, MentionKind};
use crate::lexer::{Kind, Tag};
use std::ops::Range;

/// Gives the promise of the sentence `[start, end)` to the mention that it is made to.
pub fn sentence(view: &View, start: usize, end: usize, found: &mut [Mention]) {
    let Some(clause) = clause(view, start, end) else { return };
    let reason = reason(view, clause.end, end);
    let whole = clause.start..reason.clone().map_or(clause.end, |reason| reason.end);
    let Some(mention) = promised(found, &clause) else { return };
    mention.anonymity = Some((view.span(whole), reason.map(|reason| view.span(reason))));
}

/// The nearest source without a name before the promise, else any nearest person, else the first behind it.
fn promised<'m>(found: &'m mut [Mention], clause: &Range<usize>) -> Option<&'m mut Mention> {
    let before = found.partition_point(|mention| mention.tokens.start < clause.start);
    let nameless = |m: &Mention| matches!(m.kind, MentionKind::Unnamed | MentionKind::Group | MentionKind::Role) && m.name.is_none();
    let human = |m: &Mention| nameless(m) || matches!(m.kind, MentionKind::Person | MentionKind::Pronoun);
    let head = found.get(..before).unwrap_or_default();
    let at = head.iter().rposition(nameless).or_else(|| head.iter().rposition(human)).or_else(|| {
        let behind = found.get(before..).unwrap_or_default();
        behind.iter().position(human).map(|i| before + i)
    })?;
    found.get_mut(at)
}

/// The words that promise: "who spoke on condition of anonymity", "asked not to be named".
fn clause(view: &View, start: usize, end: usize) -> Option<Range<usize>> {
    let at = (start..end).find(|i| match view.lower(*i) {
        "anonymity" | "anonymous" | "anonymously" => true,
        "named" | "identified" | "quoted" => declines_name(view, *i, start),
        _ => false,
    })?;
    let mut from = at;
    while from > start && at - from < 12 && !stops(view, from - 1) && view.tag(from) != Tag::Wh {
        from -= 1;
    }
    Some(from..at + 1)
}

/// "asked not to be named", "declined to be identified", "that she not be named"
fn declines_name(view: &View, named: usize, start: usize) -> bool {
    let mut before = (start.max(named.saturating_sub(4))..named).rev().map(|i| view.lower(i));
    before.next() == Some("be") && before.any(|word| matches!(word, "not" | "declined" | "refused"))
}

fn stops(view: &View, i: usize) -> bool {
    let token = view.at(i);
    token.kind == Kind::Mark
        || view.is_punct(i, ",")
        || view.is_punct(i, ";")
        || view.tag(i) == Tag::Name
        || matches!(view.lower(i), "said" | "told" | "says")
}

/// "because …", "to discuss …", "for fear of …", "citing …" right behind the promise, up to the comma or the end.
fn reason(view: &View, from: usize, end: usize) -> Option<Range<usize>> {
    let start = (from..end.min(from + 4)).find(|i| {
        matches!(view.lower(*i), "because" | "to" | "in" | "for" | "citing" | "as" | "since" | "due" | "given" | "while" | "so")
    })?;
    let fits = (from..start).all(|i| view.is_punct(i, ",") || view.tag(i) == Tag::Adverb)
        && (view.lower(start) != "in" || view.lower(start + 1) == "order");
    let stop = (start + 1..end).find(|i| view.is_punct(*i, ",") || view.is_punct(*i, ";") || view.at(*i).kind == Kind::Mark).unwrap_or(end);
    let stop = if stop == end && view.tag(end - 1) == Tag::Punctuation { end - 1 } else { stop };
    (fits && stop > start).then_some(start..stop)
}
