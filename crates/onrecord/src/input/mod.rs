//! Step 1, [`read`]: `&str` to [`Text`]. Characters classed, marks found, entities and mojibake seen through.

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

    /// A span of the clean text as a span of the raw one.
    pub fn to_raw(&self, span: Span) -> Span {
        // Placeholder: right only where nothing changed.
        span
    }
}

/// Reads a raw text.
pub fn read(raw: &str) -> Text<'_> {
    Text { raw, clean: Cow::Borrowed(raw), changes: Vec::new(), marks: Vec::new(), repairs: Vec::new() }
}
