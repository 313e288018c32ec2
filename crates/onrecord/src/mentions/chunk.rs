//! The bare noun phrase: determiner, modifiers, head; no complements.

use super::joints::{joins_qualifiers, link};
use super::title::is_compound;
use super::verbal::{acts_as_verb, begins_another, next_acts};
use super::view::{View, is_indefinite};
use crate::data::lexicon::Class;
use crate::data::small_words::Small;
use crate::lexer::{Kind, Shape, Tag};
use std::ops::Range;

/// A noun phrase without what follows its head.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// All its tokens, from the determiner (and what stands before it: "even", "more than") to the head.
    pub range: Range<usize>,
    /// The first token after determiner and possessor.
    pub body: usize,
    /// The determiner.
    pub det: Det,
    /// The possessor in "Trump’s campaign chairman", without its ’s.
    pub owner: Option<Range<usize>>,
}

/// What stands before the noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Det {
    /// Nothing: "officials", "Biden".
    Bare,
    /// the, this, those
    Definite,
    /// a, an, another, one
    Indefinite,
    /// his, or a genitive: "Biden’s"
    Possessed,
    /// some, many, both, two
    Several,
}

impl Chunk {
    /// Its last token.
    pub fn head(&self) -> usize {
        self.range.end.saturating_sub(1)
    }
}

/// The noun phrase that starts at `i`, up to `end` at most.
pub fn at(view: &View, i: usize, end: usize) -> Option<Chunk> {
    if may_open(view, i, end) && !is_time_phrase(view, i) && !is_day_before(view, i) { read(view, i, end) } else { None }
}

/// Does the word open noun phrases, or can it stand in one? Most words of a text cannot.
fn may_open(view: &View, i: usize, end: usize) -> bool {
    let opener = Small::BEFORE_NUMBER.or(Small::DETERMINER).or(Small::SEVERAL).or(Small::COUNTING);
    matches!(view.tag(i), Tag::Possessive | Tag::Number) || view.small(i).is(opener) || reach(view, i, i, end, false, None) > 0
}

fn read(view: &View, i: usize, end: usize) -> Option<Chunk> {
    let start = i;
    let i = skip_adverbs(view, i, end);
    let (mut det, mut body) = opening(view, i, end);
    let (mut owner, mut before_owner) = (None, None);
    let mut k = body;
    let mut last = None;
    while k < end {
        if view.tag(k) == Tag::Genitive && last.is_some_and(|last| last + 1 == k) {
            if names_on(view, k) {
                k += 1;
                continue;
            }
            if !is_modifier(view, k + 1, end, true) && view.tag(k + 1) != Tag::Number {
                break;
            }
            before_owner = Some(Chunk { range: start..k, body, det, owner: owner.clone() });
            owner = Some(body_of_owner(view, start, body, owner.as_ref())..k);
            det = Det::Possessed;
            body = k + 1;
            last = None;
            k += 1;
            continue;
        }
        let step = step(view, body, k, end, last.is_some() || body > i, last);
        if step == 0 {
            break;
        }
        k += step;
        if is_head(view, k - 1) {
            last = Some(k - 1);
        }
    }
    if last.is_none() && before_owner.is_some() {
        return before_owner;
    }
    let head = last.or_else(|| pronoun_like(view, i, body, det))?;
    Some(Chunk { range: start..head + 1, body: body.min(head + 1), det, owner })
}

/// "Prince Albert’s County", "St. Mary’s Hospital": a genitive that belongs to a name.
pub fn names_on(view: &View, genitive: usize) -> bool {
    let saint = genitive.checked_sub(2).is_some_and(|i| matches!(view.slice(i), "St." | "St" | "Saint"));
    genitive > 0
        && view.at(genitive - 1).is_capital()
        && (view.slice(genitive + 1) == "County" || saint && view.at(genitive + 1).is_capital())
}

/// The possessor starts where the phrase starts; in "Biden’s aide’s phone" the last possessor counts, and "the Sheriff’s Department’s
/// officer" is the department’s.
fn body_of_owner(view: &View, start: usize, body: usize, owner: Option<&Range<usize>>) -> usize {
    let Some(owner) = owner else { return start };
    let holder = owner.end.checked_sub(1).is_some_and(|i| view.at(i).is_capital() && view.any(i, &[Class::One, Class::Title]));
    let office = view.at(body).is_capital() && view.any(body, &[Class::OrganizationHead, Class::Body]);
    if holder && office { owner.start } else { body }
}

