//! onrecord reads a news article, as messy as the web serves it, and says who said what, about what.
//!
//! ```
//! let text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
//! let article = onrecord::parse(text);
//! let quote = &article.quotes[0];
//! assert_eq!(&text[quote.content[0]], "We will talk,");
//! assert_eq!(article.speakers[quote.speaker.unwrap().0].name, "Ana Ruiz");
//! ```
//!
//! # How an article flows through
//!
//! | step | from | to |
//! |---|---|---|
//! | [`input::read`] | `&str` | characters classed, marks found, damage seen through |
//! | [`layout::read`] | text | title, byline, dateline, paragraphs, furniture, sentences |
//! | [`lexer::split`] | sentences | tokens with their parts of speech |
//! | [`mentions::find`] | tokens | people, roles, organizations, unnamed sources, documents |
//! | [`quotes::find`] | marks | quoted stretches, paired and repaired |
//! | [`sources::attribute`] | all of these | source, cue, content |
//! | [`speakers::resolve`] | sources | who is who |
//! | [`topics::rank`] | text, quotes | what each is about |

pub mod article;
mod assemble;
mod data;
mod error;
pub mod input;
pub mod layout;
pub mod lexer;
pub mod mentions;
mod options;
mod order;
pub mod pipeline;
pub mod quotes;
pub mod sources;
mod span;
pub mod speakers;
pub mod topics;

#[cfg(feature = "serde")]
pub mod export;
#[cfg(feature = "render")]
pub mod render;
#[cfg(feature = "serde")]
pub mod tables;

pub use article::{
    Anonymity, Article, Attitude, Block, BlockKind, Byline, Cue, Dateline, Facet, Occasion, OccasionKind, Quote, QuoteId, QuoteKind,
    Repair, RepairId, RepairKind, Speaker, SpeakerId, SpeakerKind, Topic, WhyUnknown,
};
pub use error::Error;
pub use options::Options;
pub use pipeline::Trace;
pub use span::Span;

/// Reads an article with the default options.
pub fn parse(text: &str) -> Article {
    parse_with(text, &Options::default())
}

/// Reads an article; never fails, and ignores the size limit of the options (see [`try_parse`]).
pub fn parse_with(text: &str, options: &Options) -> Article {
    pipeline::run(text, options)
}

/// Reads an article unless it is larger than the options allow.
///
/// # Errors
/// [`Error::is_too_large`].
pub fn try_parse(text: &str, options: &Options) -> Result<Article, Error> {
    if text.len() > options.max_bytes() {
        return Err(Error::too_large(text.len(), options.max_bytes()));
    }
    Ok(parse_with(text, options))
}

/// Runs the same steps as [`parse_with`] and keeps what each made, to explain a result.
pub fn trace<'a>(text: &'a str, options: &Options) -> Trace<'a> {
    pipeline::trace(text, options)
}
