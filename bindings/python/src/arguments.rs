//! Texts as they come from Python. What has the wrong type raises a `TypeError` that names the argument, as pyo3 does for all others.

use crate::errors::{OptionError, TextError};
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyString};

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
        match value.extract::<PyBackedStr>()?.as_str() {
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
pub(crate) fn threads(asked: Option<usize>) -> PyResult<usize> {
    match asked {
        None => Ok(std::thread::available_parallelism().map_or(1, usize::from)),
        Some(0) => Err(OptionError::new_err("threads: expected 1 or more, found 0")),
        Some(threads) => Ok(threads),
    }
}
