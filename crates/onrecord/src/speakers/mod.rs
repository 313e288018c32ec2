//! Step 7, [`resolve`]: who is who. Mentions are joined into speakers, and each attribution gets its own.
//!
//! Full names are joined over the whole article first (`people`, `bodies`). Then a `reader` goes through the mentions in order,
//! as a person would, with the last ones in mind (`scene`): bare names, definite roles ("the official") and pronouns find theirs
//! there. What nobody mentioned is a figure too, because it can be meant by "he"; only those who speak become entries (`entities`).

mod apposition;
mod belonging;
mod bodies;
mod definite;
mod entities;
mod figure;
mod fold;
mod interview;
mod introduction;
mod later;
mod name;
mod namesakes;
mod page;
mod people;
mod phrases;
mod pronouns;
mod reader;
mod scene;
#[cfg(test)]
mod tests;
mod together;
mod verdict;
mod voices;
mod writing;

use crate::article::{Anonymity, SpeakerKind, WhyUnknown};
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::mentions::Mention;
use crate::quotes::Stretches;
use crate::sources::Attribution;
use crate::span::Span;

/// Someone who speaks, with the mentions that are theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest name without titles.
    pub name: String,
    /// What sort of source it is.
    pub kind: SpeakerKind,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Titles, longest first.
    pub titles: Vec<String>,
    /// The organization that they speak for.
    pub affiliation: Option<String>,
    /// ISO code.
    pub country: Option<&'static str>,
    /// Where it is named.
    pub mentions: Vec<Span>,
    /// What introduces it.
    pub descriptions: Vec<Span>,
    /// Whether the article promises not to name it.
    pub anonymity: Option<Anonymity>,
}

/// Who is who.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    /// Those who speak.
    pub entities: Vec<Entity>,
    /// For each attribution, its entity or why there is none, and how sure that is.
    pub of: Vec<(Result<usize, WhyUnknown>, f64)>,
}

/// Resolves the sources of all attributions.
pub fn resolve(
    text: &Text,
    layout: &Layout,
    tokens: &Tokens,
    mentions: &[Mention],
    stretches: &Stretches,
    attributions: &[Attribution],
) -> Speakers {
    if attributions.is_empty() {
        return Speakers::default();
    }
    let mut flat: Vec<&Mention> = Vec::with_capacity(mentions.len());
    let mut places = Vec::with_capacity(mentions.len());
    for mention in mentions {
        flat.extend(mention.owner.as_deref());
        flat.extend(&mention.members);
        places.push(flat.len());
        flat.push(mention);
    }
    let page = page::Page { text, layout, tokens, mentions: &flat, places: &places, stretches, attributions };
    let mut reader = reader::Reader::new(page);
    reader.read();
    verdict::speakers(reader)
}
