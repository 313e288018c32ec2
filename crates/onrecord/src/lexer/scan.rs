//! Cuts a sentence into tokens.

use super::{Kind, Shape, Tag, Token};
use crate::data::words;
use crate::input::Text;
use crate::layout::Sentence;
use crate::span::Span;

/// Appends the tokens of one sentence; their tags are set later.
pub fn sentence(text: &Text, sentence: &Sentence, index: usize, into: &mut Vec<Token>) {
    let (mut at, end) = (sentence.span.start, sentence.span.end);
    let mut marks = text.marks.iter().skip(text.marks.partition_point(|mark| mark.span.start < at)).map(|mark| mark.span).peekable();
    let bytes = text.clean.as_bytes();
    while at < end {
        if bytes.get(at) == Some(&b' ') {
            at += 1;
            continue;
        }
        if let Some(mark) = marks.next_if(|mark| mark.start == at) {
            push(text, mark, Kind::Mark, index, sentence.block, into);
            at = mark.end;
            continue;
        }
        let limit = marks.peek().map_or(end, |mark| mark.start.min(end));
        match piece(text.slice(Span::new(at, limit))) {
            Piece::Space(n) => at += n.max(1),
            Piece::Token(kind, n) => {
                push(text, Span::new(at, at + n.max(1)), kind, index, sentence.block, into);
                at += n.max(1);
            }
        }
    }
}

enum Piece {
    Space(usize),
    Token(Kind, usize),
}

/// The kind and length of what stands at the start of `rest`.
fn piece(rest: &str) -> Piece {
    let Some(first) = rest.chars().next() else { return Piece::Space(1) };
    if first.is_whitespace() {
        return Piece::Space(first.len_utf8());
    }
    if first.is_ascii_alphanumeric() {
        let plain = plain_letters(rest);
        match rest.as_bytes().get(plain) {
            // Most words have nothing but letters, and a space or a comma behind.
            None | Some(b' ' | b',' | b'\n') if first.is_ascii_alphabetic() && !(plain == CANNOT.len() && matches!(first, 'c' | 'C')) => {
                return Piece::Token(Kind::Word, plain);
            }
            Some(b'@' | b':' | b'.' | b'_' | b'-' | b'+') => {
                let word = chunk(rest);
                if let Some(n) = site(word) {
                    return Piece::Token(Kind::Word, n);
                }
                if let Some(n) = address(word) {
                    return Piece::Token(if word.get(..n).is_some_and(|w| w.contains('@')) { Kind::Email } else { Kind::Url }, n);
                }
            }
            _ => {}
        }
    }
    match first {
        'a'..='z' | 'A'..='Z' => Piece::Token(Kind::Word, word(rest)),
        '0'..='9' => Piece::Token(Kind::Number, number(rest)),
        '@' | '#' if rest.get(1..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric()) => {
            Piece::Token(Kind::Handle, 1 + run(rest.get(1..).unwrap_or_default(), |c| c.is_alphanumeric() || c == '_'))
        }
        '-' | '.' => Piece::Token(Kind::Punctuation, run(rest, |c| c == first)),
        _ if first.is_alphabetic() => Piece::Token(Kind::Word, word(rest)),
        '\'' | '’' if apostrophe_word(rest) => {
            Piece::Token(Kind::Word, first.len_utf8() + run(rest.get(first.len_utf8()..).unwrap_or_default(), char::is_alphanumeric))
        }
        _ if is_punctuation(first) => Piece::Token(Kind::Punctuation, first.len_utf8()),
        _ => Piece::Token(Kind::Symbol, first.len_utf8()),
    }
}

/// "’60s", "’n", "’em": an apostrophe at the start of a word (quotation marks never get here).
fn apostrophe_word(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(char::is_alphanumeric)
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '=' | '^' | '~' | '|')
        || matches!(c, '–' | '—' | '―' | '…' | '¿' | '¡' | '·' | '•' | '’' | '‘' | '‐' | '‑' | '。' | '、' | '，')
}

fn run(rest: &str, keep: impl Fn(char) -> bool) -> usize {
    rest.find(|c: char| !keep(c)).unwrap_or(rest.len())
}

/// Up to the next white space.
fn chunk(rest: &str) -> &str {
    let end = rest.bytes().take(200).position(|b| b.is_ascii_whitespace()).unwrap_or(200);
    rest.get(..end).unwrap_or(rest)
}

/// How many plain letters and digits `rest` begins with; the first character behind them already tells most words from addresses.
fn plain_letters(rest: &str) -> usize {
    rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len())
}

/// The length of a web or e-mail address at the start of `word`.
fn address(word: &str) -> Option<usize> {
    let starts = |prefix: &str| word.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let end = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '”', '’']).len();
    if starts("http://") || starts("https://") || starts("www.") || starts("pic.twitter.com/") {
        return Some(end);
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let local = run(word, plain);
    if word.get(local..)?.starts_with('@') {
        let host = run(word.get(local + 1..)?, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        let host = word.get(local + 1..local + 1 + host)?.trim_end_matches('.');
        return (local > 0 && host.contains('.')).then_some(local + 1 + host.len());
    }
    None
}

/// "Brillfacts.info", "brill.co.uk": a site that is called by its address.
fn site(word: &str) -> Option<usize> {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '”', '’']);
    let (name, end) = word.split_once('.')?;
    let host = name.len() > 2 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (host && matches!(end, "com" | "info" | "net" | "org" | "gov" | "edu" | "io" | "tv" | "co.uk" | "org.uk" | "gov.uk"))
        .then_some(word.len())
}

