//! Words that name an occasion of speaking (`occasions.tsv`): "in an *interview*", "on *Twitter*", "*tweeted*".

use crate::article::OccasionKind;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Row {
    kind: OccasionKind,
    verb: bool,
}

static WORDS: LazyLock<FxHashMap<&'static str, Row>> = LazyLock::new(|| {
    let rows = include_str!("occasions.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(parse_row).collect()
});

fn parse_row(row: &'static str) -> Option<(&'static str, Row)> {
    let mut fields = row.split('\t');
    let word = fields.next()?;
    let kind = kind(fields.next()?)?;
    Some((word, Row { kind, verb: fields.next() == Some("verb") }))
}

fn kind(name: &str) -> Option<OccasionKind> {
    Some(match name {
        "interview" => OccasionKind::Interview,
        "statement" => OccasionKind::Statement,
        "press-conference" => OccasionKind::PressConference,
        "speech" => OccasionKind::Speech,
        "testimony" => OccasionKind::Testimony,
        "social-media" => OccasionKind::SocialMedia,
        "email" => OccasionKind::Email,
        "call" => OccasionKind::Call,
        "letter" => OccasionKind::Letter,
        "broadcast" => OccasionKind::Broadcast,
        "document" => OccasionKind::Document,
        "other" => OccasionKind::Other,
        _ => return None,
    })
}

/// The sort of occasion that a word names, in any case.
pub fn find(word: &str) -> Option<OccasionKind> {
    if let Some(row) = WORDS.get(word) {
        return Some(row.kind);
    }
    let lower = word.to_lowercase();
    WORDS.get(lower.as_str()).map(|row| row.kind)
}

/// The sort of occasion that a verb's dictionary form names.
pub fn of_verb(lemma: &str) -> Option<OccasionKind> {
    WORDS.get(lemma).filter(|row| row.verb).map(|row| row.kind)
}
