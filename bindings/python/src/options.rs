//! [`Options`], [`Topics`] and [`Parser`].

use crate::arguments::{self, OnError, Surrogates};
use crate::article::{Article, parse_as};
use crate::errors::{OptionError, raise};
use crate::many::{Articles, parse_many};
use crate::records::{Topic, TopicInfo};
use crate::value::Many;
use onrecord::export;
use onrecord::topics::TopicSet;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyDict, PyIterator, PyTuple, PyType};

/// What a caller can choose.
///
/// Args:
///     min_confidence: Leaves out quotes below this confidence, 0 to 1.
///     max_bytes: Refuses a text of more bytes of UTF-8; no limit where missing.
///     topics: The topics to look for; the built-in ones where missing.
///     tagger: Asks the small neural network too: it finds more of what is reported without quotation marks, and takes about ten times as long.
///     joined: Gives a quotation that its own tag cuts, “A,” she said. “B.”, as one quote with two spans; else it is two, of which the second
///         `continues` the first.
#[pyclass(frozen, eq, from_py_object, module = "onrecord")]
#[derive(Clone, PartialEq)]
pub(crate) struct Options {
    /// Leaves out quotes below this confidence, 0 to 1.
    #[pyo3(get)]
    min_confidence: f64,
    /// Refuses a text of more bytes of UTF-8.
    #[pyo3(get)]
    max_bytes: Option<usize>,
    /// The topics to look for; `None` for the built-in ones.
    #[pyo3(get)]
    topics: Option<Topics>,
    /// Is the small neural network asked too?
    #[pyo3(get)]
    tagger: bool,
    /// Is a quotation that its own tag cuts one quote?
    #[pyo3(get)]
    joined: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_confidence: 0.0, max_bytes: None, topics: None, tagger: true, joined: false }
    }
}

impl Options {
    pub(crate) fn core(&self) -> onrecord::Options {
        let options = onrecord::Options::new().with_min_confidence(self.min_confidence);
        let options = options.with_max_bytes(self.max_bytes.unwrap_or(usize::MAX)).with_tagger(self.tagger).with_joined(self.joined);
        self.topics.as_ref().map_or(options.clone(), |topics| options.with_topics(topics.0.clone()))
    }
}

#[pymethods]
impl Options {
    #[new]
    #[pyo3(signature = (*, min_confidence=0.0, max_bytes=None, topics=None, tagger=true, joined=false))]
    fn new(
        #[pyo3(from_py_with = arguments::min_confidence)] min_confidence: f64,
        #[pyo3(from_py_with = arguments::max_bytes)] max_bytes: Option<usize>,
        #[pyo3(from_py_with = arguments::topics)] topics: Option<Topics>,
        #[pyo3(from_py_with = arguments::tagger)] tagger: bool,
        #[pyo3(from_py_with = arguments::joined)] joined: bool,
    ) -> PyResult<Self> {
        if (0.0..=1.0).contains(&min_confidence) {
            return Ok(Self { min_confidence, max_bytes, topics, tagger, joined });
        }
        Err(OptionError::new_err(format!("min_confidence: expected 0 to 1, found {min_confidence}")))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let values = (self.min_confidence, self.max_bytes, self.topics.clone(), self.tagger, self.joined).into_pyobject(py)?;
        crate::value::repr("Options", ["min_confidence", "max_bytes", "topics", "tagger", "joined"], &values)
    }

    fn __hash__(&self) -> u64 {
        self.min_confidence.to_bits() ^ self.max_bytes.unwrap_or(usize::MAX) as u64
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let kwargs = PyDict::new(py);
        kwargs.set_item("min_confidence", self.min_confidence)?;
        kwargs.set_item("max_bytes", self.max_bytes)?;
        kwargs.set_item("topics", self.topics.clone())?;
        kwargs.set_item("tagger", self.tagger)?;
        kwargs.set_item("joined", self.joined)?;
        Ok((PyTuple::empty(py), kwargs))
    }
}

/// The topics that a parse looks for: a collection of their ids, with what is known of each under its id.
///
/// Phrases of your own topics are words in any case; a capital asks for a capital (`Turkey`), and a space may be a hyphen in the text. `hack*`
/// is the word and all that begin so, `(arms|nuclear weapons)` one or the other, `(the)?` with or without, `..` up to three words. A phrase
/// that says less of the topic has a weight below 1, `{"text": "pier", "weight": 0.5}`; `exceptions` are phrases inside which none counts.
///
/// Example:
///     >>> water = onrecord.Topics.from_json('{"topics": [{"id": "water", "label": "Water", "phrases": ["tap water"]}]}')
///     >>> options = onrecord.Options(topics=onrecord.Topics.builtin() | water)
///     >>> options.topics["water"].label, "water" in options.topics
///     ('Water', True)
#[pyclass(frozen, eq, mapping, from_py_object, module = "onrecord")]
#[derive(Clone)]
pub(crate) struct Topics(TopicSet);

impl PartialEq for Topics {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().eq(other.0.iter())
    }
}

#[pymethods]
impl Topics {
    /// The issues and places that onrecord knows by itself.
    #[staticmethod]
    fn builtin() -> Self {
        Self(TopicSet::builtin())
    }

