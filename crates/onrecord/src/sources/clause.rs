//! Verb groups and nominals: as much of the clause as the attribution grammar needs.

use super::context::Context;
use crate::lexer::{Kind, Tag, Tokens};
use crate::mentions::MentionKind;
use crate::span::Span;
use std::ops::Range;

/// A verb with its auxiliaries, adverbs and negation: "has not said".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The first token.
    pub start: usize,
    /// One past the main verb.
    pub end: usize,
    /// The main verb.
    pub head: usize,
    /// "did not say"
    pub negated: bool,
    /// "was told"
    pub passive: bool,
    /// Its form.
    pub form: Form,
}

impl Group {
    /// The dictionary form of its main verb, with the word that makes it one of saying: "made clear".
    pub fn lemma(&self, tokens: &Tokens) -> &'static str {
        if makes_clear(tokens, self.head) { MAKE_CLEAR } else { tokens.at(self.head).lemma() }
    }
}

/// Found in `cues.tsv`.
const MAKE_CLEAR: &str = "make clear";

fn makes_clear(tokens: &Tokens, head: usize) -> bool {
    tokens.at(head).lemma() == "make" && tokens.at(head + 1).lower() == "clear"
}

/// The form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "said", "has said", "will say"
    Finite,
    /// "saying"
    Ing,
    /// "to say"
    Infinitive,
    /// "condemned", without an auxiliary and without a subject of its own
    Participle,
}

/// The verb groups of `range`, in order.
pub fn groups(tokens: &Tokens, range: Range<usize>) -> Vec<Group> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match group(tokens, at, range.end) {
            Some(group) => {
                at = group.end;
                found.push(group);
            }
            None => at += 1,
        }
    }
    found
}

/// The group that begins at `start`.
fn group(tokens: &Tokens, start: usize, end: usize) -> Option<Group> {
    let first = tokens.at(start);
    let infinitive = first.tag == Tag::To && tokens.at(start + 1).tag == Tag::Verb;
    if !infinitive && !first.tag.is_verb() {
        return None;
    }
    let mut head = if infinitive { start + 1 } else { start };
    let (mut negated, mut passive) = (false, false);
    loop {
        let mut next = head + 1;
        while next < end && is_inner_adverb(tokens, next) {
            negated |= is_negation(tokens.at(next).lower());
            next += 1;
        }
        if next >= end || !is_auxiliary(tokens, head) || !tokens.at(next).tag.is_verb() {
            break;
        }
        if !follows(tokens, head, next) {
            break;
        }
        passive = tokens.at(head).lemma() == "be" && tokens.at(next).tag == Tag::Participle;
        head = next;
    }
    let form = match (infinitive, first.tag) {
        (true, _) => Form::Infinitive,
        (_, Tag::Ing) => Form::Ing,
        (_, Tag::Participle) => Form::Participle,
        _ => Form::Finite,
    };
    let before = start.checked_sub(1).map_or("", |i| tokens.at(i).lower());
    negated |= is_negation(before);
    let end = head + 1 + usize::from(makes_clear(tokens, head));
    Some(Group { start, end, head, negated, passive, form })
}

fn is_inner_adverb(tokens: &Tokens, i: usize) -> bool {
    let token = tokens.at(i);
    token.tag == Tag::Adverb || is_negation(token.lower())
}

/// "not", "never", "n’t"
pub fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "n't" | "never" | "neither" | "nor")
}

/// be, have, do, a modal
pub fn is_auxiliary(tokens: &Tokens, i: usize) -> bool {
    let token = tokens.at(i);
    token.tag == Tag::Modal
        || matches!(token.lemma(), "be" | "have" | "do" | "can" | "will" | "would" | "may" | "could" | "should" | "might" | "must")
}

