//! [`Features`]: what the network reads of a token. The caller computes them, so that training and run time cannot differ.

/// Rows of the table of words; a power of two, as are the others.
pub const WORDS: usize = 1 << 15;
/// Rows of the tables of first and of last letters.
pub const AFFIXES: usize = 1 << 12;
/// For each of [`Features::small`], how many values it can have.
pub const SMALL: [u8; 9] = [24, 32, 10, 16, 5, 17, 13, 9, 5];
/// Tokens of a window at most: what the network reads at once.
pub const WINDOW: usize = 320;

/// What the network reads of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Features {
    /// The word in lower case, hashed below [`WORDS`].
    pub word: u16,
    /// Its first three letters, hashed below [`AFFIXES`].
    pub prefix: u16,
    /// Its last three letters, hashed below [`AFFIXES`].
    pub suffix: u16,
    /// Part of speech; kind and capitals; place to quotation marks; place in sentence and block; what the word says as a cue; mention; then
    /// what the grammar says: role, number of the attribution, how sure.
    pub small: [u8; SMALL.len()],
}

impl Features {
    /// The hashed features of a word; `small` is the caller's.
    pub fn of(word: &str, small: [u8; SMALL.len()]) -> Self {
        let letters = normal(word);
        let tail = letters.len().saturating_sub(3);
        Self {
            word: (hash(&letters, 1) as usize % WORDS) as u16,
            prefix: (hash(letters.get(..3).unwrap_or(&letters), 2) as usize % AFFIXES) as u16,
            suffix: (hash(letters.get(tail..).unwrap_or(&letters), 3) as usize % AFFIXES) as u16,
            small,
        }
    }
}

/// Lower case, one kind of apostrophe and hyphen, and every digit a nought: "14,000" and "25,500" are one word.
fn normal(word: &str) -> Vec<char> {
    let plain = |c: char| match c {
        '’' | '‘' => '\'',
        '‐' | '‑' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '―' => '—',
        c if c.is_numeric() => '0',
        c => c,
    };
    word.chars().take(40).flat_map(char::to_lowercase).map(plain).collect()
}

/// FNV-1a over characters, with its bits mixed at the end; `salt` tells the tables apart.
fn hash(letters: &[char], salt: u32) -> u32 {
    let step = |h: u32, c: u32| (h ^ c).wrapping_mul(16_777_619);
    let h = letters.iter().fold(step(2_166_136_261, salt), |h, c| step(h, u32::from(*c)));
    let h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h ^ (h >> 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_shape_are_one_word() {
        assert_eq!(Features::of("14,000", [0; SMALL.len()]), Features::of("25,500", [0; SMALL.len()]));
        assert_ne!(Features::of("14,000", [0; SMALL.len()]).word, Features::of("4,000", [0; SMALL.len()]).word);
    }

    #[test]
    fn case_is_left_to_the_shape() {
        assert_eq!(Features::of("Said", [0; SMALL.len()]), Features::of("said", [0; SMALL.len()]));
        assert_eq!(Features::of("é", [0; SMALL.len()]).prefix, Features::of("É", [0; SMALL.len()]).prefix);
    }
}
