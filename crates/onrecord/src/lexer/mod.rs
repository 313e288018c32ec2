//! Step 3, [`split`]: [`Text`] and [`Layout`] to [`Tokens`], each with its place, shape and part of speech.

mod neighbours;
mod reporting;
mod scan;
mod tag;

pub use crate::data::words::Tag;

use crate::data::words::WordId;
use crate::input::Text;
use crate::layout::Layout;
use crate::span::Span;

/// The tokens of a text: every visible character of every sentence is in exactly one.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In order.
    pub items: Vec<Token>,
    /// For each sentence of the layout, its tokens `[start, end)`.
    pub sentences: Vec<(usize, usize)>,
}

/// A word, number, punctuation mark or the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// Its capitals.
    pub shape: Shape,
    /// Its part of speech in this place.
    pub tag: Tag,
    /// Its entry in the word list.
    pub word: Option<WordId>,
    /// Index into the layout's sentences.
    pub sentence: usize,
    /// Index into the layout's blocks.
    pub block: usize,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens and apostrophes, initials ("J.", "U.S."), abbreviations ("Mr.").
    Word,
    /// "14,000", "3.5", "2021"; a unit or suffix stays with it ("20th", "5-year").
    Number,
    /// A quotation mark.
    Mark,
    /// Any other punctuation; a dash, an ellipsis and "--" are one each.
    Punctuation,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// "@name" or "#tag".
    Handle,
    /// Anything else: emoji, currency signs.
    Symbol,
}

/// The capitals of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "talks", or no letter at all
    Lower,
    /// "Talks"
    Capital,
    /// "TALKS"
    Upper,
    /// "iPhone", "McDonald" is a Capital
    Mixed,
}

/// What stands before the first and after the last token.
static EDGE: Token = Token {
    span: Span::at(0),
    kind: Kind::Symbol,
    shape: Shape::Lower,
    tag: Tag::Punctuation,
    word: None,
    sentence: usize::MAX,
    block: usize::MAX,
};

impl Token {
    /// The word in lower case as the word list has it; empty for what the list lacks.
    pub fn lower(&self) -> &'static str {
        self.word.map_or("", |word| word.get().text)
    }

    /// The dictionary form of a word that can be a verb; empty otherwise.
    pub fn lemma(&self) -> &'static str {
        self.word.map_or("", |word| word.get().lemma)
    }

    /// Does it begin with a capital?
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

impl Tokens {
    /// The token at `i`; beyond the ends, one that matches nothing.
    pub fn at(&self, i: usize) -> &Token {
        self.items.get(i).unwrap_or(&EDGE)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The first token that ends after byte `at`.
    pub fn after(&self, at: usize) -> usize {
        self.items.partition_point(|token| token.span.end <= at)
    }

    /// The tokens that lie in `span`, as a range of indices.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.items.partition_point(|token| token.span.start < span.start);
        let end = self.items.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The bytes from token `start` up to token `end`, exclusive.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        if range.is_empty() {
            return Span::at(self.at(range.start).span.start);
        }
        Span::new(self.at(range.start).span.start, self.at(range.end - 1).span.end)
    }
}

/// Splits the sentences of a text into tokens.
pub fn split(text: &Text, layout: &Layout) -> Tokens {
    // News has a token for each five to six bytes.
    let mut tokens = Tokens { items: Vec::with_capacity(text.clean.len() / 5), sentences: Vec::with_capacity(layout.sentences.len()) };
    for (index, sentence) in layout.sentences.iter().enumerate() {
        let start = tokens.items.len();
        scan::sentence(text, sentence, index, &mut tokens.items);
        tag::sentence(text, tokens.items.get_mut(start..).unwrap_or_default());
        tokens.sentences.push((start, tokens.items.len()));
    }
    tokens
}
