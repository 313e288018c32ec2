//! [`Matrix`]: products of 8-bit weights and 16-bit activations, summed in 32 bits, then scaled to the fixed point of the next step.

use crate::product::{self, Product};
use crate::weights::Cursor;

/// Scales are integers over 2^24.
pub const SCALE: u32 = 24;
/// Rows that are summed at once.
pub const ROWS: usize = 16;
/// Two neighbouring numbers of each of these rows: what one step of their sums needs.
pub type Pairs = [i16; ROWS * 2];

/// Weights by row, with a scale and an offset for each row.
#[derive(Clone, Debug)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    /// Rows in blocks of [`ROWS`], two columns of a block after two others; widened once, so that products are of two 16-bit numbers.
    weights: Vec<Pairs>,
    scales: Vec<[i32; ROWS]>,
    offsets: Vec<[i32; ROWS]>,
}

impl Matrix {
    /// Reads `rows` × `columns` weights, then the scales and offsets of the rows; the columns must be even in number.
    pub fn read(from: &mut Cursor, rows: usize, columns: usize) -> Option<Self> {
        let weights = from.bytes(rows.checked_mul(columns)?)?.iter().map(|byte| i16::from(byte.cast_signed())).collect();
        Self::new(columns, weights, &from.i32s(rows)?, &from.i32s(rows)?)
    }

    fn new(columns: usize, mut weights: Vec<i16>, scales: &[i32], offsets: &[i32]) -> Option<Self> {
        if columns == 0 || !columns.is_multiple_of(2) {
            return None;
        }
        let rows = scales.len();
        weights.resize(rows.next_multiple_of(ROWS) * columns, 0);
        let pairs = |block: &[i16]| -> Vec<Pairs> {
            let at = |i: usize, k: usize| block.get(i / 2 * columns + k * 2 + i % 2).copied().unwrap_or_default();
            (0..columns / 2).map(|k| std::array::from_fn(|i| at(i, k))).collect()
        };
        let weights = weights.chunks(columns * ROWS).flat_map(pairs).collect();
        Some(Self { rows, columns, weights, scales: in_blocks(scales), offsets: in_blocks(offsets) })
    }

    /// How many numbers a product has.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The product of each vector of `x`, one after the other, in `out`.
    pub fn times(&self, x: &[i16], out: &mut Vec<i32>) {
        // What is in it from before is written over.
        out.resize(x.len() / self.columns * self.rows, 0);
        let (weights, scales, offsets) = (&self.weights, &self.scales, &self.offsets);
        product::times(Product { weights, columns: self.columns, x, out, rows: self.rows, scales, offsets });
    }
}

fn in_blocks(numbers: &[i32]) -> Vec<[i32; ROWS]> {
    numbers.chunks(ROWS).map(|some| std::array::from_fn(|i| some.get(i).copied().unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_scaled_and_moved() {
        let bytes: Vec<u8> = [1_i8, 2, -1, 0]
            .iter()
            .map(|b| b.cast_unsigned())
            .chain([1 << 24, 1 << 23, 5, 0].iter().flat_map(|n: &i32| n.to_le_bytes()))
            .collect();
        let matrix = Matrix::read(&mut Cursor::new(&bytes), 2, 2).expect("two rows");
        let mut out = Vec::new();
        matrix.times(&[10, 20, -3, 1], &mut out);
        assert_eq!(out, [55, -5, 4, 2]);
    }

    #[test]
    fn blocks_give_what_rows_give() {
        let number = |i: usize| (i * 7919 % 65536) as u16;
        for (rows, columns, vectors) in [(8, 32, 3), (20, 6, 9), (7, 2, 41)] {
            let weights: Vec<i16> = (0..rows * columns).map(|i| (number(i) % 255).cast_signed() - 127).collect();
            let scales: Vec<i32> = (0..rows).map(|i| 1 << (16 + i % 8)).collect();
            let offsets: Vec<i32> = (0..).take(rows).collect();
            let x: Vec<i16> = (0..vectors * columns).map(|i| number(i + 5).cast_signed()).collect();
            let matrix = Matrix::new(columns, weights.clone(), &scales, &offsets).expect("even columns");
            let mut out = vec![7; 3];
            matrix.times(&x, &mut out);
            let mut plain = Vec::new();
            for x in x.chunks(columns) {
                for ((row, scale), offset) in weights.chunks(columns).zip(&scales).zip(&offsets) {
                    let sum: i64 = x.iter().zip(row).map(|(a, b)| i64::from(*a) * i64::from(*b)).sum();
                    plain.push(((sum * i64::from(*scale) + (1 << (SCALE - 1))) >> SCALE) as i32 + offset);
                }
            }
            assert_eq!(out, plain, "{rows} rows of {columns}");
        }
    }
}
