//! What stands between a cue and its content: to whom, where, when. "told *CNN* *in an interview* *on Friday* that …"

use super::candidate::Candidate;
use super::clause::{Nominal, is_nominal, is_time, nominal_at};
use super::context::Context;
use crate::article::{Occasion, OccasionKind};
use crate::data::{occasions, outlets};
use crate::lexer::{Kind, Tag};
use crate::mentions::MentionKind;
use crate::span::Span;

/// Where, when and to whom something was said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Circumstances {
    /// "reporters"
    pub addressee: Option<Span>,
    /// "CNN"
    pub outlet: Option<Span>,
    /// "in an interview"
    pub occasion: Option<Occasion>,
    /// "Friday"
    pub day: Option<Span>,
}

/// Verbs that take the hearer as their object.
pub const TELLING: &[&str] = &[
    "tell", "ask", "remind", "assure", "reassure", "inform", "warn", "urge", "advise", "notify", "persuade", "convince", "caution", "brief",
];

/// No more words than these in front of a source are when and where.
const MOST_IN_FRONT: usize = 20;

/// The places right of a cue at which the content may begin, nearest first: after each adverb, day, phrase or addressee.
pub fn walk(context: &Context, lemma: &str, from: usize, end: usize) -> (Vec<usize>, Circumstances) {
    let mut stops = vec![from];
    let mut found = Circumstances::default();
    let mut at = from;
    if TELLING.contains(&lemma)
        && let Some(hearer) = nominal_at(context, at, end)
        && !context.tokens.at(at).lower().eq("that")
    {
        let end = without_occasion(context, &hearer);
        let named = lemma == "tell" && is_named(context, &hearer);
        hear(context, hearer.mention, context.tokens.span(hearer.start..end), named, &mut found);
        at = end;
        stops.push(at);
    }
    while at < end && stops.len() < 8 {
        let Some(next) = adjunct(context, at, end, &mut found) else { break };
        at = next;
        stops.push(at);
    }
    (stops, found)
}

/// "told *reporters* at a press conference": where the hearer ends and the occasion begins.
fn without_occasion(context: &Context, hearer: &Nominal) -> usize {
    let joint = |i: &usize| matches!(context.tokens.at(*i).lower(), "at" | "in" | "during" | "after");
    let found = (hearer.start + 1..hearer.end).find(joint);
    found.filter(|at| occasion(context, at + 1, hearer.end).is_some()).unwrap_or(hearer.end)
}

/// "told *the Courier*": a name with an article that is no person’s.
fn is_named(context: &Context, hearer: &Nominal) -> bool {
    let kind = hearer.mention.and_then(|i| context.mention(i)).map(|mention| mention.kind);
    let head = context.tokens.at(hearer.start + 1);
    let paper = outlets::is_affiliation(context.text.slice(head.span));
    let other = kind.is_none_or(|kind| !matches!(kind, MentionKind::Role | MentionKind::Unnamed | MentionKind::Group)) || paper;
    let name = hearer.end == hearer.start + 2 && head.is_capital();
    other && name && context.tokens.at(hearer.start).lower() == "the"
}

fn hear(context: &Context, mention: Option<usize>, span: Span, named: bool, found: &mut Circumstances) {
    found.addressee = found.addressee.or(Some(span));
    let organization = mention.and_then(|i| context.mention(i)).is_some_and(|mention| mention.kind == MentionKind::Organization);
    if organization || named {
        found.outlet = found.outlet.or(Some(span));
    }
}

/// One adverb, time or prepositional phrase at `at`; where it ends.
fn adjunct(context: &Context, at: usize, end: usize, found: &mut Circumstances) -> Option<usize> {
    let tokens = context.tokens;
    let token = tokens.at(at);
    if context.speech_at(at).is_some() {
        return None;
    }
    if token.tag == Tag::Adverb && token.kind == Kind::Word {
        return Some(at + 1);
    }
    if let Some(next) = time(context, at, end) {
        note_day(context, at, next, found);
        return Some(next);
    }
    // "threatened *to fine Orvo*"
    if token.lower() == "to" && tokens.at(at + 1).tag == Tag::Adjective && tokens.at(at + 2).is_capital() {
        return None;
    }
    // "in an interview *published by the ministry* on Thursday"
    if found.occasion.is_some() && matches!(token.tag, Tag::Participle | Tag::Past) && tokens.at(at + 1).lower() == "by" {
        return nominal_at(context, at + 2, end).map(|by| by.end);
    }
    if joins(token.lower()) { phrase(context, at, end, found) } else { None }
}

/// Prepositions before a place, a time, a hearer or an occasion.
fn joins(word: &str) -> bool {
    matches!(
        word,
        "to" | "in"
            | "on"
            | "at"
            | "during"
            | "after"
            | "before"
            | "via"
            | "by"
            | "through"
            | "from"
            | "with"
            | "outside"
            | "over"
            | "of"
            | "as"
    )
}

/// Notes the day that a time names, without the part of the day: "on *Thursday* morning".
fn note_day(context: &Context, at: usize, end: usize, found: &mut Circumstances) {
    let tokens = context.tokens;
    let first = at + usize::from(tokens.at(at).tag == Tag::Preposition);
    let named = |i: &usize| tokens.at(*i).lower().ends_with("day") || is_day_name(context, *i);
    let day = (first..end).find(named);
    if day.is_none() && !tokens.at(at).is_capital() {
        return;
    }
    let part = |i: usize| matches!(tokens.at(i).lower(), "morning" | "evening" | "afternoon" | "night");
    let last = if end > first + 1 && day.is_some_and(|day| day + 1 < end) && part(end - 1) { end - 1 } else { end };
    found.day = found.day.or(Some(tokens.span(first..last)));
}

