//! The one wire format: JSON, with offsets in a chosen unit.

use crate::article::Article;

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust slices.
    Bytes,
    /// Code points, as Python slices.
    #[default]
    Chars,
    /// UTF-16 units, as JavaScript slices.
    Utf16,
}

/// The article as a JSON value in the wire format `onrecord/1`.
pub fn to_value(_article: &Article, _text: &str, _offsets: Offsets) -> serde_json::Value {
    serde_json::Value::Null
}
