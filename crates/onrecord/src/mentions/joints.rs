//! What joins the words of a noun phrase: "and", hyphens, particles of names, nicknames in marks.

use super::chunk::{is_name, is_plain_noun};
use super::view::View;
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Shape, Tag};

/// A list of countries before a noun is no longer than this, with its commas.
const LONGEST_LIST: usize = 14;
/// What a body is for is named within so many tokens.
const LONGEST_PORTFOLIO: usize = 20;

/// What may join the parts of a name or of a list of modifiers: "Ludwig van Beethoven", "AT & T", "political and military analysts".
pub fn link(view: &View, start: usize, k: usize, end: usize, last: Option<usize>) -> usize {
    if k > start && joins_qualifiers(view, k, end) {
        return 2;
    }
    let Some(last) = last.filter(|last| last + 1 == k) else { return 0 };
    let (before, after) = (is_name(view, last), k + 1 < end && is_name(view, k + 1));
    if before && after {
        if is_particle(view.slice(k)) || view.is_punct(k, "&") || view.is_punct(k, "/") {
            return 2;
        }
        if organization_link(view, start, last, k, end) {
            return 2;
        }
    }
    if before && view.is_punct(k, ",") && lists_portfolio(view, start, last, k, end) {
        return if view.lower(k + 1) == "and" { 3 } else { 2 };
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

/// "Committee on Rail*, Roads* and Trade": what a body is for, in a list that comes to its "and".
fn lists_portfolio(view: &View, start: usize, last: usize, comma: usize, end: usize) -> bool {
    let opens = |i: usize| {
        let body = matches!(view.lower(i), "committee" | "subcommittee" | "department" | "ministry" | "office" | "institute" | "council");
        body && matches!(view.lower(i + 1), "on" | "of" | "for")
    };
    if !(start.max(last.saturating_sub(LONGEST_PORTFOLIO))..last).any(opens) {
        return false;
    }
    let end = end.min(comma + LONGEST_PORTFOLIO);
    let field = |i: usize| is_name(view, i) && !view.any(i, &[Class::Forename, Class::Title]);
    let mut i = comma;
    while view.is_punct(i, ",") && i + 1 < end && field(i + 1) {
        i += 1 + (i + 1..end).take_while(|i| field(*i)).count();
    }
    let and = i + usize::from(view.is_punct(i, ","));
    matches!(view.lower(and), "and" | "&") && and + 1 < end && field(and + 1)
}

/// "University of Brill", "Center for Free Trade", "Oversight and Reform Committee"; a person’s "of" is no part of the name.
fn organization_link(view: &View, start: usize, last: usize, k: usize, end: usize) -> bool {
    let head = |i: usize| view.is(i, Class::OrganizationHead) && !view.any(i, &[Class::News]);
    match view.lower(k) {
        "of" => head(last) && !view.is(last, Class::One),
        "for" | "on" | "to" => {
            // "Center for Justice", but not "work at the center for Justice Marsh"
            let titled = view.is(k + 1, Class::Title) && (is_name(view, k + 2) || !view.at(k + 1).is_capital());
            head(last) && !titled && !view.any(k + 1, &[Class::Forename, Class::Calendar])
        }
        "and" => {
            let ahead = (k + 1..end).take_while(|i| is_name(view, *i)).last();
            // "Orvo and CDS Corp" are two.
            let firm = ahead.is_some_and(|i| kin::is_firm_form(&view.slice(i).trim_end_matches('.').to_lowercase()));
            if firm && view.at(k + 1).shape == Shape::Upper {
                return false;
            }
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

/// "political and military analysts", "a senior, trusted aide", "Danish and U.S. sources": two qualities of one noun.
pub fn joins_qualifiers(view: &View, k: usize, end: usize) -> bool {
    let joins = matches!(view.lower(k), "and" | "or") || view.is_punct(k, ",");
    if k == 0 || !joins {
        return false;
    }
    let adjective = |i: usize| matches!(view.tag(i), Tag::Adjective | Tag::Participle);
    if adjective(k - 1) && adjective(k + 1) && k + 2 < end && is_plain_noun(view, k + 2, end) {
        return true;
    }
    if view.is_punct(k, ",") {
        return lists_countries(view, k, end);
    }
    let country = |i: usize| view.is(i, Class::Adjective) || view.is(i, Class::Country) && view.slice(i).contains('.');
    let level = |i: usize| matches!(view.lower(i), "state" | "county" | "city");
    let qualifies = |i: usize| view.tag(i) == Tag::Adjective || country(i) || level(i);
    let plural = |i: usize| i < end && view.tag(i) == Tag::Nouns;
    let several = plural(k + 2) || plural(k + 3) && view.tag(k + 2) == Tag::Noun;
    several && view.at(k).kind == Kind::Word && qualifies(k - 1) && qualifies(k + 1)
}

/// "Danish*,* Swedish and Norwegian officials": commas between countries, then "and" before the last.
fn lists_countries(view: &View, comma: usize, end: usize) -> bool {
    let parts = |i: usize| view.is_punct(i, ",") && view.is(i - 1, Class::Adjective) && view.is(i + 1, Class::Adjective);
    let joint = (comma + 2..comma + LONGEST_LIST).step_by(2).find(|i| !parts(*i));
    parts(comma) && joint.is_some_and(|joint| view.at(joint).kind == Kind::Word && joins_qualifiers(view, joint, end))
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
