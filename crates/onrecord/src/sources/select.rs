//! Which candidates hold, and how they lie to each other.

use super::candidate::Candidate;
use super::context::Context;
use super::{Attribution, Voices};
use super::{attitude, circumstances, idle, particle, weigh};
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::{self, Frame};
use crate::mentions::MentionKind;
use crate::order;
use crate::quotes::Usage;
use crate::span::Span;

/// Candidates that are less sure than this are left out.
pub const ENOUGH: f64 = 0.4;

/// The candidates that hold, as attributions; for each quoted stretch the surest one.
pub fn best(context: &Context, candidates: &[Candidate]) -> Vec<Attribution> {
    surest(weighed(context, candidates, ENOUGH))
}

/// The candidates that are at least so sure, as attributions, whatever excludes each other.
pub fn weighed(context: &Context, candidates: &[Candidate], enough: f64) -> Vec<Attribution> {
    candidates.iter().filter_map(|candidate| weigh(context, candidate, enough)).collect()
}

/// Of those that exclude each other the surest.
pub fn surest(mut found: Vec<Attribution>) -> Vec<Attribution> {
    one_for_each_cue(&mut found);
    without_nested(&mut found);
    order::by(&mut found, |a, b| a.start().cmp(&b.start()).then(b.score.total_cmp(&a.score)));
    let mut kept: Vec<Attribution> = Vec::with_capacity(found.len());
    for attribution in found {
        match kept.iter_mut().rev().take(8).find(|other| same_words(other, &attribution)) {
            Some(other) if other.score < attribution.score => *other = attribution,
            Some(_) => {}
            None => kept.push(attribution),
        }
    }
    kept
}

/// Of several readings of one cue keeps the surest.
fn one_for_each_cue(found: &mut Vec<Attribution>) {
    order::by(found, |a, b| cue_start(a).cmp(&cue_start(b)).then(b.score.total_cmp(&a.score)));
    found.dedup_by(|later, earlier| later.cue.is_some() && cue_start(later) == cue_start(earlier));
}

fn cue_start(attribution: &Attribution) -> usize {
    attribution.cue.as_ref().map_or(0, |(span, _)| span.start)
}

/// Leaves out reports within a report, unless in marks of their own: "S said T believed U" is one attribution, to S.
fn without_nested(found: &mut Vec<Attribution>) {
    let sure = found.iter().filter(|attribution| attribution.score >= 0.5);
    let mut contents: Vec<Span> = sure.flat_map(|attribution| attribution.content.iter().copied()).collect();
    order::by_key(&mut contents, |span| span.start);
    found.retain(|attribution| {
        let Some((cue, _)) = attribution.cue.as_ref() else { return true };
        let end = contents.partition_point(|span| span.start <= cue.start);
        let inside = contents.iter().take(end).rev().take(24).any(|span| span.covers(*cue));
        !inside || (attribution.kind == QuoteKind::Direct && attribution.score >= 0.9)
    });
}

/// Do the two have the same content, or one stretch twice?
fn same_words(a: &Attribution, b: &Attribution) -> bool {
    let (Some(x), Some(y)) = (hull(a), hull(b)) else { return false };
    let direct = |attribution: &Attribution| attribution.kind == QuoteKind::Direct;
    let shared = x.end.min(y.end).saturating_sub(x.start.max(y.start));
    shared * 10 >= x.len().max(y.len()) * 9 || (direct(a) && direct(b) && a.stretches.iter().any(|i| b.stretches.contains(i)))
}

fn hull(attribution: &Attribution) -> Option<Span> {
    attribution.content.iter().copied().reduce(Span::hull)
}

/// A candidate as an attribution, if it is sure enough.
fn weigh(context: &Context, candidate: &Candidate, enough: f64) -> Option<Attribution> {
    if candidate.content.iter().all(|span| span.is_empty()) || idle::is_idle(context, candidate) {
        return None;
    }
    let stretches = stretches_in(context, &candidate.content);
    let kind = kind(context, &candidate.content, &stretches);
    let learned = weigh::probability(&weigh::looks(context, candidate, kind));
    if kind != QuoteKind::Direct && cues::find(candidate.lemma).is_none() && !candidate.cue.is_empty() && !is_phrase(candidate) {
        return None;
    }
    let score = if is_sure(context, candidate, kind, &stretches) { learned.max(0.9) } else { learned };
    if score < enough {
        return None;
    }
    let made = attribution(context, candidate, kind, score);
    let covers = |span: &Span| !candidate.cue.is_empty() && made.cue.as_ref().is_some_and(|(cue, _)| span.meets(*cue));
    (!made.content.iter().any(covers)).then_some(made)
}

/// "Bridge will hold: UN": rare in edited news, on which the weights were learned.
fn names_claimant(context: &Context, candidate: &Candidate) -> bool {
    let source = candidate.source.filter(|source| candidate.rule == "headline" && source.start > candidate.cue.start);
    let mention = source.and_then(|source| context.mention(source.mention?));
    mention.is_some_and(|mention| !matches!(mention.kind, MentionKind::Place | MentionKind::Pronoun))
}

/// Is it a tag right at words in marks, or a headline that ends with whose claim it is?
pub fn is_sure(context: &Context, candidate: &Candidate, kind: QuoteKind, stretches: &[usize]) -> bool {
    let marked = kind == QuoteKind::Direct || (kind == QuoteKind::Mixed && candidate.frame == Frame::PassiveBy);
    marked && is_tag(context, candidate, stretches) || names_claimant(context, candidate)
}

