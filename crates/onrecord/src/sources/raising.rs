//! Verbs whose subject belongs to what is thought: "*the talks* are expected *to fail*", "*she* seems *to like it*".
//!
//! Nobody is named who thinks so, least of all the subject: the content is the clause that the verb cuts in two. So nine in ten such
//! attributions of PolNeAR's training articles have it.

use super::clause::{Form, Group, nominal_before};
use super::context::Context;
use super::right::Right;
use super::{extent, subject};
use crate::data::cues::Frame;
use crate::lexer::Tag;
use crate::span::Span;
use std::ops::Range;

/// The subject and what is thought of it; nothing where `group` is no such verb.
pub fn content(context: &Context, sentence: &Range<usize>, group: &Group, earlier: &[Group], right: Option<&Right>) -> Option<Vec<Span>> {
    let lemma = context.tokens.at(group.head).lemma();
    let frame = right.map(|right| right.frame);
    let next = context.tokens.at(group.end).lower();
    let rest = match (lemma, frame) {
        ("seem" | "appear", Some(Frame::To | Frame::Object)) if group.form == Form::Finite => right?.content.clone(),
        ("seem", _) if group.form == Form::Finite && next == "like" => vec![extent::reported(context, group.end, sentence.end, false)],
        (_, Some(Frame::To)) if group.passive && raises(lemma) => right?.content.clone(),
        (_, _) if group.passive && describes(lemma) && next == "as" => vec![extent::reported(context, group.end, sentence.end, false)],
        ("accuse", Some(Frame::Prep)) if group.passive => right?.content.clone(),
        _ => return None,
    };
    let subject = subject::before(context, group, earlier, sentence.start)
        .or_else(|| nominal_before(context, group.start, sentence.start))
        .filter(|subject| subject.extent.max(subject.end) <= group.start)?;
    // "it seems a pity that …", "it is said to be"
    let empty = context.tokens.at(subject.start).tag == Tag::Pronoun
        && context.tokens.at(subject.start).lower() == "it"
        && frame != Some(Frame::To);
    if empty || rest.is_empty() {
        return None;
    }
    let own = subject.full(context.tokens);
    Some(std::iter::once(own).chain(rest).collect())
}

/// "is expected to fail"
fn raises(lemma: &str) -> bool {
    matches!(
        lemma,
        "expect"
            | "believe"
            | "think"
            | "say"
            | "report"
            | "rumor"
            | "allege"
            | "consider"
            | "know"
            | "project"
            | "predict"
            | "estimate"
            | "presume"
            | "assume"
            | "understand"
            | "see"
            | "deem"
            | "fear"
            | "suspect"
            | "claim"
    )
}

/// "is seen as a failure"
fn describes(lemma: &str) -> bool {
    matches!(lemma, "see" | "view" | "regard" | "know" | "perceive" | "describe" | "portray")
}
