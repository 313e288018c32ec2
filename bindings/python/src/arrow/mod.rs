//! Tables through the Arrow PyCapsule interface, which pyarrow, polars, pandas and DuckDB speak; none of them is needed here.

mod columns;
mod input;
mod output;
mod parse;
mod show;

pub(crate) use output::{Table, Tables, to_arrow};
pub(crate) use parse::parse_table;
