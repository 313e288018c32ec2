//! The lines of a page: what one sees of a line before reading it.

use crate::article::BlockKind;
use crate::span::Span;

/// A line of the page, or several that a hard wrap had cut.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Without white space at its edges; never empty.
    pub span: Span,
    /// An empty line stands before it.
    pub gap: bool,
    /// What it looks like.
    pub look: Look,
    /// What it is, once known.
    pub kind: Option<BlockKind>,
}

/// What a line looks like; of very long lines, their first part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Words, that is: runs without white space that have a letter or digit.
    pub words: usize,
    /// Words that begin with a capital or a digit.
    pub capitals: usize,
    /// Words of two letters or more, all of them capitals.
    pub shouted: usize,
    /// Words of two letters or more that have a small letter.
    pub small: usize,
    /// Words that begin with a small letter and are longer than the small words of titles ("of", "with").
    pub long_small: usize,
    /// It ends with a full stop, an exclamation or question mark or an ellipsis, marks and brackets after it aside.
    pub stop: bool,
    /// Its last character.
    pub last: char,
}

/// The letters of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    upper: usize,
    lower: usize,
    /// Digits, and letters of scripts without case.
    other: usize,
    /// Is its first letter a small one?
    small: bool,
}

/// For each byte of ASCII a one in one of three fields: small letters, capitals, digits. Summed over a word they count all three at once.
const FIELDS: [u32; 256] = fields();
const FIELD: u32 = 10;

#[allow(clippy::indexing_slicing)] // Evaluated by the compiler.
const fn fields() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 1 << FIELD,
            b'0'..=b'9' => 1 << (2 * FIELD),
            _ => 0,
        };
        byte += 1;
    }
    table
}

impl Word {
    /// Reads a word of ASCII, which is shorter than [`ENOUGH`], from the sum of its [`FIELDS`].
    fn of_sum(word: &[u8], sum: u32) -> Self {
        let field = |i: u32| (sum >> (i * FIELD) & ((1 << FIELD) - 1)) as usize;
        let small = word.iter().find(|b| b.is_ascii_alphanumeric()).is_some_and(u8::is_ascii_lowercase);
        Self { lower: field(0), upper: field(1), other: field(2), small }
    }

    fn of_chars(word: &str) -> Self {
        let letters = || word.chars().filter(|c| !is_mark(*c));
        let mut read = Self { small: letters().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase), ..Self::default() };
        for c in letters() {
            let (lower, upper) = (c.is_lowercase(), c.is_uppercase());
            read.lower += usize::from(lower);
            read.upper += usize::from(upper);
            read.other += usize::from(!lower && !upper && c.is_alphanumeric());
        }
        read
    }

    fn is_empty(&self) -> bool {
        self.upper + self.lower + self.other == 0
    }
}

/// What makes most words more than ASCII.
fn is_mark(c: char) -> bool {
    matches!(c, '’' | '“' | '”' | '‘' | '—' | '–' | '…')
}

/// How much of a line is looked at.
const ENOUGH: usize = 600;

/// From this length on a line may have been cut by a hard wrap.
const WRAPPED: usize = 40;

impl Look {
    pub fn of(line: &str) -> Self {
        let mut look = Self { last: line.chars().next_back().unwrap_or(' '), ..Self::default() };
        let body = line.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»', '“', ' ', '*']);
        look.stop = body.ends_with(['.', '!', '?', '…', '。']);
        let head = (ENOUGH..line.len()).find_map(|end| line.get(..end)).unwrap_or(line);
        let (mut start, mut sum, mut ascii) = (0, 0, true);
        for (i, byte) in head.bytes().chain([b' ']).enumerate() {
            if !byte.is_ascii_whitespace() {
                sum += FIELDS.get(usize::from(byte)).copied().unwrap_or(0);
                ascii &= byte.is_ascii();
                continue;
            }
            let word = head.get(start..i).unwrap_or_default();
            look.count(if ascii { Word::of_sum(word.as_bytes(), sum) } else { Word::of_chars(word) });
            (start, sum, ascii) = (i + 1, 0, true);
        }
        look
    }

    fn count(&mut self, word: Word) {
        if word.is_empty() {
            return;
        }
        let small = word.small;
        let letters = word.upper + word.lower;
        self.words += 1;
        self.capitals += usize::from(!small);
        self.shouted += usize::from(word.upper > 1 && word.lower == 0);
        self.small += usize::from(letters > 1 && word.lower > 0);
        self.long_small += usize::from(small && letters > 4);
    }

    /// "COOPERATION ON CLIMATE, ARMS"
    pub fn is_shouted(self) -> bool {
        self.shouted > 0 && self.small == 0
    }

    /// "Republicans’ Long, Uneasy History With Race": nothing but small words without a capital.
    pub fn is_title_case(self) -> bool {
        self.long_small == 0 && self.capitals * 2 > self.words
    }
}

/// The lines of `text`.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut gap) = (0, false);
    // Other signs for the end of a line are line feeds in the clean text.
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]);
    for end in ends {
        let span = Span::new(at, end).trimmed(text);
        at = end;
        if span.is_empty() {
            gap = true;
            continue;
        }
        lines.push(Line { span, gap, look: Look::default(), kind: None });
        gap = false;
    }
    join_wrapped(text, &mut lines);
    for line in &mut lines {
        line.look = Look::of(line.span.of(text));
    }
    lines
}

/// Joins the lines of a text that was cut at a fixed width: most breaks stand inside sentences there.
fn join_wrapped(text: &str, lines: &mut Vec<Line>) {
    let goes_on = |before: &Line, after: &Line| {
        !after.gap && before.span.len() >= WRAPPED && after.span.of(text).starts_with(|c: char| c.is_lowercase()) && !ends(text, before)
    };
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let tight = pairs().filter(|(_, after)| !after.gap).count();
    let cut = pairs().filter(|(before, after)| goes_on(before, after)).count();
    if cut == 0 {
        return;
    }
    let wrapped = cut * 3 > tight && cut > 2;
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        match joined.last_mut() {
            Some(before) if goes_on(before, &line) || wrapped && !line.gap && before.span.len() >= WRAPPED => {
                before.span = before.span.hull(line.span);
            }
            _ => joined.push(line),
        }
    }
    *lines = joined;
}

/// Does the line end where a sentence or a lead-in may end?
fn ends(text: &str, line: &Line) -> bool {
    line.span.of(text).ends_with(['.', '!', '?', ':', ';', '”', '"', '…', ')', '}', '{', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sorts_of_breaks_part_lines() {
        let gaps: Vec<_> = split("One.\n\nTwo.\nThree.\r\n \n\nFour.").iter().map(|line| line.gap).collect();
        assert_eq!(gaps, [false, true, false, true]);
    }

    #[test]
    fn a_hard_wrap_is_undone() {
        let text = "The council of Brill met on Friday to talk about the\nold bridge over the river, which has been closed since\nspring and may never open again, its mayor said.\n\nNobody came.";
        assert_eq!(split(text).len(), 2);
    }

    #[test]
    fn looks() {
        assert!(Look::of("‘A RIVER OF PROMISES’").is_shouted());
        assert!(Look::of("What the Mayor Wants From Brill").is_title_case());
        assert!(!Look::of("What the mayor wants").is_title_case());
        assert!(Look::of("“It held.”").stop && !Look::of("It held").stop);
    }
}
