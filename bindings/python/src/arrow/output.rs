//! Tables that go out: [`Table`] with `__arrow_c_stream__`, and [`to_arrow`].

use crate::arguments::expected;
use crate::article::Article;
use crate::errors::{OptionError, TableError};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, RecordBatchIterator, StringArray};
use arrow_buffer::OffsetBuffer;
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use onrecord::export::Offsets;
use onrecord::tables::{self, Values};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::sync::Arc;

/// Articles in one batch of a table.
const BATCH: usize = 1024;

/// What is made of some articles, before it is Arrow.
pub(super) struct Rows {
    pub tables: tables::Tables,
    /// Row, id, and why it could not be read.
    pub errors: Vec<(usize, Option<String>, String)>,
}

impl Default for Rows {
    fn default() -> Self {
        Self { tables: tables::Tables::new(Offsets::Chars), errors: Vec::new() }
    }
}

/// A table of results, for any engine that speaks Arrow: `polars.from_arrow(table)`, `pyarrow.table(table)`,
/// `pandas.DataFrame.from_arrow(table)`; DuckDB finds `pyarrow.table(table)` by its name.
///
/// Strings are plain UTF-8, whole numbers are signed and of 64 bits; a span is two columns, `start` and `end`, in code points.
#[pyclass(frozen, from_py_object, module = "onrecord")]
#[derive(Clone)]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

/// The tables of many articles.
#[pyclass(frozen, get_all, module = "onrecord")]
pub(crate) struct Tables {
    /// One row for each quote.
    quotes: Table,
    /// One row for each speaker.
    speakers: Table,
    /// One row for each topic of an article.
    topics: Table,
    /// One row for each text that could not be read: `row`, `article` (its id) and `error`.
    errors: Table,
}

/// The quotes, speakers and topics of articles as tables.
///
/// Args:
///     articles: Any iterable of articles, such as what `parse_many` gives; it is read once, and articles are not kept.
///
/// Returns:
///     The tables `quotes`, `speakers` and `topics`; `errors` is empty. The column `row` counts the articles from 0, `article` is the id.
///
/// Raises:
///     TypeError: `articles` is no iterable of articles.
#[pyfunction]
pub(crate) fn to_arrow(articles: &Bound<'_, PyAny>) -> PyResult<Tables> {
    let what = "an iterable of Article";
    let mut tables = Tables::of(&[]);
    let mut rows = Rows::default();
    for (row, item) in articles.try_iter().map_err(|_| expected("articles", what, articles))?.enumerate() {
        let item = item?;
        let article = item.cast::<Article>().map_err(|_| expected(&format!("articles[{row}]"), "Article", &item))?;
        let (article, text) = article.get().parts();
        rows.tables.push(row, article, text);
        if row % BATCH == BATCH - 1 {
            tables.push(std::mem::take(&mut rows));
        }
    }
    tables.push(rows);
    Ok(tables)
}

impl Tables {
    /// The tables of these articles.
    pub(crate) fn of(articles: &[(&onrecord::Article, &str)]) -> Self {
        let mut rows = Rows::default();
        articles.iter().enumerate().for_each(|(row, (article, text))| rows.tables.push(row, article, text));
        let table = |batch: RecordBatch| Table { schema: batch.schema(), batches: vec![batch] };
        let [quotes, speakers, topics] = [&rows.tables.quotes, &rows.tables.speakers, &rows.tables.topics].map(|it| table(batch(it)));
        Self { quotes, speakers, topics, errors: table(errors(rows.errors)) }
    }

    pub(super) fn push(&mut self, rows: Rows) {
        self.quotes.push(batch(&rows.tables.quotes));
        self.speakers.push(batch(&rows.tables.speakers));
        self.topics.push(batch(&rows.tables.topics));
        self.errors.push(errors(rows.errors));
    }

    /// The table of this name.
    pub(crate) fn table(&self, name: &str) -> PyResult<&Table> {
        match name {
            "quotes" => Ok(&self.quotes),
            "speakers" => Ok(&self.speakers),
            "topics" => Ok(&self.topics),
            _ => Err(OptionError::new_err(format!("table: expected \"quotes\", \"speakers\" or \"topics\", found {name:?}"))),
        }
    }
}

