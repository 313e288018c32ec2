//! [`Candidate`]: an attribution that the grammar sees, before it is weighed.

use super::circumstances::Circumstances;
use super::clause::Nominal;
use super::context::Context;
use crate::data::cues::Frame;
use crate::span::Span;
use std::ops::Range;

/// An attribution that the grammar sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What stands around the cue.
    pub frame: Frame,
    /// The cue's dictionary form.
    pub lemma: &'static str,
    /// The cue's tokens; empty where there is none.
    pub cue: Range<usize>,
    /// Who.
    pub source: Option<Nominal>,
    /// What.
    pub content: Vec<Span>,
    /// "did not say"
    pub negated: bool,
    /// Where, when, to whom.
    pub circumstances: Circumstances,
    /// The rule, for `trace`.
    pub rule: &'static str,
}

/// The tokens of the spans of a content.
pub fn ranges(context: &Context, candidate: &Candidate) -> impl Iterator<Item = Range<usize>> {
    candidate.content.iter().map(|span| context.tokens.within(*span))
}

/// How many bytes.
#[cfg(feature = "tagger")]
pub fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}
