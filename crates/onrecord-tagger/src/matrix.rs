//! [`Matrix`]: products of 8-bit weights and 16-bit activations, summed in 32 bits, then scaled to the fixed point of the next step.

use crate::weights::Cursor;

/// Scales are integers over 2^24.
const SCALE: u32 = 24;

/// Weights by row, with a scale and an offset for each row.
#[derive(Clone, Debug)]
pub struct Matrix {
    columns: usize,
    /// The 8-bit weights widened once, so that products are of two 16-bit numbers.
    weights: Vec<i16>,
    scales: Vec<i32>,
    offsets: Vec<i32>,
}

impl Matrix {
    /// Reads `rows` × `columns` weights, then the scales and offsets of the rows.
    pub fn read(from: &mut Cursor, rows: usize, columns: usize) -> Option<Self> {
        let weights = from.bytes(rows * columns)?.iter().map(|byte| i16::from(byte.cast_signed())).collect();
        Some(Self { columns, weights, scales: from.i32s(rows)?, offsets: from.i32s(rows)? })
    }

    /// How many numbers a product has.
    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    /// The product of each vector of `x`, one after the other, in `out`.
    pub fn times(&self, x: &[i16], out: &mut Vec<i32>) {
        out.clear();
        out.resize(x.len() / self.columns.max(1) * self.rows(), 0);
        // The same loops, compiled for several widths of vector; whole numbers add up to the same in all of them.
        pulp::Arch::new().dispatch(Products { matrix: self, x, out });
    }

    #[inline(always)]
    fn products(&self, x: &[i16], out: &mut [i32]) {
        for (vector, out) in x.chunks_exact(self.columns).zip(out.chunks_exact_mut(self.rows())) {
            for (out, row) in out.iter_mut().zip(self.weights.chunks_exact(self.columns)) {
                *out = dot(vector, row);
            }
            for ((out, scale), offset) in out.iter_mut().zip(&self.scales).zip(&self.offsets) {
                *out = scaled(*out, *scale) + offset;
            }
        }
    }
}

/// A call that is compiled for every width of vector.
struct Products<'a> {
    matrix: &'a Matrix,
    x: &'a [i16],
    out: &'a mut [i32],
}

impl pulp::NullaryFnOnce for Products<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.matrix.products(self.x, self.out);
    }
}

#[inline(always)]
fn scaled(sum: i32, scale: i32) -> i32 {
    ((i64::from(sum) * i64::from(scale) + (1 << (SCALE - 1))) >> SCALE) as i32
}

#[inline(always)]
fn dot(x: &[i16], row: &[i16]) -> i32 {
    x.iter().zip(row).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_scaled_and_moved() {
        let bytes: Vec<u8> =
            [1_i8, 2, -1, 0].iter().map(|b| *b as u8).chain([1 << 24, 1 << 23, 5, 0].iter().flat_map(|n: &i32| n.to_le_bytes())).collect();
        let matrix = Matrix::read(&mut Cursor::new(&bytes), 2, 2).expect("two rows");
        let mut out = Vec::new();
        matrix.times(&[10, 20, -3, 1], &mut out);
        assert_eq!(out, [55, -5, 4, 2]);
    }
}
