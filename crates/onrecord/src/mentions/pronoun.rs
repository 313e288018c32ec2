//! he, she, they, who, it, I, we; and his, her, their.

use super::view::View;
use super::{Gender, Mention, MentionKind, read};
use crate::article::Attitude;
use crate::data::cues;
use crate::lexer::Tag;

/// The pronoun at `i`.
pub fn at(view: &View, i: usize, _end: usize) -> Option<Mention> {
    let token = view.at(i);
    if !matches!(token.tag, Tag::Pronoun | Tag::Wh) && token.lower() != "that" {
        return None;
    }
    let (gender, plural) = match (token.tag, token.lower()) {
        (Tag::Pronoun, "he" | "him" | "himself") => (Gender::Male, false),
        (Tag::Pronoun, "she" | "her" | "herself") => (Gender::Female, false),
        (Tag::Pronoun, "it") => (Gender::Neuter, false),
        (Tag::Pronoun, "i" | "me" | "you") | (Tag::Wh, "who" | "whom" | "which") => (Gender::Unknown, false),
        (Tag::Pronoun, "they" | "them" | "we" | "us") => (Gender::Unknown, true),
        (_, "that") if is_subject(view, i) => (Gender::Unknown, false),
        _ => return None,
    };
    let mut mention = read::bare(view, i..i + 1, MentionKind::Pronoun);
    mention.gender = gender;
    mention.plural = plural;
    Some(mention)
}

/// "shops *that* said they would close"
fn is_subject(view: &View, that: usize) -> bool {
    let noun = that.checked_sub(1).is_some_and(|i| view.tag(i).is_noun());
    let says = cues::listed(view.at(that + 1).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
    noun && says && matches!(view.tag(that + 1), Tag::Past | Tag::VerbS | Tag::Verb)
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
