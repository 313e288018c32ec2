//! What has a name in the wire format: kinds of blocks, quotes and speakers, attitudes, repairs.

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
        /// A person with a proper name, or several who are all named: "Ana Ruiz and Ben Marsh".
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
