//! The topics that are known, as a list.

use crate::output::{Format, table};
use onrecord::Facet;
use onrecord::render::{Ink, Page};
use onrecord::topics::{TopicDef, TopicSet};
use serde_json::{Value, json};

/// The topics of a set, issues before places.
pub fn list(set: &TopicSet, facet: Option<Facet>, format: Format, colour: bool) -> Vec<u8> {
    let of = |wanted: Facet| set.iter().filter(move |topic| topic.facet == wanted);
    let all = Facet::ALL.iter().filter(|wanted| facet.is_none_or(|only| only == **wanted));
    let topics: Vec<_> = all.flat_map(|wanted| of(*wanted)).collect();
    match format {
        Format::Text | Format::Html => lines(&topics, colour).into_bytes(),
        Format::Json => {
            (serde_json::to_string_pretty(&topics.into_iter().map(object).collect::<Vec<_>>()).unwrap_or_default() + "\n").into_bytes()
        }
        Format::Jsonl => topics.into_iter().flat_map(|topic| format!("{}\n", object(topic)).into_bytes()).collect(),
        Format::Csv => table::written(|table| {
            table.write_record(["id", "facet", "label", "iptc", "wikidata", "phrases"])?;
            topics.into_iter().try_for_each(|topic| table.write_record(cells(topic)))
        }),
    }
}

fn object(topic: &TopicDef) -> Value {
    json!({
        "id": topic.id, "facet": topic.facet.name(), "label": topic.label, "iptc": topic.iptc, "wikidata": topic.wikidata,
        "phrases": topic.phrases.len(),
    })
}

fn cells(topic: &TopicDef) -> [String; 6] {
    let (iptc, wikidata) = (topic.iptc.clone().unwrap_or_default(), topic.wikidata.clone().unwrap_or_default());
    [topic.id.clone(), topic.facet.to_string(), topic.label.clone(), iptc, wikidata, topic.phrases.len().to_string()]
}

/// In columns, for people.
fn lines(topics: &[&TopicDef], colour: bool) -> String {
    let widest = |of: fn(&TopicDef) -> &str| topics.iter().map(|topic| of(topic).chars().count()).max().unwrap_or(0);
    let (id, label) = (widest(|topic| &topic.id), widest(|topic| &topic.label));
    let mut page = Page::new(None, colour);
    for topic in topics {
        let [tag, facet, title, iptc, wikidata, _] = cells(topic);
        let columns = [format!("{tag:id$} "), format!("{title:label$} "), format!("{facet:5}  {iptc:15}  {wikidata}")];
        let [tag, title, rest] = columns.map(|column| column.replace(' ', "\u{a0}"));
        page.paragraph(0, 0, &[(Ink::Name, &tag), (Ink::Plain, &title), (Ink::Detail, &rest)]);
    }
    page.finish()
}
