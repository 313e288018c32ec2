//! What a stenographer notes in capitals (`stage.txt`): "END VIDEO CLIP", "CROSSTALK".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Each word, and whether it is a note by itself.
static WORDS: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    let mut alone = true;
    let mut words = FxHashMap::default();
    for line in include_str!("stage.txt").lines().filter(|line| !line.starts_with('#')) {
        match line {
            "[alone]" => alone = true,
            "[together]" => alone = false,
            _ => words.extend(line.split_whitespace().map(|word| (word, alone))),
        }
    }
    words
});

/// A word of such notes: "VIDEO" in "BEGIN VIDEO CLIP".
pub fn is_word(word: &str) -> bool {
    WORDS.contains_key(word)
}

/// A note by itself: "CROSSTALK".
pub fn is_note(word: &str) -> bool {
    WORDS.get(word).copied().unwrap_or(false)
}
