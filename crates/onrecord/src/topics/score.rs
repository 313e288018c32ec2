//! From phrases in the text to topics with a score, for the [`article`] and for each [`quote`].

use super::hits::Hit;
use super::set::{TopicDef, TopicSet};
use crate::article::{BlockKind, Facet, Topic};
use crate::layout::Layout;
use crate::order;
use crate::sources::Attribution;
use crate::span::Span;

/// A phrase in the headline says what the article is about.
const TITLE: f64 = 2.5;
/// Words that someone said are weightier than the reporter's.
const SAID: f64 = 1.2;
/// The score is x / (x + HALF): an article with this much of a topic is half about it.
const HALF: f64 = 4.0;
/// The least of an issue or a place that is worth a mention, in an article of usual length.
const LEAST_ISSUE: f64 = 1.0;
const LEAST_PLACE: f64 = 1.4;
/// Longer articles touch on more; from here on, the least grows with the length (bytes of running text).
const USUAL_LENGTH: f64 = 7500.0;
/// Below this length, one place by its capital or people may be enough.
const SHORT_LENGTH: f64 = 1500.0;
/// So many places in the text show why; more would bloat the output of a long article.
const MAX_EVIDENCE: usize = 32;

/// Lighter phrases raise a score, but bring no topic up: an "attack" is of any kind.
const HINT: f64 = 0.3;
/// Of phrases lighter than this, more is asked.
const NAMING: f64 = 0.7;
const LEAST_UNNAMED: f64 = 1.5;

/// What was found of a topic.
#[derive(Clone, Debug, Default)]
struct Tally {
    sum: f64,
    /// The part of it that is not hints.
    core: f64,
    /// Is it named, by a phrase that means little else?
    named: bool,
    evidence: Vec<Span>,
}

/// The topics of the article, best first.
pub fn article(text: &str, layout: &Layout, attributions: &[Attribution], hits: &[Hit], set: &TopicSet) -> Vec<Topic> {
    let length = if text.len() as f64 > USUAL_LENGTH { text.len() as f64 / USUAL_LENGTH } else { 1.0 };
    // Twice the length asks for one and a half times as much.
    let patience = 0.5 + 0.5 * length;
    // In a text of a few lines a single "Paris" counts.
    let brevity = (text.len() as f64 / SHORT_LENGTH).clamp(0.5, 1.0);
    let tallies = tally(layout, attributions, hits, set);
    let mut ranked: Vec<Topic> = set.topics().iter().zip(tallies).filter_map(|(def, tally)| topic(def, tally, brevity, patience)).collect();
    // Stable, so that topics of one score stay in the order of the set.
    order::by(&mut ranked, |a, b| b.score.total_cmp(&a.score));
    ranked
}

fn topic(def: &TopicDef, tally: Tally, brevity: f64, patience: f64) -> Option<Topic> {
    let least = match (def.facet, tally.named) {
        (Facet::Place, _) => LEAST_PLACE * brevity,
        (Facet::Issue, true) => LEAST_ISSUE,
        (Facet::Issue, false) => LEAST_UNNAMED,
    };
    (tally.core + f64::EPSILON >= least * patience).then(|| Topic {
        id: def.id.clone(),
        facet: def.facet,
        label: def.label.clone(),
        score: tally.sum / (tally.sum + HALF * patience),
        iptc: def.iptc.clone(),
        wikidata: def.wikidata.clone(),
        evidence: tally.evidence,
    })
}

/// How much of each topic there is, and where.
fn tally(layout: &Layout, attributions: &[Attribution], hits: &[Hit], set: &TopicSet) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); set.topics().len()];
    let mut times = vec![0.0; set.phrases()];
    let mut said = Said::new(attributions);
    for hit in hits {
        let (Some(tally), Some(times)) = (tallies.get_mut(hit.topic), times.get_mut(hit.phrase)) else { continue };
        // A phrase that comes again counts a half, a third, a quarter.
        *times += 1.0;
        let voice = if said.covers(hit.span) { SAID } else { 1.0 };
        let amount = hit.weight * prominence(layout, hit) * voice / *times;
        tally.sum += amount;
        if hit.weight >= HINT {
            tally.core += amount;
            tally.named |= hit.weight >= NAMING;
        }
        if tally.evidence.len() < MAX_EVIDENCE {
            tally.evidence.push(hit.span);
        }
    }
    tallies
}

fn prominence(layout: &Layout, hit: &Hit) -> f64 {
    match layout.blocks.get(hit.block).map(|block| block.kind) {
        Some(BlockKind::Title) => TITLE,
        Some(BlockKind::Deck | BlockKind::Heading) => 1.5,
        Some(BlockKind::Caption) => 0.5,
        _ => 1.0,
    }
}

/// Tells in one sweep whether spans, asked in order, lie in what someone said.
struct Said {
    content: Vec<Span>,
    at: usize,
    end: usize,
}

impl Said {
    fn new(attributions: &[Attribution]) -> Self {
        let mut content: Vec<Span> = attributions.iter().flat_map(|attribution| attribution.content.iter().copied()).collect();
        order::by(&mut content, Ord::cmp);
        Self { content, at: 0, end: 0 }
    }

    fn covers(&mut self, span: Span) -> bool {
        while let Some(next) = self.content.get(self.at).filter(|next| next.start <= span.start) {
            self.end = self.end.max(next.end);
            self.at += 1;
        }
        span.end <= self.end
    }
}

/// How far around a quote's content the words of the reporter count, in bytes.
const AROUND: usize = 160;
/// What they count there: “It is a hard thing,” he said of arms control.
const AROUND_WEIGHT: f64 = 0.5;
/// The least of a topic that is worth a mention at a quote.
const LEAST_IN_QUOTE: f64 = 0.5;
/// No more phrases than this are looked at for one quote, so that quotes inside quotes stay cheap.
const MAX_HITS: usize = 256;

/// The ids of a quote's topics, best first.
pub fn quote(layout: &Layout, attribution: &Attribution, hits: &[Hit], set: &TopicSet) -> Vec<String> {
    let Some((first, last)) = attribution.content.first().zip(attribution.content.last()) else { return Vec::new() };
    let reach = Span::new(first.start.saturating_sub(AROUND), last.end + AROUND);
    let from = hits.partition_point(|hit| hit.span.start < reach.start);
    let near = hits.iter().skip(from).take(MAX_HITS).take_while(|hit| hit.span.start < reach.end);
    let block = layout.blocks.partition_point(|block| block.span.end <= first.start);
    let mut sums: Vec<(usize, f64)> = Vec::new();
    for hit in near.filter(|hit| hit.weight >= HINT) {
        let weight = hit.weight * nearness(attribution, hit, block);
        match sums.iter_mut().find(|(topic, _)| *topic == hit.topic) {
            Some((_, sum)) => *sum += weight,
            None => sums.push((hit.topic, weight)),
        }
    }
    sums.retain(|(_, sum)| *sum >= LEAST_IN_QUOTE);
    order::by(&mut sums, |(i, a), (j, b)| b.total_cmp(a).then(i.cmp(j)));
    sums.iter().filter_map(|(topic, _)| set.topics().get(*topic)).map(|def| def.id.clone()).collect()
}

fn nearness(attribution: &Attribution, hit: &Hit, block: usize) -> f64 {
    if attribution.content.iter().any(|span| span.covers(hit.span)) {
        1.0
    } else if attribution.source.is_some_and(|source| source.meets(hit.span)) || hit.block != block {
        // "Ukrainian Foreign Minister" says who speaks, not about what.
        0.0
    } else {
        AROUND_WEIGHT
    }
}
