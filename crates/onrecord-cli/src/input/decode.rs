//! [`Document`]: the text of an article, decoded, with what its row says beside it.

use super::bytes;
use super::row::Row;
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// An article before it is parsed.
#[derive(Debug)]
pub struct Document<'a> {
    /// What the caller calls it: a string, or the digits of a number.
    pub id: Option<String>,
    /// The words.
    pub text: Cow<'a, str>,
    /// The other fields of the row.
    pub rest: Vec<(String, Cow<'a, RawValue>)>,
    /// How it was read, where that was a guess.
    pub note: Option<&'static str>,
}

/// How rows and bytes are read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Also what is no UTF-8, and halves of characters.
    pub lossy: bool,
    /// The field of a row that holds the text.
    pub text: &'a str,
    /// The field that holds the id.
    pub id: &'a str,
}

/// A text file.
pub fn text<'a>(id: Option<&str>, bytes: &'a [u8], reading: Reading) -> Result<Document<'a>, String> {
    let (text, note) = bytes::read(bytes, None, reading.lossy)?;
    Ok(Document { id: id.map(str::to_owned), text, rest: Vec::new(), note })
}

/// A row that begins at byte `at` of its file.
pub fn row<'a>(bytes: &'a [u8], at: u64, reading: Reading) -> Result<Document<'a>, String> {
    let (line, note) = bytes::read(bytes, Some(at), reading.lossy)?;
    let document = match line {
        Cow::Borrowed(line) => document(line, reading),
        // The fields borrow from the line, which goes away here.
        Cow::Owned(line) => document(&line, reading).map(Document::into_owned),
    };
    Ok(Document { note, ..document? })
}

fn document<'a>(line: &'a str, reading: Reading) -> Result<Document<'a>, String> {
    // Each file that was glued into this one may have brought its byte-order mark.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    let mut row: Row = serde_json::from_str(line).map_err(|error| broken(&error, line))?;
    let Some(text) = row.take(reading.text) else {
        let flag = if reading.text == "text" { "; --text-field names another one" } else { "" };
        return Err(format!("no “{}” in this row: {}{flag}", reading.text, row.names()));
    };
    let text = string(text, reading.text, reading.lossy)?;
    let id = match row.take(reading.id).filter(|id| id.get() != "null") {
        Some(id) => Some(name(id, reading.id)?),
        None => None,
    };
    let rest = row.0.into_iter().map(|(key, value)| (key, Cow::Borrowed(value))).collect();
    Ok(Document { id, text: Cow::Owned(text), rest, note: None })
}

/// An id is a string or a number.
fn name(id: &RawValue, field: &str) -> Result<String, String> {
    match id.get().as_bytes().first() {
        Some(b'"') => string(id, field, true),
        Some(b'-' | b'0'..=b'9') => Ok(id.get().to_owned()),
        _ => Err(format!("“{field}” is {}, not a string or a number", sort(id))),
    }
}

/// The string that a value is. Half an emoji (`\ud83d` alone) is valid JSON, but not text.
fn string(value: &RawValue, field: &str, lossy: bool) -> Result<String, String> {
    if !value.get().starts_with('"') {
        return Err(format!("“{field}” is {}, not a string", sort(value)));
    }
    match serde_json::from_str::<String>(value.get()) {
        Ok(text) => Ok(text),
        Err(_) if lossy => halves(value),
        Err(_) => Err(format!("“{field}” has half a character, a surrogate without its pair such as \\ud83d; --lossy reads on")),
    }
}

/// Reads a string with halves of emoji in it; each becomes `\u{fffd}`.
fn halves(value: &RawValue) -> Result<String, String> {
    let bytes: Bytes = serde_json::from_str(value.get()).map_err(|error| broken(&error, value.get()))?;
    Ok(String::from_utf8_lossy(&bytes.0).into_owned())
}

/// serde_json lets such halves through where bytes are asked for.
struct Bytes(Vec<u8>);

impl<'de> serde::Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Bytes;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Visitor)
    }
}

/// What a value is, for a message.
fn sort(value: &RawValue) -> &'static str {
    match value.get().as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// What is wrong with a row, in words that need no look into the parser, and where.