#[pymethods]
impl Tables {
    fn __repr__(&self) -> String {
        let [quotes, speakers, topics, errors] = [&self.quotes, &self.speakers, &self.topics, &self.errors].map(Table::__len__);
        format!("<Tables: {quotes} quotes, {speakers} speakers, {topics} topics, {errors} errors>")
    }
}

impl Table {
    fn push(&mut self, batch: RecordBatch) {
        if batch.num_rows() > 0 {
            self.batches.push(batch);
        }
    }
}

#[pymethods]
impl Table {
    /// The Arrow stream of the table, once more at every call; `requested_schema` is not followed.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, Arc::clone(&self.schema))));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The Arrow schema of the table.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*self.schema).map_err(|error| TableError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The names of the columns, in order.
    #[getter]
    fn column_names(&self) -> crate::value::Many<String> {
        crate::value::Many(self.schema.fields().iter().map(|field| field.name().clone()).collect())
    }

    /// The table as a pandas data frame; needs pandas 3 and pyarrow.
    pub(crate) fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("pandas")?.getattr("DataFrame")?.call_method1("from_arrow", (self.clone(),))
    }

    /// The table as a polars data frame; needs polars.
    pub(crate) fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("polars")?.getattr("DataFrame")?.call1((self.clone(),))
    }

    /// The table as a pyarrow table, without a copy; needs pyarrow.
    fn to_pyarrow<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("pyarrow")?.call_method1("table", (self.clone(),))
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("<Table: {} rows; {}>", self.__len__(), self.column_names().0.join(", "))
    }
}

/// A table of the core as one batch. Its columns have one length and the types of their fields, so that making it cannot fail.
fn batch(table: &tables::Table) -> RecordBatch {
    let fields: Vec<Field> = table.columns().map(|(name, values)| Field::new(name, data_type(values), true)).collect();
    made(fields, table.columns().map(|(_, values)| array(values)).collect())
}

fn errors(errors: Vec<(usize, Option<String>, String)>) -> RecordBatch {
    let rows: Int64Array = errors.iter().map(|(row, _, _)| i64::try_from(*row).ok()).collect();
    let ids: StringArray = errors.iter().map(|(_, id, _)| id.as_deref()).collect();
    let why: StringArray = errors.iter().map(|(_, _, why)| Some(why)).collect();
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    made(vec![Field::new("row", DataType::Int64, true), text("article"), text("error")], vec![Arc::new(rows), Arc::new(ids), Arc::new(why)])
}

fn made(fields: Vec<Field>, columns: Vec<ArrayRef>) -> RecordBatch {
    let schema: SchemaRef = Arc::new(Schema::new(fields));
    RecordBatch::try_new(Arc::clone(&schema), columns).unwrap_or_else(|_| RecordBatch::new_empty(schema))
}

fn data_type(values: &Values) -> DataType {
    match values {
        Values::List(..) => DataType::List(item()),
        Values::Number(_) => DataType::Int64,
        Values::Share(_) => DataType::Float64,
        Values::Flag(_) => DataType::Boolean,
        _ => DataType::Utf8,
    }
}

fn item() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Utf8, true))
}

fn array(values: &Values) -> ArrayRef {
    match values {
        Values::Text(texts) => Arc::new(texts.iter().collect::<StringArray>()),
        Values::List(texts, ends) => {
            let starts = std::iter::once(0).chain(ends.iter().copied());
            let lengths: Vec<usize> = starts.zip(ends).map(|(start, end)| end - start).collect();
            Arc::new(ListArray::new(item(), OffsetBuffer::from_lengths(lengths), Arc::new(texts.iter().collect::<StringArray>()), None))
        }
        Values::Number(numbers) => Arc::new(Int64Array::from(numbers.clone())),
        Values::Share(shares) => Arc::new(Float64Array::from(shares.clone())),
        Values::Flag(flags) => Arc::new(BooleanArray::from(flags.clone())),
        // A kind that the core may get one day.
        other => Arc::new(StringArray::from(vec![None::<&str>; other.len()])),
    }
}
