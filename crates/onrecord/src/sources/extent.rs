//! Where a reported content begins and ends.

use super::context::Context;
use crate::data::cues;
use crate::lexer::{Kind, Tag};
use crate::span::Span;
use std::ops::Range;

/// The content that begins at token `start` and runs at most to `end`: cut where another attribution of the writer's takes over.
pub fn reported(context: &Context, start: usize, end: usize, clausal: bool) -> Span {
    let mut stop = end;
    let mut at = start + 1;
    while at < end {
        if let Some(stretch) = context.stretch_at(at) {
            at = context.ranges.get(stretch).map_or(at + 1, |range| range.end.max(at + 1));
            continue;
        }
        if cuts(context, at, end, clausal) {
            stop = at;
            break;
        }
        at += 1;
    }
    trim(context, start..stop)
}

/// Does the writer take over at token `at`?
fn cuts(context: &Context, at: usize, end: usize, clausal: bool) -> bool {
    let token = context.tokens.at(at);
    let word = context.text.slice(token.span);
    if word == ";" {
        return true;
    }
    if word != "," && word != "—" && word != "–" && word != "--" {
        return !clausal
            && matches!(token.lower(), "and" | "but" | "while" | "when" | "after" | "because" | "as" | "during")
            && is_cue_after(context, at, end);
    }
    let next = context.tokens.at(at + 1);
    if next.lower() == "according" {
        return true;
    }
    if next.tag == Tag::Ing && is_saying(next.lemma()) {
        return true;
    }
    if matches!(next.lower(), "but" | "and" | "while" | "though" | "although") {
        return is_cue_after(context, at + 1, end)
            || (next.lower() == "but" && !clausal)
            || (matches!(next.lower(), "while" | "though" | "although") && !clausal);
    }
    !clausal && matches!(next.lower(), "which" | "who" | "a" | "with" | "as" | "after" | "when")
}

/// ", and said", ", but she added": a cue verb right after the conjunction at `at`.
fn is_cue_after(context: &Context, at: usize, end: usize) -> bool {
    let first = at + 1;
    (first..end.min(first + 3)).any(|i| {
        let token = context.tokens.at(i);
        matches!(token.tag, Tag::Past | Tag::VerbS)
            && is_saying(token.lemma())
            && (i == first || matches!(context.tokens.at(i - 1).tag, Tag::Pronoun | Tag::Adverb))
    })
}

/// A verb that mostly attributes when it has a clause.
fn is_saying(lemma: &str) -> bool {
    cues::find(lemma).is_some_and(|cue| cue.weight(cues::Frame::That) >= 0.7 || cue.weight(cues::Frame::Adverbial) >= 0.6)
}

/// The words of `range` without the punctuation at their edges, except marks that have their partner inside.
pub fn trim(context: &Context, range: Range<usize>) -> Span {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_edge(context, start) {
        start += 1;
    }
    while start < end && is_edge(context, end - 1) {
        end -= 1;
    }
    let mut span = context.tokens.span(start..end);
    // A mark at the edge belongs to the content where its stretch does: that “it holds.”
    if end < range.end
        && context.tokens.at(end).kind == Kind::Mark
        && context.stretch_at(end).is_some_and(|i| context.ranges.get(i).is_some_and(|r| r.start >= start && r.end <= end + 1))
    {
        span = span.hull(context.tokens.at(end).span);
    }
    span
}

fn is_edge(context: &Context, i: usize) -> bool {
    let token = context.tokens.at(i);
    token.kind == Kind::Punctuation
        && matches!(context.text.slice(token.span), "," | "." | ";" | ":" | "—" | "–" | "--" | "-" | "..." | "…" | "..")
}

/// The end of the sentence's words: the token after its last word.
pub fn sentence_end(context: &Context, sentence: usize) -> usize {
    context.sentence(sentence).end
}
