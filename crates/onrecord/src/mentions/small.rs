//! The small words of noun phrases by what they do, looked up once a word instead of compared at every place.

use crate::data::words::{self, WordId};
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

const LISTS: [(Small, &[&str]); 8] = [
    (
        Small::COUNTING,
        &[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "fifty", "hundred",
            "thousand", "million", "billion",
        ],
    ),
    (
        Small::SEVERAL,
        &[
            "some",
            "many",
            "several",
            "few",
            "both",
            "all",
            "most",
            "other",
            "others",
            "any",
            "no",
            "every",
            "each",
            "numerous",
            "various",
            "multiple",
            "countless",
            "certain",
            "none",
            "neither",
            "either",
        ],
    ),
    (Small::DETERMINER, &["the", "this", "that", "these", "those", "a", "an", "another", "one", "all", "both", "half", "no", "more"]),
    (
        Small::BEFORE_NUMBER,
        &["even", "only", "nearly", "almost", "about", "roughly", "around", "just", "over", "more", "fewer", "less", "at", "up"],
    ),
    (Small::ALONE, &["both", "many", "some", "others", "several", "most", "few", "all"]),
    (Small::TIME, &["today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening"]),
    (Small::BEFORE_TIME, &["last", "this", "next", "earlier", "late", "early", "that", "one", "each", "every"]),
    (Small::LENGTH_OF_TIME, &["week", "month", "year", "day", "night", "morning", "summer", "spring", "fall", "winter", "time", "weekend"]),
];

static BY_ID: LazyLock<Vec<Small>> = LazyLock::new(|| {
    let mut all = vec![Small::default(); words::all().count()];
    for (small, list) in LISTS {
        for word in list.iter().filter_map(|word| words::find(word)) {
            if let Some(slot) = all.get_mut(word.index()) {
                *slot = slot.or(small);
            }
        }
    }
    all
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_small_word_is_in_the_word_list() {
        for (_, list) in LISTS {
            for word in list {
                assert!(words::find(word).is_some(), "{word}");
            }
        }
        assert!(Small::of(words::find("Both")).is(Small::ALONE) && !Small::of(words::find("bridge")).is(Small::ALONE));
    }
}
