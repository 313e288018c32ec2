//! Finds the places where a sentence may end: a stop with the marks and brackets that close after it.

use crate::span::Span;

/// A stop, as far as the marks that close after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The stops themselves: ".", "?!", "...", ". . ."
    pub dots: Span,
    /// Where the closing marks and brackets after them end.
    pub end: usize,
}

/// Walks over the stops of a block.
pub(super) struct Stops<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// An odd number of straight double marks has been passed.
    inside: bool,
}

impl<'t> Stops<'t> {
    pub fn new(text: &'t str, span: Span) -> Self {
        Self { text, at: span.start, end: span.end, inside: false }
    }

    /// Counts straight marks up to the next stop and returns where it begins.
    fn seek(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes().get(self.at..self.end)?;
        for (i, byte) in bytes.iter().enumerate() {
            match byte {
                b'"' => self.inside = !self.inside,
                b'.' | b'!' | b'?' => return Some(self.at + i),
                0xE2 | 0xE3 if is_stop(self.text.get(self.at + i..).and_then(|rest| rest.chars().next())) => return Some(self.at + i),
                _ => {}
            }
        }
        None
    }

    /// The end of the run of stops at `at`; the dots of an ellipsis may stand apart: "We know . . . nothing".
    fn run(&self, mut at: usize) -> usize {
        while let Some(c) = self.peek(at) {
            if is_stop(Some(c)) {
                at += c.len_utf8();
            } else if c == ' ' && self.text.get(at + 1..self.end).is_some_and(|rest| rest.starts_with(['.', '…'])) && !self.decimal(at + 1)
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// ".5" and ".gov" are no dots of an ellipsis.
    fn decimal(&self, at: usize) -> bool {
        self.peek(at + 1).is_some_and(char::is_alphanumeric)
    }

    /// The end of the marks and brackets that close at `at`.
    fn closers(&mut self, mut at: usize) -> usize {
        while let Some(c) = self.peek(at) {
            let next = self.peek(at + c.len_utf8());
            let free = next.is_none_or(|next| !next.is_alphanumeric());
            let closes = match c {
                ')' | ']' | '}' | '”' | '»' | '›' | '」' | '』' => true,
                '’' | '\'' | '“' | '‘' => free,
                '"' => self.inside || free,
                ' ' if next.is_some_and(|next| self.loose(at + 1, next)) => true,
                _ => false,
            };
            if !closes {
                break;
            }
            if c == '"' {
                self.inside = false;
            }
            at += c.len_utf8();
        }
        at
    }

    /// A closing mark after a space, as scrapers leave it: “… a dialogue. “ or “… a dialogue. ”
    fn loose(&self, at: usize, mark: char) -> bool {
        let apart = self.peek(at + mark.len_utf8()).is_none_or(char::is_whitespace);
        match mark {
            '”' | '“' => apart,
            '"' => apart && self.inside,
            _ => false,
        }
    }

    fn peek(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }
}

impl Iterator for Stops<'_> {
    type Item = Stop;

    fn next(&mut self) -> Option<Stop> {
        let start = self.seek()?;
        let dots = Span::new(start, self.run(start));
        let end = self.closers(dots.end);
        self.at = end;
        Some(Stop { dots, end })
    }
}

fn is_stop(c: Option<char>) -> bool {
    matches!(c, Some('.' | '!' | '?' | '…' | '。' | '‼' | '⁇' | '⁈' | '⁉'))
}
