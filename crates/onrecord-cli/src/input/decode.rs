//! [`Document`]: the text of an article, decoded, with what its row says beside it.

use super::row::Row;
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
}

/// A text file.
pub fn text<'a>(id: Option<&str>, bytes: &'a [u8], lossy: bool) -> Result<Document<'a>, String> {
    let text = utf8(bytes, lossy).map_err(|bad| describe(&bad, bytes, None))?;
    Ok(Document { id: id.map(str::to_owned), text, rest: Vec::new() })
}

/// A row of a .jsonl file that begins at byte `at` of it.
pub fn row(bytes: &[u8], at: u64, lossy: bool) -> Result<Document<'_>, String> {
    match utf8(bytes, lossy).map_err(|bad| describe(&bad, bytes, Some(at)))? {
        Cow::Borrowed(line) => document(line, lossy),
        // The fields borrow from the line, which goes away here.
        Cow::Owned(line) => document(&line, lossy).map(Document::into_owned),
    }
}

/// Names the first bad byte, in its line and in its file.
fn describe(bad: &std::str::Utf8Error, bytes: &[u8], at: Option<u64>) -> String {
    let index = bad.valid_up_to();
    let value = bytes.get(index).copied().unwrap_or_default();
    let hint = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16: convert it to UTF-8",
        [0x1f, 0x8b, ..] => "the file is compressed: try `zcat FILE | onrecord parse -`",
        _ => "--lossy reads on",
    };
    if let Some(at) = at {
        return format!("invalid UTF-8 (0x{value:02X}) at byte {index} of the line, byte {} of the file; {hint}", at + index as u64);
    }
    let before = bytes.get(..index).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    format!("invalid UTF-8 (0x{value:02X}) in line {line}, at byte {index} of the file; {hint}")
}

fn utf8(bytes: &[u8], lossy: bool) -> Result<Cow<'_, str>, std::str::Utf8Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) if lossy => Ok(String::from_utf8_lossy(bytes)),
        Err(bad) => Err(bad),
    }
}

fn document(line: &str, lossy: bool) -> Result<Document<'_>, String> {
    // Each file that was glued into this one may have brought its byte-order mark.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    let row: Row = serde_json::from_str(line).map_err(|error| broken(&error))?;
    let Some(text) = row.text else { return Err("no “text” in this row".to_owned()) };
    let text = string(text, "text", lossy)?;
    let id = match row.id.filter(|id| id.get() != "null") {
        Some(id) => Some(name(id)?),
        None => None,
    };
    let rest = row.rest.into_iter().map(|(key, value)| (key, Cow::Borrowed(value))).collect();
    Ok(Document { id, text: Cow::Owned(text), rest })
}

/// An id is a string or a number.
fn name(id: &RawValue) -> Result<String, String> {
    match id.get().as_bytes().first() {
        Some(b'"') => string(id, "id", true),
        Some(b'-' | b'0'..=b'9') => Ok(id.get().to_owned()),
        _ => Err(format!("“id” is {}, not a string or a number", sort(id))),
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
    let bytes: Bytes = serde_json::from_str(value.get()).map_err(|error| broken(&error))?;
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

/// A JSON error; its line is always 1, and the caller names the line of the file.
fn broken(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    format!("not a JSON row: {what} at column {}", error.column())
}

impl Document<'_> {
    fn into_owned(self) -> Document<'static> {
        let own = |value: Cow<'_, RawValue>| Cow::Owned(value.into_owned());
        Document {
            id: self.id,
            text: Cow::Owned(self.text.into_owned()),
            rest: self.rest.into_iter().map(|(key, value)| (key, own(value))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: &str) -> String {
        row(line.as_bytes(), 0, false).unwrap_err()
    }

    #[test]
    fn other_fields_are_kept_as_written() {
        let line = r#"{"n":1.10,"id":7,"big":123456789012345678901234567890,"text":"Yes.","s":"\u00e9"}"#;
        let document = row(line.as_bytes(), 0, false).unwrap();
        let rest: Vec<_> = document.rest.iter().map(|(key, value)| (key.as_str(), value.get())).collect();
        assert_eq!(rest, [("n", "1.10"), ("big", "123456789012345678901234567890"), ("s", r#""\u00e9""#)]);
        assert_eq!((document.id.as_deref(), &*document.text), (Some("7"), "Yes."));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(error("{\"id\":1}"), "no “text” in this row");
        assert_eq!(error("{\"text\":null}"), "“text” is null, not a string");
        assert_eq!(error("{\"text\":\"a\",\"id\":[1]}"), "“id” is a list, not a string or a number");
        assert!(error("{\"text\":\"a\" \"b\"}").starts_with("not a JSON row: expected `,` or `}` at column"));
        assert!(error("[1]").contains("an object with the fields `id` and `text`"));
    }

    #[test]
    fn half_an_emoji_is_refused_or_replaced() {
        let line = br#"{"text":"Yes \ud83d."}"#;
        assert!(row(line, 0, false).unwrap_err().contains("surrogate"));
        assert_eq!(row(line, 0, true).unwrap().text.trim_end_matches('.').chars().next_back(), Some('\u{fffd}'));
    }

    #[test]
    fn bad_bytes_are_named() {
        let message = row(b"{\"text\":\"caf\xe9\"}", 100, false).unwrap_err();
        assert_eq!(message, "invalid UTF-8 (0xE9) at byte 12 of the line, byte 112 of the file; --lossy reads on");
        let message = text(None, b"One\ntwo \xff", false).unwrap_err();
        assert_eq!(message, "invalid UTF-8 (0xFF) in line 2, at byte 8 of the file; --lossy reads on");
        assert_eq!(text(None, b"One\ntwo \xff", true).unwrap().text, "One\ntwo \u{fffd}");
    }
}
