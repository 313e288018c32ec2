//! One row a quote, for spreadsheets and data frames.

use super::Writer;
use crate::input::Document;
use onrecord::export::OffsetMap;
use onrecord::{Article, Attitude, Quote, Speaker};

/// The columns; lists are joined by "; ".
const COLUMNS: &[&str] = &[
    "article",
    "quote",
    "kind",
    "attitude",
    "speaker",
    "speaker_kind",
    "titles",
    "affiliation",
    "country",
    "source",
    "cue",
    "cue_lemma",
    "text",
    "start",
    "end",
    "addressee",
    "outlet",
    "occasion",
    "day",
    "negated",
    "parent",
    "continues",
    "topics",
    "confidence",
    "why_unknown",
    "repairs",
];

/// The line with the names of the columns.
pub fn head() -> Vec<u8> {
    written(|table| table.write_record(COLUMNS))
}

/// The quotes of an article.
pub fn rows(writer: &Writer, document: &Document, article: &Article) -> Vec<u8> {
    let map = OffsetMap::new(&document.text, writer.offsets);
    let wanted = |quote: &&Quote| writer.all_attitudes || quote.attitude == Attitude::Said;
    written(|table| article.quotes.iter().filter(wanted).try_for_each(|quote| table.write_record(row(quote, document, article, &map))))
}

/// A table as bytes.
pub fn written(write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    // A vector takes every byte, and every row has the same columns.
    drop(write(&mut table));
    table.into_inner().unwrap_or_default()
}

fn row(quote: &Quote, document: &Document, article: &Article, map: &OffsetMap) -> Vec<String> {
    let speaker = quote.speaker.and_then(|id| article.speakers.get(id.0));
    let (start, end) = (quote.content.iter().map(|span| span.start).min(), quote.content.iter().map(|span| span.end).max());
    let offset = |byte: Option<usize>| byte.map_or(String::new(), |byte| map.from_byte(byte).to_string());
    let number = |id: Option<usize>| id.map_or(String::new(), |id| id.to_string());
    let mut row = vec![text(document.id.as_ref()), quote.id.0.to_string(), quote.kind.to_string(), quote.attitude.to_string()];
    row.extend(who(speaker));
    row.extend(words(quote, &document.text));
    row.extend([offset(start), offset(end), text(quote.addressee.as_ref()), text(quote.outlet.as_ref())]);
    row.extend([text(quote.occasion.map(|it| it.kind)), text(quote.day.as_ref()), quote.negated.to_string()]);
    row.extend([number(quote.parent.map(|id| id.0)), number(quote.continues.map(|id| id.0)), quote.topics.join("; ")]);
    row.extend([format!("{:.4}", quote.confidence), text(quote.why_unknown), repairs(quote, article)]);
    row
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn who(speaker: Option<&Speaker>) -> [String; 5] {
    let Some(speaker) = speaker else { return Default::default() };
    let (affiliation, country) = (text(speaker.affiliation.as_ref()), text(speaker.country.as_ref()));
    [speaker.name.clone(), speaker.kind.to_string(), speaker.titles.join("; "), affiliation, country]
}

fn words(quote: &Quote, article: &str) -> [String; 4] {
    let source = quote.source.map_or(String::new(), |span| span.of(article).to_owned());
    let (cue, lemma) = quote.cue.as_ref().map_or_else(Default::default, |cue| (cue.span.of(article).to_owned(), cue.lemma.clone()));
    [source, cue, lemma, quote.text.clone()]
}

fn repairs(quote: &Quote, article: &Article) -> String {
    let kinds = quote.repairs.iter().filter_map(|id| article.repairs.get(id.0)).map(|repair| repair.kind.name());
    kinds.collect::<Vec<_>>().join("; ")
}
