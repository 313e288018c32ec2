//! Verbs whose subject belongs to what is thought: "*the talks* are expected *to fail*", "*she* seems *to like it*".
//!
//! Nobody is named who thinks so, least of all the subject: the content is the clause that the verb cuts in two. So nine in ten such
//! attributions of PolNeAR's training articles have it.

use super::Attribution;
use super::clause::{Form, Group, nominal_before};
use super::context::Context;
use super::right::{Right, is_clause};
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

/// "The opening is expected | *to draw crowds*", "Osk was charged with | *theft*": whoever found the words behind the verb, its subject
/// belongs to them (72 of 95) unless they are a clause or somebody was asked or told.
pub fn with_subject(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), None, [rest]) = (&found.cue, found.source, found.content.as_slice()) else { return };
    let (cue, rest) = (tokens.within(*cue), tokens.within(*rest));
    let be = cue.clone().find(|i| tokens.at(*i).lemma() == "be");
    let passive = be.is_some_and(|be| (be + 1..cue.end).any(|i| matches!(tokens.at(i).tag, Tag::Participle | Tag::Past)));
    let clause = tokens.at(rest.start).tag == Tag::Wh
        || matches!(tokens.at(rest.start).lower(), "that" | "if" | "whether")
        || is_clause(context, rest.start, rest.end);
    let thought = matches!(lemma.as_str(), "seem" | "appear") || passive && !clause && !matches!(lemma.as_str(), "ask" | "tell" | "warn");
    if !thought || cue.end != rest.start {
        return;
    }
    let empty = |subject: &Range<usize>| tokens.at(subject.start).lower() == "it" && tokens.at(rest.start).tag != Tag::To && !passive;
    if let Some(subject) = subject_before(context, cue.start).filter(|subject| !empty(subject)) {
        found.content.insert(0, tokens.span(subject));
    }
}

/// The words of the subject right before token `verb`: "*who* also seemed", "*the plan* was".
fn subject_before(context: &Context, verb: usize) -> Option<Range<usize>> {
    let tokens = context.tokens;
    let floor = context.sentence(tokens.at(verb).sentence).start;
    let last = subject::pass_over(context, verb, floor).checked_sub(1).filter(|i| *i >= floor && tokens.at(*i).lower() != "what")?;
    if tokens.at(last).tag == Tag::Wh || tokens.at(last).lower() == "that" {
        return Some(last..last + 1);
    }
    nominal_before(context, last + 1, floor).map(|subject| subject.start..subject.end)
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
