//! Tables that go out: [`Table`] with `__arrow_c_stream__`, and [`to_arrow`].

use super::{input, show};
use crate::arguments::{self, expected};
use crate::article::Article;
use crate::errors::{OptionError, TableError};
use crate::records::Failure;
use crate::value::Many;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, RecordBatchIterator, RecordBatchReader, StringArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use onrecord::export::Offsets;
use onrecord::tables::{self, Values};
use pyo3::exceptions::{PyImportError, PyModuleNotFoundError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple, PyType};
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

/// A table of results, for any engine that speaks Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`,
/// `pandas.DataFrame.from_arrow(table)` (pandas 3); DuckDB finds it by the name of a variable (`duckdb.sql("from quotes")`).
///
/// Strings are plain UTF-8, whole numbers are signed and of 64 bits; a span is two columns, `start` and `end`, in code points. In a notebook,
/// the table shows its first rows. It can be pickled where pyarrow is installed.
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
///     first_row: The number of the first row, for a stream that is written a part at a time.
///
/// Returns:
///     The tables `quotes`, `speakers` and `topics`, and in `errors` each `Failure` among the articles (`parse_many` gives them with
///     `on_error="keep"`). The column `row` counts articles and failures from `first_row`, `article` is the id.
///
/// Raises:
///     TypeError: `articles` is no iterable of articles.
///     OptionError: `first_row` is negative.
///
/// Example:
///     >>> tables = onrecord.to_arrow(onrecord.parse_many(["“We will talk,” said Ana Ruiz.", None], on_error="keep"))
///     >>> tables
///     <Tables: 1 quotes, 1 speakers, 0 topics, 1 errors>
#[pyfunction]
#[pyo3(signature = (articles, *, first_row=0))]
pub(crate) fn to_arrow(articles: &Bound<'_, PyAny>, #[pyo3(from_py_with = arguments::first_row)] first_row: usize) -> PyResult<Tables> {
    let mut tables = Tables::of(&[]);
    let mut rows = Rows::default();
    for (place, item) in articles.try_iter().map_err(|_| expected("articles", "an iterable of Article", articles))?.enumerate() {
        rows.push(first_row, place, &item?)?;
        if place % BATCH == BATCH - 1 {
            tables.push(std::mem::take(&mut rows));
        }
    }
    tables.push(rows);
    Ok(tables)
}

impl Rows {
    /// The rows of an article, or the one of a failure.
    fn push(&mut self, first_row: usize, place: usize, item: &Bound<'_, PyAny>) -> PyResult<()> {
        if let Ok(failure) = item.cast::<Failure>() {
            let failure = failure.get();
            self.errors.push((first_row + place, failure.id.clone(), failure.error.clone()));
            return Ok(());
        }
        let article = item.cast::<Article>().map_err(|_| expected(&format!("articles[{place}]"), "Article", item))?;
        let (article, text) = article.get().parts();
        self.tables.push(first_row + place, article, text);
        Ok(())
    }
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
    #[new]
    fn new(quotes: Table, speakers: Table, topics: Table, errors: Table) -> Self {
        Self { quotes, speakers, topics, errors }
    }

    fn __getnewargs__(&self) -> (Table, Table, Table, Table) {
        (self.quotes.clone(), self.speakers.clone(), self.topics.clone(), self.errors.clone())
    }

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
    fn column_names(&self) -> Many<String> {
        Many(self.schema.fields().iter().map(|field| field.name().clone()).collect())
    }

    /// The table as a pandas data frame; needs pandas and pyarrow. Whole numbers are of type `Int64`, whether or not some are missing.
    pub(crate) fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let (pandas, pyarrow) = (needed(py, "to_pandas", "pandas")?, needed(py, "to_pandas", "pyarrow")?);
        let types = PyDict::new(py);
        types.set_item(pyarrow.call_method0("int64")?, pandas.call_method0("Int64Dtype")?)?;
        let settings = PyDict::new(py);
        settings.set_item("types_mapper", types.getattr("get")?)?;
        self.to_pyarrow(py)?.call_method("to_pandas", (), Some(&settings))
    }

    /// The table as a polars data frame; needs polars.
    pub(crate) fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        needed(py, "to_polars", "polars")?.getattr("DataFrame")?.call1((self.clone(),))
    }

    /// The table as a pyarrow table, without a copy; needs pyarrow.
    fn to_pyarrow<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        needed(py, "to_pyarrow", "pyarrow")?.call_method1("table", (self.clone(),))
    }

    /// The table that another table of Arrow holds; for pickle.
    #[classmethod]
    fn _from_arrow(_class: &Bound<'_, PyType>, table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let reader = input::stream("table", table)?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<_, _>>().map_err(|error| TableError::new_err(error.to_string()))?;
        Ok(Self { schema, batches })
    }

    /// pyarrow can pickle the same table.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok((slf.get_type().getattr("_from_arrow")?, (slf.get().to_pyarrow(slf.py())?,).into_pyobject(slf.py())?))
    }

    /// What a notebook shows: the first rows.
    fn _repr_html_(&self) -> String {
        show::html(&self.schema, &self.batches, self.__len__())
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("<Table: {} rows; {}>", self.__len__(), self.column_names().0.join(", "))
    }
}

/// A module that a method cannot do without.
fn needed<'py>(py: Python<'py>, method: &str, module: &str) -> PyResult<Bound<'py, PyModule>> {
    let import = py.import(module);
    import.map_err(|error| {
        let is_missing = error.is_instance_of::<PyModuleNotFoundError>(py);
        let raised = PyImportError::new_err(format!("{method}() needs {module}: pip install {module}"));
        raised.set_cause(py, Some(error.clone_ref(py)));
        if is_missing { raised } else { error }
    })
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
