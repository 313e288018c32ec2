//! Verbs that look like cues and tell of nothing that was said: what somebody heard, what anyone might say, how a thing is called.

use super::candidate::Candidate;
use super::context::Context;
use super::phrases;
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::data::speech_tags::is_tag_lemma;
use crate::lexer::{Kind, Tag};
use crate::quotes::Usage;
use std::ops::Range;

/// So many tokens at most stand between such a verb and the answer.
const REACH: usize = 40;

/// Does its verb tell of nothing that was said?
pub fn is_idle(context: &Context, candidate: &Candidate) -> bool {
    is_heard(context, &candidate.cue)
        || is_idiom(context, &candidate.cue)
        || is_supposed(context, candidate)
        || sounds(context, candidate)
        || calls_event(context, candidate)
        || labels(context, candidate)
        || owes(context, candidate)
        || names_thing(context, candidate)
        || might(context, candidate)
}

/// "smiled at the hope that Ruiz *would win*: “No”": nobody said it by doing something else, and least of all what was not done.
fn might(context: &Context, candidate: &Candidate) -> bool {
    let marked = matches!(candidate.frame, Frame::Quote | Frame::Colon);
    let said = cues::find(candidate.lemma).is_some_and(|cue| cue.attitude == Attitude::Said);
    marked && context.tokens.at(candidate.cue.start).tag == Tag::Modal && !said
}

/// "The blast *sounded* “like a drum”", but "she *sounded* a warning"
fn sounds(context: &Context, candidate: &Candidate) -> bool {
    let next = context.tokens.at(candidate.cue.end);
    candidate.lemma == "sound" && (next.kind == Kind::Mark || next.lower() == "like")
}

/// "Quiet Harbour *Recap*: The Storm"
fn labels(context: &Context, candidate: &Candidate) -> bool {
    let word = context.text.slice(context.tokens.at(candidate.cue.start).span);
    let colon = context.text.slice(context.tokens.at(candidate.cue.end).span) == ":";
    colon && candidate.cue.len() == 1 && phrases::is_label(word)
}

/// "called off the march", "called a meeting": what was done.
fn calls_event(context: &Context, candidate: &Candidate) -> bool {
    let lower = |i: usize| context.tokens.at(i).lower();
    let off = (candidate.cue.start..=candidate.cue.end).any(|i| lower(i) == "off");
    candidate.lemma == "call" && (off || candidate.frame == Frame::Object && opens_with_event(context, candidate))
}

/// "*a short meeting* on the quay"
fn opens_with_event(context: &Context, candidate: &Candidate) -> bool {
    let mut words = candidate.content.first().map_or(0..0, |span| context.tokens.within(*span)).take(5).map(|i| context.tokens.at(i));
    let noun = words.find(|token| token.tag != Tag::Adjective && !matches!(token.lower(), "a" | "an"));
    noun.is_some_and(|noun| matches!(noun.lower(), "meeting" | "election" | "elections" | "vote" | "referendum" | "strike" | "session"))
}

/// "won *thanks to* the wind"
fn owes(context: &Context, candidate: &Candidate) -> bool {
    candidate.lemma == "thank" && context.tokens.at(candidate.cue.end).lower() == "to"
}

/// "Which is *not to say* that it holds", "She nodded *as if to say* “yes”"
fn is_idiom(context: &Context, cue: &Range<usize>) -> bool {
    let lower = |i: usize| context.tokens.at(i).lower();
    let Some(verb) = cue.clone().find(|i| matches!(lower(*i), "say" | "ask")).filter(|verb| *verb > 2) else { return false };
    let (before, first) = (lower(verb - 2), context.tokens.at(verb - 3));
    let not_so = before == "not" && first.lemma() == "be" && lower(verb) == "say";
    lower(verb - 1) == "to" && (not_so || before == "if" && first.lower() == "as")
}

/// "The plant was named “Quiet Light”", "marches called the “Road of Lamps”": a name, and nobody who gives it.
fn names_thing(context: &Context, candidate: &Candidate) -> bool {
    let usage = |i: usize| context.stretch_at(i).and_then(|stretch| context.stretch(stretch)).map(|stretch| stretch.usage);
    let behind = candidate.cue.end;
    let named = matches!(candidate.lemma, "call" | "name" | "dub" | "title") && usage(behind + 1) == Some(Usage::Work);
    candidate.source.is_none() && usage(behind) == Some(Usage::Nickname) || named && context.tokens.at(behind).tag == Tag::Determiner
}

/// "*when you* tell her it rains", "*if you* say so": anyone, some day.
fn is_supposed(context: &Context, candidate: &Candidate) -> bool {
    let lower = |i: usize| context.tokens.at(i).lower();
    let anyone = candidate.source.filter(|source| source.start > 0 && matches!(lower(source.start), "you" | "one"));
    anyone.is_some_and(|source| source.end == source.start + 1 && matches!(lower(source.start - 1), "when" | "if" | "whenever" | "unless"))
}

/// "The mayor, *asked whether it held*, said no": is the cue between a comma and another, behind which its subject answers?
pub fn is_heard(context: &Context, cue: &Range<usize>) -> bool {
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let asked = cue.len() <= 4 && context.tokens.at(cue.start).lower() == "asked";
    if !asked || cue.start.checked_sub(1).is_none_or(|i| sign(i) != ",") {
        return false;
    }
    let end = context.sentence(context.tokens.at(cue.start).sentence).end.min(cue.end + REACH);
    (cue.end..end).any(|i| {
        let next = context.tokens.at(i + 1);
        sign(i) == "," && matches!(next.tag, Tag::Past | Tag::VerbS) && is_tag_lemma(next.lemma())
    })
}
