//! What the words behind a mention look like: a relative clause, a party, a verb.

use super::view::View;
use crate::lexer::{Kind, Tag};

pub fn is_relative(view: &View, i: usize) -> bool {
    matches!(view.lower(i), "who" | "whose" | "whom" | "which")
}

/// "R-Ohio", "Republican of Ohio", "D-Vt."
pub fn is_party(view: &View, i: usize) -> bool {
    let slice = view.slice(i);
    let letter = slice.starts_with("R-") || slice.starts_with("D-") || slice.starts_with("I-");
    letter || matches!(slice, "Republican" | "Democrat" | "Independent") && matches!(view.lower(i + 1), "of" | "from")
}

pub fn is_finite(view: &View, i: usize) -> bool {
    matches!(view.tag(i), Tag::Past | Tag::VerbS | Tag::Modal)
        || view.tag(i) == Tag::Verb && !matches!(view.tag(i.wrapping_sub(1)), Tag::To | Tag::Modal)
}

pub fn is_verb(view: &View, i: usize) -> bool {
    view.tag(i).is_verb() || view.tag(i) == Tag::Adverb && view.tag(i + 1).is_verb()
}

/// ", said", ", also told"
pub fn closes_before_verb(view: &View, comma: usize) -> bool {
    let mut i = comma + 1;
    while view.tag(i) == Tag::Adverb && i < comma + 4 {
        i += 1;
    }
    is_finite(view, i)
}

/// The main verb comes behind a noun, not behind "they", "and" or "to".
pub fn can_precede_main_verb(view: &View, verb: usize) -> bool {
    let before = verb.wrapping_sub(1);
    matches!(view.tag(before), Tag::Noun | Tag::Nouns | Tag::Name | Tag::Number | Tag::Adverb | Tag::Particle | Tag::Adjective)
}

pub fn is_dash(view: &View, i: usize) -> bool {
    view.at(i).kind == Kind::Punctuation && matches!(view.slice(i), "—" | "–" | "--" | "-" | "---")
}

pub fn is_place_preposition(word: &str) -> bool {
    matches!(word, "in" | "at" | "from" | "around" | "across" | "near" | "inside" | "outside")
}
