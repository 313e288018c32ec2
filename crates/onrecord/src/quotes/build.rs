//! From what each mark does to stretches, block by block.

use super::fit::{self, Fit};
use super::page::Page;
use super::pair::{Action, Pairer, Stack};
use super::place::{Unclosed, Unopened};
use super::{Stretch, Stretches, Usage, usage};
use crate::article::{BlockKind, RepairKind};
use crate::input::{Fault, Mark, Side};
use crate::order;
use crate::span::Span;
use std::ops::Range;

/// An open quotation at the end of a block, where the next one goes on, where it closes without reopening, and where neither.
const GOES_ON: u32 = 4;
const CLOSES_LATER: u32 = 7;
const NEVER_CLOSES: u32 = 12;
/// So many quotations of a block may lie inside one whose opening mark is missing.
const LOOK_BACK: usize = 8;
/// So many marks of a block are read together.
const CHUNK: usize = 512;

/// Reads the blocks in order.
pub struct Builder<'a> {
    pub(super) page: &'a Page<'a>,
    pairer: Pairer,
    fits: Vec<Fit>,
    actions: Vec<Action>,
    pub(super) out: Stretches,
    /// The stretch that the block before left open.
    pub(super) carry: Option<usize>,
    /// The last mark that only doubles the one after it.
    spare: Option<Span>,
}

/// A quotation of the current block that has not closed yet: its index in the output.
type Open = usize;

impl<'a> Builder<'a> {
    pub fn new(page: &'a Page<'a>) -> Self {
        let out = Stretches::default();
        Self { page, pairer: Pairer::default(), fits: Vec::new(), actions: Vec::new(), out, carry: None, spare: None }
    }

    /// Reads a block, whose marks are `marks`.
    pub fn block(&mut self, block: usize, marks: Range<usize>) {
        let runs_on = is_running(self.page, block);
        if marks.is_empty() {
            if runs_on {
                self.without_marks(block);
            }
            return;
        }
        let carry = if runs_on { self.carry } else { self.carry.take() };
        let first = self.out.items.len();
        let open = self.read(block, marks, carry.is_some() && runs_on);
        let open: Vec<usize> = self.order(first, &open);
        open.iter().rev().take(open.len().saturating_sub(1)).for_each(|i| self.unclosed(*i, None));
        if runs_on {
            self.settle(self.starts_block(first, block));
            self.carry = open.first().copied();
        } else {
            open.first().into_iter().for_each(|i| self.unclosed(*i, None));
            self.carry = carry;
        }
        for i in first..self.out.items.len() {
            self.finish_stretch(i);
        }
    }

    /// A block without marks ends what the one before left open, unless it goes on in the middle of a sentence: some pages break their
    /// lines with blank ones.
    fn without_marks(&mut self, block: usize) {
        let span = self.page.block_span(block);
        let goes_on = span.of(self.page.text).starts_with(char::is_lowercase);
        let Some(carry) = self.carry.filter(|_| goes_on) else { return self.settle(None) };
        self.carry = Some(self.out.items.len());
        self.out.items.push(Stretch { continues: Some(carry), ..blank(span, block) });
        self.finish_stretch(self.out.items.len() - 1);
    }

    /// What was found, once all blocks are read.
    pub fn finish(mut self) -> Stretches {
        self.settle(None);
        self.out
    }

    /// Pairs the marks of a block, chunk by chunk, and gives the stretches that stay open, outermost first.
    fn read(&mut self, block: usize, marks: Range<usize>, carried: bool) -> Vec<Open> {
        let mut open = Vec::new();
        let mut stack = Stack::default();
        let mut at = marks.start;
        let first = self.out.items.len();
        while at < marks.end {
            let end = marks.end.min(at + CHUNK);
            let page = self.page;
            self.fits.clear();
            self.fits.extend((at..end).filter_map(|i| fit::read(page, i)));
            if carried && at == marks.start {
                self.fits.first_mut().into_iter().for_each(|fit| fit.unopened = 3);
            }
            let unclosed = if end == marks.end { self.end_cost(block) } else { 0 };
            let mut actions = std::mem::take(&mut self.actions);
            actions.clear();
            stack = self.pairer.run(&self.fits, stack, unclosed, &mut actions);
            for (i, action) in (at..end).zip(&actions) {
                self.act(i, *action, &mut open, block, carried, first);
            }
            self.actions = actions;
            at = end;
        }
        open
    }

