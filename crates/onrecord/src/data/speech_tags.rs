//! The verbs of quotation tags (`speech_tags.txt`).

use super::words;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static LEMMAS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("speech_tags.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Is `word` a form of such a verb: "said", "asks"?
pub fn is_tag(word: &str) -> bool {
    words::find(word).is_some_and(|id| LEMMAS.contains(id.get().lemma))
}

/// Is `lemma` the dictionary form of such a verb?
pub fn is_tag_lemma(lemma: &str) -> bool {
    LEMMAS.contains(lemma)
}
