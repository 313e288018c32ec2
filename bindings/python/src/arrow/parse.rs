//! [`parse_table`]: a column of texts on all cores, straight from the memory of the table.

use super::columns::{Ids, Texts};
use super::input;
use super::output::{Rows, Tables};
use crate::arguments;
use crate::errors::TableError;
use crate::many;
use crate::options::Options;
use arrow_array::RecordBatch;
use pyo3::prelude::*;
use rayon::prelude::*;
use std::ops::Range;

/// Rows that a thread reads at a time, and that stand in one batch of the result.
const CHUNK: usize = 256;

/// Reads a column of a table, on all cores, without a Python string for each text. No column but the two that are named is touched.
///
/// Args:
///     table: A table of pyarrow, polars, pandas or DuckDB: any object with `__arrow_c_stream__`.
///     text: The column of texts: strings, or bytes of UTF-8, or categories of them.
///     id: The column of ids, strings or whole numbers (decimals without places behind the point are some), or categories of them; `None` for
///         no ids.
///     threads: How many threads to use; all cores where missing.
///     options: See `Options`; the defaults where missing.
///
/// Returns:
///     The tables `quotes`, `speakers`, `topics` and `errors`. A text that cannot be read (a null, bytes that are not UTF-8, more than
///     `Options.max_bytes`) is a row of `errors`.
///
/// Raises:
///     TypeError: `table` is no table, or another argument has the wrong type.
///     TableError: There is no such column, or it holds no texts.
///     TextError: A frame of pandas has lone surrogates, so that it cannot be made Arrow; a column of bytes can have them.
///
/// Example:
///     >>> frame = polars.DataFrame({"id": ["a"], "text": ["“We will talk,” said Ana Ruiz, the mayor of Brill."]})
///     >>> quotes = onrecord.parse_table(frame).quotes.to_polars()
#[pyfunction]
#[pyo3(
    signature = (table, text=String::from("text"), id=Some(String::from("id")), *, threads=None, options=None),
    text_signature = "(table, text='text', id='id', *, threads=None, options=None)"
)]
pub(crate) fn parse_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = arguments::text_column)] text: String,
    #[pyo3(from_py_with = arguments::id_column)] id: Option<String>,
    #[pyo3(from_py_with = arguments::threads)] threads: Option<usize>,
    #[pyo3(from_py_with = arguments::options)] options: Option<Options>,
) -> PyResult<Tables> {
    let (text, id) = (text.as_str(), id.as_deref());
    let (options, pool) = (options.unwrap_or_default().core(), many::pool(arguments::cores(threads))?);
    let (mut tables, mut row) = (Tables::of(&[]), 0);
    let names: Vec<&str> = std::iter::once(text).chain(id).collect();
    for batch in input::columns("table", table, &names)? {
        let batch = batch.map_err(|error| TableError::new_err(format!("table: {error}")))?;
        let source = Source::new(&batch, text, id, row, &options)?;
        row += batch.num_rows();
        py.detach(|| pool.install(|| source.read())).into_iter().for_each(|rows| tables.push(rows));
    }
    Ok(tables)
}

/// A batch to be read.
struct Source<'a> {
    texts: Texts,
    ids: Ids,
    rows: usize,
    first: usize,
    options: &'a onrecord::Options,
}

impl<'a> Source<'a> {
    fn new(batch: &RecordBatch, text: &str, id: Option<&str>, first: usize, options: &'a onrecord::Options) -> PyResult<Self> {
        let texts = Texts::new(text, &input::column(batch, text)?)?;
        let ids = id.map_or(Ok(Ids::None), |id| Ids::new(id, &input::column(batch, id)?))?;
        Ok(Self { texts, ids, rows: batch.num_rows(), first, options })
    }

    fn read(&self) -> Vec<Rows> {
        let starts: Vec<usize> = (0..self.rows).step_by(CHUNK).collect();
        starts.into_par_iter().map(|start| self.chunk(start..self.rows.min(start + CHUNK))).collect()
    }

    fn chunk(&self, rows: Range<usize>) -> Rows {
        let mut made = Rows::default();
        for row in rows {
            let text = self.texts.get(row);
            let read =
                text.and_then(|text| onrecord::try_parse(text, self.options).map_err(|error| error.to_string()).map(|it| (it, text)));
            match read {
                Ok((mut article, text)) => {
                    article.id = self.ids.get(row);
                    made.tables.push(self.first + row, &article, text);
                }
                Err(why) => made.errors.push((self.first + row, self.ids.get(row), why)),
            }
        }
        made
    }
}
