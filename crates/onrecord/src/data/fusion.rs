//! What each sign of grammar and tagger weighs (`fusion.txt`): hundredths, one line for each kind of quote.

use crate::article::QuoteKind;
use std::sync::LazyLock;

/// How many signs there are.
pub const SIGNS: usize = 21;
/// Candidates that are less sure than this are left out.
pub const ENOUGH: f64 = 0.3;

static WEIGHTS: LazyLock<[[i32; SIGNS]; 3]> = LazyLock::new(read);

fn read() -> [[i32; SIGNS]; 3] {
    let mut weights = [[0; SIGNS]; 3];
    let lines = include_str!("fusion.txt").lines().filter(|line| !line.starts_with('#'));
    for (row, line) in weights.iter_mut().zip(lines) {
        for (weight, number) in row.iter_mut().zip(line.split_whitespace()) {
            *weight = number.parse().unwrap_or_default();
        }
    }
    weights
}

/// The log odds of a candidate in hundredths.
pub fn odds(kind: QuoteKind, signs: &[i32; SIGNS]) -> i32 {
    let row = match kind {
        QuoteKind::Direct => 0,
        QuoteKind::Mixed => 1,
        QuoteKind::Indirect | QuoteKind::Scare => 2,
    };
    let weights = WEIGHTS.get(row).unwrap_or(&[0; SIGNS]);
    weights.iter().zip(signs).map(|(weight, sign)| weight * sign).sum::<i32>() / 100
}
