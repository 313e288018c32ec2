//! What a reader has in mind at a place of the text: who was mentioned last, where, and how.

use super::page::Page;
use crate::mentions::Mention;

/// A mention that has been read.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Who.
    pub figure: usize,
    /// Index of the mention.
    pub mention: usize,
    /// Its first byte.
    pub start: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Subject of a finite verb.
    pub subject: bool,
    /// Source of an attribution.
    pub speaks: bool,
    /// Inside somebody's quoted words.
    pub quoted: bool,
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
}

impl Scene {
    /// Reads on.
    pub fn push(&mut self, seen: Seen) {
        if self.last_of.len() <= seen.figure {
            self.last_of.resize(seen.figure + 1, None);
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

    /// The last mention of a figure.
    pub fn last(&self, figure: usize) -> Option<&Seen> {
        self.seen.get((*self.last_of.get(figure)?)?)
    }

    /// The last one who spoke outside of quotation marks.
    pub fn last_speaker(&self) -> Option<&Seen> {
        self.recent().find(|seen| seen.speaks && !seen.quoted)
    }
}

/// A mention as the scene remembers it.
pub fn seen(page: &Page, index: usize, mention: &Mention, figure: usize, quoted: bool, speaks: bool) -> Seen {
    Seen {
        figure,
        mention: index,
        start: mention.span.start,
        sentence: page.sentence(mention),
        subject: page.is_subject(mention),
        speaks,
        quoted,
        headline: page.in_headline(mention),
    }
}
