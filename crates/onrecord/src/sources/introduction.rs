//! What introduces a quotation without a cue of its own: a clause with a colon, a tag that is a sentence, the subject of the words before.

use super::Attribution;
use super::clause::{Form, Group, Nominal, groups, nominal_at};
use super::context::Context;
use super::subject;
use crate::article::Attitude;
use crate::data::cues;
use crate::lexer::Kind;
use crate::mentions::MentionKind;

/// What introduces a quotation.
pub struct Introduction {
    /// Who.
    pub source: Nominal,
    /// The verb, where there is one.
    pub cue: Option<Group>,
    /// How it was found.
    pub rule: &'static str,
    /// How sure that is, from 0 to 1.
    pub score: f64,
}

/// A source that introduces a quotation without a cue of its own, with the verb where there is one: "added his doubts: “…”",
/// "And from X: “…”", or the subject of the words before.
pub fn of_stretch(context: &Context, stretch: usize) -> Option<Introduction> {
    let open = context.range(stretch).start;
    let sentence = context.tokens.at(open).sentence;
    let range = context.sentence(sentence);
    if open > range.start {
        let colon = context.text.slice(context.tokens.at(open - 1).span) == ":";
        let (rule, score) = if colon { ("colon", 0.8) } else { ("subject of the sentence", 0.5) };
        if let Some(found) = clause_source(context, range.start, open, rule, score) {
            return Some(found);
        }
    }
    let before = context.sentence(sentence.checked_sub(1)?);
    let colon = before.end.checked_sub(1).is_some_and(|last| context.text.slice(context.tokens.at(last).span) == ":");
    let same_block = context.tokens.at(before.start).block == context.tokens.at(open).block;
    if !colon && !same_block {
        return None;
    }
    let (rule, score) = if colon { ("colon", 0.85) } else { ("subject of the sentence before", 0.4) };
    clause_source(context, before.start, before.end, rule, score)
}

/// The subject of the last verb of saying between two tokens, or of the last finite verb, or else the first mention there that can speak.
fn clause_source(context: &Context, start: usize, end: usize, rule: &'static str, score: f64) -> Option<Introduction> {
    let all = groups(context.tokens, start..end);
    let said = |group: &Group| cues::find(context.tokens.at(group.head).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
    let saying = last_subject(context, &all, start, |group| rule == "colon" && said(group) && !group.passive);
    let (source, cue) = saying.map(|(source, group)| (source, Some(group))).or_else(|| {
        let any = last_subject(context, &all, start, |_| true).filter(|(source, _)| speaks(context, source.mention));
        any.map(|(source, _)| (source, None)).or_else(|| first_source(context, start, end).map(|source| (source, None)))
    })?;
    Some(Introduction { source, cue, rule, score })
}

/// The last finite verb that is `wanted` and has a subject that is a mention.
fn last_subject(context: &Context, all: &[Group], floor: usize, wanted: impl Fn(&Group) -> bool) -> Option<(Nominal, Group)> {
    all.iter().enumerate().rev().find_map(|(i, group)| {
        if group.form != Form::Finite || context.speech_at(group.head).is_some() || !wanted(group) {
            return None;
        }
        let subject = subject::before(context, group, all.get(..i).unwrap_or_default(), floor)?;
        subject.mention.map(|_| (subject, *group))
    })
}

/// Can the mention speak?
fn speaks(context: &Context, mention: Option<usize>) -> bool {
    let kind = mention.and_then(|i| context.mention(i)).map(|mention| mention.kind);
    kind.is_some_and(|kind| !matches!(kind, MentionKind::Place | MentionKind::Document))
}

/// The first mention between two tokens that can speak.
fn first_source(context: &Context, start: usize, end: usize) -> Option<Nominal> {
    let mut at = start;
    while at < end {
        if let Some(i) = context.mention_from(at) {
            if speaks(context, Some(i)) && context.tokens.at(at).kind == Kind::Word && context.stretch_at(at).is_none() {
                return nominal_at(context, at, end);
            }
            at = context.mention(i)?.tokens.end.max(at + 1);
        } else {
            at += 1;
        }
    }
    None
}

/// "Ruiz said." as a sentence of its own before a quotation, where no other words are hers.
pub fn bare_tag(context: &Context, stretch: usize, kept: &[Attribution]) -> Option<Introduction> {
    let open = context.range(stretch).start;
    let before = context.sentence(context.tokens.at(open).sentence.checked_sub(1)?);
    if before.len() > 6 || before.end != open || context.tokens.at(before.start).block != context.tokens.at(open).block {
        return None;
    }
    let found = clause_source(context, before.start, before.end, "colon", 0.8)?;
    let cue = found.cue.filter(|cue| cues::find(context.tokens.at(cue.head).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said))?;
    let span = context.tokens.span(cue.start..cue.end);
    let used = kept.iter().rev().any(|attribution| attribution.cue.as_ref().is_some_and(|(cue, _)| *cue == span));
    (!used && cue.end + 2 >= before.end).then_some(Introduction { rule: "bare tag", ..found })
}
