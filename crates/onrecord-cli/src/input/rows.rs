//! [`Rows`]: a stream of rows, a line each or printed over several lines.

use super::Kind;
use super::lines::{Line, Lines};
use super::reader::Stream;
use super::values::Values;
use std::io::{self, BufRead};

/// Rows as bytes.
pub enum Rows {
    /// A row a line: a broken one is no harm to the next.
    Lines(Lines<Stream>),
    /// A list of rows, or rows over several lines.
    Values(Values<Stream>),
}

impl Rows {
    /// The rows of a stream, none larger than `limit`, in the form in which its beginning has them.
    pub fn new(mut stream: Stream, limit: usize) -> io::Result<Self> {
        let values = is_list_or_indented(start(&mut stream)?);
        Ok(if values { Self::Values(Values::new(stream, limit)) } else { Self::Lines(Lines::new(stream, limit)) })
    }

    /// The next row; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        match self {
            Self::Lines(lines) => lines.next(),
            Self::Values(values) => values.next(),
        }
    }

    /// Reads nothing more.
    pub fn give_up(&mut self) {
        match self {
            Self::Lines(lines) => lines.give_up(),
            Self::Values(values) => values.give_up(),
        }
    }

    /// Nothing is left in the buffer: reading on could mean to wait.
    pub fn drained(&self) -> bool {
        match self {
            Self::Lines(lines) => lines.drained(),
            Self::Values(values) => values.drained(),
        }
    }
}

/// Looks at the first characters where the name does not tell. An article hardly begins with a brace, and one that begins with
/// “[Updated]” has no brace behind the bracket.
pub fn settle(kind: Kind, stream: &mut Stream) -> io::Result<Kind> {
    if kind != Kind::Auto {
        return Ok(kind);
    }
    let start = start(stream)?;
    let list = start.strip_prefix(b"[").map(<[u8]>::trim_ascii);
    let rows = start.starts_with(b"{") || list.is_some_and(|inside| inside.starts_with(b"{") || inside == b"]");
    Ok(if rows { Kind::Jsonl } else { Kind::Text })
}

/// What is in the buffer, from the first character on.
fn start(stream: &mut Stream) -> io::Result<&[u8]> {
    let start = stream.fill_buf()?;
    Ok(start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start())
}

/// Does the first line open something that it does not close? One that was cut off ends in the middle of a word instead.
fn is_list_or_indented(start: &[u8]) -> bool {
    let line = memchr::memchr(b'\n', start).and_then(|end| start.get(..end)).unwrap_or_default();
    start.starts_with(b"[") || start.starts_with(b"{") && matches!(line.trim_ascii_end().last(), Some(b'{' | b'[' | b','))
}
