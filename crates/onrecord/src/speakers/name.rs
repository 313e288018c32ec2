//! Names of people, word by word, and whether two of them can be one person's.

use super::fold::{Key, Words, near};
use crate::data::nicknames;

/// A personal name without its titles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Name {
    /// Its words, without "Jr." and the like.
    pub parts: Vec<Part>,
    /// "Jr.", "III"
    pub suffix: Option<Key>,
}

/// A word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The word.
    pub key: Key,
    /// "J.", "G.K."
    pub initial: bool,
}

impl Name {
    /// Reads "Joseph R. Biden Jr.".
    pub fn read(name: &str, words: &mut Words) -> Self {
        let mut read = Self::default();
        for word in name.split_ascii_whitespace() {
            // "Karim al-Odahi" is "Odahi" later on.
            let bare = ["al-", "Al-", "el-", "El-"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word);
            let Some(key) = words.key(bare.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')) else { continue };
            if !read.parts.is_empty() && matches!(words.text(key), "jr" | "sr" | "ii" | "iii" | "iv") {
                read.suffix = Some(key);
            } else if read.parts.len() < 8 {
                read.parts.push(Part { key, initial: is_initial(word) });
            }
        }
        read
    }

    /// The last word that is not an initial.
    pub fn last(&self) -> Option<Key> {
        self.parts.iter().rev().find(|part| !part.initial).map(|part| part.key)
    }

    /// Its first word.
    pub fn first(&self) -> Option<Part> {
        self.parts.first().copied()
    }

    /// One word alone: "Lavrov".
    pub fn is_bare(&self) -> bool {
        self.parts.len() < 2
    }

    /// How much it tells: words count more than initials.
    pub fn fullness(&self) -> usize {
        self.parts.iter().map(|part| if part.initial { 1 } else { 4 }).sum::<usize>() + usize::from(self.suffix.is_some())
    }

    /// Are the words of `other` all here, in order ("Guajardo Villarreal" in "Ildefonso Guajardo Villarreal")?
    pub fn holds(&self, other: &Self) -> bool {
        let mut own = self.parts.iter();
        other.parts.iter().all(|part| own.any(|own| own.key == part.key))
    }
}

fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let stops = word.chars().filter(|c| *c == '.').count();
    letters > 0 && letters <= 3 && (stops >= letters || letters == 1) && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Can two names of two or more words be one person's?
///
/// "Joe Biden" and "Joseph R. Biden Jr.", "J. Robert Hale" and "Robert Hale"; not "Jeb Bush" and "George W. Bush".
pub fn same(a: &Name, b: &Name, words: &Words) -> bool {
    if a.suffix.is_some() && b.suffix.is_some() && a.suffix != b.suffix {
        return false;
    }
    !middles_differ(a, b, words) && (a.holds(b) || b.holds(a) || (same_last(a, b, words) && same_given(a, b, words)))
}

fn same_last(a: &Name, b: &Name, words: &Words) -> bool {
    let (Some(x), Some(y)) = (a.last(), b.last()) else { return false };
    let firsts_equal = a.first().map(|part| part.key) == b.first().map(|part| part.key);
    // A last name may be misspelled where the first name stands beside it; both may be off only a little.
    x == y || (near(words.text(x), words.text(y)) && (firsts_equal || words.text(x).len() >= 7))
}

fn same_given(a: &Name, b: &Name, words: &Words) -> bool {
    let (Some(x), Some(y)) = (a.first(), b.first()) else { return false };
    let given = |name: &Name, part: Part| name.parts.iter().take(name.parts.len() - 1).any(|own| !own.initial && own.key == part.key);
    alike(x, y, words) || (x.initial && given(a, y)) || (y.initial && given(b, x))
}

fn alike(x: Part, y: Part, words: &Words) -> bool {
    let (a, b) = (words.text(x.key), words.text(y.key));
    if x.initial || y.initial {
        return a.as_bytes().first() == b.as_bytes().first();
    }
    x.key == y.key || near(a, b) || (a.len() >= 4 && b.starts_with(a)) || (b.len() >= 4 && a.starts_with(b)) || nicknames::same(a, b)
}

/// "George W. Bush" and "George H. W. Bush": both have middle names, and they begin with different letters.
fn middles_differ(a: &Name, b: &Name, words: &Words) -> bool {
    let middle = |name: &Name| {
        let key = if name.parts.len() > 2 { name.parts.get(1)?.key } else { return None };
        words.text(key).bytes().next()
    };
    a.first() == b.first() && matches!((middle(a), middle(b)), (Some(x), Some(y)) if x != y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_person(a: &str, b: &str) -> bool {
        let mut words = Words::default();
        let (a, b) = (Name::read(a, &mut words), Name::read(b, &mut words));
        same(&a, &b, &words) && same(&b, &a, &words)
    }

    #[test]
    fn initials_nicknames_and_middle_names_join() {
        assert!(one_person("Joe Harker", "Joseph R. Harker Jr."));
        assert!(one_person("J. Harker", "Joe Harker"));
        assert!(one_person("J. Robert Hale", "Robert Hale"));
        assert!(one_person("Bill Tanner", "William Tanner"));
        assert!(one_person("José Núñez", "Jose Nunez"));
    }

    #[test]
    fn small_slips_join() {
        assert!(one_person("Fina Marsh", "Fiona Marsh"));
        assert!(one_person("Alexei Navalenko", "Alexei Navalenk"));
        assert!(one_person("Alex Radzianka", "Alexis Radzianko"));
    }

    #[test]
    fn relatives_stay_apart() {
        assert!(!one_person("George W. Rusk", "Jeb Rusk"));
        assert!(!one_person("George W. Rusk", "George H. W. Rusk"));
        assert!(!one_person("Carl Dent Jr.", "Carl Dent Sr."));
        assert!(!one_person("Bill Colton", "Hilda Colton"));
    }
}
