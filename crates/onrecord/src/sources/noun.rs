//! Words that hang on a noun: "Ruiz’s *claim* that the bridge holds", "her repeated *warnings* that it would not".

use super::candidate::Candidate;
use super::circumstances::{Circumstances, is_day_name};
use super::clause::{Form, Nominal, groups};
use super::context::Context;
use super::extent;
use crate::data::cues::Frame;
use crate::data::views;
use crate::lexer::Tag;
use std::ops::Range;

/// So many tokens before and behind a claim are looked at for verbs.
const REACH: usize = 80;
/// The one by whom a declaration is has no more tokens.
const REACH_BACK: usize = 8;

/// The candidates of one sentence.
pub fn candidates(context: &Context, sentence: usize, into: &mut Vec<Candidate>) {
    let range = context.sentence(sentence);
    for that in range.start + 2..range.end {
        if context.tokens.at(that).lower() == "that" && context.speech_at(that - 1).is_none() {
            into.extend(claim(context, &range, that));
        }
    }
}

/// The noun before "that", if it is somebody’s.
fn claim(context: &Context, sentence: &Range<usize>, that: usize) -> Option<Candidate> {
    let (noun, lemma, source) = claimed(context, that, sentence.start)?;
    let end = predicate(context, source.start, that, sentence).unwrap_or(sentence.end);
    let content = extent::reported(context, that, end, true);
    (context.tokens.within(content).len() > 2).then(|| Candidate {
        frame: Frame::That,
        lemma,
        cue: noun..noun + 1,
        source: Some(source),
        content: vec![content],
        negated: false,
        circumstances: Circumstances::default(),
        rule: "noun",
    })
}

/// "Ruiz’s *claim* that the dam holds *drew* laughter", "her *promise* to go *was* broken": the verb behind the `words` of a claim whose
/// subject the noun at the end of `cue` is.
pub fn verb_behind(context: &Context, cue: &Range<usize>, words: &Range<usize>) -> Option<usize> {
    let tokens = context.tokens;
    let noun = cue.end.checked_sub(1).filter(|noun| tokens.at(*noun).tag.is_noun())?;
    let sentence = context.sentence(tokens.at(noun).sentence);
    let owner = owner(context, noun, sentence.start)?;
    let claims = tokens.at(words.start).lower() == "that" || tokens.at(words.start).tag == Tag::To;
    predicate(context, owner.start, words.start, &sentence).filter(|verb| claims && words.contains(verb))
}

/// Does the clause that begins with "that" say what somebody claims: "laughed at Ruiz’s *claim that* …"?
pub fn is_claim(context: &Context, that: usize, floor: usize) -> bool {
    claimed(context, that, floor).is_some()
}

/// The noun before "that", the verb that it stands for, and whose it is.
fn claimed(context: &Context, that: usize, floor: usize) -> Option<(usize, &'static str, Nominal)> {
    let speech = |noun: &usize| *noun > floor && views::speech(context.tokens.at(*noun).lower()).is_some();
    let own = before_time(context, that).checked_sub(1).filter(speech).and_then(|noun| Some((noun, owner(context, noun, floor)?)));
    let (noun, source) = own.or_else(|| by_whom(context, that).filter(|(noun, _)| speech(noun)))?;
    Some((noun, views::speech(context.tokens.at(noun).lower())?, source))
}

/// "Ruiz’s statement *last week* that the dam holds"
fn before_time(context: &Context, that: usize) -> usize {
    let lower = |back: usize| that.checked_sub(back).map_or("", |i| context.tokens.at(i).lower());
    match (lower(2), lower(1)) {
        ("last" | "this" | "on" | "earlier", _) => that - 2,
        (_, word) if matches!(word, "today" | "yesterday") || that > 0 && is_day_name(context, that - 1) => that - 1,
        _ => that,
    }
}

/// "a declaration *by the health ministry* that the risk was low"
fn by_whom(context: &Context, that: usize) -> Option<(usize, Nominal)> {
    let mention = (that.saturating_sub(REACH_BACK)..that).filter_map(|i| context.mention_at(i)).find(|mention| {
        let of = context.mention(*mention);
        of.is_some_and(|of| of.tokens.end == that && of.tokens.start > 1 && context.tokens.at(of.tokens.start - 1).lower() == "by")
    })?;
    let tokens = context.mention(mention)?.tokens.clone();
    let source = Nominal { start: tokens.start, end: tokens.end, extent: tokens.end, mention: Some(mention) };
    Some((tokens.start - 2, source))
}

/// Whose it is: "*Ruiz’s* latest claim", "*her* claim".
fn owner(context: &Context, noun: usize, floor: usize) -> Option<Nominal> {
    let describes = |i: &usize| matches!(context.tokens.at(*i).tag, Tag::Adjective | Tag::Adverb | Tag::Participle);
    let described = (floor..noun).rev().take(3).take_while(describes).count();
    let last = (noun - described).checked_sub(1).filter(|last| *last >= floor)?;
    if !matches!(context.tokens.at(last).tag, Tag::Possessive | Tag::Genitive) {
        return None;
    }
    // The mention may be all of "Ruiz’s claim", with "Ruiz" inside.
    let inside = |i: &usize| context.mention(*i).is_some_and(|of| of.tokens.end <= last + 1);
    let around = || (last.saturating_sub(1).max(floor)..=last).rev().filter_map(|i| context.mention_at(i));
    let mention = around().find(inside);
    let start = context.mention(mention.or_else(|| around().next())?)?.tokens.start.max(floor);
    Some(Nominal { start, end: last + 1, extent: last + 1, mention })
}

/// "Ruiz’s claim that the bridge holds *is* false": where the noun is the subject, its own verb comes after the clause’s.
fn predicate(context: &Context, start: usize, that: usize, sentence: &Range<usize>) -> Option<usize> {
    let finite = |range: Range<usize>| groups(context.tokens, range).into_iter().filter(|group| group.form == Form::Finite);
    if finite(sentence.start.max(start.saturating_sub(REACH))..start).next().is_some() {
        return None;
    }
    let mut verbs = finite(that..sentence.end.min(that + REACH));
    let mut before = if context.tokens.at(that).tag == Tag::To { that + 1 } else { verbs.next()?.end };
    verbs.find_map(|verb| {
        let opens = |i: usize| {
            let token = context.tokens.at(i);
            matches!(token.tag, Tag::Conjunction | Tag::Pronoun)
                || matches!(token.lower(), "that" | "which" | "who" | "what" | "how" | "if" | ",")
        };
        // "a plan that she thinks *would fail*", "that nobody would *“learn anything”*"
        let thinks = matches!(context.tokens.at(verb.start.saturating_sub(1)).tag, Tag::Past | Tag::VerbS);
        let part = thinks || context.stretch_at(verb.start).is_some();
        let joined = (before..verb.start).any(opens) || part;
        before = verb.end;
        (!joined).then_some(verb.start)
    })
}
