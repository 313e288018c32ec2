//! “A,” she said. “B.”: a quotation that its own tag cuts. B goes on from A; a caller who counts the two as one has them joined.

use super::Attribution;
use super::context::Context;
use super::select;
use crate::article::QuoteKind;

/// Marks what goes on from the words before it: in one block, with their source and without a cue of its own.
pub fn mark(context: &Context, kept: &mut [Attribution]) {
    for pair in in_order(kept).windows(2) {
        let &[before, after] = pair else { continue };
        let goes_on = kept.get(before).zip(kept.get(after)).is_some_and(|(a, b)| goes_on(context, a, b));
        if let Some(after) = kept.get_mut(after).filter(|_| goes_on) {
            after.continues = Some(before);
        }
    }
}

fn goes_on(context: &Context, a: &Attribution, b: &Attribution) -> bool {
    let said = |attribution: &Attribution| attribution.kind != QuoteKind::Scare;
    let block = |attribution: &Attribution| context.tokens.at(context.tokens.after(attribution.start())).block;
    b.cue.is_none() && b.continues.is_none() && b.source.is_some() && a.source == b.source && said(a) && said(b) && block(a) == block(b)
}

/// Attributions by the place of their content.
fn in_order(kept: &[Attribution]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|i| kept.get(*i).map(Attribution::start));
    order
}

/// Makes each attribution one with that which it goes on from; what has gone elsewhere is left without content.
pub fn join(context: &Context, kept: &mut [Attribution]) {
    let mut roots: Vec<usize> = (0..kept.len()).collect();
    let mut grown = vec![false; kept.len()];
    for i in in_order(kept) {
        let Some(before) = kept.get_mut(i).and_then(|part| part.continues.take()) else { continue };
        let Some(root) = roots.get(before).copied().filter(|root| *root != i) else { continue };
        roots.get_mut(i).into_iter().for_each(|own| *own = root);
        let part = kept.get_mut(i).map(|part| std::mem::take(&mut part.content)).unwrap_or_default();
        kept.get_mut(root).into_iter().for_each(|whole| whole.content.extend_from_slice(&part));
        grown.get_mut(root).into_iter().for_each(|grown| *grown = true);
    }
    for (whole, _) in kept.iter_mut().zip(grown).filter(|(_, grown)| *grown) {
        whole.content.sort_by_key(|span| span.start);
        whole.stretches = select::stretches_in(context, &whole.content);
        whole.kind = select::kind(context, &whole.content, &whole.stretches);
    }
}
