//! [`find`]: every phrase of the set in the running text, once for each topic and place in the text.

use super::pattern;
use super::set::{Entry, TopicSet};
use crate::article::{BlockKind, Facet};
use crate::layout::Layout;
use crate::order;
use crate::span::Span;

/// A phrase in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub span: Span,
    /// Index into the topics of the set.
    pub topic: usize,
    /// Which phrase of the set.
    pub phrase: usize,
    pub weight: f64,
    /// Index into the blocks.
    pub block: usize,
}

/// Finds the phrases in what the reporter wrote: neither in the furniture of the page, nor in the dateline, which says where the
/// reporter stood.
pub fn find(text: &str, layout: &Layout, set: &TopicSet) -> Vec<Hit> {
    let dateline = layout.dateline.as_ref().map(|line| line.span);
    let mut finder = Finder { text, set, taken: vec![0; set.topics().len()], place: 0, pending: Vec::new(), hits: Vec::new() };
    for (i, block) in layout.blocks.iter().enumerate() {
        if !is_story(block.kind) {
            continue;
        }
        let start = dateline.filter(|line| block.span.covers(*line)).map_or(block.span.start, |line| line.end);
        set.trie().scan(text, Span::new(start, block.span.end), |entry, span| finder.take(entry, span, i));
        finder.flush(i);
    }
    finder.hits
}

fn is_story(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Deck, Heading, List, Paragraph, Title};
    matches!(kind, Title | Deck | Paragraph | Heading | Caption | List)
}

/// Settles which of the phrases that begin at one word count.
struct Finder<'a> {
    text: &'a str,
    set: &'a TopicSet,
    /// Up to where each topic has been found already.
    taken: Vec<usize>,
    /// Up to where a place has been found: "South Sudan" is not Sudan.
    place: usize,
    /// Those that begin at the word in hand.
    pending: Vec<(&'a Entry, Span)>,
    hits: Vec<Hit>,
}

impl Finder<'_> {
    fn take(&mut self, entry: u32, span: Span, block: usize) {
        if self.pending.last().is_some_and(|(_, last)| last.start != span.start) {
            self.flush(block);
        }
        if let Some(entry) = self.set.entry(entry).filter(|entry| pattern::has_case(span.of(self.text), &entry.cases)) {
            self.pending.push((entry, span));
        }
    }

    /// Of the phrases that begin at one word the weightiest counts for each topic, unless an exception is as long as any.
    fn flush(&mut self, block: usize) {
        let mut pending = std::mem::take(&mut self.pending);
        let rank = |entry: &Entry, span: Span| (entry.topic, std::cmp::Reverse(span.end), entry.weight > 0.0);
        order::by_key(&mut pending, |(entry, span)| rank(entry, *span));
        let places = pending.iter().filter(|(entry, _)| entry.weight > 0.0 && self.is_place(entry.topic));
        let place = places.map(|(_, span)| span.end).max().unwrap_or(0);
        for group in pending.chunk_by(|(a, _), (b, _)| a.topic == b.topic) {
            self.settle(group, place, block);
        }
        self.place = self.place.max(place);
        pending.clear();
        self.pending = pending;
    }

    fn is_place(&self, topic: usize) -> bool {
        self.set.topics().get(topic).is_some_and(|topic| topic.facet == Facet::Place)
    }

    /// The phrases of one topic that begin at one word, the longest first; `place` is the end of the longest place that does.
    fn settle(&mut self, group: &[(&Entry, Span)], place: usize, block: usize) {
        let Some((longest, span)) = group.first().copied() else { return };
        let inside_another = self.is_place(longest.topic) && (span.end <= self.place || span.end < place);
        let Some(taken) = self.taken.get_mut(longest.topic).filter(|taken| span.start >= **taken) else { return };
        *taken = span.end;
        if longest.weight <= 0.0 || inside_another {
            return;
        }
        let best = group.iter().map(|(entry, _)| *entry).max_by(|a, b| a.weight.total_cmp(&b.weight));
        let Entry { topic, phrase, weight, .. } = best.unwrap_or(longest);
        self.hits.push(Hit { span, topic: *topic, phrase: *phrase, weight: *weight, block });
    }
}