/// Abbreviations that keep their stop wherever they stand.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "dr", "drs", "prof", "profs", "sen", "sens", "rep", "reps", "gov", "govs", "del", "gen", "gens", "insp",
    "det", "col", "lt", "sgt", "capt", "maj", "adm", "cmdr", "st", "jr", "sr", "rev", "hon", "pres", "sec", "supt", "atty", "dept", "inc",
    "corp", "co", "ltd", "vs", "no", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "ala", "ariz", "ark", "calif", "colo", "conn",
    "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore",
    "pa", "tenn", "tex", "assn", "va", "vt", "wash", "wis", "wyo", "d.c",
];

/// The length of the word at the start of `rest`: letters with inner hyphens, apostrophes and full stops of initials.
fn word(rest: &str) -> usize {
    let mut end = letters(rest);
    loop {
        let tail = rest.get(end..).unwrap_or_default();
        let mut chars = tail.chars();
        let (Some(joint), next) = (chars.next(), chars.next()) else { break };
        let more = letters(tail.get(joint.len_utf8()..).unwrap_or_default());
        match joint {
            // "cold-war", "Kendall-Taylor"; "style-the" too, as nothing tells them apart
            '-' | '‐' | '‑' if next.is_some_and(char::is_alphanumeric) => end += joint.len_utf8() + more,
            '\'' | '’' if is_clitic(tail, more, joint) => break,
            '\'' | '’' if next.is_some_and(char::is_alphabetic) => end += joint.len_utf8() + more,
            // "AT&T", "S&P"
            '&' if is_short_capitals(rest.get(..end).unwrap_or_default())
                && more > 0
                && is_short_capitals(tail.get(1..1 + more).unwrap_or_default()) =>
            {
                end += 1 + more;
            }
            // "U.S.", "J.", "a.m."
            '.' if is_initials(rest.get(..end).unwrap_or_default()) => {
                end += 1;
                let one = letters(rest.get(end..).unwrap_or_default());
                let single = rest.get(end..end + one).is_some_and(|next| next.chars().count() == 1);
                if single && rest.get(end + one..).is_some_and(|after| after.starts_with('.')) {
                    end += one;
                } else if !is_compound(rest.get(end..).unwrap_or_default()) {
                    break;
                }
            }
            '.' if is_abbreviation(rest.get(..end).unwrap_or_default()) => {
                end += 1;
                break;
            }
            _ => break,
        }
    }
    split_negation(rest.get(..end).unwrap_or_default()).unwrap_or(end)
}

fn is_short_capitals(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// "U.N.*-backed*"
fn is_compound(tail: &str) -> bool {
    tail.strip_prefix('-').is_some_and(|tail| tail.starts_with(char::is_alphabetic))
}

fn letters(rest: &str) -> usize {
    let plain = plain_letters(rest);
    match rest.as_bytes().get(plain) {
        Some(0x80..) => plain + run(rest.get(plain..).unwrap_or_default(), |c| c.is_alphanumeric() || is_combining(c)),
        _ => plain,
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93c}'..='\u{94d}')
}

/// "’s", "’re", "’ll", "’ve", "’d", "’m" after a word.
fn is_clitic(tail: &str, more: usize, joint: char) -> bool {
    let body = tail.get(joint.len_utf8()..joint.len_utf8() + more).unwrap_or_default();
    ["s", "re", "ll", "ve", "d", "m"].iter().any(|clitic| body.eq_ignore_ascii_case(clitic))
}

fn is_initials(head: &str) -> bool {
    let last = head.rsplit('.').next().unwrap_or_default();
    let mut chars = last.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return false };
    letter.is_uppercase() || (head.contains('.') && letter.is_alphabetic()) || matches!(head, "a" | "p" | "e" | "i")
}

fn is_abbreviation(head: &str) -> bool {
    head.starts_with(|c: char| c.is_ascii_uppercase()) && ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(head))
}

/// The one word of letters alone that is two.
const CANNOT: &str = "cannot";

/// "don’t" is "do" and "n’t", "cannot" is "can" and "not".
fn split_negation(word: &str) -> Option<usize> {
    if word.eq_ignore_ascii_case(CANNOT) {
        return Some(3);
    }
    let body = word.strip_suffix(['t', 'T'])?;
    let body = body.strip_suffix(['\'', '’'])?;
    let stem = body.strip_suffix(['n', 'N'])?;
    (!stem.is_empty()).then_some(stem.len())
}

/// "14,000", "3.5", "20th", "5-year", "2021"
fn number(rest: &str) -> usize {
    let mut end = letters(rest);
    loop {
        let tail = rest.get(end..).unwrap_or_default();
        let mut chars = tail.chars();
        let (Some(joint), Some(next)) = (chars.next(), chars.next()) else { return end };
        let joins = match joint {
            '.' | ',' | ':' => next.is_ascii_digit(),
            '-' | '/' => next.is_alphanumeric(),
            _ => false,
        };
        if !joins {
            return if joint == '%' { end + 1 } else { end };
        }
        end += joint.len_utf8() + letters(tail.get(joint.len_utf8()..).unwrap_or_default());
    }
}

fn push(text: &Text, span: Span, kind: Kind, sentence: usize, block: usize, into: &mut Vec<Token>) {
    let slice = text.slice(span);
    let word = match kind {
        Kind::Word => words::find(slice),
        Kind::Punctuation if slice.starts_with(['\'', '’']) => words::find(slice),
        _ => None,
    };
    into.push(Token { span, kind, shape: shape(slice), tag: Tag::Other, word, sentence, block });
}

fn shape(slice: &str) -> Shape {
    if slice.bytes().all(|b| b.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = slice.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Lower };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) => {
            if slice.contains('.') {
                Shape::Upper
            } else {
                Shape::Capital
            }
        }
        (true, _, 0) => Shape::Upper,
        (true, _, _) => Shape::Capital,
        (false, 0, _) => Shape::Lower,
        (false, _, _) => Shape::Mixed,
    }
}
