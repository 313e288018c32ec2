//! [`Network`]: embedded features, layers, labels and pointers.

use crate::curve::Curves;
use crate::features::{AFFIXES, Features, SMALL, WINDOW, WORDS};
use crate::layer::{Layer, Room, clamp};
use crate::matrix::Matrix;
use crate::reading::Reading;
use crate::weights::Cursor;
use crate::wide::wide;
use std::cell::RefCell;

const MAGIC: &[u8] = b"onrecord tagger1";
/// Columns of the table of words, and of those of first and last letters.
const WORD: usize = 48;
const AFFIX: usize = 16;
/// Labels of a token.
pub(crate) const LABELS: usize = 7;
/// Classes of distance between two tokens.
pub(crate) const NEAR: usize = 64;

thread_local! {
    /// Kept from window to window: asking the system for that much memory again and again takes a tenth of the time.
    static ROOM: RefCell<Room> = RefCell::default();
}

/// The weights of the network.
#[derive(Clone, Debug)]
pub struct Network {
    width: usize,
    words: Vec<i8>,
    prefixes: Vec<i8>,
    suffixes: Vec<i8>,
    small: Vec<i16>,
    enter: Matrix,
    layers: Vec<Layer>,
    labels: Matrix,
    points: Matrix,
    near: Vec<i32>,
    buckets: Vec<u8>,
    curves: Curves,
}

impl Network {
    /// Reads a file of weights; `None` where it is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let from = &mut Cursor::new(bytes);
        if from.bytes(MAGIC.len())? != MAGIC {
            return None;
        }
        let (width, hidden, layers, point) = (from.size()?, from.size()?, from.size()?, from.size()?);
        let network = Self {
            width,
            words: signed(from, WORDS * WORD)?,
            prefixes: signed(from, AFFIXES * AFFIX)?,
            suffixes: signed(from, AFFIXES * AFFIX)?,
            small: from.i16s(SMALL.iter().map(|n| usize::from(*n)).sum::<usize>() * width)?,
            enter: Matrix::read(from, width, WORD + 2 * AFFIX)?,
            layers: (0..layers).map(|_| Layer::read(from, width, hidden)).collect::<Option<_>>()?,
            labels: Matrix::read(from, LABELS, width)?,
            points: Matrix::read(from, point * 4, width)?,
            near: from.i32s(NEAR * 2)?,
            buckets: from.bytes(WINDOW * 2 - 1)?.to_vec(),
            curves: Curves::read(from)?,
        };
        from.is_done().then_some(network)
    }

    /// Labels and pointers of the tokens of a window; what is beyond [`WINDOW`] tokens is left out.
    pub fn run(&self, window: &[Features]) -> Reading {
        let window = window.get(..WINDOW).unwrap_or(window);
        ROOM.with_borrow_mut(|room| {
            wide(
                #[inline(always)]
                || self.read_window(window, room),
            )
        })
    }

    #[inline(always)]
    fn read_window(&self, window: &[Features], room: &mut Room) -> Reading {
        let mut x = self.embed(window);
        for layer in &self.layers {
            layer.run(&mut x, &self.curves, room);
        }
        let (mut labels, mut points) = (Vec::new(), Vec::new());
        self.labels.times(&x, &mut labels);
        self.points.times(&x, &mut points);
        Reading::new(&labels, points.into_iter().map(clamp).collect(), self.near.clone(), self.buckets.clone())
    }

    #[inline(always)]
    fn embed(&self, window: &[Features]) -> Vec<i16> {
        let mut tables = Vec::with_capacity(window.len() * (WORD + 2 * AFFIX));
        for features in window {
            tables.extend(row(&self.words, features.word, WORD).iter().copied().map(i16::from));
            tables.extend(row(&self.prefixes, features.prefix, AFFIX).iter().copied().map(i16::from));
            tables.extend(row(&self.suffixes, features.suffix, AFFIX).iter().copied().map(i16::from));
        }
        let mut sums = Vec::new();
        self.enter.times(&tables, &mut sums);
        for (features, sums) in window.iter().zip(sums.chunks_exact_mut(self.width)) {
            self.add_small(features, sums);
        }
        sums.into_iter().map(clamp).collect()
    }

    #[inline(always)]
    fn add_small(&self, features: &Features, sums: &mut [i32]) {
        let mut base = 0;
        for (value, size) in features.small.iter().zip(SMALL) {
            let value = (*value).min(size - 1);
            for (sum, weight) in sums.iter_mut().zip(row(&self.small, base + u16::from(value), self.width)) {
                *sum += i32::from(*weight);
            }
            base += u16::from(size);
        }
    }
}

fn signed(from: &mut Cursor, n: usize) -> Option<Vec<i8>> {
    Some(from.bytes(n)?.iter().map(|byte| byte.cast_signed()).collect())
}

#[inline(always)]
fn row<T>(table: &[T], row: u16, columns: usize) -> &[T] {
    let start = usize::from(row) * columns;
    table.get(start..start + columns).unwrap_or_default()
}
