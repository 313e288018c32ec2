//! The result of a parse: plain records, linked by ids that are indices into the article's own lists.

mod names;

use crate::span::Span;
pub use names::*;

/// A news article as read: structure, quotes, speakers, topics and repairs.
///
/// Every [`Span`] is in bytes of the text that was parsed.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Article {
    /// What the caller calls the article.
    pub id: Option<String>,
    /// The headline.
    pub title: Option<Span>,
    /// The place (and agency, and date) that opens the story.
    pub dateline: Option<Dateline>,
    /// Those who wrote or reported the story.
    pub bylines: Vec<Byline>,
    /// The day of publication as an ISO date, where the input states it.
    pub published: Option<String>,
    /// The parts of the page, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Who said what, in order of the content.
    pub quotes: Vec<Quote>,
    /// Those who speak, in order of their first mention.
    pub speakers: Vec<Speaker>,
    /// What the article is about, best first.
    pub topics: Vec<Topic>,
    /// What had to be seen through to read the text.
    pub repairs: Vec<Repair>,
}

/// Index into [`Article::quotes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuoteId(pub usize);

/// Index into [`Article::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpeakerId(pub usize);

/// Index into [`Article::repairs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RepairId(pub usize);

/// The place that opens a wire story: "GENEVA (AP) — ".
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Dateline {
    /// The whole dateline with its dash.
    pub span: Span,
    /// The place as printed: "MECHANICSBURG, Va.".
    pub place: String,
    /// ISO 3166-1 alpha-2 code of the country, where the place is known.
    pub country: Option<String>,
    /// "AP", "Reuters", "Associated Press".
    pub agency: Option<String>,
    /// The date as printed: "May 21, 2025".
    pub date: Option<String>,
}

/// One name of a byline or of a reporter credit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Byline {
    /// The name in its usual capitals: "Abby Goodman".
    pub name: String,
    /// "reporter", "editor", "photographer", or what the line says.
    pub role: Option<String>,
    /// Where the name stands.
    pub span: Span,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without white space at its edges.
    pub span: Span,
}

/// One attribution: content, cue, source, and what is known about them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quote {
    /// Its place in [`Article::quotes`].
    pub id: QuoteId,
    /// How the words are given.
    pub kind: QuoteKind,
    /// What was said, without the outer quotation marks; several spans where it is interrupted or runs over paragraphs.
    pub content: Vec<Span>,
    /// The content as printed, its spans joined by a space.
    pub text: String,
    /// The words that attribute: "said", "according to".
    pub cue: Option<Cue>,
    /// The phrase that names the speaker here.
    pub source: Option<Span>,
    /// Who said it.
    pub speaker: Option<SpeakerId>,
    /// Why `speaker` is missing.
    pub why_unknown: Option<WhyUnknown>,
    /// To whom it was said.
    pub addressee: Option<String>,
    /// The medium that got the words: "told CNN".
    pub outlet: Option<String>,
    /// The day as printed: "Friday".
    pub day: Option<String>,
    /// Where or how it was said.
    pub occasion: Option<Occasion>,
    /// Said, or ascribed by the writer.
    pub attitude: Attitude,
    /// "did not say that …"
    pub negated: bool,
    /// The quote that this one stands inside.
    pub parent: Option<QuoteId>,
    /// The quote that this one goes on from.
    pub continues: Option<QuoteId>,
    /// Topic ids, best first.
    pub topics: Vec<String>,
    /// How sure the parser is that content, source and speaker are all right, from 0 to 1.
    pub confidence: f64,
    /// The repairs that touch it.
    pub repairs: Vec<RepairId>,
}

impl Quote {
    /// From the first to the last of its words, with what interrupts them; where something about the quote is to be shown.
    pub fn span(&self) -> Span {
        self.content.iter().copied().reduce(Span::hull).unwrap_or_default()
    }
}

/// The words that attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// The dictionary form of the verb, or the phrase: "say", "according to".
    pub lemma: String,
}

/// Where or how something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Occasion {
    /// "at a press conference"
    pub span: Span,
    /// What sort of occasion it is.
    pub kind: OccasionKind,
}

/// Someone or something that speaks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Speaker {
    /// Its place in [`Article::speakers`].
    pub id: SpeakerId,
    /// The fullest name without titles, or the phrase for a source without a name.
    pub name: String,
    /// What sort of source it is.
    pub kind: SpeakerKind,
    /// Other forms that the article uses.
    pub aliases: Vec<String>,
    /// "Russian Foreign Minister"
    pub titles: Vec<String>,
    /// The organization that they speak for.
    pub affiliation: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Where it is named.
    pub mentions: Vec<Span>,
    /// What it said.
    pub quotes: Vec<QuoteId>,
    /// What the article says to introduce it: "a Russia expert who served on …".
    pub descriptions: Vec<Span>,
    /// Whether the article promises not to name it.
    pub anonymity: Option<Anonymity>,
}

/// The article keeps a source's name back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Anonymity {
    /// Whether anonymity was promised ("on condition of anonymity").
    pub granted: bool,
    /// "because they were not authorized to speak"
    pub reason: Option<Span>,
}

/// What an article is about.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Topic {
    /// In kebab case: "arms-control", "ukraine".
    pub id: String,
    /// Issue or place.
    pub facet: Facet,
    /// For people: "Arms control".
    pub label: String,
    /// How much of the article it is, from 0 to 1.
    pub score: f64,
    /// The IPTC Media Topic: "medtop:20000080".
    pub iptc: Option<String>,
    /// The Wikidata item: "Q322348".
    pub wikidata: Option<String>,
    /// The words that led to it.
    pub evidence: Vec<Span>,
}

/// One thing that had to be seen through.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// Its place in [`Article::repairs`].
    pub id: RepairId,
    /// What was wrong.
    pub kind: RepairKind,
    /// Where.
    pub span: Span,
    /// What was done about it, for people.
    pub note: String,
}
