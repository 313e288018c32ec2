//! One row a quote, for spreadsheets and data frames.

use super::Writer;
use crate::input::Document;
use crate::report::Place;
use onrecord::export::OffsetMap;
use onrecord::{Article, Attitude, Quote, Speaker};

/// The columns; lists are joined by "; ".
const COLUMNS: &[&str] = &[
    "article",
    "input",
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
    "spans",
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
pub fn rows(writer: &Writer, place: &Place, document: &Document, article: &Article) -> Vec<u8> {
    let sheet = Sheet { id: text(document.id.as_ref()), place: place.to_string(), text: &document.text, article };
    let map = OffsetMap::new(&document.text, writer.offsets);
    let wanted = |quote: &&Quote| writer.all_attitudes || quote.attitude == Attitude::Said;
    written(|table| article.quotes.iter().filter(wanted).try_for_each(|quote| table.write_record(row(quote, &sheet, &map))))
}

/// A table as bytes.
pub fn written(write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    // A vector takes every byte, and every row has the same columns.
    drop(write(&mut table));
    table.into_inner().unwrap_or_default()
}

/// What the rows of an article have in common.
struct Sheet<'a> {
    id: String,
    /// Two articles may have the same id, or none; where they were read tells them apart.
    place: String,
    text: &'a str,
    article: &'a Article,
}

fn row(quote: &Quote, sheet: &Sheet, map: &OffsetMap) -> Vec<String> {
    let speaker = quote.speaker.and_then(|id| sheet.article.speakers.get(id.0));
    let number = |id: Option<usize>| id.map_or(String::new(), |id| id.to_string());
    let mut row = vec![sheet.id.clone(), sheet.place.clone(), quote.id.0.to_string(), quote.kind.to_string(), quote.attitude.to_string()];
    row.extend(who(speaker));
    row.extend(words(quote, sheet.text));
    row.extend(places(quote, map));
    row.extend([text(quote.addressee.as_ref()), text(quote.outlet.as_ref())]);
    row.extend([text(quote.occasion.map(|it| it.kind)), text(quote.day.as_ref()), quote.negated.to_string()]);
    row.extend([number(quote.parent.map(|id| id.0)), number(quote.continues.map(|id| id.0)), quote.topics.join("; ")]);
    row.extend([format!("{:.4}", quote.confidence), text(quote.why_unknown), repairs(quote, sheet.article)]);
    row
}

/// From the first of its words to the last, and each of its spans: a quotation that its tag cuts has two, “12-20; 35-41”.
fn places(quote: &Quote, map: &OffsetMap) -> [String; 3] {
    let spans: Vec<_> = quote.content.iter().map(|span| (map.from_byte(span.start), map.from_byte(span.end))).collect();
    let (start, end) = (spans.iter().map(|it| it.0).min(), spans.iter().map(|it| it.1).max());
    let spans: Vec<_> = spans.iter().map(|(start, end)| format!("{start}-{end}")).collect();
    [text(start), text(end), spans.join("; ")]
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
