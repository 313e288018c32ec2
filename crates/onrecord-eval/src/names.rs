//! When two names are one person's.

use crate::python;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

const HONORIFICS: [&str; 18] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "senator",
    "sen",
    "rep",
    "gov",
    "gen",
    "col",
    "lt",
];

/// A name without accents, case, possessive, article, honorific, punctuation and middle initials: "Dr. Ana R. Ruíz’s" is "ana ruiz".
pub fn key(name: &str) -> String {
    let plain: String = name.nfkd().filter(|c| canonical_combining_class(*c) == 0).collect();
    let plain = plain.to_lowercase().replace('’', "'");
    let mut rest = python::strip(&plain);
    rest = rest.strip_suffix("'s").unwrap_or(rest);
    rest = ["the", "a", "an"].iter().find_map(|article| after_word(rest, article, false)).unwrap_or(rest);
    while let Some(shorter) = HONORIFICS.iter().find_map(|title| after_word(rest, title, true)) {
        rest = shorter;
    }
    let parts = rest.split(|c: char| !python::is_word(c)).filter(|part| keeps(part));
    parts.collect::<Vec<_>>().join(" ")
}

/// What follows `word` and white space at the start of `text`; a stop may stand between where `stop` allows it.
fn after_word<'a>(text: &'a str, word: &str, stop: bool) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    let rest = if stop { rest.strip_prefix('.').unwrap_or(rest) } else { rest };
    let trimmed = rest.trim_start_matches(python::is_space);
    (trimmed.len() < rest.len()).then_some(trimmed)
}

/// A single letter is a middle initial and says little.
fn keeps(part: &str) -> bool {
    let mut chars = part.chars();
    match (chars.next(), chars.next()) {
        (None, _) => false,
        (Some(only), None) => !python::is_alpha(only),
        _ => true,
    }
}

/// Is `predicted` one of the accepted forms of `gold`, which are split by `|`?
pub fn same_person(gold: &str, predicted: Option<&str>) -> bool {
    let wanted = key(predicted.unwrap_or_default());
    !wanted.is_empty() && gold.split('|').any(|form| key(form) == wanted)
}

/// As the sourcing benchmark compares names: equal, one inside the other, or four fifths alike.
pub fn similar(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let (a, b) = (python::strip(&a), python::strip(&b));
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a) || ratio(a, b) > 0.8)
}

/// `difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()`: twice the characters in matching blocks over all characters.
pub fn ratio(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    2.0 * matching(&a, &b) as f64 / (a.len() + b.len()) as f64
}

/// The characters in the longest common block, and in what stands left and right of it.
fn matching(a: &[char], b: &[char]) -> usize {
    let (i, j, len) = longest_block(a, b);
    if len == 0 {
        return 0;
    }
    len + matching(&a[..i], &b[..j]) + matching(&a[i + len..], &b[j + len..])
}

/// The longest block that both have; of equal ones the first in `a`, then the first in `b`.
fn longest_block(a: &[char], b: &[char]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut lengths = vec![0; b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let len = if x == y { diagonal + 1 } else { 0 };
            diagonal = std::mem::replace(&mut lengths[j], len);
            if len > best.2 {
                best = (i + 1 - len, j + 1 - len, len);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_drops_what_does_not_tell_people_apart() {
        assert_eq!(key("Dr. Ana R. Ruíz’s"), "ana ruiz");
        assert_eq!(key("the Brill Dam-Board"), "brill dam board");
        assert_eq!(key("Sen. Mr Ona Vell"), "ona vell");
        assert_eq!(key("Senna Vell"), "senna vell");
        assert_eq!(key(""), "");
    }

    #[test]
    fn any_accepted_form_will_do() {
        assert!(same_person("the mayor|Ana Ruiz", Some("Mayor")));
        assert!(!same_person("the mayor|Ana Ruiz", Some("Ruiz")));
        assert!(!same_person("the mayor", None));
    }

    /// Names with all that keys take away.
    fn names() -> Vec<String> {
        let firsts = ["", "the ", "Mr. ", "MR ", "Dr.Ana ", "President  ", "A ", "Sen\u{a0}", "Lt. Gen. ", "an", "İ", "ﬁ", "Ⓐ", "\u{1f}"];
        let lasts =
            ["Ana R. Ruíz", "O’Vell's", "Brill–Dam_Board", "Ångström ", "Ruiz’s ", "ΣΑΣ", "Straße 2", "½ Ⅳ", "x", "", "Jean-Luc d'Or’s 's"];
        firsts.iter().flat_map(|first| lasts.map(|last| format!("{first}{last}"))).collect()
    }

    #[test]
    fn keys_and_likeness_are_those_of_the_python_scorers() {
        let Some(folder) = crate::oracle::scorers() else { return };
        let program = "
import sys, difflib
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from score import name_key
last = ''
for line in sys.stdin.buffer.read().decode().split('\\n')[:-1]:
    print(name_key(line), difflib.SequenceMatcher(None, last, line, autojunk=False).ratio(), sep='|')
    last = line
";
        let names = names();
        let folder = folder.to_string_lossy().into_owned();
        let Some(lines) = crate::oracle::ask(program, &[&folder], &(names.join("\n") + "\n")) else { return };
        assert_eq!(lines.len(), names.len());
        let mut last = "";
        for (name, line) in names.iter().zip(&lines) {
            let (their_key, their_ratio) = line.split_once('|').unwrap();
            assert_eq!(key(name), their_key, "{name:?}");
            assert!((ratio(last, name) - their_ratio.parse::<f64>().unwrap()).abs() < 1e-12, "{last:?} {name:?}");
            last = name;
        }
    }

    #[test]
    fn ratio_follows_difflib() {
        assert!((ratio("abcd", "bcde") - 0.75).abs() < 1e-12);
        assert!((ratio("ana ruiz", "anna ruis") - 14.0 / 17.0).abs() < 1e-12);
        assert!(similar("Ana Ruiz", "ruiz") && !similar("Ana Ruiz", "") && !similar("Brill", "Vell"));
    }
}
