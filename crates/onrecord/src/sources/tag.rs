//! The tag right after a quotation that no cue took, where the grammar knows too little of the source: “Go,” *Fight for Brill director
//! Ana Ruiz told the Post*.

use super::Attribution;
use super::clause::{Form, Group, Nominal, groups, nominal_at};
use super::context::Context;
use super::right;
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::{self, Frame};
use crate::lexer::{Kind, Tag};
use crate::quotes::Usage;
use std::ops::Range;

/// A source and its verb.
pub struct Tagged {
    pub source: Nominal,
    pub verb: Group,
}

/// So many words may stand between a quotation and the verb of its tag: a name with what the paper says of its bearer.
const REACH: usize = 30;

/// The tag after a whole quotation.
pub fn after(context: &Context, stretch: usize) -> Option<Tagged> {
    let last = context.chain(stretch).1.last().copied()?;
    let found = context.stretch(last).filter(|found| found.usage == Usage::Speech && found.close.is_some())?;
    let stopped = found.inner.of(context.text.as_str()).ends_with([',', '?', '!', '…', '—', '-']);
    let close = context.range(last).end;
    let start = close + usize::from(context.text.slice(context.tokens.at(close).span) == ",");
    if !stopped && start == close {
        return None;
    }
    let end = context.sentence(context.tokens.at(start).sentence).end;
    let same_block = context.tokens.at(start).block == context.tokens.at(close - 1).block;
    (same_block && start < end).then(|| tag(context, start..end)).flatten()
}

/// A source at the start of `range` and the verb whose subject it is.
fn tag(context: &Context, range: Range<usize>) -> Option<Tagged> {
    let limit = range.end.min(range.start + REACH);
    let all = groups(context.tokens, range.start..range.end);
    let verb = all.into_iter().take_while(|group| group.start < limit).find(|group| {
        let own = group.form == Form::Finite && is_saying(context, group) && context.speech_at(group.head).is_none();
        own && !group.negated && !hangs(context, group)
    })?;
    let source = source(context, range.start, verb.start)?;
    let (content, _, _) = right::content(context, &verb, range.end);
    let takes = content.is_some_and(|content| matches!(content.frame, Frame::That | Frame::Clause | Frame::Quote | Frame::Colon));
    let sentence = context.sentence(context.tokens.at(range.start).sentence);
    (!takes || range.start > sentence.start).then_some(Tagged { source, verb })
}

fn is_saying(context: &Context, group: &Group) -> bool {
    cues::find(context.tokens.at(group.head).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::After) >= 0.5)
}

/// "Ruiz, *who said* …, told the Post": the verb of an aside.
fn hangs(context: &Context, group: &Group) -> bool {
    group.start.checked_sub(1).is_some_and(|i| matches!(context.tokens.at(i).tag, Tag::Wh) || context.tokens.at(i).lower() == "that")
}

/// What the tag begins with, up to its verb or the comma of an aside.
fn source(context: &Context, start: usize, verb: usize) -> Option<Nominal> {
    let first = context.tokens.at(start);
    let begins = first.is_capital() || matches!(first.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun) || first.kind == Kind::Handle;
    if !begins || start >= verb {
        return None;
    }
    let comma = (start..verb).find(|i| context.tokens.at(*i).kind == Kind::Punctuation).unwrap_or(verb);
    if comma == start || (comma < verb && context.tokens.at(verb - 1).kind != Kind::Punctuation) {
        return None;
    }
    let mention = (start..comma).rev().find_map(|i| context.mention_at(i));
    let known = nominal_at(context, start, comma).filter(|nominal| nominal.end == comma);
    let extent = if comma < verb { verb - 1 } else { verb };
    Some(known.unwrap_or(Nominal { start, end: comma, extent, mention }))
}

/// Leaves out attributions that read such a tag as a report of its own: in “Go,” Ruiz told Brill News in May nothing but the quotation is
/// what she told.
pub fn without_contents(context: &Context, kept: &mut Vec<Attribution>) {
    let mut taken = vec![false; context.stretches.items.len()];
    for i in kept.iter().flat_map(|attribution| &attribution.stretches) {
        taken.get_mut(*i).into_iter().for_each(|slot| *slot = true);
    }
    let free = (0..taken.len()).filter(|i| taken.get(*i) == Some(&false));
    let outer = free.filter(|i| context.stretch(*i).is_some_and(|stretch| stretch.parent.is_none()));
    let tags: Vec<Tagged> = outer.filter_map(|i| after(context, i)).collect();
    // The stretches stand in order, and so do their tags.
    let starts: Vec<usize> = tags.iter().map(|found| context.tokens.at(found.verb.start).span.start).collect();
    kept.retain(|attribution| {
        let own = attribution.cue.as_ref().is_some_and(|(cue, _)| starts.binary_search(&cue.start).is_ok());
        !(own && attribution.kind == QuoteKind::Indirect)
    });
}