/// "even other senators", "only 32 percent", "more than 50 experts", "more than a hundred firms", "at least two officials"
fn skip_adverbs(view: &View, i: usize, end: usize) -> usize {
    if !view.small(i).is(Small::BEFORE_NUMBER) {
        return i;
    }
    let many = |k: usize| matches!(view.lower(k), "dozen" | "hundred" | "thousand" | "million" | "third" | "quarter");
    let counts = |k: usize| {
        let counted = view.tag(k) == Tag::Number || view.small(k).is(Small::SEVERAL.or(Small::COUNTING));
        k < end && (counted || view.lower(k) == "a" && many(k + 1))
    };
    match view.lower(i) {
        "even" | "only" | "nearly" | "almost" | "about" | "roughly" | "around" | "just" | "over" if counts(i + 1) => i + 1,
        "even" if view.tag(i + 1) == Tag::Determiner => i + 1,
        "more" | "fewer" | "less" if view.lower(i + 1) == "than" && counts(i + 2) => i + 2,
        "at" if matches!(view.lower(i + 1), "least" | "most") && counts(i + 2) => i + 2,
        "up" if view.lower(i + 1) == "to" && counts(i + 2) => i + 2,
        _ => i,
    }
}

/// The determiner, and where the words behind it begin, a work that stands before its noun left out.
fn opening(view: &View, i: usize, end: usize) -> (Det, usize) {
    let (det, body) = determiner(view, i, end);
    (det, behind_work(view, body, end).filter(|_| body > i).unwrap_or(body))
}

/// So many words at most has a title that stands before a noun.
const LONGEST_WORK: usize = 5;

/// "the *“Quiet Harbour”* actor": a title in marks between determiner and noun.
fn behind_work(view: &View, k: usize, end: usize) -> Option<usize> {
    let mark = |i: usize| view.at(i).kind == Kind::Mark;
    if !mark(k) || !view.at(k + 1).is_capital() {
        return None;
    }
    let close = (k + 2..end.min(k + 3 + LONGEST_WORK)).find(|i| mark(*i))?;
    matches!(view.tag(close + 1), Tag::Noun | Tag::Nouns).then_some(close + 1)
}

fn determiner(view: &View, i: usize, end: usize) -> (Det, usize) {
    let after = |det, k: usize| (det, k.min(end));
    let small = view.small(i);
    if !small.is(Small::DETERMINER.or(Small::SEVERAL).or(Small::COUNTING)) {
        return match view.tag(i) {
            Tag::Possessive => after(Det::Possessed, i + 1),
            Tag::Number if view.at(i).kind == Kind::Number => after(Det::Several, i + 1),
            _ => (Det::Bare, i),
        };
    }
    match view.lower(i) {
        "that" if !is_pointing(view, i) => (Det::Bare, i),
        "the" | "this" | "that" | "these" | "those" => {
            let mut k = i + 1;
            while k < end && (view.tag(k) == Tag::Number || view.small(k).is(Small::COUNTING)) {
                k += 1;
            }
            after(Det::Definite, k)
        }
        "a" | "an" | "another" => after(Det::Indefinite, i + 1),
        "one" if view.tag(i + 1) != Tag::Genitive => after(Det::Indefinite, i + 1),
        "all" | "both" | "half" if matches!(view.lower(i + 1), "the" | "of" | "these" | "those") || view.tag(i + 1) == Tag::Possessive => {
            if view.lower(i + 1) == "of" {
                after(Det::Several, i + 1)
            } else {
                after(Det::Several, i + 2)
            }
        }
        "no" if view.lower(i + 1) == "one" => after(Det::Indefinite, i + 2),
        "more" if view.tag(i + 1) == Tag::Nouns => after(Det::Several, i + 1),
        _ if small.is(Small::SEVERAL) => {
            let mut k = i + 1;
            while k < end && view.small(k).is(Small::SEVERAL.or(Small::COUNTING)) {
                k += 1;
            }
            after(Det::Several, k)
        }
        _ if small.is(Small::COUNTING) => after(Det::Several, i + 1),
        _ if view.tag(i) == Tag::Possessive => after(Det::Possessed, i + 1),
        _ if view.tag(i) == Tag::Number && view.at(i).kind == Kind::Number => after(Det::Several, i + 1),
        _ => (Det::Bare, i),
    }
}

