//! One vector with the rows of a block, number by number: what the others must agree with.

use super::{Tile, pairs};
use crate::matrix::{Pairs, ROWS, SCALE};

/// Any processor.
#[derive(Clone, Copy)]
pub struct Plain;

impl Tile for Plain {
    type Sums = [[i32; ROWS]; 1];
    type Row = [i32; ROWS];
    const AT_ONCE: usize = 1;

    fn sums(self, vectors: &[i16], columns: usize, block: &[Pairs]) -> Self::Sums {
        let [vector] = pairs(vectors, columns);
        let mut sums = [0_i32; ROWS];
        for ([a, b], pairs) in vector.iter().zip(block) {
            for (sum, [c, d]) in sums.iter_mut().zip(pairs.as_chunks().0) {
                *sum = sum.wrapping_add(i32::from(*a) * i32::from(*c) + i32::from(*b) * i32::from(*d));
            }
        }
        [sums]
    }

    fn scaled(self, sums: [i32; ROWS], scales: &[i32; ROWS], offsets: &[i32; ROWS]) -> [i32; ROWS] {
        let rounded = |sum: i32, scale: i32| ((i64::from(sum) * i64::from(scale) + (1 << (SCALE - 1))) >> SCALE) as i32;
        let mut scaled = sums;
        for (sum, (scale, offset)) in scaled.iter_mut().zip(scales.iter().zip(offsets)) {
            *sum = rounded(*sum, *scale).wrapping_add(*offset);
        }
        scaled
    }
}
