//! [`Layer`]: a gated recurrence over the window, both ways, whose result is added to what came in.
//!
//! h = h + z (c - h): the gate z says how much of the candidate c replaces the memory h. Both come from the input alone, so that all
//! products of a window are one matrix product.

use crate::curve::Curves;
use crate::matrix::Matrix;
use crate::weights::Cursor;

/// Gates, candidates and memories have 14.
const FINE: u32 = 14;
/// Weights of the neighbours have 12.
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
    memory: Vec<i16>,
}

impl Layer {
    /// Reads the weights of the neighbours and both matrices.
    pub fn read(from: &mut Cursor, width: usize, hidden: usize) -> Option<Self> {
        let (left, right) = (from.i16s(width)?, from.i16s(width)?);
        let gates = Matrix::read(from, hidden * 4, width)?;
        let merge = Matrix::read(from, width, hidden * 2)?;
        Some(Self { left, right, gates, merge })
    }

    /// Adds the layer's result to `x`.
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
    fn with_neighbours(&self, x: &[i16], near: &mut Vec<i16>) {
        let width = self.left.len();
        let none = vec![0; width];
        near.clear();
        near.reserve(x.len());
        let vectors: Vec<&[i16]> = x.chunks_exact(width).collect();
        for (t, here) in vectors.iter().enumerate() {
            let before = t.checked_sub(1).and_then(|t| vectors.get(t)).copied().unwrap_or(&none);
            let after = vectors.get(t + 1).copied().unwrap_or(&none);
            let weights = self.left.iter().zip(&self.right);
            let all = here.iter().zip(before.iter().zip(after)).zip(weights);
            near.extend(all.map(|((here, (before, after)), (left, right))| {
                let sum = i32::from(*before) * i32::from(*left) + i32::from(*after) * i32::from(*right);
                clamp(i32::from(*here) + ((sum + (1 << (NEAR - 1))) >> NEAR))
            }));
        }
    }

    /// Runs the recurrence forwards in the first half of each memory and backwards in the second.
    fn remember(&self, curves: &Curves, room: &mut Room) {
        let hidden = self.gates.rows() / 4;
        let steps = room.sums.len() / (hidden * 4).max(1);
        room.memory.clear();
        room.memory.resize(steps * hidden * 2, 0);
        let mut state = vec![0; hidden];
        for (sums, memory) in room.sums.chunks_exact(hidden * 4).zip(room.memory.chunks_exact_mut(hidden * 2)) {
            let (gates, candidates) = sums.split_at(hidden * 2);
            step(curves, &mut state, gates.iter().zip(candidates).take(hidden), memory.iter_mut().take(hidden));
        }
        state.fill(0);
        for (sums, memory) in room.sums.chunks_exact(hidden * 4).zip(room.memory.chunks_exact_mut(hidden * 2)).rev() {
            let (gates, candidates) = sums.split_at(hidden * 2);
            step(curves, &mut state, gates.iter().zip(candidates).skip(hidden), memory.iter_mut().skip(hidden));
        }
    }
}

/// One step of the recurrence for all units of one direction.
fn step<'a>(
    curves: &Curves,
    state: &mut [i32],
    inputs: impl Iterator<Item = (&'a i32, &'a i32)>,
    memory: impl Iterator<Item = &'a mut i16>,
) {
    for ((state, (gate, candidate)), memory) in state.iter_mut().zip(inputs).zip(memory) {
        let change = curves.tanh(*candidate) - *state;
        *state += (curves.sigmoid(*gate) * change + (1 << (FINE - 1))) >> FINE;
        *memory = *state as i16;
    }
}

/// The nearest number of 16 bits.
pub fn clamp(sum: i32) -> i16 {
    sum.clamp(-32768, 32767) as i16
}
