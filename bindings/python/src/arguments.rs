//! Arguments as they come from Python. What has the wrong type raises a `TypeError` whose message names the argument.

use crate::errors::{OptionError, TextError};
use crate::options::{Options, Topics};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBool, PyBytes, PyInt, PyString};
use std::ops::RangeInclusive;

/// The functions that read arguments of these names: pyo3 by itself names an argument in a note, which no log shows.
macro_rules! named {
    ($($name:ident: $type:ty, $what:literal;)+) => {
        $(pub(crate) fn $name(value: &Bound<'_, PyAny>) -> PyResult<$type> {
            get(stringify!($name), $what, value)
        })+
    };
}

named! {
    options: Option<Options>, "Options or None";
    topics: Option<Topics>, "Topics or None";
    min_confidence: f64, "float";
    tagger: bool, "bool";
    joined: bool, "bool";
    progress: bool, "bool";
    colour: bool, "bool";
    all_attitudes: bool, "bool";
    style: String, "str";
    offsets: String, "str";
    table: String, "str";
    data: PyBackedStr, "str";
}

/// What an argument of this name holds.
pub(crate) fn get<'py, T>(argument: &str, what: &str, value: &Bound<'py, PyAny>) -> PyResult<T>
where
    T: for<'a> FromPyObject<'a, 'py>,
{
    value.extract().map_err(|_| expected(argument, what, value))
}

/// The column of texts.
pub(crate) fn text_column(value: &Bound<'_, PyAny>) -> PyResult<String> {
    get("text", "str", value)
}

/// The column of ids, where there is one.
pub(crate) fn id_column(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    get("id", "str or None", value)
}

/// Whether the text goes with an article.
pub(crate) fn with_text(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    get("text", "bool", value)
}

/// What the caller calls an article.
pub(crate) fn id(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    id_of("id", value)
}

/// The same of an argument that has another name. Numbers of a database are ids as well; in results, every id is a string.
pub(crate) fn id_of(argument: &str, value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let is_whole = !value.is_instance_of::<PyBool>() && value.hasattr("__index__")?;
    let index = if is_whole { value.call_method0("__index__").ok() } else { None };
    match index.filter(PyAnyMethods::is_instance_of::<PyInt>) {
        Some(number) => Ok(Some(number.str()?.extract()?)),
        None => get(argument, "str, int or None", value),
    }
}

/// How many threads to use.
pub(crate) fn threads(value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    count("threads", 1..=MOST_THREADS, value)
}

/// More than any machine has, and few enough to be started.
const MOST_THREADS: usize = 4096;

/// How many texts are taken ahead.
pub(crate) fn window(value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    count("window", 1..=usize::MAX, value)
}

pub(crate) fn width(value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    count("width", 0..=usize::MAX, value)
}

pub(crate) fn max_bytes(value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    count("max_bytes", 0..=usize::MAX, value)
}

/// The row of the first article; rows are signed in tables.
pub(crate) fn first_row(value: &Bound<'_, PyAny>) -> PyResult<usize> {
    whole("first_row", "int", 0..=(usize::MAX >> 2), value)
}

fn count(argument: &str, bounds: RangeInclusive<usize>, value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    if value.is_none() { Ok(None) } else { whole(argument, "int or None", bounds, value).map(Some) }
}

/// A whole number within these bounds. One that no machine word holds is out of bounds as well.
fn whole(argument: &str, what: &str, bounds: RangeInclusive<usize>, value: &Bound<'_, PyAny>) -> PyResult<usize> {
    match value.extract() {
        Ok(number) if bounds.contains(&number) => Ok(number),
        Err(error) if !error.is_instance_of::<PyOverflowError>(value.py()) => Err(expected(argument, what, value)),
        _ => Err(out_of(argument, &bounds, value)),
    }
}

/// "threads: expected 1 or more, found -1".
fn out_of(argument: &str, bounds: &RangeInclusive<usize>, value: &Bound<'_, PyAny>) -> PyErr {
    let (least, most) = (bounds.start(), bounds.end());
    let is_huge = value.gt(most).unwrap_or(false);
    let wanted = if is_huge { format!("at most {most}") } else { format!("{least} or more") };
    OptionError::new_err(format!("{argument}: expected {wanted}, found {value}"))
}

/// A text in both its forms.
pub(crate) struct Text {
    /// What the caller gave, and gets back.
    pub given: Py<PyString>,
    /// What is read: the same string, or the same with U+FFFD in place of lone surrogates, so that code points count alike.
    pub read: PyBackedStr,
}

/// What to do about lone surrogates, which no UTF-8 can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surrogates {
    Raise,
    Pass,
}

impl<'py> FromPyObject<'_, 'py> for Surrogates {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match get::<PyBackedStr>("errors", "str", &value)?.as_str() {
            "strict" => Ok(Self::Raise),
            "surrogatepass" => Ok(Self::Pass),
            other => Err(OptionError::new_err(format!("errors: expected \"strict\" or \"surrogatepass\", found {other:?}"))),
        }
    }
}

/// "text: expected str, found bytes".
pub(crate) fn expected(argument: &str, what: &str, found: &Bound<'_, PyAny>) -> PyErr {
    let name = found.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    let hint = if found.is_instance_of::<PyBytes>() && what == "str" { "; decode it first" } else { "" };
    PyTypeError::new_err(format!("{argument}: expected {what}, found {name}{hint}"))
}

/// The text of an argument that has this name.
pub(crate) fn text(argument: &str, value: &Bound<'_, PyAny>, surrogates: Surrogates) -> PyResult<Text> {
    let given = value.cast::<PyString>().map_err(|_| expected(argument, "str", value))?;
    let read = match PyBackedStr::try_from(given.clone()) {
        Ok(read) => read,
        Err(error) if !error.is_instance_of::<PyUnicodeEncodeError>(value.py()) => return Err(error),
        Err(_) if surrogates == Surrogates::Pass => replaced(given)?,
        Err(_) => {
            let message = format!("{argument}: it has lone surrogates, which no UTF-8 can hold; errors=\"surrogatepass\" reads past them");
            return Err(TextError::new_err(message));
        }
    };
    Ok(Text { given: given.clone().unbind(), read })
}

/// UTF-32 writes a lone surrogate as one unit that is no character; reading it back makes each of them one U+FFFD.
fn replaced(text: &Bound<'_, PyString>) -> PyResult<PyBackedStr> {
    let units = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
    units.call_method1("decode", ("utf-32-le", "replace"))?.extract()
}

/// How many threads to use: all cores where the caller does not say.
pub(crate) fn cores(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// What to do about a text of many that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnError {
    Raise,
    Skip,
    Keep,
}

impl<'py> FromPyObject<'_, 'py> for OnError {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match get::<PyBackedStr>("on_error", "str", &value)?.as_str() {
            "raise" => Ok(Self::Raise),
            "skip" => Ok(Self::Skip),
            "keep" => Ok(Self::Keep),
            other => Err(OptionError::new_err(format!("on_error: expected \"raise\", \"skip\" or \"keep\", found {other:?}"))),
        }
    }
}
