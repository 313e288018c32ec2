//! Predicted articles, read from the wire format or parsed on the spot.

use crate::gold::Roles;
use crate::letters::Range;
use crate::rows::{self, Result};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Predictions by id.
pub type Predictions = HashMap<String, Article>;

/// What a parser made of an article; offsets in code points.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The text that the offsets belong to, where it is not that of the gold.
    pub text: Option<String>,
    /// The headline.
    pub title: Option<Range>,
    /// The place of the dateline.
    pub dateline: Option<String>,
    /// Names of the writers.
    pub bylines: Vec<String>,
    /// Parts of the page with their kinds.
    pub blocks: Vec<(String, Range)>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// Ids of topics with their facets.
    pub topics: Vec<(String, String)>,
    /// Statements, in a file that has the form of the sourcing gold.
    pub statements: Option<Value>,
}

/// A predicted quote.
#[derive(Clone, Debug, Default)]
pub struct Quote {
    /// direct, mixed, indirect or scare
    pub kind: String,
    /// said, thought, wanted, felt or nothing
    pub attitude: Option<String>,
    /// Where.
    pub roles: Roles,
    /// Who.
    pub speaker: Speaker,
    /// Where it says how it was said.
    pub occasion: Vec<Range>,
    /// How sure the parser is.
    pub confidence: Option<f64>,
    /// The rule that found it.
    pub rule: String,
}

/// A predicted speaker.
#[derive(Clone, Debug, Default)]
pub struct Speaker {
    /// The name; nothing where the speaker is unknown.
    pub name: Option<String>,
    /// Whether it stands in the article's list of speakers; one given as a bare name does not.
    pub listed: bool,
    /// person, organization, group, place, document, unnamed
    pub kind: String,
    /// "mayor"
    pub titles: Vec<String>,
    /// For whom they speak.
    pub affiliation: String,
    /// What introduces them.
    pub descriptions: Vec<Range>,
}

impl Quote {
    /// Words in quotation marks that nobody is said to have said.
    pub fn is_scare(&self) -> bool {
        self.kind == "scare"
    }

    /// Put into words, as far as is known.
    pub fn is_said(&self) -> bool {
        self.attitude.as_deref().is_none_or(|attitude| attitude == "said")
    }
}

/// Reads a file of predictions.
pub fn read(path: &Path) -> Result<Predictions> {
    Ok(rows::read(path)?.into_iter().map(|(id, row)| (id, article(&row))).collect())
}

fn article(row: &Value) -> Article {
    let speakers: Vec<Speaker> = rows::list(&row["speakers"]).iter().map(speaker).collect();
    Article {
        text: rows::string(&row["text"]),
        title: rows::span(&row["title"]),
        dateline: rows::string(&row["dateline"]["place"]),
        bylines: rows::list(&row["bylines"]).iter().filter_map(|byline| rows::string(&byline["name"])).collect(),
        blocks: rows::list(&row["blocks"]).iter().filter_map(block).collect(),
        quotes: rows::list(&row["quotes"]).iter().map(|quote| self::quote(quote, &speakers)).collect(),
        topics: rows::list(&row["topics"]).iter().map(|topic| (text(&topic["id"]), text(&topic["facet"]))).collect(),
        statements: row.get("statements").cloned(),
    }
}

fn text(value: &Value) -> String {
    rows::string(value).unwrap_or_default()
}

fn block(row: &Value) -> Option<(String, Range)> {
    Some((text(&row["kind"]), rows::span(row)?))
}

fn speaker(row: &Value) -> Speaker {
    Speaker {
        name: rows::string(row).or_else(|| rows::string(&row["name"])),
        listed: true,
        kind: text(&row["kind"]),
        titles: rows::strings(&row["titles"]),
        affiliation: text(&row["affiliation"]),
        descriptions: rows::spans(&row["descriptions"]),
    }
}

fn quote(row: &Value, speakers: &[Speaker]) -> Quote {
    Quote {
        kind: text(&row["kind"]),
        attitude: row["attitude"].as_str().map(str::to_owned),
        roles: Roles::read(row),
        speaker: who(&row["speaker"], speakers),
        occasion: rows::spans(&row["occasion"]),
        confidence: row["confidence"].as_f64(),
        rule: text(&row["rule"]),
    }
}

/// A speaker is a name, `{"name": …}` or an index into the article's list.
fn who(value: &Value, speakers: &[Speaker]) -> Speaker {
    if let Some(index) = value.as_u64() {
        return usize::try_from(index).ok().and_then(|i| speakers.get(i)).cloned().unwrap_or_default();
    }
    let name = rows::string(value).or_else(|| rows::string(&value["name"]));
    Speaker { name, ..Speaker::default() }
}