    /// Topics of your own, from JSON: `{"topics": [{"id": "water", "label": "Water", "phrases": ["drought*"]}]}`.
    ///
    /// Raises:
    ///     TopicsError: The JSON is malformed; the message names the line and what was expected.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, #[pyo3(from_py_with = arguments::data)] data: PyBackedStr) -> PyResult<Self> {
        TopicSet::from_json_str(&data).map(Self).map_err(|error| raise(&error))
    }

    /// Topics of your own, from TOML: `[[topics]]` with the keys of `from_json`.
    ///
    /// Raises:
    ///     TopicsError: The TOML is malformed; the message names the line and what was expected.
    #[classmethod]
    fn from_toml(_class: &Bound<'_, PyType>, #[pyo3(from_py_with = arguments::data)] data: PyBackedStr) -> PyResult<Self> {
        TopicSet::from_toml_str(&data).map(Self).map_err(|error| raise(&error))
    }

    /// The topics as JSON, in the form that `from_json` reads.
    fn to_json(&self) -> String {
        export::topics_to_json(&self.0)
    }

    /// The ids of the topics, in order.
    #[getter]
    fn ids(&self) -> Many<String> {
        Many(self.0.iter().map(|topic| topic.id.clone()).collect())
    }

    /// The topics with these ids alone.
    ///
    /// Raises:
    ///     TopicsError: There is no such topic.
    #[pyo3(signature = (*ids))]
    fn only(&self, ids: Vec<PyBackedStr>) -> PyResult<Self> {
        self.0.only(&ids.iter().map(|id| &**id).collect::<Vec<_>>()).map(Self).map_err(|error| raise(&error))
    }

    /// All topics but those with these ids.
    ///
    /// Raises:
    ///     TopicsError: There is no such topic.
    #[pyo3(signature = (*ids))]
    fn without(&self, ids: Vec<PyBackedStr>) -> PyResult<Self> {
        self.0.without(&ids.iter().map(|id| &**id).collect::<Vec<_>>()).map(Self).map_err(|error| raise(&error))
    }

    /// Both sets; where both have an id, the topic on the right counts.
    fn __or__(&self, other: &Self) -> Self {
        Self(self.0.with(&other.0))
    }

    fn __len__(&self) -> usize {
        self.0.iter().count()
    }

    /// Ids are in it, and topics of an article by their ids.
    fn __contains__(&self, item: &Bound<'_, PyAny>) -> bool {
        let id = item.cast::<Topic>().map_or_else(|_| item.extract().ok(), |topic| Some(topic.get().id.clone()));
        id.is_some_and(|id: String| self.0.get(&id).is_ok())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.ids().into_pyobject(py)?.try_iter()
    }

    /// What is known of the topic with this id.
    fn __getitem__(&self, id: &str) -> PyResult<TopicInfo> {
        let topic = self.0.get(id).map_err(|_| PyKeyError::new_err(id.to_owned()))?;
        Ok(TopicInfo {
            id: topic.id.clone(),
            facet: topic.facet.to_string(),
            label: topic.label.clone(),
            iptc: topic.iptc.clone(),
            wikidata: topic.wikidata.clone(),
        })
    }

    fn __hash__(&self) -> usize {
        self.__len__()
    }

    fn __repr__(&self) -> String {
        format!("<Topics: {}>", self.__len__())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_json")?, (slf.get().to_json(),)))
    }
}

/// Options to use again and again; can be pickled and shared between threads.
///
/// Args:
///     options: See `Options`; the defaults where missing.
///
/// Example:
///     >>> parser = onrecord.Parser(onrecord.Options(min_confidence=0.8))
///     >>> sure = parser.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
#[pyclass(frozen, eq, module = "onrecord")]
#[derive(PartialEq)]
pub(crate) struct Parser {
    /// What the parser was made with.
    #[pyo3(get)]
    options: Options,
}

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(signature = (options=None))]
    fn new(#[pyo3(from_py_with = arguments::options)] options: Option<Options>) -> Self {
        Self { options: options.unwrap_or_default() }
    }

    /// Reads one article; see `onrecord.parse`.
    #[pyo3(signature = (text, *, id=None, errors=Surrogates::Raise), text_signature = "($self, text, *, id=None, errors='strict')")]
    fn parse(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyAny>,
        #[pyo3(from_py_with = arguments::id)] id: Option<String>,
        errors: Surrogates,
    ) -> PyResult<Article> {
        parse_as(py, text, id, &self.options.core(), errors)
    }

    /// Reads many articles on all cores; see `onrecord.parse_many`.
    #[pyo3(signature = (texts, *, threads=None, window=None, progress=false, on_error=OnError::Raise, errors=Surrogates::Raise),
           text_signature = "($self, texts, *, threads=None, window=None, progress=False, on_error='raise', errors='strict')")]
    fn parse_many(
        &self,
        texts: &Bound<'_, PyAny>,
        #[pyo3(from_py_with = arguments::threads)] threads: Option<usize>,
        #[pyo3(from_py_with = arguments::window)] window: Option<usize>,
        #[pyo3(from_py_with = arguments::progress)] progress: bool,
        on_error: OnError,
        errors: Surrogates,
    ) -> PyResult<Articles> {
        parse_many(texts, threads, window, progress, on_error, Some(self.options.clone()), errors)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Parser({})", self.options.__repr__(py)?))
    }

    fn __hash__(&self) -> u64 {
        self.options.__hash__()
    }

    fn __getnewargs__(&self) -> (Options,) {
        (self.options.clone(),)
    }
}
