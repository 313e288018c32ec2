//! What stands between a cue and its content: to whom, where, when. "told *CNN* *in an interview* *on Friday* that …"

use super::clause::{is_nominal, is_time, nominal_at};
use super::context::Context;
use crate::article::{Occasion, OccasionKind};
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
const TELLING: &[&str] =
    &["tell", "ask", "remind", "assure", "inform", "warn", "urge", "advise", "notify", "persuade", "convince", "caution", "brief"];

/// The places right of a cue at which the content may begin, nearest first: after each adverb, day, phrase or addressee.
pub fn walk(context: &Context, lemma: &str, from: usize, end: usize) -> (Vec<usize>, Circumstances) {
    let mut stops = vec![from];
    let mut found = Circumstances::default();
    let mut at = from;
    if TELLING.contains(&lemma)
        && let Some(hearer) = nominal_at(context, at, end)
        && !context.tokens.at(at).lower().eq("that")
    {
        hear(context, hearer.mention, context.tokens.span(hearer.start..hearer.end), &mut found);
        at = hearer.end;
        stops.push(at);
    }
    while at < end && stops.len() < 8 {
        let Some(next) = adjunct(context, at, end, &mut found) else { break };
        at = next;
        stops.push(at);
    }
    (stops, found)
}

fn hear(context: &Context, mention: Option<usize>, span: Span, found: &mut Circumstances) {
    found.addressee = found.addressee.or(Some(span));
    let organization = mention.and_then(|i| context.mention(i)).is_some_and(|mention| mention.kind == MentionKind::Organization);
    if organization {
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
        let first = at + usize::from(token.tag == Tag::Preposition);
        let named = |i: usize| tokens.at(i).lower().ends_with("day") || is_day_name(context, i);
        if (first..next).any(named) || token.is_capital() {
            found.day = found.day.or(Some(tokens.span(first..next)));
        }
        return Some(next);
    }
    if matches!(
        token.lower(),
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
    ) {
        return phrase(context, at, end, found);
    }
    None
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
            return Some(next);
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

fn is_day_name(context: &Context, at: usize) -> bool {
    const NAMES: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan.",
        "Feb.",
        "Aug.",
        "Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
    ];
    let token = context.tokens.at(at);
    token.is_capital() && NAMES.contains(&context.text.slice(token.span))
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
        hear(context, object.mention, context.tokens.span(object.start..object.end), found);
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
    (start..end).find_map(|i| match context.tokens.at(i).lower() {
        "interview" | "interviews" | "conversation" => Some(OccasionKind::Interview),
        "statement" | "statements" | "release" | "memo" => Some(OccasionKind::Statement),
        "conference" | "briefing" | "briefings" => Some(OccasionKind::PressConference),
        "speech" | "speeches" | "address" | "remarks" | "rally" | "rallies" | "debate" => Some(OccasionKind::Speech),
        "testimony" | "hearing" | "affidavit" => Some(OccasionKind::Testimony),
        "tweet" | "tweets" | "post" | "posts" | "twitter" | "facebook" | "instagram" => Some(OccasionKind::SocialMedia),
        "email" | "e-mail" | "emails" | "e-mails" => Some(OccasionKind::Email),
        "phone" | "telephone" | "call" => Some(OccasionKind::Call),
        "letter" | "letters" => Some(OccasionKind::Letter),
        "television" | "tv" | "radio" | "broadcast" | "podcast" | "program" | "show" => Some(OccasionKind::Broadcast),
        "report" | "document" | "documents" | "filing" | "article" | "essay" | "op-ed" | "book" | "lawsuit" => Some(OccasionKind::Document),
        "meeting" | "event" | "summit" | "appearance" | "hearing's" => Some(OccasionKind::Other),
        _ => None,
    })
}
