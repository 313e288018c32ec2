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

    /// The sigmoids of numbers with 11 bits after the point.
    #[inline(always)]
    pub fn sigmoid<const N: usize>(&self, x: &[i32; N]) -> [i16; N] {
        look_up(&self.sigmoid, x)
    }

    /// Their hyperbolic tangents.
    #[inline(always)]
    pub fn tanh<const N: usize>(&self, x: &[i32; N]) -> [i16; N] {
        look_up(&self.tanh, x)
    }
}

fn table(from: &mut Cursor) -> Option<Box<[i16; ENTRIES]>> {
    from.i16s(ENTRIES)?.into_boxed_slice().try_into().ok()
}

/// First all places, which wide registers compute at once, then what stands there. Loops rather than closures, which may not be inlined.
#[inline(always)]
fn look_up<const N: usize>(table: &[i16; ENTRIES], x: &[i32; N]) -> [i16; N] {
    let mut places = [0; N];
    for (place, x) in places.iter_mut().zip(x) {
        *place = ((x >> 3) + 2048).clamp(0, 4095).cast_unsigned() as u16;
    }
    let mut found = [0; N];
    for (found, place) in found.iter_mut().zip(places) {
        *found = table.get(usize::from(place)).copied().unwrap_or_default();
    }
    found
}
