//! Tells what each line of a page is.

use super::lines::{self, Line, Look};
use super::{Layout, Turn, byline, caption, credit, dateline, exported, names, published, shapes, title, transcript};
use crate::article::{BlockKind, Byline, RepairKind};
use crate::data::furniture::{self, Sort};
use crate::input::Fault;
use crate::span::Span;
use std::ops::Range;

/// Lines longer than this are not looked up as furniture.
const LONGEST_FURNITURE: usize = 400;

/// Bylines stand among so many lines at the top.
const TOP: usize = 12;

/// A page whose lines get their kinds one after the other.
pub(super) struct Page<'t> {
    text: &'t str,
    pub lines: Vec<Line>,
    /// Turns of a transcript; `block` is the index of the line.
    pub turns: Vec<Turn>,
    /// Signed posts.
    pub posts: Vec<Turn>,
}

impl<'t> Page<'t> {
    /// Reads the lines of `text` and what each is; names, title and dateline go into `layout`.
    pub fn read(text: &'t str, layout: &mut Layout) -> Self {
        let lines = exported::cut(text, lines::split(text));
        let mut page = Self { turns: transcript::turns(text, &lines), posts: transcript::posts(text, &lines), text, lines };
        layout.title = page.lines.iter().find(|line| line.kind == Some(BlockKind::Title)).map(|line| line.span);
        page.mark_furniture();
        page.mark_credits(layout);
        page.mark_bylines(layout);
        page.mark_title(layout);
        page.mark_deck(layout);
        page.find_dateline(layout);
        page.mark_lists();
        page.mark_headings();
        page.mark_tail();
        layout.published = published::read(text, &page.lines);
        page
    }

