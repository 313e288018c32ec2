//! [`Parser`]: options and texts in, lines of the wire format out.

use crate::error::thrown;
use onrecord::export::{self, Offsets};
use onrecord::topics::TopicSet;
use onrecord::{Error, Options};
use wasm_bindgen::prelude::*;

/// The options of a caller, ready to be used for any number of articles.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Parser {
    options: Options,
}

#[wasm_bindgen]
impl Parser {
    /// `topics` is a topics file in JSON that adds to the built-in ones; `only` and `without` are topic ids.
    ///
    /// # Errors
    /// An `OnrecordError` of JavaScript: the topics are malformed, or an id is unknown.
    #[wasm_bindgen(constructor)]
    pub fn new(
        min_confidence: Option<f64>,
        max_bytes: Option<usize>,
        tagger: Option<bool>,
        joined: Option<bool>,
        topics: Option<String>,
        only: Option<Vec<String>>,
        without: Option<Vec<String>>,
    ) -> Result<Parser, JsValue> {
        let topics = topic_set(topics.as_deref(), only.as_deref(), without.as_deref()).map_err(thrown)?;
        let options = Options::new().with_min_confidence(min_confidence.unwrap_or(0.0)).with_topics(topics);
        let options = options.with_tagger(tagger.unwrap_or(has_tagger())).with_joined(joined.unwrap_or(false));
        Ok(Self { options: options.with_max_bytes(max_bytes.unwrap_or(usize::MAX)) })
    }

    /// One line of the wire format.
    ///
    /// # Errors
    /// An `OnrecordError` of JavaScript: the text is larger than the options allow.
    pub fn parse(&self, text: &str, id: Option<String>) -> Result<String, JsValue> {
        let mut article = onrecord::try_parse(text, &self.options).map_err(thrown)?;
        article.id = id;
        Ok(export::to_json_string(&article, text, Offsets::Utf16))
    }

    /// Why each quote was given to its speaker: a JSON list with an entry for each quote.
    pub fn trace(&self, text: &str) -> String {
        export::trace_to_json(&onrecord::trace(text, &self.options), text, Offsets::Utf16)
    }
}

/// Does this file hold the tagger?
#[wasm_bindgen]
pub fn has_tagger() -> bool {
    Options::new().tagger()
}

/// The built-in topics with those of a file, and of all these the wanted ones.
fn topic_set(file: Option<&str>, only: Option<&[String]>, without: Option<&[String]>) -> Result<TopicSet, Error> {
    let mut set = TopicSet::builtin();
    if let Some(file) = file {
        set = set.with(&TopicSet::from_json_str(file)?);
    }
    if let Some(ids) = only {
        set = set.only(&strs(ids))?;
    }
    if let Some(ids) = without {
        set = set.without(&strs(ids))?;
    }
    Ok(set)
}

fn strs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}