/// "Monday", "on Monday night", "last week", "earlier this year"
pub fn time(context: &Context, at: usize, end: usize) -> Option<usize> {
    let tokens = context.tokens;
    let mut next = at;
    if matches!(tokens.at(next).lower(), "on" | "in" | "late" | "early" | "earlier" | "since") {
        next += 1;
    }
    let first = next;
    while next < end && next < first + 5 && (is_nominal(tokens, next) || is_day_name(context, next)) {
        let word = tokens.at(next).lower();
        let timely = is_time(word) || is_day_name(context, next);
        next += 1;
        if timely {
            while next < end
                && (is_time(tokens.at(next).lower()) || tokens.at(next).kind == Kind::Number && tokens.at(next - 1).is_capital())
            {
                next += 1;
            }
            // "She said *Monday’s* storm was bad"
            return (tokens.at(next).tag != Tag::Genitive).then_some(next);
        }
        if !matches!(
            word,
            "last" | "this" | "next" | "the" | "that" | "same" | "a" | "few" | "one" | "two" | "three" | "several" | "past" | "previous"
        ) && tokens.at(next - 1).kind != Kind::Number
        {
            return None;
        }
    }
    None
}

/// "Monday"
pub fn is_day_name(context: &Context, at: usize) -> bool {
    let token = context.tokens.at(at);
    token.is_capital()
        && matches!(
            context.text.slice(token.span),
            "Monday"
                | "Tuesday"
                | "Wednesday"
                | "Thursday"
                | "Friday"
                | "Saturday"
                | "Sunday"
                | "January"
                | "February"
                | "March"
                | "April"
                | "May"
                | "June"
                | "July"
                | "August"
                | "September"
                | "October"
                | "November"
                | "December"
                | "Jan."
                | "Feb."
                | "Aug."
                | "Sept."
                | "Oct."
                | "Nov."
                | "Dec."
        )
}

/// A prepositional phrase: "to reporters", "at a press conference in Brill".
fn phrase(context: &Context, at: usize, end: usize, found: &mut Circumstances) -> Option<usize> {
    let object = nominal_at(context, at + 1, end)?;
    let mut next = object.end;
    while matches!(context.tokens.at(next).lower(), "of" | "with" | "for") && next < end {
        let Some(inner) = nominal_at(context, next + 1, end) else { break };
        next = inner.end;
    }
    let span = context.tokens.span(at..next);
    if let Some(kind) = occasion(context, object.start, next) {
        found.occasion = found.occasion.or(Some(Occasion { span, kind }));
        outlet_within(context, object.end, next, found);
    } else if context.tokens.at(at).lower() == "to" {
        hear(context, object.mention, context.tokens.span(object.start..object.end), false, found);
    } else if matches!(context.tokens.at(at).lower(), "on" | "in") {
        hear_outlet(context, object.mention, context.tokens.span(object.start..object.end), found);
    }
    Some(next)
}

/// "an interview with *CNN*"
fn outlet_within(context: &Context, start: usize, end: usize, found: &mut Circumstances) {
    if let Some(mention) = (start..end).find_map(|i| context.mention_from(i)) {
        let span = context.mention(mention).map(|mention| mention.span).unwrap_or_default();
        hear_outlet(context, Some(mention), span, found);
    }
}

fn hear_outlet(context: &Context, mention: Option<usize>, span: Span, found: &mut Circumstances) {
    let organization = mention.and_then(|i| context.mention(i)).is_some_and(|mention| mention.kind == MentionKind::Organization);
    if organization {
        found.outlet = found.outlet.or(Some(span));
    }
}

/// The sort of occasion that a phrase names.
pub fn occasion(context: &Context, start: usize, end: usize) -> Option<OccasionKind> {
    (start..end).find_map(|i| occasions::find(context.text.slice(context.tokens.at(i).span)))
}

/// Fills in what stands in front of the source up to a comma: "*In an interview with CNN on Friday*, Ruiz said".
pub fn in_front(context: &Context, candidate: &Candidate) -> Circumstances {
    let mut found = candidate.circumstances;
    let Some(source) = candidate.source else { return found };
    let start = context.sentence(context.tokens.at(source.start).sentence).start;
    let comma = source.start.checked_sub(1).filter(|i| *i > start && context.text.slice(context.tokens.at(*i).span) == ",");
    let Some(comma) = comma.filter(|comma| comma - start <= MOST_IN_FRONT) else { return found };
    let mut front = Circumstances::default();
    let mut at = start;
    while let Some(next) = adjunct(context, at, comma, &mut front).filter(|next| *next > at && at < comma) {
        at = next;
    }
    if at == comma {
        found.outlet = found.outlet.or(front.outlet);
        found.occasion = found.occasion.or(front.occasion);
        found.day = found.day.or(front.day);
    }
    found
}

/// The occasion of what was tweeted is the tweet.
pub fn of_cue(context: &Context, candidate: &Candidate, found: &mut Circumstances) {
    let kind = occasions::of_verb(candidate.lemma).filter(|_| !candidate.cue.is_empty());
    let span = context.tokens.span(candidate.cue.clone());
    found.occasion = found.occasion.or(kind.map(|kind| Occasion { span, kind }));
}
