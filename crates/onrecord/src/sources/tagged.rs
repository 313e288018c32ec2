//! What the tagger says of the tokens, and the attributions that it sees.

use super::candidate::Candidate;
use super::circumstances::{self, Circumstances};
use super::clause::{Nominal, is_negation};
use super::context::Context;
use super::features::{self, Window};
use super::hints::Hints;
use super::select;
use super::{edges, extent, firm};
use crate::article::QuoteKind;
use crate::data::cues::{self, Frame};
use crate::lexer::{Kind, Tag};
use crate::order;
use crate::span::Span;
use onrecord_tagger::{Link, Network, Reading};
use std::ops::Range;

/// Scores have 11 bits after the point.
const ONE: i32 = 1 << 11;
/// The spans are read again where words are in a span more readily, and less readily: the fusion chooses among these readings.
const LEANS: [i32; 2] = [-ONE, 2 * ONE];
/// So many words between two pieces of a content belong to it too.
const GAP: usize = 4;
/// Label of a token outside of every span.
const OUTSIDE: [i32; 7] = [8 * ONE, 0, 0, 0, 0, 0, 0];

/// What the tagger says of an article.
pub struct Tagged {
    windows: Vec<(Window, Reading)>,
    /// For each token, its window and its place there.
    places: Vec<Option<(usize, usize)>>,
}

/// A role of a span, with the labels of its first and of its other tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Labels 1 and 2.
    Source = 1,
    /// Labels 3 and 4.
    Cue = 3,
    /// Labels 5 and 6.
    Content = 5,
}

/// A span of a window that the tagger sees, as places in the window.
type Found = (Role, Range<usize>);
/// Source and cue, as indices of their spans, and the contents that are linked to them.
type Linked = (Option<usize>, Option<usize>, Vec<Range<usize>>);

impl Tagged {
    /// Runs the network over the article, with what the grammar makes of its candidates before it.
    pub fn read(context: &Context, network: &Network, grammar: &[Candidate]) -> Self {
        let windows = features::windows(context, &Hints::new(context, grammar)).into_iter().map(|window| {
            let reading = network.run(&window.features);
            (window, reading)
        });
        let windows: Vec<_> = windows.collect();
        let mut places = vec![None; context.tokens.len()];
        for (i, (window, _)) in windows.iter().enumerate() {
            for (at, token) in window.tokens.iter().enumerate() {
                if let Some(place) = places.get_mut(*token) {
                    *place = Some((i, at));
                }
            }
        }
        Self { windows, places }
    }

    /// The scores of a token's labels.
    pub fn labels(&self, token: usize) -> [i32; 7] {
        let place = self.places.get(token).copied().flatten();
        place.and_then(|(window, at)| self.windows.get(window)?.1.labels.get(at).copied()).unwrap_or(OUTSIDE)
    }

    /// How much a token looks like a part of a content rather than of anything else.
    pub fn gain(&self, token: usize) -> i32 {
        let [outside, source, within_source, cue, within_cue, begin, inside] = self.labels(token);
        begin.max(inside) - outside.max(source).max(within_source).max(cue).max(within_cue)
    }

    /// Does a token rather look like a part of a source or cue than of anything else?
    pub fn is_tag(&self, token: usize) -> bool {
        let [outside, source, within_source, cue, within_cue, begin, inside] = self.labels(token);
        source.max(within_source).max(cue).max(within_cue) > outside.max(begin).max(inside)
    }

    /// Where a content that begins at a token points.
    pub fn points(&self, from: usize) -> Points<'_> {
        let place = self.places.get(from).copied().flatten();
        let read = place.and_then(|(window, at)| Some((self.windows.get(window)?, at)));
        let scores = |link| read.map_or_else(Vec::new, |((_, reading), at)| reading.point(at, link));
        Points { from, tokens: read.map_or(&[], |((window, _), _)| &window.tokens), source: scores(Link::Source), cue: scores(Link::Cue) }
    }

    /// The attributions that the tagger sees.
    pub fn candidates(&self, context: &Context) -> Vec<Candidate> {
        let all = self.windows.iter().flat_map(|(window, reading)| {
            let mut found: Vec<Candidate> =
                of_window(context, window, reading, 0).into_iter().map(|own| edges::settled(context, self, own)).collect();
            for lean in LEANS {
                let new: Vec<Candidate> = of_window(context, window, reading, lean)
                    .into_iter()
                    .map(|own| edges::settled(context, self, own))
                    .filter(|own| is_new(context, &found, own))
                    .collect();
                found.extend(new);
            }
            found
        });
        all.collect()
    }
}

