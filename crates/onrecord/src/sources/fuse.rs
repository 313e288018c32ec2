//! Grammar and tagger together: what each says of a candidate is a number, and the candidate's log odds are a weighted sum of them.
//!
//! The weights (`data/fusion.txt`) are learned from articles that the tagger did not learn from, one set for each kind of quote.

use super::candidate::{Candidate, ranges};
use super::context::Context;
use super::extent::is_finite;
use super::judge::{self, Judged};
use super::tagged::Tagged;
use super::{Attribution, Voices};
use super::{attitude, second, select, weigh};
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::Frame;
use crate::data::{fusion, speech_tags};
use crate::order;
use onrecord_tagger::Network;
use std::ops::Range;

const FREE: u32 = u32::MAX;
/// A tag right at words in marks is hardly ever wrong, on pages of any kind.
const SURE: f64 = 0.85;
/// So sure is a quotation with its tag that it counts inside of what somebody else says, where the tagger sees the outer words alone.
const NESTED: f64 = 0.8;
/// Words without marks that the grammar alone leaves out, and that are less sure than this, count as things that the writer tells of.
const WORDS: f64 = 0.6;
/// The same for words without a verb: "talked about the dam".
const THINGS: f64 = 0.8;
/// So sure is the tagger of an act of speech ("declared the strike over") that the grammar need not be.
const ACT: f64 = 0.7;

/// The attributions that hold, surest first where two exclude each other.
pub fn best(context: &Context, network: &Network, grammar: &[Candidate]) -> Vec<Attribution> {
    let tagged = Tagged::read(context, network, grammar);
    let seen = judge::merged(context, grammar, tagged.candidates(context));
    let judged = judge::all(context, &tagged, grammar, &seen);
    let scored = judged.iter().filter_map(|judged| Some((attribution(context, judged)?, judged.cue))).collect();
    let mut scored = second::without(context, one_for_each_content(scored));
    order::by(&mut scored, |a, b| b.score.total_cmp(&a.score).then(a.start().cmp(&b.start())));
    let mut taken = Taken::new(context.tokens.len());
    scored.retain(|attribution| taken.takes(context, attribution));
    order::by_key(&mut scored, Attribution::start);
    scored
}

/// “…,” he said, referring to the toll: of those with the same words that are about as sure, the one whose cue the tagger sees.
fn one_for_each_content(mut scored: Vec<(Attribution, i32)>) -> Vec<Attribution> {
    let about = |attribution: &Attribution| (attribution.score * 20.0).round();
    let place = |attribution: &Attribution| attribution.content.first().map(|span| (span.start, span.end));
    order::by(&mut scored, |(a, cue), (b, other)| place(a).cmp(&place(b)).then(about(b).total_cmp(&about(a))).then(other.cmp(cue)));
    let mut kept: Vec<Attribution> = scored.into_iter().map(|(attribution, _)| attribution).collect();
    kept.dedup_by(|later, earlier| later.content == earlier.content);
    kept
}

fn attribution(context: &Context, judged: &Judged) -> Option<Attribution> {
    let score = weigh::logistic(f64::from(fusion::odds(judged.kind, &judged.signs)) / 100.0);
    let score = if judged.sure { score.max(SURE) } else { score };
    // "In Ruiz’s words", a headline with a colon: rare in edited news, on which the weights were learned, and plain to the grammar.
    let plain = select::is_phrase(judged.candidate) || is_sign(judged.candidate);
    let score = if plain { score.max(judged.grammar.unwrap_or(0.0)) } else { score };
    let known = judged.grammar.unwrap_or(0.0);
    let quoted = judged.kind == QuoteKind::Direct && known >= NESTED;
    let enough = if judged.candidate.source.is_none() { fusion::ENOUGH } else { fusion::enough(judged.kind) };
    if score < enough && !quoted {
        return None;
    }
    let words = Words::read(context, judged);
    let made = select::attribution(context, judged.candidate, judged.kind, words.telling(judged, score));
    // "He is accused of interfering": nobody is said to have said it.
    let alone = !plain && words.stand_alone(judged, score);
    let indirect = judged.kind == QuoteKind::Indirect && (alone || made.source.is_none());
    // "There is no talk of a “reset”"
    let nobody = judged.kind == QuoteKind::Mixed && judged.grammar.is_none() && made.source.is_none();
    let unsaid = made.attitude == Attitude::Said && (indirect || nobody) && !attitude::is_clause(context, &made.content);
    let attitude = if unsaid { Attitude::Thought } else { made.attitude };
    let voices = Voices { grammar: judged.grammar, tagger: Some(judged.tagger) };
    Some(Attribution { attitude, score, voices, ..made })
}

