//! Grammar and tagger together: what each says of a candidate is a number, and the candidate's log odds are a weighted sum of them.
//!
//! The weights (`data/fusion.txt`) are learned from articles that the tagger did not learn from, one set for each kind of quote.

use super::Attribution;
use super::candidate::Candidate;
use super::context::Context;
use super::tagged::{Role, Tagged};
use super::{select, weigh};
use crate::article::{Attitude, QuoteKind};
use crate::data::{cues, fusion};
use crate::lexer::Kind;
use crate::span::Span;
use onrecord_tagger::{Link, Network};
use std::ops::Range;

/// A candidate with all that is known of it.
pub struct Judged<'a> {
    /// The candidate.
    pub candidate: &'a Candidate,
    /// How its words are given.
    pub kind: QuoteKind,
    /// What grammar and tagger say, in hundredths of log odds or as flags of 100.
    pub signs: [i32; fusion::SIGNS],
}

/// Candidates of the grammar and of the tagger, judged.
pub fn judged<'a>(context: &Context, tagged: &Tagged, grammar: &'a [Candidate], seen: &'a [Candidate]) -> Vec<Judged<'a>> {
    let odds: Vec<i32> = grammar.iter().map(|candidate| grammar_odds(context, candidate)).collect();
    let mut found = Vec::with_capacity(grammar.len() + seen.len());
    for (candidate, odds) in grammar.iter().zip(&odds).filter(|(candidate, _)| is_whole(context, candidate)) {
        let agrees = near(seen, candidate).any(|other| agree(context, candidate, other));
        found.push(judge(context, tagged, candidate, Some(*odds), agrees, false));
    }
    for candidate in seen.iter().filter(|candidate| is_whole(context, candidate)) {
        let same = grammar.iter().zip(&odds).filter(|(other, _)| agree(context, candidate, other));
        found.push(judge(context, tagged, candidate, same.map(|(_, odds)| *odds).max(), true, true));
    }
    found
}

/// Does it have words that do not overlap its cue?
fn is_whole(context: &Context, candidate: &Candidate) -> bool {
    let cue = context.tokens.span(candidate.cue.clone());
    let clear = |span: &Span| candidate.cue.is_empty() || !span.meets(cue);
    candidate.content.iter().any(|span| !span.is_empty()) && candidate.content.iter().all(clear)
}

/// Those of `all` that may overlap a candidate; the tagger's come in the order of their contents.
fn near<'a>(all: &'a [Candidate], candidate: &Candidate) -> impl Iterator<Item = &'a Candidate> {
    let (start, end) = hull(candidate).map_or((0, 0), |span| (span.start, span.end));
    all.iter().filter(move |other| hull(other).is_some_and(|span| span.start < end && start < span.end))
}

fn hull(candidate: &Candidate) -> Option<Span> {
    candidate.content.iter().copied().reduce(Span::hull)
}

/// Half of the words shared, and the same source.
fn agree(context: &Context, a: &Candidate, b: &Candidate) -> bool {
    let source = |candidate: &Candidate| candidate.source.map(|source| source.span(context.tokens));
    let same_source = match (source(a), source(b)) {
        (Some(a), Some(b)) => a.meets(b),
        (None, None) => true,
        _ => false,
    };
    same_source && shared(&a.content, &b.content) * 2 >= length(&a.content).max(length(&b.content))
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// How many bytes two contents share.
fn shared(a: &[Span], b: &[Span]) -> usize {
    let common = |x: &Span, y: &Span| x.end.min(y.end).saturating_sub(x.start.max(y.start));
    a.iter().map(|x| b.iter().map(|y| common(x, y)).sum::<usize>()).sum()
}

fn grammar_odds(context: &Context, candidate: &Candidate) -> i32 {
    let kind = select::kind(context, &candidate.content, &select::stretches_in(context, &candidate.content));
    let sum = weigh::odds(&weigh::looks(context, candidate, kind));
    if select::is_sure(context, candidate, kind) { sum.max(220) } else { sum }
}

fn judge<'a>(context: &Context, tagged: &Tagged, candidate: &'a Candidate, grammar: Option<i32>, agrees: bool, seen: bool) -> Judged<'a> {
    let kind = select::kind(context, &candidate.content, &select::stretches_in(context, &candidate.content));
    let flag = |on: bool| i32::from(on) * 100;
    let attitude = cues::find(candidate.lemma).map(|verb| verb.attitude);
    let first = first_token(context, candidate);
    let source = candidate.source.map(|source| source.start..source.end);
    let cue = (!candidate.cue.is_empty()).then(|| candidate.cue.clone());
    let (starts, inside, stops) = edges(context, tagged, candidate, first);
    let signs = [
        100,
        flag(seen),
        flag(grammar.is_some()),
        grammar.unwrap_or(0).clamp(-600, 600),
        flag(agrees),
        starts,
        inside,
        stops,
        source.clone().map_or(0, |range| mean(tagged, range, Role::Source)),
        cue.clone().map_or(0, |range| mean(tagged, range, Role::Cue)),
        hundredths(tagged.link(first, source.clone(), Link::Source)),
        hundredths(tagged.link(first, cue.clone(), Link::Cue)),
        flag(source.is_none()),
        flag(cue.is_none()),
        flag(attitude.is_none()),
        flag(attitude.is_some_and(|attitude| attitude != Attitude::Said)),
        flag(candidate.content.len() > 1),
    ];
    Judged { candidate, kind, signs }
}