/// Can the verb at `next` go on from the auxiliary at `head`? "has said", "is saying", "will say"; not "has talks".
fn follows(tokens: &Tokens, head: usize, next: usize) -> bool {
    let (auxiliary, verb) = (tokens.at(head), tokens.at(next));
    match auxiliary.lemma() {
        "be" => matches!(verb.tag, Tag::Participle | Tag::Ing | Tag::Past),
        "have" => matches!(verb.tag, Tag::Participle | Tag::Past) || verb.lemma() == "be",
        _ => matches!(verb.tag, Tag::Verb) || is_auxiliary(tokens, next),
    }
}

/// A noun phrase that can be a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominal {
    /// The first token.
    pub start: usize,
    /// One past the last token of the phrase, without apposition.
    pub end: usize,
    /// One past the apposition or relative clause; `end` where there is none.
    pub extent: usize,
    /// The mention that it is, or that its head is.
    pub mention: Option<usize>,
}

impl Nominal {
    /// Its words, without apposition.
    pub fn span(&self, tokens: &Tokens) -> Span {
        tokens.span(self.start..self.end)
    }

    /// The same with apposition: "Ana Ruiz, the mayor of Brill".
    pub fn full(&self, tokens: &Tokens) -> Span {
        tokens.span(self.start..self.extent.max(self.end))
    }
}

/// Can the token stand inside a noun phrase?
pub fn is_nominal(tokens: &Tokens, i: usize) -> bool {
    let token = tokens.at(i);
    matches!(
        token.tag,
        Tag::Name
            | Tag::Noun
            | Tag::Nouns
            | Tag::Number
            | Tag::Adjective
            | Tag::Determiner
            | Tag::Possessive
            | Tag::Pronoun
            | Tag::Genitive
    ) || (token.tag == Tag::Participle && tokens.at(i + 1).tag.is_noun())
        || (token.tag == Tag::Ing
            && i > 0
            && matches!(tokens.at(i - 1).tag, Tag::Determiner | Tag::Adjective | Tag::Possessive)
            && tokens.at(i + 1).tag.is_noun())
        || (token.tag == Tag::Ing && i > 0 && tokens.at(i - 1).tag == Tag::Genitive)
        || matches!(token.kind, Kind::Handle)
}

/// Begins a new noun phrase even right after a noun: "the", "his", "he".
fn begins(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.at(i).tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}

/// The noun phrase that begins at `start`, as far as its words go: "two sources familiar with the situation".
pub fn nominal_at(context: &Context, start: usize, limit: usize) -> Option<Nominal> {
    if let Some(mention) = context.mention_from(start) {
        let found = context.mention(mention)?;
        if found.tokens.end <= limit {
            let extent = context.tokens.within(found.extent).end.clamp(found.tokens.end, limit);
            return Some(Nominal { start, end: found.tokens.end, extent, mention: Some(mention) });
        }
    }
    if let Some(named) = role_and_name(context, start, limit) {
        return Some(named);
    }
    let tokens = context.tokens;
    let mut end = start;
    while end < limit && is_nominal(tokens, end) && (end == start || !begins(tokens, end) || tokens.at(end - 1).tag == Tag::Determiner) {
        end += 1;
    }
    if end == start || tokens.at(end - 1).tag == Tag::Determiner && end - start > 1 {
        return None;
    }
    let mention = (start..end).rev().find_map(|i| context.mention_at(i));
    Some(Nominal { start, end, extent: end, mention })
}

/// "said *the mayor of Brill, Ana Ruiz*": the words of the role go with the name that they stand before.
fn role_and_name(context: &Context, start: usize, limit: usize) -> Option<Nominal> {
    let first = context.tokens.at(start);
    if !matches!(first.tag, Tag::Determiner | Tag::Possessive) {
        return None;
    }
    let opens = |i: &usize| {
        context.mention(*i).is_some_and(|mention| mention.extent.start == first.span.start && mention.kind == MentionKind::Person)
    };
    let found = (start + 1..limit.min(start + LONGEST_ROLE)).find_map(|i| context.mention_from(i).filter(opens))?;
    let end = context.mention(found)?.tokens.end;
    (end <= limit).then_some(Nominal { start, end, extent: end, mention: Some(found) })
}