/// What tells whether a candidate was put into words. That is for the grammar to say: the tagger learned from wishes and thoughts as much as
/// from words.
struct Words {
    lemma: &'static str,
    /// "says it cannot pay": whatever the clause before it.
    clause: bool,
    /// Is there a verb in the content, or only what was talked about?
    verb: bool,
}

impl Words {
    fn read(context: &Context, judged: &Judged) -> Self {
        let lemma = judged.candidate.lemma;
        let verb = has_verb(context, judged.candidate);
        let framed = speech_tags::is_tag_lemma(lemma) && matches!(judged.candidate.frame, Frame::That | Frame::Clause);
        Self { lemma, clause: framed || lemma == "say" && verb, verb }
    }

    /// How sure it is that the candidate tells what was said.
    fn telling(&self, judged: &Judged, score: f64) -> f64 {
        let known = judged.grammar.unwrap_or(0.0);
        if self.clause || judged.kind == QuoteKind::Mixed {
            known.max(score)
        } else if speech_tags::is_tag_lemma(self.lemma) {
            // "An outdated cabinet legit said": on a spun page the tagger does not know the noun, and yet only people say.
            known
        } else if speech_tags::is_act(self.lemma) && score >= ACT {
            known.min(score).max(attitude::LIKELY)
        } else {
            known.min(score)
        }
    }

    /// Does the tagger alone see it, and is it not sure enough?
    fn stand_alone(&self, judged: &Judged, score: f64) -> bool {
        let enough = match self.verb {
            true => WORDS,
            false if speech_tags::is_act(self.lemma) => ACT,
            false => THINGS,
        };
        let says = self.clause || self.lemma == "according to";
        !says && judged.grammar.unwrap_or(0.0) < select::ENOUGH && score < enough
    }
}

/// "a sign that read “…”"
fn is_sign(candidate: &Candidate) -> bool {
    candidate.lemma == "read" && matches!(candidate.frame, Frame::Quote | Frame::Colon) && candidate.source.is_some()
}

/// Is there a verb in it, or only what was talked about?
fn has_verb(context: &Context, candidate: &Candidate) -> bool {
    ranges(context, candidate).flatten().any(|i| is_finite(context, i))
}

/// For each token, the attribution that has it as cue or content; so that many attributions take no longer than they have words.
struct Taken {
    cues: Vec<bool>,
    contents: Vec<u32>,
    /// How many tokens each content has.
    sizes: Vec<usize>,
}

impl Taken {
    fn new(tokens: usize) -> Self {
        Self { cues: vec![false; tokens], contents: vec![FREE; tokens], sizes: Vec::new() }
    }

    /// Takes an attribution's tokens, unless a surer one has them: one cue has one content, and words are said once, except for a quotation
    /// within what somebody says.
    fn takes(&mut self, context: &Context, attribution: &Attribution) -> bool {
        let cue = attribution.cue.as_ref().map_or(0..0, |(span, _)| context.tokens.within(*span));
        let content: Vec<Range<usize>> = attribution.content.iter().map(|span| context.tokens.within(*span)).collect();
        let size = content.iter().map(Range::len).sum();
        let in_content = cue.clone().any(|i| self.contents.get(i).is_some_and(|owner| *owner != FREE));
        let known = attribution.voices.grammar.unwrap_or(0.0).max(attribution.score);
        let nested = in_content && attribution.kind == QuoteKind::Direct && known >= NESTED;
        if attribution.score < fusion::enough(attribution.kind) && !nested {
            return false;
        }
        let twice = cue.clone().any(|i| self.cues.get(i).is_some_and(|taken| *taken));
        if twice || (!nested && (in_content || self.overlaps(&content, size))) {
            return false;
        }
        for i in cue {
            self.cues.get_mut(i).into_iter().for_each(|cue| *cue = true);
        }
        let own = self.sizes.len() as u32;
        for i in content.into_iter().flatten() {
            self.contents.get_mut(i).into_iter().for_each(|owner| *owner = own);
        }
        self.sizes.push(size);
        true
    }

    /// Does it share a third of its tokens, or of another's, with that other?
    fn overlaps(&self, content: &[Range<usize>], size: usize) -> bool {
        let mut run = (FREE, 0);
        content.iter().cloned().flatten().any(|i| {
            let owner = self.contents.get(i).copied().unwrap_or(FREE);
            run = (owner, if owner == run.0 { run.1 + 1 } else { 1 });
            let other = self.sizes.get(owner as usize).copied().unwrap_or(usize::MAX);
            owner != FREE && run.1 * 10 >= 3 * size.min(other)
        })
    }
}
