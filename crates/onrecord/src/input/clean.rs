//! Builds the clean text: one pass over the raw one, which stops only at bytes that may have to change.

use super::{Change, Fault, byte_table, mojibake};
use crate::article::RepairKind;
use crate::span::Span;
use std::borrow::Cow;

/// The clean text, where it differs from the raw one, and what was broken.
pub struct Cleaned<'a> {
    pub clean: Cow<'a, str>,
    pub changes: Vec<Change>,
    pub repairs: Vec<Fault>,
}

/// Cleans a raw text.
pub fn clean(raw: &str) -> Cleaned<'_> {
    let mut cleaner = Cleaner { raw, ..Cleaner::default() };
    let mut at = 0;
    while let Some(skip) =
        raw.as_bytes().get(at..).and_then(|rest| rest.iter().position(|b| MAY_CHANGE.get(usize::from(*b)) == Some(&true)))
    {
        at += skip;
        at += cleaner.look(at);
    }
    cleaner.finish()
}

/// The first bytes of characters that may have to change. C2 and C3 lead the letters that mojibake
/// begins with, E1 to E3 odd spaces and quotation marks, EF the byte-order mark.
const fn may_change(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11..=31 | 127 | b'&' | b'\'' | b'`' | 0xC2 | 0xC3 | 0xE1..=0xE3 | 0xEF)
}

static MAY_CHANGE: [bool; 256] = byte_table!(may_change);

#[derive(Default)]
struct Cleaner<'a> {
    raw: &'a str,
    out: String,
    /// Up to here the raw text is in `out`.
    copied: usize,
    changes: Vec<Change>,
    repairs: Vec<Fault>,
    /// Has a `''` opened on this line that no other has closed?
    treebank_open: Option<usize>,
    /// The line, by its start in `raw`, that last got a repair for invisible characters.
    invisible_on: Option<usize>,
}

/// What becomes of a piece of the raw text.
struct Piece {
    /// Its length in bytes.
    len: usize,
    /// What stands in its place.
    new: Option<char>,
    /// What was broken; an odd space or a Treebank mark is not.
    fault: Option<RepairKind>,
}

impl<'a> Cleaner<'a> {
    /// Looks at the character at `at`, changes it if need be, and says how long the piece was.
    fn look(&mut self, at: usize) -> usize {
        let rest = self.raw.get(at..).unwrap_or_default();
        // The marks and dashes of clean text are by far the most common stop.
        if let [0xE2, 0x80, 0x93..=0x99 | 0x9B..=0x9F | 0xA6, ..] = rest.as_bytes() {
            return 3;
        }
        let Some(piece) = self.doubled(at, rest).or_else(|| piece(rest)) else { return 1 };
        if piece.fault.is_some() || piece.new.is_none_or(|c| !rest.starts_with(c)) {
            self.change(at, &piece);
        }
        piece.len
    }

    fn change(&mut self, at: usize, piece: &Piece) {
        self.out.push_str(Span::new(self.copied, at).of(self.raw));
        self.copied = at + piece.len;
        let start = self.out.len();
        self.out.extend(piece.new);
        let clean = Span::new(start, self.out.len());
        self.changes.push(Change { clean, raw: Span::new(at, self.copied) });
        if let Some(kind) = piece.fault {
            self.report(kind, clean, at);
        }
    }

    /// Pieces side by side are one fault, and a line has at most one for its invisible characters.
    fn report(&mut self, kind: RepairKind, clean: Span, at: usize) {
        if kind == RepairKind::Invisible {
            let between = Span::new(self.invisible_on.unwrap_or(0), at).of(self.raw);
            if self.invisible_on.replace(at).is_some() && !between.contains('\n') {
                return;
            }
        }
        match self.repairs.last_mut() {
            Some(last) if last.kind == kind && last.span.end == clean.start => last.span.end = clean.end,
            _ => self.repairs.push(Fault { kind, span: clean, note: note(kind).to_owned() }),
        }
    }

    /// Treebank marks: two of ` ´ or ' in a row. Where one sign stands for both sides (''Yes,'' she said), the white space
    /// around it tells which is meant, and where that does not, what is open on this line.
    fn doubled(&mut self, at: usize, rest: &str) -> Option<Piece> {
        let (len, opening) = doubled_sign(rest)?;
        let before = self.raw.get(..at).and_then(|text| text.chars().next_back());
        let after = rest.get(len..).and_then(|text| text.chars().next());
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let pending = self.treebank_open.is_some_and(|from| !Span::new(from, at).of(self.raw).contains('\n'));
        let opens = match (space(before), space(after)) {
            (true, false) => true,
            (false, true) => false,
            _ if opening => true,
            (true, true) => !pending,
            (false, false) => !pending && before.is_some_and(|c| matches!(c, '(' | '[' | '-' | '–' | '—' | '/' | '\'' | '"')),
        };
        self.treebank_open = opens.then_some(at + len);
        Some(Piece { len, new: Some(if opens { '“' } else { '”' }), fault: None })
    }

    fn finish(mut self) -> Cleaned<'a> {
        let clean = if self.changes.is_empty() {
            Cow::Borrowed(self.raw)
        } else {
            self.out.push_str(self.raw.get(self.copied..).unwrap_or_default());
            Cow::Owned(self.out)
        };
        Cleaned { clean, changes: self.changes, repairs: self.repairs }
    }
}

/// The length of a doubled sign at the start of `rest`, and whether its shape says that it opens. In `'''` at the end of a word
/// the first sign is a single mark of its own ("''He said 'no.'''"); the caller meets the doubled one next.
fn doubled_sign(rest: &str) -> Option<(usize, bool)> {
    if rest.starts_with("``") {
        return Some((2, true));
    }
    if rest.starts_with("´´") {
        return Some(("´´".len(), false));
    }
    let run = rest.bytes().take(4).take_while(|b| *b == b'\'').count();
    let ends = rest.get(run..).is_none_or(|after| !after.starts_with(char::is_alphanumeric));
    (run >= 2 && !(run == 3 && ends)).then_some((2, false))
}

fn piece(rest: &str) -> Option<Piece> {
    let first = rest.chars().next()?;
    if first == '\r' {
        let new = if rest.starts_with("\r\n") { None } else { Some('\n') };
        return Some(Piece { len: 1, new, fault: None });
    }
    let (c, len) = mojibake::mac_roman(rest).or_else(|| mojibake::decode(rest, mojibake::DEPTH))?;
    let fault = match (len == first.len_utf8(), first) {
        (true, '\u{80}'..='\u{9f}') => Some(RepairKind::Mojibake),
        (false, '&') if c != '\u{a0}' => Some(RepairKind::Entity),
        (true, _) | (false, '&') => None,
        (false, _) => Some(RepairKind::Mojibake),
    };
    let new = plain(c);
    Some(Piece { len, new, fault: fault.or(new.is_none().then_some(RepairKind::Invisible)) })
}

/// The character that later stages see: odd spaces plain, invisible characters gone.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\r' => Some('\n'),
        '\u{80}'..='\u{9f}' => mojibake::windows_1252(u32::from(c)),
        '\t' | '\n' => Some(c),
        _ => (!is_invisible(c)).then_some(c),
    }
}

/// Soft hyphens, zero-width spaces, marks of direction, byte-order marks, control characters. The joiners of emoji and of Persian stay.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

fn note(kind: RepairKind) -> &'static str {
    match kind {
        RepairKind::Mojibake => "UTF-8 that had been read as another encoding",
        RepairKind::Entity => "an HTML entity, read as its character",
        _ => "invisible characters, passed over",
    }
}
