//! [`Wire`]: the article as serde sees it. Field order here is the order of the keys in the output.

use super::OffsetMap;
use crate::article::{
    Anonymity, Article, Attitude, Block, BlockKind, Byline, Cue, Dateline, Facet, Occasion, OccasionKind, Quote, QuoteId, QuoteKind,
    Repair, RepairKind, Speaker, SpeakerKind, Topic, WhyUnknown,
};
use crate::span::Span;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// An article in its wire format; hand it to a serializer of serde, or print it as one line of JSON with `to_string`.
#[derive(Clone, Debug)]
pub struct Wire<'a> {
    article: &'a Article,
    map: OffsetMap,
    id: Option<&'a str>,
    extra: Option<&'a Map<String, Value>>,
}

impl<'a> Wire<'a> {
    pub(super) fn new(article: &'a Article, map: OffsetMap) -> Self {
        Self { article, map, id: article.id.as_deref(), extra: None }
    }

    /// Names the article, in place of its own `id`.
    #[must_use]
    pub fn with_id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }

    /// Adds the caller's own fields at the end; one that has the name of a field of the format is left out.
    #[must_use]
    pub fn with_extra(mut self, extra: &'a Map<String, Value>) -> Self {
        self.extra = Some(extra);
        self
    }
}

/// The names of the top level, in order; no extra field may take one.
pub const FIELDS: &[&str] =
    &["schema", "id", "offsets", "title", "dateline", "bylines", "published", "blocks", "quotes", "speakers", "topics", "repairs"];

impl Serialize for Wire<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (article, map) = (self.article, &self.map);
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("schema", "onrecord/1")?;
        out.serialize_entry("id", &self.id)?;
        out.serialize_entry("offsets", map.unit().name())?;
        out.serialize_entry("title", &article.title.map(|span| place(span, map)))?;
        out.serialize_entry("dateline", &article.dateline.as_ref().map(|line| dateline(line, map)))?;
        out.serialize_entry("bylines", &list(&article.bylines, map, byline))?;
        out.serialize_entry("published", &article.published)?;
        out.serialize_entry("blocks", &list(&article.blocks, map, block))?;
        out.serialize_entry("quotes", &list(&article.quotes, map, quote))?;
        out.serialize_entry("speakers", &list(&article.speakers, map, speaker))?;
        out.serialize_entry("topics", &list(&article.topics, map, topic))?;
        out.serialize_entry("repairs", &list(&article.repairs, map, repair))?;
        for (name, value) in self.extra.into_iter().flatten() {
            if !FIELDS.contains(&name.as_str()) {
                out.serialize_entry(name, value)?;
            }
        }
        out.end()
    }
}

impl fmt::Display for Wire<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// A list whose items are made one at a time while they are written.
struct List<'a, T, O> {
    items: &'a [T],
    map: &'a OffsetMap,
    make: fn(&'a T, &'a OffsetMap) -> O,
}

fn list<'a, T, O>(items: &'a [T], map: &'a OffsetMap, make: fn(&'a T, &'a OffsetMap) -> O) -> List<'a, T, O> {
    List { items, map, make }
}

impl<T, O: Serialize> Serialize for List<'_, T, O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(|item| (self.make)(item, self.map)))
    }
}

type Spans<'a> = List<'a, Span, Place>;

fn spans<'a>(items: &'a [Span], map: &'a OffsetMap) -> Spans<'a> {
    list(items, map, |span, map| place(*span, map))
}

#[derive(serde::Serialize)]
struct Place {
    start: usize,
    end: usize,
}

fn place(span: Span, map: &OffsetMap) -> Place {
    Place { start: map.from_byte(span.start), end: map.from_byte(span.end) }
}

/// Four decimals say all that a probability or a share can; the sums behind them would print up to seventeen.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

#[derive(serde::Serialize)]
struct DatelineOut<'a> {
    start: usize,
    end: usize,
    place: &'a str,
    country: Option<&'a str>,
    agency: Option<&'a str>,
    date: Option<&'a str>,
}

fn dateline<'a>(line: &'a Dateline, map: &OffsetMap) -> DatelineOut<'a> {
    let Place { start, end } = place(line.span, map);
    let (country, agency) = (line.country.as_deref(), line.agency.as_deref());
    DatelineOut { start, end, place: &line.place, country, agency, date: line.date.as_deref() }
}

#[derive(serde::Serialize)]
struct BylineOut<'a> {
    name: &'a str,
    role: Option<&'a str>,
    start: usize,
    end: usize,
}

fn byline<'a>(byline: &'a Byline, map: &OffsetMap) -> BylineOut<'a> {
    let Place { start, end } = place(byline.span, map);
    BylineOut { name: &byline.name, role: byline.role.as_deref(), start, end }
}

#[derive(serde::Serialize)]
struct BlockOut {
    kind: BlockKind,
    start: usize,
    end: usize,
}

fn block(block: &Block, map: &OffsetMap) -> BlockOut {
    let Place { start, end } = place(block.span, map);
    BlockOut { kind: block.kind, start, end }
}