    /// What a quotation that is open at the end of a block costs: little where the next paragraph opens with a mark.
    fn end_cost(&self, block: usize) -> u32 {
        if !is_running(self.page, block) {
            return NEVER_CLOSES;
        }
        let Some(next) = (block + 1..self.page.layout.blocks.len()).find(|i| is_running(self.page, *i)) else { return NEVER_CLOSES };
        let span = self.page.block_span(next);
        let i = self.page.marks.partition_point(|mark| mark.span.start < span.start);
        let Some((mark, fit)) = self.page.marks.get(i).filter(|mark| mark.span.start < span.end).zip(fit::read(self.page, i)) else {
            return NEVER_CLOSES;
        };
        match (mark.span.start == span.start, fit.open <= 6, fit.close < fit.open) {
            (true, true, _) => GOES_ON,
            (false, _, true) => CLOSES_LATER,
            _ => NEVER_CLOSES,
        }
    }

    fn act(&mut self, mark: usize, action: Action, open: &mut Vec<Open>, block: usize, carried: bool, first: usize) {
        let Some(mark) = self.page.marks.get(mark).copied() else { return };
        match action {
            Action::Open => self.open(&mark, open, block),
            Action::Close => self.close(&mark, open),
            Action::CloseOver => {
                open.pop().into_iter().for_each(|i| self.unclosed(i, Some(mark.span.start)));
                self.close(&mark, open);
            }
            Action::Reopen => {
                open.pop().into_iter().for_each(|i| self.unclosed(i, Some(mark.span.start)));
                self.open(&mark, open, block);
            }
            Action::CloseUnopened => self.close_unopened(&mark, block, carried, first),
            Action::Stray => {
                self.skip_bracket(&mark, open);
                self.stray(&mark);
            }
        }
    }

    fn open(&mut self, mark: &Mark, open: &mut Vec<Open>, block: usize) {
        open.push(self.out.items.len());
        let mut repairs = Vec::new();
        if self.page.side(mark) == Side::Close {
            repairs.push(self.report(RepairKind::TurnedMark, mark.span, "a closing mark that opens"));
        } else if mark.space_after && !mark.space_before {
            repairs.push(self.report(RepairKind::MisplacedSpace, mark.span, "the space belongs before the opening mark"));
        }
        let inner = Span::at(mark.span.end);
        let spare = self.spare.take().filter(|spare| spare.end == mark.span.start);
        let hull = spare.map_or(mark.span, |spare| spare.hull(mark.span));
        self.out.items.push(Stretch { open: Some(hull), repairs, ..blank(inner, block) });
    }

    fn close(&mut self, mark: &Mark, open: &mut Vec<Open>) {
        let Some(i) = open.pop() else { return };
        self.end(i, mark);
    }

    /// Closes stretch `i` with `mark`, and reports what is odd about the mark.
    fn end(&mut self, i: usize, mark: &Mark) {
        let side = self.page.side(mark);
        if side == Side::Open {
            self.report_on(i, RepairKind::TurnedMark, mark.span, "an opening mark that closes");
        } else if mark.space_before && !mark.space_after {
            self.report_on(i, RepairKind::MisplacedSpace, mark.span, "the space belongs after the closing mark");
        }
        let opened = self.out.items.get(i).and_then(|stretch| stretch.open).and_then(|span| self.mark_at(span));
        if opened.is_some_and(|open| open.level != mark.level || (open.side == Side::Straight) != (mark.side == Side::Straight)) {
            self.report_on(i, RepairKind::MixedMarks, mark.span, "the marks of the two sides differ");
        }
        if let Some(stretch) = self.out.items.get_mut(i) {
            stretch.close = Some(mark.span);
            stretch.inner.end = mark.span.start;
        }
    }

