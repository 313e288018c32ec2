//! SIMD128: four vectors with the eight rows of a block at once, in two halves of four rows.

use super::{Product, Tile, pairs};
use crate::matrix::{Pairs, ROWS, SCALE};
use bytemuck::cast;
use std::arch::wasm32::{
    i32x4_add, i32x4_dot_i16x8, i32x4_shuffle, i32x4_splat, i64x2_add, i64x2_extmul_high_i32x4, i64x2_extmul_low_i32x4, i64x2_shr,
    i64x2_splat, v128,
};

/// Computes a product, which every engine can that loads such a module.
pub fn times(product: Product) {
    product.run(Simd128);
}

#[derive(Clone, Copy)]
struct Simd128;

impl Tile for Simd128 {
    type Sums = [[v128; 2]; 4];
    type Eight = [v128; 2];
    const AT_ONCE: usize = 4;

    #[inline(always)]
    fn sums(self, vectors: &[i16], columns: usize, block: &[Pairs]) -> Self::Sums {
        let [one, two, three, four] = pairs(vectors, columns);
        let mut sums = [[i32x4_splat(0); 2]; Self::AT_ONCE];
        let vectors = one.iter().zip(two).zip(three.iter().zip(four));
        for (weights, ((one, two), (three, four))) in block.iter().zip(vectors) {
            let weights: [v128; 2] = cast(*weights);
            for (sums, pair) in sums.iter_mut().zip([one, two, three, four]) {
                let pair = i32x4_splat(cast(*pair));
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    *sum = i32x4_add(*sum, i32x4_dot_i16x8(weights, pair));
                }
            }
        }
        sums
    }

    /// Two by two as products of 64 bits, of which 32 are kept.
    #[inline(always)]
    fn scaled(self, sums: [v128; 2], scales: &[i32; ROWS], offsets: &[i32; ROWS]) -> [i32; ROWS] {
        let half = i64x2_splat(1 << (SCALE - 1));
        let down = |product| i64x2_shr(i64x2_add(product, half), SCALE);
        let four = |sums, scales, offsets| {
            let (low, high) = (i64x2_extmul_low_i32x4(sums, scales), i64x2_extmul_high_i32x4(sums, scales));
            i32x4_add(i32x4_shuffle::<0, 2, 4, 6>(down(low), down(high)), offsets)
        };
        let ([left, right], scales, offsets): (_, [v128; 2], [v128; 2]) = (sums, cast(*scales), cast(*offsets));
        cast([four(left, scales[0], offsets[0]), four(right, scales[1], offsets[1])])
    }
}