    fn words(&self, i: usize) -> &'t str {
        self.lines.get(i).map_or("", |line| line.span.of(self.text))
    }

    fn kind(&self, i: usize) -> Option<BlockKind> {
        self.lines.get(i).and_then(|line| line.kind)
    }

    fn look(&self, i: usize) -> Look {
        self.lines.get(i).map(|line| line.look).unwrap_or_default()
    }

    fn mark(&mut self, i: usize, kind: BlockKind) {
        if let Some(line) = self.lines.get_mut(i) {
            line.kind = Some(kind);
        }
    }

    fn is_turn(&self, i: usize) -> bool {
        self.turns.binary_search_by_key(&i, |turn| turn.block).is_ok()
    }

    /// The lines that nothing is known of yet.
    fn open(&self, range: Range<usize>) -> impl Iterator<Item = usize> + use<'_, 't> {
        range.filter(|i| self.lines.get(*i).is_some_and(|line| line.kind.is_none()))
    }

    fn all(&self) -> Range<usize> {
        0..self.lines.len()
    }

    /// Buttons, links, notices, rules, bare addresses.
    fn mark_furniture(&mut self) {
        for i in self.all() {
            let words = self.words(i);
            if words.len() > LONGEST_FURNITURE || self.is_turn(i) || self.kind(i).is_some() {
                continue;
            }
            let headline = i == 0 && words.contains(": ") && self.look(i).words > 5;
            if let Some(sort) = furniture::sort(words).filter(|sort| !headline && (*sort == Sort::Furniture || shapes::is_copyright(words)))
            {
                self.mark(i, if sort == Sort::Copyright { BlockKind::Copyright } else { BlockKind::Boilerplate });
            } else if shapes::is_furniture(words, self.look(i)) || transcript::is_note(words) {
                self.mark(i, BlockKind::Boilerplate);
            }
        }
    }

    /// "Holm reported from Brill.", "REUTERS/Ada Holm"
    fn mark_credits(&mut self, layout: &mut Layout) {
        for i in self.all() {
            let words = self.words(i);
            if self.kind(i).is_some() || self.is_turn(i) {
                continue;
            }
            if let Some(people) = credit::read(words) {
                self.mark(i, BlockKind::Credit);
                self.add_people(i, &people, layout);
            } else if caption::is_caption(words, self.look(i)) && (i > 0 || words.contains('.')) {
                self.mark(i, BlockKind::Caption);
            }
        }
    }

    fn mark_bylines(&mut self, layout: &mut Layout) {
        let mut paragraphs = 0;
        for i in 0..TOP.min(self.lines.len()) {
            if self.kind(i).is_some() || self.is_turn(i) {
                continue;
            }
            let words = self.words(i);
            let first = self.open(self.all()).next() == Some(i);
            if let Some(people) = byline::read(words).filter(|_| !first || byline::opens(words)) {
                self.mark(i, BlockKind::Byline);
                self.add_people(i, &people, layout);
            } else if words.eq_ignore_ascii_case("by") && names::list(self.words(i + 1)).is_ok_and(|(rest, _)| rest.is_empty()) {
                self.mark(i, BlockKind::Byline);
                self.mark(i + 1, BlockKind::Byline);
                let people = names::list(self.words(i + 1)).map(|(_, list)| list).unwrap_or_default();
                let people: Vec<_> = people.into_iter().map(|name| byline::Person { name, role: None }).collect();
                self.add_people(i + 1, &people, layout);
            }
            paragraphs += usize::from(self.look(i).stop && self.look(i).words > 20);
            if paragraphs > 2 {
                break;
            }
        }
    }

    fn add_people(&self, i: usize, people: &[byline::Person], layout: &mut Layout) {
        let Some(line) = self.lines.get(i) else { return };
        for person in people {
            let Some(at) = byline::place(line.span.of(self.text), person.name) else { continue };
            let start = line.span.start + at;
            let span = Span::new(start, start + person.name.len());
            layout.bylines.push(Byline { name: names::usual_capitals(person.name), role: person.role.clone(), span });
        }
    }

    /// The headline: the first line, unless the story starts with it; and the lines that repeat it.
    fn mark_title(&mut self, layout: &mut Layout) {
        if layout.title.is_none() {
            let Some(first) = self.open(self.all()).next() else { return };
            let is_page = |line: &Line| matches!(line.kind, Some(BlockKind::Boilerplate | BlockKind::Copyright));
            let follows = self.lines.iter().skip(first + 1).any(|line| !is_page(line));
            let signed = (0..first).any(|i| self.kind(i) == Some(BlockKind::Byline));
            let Some(line) = self.lines.get(first).filter(|line| title::is_title(self.text, line)) else { return };
            if !follows || signed || self.is_turn(first) {
                return;
            }
            layout.title = Some(line.span);
            self.mark(first, BlockKind::Title);
        }
        self.mark_repetitions(layout);
    }

    fn mark_repetitions(&mut self, layout: &mut Layout) {
        let Some(span) = layout.title else { return };
        let printed = span.of(self.text);
        for i in self.all() {
            let Some(line) = self.lines.get(i).filter(|line| line.span.start > span.start) else { continue };
            let words = line.span.of(self.text);
            let repeats = line.kind.is_none() && title::same(words, printed);
            if repeats {
                let note = "the headline is printed again".to_owned();
                layout.repairs.push(Fault { kind: RepairKind::RepeatedTitle, span: line.span, note });
                self.mark(i, BlockKind::Title);
            } else if words.len() > printed.len() && words.strip_suffix(printed).is_some_and(|lead| furniture::sort(lead).is_some()) {
                self.mark(i, BlockKind::Boilerplate);
            }
        }
    }

    /// The line under the headline: one without a full stop, or one that is printed right below it or above the byline.
    fn mark_deck(&mut self, layout: &Layout) {
        let Some(title) = layout.title else { return };
        let Some(i) = self.open(self.all()).next().filter(|i| self.lines.get(*i).is_some_and(|line| line.span.start > title.start)) else {
            return;
        };
        let Some(line) = self.lines.get(i) else { return };
        let look = line.look;
        let apart = self.lines.iter().skip(i + 1).any(|line| line.gap);
        let close = !line.gap && apart && line.span.len() < 250;
        let signed = self.kind(i + 1) == Some(BlockKind::Byline) && line.span.len() < 250;
        let bare = !look.stop && (4..40).contains(&look.words) && !matches!(look.last, ':' | '”' | '"' | ',' | ';');
        let more = self.open(i + 1..self.lines.len()).next().is_some();
        if (close || signed || bare) && more && !self.is_turn(i) && dateline::read(line.span.of(self.text), true).is_none() {
            self.mark(i, BlockKind::Deck);
        }
    }

    /// The dateline opens one of the first paragraphs; where its dash is lost, the first.
    fn find_dateline(&mut self, layout: &mut Layout) {
        let open: Vec<usize> = self.open(self.all()).take(4).collect();
        for (n, i) in open.into_iter().enumerate() {
            let Some(line) = self.lines.get(i) else { continue };
            let span = line.span;
            let Some(found) = dateline::read(span.of(self.text), n == 0) else { continue };
            let record = found.record(span.start);
            if found.lost_dash {
                let note = "the dash after the dateline is missing".to_owned();
                layout.repairs.push(Fault { kind: RepairKind::DatelineDash, span: record.span, note });
            }
            if record.span.end == span.end {
                self.mark(i, BlockKind::Dateline);
            }
            layout.dateline = Some(record);
            return;
        }
    }

    /// Lines with a bullet, and runs of lines with a dash or number.
    fn mark_lists(&mut self) {
        let marker: Vec<Option<char>> = self.all().map(|i| shapes::list_marker(self.words(i))).collect();
        for i in self.all() {
            let Some(Some(sign)) = marker.get(i).copied() else { continue };
            let beside = |j: Option<usize>| j.and_then(|j| marker.get(j).copied().flatten()) == Some(sign);
            let item = sign == '•' || beside(i.checked_sub(1)) || beside(Some(i + 1));
            if self.kind(i).is_none() && item && !self.is_turn(i) {
                self.mark(i, BlockKind::List);
            }
        }
    }

    /// Short lines without a full stop between paragraphs; three or more in a row are a list.
    fn mark_headings(&mut self) {
        let mut run: Vec<usize> = Vec::new();
        let mut started = self.lines.iter().any(|line| line.kind == Some(BlockKind::Title));
        for i in self.all() {
            let kind = self.kind(i);
            if matches!(kind, Some(BlockKind::Boilerplate | BlockKind::Copyright)) {
                continue;
            }
            if kind.is_none() && shapes::is_short(self.words(i), self.look(i)) && !self.is_turn(i) && started {
                run.push(i);
                continue;
            }
            let story = matches!(kind, None | Some(BlockKind::List | BlockKind::Caption | BlockKind::Paragraph));
            if story {
                let kind = if run.len() > 2 { BlockKind::List } else { BlockKind::Heading };
                for line in &run {
                    self.mark(*line, kind);
                }
                started = true;
            }
            run.clear();
        }
    }

    /// At the end of the page, short lines among furniture are links to other stories.
    fn mark_tail(&mut self) {
        let is_page = |line: &Line| matches!(line.kind, Some(BlockKind::Boilerplate | BlockKind::Copyright));
        let passes = |line: &Line| {
            is_page(line)
                || line.kind.is_none_or(|kind| kind == BlockKind::List) && !line.look.stop && line.look.words <= 16 && line.look.last != ':'
        };
        let start = self.lines.iter().rposition(|line| !passes(line)).map_or(0, |i| i + 1);
        let Some(first) = self.lines.iter().skip(start).position(is_page) else { return };
        for i in self.open(start + first..self.lines.len()).collect::<Vec<_>>() {
            if !self.is_turn(i) {
                self.mark(i, BlockKind::Boilerplate);
            }
        }
    }
}
