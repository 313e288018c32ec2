//! [`Offsets`] and [`OffsetMap`]: bytes inside, another unit at the edge.

use crate::error::Error;
use std::fmt;
use std::str::FromStr;

/// What an offset counts.
///
/// “Yes 😀,” with its marks is 15, 8 or 9 long, depending on who counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust slices.
    Bytes,
    /// Code points, as Python slices.
    #[default]
    Chars,
    /// UTF-16 units, as JavaScript slices.
    Utf16,
}

impl Offsets {
    /// All units.
    pub const ALL: &'static [Self] = &[Self::Bytes, Self::Chars, Self::Utf16];

    /// The name in the wire format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Chars => "chars",
            Self::Utf16 => "utf16",
        }
    }

    /// How many units a character of this many UTF-8 bytes has.
    const fn units(self, width: usize) -> usize {
        match self {
            Self::Bytes => width,
            Self::Chars => 1,
            // Four bytes of UTF-8 are the characters beyond the first plane, which UTF-16 writes as a pair.
            Self::Utf16 => 1 + (width == 4) as usize,
        }
    }
}

impl fmt::Display for Offsets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Offsets {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = Self::ALL.iter().copied().find(|unit| unit.name() == name);
        known.ok_or_else(|| Error::unknown_option("offsets", name, "bytes, chars or utf16"))
    }
}

/// Leads from bytes of one text to another unit, and back.
///
/// It keeps a point wherever the width of the characters changes, so that it holds nothing for an ASCII text, two points for a
/// curly mark among ASCII letters, and one for a whole text in one script. A look-up is a binary search.
///
/// ```
/// use onrecord::export::{OffsetMap, Offsets};
/// let map = OffsetMap::new("“Yes 😀,” she said.", Offsets::Utf16);
/// assert_eq!(map.from_byte(15), 9);
/// assert_eq!(map.to_byte(9), 15);
/// assert!(OffsetMap::new("plain", Offsets::Utf16).is_identity());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetMap {
    unit: Offsets,
    runs: Vec<Run>,
}

/// From here on, every character has this many bytes and units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    byte: usize,
    unit: usize,
    width: usize,
    units: usize,
}

impl OffsetMap {
    /// The map of a text.
    pub fn new(text: &str, unit: Offsets) -> Self {
        let same = unit == Offsets::Bytes || text.is_ascii();
        Self { unit, runs: if same { Vec::new() } else { runs(text, unit) } }
    }

    /// Builds the table even where nothing would change, so that tests cover it with ASCII texts too.
    #[cfg(test)]
    pub(crate) fn forced(text: &str, unit: Offsets) -> Self {
        Self { unit, runs: runs(text, unit) }
    }

    /// What the offsets count.
    pub fn unit(&self) -> Offsets {
        self.unit
    }

    /// Are offsets the same as bytes?
    pub fn is_identity(&self) -> bool {
        self.runs.is_empty()
    }

    /// The offset of a byte; for one inside a character, that of the character.
    #[allow(clippy::wrong_self_convention)]
    pub fn from_byte(&self, byte: usize) -> usize {
        let after = self.runs.partition_point(|run| run.byte <= byte);
        let run = after.checked_sub(1).and_then(|i| self.runs.get(i));
        run.map_or(byte, |run| run.unit + (byte - run.byte) / run.width * run.units)
    }

    /// The byte of an offset; for one inside a surrogate pair, that of the character.
    pub fn to_byte(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.unit <= offset);
        let run = after.checked_sub(1).and_then(|i| self.runs.get(i));
        run.map_or(offset, |run| run.byte + (offset - run.unit) / run.units * run.width)
    }
}

/// One sweep over the text; stretches of ASCII are skipped at the speed of a byte search.
fn runs(text: &str, unit: Offsets) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut byte, mut at) = (0, 0);
    let mut chars = text.chars();
    loop {
        let rest = chars.as_str();
        let ascii = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
        let start = |width: usize, byte: usize, at: usize| Run { byte, unit: at, width, units: unit.units(width) };
        if ascii > 0 {
            runs.push(start(1, byte, at));
            (byte, at) = (byte + ascii, at + ascii);
            chars = rest.get(ascii..).unwrap_or_default().chars();
        }
        let Some(c) = chars.next() else { return runs };
        let width = c.len_utf8();
        if ascii > 0 || runs.last().is_none_or(|last| last.width != width) {
            runs.push(start(width, byte, at));
        }
        (byte, at) = (byte + width, at + unit.units(width));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] = &["", "plain", "“Yes 😀,” she said.", "日本語", "e\u{301}é😀😀a", "ж“a”日😀z"];

    fn naive(text: &str, byte: usize, unit: Offsets) -> usize {
        let head = &text[..byte];
        match unit {
            Offsets::Bytes => byte,
            Offsets::Chars => head.chars().count(),
            Offsets::Utf16 => head.encode_utf16().count(),
        }
    }

    #[test]
    fn agrees_with_a_naive_count() {
        for text in TEXTS {
            for unit in Offsets::ALL {
                for map in [OffsetMap::new(text, *unit), OffsetMap::forced(text, *unit)] {
                    for byte in (0..=text.len()).filter(|i| text.is_char_boundary(*i)) {
                        assert_eq!(map.from_byte(byte), naive(text, byte, *unit), "{text} at {byte}, {unit}");
                        assert_eq!(map.to_byte(map.from_byte(byte)), byte, "{text} at {byte}, {unit}");
                    }
                }
            }
        }
    }

    #[test]
    fn holds_nothing_for_ascii_and_little_for_one_script() {
        assert!(OffsetMap::new("plain", Offsets::Chars).is_identity());
        assert!(OffsetMap::new("“Yes”", Offsets::Bytes).is_identity());
        assert_eq!(OffsetMap::new("日本語日本語", Offsets::Chars).runs.len(), 1);
    }

    #[test]
    fn counts_the_tagged_smiley() {
        let lengths = Offsets::ALL.iter().map(|unit| OffsetMap::new("“Yes 😀,”", *unit).from_byte("“Yes 😀,”".len()));
        assert_eq!(lengths.collect::<Vec<_>>(), [15, 8, 9]);
    }

    #[test]
    fn names_lead_back() {
        for unit in Offsets::ALL {
            assert_eq!(unit.name().parse(), Ok(*unit));
        }
        let error = "codepoints".parse::<Offsets>().unwrap_err();
        assert!(error.is_unknown_option());
        assert_eq!(error.to_string(), "`codepoints` is no value of `offsets`: expected bytes, chars or utf16");
    }
}
