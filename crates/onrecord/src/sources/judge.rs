//! What grammar and tagger say of a candidate, as numbers.

use super::candidate::{Candidate, length, ranges};
use super::clause::Nominal;
use super::context::Context;
use super::tagged::{Role, Tagged};
use super::{left, objections, particle, refusal, right, select, weigh};
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::Frame;
use crate::data::{cues, fusion, speech_tags};
use crate::lexer::Kind;
use crate::order;
use crate::span::Span;
use onrecord_tagger::Link;
use std::ops::Range;

/// A candidate with all that is known of it.
pub struct Judged<'a> {
    /// The candidate.
    pub candidate: &'a Candidate,
    /// How its words are given.
    pub kind: QuoteKind,
    /// Does the grammar see a tag right at words in marks?
    pub sure: bool,
    /// How sure the grammar alone is of the same attribution, from 0 to 1; `None` where it does not see it.
    pub grammar: Option<f64>,
    /// How sure the tagger's labels are that its words are a content, from 0 to 1.
    pub tagger: f64,
    /// How much the words of its cue look like one to the tagger, in hundredths of log odds.
    pub cue: i32,
    /// What grammar and tagger say, in hundredths of log odds or as flags of 100.
    pub signs: [i32; fusion::SIGNS],
}

/// A candidate before it is judged.
struct Read<'a> {
    candidate: &'a Candidate,
    hull: Span,
    kind: QuoteKind,
    /// The grammar's log odds, and whether it is a tag right at words in marks; `None` for the tagger's.
    grammar: Option<(i32, bool)>,
}

/// Candidates of the grammar and of the tagger, judged.
pub fn all<'a>(context: &Context, tagged: &Tagged, grammar: &'a [Candidate], seen: &'a [Candidate]) -> Vec<Judged<'a>> {
    let grammar = read(context, grammar, true);
    let seen = read(context, seen, false);
    let of_grammar = grammar.iter().map(|own| {
        let agrees = near(&seen, own.hull).any(|other| agree(context, own.candidate, other.candidate));
        judge(context, tagged, own, own.grammar, agrees)
    });
    let of_tagger = seen.iter().filter_map(|own| {
        let others = || near(&grammar, own.hull);
        let same = others().filter(|other| agree(context, own.candidate, other.candidate)).filter_map(|other| other.grammar).max();
        // Who says the words is written right there.
        let is_settled = others().any(|other| contradicts(context, own.candidate, other));
        (!is_settled).then(|| judge(context, tagged, own, same, true))
    });
    of_grammar.chain(of_tagger).collect()
}

/// The tagger's candidates, each with what the grammar knows of the same attribution (its cue, circumstances, mention); one that the grammar
/// has with the same words is left out.
pub fn merged(context: &Context, grammar: &[Candidate], seen: Vec<Candidate>) -> Vec<Candidate> {
    let known = read(context, grammar, true);
    let merge = |mut own: Candidate| {
        without_sign(context, &mut own.content);
        let Some(hull) = own.content.iter().copied().reduce(Span::hull) else { return Some(own) };
        if objections::refused(context, &own, hull, near(&known, hull).map(|read| read.candidate)) {
            return None;
        }
        if let Some(other) = near(&known, hull).find(|other| runs_on(context, &own, other.candidate)) {
            own.content.clone_from(&other.candidate.content);
        }
        if let Some(verb) = near(&known, hull).find(|other| leads_in(context, &own, other.candidate)) {
            own.cue.clone_from(&verb.candidate.cue);
            own.lemma = verb.candidate.lemma;
        }
        let same = near(&known, hull).filter(|other| agree(context, &own, other.candidate)).max_by_key(|other| other.grammar);
        let Some(other) = same else { return Some(own) };
        // For Ruiz, “the dam is safe,” she said: what stands outside of the marks is not said with a tag right at them.
        if other.kind == QuoteKind::Direct && other.grammar.is_some_and(|(_, sure)| sure) && kind(context, &own) != QuoteKind::Direct {
            return None;
        }
        // "The road is, in Ruiz’s words, “a gift”": the grammar knows where such words begin.
        if other.candidate.rule == "in words" {
            return None;
        }
        both(own, other.candidate)
    };
    seen.into_iter().filter_map(merge).collect()
}

