//! Step 7, [`resolve`]: who is who. Mentions are joined into speakers, and each attribution gets its own.

use crate::article::{Anonymity, SpeakerKind, WhyUnknown};
use crate::input::Text;
use crate::layout::Layout;
use crate::mentions::Mention;
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
pub fn resolve(_text: &Text, _layout: &Layout, _mentions: &[Mention], attributions: &[Attribution]) -> Speakers {
    Speakers { entities: Vec::new(), of: attributions.iter().map(|_| (Err(WhyUnknown::NoCandidate), 0.0)).collect() }
}
