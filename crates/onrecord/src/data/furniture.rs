//! Lines that belong to the page and not to the story (`furniture.txt`).

use super::fold::Folded;
use rustc_hash::FxHashMap;
use std::iter::Peekable;
use std::sync::LazyLock;

/// Of what sort a line of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Buttons, links, forms, notices.
    Furniture,
    /// Who holds the rights.
    Copyright,
}

/// Words that may follow a pattern that ends in one ellipsis.
const SHORT: usize = 12;

/// A name in a pattern has no more words.
const NAME: usize = 6;

struct Pattern {
    tokens: Vec<&'static str>,
    /// How many words may follow.
    more: usize,
    sort: Sort,
}

#[derive(Default)]
struct Patterns {
    by_first: FxHashMap<&'static str, Vec<Pattern>>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut patterns = Patterns::default();
    let mut sort = None;
    for line in include_str!("furniture.txt").lines().map(str::trim) {
        match (line, sort) {
            ("[boilerplate]", _) => sort = Some(Sort::Furniture),
            ("[copyright]", _) => sort = Some(Sort::Copyright),
            (_, Some(sort)) => patterns.add(line, sort),
            _ => {}
        }
    }
    patterns
});

impl Patterns {
    fn add(&mut self, line: &'static str, sort: Sort) {
        let bare = line.trim_end_matches('…').trim_end();
        let more = match (line.len() - bare.len()) / '…'.len_utf8() {
            0 => 0,
            1 => SHORT,
            _ => usize::MAX,
        };
        let tokens: Vec<&str> = bare.split_whitespace().collect();
        let Some(first) = tokens.first() else { return };
        self.by_first.entry(first).or_default().push(Pattern { tokens, more, sort });
    }
}

/// The sort of furniture that `line` is, if it is any.
pub fn sort(line: &str) -> Option<Sort> {
    let words = Words::new(line);
    let first = words.first()?;
    let folded = Folded::new(first);
    let key = match folded.as_str() {
        number if is_number(number) => "#",
        "" => first,
        word => word,
    };
    let of = |key: &str| PATTERNS.by_first.get(key).and_then(|list| list.iter().find(|pattern| pattern.fits(&words)));
    of(key).map(|pattern| pattern.sort)
}

/// The words of a line, from the first that has a letter or digit.
struct Words<'t> {
    line: &'t str,
}

impl<'t> Words<'t> {
    fn new(line: &'t str) -> Self {
        Self { line: line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©') }
    }

    fn iter(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.line.split_whitespace()
    }

    fn first(&self) -> Option<&'t str> {
        self.iter().next().map(bare)
    }
}

impl Pattern {
    fn fits(&self, words: &Words) -> bool {
        let mut rest = words.iter().peekable();
        let mut before = "";
        for (i, token) in self.tokens.iter().enumerate() {
            if *token == "_" {
                pass_name(&mut rest, self.tokens.get(i + 1).copied().unwrap_or_default());
                continue;
            }
            if *token == ":" {
                let attached = before.ends_with([':', '|', '»', '—', '>']);
                if !attached && rest.next_if(|word| is_separator(word)).is_none() {
                    return false;
                }
                continue;
            }
            let Some(word) = rest.next() else { return false };
            if !same(word, token) {
                return false;
            }
            before = word;
        }
        let left = rest.filter(|word| word.contains(char::is_alphanumeric)).take(SHORT + 1).count();
        left <= self.more && !(self.more == SHORT && left > 0 && self.is_sentence(words))
    }

    /// "For more than ten years he slept." begins as "for more …" does, but is a sentence of the story.
    fn is_sentence(&self, words: &Words) -> bool {
        words.line.ends_with(['.', '”', '"']) && !self.tokens.contains(&":") && words.iter().take(SENTENCE).count() == SENTENCE
    }
}

/// Passes the words of a name, up to the word `next` of the pattern.
fn pass_name<'t>(rest: &mut Peekable<impl Iterator<Item = &'t str>>, next: &str) {
    for _ in 0..NAME {
        if rest.next_if(|word| !same(word, next)).is_none() {
            break;
        }
    }
}

/// A line that ends in a full stop and has so many words may be a sentence.
const SENTENCE: usize = 7;

fn is_separator(word: &str) -> bool {
    !word.contains(char::is_alphanumeric)
}

/// The word without the punctuation around it.
fn bare(word: &str) -> &str {
    if word.starts_with('©') {
        return "©";
    }
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '&'))
}

fn same(word: &str, token: &str) -> bool {
    match token {
        "»" | ">" | "/" => word == token,
        "©" => word.starts_with('©'),
        "&" => word == "&",
        "#" => is_number(bare(word)),
        _ => Folded::new(bare(word)).as_str() == token,
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'k' | b'K'))
}

#[cfg(test)]
mod tests {
    use super::{Sort, sort};

    #[test]
    fn furniture_is_known() {
        for line in [
            "[ad_1]",
            "Advertisement",
            "» READ MORE: Ten quiet rivers",
            "Also read | Ten quiet rivers",
            "Related: Ten quiet rivers",
            "Share on Facebook Tweet this",
            "2 hours ago Jo Russo",
            "Listen to this article 5 min",
            "Your email address will not be published. Required fields are marked *",
            "Home » World » Rivers",
            "45 Comments",
            "Don’t miss",
            "Follow Ana Ruiz and Jo Lund on Twitter at @ruiz and @lund.",
        ] {
            assert_eq!(sort(line), Some(Sort::Furniture), "{line}");
        }
        assert_eq!(sort("© 2021 The Brill Gazette. All rights reserved."), Some(Sort::Copyright));
    }

    #[test]
    fn the_story_is_not() {
        for line in [
            "Related to the mayor by marriage, she never spoke of it.",
            "Share prices fell in Brill on Friday after the council voted to close the bridge over the river for good.",
            "Advertisement revenue fell by a third.",
            "More people came than ever.",
            "Sources said the dam held.",
            "Home prices rose.",
            "Follow the river on foot and you come to Brill.",
            "Two hours ago the dam held.",
        ] {
            assert_eq!(sort(line), None, "{line}");
        }
    }
}
