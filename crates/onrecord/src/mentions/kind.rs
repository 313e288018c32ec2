//! What kind a name is of: a person, an organization, a place, a people.

use super::MentionKind;
use super::chunk::{self, Chunk, Det};
use super::view::View;
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::data::towns;
use crate::lexer::{Shape, Tag};
use std::ops::Range;

/// The kind of a name: what its words say, and where they look like a person's, what stands around them.
pub fn kind_of_name(view: &View, chunk: &Chunk, run: &Range<usize>) -> MentionKind {
    let kind = people(view, chunk, run).unwrap_or_else(|| by_words(view, run));
    if kind != MentionKind::Person {
        return kind;
    }
    // "the journal Science", "the company Brill Post", "state broadcaster KLTV"
    let said = run.start > chunk.body && (view.is(run.start - 1, Class::Document) || is_kind_of_body(view, run.start - 1));
    // "the Brill Post": people have no article.
    let outlet = chunk.det == Det::Definite
        && run.start == chunk.body
        && view.any(run.end.saturating_sub(1), &[Class::News, Class::OrganizationHead]);
    match kind {
        _ if said || outlet || is_ordinary(view, chunk, run) => MentionKind::Organization,
        _ if is_where(view, chunk, run) => MentionKind::Place,
        kind => kind,
    }
}

/// Is the word one for bodies: "company", "broadcaster"?
pub fn is_kind_of_body(view: &View, i: usize) -> bool {
    view.is(i, Class::Body) || kin::is_organization(&view.slice(i).to_lowercase())
}

/// "the British", "a Syrian", "the Dane": people by their country.
fn people(view: &View, chunk: &Chunk, run: &Range<usize>) -> Option<MentionKind> {
    let facts = view.facts(run.start);
    let fits = run.len() == 1 && facts.any(&[Class::Adjective, Class::National]) && !facts.any(&[Class::Country, Class::Forename]);
    match chunk.det {
        Det::Indefinite if fits => Some(MentionKind::Unnamed),
        Det::Definite if fits && facts.is(Class::National) && !facts.is(Class::Adjective) => Some(MentionKind::Role),
        _ => fits.then_some(MentionKind::Group),
    }
}

/// "in Ashton", "of Ashton, Md.", "Ana Ruiz of Seattle": a town that bears the name of a person.
fn is_where(view: &View, chunk: &Chunk, run: &Range<usize>) -> bool {
    let before = chunk.range.start.checked_sub(1).map_or("", |i| view.lower(i));
    let state = view.is_punct(run.end, ",") && view.any(run.end + 1, &[Class::State, Class::Country]);
    let owns = view.tag(run.end) == Tag::Genitive;
    match before {
        "in" | "near" => run.len() == 1 && !owns || state,
        "of" => {
            state || run.len() == 1 && !owns && behind_name(view, chunk.range.start - 1) && towns::town(view.slice(run.start)).is_some()
        }
        "from" | "at" | "to" | "outside" => state,
        _ => false,
    }
}

/// "Ana Ruiz *of*", not "Bank *of*" or "Mayor *of*"
fn behind_name(view: &View, of: usize) -> bool {
    let last = of.checked_sub(1).filter(|i| chunk::is_name(view, *i));
    last.is_some_and(|i| !view.any(i, &[Class::OrganizationHead, Class::Body, Class::One, Class::Title]))
}

/// "the Tribune", "the Kanashi"; "Weighing the Evidence", "Closing Ranks" in a heading: words that are nobody’s name.
fn is_ordinary(view: &View, chunk: &Chunk, run: &Range<usize>) -> bool {
    let alone = chunk.det == Det::Definite && chunk.owner.is_none() && run.len() == 1 && run.start == chunk.range.start + 1;
    if alone && view.lower(chunk.range.start) == "the" && !view.slice(run.start).ends_with('s') && !view.is(run.start, Class::Calendar) {
        return true; // "the Holts" are people.
    }
    let word = view.at(run.start).word.filter(|_| run.len() == 1 && !view.any(run.start, &[Class::Surname, Class::Forename]));
    word.is_some_and(|word| chunk.det == Det::Definite || word.get().first == Tag::Nouns)
}

