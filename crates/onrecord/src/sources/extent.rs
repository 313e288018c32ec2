//! Where a reported content begins and ends.

use super::clause::is_auxiliary;
use super::context::Context;
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::lexer::{Kind, Tag};
use crate::span::Span;
use std::ops::Range;

/// A content has no more tokens than this; a page without full stops is one sentence.
const LONGEST: usize = 400;

/// A relative clause has no more tokens than this.
const LONGEST_RELATIVE: usize = 60;

/// The content that begins at token `start` and runs at most to `end`: cut where another attribution of the writer's takes over.
pub fn reported(context: &Context, start: usize, end: usize, clausal: bool) -> Span {
    let end = end.min(start + LONGEST);
    let mut stop = end;
    let mut whole = !clausal;
    let mut at = start + 1;
    while at < end {
        if let Some(stretch) = context.stretch_at(at).filter(|stretch| is_closed(context, *stretch)) {
            let marked = at..context.range(stretch).end.max(at + 1);
            whole = whole || marked.clone().any(|i| is_finite(context, i));
            at = marked.end;
            stop = stop.max(at); // “It holds. It will hold” runs past the writer's sentence.
            if !clausal && is_after_as(context, stretch, at) {
                stop = at;
                break;
            }
            if ends_in_comma(context, stretch) && whole && cuts_at_comma(context, at, end, clausal) {
                stop = at;
                break;
            }
            continue;
        }
        // "that in 1998, …": a clause cannot end before it has its verb.
        whole = whole || is_finite(context, at);
        if whole && cuts(context, at, end, clausal) {
            stop = at;
            break;
        }
        at += 1;
    }
    trim(context, start..stop)
}

/// "Ruiz, who *claims* the vote was stolen*, left the hall*": the comma in `range` that closes the relative clause in which the verb at `cue`
/// stands, before the verb that Ruiz is the subject of (39 of 41 in PolNeAR’s training articles).
pub fn relative_end(context: &Context, cue: usize, range: Range<usize>) -> Option<usize> {
    let tokens = context.tokens;
    let comma = |i: usize| context.text.slice(tokens.at(i).span) == ",";
    let wh = cue.checked_sub(1).filter(|i| matches!(tokens.at(*i).lower(), "who" | "which"))?;
    wh.checked_sub(1).filter(|before| comma(*before))?;
    let closes = |i: &usize| {
        let verb = tokens.at(i + 1);
        let finite = matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Modal) || is_auxiliary(tokens, i + 1) && verb.tag != Tag::Ing;
        comma(*i) && finite && context.stretch_at(*i).is_none()
    };
    range.skip(2).take(LONGEST_RELATIVE).find(closes)
}

/// A stretch whose closing mark is lost may have run into the writer's words.
fn is_closed(context: &Context, stretch: usize) -> bool {
    context.stretch(stretch).is_some_and(|found| found.close.is_some()) || context.chain(stretch).1.len() > 1
}

/// "plans “to build,” Ruiz said": the comma before a tag stands inside the marks.
fn ends_in_comma(context: &Context, stretch: usize) -> bool {
    context.stretch(stretch).is_some_and(|found| found.inner.of(context.text.as_str()).ends_with(','))
}

/// "criticized the plan as a “crazy system” *during a stop in Brill*": when and where is the writer's.
fn is_after_as(context: &Context, stretch: usize, at: usize) -> bool {
    let start = context.range(stretch).start;
    let named = (start.saturating_sub(2)..start).any(|i| context.tokens.at(i).lower() == "as");
    let next = context.tokens.at(at);
    let apart = matches!(next.lower(), "during" | "at" | "on" | "after" | "in" | "when" | "last" | "earlier" | "while");
    named && (apart || next.is_capital())
}

/// May the token be the verb of a clause?
pub fn is_finite(context: &Context, at: usize) -> bool {
    matches!(context.tokens.at(at).tag, Tag::Past | Tag::VerbS | Tag::Modal | Tag::Verb)
}

/// Does the writer take over at token `at`?
///
/// The words after which most annotated contents end come from PolNeAR's training articles: nearly all before ", saying", two thirds
/// before ", while" or ", which", few before a bare "and".
fn cuts(context: &Context, at: usize, end: usize, clausal: bool) -> bool {
    let token = context.tokens.at(at);
    match context.text.slice(token.span) {
        ";" => true,
        "," | "—" | "–" | "--" => cuts_at_comma(context, at + 1, end, clausal),
        "and" | "but" => {
            is_cue_after(context, at, end)
                || is_turn(context, at)
                || (!clausal && (is_verb_after(context, at) || opens_clause(context, at + 1, end)))
        }
        "while" | "when" | "after" | "because" | "as" | "during" => {
            // "a time when they met": the clause may belong to the noun.
            let other = token.lower() != "when" && opens_clause(context, at + 1, end);
            !clausal && (is_cue_after(context, at, end) || other)
        }
        _ => false,
    }
}

/// Does the writer take over right after a comma or dash, with the word at `next`?
fn cuts_at_comma(context: &Context, next: usize, end: usize, clausal: bool) -> bool {
    let token = context.tokens.at(next);
    match token.lower() {
        "according" | "which" | "while" | "where" | "though" | "although" => true,
        "and" => is_cue_after(context, next, end),
        "but" => !clausal || is_cue_after(context, next, end) || is_turn(context, next),
        "who" | "a" | "an" | "with" | "as" | "after" | "when" | "even" => !clausal,
        // "a walking, *talking* doll"
        _ if token.tag == Tag::Ing => {
            is_saying(token.lemma())
                && !(next > 1 && context.tokens.at(next - 2).tag == Tag::Ing && context.tokens.at(next + 1).tag.is_noun())
        }
        _ => is_tag(context, next, end),
    }
}

