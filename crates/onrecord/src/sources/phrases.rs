//! Attributions without a verb: "according to S", "S: …" in a headline, a turn of a transcript.

use super::candidate::Candidate;
use super::circumstances::Circumstances;
use super::clause::{Nominal, nominal_at};
use super::context::Context;
use super::{extent, left};
use crate::article::BlockKind;
use crate::data::cues::Frame;
use crate::lexer::Kind;
use std::ops::Range;

/// The candidates of one sentence.
pub fn candidates(context: &Context, sentence: usize, into: &mut Vec<Candidate>) {
    let range = context.sentence(sentence);
    for at in range.clone() {
        if context.tokens.at(at).lower() == "according" && context.tokens.at(at + 1).lower() == "to" && context.speech_at(at).is_none() {
            into.extend(according(context, &range, at));
        }
    }
    if matches!(context.block_kind(sentence), BlockKind::Title | BlockKind::Heading | BlockKind::Deck) {
        into.extend(headline(context, &range));
    }
}

fn bare(rule: &'static str, lemma: &'static str, cue: Range<usize>, source: Nominal, content: Vec<crate::span::Span>) -> Candidate {
    Candidate {
        frame: Frame::Colon,
        lemma,
        cue,
        source: Some(source),
        content,
        negated: false,
        circumstances: Circumstances::default(),
        rule,
    }
}

/// "According to S, the talks failed." "The talks failed, according to S."
fn according(context: &Context, sentence: &Range<usize>, at: usize) -> Option<Candidate> {
    let source = source_after(context, at + 2, sentence.end)?;
    let mut rest = source.extent.max(source.end);
    while rest < sentence.end && context.tokens.at(rest).kind != Kind::Punctuation && at == sentence.start {
        rest += 1;
    }
    let mut content = Vec::new();
    if at > sentence.start && extent::trim(context, sentence.start..at).len() > 3 {
        content.extend(left::content(context, sentence, at, true).unwrap_or_default());
    } else if rest < sentence.end {
        content.push(extent::reported(context, rest, sentence.end, true));
    }
    content.retain(|span| !span.is_empty());
    (!content.is_empty()).then(|| bare("according to", "according to", at..at + 2, source, content))
}

/// The source after "according to", with the phrases that hang on it.
fn source_after(context: &Context, start: usize, end: usize) -> Option<Nominal> {
    let mut nominal = nominal_at(context, start, end)?;
    let mut at = nominal.end;
    while matches!(context.tokens.at(at).lower(), "of" | "for" | "from" | "at" | "by" | "in" | "with" | "on" | "and") && at + 1 < end {
        let Some(inner) = nominal_at(context, at + 1, end) else { break };
        at = inner.end;
    }
    nominal.extent = nominal.extent.max(at);
    nominal.end = nominal.end.max(at);
    Some(nominal)
}

/// "Mayor: Bridge will hold"
fn headline(context: &Context, sentence: &Range<usize>) -> Option<Candidate> {
    let colon = sentence.clone().take(8).find(|i| context.text.slice(context.tokens.at(*i).span) == ":")?;
    let source = nominal_at(context, sentence.start, colon).filter(|source| source.end == colon)?;
    let content = extent::trim(context, colon + 1..sentence.end);
    (!content.is_empty()).then(|| bare("headline", ":", colon..colon + 1, source, vec![content]))
}
