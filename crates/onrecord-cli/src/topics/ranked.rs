//! The topics of an article, best first, with the words that led to them.

use crate::input::Document;
use crate::output::{Format, Frame, table};
use crate::report::Place;
use onrecord::render::{Ink, Page, percent};
use onrecord::{Article, Facet, Topic};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How the topics of articles are written.
pub struct Sheet {
    pub format: Format,
    /// More than one article is to be expected.
    pub many: bool,
    pub facet: Option<Facet>,
    pub width: Option<usize>,
    pub colour: bool,
}

/// So many of the words that led to a topic are shown.
const EVIDENCE: usize = 8;

impl Sheet {
    /// What stands around all articles.
    pub fn frame(&self) -> Frame {
        let head =
            if self.format == Format::Csv { "article,input,topic,facet,label,score,evidence\n" } else { self.format.open(self.many) };
        Frame { head: head.into(), format: self.format, many: self.many }
    }

    /// The topics of an article.
    pub fn article(&self, place: &Place, document: &Document, article: &Article) -> Vec<u8> {
        let wanted = |topic: &&Topic| self.facet.is_none_or(|facet| topic.facet == facet);
        let topics: Vec<_> = article.topics.iter().filter(wanted).collect();
        let object = || json!({"id": document.id, "topics": topics.iter().map(|topic| object(topic, &document.text)).collect::<Vec<_>>()});
        match self.format {
            Format::Text | Format::Html => self.lines(place, document, &topics).into_bytes(),
            Format::Json => serde_json::to_vec_pretty(&object()).unwrap_or_default(),
            Format::Jsonl => format!("{}\n", object()).into_bytes(),
            Format::Csv => table::written(|table| topics.iter().try_for_each(|topic| table.write_record(cells(topic, place, document)))),
        }
    }

    fn lines(&self, place: &Place, document: &Document, topics: &[&Topic]) -> String {
        let mut page = Page::new(self.width, self.colour);
        if self.many {
            page.paragraph(0, 2, &[(Ink::Head, &place.to_string()), (Ink::Detail, document.id.as_deref().unwrap_or_default())]);
        }
        for topic in topics {
            let score = format!("{:>6}", percent(topic.score)).replace(' ', "\u{a0}");
            let words = evidence(topic, &document.text).join(", ");
            let pieces = [(Ink::Plain, score.as_str()), (Ink::Name, &topic.label), (Ink::Detail, &words)];
            page.paragraph(0, 8, &pieces);
        }
        if topics.is_empty() {
            page.paragraph(0, 0, &[(Ink::Detail, "No topic was found.")]);
        }
        page.finish()
    }
}

/// The words that led to a topic, each once, the most frequent first.
fn evidence(topic: &Topic, text: &str) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for span in &topic.evidence {
        *counted.entry(span.of(text)).or_default() += 1;
    }
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.truncate(EVIDENCE);
    counted.into_iter().map(|(words, count)| if count == 1 { words.to_owned() } else { format!("{words} ×\u{a0}{count}") }).collect()
}

fn object(topic: &Topic, text: &str) -> Value {
    let score = (topic.score * 10_000.0).round() / 10_000.0;
    json!({"id": topic.id, "facet": topic.facet.name(), "label": topic.label, "score": score, "evidence": evidence(topic, text)})
}

fn cells(topic: &Topic, place: &Place, document: &Document) -> [String; 7] {
    let (id, words) = (document.id.clone().unwrap_or_default(), evidence(topic, &document.text).join("; "));
    [id, place.to_string(), topic.id.clone(), topic.facet.to_string(), topic.label.clone(), format!("{:.4}", topic.score), words]
}
