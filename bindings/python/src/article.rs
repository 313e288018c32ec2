//! [`Article`], and [`parse`].

use crate::arguments::{self, Surrogates, Text};
use crate::arrow::Tables;
use crate::errors::ArticleError;
use crate::options::Options;
use crate::records::{Block, Byline, Dateline, Quote, Repair, Span, Speaker, Topic};
use crate::{convert, errors};
use onrecord::export::{self, OffsetMap, Offsets};
use onrecord::render::{self, HtmlOptions};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple, PyType};
use serde_json::{Map, Value};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// A news article as read: structure, quotes, speakers, topics and repairs.
///
/// Frozen and hashable. Every `start` and `end` counts code points, so that `article.text[span.start:span.end]` are the words of a span.
///
/// Example:
///     >>> article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
///     >>> article.quotes[0].text
///     'We will talk,'
///     >>> article.quotes[0].speaker_name
///     'Ana Ruiz'
#[pyclass(frozen, module = "onrecord")]
pub(crate) struct Article {
    text: Text,
    inner: onrecord::Article,
    map: OnceLock<OffsetMap>,
    quotes: PyOnceLock<Py<PyTuple>>,
    speakers: PyOnceLock<Py<PyTuple>>,
    topics: PyOnceLock<Py<PyTuple>>,
}

/// How pickle makes an object again: a function and its arguments.
type Reduced<'py> = (Bound<'py, PyAny>, (String, Bound<'py, PyString>));

/// Reads one article.
///
/// Args:
///     text: The article: plain text, as damaged as it comes.
///     id: What you call it; it comes back as `Article.id`, a whole number as a string.
///     options: See `Options`; the defaults where missing.
///     errors: "strict" raises `TextError` for a text with lone surrogates, "surrogatepass" reads past them.
///
/// Returns:
///     The article. Offsets count code points of `text`.
///
/// Raises:
///     TypeError: `text` is no `str` (decode bytes first), or another argument has the wrong type.
///     TextTooLargeError: `text` has more bytes than `Options.max_bytes`.
///     TextError: `text` has lone surrogates.
///
/// Example:
///     >>> article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
///     >>> [(quote.speaker_name, quote.text) for quote in article.quotes]
///     [('Ana Ruiz', 'We will talk,')]
#[pyfunction]
#[pyo3(signature = (text, *, id=None, options=None, errors=Surrogates::Raise),
       text_signature = "(text, *, id=None, options=None, errors='strict')")]
pub(crate) fn parse(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = arguments::id)] id: Option<String>,
    #[pyo3(from_py_with = arguments::options)] options: Option<Options>,
    errors: Surrogates,
) -> PyResult<Article> {
    parse_as(py, text, id, &options.unwrap_or_default().core(), errors)
}

/// Reads a text while other threads of the interpreter go on.
pub(crate) fn parse_as(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    id: Option<String>,
    options: &onrecord::Options,
    errors: Surrogates,
) -> PyResult<Article> {
    let text = arguments::text("text", text, errors)?;
    let read = py.detach(|| onrecord::try_parse(&text.read, options));
    Ok(Article::new(text, id, read.map_err(|error| errors::raise(&error))?))
}

impl Article {
    pub(crate) fn new(text: Text, id: Option<String>, mut inner: onrecord::Article) -> Self {
        inner.id = id.or(inner.id);
        let (quotes, speakers, topics) = (PyOnceLock::new(), PyOnceLock::new(), PyOnceLock::new());
        Self { text, inner, map: OnceLock::new(), quotes, speakers, topics }
    }

    pub(crate) fn parts(&self) -> (&onrecord::Article, &str) {
        (&self.inner, &self.text.read)
    }

    fn json(&self, offsets: &str, text: bool) -> PyResult<String> {
        let offsets: Offsets = offsets.parse().map_err(|error| errors::raise(&error))?;
        let extra = Map::from_iter(text.then(|| ("text".to_owned(), Value::from(&*self.text.read))));
        Ok(export::wire(&self.inner, &self.text.read, offsets).with_extra(&extra).to_string())
    }

