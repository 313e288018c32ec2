//! [`Row`]: a JSON object, every value as it was written.

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of a row in order; every value is the piece of the line that it was.
#[derive(Debug, Default)]
pub struct Row<'a>(pub Vec<(String, &'a RawValue)>);

impl<'a> Row<'a> {
    /// Takes a field out; where it stands there twice the last one counts, as everywhere in JSON.
    pub fn take(&mut self, name: &str) -> Option<&'a RawValue> {
        let mut found = None;
        self.0.retain(|(key, value)| {
            let wanted = key == name;
            if wanted {
                found = Some(*value);
            }
            !wanted
        });
        found
    }

    /// The names of the fields, for a message.
    pub fn names(&self) -> String {
        let names: Vec<_> = self.0.iter().take(12).map(|(key, _)| format!("“{key}”")).collect();
        if names.is_empty() { "it has none".to_owned() } else { format!("it has {}", names.join(", ")) }
    }
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
        f.write_str("an object with a text")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row<'de>, A::Error> {
        let mut row = Row::default();
        while let Some(field) = map.next_entry::<String, &RawValue>()? {
            row.0.push(field);
        }
        Ok(row)
    }
}
