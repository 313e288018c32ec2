//! [`Lines`]: the lines of a stream as bytes, none longer than a limit.

use memchr::memchr;
use std::io::{self, BufRead, BufReader, Read};

/// Reads lines, and passes over those that are too long without keeping them.
pub struct Lines<R> {
    reader: R,
    limit: usize,
    /// Lines read so far.
    number: usize,
    /// Bytes read so far.
    at: u64,
    /// Reading failed: there is no more.
    over: bool,
}

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// Its first byte in the stream.
    pub at: u64,
    /// How many bytes it has in the stream, with its end.
    pub size: u64,
    /// The bytes; `None` where there are more than the limit.
    pub bytes: Option<Vec<u8>>,
}

impl<R: Read> Lines<BufReader<R>> {
    /// Nothing is left in the buffer: reading on could mean to wait.
    pub fn drained(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `limit` bytes.
    pub fn new(reader: R, limit: usize) -> Self {
        Self { reader, limit, number: 0, at: 0, over: false }
    }

    /// Reads nothing more.
    pub fn give_up(&mut self) {
        self.over = true;
    }

    /// The next line; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let (mut bytes, mut size, mut ended) = (Some(Vec::new()), 0, self.over);
        while !ended {
            let chunk = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                chunk => chunk?,
            };
            let end = memchr(b'\n', chunk);
            let taken = end.map_or(chunk.len(), |end| end + 1);
            keep(&mut bytes, &chunk[..end.unwrap_or(chunk.len())], self.limit);
            ended = end.is_some() || taken == 0;
            size += taken as u64;
            self.reader.consume(taken);
        }
        if size == 0 {
            return Ok(None);
        }
        let at = self.at;
        self.at += size;
        self.number += 1;
        Ok(Some(Line { number: self.number, at, size, bytes }))
    }
}

fn keep(bytes: &mut Option<Vec<u8>>, more: &[u8], limit: usize) {
    if let Some(kept) = bytes {
        if kept.len() + more.len() > limit {
            *bytes = None;
        } else {
            kept.extend_from_slice(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, limit: usize) -> Vec<(usize, u64, Option<String>)> {
        // A buffer of three bytes, so that every line is read in pieces.
        let mut lines = Lines::new(BufReader::with_capacity(3, text.as_bytes()), limit);
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push((line.number, line.at, line.bytes.map(|bytes| String::from_utf8(bytes).unwrap())));
        }
        all
    }

    #[test]
    fn the_last_line_needs_no_end() {
        let two = vec![(1, 0, Some("alpha".to_owned())), (2, 6, Some("beta".to_owned()))];
        assert_eq!(lines("alpha\nbeta", 99), two);
        assert_eq!(lines("alpha\nbeta\n", 99), two);
        assert_eq!(lines("", 99), []);
        assert_eq!(lines("\n", 99), [(1, 0, Some(String::new()))]);
    }

    #[test]
    fn a_line_over_the_limit_is_passed_over() {
        assert_eq!(lines("alphabet\nbeta\n", 5), [(1, 0, None), (2, 9, Some("beta".to_owned()))]);
        assert_eq!(lines("alpha\n", 5), [(1, 0, Some("alpha".to_owned()))]);
    }
}
