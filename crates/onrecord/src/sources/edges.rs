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
        let after = all.get(i + 1).map_or(usize::MAX, |range| range.start);
        let whole = range.start..end_of_phrase(context, tagged, range, furthest(context, range, after, taken));
        let span = candidate.content.get(i).copied().unwrap_or_default();
        content.push(if whole == *range { span } else { extent::trim(context, whole) });
    }
    candidate.content = content;
    candidate
}

/// How far the end of `range` may move: not out of its sentence, nor over words in marks, nor to `after`, nor over what is `taken`.
fn furthest(context: &Context, range: &Range<usize>, after: usize, taken: impl Fn(usize) -> bool) -> usize {
    let sentence = context.tokens.at(range.end.saturating_sub(1)).sentence;
    let last = context.sentence(sentence).end.min(after).min(range.end + REACH);
    let free = |token: &usize| !taken(*token) && context.stretch_at(*token).is_none();
    (range.end..last).take_while(free).last().map_or(range.end, |last| last + 1)
}

/// The end of the range, or, where a phrase cannot end there, the best one up to `furthest` or within the range.
fn end_of_phrase(context: &Context, tagged: &Tagged, range: &Range<usize>, furthest: usize) -> usize {
    if ends_phrase(context, range.end) {
        return range.end;
    }
    let (mut end, mut best, mut sum) = (range.end, i32::MIN, 0);
    for at in range.end..furthest {
        sum += tagged.gain(at);
        if ends_phrase(context, at + 1) && sum > best {
            (best, end) = (sum, at + 1);
        }
    }
    sum = 0;
    for at in (range.start + 1..range.end).rev() {
        sum -= tagged.gain(at);
        if ends_phrase(context, at) && sum > best {
            (best, end) = (sum, at);
        }
    }
    end
}

/// Can a phrase end before the token `end`?
fn ends_phrase(context: &Context, end: usize) -> bool {
    let before = end.saturating_sub(1);
    let (last, next) = (context.tokens.at(before), context.tokens.at(end));
    if next.sentence != last.sentence || matches!(next.kind, Kind::Punctuation | Kind::Mark) || context.stretch_at(before).is_some() {
        return true;
    }
    let noun = next.tag.is_noun();
    match last.tag {
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Modal | Tag::Wh => false,
        Tag::Adjective | Tag::Number | Tag::Noun => !noun && next.tag != Tag::Genitive,
        Tag::Name => next.tag != Tag::Name && next.tag != Tag::Genitive,
        Tag::Adverb => !next.tag.is_verb(),
        _ => !(is_auxiliary(context.tokens, before) && next.tag.is_verb()),
    }
}
