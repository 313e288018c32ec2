//! What follows a cue: "said *that the talks failed*", "told CNN on Friday: *“…”*".

use super::circumstances::{Circumstances, time, walk};
use super::clause::{Group, is_nominal, nominal_at};
use super::context::Context;
use super::{extent, noun};
use crate::article::BlockKind;
use crate::data::cues::{self, Frame};
use crate::data::speech_tags;
use crate::lexer::{Kind, Tag};
use crate::quotes::Usage;
use crate::span::Span;
use std::ops::Range;

/// A content to the right of its cue.
#[derive(Clone, Debug, PartialEq)]
pub struct Right {
    /// How it is joined to the cue.
    pub frame: Frame,
    /// The content; empty for a colon that ends its sentence before words in marks.
    pub content: Vec<Span>,
    /// Where, when, to whom.
    pub circumstances: Circumstances,
    /// The token at which the content begins.
    pub start: usize,
}

/// The content right of `group`, up to token `end`; and where the adjuncts after the cue end.
pub fn content(context: &Context, group: &Group, end: usize) -> (Option<Right>, usize, Circumstances) {
    let lemma = group.lemma(context.tokens);
    let (stops, circumstances) = walk(context, lemma, group.end, end);
    let last = stops.last().copied().unwrap_or(group.end);
    let far = cues::find(lemma).is_some_and(|cue| cue.weight(Frame::That) >= 0.5);
    let strong = stops.iter().enumerate().find_map(|(i, stop)| {
        // "disagrees with the regime that carried out …": after a phrase, only a verb of saying takes the clause.
        let takes = |frame: &Frame| far && !noun::is_claim(context, *stop, group.end) || matches!(frame, Frame::Quote | Frame::Colon);
        strong(context, *stop, end).filter(|(frame, _)| i == 0 || takes(frame))
    });
    // "told Brill the bridge would hold": the hearer is no part of the clause.
    let heard = usize::from(lemma == "tell" && circumstances.addressee.is_some());
    // "said Monday the road was safe": nor is the day.
    let is_time = |i: usize, stop: usize| stops.get(i + 1).is_some_and(|next| time(context, stop, end) == Some(*next));
    let begins = |(i, stop): &(usize, &usize)| is_clause(context, **stop, end) && !is_time(*i, **stop);
    let clause = || stops.iter().enumerate().skip(heard).find(begins).map(|(_, stop)| (Frame::Clause, *stop));
    let weak = || weak(context, group.end, end).map(|frame| (frame, group.end));
    // "vowed on Sunday *to go on*"
    let promises = heard == 0
        && circumstances.addressee.is_none()
        && context.tokens.at(group.end + 1).tag != Tag::To
        && cues::find(lemma).is_some_and(|cue| cue.weight(Frame::To) >= 0.4);
    let infinitive = |stop: &&usize| context.tokens.at(**stop).tag == Tag::To && context.tokens.at(**stop + 1).tag == Tag::Verb;
    let late = || stops.iter().skip(1).find(infinitive).filter(|_| promises).map(|stop| (Frame::To, *stop));
    let found = strong.or_else(clause).or_else(late).or_else(weak).map(|(frame, start)| {
        let content =
            if is_apart(context, frame, start, end) { set_apart(context, lemma, start) } else { spans(context, frame, start, end) };
        named(context, lemma, Right { frame, content, circumstances, start })
    });
    (found, last, circumstances)
}

/// "called the road *“a gift”* and left": what somebody calls it ends with the marks.
fn named(context: &Context, lemma: &str, mut right: Right) -> Right {
    let [content] = right.content.as_mut_slice() else { return right };
    let tokens = context.tokens.within(*content);
    if matches!(right.frame, Frame::Object | Frame::Clause)
        && names(lemma)
        && let Some(close) = name_ends(context, tokens.clone())
    {
        *content = extent::trim(context, tokens.start..close);
    }
    right
}

