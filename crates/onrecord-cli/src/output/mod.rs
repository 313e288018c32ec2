//! An article as text for people, JSON, or rows of a table.

mod frame;
mod json;
mod shown;
pub mod table;
mod target;

pub use frame::Frame;
pub use target::Target;

use crate::input::{Document, ending};
use crate::report::Place;
use clap::ValueEnum;
use onrecord::Article;
use onrecord::export::Offsets;
use std::path::Path;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: quotes by speaker.
    Text,
    /// A page to look at.
    Html,
    /// One article, or a list of them, indented.
    Json,
    /// An article a line.
    Jsonl,
    /// A quote a line.
    Csv,
}

impl Format {
    /// What the ending of a file asks for; that before “.gz” where there is one.
    pub fn of(path: &Path) -> Option<Self> {
        match ending(path)?.as_str() {
            "txt" => Some(Self::Text),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// What stands before all articles, but for the head of a table.
    pub fn open(self, many: bool) -> &'static str {
        if self == Self::Json && many { "[" } else { "" }
    }

    /// What stands before an article.
    pub fn between(self, many: bool, first: bool) -> &'static [u8] {
        match self {
            Self::Json if many && first => b"\n",
            Self::Json if many => b",\n",
            Self::Text if !first => b"\n\n",
            _ => b"",
        }
    }

    /// What stands after all articles.
    pub fn close(self, many: bool, empty: bool) -> &'static [u8] {
        match self {
            Self::Json if many && empty => b"]\n",
            Self::Json if many => b"\n]\n",
            Self::Json if !empty => b"\n",
            Self::Html => shown::CLOSE.as_bytes(),
            _ => b"",
        }
    }
}

/// A unit as the command line names it.
pub fn offsets(name: &str) -> Result<Offsets, String> {
    name.parse().map_err(|error: onrecord::Error| error.to_string())
}

/// How articles are written.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Writer {
    /// As what.
    pub format: Format,
    /// The unit of every start and end.
    pub offsets: Offsets,
    /// Also what is thought, wanted or felt (text, html and csv).
    pub all_attitudes: bool,
    /// The other fields of the rows behind the article (json and jsonl).
    pub fields: bool,
    /// The text of the article as a field (json and jsonl).
    pub with_text: bool,
    /// More than one article is to be expected: a list in json, headed by their places in text.
    pub many: bool,
    /// The columns to fill; `None`: lines are not broken.
    pub width: Option<usize>,
    /// Text in colours.
    pub colour: bool,
}

impl Writer {
    /// What stands around all articles.
    pub fn frame(&self) -> Frame {
        let head = match self.format {
            Format::Csv => table::head(),
            Format::Html => shown::open().into_bytes(),
            format => format.open(self.many).into(),
        };
        Frame { head, format: self.format, many: self.many }
    }

    /// The article itself.
    pub fn article(&self, place: &Place, document: &Document, article: &Article) -> Vec<u8> {
        match self.format {
            Format::Text => shown::text(self, place, document, article).into_bytes(),
            Format::Html => shown::html(self, document, article).into_bytes(),
            Format::Json => json::indented(self, document, article),
            Format::Jsonl => json::line(self, document, article),
            Format::Csv => table::rows(self, place, document, article),
        }
    }
}