/// “…,” said Ruiz, who held a sign *that read “…”*: the words on it are no more of hers.
fn without_sign(context: &Context, content: &mut Vec<Span>) {
    let on_sign = |span: &Span| {
        let first = context.tokens.after(span.start);
        left::is_on_sign(context, context.stretch_at(first).map_or(first, |stretch| context.range(stretch).start))
    };
    let parts = 1 + content.iter().skip(1).take_while(|span| !on_sign(span)).count();
    content.truncate(parts);
}

/// "was led away, *yelling*, “…”": a verb of saying right before the same words in marks is their cue.
fn leads_in(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    let touches = known.content.first().is_some_and(|words| context.tokens.within(*words).start <= known.cue.end + 2);
    known.frame == Frame::Quote && known.rule == "before" && touches && own.content == known.content && own.cue.end < known.cue.start
}

/// What the grammar knows, in the limits that the tagger sees; nothing where these are the same.
fn both(own: Candidate, known: &Candidate) -> Option<Candidate> {
    let all = length(&own.content).max(length(&known.content));
    let other_words = shared(&own.content, &known.content) * 20 < all * 19;
    // The verb with its helpers and particles: "has called on".
    let meets = own.cue.start < known.cue.end && known.cue.start < own.cue.end;
    let cue = if meets { own.cue } else { known.cue.clone() };
    let source = whole_source(own.source, known.source);
    let limits = |source: Option<Nominal>| source.map(|source| (source.start, source.extent));
    let differs = other_words || cue != known.cue || limits(source) != limits(known.source);
    // "published a post that *said* the dam held": the verb at the words
    let said = speech_tags::is_tag_lemma(own.lemma) && !speech_tags::is_tag_lemma(known.lemma) && known.cue.end < cue.end;
    let (lemma, frame) = if said { (own.lemma, own.frame) } else { (known.lemma, known.frame) };
    differs.then(|| Candidate { content: own.content, cue, source, lemma, frame, rule: "both", ..known.clone() })
}

/// "praised the divers *while the council seeks* a cheaper way": the next clause is the writer's.
fn runs_on(context: &Context, own: &Candidate, known: &Candidate) -> bool {
    let ([own_words], [words]) = (own.content.as_slice(), known.content.as_slice()) else { return false };
    let next = context.tokens.at(context.tokens.after(words.end));
    let same = own_words.start == words.start && own.cue.end == known.cue.end;
    // "Ruiz’s claim that the dam holds *was* welcome"
    let noun = known.rule == "noun" && own_words.start == words.start && own.cue.start < known.cue.end && known.cue.start < own.cue.end;
    if noun && words.end < own_words.end && next.tag.is_verb() {
        return true;
    }
    let ends_with_marks = || context.stretch_at(context.tokens.within(*words).end.saturating_sub(1)).is_some();
    if same
        && words.end < own_words.end
        && matches!(known.frame, Frame::Object | Frame::Clause)
        && right::names(known.lemma)
        && ends_with_marks()
    {
        return true;
    }
    same && words.end < own_words.end && matches!(known.frame, Frame::Object | Frame::Prep) && matches!(next.lower(), "while" | "whereas")
}

fn kind(context: &Context, candidate: &Candidate) -> QuoteKind {
    select::kind(context, &candidate.content, &select::stretches_in(context, &candidate.content))
}

/// The limits that the tagger sees, with the mention that the grammar sees in them.
fn whole_source(seen: Option<Nominal>, known: Option<Nominal>) -> Option<Nominal> {
    match (seen, known) {
        (Some(seen), Some(known)) if seen.start < known.extent && known.start < seen.extent => {
            // "A slide from a talk that *Ruiz* gave shows": the grammar has the last noun phrase, the tagger the first.
            let mention = if seen.start < known.start { seen.mention.or(known.mention) } else { known.mention };
            Some(Nominal { mention, ..seen })
        }
        _ => known,
    }
}

