//! Where a content behind its cue ends: before what the writer adds to it.
//!
//! Most rules are customs of PolNeAR's annotators, counted in its training articles; the others are what readers of news pages found wrong.

use super::Attribution;
use super::clause::{self, is_auxiliary};
use super::context::Context;
use super::{circumstances, extent, noun, right};
use crate::article::Attitude;
use crate::data::cues;
use crate::lexer::{Kind, Tag};
use crate::span::Span;
use std::ops::Range;

/// A list of those who are included has no more words.
pub const LONGEST_LIST: usize = 60;

/// Where a content behind its cue ends.
pub fn end(context: &Context, found: &Attribution, range: Range<usize>) -> usize {
    // "called it “a gift”", not "called for “a gift”"
    let verb = |cue: &Span| context.tokens.at(context.tokens.within(*cue).end.saturating_sub(1)).tag.is_verb();
    let names = found.cue.as_ref().is_some_and(|(cue, lemma)| right::names(lemma) && verb(cue));
    if let Some(close) = right::name_ends(context, range.clone()).filter(|_| names) {
        return close;
    }
    let cue = found.cue.as_ref().map_or(range.start, |(cue, _)| context.tokens.within(*cue).start);
    let end = extent::relative_end(context, cue, range.clone()).unwrap_or(range.end);
    let end = before_answer(context, found, cue, range.start..end);
    let end = before_verb(context, found, range.start..end);
    let end = before_silence(context, range.start..end);
    let end = before_doubt(context, range.start..end);
    let end = before_link(context, range.start..end);
    let end = before_subordinator(context, range.start..end);
    let end = before_time(context, range.start..end);
    if end == range.end { with_inclusion(context, range) } else { end }
}

/// "Ruiz’s claim that the dam holds *drew laughter*"
fn before_verb(context: &Context, found: &Attribution, range: Range<usize>) -> usize {
    let cue = found.cue.as_ref().map(|(cue, _)| context.tokens.within(*cue));
    cue.and_then(|cue| noun::verb_behind(context, &cue, &range)).unwrap_or(range.end)
}

/// "Asked if the dam would hold*, Ruiz nodded*": the sentence’s own clause is what was done then.
fn before_answer(context: &Context, found: &Attribution, cue: usize, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let asked = found.source.is_none() && found.cue.as_ref().is_some_and(|(_, lemma)| lemma == "ask");
    let opens = context.sentence(tokens.at(cue).sentence).start + 1 >= cue;
    let answers = |comma: &usize| {
        let subject = context.mention_from(comma + 1).and_then(|i| context.mention(i)).map(|mention| mention.tokens.end);
        let verb = subject.map(|end| end + usize::from(tokens.at(end).tag == Tag::Adverb));
        context.text.slice(tokens.at(*comma).span) == "," && verb.is_some_and(|verb| extent::is_finite(context, verb))
    };
    let mut commas = range.clone().skip(2).filter(|_| asked && opens);
    commas.rfind(answers).unwrap_or(range.end)
}

/// "but", "although" in the writer's words
fn turns(context: &Context, i: usize) -> bool {
    matches!(context.tokens.at(i).lower(), "but" | "though" | "although") && context.stretch_at(i).is_none()
}

/// "the dam holds*, but it was unclear for how long*", "*, although this could not be confirmed*": what the writer does not know.
fn before_doubt(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let doubts = |i: usize| {
        let next = tokens.at(i + 1).lower();
        let last = (i + 2..(i + 7).min(range.end)).take_while(|i| tokens.at(*i).kind == Kind::Word);
        matches!(next, "it" | "this" | "that")
            && last.into_iter().any(|i| matches!(tokens.at(i).lower(), "unclear" | "confirmed" | "verified"))
    };
    range.clone().skip(2).find(|i| turns(context, *i) && doubts(*i)).unwrap_or(range.end)
}

