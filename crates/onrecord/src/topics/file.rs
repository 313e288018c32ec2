//! Topics from a caller's file, JSON or TOML.

use super::set::{self, TopicDef, TopicSet};
use crate::article::Facet;
use crate::error::Error;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use std::fmt;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topics: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Id,
    label: Option<String>,
    #[serde(default)]
    facet: FacetName,
    iptc: Option<Iptc>,
    wikidata: Option<Wikidata>,
    phrases: Vec<Phrase>,
    #[serde(default)]
    except: Vec<Words>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum FacetName {
    #[default]
    Issue,
    Place,
}

/// A phrase of weight 1, or a table of a phrase and its weight.
struct Phrase(String, f64);

impl Phrase {
    fn new<E: de::Error>(text: String, weight: f64) -> Result<Self, E> {
        set::check_phrase(&text).map_err(E::custom)?;
        if set::is_weight(weight) {
            return Ok(Self(text, weight));
        }
        Err(E::custom(format_args!("phrase `{text}` has weight {weight}: {}", set::WEIGHT)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weighted {
    text: String,
    weight: f64,
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PhraseVisitor)
    }
}

/// Tells the two forms apart by hand, since an untagged enum would lose the line of an error.
struct PhraseVisitor;

impl<'de> Visitor<'de> for PhraseVisitor {
    type Value = Phrase;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a phrase, or a table of its `text` and `weight`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Phrase, E> {
        Phrase::new(text.to_owned(), 1.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Phrase, A::Error> {
        let Weighted { text, weight } = Weighted::deserialize(MapAccessDeserializer::new(map))?;
        Phrase::new(text, weight)
    }
}

/// Declares a string that is checked while the file is read, so that the reader of the format can name its line.
macro_rules! checked {
    ($name:ident, $check:expr) => {
        #[derive(Deserialize)]
        #[serde(try_from = "String")]
        struct $name(String);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                let check: fn(&str) -> Result<(), String> = $check;
                check(&text).map(|()| Self(text))
            }
        }
    };
}

checked!(Id, |id| set::check_id(id).map_err(|expected| format!("id `{id}`: {expected}")));
checked!(Words, set::check_phrase);
checked!(Iptc, |id| code(id, "medtop:", 8).ok_or_else(|| format!("iptc `{id}`: expected a code such as `medtop:20000418`")));
checked!(Wikidata, |id| code(id, "Q", 0).ok_or_else(|| format!("wikidata `{id}`: expected an item such as `Q125928`")));

/// Is it the prefix and digits, `len` of them, or any number of them where `len` is 0?
fn code(id: &str, prefix: &str, len: usize) -> Option<()> {
    let digits = id.strip_prefix(prefix)?;
    let right = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && (len == 0 || digits.len() == len);
    right.then_some(())
}

impl Row {
    fn into_def(self) -> TopicDef {
        let facet = match self.facet {
            FacetName::Issue => Facet::Issue,
            FacetName::Place => Facet::Place,
        };
        let label = self.label.unwrap_or_else(|| self.id.0.clone());
        let mut def = TopicDef::new(self.id.0, label).with_facet(facet);
        def.iptc = self.iptc.map(|it| it.0);
        def.wikidata = self.wikidata.map(|it| it.0);
        def.exceptions = self.except.into_iter().map(|it| it.0).collect();
        def.phrases = self.phrases.into_iter().map(|Phrase(text, weight)| (text, weight)).collect();
        def
    }
}

fn build(file: File) -> Result<TopicSet, Error> {
    TopicSet::new(file.topics.into_iter().map(Row::into_def).collect())
}

impl TopicSet {
    /// Reads topics from JSON: `{"topics": [{"id": "water", "label": "Water", "phrases": ["drought*"]}]}`.
    ///
    /// A topic may also have `facet` ("issue" or "place"), `iptc`, `wikidata` and `except` (phrases inside which none of its phrases
    /// count); a phrase may be `{"text": "tap", "weight": 0.5}`.
    ///
    /// # Errors
    /// [`Error::is_bad_topic`]; the message names the line and what was expected.
    // Inlined, so that it is compiled where it is called: in the npm package for size.
    #[inline]
    pub fn from_json_str(json: &str) -> Result<Self, Error> {
        let file =
            serde_json::from_str(json).map_err(|error| Error::topics_file(Some(error.line()), &without_place(&error.to_string())))?;
        build(file)
    }

    /// Reads topics from TOML: `[[topics]]` with the keys of [`TopicSet::from_json_str`].
    ///
    /// # Errors
    /// [`Error::is_bad_topic`]; the message names the line and what was expected.
    #[cfg(feature = "toml")]
    pub fn from_toml_str(toml: &str) -> Result<Self, Error> {
        let line = |at: usize| toml.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        let file = toml::from_str(toml).map_err(|error| Error::topics_file(error.span().map(|span| line(span.start)), error.message()))?;
        build(file)
    }
}

/// serde_json ends its messages with the line that [`Error::line`] gives.
fn without_place(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}
