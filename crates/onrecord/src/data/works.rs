//! Nouns that tell a title in quotation marks from words that somebody said (`works.txt`).

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

type Nouns = FxHashSet<&'static str>;

static NOUNS: LazyLock<(Nouns, Nouns)> = LazyLock::new(|| {
    let mut lines = include_str!("works.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words = || lines.next().unwrap_or_default().split(' ').collect();
    (words(), words())
});

/// "her *novel* “Dusk”"
pub fn is_work(word: &str) -> bool {
    NOUNS.0.contains(word)
}

/// "“Dusk” *author* Ana Ruiz"
pub fn is_maker(word: &str) -> bool {
    NOUNS.1.contains(word)
}
