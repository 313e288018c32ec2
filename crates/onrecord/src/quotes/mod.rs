//! Step 5, [`find`]: quoted stretches. Marks are paired over the whole document, repaired, joined over paragraphs, nested, and told
//! apart: speech, scare words, titles of works, nicknames.

mod build;
mod excerpt;
mod fit;
mod page;
mod pair;
mod place;
mod settle;
mod style;
mod usage;

use crate::input::{Fault, Text};
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::span::Span;

/// All quoted stretches of a text.
#[derive(Clone, Debug, Default)]
pub struct Stretches {
    /// In order of their start; a nested one comes after its parent.
    pub items: Vec<Stretch>,
    /// What was seen through; [`Stretch::repairs`] are indices into it.
    pub repairs: Vec<Fault>,
}

/// One pair of marks (or one mark and what stands for the other) and what is between them. It never crosses the end of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The opening mark; `None` where it is missing.
    pub open: Option<Span>,
    /// The closing mark; `None` where it is missing, or where the next paragraph goes on.
    pub close: Option<Span>,
    /// What is between the marks, trimmed of white space.
    pub inner: Span,
    /// Index into the layout's blocks.
    pub block: usize,
    /// The stretch around it.
    pub parent: Option<usize>,
    /// The stretch of an earlier paragraph that did not close and goes on here.
    pub continues: Option<usize>,
    /// What it looks like from its own shape and the words around it.
    pub usage: Usage,
    /// Indices into [`Stretches::repairs`].
    pub repairs: Vec<usize>,
}

/// What a quoted stretch looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// A clause or sentence: somebody's words.
    Speech,
    /// A phrase inside the writer's sentence: somebody's words if a source is found, else a scare word.
    Phrase,
    /// The title of a work, of a plan, of an operation.
    Work,
    /// A nickname or alias: “Patches”.
    Nickname,
}

/// Finds the quoted stretches.
pub fn find(text: &Text, layout: &Layout, tokens: &Tokens) -> Stretches {
    let mut page = page::Page::new(text, layout, tokens);
    page.excerpts = excerpt::marks(&page);
    let mut builder = build::Builder::new(&page);
    let mut mark = 0;
    for (i, block) in layout.blocks.iter().enumerate() {
        let rest = text.marks.get(mark..).unwrap_or_default();
        let start = mark + rest.iter().take_while(|mark| mark.span.start < block.span.start).count();
        let rest = text.marks.get(start..).unwrap_or_default();
        mark = start + rest.iter().take_while(|mark| mark.span.start < block.span.end).count();
        builder.block(i, start..mark);
    }
    builder.finish()
}

#[cfg(test)]
mod tests;
