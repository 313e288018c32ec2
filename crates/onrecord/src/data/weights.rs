//! Weights of what a candidate attribution looks like (`weights.txt`), in hundredths of log odds.

use std::sync::LazyLock;

static WEIGHTS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let lines = include_str!("weights.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(' ')).filter_map(|number| number.parse().ok()).collect()
});

/// The weight of one look.
pub fn at(look: usize) -> i32 {
    WEIGHTS.get(look + 1).copied().unwrap_or(0)
}

/// The weight of every candidate.
pub fn bias() -> i32 {
    WEIGHTS.first().copied().unwrap_or(0)
}
