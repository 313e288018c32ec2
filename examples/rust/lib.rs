//! Examples of the library in use, and the articles that they read.
//!
//! `cargo run -p onrecord-examples --example who_said_what [FILE]`; each reads `articles/wire.txt` unless given a file.
//! What an example prints is tested, so it is made by a function here that the example calls.

use onrecord::{Article, Attitude, Quote, SpeakerKind};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The text of the file named on the command line, else of the example article.
///
/// # Errors
/// The file cannot be read.
pub fn input() -> Result<String, String> {
    match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}")),
        None => Ok(include_str!("../articles/wire.txt").to_owned()),
    }
}

/// Who said what: a line for each quote that was put into words.
pub fn who_said_what(article: &Article) -> String {
    let mut out = String::new();
    for quote in said(article) {
        let who = quote.speaker.map_or("unknown", |id| article.speakers[id.0].name.as_str());
        let _ = writeln!(out, "{who} ({}): {}", quote.kind, quote.text);
    }
    out
}

/// How many words each kind of source gets, most first: whose voice is heard?
pub fn count_voices(article: &Article) -> Vec<(SpeakerKind, usize)> {
    let mut words: BTreeMap<SpeakerKind, usize> = BTreeMap::new();
    for quote in said(article) {
        if let Some(id) = quote.speaker {
            *words.entry(article.speakers[id.0].kind).or_default() += quote.text.split_whitespace().count();
        }
    }
    let mut counted: Vec<_> = words.into_iter().collect();
    counted.sort_by_key(|(kind, words)| (std::cmp::Reverse(*words), *kind));
    counted
}

/// What had to be seen through, with the words around it.
pub fn repairs(article: &Article, text: &str) -> String {
    let mut out = String::new();
    for repair in &article.repairs {
        let before: String = text[..repair.span.start].chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = text[repair.span.end..].chars().take(20).collect();
        let around = format!("{before}[{}]{after}", &text[repair.span]).replace('\n', " ");
        let _ = writeln!(out, "{}: …{around}… ({})", repair.kind, repair.note);
    }
    out
}

/// Quotes that their source put into words, not those that the writer ascribes.
fn said(article: &Article) -> impl Iterator<Item = &Quote> {
    article.quotes.iter().filter(|quote| quote.attitude == Attitude::Said && quote.kind != onrecord::QuoteKind::Scare)
}

#[cfg(test)]
mod tests {
    use super::{count_voices, repairs, who_said_what};
    use onrecord::{SpeakerKind, parse};

    const ARTICLE: &str = include_str!("../articles/wire.txt");

    #[test]
    fn the_mayor_is_quoted() {
        let out = who_said_what(&parse(ARTICLE));
        assert!(out.contains("Ana Ruiz (direct): We have the engine, we have the crew and we have the money,"), "{out}");
        assert!(out.contains("Leo Marsh (direct): They promised us June last year,"), "{out}");
    }

    #[test]
    fn people_are_heard_most() {
        let counted = count_voices(&parse(ARTICLE));
        assert_eq!(counted.first().map(|(kind, _)| *kind), Some(SpeakerKind::Person), "{counted:?}");
    }

    #[test]
    fn broken_marks_are_listed() {
        let out = repairs(&parse(ARTICLE), ARTICLE);
        assert!(out.contains("misplaced_space"), "{out}");
        assert!(out.contains("missing_close"), "{out}");
    }
}
