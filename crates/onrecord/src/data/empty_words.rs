//! Objects of "say" and "tell" that are no statement (`empty_words.txt`): "said *goodbye*".

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("empty_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Is `word` one of them?
pub fn is_one(word: &str) -> bool {
    WORDS.contains(word)
}