/// Scores have 11 bits after the point; the sums here are of hundredths, and one score alone shall not decide.
fn hundredths(score: i32) -> i32 {
    (score * 25 / 512).clamp(-600, 600)
}

/// The first token of a content, its opening mark among them, as the tagger learned it.
fn first_token(context: &Context, candidate: &Candidate) -> usize {
    let first = candidate.content.first().map_or(0, |span| context.tokens.within(*span).start);
    let mark =
        first.checked_sub(1).filter(|i| context.tokens.at(*i).kind == Kind::Mark && context.stretch_at(*i) == context.stretch_at(first));
    mark.unwrap_or(first)
}

/// Whether the content begins, is inside, and ends where the tagger says so.
fn edges(context: &Context, tagged: &Tagged, candidate: &Candidate, first: usize) -> (i32, i32, i32) {
    let begin = tagged.labels(first);
    let starts = begin[5] - best(&[begin[0], begin[1], begin[2], begin[3], begin[4], begin[6]]);
    let ranges = candidate.content.iter().map(|span| context.tokens.within(*span));
    let last = candidate.content.last().map_or(first, |span| context.tokens.within(*span).end);
    let next = tagged.labels(if context.tokens.at(last).kind == Kind::Mark { last + 1 } else { last });
    let stops = best(&[next[0], next[1], next[2], next[3], next[4], next[5]]) - next[6];
    let inside: Vec<i32> = ranges.flatten().map(|i| margin(tagged, i, Role::Content)).collect();
    (hundredths(starts), average(&inside), hundredths(stops))
}

fn best(scores: &[i32]) -> i32 {
    scores.iter().copied().max().unwrap_or(0)
}

fn mean(tagged: &Tagged, range: Range<usize>, role: Role) -> i32 {
    average(&range.map(|i| margin(tagged, i, role)).collect::<Vec<_>>())
}

fn average(numbers: &[i32]) -> i32 {
    numbers.iter().sum::<i32>() / i32::try_from(numbers.len()).unwrap_or(i32::MAX).max(1)
}

/// How much a token looks like a role rather than anything else.
fn margin(tagged: &Tagged, token: usize, role: Role) -> i32 {
    let (mut inside, mut outside) = (i32::MIN / 2, i32::MIN / 2);
    for (label, score) in tagged.labels(token).into_iter().enumerate() {
        let own = label == role as usize || label == role as usize + 1;
        let best = if own { &mut inside } else { &mut outside };
        *best = score.max(*best);
    }
    hundredths(inside - outside)
}

/// The attributions that hold, surest first where two exclude each other.
pub fn best_of(context: &Context, network: &Network, grammar: &[Candidate]) -> Vec<Attribution> {
    let tagged = Tagged::read(context, network);
    let seen = tagged.candidates(context);
    let judged = judged(context, &tagged, grammar, &seen);
    let mut scored: Vec<Attribution> = judged.iter().filter_map(|judged| attribution(context, judged)).collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(first(a).cmp(&first(b))));
    let mut kept: Vec<Attribution> = Vec::new();
    for attribution in scored {
        if !kept.iter().any(|other| excludes(other, &attribution)) {
            kept.push(attribution);
        }
    }
    kept.sort_by_key(first);
    kept
}

fn first(attribution: &Attribution) -> usize {
    attribution.content.first().map_or(0, |span| span.start)
}

fn attribution(context: &Context, judged: &Judged) -> Option<Attribution> {
    let score = weigh::logistic(f64::from(fusion::odds(judged.kind, &judged.signs)) / 100.0);
    (score >= fusion::ENOUGH).then(|| select::attribution(context, judged.candidate, judged.kind, score))
}

/// One cue has one content, and words are said once, unless a quotation stands within what somebody says.
fn excludes(kept: &Attribution, other: &Attribution) -> bool {
    let cue = |attribution: &Attribution| attribution.cue.as_ref().map(|(span, _)| *span);
    let same_cue = cue(kept).zip(cue(other)).is_some_and(|(a, b)| a.meets(b));
    let in_content = cue(other).is_some_and(|cue| kept.content.iter().any(|span| span.covers(cue)));
    let nested = in_content && other.kind == QuoteKind::Direct && other.score >= 0.9;
    let common = shared(&kept.content, &other.content) * 10;
    same_cue || (!nested && (in_content || common >= 3 * length(&kept.content).min(length(&other.content))))
}