/// "said it would hold *but did not say* how long", "*but suggesting* that it might not": the writer on what the source said.
fn is_turn(context: &Context, at: usize) -> bool {
    let (first, second) = (context.tokens.at(at + 1), context.tokens.at(at + 2));
    let conjunction = context.tokens.at(at).lower();
    match first.lemma() {
        _ if first.tag == Tag::Ing => is_saying(first.lemma()),
        "do" if conjunction == "but" && first.tag == Tag::Past && super::clause::is_negation(second.lower()) => {
            (at + 3..at + 5).any(|i| cues::find(context.tokens.at(i).lemma()).is_some())
        }
        "decline" | "refuse" => first.tag == Tag::Past,
        _ => false,
    }
}

/// "praised the work, and *the board had* …": a subject and its finite verb.
pub fn opens_clause(context: &Context, at: usize, end: usize) -> bool {
    super::clause::nominal_at(context, at, end).is_some_and(|subject| {
        let plural = matches!(context.tokens.at(subject.end.saturating_sub(1)).tag, Tag::Nouns);
        let verb = context.tokens.at(subject.end).tag;
        subject.end < end && (matches!(verb, Tag::Past | Tag::VerbS | Tag::Modal) || plural && verb == Tag::Verb)
    })
}

/// ", he said", ", officials said": a source and its cue.
fn is_tag(context: &Context, next: usize, end: usize) -> bool {
    let Some(source) = super::clause::nominal_at(context, next, end) else { return false };
    let verb = context.tokens.at(source.end);
    source.end - source.start <= 5 && matches!(verb.tag, Tag::Past | Tag::VerbS) && is_saying(verb.lemma())
}

/// "condemned the treatment *and warned* of more": the next verb of the same subject.
fn is_verb_after(context: &Context, at: usize) -> bool {
    let token = context.tokens.at(at + 1);
    matches!(token.tag, Tag::Past | Tag::VerbS) && cues::find(token.lemma()).is_some()
}

/// "and said that", "but she added": a cue verb right after the conjunction at `at`.
fn is_cue_after(context: &Context, at: usize, end: usize) -> bool {
    let first = at + 1;
    let comma = context.tokens.at(at.saturating_sub(1)).kind == Kind::Punctuation;
    (first..end.min(first + 3)).any(|i| {
        let token = context.tokens.at(i);
        let after_subject = matches!(context.tokens.at(i - 1).tag, Tag::Pronoun | Tag::Adverb | Tag::Name);
        let order = i == first && is_order(context, i, end);
        let clause =
            order || comma || context.tokens.at(i + 1).lower() == "that" || (i + 1..i + 3).any(|i| super::right::opens_speech(context, i));
        let marks = (i + 2..i + 4).any(|i| super::right::opens_speech(context, i)) && takes_quotation(token.lemma());
        matches!(token.tag, Tag::Past | Tag::VerbS)
            && (is_saying(token.lemma()) || marks || order && takes_order(token.lemma()))
            && (i == first || after_subject)
            && (clause || marks)
    })
}

/// "and *warned* Osk to leave the bridge alone"
pub fn is_order(context: &Context, verb: usize, end: usize) -> bool {
    context.tokens.at(verb).tag == Tag::Past && super::right::weak(context, verb + 1, end) == Some(Frame::ObjectTo)
}

/// "and *urged* Osk to leave"
pub fn takes_order(lemma: &str) -> bool {
    cues::find(lemma).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::ObjectTo) >= 0.4)
}

/// "and *calls* her “…”"
fn takes_quotation(lemma: &str) -> bool {
    cues::find(lemma).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::Quote) >= 0.4)
}

/// A verb of saying that mostly attributes when it has a clause.
fn is_saying(lemma: &str) -> bool {
    cues::find(lemma)
        .filter(|cue| cue.attitude == Attitude::Said)
        .is_some_and(|cue| cue.weight(Frame::That) >= 0.55 || cue.weight(Frame::After) >= 0.6)
}

/// The words of `range` without the punctuation at their edges, except marks that have their partner inside.
pub fn trim(context: &Context, range: Range<usize>) -> Span {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && is_edge(context, start) {
        start += 1;
    }
    while start < end && is_edge(context, end - 1) {
        end -= 1;
    }
    let mut span = context.tokens.span(start..end);
    // A mark at the edge belongs to the content where its stretch does: that “it holds.”
    if end < range.end
        && context.tokens.at(end).kind == Kind::Mark
        && context.stretch_at(end).is_some_and(|i| context.ranges.get(i).is_some_and(|r| r.start >= start && r.end <= end + 1))
    {
        span = span.hull(context.tokens.at(end).span);
    }
    span
}

fn is_edge(context: &Context, i: usize) -> bool {
    let token = context.tokens.at(i);
    token.kind == Kind::Punctuation
        && matches!(context.text.slice(token.span), "," | "." | ";" | ":" | "—" | "–" | "--" | "-" | "..." | "…" | "..")
}
