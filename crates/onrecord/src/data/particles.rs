//! Verbs of saying with a particle of their own (`particles.txt`): "point out", "call on".

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static PAIRS: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("particles.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).collect()
});

/// Does the particle belong to the verb with this lemma?
pub fn joins(lemma: &str, particle: &str) -> bool {
    // The set holds literals; a pair of borrowed words finds its equal among them.
    PAIRS.contains(&(lemma, particle))
}
