//! The articles of `articles/` as they are read: with carets below their quotes (`.snap`) and in the wire format (`.json`).
//!
//! `UPDATE=1 cargo test -p onrecord-tests --test snapshots` rewrites both; the difference is for a person to read.

use onrecord::export::{self, Offsets};
use onrecord_tests::{files, home, snapshot};
use std::path::Path;

#[test]
fn articles_read_as_before() {
    let articles = files(&home().join("articles"), ".txt");
    assert!(articles.len() >= 6, "the articles are there");
    let wrong: Vec<String> = articles.iter().flat_map(|path| compare(path)).collect();
    assert!(wrong.is_empty(), "\n{}\nif that is right: UPDATE=1 cargo test -p onrecord-tests --test snapshots", wrong.join("\n"));
}

fn compare(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("an article can be read");
    let article = onrecord::parse(&text);
    let json = serde_json::to_string_pretty(&export::to_value(&article, &text, Offsets::Chars)).expect("an article is JSON");
    let made = [("snap", snapshot::print(&text, &article)), ("json", json + "\n")];
    made.iter().filter_map(|(ending, new)| check(&path.with_extension(ending), new)).collect()
}

/// The first line that differs; nothing where the file is as before, or has been rewritten.
fn check(path: &Path, new: &str) -> Option<String> {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, new).expect("a snapshot can be written");
        return None;
    }
    let old = std::fs::read_to_string(path).unwrap_or_default();
    let at = old.lines().zip(new.lines()).position(|(old, new)| old != new);
    let line = at.unwrap_or_else(|| old.lines().count().min(new.lines().count()));
    let (was, is) = (old.lines().nth(line).unwrap_or("(the end)"), new.lines().nth(line).unwrap_or("(the end)"));
    (old != new).then(|| format!("{}:{}\n  was: {was}\n  is:  {is}", path.display(), line + 1))
}
