//! Nouns of words and views (`views.tsv`), each with the verb that it stands for: "in Ruiz’s *words*", "in his *view*".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("views.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// The verb that the noun stands for.
pub fn find(word: &str) -> Option<&'static str> {
    WORDS.get(word).copied()
}
