//! A content that comes before its tag: "*The talks failed*, officials said", "*“Q,”* said S".

use super::clause::{Group, is_auxiliary};
use super::context::Context;
use super::extent;
use super::right::opens_speech;
use crate::article::Attitude;
use crate::data::cues;
use crate::data::speech_tags::{is_act, is_tag_lemma};
use crate::lexer::{Kind, Tag, Token};
use crate::quotes::Usage;
use crate::span::Span;
use std::ops::Range;

/// So many tokens at most come before the verb of a clause that reports something else.
const LONGEST_SUBJECT: usize = 10;

/// Is the token right before `at` the end of a content: a comma, a dash, a mark?
pub fn ends_content(context: &Context, at: usize, floor: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else { return false };
    if before == floor && context.stretch_at(before).is_none() {
        return false;
    }
    let token = context.tokens.at(before);
    let word = context.text.slice(token.span);
    matches!(word, "," | "—" | "–" | "--" | "-" | "?" | "!" | "." | "…" | "...") || closes_speech(context, before)
}

/// Does a quoted stretch end with token `at`?
pub fn closes_speech(context: &Context, at: usize) -> bool {
    context.speech_at(at).is_some_and(|stretch| context.range(stretch).end == at + 1)
}

/// Does a quotation close right before token `at`? Where the verb there is none of `saying`, its words have to end in a comma or stop: in
/// the “sharing economy” reflects the times nobody reflects.
pub fn closes_quotation(context: &Context, at: usize, saying: bool) -> bool {
    let Some(close) = (at.saturating_sub(2)..at).rev().find(|i| closes_speech(context, *i)) else { return false };
    let inner = context.speech_at(close).and_then(|i| context.stretch(i)).map_or("", |found| found.inner.of(context.text.as_str()));
    saying || inner.ends_with([',', '.', '?', '!', '…', '—']) || context.text.slice(context.tokens.at(at - 1).span) == ","
}

/// The stretch that closes before the source at `at`, with nothing between but a comma or the first words of the source: “Q,” *US Senator*
/// Ana Ruiz said.
fn closing_before(context: &Context, at: usize, floor: usize) -> Option<usize> {
    let first = at.saturating_sub(REACH).max(floor);
    let close = (first..at).rev().find(|i| closes_speech(context, *i))?;
    let between = context.tokens.items.get(close + 1..at)?;
    let part = |token: &Token| token.kind == Kind::Punctuation && token.span.of(context.text.as_str()) == "," || is_modifier(token);
    between.iter().all(part).then(|| context.speech_at(close)).flatten()
}

/// So many words of a source may stand before what is known of it.
const REACH: usize = 4;

fn is_modifier(token: &Token) -> bool {
    token.is_capital() && token.kind == Kind::Word || matches!(token.tag, Tag::Adjective | Tag::Determiner)
}

/// Does a quotation close right before the source at `at`?
pub fn closes_before(context: &Context, at: usize, floor: usize) -> bool {
    closing_before(context, at, floor).is_some()
}

/// Is what closes right before `at` all that the sentence has there, a clause in marks of its own? Then nothing but its tag can follow.
pub fn is_whole_speech(context: &Context, at: usize, floor: usize) -> bool {
    let Some(stretch) = closing_before(context, at, floor) else { return false };
    let speech = context.stretch(stretch).is_some_and(|found| found.usage == Usage::Speech);
    speech && !has_word(context, floor..context.range(stretch).start.max(floor))
}

/// Does the sentence begin with a whole quotation that `group` follows?
pub fn closes_before_tag(context: &Context, sentence: &Range<usize>, group: &Group) -> bool {
    context.speech_at(sentence.start).is_some_and(|stretch| {
        let range = context.range(stretch);
        let speech = context.stretch(stretch).is_some_and(|found| found.usage == Usage::Speech);
        speech && range.start <= sentence.start && range.end <= group.start && group.start < range.end + 12
    })
}

/// "Asked …", "When he came …", "In Brill …": does the sentence that begins at `start` open with what cannot be a content?
pub fn is_adjunct(context: &Context, start: usize) -> bool {
    let token = context.tokens.at(start);
    matches!(token.tag, Tag::Participle | Tag::Ing | Tag::Preposition)
        || matches!(token.lower(), "when" | "while" | "as" | "after" | "before" | "once" | "since" | "asked" | "later" | "then")
}

