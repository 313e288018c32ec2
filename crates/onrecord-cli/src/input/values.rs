//! [`Values`]: the rows of a JSON list, or objects that are printed over several lines, as bytes; none longer than a limit.

use super::lines::Line;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};

/// Finds where each value begins and ends, without a look at what is in it.
pub struct Values<R> {
    reader: R,
    limit: usize,
    /// The line that is being read, counted from 1.
    line: usize,
    /// Bytes read so far.
    at: u64,
    /// A list was opened and is not closed yet.
    list: bool,
    over: bool,
}

/// What the bytes read so far say of the next one.
#[derive(Default)]
struct Place {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Place {
    /// Takes a byte in; says whether the value is complete with it.
    fn step(&mut self, byte: u8) -> bool {
        if self.in_string {
            self.in_string = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return !self.in_string && self.depth == 0;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => return false,
        }
        self.depth == 0 && byte != b'"'
    }

    /// A number or a word without quotation marks ends before this byte.
    fn ends_before(&self, byte: u8) -> bool {
        self.depth == 0 && !self.in_string && (matches!(byte, b',' | b']') || byte.is_ascii_whitespace())
    }
}

impl<R: Read> Values<BufReader<R>> {
    /// Nothing is left in the buffer: reading on could mean to wait.
    pub fn drained(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

impl<R: BufRead> Values<R> {
    /// Values of at most `limit` bytes.
    pub fn new(reader: R, limit: usize) -> Self {
        Self { reader, limit, line: 1, at: 0, list: false, over: false }
    }

    /// Reads nothing more.
    pub fn give_up(&mut self) {
        self.over = true;
    }

    /// The next value, with the line on which it begins; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        if self.over || !self.seek()? {
            return Ok(None);
        }
        let (number, at) = (self.line, self.at);
        let (mut bytes, mut place) = (Some(Vec::new()), Place::default());
        while let Some(byte) = self.peek()? {
            if self.at > at && place.ends_before(byte) {
                break;
            }
            self.take(byte);
            bytes = bytes.filter(|kept| kept.len() < self.limit);
            if let Some(kept) = &mut bytes {
                kept.push(byte);
            }
            if place.step(byte) {
                break;
            }
        }
        Ok(Some(Line { number, at, size: self.at - at, bytes }))
    }

    /// Goes to where a value begins; false where there is none.
    fn seek(&mut self) -> io::Result<bool> {
        let mut start = self.at == 0;
        while let Some(byte) = self.peek()? {
            match byte {
                b'[' if start => (self.list, start) = (true, false),
                b']' if self.list => self.list = false,
                // A byte-order mark, and what stands between values.
                0xef | 0xbb | 0xbf if start => {}
                b',' => {}
                _ if byte.is_ascii_whitespace() => {}
                _ => return Ok(true),
            }
            self.take(byte);
        }
        if std::mem::take(&mut self.list) {
            return Err(io::Error::new(ErrorKind::UnexpectedEof, "the list of rows has no end, “]”: is the file cut off?"));
        }
        Ok(false)
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.reader.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                chunk => return Ok(chunk?.first().copied()),
            }
        }
    }

    fn take(&mut self, byte: u8) {
        self.reader.consume(1);
        self.at += 1;
        self.line += usize::from(byte == b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str, limit: usize) -> (Vec<(usize, Option<String>)>, Option<String>) {
        let mut values = Values::new(BufReader::with_capacity(3, text.as_bytes()), limit);
        let mut all = Vec::new();
        loop {
            match values.next() {
                Ok(Some(line)) => all.push((line.number, line.bytes.map(|bytes| String::from_utf8(bytes).unwrap()))),
                Ok(None) => return (all, None),
                Err(error) => return (all, Some(error.to_string())),
            }
        }
    }

    fn found(text: &str) -> Vec<(usize, String)> {
        let (all, error) = values(text, 99);
        assert_eq!(error, None);
        all.into_iter().map(|(line, value)| (line, value.unwrap())).collect()
    }

    #[test]
    fn rows_of_a_list() {
        let rows = found("\u{feff}[\n {\"a\": \"]},{\\\"\"},\n {\"b\": [1, {}]}, 7,\"s\"\n]\n");
        let rows: Vec<_> = rows.iter().map(|(line, value)| (*line, value.as_str())).collect();
        assert_eq!(rows, [(2, r#"{"a": "]},{\""}"#), (3, r#"{"b": [1, {}]}"#), (3, "7"), (3, r#""s""#)]);
        assert_eq!(found("[]"), []);
        // What is no JSON comes out too, and is named when it is read.
        assert_eq!(found("{} ]x").len(), 3);
    }

    #[test]
    fn objects_over_several_lines() {
        assert_eq!(found("{\n\"a\": 1\n}\n{\n}"), [(1, "{\n\"a\": 1\n}".to_owned()), (4, "{\n}".to_owned())]);
    }

    #[test]
    fn a_list_without_an_end_is_an_error() {
        let (all, error) = values("[{\"a\": 1},", 99);
        assert_eq!(all.len(), 1);
        assert!(error.unwrap().contains("cut off"));
    }

    #[test]
    fn what_is_too_long_is_passed_over() {
        let (all, _) = values("[{\"a\": \"xxxxxxxxxx\"}, {}]", 5);
        assert_eq!(all, [(1, None), (1, Some("{}".to_owned()))]);
    }
}
