//! What the words after a stop are: the opening of a sentence, or the tag of the quotation before it.

use crate::data::speech_tags;
use crate::data::words::{self, Tag};

/// The letters at the start of `rest`, up to the first apostrophe or anything else.
pub(super) fn first_word(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// A capitalised word of the sort that opens sentences and no names: "The", "He", "In", "However".
pub(super) fn is_starter(word: &str) -> bool {
    let Some(id) = words::find(word) else { return false };
    let tag = id.get().first;
    word.starts_with(char::is_uppercase)
        && matches!(
            tag,
            Tag::Pronoun | Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Conjunction | Tag::Wh | Tag::Adverb | Tag::Other
        )
}

/// A capitalised word that the list knows, and not first as a name: "Police", but not "Monday".
pub(super) fn is_common(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && words::find(word).is_some_and(|id| id.get().first != Tag::Name)
}

/// What follows a tag ("Reyes asked", "He said") at the start of `after`.
pub(super) fn tag_end(after: &str) -> Option<&str> {
    let mut rest = after;
    for count in 0..5 {
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | '?' | '!')).unwrap_or(rest.len());
        let (word, tail) = rest.split_at_checked(end)?;
        if count > 0 && speech_tags::is_tag(word) {
            return Some(tail);
        }
        let pronoun = matches!(word, "He" | "She" | "They" | "I" | "We" | "It");
        if !word.starts_with(char::is_uppercase) || (!pronoun && is_starter(word)) {
            return None;
        }
        rest = tail.strip_prefix(' ')?;
    }
    None
}

/// Does what follows a verb of saying tell what was said? Then the quotation before it is another sentence.
pub(super) fn opens_content(rest: &str) -> bool {
    let next = first_word(rest.trim_start());
    rest.starts_with(' ')
        && (next.starts_with(char::is_uppercase)
            || words::find(next).is_some_and(|id| matches!(id.get().first, Tag::Pronoun | Tag::Determiner | Tag::Possessive))
            || next == "that")
}
