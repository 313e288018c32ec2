//! UTF-8 that was read as Windows-1252 or Latin-1 (`â€œ` for “, `Ã©` for é), once or twice, and as Mac Roman (`‚Äú`).

use super::entity;

/// How many times a text may have been misread: `Ã¢â‚¬Å“` is twice.
pub const DEPTH: usize = 2;

/// What the bytes 0x80 to 0x9F are in Windows-1252; a space where it has nothing.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The character of Windows-1252 for a code from 0x80 to 0x9F.
pub fn windows_1252(code: u32) -> Option<char> {
    let i = usize::try_from(code).ok()?.checked_sub(0x80)?;
    WINDOWS_1252.chars().nth(i).filter(|c| *c != ' ')
}

/// The byte that `c` was made from, where it may come from a byte of 0x80 or above.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xFF => u8::try_from(code).ok(),
        code if code > 0xFF => {
            let i = WINDOWS_1252.chars().position(|w| w == c)?;
            u8::try_from(i + 0x80).ok()
        }
        _ => None,
    }
}

/// The character at the start of `rest`, misread at most `depth` times, and its length in bytes as it stands.
///
/// An entity counts as the character it stands for at every depth: `&acirc;&euro;&oelig;` is “ too.
pub fn decode(rest: &str, depth: usize) -> Option<(char, usize)> {
    let Some(below) = depth.checked_sub(1) else {
        return entity::decode(rest).or_else(|| rest.chars().next().map(|c| (c, c.len_utf8())));
    };
    let first = decode(rest, below)?;
    Some(sequence(rest, first, below).unwrap_or(first))
}

/// The character whose UTF-8 bytes were read one by one as the characters at the start of `rest`.
fn sequence(rest: &str, (lead, mut end): (char, usize), depth: usize) -> Option<(char, usize)> {
    let lead_byte = byte(lead).filter(|b| is_lead(*b))?;
    let wanted = if lead_byte < 0xE0 { 2 } else { 3 + usize::from(lead_byte >= 0xF0) };
    let mut bytes = [lead_byte, 0, 0, 0];
    let mut last = lead;
    for (i, slot) in bytes.iter_mut().enumerate().take(wanted).skip(1) {
        let next = decode(rest.get(end..)?, depth).filter(|(c, _)| byte(*c).is_some_and(|b| b & 0xC0 == 0x80));
        let Some((c, n)) = next else { return cut_short(lead_byte, last, i).map(|c| (c, end)) };
        *slot = byte(c)?;
        last = c;
        end += n;
    }
    let c = std::str::from_utf8(bytes.get(..wanted)?).ok()?.chars().next()?;
    let after = rest.get(end..).unwrap_or_default();
    (wanted > 2 || is_plausible(lead_byte, last, after)).then_some((c, end))
}

/// Leads of the sequences that news pages show: Latin, Greek, Cyrillic; punctuation; byte-order mark; emoji.
fn is_lead(byte: u8) -> bool {
    matches!(byte, 0xC2..=0xC5 | 0xCE..=0xD1 | 0xE2 | 0xEF | 0xF0)
}

/// `â€` alone is ”, whose last byte Windows-1252 does not have and many tools drop.
fn cut_short(lead: u8, last: char, read: usize) -> Option<char> {
    (lead == 0xE2 && last == '€' && read == 2).then_some('”')
}

/// Two characters may stand side by side without being mojibake: “SÃ” or “Å…” are somebody's words. A piece whose second
/// character is punctuation of running text counts only where a word goes on after it, as in `Ã–sterreich`.
fn is_plausible(lead: u8, last: char, after: &str) -> bool {
    let punctuation = matches!(last, '‚' | '„' | '…' | '‹' | '‘' | '’' | '“' | '”' | '•' | '–' | '—' | '›' | '«' | '»');
    let joined = !punctuation || after.starts_with(char::is_alphabetic);
    match lead {
        0xC2 => true,
        0xC3 => joined,
        // Ä and Å end words in capitals, and a hard space or a sign of measure may follow.
        0xC4 | 0xC5 => joined && !matches!(last, '\u{a0}' | '°' | '²' | '³' | '€' | '™'),
        // So do Î and Ñ; Greek and Cyrillic, which they would stand for, come in rows.
        _ => !punctuation && !last.is_alphabetic() && last != '\u{a0}' || is_lead_next(after),
    }
}

/// Does the rest go on with another piece? Cyrillic and Greek come in rows: `ÐŸÑƒÑ‚Ð¸Ð½`.
fn is_lead_next(after: &str) -> bool {
    let mut chars = after.chars();
    let lead = chars.next().and_then(byte).is_some_and(|b| matches!(b, 0xC3..=0xC5 | 0xCE..=0xD1));
    lead && chars.next().and_then(byte).is_some_and(|b| b & 0xC0 == 0x80)
}

/// UTF-8 read as Mac Roman: `‚Äú` is “, `‚Äô` is ’.
pub fn mac_roman(rest: &str) -> Option<(char, usize)> {
    let third = rest.strip_prefix("‚Ä")?.chars().next()?;
    let c = match third {
        'ú' => '“',
        'ù' => '”',
        'ò' => '‘',
        'ô' => '’',
        'ì' => '–',
        'î' => '—',
        '¶' => '…',
        _ => return None,
    };
    Some((c, "‚Ä".len() + third.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        while let Some((c, n)) = mac_roman(&text[at..]).or_else(|| decode(&text[at..], DEPTH)) {
            out.push(c);
            at += n;
        }
        out
    }

    #[test]
    fn windows_1252_and_latin_1() {
        assert_eq!(all("â€œYesâ€\u{9d} â€“ donâ€™t â€˜goâ€™ â€” â€¦"), "“Yes” – don’t ‘go’ — …");
        assert_eq!(all("\u{e2}\u{80}\u{9c}Yes\u{e2}\u{80}\u{9d}"), "“Yes”");
        assert_eq!(all("cafÃ© Ã–stern MuÃ±oz Â£5 100Â\u{a0}km"), "café Östern Muñoz £5 100\u{a0}km");
        assert_eq!(all("ï»¿Title ðŸ˜€"), "\u{feff}Title 😀");
        assert_eq!(all("ÐŸÑƒÑ‚Ð¸Ð½"), "Путин");
    }

    #[test]
    fn cut_short_and_misread_twice() {
        assert_eq!(all("â€œYes,â€ she said"), "“Yes,” she said");
        assert_eq!(all("Ã¢â‚¬Å“YesÃ¢â‚¬\u{9d}"), "“Yes”");
        assert_eq!(all("&acirc;&euro;&oelig;Yes"), "“Yes");
        assert_eq!(all("‚ÄúYes,‚Äù it‚Äôs"), "“Yes,” it’s");
    }

    #[test]
    fn words_that_only_look_like_it() {
        for text in ["olé…”", "IRMÃ” disse", "“Å…”", "Ärger", "ÅÄÖ", "Â", "naïve", "Île", "Ñ", "à la", "São Paulo", "Đ", "‚Äpfel‘"]
        {
            assert_eq!(all(text), text);
        }
    }
}
