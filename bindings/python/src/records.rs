//! The records of an article, with the names of the wire format; offsets count code points.

use crate::value::{Many, Share, record};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple};

record! {
    /// A half-open range of the text in code points: `text[span.start:span.end]` are its words.
    ///
    /// `start, end = span` unpacks it, `len(span)` counts its code points, and spans are in the order of the text. An empty one is true as
    /// well, so that `if quote.source` asks whether there is one.
    Span {
        /// The first code point.
        start: usize,
        /// One past the last code point.
        end: usize,
    }
    with {
        fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
            (self.start, self.end).into_pyobject(py)?.try_iter()
        }

        fn __len__(&self) -> usize {
            self.end.saturating_sub(self.start)
        }

        fn __bool__(&self) -> bool {
            true
        }
    }
}

record! {
    /// The words that attribute: "said", "according to".
    Cue {
        /// Where they stand.
        span: Span,
        /// The dictionary form of the verb, or the phrase: "say".
        lemma: String,
    }
}

record! {
    /// Where or how something was said.
    Occasion {
        /// "at a press conference"
        span: Span,
        /// What sort of occasion it is: "interview", "statement", …
        kind: String,
    }
}

record! {
    /// The article keeps a source's name back.
    Anonymity {
        /// Whether anonymity was promised ("on condition of anonymity").
        granted: bool,
        /// "because they were not authorized to speak"
        reason: Option<Span>,
    }
}

record! {
    /// The place that opens a wire story: "GENEVA (AP) — ".
    Dateline {
        /// The whole dateline with its dash.
        span: Span,
        /// The place as printed: "MECHANICSBURG, Va.".
        place: String,
        /// ISO 3166-1 alpha-2 code of the country, where the place is known.
        country: Option<String>,
        /// "AP", "Reuters".
        agency: Option<String>,
        /// The date as printed.
        date: Option<String>,
    }
}

record! {
    /// One name of a byline or of a reporter credit.
    Byline {
        /// The name in its usual capitals: "Abby Goodman".
        name: String,
        /// "reporter", "editor", "photographer", or what the line says.
        role: Option<String>,
        /// Where the name stands.
        span: Span,
    }
}

record! {
    /// A part of the page.
    Block {
        /// What it is: "title", "paragraph", "caption", "boilerplate", …
        kind: String,
        /// Where it stands, without white space at its edges.
        span: Span,
    }
}

record! {
    /// One thing that had to be seen through.
    Repair {
        /// Its place in `Article.repairs`.
        id: usize,
        /// What was wrong: "turned_mark", "mojibake", "missing_close", …
        kind: String,
        /// Where.
        span: Span,
        /// What was done about it, for people.
        note: String,
    }
}

record! {
    /// What an article is about.
    Topic {
        /// In kebab case: "arms-control", "ukraine".
        id: String,
        /// "issue" or "place".
        facet: String,
        /// For people: "Arms control".
        label: String,
        /// How much of the article it is, from 0 to 1.
        score: Share,
        /// The IPTC Media Topic: "medtop:20000080".
        iptc: Option<String>,
        /// The Wikidata item: "Q322348".
        wikidata: Option<String>,
        /// The words that led to it.
        evidence: Many<Span>,
    }
}

record! {
    /// A topic that a parse looks for: what `Topics` knows of it.
    TopicInfo {
        /// In kebab case: "arms-control", "ukraine".
        id: String,
        /// "issue" or "place".
        facet: String,
        /// For people: "Arms control".
        label: String,
        /// The IPTC Media Topic: "medtop:20000080".
        iptc: Option<String>,
        /// The Wikidata item: "Q322348".
        wikidata: Option<String>,
    }
}

record! {
    /// A text that could not be read: what `parse_many` with `on_error="keep"` gives in the place of an article.
    Failure {
        /// The place of the text among the texts, from 0.
        index: usize,
        /// What the caller calls it.
        id: Option<String>,
        /// Why it could not be read, as in the table `errors`.
        error: String,
    }
}

record! {
    /// Someone or something that speaks.
    Speaker {
        /// Its place in `Article.speakers`.
        id: usize,
        /// The fullest name without titles, or the phrase for a source without a name.
        name: String,
        /// "person", "organization", "group", "place", "document" or "unnamed".
        kind: String,
        /// Other forms that the article uses.
        aliases: Many<String>,
        /// "Russian Foreign Minister"
        titles: Many<String>,
        /// The organization that they speak for.
        affiliation: Option<String>,
        /// ISO 3166-1 alpha-2 code.
        country: Option<String>,
        /// Where it is named.
        mentions: Many<Span>,
        /// What it said: places in `Article.quotes`.
        quotes: Many<usize>,
        /// What the article says to introduce it: "a Russia expert who served on …".
        descriptions: Many<Span>,
        /// Whether the article promises not to name it.
        anonymity: Option<Anonymity>,
    }
}

record! {
    /// One attribution: content, cue, source, and what is known about them.
    Quote {
        /// Its place in `Article.quotes`.
        id: usize,
        /// How the words are given: "direct", "mixed", "indirect" or "scare".
        kind: String,
        /// From the first to the last of its words, with what interrupts them.
        span: Span,
        /// What was said, without the outer quotation marks; several spans where it is interrupted or runs over paragraphs.
        content: Many<Span>,
        /// The content as printed, its spans joined by a space.
        text: String,
        /// The words that attribute.
        cue: Option<Cue>,
        /// The phrase that names the speaker here.
        source: Option<Span>,
        /// Who said it: a place in `Article.speakers`.
        speaker: Option<usize>,
        /// The name of that speaker.
        speaker_name: Option<String>,
        /// Why `speaker` is missing: "no candidate", "ambiguous" or "unsourced".
        why_unknown: Option<String>,
        /// To whom it was said.
        addressee: Option<String>,
        /// The medium that got the words: "told CNN".
        outlet: Option<String>,
        /// The day as printed: "Friday".
        day: Option<String>,
        /// Where or how it was said.
        occasion: Option<Occasion>,
        /// "said", or ascribed by the writer: "thought", "wanted", "felt". Whoever counts voices takes "said".
        attitude: String,
        /// "did not say that …"
        negated: bool,
        /// The quote that this one stands inside: a place in `Article.quotes`.
        parent: Option<usize>,
        /// The quote that this one goes on from.
        continues: Option<usize>,
        /// Topic ids, best first.
        topics: Many<String>,
        /// How sure the parser is that content, source and speaker are all right, from 0 to 1.
        confidence: Share,
        /// The repairs that touch it: places in `Article.repairs`.
        repairs: Many<usize>,
    }
}
