//! What the pipeline has to do, as short essays (`suite/**/*.md`), annotated articles (`articles/*`) and properties (`tests/*.rs`).
//!
//! [`case`] reads the essays, [`expect`] their expectations, [`holds`] compares these with a parsed article, and [`snapshot`] prints an
//! article with carets below its quotes. `suite/README.md` describes the format for runners in other languages.

#[path = "runner/case.rs"]
pub mod case;
#[path = "runner/expect.rs"]
pub mod expect;
#[path = "runner/gaps.rs"]
pub mod gaps;
#[path = "runner/holds.rs"]
pub mod holds;
#[path = "runner/offsets.rs"]
pub mod offsets;
#[path = "runner/oracle.rs"]
pub mod oracle;
#[path = "runner/pieces.rs"]
pub mod pieces;
#[path = "runner/quote.rs"]
pub mod quote;
#[path = "runner/records.rs"]
pub mod records;
#[path = "runner/snapshot.rs"]
pub mod snapshot;

use std::path::{Path, PathBuf};

/// The folder of this package.
pub fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder beside the checkout, where there is one: corpora that may be read but not committed.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = home().join("../../shared").join(name);
    path.exists().then_some(path)
}

/// All files below `folder` that end in `ending`, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The example of the README, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
