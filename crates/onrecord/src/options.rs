//! [`Options`]: what a caller can choose.

use crate::topics::TopicSet;

/// What a caller can choose; private fields, so that it can grow.
///
/// ```
/// let options = onrecord::Options::new().with_min_confidence(0.5);
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    min_confidence: f64,
    max_bytes: usize,
    topics: TopicSet,
    tagger: bool,
    joined: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_confidence: 0.0, max_bytes: usize::MAX, topics: TopicSet::builtin(), tagger: cfg!(feature = "tagger"), joined: false }
    }
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves out quotes below this confidence (0 to 1; default 0).
    #[must_use]
    pub fn with_min_confidence(mut self, min: f64) -> Self {
        self.min_confidence = min;
        self
    }

    /// Refuses a text of more bytes (default: no limit) in [`crate::try_parse`].
    #[must_use]
    pub fn with_max_bytes(mut self, max: usize) -> Self {
        self.max_bytes = max;
        self
    }

    /// Looks for these topics (default: [`TopicSet::builtin`]).
    #[must_use]
    pub fn with_topics(mut self, topics: TopicSet) -> Self {
        self.topics = topics;
        self
    }

    /// Asks the small neural network too (default: yes, with the Cargo feature `tagger`, without which there is none to ask): it finds more of
    /// what is reported without quotation marks, and takes about ten times as long as grammar alone (half a megabyte a second on one core).
    #[must_use]
    pub fn with_tagger(mut self, on: bool) -> Self {
        self.tagger = on;
        self
    }

    /// Gives a quotation that its own tag cuts between sentences, “A,” she said. “B.”, as one quote with two spans, as corpora such as PolNeAR
    /// count it (default: no; it is two quotes, of which the second [`continues`](crate::Quote::continues) the first). One that goes on amid
    /// its sentence, “A,” she said, “b.”, is always one quote; what goes on in another paragraph stays a quote of its own.
    #[must_use]
    pub fn with_joined(mut self, on: bool) -> Self {
        self.joined = on;
        self
    }

    /// See [`Options::with_joined`].
    pub fn joined(&self) -> bool {
        self.joined
    }

    /// See [`Options::with_tagger`].
    pub fn tagger(&self) -> bool {
        self.tagger
    }

    /// See [`Options::with_topics`].
    pub fn topics(&self) -> &TopicSet {
        &self.topics
    }

    /// See [`Options::with_min_confidence`].
    pub fn min_confidence(&self) -> f64 {
        self.min_confidence
    }

    /// See [`Options::with_max_bytes`].
    pub fn max_bytes(&self) -> usize {
        self.max_bytes
    }
}
