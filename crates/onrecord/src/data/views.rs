//! Nouns that stand for a verb of speech or thought: "in Ruiz’s *words*" (`views.tsv`), "Ruiz’s *claim* that …" (`speech_nouns.tsv`).

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

type Nouns = FxHashMap<&'static str, &'static str>;

static VIEWS: LazyLock<Nouns> = LazyLock::new(|| read(include_str!("views.tsv")));
static SPEECH: LazyLock<Nouns> = LazyLock::new(|| read(include_str!("speech_nouns.tsv")));

fn read(file: &'static str) -> Nouns {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|row| row.split_once('\t')).collect()
}

/// The verb that a noun after "in somebody’s" stands for.
pub fn find(word: &str) -> Option<&'static str> {
    VIEWS.get(word).copied()
}

/// The verb that a noun before "that" stands for, of one or several: "claim", "claims".
pub fn speech(word: &str) -> Option<&'static str> {
    SPEECH.get(word).or_else(|| SPEECH.get(word.strip_suffix('s')?)).copied()
}
