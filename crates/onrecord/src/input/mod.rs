//! Step 1, [`read`]: `&str` to [`Text`]. Characters classed, marks found, entities and mojibake seen through.

mod clean;
mod entity;
mod marks;
mod mojibake;
mod singles;

/// For each byte, whether `$is` holds of it: a scan of the text looks each byte up once.
macro_rules! byte_table {
    ($is:ident) => {{
        let mut table = [false; 256];
        let mut byte = 0;
        #[allow(clippy::indexing_slicing)] // Evaluated by the compiler.
        while byte < 256 {
            table[byte] = $is(byte as u8);
            byte += 1;
        }
        table
    }};
}
use byte_table;

use crate::article::RepairKind;
use crate::span::Span;
use std::borrow::Cow;

/// The text as later stages see it.
///
/// `clean` is the raw text with mojibake and entities decoded, odd spaces made plain, invisible characters and carriage returns
/// taken out and Treebank marks (`` `` `` and `''`) made curly. All stages speak of bytes of `clean`; [`Text::to_raw`] leads back.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// What the caller gave.
    pub raw: &'a str,
    /// What the stages read; borrowed where nothing had to change.
    pub clean: Cow<'a, str>,
    /// Change points, sorted: from `clean` offset on, `raw` offset corresponds. Empty where nothing had to change.
    pub changes: Vec<Change>,
    /// Every quotation mark, in order; apostrophes are not among them.
    pub marks: Vec<Mark>,
    /// What was seen through.
    pub repairs: Vec<Fault>,
}

/// A place where `clean` and `raw` differ: clean `[clean.start, clean.end)` was made from raw `[raw.start, raw.end)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the clean text.
    pub clean: Span,
    /// In the raw text.
    pub raw: Span,
}

/// Something broken in the text, found by some stage; spans are in the clean text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: RepairKind,
    /// Where.
    pub span: Span,
    /// What was done about it.
    pub note: String,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// Its level.
    pub level: Level,
    /// The direction that its shape shows.
    pub side: Side,
    /// White space, or the edge of the text, right before it.
    pub space_before: bool,
    /// White space, or the edge of the text, right after it.
    pub space_after: bool,
}

/// Double or single, or the angle and corner marks of other scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// “ ” „ ‟ "
    Double,
    /// ‘ ’ ‚ ‛ '
    Single,
    /// « » ‹ ›
    Angle,
    /// 「 」 『 』
    Corner,
}

/// The direction that a mark's shape shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// “ ‘ « 「
    Open,
    /// ” ’ » 」
    Close,
    /// " '
    Straight,
}

impl Text<'_> {
    /// The clean text.
    pub fn as_str(&self) -> &str {
        &self.clean
    }

    /// The words that `span` covers.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.clean)
    }

    /// A span of the clean text as a span of the raw one; where it begins or ends inside a replaced piece, it takes in the whole.
    pub fn to_raw(&self, span: Span) -> Span {
        let start = self.raw_start(span.start);
        Span::new(start, if span.is_empty() { start } else { self.raw_end(span.end) })
    }

    /// Behind what was taken out right before `at`.
    fn raw_start(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.clean.start <= at);
        let Some(change) = next.checked_sub(1).and_then(|i| self.changes.get(i)) else { return at };
        if at < change.clean.end { change.raw.start } else { change.raw.end + (at - change.clean.end) }
    }

    /// Before what was taken out right after `at`.
    fn raw_end(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.clean.start < at);
        let Some(change) = next.checked_sub(1).and_then(|i| self.changes.get(i)) else { return at };
        if at < change.clean.end { change.raw.end } else { change.raw.end + (at - change.clean.end) }
    }
}

/// Reads a raw text.
pub fn read(raw: &str) -> Text<'_> {
    let clean::Cleaned { clean, changes, repairs } = clean::clean(raw);
    let marks = marks::find(&clean);
    Text { raw, clean, changes, marks, repairs }
}

#[cfg(test)]
mod tests;