fn read<'a>(context: &Context, all: &'a [Candidate], by_grammar: bool) -> Vec<Read<'a>> {
    let whole = all.iter().filter(|candidate| refusal::is_whole(context, candidate));
    let read = whole.filter_map(|candidate| {
        let hull = candidate.content.iter().copied().reduce(Span::hull)?;
        let stretches = select::stretches_in(context, &candidate.content);
        let kind = select::kind(context, &candidate.content, &stretches);
        let grammar = by_grammar
            .then(|| (weigh::odds(&weigh::looks(context, candidate, kind)), select::is_sure(context, candidate, kind, &stretches)));
        let hardly = grammar.is_some_and(|(odds, _)| weigh::logistic(f64::from(odds) / 100.0) < select::ENOUGH);
        let held = if by_grammar {
            refusal::stands(context, candidate, kind, &stretches, hardly)
        } else {
            refusal::seen(context, candidate, kind, &stretches)
        };
        if !held {
            return None;
        }
        Some(Read { candidate, hull, kind, grammar })
    });
    let mut read: Vec<Read> = read.collect();
    order::by_key(&mut read, |read| read.hull.start);
    read
}

/// Those that may share words with `hull`, at most a few dozen.
fn near<'a, 'b>(all: &'b [Read<'a>], hull: Span) -> impl Iterator<Item = &'b Read<'a>> {
    let end = all.partition_point(|read| read.hull.start < hull.end);
    all.iter().take(end).rev().take(24).filter(move |read| read.hull.end > hull.start)
}

/// Half of the words shared, and the same source; but "said it holds and *warned* of more" is two, where one takes the other's cue for words said.
fn agree(context: &Context, a: &Candidate, b: &Candidate) -> bool {
    let within =
        |cue: &Candidate, content: &Candidate| !cue.cue.is_empty() && ranges(context, content).any(|range| range.contains(&cue.cue.start));
    same_source(context, a, b)
        && shared(&a.content, &b.content) * 2 >= length(&a.content).max(length(&b.content))
        && !within(a, b)
        && !within(b, a)
}

pub fn same_source(context: &Context, a: &Candidate, b: &Candidate) -> bool {
    let source = |candidate: &Candidate| candidate.source.map(|source| source.span(context.tokens));
    match (source(a), source(b)) {
        (Some(a), Some(b)) => a.meets(b),
        (None, None) => true,
        _ => false,
    }
}

/// Does a sure tag of the grammar give some of the words to another source?
fn contradicts(context: &Context, own: &Candidate, other: &Read) -> bool {
    other.grammar.is_some_and(|(_, sure)| sure)
        && !same_source(context, own, other.candidate)
        && shared(&own.content, &other.candidate.content) * 2 >= length(&other.candidate.content)
}

/// How many bytes two contents share.
fn shared(a: &[Span], b: &[Span]) -> usize {
    let common = |x: &Span, y: &Span| x.end.min(y.end).saturating_sub(x.start.max(y.start));
    a.iter().map(|x| b.iter().map(|y| common(x, y)).sum::<usize>()).sum()
}

