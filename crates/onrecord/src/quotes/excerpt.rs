//! Marks around passages of another article, which has quotations of its own.
//!
//! Some pages set such a passage in straight marks, one before each of its paragraphs, but not where a paragraph begins with a mark of
//! its own: “It is late,” she said. Read as one quotation that runs on, it would give all of its words to her.

use super::build::is_running;
use super::page::Page;
use crate::input::{Level, Mark, Side};
use std::ops::Range;

/// So many paragraphs must open with a straight mark of their own; one alone may have lost its partner.
const ENOUGH: usize = 2;

/// The marks, as indices in order, that stand around passages of other articles.
pub fn marks(page: &Page) -> Vec<usize> {
    let mut found = Vec::new();
    let mut passage = Passage::default();
    let mut mark = 0;
    for block in (0..page.layout.blocks.len()).filter(|block| is_running(page, *block)) {
        let span = page.block_span(block);
        let next = |from: usize, limit: usize| from + page.marks.iter().skip(from).take_while(|mark| mark.span.start < limit).count();
        let first = next(mark, span.start);
        mark = next(first, span.end);
        if !passage.goes_on(page, span.start, first..mark) {
            passage.end(&mut found);
        }
    }
    passage.end(&mut found);
    found
}

/// Paragraphs in a row that may come from another article.
#[derive(Default)]
struct Passage {
    marks: Vec<usize>,
    /// Whether one of its paragraphs begins with a quotation and the tag of it.
    quotes: bool,
}

impl Passage {
    /// Takes a block, which begins at `start`, in, unless the passage ended before it.
    fn goes_on(&mut self, page: &Page, start: usize, marks: Range<usize>) -> bool {
        let Some(first) = page.marks.get(marks.start).filter(|mark| mark.span.start == start && mark.level == Level::Double) else {
            return false;
        };
        let straight = |i: &usize| page.marks.get(*i).is_some_and(is_straight);
        if is_straight(first) {
            let alone = marks.clone().filter(straight).count() == 1;
            self.marks.extend(alone.then_some(marks.start));
            return alone;
        }
        if self.marks.is_empty() {
            return false;
        }
        let close = page.marks.get(marks.clone()).unwrap_or_default().iter().find(|mark| page.side(mark) == Side::Close);
        self.quotes |= close.is_some_and(|close| page.tag_after(close.span.end));
        // A straight mark in such a paragraph ends the passage.
        let end = marks.clone().find(straight);
        self.marks.extend(end);
        end.is_none()
    }

    /// Keeps what turned out to be a passage of another article.
    fn end(&mut self, found: &mut Vec<usize>) {
        let passage = std::mem::take(self);
        if passage.quotes && passage.marks.len() >= ENOUGH {
            found.extend(passage.marks);
        }
    }
}

fn is_straight(mark: &Mark) -> bool {
    mark.level == Level::Double && mark.side == Side::Straight
}
