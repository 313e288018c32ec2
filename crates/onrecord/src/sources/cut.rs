//! “A,” she said. “B.”: a quotation that its own tag cuts. B goes on from A; a caller who counts the two as one has them joined.

use super::Attribution;
use super::context::Context;
use super::select;
use crate::article::QuoteKind;
use crate::data::speech_tags;
use crate::lexer::{Kind, Token};
use crate::order;

/// So many attributions may stand between what is cut and what goes on from it.
const REACH: usize = 4;
/// So many words before a quotation tell whether it is announced.
const LONGEST: usize = 60;

/// Marks what goes on from the words before it: in one block, with their source and without a cue of its own.
pub fn mark(context: &Context, kept: &mut [Attribution]) {
    let order = in_order(kept);
    for at in 1..order.len() {
        let Some(&after) = order.get(at) else { continue };
        let near = order.get(at.saturating_sub(REACH)..at).unwrap_or_default();
        let Some(b) = kept.get(after) else { continue };
        let announced = |a: &Attribution| b.source.is_some() && is_announced(context, a, b);
        let held = b.continues.filter(|before| !kept.get(*before).is_some_and(announced));
        let before = held.or_else(|| goes_on_from(context, kept, near, b));
        if let Some(after) = kept.get_mut(after) {
            after.continues = before;
        }
    }
}

/// What `b` goes on from. A report that stands within the tag is passed over: “A,” said Ruiz, *referring to the dam*. “B.”
fn goes_on_from(context: &Context, kept: &[Attribution], near: &[usize], b: &Attribution) -> Option<usize> {
    let mut fallback = None;
    for before in near.iter().rev() {
        let a = kept.get(*before).filter(|a| goes_on(context, a, b));
        match a {
            Some(a) if a.kind != QuoteKind::Indirect => return Some(*before),
            Some(_) if fallback.is_none() => fallback = Some(*before),
            _ => {}
        }
        let adds = |a: &Attribution| a.cue.as_ref().is_some_and(|(_, lemma)| matches!(lemma.as_str(), "add" | "say"));
        if kept.get(*before).is_none_or(|a| a.kind != QuoteKind::Indirect || adds(a)) {
            break;
        }
    }
    fallback
}

fn goes_on(context: &Context, a: &Attribution, b: &Attribution) -> bool {
    let said = |attribution: &Attribution| attribution.kind != QuoteKind::Scare;
    let one = a.source.zip(b.source).is_some_and(|(a, b)| a.meets(b));
    b.cue.is_none() && one && said(a) && said(b) && one_block(context, a, b) && !is_announced(context, a, b)
}

fn one_block(context: &Context, a: &Attribution, b: &Attribution) -> bool {
    let block = |attribution: &Attribution| context.tokens.at(context.tokens.after(attribution.start())).block;
    block(a) == block(b)
}

/// “A,” she said*, “b*.”: the quotation goes on amid its sentence.
fn one_sentence(context: &Context, a: &Attribution, b: &Attribution) -> bool {
    let direct = a.kind == QuoteKind::Direct && b.kind == QuoteKind::Direct;
    let first = context.tokens.after(b.start());
    let open = first.saturating_sub(usize::from(context.tokens.at(first).kind != Kind::Mark));
    let comma = open.checked_sub(1).is_some_and(|i| context.text.slice(context.tokens.at(i).span) == ",");
    direct && comma && one_block(context, a, b) && !context.tokens.at(open + 1).is_capital()
}

/// “A,” said Ruiz *before asking him,* “B”; “A,” she said. *She changed her mind:* “B”: what has words of its own before it begins anew.
fn is_announced(context: &Context, a: &Attribution, b: &Attribution) -> bool {
    let Some((cue, _)) = a.cue.as_ref().filter(|(cue, _)| cue.start < b.start()) else { return false };
    let first = context.tokens.after(b.start());
    let sentence = context.sentence(context.tokens.at(first).sentence);
    let tag = context.tokens.within(*cue).end;
    let between = context.tokens.items.get(tag.max(sentence.start).max(first.saturating_sub(LONGEST))..first).unwrap_or_default();
    let says = |token: &Token| token.tag.is_verb() && speech_tags::is_tag_lemma(token.lemma());
    let apart = tag <= sentence.start && between.iter().any(|token| token.kind == Kind::Word);
    apart || between.iter().any(says)
}

/// Attributions by the place of their content.
fn in_order(kept: &[Attribution]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order::by_key(&mut order, |i| kept.get(*i).map(Attribution::start));
    order
}

/// Makes each attribution one with that which it goes on from in the same sentence, “A,” she said, “b.”, or with `all` in the same block;
/// what has gone elsewhere is left without content. What goes on in another block is cut by no tag, and stays as it is.
pub fn join(context: &Context, kept: &mut [Attribution], all: bool) {
    let mut roots: Vec<usize> = (0..kept.len()).collect();
    let mut grown = vec![false; kept.len()];
    for i in in_order(kept) {
        let Some(before) = kept.get(i).and_then(|part| part.continues) else { continue };
        let Some(root) = roots.get(before).copied().filter(|root| *root != i) else { continue };
        let cut = kept
            .get(root)
            .zip(kept.get(i))
            .is_some_and(|(whole, part)| if all { one_block(context, whole, part) } else { one_sentence(context, whole, part) });
        kept.get_mut(i).into_iter().for_each(|part| part.continues = (!cut).then_some(root));
        if !cut {
            continue;
        }
        roots.get_mut(i).into_iter().for_each(|own| *own = root);
        let part = kept.get_mut(i).map(|part| std::mem::take(&mut part.content)).unwrap_or_default();
        kept.get_mut(root).into_iter().for_each(|whole| whole.content.extend_from_slice(&part));
        grown.get_mut(root).into_iter().for_each(|grown| *grown = true);
    }
    for (whole, _) in kept.iter_mut().zip(grown).filter(|(_, grown)| *grown) {
        order::by_key(&mut whole.content, |span| span.start);
        whole.stretches = select::stretches_in(context, &whole.content);
        whole.kind = select::kind(context, &whole.content, &whole.stretches);
    }
}
