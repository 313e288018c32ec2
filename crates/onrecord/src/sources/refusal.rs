//! Candidates that are not judged at all, whatever tagger and grammar score them: words without a source, words that were broken off,
//! words that a mark gives to somebody else.

use super::candidate::{Candidate, ranges};
use super::clause::Nominal;
use super::context::Context;
use super::extent::is_finite;
use super::{idle, leftover};
use crate::article::QuoteKind;
use crate::data::cues::Frame;
use crate::lexer::Tag;
use crate::quotes::Usage;
use crate::span::Span;

/// May a candidate of the grammar be judged? `hardly`: its verb hardly attributes.
pub fn stands(context: &Context, candidate: &Candidate, kind: QuoteKind, stretches: &[usize], hardly: bool) -> bool {
    let mixed = kind == QuoteKind::Mixed;
    let runs_out = || stretches.iter().any(|stretch| runs_out(context, candidate, *stretch));
    !idle::is_idle(context, candidate) && !(mixed && (runs_out() || hardly && has_marked_source(context, stretches)))
}

/// May a candidate of the tagger be judged?
pub fn seen(context: &Context, candidate: &Candidate, kind: QuoteKind, stretches: &[usize]) -> bool {
    // What a dash or a colon joins to the words is surer than any guess.
    let marked = |stretch: &usize| leftover::marked_source(context, *stretch).is_some_and(|source| !same(candidate.source, source));
    let named = !candidate.cue.is_empty() || has_source(context, candidate, kind);
    let so_called = || candidate.source.is_none() && stretches.iter().any(|stretch| is_so_called(context, *stretch));
    named
        && !so_called()
        && stands(context, candidate, kind, stretches, candidate.rule == "tagger")
        && match kind {
            QuoteKind::Direct => {
                !stretches.iter().any(|stretch| marked(stretch) || leftover::heads(context, *stretch))
                    && !goes_on(context, candidate, stretches)
            }
            QuoteKind::Indirect => !says_nothing(context, candidate),
            QuoteKind::Mixed | QuoteKind::Scare => true,
        }
}

/// “I would,” Ruiz said. *“I would.”*: without a cue of their own, words go on from those before them in their paragraph, and are nobody's
/// whom only an earlier paragraph names; nor somebody's whom only one before the last names.
fn goes_on(context: &Context, candidate: &Candidate, stretches: &[usize]) -> bool {
    let Some(first) = stretches.first().copied().filter(|_| candidate.cue.is_empty()) else { return false };
    let Some(block) = context.stretch(first).map(|stretch| stretch.block) else { return false };
    let before = first.checked_sub(1).and_then(|before| context.stretch(before));
    let follows = before.is_some_and(|before| before.usage == Usage::Speech && before.block == block);
    let named = candidate.source.map_or(block, |source| context.tokens.at(source.start).block);
    follows && named != block || named + 1 < block
}

/// Added a note of doubt: “…”: the object of a verb that hardly attributes is no part of what stands after the colon.
fn has_marked_source(context: &Context, stretches: &[usize]) -> bool {
    stretches.iter().any(|stretch| leftover::marked_source(context, *stretch).is_some())
}

/// "S said *that in the harbour*, a bridge would rise": the first words of a clause, without its verb.
pub fn is_start_of(context: &Context, own: &Candidate, whole: &Candidate) -> bool {
    let start = |candidate: &Candidate| candidate.content.first().map(|span| span.start);
    let verb = || ranges(context, own).flatten().any(|i| is_finite(context, i));
    whole.frame == Frame::That && own.cue.end == whole.cue.end && start(own) == start(whole) && !verb()
}

fn same(seen: Option<Nominal>, marked: Nominal) -> bool {
    seen.is_some_and(|seen| seen.start < marked.extent && marked.start < seen.extent)
}

/// Is there a source for words without a cue? Words in marks may have theirs far away, or they go on from others, which is found where nothing
/// else took them; what stands without marks is reported where its source is named, or it is the writer's.
fn has_source(context: &Context, candidate: &Candidate, kind: QuoteKind) -> bool {
    let block = |token: usize| context.tokens.at(token).block;
    let first = candidate.content.first().map_or(0, |span| block(context.tokens.after(span.start)));
    candidate.source.is_some_and(|source| kind != QuoteKind::Indirect || block(source.start) == first)
}

/// "She said *goodbye*", "the sign says *a lot about the town*": the object of "say" without a verb.
fn says_nothing(context: &Context, candidate: &Candidate) -> bool {
    let first = ranges(context, candidate).next().map_or(0, |range| range.start);
    let verb = |i: usize| is_finite(context, i) || context.tokens.at(i).tag == Tag::Participle;
    // "goodbye and left": the verb is the speaker's.
    let own = |i: usize| verb(i) && !matches!(context.tokens.at(i.saturating_sub(1)).lower(), "and" | "but");
    let clause = ranges(context, candidate).next().is_some_and(|mut range| range.any(own));
    candidate.lemma == "say" && first == candidate.cue.end && !clause
}

/// A so-called “Brill moment”: nobody is said to have said it.
fn is_so_called(context: &Context, stretch: usize) -> bool {
    context.range(stretch).start.checked_sub(1).is_some_and(|before| context.tokens.at(before).lower() == "so-called")
}

/// “It will cost you, *and criticized the board*: words whose closing mark is lost end where `quotes` saw their end.
fn runs_out(context: &Context, candidate: &Candidate, stretch: usize) -> bool {
    let Some(found) = context.stretch(stretch).filter(|found| found.close.is_none()) else { return false };
    candidate.content.iter().any(|span| span.start <= found.inner.start && span.end > found.inner.end)
}

/// Does it have words, none of them broken off or in its cue?
pub fn is_whole(context: &Context, candidate: &Candidate) -> bool {
    let cue = context.tokens.span(candidate.cue.clone());
    let clear = |span: &Span| candidate.cue.is_empty() || !span.meets(cue);
    candidate.content.iter().any(|span| !span.is_empty()) && candidate.content.iter().all(clear) && !breaks_off(context, candidate)
}

/// "his", "Ana Ruiz’s", "the", "to", "a letter in which": what the network leaves off in the middle of a phrase.
fn breaks_off(context: &Context, candidate: &Candidate) -> bool {
    let last = ranges(context, candidate).last().and_then(Iterator::last).map(|last| context.tokens.at(last));
    last.is_some_and(|last| {
        matches!(last.tag, Tag::Genitive | Tag::To)
            || (last.tag == Tag::Possessive && last.lower() != "her")
            || matches!(last.lower(), "the" | "a" | "an" | "of" | "and" | "or" | "which" | "who" | "whose")
    })
}