#[derive(serde::Serialize)]
struct CueOut<'a> {
    start: usize,
    end: usize,
    lemma: &'a str,
}

fn cue<'a>(cue: &'a Cue, map: &OffsetMap) -> CueOut<'a> {
    let Place { start, end } = place(cue.span, map);
    CueOut { start, end, lemma: &cue.lemma }
}

#[derive(serde::Serialize)]
struct OccasionOut {
    start: usize,
    end: usize,
    kind: OccasionKind,
}

fn occasion(occasion: Occasion, map: &OffsetMap) -> OccasionOut {
    let Place { start, end } = place(occasion.span, map);
    OccasionOut { start, end, kind: occasion.kind }
}

#[derive(serde::Serialize)]
struct QuoteOut<'a> {
    id: usize,
    kind: QuoteKind,
    content: Spans<'a>,
    text: &'a str,
    cue: Option<CueOut<'a>>,
    source: Option<Place>,
    speaker: Option<usize>,
    why_unknown: Option<WhyUnknown>,
    addressee: Option<&'a str>,
    outlet: Option<&'a str>,
    day: Option<&'a str>,
    occasion: Option<OccasionOut>,
    attitude: Attitude,
    negated: bool,
    parent: Option<usize>,
    continues: Option<usize>,
    topics: &'a [String],
    confidence: f64,
    repairs: Vec<usize>,
}

fn quote<'a>(quote: &'a Quote, map: &'a OffsetMap) -> QuoteOut<'a> {
    QuoteOut {
        id: quote.id.0,
        kind: quote.kind,
        content: spans(&quote.content, map),
        text: &quote.text,
        cue: quote.cue.as_ref().map(|it| cue(it, map)),
        source: quote.source.map(|span| place(span, map)),
        speaker: quote.speaker.map(|id| id.0),
        why_unknown: quote.why_unknown,
        addressee: quote.addressee.as_deref(),
        outlet: quote.outlet.as_deref(),
        day: quote.day.as_deref(),
        occasion: quote.occasion.map(|it| occasion(it, map)),
        attitude: quote.attitude,
        negated: quote.negated,
        parent: quote.parent.map(|id| id.0),
        continues: quote.continues.map(|id| id.0),
        topics: &quote.topics,
        confidence: rounded(quote.confidence),
        repairs: quote.repairs.iter().map(|id| id.0).collect(),
    }
}

#[derive(serde::Serialize)]
struct AnonymityOut {
    granted: bool,
    reason: Option<Place>,
}

fn anonymity(anonymity: Anonymity, map: &OffsetMap) -> AnonymityOut {
    AnonymityOut { granted: anonymity.granted, reason: anonymity.reason.map(|span| place(span, map)) }
}

#[derive(serde::Serialize)]
struct SpeakerOut<'a> {
    id: usize,
    name: &'a str,
    kind: SpeakerKind,
    aliases: &'a [String],
    titles: &'a [String],
    affiliation: Option<&'a str>,
    country: Option<&'a str>,
    mentions: Spans<'a>,
    quotes: Vec<usize>,
    descriptions: Spans<'a>,
    anonymity: Option<AnonymityOut>,
}

fn speaker<'a>(speaker: &'a Speaker, map: &'a OffsetMap) -> SpeakerOut<'a> {
    SpeakerOut {
        id: speaker.id.0,
        name: &speaker.name,
        kind: speaker.kind,
        aliases: &speaker.aliases,
        titles: &speaker.titles,
        affiliation: speaker.affiliation.as_deref(),
        country: speaker.country.as_deref(),
        mentions: spans(&speaker.mentions, map),
        quotes: speaker.quotes.iter().map(|QuoteId(id)| *id).collect(),
        descriptions: spans(&speaker.descriptions, map),
        anonymity: speaker.anonymity.map(|it| anonymity(it, map)),
    }
}

#[derive(serde::Serialize)]
struct TopicOut<'a> {
    id: &'a str,
    facet: Facet,
    label: &'a str,
    score: f64,
    iptc: Option<&'a str>,
    wikidata: Option<&'a str>,
    evidence: Spans<'a>,
}

fn topic<'a>(topic: &'a Topic, map: &'a OffsetMap) -> TopicOut<'a> {
    TopicOut {
        id: &topic.id,
        facet: topic.facet,
        label: &topic.label,
        score: rounded(topic.score),
        iptc: topic.iptc.as_deref(),
        wikidata: topic.wikidata.as_deref(),
        evidence: spans(&topic.evidence, map),
    }
}

#[derive(serde::Serialize)]
struct RepairOut<'a> {
    id: usize,
    kind: RepairKind,
    start: usize,
    end: usize,
    note: &'a str,
}

fn repair<'a>(repair: &'a Repair, map: &OffsetMap) -> RepairOut<'a> {
    let Place { start, end } = place(repair.span, map);
    RepairOut { id: repair.id.0, kind: repair.kind, start, end, note: &repair.note }
}
