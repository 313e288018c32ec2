//! Whether a quotation that a block left open goes on in the next one.

use super::build::Builder;
use crate::lexer::Shape;
use crate::span::Span;

impl Builder<'_> {
    /// Decides about the quotation that an earlier block left open: it goes on in stretch `next`, or it lacks its closing mark.
    pub(super) fn settle(&mut self, next: Option<usize>) {
        let Some(carry) = self.carry.take() else { return };
        let ended = |next: usize| (self.is_tagged_before(carry) || self.is_phrase(carry)) && self.is_tagged_after(next);
        let goes_on = next.filter(|next| !ended(*next) && self.label(*next).is_none());
        if let Some(stretch) = goes_on.and_then(|next| self.out.items.get_mut(next)) {
            stretch.continues = Some(carry);
        } else {
            self.unclosed(carry, None);
            self.finish_stretch(carry);
        }
    }

    /// The end of the name that a turn of a quoted transcript begins with: "RUIZ: We will see.
    pub(super) fn label(&self, i: usize) -> Option<usize> {
        let stretch = self.out.items.get(i)?;
        let first = self.page.tokens.after(stretch.inner.start);
        let name = (first..first + 4).take_while(|i| self.page.tokens.at(*i).shape == Shape::Upper).count();
        let colon = self.page.tokens.at(first + name);
        (name > 0 && colon.block == stretch.block && colon.span.of(self.page.text) == ":").then_some(colon.span.end)
    }

    /// “We wait,” Ruiz said. “We have time. ⏎ “It is over,” Holt said: each has its own speaker.
    fn is_tagged_before(&self, i: usize) -> bool {
        self.out
            .items
            .get(i)
            .is_some_and(|stretch| stretch.continues.is_none() && self.page.tag_before(stretch.open.unwrap_or(stretch.inner).start, 10))
    }

    /// Spoke of “bitter months for the port. ⏎ “It is over,” Holt said: words in the middle of a sentence end with it.
    fn is_phrase(&self, i: usize) -> bool {
        let Some(open) = self.out.items.get(i).and_then(|stretch| stretch.open) else { return false };
        let word = self.page.visible_before(open.start).is_some_and(char::is_alphanumeric);
        let lower = self.page.after(open.end).is_some_and(char::is_lowercase);
        word && lower && !self.page.leads_in(open.start)
    }

    fn is_tagged_after(&self, i: usize) -> bool {
        // "“It is over.” ⏎ Holt also said …" is the next paragraph's.
        let own = |close: &Span, block: usize| !Span::new(close.end, self.page.block_span(block).end).of(self.page.text).trim().is_empty();
        let close = self.out.items.get(i).and_then(|stretch| stretch.close.filter(|close| own(close, stretch.block)));
        close.is_some_and(|close| self.page.tag_after(close.end))
    }

    /// The stretch that begins a block.
    pub(super) fn starts_block(&self, first: usize, block: usize) -> Option<usize> {
        let start = self.page.block_span(block).start;
        let stretch = self.out.items.get(first)?;
        (stretch.open.unwrap_or(stretch.inner).start == start).then_some(first)
    }
}
