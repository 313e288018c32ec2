//! The products of a matrix on x86-64 processors with AVX2: eight vectors with the eight rows of a block at once. Whole numbers add up to
//! the same in any order, so the result is that of the plain loops.

use crate::matrix::{Pairs, ROWS, SCALE};
use crate::recurrence;
use pulp::x86::V3;
use std::arch::x86_64::__m256i;

/// Vectors that are multiplied at once.
const AT_ONCE: usize = 8;
/// Vectors that are multiplied with a block before the next block is turned to: so many stay in the nearest cache.
const NEAR: usize = 4 * AT_ONCE;

/// The products of each vector of `x` with each row.
pub struct Wide<'a> {
    pub simd: V3,
    pub weights: &'a [Pairs],
    pub columns: usize,
    pub x: &'a [i16],
    pub out: &'a mut [i32],
    pub rows: usize,
    /// What is done with the sums of a block.
    pub scales: &'a [[i32; ROWS]],
    pub offsets: &'a [[i32; ROWS]],
}

impl pulp::NullaryFnOnce for Wide<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let some = self.x.chunks(self.columns * NEAR).zip(self.out.chunks_mut((self.rows * NEAR).max(1)));
        for (x, out) in some {
            let blocks = self.weights.chunks_exact(self.columns / 2).zip(self.scales.iter().zip(self.offsets));
            for (i, (block, (scales, offsets))) in blocks.enumerate() {
                let eight = x.chunks(self.columns * AT_ONCE).zip(out.chunks_mut(self.rows * AT_ONCE));
                for (x, out) in eight {
                    let sums = products(self.simd, x, self.columns, block);
                    for (out, sums) in out.chunks_exact_mut(self.rows).zip(sums) {
                        let scaled = scaled(self.simd, sums, pulp::cast(*scales), pulp::cast(*offsets));
                        write(out.get_mut(i * ROWS..).unwrap_or_default(), pulp::cast(scaled));
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn write(out: &mut [i32], sums: [i32; ROWS]) {
    if let Some(out) = out.first_chunk_mut() {
        *out = sums;
    } else {
        out.iter_mut().zip(sums).for_each(|(out, sum)| *out = sum);
    }
}

/// The sums of eight vectors, or of fewer, with what is not there multiplied as if it were the first.
#[inline(always)]
fn products(simd: V3, vectors: &[i16], columns: usize, block: &[Pairs]) -> [__m256i; AT_ONCE] {
    let first = vectors.get(..columns).unwrap_or_default();
    let vector = |i: usize| vectors.get(i * columns..(i + 1) * columns).unwrap_or(first).as_chunks::<2>().0;
    let [one, two, three, four, five, six, seven, eight] = std::array::from_fn(vector);
    let mut sums = [simd.avx._mm256_setzero_si256(); AT_ONCE];
    let left = one.iter().zip(two).zip(three.iter().zip(four));
    let right = five.iter().zip(six).zip(seven.iter().zip(eight));
    for (weights, (((one, two), (three, four)), ((five, six), (seven, eight)))) in block.iter().zip(left.zip(right)) {
        let weights: __m256i = pulp::cast(*weights);
        for (sum, pair) in sums.iter_mut().zip([one, two, three, four, five, six, seven, eight]) {
            let pair = simd.avx._mm256_set1_epi32(pulp::cast(*pair));
            *sum = simd.avx2._mm256_add_epi32(*sum, simd.avx2._mm256_madd_epi16(weights, pair));
        }
    }
    sums
}

/// Sums times scales, rounded, and moved: the even and the odd ones as products of 64 bits, of which 32 are kept.
#[inline(always)]
fn scaled(simd: V3, sums: __m256i, scales: __m256i, offsets: __m256i) -> __m256i {
    const DOWN: i32 = SCALE.cast_signed();
    const UP: i32 = 32 - DOWN;
    let half = simd.avx._mm256_set1_epi64x(1 << (SCALE - 1));
    let product = |a, b| simd.avx2._mm256_add_epi64(simd.avx2._mm256_mul_epi32(a, b), half);
    let odd = |x| simd.avx2._mm256_srli_epi64::<32>(x);
    let even = simd.avx2._mm256_srli_epi64::<DOWN>(product(sums, scales));
    let odd = simd.avx2._mm256_slli_epi64::<UP>(product(odd(sums), odd(scales)));
    simd.avx2._mm256_add_epi32(simd.avx2._mm256_blend_epi32::<0b1010_1010>(even, odd), offsets)
}

/// [`recurrence::recur`], compiled for wide registers where the processor has them.
pub fn recur(hidden: usize, gates: &[i16], memory: &mut [i16]) {
    match V3::try_new() {
        Some(simd) => simd.vectorize(Recurrence { hidden, gates, memory }),
        None => recurrence::recur(hidden, gates, memory),
    }
}

struct Recurrence<'a> {
    hidden: usize,
    gates: &'a [i16],
    memory: &'a mut [i16],
}

impl pulp::NullaryFnOnce for Recurrence<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        recurrence::recur(self.hidden, self.gates, self.memory);
    }
}
