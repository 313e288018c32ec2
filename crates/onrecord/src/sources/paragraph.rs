//! A paragraph that is a quotation and nothing else, after one of the writer's: “Too late.” Whoever that one ends with says it.

use super::clause::{Form, Nominal, groups};
use super::context::Context;
use super::leftover::{Before, first_token};
use super::subject;
use crate::article::{Attitude, BlockKind, QuoteKind};
use crate::mentions::MentionKind;

/// What the paragraph before ends with.
pub enum Earlier {
    /// Words of somebody's, which go on.
    Words(usize),
    /// A sentence about somebody.
    Subject(Nominal),
}

/// Attributions of a sentence beyond this number are not looked at.
const MOST_SAID: usize = 8;

/// Who says a stretch that is all of its paragraph, from the last sentence of the paragraph before.
pub fn before(context: &Context, stretch: usize, before: &Before) -> Option<Earlier> {
    let block = whole_block(context, stretch)?;
    let last = last_sentence(context, block)?;
    if let Some(earlier) = words(context, last, before) {
        return Some(Earlier::Words(earlier));
    }
    subject(context, last).map(Earlier::Subject)
}

/// The block that the stretch is all of.
fn whole_block(context: &Context, stretch: usize) -> Option<usize> {
    let block = context.stretch(stretch)?.block;
    let own = context.layout.blocks.get(block).filter(|block| block.kind == BlockKind::Paragraph)?;
    let range = context.range(stretch);
    let end = context.tokens.within(own.span).end;
    (range.start == first_token(context, block) && range.end >= end).then_some(block)
}

/// The last sentence of the paragraph right before `block`.
fn last_sentence(context: &Context, block: usize) -> Option<usize> {
    let first = context.layout.sentences.partition_point(|sentence| sentence.block < block);
    let last = first.checked_sub(1)?;
    let before = context.layout.sentences.get(last)?.block;
    (before + 1 == block && context.block_kind(last) == BlockKind::Paragraph).then_some(last)
}

/// What somebody says in a sentence, if somebody does.
fn words(context: &Context, sentence: usize, before: &Before) -> Option<usize> {
    let range = context.sentence(sentence);
    let span = context.tokens.span(range);
    let end = before.said.partition_point(|(start, _)| *start < span.end);
    let near = before.said.get(..end)?.iter().rev().take(MOST_SAID).take_while(|(start, _)| *start >= span.start);
    near.map(|(_, i)| *i).find(|i| {
        let found = before.kept.get(*i);
        found.is_some_and(|found| found.attitude == Attitude::Said && found.kind != QuoteKind::Scare && found.source.is_some())
    })
}

/// The one person whom a sentence is about.
fn subject(context: &Context, sentence: usize) -> Option<Nominal> {
    let range = context.sentence(sentence);
    let all = groups(context.tokens, range.clone());
    let finite = |group: &&super::clause::Group| group.form == Form::Finite && context.speech_at(group.head).is_none();
    let first = all.iter().find(finite)?;
    let found = subject::right_before(context, first, range.start)?;
    let kind = found.mention.and_then(|i| context.mention(i)).map(|mention| mention.kind);
    let person =
        kind.is_some_and(|kind| matches!(kind, MentionKind::Person | MentionKind::Pronoun | MentionKind::Role | MentionKind::Unnamed));
    person.then_some(found)
}
