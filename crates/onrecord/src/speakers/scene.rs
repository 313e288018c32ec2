//! What a reader has in mind at a place of the text: who was mentioned last, where, and how.

use super::page::{Page, Standing};
use crate::mentions::Mention;

/// Whether a mention stands in somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// In the writer's own.
    Open,
    /// In what somebody is said to have said, without marks.
    Told,
    /// Inside quotation marks.
    Quoted,
}

/// A mention that has been read.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Who.
    pub figure: usize,
    /// Its first byte.
    pub start: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Its place in the sentence.
    pub standing: Standing,
    /// Source of an attribution.
    pub speaks: bool,
    /// Whether it stands in somebody's words.
    pub hidden: Hidden,
    /// In the headline.
    pub headline: bool,
}

/// So many mentions back a pronoun can reach.
const REACH: usize = 40;

/// The mentions read so far.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    seen: Vec<Seen>,
    last_of: Vec<Option<usize>>,
    count: Vec<usize>,
    people: usize,
}

impl Scene {
    /// Reads on.
    pub fn push(&mut self, seen: Seen, person: bool) {
        if self.last_of.len() <= seen.figure {
            self.last_of.resize(seen.figure + 1, None);
            self.count.resize(seen.figure + 1, 0);
        }
        if let Some(count) = self.count.get_mut(seen.figure).filter(|_| person) {
            *count += 1;
            self.people += 1;
        }
        if let Some(last) = self.last_of.get_mut(seen.figure) {
            *last = Some(self.seen.len());
        }
        self.seen.push(seen);
    }

    /// The last mentions, newest first.
    pub fn recent(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().rev().take(REACH)
    }

    /// How much of the story so far is about a person, from 0 to 4.
    pub fn dominance(&self, figure: usize) -> f64 {
        let count = self.count.get(figure).copied().unwrap_or(0);
        if self.people < 6 { 0.0 } else { 6.0 * (count as f64 / self.people as f64 - 0.15).clamp(0.0, 0.67) }
    }

    /// The last mention of a figure.
    pub fn last(&self, figure: usize) -> Option<&Seen> {
        self.seen.get((*self.last_of.get(figure)?)?)
    }

    /// The last one who spoke outside of quotation marks.
    pub fn last_speaker(&self) -> Option<&Seen> {
        self.recent().find(|seen| seen.speaks && seen.hidden != Hidden::Quoted)
    }
}

/// A mention as the scene remembers it.
pub fn seen(page: &Page, mention: &Mention, figure: usize, hidden: Hidden, speaks: bool) -> Seen {
    Seen {
        figure,
        start: mention.span.start,
        sentence: page.sentence(mention),
        standing: if speaks && page.standing(mention) != Standing::Clause { Standing::Main } else { page.standing(mention) },
        speaks,
        hidden,
        headline: page.in_headline(mention),
    }
}
