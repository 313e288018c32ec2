//! Single marks told from apostrophes: ’60s, rock ’n’ roll, Jones’ boat, don’t; ‘No,’ he said.

use super::{Mark, Side};
use std::sync::LazyLock;

static ELISIONS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../data/elisions.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// How many marks a single quotation may hold: more apostrophes than any paragraph has.
const REACH: usize = 64;

/// A single mark that is not plainly an apostrophe.
#[derive(Clone, Copy, Debug)]
pub struct Single {
    /// How well it would open a quotation.
    opens: Fit,
    /// How well it would close one.
    closes: Fit,
}

/// How well a mark fits a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    No,
    /// Only where nothing better is in sight: the mark of "the boys’ bikes" as a closing one.
    Weak,
    Fair,
    /// Even without a partner: the mark of "so.’ She left".
    Sure,
}

impl Single {
    /// Reads a single mark from the characters around it; `None` for an apostrophe.
    pub fn read(text: &str, mark: &Mark, before: Option<char>, after: Option<char>) -> Option<Self> {
        let left = text.get(..mark.span.start).unwrap_or_default();
        let right = text.get(mark.span.end..).unwrap_or_default();
        let single = Self { opens: opens(mark, before, left, right), closes: closes(mark, before, after, left, right) };
        (single.opens > Fit::No || single.closes > Fit::No).then_some(single)
    }
}

fn opens(mark: &Mark, before: Option<char>, left: &str, right: &str) -> Fit {
    let edge = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | '…' | ')' | ']' | '%' | '”' | '’'));
    let next = right.chars().next();
    if !edge
        || next.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '"'))
        || is_elided(right)
    {
        return Fit::No;
    }
    // What a quotation after “he said,” or at the start of a line begins with.
    let capital = next.is_some_and(char::is_uppercase);
    let led_in = left.trim_end_matches(' ').chars().next_back().is_none_or(|c| matches!(c, ',' | ':' | '\n'));
    match mark.side {
        Side::Open if capital || led_in => Fit::Sure,
        Side::Open | Side::Straight => Fit::Fair,
        Side::Close => Fit::Weak,
    }
}

fn closes(mark: &Mark, before: Option<char>, after: Option<char>, left: &str, right: &str) -> Fit {
    let Some(before) = before else { return Fit::No };
    let inside = after.is_some_and(|c| c.is_alphanumeric() || c == '\'');
    if inside || before.is_whitespace() || matches!(before, '(' | '[' | '“') || left.ends_with("'n") || left.ends_with("’n") {
        return Fit::No;
    }
    // "the U.S.' plan", "Brill Bros.' new film"
    let abbreviated = left.ends_with("s.") || left.ends_with("S.");
    let stop = matches!(before, '.' | ',' | '!' | '?' | '…') && !abbreviated;
    if mark.side == Side::Open {
        return if stop && mark.space_after { Fit::Fair } else { Fit::No };
    }
    let runs_on = mark.space_after && right.trim_start_matches(' ').starts_with(char::is_alphanumeric);
    match before {
        _ if stop => Fit::Sure,
        's' | 'S' | 'x' | 'z' | '.' if runs_on => Fit::Weak,
        's' | 'S' if mark.side != Side::Straight && !runs_on => Fit::Fair,
        _ => Fit::Fair,
    }
}

/// ’60s, ’16, ’em, ’n’ roll
fn is_elided(right: &str) -> bool {
    let word_len = right.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    let word = right.get(..word_len).unwrap_or_default();
    let after = right.get(word_len..).unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 {
        return matches!(word.get(2..), Some("" | "s"));
    }
    let typed_twice = after.starts_with(['\'', '’']) && word != "n";
    !typed_twice && ELISIONS.contains(&word) || (word == "Til" || word == "Tis" || word == "Twas")
}

/// The single marks of one line.
#[derive(Debug, Default)]
pub struct Line {
    /// The index of the mark, and what it may be.
    items: Vec<(usize, Single)>,
}

impl Line {
    /// Adds the single mark whose index among all marks is `index`.
    pub fn push(&mut self, index: usize, single: Single) {
        self.items.push((index, single));
    }

    /// The index of its first mark.
    pub fn first(&self) -> Option<usize> {
        self.items.first().map(|(index, _)| *index)
    }

    /// Pairs the marks of the line, empties it, and gives the indices of those that are apostrophes, in order.
    ///
    /// An opening mark takes the best closing one before the next opening one, so that "‘The boys’ bikes are gone,’ he said" closes
    /// after the comma. Where the double marks of the line do not come out `even`, a single one may stand for the one that lacks: it
    /// is kept for the pairing to decide, as in: a "cold peace' in the region.
    pub fn apostrophes(&mut self, even: bool) -> Vec<usize> {
        let mut dropped = Vec::new();
        let mut i = 0;
        while let Some((index, single)) = self.items.get(i) {
            let close = if single.opens > Fit::No { self.closing(i) } else { None };
            let (keep, next) = match close {
                Some(close) => (true, close),
                None => (single.opens == Fit::Sure || single.closes == Fit::Sure || (!even && single.closes == Fit::Fair), i),
            };
            if !keep {
                dropped.push(*index);
            }
            dropped.extend(self.items.get(i + 1..next).unwrap_or_default().iter().map(|(index, _)| *index));
            i = next + 1;
        }
        self.items.clear();
        dropped
    }

    /// The item that best closes the quotation that item `open` opens: the first of the best fit within reach.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut best: Option<(Fit, usize)> = None;
        let weak = self.items.get(open).is_some_and(|(_, single)| single.opens == Fit::Weak);
        for (i, (_, single)) in self.items.iter().enumerate().skip(open + 1).take(REACH) {
            if single.closes > best.map_or(if weak { Fit::Fair } else { Fit::No }, |(fit, _)| fit) {
                best = Some((single.closes, i));
            }
            if single.closes == Fit::Sure || single.opens > Fit::Weak {
                break;
            }
        }
        best.map(|(_, i)| i)
    }
}
