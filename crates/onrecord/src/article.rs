//! The result of a parse: plain records, linked by ids that are indices into the article's own lists.

use crate::span::Span;

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

/// Declares an enum whose variants have one name each in the wire format.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All variants, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the wire format.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                let known = Self::ALL.iter().copied().find(|it| it.name() == name);
                known.ok_or_else(|| serde::de::Error::unknown_variant(&name, &[$($wire),+]))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

named! {
    /// What a block of the page is.
    BlockKind {
        /// The headline (and its repetition).
        Title = "title",
        /// The line under the headline.
        Deck = "deck",
        /// Who wrote it.
        Byline = "byline",
        /// A dateline that stands alone; one that opens a paragraph is part of that paragraph.
        Dateline = "dateline",
        /// Running text.
        Paragraph = "paragraph",
        /// A cross-head between paragraphs.
        Heading = "heading",
        /// The words under a picture, with the photographer.
        Caption = "caption",
        /// "Isachenkov reported from Moscow."
        Credit = "credit",
        /// "© 2021 …, all rights reserved."
        Copyright = "copyright",
        /// An item of a list.
        List = "list",
        /// Furniture of the page: share buttons, related links, newsletter lines.
        Boilerplate = "boilerplate",
    }
}

named! {
    /// How the words of a quote are given.
    QuoteKind {
        /// Inside quotation marks, or a turn of a transcript.
        Direct = "direct",
        /// Partly inside quotation marks.
        Mixed = "mixed",
        /// Reported without marks.
        Indirect = "indirect",
        /// In marks, though nobody is said to have said it: irony, a coinage, the title of a work.
        Scare = "scare",
    }
}

named! {
    /// Whether the content was put into words or is ascribed by the writer.
    Attitude {
        /// Put into words: say, write, ask, urge, order, promise, deny, accuse; or anything in quotation marks.
        Said = "said",
        /// Believe, know, consider.
        Thought = "thought",
        /// Seek, hope, plan, agree to.
        Wanted = "wanted",
        /// Fear, be glad.
        Felt = "felt",
    }
}

named! {
    /// Why a quote has no speaker.
    WhyUnknown {
        /// Nothing near the quote can speak.
        NoCandidate = "no candidate",
        /// More than one could be meant, and nothing decides.
        Ambiguous = "ambiguous",
        /// The clause names no source ("it was reported that …").
        Unsourced = "unsourced",
    }
}

named! {
    /// What sort of source a speaker is.
    SpeakerKind {
        /// One person with a proper name.
        Person = "person",
        /// A company, an agency, a ministry, a newspaper.
        Organization = "organization",
        /// Several people: "officials", "residents", "both sides".
        Group = "group",
        /// A place that stands for its government: "Moscow".
        Place = "place",
        /// A report, a poll, a lawsuit.
        Document = "document",
        /// One person without a name: "a senior administration official".
        Unnamed = "unnamed",
    }
}

named! {
    /// Where or how something was said.
    OccasionKind {
        /// "in an interview with ABC News"
        Interview = "interview",
        /// "in a statement"
        Statement = "statement",
        /// "at a press conference"
        PressConference = "press-conference",
        /// "in a speech"
        Speech = "speech",
        /// "in testimony before the committee"
        Testimony = "testimony",
        /// "on Twitter"
        SocialMedia = "social-media",
        /// "in an email"
        Email = "email",
        /// "by phone"
        Call = "call",
        /// "in a letter"
        Letter = "letter",
        /// "on state television"
        Broadcast = "broadcast",
        /// "in the report"
        Document = "document",
        /// Any other: "after the summit".
        Other = "other",
    }
}

named! {
    /// Which of the two lists of topics a topic belongs to.
    Facet {
        /// What is discussed: arms control, sanctions.
        Issue = "issue",
        /// Where: countries and territories.
        Place = "place",
    }
}

named! {
    /// What had to be seen through.
    RepairKind {
        /// UTF-8 read as Windows-1252: `â€œ`.
        Mojibake = "mojibake",
        /// An HTML entity left in the text: `&ldquo;`.
        Entity = "entity",
        /// Invisible characters: soft hyphen, zero-width space, byte-order mark.
        Invisible = "invisible",
        /// Two sentences without a space: "problems.Officials".
        GluedSentences = "glued_sentences",
        /// A quotation that never closes.
        MissingClose = "missing_close",
        /// A quotation that never opens.
        MissingOpen = "missing_open",
        /// An opening mark where a closing one belongs, or the reverse: “… dialogue. “
        TurnedMark = "turned_mark",
        /// The space on the wrong side of the mark: “COVID, ”said
        MisplacedSpace = "misplaced_space",
        /// The same mark twice.
        DoubledMark = "doubled_mark",
        /// Curly on one side, straight on the other.
        MixedMarks = "mixed_marks",
        /// A mark with no partner that was passed over.
        StrayMark = "stray_mark",
        /// The headline printed more than once.
        RepeatedTitle = "repeated_title",
        /// A dateline that lost its dash: "KATHMANDU The bodies …".
        DatelineDash = "dateline_dash",
        /// Input beyond a cap of the options that was not read further.
        Capped = "capped",
    }
}

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
