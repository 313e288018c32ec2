//! SIMD128: two vectors with the sixteen rows of a block at once, four rows in a register.

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
    type Sums = [[v128; 4]; 2];
    type Row = [v128; 4];
    const AT_ONCE: usize = 2;

    #[inline(always)]
    fn sums(self, vectors: &[i16], columns: usize, block: &[Pairs]) -> Self::Sums {
        let [one, two] = pairs(vectors, columns);
        let mut sums = [[i32x4_splat(0); 4]; Self::AT_ONCE];
        for (weights, (one, two)) in block.iter().zip(one.iter().zip(two)) {
            let weights: [v128; 4] = cast(*weights);
            for (sums, pair) in sums.iter_mut().zip([one, two]) {
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
    fn scaled(self, sums: [v128; 4], scales: &[i32; ROWS], offsets: &[i32; ROWS]) -> [i32; ROWS] {
        let half = i64x2_splat(1 << (SCALE - 1));
        let down = |product| i64x2_shr(i64x2_add(product, half), SCALE);
        let (scales, offsets): ([v128; 4], [v128; 4]) = (cast(*scales), cast(*offsets));
        let mut scaled = sums;
        for (sums, (scales, offsets)) in scaled.iter_mut().zip(scales.into_iter().zip(offsets)) {
            let (low, high) = (i64x2_extmul_low_i32x4(*sums, scales), i64x2_extmul_high_i32x4(*sums, scales));
            *sums = i32x4_add(i32x4_shuffle::<0, 2, 4, 6>(down(low), down(high)), offsets);
        }
        cast(scaled)
    }
}
