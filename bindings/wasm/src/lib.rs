//! What the npm package `onrecord` calls: it translates arguments and results, and has no rule of its own.
//!
//! Articles cross the border as one line of the wire format, with offsets in UTF-16 units: a page, a worker and a file then hold the
//! same plain data, and reading it is one call of `JSON.parse`.

// The macro takes what JavaScript gives by value.
#![allow(clippy::needless_pass_by_value)]

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

mod error;
mod parser;
mod render;

pub use parser::Parser;
pub use render::{css, html, page, pieces};
