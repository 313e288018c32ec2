//! Finds the quotation marks of the clean text, and tells single ones from apostrophes.

use super::singles::{Line, Single};
use super::{Level, Mark, Side, byte_table};
use crate::span::Span;

/// Every quotation mark, in order.
pub fn find(text: &str) -> Vec<Mark> {
    let mut finder =
        Finder { text, marks: Vec::new(), line: Line::default(), angle_open: false, in_attribute: false, balance: Balance::default() };
    let mut at = 0;
    while let Some(skip) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|b| MAY_MARK.get(usize::from(*b)) == Some(&true)))
    {
        at += skip;
        at += finder.look(at);
    }
    finder.end_line();
    finder.marks
}

/// The first bytes of marks and of what ends a line of them.
const fn may_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | b'\n' | 0xC2 | 0xE2 | 0xE3 | 0xEF)
}

static MAY_MARK: [bool; 256] = byte_table!(may_mark);

struct Finder<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    /// The single marks of the current line that may be apostrophes.
    line: Line,
    /// Was the last angle mark of this line an opening one?
    angle_open: bool,
    /// Did the last double mark of this line open the value of an attribute?
    in_attribute: bool,
    /// Double marks of this line that open less those that close; straight ones count as both in turn.
    balance: Balance,
}

/// Whether the double marks of a line come out even.
#[derive(Default)]
struct Balance {
    curly: i32,
    straight: u32,
}

impl Balance {
    fn count(&mut self, side: Side) {
        match side {
            Side::Open => self.curly += 1,
            Side::Close => self.curly -= 1,
            Side::Straight => self.straight += 1,
        }
    }

    fn is_even(&self) -> bool {
        self.curly == 0 && self.straight.is_multiple_of(2)
    }
}

/// The level and side that the shape of a mark shows.
fn shape(c: char) -> Option<(Level, Side)> {
    Some(match c {
        '"' | '\u{ff02}' => (Level::Double, Side::Straight),
        '“' | '„' | '‟' => (Level::Double, Side::Open),
        '”' => (Level::Double, Side::Close),
        '\'' => (Level::Single, Side::Straight),
        '‘' | '‚' | '‛' | '`' => (Level::Single, Side::Open),
        '’' | '´' => (Level::Single, Side::Close),
        '«' | '‹' => (Level::Angle, Side::Open),
        '»' | '›' => (Level::Angle, Side::Close),
        '「' | '『' => (Level::Corner, Side::Open),
        '」' | '』' => (Level::Corner, Side::Close),
        _ => return None,
    })
}

impl Finder<'_> {
    /// Looks at the character at `at` and says how long it is.
    fn look(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { return 1 };
        let span = Span::new(at, at + c.len_utf8());
        if c == '\n' {
            self.end_line();
            self.angle_open = false;
            self.in_attribute = false;
        } else if let Some((level, side)) = shape(c) {
            self.mark(span, level, side);
        }
        c.len_utf8()
    }

    fn mark(&mut self, span: Span, level: Level, side: Side) {
        let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = self.text.get(span.end..).and_then(|text| text.chars().next());
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let mark = Mark { span, level, side, space_before: space(before), space_after: space(after) };
        match level {
            Level::Single => {
                let Some(single) = Single::read(self.text, &mark, before, after) else { return };
                self.line.push(self.marks.len(), single);
            }
            // French sets a space inside « and »; a » alone between spaces is the arrow of a trail ("Home » World » Europe").
            Level::Angle => {
                let arrow = mark.space_before && mark.space_after && side == Side::Close && !self.angle_open;
                self.angle_open = side == Side::Open;
                if arrow {
                    return;
                }
            }
            Level::Double if side == Side::Straight && is_inches(self.text, span.start) => return,
            // The value of an attribute in left-over markup, `id="dam"`, is nobody's words.
            Level::Double if side == Side::Straight && (before == Some('=') || self.in_attribute) => {
                self.in_attribute = before == Some('=');
                return;
            }
            _ => {}
        }
        if level == Level::Double {
            self.balance.count(side);
        }
        self.marks.push(mark);
    }

    /// Takes out the single marks of the line that turned out to be apostrophes.
    fn end_line(&mut self) {
        let even = std::mem::take(&mut self.balance).is_even();
        let Some(first) = self.line.first() else { return };
        let apostrophes = self.line.apostrophes(even);
        if apostrophes.is_empty() {
            return;
        }
        let (mut index, mut next) = (first, 0);
        let tail = self.marks.split_off(first);
        self.marks.extend(tail.into_iter().filter(|_| {
            let drop = apostrophes.get(next) == Some(&index);
            next += usize::from(drop);
            index += 1;
            !drop
        }));
    }
}

/// The second sign of 6'2": a measure, not a mark.
fn is_inches(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = before.len() - rest.len();
    (1..=2).contains(&digits) && rest.trim_end_matches(' ').ends_with(['\'', '’']) && {
        let feet = rest.trim_end_matches(' ').trim_end_matches(['\'', '’']);
        feet.ends_with(|c: char| c.is_ascii_digit())
    }
}
