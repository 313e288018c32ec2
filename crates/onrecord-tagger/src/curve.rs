//! [`Curves`]: sigmoid and tanh as tables, so that no float function of a platform is asked.

use crate::weights::Cursor;

/// Entries of a table: inputs from -8 to 8 in steps of 1/256.
const ENTRIES: usize = 4096;

/// Both tables, with 14 bits after the point.
#[derive(Clone, Debug)]
pub struct Curves {
    sigmoid: Box<[i16; ENTRIES]>,
    tanh: Box<[i16; ENTRIES]>,
}

impl Curves {
    /// Reads both.
    pub fn read(from: &mut Cursor) -> Option<Self> {
        Some(Self { sigmoid: table(from)?, tanh: table(from)? })
    }

    /// The sigmoid of a number with 11 bits after the point.
    pub fn sigmoid(&self, x: i32) -> i16 {
        look_up(&self.sigmoid, x)
    }

    /// Its hyperbolic tangent.
    pub fn tanh(&self, x: i32) -> i16 {
        look_up(&self.tanh, x)
    }
}

fn table(from: &mut Cursor) -> Option<Box<[i16; ENTRIES]>> {
    from.i16s(ENTRIES)?.into_boxed_slice().try_into().ok()
}

fn look_up(table: &[i16; ENTRIES], x: i32) -> i16 {
    let at = usize::try_from(((x >> 3) + 2048).clamp(0, 4095)).unwrap_or_default();
    table.get(at).copied().unwrap_or_default()
}
