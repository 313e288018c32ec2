//! What the steps of this stage look at together.

use super::style::Style;
use crate::data::speech_tags;
use crate::input::{Mark, Side, Text};
use crate::layout::{Layout, Sentence};
use crate::lexer::{Kind, Tag, Tokens};
use crate::span::Span;

/// The text with what earlier stages made of it.
pub struct Page<'a> {
    pub text: &'a str,
    pub marks: &'a [Mark],
    pub layout: &'a Layout,
    pub tokens: &'a Tokens,
    pub style: Style,
    /// The marks, as indices in order, that stand around passages of other articles.
    pub excerpts: Vec<usize>,
}

/// How far a tag may reach: "the foreign ministry’s top envoy for the region said".
const TAG_REACH: usize = 8;
/// How far one may reach that begins with a name: "Rep. Ana Ruiz (D-Brill), who sits on the oversight panel, said".
const NAME_REACH: usize = 18;

impl<'a> Page<'a> {
    pub fn new(text: &'a Text, layout: &'a Layout, tokens: &'a Tokens) -> Self {
        let style = Style::of(text.as_str(), &text.marks);
        Self { text: text.as_str(), marks: &text.marks, layout, tokens, style, excerpts: Vec::new() }
    }

    /// The side that the shape of a mark means in this document.
    pub fn side(&self, mark: &Mark) -> Side {
        self.style.side(self.text, mark)
    }

    /// The character right before `at`.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|text| text.chars().next_back())
    }

    /// The character right after `at`.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|text| text.chars().next())
    }

    /// The last visible character before `at` on its line.
    pub fn visible_before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|text| text.trim_end_matches(' ').chars().next_back()).filter(|c| *c != '\n')
    }

    /// The first visible character after `at` on its line.
    pub fn visible_after(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|text| text.trim_start_matches(' ').chars().next()).filter(|c| *c != '\n')
    }

    /// The sentences of a block from the one that holds `at` backwards.
    pub fn sentences_back(&self, at: usize, block: usize) -> impl Iterator<Item = &'a Sentence> {
        let end = self.layout.sentences.partition_point(|sentence| sentence.span.start < at);
        self.layout.sentences.get(..end).unwrap_or_default().iter().rev().take_while(move |sentence| sentence.block == block)
    }

    /// Is token `i` the finite verb of a tag: said, asks?
    pub fn is_tag_verb(&self, i: usize) -> bool {
        let token = self.tokens.at(i);
        matches!(token.tag, Tag::Past | Tag::VerbS | Tag::Verb) && speech_tags::is_tag_lemma(token.lemma())
    }

    /// Does a tag follow at `at`: "said Ana Ruiz", "the minister said"?
    pub fn tag_after(&self, at: usize) -> bool {
        let first = self.tokens.after(at);
        let block = self.tokens.at(first).block;
        let stays = |i: &usize| {
            let token = self.tokens.at(*i);
            token.block == block && token.kind != Kind::Mark && !matches!(token.span.of(self.text), "." | "?" | "!" | ";" | ":")
        };
        let reach = if self.tokens.at(first).tag == Tag::Name { NAME_REACH } else { TAG_REACH };
        (first..first + reach).take_while(stays).any(|i| self.is_tag_verb(i))
    }

    /// Does what stands before `at` lead a quotation in: "Ruiz said,", "the report said: ", "told reporters that"?
    pub fn leads_in(&self, at: usize) -> bool {
        match self.visible_before(at) {
            Some(':') => true,
            Some(',') => self.tag_before(at, 5),
            // "said “…" and "said that “…"
            Some(c) if c.is_alphanumeric() => self.tag_before(at, 1 + usize::from(self.follows_that(at))),
            _ => false,
        }
    }

    /// Is one of the last `reach` words before `at` the verb of a tag?
    pub fn tag_before(&self, at: usize, reach: usize) -> bool {
        let end = self.tokens.items.partition_point(|token| token.span.end <= at);
        let block = self.tokens.at(end.wrapping_sub(1)).block;
        let words = (0..end).rev().take_while(|i| self.tokens.at(*i).block == block && self.tokens.at(*i).kind != Kind::Mark);
        words.take(2 * reach + 2).filter(|i| self.tokens.at(*i).kind == Kind::Word).take(reach).any(|i| self.is_tag_verb(i))
    }

    fn follows_that(&self, at: usize) -> bool {
        let end = self.tokens.items.partition_point(|token| token.span.end <= at);
        self.tokens.at(end.wrapping_sub(1)).lower() == "that"
    }

    /// Where a block stands.
    pub fn block_span(&self, block: usize) -> Span {
        self.layout.blocks.get(block).map_or(Span::at(0), |block| block.span)
    }
}
