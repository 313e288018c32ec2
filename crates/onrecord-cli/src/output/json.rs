//! The wire format of the library, with the fields of the row behind it as they were written.

use super::Writer;
use crate::input::Document;
use onrecord::Article;
use onrecord::export::{self, FIELDS};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A field with its value in JSON.
type Field = (String, String);

/// One line.
pub fn line(writer: &Writer, document: &Document, article: &Article) -> Vec<u8> {
    let mut out = Vec::with_capacity(document.text.len() * 2);
    // A vector takes every byte, and the wire format has nothing that JSON cannot say.
    drop(serde_json::to_writer(&mut out, &export::wire(article, &document.text, writer.offsets)));
    append(&mut out, &extra(writer, document), false);
    out.push(b'\n');
    out
}

/// Several lines, indented, without the end of the last line.
pub fn indented(writer: &Writer, document: &Document, article: &Article) -> Vec<u8> {
    let mut out = Vec::with_capacity(document.text.len() * 4);
    drop(serde_json::to_writer_pretty(&mut out, &export::wire(article, &document.text, writer.offsets)));
    append(&mut out, &extra(writer, document), true);
    out
}

/// The fields that follow those of the format.
fn extra(writer: &Writer, document: &Document) -> Vec<Field> {
    let mut fields = Vec::new();
    if writer.with_text {
        fields.push(("text".to_owned(), Value::from(&*document.text).to_string()));
    }
    if !writer.fields {
        return fields;
    }
    let (taken, free): (Vec<_>, Vec<_>) = document.rest.iter().partition(|(key, _)| is_taken(writer, key));
    let pair = |(key, value): &(String, Cow<RawValue>)| (key.clone(), value.get().to_owned());
    fields.extend(free.into_iter().map(pair));
    if !taken.is_empty() {
        // A row may have a "title" of its own; the article's is another thing, and neither may be lost.
        let mut input = b"{}".to_vec();
        append(&mut input, &taken.into_iter().map(pair).collect::<Vec<_>>(), false);
        fields.push(("input".to_owned(), String::from_utf8_lossy(&input).into_owned()));
    }
    fields
}

/// Is there a field of this name beside the fields of the row?
fn is_taken(writer: &Writer, key: &str) -> bool {
    FIELDS.contains(&key) || key == "input" || key == "text" && writer.with_text
}

/// Puts fields before the brace that ends an object.
fn append(object: &mut Vec<u8>, fields: &[Field], lines: bool) {
    if fields.is_empty() {
        return;
    }
    let (before, colon, end) = if lines { ("\n  ", ": ", "\n}") } else { ("", ":", "}") };
    object.truncate(object.len().saturating_sub(end.len()));
    for (key, value) in fields {
        let comma = if object.last() == Some(&b'{') { "" } else { "," };
        object.extend_from_slice(format!("{comma}{before}{}{colon}{value}", Value::from(key.as_str())).as_bytes());
    }
    object.extend_from_slice(end.as_bytes());
}