/// "That report says" points; "Ruiz said that reports differ" does not.
fn is_pointing(view: &View, i: usize) -> bool {
    let before = i.checked_sub(1).map_or(Tag::Punctuation, |i| view.tag(i));
    let clause = before.is_verb() || before.is_noun() || matches!(before, Tag::Adjective | Tag::Pronoun);
    let same = i > 0 && view.at(i - 1).sentence == view.at(i).sentence;
    // "It was then that district officials said so": "that" points at one, and these are several.
    let head = (i + 1..i + 6).find(|k| !matches!(view.tag(*k), Tag::Noun | Tag::Adjective));
    !(clause && same) && matches!(view.tag(i + 1), Tag::Noun | Tag::Adjective) && head.is_none_or(|head| view.tag(head) != Tag::Nouns)
}

/// "Both said", "others disagreed", "one called it": a determiner that stands alone.
fn pronoun_like(view: &View, i: usize, body: usize, det: Det) -> Option<usize> {
    if body <= i {
        return None;
    }
    let alone = match view.lower(i) {
        "no" => view.lower(i + 1) == "one",
        "both" | "many" | "some" | "others" | "several" | "most" | "few" | "all" | "none" | "another" | "one" | "each" | "neither"
        | "those" => true,
        _ => view.small(i).is(Small::COUNTING) && det == Det::Several && (is_finite(view, body) || view.lower(body) == "of"),
    };
    alone.then(|| body - 1)
}

fn is_finite(view: &View, k: usize) -> bool {
    matches!(view.tag(k), Tag::Past | Tag::VerbS | Tag::Verb | Tag::Modal)
}

/// How many tokens the phrase goes on by at `k`.
fn step(view: &View, start: usize, k: usize, end: usize, started: bool, last: Option<usize>) -> usize {
    let reach = reach(view, start, k, end, started, last);
    if reach == 0 || stops(view, start, k, end, last) { 0 } else { reach }
}

/// How many tokens at `k` can go on with the phrase by themselves.
fn reach(view: &View, start: usize, k: usize, end: usize, started: bool, last: Option<usize>) -> usize {
    let known = view.length(k);
    if known > 1 && is_name(view, k) {
        return known.min(end - k);
    }
    if is_modifier(view, k, end, started) { 1 } else { link(view, start, k, end, last) }
}

/// Does the phrase end before `k`, since what comes is a day or a time, a verb, or another phrase?
fn stops(view: &View, start: usize, k: usize, end: usize, last: Option<usize>) -> bool {
    let named = k > start && view.is_given_name(k - 1) && view.at(k).is_capital() && view.tag(k + 1) != Tag::Number;
    // "June 16", "in June", not "the June summit"
    let numbered = view.tag(k + 1) == Tag::Number;
    let dated = view.is(k, Class::Calendar) && !named && (numbered || !view.is(k, Class::Borne) && !is_modifier(view, k + 1, end, false));
    if dated || view.small(k).is(Small::TIME) || is_time_phrase(view, k) {
        return true;
    }
    let before = last.or_else(|| (k == start && k > 0 && view.small(k - 1).is(Small::ALONE)).then(|| k - 1));
    before.is_some_and(|last| acts_as_verb(view, k, end, last) || is_indefinite(view.lower(last)) || begins_another(view, k, last))
}

/// "On *Friday* fishermen denied", "In *July* Ruiz said": when it was is no part of who they are.
fn is_day_before(view: &View, i: usize) -> bool {
    let before = |word: &str| i > 0 && view.slice(i - 1).eq_ignore_ascii_case(word);
    let time = view.is(i, Class::Calendar) && before(if view.slice(i).ends_with("day") { "on" } else { "in" });
    time && view.slice(i + 1) != "Day" && (matches!(view.tag(i + 1), Tag::Nouns | Tag::Determiner) || is_name(view, i + 1))
}

/// "last week", "this year": what follows is another phrase.
pub fn is_time_phrase(view: &View, i: usize) -> bool {
    view.small(i).is(Small::BEFORE_TIME) && view.small(i + 1).is(Small::LENGTH_OF_TIME) && !matches!(view.tag(i + 2), Tag::Genitive)
}

