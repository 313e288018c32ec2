//! “A. ¶ “B,” she said: a quotation that opens anew with each paragraph and closes once is whole, whoever found only the part at the tag.

use super::Attribution;
use super::context::Context;
use super::select;
use crate::span::Span;

/// Gives each tagged quotation, in order of their content, the paragraphs that it goes on from; what was taken for quotations of their own
/// there is left out.
pub fn settle(context: &Context, kept: &mut Vec<Attribution>) {
    let mut parts = vec![false; kept.len()];
    for i in 0..kept.len() {
        let mut before = kept.get(i).map(|found| paragraphs_before(context, found)).unwrap_or_default();
        let Some((from, (earlier, [found, ..]))) = before.first().map(|first| first.start).zip(kept.split_at_mut_checked(i)) else {
            continue;
        };
        let within = earlier.iter().rev().take_while(|other| other.start() >= from).count();
        let inside = i - within..i;
        if !earlier.get(inside.clone()).is_some_and(|inside| inside.iter().all(|part| is_part_of(part, found))) {
            continue;
        }
        parts.get_mut(inside).into_iter().for_each(|parts| parts.fill(true));
        before.append(&mut found.content);
        found.content = before;
        found.stretches = select::stretches_in(context, &found.content);
        found.kind = select::kind(context, &found.content, &found.stretches);
    }
    let mut part = parts.into_iter();
    kept.retain(|_| !part.next().unwrap_or(false));
}

/// The words of the paragraphs from which the first words of a tagged quotation go on.
fn paragraphs_before(context: &Context, found: &Attribution) -> Vec<Span> {
    let first = found.content.first().filter(|_| found.cue.is_some());
    let at = first.and_then(|first| context.stretch_at(context.tokens.after(first.start)));
    let (Some(first), Some(at)) = (first, at) else { return Vec::new() };
    let whole = context.stretch(at).is_some_and(|stretch| stretch.continues.is_some() && first.start <= stretch.inner.start);
    let chain = if whole { context.chain_to(at) } else { Vec::new() };
    chain.into_iter().take_while(|span| span.end <= first.start).collect()
}

/// Words that were read alone, as the same speaker's or nobody's.
fn is_part_of(part: &Attribution, whole: &Attribution) -> bool {
    let own = part.source.is_none_or(|source| whole.source.is_some_and(|of| of.meets(source)));
    part.cue.is_none() && own
}
