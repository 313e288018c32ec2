//! The day of publication, where a line at the top states it: "Published: May 3, 2024", "2024-05-03T10:00Z", "Friday, 3 May 2024".

use super::dateline;
use super::lines::Line;
use crate::article::BlockKind;

/// Such lines stand among so many at the top,
const TOP: usize = 16;
/// and have no more bytes.
const LONGEST: usize = 80;

const PUBLISHED: [&str; 3] = ["published", "first published", "posted"];
const CHANGED: [&str; 3] = ["updated", "last updated", "last modified"];
const LABELS: [&str; 2] = ["date:", "publication date:"];

/// "Published …", "Last updated …"
pub(super) fn is_stamp(words: &str) -> bool {
    opens(words, &PUBLISHED) || opens(words, &CHANGED)
}

fn opens(words: &str, openers: &[&str]) -> bool {
    openers.iter().any(|opener| words.get(..opener.len()).is_some_and(|head| head.eq_ignore_ascii_case(opener)))
}

/// The day as an ISO date; that of publication rather than that of a change.
pub(super) fn read(text: &str, lines: &[Line]) -> Option<String> {
    let mut best: Option<(u8, String)> = None;
    for line in lines.iter().take(TOP) {
        let words = line.span.of(text);
        if matches!(line.kind, Some(BlockKind::Title)) || words.len() > LONGEST {
            continue;
        }
        if let Some((rank, day)) = rank(words, line.kind).zip(day(words))
            && best.as_ref().is_none_or(|(known, _)| rank < *known)
        {
            best = Some((rank, day));
        }
    }
    best.map(|(_, day)| day)
}

/// Lines that say that something was published come before dates alone, and these before changes.
fn rank(words: &str, kind: Option<BlockKind>) -> Option<u8> {
    // "Posted by Ana Ruiz on May 3, 2024": a post that stands in the page
    let by = words.split(' ').nth(1) == Some("by");
    if opens(words, &PUBLISHED) && !by || opens(words, &LABELS) {
        Some(0)
    } else if kind == Some(BlockKind::Byline) || is_date(words) {
        Some(1)
    } else {
        opens(words, &CHANGED).then_some(2)
    }
}

/// "Friday, May 3, 2024 1:30 p.m. EDT": nothing but a day and a time; but not "— Jo (@jo) May 3, 2024".
pub(super) fn is_date(words: &str) -> bool {
    let calendar = |piece: &str| piece.starts_with(|c: char| c.is_ascii_digit()) || dateline::is_month(piece) || piece.ends_with("day");
    let pieces = pieces(words);
    let opens = pieces.first().is_some_and(|first| words.starts_with(first) && calendar(first));
    words.len() <= LONGEST && opens && pieces.iter().all(|piece| piece.len() < 4 || calendar(piece)) && day(words).is_some()
}

fn pieces(words: &str) -> Vec<&str> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect()
}

/// "May 3, 2024", "3 May 2024", "2024-05-03T10:00Z"
fn day(words: &str) -> Option<String> {
    let pieces = pieces(words);
    let at = |i: usize| pieces.get(i).map_or(0, |piece| number(piece));
    for i in 0..pieces.len() {
        let (year, month, day) = match dateline::month(pieces.get(i)?) {
            Some(month) if at(i + 2) > 31 => (at(i + 2), month, at(i + 1)),
            Some(month) => (at(i + 1), month, i.checked_sub(1).map_or(0, at)),
            None => (at(i), at(i + 1), at(i + 2)),
        };
        if (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) {
            return Some(format!("{year}-{month:02}-{day:02}"));
        }
    }
    None
}

/// The digits that a piece begins with: 3 of "3rd".
fn number(piece: &str) -> usize {
    let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
    piece.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_all_forms() {
        for words in
            ["Published: May 3, 2024", "Posted: Friday, May 3rd, 2024 1:30 am", "3 May 2024", "Date: 2024-05-03T10:00:00Z", "MAY 3, 2024"]
        {
            assert_eq!(day(words).as_deref(), Some("2024-05-03"), "{words}");
        }
        for words in ["Published 34 minutes ago", "Updated: 2:45 am.", "May 3", "In May 2024", "2024-15-03", "06/15/16"] {
            assert_eq!(day(words), None, "{words}");
        }
    }

    #[test]
    fn what_says_that_it_is_the_day() {
        let rank = |words| rank(words, None);
        assert_eq!(rank("First published: May 3, 2024"), Some(0));
        assert_eq!(rank("Friday, May 3, 2024 1:30 p.m. EDT"), Some(1));
        assert_eq!(rank("Last updated May 4, 2024"), Some(2));
        assert_eq!(rank("Posted by Ana Ruiz on May 3, 2024"), None);
        assert_eq!(rank("May 3, 2024 will be remembered"), None);
        assert_eq!(rank("— Jo (@jo_may) May 3, 2024"), None);
    }
}