fn judge<'a>(context: &Context, tagged: &Tagged, own: &Read<'a>, grammar: Option<(i32, bool)>, agrees: bool) -> Judged<'a> {
    let candidate = own.candidate;
    let joined = particle::joined(context, candidate);
    let attitude = cues::find(candidate.lemma).map(|verb| verb.attitude);
    let first = first_token(context, &joined);
    let points = tagged.points(first);
    let source = candidate.source.map(|source| source.start..source.end);
    let cue = (!joined.cue.is_empty()).then(|| joined.cue.clone());
    let [starts, inside, stops] = edges(context, tagged, &joined, first);
    let as_cue = cue.clone().map_or(0, |range| mean(tagged, range, Role::Cue));
    let signs = [
        100,
        flag(own.grammar.is_none()),
        flag(grammar.is_some()),
        grammar.map_or(0, |(odds, _)| odds.clamp(-600, 600)),
        flag(grammar.is_some_and(|(_, sure)| sure)),
        flag(agrees),
        starts,
        inside,
        stops,
        source.clone().map_or(0, |range| mean(tagged, range, Role::Source)),
        as_cue,
        hundredths(points.margin(source.clone(), Link::Source)),
        hundredths(points.margin(cue.clone(), Link::Cue)),
        flag(source.is_none()),
        flag(cue.is_none()),
        flag(attitude.is_none()),
        flag(attitude.is_some_and(|attitude| attitude != Attitude::Said)),
        flag(candidate.content.len() > 1),
        flag(cue.is_some_and(|cue| is_far(context, candidate, &cue))),
        flag(is_spread(context, candidate)),
    ];
    let known = grammar.map(|(odds, sure)| weigh::logistic(f64::from(odds) / 100.0).max(if sure { 0.9 } else { 0.0 }));
    let sure = own.grammar.is_some_and(|(_, sure)| sure) && is_tag(candidate);
    Judged { candidate, kind: own.kind, sure, grammar: known, tagger: weigh::logistic(f64::from(inside) / 100.0), cue: as_cue, signs }
}

/// “The dam held,” Ruiz said; said Ruiz.
fn is_tag(candidate: &Candidate) -> bool {
    matches!(candidate.frame, Frame::After | Frame::Inverted | Frame::PassiveBy)
}

fn flag(on: bool) -> i32 {
    i32::from(on) * 100
}

/// Scores have 11 bits after the point; the sums here are of hundredths, and one score alone shall not decide.
fn hundredths(score: i32) -> i32 {
    (score * 25 / 512).clamp(-600, 600)
}

/// No span of the content begins or ends in the sentence of the cue.
fn is_far(context: &Context, candidate: &Candidate, cue: &Range<usize>) -> bool {
    let sentence = context.tokens.at(cue.start).sentence;
    let at = |token: usize| context.tokens.at(token).sentence == sentence;
    !ranges(context, candidate).any(|range| at(range.start) || at(range.end.saturating_sub(1)))
}

/// Far apart spans: not one quotation cut by its tag.
fn is_spread(context: &Context, candidate: &Candidate) -> bool {
    let all: Vec<Range<usize>> = ranges(context, candidate).collect();
    all.windows(2).any(|pair| matches!(pair, [a, b] if b.start.saturating_sub(a.end) > 16))
}

/// The first token of a content, its opening mark among them, as the tagger learned it.
fn first_token(context: &Context, candidate: &Candidate) -> usize {
    let first = ranges(context, candidate).next().map_or(0, |range| range.start);
    let is_own = |i: &usize| context.tokens.at(*i).kind == Kind::Mark && context.stretch_at(*i) == context.stretch_at(first);
    first.checked_sub(1).filter(is_own).unwrap_or(first)
}

/// Whether the content begins, is inside, and ends where the tagger says so.
fn edges(context: &Context, tagged: &Tagged, candidate: &Candidate, first: usize) -> [i32; 3] {
    let begin = tagged.labels(first);
    let starts = begin[5] - most(&[begin[0], begin[1], begin[2], begin[3], begin[4], begin[6]]);
    let last = ranges(context, candidate).last().map_or(first, |range| range.end);
    let next = tagged.labels(if context.tokens.at(last).kind == Kind::Mark { last + 1 } else { last });
    let stops = most(&[next[0], next[1], next[2], next[3], next[4], next[5]]) - next[6];
    let inside: Vec<i32> = ranges(context, candidate).flatten().map(|i| margin(tagged, i, Role::Content)).collect();
    [hundredths(starts), average(&inside), hundredths(stops)]
}

fn most(scores: &[i32]) -> i32 {
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
