//! The particle or preposition behind a cue goes with it: "*pointed out* that nobody paid", "*called for* the books", "*warned against* a
//! rush". Eighteen of twenty such prepositions that PolNeAR's training articles have between cue and content belong to the cue; "to" before
//! a verb belongs to the content: "promised *to pay*".

use super::candidate::Candidate;
use super::context::Context;
use crate::data::particles;
use crate::lexer::Tag;
use crate::span::Span;
use std::borrow::Cow;

/// A candidate with the particle in its cue rather than in its content.
pub fn joined<'a>(context: &Context, candidate: &'a Candidate) -> Cow<'a, Candidate> {
    let Some(once) = with_next(context, candidate) else { return Cow::Borrowed(candidate) };
    // "lashed *out at* her", "weighed *in on* it"
    Cow::Owned(with_next(context, &once).unwrap_or(once))
}

/// The candidate with the next word in its cue, if that is its particle.
fn with_next(context: &Context, candidate: &Candidate) -> Option<Candidate> {
    let particle = candidate.cue.end;
    let token = context.tokens.at(particle);
    // The last span: "*Ruiz* was accused *of theft*" has two.
    let opens = candidate.content.last().is_some_and(|last| last.start == token.span.start && last.end > token.span.end);
    if candidate.cue.is_empty() || !opens || !(particles::joins(candidate.lemma, token.lower()) || governs(context, particle)) {
        return None;
    }
    let start = context.tokens.at(particle + 1).span.start;
    let mut joined = candidate.clone();
    joined.cue.end += 1;
    joined.content.last_mut().into_iter().for_each(|last| *last = Span::new(start.min(last.end), last.end));
    Some(joined)
}

/// Is it a preposition with a noun phrase behind it?
fn governs(context: &Context, at: usize) -> bool {
    match context.tokens.at(at).lower() {
        // "said *at least* seven"
        "at" => !matches!(context.tokens.at(at + 1).lower(), "least" | "most" | "first" | "last" | "once"),
        "about" | "against" | "by" | "for" | "from" | "in" | "of" | "on" | "over" | "toward" | "towards" | "upon" | "with" => true,
        "to" => {
            matches!(context.tokens.at(at + 1).tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name | Tag::Nouns | Tag::Ing)
        }
        _ => false,
    }
}
