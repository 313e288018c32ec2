//! [`parse_many`]: a stream of texts on all cores, in order, within a window.

use crate::arguments::{self, Surrogates, Text, expected};
use crate::article::Article;
use crate::errors;
use crate::options::Options;
use onrecord::Error;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::{PyIterator, PyString};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};

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
///     texts: Strings, or pairs of an id and a string.
///     threads: How many threads to use; all cores where missing.
///     options: See `Options`; the defaults where missing.
///     errors: "strict" raises `TextError` for a text with lone surrogates, "surrogatepass" reads past them.
///
/// Returns:
///     An iterator of articles. After an error of one text (its message names the index), it can be continued with the next.
///
/// Raises:
///     TypeError: `texts` cannot be iterated over. While iterating: an item is neither a string nor such a pair.
///     TextTooLargeError: While iterating: a text has more bytes than `Options.max_bytes`.
///     TextError: While iterating: a text has lone surrogates.
#[pyfunction]
#[pyo3(signature = (texts, *, threads=None, options=None, errors=Surrogates::Raise),
       text_signature = "(texts, *, threads=None, options=None, errors='strict')")]
pub(crate) fn parse_many(
    texts: &Bound<'_, PyAny>,
    threads: Option<usize>,
    options: Option<Options>,
    errors: Surrogates,
) -> PyResult<Articles> {
    if texts.is_instance_of::<PyString>() {
        return Err(expected("texts", "an iterable of str", texts));
    }
    let items = texts.try_iter().map_err(|_| expected("texts", "an iterable of str", texts))?.unbind();
    let (options, threads) = (Arc::new(options.unwrap_or_default().core()), arguments::threads(threads)?);
    let stream = Stream { items: Some(items), taken: 0, bytes: 0, pending: VecDeque::new() };
    Ok(Articles { stream: Mutex::new(stream), pool: pool(threads)?, options, window: threads * WINDOW, errors })
}

/// The articles of a stream of texts, in its order; see `parse_many`.
#[pyclass(frozen, module = "onrecord")]
pub(crate) struct Articles {
    stream: Mutex<Stream>,
    pool: ThreadPool,
    options: Arc<onrecord::Options>,
    window: usize,
    errors: Surrogates,
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
    Running(Job, Receiver<Result<onrecord::Article, Error>>),
    Failed(PyErr),
}

struct Job {
    index: usize,
    id: Option<String>,
    text: Text,
}

#[pymethods]
impl Articles {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Article>> {
        let next = {
            // One thread at a time fills the window; the lock is not held while a result is waited for.
            let mut stream = self.stream.lock_py_attached(py).unwrap_or_else(PoisonError::into_inner);
            self.fill(py, &mut stream);
            stream.pending.pop_front().inspect(|next| stream.bytes -= next.bytes())
        };
        next.map(|next| next.wait(py)).transpose()
    }
}

impl Articles {
    fn fill(&self, py: Python<'_>, stream: &mut Stream) {
        while stream.pending.len() < self.window && stream.bytes < WINDOW_BYTES {
            let Some(items) = &stream.items else { return };
            let next = match items.bind(py).clone().next() {
                None => {
                    stream.items = None;
                    return;
                }
                Some(Err(error)) => Pending::Failed(error),
                Some(Ok(item)) => self.start(stream.taken, &item),
            };
            stream.taken += 1;
            stream.bytes += next.bytes();
            stream.pending.push_back(next);
        }
    }

    /// Sends a text to the threads; what is wrong with it waits for its turn among the results.
    fn start(&self, index: usize, item: &Bound<'_, PyAny>) -> Pending {
        let job = match job(index, item, self.errors) {
            Ok(job) => job,
            Err(error) => return Pending::Failed(error),
        };
        let (sender, receiver) = mpsc::channel();
        let (text, options) = (job.text.read.clone_ref(item.py()), Arc::clone(&self.options));
        self.pool.spawn_fifo(move || drop(sender.send(onrecord::try_parse(&text, &options))));
        Pending::Running(job, receiver)
    }
}

fn job(index: usize, item: &Bound<'_, PyAny>, errors: Surrogates) -> PyResult<Job> {
    let argument = format!("texts[{index}]");
    let (id, text) = match item.extract::<(Option<String>, Bound<'_, PyAny>)>() {
        Ok(pair) => pair,
        Err(_) if item.is_instance_of::<PyString>() => (None, item.clone()),
        Err(_) => return Err(expected(&argument, "str or (id, str)", item)),
    };
    Ok(Job { index, id, text: arguments::text(&argument, &text, errors)? })
}

impl Pending {
    fn bytes(&self) -> usize {
        match self {
            Self::Running(job, _) => job.text.read.len(),
            Self::Failed(_) => 0,
        }
    }

    fn wait(self, py: Python<'_>) -> PyResult<Article> {
        let (job, receiver) = match self {
            Self::Running(job, receiver) => (job, receiver),
            Self::Failed(error) => return Err(error),
        };
        // Nearly always the result is there already, and the interpreter need not be let go.
        let read = match receiver.try_recv() {
            Err(TryRecvError::Empty) => py.detach(move || receiver.recv()).ok(),
            ready => ready.ok(),
        };
        let read = read.ok_or_else(|| PyRuntimeError::new_err("a thread ended before its work was done"))?;
        let named = |error: Error| errors::raise_at(job.index, &error);
        Ok(Article::new(job.text, job.id, read.map_err(named)?))
    }
}