/// So many words of a role may stand before a name.
const LONGEST_ROLE: usize = 14;

/// The noun phrase that ends right before `end`, with the phrases that hang on it: "a spokesman for the agency in Brill".
pub fn nominal_before(context: &Context, end: usize, floor: usize) -> Option<Nominal> {
    let mut nominal = simple_before(context, end, floor)?;
    for _ in 0..4 {
        let Some(joint) = nominal.start.checked_sub(1).filter(|joint| *joint > floor) else { break };
        if !hangs_on(context.tokens, joint) {
            break;
        }
        let Some(outer) = simple_before(context, joint, floor) else { break };
        if is_time(context.tokens.at(outer.end - 1).lower()) {
            break;
        }
        nominal = Nominal { start: outer.start, end: nominal.end, extent: end, mention: outer.mention };
    }
    Some(nominal)
}

/// Prepositions by which a noun phrase hangs on the one before: "a spokesman for the agency".
fn hangs_on(tokens: &Tokens, i: usize) -> bool {
    matches!(
        tokens.at(i).lower(),
        "of" | "for" | "at" | "from" | "with" | "in" | "on" | "to" | "by" | "about" | "near" | "behind" | "against" | "and"
    ) && (tokens.at(i).lower() != "and" || tokens.at(i - 1).tag.is_noun())
}

/// The noun phrase that ends right before `end`; where it begins a mention, that mention's.
pub fn simple_before(context: &Context, end: usize, floor: usize) -> Option<Nominal> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if let Some(mention) = context.mention_at(last) {
        let found = context.mention(mention)?;
        if found.tokens.end == end && found.tokens.start >= floor {
            let start = with_modifiers(context, found.tokens.start, floor);
            return Some(Nominal { start, end, extent: end, mention: Some(mention) });
        }
    }
    let tokens = context.tokens;
    let mut start = end;
    while start > floor && is_nominal(tokens, start - 1) {
        start -= 1;
        if begins(tokens, start) && !matches!(tokens.at(start).lower(), "'s") && tokens.at(start).tag != Tag::Genitive {
            if start > floor && tokens.at(start - 1).tag == Tag::Determiner {
                start -= 1;
            }
            break;
        }
    }
    // "an … said": an article alone is nobody; "the young" may be somebody.
    let bare = end - start == 1 && matches!(tokens.at(start).lower(), "a" | "an" | "the");
    if start == end || bare || tokens.at(end - 1).tag == Tag::Adjective && end - start == 1 {
        return None;
    }
    let mention = (start..end).rev().find_map(|i| context.mention_at(i));
    // "a source familiar with *Holt’s thinking*": the mention reaches into the phrase.
    let known = mention.and_then(|i| context.mention(i)).map_or(start, |found| found.tokens.start);
    Some(Nominal { start: known.clamp(floor, start), end, extent: end, mention })
}

/// "registered *voters*": a mention with the adjectives before it that it does not have itself.
fn with_modifiers(context: &Context, from: usize, floor: usize) -> usize {
    let mut start = from;
    while start > floor && from - start < 4 && context.mention_at(start - 1).is_none() {
        let token = context.tokens.at(start - 1);
        let modifier = matches!(token.tag, Tag::Adjective | Tag::Number)
            || (token.tag == Tag::Participle && token.kind == Kind::Word && !token.is_capital());
        if !modifier {
            break;
        }
        start -= 1;
    }
    start
}

/// "Monday", "week", "year": nouns that say when.
pub fn is_time(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "week"
            | "month"
            | "year"
            | "day"
            | "night"
            | "morning"
            | "evening"
            | "afternoon"
            | "today"
            | "yesterday"
            | "weekend"
            | "tomorrow"
            | "ago"
            | "spring"
            | "summer"
            | "fall"
            | "winter"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}
