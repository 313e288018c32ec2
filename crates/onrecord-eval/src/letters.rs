//! A text as the scorers see it: its letters and digits, numbered, so that the letters of a span are one range of numbers.

use crate::python;

/// A half-open range of code points, or of letters.
pub type Range = (usize, usize);

/// Edges that do not count when two spans are compared for being the same.
const EDGE: &str = " \t\r\n\u{a0},.;:“”\"„«»‘’'";

/// A text with its letters numbered.
pub struct Text {
    /// Its code points.
    pub chars: Vec<char>,
    /// How many letters stand before each code point.
    rank: Vec<usize>,
    /// How many letters inside quotation marks stand before each letter.
    inside: Vec<usize>,
}

/// The letters of some spans: sorted ranges of letter numbers that do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters(Vec<Range>);

/// How much of a content stands inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Kind {
    /// Nine tenths or more.
    Direct,
    /// Some.
    Mixed,
    /// None.
    Indirect,
}

impl Kind {
    /// In the order of reports.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The name of the figure of this kind.
    pub fn recall_name(self) -> &'static str {
        match self {
            Self::Direct => "recall.direct",
            Self::Mixed => "recall.mixed",
            Self::Indirect => "recall.indirect",
        }
    }

    /// "direct", "mixed", "indirect"
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

impl Text {
    /// Numbers the letters of a text.
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let (mut rank, mut inside) = (vec![0], vec![0]);
        for (c, quoted) in chars.iter().zip(quoted(&chars)) {
            let letter = python::is_alnum(*c);
            rank.push(rank[rank.len() - 1] + usize::from(letter));
            if letter {
                inside.push(inside[inside.len() - 1] + usize::from(quoted));
            }
        }
        Self { chars, rank, inside }
    }

    /// The letters of some spans of code points.
    pub fn letters(&self, spans: &[Range]) -> Letters {
        let of = |at: usize| self.rank[at.min(self.chars.len())];
        Letters::new(spans.iter().map(|&(start, end)| (of(start), of(end))).collect())
    }

    /// The hull of some spans without the white space and punctuation at its edges.
    pub fn trim(&self, spans: &[Range]) -> Option<Range> {
        let mut start = spans.iter().map(|span| span.0).min()?;
        let mut end = spans.iter().map(|span| span.1).max()?.min(self.chars.len());
        let edge = |at: usize| self.chars.get(at).is_some_and(|c| EDGE.contains(*c));
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) {
            end -= 1;
        }
        Some((start, end))
    }

    /// Whether letters stand inside quotation marks.
    pub fn kind(&self, letters: &Letters) -> Kind {
        let quoted: usize = letters.0.iter().map(|&(start, end)| self.inside[end] - self.inside[start]).sum();
        let share = quoted as f64 / letters.len().max(1) as f64;
        match share {
            s if s >= 0.9 => Kind::Direct,
            s if s > 0.05 => Kind::Mixed,
            _ => Kind::Indirect,
        }
    }

    /// Where the first of some letters stands; 0 where there is none.
    pub fn place_of_first(&self, letters: &Letters) -> usize {
        let Some(&(first, _)) = letters.0.first() else { return 0 };
        self.rank.partition_point(|before| *before <= first) - 1
    }

    /// The words of a span.
    pub fn slice(&self, (start, end): Range) -> String {
        let end = end.min(self.chars.len());
        self.chars[start.min(end)..end].iter().collect()
    }
}

/// For each character: is it inside double quotation marks? A paragraph ends every quotation, as one that goes on opens its next
/// paragraph with a mark of its own.
fn quoted(chars: &[char]) -> impl Iterator<Item = bool> {
    let (mut on, mut straight) = (false, false);
    chars.iter().map(move |c| {
        match c {
            '“' | '„' | '«' => on = true,
            '”' | '»' => on = false,
            '"' => straight = !straight,
            '\n' => (on, straight) = (false, false),
            _ => {}
        }
        on || straight
    })
}

impl Letters {
    fn new(mut ranges: Vec<Range>) -> Self {
        ranges.retain(|range| range.0 < range.1);
        ranges.sort_unstable();
        let mut merged: Vec<Range> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            match merged.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        Self(merged)
    }

    /// The union of several sets.
    pub fn union<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::new(sets.into_iter().flat_map(|set| &set.0).copied().collect())
    }

    /// How many letters.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many letters both have.
    pub fn joint(&self, other: &Self) -> usize {
        let (mut i, mut j, mut joint) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            joint += a.1.min(b.1).saturating_sub(a.0.max(b.0));
            if a.1 <= b.1 { i += 1 } else { j += 1 }
        }
        joint
    }

    /// Do both have some letter?
    pub fn meets(&self, other: &Self) -> bool {
        self.joint(other) > 0
    }

    /// The joint letters as a share of all letters of both.
    pub fn iou(&self, other: &Self) -> f64 {
        let joint = self.joint(other);
        if joint == 0 { 0.0 } else { joint as f64 / (self.len() + other.len() - joint) as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_spans_are_counted_once() {
        let text = Text::new("“It held,” he said.");
        let held = text.letters(&[(1, 9), (4, 8)]);
        assert_eq!(held.len(), 6);
        assert_eq!(held.joint(&text.letters(&[(0, 7), (11, 13)])), 5);
        assert!((held.iou(&text.letters(&[(0, 13)])) - 0.75).abs() < 1e-12);
        assert_eq!(text.place_of_first(&text.letters(&[(8, 14)])), 11);
        assert!(text.letters(&[(9, 11), (40, 50)]).is_empty());
    }

    #[test]
    fn the_edges_of_a_span_do_not_count() {
        let text = Text::new("“It held,” he said.");
        assert_eq!(text.trim(&[(0, 11)]), Some((1, 8)));
        assert_eq!(text.trim(&[]), None);
    }

    #[test]
    fn marks_make_the_kind() {
        let text = Text::new("“It held,” he said, and the dam was “fine.\nSo he said.");
        let kind = |span| text.kind(&text.letters(&[span]));
        assert_eq!(kind((0, 10)), Kind::Direct);
        assert_eq!(kind((20, 42)), Kind::Mixed);
        assert_eq!(kind((43, 53)), Kind::Indirect);
    }
}