/// A candidate as an attribution.
pub fn attribution(context: &Context, candidate: &Candidate, kind: QuoteKind, score: f64) -> Attribution {
    let joined = particle::joined(context, candidate);
    let mut circumstances = circumstances::in_front(context, candidate);
    circumstances::of_cue(context, candidate, &mut circumstances);
    Attribution {
        kind,
        content: joined.content.clone(),
        cue: (!candidate.cue.is_empty()).then(|| (context.tokens.span(joined.cue.clone()), lemma(context, candidate))),
        source: candidate.source.map(|source| source.full(context.tokens)),
        mention: candidate.source.and_then(|source| source.mention),
        attitude: attitude::of(context, candidate, kind, score),
        negated: candidate.negated || attitude::refuses(context, candidate),
        parent: None,
        continues: None,
        addressee: circumstances.addressee,
        outlet: circumstances.outlet,
        occasion: circumstances.occasion,
        day: circumstances.day,
        stretches: stretches_in(context, &candidate.content),
        rule: candidate.rule,
        score,
        voices: Voices { grammar: Some(score), tagger: None },
    }
}

/// The dictionary form; for a verb that the word list lacks, the word itself.
fn lemma(context: &Context, candidate: &Candidate) -> String {
    if candidate.lemma.is_empty() {
        return context.text.slice(context.tokens.at(candidate.cue.end.saturating_sub(1)).span).to_lowercase();
    }
    candidate.lemma.to_owned()
}

/// "according to", the colon of a headline, a dash, a paragraph set apart.
pub fn is_phrase(candidate: &Candidate) -> bool {
    matches!(candidate.rule, "according to" | "as" | "headline" | "in words" | "set apart")
}

/// Does a verb of saying, or any verb beside a whole quotation, stand right at the words?
fn is_tag(context: &Context, candidate: &Candidate, stretches: &[usize]) -> bool {
    let saying = cues::find(candidate.lemma).is_some_and(|cue| cue.attitude == Attitude::Said);
    let speech = || stretches.iter().any(|i| context.stretch(*i).is_some_and(|stretch| stretch.usage == Usage::Speech));
    match candidate.frame {
        Frame::Quote if candidate.rule == "quoted object" => saying,
        Frame::PassiveBy => saying,
        Frame::Quote if !saying => speech() && context.text.slice(context.tokens.at(candidate.cue.end).span) == ",",
        Frame::Quote | Frame::Colon | Frame::After | Frame::Inverted => saying || speech(),
        _ => false,
    }
}

/// The outermost stretches that lie in a content.
pub fn stretches_in(context: &Context, content: &[Span]) -> Vec<usize> {
    let mut found = Vec::new();
    for span in content {
        let first = context.stretches.items.partition_point(|stretch| stretch.inner.start < span.start);
        let inside = context.stretches.items.iter().enumerate().skip(first).take_while(|(_, stretch)| stretch.inner.start < span.end);
        found.extend(inside.filter(|(_, stretch)| stretch.parent.is_none() && span.covers(stretch.inner)).map(|(i, _)| i));
    }
    found
}

/// Direct, mixed or indirect, by how much of the content stands in marks; the title of a film is no quotation.
pub fn kind(context: &Context, content: &[Span], stretches: &[usize]) -> QuoteKind {
    let all: usize = content.iter().map(|span| span.len()).sum();
    let said = |i: &usize| context.stretch(*i).filter(|stretch| matches!(stretch.usage, Usage::Speech | Usage::Phrase));
    let inside: usize = stretches.iter().filter_map(said).map(|stretch| stretch.inner.len()).sum();
    if inside * 10 >= all * 9 {
        QuoteKind::Direct
    } else if inside * 20 > all {
        QuoteKind::Mixed
    } else {
        QuoteKind::Indirect
    }
}

/// She did not say “never”: words in marks that the article says were not said are nobody's.
pub fn unsaid(found: &mut [Attribution]) {
    let unsaid = |attribution: &&mut Attribution| attribution.negated && attribution.kind == QuoteKind::Direct;
    found.iter_mut().filter(unsaid).for_each(|attribution| attribution.kind = QuoteKind::Scare);
}

/// Puts the attributions in order and links each to the one around it; those without content are left out.
pub fn arrange(mut found: Vec<Attribution>) -> Vec<Attribution> {
    for attribution in &mut found {
        attribution.content.retain(|span| !span.is_empty());
    }
    let mut order: Vec<usize> = (0..found.len()).filter(|i| found.get(*i).and_then(hull).is_some()).collect();
    order::by_key(&mut order, |i| {
        found.get(*i).map(|attribution| (attribution.start(), std::cmp::Reverse(hull(attribution).map_or(0, |span| span.end))))
    });
    let mut place = vec![None; found.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = Some(new);
        }
    }
    for attribution in &mut found {
        attribution.continues = attribution.continues.and_then(|old| place.get(old).copied().flatten());
    }
    let mut found: Vec<Option<Attribution>> = found.into_iter().map(Some).collect();
    let mut sorted: Vec<Attribution> = order.iter().filter_map(|old| found.get_mut(*old)?.take()).collect();
    nest(&mut sorted);
    sorted
}

/// An attribution whose content lies in another's is that one's child.
fn nest(sorted: &mut [Attribution]) {
    let hulls: Vec<Option<Span>> = sorted.iter().map(hull).collect();
    let mut open: Vec<usize> = Vec::new();
    for (i, attribution) in sorted.iter_mut().enumerate() {
        let Some(own) = hulls.get(i).copied().flatten() else { continue };
        let around = |j: &usize| hulls.get(*j).copied().flatten().is_some_and(|span| span.covers(own) && span != own);
        while open.last().is_some_and(|last| !around(last)) {
            open.pop();
        }
        attribution.parent = open.last().copied();
        open.push(i);
    }
}
