//! Step 6, [`attribute`]: quoted stretches, cues and mentions to attributions: source, cue, content.

use crate::article::{Attitude, Occasion, QuoteKind};
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::mentions::Mention;
use crate::quotes::Stretches;
use crate::span::Span;

/// One attribution, before it is known who the source is.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// How the words are given.
    pub kind: QuoteKind,
    /// What was said.
    pub content: Vec<Span>,
    /// The words that attribute, with their lemma.
    pub cue: Option<(Span, String)>,
    /// The phrase that names the speaker here.
    pub source: Option<Span>,
    /// The mention in `source`.
    pub mention: Option<usize>,
    /// Said, or ascribed by the writer.
    pub attitude: Attitude,
    /// "did not say"
    pub negated: bool,
    /// The attribution around it.
    pub parent: Option<usize>,
    /// The attribution that this one goes on from: its speaker is that one's.
    pub continues: Option<usize>,
    /// To whom.
    pub addressee: Option<Span>,
    /// "told CNN"
    pub outlet: Option<Span>,
    /// Where or how.
    pub occasion: Option<Occasion>,
    /// "Friday"
    pub day: Option<Span>,
    /// Indices of the stretches that its content is made of.
    pub stretches: Vec<usize>,
    /// The rule that found it, for `trace`.
    pub rule: &'static str,
    /// How sure the rule is, from 0 to 1.
    pub score: f64,
}

/// Finds the attributions, in order of their content.
pub fn attribute(_text: &Text, _layout: &Layout, _tokens: &Tokens, _mentions: &[Mention], _stretches: &Stretches) -> Vec<Attribution> {
    Vec::new()
}
