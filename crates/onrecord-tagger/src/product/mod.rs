//! The product of vectors and a matrix, by the widest registers that there are: AVX2 on x86-64, found out at run time, and SIMD128 in
//! WebAssembly, where the whole module is compiled for it. Whole numbers add up to the same in any order, so all give the same.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod plain;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128;

#[cfg(target_arch = "x86_64")]
pub use avx2::times;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd128::times;

use crate::matrix::{Pairs, ROWS};

/// Vectors that are multiplied with a block of rows before the next block is turned to: so many stay in the nearest cache.
const NEAR: usize = 24;

/// The product of each vector of `x` with each row of a matrix, scaled and moved.
pub struct Product<'a> {
    pub weights: &'a [Pairs],
    pub columns: usize,
    pub x: &'a [i16],
    pub out: &'a mut [i32],
    pub rows: usize,
    /// What is done with the sums of a block.
    pub scales: &'a [[i32; ROWS]],
    pub offsets: &'a [[i32; ROWS]],
}

/// What one kind of processor does at once.
trait Tile: Copy {
    /// The sums of some vectors with the rows of a block.
    type Sums: IntoIterator<Item = Self::Row>;
    /// The sums of one vector.
    type Row;
    /// How many vectors these are.
    const AT_ONCE: usize;

    /// The sums of vectors; where there are fewer than [`Self::AT_ONCE`], the others are multiplied as if they were the first.
    fn sums(self, vectors: &[i16], columns: usize, block: &[Pairs]) -> Self::Sums;

    /// Sums times scales, rounded, and moved.
    fn scaled(self, sums: Self::Row, scales: &[i32; ROWS], offsets: &[i32; ROWS]) -> [i32; ROWS];
}

impl Product<'_> {
    /// Block by block of rows, tile by tile of vectors.
    #[inline(always)]
    fn run<T: Tile>(self, tile: T) {
        let some = self.x.chunks(self.columns * NEAR).zip(self.out.chunks_mut((self.rows * NEAR).max(1)));
        for (x, out) in some {
            let blocks = self.weights.chunks_exact(self.columns / 2).zip(self.scales.iter().zip(self.offsets));
            for (i, (block, (scales, offsets))) in blocks.enumerate() {
                let tiles = x.chunks(self.columns * T::AT_ONCE).zip(out.chunks_mut(self.rows * T::AT_ONCE));
                for (x, out) in tiles {
                    let sums = tile.sums(x, self.columns, block);
                    for (out, sums) in out.chunks_exact_mut(self.rows).zip(sums) {
                        write(out.get_mut(i * ROWS..).unwrap_or_default(), tile.scaled(sums, scales, offsets));
                    }
                }
            }
        }
    }
}

/// Each of some vectors in pairs of numbers, the first in place of those that are not there.
#[inline(always)]
fn pairs<const N: usize>(vectors: &[i16], columns: usize) -> [&[[i16; 2]]; N] {
    let first = vectors.get(..columns).unwrap_or_default();
    std::array::from_fn(|i| vectors.get(i * columns..(i + 1) * columns).unwrap_or(first).as_chunks::<2>().0)
}

#[inline(always)]
fn write(out: &mut [i32], sums: [i32; ROWS]) {
    if let Some(out) = out.first_chunk_mut() {
        *out = sums;
    } else {
        out.iter_mut().zip(sums).for_each(|(out, sum)| *out = sum);
    }
}

/// Computes a product.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
pub fn times(product: Product) {
    product.run(plain::Plain);
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::*;

    #[test]
    fn wide_registers_give_what_plain_loops_give() {
        let number = |i: usize| (i * 7919 % 65536) as u16;
        let (columns, rows, vectors) = (6, 20, 41);
        let weights: Vec<Pairs> = (0..rows * columns / 2).map(|i| std::array::from_fn(|k| number(i + k).cast_signed() >> 8)).collect();
        let x: Vec<i16> = (0..vectors * columns).map(|i| number(i).cast_signed()).collect();
        let (scales, offsets) = ([[1 << 20; ROWS]; 2], [[-7; ROWS]; 2]);
        let (mut wide, mut narrow) = (vec![0; vectors * rows], vec![1; vectors * rows]);
        let product = |out| Product { weights: &weights, columns, x: &x, out, rows, scales: &scales, offsets: &offsets };
        times(product(&mut wide));
        product(&mut narrow).run(plain::Plain);
        assert_eq!(wide, narrow);
    }
}
