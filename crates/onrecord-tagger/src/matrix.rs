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
        if self.wide(x, out) {
            return;
        }
        for (vector, out) in x.chunks_exact(self.columns).zip(out.chunks_exact_mut(self.rows())) {
            for (out, row) in out.iter_mut().zip(self.weights.chunks_exact(self.columns)) {
                *out = dot(vector, row);
            }
            scale(out, &self.scales, &self.offsets);
        }
    }

    /// The sums in wide registers, where the processor has them and the sizes fit; says whether it was so.
    #[cfg(target_arch = "x86_64")]
    fn wide(&self, x: &[i16], out: &mut [i32]) -> bool {
        let fits = self.columns.is_multiple_of(16) && self.rows().is_multiple_of(4);
        let Some(simd) = pulp::x86::V3::try_new().filter(|_| fits) else { return false };
        let (weights, scales, offsets) = (&self.weights, &self.scales, &self.offsets);
        simd.vectorize(crate::wide::Wide { simd, weights, columns: self.columns, x, out, rows: self.rows(), scales, offsets });
        true
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn wide(&self, _x: &[i16], _out: &mut [i32]) -> bool {
        false
    }
}

/// Scales and moves the sums of a vector.
#[expect(clippy::inline_always, reason = "what is not inlined is not compiled for wide registers")]
#[inline(always)]
pub fn scale(sums: &mut [i32], scales: &[i32], offsets: &[i32]) {
    for ((sum, scale), offset) in sums.iter_mut().zip(scales).zip(offsets) {
        *sum = ((i64::from(*sum) * i64::from(*scale) + (1 << (SCALE - 1))) >> SCALE) as i32 + offset;
    }
}

fn dot(x: &[i16], row: &[i16]) -> i32 {
    x.iter().zip(row).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
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
    fn wide_and_plain_agree() {
        let number = |i: usize| (i * 7919 % 65536) as u16;
        let matrix = Matrix {
            columns: 32,
            weights: (0..8 * 32).map(|i| (number(i) % 255).cast_signed() - 127).collect(),
            scales: (0..8).map(|i| 1 << (16 + i)).collect(),
            offsets: (0..8).collect(),
        };
        let x: Vec<i16> = (0..3 * 32).map(|i| number(i + 5).cast_signed()).collect();
        let mut out = Vec::new();
        matrix.times(&x, &mut out);
        let mut plain: Vec<i32> = x.chunks(32).flat_map(|x| matrix.weights.chunks(32).map(|row| dot(x, row)).collect::<Vec<_>>()).collect();
        plain.chunks_mut(8).for_each(|sums| scale(sums, &matrix.scales, &matrix.offsets));
        assert_eq!(out, plain);
    }
}
