//! Files, folders and stdin to articles.
//!
//! [`Inputs`] yields [`Item`]s, raw bytes with their place, in batches; [`Item::decode`] makes a [`Document`] of one, on any thread.

mod bytes;
mod decode;
mod files;
mod lines;
mod reader;
mod row;
mod rows;
mod size;
mod values;

pub use decode::Document;
use decode::Reading;
pub use files::{ending, is_article, is_compressed, total_bytes};
pub use reader::Inputs;

use crate::report::{Place, Problem};
use clap::ValueEnum;
use std::path::PathBuf;

/// The largest article that is read unless the caller says otherwise. A long novel has 3 MB; parsing takes some 35 times the text.
const MAX_BYTES: &str = "10M";

/// What to read, and how; shared by the subcommands.
#[derive(clap::Args, Clone, Debug)]
pub struct InputArgs {
    /// What the inputs hold: auto (.txt text, .jsonl and .json rows; stdin and other files: rows where they begin with `{` or `[{`), text, jsonl
    #[arg(long, value_name = "KIND", default_value = "auto", hide_possible_values = true)]
    pub input_format: Kind,
    /// Read invalid UTF-8 too: as Windows-1252 where there is no UTF-8 at all, else each bad sequence becomes `\u{fffd}`; named on stderr
    #[arg(long)]
    pub lossy: bool,
    /// The field of a row that holds the article
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,
    /// The field of a row that says what the article is called
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,
    /// Refuse articles (text files, or rows as they stand in the file) larger than this; K, M and G may follow the number
    #[arg(long, value_name = "SIZE", default_value = MAX_BYTES, value_parser = size::parse)]
    pub max_bytes: usize,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// By its name, or by its first character.
    Auto,
    /// One article.
    Text,
    /// Rows: an article a line, or a list of them.
    Jsonl,
}

/// What was found at a place, before it is looked at closely.
#[derive(Debug)]
pub struct Item {
    /// Where.
    pub place: Place,
    /// What.
    pub body: Body,
    /// How many bytes of input went into it.
    pub size: u64,
}

/// The raw bytes of an article.
#[derive(Debug)]
pub enum Body {
    /// A text file, with the id that its name gives it.
    Text { id: Option<String>, bytes: Vec<u8> },
    /// A row, which begins at byte `at` of its file; `guessed`: only its first character says that it is one.
    Row { bytes: Vec<u8>, at: u64, guessed: bool },
    /// Something that could not be read.
    Broken(String),
}

impl Item {
    /// A problem in the place of an article.
    fn broken(place: &Place, message: impl Into<String>, size: u64) -> Self {
        Self { place: place.clone(), body: Body::Broken(message.into()), size }
    }

    /// The article, or why it cannot be read.
    ///
    /// # Errors
    /// Names the place: "news.jsonl:3: invalid UTF-8 at byte 57 of the line".
    pub fn decode(&self, args: &InputArgs) -> Result<Document<'_>, Problem> {
        let reading = Reading { lossy: args.lossy, text: &args.text_field, id: &args.id_field };
        let hint = |message: String| message + "; if it is an article, --input-format text reads it";
        let document = match &self.body {
            Body::Text { id, bytes } => decode::text(id.as_deref(), bytes, reading),
            Body::Row { bytes, at, guessed: false } => decode::row(bytes, *at, reading),
            Body::Row { bytes, at, guessed: true } => decode::row(bytes, *at, reading).map_err(hint),
            Body::Broken(message) => Err(message.clone()),
        };
        document.map_err(|message| Problem::new(&self.place, message))
    }
}

/// One input as the user named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `-`
    Stdin,
    /// A file, with the id of the article where it is a text.
    File { path: PathBuf, id: Option<String> },
}
