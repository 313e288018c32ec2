//! The records of the wire format as they are read, before their offsets are bytes.

use super::Reader;
use crate::article::{
    Anonymity, Article, Attitude, Block, BlockKind, Byline, Cue, Dateline, Facet, Occasion, OccasionKind, Quote, QuoteId, QuoteKind,
    Repair, RepairId, RepairKind, Speaker, SpeakerId, SpeakerKind, Topic, WhyUnknown,
};
use crate::error::Error;
use serde::Deserialize;

/// A record of the article, its offsets still in the unit of the JSON.
trait Row {
    type Record;
    fn record(self, reader: &Reader) -> Result<Self::Record, Error>;
}

fn records<R: Row>(rows: Vec<R>, reader: &Reader) -> Result<Vec<R::Record>, Error> {
    rows.into_iter().map(|row| row.record(reader)).collect()
}

#[derive(Deserialize)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
}

#[derive(Deserialize)]
pub(super) struct ArticleRow {
    pub schema: String,
    pub offsets: String,
    id: Option<String>,
    title: Option<Place>,
    dateline: Option<DatelineRow>,
    bylines: Vec<BylineRow>,
    published: Option<String>,
    blocks: Vec<BlockRow>,
    quotes: Vec<QuoteRow>,
    speakers: Vec<SpeakerRow>,
    topics: Vec<TopicRow>,
    repairs: Vec<RepairRow>,
}

impl ArticleRow {
    pub(super) fn article(self, reader: &Reader) -> Result<Article, Error> {
        Ok(Article {
            id: self.id,
            title: self.title.map(|it| reader.span(&it)).transpose()?,
            dateline: self.dateline.map(|it| it.record(reader)).transpose()?,
            bylines: records(self.bylines, reader)?,
            published: self.published,
            blocks: records(self.blocks, reader)?,
            quotes: records(self.quotes, reader)?,
            speakers: records(self.speakers, reader)?,
            topics: records(self.topics, reader)?,
            repairs: records(self.repairs, reader)?,
        })
    }
}

#[derive(Deserialize)]
struct DatelineRow {
    #[serde(flatten)]
    at: Place,
    place: String,
    country: Option<String>,
    agency: Option<String>,
    date: Option<String>,
}

impl Row for DatelineRow {
    type Record = Dateline;

    fn record(self, reader: &Reader) -> Result<Dateline, Error> {
        let span = reader.span(&self.at)?;
        Ok(Dateline { span, place: self.place, country: self.country, agency: self.agency, date: self.date })
    }
}

#[derive(Deserialize)]
struct BylineRow {
    name: String,
    role: Option<String>,
    #[serde(flatten)]
    at: Place,
}

impl Row for BylineRow {
    type Record = Byline;

    fn record(self, reader: &Reader) -> Result<Byline, Error> {
        Ok(Byline { name: self.name, role: self.role, span: reader.span(&self.at)? })
    }
}

#[derive(Deserialize)]
struct BlockRow {
    kind: BlockKind,
    #[serde(flatten)]
    at: Place,
}

impl Row for BlockRow {
    type Record = Block;

    fn record(self, reader: &Reader) -> Result<Block, Error> {
        Ok(Block { kind: self.kind, span: reader.span(&self.at)? })
    }
}

#[derive(Deserialize)]
struct CueRow {
    #[serde(flatten)]
    at: Place,
    lemma: String,
}

#[derive(Deserialize)]
struct OccasionRow {
    #[serde(flatten)]
    at: Place,
    kind: OccasionKind,
}

#[derive(Deserialize)]
struct QuoteRow {
    id: usize,
    kind: QuoteKind,
    content: Vec<Place>,
    text: String,
    cue: Option<CueRow>,
    source: Option<Place>,
    speaker: Option<usize>,
    why_unknown: Option<WhyUnknown>,
    addressee: Option<String>,
    outlet: Option<String>,
    day: Option<String>,
    occasion: Option<OccasionRow>,
    attitude: Attitude,
    negated: bool,
    parent: Option<usize>,
    continues: Option<usize>,
    topics: Vec<String>,
    confidence: f64,
    repairs: Vec<usize>,
}

impl Row for QuoteRow {
    type Record = Quote;

    fn record(self, reader: &Reader) -> Result<Quote, Error> {
        let cue = |it: CueRow| reader.span(&it.at).map(|span| Cue { span, lemma: it.lemma });
        let occasion = |it: OccasionRow| reader.span(&it.at).map(|span| Occasion { span, kind: it.kind });
        Ok(Quote {
            id: QuoteId(self.id),
            kind: self.kind,
            content: reader.spans(&self.content)?,
            text: self.text,
            cue: self.cue.map(cue).transpose()?,
            source: self.source.map(|it| reader.span(&it)).transpose()?,
            speaker: self.speaker.map(SpeakerId),
            why_unknown: self.why_unknown,
            addressee: self.addressee,
            outlet: self.outlet,
            day: self.day,
            occasion: self.occasion.map(occasion).transpose()?,
            attitude: self.attitude,
            negated: self.negated,
            parent: self.parent.map(QuoteId),
            continues: self.continues.map(QuoteId),
            topics: self.topics,
            confidence: self.confidence,
            repairs: self.repairs.into_iter().map(RepairId).collect(),
        })
    }
}

#[derive(Deserialize)]
struct AnonymityRow {
    granted: bool,
    reason: Option<Place>,
}

#[derive(Deserialize)]
struct SpeakerRow {
    id: usize,
    name: String,
    kind: SpeakerKind,
    aliases: Vec<String>,
    titles: Vec<String>,
    affiliation: Option<String>,
    country: Option<String>,
    mentions: Vec<Place>,
    quotes: Vec<usize>,
    descriptions: Vec<Place>,
    anonymity: Option<AnonymityRow>,
}

impl Row for SpeakerRow {
    type Record = Speaker;

    fn record(self, reader: &Reader) -> Result<Speaker, Error> {
        let anonymity = |it: AnonymityRow| {
            let reason = it.reason.map(|it| reader.span(&it)).transpose();
            reason.map(|reason| Anonymity { granted: it.granted, reason })
        };
        Ok(Speaker {
            id: SpeakerId(self.id),
            name: self.name,
            kind: self.kind,
            aliases: self.aliases,
            titles: self.titles,
            affiliation: self.affiliation,
            country: self.country,
            mentions: reader.spans(&self.mentions)?,
            quotes: self.quotes.into_iter().map(QuoteId).collect(),
            descriptions: reader.spans(&self.descriptions)?,
            anonymity: self.anonymity.map(anonymity).transpose()?,
        })
    }
}

#[derive(Deserialize)]
struct TopicRow {
    id: String,
    facet: Facet,
    label: String,
    score: f64,
    iptc: Option<String>,
    wikidata: Option<String>,
    evidence: Vec<Place>,
}

impl Row for TopicRow {
    type Record = Topic;

    fn record(self, reader: &Reader) -> Result<Topic, Error> {
        let evidence = reader.spans(&self.evidence)?;
        let Self { id, facet, label, score, iptc, wikidata, .. } = self;
        Ok(Topic { id, facet, label, score, iptc, wikidata, evidence })
    }
}

#[derive(Deserialize)]
struct RepairRow {
    id: usize,
    kind: RepairKind,
    #[serde(flatten)]
    at: Place,
    note: String,
}

impl Row for RepairRow {
    type Record = Repair;

    fn record(self, reader: &Reader) -> Result<Repair, Error> {
        Ok(Repair { id: RepairId(self.id), kind: self.kind, span: reader.span(&self.at)?, note: self.note })
    }
}
