//! Step 2, [`read`]: [`Text`] to [`Layout`]. Title, byline, dateline, paragraphs, captions, furniture, sentences.

use crate::article::{Block, BlockKind, Byline, Dateline};
use crate::input::{Fault, Text};
use crate::span::Span;

/// The structure of the page.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The headline, once.
    pub title: Option<Span>,
    /// Those who wrote it.
    pub bylines: Vec<Byline>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// The parts of the page, in order, without overlap, each at least one character.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in order, without overlap; the dateline belongs to none.
    pub sentences: Vec<Sentence>,
    /// Turns of a transcript ("NARRATOR: Taxes went up.").
    pub turns: Vec<Turn>,
    /// What was seen through.
    pub repairs: Vec<Fault>,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at its edges; a closing mark after its stop belongs to it.
    pub span: Span,
    /// Index into [`Layout::blocks`].
    pub block: usize,
}

/// A turn of a transcript, or of an interview in questions and answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// "NARRATOR"
    pub label: Span,
    /// What follows the colon, up to the end of the block.
    pub body: Span,
    /// Index into [`Layout::blocks`].
    pub block: usize,
}

/// Reads the structure of a text.
pub fn read(text: &Text) -> Layout {
    // Placeholder: every line a paragraph, every ". " the end of a sentence.
    let mut layout = Layout::default();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text.as_str());
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let block = layout.blocks.len();
        let kind = if block == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        if block == 0 {
            layout.title = Some(span);
        }
        layout.blocks.push(Block { kind, span });
        let mut start = span.start;
        for (i, _) in span.of(text.as_str()).match_indices(". ") {
            layout.sentences.push(Sentence { span: Span::new(start, span.start + i + 1), block });
            start = span.start + i + 2;
        }
        if start < span.end {
            layout.sentences.push(Sentence { span: Span::new(start, span.end).trimmed(text.as_str()), block });
        }
    }
    layout
}
