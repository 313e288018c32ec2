//! What a line is by its shape alone.

use super::lines::Look;
use super::{dateline, published};

/// "___", "World | Politics | Rivers", "Our Standards: The Brill Trust Principles." whatever words a spinner puts for them.
pub(super) fn is_furniture(words: &str, look: Look) -> bool {
    if look.words == 0 {
        // A line of quotation marks may close a quotation.
        return !words.contains(['“', '”', '"', '‘', '’', '\'', '«', '»']);
    }
    is_standards(words, look) || is_stamp(words, look) || is_address(words) || look.words < 9 && is_bar_list(words)
}

/// "Our Requirements: The Brill Reliance Guidelines.": nothing but capitals around a colon.
fn is_standards(words: &str, look: Look) -> bool {
    let Some((head, tail)) = words.strip_prefix("Our ").and_then(|rest| rest.split_once(": ")) else { return false };
    head.split(' ').count() <= 2 && tail.starts_with("The ") && look.words <= 10 && look.capitals == look.words
}

/// "Updated March 28, 2016 12:06 a.m. ET", "May 23, 2016"
fn is_stamp(words: &str, look: Look) -> bool {
    if look.words > 14 {
        return false;
    }
    let digits = words.contains(|c: char| c.is_ascii_digit());
    let opens = published::is_stamp(words);
    let first = words.split([' ', ',']).next().unwrap_or_default();
    let dated = dateline::is_month(first) && look.words <= 5 && !words.contains(['“', ':', '?']);
    digits && (opens && look.small <= 6 || dated && look.capitals == look.words || published::is_date(words))
}

/// A notice of rights has a year, a sign or the usual words: "Copyright 2021 The Brill Gazette".
pub(super) fn is_copyright(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit() || c == '©') || words.contains("eserved")
}

/// A link and nothing else.
fn is_address(words: &str) -> bool {
    let link = words.starts_with("http") || words.starts_with("www.") || words.starts_with("pic.");
    link && !words.contains(char::is_whitespace)
}

/// "World | Politics | Rivers"
fn is_bar_list(words: &str) -> bool {
    words.matches(" | ").count() > 1 || words.matches(" » ").count() > 1 || words.matches(" › ").count() > 0
}

/// "2:10 p.m.", as the entries of a running report are headed.
fn is_clock(words: &str) -> bool {
    let bare = words.trim_end_matches(':');
    let Some(rest) = ["a.m.", "p.m.", "AM", "PM", "am", "pm"].iter().find_map(|end| bare.strip_suffix(end)) else { return false };
    let rest = rest.trim_end();
    !rest.is_empty() && rest.len() < 6 && rest.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

/// The bullet, dash or number that opens an item of a list.
pub(super) fn list_marker(words: &str) -> Option<char> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    match first {
        '•' | '●' | '▪' | '◦' | '‣' | '■' | '►' => Some('•'),
        '-' | '–' | '*' | '+' if rest.starts_with(|c: char| c == ' ' || c.is_alphabetic()) => Some(first),
        '0'..='9' => {
            let after = words.trim_start_matches(|c: char| c.is_ascii_digit());
            (words.len() - after.len() < 3 && (after.starts_with(". ") || after.starts_with(") "))).then_some('1')
        }
        _ => None,
    }
}

/// Does the line look like a cross-head: short, and without a full stop?
pub(super) fn is_short(words: &str, look: Look) -> bool {
    if is_clock(words) {
        return true;
    }
    let first = words.chars().next().unwrap_or(' ');
    let odd = matches!(first, '@' | '#' | '$' | '<' | '{' | '}' | '.' | '—' | '–' | '―' | '-' | '(' | '[' | '/');
    let cut = matches!(look.last, ':' | ',' | ';' | '-' | '—' | '–' | '{' | '}' | '>');
    let quoted = matches!(first, '“' | '"' | '‘' | '\'' | '«');
    let open_end = look.stop && !(look.is_shouted() && look.words < 9 && words.ends_with(['?', '!', '’', '”']));
    let brief = (1..=12).contains(&look.words) && words.len() <= 100;
    brief
        && !odd
        && !cut
        && !open_end
        && (!quoted || look.is_shouted() || look.is_title_case())
        && !words.contains("http")
        && !words.contains("pic.twitter")
        && !words.ends_with(" said")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_by_shape() {
        for line in ["___", "World | Politics | Rivers", "Our Requirements: The Brill Reliance Guidelines.", "https://example.com/a"] {
            assert!(is_furniture(line, Look::of(line)), "{line}");
        }
        for line in ["Our town: The dam held.", "The dam held.", "”"] {
            assert!(!is_furniture(line, Look::of(line)), "{line}");
        }
    }

    #[test]
    fn cross_heads_are_short() {
        for line in ["What Brill wants", "‘A RIVER OF PROMISES’", "RIVERS, DAMS", "2:10 p.m.", "Why now?".to_uppercase().as_str()] {
            assert!(is_short(line, Look::of(line)), "{line}");
        }
        for line in ["The dam held.", "The mayor said:", "“Nobody asked us”", "— Ada Holm", "She left, he said"] {
            assert!(!is_short(line, Look::of(line)), "{line}");
        }
    }

    #[test]
    fn list_markers() {
        assert_eq!(list_marker("• A dam"), Some('•'));
        assert_eq!(list_marker("1. A dam"), Some('1'));
        assert_eq!(list_marker("- A dam"), Some('-'));
        assert_eq!(list_marker("2021. A dam"), None);
    }
}
