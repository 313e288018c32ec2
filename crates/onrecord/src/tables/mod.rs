//! Articles as columns, for data frames: one table of quotes, one of speakers, one of topics.
//!
//! ```
//! use onrecord::export::Offsets;
//! use onrecord::tables::{Tables, Values};
//! let text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
//! let mut tables = Tables::new(Offsets::Chars);
//! tables.push(0, &onrecord::parse(text), text);
//! assert_eq!(tables.quotes.rows(), 1);
//! let Some(Values::Text(speakers)) = tables.quotes.column("speaker") else { unreachable!() };
//! assert_eq!(speakers.get(0), Some("Ana Ruiz"));
//! ```
//!
//! Every table begins with `row`, the number that the caller gave the article, and `article`, its id. Columns are flat, so that every
//! engine takes them: a span is two numbers, and only what is a list in an article is a list here.

mod cells;
mod column;
mod quotes;
mod speakers;
mod topics;

pub use column::{Kind, Texts, Values};

use crate::article::Article;
use crate::export::{OffsetMap, Offsets};
use cells::{Cell, Field};

/// The three tables, filled article by article.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tables {
    /// One row for each quote.
    pub quotes: Table,
    /// One row for each speaker.
    pub speakers: Table,
    /// One row for each topic of an article.
    pub topics: Table,
    offsets: Offsets,
}

impl Tables {
    /// Empty tables, whose offsets will count this unit.
    pub fn new(offsets: Offsets) -> Self {
        let (quotes, speakers) = (Table::new(quotes::FIELDS), Table::new(speakers::FIELDS));
        Self { quotes, speakers, topics: Table::new(topics::FIELDS), offsets }
    }

    /// Adds the rows of an article; `row` numbers it, `text` is the text that was parsed.
    pub fn push(&mut self, row: usize, article: &Article, text: &str) {
        let map = OffsetMap::new(text, self.offsets);
        let scene = Scene { row, article, text, map: &map };
        article.quotes.iter().for_each(|quote| self.quotes.push(quotes::FIELDS, &scene, quote));
        article.speakers.iter().for_each(|speaker| self.speakers.push(speakers::FIELDS, &scene, speaker));
        article.topics.iter().for_each(|topic| self.topics.push(topics::FIELDS, &scene, topic));
    }
}

/// Where a record stands.
struct Scene<'a> {
    row: usize,
    article: &'a Article,
    text: &'a str,
    map: &'a OffsetMap,
}

/// Named columns of one length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    columns: Vec<(&'static str, Values)>,
}

impl Table {
    fn new<R>(fields: &[Field<R>]) -> Self {
        Self { columns: fields.iter().map(|field| (field.name, Values::new(field.kind))).collect() }
    }

    fn push<'a, R>(&mut self, fields: &[Field<R>], scene: &Scene<'a>, record: &'a R) {
        for ((_, values), field) in self.columns.iter_mut().zip(fields) {
            values.push(&(field.read)(scene, record));
        }
    }

    /// Names and values, in order.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, &Values)> {
        self.columns.iter().map(|(name, values)| (*name, values))
    }

    /// The values of a column.
    pub fn column(&self, name: &str) -> Option<&Values> {
        self.columns().find(|(known, _)| *known == name).map(|(_, values)| values)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, values)| values.len())
    }
}

#[cfg(test)]
mod tests;
