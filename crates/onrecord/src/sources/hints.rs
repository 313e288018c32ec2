//! [`Hints`]: what the grammar says of each token, which the tagger reads beside the words.

use super::candidate::{Candidate, length};
use super::context::Context;
use super::{Attribution, cut, leftover, select};
use crate::article::QuoteKind;
use crate::order;
use crate::span::Span;

/// Readings that the grammar by itself leaves out are worth a hint as far down as this.
const DOUBTFUL: f64 = 0.1;
/// Attributions near each other have different numbers.
const NUMBERS: usize = 8;

/// For each token: its role, the number of its attribution, and how sure that is; noughts outside of every attribution.
pub struct Hints(Vec<[u8; 3]>);

impl Hints {
    /// What the grammar makes of its candidates.
    pub fn new(context: &Context, candidates: &[Candidate]) -> Self {
        let weighed = select::weighed(context, candidates, DOUBTFUL);
        let mut sure = select::surest(weighed.iter().filter(|attribution| attribution.score >= select::ENOUGH).cloned().collect());
        leftover::add(context, &mut sure);
        cut::mark(context, &mut sure);
        let mut doubtful = select::surest(weighed);
        doubtful.retain(|attribution| attribution.score < select::ENOUGH);
        // The surest last, and the longest first, so that what lies within another's words is seen.
        order::by(&mut doubtful, |a, b| a.score.total_cmp(&b.score));
        let mut order: Vec<usize> = (0..sure.len()).collect();
        order::by_key(&mut order, |i| std::cmp::Reverse(sure.get(*i).map_or(0, |attribution| length(&attribution.content))));
        let sure = order.into_iter().filter_map(|i| Some((i, sure.get(i)?)));
        let mut hints = Self(vec![[0; 3]; context.tokens.len()]);
        for (i, attribution) in doubtful.iter().enumerate().chain(sure) {
            // What goes on from other words shares their number: its source and cue are theirs.
            let number = 1 + attribution.continues.unwrap_or(i) % NUMBERS;
            hints.fill(context, attribution, number as u8);
        }
        hints
    }

    /// Of a token.
    pub fn at(&self, token: usize) -> [u8; 3] {
        self.0.get(token).copied().unwrap_or_default()
    }

    /// Roles: source 1 and 2, cue 3 and 4, content from 5 on by its kind; odd at the first token of a span, even at the others.
    fn fill(&mut self, context: &Context, attribution: &Attribution, number: u8) {
        let content = match attribution.kind {
            QuoteKind::Direct => 5,
            QuoteKind::Mixed => 7,
            QuoteKind::Indirect => 9,
            QuoteKind::Scare => 11,
        };
        let sure = sureness(attribution.score);
        let cue = attribution.cue.as_ref().map(|(span, _)| *span);
        let roles = attribution.content.iter().map(|span| (*span, content));
        for (span, role) in roles.chain(attribution.source.map(|span| (span, 1))).chain(cue.map(|span| (span, 3))) {
            self.mark(context, span, role, [number, sure]);
        }
    }

    fn mark(&mut self, context: &Context, span: Span, role: u8, [number, sure]: [u8; 2]) {
        let tokens = context.tokens.within(span);
        for (n, hint) in self.0.get_mut(tokens).into_iter().flatten().enumerate() {
            *hint = [role + u8::from(n > 0), number, sure];
        }
    }
}

/// In four steps.
fn sureness(score: f64) -> u8 {
    match score {
        s if s < select::ENOUGH => 1,
        s if s < 0.6 => 2,
        s if s < 0.8 => 3,
        _ => 4,
    }
}
