//! Tables that come in: any object with `__arrow_c_stream__`.

use crate::arguments::expected;
use crate::errors::TableError;
use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::{Int32Type, Int64Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray, RecordBatch};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// The batches of a table.
pub(super) fn stream(argument: &str, table: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let what = "a table of pyarrow, polars, pandas or DuckDB (an object with __arrow_c_stream__)";
    if !table.hasattr("__arrow_c_stream__")? {
        return Err(expected(argument, what, table));
    }
    let capsule = table.call_method0("__arrow_c_stream__")?;
    let capsule = capsule.cast::<PyCapsule>().map_err(|_| expected(argument, what, table))?;
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a pointer to a valid stream, by the Arrow PyCapsule interface; taking the stream out of it
    // leaves an empty one behind, which the capsule then has nothing to release in.
    #[allow(unsafe_code)]
    let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr()) };
    reader.map_err(|error| TableError::new_err(format!("{argument}: {error}")))
}

/// The column of a batch.
pub(super) fn column(batch: &RecordBatch, name: &str) -> PyResult<ArrayRef> {
    batch.column_by_name(name).cloned().ok_or_else(|| {
        let schema = batch.schema();
        let names = schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
        TableError::new_err(format!("the table has no column {name:?}; it has {names}"))
    })
}

/// A column of texts as bytes: a producer may promise UTF-8 and not keep it, so that every text is checked when it is read.
pub(super) enum Texts {
    Short(BinaryArray),
    Long(LargeBinaryArray),
    View(BinaryViewArray),
    Null,
}

impl Texts {
    pub(super) fn new(name: &str, column: &ArrayRef) -> PyResult<Self> {
        match column.data_type() {
            DataType::Utf8 => Ok(Self::Short(column.as_string::<i32>().clone().into())),
            DataType::LargeUtf8 => Ok(Self::Long(column.as_string::<i64>().clone().into())),
            DataType::Utf8View => Ok(Self::View(column.as_string_view().clone().to_binary_view())),
            DataType::Binary => Ok(Self::Short(column.as_binary::<i32>().clone())),
            DataType::LargeBinary => Ok(Self::Long(column.as_binary::<i64>().clone())),
            DataType::BinaryView => Ok(Self::View(column.as_binary_view().clone())),
            DataType::Null => Ok(Self::Null),
            other => Err(TableError::new_err(format!("column {name:?}: expected texts, found {other}"))),
        }
    }

    fn bytes(&self, row: usize) -> Option<&[u8]> {
        match self {
            Self::Short(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Long(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::View(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Null => None,
        }
    }

    /// The text of a row, or why there is none.
    pub(super) fn get(&self, row: usize) -> Result<&str, String> {
        let bytes = self.bytes(row).ok_or("there is no text: the value is null")?;
        std::str::from_utf8(bytes).map_err(|error| format!("the text is not UTF-8: {error}"))
    }
}

/// A column of ids: texts or whole numbers.
pub(super) enum Ids {
    Texts(Texts),
    Numbers(Vec<Option<i128>>),
    None,
}

impl Ids {
    pub(super) fn new(name: &str, column: &ArrayRef) -> PyResult<Self> {
        Ok(Self::Numbers(match column.data_type() {
            DataType::Int64 => column.as_primitive::<Int64Type>().iter().map(|id| id.map(i128::from)).collect(),
            DataType::Int32 => column.as_primitive::<Int32Type>().iter().map(|id| id.map(i128::from)).collect(),
            DataType::UInt64 => column.as_primitive::<UInt64Type>().iter().map(|id| id.map(i128::from)).collect(),
            DataType::UInt32 => column.as_primitive::<UInt32Type>().iter().map(|id| id.map(i128::from)).collect(),
            _ => return Texts::new(name, column).map(Self::Texts),
        }))
    }

    pub(super) fn get(&self, row: usize) -> Option<String> {
        match self {
            Self::Texts(texts) => texts.bytes(row).map(|id| String::from_utf8_lossy(id).into_owned()),
            Self::Numbers(numbers) => numbers.get(row).copied().flatten().map(|id| id.to_string()),
            Self::None => None,
        }
    }
}
