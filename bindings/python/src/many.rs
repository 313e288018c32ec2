//! [`parse_many`]: a stream of texts on all cores, in order, within a window.

use crate::arguments::{self, OnError, Surrogates, Text, expected};
use crate::article::Article;
use crate::errors;
use crate::options::Options;
use crate::records::Failure;
use onrecord::Error;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyImportError, PyRuntimeError, PyUserWarning, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyList, PyMapping, PyString, PyTuple};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

/// Texts on their way for each thread: enough that a thread never waits while the consumer works, and that few are in memory.
const WINDOW: usize = 16;

/// No further text is taken while texts of so many bytes are on their way, so that a few huge ones do not fill the memory.
const WINDOW_BYTES: usize = 16 << 20;

/// A pool of threads; as many as asked for, each with room for what others' code does.
pub(crate) fn pool(threads: usize) -> PyResult<ThreadPool> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|i| format!("onrecord-{i}")).build();
    pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// Reads many articles on all cores.
///
/// Texts are taken from the iterable as results are taken from the iterator, so that memory does not grow with the input; results come
/// in the order of the texts. The interpreter is free for other threads while articles are read.
///
/// Args:
///     texts: Strings, or pairs of an id and a string; or a mapping of ids to strings. An id may be a whole number.
///     threads: How many threads to use; all cores where missing.
///     window: How many texts are taken ahead of the results, 16 for each thread where missing. The first result comes when so many are taken,
///         so that 1 is for a source that is slow, such as a live feed; then one article is read at a time.
///     progress: Whether to show a progress bar; needs tqdm.
///     on_error: What becomes of a text that cannot be read: "raise" raises its error, "skip" leaves it out, "keep" gives a `Failure` in the
///         place of its article, which `to_arrow` makes a row of `errors`.
///     options: See `Options`; the defaults where missing.
///     errors: "strict" is for a text with lone surrogates not to be read (`TextError`), "surrogatepass" reads past them.
///
/// Returns:
///     An iterator of articles. After an error of one text (its message names the index and the id), it can be continued with the next.
///
/// Raises:
///     TypeError: `texts` cannot be iterated over, or is a data frame. While iterating: an item is neither a string nor such a pair.
///     TextTooLargeError: While iterating: a text has more bytes than `Options.max_bytes`.
///     TextError: While iterating: a text has lone surrogates.
///     OptionError: `threads` or `window` is below 1, or `on_error` or `errors` is another string.
///     ValueError: `texts` is a generator that asks for the very articles that it is to give texts for.
///
/// Example:
///     >>> texts = {"a": "“We will talk,” said Ana Ruiz.", "b": None}
///     >>> [type(it).__name__ for it in onrecord.parse_many(texts, on_error="keep")]
///     ['Article', 'Failure']
#[pyfunction]
#[pyo3(signature = (texts, *, threads=None, window=None, progress=false, on_error=OnError::Raise, options=None, errors=Surrogates::Raise),
       text_signature = "(texts, *, threads=None, window=None, progress=False, on_error='raise', options=None, errors='strict')")]
pub(crate) fn parse_many(
    texts: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = arguments::threads)] threads: Option<usize>,
    #[pyo3(from_py_with = arguments::window)] window: Option<usize>,
    #[pyo3(from_py_with = arguments::progress)] progress: bool,
    on_error: OnError,
    #[pyo3(from_py_with = arguments::options)] options: Option<Options>,
    errors: Surrogates,
) -> PyResult<Articles> {
    let stream = Stream { items: Some(items(texts)?.unbind()), taken: 0, bytes: 0, pending: VecDeque::new() };
    let (options, threads) = (Arc::new(options.unwrap_or_default().core()), arguments::cores(threads));
    Ok(Articles {
        stream: Mutex::new(stream),
        taker: Mutex::new(None),
        pool: pool(threads)?,
        options,
        window: window.unwrap_or(threads * WINDOW),
        on_error,
        errors,
        bar: if progress { bar(texts)? } else { None },
    })
}