/// "the dam holds*, but she did not say for how long*": what was left unsaid is the writer's to tell.
fn before_silence(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let silent = |i: &usize| {
        let subject = usize::from(matches!(tokens.at(i + 1).tag, Tag::Pronoun | Tag::Name));
        let verb = i + 1 + subject;
        let refused = matches!(tokens.at(verb).lemma(), "decline" | "refuse") && tokens.at(verb + 1).tag == Tag::To;
        let negated = is_auxiliary(tokens, verb) && clause::is_negation(tokens.at(verb + 1).lower());
        let said = cues::find(tokens.at(verb + 2).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
        // "…, but gave no details"
        let scant = matches!(tokens.at(verb).lemma(), "give" | "provide" | "offer") && tokens.at(verb + 1).lower() == "no";
        turns(context, *i) && (refused || negated && said || scant)
    };
    let Some(but) = range.clone().find(silent) else { return range.end };
    but - usize::from(context.text.slice(tokens.at(but - 1).span) == ",")
}

/// "it wants a toll*, too*", "the dam holds*, however*": what links the report to others is the writer's.
fn before_link(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let Some(last) = range.end.checked_sub(2).filter(|comma| *comma > range.start && context.text.slice(tokens.at(*comma).span) == ",")
    else {
        return range.end;
    };
    let links = matches!(tokens.at(last + 1).lower(), "too" | "though" | "however");
    if links && context.stretch_at(last).is_none() { last } else { range.end }
}

/// "to leave *months* | before he spoke", "the plan *even* | if it fails": what goes with the word behind does not end a content (22 of 22).
fn before_subordinator(context: &Context, range: Range<usize>) -> usize {
    let next = context.tokens.at(range.end).lower();
    let word = |back: usize| context.tokens.at(range.end.saturating_sub(back));
    if !matches!(next, "if" | "as" | "though" | "when" | "before" | "after" | "because") {
        return range.end;
    }
    let measure = matches!(word(1).lower(), "years" | "months" | "weeks" | "days" | "hours" | "minutes");
    match word(1).lower() {
        "even" | "just" | "only" => range.end - 1,
        _ if measure && matches!(word(2).tag, Tag::Number | Tag::Adjective | Tag::Noun) => range.end.saturating_sub(2),
        _ => range.end,
    }
}

/// "endorsed Ruiz *last week*", "acknowledged the gift *on Monday*": when it was said, where a thing is named and nothing told of it (two in
/// three).
fn before_time(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let first = tokens.at(range.start);
    let clause = matches!(first.tag, Tag::Wh | Tag::To) || first.lower() == "that";
    if clause || range.clone().any(|i| extent::is_finite(context, i) || is_auxiliary(tokens, i) || tokens.at(i).tag == Tag::Verb) {
        return range.end;
    }
    let word = |back: usize| range.end.checked_sub(back).filter(|i| *i > range.start).map_or("", |i| tokens.at(i).lower());
    let day = |back: usize| range.end.checked_sub(back).is_some_and(|i| i > range.start && circumstances::is_day_name(context, i));
    let part = usize::from(matches!(word(1), "morning" | "afternoon" | "evening" | "night"));
    if day(1 + part) && word(2 + part) == "on" {
        return range.end - 2 - part;
    }
    let period = matches!(word(1), "week" | "month" | "year" | "night" | "weekend") && word(2) == "last";
    let qualified = usize::from(matches!(word(3), "late" | "early" | "earlier"));
    if period { range.end - 2 - qualified } else { range.end }
}

/// "the support of six mayors*, including Ana Ruiz*" (118 of 131)
fn with_inclusion(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let comma = |i: usize| context.text.slice(tokens.at(i).span) == ",";
    if !comma(range.end) || tokens.at(range.end + 1).lower() != "including" {
        return range.end;
    }
    let sentence = context.sentence(tokens.at(range.start).sentence);
    let stops = |i: &usize| {
        let next = tokens.at(i + 1);
        let turns = matches!(next.tag, Tag::Ing | Tag::Wh) || matches!(next.lower(), "but" | "and" | "according");
        matches!(context.text.slice(tokens.at(*i).span), ";" | ":" | "—" | "–" | "--") || comma(*i) && turns
    };
    let last = sentence.end.min(range.end + LONGEST_LIST);
    (range.end + 2..last).find(stops).unwrap_or(last)
}
