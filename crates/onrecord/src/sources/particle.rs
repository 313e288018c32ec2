//! The particle of a phrasal verb goes with the verb: "*pointed out* that nobody paid", "*called on* the port to open its books".

use super::candidate::Candidate;
use super::context::Context;
use crate::data::particles;
use crate::span::Span;

/// The cue with its particle, and the content without it.
pub fn split(context: &Context, candidate: &Candidate) -> (Span, Vec<Span>) {
    let cue = context.tokens.span(candidate.cue.clone());
    let particle = candidate.cue.end;
    let token = context.tokens.at(particle);
    let opens = candidate.content.first().is_some_and(|first| first.start == token.span.start && first.end > token.span.end);
    if candidate.cue.is_empty() || !opens || !particles::joins(candidate.lemma, token.lower()) {
        return (cue, candidate.content.clone());
    }
    let start = context.tokens.at(particle + 1).span.start;
    let without = |(i, span): (usize, &Span)| if i == 0 { Span::new(start.min(span.end), span.end) } else { *span };
    (cue.hull(token.span), candidate.content.iter().enumerate().map(without).collect())
}
