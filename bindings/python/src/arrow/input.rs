//! Tables that come in: any object with `__arrow_c_stream__`.

use crate::arguments::expected;
use crate::errors::{TableError, TextError};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{ArrayRef, RecordBatch};
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

/// What is taken for a table.
const TABLE: &str = "a table of pyarrow, polars, pandas or DuckDB (an object with __arrow_c_stream__)";

/// The batches of these columns of a table.
pub(super) fn columns(argument: &str, table: &Bound<'_, PyAny>, names: &[&str]) -> PyResult<RecordBatchStreamReader> {
    if !table.hasattr("__arrow_c_stream__")? {
        return Err(expected(argument, TABLE, table));
    }
    names_of(table).map_or(Ok(()), |had| names.iter().try_for_each(|name| has(&had, name)))?;
    // What cannot choose columns itself, such as a stream, is taken whole.
    let chosen = chosen(table, names).ok().filter(|it| it.hasattr("__arrow_c_stream__").unwrap_or(false));
    stream(argument, chosen.as_ref().unwrap_or(table))
}

/// The same table with these columns alone: others may have a type that Arrow has no name for, and converting them would cost time.
fn chosen<'py>(table: &Bound<'py, PyAny>, names: &[&str]) -> PyResult<Bound<'py, PyAny>> {
    let module: String = table.get_type().getattr("__module__")?.extract()?;
    match module.split('.').next() {
        Some("pandas") => table.get_item(names),
        Some("polars") => without_nulls(&table.call_method1("select", (names,))?),
        Some("pyarrow") => table.call_method1("select", (names,)),
        _ => Ok(table.clone()),
    }
}

/// A column of polars that has nothing but nulls as one of strings: as a column of type Null, it has a buffer that Arrow does not allow.
fn without_nulls<'py>(frame: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let polars = frame.py().import("polars")?;
    let types = PyDict::new(frame.py());
    types.set_item(polars.getattr("Null")?, polars.getattr("String")?)?;
    frame.call_method1("cast", (types,))
}

/// The names of the columns, of a table that says them.
fn names_of(table: &Bound<'_, PyAny>) -> Option<Vec<String>> {
    let names = table.getattr("column_names").or_else(|_| table.getattr("columns")).ok()?;
    names.try_iter().ok()?.map(|name| name.ok()?.extract().ok()).collect()
}

/// Complains of a column that is not there.
fn has(names: &[String], name: &str) -> PyResult<()> {
    if names.iter().any(|it| it == name) {
        return Ok(());
    }
    let hint = if name == "id" { "; id=None is for texts without ids" } else { "" };
    Err(TableError::new_err(format!("the table has no column {name:?}; it has {}{hint}", names.join(", "))))
}

/// The batches of a table.
pub(super) fn stream(argument: &str, table: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let capsule = table.call_method0("__arrow_c_stream__").map_err(|error| unencodable(argument, table.py(), error))?;
    let capsule = capsule.cast::<PyCapsule>().map_err(|_| expected(argument, TABLE, table))?;
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a pointer to a valid stream, by the Arrow PyCapsule interface; taking the stream out of it
    // leaves an empty one behind, which the capsule then has nothing to release in.
    #[allow(unsafe_code)]
    let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr()) };
    let is_column = names_of(table).is_none() && !table.hasattr("schema")?;
    reader.map_err(|error| if is_column { expected(argument, COLUMNS, table) } else { TableError::new_err(format!("{argument}: {error}")) })
}

/// A series has a stream too, of values and not of columns.
const COLUMNS: &str = "a table with columns (a series is one column: make a frame of it)";

/// pandas finds a lone surrogate while it makes Arrow of its columns, and does not say where.
fn unencodable(argument: &str, py: Python<'_>, error: PyErr) -> PyErr {
    if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
        return error;
    }
    let hint = "frame[column].str.encode(\"utf-8\", \"surrogatepass\") makes those texts rows of `errors`";
    let raised = TextError::new_err(format!("{argument}: a text has lone surrogates, which no UTF-8 can hold; {hint}"));
    raised.set_cause(py, Some(error));
    raised
}

/// The column of a batch.
pub(super) fn column(batch: &RecordBatch, name: &str) -> PyResult<ArrayRef> {
    let schema = batch.schema();
    has(&schema.fields().iter().map(|field| field.name().clone()).collect::<Vec<_>>(), name)?;
    batch.column_by_name(name).cloned().ok_or_else(|| TableError::new_err(format!("the table has no column {name:?}")))
}
