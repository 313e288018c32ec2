//! [`Page`]: lines of text in colours, broken at a width.

use unicode_width::UnicodeWidthStr;

/// What a piece of text is, and so how it is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// As it is.
    #[default]
    Plain,
    /// Headlines and the heads of lists.
    Head,
    /// Who speaks.
    Name,
    /// Words given as they were said.
    Direct,
    /// Words reported.
    Indirect,
    /// What is said about the words.
    Detail,
    /// What was damaged.
    Repair,
}

impl Ink {
    /// The escape sequence that begins it; empty for what is printed plainly.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain | Self::Direct => "",
            Self::Head => "\u{1b}[1m",
            Self::Name => "\u{1b}[1m\u{1b}[36m",
            Self::Indirect => "\u{1b}[3m",
            Self::Detail => "\u{1b}[2m",
            Self::Repair => "\u{1b}[33m",
        }
    }
}

/// The escape sequence that ends a colour.
const END: &str = "\u{1b}[0m";

/// Text under construction.
#[derive(Debug)]
pub struct Page {
    text: String,
    width: usize,
    colour: bool,
}

impl Page {
    /// An empty page; without a width, lines are not broken; without colour, all ink is plain.
    pub fn new(width: Option<usize>, colour: bool) -> Self {
        Self { text: String::new(), width: width.unwrap_or(usize::MAX), colour }
    }

    /// A paragraph: its first line is indented by `first` columns, the others by `rest`.
    pub fn paragraph(&mut self, first: usize, rest: usize, pieces: &[(Ink, &str)]) {
        let words = pieces.iter().flat_map(|(ink, text)| words(text).map(move |word| (*ink, word)));
        self.indent(first);
        let (mut column, mut last, mut fresh) = (first, Ink::Plain, true);
        for (ink, word) in words {
            let word = visible(word);
            let wide = word.width();
            if !fresh && column + 1 + wide > self.width {
                self.turn(last, Ink::Plain);
                self.text.push('\n');
                self.indent(rest);
                (column, last, fresh) = (rest, Ink::Plain, true);
            }
            if !fresh {
                self.text.push(' ');
                column += 1;
            }
            self.turn(last, ink);
            self.text.push_str(&word);
            (column, last, fresh) = (column + wide, ink, false);
        }
        self.turn(last, Ink::Plain);
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

    /// Ends one ink and begins another.
    fn turn(&mut self, from: Ink, to: Ink) {
        if self.colour && from.code() != to.code() {
            self.text.push_str(if from.code().is_empty() { "" } else { END });
            self.text.push_str(to.code());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: Option<usize>, pieces: &[(Ink, &str)]) -> String {
        let mut page = Page::new(width, true);
        page.paragraph(1, 3, pieces);
        page.finish()
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(page(Some(12), &[(Ink::Plain, "“We will talk,\nshe  said")]), " “We will\n   talk, she\n   said\n");
        assert_eq!(page(None, &[(Ink::Plain, "one two three four")]), " one two three four\n");
        assert_eq!(page(Some(12), &[(Ink::Plain, "incomprehensibilities all")]), " incomprehensibilities\n   all\n");
    }

    #[test]
    fn wide_characters_count_twice() {
        assert_eq!(page(Some(9), &[(Ink::Plain, "日本語 日本")]), " 日本語\n   日本\n");
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let bold = Ink::Head;
        assert_eq!(page(Some(9), &[(bold, "aaa bbb"), (Ink::Plain, "c")]), " \u{1b}[1maaa bbb\u{1b}[0m\n   c\n");
        assert_eq!(page(Some(6), &[(bold, "aaa bbb")]), " \u{1b}[1maaa\u{1b}[0m\n   \u{1b}[1mbbb\u{1b}[0m\n");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(page(Some(6), &[(Ink::Plain, "a 93\u{a0}% b")]), " a\n   93 %\n   b\n");
        assert_eq!(page(None, &[(Ink::Plain, "a\u{1b}[2Jb")]), " a\u{fffd}[2Jb\n");
    }
}
