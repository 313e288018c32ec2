//! The Python package `onrecord`: arguments and results translated, nothing else. What a parse does is in the crate `onrecord`.

mod arguments;
mod arrow;
mod article;
mod convert;
mod errors;
mod many;
mod options;
mod records;
mod render;
mod value;

use pyo3::prelude::*;

/// Reads news articles and says who said what, about what. The package `onrecord` re-exports all of it.
#[pymodule]
mod _onrecord {
    #[pymodule_export]
    use super::arrow::{Table, Tables, parse_table, to_arrow};
    #[pymodule_export]
    use super::article::{Article, parse};
    #[pymodule_export]
    use super::many::{Articles, parse_many};
    #[pymodule_export]
    use super::options::{Options, Parser, Topics};
    #[pymodule_export]
    use super::records::{Anonymity, Block, Byline, Cue, Dateline, Failure, Occasion, Quote, Repair, Span, Speaker, Topic, TopicInfo};
    #[pymodule_export]
    use super::render::render;

    use super::{PyModule, PyResult, convert, errors};
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        errors::add(module)?;
        module.add("KINDS", convert::kinds(module.py())?)?;
        module.add("SCHEMA", onrecord::export::SCHEMA)?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