fn broken(error: &serde_json::Error, row: &str) -> String {
    let message = error.to_string();
    if error.classify() == Category::Data {
        return format!("a row is an object with a text, found {}", found(row));
    }
    let what = PLAIN.iter().find(|(theirs, _)| message.starts_with(theirs)).map(|(_, ours)| *ours);
    let what = what.or(message.split(" at line ").next()).unwrap_or_default();
    let line = if error.line() > 1 { format!("line {} of the row, ", error.line()) } else { String::new() };
    format!("not a JSON row: {what} at {line}column {}", error.column())
}

/// How the parser begins its messages, and what is meant.
const PLAIN: &[(&str, &str)] = &[
    ("EOF", "it ends too early"),
    ("expected ident", "a value is missing or has no quotation marks"),
    ("expected value", "a value is missing or has no quotation marks"),
    ("key must be a string", "a name without quotation marks"),
    ("expected `:`", "a colon is missing"),
    ("expected `,`", "a comma or the end is missing"),
    ("trailing comma", "a comma too many"),
    ("trailing characters", "there is more behind the row"),
    ("control character", "a line break or another control character inside a text, which would be \\n"),
    ("invalid escape", "an unknown character behind a backslash"),
];

/// What a row is instead of an object.
fn found(row: &str) -> &'static str {
    match serde_json::from_str::<&RawValue>(row) {
        Ok(value) => sort(value),
        Err(_) => "something else",
    }
}

impl Document<'_> {
    fn into_owned(self) -> Document<'static> {
        let own = |value: Cow<'_, RawValue>| Cow::Owned(value.into_owned());
        Document {
            id: self.id,
            text: Cow::Owned(self.text.into_owned()),
            rest: self.rest.into_iter().map(|(key, value)| (key, own(value))).collect(),
            note: self.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAINLY: Reading = Reading { lossy: false, text: "text", id: "id" };

    fn error(line: &str) -> String {
        row(line.as_bytes(), 0, PLAINLY).unwrap_err()
    }

    #[test]
    fn other_fields_are_kept_as_written() {
        let line = r#"{"n":1.10,"id":7,"big":123456789012345678901234567890,"text":"Yes.","s":"\u00e9"}"#;
        let document = row(line.as_bytes(), 0, PLAINLY).unwrap();
        let rest: Vec<_> = document.rest.iter().map(|(key, value)| (key.as_str(), value.get())).collect();
        assert_eq!(rest, [("n", "1.10"), ("big", "123456789012345678901234567890"), ("s", r#""\u00e9""#)]);
        assert_eq!((document.id.as_deref(), &*document.text), (Some("7"), "Yes."));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(error("{\"id\":1}"), "no “text” in this row: it has “id”; --text-field names another one");
        assert_eq!(error("{\"text\":null}"), "“text” is null, not a string");
        assert_eq!(error("{\"text\":\"a\",\"id\":[1]}"), "“id” is a list, not a string or a number");
        assert_eq!(error("{\"text\":\"a\" \"b\"}"), "not a JSON row: a comma or the end is missing at column 13");
        assert_eq!(
            error("{\n\"text\": no}"),
            "not a JSON row: a value is missing or has no quotation marks at line 2 of the row, column 10"
        );
        assert_eq!(error("[1]"), "a row is an object with a text, found a list");
    }

    #[test]
    fn the_fields_may_have_other_names() {
        let reading = Reading { lossy: false, text: "body", id: "url" };
        let document = row(br#"{"url":"a","body":"Yes.","text":"no","body":"No."}"#, 0, reading).unwrap();
        assert_eq!((document.id.as_deref(), &*document.text, document.rest.len()), (Some("a"), "No.", 1));
        assert_eq!(row(b"{}", 0, reading).unwrap_err(), "no “body” in this row: it has none");
    }

    #[test]
    fn half_an_emoji_is_refused_or_replaced() {
        let line = br#"{"text":"Yes \ud83d."}"#;
        assert!(row(line, 0, PLAINLY).unwrap_err().contains("surrogate"));
        assert_eq!(
            row(line, 0, Reading { lossy: true, ..PLAINLY }).unwrap().text.trim_end_matches('.').chars().next_back(),
            Some('\u{fffd}')
        );
    }
}