    fn mark_at(&self, span: Span) -> Option<Mark> {
        let i = self.page.marks.partition_point(|mark| mark.span.start < span.start);
        self.page.marks.get(i).copied()
    }

    fn close_unopened(&mut self, mark: &Mark, block: usize, carried: bool, first: usize) {
        let previous = self.before_unopened(mark, first);
        let unopened = Unopened { close: mark.span, block, previous, carried };
        let Some(start) = unopened.start(self.page) else { return self.stray(mark) };
        let i = self.out.items.len();
        self.out.items.push(blank(Span::at(start), block));
        if !(carried && previous.is_none()) {
            self.report_on(i, RepairKind::MissingOpen, Span::at(start), "the opening mark is missing; the quotation may begin here");
        }
        self.end(i, mark);
    }

    /// The last quotation of the block that one closed by `mark` cannot hold. In "We must “act now” today,” he said the phrase is part of it.
    fn before_unopened(&self, mark: &Mark, first: usize) -> Option<Span> {
        let items = self.out.items.get(first..).unwrap_or_default().iter().rev().take(LOOK_BACK);
        let whole = |stretch: &Stretch| Some(Span::new(stretch.open.unwrap_or(stretch.inner).start, stretch.close?.end));
        let same_level = |span: &Span| self.mark_at(*span).is_none_or(|other| other.level == mark.level);
        items.filter_map(whole).filter(same_level).find(|span| !self.is_inside_phrase(*span))
    }

    /// Does a quotation begin and end inside the sentence around it?
    fn is_inside_phrase(&self, span: Span) -> bool {
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside = word(self.page.visible_before(span.start)) && word(self.page.visible_after(span.end));
        inside && !self.page.leads_in(span.start) && !self.page.tag_after(span.end)
    }

    fn stray(&mut self, mark: &Mark) {
        let i = self.page.marks.partition_point(|other| other.span.start < mark.span.start);
        let doubled = fit::is_doubled(self.page, i, mark);
        if doubled {
            self.double(mark.span);
            self.report(RepairKind::DoubledMark, mark.span, "the same mark twice; read once");
        } else {
            self.report(RepairKind::StrayMark, mark.span, "a mark without a partner; passed over");
        }
    }

    /// ““We go,”” she said: both marks of a side belong to the quotation.
    fn double(&mut self, mark: Span) {
        self.spare = Some(mark);
        let touches = |stretch: &&mut Stretch| stretch.close.is_some_and(|close| close.end == mark.start);
        if let Some(stretch) = self.out.items.iter_mut().rev().take(LOOK_BACK).find(touches) {
            stretch.close = stretch.close.map(|close| close.hull(mark));
        }
    }

