//! AVX2: six vectors with the sixteen rows of a block at once: twelve sums, what they are made of in the other registers.

use super::{Product, Tile, pairs, plain::Plain};
use crate::matrix::{Pairs, ROWS, SCALE};
use pulp::x86::V3;
use std::arch::x86_64::__m256i;

/// Computes a product, one number at a time where the processor has no AVX2.
pub fn times(product: Product) {
    match V3::try_new() {
        Some(simd) => simd.vectorize(Products { simd, product }),
        None => product.run(Plain),
    }
}

struct Products<'a> {
    simd: V3,
    product: Product<'a>,
}

impl pulp::NullaryFnOnce for Products<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.product.run(self.simd);
    }
}

impl Tile for V3 {
    type Sums = [[__m256i; 2]; 6];
    type Row = [__m256i; 2];
    const AT_ONCE: usize = 6;

    #[inline(always)]
    fn sums(self, vectors: &[i16], columns: usize, block: &[Pairs]) -> Self::Sums {
        let [one, two, three, four, five, six] = pairs(vectors, columns);
        let mut sums = [[self.avx._mm256_setzero_si256(); 2]; Self::AT_ONCE];
        let vectors = one.iter().zip(two).zip(three.iter().zip(four)).zip(five.iter().zip(six));
        for (weights, (((one, two), (three, four)), (five, six))) in block.iter().zip(vectors) {
            let weights: [__m256i; 2] = pulp::cast(*weights);
            for (sums, pair) in sums.iter_mut().zip([one, two, three, four, five, six]) {
                let pair = self.avx._mm256_set1_epi32(pulp::cast(*pair));
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    *sum = self.avx2._mm256_add_epi32(*sum, self.avx2._mm256_madd_epi16(weights, pair));
                }
            }
        }
        sums
    }

    /// The even and the odd ones as products of 64 bits, of which 32 are kept.
    #[inline(always)]
    fn scaled(self, sums: [__m256i; 2], scales: &[i32; ROWS], offsets: &[i32; ROWS]) -> [i32; ROWS] {
        const DOWN: i32 = SCALE.cast_signed();
        const UP: i32 = 32 - DOWN;
        let half = self.avx._mm256_set1_epi64x(1 << (SCALE - 1));
        let product = |a, b| self.avx2._mm256_add_epi64(self.avx2._mm256_mul_epi32(a, b), half);
        let odd = |x| self.avx2._mm256_srli_epi64::<32>(x);
        let eight = |sums, scales, offsets| {
            let even = self.avx2._mm256_srli_epi64::<DOWN>(product(sums, scales));
            let odd = self.avx2._mm256_slli_epi64::<UP>(product(odd(sums), odd(scales)));
            self.avx2._mm256_add_epi32(self.avx2._mm256_blend_epi32::<0b1010_1010>(even, odd), offsets)
        };
        let ([left, right], scales, offsets): (_, [__m256i; 2], [__m256i; 2]) = (sums, pulp::cast(*scales), pulp::cast(*offsets));
        pulp::cast([eight(left, scales[0], offsets[0]), eight(right, scales[1], offsets[1])])
    }
}
