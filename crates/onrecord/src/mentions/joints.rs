//! What joins the words of a noun phrase: "and", hyphens, particles of names, nicknames in marks.

use super::chunk::{is_name, is_plain_noun};
use super::view::View;
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Tag};

/// What may join the parts of a name or of a list of modifiers: "Ludwig van Beethoven", "AT & T", "political and military analysts".
pub fn link(view: &View, start: usize, k: usize, end: usize, last: Option<usize>) -> usize {
    let Some(last) = last.filter(|last| last + 1 == k) else {
        return if k > start { list_of_adjectives(view, k, end) } else { 0 };
    };
    let (before, after) = (is_name(view, last), k + 1 < end && is_name(view, k + 1));
    if before && after {
        if is_particle(view.slice(k)) || view.is_punct(k, "&") || view.is_punct(k, "/") {
            return 2;
        }
        if organization_link(view, start, last, k, end) {
            return 2;
        }
    }
    let article = matches!(view.lower(k + 1), "the" | "a" | "an") && k + 2 < end && is_name(view, k + 2);
    if before && article && view.lower(k) == "for" && organization_link(view, start, last, k, end) {
        return 3;
    }
    if before && is_particle(view.slice(k)) && is_particle(view.slice(k + 1)) && k + 2 < end && is_name(view, k + 2) {
        return 3;
    }
    nickname(view, k, end, before)
}

/// "University of Brill", "Center for Free Trade", "Oversight and Reform Committee"; a person’s "of" is no part of the name.
fn organization_link(view: &View, start: usize, last: usize, k: usize, end: usize) -> bool {
    let head = |i: usize| view.is(i, Class::OrganizationHead) && !view.any(i, &[Class::News]);
    match view.lower(k) {
        "of" => head(last) && !view.is(last, Class::One),
        "for" | "on" | "to" => head(last) && !view.any(k + 1, &[Class::Forename, Class::Calendar, Class::Title]),
        "and" => {
            let ahead = (k + 1..end).take_while(|i| is_name(view, *i)).last();
            let long = (start..last).any(|i| head(i) && !view.lower(i + 1).is_empty());
            ahead.is_some_and(|i| i > k + 1 && head(i)) && !head(last)
                || long && view.tag(last) == Tag::Name && !view.any(k + 1, &[Class::Forename, Class::Title])
        }
        _ => false,
    }
}

/// "Dave “Moose” Hart"
pub fn nickname(view: &View, k: usize, end: usize, before: bool) -> usize {
    let marks = view.at(k).kind == Kind::Mark && view.at(k + 2).kind == Kind::Mark;
    let names = before && k + 3 < end && view.at(k + 1).is_capital() && is_name(view, k + 3);
    if marks && names { 4 } else { 0 }
}

/// "political and military analysts", "a senior, trusted aide"
pub fn list_of_adjectives(view: &View, k: usize, end: usize) -> usize {
    let joins = matches!(view.lower(k), "and" | "or") || view.is_punct(k, ",");
    let adjective = |i: usize| matches!(view.tag(i), Tag::Adjective | Tag::Participle);
    if k == 0 || !joins || !adjective(k - 1) {
        return 0;
    }
    let next_fits = adjective(k + 1) && k + 2 < end && is_plain_noun(view, k + 2, end);
    if next_fits { 2 } else { 0 }
}

pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "da"
            | "di"
            | "du"
            | "del"
            | "della"
            | "der"
            | "van"
            | "von"
            | "den"
            | "ter"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "la"
            | "le"
            | "y"
            | "dos"
            | "das"
            | "af"
            | "zu"
    )
}
