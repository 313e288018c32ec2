//! The small words of noun phrases by what they do (`small_words.txt`), looked up once a word instead of compared at every place.

use super::words::{self, WordId};
use std::sync::LazyLock;

/// What a small word can do in or before a noun phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Small(u16);

impl Small {
    /// two, hundred
    pub const COUNTING: Self = Self(1);
    /// some, many: with or without a noun
    pub const SEVERAL: Self = Self(1 << 1);
    /// Opens a phrase: the, another, one, half
    pub const DETERMINER: Self = Self(1 << 2);
    /// Before a number: only, more, at
    pub const BEFORE_NUMBER: Self = Self(1 << 3);
    /// Needs no noun: both, others
    pub const ALONE: Self = Self(1 << 4);
    /// today, morning
    pub const TIME: Self = Self(1 << 5);
    /// "last" in "last week"
    pub const BEFORE_TIME: Self = Self(1 << 6);
    /// "week" in "last week"
    pub const LENGTH_OF_TIME: Self = Self(1 << 7);

    fn named(heading: &str) -> Self {
        match heading {
            "counting" => Self::COUNTING,
            "several" => Self::SEVERAL,
            "determiner" => Self::DETERMINER,
            "before number" => Self::BEFORE_NUMBER,
            "alone" => Self::ALONE,
            "time" => Self::TIME,
            "before time" => Self::BEFORE_TIME,
            "length of time" => Self::LENGTH_OF_TIME,
            _ => Self::default(),
        }
    }

    /// What a word of the list does.
    pub fn of(word: Option<WordId>) -> Self {
        word.and_then(|word| BY_ID.get(word.index())).copied().unwrap_or_default()
    }

    /// Does it any of these?
    pub const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static BY_ID: LazyLock<Vec<Small>> = LazyLock::new(|| {
    let mut all = vec![Small::default(); words::all().count()];
    for (small, word) in listed() {
        if let Some(slot) = words::find(word).and_then(|id| all.get_mut(id.index())) {
            *slot = slot.or(small);
        }
    }
    all
});

/// The words of the list, with what each does; a word may stand under several headings.
fn listed() -> impl Iterator<Item = (Small, &'static str)> {
    let mut under = Small::default();
    let rows = include_str!("small_words.txt").lines().filter(|row| !row.starts_with('#'));
    rows.flat_map(move |row| {
        let heading = row.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        under = heading.map_or(under, Small::named);
        let words = if heading.is_some() { "" } else { row };
        let small = under;
        words.split(' ').filter(|word| !word.is_empty()).map(move |word| (small, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_small_word_is_in_the_word_list_and_does_something() {
        assert!(listed().count() > 80);
        for (small, word) in listed() {
            assert!(small != Small::default() && words::find(word).is_some(), "{word}");
        }
        assert!(Small::of(words::find("Both")).is(Small::ALONE) && !Small::of(words::find("bridge")).is(Small::ALONE));
    }
}