/// Where the name ends that is given in marks, if more of the sentence follows in `tokens`.
pub fn name_ends(context: &Context, tokens: Range<usize>) -> Option<usize> {
    let close = tokens.clone().skip(1).find_map(|i| context.speech_at(i).map(|stretch| context.range(stretch).end));
    close.filter(|close| *close < tokens.end && !goes_on_from_marks(context, *close))
}

/// “a gift” *for the town*; a “liar,” *a “bully”* and *a “cheat”*; a “liar” *who lost*
fn goes_on_from_marks(context: &Context, close: usize) -> bool {
    let next = context.tokens.at(close);
    match next.lower() {
        "as" | "after" | "before" | "because" | "while" | "when" | "during" => false,
        _ => {
            let listed = (close..close + 7).any(|i| opens_speech(context, i));
            listed || matches!(next.tag, Tag::Preposition | Tag::To | Tag::Wh) || next.lower() == "that"
        }
    }
}

/// Verbs that give a thing a name.
pub fn names(lemma: &str) -> bool {
    matches!(lemma, "call" | "dub" | "label" | "brand" | "deem" | "term")
}

/// Frames that one word shows.
fn strong(context: &Context, at: usize, end: usize) -> Option<(Frame, usize)> {
    let token = context.tokens.at(at);
    if at >= end {
        return None;
    }
    if opens_speech(context, at) {
        return Some((Frame::Quote, at));
    }
    let word = context.text.slice(token.span);
    match word {
        ":" => return Some((Frame::Colon, at + 1)),
        "," if opens_speech(context, at + 1) => return Some((Frame::Quote, at + 1)),
        _ => {}
    }
    match token.lower() {
        "that" if !starts_noun_phrase_only(context, at, end) => Some((Frame::That, at)),
        "whether" | "how" | "why" | "what" | "if" | "where" | "who" | "when" => Some((Frame::Wh, at)),
        _ => None,
    }
}

/// "rejected that idea": the word is no conjunction where no verb follows.
fn starts_noun_phrase_only(context: &Context, at: usize, end: usize) -> bool {
    let later = at + 1..end.min(at + 25);
    !later.clone().any(|i| context.tokens.at(i).tag.is_verb())
}

/// Does a quoted stretch begin at token `at`?
pub fn opens_speech(context: &Context, at: usize) -> bool {
    context.speech_at(at).is_some_and(|stretch| context.range(stretch).start == at)
}

/// Does a clause begin here: a noun phrase, then a finite verb?
pub fn is_clause(context: &Context, start: usize, end: usize) -> bool {
    let tokens = context.tokens;
    let mut at = start;
    if matches!(tokens.at(at).lower(), "if" | "as" | "because" | "while" | "although" | "though" | "since" | "unless" | "once" | "there") {
        return tokens.at(at).lower() != "as" && at + 2 < end;
    }
    let limit = end.min(start + 18);
    while at < limit {
        let token = tokens.at(at);
        if at > start && is_finite(context, at) {
            return true;
        }
        if context.speech_at(at).is_some() && at > start {
            return true;
        }
        if token.lower() == "and" && tokens.at(at + 1).tag.is_verb() {
            return false; // "condemned the raid and warned of more" has no clause
        }
        // "said Lund, *whom she had never met*, was late"
        if at > start && tokens.at(at + 1).tag == Tag::Wh && context.text.slice(token.span) == "," {
            let close = (at + 2..end.min(at + 25)).find(|i| context.text.slice(tokens.at(*i).span) == ",");
            return close.is_some_and(|close| is_finite(context, close + 1));
        }
        let inner = is_nominal(tokens, at)
            || token.tag == Tag::Adverb
            || (at > start
                && matches!(token.lower(), "of" | "for" | "in" | "and" | "at" | "on" | "from" | "with" | "to" | "or" | "who" | "between"))
            || (token.tag == Tag::Ing);
        if !inner {
            return false;
        }
        at += 1;
    }
    false
}

