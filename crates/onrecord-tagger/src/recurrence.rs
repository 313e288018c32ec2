//! The recurrence of a layer: plain loops, which the compiler turns into wide registers.

/// Bits after the point of gates, candidates and memories.
const FINE: u32 = 14;
/// Units of which the compiler sees that they do not wait for each other.
pub const UNITS: usize = 16;

/// Runs the recurrence forwards in the first half of each memory and backwards in the second.
#[inline(always)]
pub fn recur(hidden: usize, gates: &[i16], memory: &mut [i16]) {
    let mut state = vec![0; hidden];
    for (gates, memory) in steps(hidden, gates, memory) {
        let (gates, candidates) = gates.split_at(hidden * 2);
        step(&mut state, gates.split_at(hidden).0, candidates.split_at(hidden).0, memory.split_at_mut(hidden).0);
    }
    state.fill(0);
    for (gates, memory) in steps(hidden, gates, memory).rev() {
        let (gates, candidates) = gates.split_at(hidden * 2);
        step(&mut state, gates.split_at(hidden).1, candidates.split_at(hidden).1, memory.split_at_mut(hidden).1);
    }
}

/// Gates and candidates of each step, and room for its memory.
#[inline(always)]
fn steps<'a>(hidden: usize, gates: &'a [i16], memory: &'a mut [i16]) -> impl DoubleEndedIterator<Item = (&'a [i16], &'a mut [i16])> {
    gates.chunks_exact((hidden * 4).max(1)).zip(memory.chunks_exact_mut((hidden * 2).max(1)))
}

/// One step of the recurrence for all units of one direction.
#[inline(always)]
fn step(state: &mut [i16], gates: &[i16], candidates: &[i16], memory: &mut [i16]) {
    let state = state.as_chunks_mut().0.iter_mut().zip(memory.as_chunks_mut().0);
    for ((state, memory), (gates, candidates)) in state.zip(gates.as_chunks().0.iter().zip(candidates.as_chunks().0)) {
        *state = some(state, gates, candidates);
        *memory = *state;
    }
}

/// The next state of some units.
#[inline(always)]
fn some(state: &[i16; UNITS], gates: &[i16; UNITS], candidates: &[i16; UNITS]) -> [i16; UNITS] {
    let mut next = *state;
    for (state, (gate, candidate)) in next.iter_mut().zip(gates.iter().zip(candidates)) {
        let change = i32::from(*candidate) - i32::from(*state);
        *state = (i32::from(*state) + ((i32::from(*gate) * change + (1 << (FINE - 1))) >> FINE)) as i16;
    }
    next
}
