//! How well a mark fits each part that it may play. Costs are whole numbers: 0 is what clean text shows, 10 is plain damage.

use super::page::Page;
use crate::input::{Level, Mark, Side};
use crate::span::Span;

/// What it costs to read a mark in each way.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    pub level: Level,
    pub straight: bool,
    /// As an opening mark.
    pub open: u32,
    /// As a closing mark.
    pub close: u32,
    /// As no mark at all.
    pub stray: u32,
    /// As the close of a quotation whose opening mark is missing, on top of `close`.
    pub unopened: u32,
    /// What it costs on top to close a quotation that opened with a mark of another level ("We go,' he said), where it may.
    pub closes_other: Option<u32>,
}

/// An opening shape that closes, or the reverse: “… dialogue. “
const TURNED: u32 = 6;
/// A mark that does nothing.
const STRAY: u32 = 16;
/// Where no mark of that side can stand.
const WRONG: u32 = 10;

/// A closing shape that opens: after a comma only where words lead the quotation in ("he said, ”We go”").
fn turned_open(page: &Page, mark: &Mark, leads_in: bool) -> u32 {
    let after_comma = page.visible_before(mark.span.start) == Some(',');
    if after_comma && !leads_in { 2 * TURNED } else { TURNED }
}

/// Reads mark `i`.
pub fn read(page: &Page, i: usize) -> Option<Fit> {
    let mark = page.marks.get(i)?;
    let side = page.side(mark);
    let tag_after = page.tag_after(mark.span.end);
    let leads_in = page.leads_in(mark.span.start);
    let stop = page.visible_before(mark.span.start).is_some_and(is_stop);
    let mut open = opening(page, mark) + if side == Side::Close { turned_open(page, mark, leads_in) } else { 0 };
    // “It is late, “ said Ruiz: what the tag follows has closed. A mark that fits perfectly may begin with such words: “Ruiz said no”.
    if tag_after && !leads_in && (open > 0 || page.is_tag_verb(page.tokens.after(mark.span.end))) {
        open += if stop { 8 } else { 4 };
    }
    let close = closing(page, mark) + if side == Side::Open { TURNED } else { 0 } + if leads_in { TURNED } else { 0 };
    Some(Fit {
        level: mark.level,
        straight: mark.side == Side::Straight,
        open,
        close,
        stray: stray(page, i, mark),
        unopened: unopened(page, mark, stop, tag_after),
        closes_other: (close == 0 && matches!(mark.level, Level::Double | Level::Single)).then_some(if stop { 9 } else { 12 }),
    })
}

/// The punctuation that a quotation ends with.
fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | '?' | '!' | '…' | '—' | '–')
}

fn opening(page: &Page, mark: &Mark) -> u32 {
    let spacing = match (mark.space_before, mark.space_after) {
        (true, false) => 0,
        (true, true) if mark.side == Side::Straight || mark.level == Level::Angle => 1,
        (true, true) => 3,
        (false, false) => match page.before(mark.span.start) {
            Some(c) if c.is_alphanumeric() => 5,
            Some(',' | '.' | ':' | ';' | '!' | '?' | '…' | ')' | ']') => 2,
            _ => 0,
        },
        (false, true) => WRONG,
    };
    // Nothing can open before a comma or at the end of a line; an ellipsis can: “…and so we left”.
    let nothing = match page.visible_after(mark.span.end) {
        None => true,
        Some('.') => !page.text.get(mark.span.end..).is_some_and(|text| text.trim_start().starts_with("..")),
        Some(c) => matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']'),
    };
    spacing + if nothing { 8 } else { 0 }
}

