//! Verbs whose subject belongs to what is thought: "*the talks* are expected *to fail*", "*she* seems *to like it*".
//!
//! Nobody is named who thinks so, least of all the subject: the content is the clause that the verb cuts in two. So nine in ten such
//! attributions of PolNeAR's training articles have it.

use super::Attribution;
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

/// "The opening is expected | *to draw crowds*": whoever found the words behind the verb, its subject belongs to them (46 of 59).
pub fn with_subject(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), None, [rest]) = (&found.cue, found.source, found.content.as_slice()) else { return };
    let (cue, rest) = (tokens.within(*cue), tokens.within(*rest));
    let passive = tokens.at(cue.end.saturating_sub(1)).tag.is_verb() && cue.clone().any(|i| tokens.at(i).lemma() == "be");
    if !(matches!(lemma.as_str(), "seem" | "appear") || passive && raises(lemma)) || cue.end != rest.start {
        return;
    }
    let floor = context.sentence(tokens.at(cue.start).sentence).start;
    let end = (floor..cue.start).rev().find(|i| tokens.at(*i).tag != Tag::Adverb).map_or(cue.start, |last| last + 1);
    let relative = end.checked_sub(1).filter(|last| *last >= floor && tokens.at(*last).tag == Tag::Wh || tokens.at(*last).lower() == "that");
    let subject = relative.map(|word| word..word + 1).or_else(|| nominal_before(context, end, floor).map(|subject| subject.start..subject.end));
    let empty = |subject: &Range<usize>| tokens.at(subject.start).lower() == "it" && tokens.at(rest.start).tag != Tag::To;
    if let Some(subject) = subject.filter(|subject| !empty(subject)) {
        found.content.insert(0, tokens.span(subject));
    }
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
