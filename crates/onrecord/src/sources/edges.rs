//! Contents that the tagger sees, in whole phrases: no content ends after "the", or between "Ana" and "Ruiz".
//!
//! Labels are chosen token by token; where they stop amid a phrase, the limit moves to the one at which the labels of all tokens in between
//! lose least.

use super::candidate::{Candidate, ranges};
use super::clause::is_auxiliary;
use super::context::Context;
use super::extent;
use super::tagged::Tagged;
use crate::lexer::{Kind, Tag};
use std::ops::Range;

/// So far a limit moves, in tokens.
const REACH: usize = 30;

/// The candidate with limits between phrases.
pub fn settled(context: &Context, tagged: &Tagged, mut candidate: Candidate) -> Candidate {
    let all: Vec<Range<usize>> = ranges(context, &candidate).collect();
    let source = candidate.source.map_or(0..0, |source| source.start..source.end);
    let taken = |token: usize| candidate.cue.contains(&token) || source.contains(&token) || tagged.is_tag(token);
    let mut content = Vec::with_capacity(all.len());
    for (i, range) in all.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| all.get(i)).map_or(0, |range| range.end);
        let after = all.get(i + 1).map_or(usize::MAX, |range| range.start);
        let limits = limits(context, range, before..after, taken);
        let whole = whole(context, tagged, range, &limits);
        let span = candidate.content.get(i).copied().unwrap_or_default();
        content.push(if whole == *range { span } else { extent::trim(context, whole) });
    }
    candidate.content = content;
    candidate
}

/// How far the limits of `range` may move: not out of its sentences, nor over words in marks, nor over what is `taken`.
fn limits(context: &Context, range: &Range<usize>, room: Range<usize>, taken: impl Fn(usize) -> bool) -> Range<usize> {
    let sentence = |token: usize| context.sentence(context.tokens.at(token).sentence);
    let free = |token: &usize| !taken(*token) && context.stretch_at(*token).is_none();
    let first = sentence(range.start).start.max(room.start).max(range.start.saturating_sub(REACH));
    let last = sentence(range.end.saturating_sub(1)).end.min(room.end).min(range.end + REACH);
    let start = (first..range.start).rev().take_while(free).last().unwrap_or(range.start);
    let end = (range.end..last).take_while(free).last().map_or(range.end, |last| last + 1);
    start..end
}

fn whole(context: &Context, tagged: &Tagged, range: &Range<usize>, limits: &Range<usize>) -> Range<usize> {
    let gain = |token: usize| tagged.gain(token);
    let mut end = range.end;
    if !ends_phrase(context, end) {
        let (mut sum, mut best) = (0, i32::MIN);
        for at in range.end..limits.end {
            sum += gain(at);
            if ends_phrase(context, at + 1) && sum > best {
                (best, end) = (sum, at + 1);
            }
        }
        sum = 0;
        for at in (range.start + 1..range.end).rev() {
            sum -= gain(at);
            if ends_phrase(context, at) && sum > best {
                (best, end) = (sum, at);
            }
        }
    }
    range.start..end
}

/// Can a phrase end before the token `end`?
fn ends_phrase(context: &Context, end: usize) -> bool {
    let (last, next) = (context.tokens.at(end.saturating_sub(1)), context.tokens.at(end));
    if next.sentence != last.sentence || matches!(next.kind, Kind::Punctuation | Kind::Mark) || context.stretch_at(end - 1).is_some() {
        return true;
    }
    let noun = next.tag.is_noun();
    match last.tag {
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Modal | Tag::Wh => false,
        Tag::Adjective | Tag::Number | Tag::Noun => !noun && next.tag != Tag::Genitive,
        Tag::Name => next.tag != Tag::Name && next.tag != Tag::Genitive,
        Tag::Adverb => !next.tag.is_verb(),
        _ => !(is_auxiliary(context.tokens, end - 1) && next.tag.is_verb()),
    }
}
