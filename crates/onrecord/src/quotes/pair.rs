//! Which mark opens and which closes: the cheapest reading of a row of marks, found by dynamic programming over what is open.

use super::fit::Fit;
use crate::input::Level;
use crate::order;

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens a quotation inside what is open.
    Open,
    /// Closes the innermost.
    Close,
    /// Closes the one around the innermost, which lacks its own mark: “I said ‘no,” she told us.
    CloseOver,
    /// Closes a quotation that has no opening mark.
    CloseUnopened,
    /// Opens a quotation after one that has no closing mark.
    Reopen,
    /// Does nothing.
    Stray,
}

/// A quotation inside another of the same level is rare: the inner one takes the other marks.
const SAME_LEVEL: u32 = 11;
/// Straight marks around a passage that has curly ones: "We call it “the pit.” Nobody goes there."
const OTHER_SHAPE: u32 = 1;
/// An angle or corner mark inside a double one, a single one outside.
const ODD_LEVEL: u32 = 1;
/// Curly on one side and straight on the other.
const MIXED: u32 = 2;
/// The inner quotation lacks its closing mark.
const INNER_UNCLOSED: u32 = 8;
/// A quotation lacks its closing mark where the next one opens.
const UNCLOSED: u32 = 14;
/// Readings that cost this much more than the best are given up.
const MARGIN: u32 = 30;
/// At most so many readings are kept.
const BEAM: usize = 6;

/// The quotations that are open, from the innermost on: four bits each, 0 for none. Deeper than 32, marks are stray.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stack(u128);

impl Stack {
    fn kind(fit: &Fit) -> u128 {
        let level = match fit.level {
            Level::Double => 1,
            Level::Single => 2,
            Level::Angle => 3,
            Level::Corner => 4,
        };
        level + if fit.straight { 8 } else { 0 }
    }

    fn push(self, fit: &Fit) -> Option<Self> {
        (self.0 >> 124 == 0).then_some(Self(self.0 << 4 | Self::kind(fit)))
    }

    fn pop(self) -> Self {
        Self(self.0 >> 4)
    }

    fn level(self) -> u128 {
        self.0 & 7
    }

    fn is_straight(self) -> bool {
        self.0 & 8 != 0
    }

    /// Nothing open?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are open.
    pub fn depth(self) -> u32 {
        (128 - self.0.leading_zeros()).div_ceil(4)
    }
}

#[derive(Clone, Copy)]
struct Reading {
    cost: u32,
    stack: Stack,
    /// Its last step, as an index into the steps; `u32::MAX` at the start.
    step: u32,
}

#[derive(Clone, Copy)]
struct Step {
    before: u32,
    action: Action,
}

/// Finds the cheapest reading; keeps its buffers from block to block.
#[derive(Default)]
pub struct Pairer {
    readings: Vec<Reading>,
    next: Vec<Reading>,
    steps: Vec<Step>,
}

impl Pairer {
    /// Appends the action of each mark to `actions`, and gives what is open at the end. `unclosed` is what an open quotation costs there.
    pub fn run(&mut self, fits: &[Fit], start: Stack, unclosed: u32, actions: &mut Vec<Action>) -> Stack {
        self.steps.clear();
        self.readings.clear();
        self.readings.push(Reading { cost: 0, stack: start, step: u32::MAX });
        for fit in fits {
            self.next.clear();
            let readings = std::mem::take(&mut self.readings);
            for reading in &readings {
                self.branch(*reading, fit);
            }
            self.readings = readings;
            self.keep_best();
        }
        let end = |reading: &&Reading| match reading.stack.depth() {
            0 => reading.cost,
            depth => reading.cost + unclosed + (depth - 1) * INNER_UNCLOSED,
        };
        let Some(best) = self.readings.iter().min_by_key(end).copied() else { return start };
        self.trace_back(best.step, actions);
        best.stack
    }

    /// All that the next mark can do in a reading.
    fn branch(&mut self, from: Reading, fit: &Fit) {
        let (stack, level) = (from.stack, Stack::kind(fit) & 7);
        let mixed = |stack: Stack| if stack.is_straight() == fit.straight { 0 } else { MIXED };
        if stack.level() == level {
            self.add(from, Action::Close, fit.close + mixed(stack), stack.pop());
            if let Some(reopened) = stack.pop().push(fit) {
                self.add(from, Action::Reopen, fit.open + UNCLOSED, reopened);
            }
        } else if let Some(extra) = fit.closes_other.filter(|_| matches!(stack.level(), 1 | 2) && stack.pop().level() != level) {
            self.add(from, Action::Close, fit.close + extra, stack.pop());
        }
        if stack.level() != level && stack.pop().level() == level {
            self.add(from, Action::CloseOver, fit.close + INNER_UNCLOSED + mixed(stack.pop()), stack.pop().pop());
        }
        if stack.is_empty() {
            self.add(from, Action::CloseUnopened, fit.close + fit.unopened, stack);
        }
        let nested = match (stack.level(), level) {
            (outer, inner) if outer == inner && stack.is_straight() == fit.straight => SAME_LEVEL,
            (outer, inner) if outer == inner => OTHER_SHAPE,
            (0 | 2, 1) | (1, 2) => 0,
            _ => ODD_LEVEL,
        };
        if let Some(opened) = stack.push(fit) {
            self.add(from, Action::Open, fit.open + nested, opened);
        }
        self.add(from, Action::Stray, fit.stray, stack);
    }

    /// Adds a reading unless a cheaper one has the same quotations open.
    fn add(&mut self, from: Reading, action: Action, cost: u32, stack: Stack) {
        let cost = from.cost + cost;
        let same = self.next.iter().position(|reading| reading.stack == stack);
        if same.and_then(|i| self.next.get(i)).is_some_and(|other| other.cost <= cost) {
            return;
        }
        let reading = Reading { cost, stack, step: self.steps.len() as u32 };
        self.steps.push(Step { before: from.step, action });
        match same.and_then(|i| self.next.get_mut(i)) {
            Some(slot) => *slot = reading,
            None => self.next.push(reading),
        }
    }

    fn keep_best(&mut self) {
        std::mem::swap(&mut self.readings, &mut self.next);
        order::by_key(&mut self.readings, |reading| reading.cost);
        let worst = self.readings.first().map_or(0, |best| best.cost) + MARGIN;
        self.readings.truncate(BEAM);
        self.readings.retain(|reading| reading.cost <= worst);
    }

    fn trace_back(&self, mut step: u32, actions: &mut Vec<Action>) {
        let from = actions.len();
        while let Some(Step { before, action }) = self.steps.get(step as usize) {
            actions.push(*action);
            step = *before;
        }
        if let Some(new) = actions.get_mut(from..) {
            new.reverse();
        }
    }
}
