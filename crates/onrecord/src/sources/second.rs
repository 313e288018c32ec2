//! Two attributions in one sentence: Ruiz told the council it holds *and says* the road will; Osk wants a toll, *and Brill wants* none.
//!
//! A reading that takes the second for a part of what the first one reports is no better for being sure of its first words.

use super::context::Context;
use super::{Attribution, select};
use crate::article::Attitude;
use crate::lexer::Tag;
use crate::order;
use crate::span::Span;

/// Leaves out readings that run on into another attribution, where there is one with the same cue that ends before it.
pub fn without(context: &Context, mut all: Vec<Attribution>) -> Vec<Attribution> {
    order::by_key(&mut all, Attribution::start);
    let gives_way: Vec<bool> = all.iter().map(|own| runs_on(context, &all, own) || is_inner(context, &all, own)).collect();
    all.into_iter().zip(gives_way).filter(|(_, gives_way)| !gives_way).map(|(attribution, _)| attribution).collect()
}

/// "Ruiz pledged *to seek a law*": what she pledged, not a second thing that she sought.
fn is_inner(context: &Context, all: &[Attribution], own: &Attribution) -> bool {
    let Some((cue, _)) = own.cue.as_ref().filter(|(cue, _)| context.tokens.at(context.tokens.after(cue.start)).tag == Tag::To) else {
        return false;
    };
    let start = all.partition_point(|other| other.start() < cue.start);
    let pledged = |other: &Attribution| {
        let same = other.source.zip(own.source).is_some_and(|(a, b)| a.meets(b));
        same && other.attitude == Attitude::Said && other.score >= select::ENOUGH
    };
    all.iter().skip(start).take_while(|other| other.start() == cue.start).take(24).any(pledged)
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
