//! Where a content behind its cue begins: behind whom, when and where it was said; and with the relative word before its source.
//!
//! The figures count PolNeAR's training articles.

use super::Attribution;
use super::clause::{self, is_auxiliary};
use super::context::Context;
use super::{circumstances, extent, right};
use crate::article::QuoteKind;
use crate::data::cues::{self, Frame};
use crate::data::{particles, speech_tags, views};
use crate::lexer::{Kind, Tag};
use std::ops::Range;

/// Whom something is said to takes no more words.
const LONGEST_HEARER: usize = 6;
/// Where and when it was said takes no more words.
const LONGEST_ADJUNCT: usize = 16;

/// Puts the beginning of a content right.
pub fn settle(context: &Context, found: &mut Attribution) {
    behind_hearer(context, found);
    behind_time(context, found);
    behind_saying(context, found);
    behind_adjunct(context, found);
    behind_relative(context, found);
    with_relative(context, found);
}

/// "promised *his voters* that the dam would hold", "assured *them* it would", "asked *Ruiz* how": whom it was said to is no part of it
/// (136 of 142).
fn behind_hearer(context: &Context, found: &mut Attribution) {
    let (Some((cue, lemma)), [content]) = (&found.cue, found.content.as_slice()) else { return };
    let (cue, words) = (context.tokens.within(*cue), context.tokens.within(*content));
    let governed = context.tokens.at(cue.end.saturating_sub(1)).tag == Tag::Preposition;
    if governed || cue.end != words.start || context.stretch_at(words.start).is_some() {
        return;
    }
    let Some(hearer) = clause::nominal_at(context, words.start, words.end.min(words.start + LONGEST_HEARER)) else { return };
    let next = context.tokens.at(hearer.end);
    let opens = match lemma.as_str() {
        "ask" => next.tag == Tag::Wh || matches!(next.lower(), "if" | "whether" | "about"),
        "remind" if next.lower() == "of" => true,
        lemma if lemma == "promise" || circumstances::TELLING.contains(&lemma) => {
            next.lower() == "that" || next.tag == Tag::Pronoun && right::is_clause(context, hearer.end, words.end)
        }
        _ => false,
    };
    if opens && hearer.end + 2 < words.end {
        found.addressee = found.addressee.or(Some(context.tokens.span(hearer.start..hearer.end)));
        found.content = vec![extent::trim(context, hearer.end + usize::from(next.lower() == "about")..words.end)];
    }
}

/// "said *Wednesday* she would stay", "noticed *early on* that it held": when it was said is no part of it.
fn behind_time(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, _)), [content]) = (&found.cue, found.content.as_slice()) else { return };
    let (cue, words) = (tokens.within(*cue), tokens.within(*content));
    let Some(next) = circumstances::time(context, words.start, words.end).filter(|_| cue.end == words.start) else { return };
    let opens = matches!(tokens.at(next).lower(), "that" | "whether" | "if") || tokens.at(next).tag == Tag::To;
    if next + 1 < words.end && (opens || right::is_clause(context, next, words.end)) && context.stretch_at(words.start).is_none() {
        found.content = vec![extent::trim(context, next..words.end)];
    }
}

/// "stepped in | *to say,* “…”", "went on | *to attack* the plan": what was gone on to is the cue (21 of 21).
fn behind_saying(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [content]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let goes_on = said.len() > 1 && tokens.at(said.end - 1).lower() == "on" && tokens.at(said.end - 2).lemma() == "go";
    let verb = words.start + 1;
    let mark = verb + 1 + usize::from(tokens.at(verb + 1).kind == Kind::Punctuation);
    let quotes = speech_tags::is_tag_lemma(tokens.at(verb).lemma()) && right::opens_speech(context, mark);
    let behind = said.end == words.start && tokens.at(words.start).tag == Tag::To && tokens.at(verb).tag == Tag::Verb;
    if !behind || mark + 1 >= words.end || !(goes_on || quotes) {
        return;
    }
    *cue = tokens.span(said.start..verb + 1);
    tokens.at(verb).lemma().clone_into(lemma);
    found.attitude = cues::listed(lemma).map_or(found.attitude, |listed| listed.attitude);
    found.content = vec![extent::trim(context, verb + 1..words.end)];
}

/// "said *at a stop in Brill* that the dam held": where and when it was said is no part of it, nor is "at" of the cue.
fn behind_adjunct(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [content]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let adjunct = said.end - usize::from(has_foreign_preposition(context, lemma, said.clone()));
    let opens = |i: &usize| match lemma.as_str() {
        "ask" => matches!(tokens.at(*i).lower(), "if" | "whether"),
        _ => tokens.at(*i).lower() == "that",
    };
    let takes_clause = lemma == "ask" || cues::find(lemma).is_some_and(|cue| cue.weight(Frame::That) >= 0.5);
    if !takes_clause || said.end > words.start || tokens.at(adjunct).tag != Tag::Preposition || tokens.at(adjunct + 1).tag == Tag::Ing {
        return;
    }
    let verb = |i: usize| matches!(tokens.at(i).tag, Tag::Past | Tag::VerbS | Tag::Modal) || is_auxiliary(tokens, i);
    let joint = |i: usize| tokens.at(i).tag == Tag::Wh || matches!(tokens.at(i).lower(), "if" | "whether" | "because");
    let plain = |i: &usize| !verb(*i) && (!joint(*i) || opens(i)) && context.stretch_at(*i).is_none();
    let that = (adjunct..words.end).take(LONGEST_ADJUNCT).take_while(plain).find(opens);
    if let Some(that) = that.filter(|that| *that > words.start && begins_report(context, *that, words.end)) {
        *cue = tokens.span(said.start..adjunct);
        found.content = vec![extent::trim(context, that..words.end)];
    }
}

