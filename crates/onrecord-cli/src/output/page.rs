//! [`Page`]: lines of text in colours, broken at a width.

use anstyle::{AnsiColor, Effects, Style};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The styles; all plain where colour is not wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    /// Headlines and the heads of lists.
    pub head: Style,
    /// Who speaks.
    pub name: Style,
    /// Words given as they were said.
    pub direct: Style,
    /// Words reported.
    pub indirect: Style,
    /// What is said about the words.
    pub detail: Style,
    /// What was damaged.
    pub repair: Style,
    /// As it is.
    pub plain: Style,
}

impl Paint {
    /// With colours, or without.
    pub fn new(colour: bool) -> Self {
        if !colour {
            return Self::default();
        }
        Self {
            head: Style::new().bold(),
            name: AnsiColor::Cyan.on_default().bold(),
            direct: Style::new(),
            indirect: Style::new().effects(Effects::ITALIC),
            detail: Style::new().effects(Effects::DIMMED),
            repair: AnsiColor::Yellow.on_default(),
            plain: Style::new(),
        }
    }
}

/// Text under construction.
#[derive(Debug)]
pub struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// An empty page; without a width, lines are not broken.
    pub fn new(width: Option<usize>) -> Self {
        Self { text: String::new(), width: width.unwrap_or(usize::MAX) }
    }

    /// A paragraph: its first line is indented by `first` columns, the others by `rest`.
    pub fn paragraph(&mut self, first: usize, rest: usize, pieces: &[(Style, &str)]) {
        let words = pieces.iter().flat_map(|(style, text)| words(text).map(move |word| (*style, word)));
        self.indent(first);
        let (mut column, mut last, mut fresh) = (first, Style::new(), true);
        for (style, word) in words {
            let word = visible(word);
            let wide = word.width();
            if !fresh && column + 1 + wide > self.width {
                self.turn(last, Style::new());
                self.text.push('\n');
                self.indent(rest);
                (column, last, fresh) = (rest, Style::new(), true);
            }
            if !fresh {
                self.text.push(' ');
                column += 1;
            }
            self.turn(last, style);
            self.text.push_str(&word);
            (column, last, fresh) = (column + wide, style, false);
        }
        self.turn(last, Style::new());
        self.text.push('\n');
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self, columns: usize) {
        self.text.extend(std::iter::repeat_n(' ', columns));
    }

    /// Ends one style and begins another.
    fn turn(&mut self, from: Style, to: Style) {
        if from != to {
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{from:#}{to}");
        }
    }
}

/// What may be parted by the end of a line; a no-break space keeps "93 %" together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty())
}

/// A word as it is printed: without control characters, as what an article brings must not steer the terminal, and with spaces that
/// `grep` finds.
fn visible(word: &str) -> std::borrow::Cow<'_, str> {
    let plain = |c: char| match c {
        '\u{a0}' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    if word.chars().any(|c| plain(c) != c) { word.chars().map(plain).collect() } else { word.into() }
}

/// A share for people: "93 %".
pub fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: Option<usize>, pieces: &[(Style, &str)]) -> String {
        let mut page = Page::new(width);
        page.paragraph(1, 3, pieces);
        page.finish()
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(page(Some(12), &[(Style::new(), "“We will talk,\nshe  said")]), " “We will\n   talk, she\n   said\n");
        assert_eq!(page(None, &[(Style::new(), "one two three four")]), " one two three four\n");
        assert_eq!(page(Some(12), &[(Style::new(), "incomprehensibilities all")]), " incomprehensibilities\n   all\n");
    }

    #[test]
    fn wide_characters_count_twice() {
        assert_eq!(page(Some(9), &[(Style::new(), "日本語 日本")]), " 日本語\n   日本\n");
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let bold = Style::new().bold();
        assert_eq!(page(Some(9), &[(bold, "aaa bbb"), (Style::new(), "c")]), " \u{1b}[1maaa bbb\u{1b}[0m\n   c\n");
        assert_eq!(page(Some(6), &[(bold, "aaa bbb")]), " \u{1b}[1maaa\u{1b}[0m\n   \u{1b}[1mbbb\u{1b}[0m\n");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(page(Some(6), &[(Style::new(), "a 93\u{a0}% b")]), " a\n   93 %\n   b\n");
        assert_eq!(page(None, &[(Style::new(), "a\u{1b}[2Jb")]), " a\u{fffd}[2Jb\n");
    }
}
