//! Records of the core as records of Python: bytes become code points, names of variants become strings.

use crate::records::{Anonymity, Block, Byline, Cue, Dateline, Occasion, Quote, Repair, Span, Speaker, Topic};
use crate::value::{Many, Share};
use onrecord::export::OffsetMap;
use onrecord::{Article, BlockKind, Facet, OccasionKind, QuoteKind, RepairKind, SpeakerKind};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The names that the strings of the records can have, for each class and field.
pub(crate) fn kinds(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let kinds = PyDict::new(py);
    macro_rules! add {
        ($($class:ident: $type:ty),+ $(,)?) => {
            $(kinds.set_item(stringify!($class), Many(<$type>::ALL.iter().map(|it| it.name()).collect()))?;)+
        };
    }
    add!(QuoteKind: QuoteKind, SpeakerKind: SpeakerKind, BlockKind: BlockKind, OccasionKind: OccasionKind, RepairKind: RepairKind,
         Facet: Facet, Attitude: onrecord::Attitude, WhyUnknown: onrecord::WhyUnknown);
    Ok(kinds)
}

pub(crate) fn span(span: onrecord::Span, map: &OffsetMap) -> Span {
    Span { start: map.from_byte(span.start), end: map.from_byte(span.end) }
}

fn spans(items: &[onrecord::Span], map: &OffsetMap) -> Many<Span> {
    Many(items.iter().map(|it| span(*it, map)).collect())
}

pub(crate) fn dateline(it: &onrecord::Dateline, map: &OffsetMap) -> Dateline {
    let (place, country) = (it.place.clone(), it.country.clone());
    Dateline { span: span(it.span, map), place, country, agency: it.agency.clone(), date: it.date.clone() }
}

pub(crate) fn byline(it: &onrecord::Byline, map: &OffsetMap) -> Byline {
    Byline { name: it.name.clone(), role: it.role.clone(), span: span(it.span, map) }
}

pub(crate) fn block(it: &onrecord::Block, map: &OffsetMap) -> Block {
    Block { kind: it.kind.to_string(), span: span(it.span, map) }
}

pub(crate) fn repair(it: &onrecord::Repair, map: &OffsetMap) -> Repair {
    Repair { id: it.id.0, kind: it.kind.to_string(), span: span(it.span, map), note: it.note.clone() }
}

pub(crate) fn topic(it: &onrecord::Topic, map: &OffsetMap) -> Topic {
    Topic {
        id: it.id.clone(),
        facet: it.facet.to_string(),
        label: it.label.clone(),
        score: Share(it.score),
        iptc: it.iptc.clone(),
        wikidata: it.wikidata.clone(),
        evidence: spans(&it.evidence, map),
    }
}

pub(crate) fn speaker(it: &onrecord::Speaker, map: &OffsetMap) -> Speaker {
    let anonymity = |it: onrecord::Anonymity| Anonymity { granted: it.granted, reason: it.reason.map(|it| span(it, map)) };
    Speaker {
        id: it.id.0,
        name: it.name.clone(),
        kind: it.kind.to_string(),
        aliases: Many(it.aliases.clone()),
        titles: Many(it.titles.clone()),
        affiliation: it.affiliation.clone(),
        country: it.country.clone(),
        mentions: spans(&it.mentions, map),
        quotes: Many(it.quotes.iter().map(|id| id.0).collect()),
        descriptions: spans(&it.descriptions, map),
        anonymity: it.anonymity.map(anonymity),
    }
}

pub(crate) fn quote(it: &onrecord::Quote, article: &Article, map: &OffsetMap) -> Quote {
    let speaker = it.speaker.and_then(|id| article.speakers.get(id.0));
    Quote {
        id: it.id.0,
        kind: it.kind.to_string(),
        span: span(it.span(), map),
        content: spans(&it.content, map),
        text: it.text.clone(),
        cue: it.cue.as_ref().map(|it| Cue { span: span(it.span, map), lemma: it.lemma.clone() }),
        source: it.source.map(|it| span(it, map)),
        speaker: it.speaker.map(|id| id.0),
        speaker_name: speaker.map(|it| it.name.clone()),
        why_unknown: it.why_unknown.map(|it| it.to_string()),
        addressee: it.addressee.clone(),
        outlet: it.outlet.clone(),
        day: it.day.clone(),
        occasion: it.occasion.map(|it| Occasion { span: span(it.span, map), kind: it.kind.to_string() }),
        attitude: it.attitude.to_string(),
        negated: it.negated,
        parent: it.parent.map(|id| id.0),
        continues: it.continues.map(|id| id.0),
        topics: Many(it.topics.clone()),
        confidence: Share(it.confidence),
        repairs: Many(it.repairs.iter().map(|id| id.0).collect()),
    }
}
