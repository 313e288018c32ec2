//! The one wire format, `onrecord/1`: JSON, with offsets in a chosen unit.
//!
//! ```
//! use onrecord::export::{self, Offsets};
//! let text = "“Yes 😀,” she said.";
//! let article = onrecord::parse(text);
//! let json = export::to_json_string(&article, text, Offsets::Utf16);
//! assert!(json.starts_with(r#"{"schema":"onrecord/1","id":null,"offsets":"utf16","#));
//! ```
//!
//! [`wire`] gives a value to hand to any writer of serde, [`to_json_string`] and [`to_value`] are short for the two usual ones.
//! [`from_json_str`] reads the format, [`SCHEMA`] describes it; [`trace_to_json`] tells why.

mod offsets;
mod read;
#[cfg(test)]
mod tests;
mod topics;
mod trace;
mod wire;

pub use offsets::{OffsetMap, Offsets};
pub use read::from_json_str;
pub use topics::topics_to_json;
pub use trace::trace_to_json;
pub use wire::{FIELDS, Wire};

use crate::article::Article;

/// The JSON Schema (draft 2020-12) of the wire format.
pub const SCHEMA: &str = include_str!("../../schema/onrecord-1.schema.json");

/// The article in its wire format, to be written by any serializer; `text` is the text that was parsed.
pub fn wire<'a>(article: &'a Article, text: &str, offsets: Offsets) -> Wire<'a> {
    Wire::new(article, OffsetMap::new(text, offsets))
}

/// The article as a JSON value in the wire format `onrecord/1`.
pub fn to_value(article: &Article, text: &str, offsets: Offsets) -> serde_json::Value {
    // The wire format has string keys and finite numbers only, so that no value of it can fail to convert.
    serde_json::to_value(wire(article, text, offsets)).unwrap_or_default()
}

/// The article as one line of JSON in the wire format `onrecord/1`.
pub fn to_json_string(article: &Article, text: &str, offsets: Offsets) -> String {
    wire(article, text, offsets).to_string()
}
