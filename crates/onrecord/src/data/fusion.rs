//! What each sign of grammar and tagger weighs (`fusion.txt`): hundredths, one line for each kind of quote.
//!
//! Signs that speak of the same thing (how sure the grammar is, where the tagger sees limits, source and cue) count together too: what two of
//! them say at once is more, or less, than the sum of what each says.

use crate::article::QuoteKind;
use std::sync::LazyLock;

/// How many signs there are.
pub const SIGNS: usize = 20;

/// The signs that count in pairs, each with itself as well; and how many pairs that makes.
const PAIRED: [usize; 8] = [3, 6, 7, 8, 9, 10, 11, 12];
const PAIRS: usize = PAIRED.len() * (PAIRED.len() + 1) / 2;
/// The most that a sign says, in hundredths: a pair is the product over this.
const MOST: i32 = 600;

/// Candidates that are less sure than this are left out.
pub const ENOUGH: f64 = 0.35;
/// Where marks show that there are words of somebody's, what is doubtful is rather kept.
const DOUBTFUL: f64 = 0.15;

/// How sure a candidate with a source is to be.
pub fn enough(kind: QuoteKind) -> f64 {
    if kind == QuoteKind::Mixed { DOUBTFUL } else { ENOUGH }
}

static WEIGHTS: LazyLock<[[i32; SIGNS + PAIRS]; 3]> = LazyLock::new(read);

fn read() -> [[i32; SIGNS + PAIRS]; 3] {
    let mut weights = [[0; SIGNS + PAIRS]; 3];
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
    let weights = WEIGHTS.get(row).unwrap_or(&[0; SIGNS + PAIRS]);
    weights.iter().zip(signs.iter().copied().chain(pairs(signs))).map(|(weight, sign)| weight * sign).sum::<i32>() / 100
}

/// The products of the signs that count in pairs, in hundredths.
fn pairs(signs: &[i32; SIGNS]) -> impl Iterator<Item = i32> {
    let paired = PAIRED.map(|i| signs.get(i).copied().unwrap_or_default().clamp(-MOST, MOST));
    (0..paired.len())
        .flat_map(move |i| paired.into_iter().skip(i).map(move |other| paired.get(i).copied().unwrap_or_default() * other / MOST))
}
