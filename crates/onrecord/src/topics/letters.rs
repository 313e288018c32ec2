//! The alphabet of the automaton: every letter of a text as one to four symbols below 64.
//!
//! Case and accents are seen through ("Élysée" is "elysee"); spaces, hyphens and dashes are one gap, and a possessive 's is passed
//! over, so that "arms-control", "arms control" and "Ukraine’s" read like the entries. Letters of other scripts are written as their
//! bytes, two symbols each.

/// One step through a text: what stands at a byte, and how many bytes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A letter or digit that is one symbol.
    Letter(u8),
    /// A letter of another script.
    Other(char),
    /// White space, a hyphen, a dash or an apostrophe: between the words of one phrase.
    Gap,
    /// Any other mark: no phrase runs over it.
    Hard,
}

/// The symbol of the space between two words.
pub const SPACE: u8 = 36;
/// The symbol of the stop inside "U.S".
pub const STOP: u8 = 37;
/// The symbol of the rest of a word: `*`.
pub const REST: u8 = 38;
/// The symbol of up to three words: `..`.
pub const WORDS: u8 = 39;
/// The first of the sixteen symbols of half a byte.
const HALF: u8 = 40;

const GAP: u8 = 254;
const HARD: u8 = 255;
const WIDE: u8 = 253;

/// What each byte is: a symbol, [`GAP`], [`HARD`], or [`WIDE`] where it opens a longer character.
const CLASSES: [u8; 256] = classes();

#[allow(clippy::indexing_slicing)] // Evaluated by the compiler.
const fn classes() -> [u8; 256] {
    let mut table = [HARD; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b @ b'a'..=b'z' => b - b'a',
            b @ b'A'..=b'Z' => b - b'A',
            b @ b'0'..=b'9' => b - b'0' + 26,
            b' ' | b'\t' | b'\n' | b'\r' | b'-' | b'\'' | b'_' => GAP,
            0x80.. => WIDE,
            _ => HARD,
        };
        byte += 1;
    }
    table
}

/// Reads the character at a byte; `None` at the end of the text.
#[inline]
pub fn step(text: &str, at: usize) -> Option<(Step, usize)> {
    let byte = *text.as_bytes().get(at)?;
    match *CLASSES.get(byte as usize)? {
        GAP => Some((Step::Gap, 1)),
        HARD => Some((Step::Hard, 1)),
        WIDE => wide(text, at),
        symbol => Some((Step::Letter(symbol), 1)),
    }
}

/// The symbol of the letter or digit at a byte, if it is a plain one.
#[inline]
pub fn plain(text: &str, at: usize) -> Option<u8> {
    let class = *CLASSES.get(usize::from(*text.as_bytes().get(at)?))?;
    (class < SPACE).then_some(class)
}

#[cold]
fn wide(text: &str, at: usize) -> Option<(Step, usize)> {
    let c = text.get(at..)?.chars().next()?;
    let step = match c {
        '’' | '\u{a0}' | '\u{2010}'..='\u{2015}' | '\u{2000}'..='\u{200b}' => Step::Gap,
        _ if !c.is_alphanumeric() => Step::Hard,
        _ => folded(c).map_or(Step::Other(c), |base| Step::Letter(base - b'a')),
    };
    Some((step, c.len_utf8()))
}

/// The plain letter under an accented one.
fn folded(c: char) -> Option<u8> {
    let base = match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => b'a',
        'Ç' | 'ç' | 'Ć'..='č' => b'c',
        'Ď'..='đ' | 'Ð' | 'ð' => b'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => b'e',
        'Ĝ'..='ģ' => b'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => b'i',
        'Ĺ'..='ł' => b'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => b'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' => b'o',
        'Ŕ'..='ř' => b'r',
        'Ś'..='š' | 'Ș' | 'ș' => b's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' => b't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => b'u',
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => b'y',
        'Ź'..='ž' => b'z',
        _ => return None,
    };
    Some(base)
}

/// The symbols of a letter of another script, in lower case.
pub fn halves(c: char) -> impl Iterator<Item = u8> {
    let mut lower = c.to_lowercase();
    let plain = if lower.len() == 1 { lower.next().unwrap_or(c) } else { c };
    let mut bytes = [0; 4];
    let len = plain.encode_utf8(&mut bytes).len();
    bytes.into_iter().take(len).flat_map(|byte| [HALF + (byte >> 4), HALF + (byte & 15)])
}

/// Does a stop at `at` stand inside an abbreviation ("U.S"), that is between two single letters?
pub fn is_inner_stop(text: &str, word: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'.') {
        return false;
    }
    let letter = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphabetic);
    let single = at >= 1 && letter(at - 1) && (at - 1 == word || bytes.get(at - 2) == Some(&b'.'));
    single && letter(at + 1) && !letter(at + 2)
}

/// Where the word that holds `at` ends; `word` is its start.
pub fn word_end(text: &str, word: usize, mut at: usize) -> usize {
    while plain(text, at).is_some() {
        at += 1;
    }
    while let Some((step, len)) = step(text, at) {
        match step {
            Step::Letter(_) | Step::Other(_) => at += len,
            Step::Hard if is_inner_stop(text, word, at) => at += len,
            _ => break,
        }
    }
    at
}

/// Passes over the gap after a word, with the 's of a possessive; `None` where something else stands there.
pub fn over_gap(text: &str, end: usize) -> Option<usize> {
    let mut at = end + possessive(text, end) + usize::from(is_last_stop(text, end));
    let from = at;
    while let Some((Step::Gap, len)) = step(text, at) {
        at += len;
    }
    (at > from || at > end).then_some(at).filter(|at| matches!(step(text, *at), Some((Step::Letter(_) | Step::Other(_), _))))
}

/// Is the byte at `at` the last stop of an abbreviation such as "U.S."?
fn is_last_stop(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    bytes.get(at) == Some(&b'.') && at >= 3 && bytes.get(at - 2) == Some(&b'.') && bytes.get(at - 1).is_some_and(u8::is_ascii_alphabetic)
}

/// The length of a possessive 's.
pub fn possessive(text: &str, end: usize) -> usize {
    let rest = text.as_bytes().get(end..).unwrap_or_default();
    let mark = if rest.starts_with(b"'") { 1 } else { 3 * usize::from(rest.starts_with("’".as_bytes())) };
    let s = rest.get(mark).is_some_and(|b| b.eq_ignore_ascii_case(&b's'));
    let last = rest.get(mark + 1).is_none_or(|b| !b.is_ascii_alphanumeric() && *b < 0xc3);
    if mark > 0 && s && last { mark + 1 } else { 0 }
}