/// Is a reading unlike those before it, and whole? Of words in marks the likeliest one is enough.
fn is_new(context: &Context, found: &[Candidate], own: &Candidate) -> bool {
    let marked =
        |other: &Candidate| select::kind(context, &other.content, &select::stretches_in(context, &other.content)) == QuoteKind::Direct;
    let meets = |other: &Candidate| other.content.iter().any(|span| own.content.iter().any(|own| own.meets(*span)));
    !has_hole(context, own)
        && !found.iter().any(|other| (other.content == own.content && other.cue == own.cue) || (meets(other) && marked(other)))
}

/// "a step at the talks … giving up a fish": are words of one sentence left out that are neither source nor cue?
fn has_hole(context: &Context, own: &Candidate) -> bool {
    let source = own.source.map_or(0..0, |source| source.start..source.end);
    let tag = |gap: &Range<usize>| [&own.cue, &source].into_iter().any(|tag| tag.start < gap.end && gap.start < tag.end);
    let ranges: Vec<Range<usize>> = own.content.iter().map(|span| context.tokens.within(*span)).collect();
    let mut gaps = ranges.iter().zip(ranges.iter().skip(1)).map(|(a, b)| a.end..b.start);
    gaps.any(|gap| !tag(&gap) && context.tokens.at(gap.start).sentence == context.tokens.at(gap.end).sentence)
}

/// Where a content points: a score for each token of its window.
pub struct Points<'a> {
    from: usize,
    tokens: &'a [usize],
    source: Vec<i32>,
    cue: Vec<i32>,
}

impl Points<'_> {
    /// How much it points into `to` rather than anywhere else; without `to`, to nothing.
    pub fn margin(&self, to: Option<Range<usize>>, link: Link) -> i32 {
        let to = to.unwrap_or(self.from..self.from + 1);
        let scores = if link == Link::Source { &self.source } else { &self.cue };
        let (mut inside, mut outside) = (-16 * ONE, -16 * ONE);
        for (score, token) in scores.iter().zip(self.tokens) {
            let best = if to.contains(token) { &mut inside } else { &mut outside };
            *best = (*score).max(*best);
        }
        inside - outside
    }
}

fn of_window(context: &Context, window: &Window, reading: &Reading, lean: i32) -> Vec<Candidate> {
    let spans = spans(reading, lean);
    let of = |wanted: Role| spans.iter().filter(move |(role, _)| *role == wanted).map(|(_, range)| range.clone()).collect::<Vec<_>>();
    let (sources, cues) = (of(Role::Source), of(Role::Cue));
    let mut groups: Vec<Linked> = Vec::new();
    for content in of(Role::Content) {
        let source = pick(content.start, &sources, &reading.point(content.start, Link::Source));
        let cue = pick(content.start, &cues, &reading.point(content.start, Link::Cue));
        match groups.iter_mut().find(|group| cue.is_some() && group.1 == cue) {
            Some(group) => group.2.push(content),
            None => groups.push((source, cue, vec![content])),
        }
    }
    let tokens = |range: &Range<usize>| tokens_of(window, range);
    let made = groups.iter().flat_map(|(source, cue, contents)| {
        let source = source.and_then(|i| sources.get(i)).map(tokens);
        let cue = cue.and_then(|i| cues.get(i)).map(tokens);
        let contents: Vec<Range<usize>> = contents.iter().map(tokens).collect();
        let contents = bridged(context, after_colon(context, contents), &[&source, &cue]);
        parts(context, cue, contents).map(move |(cue, contents)| candidate(context, source.clone(), cue, &contents))
    });
    made.collect()
}

