//! Gold articles: a text and who says what in it.

use crate::letters::Range;
use crate::rows::{self, Result};
use serde_json::Value;
use std::path::Path;

/// Source, cue and content, in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// The phrase that names the speaker.
    pub source: Vec<Range>,
    /// The words that attribute.
    pub cue: Vec<Range>,
    /// What was said.
    pub content: Vec<Range>,
}

impl Roles {
    /// Reads them from a row of either sort.
    pub fn read(row: &Value) -> Self {
        Self { source: rows::spans(&row["source"]), cue: rows::spans(&row["cue"]), content: rows::spans(&row["content"]) }
    }
}

/// A gold attribution.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Where.
    pub roles: Roles,
    /// Accepted names, split by `|`.
    pub speaker: Option<String>,
    /// One that is not required counts neither as a miss nor as a false alarm.
    pub required: bool,
}

/// A gold article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// All of the row.
    pub row: Value,
}

/// Reads a file or folder of gold articles.
pub fn read(path: &Path) -> Result<Vec<Article>> {
    rows::read(path)?.into_iter().map(article).collect()
}

fn article((id, row): (String, Value)) -> Result<Article> {
    let text = row["text"].as_str().ok_or_else(|| format!("{id}: no \"text\""))?.to_owned();
    let attributions = rows::list(&row["attributions"]).iter().map(attribution).collect();
    Ok(Article { id, text, attributions, row })
}

fn attribution(row: &Value) -> Attribution {
    Attribution { roles: Roles::read(row), speaker: rows::string(&row["speaker"]), required: row["required"].as_bool().unwrap_or(true) }
}
