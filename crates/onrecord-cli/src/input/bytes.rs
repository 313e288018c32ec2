//! Bytes to text: UTF-8, and what can be made of the rest.

use std::borrow::Cow;
use std::str::Utf8Error;

/// So much of an article is looked at to see that it is no UTF-8.
const START: usize = 512;

/// A text, with a note on how it was read where that was not as UTF-8.
pub type Read<'a> = (Cow<'a, str>, Option<&'static str>);

/// Reads UTF-8; with `lossy` also what is none.
///
/// # Errors
/// Where the bad byte stands; `at` is the place of the bytes in their file where they are a row of it.
pub fn read(bytes: &[u8], at: Option<u64>, lossy: bool) -> Result<Read<'_>, String> {
    if is_wide(bytes) {
        return Err("UTF-16 (or no text at all): convert it to UTF-8, for instance with iconv -f UTF-16 -t UTF-8".to_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), None)),
        Err(_) if lossy => Ok(lossily(bytes)),
        Err(bad) => Err(describe(&bad, bytes, at)),
    }
}

/// UTF-16 has a byte-order mark, or every other byte of English is zero; zeros are valid UTF-8, so that it would be read as text.
fn is_wide(bytes: &[u8]) -> bool {
    let start = bytes.get(..START).unwrap_or(bytes);
    let zeros = memchr::memchr_iter(0, start).count();
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || zeros > 1 && zeros * 4 > start.len()
}

/// Names the first bad byte, in its line and in its file.
fn describe(bad: &Utf8Error, bytes: &[u8], at: Option<u64>) -> String {
    let index = bad.valid_up_to();
    let value = bytes.get(index).copied().unwrap_or_default();
    if let Some(at) = at {
        return format!(
            "invalid UTF-8 (0x{value:02X}) at byte {index} of the row, byte {} of the file; --lossy reads on",
            at + index as u64
        );
    }
    let before = bytes.get(..index).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    format!("invalid UTF-8 (0x{value:02X}) in line {line}, at byte {index} of the file; --lossy reads on")
}

/// Where there is UTF-8 too, single bytes were damaged. Where there is none, the whole is from a program that wrote Windows-1252, in
/// which “ and ” are bytes that must not be lost.
fn lossily(bytes: &[u8]) -> Read<'_> {
    if bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii()) {
        return (Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()), Some("not UTF-8, read as Windows-1252"));
    }
    (String::from_utf8_lossy(bytes), Some("invalid UTF-8, the bad bytes were read as \u{fffd}"))
}

/// The characters of 0x80 to 0x9f; five are not used.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|i| HIGH.get(usize::from(i)).copied()).unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_bytes_are_named() {
        let message = read(b"{\"text\":\"caf\xe9\"}", Some(100), false).unwrap_err();
        assert_eq!(message, "invalid UTF-8 (0xE9) at byte 12 of the row, byte 112 of the file; --lossy reads on");
        let message = read(b"One\ntwo \xff", None, false).unwrap_err();
        assert_eq!(message, "invalid UTF-8 (0xFF) in line 2, at byte 8 of the file; --lossy reads on");
    }

    #[test]
    fn windows_1252_keeps_its_marks() {
        let (text, note) = read(b"\x93Caf\xe9s,\x94 she said \x96 \x81", None, true).unwrap();
        assert_eq!((&*text, note), ("“Cafés,” she said – \u{fffd}", Some("not UTF-8, read as Windows-1252")));
        let (text, note) = read("“Café".as_bytes(), None, true).unwrap();
        assert_eq!((&*text, note), ("“Café", None));
        let mixed = ["“One".as_bytes(), b"\xff"].concat();
        assert_eq!(read(&mixed, None, true).unwrap().0, "“One\u{fffd}");
    }

    #[test]
    fn utf16_is_refused() {
        for bytes in [b"\xff\xfeA\0" as &[u8], b"A\0 \0t\0e\0x\0t\0", b"\0A\0 \0t\0e\0x\0t"] {
            assert!(read(bytes, None, true).unwrap_err().contains("UTF-16"));
        }
        assert!(read(b"A \0 in a text", None, false).is_ok() && read(b"\0", None, false).is_ok());
    }
}
