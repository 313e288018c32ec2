//! HTML entities left in the text: `&ldquo;`, `&#8220;`, `&#x201C;`, `&amp;rsquo;`.

use super::mojibake;
use crate::data::entities;

/// The longest number that is read: `&#x10FFFF;` has six digits, and some pages pad with zeros (`&#039;`).
const DIGITS: usize = 8;

/// The character that the entity at the start of `rest` stands for, and the entity's length in bytes.
pub fn decode(rest: &str) -> Option<(char, usize)> {
    let body = rest.strip_prefix('&')?;
    let (c, n) = body.strip_prefix('#').map_or_else(|| named(body), |digits| numeric(digits).map(|(c, n)| (c, n + 1)))?;
    Some((c, n + 1))
}

/// The name after the `&`, with its semicolon. `&amp;rsquo;` was escaped twice: the inner entity is meant.
fn named(body: &str) -> Option<(char, usize)> {
    let n = body.bytes().take(entities::LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let name = body.get(..n)?;
    let closed = body.as_bytes().get(n) == Some(&b';');
    // Browsers take a few names without their semicolon, pages rely on it: "Marks&nbsp&amp Spencer".
    if !closed && !matches!(name, "nbsp" | "amp" | "quot") {
        return None;
    }
    let c = entities::named(name)?;
    let end = n + usize::from(closed);
    if c == '&' && closed {
        let inner = body.get(end..).unwrap_or_default();
        let inner_n = inner.strip_prefix('#').map_or_else(|| named_plain(inner), |d| numeric(d).map(|(c, n)| (c, n + 1)));
        return Some(inner_n.map_or((c, end), |(c, m)| (c, end + m)));
    }
    Some((c, end))
}

/// A name with its semicolon, not looked through any further.
fn named_plain(body: &str) -> Option<(char, usize)> {
    let n = body.bytes().take(entities::LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    (body.as_bytes().get(n) == Some(&b';')).then_some(())?;
    Some((entities::named(body.get(..n)?)?, n + 1))
}

/// The digits after `&#`, decimal or after an `x` hexadecimal, with the semicolon where there is one.
fn numeric(digits: &str) -> Option<(char, usize)> {
    let (radix, skip) = if digits.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = digits.get(skip..)?;
    let n = digits.bytes().take(DIGITS + 1).take_while(|b| char::from(*b).is_digit(radix)).count();
    if n == 0 || n > DIGITS {
        return None;
    }
    let code = u32::from_str_radix(digits.get(..n)?, radix).ok()?;
    let closed = digits.as_bytes().get(n) == Some(&b';');
    // 128 to 159 are control characters by the letter, and Windows-1252 in every browser.
    let c = mojibake::windows_1252(code).or_else(|| char::from_u32(code)).filter(|c| !c.is_control() || c.is_whitespace())?;
    Some((c, skip + n + usize::from(closed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        assert_eq!(decode("&ldquo;We"), Some(('“', 7)));
        assert_eq!(decode("&#8217;s"), Some(('’', 7)));
        assert_eq!(decode("&#x201D;"), Some(('”', 8)));
        assert_eq!(decode("&#039;s"), Some(('\'', 6)));
        assert_eq!(decode("&#146;s"), Some(('’', 6)));
        assert_eq!(decode("&#8217 s"), Some(('’', 6)));
    }

    #[test]
    fn escaped_twice() {
        assert_eq!(decode("&amp;rsquo;s"), Some(('’', 11)));
        assert_eq!(decode("&amp;#8217;s"), Some(('’', 11)));
        assert_eq!(decode("&amp; Sons"), Some(('&', 5)));
    }

    #[test]
    fn what_is_no_entity() {
        for text in ["R&D", "B & B", "&copycat;", "&#;", "&#xG;", "&#0;", "&#2;", "&#99999999;", "&", "&#123456789012;", "Q&A;"] {
            assert_eq!(text.find('&').and_then(|at| decode(&text[at..])), None, "{text}");
        }
    }
}
