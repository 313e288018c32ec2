//! Two attributions in one sentence: Ruiz told the council it holds *and says* the road will; Osk wants a toll, *and Brill wants* none.
//!
//! A reading that takes the second for a part of what the first one reports is no better for being sure of its first words.

use super::context::Context;
use super::{Attribution, select};
use crate::lexer::Tag;
use crate::span::Span;

/// Leaves out readings that run on into another attribution, where there is one with the same cue that ends before it.
pub fn without(context: &Context, mut all: Vec<Attribution>) -> Vec<Attribution> {
    all.sort_by_key(Attribution::start);
    let runs_on: Vec<bool> = all.iter().map(|whole| runs_on(context, &all, whole)).collect();
    all.into_iter().zip(runs_on).filter(|(_, runs_on)| !runs_on).map(|(attribution, _)| attribution).collect()
}

fn runs_on(context: &Context, all: &[Attribution], whole: &Attribution) -> bool {
    let [words] = whole.content.as_slice() else { return false };
    let start = all.partition_point(|other| other.start() < words.start);
    let inside = || all.iter().skip(start).take_while(|other| other.start() < words.end).take(24);
    let ends = |at: usize| inside().any(|other| same_cue(other, whole) && other.content.iter().all(|span| span.end <= at));
    inside().filter_map(|other| begins(context, whole, *words, other)).any(ends)
}

fn same_cue(a: &Attribution, b: &Attribution) -> bool {
    a.cue.as_ref().zip(b.cue.as_ref()).is_some_and(|((a, _), (b, _))| a.meets(*b))
}

/// Where another attribution begins in the words of `whole`: with the next verb of the same source, or with a source of its own after "and",
/// unless that is "she", who may be the first one, in what she says.
fn begins(context: &Context, whole: &Attribution, words: Span, other: &Attribution) -> Option<usize> {
    let (cue, _) = other.cue.as_ref().filter(|(cue, _)| words.covers(*cue) && other.score >= select::ENOUGH)?;
    let source = other.source?;
    if whole.source.is_some_and(|own| own.meets(source)) {
        return Some(cue.start);
    }
    let start = context.tokens.within(source).start;
    let before = start.checked_sub(1).filter(|_| context.tokens.at(start).tag != Tag::Pronoun)?;
    let joined = words.covers(source) && matches!(context.tokens.at(before).lower(), "and" | "but" | "while");
    joined.then_some(source.start)
}