/// The content of `sentence` that ends before token `tag`; a bare noun phrase only where it `goes_on` after the tag: "Protest, he said, is …".
pub fn content(context: &Context, sentence: &Range<usize>, tag: usize, goes_on: bool) -> Option<Vec<Span>> {
    let mut last = tag;
    while last > sentence.start && context.tokens.at(last - 1).kind == Kind::Punctuation && context.stretch_at(last - 1).is_none() {
        last -= 1;
    }
    let final_token = last.checked_sub(1).filter(|i| *i >= sentence.start)?;
    if let Some(stretch) = context.speech_at(final_token).filter(|_| closes_speech(context, final_token)) {
        let open = context.range(stretch).start;
        let lead = sentence.start;
        if open <= lead || !has_word(context, lead..open) || is_lead_in(context, lead..open) || starts_anew(context, open, stretch) {
            return Some(context.chain_to(stretch));
        }
        return Some(vec![extent::trim(context, lead..last)]);
    }
    let start = behind_connective(context, sentence.start);
    let clause = goes_on || (start..last).any(|i| context.tokens.at(i).tag.is_verb() && context.tokens.at(i).tag != Tag::Ing);
    let span = extent::trim(context, start..last);
    (clause && !span.is_empty()).then(|| vec![span])
}

/// "*However,* the road will close, officials said": the writer's word, as two in three of those of PolNeAR's training articles are.
fn behind_connective(context: &Context, start: usize) -> usize {
    match context.tokens.at(start).lower() {
        "but" | "and" | "still" | "however" | "moreover" | "indeed" | "nevertheless" | "additionally" => start + 1,
        "in" if matches!(context.tokens.at(start + 1).lower(), "addition" | "fact") => start + 2,
        _ => start,
    }
}

/// Sentences with more words than this on one side of an aside are no sentences, and looking through them again and again takes long.
const LONGEST: usize = 200;

/// What stands around an aside from token `at` to `end`: "*The toll*, according to the council, *stays*".
pub fn around(context: &Context, sentence: &Range<usize>, at: usize, end: usize) -> Option<Vec<Span>> {
    if at - sentence.start.min(at) > LONGEST {
        return None;
    }
    let mut found = content(context, sentence, at, true)?;
    let quoted = at.checked_sub(1).is_some_and(|i| closes_quotation(context, at, true) && context.speech_at(i).is_some());
    let finite = (sentence.start..at).filter(|i| context.speech_at(*i).is_none()).any(|i| is_finite(context, i));
    let comma = context.text.slice(context.tokens.at(end).span) == ",";
    // "She had, according to the council, *sold* the boat."
    let last = (sentence.start..at).rev().find(|i| context.tokens.at(*i).kind == Kind::Word);
    let half = last.is_some_and(|i| is_auxiliary(context.tokens, i)) && context.tokens.at(end + 1).tag.is_verb();
    // "*While the road is shut*, officials say, *the port is not*", "*The trouble is that*, officials say, *the port is shut*"
    let waits = is_subordinate(context, sentence.start) || last.is_some_and(|i| context.tokens.at(i).lower() == "that");
    let whole = finite && !half && !waits && !opens_speech(context, end + 1) && !is_open(context, end + 1);
    if comma && !quoted && !whole && end + 1 < sentence.end {
        found.push(extent::reported(context, end + 1, sentence.end.min(end + LONGEST), true));
    }
    Some(found)
}

fn is_subordinate(context: &Context, start: usize) -> bool {
    matches!(context.tokens.at(start).lower(), "while" | "although" | "though" | "if" | "because" | "unless")
}

fn is_finite(context: &Context, i: usize) -> bool {
    matches!(context.tokens.at(i).tag, Tag::Past | Tag::VerbS | Tag::Modal)
}

/// "rests, as some say, *on* hope": what can only go on from the words before.
fn is_open(context: &Context, i: usize) -> bool {
    matches!(context.tokens.at(i).tag, Tag::Preposition | Tag::To) && context.tokens.at(i).lower() != "according"
}

/// "For Putin, “it matters,” he said": the words before the marks are the writer's where they end in a comma and hold no verb.
fn is_lead_in(context: &Context, range: Range<usize>) -> bool {
    let comma = range.end.checked_sub(1).is_some_and(|i| context.text.slice(context.tokens.at(i).span) == ",");
    comma && range.len() <= 12 && !range.into_iter().any(|i| context.tokens.at(i).tag.is_verb())
}

