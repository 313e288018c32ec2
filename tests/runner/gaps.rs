//! Cases that do not hold yet, each with its reason: `suite/known-gaps.txt`. A listed case that holds is an error, so the list only shrinks.

use std::collections::BTreeMap;
use std::path::Path;

/// Reads the list: case id to reason.
///
/// # Errors
/// A line without a reason.
pub fn read(suite: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = std::fs::read_to_string(suite.join("known-gaps.txt")).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| entry(line).ok_or_else(|| format!("known-gaps.txt: expected `case | reason`, found {line:?}"))).collect()
}

fn entry(line: &str) -> Option<(String, String)> {
    let (id, reason) = line.split_once(" | ")?;
    (!reason.trim().is_empty()).then(|| (id.trim().to_owned(), reason.trim().to_owned()))
}
