//! [`Span`]: a half-open range of bytes in a text.

use std::fmt;
use std::ops::{Index, Range};

/// A half-open range of bytes `[start, end)` in the text that was parsed.
///
/// Both ends lie on character boundaries of that text, so that `&text[span]` is always a slice of it. Other units (code points for
/// Python, UTF-16 units for JavaScript) exist only at the edge: see [`crate::export`].
///
/// ```
/// use onrecord::Span;
/// let text = "“Yes,” she said.";
/// let span = Span::new(3, 7);
/// assert_eq!(&text[span], "Yes,");
/// assert_eq!(format!("{span:?}"), "3..7");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `[start, end)`; an `end` before `start` gives the empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The empty span at `at`.
    pub const fn at(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Does it cover nothing?
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Does it cover the byte at `at`?
    pub const fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Does it cover all of `other`?
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes lie between the two; 0 where they touch or overlap.
    pub const fn gap(self, other: Self) -> usize {
        let (after, before) = (self.start.saturating_sub(other.end), other.start.saturating_sub(self.end));
        if after > before { after } else { before }
    }

    /// Do the two share a byte?
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The slice of `text` that it covers; empty where it does not lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The span without the white space at its edges.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let slice = self.of(text);
        let start = self.start + (slice.len() - slice.trim_start().len());
        Self::new(start, start + slice.trim().len())
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

/// `&text[span]`, for callers; it panics, as slicing does, where the span belongs to another text.
impl Index<Span> for str {
    type Output = str;

    #[allow(clippy::string_slice)]
    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}
