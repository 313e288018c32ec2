//! The products of a matrix on x86-64 processors with AVX2: eight sums at once, of two vectors and four rows. Whole numbers add up to the
//! same in any order, so the result is that of the plain loops.

use crate::matrix::scale;
use pulp::x86::V3;
use std::arch::x86_64::__m256i;

/// Numbers of 16 bits in a register.
const LANES: usize = 16;

/// The products of each vector of `x` with each row, if the processor can and the sizes fit.
pub struct Wide<'a> {
    pub simd: V3,
    pub weights: &'a [i16],
    pub columns: usize,
    pub x: &'a [i16],
    pub out: &'a mut [i32],
    pub rows: usize,
    /// What is done with the sums of a vector.
    pub scales: &'a [i32],
    pub offsets: &'a [i32],
}

impl pulp::NullaryFnOnce for Wide<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let two = (self.x.chunks(self.columns * 2)).zip(self.out.chunks_mut(self.rows * 2));
        for (x, out) in two {
            // Where only one vector is left it is multiplied twice.
            let (first, second) = x.split_at(self.columns);
            let second = if second.is_empty() { first } else { second };
            let (out, more) = out.split_at_mut(self.rows);
            pair(self.simd, first, second, self.weights, out, more);
            scale(out, self.scales, self.offsets);
            scale(more, self.scales, self.offsets);
        }
    }
}

#[inline(always)]
fn pair(simd: V3, first: &[i16], second: &[i16], weights: &[i16], out: &mut [i32], more: &mut [i32]) {
    let (first, second) = (first.as_chunks::<LANES>().0, second.as_chunks::<LANES>().0);
    let mut more = more.as_chunks_mut::<4>().0.iter_mut();
    let blocks = weights.chunks_exact(first.len() * LANES * 4);
    for (out, rows) in out.as_chunks_mut::<4>().0.iter_mut().zip(blocks) {
        let sums = block(simd, first, second, rows);
        *out = added(simd, sums.0);
        if let Some(more) = more.next() {
            *more = added(simd, sums.1);
        }
    }
}

type Sums = [__m256i; 4];

#[inline(always)]
fn block(simd: V3, first: &[[i16; LANES]], second: &[[i16; LANES]], rows: &[i16]) -> (Sums, Sums) {
    let zero = simd.avx._mm256_setzero_si256();
    let (mut sums, mut more) = ([zero; 4], [zero; 4]);
    let rows = rows.as_chunks::<LANES>().0;
    let mut rows = rows.chunks_exact(first.len().max(1));
    let mut row = || rows.next().unwrap_or_default().iter();
    let four = row().zip(row()).zip(row().zip(row()));
    for ((first, second), ((one, two), (three, four))) in first.iter().zip(second).zip(four) {
        let (first, second): (__m256i, __m256i) = (pulp::cast(*first), pulp::cast(*second));
        for ((sum, more), row) in sums.iter_mut().zip(&mut more).zip([one, two, three, four]) {
            let row: __m256i = pulp::cast(*row);
            *sum = simd.avx2._mm256_add_epi32(*sum, simd.avx2._mm256_madd_epi16(first, row));
            *more = simd.avx2._mm256_add_epi32(*more, simd.avx2._mm256_madd_epi16(second, row));
        }
    }
    (sums, more)
}

/// The sum of each register.
#[inline(always)]
fn added(simd: V3, sums: Sums) -> [i32; 4] {
    let [one, two, three, four] = sums;
    let halves = simd.avx2._mm256_hadd_epi32(simd.avx2._mm256_hadd_epi32(one, two), simd.avx2._mm256_hadd_epi32(three, four));
    let high = simd.avx2._mm256_extracti128_si256::<1>(halves);
    pulp::cast(simd.sse2._mm_add_epi32(simd.avx._mm256_castsi256_si128(halves), high))
}