/// "*said at* a stop", "*said for* years": does the cue end with a preposition that is not its own?
fn has_foreign_preposition(context: &Context, lemma: &str, cue: Range<usize>) -> bool {
    let tokens = context.tokens;
    let last = tokens.at(cue.end.saturating_sub(1)).lower();
    let foreign = match last {
        "at" | "by" | "in" | "on" => !particles::joins(lemma, last),
        "for" => speech_tags::is_tag_lemma(lemma),
        _ => false,
    };
    foreign && cue.len() > 1 && !tokens.at(cue.end - 2).tag.is_noun()
}

/// Is "that" followed by a clause with its subject, and not behind a noun that it hangs on: "in the suggestion *that it fell*"?
fn begins_report(context: &Context, that: usize, end: usize) -> bool {
    let claim = that.checked_sub(1).is_some_and(|noun| views::speech(context.tokens.at(noun).lower()).is_some());
    !claim && !extent::is_finite(context, that + 1) && right::is_clause(context, that + 1, end)
}

/// "According to Ruiz, *who runs the harbour,* the dam holds": what is told of the source is no part of what it says.
fn behind_relative(context: &Context, found: &mut Attribution) {
    let (Some((_, lemma)), Some(source), [content]) = (&found.cue, found.source, found.content.as_mut_slice()) else { return };
    let words = context.tokens.within(*content);
    let relative = matches!(context.tokens.at(words.start).lower(), "who" | "which" | "whose");
    if lemma != "according to" || !relative || source.end > content.start {
        return;
    }
    let comma = words.clone().find(|i| context.text.slice(context.tokens.at(*i).span) == ",");
    if let Some(comma) = comma.filter(|comma| comma + 2 < words.end) {
        *content = extent::trim(context, comma + 1..words.end);
    }
}

/// "laws *that* courts said discriminated", "a toll, *which* he said he opposes", "*what* Ruiz calls a gift": the relative word before the
/// source belongs to the content ("which" in 44 of 46, "that" before a verb in 30 of 37, "what" in 27 of 39). Not to “a gift”: a quotation
/// has none but the speaker's words.
fn with_relative(context: &Context, found: &mut Attribution) {
    let (Some((cue, _)), Some(source), [content]) = (&found.cue, found.source, found.content.as_slice()) else { return };
    let tokens = context.tokens;
    let (cue, source, content) = (tokens.within(*cue), tokens.within(source), tokens.within(*content));
    let near = source.end == cue.start && (cue.end..=cue.end + 2).contains(&content.start);
    if !near || tokens.at(content.start).tag == Tag::Mark {
        return;
    }
    let Some(word) = source.start.checked_sub(1).filter(|word| tokens.at(*word).sentence == tokens.at(source.start).sentence) else {
        return;
    };
    let governed = word.checked_sub(1).is_some_and(|before| matches!(tokens.at(before).tag, Tag::Preposition | Tag::To));
    let first = content.start + usize::from(tokens.at(content.start).tag == Tag::Adverb);
    let verb = extent::is_finite(context, first);
    let belongs = match tokens.at(word).lower() {
        "which" | "who" | "whom" => !governed && (verb || lacks_object(context, found, &content)),
        "that" => !governed && verb,
        "what" => !matches!(tokens.at(cue.end).lower(), "that" | "about" | "of" | "to" | "on" | "for"),
        _ => false,
    };
    if belongs {
        found.content.insert(0, tokens.span(word..word + 1));
    }
}

/// "which she said *she would never pay*", "which she refused *to sign*", "which he sees *as a gift*", "which he blamed for *the flood*": can
/// what the relative word stands for be missing there, or behind the cue?
fn lacks_object(context: &Context, found: &Attribution, content: &Range<usize>) -> bool {
    let Some((cue, lemma)) = found.cue.as_ref().filter(|_| found.kind == QuoteKind::Indirect) else { return false };
    let governs = context.tokens.at(context.tokens.within(*cue).end.saturating_sub(1)).tag == Tag::Preposition;
    let names = right::names(lemma) || matches!(lemma.as_str(), "consider" | "find" | "name" | "view" | "see" | "describe");
    let first = context.tokens.at(content.start);
    let clause = first.tag != Tag::Wh && right::is_clause(context, content.start, content.end);
    governs || names || clause || first.tag == Tag::To || first.lower() == "as"
}
