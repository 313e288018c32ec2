//! The few operations on characters that Python defines in its own way, so that the figures equal those of the Python scorers.

use unicode_normalization::char::is_combining_mark;

/// `str.isalnum()`: letters and whatever stands for a number.
///
/// Rust counts as alphabetic also vowel signs (marks) and circled letters (symbols), which Python leaves out.
pub fn is_alnum(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() && !is_combining_mark(c) && !is_letter_symbol(c)
}

/// `str.isalpha()`: the letters alone.
pub fn is_alpha(c: char) -> bool {
    is_alnum(c) && c.is_alphabetic() && !c.is_numeric()
}

/// `\w` of a regular expression.
pub fn is_word(c: char) -> bool {
    c == '_' || is_alnum(c)
}

/// `str.isspace()`, `\s` and what `strip()` and `split()` take away: Rust's white space and four ASCII separators.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// `str.strip()`.
pub fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// `re.findall(r"\w+", text)`.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

/// Ⓐ and its like: symbols that Unicode counts as "other alphabetic".
fn is_letter_symbol(c: char) -> bool {
    matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_are_those_of_python() {
        assert!("aZ9éж文½Ⅳ²〇".chars().all(is_alnum));
        assert!(!"_’—Ⓐ\u{301}\u{93e} \u{a0}".chars().any(is_alnum));
        assert!(is_alpha('é') && !is_alpha('〇') && !is_alpha('½'));
    }

    /// The characters that Python's tables know (but for the many thousand ideographs), each with three bits: alphanumeric,
    /// alphabetic, white space.
    const CLASSES: &str = "
import unicodedata
for n in range(0x110000):
    c = chr(n)
    category = unicodedata.category(c)
    if category not in ('Cn', 'Cs', 'Co') and (category != 'Lo' or n < 0x3000):
        print(n, int(c.isalnum()), int(c.isalpha()), int(c.isspace()))
";

    #[test]
    fn every_character_is_classed_as_python_classes_it() {
        let Some(lines) = crate::oracle::ask(CLASSES, &[], "") else { return };
        let class = |c: char| format!("{} {} {} {}", c as u32, u8::from(is_alnum(c)), u8::from(is_alpha(c)), u8::from(is_space(c)));
        let code = |line: &String| line.split(' ').next().and_then(|n| char::from_u32(n.parse().ok()?));
        let wrong: Vec<&String> = lines.iter().filter(|line| code(line).is_none_or(|c| class(c) != **line)).collect();
        assert!(lines.len() > 20_000 && wrong.is_empty(), "{} differ: {:?}", wrong.len(), wrong.iter().take(20).collect::<Vec<_>>());
    }

    #[test]
    fn words_keep_the_underline() {
        assert_eq!(words("the so_called “dam” 2").collect::<Vec<_>>(), ["the", "so_called", "dam", "2"]);
    }
}