    /// Most articles of a stream are only counted; the table of their offsets is made when the first is asked for.
    fn map(&self) -> &OffsetMap {
        self.map.get_or_init(|| OffsetMap::new(&self.text.read, Offsets::Chars))
    }

    /// Looking at an article twice gives the same objects.
    fn list<'py, T, O>(
        &self,
        py: Python<'py>,
        cell: &PyOnceLock<Py<PyTuple>>,
        items: &[T],
        make: impl Fn(&T) -> O,
    ) -> PyResult<Bound<'py, PyTuple>>
    where
        O: IntoPyObject<'py>,
    {
        let made = cell.get_or_try_init(py, || PyTuple::new(py, items.iter().map(make).collect::<Vec<_>>()).map(Bound::unbind));
        made.map(|list| list.bind(py).clone())
    }
}

#[pymethods]
impl Article {
    /// The text that was parsed.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.text.given.bind(py).clone()
    }

    /// What the caller calls the article.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.inner.id.as_deref()
    }

    /// The headline.
    #[getter]
    fn title(&self) -> Option<Span> {
        self.inner.title.map(|it| convert::span(it, self.map()))
    }

    /// The place (and agency, and date) that opens the story.
    #[getter]
    fn dateline(&self) -> Option<Dateline> {
        self.inner.dateline.as_ref().map(|it| convert::dateline(it, self.map()))
    }

    /// Those who wrote or reported the story.
    #[getter]
    fn bylines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.bylines.iter().map(|it| -> Byline { convert::byline(it, self.map()) }).collect::<Vec<_>>())
    }

    /// The day of publication as an ISO date, where the input states it.
    #[getter]
    fn published(&self) -> Option<&str> {
        self.inner.published.as_deref()
    }

    /// The parts of the page, in order, without overlap.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.blocks.iter().map(|it| -> Block { convert::block(it, self.map()) }).collect::<Vec<_>>())
    }

    /// Who said what, in order of the content.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.quotes, &self.inner.quotes, |it| -> Quote { convert::quote(it, &self.inner, self.map()) })
    }

    /// Those who speak, in order of their first mention.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.speakers, &self.inner.speakers, |it| -> Speaker { convert::speaker(it, self.map()) })
    }

    /// What the article is about, best first.
    #[getter]
    fn topics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.topics, &self.inner.topics, |it| -> Topic { convert::topic(it, self.map()) })
    }

    /// What had to be seen through to read the text.
    #[getter]
    fn repairs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.repairs.iter().map(|it| -> Repair { convert::repair(it, self.map()) }).collect::<Vec<_>>())
    }

    /// The article in the wire format, as one line of JSON.
    ///
    /// Args:
    ///     offsets: What `start` and `end` count: "chars" (code points), "bytes" of UTF-8, or "utf16" units.
    ///     text: Whether the text goes with it, as the field `text`; `Article.from_json` then needs nothing else.
    #[pyo3(signature = (*, offsets=String::from("chars"), text=false), text_signature = "($self, *, offsets='chars', text=False)")]
    fn to_json(
        &self,
        #[pyo3(from_py_with = arguments::offsets)] offsets: String,
        #[pyo3(from_py_with = arguments::with_text)] text: bool,
    ) -> PyResult<String> {
        self.json(&offsets, text)
    }

    /// The article in the wire format, as dictionaries and lists; offsets count code points.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.json("chars", false)?,))
    }

    /// The article that JSON in the wire format holds.
    ///
    /// Args:
    ///     data: The JSON, with offsets in any unit: as a string, as bytes, or as the dictionary that `to_dict` gives.
    ///     text: The text that was parsed; not needed where `data` has a field `text`.
    ///
    /// Raises:
    ///     ArticleError: `data` holds no article, or one of another text.
    #[classmethod]
    #[pyo3(signature = (data, text=None))]
    fn from_json<'py>(class: &Bound<'py, PyType>, data: &Bound<'py, PyAny>, text: Option<Bound<'py, PyAny>>) -> PyResult<Self> {
        let data = json_of(data)?;
        let text = text.map_or_else(|| own_text(class.py(), &data), Ok)?;
        let text = arguments::text("text", &text, Surrogates::Pass)?;
        let inner = export::from_json_str(&data, &text.read).map_err(|error| errors::raise(&error))?;
        Ok(Self::new(text, None, inner))
    }

    /// The quotes, speakers or topics of the article as a pandas data frame.
    ///
    /// Args:
    ///     table: "quotes", "speakers" or "topics".
    #[pyo3(signature = (table=String::from("quotes")), text_signature = "($self, table='quotes')")]
    fn to_pandas<'py>(&self, py: Python<'py>, #[pyo3(from_py_with = arguments::table)] table: String) -> PyResult<Bound<'py, PyAny>> {
        Tables::of(&[self.parts()]).table(&table)?.to_pandas(py)
    }

    /// The quotes, speakers or topics of the article as a polars data frame.
    ///
    /// Args:
    ///     table: "quotes", "speakers" or "topics".
    #[pyo3(signature = (table=String::from("quotes")), text_signature = "($self, table='quotes')")]
    fn to_polars<'py>(&self, py: Python<'py>, #[pyo3(from_py_with = arguments::table)] table: String) -> PyResult<Bound<'py, PyAny>> {
        Tables::of(&[self.parts()]).table(&table)?.to_polars(py)
    }

    /// What a notebook shows: the article with its quotes coloured by speaker, and speakers, topics and repairs beside it.
    fn _repr_html_(&self) -> String {
        render::html(&self.inner, &self.text.read, &HtmlOptions::new())
    }

    /// Writes the article as a web page that needs nothing else.
    ///
    /// Args:
    ///     path: The file to write, in UTF-8; one that is there is replaced.
    ///
    /// Raises:
    ///     OSError: The file cannot be written.
    fn save_html(&self, path: &Bound<'_, PyAny>) -> PyResult<()> {
        let fs_path = path.py().import("os")?.call_method1("fspath", (path,));
        let path = fs_path.map_err(|_| arguments::expected("path", "str, bytes or os.PathLike", path))?;
        let page = render::html_page(&self.inner, &self.text.read, &HtmlOptions::new());
        // Python's own way to write a file, since its errors have the number and the path.
        let file = path.py().import("io")?.call_method1("open", (&path, "wb"))?;
        let written = file.call_method1("write", (PyBytes::new(path.py(), page.as_bytes()),));
        file.call_method0("close").and(written).map(drop)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.parts() == other.get().parts())
    }

    fn __hash__(&self) -> u64 {
        let mut state = DefaultHasher::new();
        (&self.inner.id, &*self.text.read).hash(&mut state);
        state.finish()
    }

    fn __repr__(&self) -> String {
        let title = self.inner.title.map_or("no title", |span| span.of(&self.text.read));
        let (quotes, speakers) = (self.inner.quotes.len(), self.inner.speakers.len());
        format!("<Article {:?}: {quotes} quotes, {speakers} speakers, {} topics>", title, self.inner.topics.len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let this = slf.get();
        Ok((slf.get_type().getattr("from_json")?, (this.json("bytes", false)?, this.text(slf.py()))))
    }
}

/// JSON in one of its forms, as a string.
fn json_of(data: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    if data.is_instance_of::<PyDict>() {
        let wrong = |error: PyErr| ArticleError::new_err(format!("data: {error}"));
        return data.py().import("json")?.call_method1("dumps", (data,)).map_err(wrong)?.extract();
    }
    if let Ok(bytes) = data.cast::<PyBytes>() {
        let text = std::str::from_utf8(bytes.as_bytes()).map_err(|error| ArticleError::new_err(format!("data: {error}")))?;
        return PyBackedStr::try_from(PyString::new(data.py(), text));
    }
    arguments::get("data", "str, bytes or dict", data)
}

/// The text that goes with the JSON.
fn own_text<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    let value: Value = serde_json::from_str(json).map_err(|error| ArticleError::new_err(format!("data: {error}")))?;
    let missing = || ArticleError::new_err("data: it has no field `text`; give the text that was parsed as `text`");
    Ok(value.get("text").and_then(Value::as_str).ok_or_else(missing)?.into_pyobject(py)?.into_any())
}
