//! JSON rows, and the lenient forms in which they give spans.

use crate::letters::Range;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What goes wrong is told in one sentence.
pub type Result<T> = std::result::Result<T, String>;

/// The rows of a .jsonl file, or of a folder of *.gold.json files with their texts; of rows with one id, the last.
pub fn read(path: &Path) -> Result<Vec<(String, Value)>> {
    let rows = if path.is_dir() { read_folder(path)? } else { read_lines(path)? };
    let mut unique: Vec<(String, Value)> = Vec::with_capacity(rows.len());
    let mut places = std::collections::HashMap::new();
    for row in rows {
        let id = id_of(&row, path)?;
        if let Some(&at) = places.get(&id) {
            unique[at] = (id, row);
        } else {
            places.insert(id.clone(), unique.len());
            unique.push((id, row));
        }
    }
    Ok(unique)
}

fn id_of(row: &Value, path: &Path) -> Result<String> {
    match &row["id"] {
        Value::String(id) => Ok(id.clone()),
        Value::Null => Err(format!("{}: a row has no \"id\"", path.display())),
        other => Ok(other.to_string()),
    }
}

/// The text of a file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn read_lines(path: &Path) -> Result<Vec<Value>> {
    let text = read_text(path)?;
    let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| serde_json::from_str(line).map_err(|error| format!("{}, line {}: {error}", path.display(), i + 1))).collect()
}

fn read_folder(folder: &Path) -> Result<Vec<Value>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".gold.json"));
    files.sort();
    files.iter().map(|file| read_gold_file(folder, file)).collect()
}

fn read_gold_file(folder: &Path, file: &Path) -> Result<Value> {
    let mut row: Value = serde_json::from_str(&read_text(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = read_text(&folder.join(row["file"].as_str().unwrap_or_default()))?;
    row["text"] = Value::String(text);
    Ok(row)
}

/// One span, a list of spans or nothing; a span is `[start, end]` or `{"start", "end"}`.
pub fn spans(role: &Value) -> Vec<Range> {
    match role {
        Value::Object(_) => span(role).into_iter().collect(),
        Value::Array(items) if items.first().is_some_and(Value::is_number) => span(role).into_iter().collect(),
        Value::Array(items) => items.iter().filter_map(span).collect(),
        _ => Vec::new(),
    }
}

/// One span.
pub fn span(value: &Value) -> Option<Range> {
    let (start, end) = if value.is_object() { (&value["start"], &value["end"]) } else { (&value[0], &value[1]) };
    Some((usize::try_from(start.as_u64()?).ok()?, usize::try_from(end.as_u64()?).ok()?))
}

/// A string that says something.
pub fn string(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The items of a list, or none.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The strings of a list, or none.
pub fn strings(value: &Value) -> Vec<String> {
    list(value).iter().filter_map(string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn spans_come_in_several_forms() {
        assert_eq!(spans(&json!([1, 2])), [(1, 2)]);
        assert_eq!(spans(&json!({"start": 1, "end": 2, "lemma": "say"})), [(1, 2)]);
        assert_eq!(spans(&json!([[1, 2], {"start": 3, "end": 4}])), [(1, 2), (3, 4)]);
        assert!(spans(&Value::Null).is_empty() && spans(&json!([])).is_empty());
    }
}
