//! Words in lower case on the stack, for look-ups that must not allocate.

/// Longer words than this are in no list.
const LONGEST: usize = 48;

/// A word in lower case with straight apostrophes.
pub struct Folded {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Folded {
    /// Folds `word`; what is too long or has letters beyond ASCII folds to the empty word, which no list has.
    pub fn new(word: &str) -> Self {
        let mut folded = Self { bytes: [0; LONGEST], len: 0 };
        if !folded.fill(word) {
            folded.len = 0;
        }
        folded
    }

    fn fill(&mut self, word: &str) -> bool {
        for c in word.chars() {
            let c = if c == '’' { '\'' } else { c };
            let Some(slot) = self.bytes.get_mut(self.len) else { return false };
            if !c.is_ascii() {
                return false;
            }
            *slot = c.to_ascii_lowercase() as u8;
            self.len += 1;
        }
        true
    }

    /// The folded word.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn folds_case_and_apostrophes() {
        assert_eq!(Folded::new("It’s").as_str(), "it's");
        assert_eq!(Folded::new("Çelik").as_str(), "");
        assert_eq!(Folded::new(&"x".repeat(60)).as_str(), "");
    }
}
