//! What the grammar knows against a candidate of the tagger.

use super::candidate::Candidate;
use super::clause::is_auxiliary;
use super::context::Context;
use super::judge::same_source;
use super::{phrases, refusal, select};
use crate::data::cues::Frame;
use crate::data::speech_tags::is_tag_lemma;
use crate::lexer::Tag;
use crate::span::Span;

/// Is the tagger's candidate with this hull wrong, since the grammar sees what `known` say around it?
pub fn refused<'a>(context: &Context, own: &Candidate, hull: Span, mut known: impl Iterator<Item = &'a Candidate>) -> bool {
    let another = |other: &Candidate| {
        // "The Post looked into *Ruiz’s* claim that …": whose claim it is stands right before.
        other.rule == "noun" && is_of_another(context, own, other)
            || refusal::is_start_of(context, own, other)
            || is_predicate(context, own, other)
            || has_own_tag(context, own, other)
            || is_hearsay(context, own, other)
    };
    asks(context, hull) || is_heading(context, own, hull) || known.any(another)
}

/// "Norway criticised ¶ The dam was built in May": a heading says nothing of what stands under it, unless it is "What neighbours say".
fn is_heading(context: &Context, own: &Candidate, hull: Span) -> bool {
    let words = context.tokens.within(hull);
    let block = |i: usize| context.tokens.at(i).block;
    let above = !own.cue.is_empty() && own.cue.end <= words.start && block(own.cue.end - 1) != block(words.start);
    let stop = context.text.slice(context.tokens.at(own.cue.end).span);
    // and not "disclosed ¶ that it held", where the page breaks the line
    above
        && stop != ":"
        && !is_tag_lemma(own.lemma)
        && context.stretch_at(words.start).is_none()
        && context.tokens.at(words.start).is_capital()
}

/// "*What did* Ruiz say?"
fn asks(context: &Context, hull: Span) -> bool {
    let words = context.tokens.within(hull);
    words.len() < 4 && context.tokens.at(words.start).tag == Tag::Wh && is_auxiliary(context.tokens, words.end - 1)
}

/// “…,” Ruiz wrote, *according to the Post*: Ruiz said it, where the grammar sees the tag.
fn has_own_tag(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    let according = own.cue.clone().find(|i| context.tokens.at(*i).lower() == "according");
    let floor = context.sentence(context.tokens.at(own.cue.start).sentence).start;
    let verb = according.and_then(|at| phrases::inner_tag(context, at, floor));
    verb.is_some_and(|verb| known.cue.contains(&verb))
}

/// "Ruiz is reported to have called the council “a farce”": the words in marks are Ruiz's, whoever reports it.
fn is_hearsay(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    let cue = context.tokens.span(known.cue.clone());
    let within = own.source.is_none() && known.source.is_some() && own.content.iter().any(|span| span.covers(cue));
    let infinitive = context.tokens.at(known.cue.start).tag == Tag::To;
    within && infinitive && !select::stretches_in(context, &known.content).is_empty()
}

/// The same cue with another source.
fn is_of_another(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    own.cue.start < known.cue.end && known.cue.start < own.cue.end && !same_source(context, own, known)
}

/// "The rules, the parents say, *“are a gift to the rich”*": the tag cuts the clause, and its subject was said as well.
fn is_predicate(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    let ([words], [_, rest]) = (own.content.as_slice(), known.content.as_slice()) else { return false };
    let lower = words.of(context.text.as_str()).starts_with(char::is_lowercase);
    known.frame == Frame::After && words == rest && own.cue == known.cue && lower
}