    /// “[N]”Nobody opens it: the editor's letter stands for the one that follows, and is no word of the quotation.
    fn skip_bracket(&mut self, mark: &Mark, open: &[Open]) {
        let Some(stretch) = open.last().and_then(|i| self.out.items.get_mut(*i)) else { return };
        let bracket = Span::new(stretch.inner.start, mark.span.start).of(self.page.text);
        let letter = bracket.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|letter| letter.chars().count() == 1);
        if letter.is_some_and(|letter| self.page.text.get(mark.span.end..).is_some_and(|rest| rest.starts_with(letter))) {
            stretch.inner = Span::at(mark.span.end);
        }
    }

    /// Ends stretch `i` where its closing mark would have stood, before `limit` or the end of its block.
    pub(super) fn unclosed(&mut self, i: usize, limit: Option<usize>) {
        let Some(stretch) = self.out.items.get(i).filter(|stretch| stretch.close.is_none()) else { return };
        let (open, block) = (stretch.open.unwrap_or(Span::at(stretch.inner.start)), stretch.block);
        let inside = self.out.items.get(i + 1..).unwrap_or_default().iter().take_while(|other| other.block == block);
        let floor = inside.map(|other| other.close.unwrap_or(other.inner).end).max().unwrap_or(open.end);
        let limit = limit.unwrap_or_else(|| self.page.block_span(block).end);
        let end = Unclosed { open, floor, limit }.end(self.page);
        if let Some(stretch) = self.out.items.get_mut(i) {
            stretch.inner.end = end;
        }
        let end = Span::new(open.end, end).trimmed(self.page.text).end;
        self.report_on(i, RepairKind::MissingClose, Span::at(end), "the closing mark is missing; the quotation may end here");
    }

    /// Puts the stretches of a block from `first` on into order, finds their parents, and gives the new places of those in `open`.
    fn order(&mut self, first: usize, open: &[Open]) -> Vec<Open> {
        let items = self.out.items.split_off(first.min(self.out.items.len()));
        let mut ranked: Vec<(usize, Stretch)> = items.into_iter().enumerate().map(|(i, stretch)| (first + i, stretch)).collect();
        let is_open = |i: usize| open.contains(&i);
        let key = |(i, stretch): &(usize, Stretch)| {
            let end = if is_open(*i) { usize::MAX } else { stretch.close.map_or(stretch.inner.end, |close| close.end) };
            (stretch.open.unwrap_or(stretch.inner).start, std::cmp::Reverse(end))
        };
        order::by_key(&mut ranked, key);
        let mut around: Vec<(usize, usize)> = Vec::new();
        let mut moved = Vec::new();
        for (old, mut stretch) in ranked {
            if stretch.close.is_some() && stretch.inner.of(self.page.text).trim().is_empty() {
                continue;
            }
            let start = stretch.open.unwrap_or(stretch.inner).start;
            while around.last().is_some_and(|(_, end)| *end <= start) {
                around.pop();
            }
            let new = self.out.items.len();
            stretch.parent = around.last().map(|(i, _)| *i);
            let end = if is_open(old) { usize::MAX } else { stretch.close.map_or(stretch.inner.end, |close| close.end) };
            around.push((new, end));
            if is_open(old) {
                moved.push(new);
            }
            self.out.items.push(stretch);
        }
        moved
    }

    /// Trims the words of a stretch and says what they look like.
    pub(super) fn finish_stretch(&mut self, i: usize) {
        let label = self.label(i);
        let page = self.page;
        let Some(stretch) = self.out.items.get_mut(i) else { return };
        let runs_on = stretch.inner.is_empty() && stretch.close.is_none();
        let end = if runs_on { page.block_span(stretch.block).end } else { stretch.inner.end };
        stretch.inner = Span::new(label.unwrap_or(stretch.inner.start), end).trimmed(page.text);
        stretch.usage = usage::of(page, stretch);
    }

    fn report(&mut self, kind: RepairKind, span: Span, note: &str) -> usize {
        self.out.repairs.push(Fault { kind, span, note: note.to_owned() });
        self.out.repairs.len() - 1
    }

    fn report_on(&mut self, i: usize, kind: RepairKind, span: Span, note: &str) {
        let repair = self.report(kind, span, note);
        if let Some(stretch) = self.out.items.get_mut(i) {
            stretch.repairs.push(repair);
        }
    }
}

fn blank(inner: Span, block: usize) -> Stretch {
    Stretch { open: None, close: None, inner, block, parent: None, continues: None, usage: Usage::Phrase, repairs: Vec::new() }
}

/// Can a quotation run on through this block? Captions, headings and furniture between its paragraphs are passed over, and so is a
/// short line without a stop that nothing told as furniture ("Advertisement").
pub(super) fn is_running(page: &Page, block: usize) -> bool {
    let Some(block) = page.layout.blocks.get(block) else { return false };
    let text = block.span.of(page.text);
    let marked = page.marks.get(page.marks.partition_point(|mark| mark.span.start < block.span.start));
    let words = !text.starts_with(char::is_lowercase) && marked.is_none_or(|mark| mark.span.start >= block.span.end);
    let short = words && block.span.len() < 60 && text.ends_with(char::is_alphanumeric);
    matches!(block.kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Deck) && !short
}
