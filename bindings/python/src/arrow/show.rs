//! [`html`]: the first rows of a table, for notebooks.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Schema};

/// Rows that are shown.
const SHOWN: usize = 10;

/// The first rows, and how many there are.
pub(super) fn html(schema: &Schema, batches: &[RecordBatch], rows: usize) -> String {
    let names: String = schema.fields().iter().map(|field| ["<th>", &escaped(field.name()), "</th>"].concat()).collect();
    let places = batches.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
    let body: String = places.take(SHOWN).map(|(batch, row)| line(batch, row)).collect();
    format!("<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table><p>{rows} rows</p>")
}

fn line(batch: &RecordBatch, row: usize) -> String {
    let cells: String = batch.columns().iter().map(|column| ["<td>", &escaped(&cell(column, row)), "</td>"].concat()).collect();
    format!("<tr>{cells}</tr>")
}

/// A value as text; nothing where it is missing.
fn cell(column: &ArrayRef, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            (0..items.len()).map(|item| cell(&items, item)).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// Text of an article cannot break out of its cell.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