/// Can the token stand in a noun phrase?
fn is_modifier(view: &View, k: usize, end: usize, started: bool) -> bool {
    if k >= end {
        return false;
    }
    if is_name(view, k) {
        return true;
    }
    // "the panel held Ines Ruiz": behind a noun a participle is a verb; "the now closed-door talks" has none before it
    // and neither is "Ashton-based" in "the Ashton-based ridesharing company"
    let noun_before = k > 0 && view.tag(k - 1).is_noun() && !is_compound(view, k - 1);
    match view.tag(k) {
        Tag::Name | Tag::Noun | Tag::Nouns => true,
        Tag::Adjective => {
            started || is_modifier(view, k + 1, end, true) || view.tag(k + 1) == Tag::Conjunction && joins_qualifiers(view, k + 1, end)
        }
        Tag::Number => started || view.at(k).kind == Kind::Number,
        Tag::Participle | Tag::Ing | Tag::Past => {
            // "the Alpine anti-noise unit"
            let free = !noun_before || view.slice(k).contains('-');
            free && started && is_plain_noun(view, k + 1, end) || is_name(view, k)
        }
        // "West Brill forward Dana Wills"
        Tag::Adverb if noun_before && view.lower(k) == "forward" => view.is_given_name(k + 1),
        Tag::Adverb if view.lower(k) != "then" => {
            !noun_before && started && matches!(view.tag(k + 1), Tag::Adjective | Tag::Participle) && is_plain_noun(view, k + 2, end)
        }
        Tag::Verb | Tag::VerbS => is_name(view, k),
        Tag::Preposition | Tag::Adverb => started && !noun_before && is_outside(view, k) && is_plain_noun(view, k + 1, end),
        _ => false,
    }
}

/// "the *outside* firm", "the *then* mayor"
fn is_outside(view: &View, k: usize) -> bool {
    matches!(view.lower(k), "outside" | "inside" | "then" | "past")
}

pub fn is_plain_noun(view: &View, k: usize, end: usize) -> bool {
    k < end && matches!(view.tag(k), Tag::Noun | Tag::Nouns | Tag::Adjective | Tag::Name)
}

/// A word with a capital that is, or may well be, a name.
pub fn is_name(view: &View, k: usize) -> bool {
    let token = view.at(k);
    if token.kind != Kind::Word || !token.is_capital() {
        return token.kind == Kind::Word && token.shape == Shape::Mixed && has_particle(view.slice(k));
    }
    match view.tag(k) {
        Tag::Name => true,
        Tag::Noun | Tag::Nouns | Tag::Adjective | Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Ing => {
            view.any(k, &[Class::Forename, Class::Surname]) && next_acts(view, k) || view.length(k) > 1
        }
        _ => view.length(k) > 1,
    }
}

/// "al-Rahman", "d’Orsay"
fn has_particle(word: &str) -> bool {
    let particles = ["al", "el", "ul", "as", "ash", "ad", "ar", "an", "at", "d", "l", "bin", "abu", "ibn"];
    let cut = word.split_once(['-', '’', '\'']);
    cut.is_some_and(|(lead, name)| name.starts_with(char::is_uppercase) && particles.contains(&lead))
}

/// Can the token be the last of a noun phrase?
fn is_head(view: &View, k: usize) -> bool {
    matches!(view.tag(k), Tag::Name | Tag::Noun | Tag::Nouns)
        || is_name(view, k)
        || view.length(k) == 0
        || view.slice(k).ends_with('%')
        || matches!(view.lower(k), "percent")
        || view.tag(k) == Tag::Adjective && (view.any(k, &[Class::One, Class::Many, Class::Body]) || is_age(view.slice(k)))
        || view.at(k).kind == Kind::Number && (is_age(view.slice(k)) || is_channel(view, k))
}

/// "ABC *7*": the number of a station belongs to its name.
fn is_channel(view: &View, k: usize) -> bool {
    k > 0 && view.is(k - 1, Class::News) && view.at(k - 1).is_capital() && view.slice(k).len() < 3
}

/// "the 43-year-old"
pub fn is_age(word: &str) -> bool {
    word.ends_with("-year-old")
}
