//! [`Row`]: a JSON object with `id`, `text` and whatever else, which is kept as it was written.

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of a row; every value is the piece of the line that it was.
#[derive(Debug, Default)]
pub struct Row<'a> {
    /// `id`
    pub id: Option<&'a RawValue>,
    /// `text`
    pub text: Option<&'a RawValue>,
    /// All others, in order.
    pub rest: Vec<(String, &'a RawValue)>,
}

impl<'de> Deserialize<'de> for Row<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Row<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields `id` and `text`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row<'de>, A::Error> {
        let mut row = Row::default();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            match key.as_str() {
                "id" => row.id = Some(value),
                "text" => row.text = Some(value),
                _ => row.rest.push((key, value)),
            }
        }
        Ok(row)
    }
}