/// What `texts` gives; not the letters of a string, nor the names of columns or the ids alone.
fn items<'py>(texts: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    if texts.is_instance_of::<PyString>() || texts.is_instance_of::<PyBytes>() {
        return Err(expected("texts", "an iterable of str", texts));
    }
    if is_frame(texts)? {
        return Err(expected("texts", "an iterable of str (parse_table is for tables)", texts));
    }
    if texts.cast::<PyMapping>().is_ok() {
        return texts.call_method0("items")?.try_iter();
    }
    texts.try_iter().map_err(|_| expected("texts", "an iterable of str", texts))
}

/// A series can be iterated over as well, and has no columns.
fn is_frame(texts: &Bound<'_, PyAny>) -> PyResult<bool> {
    let is_table = texts.hasattr("__arrow_c_stream__")? || texts.hasattr("__dataframe__")?;
    Ok(is_table && (texts.hasattr("columns")? || texts.hasattr("column_names")?))
}

/// A progress bar, where tqdm is installed.
fn bar(texts: &Bound<'_, PyAny>) -> PyResult<Option<Py<PyAny>>> {
    let py = texts.py();
    let tqdm = match py.import("tqdm.auto") {
        Ok(tqdm) => tqdm.getattr("tqdm")?,
        Err(error) if error.is_instance_of::<PyImportError>(py) => {
            PyErr::warn(py, &py.get_type::<PyUserWarning>(), c"progress=True shows nothing without tqdm: pip install tqdm", 1)?;
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let settings = PyDict::new(py);
    settings.set_item("total", texts.len().ok())?;
    settings.set_item("unit", "article")?;
    tqdm.call((), Some(&settings)).map(|bar| Some(bar.unbind()))
}

/// The articles of a stream of texts, in its order; see `parse_many`.
#[pyclass(frozen, module = "onrecord")]
pub(crate) struct Articles {
    stream: Mutex<Stream>,
    /// The thread that takes a text at the moment, so that a generator which asks for its own articles is told from another consumer.
    taker: Mutex<Option<ThreadId>>,
    pool: ThreadPool,
    options: Arc<onrecord::Options>,
    window: usize,
    on_error: OnError,
    errors: Surrogates,
    bar: Option<Py<PyAny>>,
}

struct Stream {
    /// None once it has ended.
    items: Option<Py<PyIterator>>,
    taken: usize,
    /// Bytes of the texts on their way.
    bytes: usize,
    pending: VecDeque<Pending>,
}

/// A text on its way, or why it never set out.
enum Pending {
    Running(Place, Text, Receiver<Result<onrecord::Article, Error>>),
    Unreadable(Place, PyErr),
    /// The iterable itself raised this.
    Broken(PyErr),
}

/// Which of the texts it is.
struct Place {
    index: usize,
    id: Option<String>,
}

#[pymethods]
impl Articles {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        while let Some(next) = self.take(py)? {
            let (place, read) = next.wait(py);
            self.bar.as_ref().map(|bar| bar.call_method1(py, "update", (1,))).transpose()?;
            match (read, place, self.on_error) {
                (Ok(article), ..) => return article.into_bound_py_any(py).map(Some),
                (Err(error), Some(place), OnError::Keep) => return place.failure(py, &error).into_bound_py_any(py).map(Some),
                (Err(_), Some(_), OnError::Skip) => {}
                (Err(error), ..) => return Err(error),
            }
        }
        self.bar.as_ref().map(|bar| bar.call_method0(py, "close")).transpose()?;
        Ok(None)
    }
}

impl Articles {
    /// The next text on its way. One thread at a time fills the window; the lock is not held while a result is waited for.
    fn take(&self, py: Python<'_>) -> PyResult<Option<Pending>> {
        let taker = || self.taker.lock().unwrap_or_else(PoisonError::into_inner);
        if *taker() == Some(thread::current().id()) {
            return Err(PyValueError::new_err("texts: it asks for the articles of its own texts while it is asked for a text"));
        }
        let mut stream = self.stream.lock_py_attached(py).unwrap_or_else(PoisonError::into_inner);
        *taker() = Some(thread::current().id());
        self.fill(py, &mut stream);
        *taker() = None;
        Ok(stream.pending.pop_front().inspect(|next| stream.bytes -= next.bytes()))
    }

    fn fill(&self, py: Python<'_>, stream: &mut Stream) {
        while stream.pending.len() < self.window && stream.bytes < WINDOW_BYTES {
            let Some(items) = &stream.items else { return };
            let next = match items.bind(py).clone().next() {
                None => {
                    stream.items = None;
                    return;
                }
                Some(Err(error)) => Pending::Broken(error),
                Some(Ok(item)) => self.start(stream.taken, &item),
            };
            stream.taken += 1;
            stream.bytes += next.bytes();
            stream.pending.push_back(next);
        }
    }

    /// Sends a text to the threads; what is wrong with it waits for its turn among the results.
    fn start(&self, index: usize, item: &Bound<'_, PyAny>) -> Pending {
        let mut place = Place { index, id: None };
        let text = match place.read(item, self.errors) {
            Ok(text) => text,
            Err(error) => return Pending::Unreadable(place, error),
        };
        let (sender, receiver) = mpsc::channel();
        let (read, options) = (text.read.clone_ref(item.py()), Arc::clone(&self.options));
        self.pool.spawn_fifo(move || drop(sender.send(onrecord::try_parse(&read, &options))));
        Pending::Running(place, text, receiver)
    }
}

impl Place {
    /// The text of an item; its id is kept here, so that an error of the text can name it.
    fn read(&mut self, item: &Bound<'_, PyAny>, errors: Surrogates) -> PyResult<Text> {
        let Some((id, text)) = pair(item) else {
            let is_text = item.is_instance_of::<PyString>();
            return if is_text {
                arguments::text(&self.name(), item, errors)
            } else {
                Err(expected(&self.name(), "str or (id, str)", item))
            };
        };
        self.id = arguments::id_of(&format!("{}[0]", self.name()), &id)?;
        arguments::text(&self.name(), &text, errors)
    }

    /// `texts[3] ("a")`
    fn name(&self) -> String {
        let id = self.id.as_ref().map(|id| format!(" ({id:?})")).unwrap_or_default();
        format!("texts[{}]{id}", self.index)
    }

    /// The failure itself says which text it is; its reason is worded as in tables.
    fn failure(self, py: Python<'_>, error: &PyErr) -> Failure {
        let message = error.value(py).to_string();
        let why = message.strip_prefix(&format!("{}: ", self.name())).unwrap_or(&message).to_owned();
        Failure { index: self.index, id: self.id, error: why }
    }
}

/// An id and a text; a pair that was read from JSON is a list.
fn pair<'py>(item: &Bound<'py, PyAny>) -> Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let items = item.cast::<PyList>().map(PyListMethods::to_tuple);
    items.or_else(|_| item.cast::<PyTuple>().cloned()).ok()?.extract().ok()
}

impl Pending {
    fn bytes(&self) -> usize {
        match self {
            Self::Running(_, text, _) => text.read.len(),
            Self::Unreadable(..) | Self::Broken(_) => 0,
        }
    }

    /// The article, or why there is none; without a place, it is no text that is to blame.
    fn wait(self, py: Python<'_>) -> (Option<Place>, PyResult<Article>) {
        let (place, text, receiver) = match self {
            Self::Running(place, text, receiver) => (place, text, receiver),
            Self::Unreadable(place, error) => return (Some(place), Err(error)),
            Self::Broken(error) => return (None, Err(error)),
        };
        // Nearly always the result is there already, and the interpreter need not be let go.
        let read = match receiver.try_recv() {
            Err(TryRecvError::Empty) => py.detach(move || receiver.recv()).ok(),
            ready => ready.ok(),
        };
        let Some(read) = read else {
            return (None, Err(PyRuntimeError::new_err("a thread ended before its work was done")));
        };
        let read = read.map_err(|error| errors::raise_at(&place.name(), &error));
        let article = read.map(|article| Article::new(text, place.id.clone(), article));
        (Some(place), article)
    }
}