fn by_words(view: &View, run: &Range<usize>) -> MentionKind {
    let (first, last) = (run.start, run.end.saturating_sub(1));
    let whole = view.length(first) == run.len();
    let facts = view.facts(first);
    if whole && facts.any(&[Class::News, Class::Known]) {
        return MentionKind::Organization;
    }
    if whole && facts.any(&[Class::Country, Class::Seat, Class::Capital, Class::State]) {
        return MentionKind::Place;
    }
    // "the Army Corps of Engineers" is no group of engineers.
    if view.any(last, &[Class::Nationals, Class::Many]) && !ends_as_organization(view, run) {
        return MentionKind::Group;
    }
    if run.len() == 2 && view.is(first, Class::Forename) && view.is(last, Class::Surname) {
        return MentionKind::Person;
    }
    // "Larry King Now": a programme
    if run.len() > 2 && view.at(last).word.is_some_and(|word| matches!(word.get().first, Tag::Adverb | Tag::Pronoun | Tag::Determiner)) {
        return MentionKind::Organization;
    }
    if run.len() > 1 && view.is(last, Class::PlaceHead) {
        return MentionKind::Place;
    }
    if ends_as_organization(view, run) {
        return MentionKind::Organization;
    }
    if run.len() == 1 { single(view, first) } else { several(view, run) }
}

/// "Ministry of Defence", "Brill Daily Post", "Acme Corp."
pub fn ends_as_organization(view: &View, run: &Range<usize>) -> bool {
    let head = |i: usize| view.any(i, &[Class::OrganizationHead, Class::Body, Class::News, Class::Known]);
    let of = run.clone().find(|i| matches!(view.slice(*i), "of" | "for" | "to" | "on" | "against"));
    head(run.end.saturating_sub(1))
        || of.is_some_and(|of| of > run.start && head(of - 1))
        || run.clone().any(|i| view.length(i) > 1 && head(i))
}

fn single(view: &View, i: usize) -> MentionKind {
    if view.any(i, &[Class::Forename, Class::Surname]) {
        return MentionKind::Person;
    }
    let letters = view.slice(i);
    // "Moneybrill.com"
    let site = letters.rsplit_once(['.', '-']).is_some_and(|(_, end)| matches!(end, "com" | "org" | "net" | "info" | "TV" | "FM" | "AM"));
    let acronym = view.at(i).shape == Shape::Upper && letters.len() <= 6 && letters.len() > 1;
    if acronym || site || is_camel(letters) { MentionKind::Organization } else { MentionKind::Person }
}

/// "SoCalGas", "FedEx"; not "McBride", "DiMarco", "LeAnn".
fn is_camel(letters: &str) -> bool {
    let personal = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "D'", "D’", "Jo", "Ru", "St"];
    let inner = letters.chars().zip(letters.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
    let own = |start: &&str| letters.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    inner > 1 || inner == 1 && !personal.iter().any(own)
}

fn several(view: &View, run: &Range<usize>) -> MentionKind {
    let initial = |i: usize| view.slice(i).ends_with('.') && view.slice(i).len() <= 5;
    if view.is(run.start, Class::Forename) || run.clone().any(|i| initial(i) && !view.is(i, Class::State) && i + 1 < run.end) {
        return MentionKind::Person;
    }
    // "Southern Brill Edison"
    let adjective = view.at(run.start).word.is_some_and(|word| word.get().first == Tag::Adjective);
    if adjective && run.len() > 2 {
        return MentionKind::Organization;
    }
    let last = run.end.saturating_sub(1);
    if last > run.start && view.is(last - 1, Class::Forename) && view.is(last, Class::Surname) {
        return MentionKind::Person;
    }
    // "Per", "May" and "Will" would have no capital if they were no names.
    let closed = |i: usize| view.at(i).word.is_some_and(|word| matches!(word.get().first, Tag::Preposition | Tag::Modal));
    let ordinary = |i: usize| view.at(i).word.is_some() && !closed(i) && !view.any(i, &[Class::Surname, Class::Forename]);
    if run.clone().any(|i| ordinary(i) || view.any(i, &[Class::State, Class::Country, Class::Capital, Class::Adjective])) {
        MentionKind::Organization
    } else {
        MentionKind::Person
    }
}