/// S added a note of doubt: “A.”: where words in marks stand after a colon, those before it in the sentence are no part of them.
fn after_colon(context: &Context, mut contents: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let opens = |at: usize| context.tokens.at(at).kind == Kind::Mark && at > 0 && context.text.slice(context.tokens.at(at - 1).span) == ":";
    let colon = contents.iter().map(|range| range.start).find(|start| opens(*start));
    if let Some(colon) = colon {
        let sentence = context.sentence(context.tokens.at(colon).sentence);
        contents.retain(|range| range.start < sentence.start || range.start >= colon);
    }
    contents
}

/// Joins pieces that only a few words of the same sentence part, none of them source or cue: nobody's words lack their prepositions.
fn bridged(context: &Context, contents: Vec<Range<usize>>, others: &[&Option<Range<usize>>]) -> Vec<Range<usize>> {
    let is_free = |gap: &Range<usize>| {
        let other = others.iter().filter_map(|other| other.as_ref()).any(|other| other.start < gap.end && gap.start < other.end);
        let sentence = context.tokens.at(gap.end).sentence;
        let plain = |i: usize| context.tokens.at(i).kind != Kind::Mark && context.tokens.at(i).sentence == sentence;
        (1..=GAP).contains(&gap.len()) && (gap.start - 1..=gap.end).all(plain) && !other
    };
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(contents.len());
    for range in contents {
        match joined.last_mut() {
            Some(last) if last.end <= range.start && is_free(&(last.end..range.start)) => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

/// “A,” said S. “B.”: the words in the sentence of the cue are one quotation, those in other sentences go on from it.
fn parts(
    context: &Context,
    cue: Option<Range<usize>>,
    contents: Vec<Range<usize>>,
) -> impl Iterator<Item = (Option<Range<usize>>, Vec<Range<usize>>)> {
    let sentence = cue.as_ref().map(|cue| context.tokens.at(cue.start).sentence);
    let at = |token: usize| sentence.is_some_and(|sentence| context.tokens.at(token).sentence == sentence);
    let (mut near, mut far): (Vec<_>, Vec<_>) = contents.into_iter().partition(|range| at(range.start) || at(range.end.saturating_sub(1)));
    if near.is_empty() && !far.is_empty() {
        near.push(far.remove(0));
    }
    std::iter::once((cue, near)).chain(far.into_iter().map(|range| (None, vec![range])))
}

fn tokens_of(window: &Window, range: &Range<usize>) -> Range<usize> {
    let at = |i: usize| window.tokens.get(i).copied().unwrap_or_default();
    at(range.start)..at(range.end.saturating_sub(1)) + 1
}

/// The spans that the most likely labels make.
fn spans(reading: &Reading, lean: i32) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (i, scores) in reading.labels.iter().enumerate() {
        let (label, _) = scores.iter().enumerate().fold((0, i32::MIN), |best, (label, score)| {
            let score = if label == 0 { *score - lean } else { *score };
            if score > best.1 { (label, score) } else { best }
        });
        let role = match label {
            0 => continue,
            1 | 2 => Role::Source,
            3 | 4 => Role::Cue,
            _ => Role::Content,
        };
        match found.last_mut() {
            Some((last, range)) if *last == role && range.end == i && label % 2 == 0 => range.end += 1,
            _ => found.push((role, i..i + 1)),
        }
    }
    found
}

/// The span that a content points to, unless it rather points to itself.
fn pick(content: usize, spans: &[Range<usize>], scores: &[i32]) -> Option<usize> {
    let own = scores.get(content).copied().unwrap_or_default() - ONE;
    let best = |range: &Range<usize>| scores.get(range.clone()).unwrap_or_default().iter().copied().max().unwrap_or(i32::MIN);
    let scored = spans.iter().map(best).enumerate();
    let (i, score) = scored.fold((0, i32::MIN), |a, b| if b.1 > a.1 { b } else { a });
    (score > own).then_some(i)
}

fn candidate(context: &Context, source: Option<Range<usize>>, cue: Option<Range<usize>>, contents: &[Range<usize>]) -> Candidate {
    let cue = cue.unwrap_or(0..0);
    let head = cue.clone().rev().find(|i| cues::listed(context.tokens.at(*i).lemma()).is_some());
    let accords = !cue.is_empty() && context.tokens.at(cue.start).lower() == "according";
    let lemma = if accords { "according to" } else { head.map_or("", |head| context.tokens.at(head).lemma()) };
    Candidate {
        frame: Frame::Clause,
        lemma,
        negated: (cue.start.saturating_sub(1)..cue.end).any(|i| !cue.is_empty() && is_negation(context.tokens.at(i).lower())),
        circumstances: circumstances(context, &cue, lemma),
        cue,
        source: source.map(|range| nominal(context, range)),
        content: in_order(in_marks(context, contents.iter().map(|range| content(context, range.clone())).collect())),
        rule: "tagger",
    }
}

fn circumstances(context: &Context, cue: &Range<usize>, lemma: &str) -> Circumstances {
    if cue.is_empty() {
        return Circumstances::default();
    }
    let end = context.sentence(context.tokens.at(cue.start).sentence).end;
    circumstances::walk(context, lemma, cue.end, end).1
}

fn nominal(context: &Context, range: Range<usize>) -> Nominal {
    // "Ruiz’s deputy Lund": not Ruiz.
    let owns = |mention: &usize| {
        context.mention(*mention).is_some_and(|of| context.tokens.at(of.tokens.end).tag == Tag::Genitive && of.tokens.end + 1 < range.end)
    };
    // "Ruiz’s" as the source of her announcement: the mention is all of "Ruiz’s announcement".
    let beyond = |mention: &usize| context.mention(*mention).is_some_and(|of| of.tokens.end > range.end);
    let owner = context.tokens.at(range.end.saturating_sub(1)).tag == Tag::Genitive;
    let fits = |mention: &usize| !(owns(mention) || owner && beyond(mention) || firm::is_in_front(context, *mention, range.end));
    let mention = range.clone().filter_map(|i| context.mention_at(i)).find(fits);
    Nominal { start: range.start, end: range.end, extent: range.end, mention }
}

/// For Ruiz, “A,” she said: a few words beside a quotation that stands in marks are no part of it.
fn in_marks(context: &Context, mut spans: Vec<Span>) -> Vec<Span> {
    let stretches = select::stretches_in(context, &spans);
    if spans.len() > 1 && select::kind(context, &spans, &stretches) == QuoteKind::Direct {
        let marked = |span: &Span| stretches.iter().filter_map(|i| context.stretch(*i)).any(|stretch| span.meets(stretch.inner));
        spans.retain(marked);
    }
    spans
}

/// Two spans that were taken for the whole of one stretch are one.
fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    order::by_key(&mut spans, |span| span.start);
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut().filter(|last| last.end > span.start) {
            Some(last) => *last = last.hull(span),
            None => joined.push(span),
        }
    }
    joined
}