fn closing(page: &Page, mark: &Mark) -> u32 {
    let Some(last) = page.visible_before(mark.span.start) else { return WRONG };
    let spacing = match (mark.space_before, mark.space_after) {
        (false, true) => 0,
        (false, false) => match page.after(mark.span.end) {
            Some(c) if c.is_alphanumeric() => 4,
            _ => 0,
        },
        (true, true) if is_stop(last) || mark.level == Level::Angle => 1,
        (true, true) if mark.side == Side::Straight => 2,
        (true, true) => 4,
        (true, false) if last == ',' || is_stop(last) && page.after(mark.span.end).is_some_and(char::is_lowercase) => 3,
        (true, false) if page.after(mark.span.end).is_some_and(|c| c.is_ascii_punctuation() && c != '[' && c != '(') => 3,
        (true, false) => WRONG,
    };
    // Ruiz said. "We go.": after a tag the next quotation begins.
    let after_tag = last == '.' && mark.space_before && page.tag_before(mark.span.start, 1);
    let unlikely = matches!(last, ':' | '(' | '[') || after_tag || follows_bracket(page, mark);
    spacing + if unlikely { TURNED } else { 0 }
}

/// “[W]”We don’t …: the mark inside is a leftover of the editor's bracket.
fn follows_bracket(page: &Page, mark: &Mark) -> bool {
    page.before(mark.span.start) == Some(']') && page.after(mark.span.end).is_some_and(char::is_alphabetic)
}

fn stray(page: &Page, i: usize, mark: &Mark) -> u32 {
    let left = page.text.get(..mark.span.start).unwrap_or_default();
    if page.excerpts.binary_search(&i).is_ok() {
        return 0;
    }
    if follows_bracket(page, mark) {
        return 1;
    }
    if is_doubled(page, i, mark) {
        return 2;
    }
    if before_lead_in(page, i, mark) {
        return 6;
    }
    if stands_alone(page, i, mark) {
        return 3;
    }
    if mark.level == Level::Single && !page.style.single_outside {
        return 5;
    }
    if mark.side == Side::Straight && left.ends_with(|c: char| c.is_ascii_digit()) {
        return 6;
    }
    STRAY
}

/// The mayor, " an engineer, came late. A straight mark between two spaces, alone in its line, has lost no partner.
fn stands_alone(page: &Page, i: usize, mark: &Mark) -> bool {
    let spaced = mark.side == Side::Straight && mark.space_before && mark.space_after;
    let comma = page.visible_before(mark.span.start) == Some(',') && page.visible_after(mark.span.end).is_some_and(char::is_lowercase);
    let apart = |span: Span| span.of(page.text).contains('\n');
    let before = i.checked_sub(1).and_then(|i| page.marks.get(i)).is_none_or(|other| apart(Span::new(other.span.end, mark.span.start)));
    let after = page.marks.get(i + 1).is_none_or(|other| apart(Span::new(mark.span.end, other.span.start)));
    spaced && comma && before && after && !page.leads_in(mark.span.start) && !page.tag_after(mark.span.end)
}

/// "A source in Brill said, "We go.": what stands between this mark and the next one is the writer's.
fn before_lead_in(page: &Page, i: usize, mark: &Mark) -> bool {
    let Some(next) = page.marks.get(i + 1).filter(|next| next.level == mark.level && next.side != Side::Close) else { return false };
    let between = Span::new(mark.span.end, next.span.start);
    let short = between.len() < 80 && !between.of(page.text).contains(['\n', '.', '?', '!']);
    short && next.space_before && !next.space_after && mark.space_before && page.leads_in(next.span.start)
}

/// The same mark twice: ““We go,”” she said. The outer one counts as the spare.
pub fn is_doubled(page: &Page, i: usize, mark: &Mark) -> bool {
    let same = |other: Option<&Mark>, left: bool| {
        other.is_some_and(|other| {
            let touches = if left { other.span.end == mark.span.start } else { mark.span.end == other.span.start };
            touches && other.level == mark.level && other.side == mark.side
        })
    };
    let opens = same(page.marks.get(i + 1), false) && (mark.side == Side::Open || mark.space_before);
    opens || same(i.checked_sub(1).and_then(|i| page.marks.get(i)), true) && (mark.side == Side::Close || mark.space_after)
}

fn unopened(page: &Page, mark: &Mark, stop: bool, tag_after: bool) -> u32 {
    let base = match (stop, tag_after) {
        (true, true) => 8,
        (true, false) => 10,
        (false, true) => 14,
        (false, false) => 20,
    };
    // A comma or stop with a mark after it is no apostrophe, yet single marks are often something else.
    base + if mark.level == Level::Single && !page.style.single_outside { 8 } else { 0 }
}
