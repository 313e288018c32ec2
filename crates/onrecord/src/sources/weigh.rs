//! How sure a candidate is: a sum of weights for what it looks like, learned from annotated articles (`data/weights.tsv`).
//!
//! Each look of a candidate (its frame with the kind of its source, with the length of its content, …) has one weight; the sum is the log
//! odds that the candidate is an attribution. The weights are integers, in hundredths, so that every machine adds the same.

use super::candidate::Candidate;
use super::context::Context;
use crate::article::{Attitude, BlockKind, QuoteKind};
use crate::data::cues;
use crate::data::weights;
use crate::lexer::{Kind, Tag};
use crate::mentions::MentionKind;
use crate::span::Span;

/// Frames, and "according to" and the colon of a headline.
const FRAMES: usize = 17;
/// For each group of looks, how many values it has; most are multiplied by the frame.
const GROUPS: [usize; 10] = [FRAMES, 11 * FRAMES, 15 * FRAMES, 7 * FRAMES, 12 * FRAMES, 4 * FRAMES, 10 * 4, 9 * FRAMES, 3 * FRAMES, 16];

/// What a candidate looks like, as indices of weights.
pub fn looks(context: &Context, candidate: &Candidate, kind: QuoteKind) -> Vec<usize> {
    let frame = frame(candidate);
    let verb = cues::find(candidate.lemma);
    let attitude = attitude_index(verb.map_or(Attitude::Said, |verb| verb.attitude));
    let habit = verb.map_or(5, |verb| verb.tenths(candidate.frame));
    let values = [
        frame,
        habit.min(10) * FRAMES + frame,
        source(context, candidate) * FRAMES + frame,
        length(context, candidate) * FRAMES + frame,
        first(context, candidate) * FRAMES + frame,
        attitude * FRAMES + frame,
        tense(context, candidate) * 4 + attitude,
        before(context, candidate) * FRAMES + frame,
        marks(kind) * FRAMES + frame,
    ];
    let mut base = 0;
    let mut found = Vec::with_capacity(16);
    for (value, size) in values.iter().zip(GROUPS) {
        found.push(base + value);
        base += size;
    }
    found.extend(flags(context, candidate).into_iter().enumerate().filter(|(_, on)| *on).map(|(i, _)| base + i));
    found
}

/// The probability that a candidate with these looks is an attribution.
pub fn probability(looks: &[usize]) -> f64 {
    logistic(f64::from(odds(looks)) / 100.0)
}

/// The log odds of the same, in hundredths.
pub fn odds(looks: &[usize]) -> i32 {
    looks.iter().map(|look| weights::at(*look)).sum::<i32>() + weights::bias()
}

/// 1 / (1 + e^-x) by multiplication alone, so that it is the same on every machine.
pub fn logistic(x: f64) -> f64 {
    let mut power = 1.0 - x.clamp(-12.0, 12.0) / 4096.0;
    for _ in 0..12 {
        power *= power;
    }
    1.0 / (1.0 + power)
}

fn frame(candidate: &Candidate) -> usize {
    match candidate.rule {
        "according to" | "in words" => 15,
        "headline" => 16,
        _ => candidate.frame as usize,
    }
}

fn marks(kind: QuoteKind) -> usize {
    match kind {
        QuoteKind::Direct => 0,
        QuoteKind::Mixed => 1,
        QuoteKind::Indirect | QuoteKind::Scare => 2,
    }
}

fn attitude_index(attitude: Attitude) -> usize {
    match attitude {
        Attitude::Said => 0,
        Attitude::Thought => 1,
        Attitude::Wanted => 2,
        Attitude::Felt => 3,
    }
}

fn source(context: &Context, candidate: &Candidate) -> usize {
    let Some(source) = candidate.source else { return 0 };
    // "Ruiz’s statement that …": all of it is a mention, of a document, and "Ruiz" none
    let owner = usize::from(candidate.rule == "noun");
    let Some(mention) = source.mention.and_then(|i| context.mention(i)) else { return 1 + owner };
    match mention.kind {
        MentionKind::Person => 2,
        MentionKind::Organization => 3,
        MentionKind::Place => 4,
        MentionKind::Group => 5,
        MentionKind::Unnamed => 6,
        MentionKind::Role => 7,
        MentionKind::Document => 8,
        MentionKind::Pronoun => match context.tokens.at(mention.tokens.start).lower() {
            "he" | "she" => 9,
            "they" => 10,
            "i" | "we" => 11,
            "it" => 12,
            "who" | "which" | "that" => 13,
            _ => 14,
        },
    }
}

