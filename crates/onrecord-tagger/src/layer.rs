//! [`Layer`]: a gated recurrence over the window, both ways, whose result is added to what came in.
//!
//! h = h + z (c - h): the gate z says how much of the candidate c replaces the memory h. Both come from the input alone, so that all
//! products of a window are one matrix product.

use crate::curve::Curves;
use crate::matrix::Matrix;
use crate::recurrence::{UNITS, recur};
use crate::weights::Cursor;

/// Bits after the point of the weights of the neighbours.
const NEAR: u32 = 12;

/// One layer.
#[derive(Clone, Debug)]
pub struct Layer {
    left: Vec<i16>,
    right: Vec<i16>,
    gates: Matrix,
    merge: Matrix,
}

/// Room for what a layer computes, kept between layers.
#[derive(Clone, Debug, Default)]
pub struct Room {
    near: Vec<i16>,
    sums: Vec<i32>,
    gates: Vec<i16>,
    memory: Vec<i16>,
}

impl Layer {
    /// Reads the weights of the neighbours and both matrices; the units must be a multiple of [`UNITS`] in number.
    pub fn read(from: &mut Cursor, width: usize, hidden: usize) -> Option<Self> {
        if !hidden.is_multiple_of(UNITS) {
            return None;
        }
        let (left, right) = (from.i16s(width)?, from.i16s(width)?);
        let gates = Matrix::read(from, hidden * 4, width)?;
        let merge = Matrix::read(from, width, hidden * 2)?;
        Some(Self { left, right, gates, merge })
    }

    /// Adds the layer's result to `x`.
    #[inline(always)]
    pub fn run(&self, x: &mut [i16], curves: &Curves, room: &mut Room) {
        self.with_neighbours(x, &mut room.near);
        self.gates.times(&room.near, &mut room.sums);
        self.remember(curves, room);
        self.merge.times(&room.memory, &mut room.sums);
        for (x, sum) in x.iter_mut().zip(&room.sums) {
            *x = clamp(i32::from(*x) + sum);
        }
    }

    /// Each vector with a share of those before and after it.
    #[inline(always)]
    fn with_neighbours(&self, x: &[i16], near: &mut Vec<i16>) {
        let width = self.left.len();
        let none = vec![0; width];
        // What is in it from before is written over.
        near.resize(x.len(), 0);
        let at = |t: Option<usize>| t.and_then(|t| x.get(t * width..(t + 1) * width)).unwrap_or(&none);
        for (t, near) in near.chunks_exact_mut(width).enumerate() {
            let (before, here, after) = (at(t.checked_sub(1)), at(Some(t)), at(Some(t + 1)));
            let shares = before.iter().zip(&self.left).zip(after.iter().zip(&self.right));
            for ((near, here), ((before, left), (after, right))) in near.iter_mut().zip(here).zip(shares) {
                let sum = i32::from(*before) * i32::from(*left) + i32::from(*after) * i32::from(*right);
                *near = clamp(i32::from(*here) + ((sum + (1 << (NEAR - 1))) >> NEAR));
            }
        }
    }

    /// Gates and candidates from their sums, and the memories from these.
    #[inline(always)]
    fn remember(&self, curves: &Curves, room: &mut Room) {
        let hidden = self.gates.rows() / 4;
        room.gates.clear();
        room.gates.reserve(room.sums.len());
        for sums in room.sums.chunks_exact((hidden * 4).max(1)) {
            let (gates, candidates) = sums.split_at(hidden * 2);
            for some in gates.as_chunks::<UNITS>().0 {
                room.gates.extend_from_slice(&curves.sigmoid(some));
            }
            for some in candidates.as_chunks::<UNITS>().0 {
                room.gates.extend_from_slice(&curves.tanh(some));
            }
        }
        // What is in it from before is written over.
        room.memory.resize(room.sums.len() / 2, 0);
        recur(hidden, &room.gates, &mut room.memory);
    }
}

/// The nearest number of 16 bits.
#[inline(always)]
pub fn clamp(sum: i32) -> i16 {
    sum.clamp(-32768, 32767) as i16
}
