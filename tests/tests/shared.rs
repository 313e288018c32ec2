//! Runs over the corpora beside the checkout, where there are any: nothing panics, and every promise of `oracle` holds.

use onrecord_tests::{files, oracle, shared};
use serde_json::Value;
use std::path::PathBuf;

fn promises(name: &str, text: &str) {
    if let Err(why) = oracle::check(text, &onrecord::parse(text)) {
        panic!("{name}: {why}");
    }
}

/// The folder, or a line that says why the test did nothing.
fn folder(name: &str) -> Option<PathBuf> {
    let found = shared(name);
    if found.is_none() {
        eprintln!("skipped: no shared/{name} beside the checkout");
    }
    found
}

/// Reads every `nth` row of the JSON lines of a folder.
fn rows(name: &str, file: &str, nth: usize) {
    let Some(path) = folder(name) else { return };
    let rows = std::fs::read_to_string(path.join(file)).expect("the rows can be read");
    for (i, row) in rows.lines().enumerate().step_by(nth) {
        let row: Value = serde_json::from_str(row).expect("a row is JSON");
        promises(&format!("{file}:{}", i + 1), row["text"].as_str().unwrap_or_default());
    }
}

#[test]
fn seeds() {
    let Some(path) = folder("seeds") else { return };
    for file in files(&path, ".txt") {
        let text = std::fs::read_to_string(&file).expect("a seed can be read");
        promises(&file.display().to_string(), &text);
    }
}

#[test]
fn polnear_dev() {
    rows("polnear", "dev.jsonl", 1);
}

#[test]
fn polnear_train_sample() {
    rows("polnear", "train.jsonl", 8);
}

#[test]
fn sourcing_pages() {
    rows("sourcing", "open.jsonl", 1);
}

#[test]
fn short_cases() {
    rows("cases", "cases.jsonl", 1);
}

/// Raw HTML is nothing that the core reads, but it must not break on it.
#[test]
fn pages_as_raw_text() {
    let Some(path) = folder("pages") else { return };
    let articles = std::fs::read_to_string(path.join("ground-truth.json")).expect("the pages can be read");
    let articles: Value = serde_json::from_str(&articles).expect("the pages are JSON");
    for (name, page) in articles.as_object().into_iter().flatten() {
        promises(name, page["articleBody"].as_str().unwrap_or_default());
    }
}

#[test]
fn scraped_posts_sample() {
    use std::io::BufRead;
    let Some(path) = folder("text/scraped_posts.jsonl.gz") else { return };
    let file = std::fs::File::open(path).expect("the posts can be opened");
    let rows = std::io::BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    for (i, row) in rows.enumerate().step_by(15) {
        let row: Value = serde_json::from_str(&row.expect("a row can be read")).expect("a row is JSON");
        promises(&format!("posts:{}", i + 1), row["text"].as_str().unwrap_or_default());
    }
}