/// The words of a content: those of a stretch where they are nearly the same, without marks or commas at their edges.
fn content(context: &Context, range: Range<usize>) -> Span {
    let is_mark = |i: usize| context.tokens.at(i).kind == Kind::Mark;
    let (mut start, mut end) = (range.start, range.end);
    // What stands before an opening mark without being a word is no part of the words in marks.
    let is_word = |i: usize| context.text.slice(context.tokens.at(i).span).contains(char::is_alphanumeric);
    if start + 1 < end && !is_mark(start) && !is_word(start) && is_mark(start + 1) {
        start += 1;
    }
    let stretch = context.stretch_at(start).filter(|stretch| context.range(*stretch).start + 1 >= start);
    let around = stretch.map_or(0..0, |stretch| context.range(stretch));
    if let Some(stretch) = stretch.and_then(|stretch| context.stretch(stretch)).filter(|_| around.end.abs_diff(end) <= 2) {
        return stretch.inner;
    }
    // A mark without its partner in the content.
    if is_mark(start) && around.end >= end {
        start += 1;
    }
    if end > start && is_mark(end - 1) && context.stretch_at(end - 1).is_some_and(|stretch| context.range(stretch).start < start) {
        end -= 1;
    }
    extent::trim(context, start..end.max(start))
}
