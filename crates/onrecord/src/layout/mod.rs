//! Step 2, [`read`]: [`Text`] to [`Layout`]. Title, byline, dateline, paragraphs, captions, furniture, sentences.

mod byline;
mod caption;
mod credit;
mod dateline;
mod exported;
mod lines;
mod names;
mod openings;
mod page;
mod published;
mod sentences;
mod shapes;
mod stops;
#[cfg(test)]
mod tests;
mod title;
mod transcript;

use crate::article::{Block, BlockKind, Byline, Dateline, RepairKind};
use crate::input::{Fault, Text};
use crate::order;
use crate::span::Span;
use lines::Line;
use page::Page;

/// The structure of the page.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The headline, once.
    pub title: Option<Span>,
    /// Those who wrote it.
    pub bylines: Vec<Byline>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// The day of publication, as an ISO date.
    pub published: Option<String>,
    /// The parts of the page, in order, without overlap, each at least one character.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in order, without overlap; the dateline belongs to none.
    pub sentences: Vec<Sentence>,
    /// Turns of a transcript ("NARRATOR: Taxes went up.").
    pub turns: Vec<Turn>,
    /// Posts of social media that are signed: the label is "Jo Doe (@jodoe)", the body what stands before it.
    pub posts: Vec<Turn>,
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
    let mut layout = Layout::default();
    let page = Page::read(text.as_str(), &mut layout);
    let block = |line: &Line| Block { kind: line.kind.unwrap_or(BlockKind::Paragraph), span: line.span };
    layout.blocks = page.lines.iter().map(block).collect();
    order::by_key(&mut layout.bylines, |byline| byline.span.start);
    layout.turns = page.turns;
    layout.posts = page.posts;
    cut_sentences(text.as_str(), &mut layout);
    layout
}

/// Cuts the running text of every block into sentences.
fn cut_sentences(text: &str, layout: &mut Layout) {
    let mut split = sentences::Split::default();
    for (block, Block { kind, span }) in layout.blocks.iter().enumerate() {
        if !is_running(*kind) {
            continue;
        }
        let dateline = layout.dateline.as_ref().map_or(Span::at(0), |line| line.span);
        let start = if span.covers(dateline) && !dateline.is_empty() { dateline.end } else { span.start };
        sentences::split(text, Span::new(start, span.end), &mut split);
        layout.sentences.extend(split.sentences.drain(..).map(|span| Sentence { span, block }));
    }
    let glue =
        |at| Fault { kind: RepairKind::GluedSentences, span: Span::at(at), note: "two sentences without a space between them".to_owned() };
    layout.repairs.extend(split.glued.into_iter().map(glue));
}

/// Does a block of this kind hold words of the story?
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Deck, Heading, List, Paragraph, Title};
    matches!(kind, Title | Deck | Paragraph | Heading | Caption | List)
}
