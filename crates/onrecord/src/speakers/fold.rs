//! Words of names and roles in a form that can be compared, and small numbers for them.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// A folded word: "Peña", "PENA" and "Pena’s" have the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(u32);

/// The words and phrases met so far.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// All of them, one behind the other.
    letters: String,
    /// Where each ends; it begins where the one before it does.
    ends: Vec<usize>,
    /// Keys by the hash of their letters; where that is taken, by the next number.
    keys: FxHashMap<u64, Key>,
    buffer: String,
}

impl Words {
    /// The key of a word; `None` where nothing is left of it once case, accents and stops are gone.
    pub fn key(&mut self, word: &str) -> Option<Key> {
        self.folded(|into| fold(word, into))
    }

    /// The key of a phrase, the folded words of which stand before one space each; `None` where nothing is left of it.
    pub fn phrase_key(&mut self, phrase: &str) -> Option<Key> {
        self.folded(|into| {
            for word in phrase.split_ascii_whitespace() {
                let from = into.len();
                fold(word, into);
                if into.len() > from {
                    into.push(' ');
                }
            }
        })
    }

    fn folded(&mut self, write: impl FnOnce(&mut String)) -> Option<Key> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        write(&mut buffer);
        let key = if buffer.is_empty() { None } else { Some(self.intern(&buffer)) };
        self.buffer = buffer;
        key
    }

    fn intern(&mut self, folded: &str) -> Key {
        let mut hasher = FxHasher::default();
        hasher.write(folded.as_bytes());
        let mut hash = hasher.finish();
        while let Some(key) = self.keys.get(&hash) {
            if self.text(*key) == folded {
                return *key;
            }
            hash = hash.wrapping_add(1);
        }
        let key = Key(self.ends.len() as u32);
        self.keys.insert(hash, key);
        self.letters.push_str(folded);
        self.ends.push(self.letters.len());
        key
    }

    /// The folded word or phrase.
    pub fn text(&self, key: Key) -> &str {
        let i = key.0 as usize;
        let end_of = |i: usize| self.ends.get(i).copied().unwrap_or(0);
        let start = i.checked_sub(1).map_or(0, end_of);
        self.letters.get(start..end_of(i)).unwrap_or_default()
    }
}

/// Appends `word` to `into` in lower case, without accents, stops, marks and a possessive ending.
fn fold(word: &str, into: &mut String) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        let from = into.len();
        into.push_str(word);
        into.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
        return;
    }
    let bare = ["'s", "’s", "’", "'"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    for c in bare.chars() {
        if c.is_ascii_alphanumeric() {
            into.push(c.to_ascii_lowercase());
        } else if matches!(c, '-' | '‑' | '–') {
            into.push('-');
        } else if !c.is_ascii() && c.is_alphabetic() {
            c.to_lowercase().for_each(|c| plain(c, into));
        }
    }
}

/// Letters with accents, each group after the letters that stand for it.
const ACCENTS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăą"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěё"),
    ("g", "ĝğġģ"),
    ("i", "ìíîïĩīĭįı"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉ"),
    ("o", "òóôõöøōŏő"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧțþ"),
    ("u", "ùúûüũūŭůűų"),
    ("y", "ýÿŷ"),
    ("z", "źżž"),
];

fn plain(c: char, into: &mut String) {
    match ACCENTS.iter().find(|(_, with)| with.contains(c)) {
        Some((without, _)) => into.push_str(without),
        None if ('\u{300}'..='\u{36f}').contains(&c) => {}
        None => into.push(c),
    }
}

/// Do two folded words differ by no more than one short change: a letter put in, left out, turned or replaced (two letters in
/// words of nine or more)?
///
/// "Navaln" and "Navalny", "Fina" and "Fiona".
pub fn near(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let allowed = if short.len() >= 9 { 2 } else { 1 };
    if short.len() < 4 || long.len() - short.len() > allowed || a.as_bytes().first() != b.as_bytes().first() {
        return false;
    }
    let start = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let end = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    start + end + allowed >= long.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_possessives_do_not_count() {
        let mut words = Words::default();
        assert_eq!(words.key("PEÑA"), words.key("Pena’s"));
        assert_ne!(words.key("Pena"), words.key("Pera"));
        assert_eq!(words.key("J."), words.key("j"));
        assert_eq!(words.key("—"), None);
    }

    #[test]
    fn one_small_change_is_near() {
        assert!(near("navaln", "navalny"));
        assert!(near("fina", "fiona"));
        assert!(near("rodzianka", "rodzianko"));
        assert!(!near("ruiz", "diaz"));
        assert!(!near("kim", "kin"));
    }
}