fn length(context: &Context, candidate: &Candidate) -> usize {
    let words: usize = candidate.content.iter().map(|span| context.tokens.within(*span).len()).sum();
    match words {
        0..=1 => 0,
        2 => 1,
        3..=4 => 2,
        5..=7 => 3,
        8..=12 => 4,
        13..=24 => 5,
        _ => 6,
    }
}

fn first(context: &Context, candidate: &Candidate) -> usize {
    let Some(span) = candidate.content.first() else { return 0 };
    let at = context.tokens.within(*span).start;
    let token = context.tokens.at(at);
    match token.tag {
        _ if token.lower() == "that" => 1,
        Tag::Mark => 2,
        Tag::To => 3,
        Tag::Wh => 4,
        Tag::Pronoun => 5,
        Tag::Determiner | Tag::Possessive => 6,
        Tag::Name => 7,
        Tag::Noun | Tag::Nouns | Tag::Adjective | Tag::Number => 8,
        Tag::Preposition | Tag::Particle => 9,
        Tag::Ing | Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Modal => 10,
        _ => 11,
    }
}

fn tense(context: &Context, candidate: &Candidate) -> usize {
    let first = context.tokens.at(candidate.cue.start);
    let last = context.tokens.at(candidate.cue.end.saturating_sub(1));
    match (first.tag, last.tag) {
        (Tag::Modal, _) => 0,
        (Tag::To, _) => 1,
        _ if candidate.cue.len() > 1 && first.lemma() == "have" => 2,
        _ if candidate.cue.len() > 1 && first.lemma() == "be" => 3,
        _ if candidate.cue.len() > 1 => 4,
        (_, Tag::Past) => 5,
        (_, Tag::VerbS) => 6,
        (_, Tag::Verb) => 7,
        (_, Tag::Ing) => 8,
        _ => 9,
    }
}

/// What stands before the source, or before the cue where that comes first.
fn before(context: &Context, candidate: &Candidate) -> usize {
    let start = candidate.source.map_or(candidate.cue.start, |source| source.start.min(candidate.cue.start));
    let Some(token) = start.checked_sub(1).map(|i| context.tokens.at(i)) else { return 0 };
    if token.sentence != context.tokens.at(start).sentence {
        return 0;
    }
    match (token.kind, token.lower()) {
        (Kind::Mark, _) => 1,
        (Kind::Punctuation, _) => 2,
        (_, "and" | "but" | "or") => 3,
        (_, "if" | "when" | "because" | "while" | "as" | "after" | "before" | "since" | "unless" | "until") => 4,
        (_, "that") => 5,
        (_, "what" | "which" | "who" | "how" | "whom" | "where" | "why" | "whether") => 6,
        _ if token.tag.is_verb() => 7,
        _ => 8,
    }
}

/// "the man who said …": the writer's aside rather than the sentence's own cue.
fn in_relative(context: &Context, candidate: &Candidate) -> bool {
    candidate.cue.start.checked_sub(1).is_some_and(|i| matches!(context.tokens.at(i).lower(), "who" | "which" | "that"))
}

fn flags(context: &Context, candidate: &Candidate) -> [bool; 16] {
    let cue = candidate.cue.clone();
    let sentence = context.sentence(context.tokens.at(cue.start).sentence);
    let hull = candidate.content.iter().copied().reduce(Span::hull).unwrap_or_default();
    let last = context.tokens.within(hull).end;
    let block = context.block_kind(context.tokens.at(cue.start).sentence);
    let apart = candidate.source.map_or(0, |source| cue.start.saturating_sub(source.end));
    let inside = context.stretch_at(cue.start).is_some();
    let title = matches!(block, BlockKind::Title | BlockKind::Heading);
    [
        candidate.negated,
        in_relative(context, candidate),
        candidate.source.is_none(),
        title,
        last + 1 >= sentence.end,
        candidate.content.len() > 1,
        apart == 0,
        apart > 3,
        apart > 12,
        candidate.source.is_some_and(|source| source.start > cue.start),
        candidate.circumstances.addressee.is_some(),
        candidate.circumstances.day.is_some(),
        candidate.circumstances.occasion.is_some(),
        inside,
        cue.start == sentence.start,
        candidate.source.is_some_and(|source| source.extent > source.end),
    ]
}