fn is_finite(context: &Context, at: usize) -> bool {
    let token = context.tokens.at(at);
    let after_to = context.tokens.at(at.saturating_sub(1)).tag == Tag::To;
    matches!(token.tag, Tag::Past | Tag::VerbS | Tag::Modal)
        || (token.tag == Tag::Verb && !after_to)
        || (token.tag == Tag::Participle && token.lemma() == "be")
}

/// Frames of an object, an infinitive or a prepositional phrase.
pub fn weak(context: &Context, at: usize, end: usize) -> Option<Frame> {
    let tokens = context.tokens;
    if at >= end {
        return None;
    }
    let token = tokens.at(at);
    if token.tag == Tag::To || (token.tag == Tag::Adverb && tokens.at(at + 1).tag == Tag::To) {
        return Some(if tokens.at(at + 1).tag.is_verb() || token.tag == Tag::Adverb { Frame::To } else { Frame::Prep });
    }
    if matches!(token.tag, Tag::Preposition | Tag::Particle) && token.lower() != "as" {
        return Some(Frame::Prep);
    }
    if token.tag == Tag::Ing {
        return Some(Frame::Object);
    }
    let object = nominal_at(context, at, end)?;
    let next = object.extent.max(object.end);
    let then = tokens.at(next + 1);
    let to = tokens.at(next).tag == Tag::To && (then.tag == Tag::Verb || then.kind == Kind::Mark);
    Some(if to { Frame::ObjectTo } else { Frame::Object })
}

fn spans(context: &Context, frame: Frame, start: usize, end: usize) -> Vec<Span> {
    match frame {
        Frame::Quote => quoted(context, start, end),
        Frame::Colon if opens_speech(context, start) => quoted(context, start, end),
        Frame::That | Frame::Wh | Frame::Clause | Frame::Colon => vec![extent::reported(context, start, end, true)],
        _ => vec![extent::reported(context, start, end, false)],
    }
}

/// Does a colon end the sentence, before words without marks?
pub fn is_apart(context: &Context, frame: Frame, start: usize, end: usize) -> bool {
    frame == Frame::Colon && start >= end && !opens_speech(context, start)
}

/// "Ruiz added:", and a paragraph of its own without marks: a web page sets long quotations apart.
fn set_apart(context: &Context, lemma: &str, start: usize) -> Vec<Span> {
    let token = context.tokens.at(start);
    let block = context.layout.blocks.get(token.block).filter(|block| block.kind == BlockKind::Paragraph);
    let own = block.filter(|block| speech_tags::is_tag_lemma(lemma) && context.tokens.within(block.span).start == start);
    let marked = token.kind == Kind::Mark;
    own.filter(|_| !marked).map_or_else(Vec::new, |block| vec![extent::trim(context, context.tokens.within(block.span))])
}

/// A content that begins with a mark: the stretch, or more where the writer's sentence runs on: said “mistakes” were made.
pub fn quoted(context: &Context, start: usize, end: usize) -> Vec<Span> {
    let Some(stretch) = context.speech_at(start) else { return Vec::new() };
    let close = context.range(stretch).end;
    let own = context.stretch(stretch);
    let lost = own.is_some_and(|own| own.close.is_none()) && context.chain(stretch).1.len() == 1 && close <= end;
    if lost && start > context.sentence(context.tokens.at(start).sentence).start {
        return vec![extent::reported(context, start, end, true)];
    }
    let next = context.tokens.at(close);
    let goes_on = close < end
        && next.kind != Kind::Punctuation
        && next.kind != Kind::Mark
        && !matches!(
            next.lower(),
            "and" | "but" | "in" | "on" | "at" | "when" | "during" | "after" | "as" | "while" | "before" | "to" | "or" | "because" | "with"
        )
        && !next.is_capital();
    let starts_clause = own
        .is_some_and(|own| own.usage == Usage::Phrase && !own.inner.of(context.text.as_str()).ends_with([',', '.', '?', '!']))
        && next.is_capital()
        && is_clause(context, close, end);
    if goes_on || starts_clause {
        return vec![extent::reported(context, start, end, true)];
    }
    context.chain(stretch).0
}
