//! The verbs of quotation tags (`speech_tags.txt`), and verbs that are nothing but speech (`speech_acts.txt`).

use super::words;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static LEMMAS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| listed(include_str!("speech_tags.txt")));
static ACTS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| listed(include_str!("speech_acts.txt")));

fn listed(file: &'static str) -> FxHashSet<&'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Is `word` a form of such a verb: "said", "asks"?
pub fn is_tag(word: &str) -> bool {
    words::find(word).is_some_and(|id| LEMMAS.contains(id.get().lemma))
}

/// Is `lemma` the dictionary form of such a verb?
pub fn is_tag_lemma(lemma: &str) -> bool {
    LEMMAS.contains(lemma)
}

/// Does the verb with this dictionary form put something into words whatever its object: "denied the charge", "denounced the ruling"?
pub fn is_act(lemma: &str) -> bool {
    ACTS.contains(lemma)
}
