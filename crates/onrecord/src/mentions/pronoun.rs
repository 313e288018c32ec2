//! he, she, they, who, it, I, we; and his, her, their.

use super::view::View;
use super::{Gender, Mention, MentionKind, read};
use crate::lexer::Tag;

/// The pronoun at `i`.
pub fn at(view: &View, i: usize, _end: usize) -> Option<Mention> {
    let token = view.at(i);
    if !matches!(token.tag, Tag::Pronoun | Tag::Wh) {
        return None;
    }
    let (gender, plural) = match (token.tag, token.lower()) {
        (Tag::Pronoun, "he" | "him" | "himself") => (Gender::Male, false),
        (Tag::Pronoun, "she" | "her" | "herself") => (Gender::Female, false),
        (Tag::Pronoun, "it") => (Gender::Neuter, false),
        (Tag::Pronoun, "i" | "me" | "you") | (Tag::Wh, "who" | "whom" | "which") => (Gender::Unknown, false),
        (Tag::Pronoun, "they" | "them" | "we" | "us") => (Gender::Unknown, true),
        _ => return None,
    };
    let mut mention = read::bare(view, i..i + 1, MentionKind::Pronoun);
    mention.gender = gender;
    mention.plural = plural;
    Some(mention)
}

/// "his" in "his plan", where the plan itself is no source.
pub fn possessive(view: &View, i: usize) -> Option<Mention> {
    let (gender, plural) = match view.lower(i) {
        "his" => (Gender::Male, false),
        "her" => (Gender::Female, false),
        "their" | "our" => (Gender::Unknown, true),
        "my" => (Gender::Unknown, false),
        _ => return None,
    };
    let mut mention = read::bare(view, i..i + 1, MentionKind::Pronoun);
    mention.gender = gender;
    mention.plural = plural;
    Some(mention)
}