/// "He hit back: “Never,” he said"; "It was late - “Again,” she said": the writer's words end at the colon or dash before a whole quotation.
fn starts_anew(context: &Context, open: usize, stretch: usize) -> bool {
    let sign = open.checked_sub(1).map_or("", |i| context.text.slice(context.tokens.at(i).span));
    let capital = context.stretch(stretch).is_some_and(|found| found.inner.of(context.text.as_str()).starts_with(char::is_uppercase));
    sign == ":" || capital && matches!(sign, "—" | "–" | "-" | "--")
}

fn has_word(context: &Context, range: Range<usize>) -> bool {
    range.into_iter().any(|i| matches!(context.tokens.at(i).kind, Kind::Word | Kind::Number))
}

/// “A,” he said of those who left, *“B.”* The rest of the words may come after an aside; after ", adding of Ruiz," they are the next cue's.
fn goes_on(context: &Context, start: usize, end: usize) -> Option<usize> {
    let open = (start + 1..end.min(start + 30)).find(|i| opens_speech(context, *i))?;
    let comma = context.text.slice(context.tokens.at(open - 1).span) == ",";
    let cue = |token: &Token| token.tag.is_verb() && cues::find(token.lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
    let between = context.tokens.items.get(start..open)?;
    (comma && !between.iter().any(cue)).then(|| context.speech_at(open)).flatten()
}

/// What goes on after a tag in the same sentence: “A,” he said, *“B.”*
pub fn tail(context: &Context, after: usize, end: usize, quoted: bool) -> Vec<Span> {
    let comma = usize::from(context.text.slice(context.tokens.at(after).span) == ",");
    let dash = usize::from(matches!(context.text.slice(context.tokens.at(after).span), "—" | "–" | "--"));
    let start = after + comma + dash;
    if start >= end {
        return Vec::new();
    }
    if is_on_sign(context, start) {
        return Vec::new();
    }
    if opens_speech(context, start) {
        return context.speech_at(start).map(|stretch| context.chain(stretch).0).unwrap_or_default();
    }
    if quoted {
        return goes_on(context, start, end).map(|stretch| context.chain(stretch).0).unwrap_or_default();
    }
    if comma == 0 {
        return Vec::new();
    }
    let writer = is_writers(context, start, end);
    if writer { Vec::new() } else { vec![extent::reported(context, start, end, true)] }
}

/// “A,” said Ruiz, who held a sign *that read* “B”: do the words at token `at` stand on it?
pub fn is_on_sign(context: &Context, at: usize) -> bool {
    let parted = at > 0 && context.tokens.at(at - 1).kind == Kind::Punctuation;
    let Some(verb) = at.checked_sub(1 + usize::from(parted)).filter(|verb| *verb > 0) else { return false };
    let lower = |i: usize| context.tokens.at(i).lower();
    let relative = matches!(lower(verb - 1), "that" | "which");
    lower(verb) == "reading" || relative && matches!(lower(verb), "read" | "reads" | "said" | "says")
}

/// "The wall holds, she said, and *the mayor reported* damage", "… and *urged* people to wait": is its first verb one of speech?
fn reports_anew(context: &Context, start: usize, end: usize) -> bool {
    let finite = |i: &usize| matches!(context.tokens.at(*i).tag, Tag::Past | Tag::VerbS | Tag::Verb | Tag::Modal);
    let verb = (start..end.min(start + LONGEST_SUBJECT)).find(finite).map(|i| context.tokens.at(i));
    verb.is_some_and(|verb| verb.tag != Tag::Modal && (is_tag_lemma(verb.lemma()) || is_act(verb.lemma())))
}

/// Does what follows a tag belong to the writer? "…, an official said, *the latest step* of many", "*, in a sign* that", "*, without* naming
/// it"; but "The wall holds, she said, *but the gate does not*".
fn is_writers(context: &Context, start: usize, end: usize) -> bool {
    let (next, second) = (context.tokens.at(start), context.tokens.at(start + 1));
    let goes_on = !second.tag.is_verb() && second.tag != Tag::Ing && super::right::is_clause(context, start + 1, end);
    match next.lower() {
        "and" | "but" if reports_anew(context, start + 1, end) => true,
        "the" => matches!(second.lower(), "latest" | "first" | "second" | "last"),
        "but" | "while" => !goes_on,
        "in" => matches!(second.lower(), "a" | "an" | "what" | "another") || context.tokens.at(start + 2).tag == Tag::Genitive,
        "who" | "which" | "according" | "though" | "although" | "a" | "an" | "as" | "of" | "without" | "with" | "even" => true,
        _ => next.tag == Tag::Ing,
    }
}
