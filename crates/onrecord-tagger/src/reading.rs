//! [`Reading`]: what the network says of a window.

use crate::features::WINDOW;
use crate::network::{LABELS, NEAR};
use crate::wide::wide;

/// Bits of the vectors that are left out before they are multiplied, so that a sum of products fits in 32 bits.
const LESS: u32 = 3;
/// Bits after the point: 8 in each vector, 11 in a score.
const SHIFT: u32 = 5;

/// What the network says of a window.
#[derive(Clone, Debug)]
pub struct Reading {
    /// For each token the log odds of its labels, up to a constant: outside; begin and inside of source, cue, content.
    pub labels: Vec<[i32; LABELS]>,
    /// For each token four vectors: asking for a source, being one, asking for a cue, being one.
    points: Vec<i16>,
    near: Vec<i32>,
    buckets: Vec<u8>,
}

/// What a content is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its source.
    Source,
    /// Its cue.
    Cue,
}

impl Reading {
    pub(crate) fn new(labels: &[i32], points: Vec<i16>, near: Vec<i32>, buckets: Vec<u8>) -> Self {
        let points = points.into_iter().map(|point| point >> LESS).collect();
        Self { labels: labels.as_chunks().0.to_vec(), points, near, buckets }
    }

    /// How much the token `from`, the first of a content, points to each token, as log odds up to a constant; to itself where it has no
    /// source or cue here.
    pub fn point(&self, from: usize, link: Link) -> Vec<i32> {
        wide(
            #[inline(always)]
            || self.scores(from, link),
        )
    }

    #[inline(always)]
    fn scores(&self, from: usize, link: Link) -> Vec<i32> {
        let row = match link {
            Link::Source => 0,
            Link::Cue => 1,
        };
        let size = self.points.len() / self.labels.len().max(1) / 4;
        let vector = |token: usize, i: usize| self.points.get((token * 4 + i) * size..(token * 4 + i + 1) * size).unwrap_or_default();
        let asks = vector(from, row * 2);
        let near = self.near.get(row * NEAR..).unwrap_or_default();
        let buckets = self.buckets.get(WINDOW.saturating_sub(1 + from)..).unwrap_or_default();
        let mut scores = vec![0; self.labels.len()];
        for (to, (score, bucket)) in scores.iter_mut().zip(buckets).enumerate() {
            let distance = near.get(usize::from(*bucket)).copied().unwrap_or_default();
            *score = (product(asks, vector(to, row * 2 + 1)) >> SHIFT) + distance;
        }
        scores
    }
}

/// The sum of the products of two vectors.
#[inline(always)]
fn product(a: &[i16], b: &[i16]) -> i32 {
    let mut sum = 0;
    for (a, b) in a.iter().zip(b) {
        sum += i32::from(*a) * i32::from(*b);
    }
    sum
}
