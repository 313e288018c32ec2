//! The core's one error as a small family of Python exceptions.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::{PyErr, create_exception};

create_exception!(onrecord, OnrecordError, PyValueError, "What onrecord was given cannot be used; base of all its errors.");
create_exception!(onrecord, TextTooLargeError, OnrecordError, "The text has more bytes than `Options.max_bytes` allows.");
create_exception!(onrecord, TextError, OnrecordError, "The text is no text: it has lone surrogates, or bytes that are no UTF-8.");
create_exception!(onrecord, TopicsError, OnrecordError, "A topic, or a file of topics, is not as it should be; or there is no such topic.");
create_exception!(onrecord, ArticleError, OnrecordError, "The JSON holds no article, or one of another text.");
create_exception!(onrecord, OptionError, OnrecordError, "An option does not have this value.");
create_exception!(onrecord, TableError, OnrecordError, "The table lacks a column, or a column holds no text.");

pub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("OnrecordError", py.get_type::<OnrecordError>())?;
    module.add("TextTooLargeError", py.get_type::<TextTooLargeError>())?;
    module.add("TextError", py.get_type::<TextError>())?;
    module.add("TopicsError", py.get_type::<TopicsError>())?;
    module.add("ArticleError", py.get_type::<ArticleError>())?;
    module.add("OptionError", py.get_type::<OptionError>())?;
    module.add("TableError", py.get_type::<TableError>())
}

/// The exception for an error of the core.
pub(crate) fn raise(error: &onrecord::Error) -> PyErr {
    typed(error, error.to_string())
}

/// The same for one text of many.
pub(crate) fn raise_at(place: &str, error: &onrecord::Error) -> PyErr {
    typed(error, format!("{place}: {error}"))
}

fn typed(error: &onrecord::Error, message: String) -> PyErr {
    match error {
        it if it.is_too_large() => TextTooLargeError::new_err(message),
        it if it.is_bad_topic() || it.is_unknown_topic() => TopicsError::new_err(message),
        it if it.is_bad_article() => ArticleError::new_err(message),
        it if it.is_unknown_option() => OptionError::new_err(message),
        _ => OnrecordError::new_err(message),
    }
}
