//! What the rules look at: tokens with the mentions and quoted stretches that they belong to.

use crate::article::BlockKind;
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::mentions::Mention;
use crate::quotes::{Stretch, Stretches, Usage};
use crate::span::Span;
use std::ops::Range;

const NONE: u32 = u32::MAX;

/// One article, ready for the rules.
pub struct Context<'a> {
    /// Its text.
    pub text: &'a Text<'a>,
    /// Its structure.
    pub layout: &'a Layout,
    /// Its tokens.
    pub tokens: &'a Tokens,
    /// Who and what it mentions.
    pub mentions: &'a [Mention],
    /// What stands in quotation marks.
    pub stretches: &'a Stretches,
    /// For each token, the mention that it is in.
    mention_of: Vec<u32>,
    /// For each token, the outermost stretch that it is in, marks included.
    stretch_of: Vec<u32>,
    /// For each stretch, its tokens, marks included.
    pub ranges: Vec<Range<usize>>,
    /// For each stretch, the one that goes on from it in a later paragraph.
    next_of: Vec<u32>,
}

impl<'a> Context<'a> {
    /// Looks everything up once.
    pub fn new(text: &'a Text<'a>, layout: &'a Layout, tokens: &'a Tokens, mentions: &'a [Mention], stretches: &'a Stretches) -> Self {
        let mut mention_of = vec![NONE; tokens.len()];
        for (i, mention) in mentions.iter().enumerate() {
            fill(&mut mention_of, mention.tokens.clone(), i);
        }
        let ranges: Vec<Range<usize>> = stretches.items.iter().map(|stretch| tokens.within(hull(stretch))).collect();
        let mut stretch_of = vec![NONE; tokens.len()];
        for (i, (stretch, range)) in stretches.items.iter().zip(&ranges).enumerate() {
            if stretch.parent.is_none() {
                fill(&mut stretch_of, range.clone(), i);
            }
        }
        let mut next_of = vec![NONE; stretches.items.len()];
        for (i, stretch) in stretches.items.iter().enumerate() {
            if let Some(next) = stretch.continues.and_then(|before| next_of.get_mut(before)) {
                *next = i as u32;
            }
        }
        Self { text, layout, tokens, mentions, stretches, mention_of, stretch_of, ranges, next_of }
    }

    /// The mention at a token.
    pub fn mention_at(&self, token: usize) -> Option<usize> {
        self.mention_of.get(token).copied().filter(|i| *i != NONE).map(|i| i as usize)
    }

    /// The mention that begins at a token.
    pub fn mention_from(&self, token: usize) -> Option<usize> {
        self.mention_at(token).filter(|i| self.mention(*i).is_some_and(|mention| mention.tokens.start == token))
    }

    /// A mention.
    pub fn mention(&self, i: usize) -> Option<&Mention> {
        self.mentions.get(i)
    }

    /// The outermost stretch at a token.
    pub fn stretch_at(&self, token: usize) -> Option<usize> {
        self.stretch_of.get(token).copied().filter(|i| *i != NONE).map(|i| i as usize)
    }

    /// A stretch.
    pub fn stretch(&self, i: usize) -> Option<&Stretch> {
        self.stretches.items.get(i)
    }

    /// The outermost stretch at a token, if it is somebody's words rather than a title or nickname.
    pub fn speech_at(&self, token: usize) -> Option<usize> {
        self.stretch_at(token).filter(|i| self.stretch(*i).is_some_and(|stretch| matches!(stretch.usage, Usage::Speech | Usage::Phrase)))
    }

    /// The words of a stretch and of those that go on from it in later paragraphs, with their indices.
    pub fn chain(&self, stretch: usize) -> (Vec<Span>, Vec<usize>) {
        let (mut spans, mut indices) = (Vec::new(), Vec::new());
        let mut at = Some(stretch);
        while let Some(i) = at.filter(|_| indices.len() < LONGEST_CHAIN) {
            let Some(stretch) = self.stretch(i) else { break };
            spans.push(stretch.inner);
            indices.push(i);
            at = self.next_of.get(i).copied().filter(|next| *next != NONE).map(|next| next as usize);
        }
        (spans, indices)
    }

    /// The words of a stretch, of those that it goes on from, and of those that go on from it.
    pub fn chain_to(&self, stretch: usize) -> Vec<Span> {
        let mut first = stretch;
        for _ in 0..LONGEST_CHAIN {
            let Some(before) = self.stretch(first).and_then(|stretch| stretch.continues).filter(|before| *before < first) else { break };
            first = before;
        }
        self.chain(first).0
    }

    /// The tokens of a stretch, marks included.
    pub fn range(&self, stretch: usize) -> Range<usize> {
        self.ranges.get(stretch).cloned().unwrap_or(0..0)
    }

    /// The tokens of a sentence.
    pub fn sentence(&self, sentence: usize) -> Range<usize> {
        self.tokens.sentences.get(sentence).map_or(0..0, |(start, end)| *start..*end)
    }

    /// The kind of a sentence's block.
    pub fn block_kind(&self, sentence: usize) -> BlockKind {
        let block = self.layout.sentences.get(sentence).map_or(usize::MAX, |sentence| sentence.block);
        self.layout.blocks.get(block).map_or(BlockKind::Boilerplate, |block| block.kind)
    }
}

/// A quotation of more paragraphs is read in parts, so that a page of open marks takes no longer than its length.
const LONGEST_CHAIN: usize = 100;

fn fill(of: &mut [u32], range: Range<usize>, value: usize) {
    if let Some(part) = of.get_mut(range) {
        part.fill(value as u32);
    }
}

/// The stretch with its marks.
fn hull(stretch: &Stretch) -> Span {
    let open = stretch.open.unwrap_or(stretch.inner);
    let close = stretch.close.unwrap_or(stretch.inner);
    stretch.inner.hull(open).hull(close)
}
