//! Is the first line of a page its headline, or does the story start at once?

use super::dateline;
use super::lines::{Line, Look};
use super::sentences::{self, Split};
use crate::span::Span;

/// Longer lines are paragraphs.
const LONGEST: usize = 220;

/// A line of this length that ends in a full stop is a paragraph, unless it is printed as headlines are.
const LONG_WITH_STOP: usize = 120;

/// A line of this length that holds two sentences is a paragraph.
const LONG_WITH_TWO: usize = 90;

/// Can this line be a headline? Whether anything follows it is for the caller to say.
pub(super) fn is_title(text: &str, line: &Line) -> bool {
    let words = line.span.of(text);
    words.len() <= LONGEST
        && line.look.words > 0
        && !matches!(line.look.last, ':' | ',')
        && dateline::read(words, true).is_none_or(|found| found.lost_dash)
        && !is_told(words)
        && !is_running(text, line.span, line.look)
}

/// Words in quotation marks with the one who said them, or a sentence that ends with "officials said."
fn is_told(words: &str) -> bool {
    const JOINTS: [&str; 9] = [",”", ",\"", "said: “", "said: \"", "said, “", "said, \"", "?” ", "!” ", ".” "];
    let reported = words.trim_end_matches(['.', '”', '"']).ends_with(" said") && words.ends_with('.') && words.contains(',');
    let quoted = words.starts_with(['“', '"']) && words.ends_with(['.', '!', '?', '”', '"']) && words.contains(['.', '!', '?']);
    reported || quoted || JOINTS.iter().any(|joint| words.contains(joint))
}

/// A long sentence, or several.
fn is_running(text: &str, span: Span, look: Look) -> bool {
    if look.stop && span.len() > LONG_WITH_STOP && !look.is_title_case() {
        return true;
    }
    let mut split = Split::default();
    sentences::split(text, span, &mut split);
    let count = split.sentences.len();
    count > 3 || count > 1 && look.stop && span.len() > LONG_WITH_TWO && !look.is_title_case()
}

/// Do two lines say the same, whatever their case and punctuation?
pub(super) fn same(one: &str, other: &str) -> bool {
    let letters = |line: &'_ str| line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>();
    one.len().abs_diff(other.len()) < 12 && letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn title(text: &str) -> bool {
        is_title(text, &lines::split(text)[0])
    }

    #[test]
    fn headlines() {
        assert!(title("Brill’s mayor is unwilling to close the bridge, and the council has received new instructions."));
        assert!(title("US and Brill prepare for ‘hard work’ after river summit"));
        assert!(title("Brill could make history. Again."));
    }

    #[test]
    fn the_story_starts_at_once() {
        assert!(!title("“The dam held,” said Ada Holm."));
        assert!(!title("Ada Holm, the mayor, said: \"The dam held."));
        assert!(!title("GENEVA (AP) — The dam held"));
        assert!(!title("The dam above Brill held through the night, and the mayor of the town slept well. Her neighbours did not."));
        assert!(!title("And from Mayor Holm:"));
        assert!(!title("The dam above Brill held on Friday, officials said."));
    }

    #[test]
    fn a_repeated_title_may_differ_in_case() {
        assert!(same("Brill’s dam held", "BRILL'S DAM HELD."));
        assert!(!same("Brill’s dam held", "Brill’s dams held"));
    }
}
