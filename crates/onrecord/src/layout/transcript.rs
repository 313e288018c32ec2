//! Turns of transcripts and interviews, and posts that are signed: "NARRATOR: Taxes went up.", "Q: … A: …", "— Jo Doe (@jodoe) May 2, 2016".

use super::Turn;
use super::lines::Line;
use crate::data::fold::Folded;
use crate::data::lexicon::{self, Class};
use crate::data::words::{self, Tag};
use crate::data::{labels, stage, towns};
use crate::order;
use crate::span::Span;

/// A label longer than this names no speaker.
const LONGEST: usize = 60;

/// How a label is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Print {
    /// "NARRATOR:"
    Capitals,
    /// "Q:", "A."
    Letter,
    /// "Ada Holm:"
    Name,
}

/// The turns of a page; `block` is the index of the line.
pub(super) fn turns(text: &str, lines: &[Line]) -> Vec<Turn> {
    let found: Vec<(Turn, Print)> = lines.iter().enumerate().filter_map(|(i, line)| turn(text, line, i)).collect();
    let count = |print: Print| found.iter().filter(|(_, other)| *other == print).count();
    let capitals = count(Print::Capitals);
    let letter = |first: &str| found.iter().any(|(turn, print)| *print == Print::Letter && turn.label.of(text).starts_with(first));
    let letters = letter("Q") && letter("A");
    let names = count(Print::Name) > 3 && repeats(text, &found);
    // A headline with a colon is no turn; the first turn of a transcript has another right after it.
    let is_headline = |turn: &Turn| turn.block == 0 && !found.iter().any(|(other, _)| other.block == 1);
    let keep = |turn: &Turn, print: Print| match print {
        Print::Capitals => capitals > 1 && !is_headline(turn) || lines.len() == 1 && ends_as_speech(text, turn),
        Print::Letter => letters,
        Print::Name => names || capitals > 1 && count(Print::Name) > 1,
    };
    found.iter().filter(|(turn, print)| keep(turn, *print)).map(|(turn, _)| *turn).collect()
}

fn ends_as_speech(text: &str, turn: &Turn) -> bool {
    turn.body.of(text).ends_with(['.', '!', '?', '”', '"'])
}

/// Do at least two labels come again, as those of a conversation do?
fn repeats(text: &str, found: &[(Turn, Print)]) -> bool {
    let mut labels: Vec<&str> = found.iter().filter(|(_, print)| *print == Print::Name).map(|(turn, _)| turn.label.of(text)).collect();
    let all = labels.len();
    order::by(&mut labels, Ord::cmp);
    labels.dedup();
    labels.len() * 2 <= all
}

fn turn(text: &str, line: &Line, block: usize) -> Option<(Turn, Print)> {
    let words = line.span.of(text);
    let (label, print) = label(words)?;
    let start = line.span.start;
    let after = words.get(label.len() + 1..)?;
    let body = Span::new(line.span.end - after.len(), line.span.end).trimmed(text);
    (!body.is_empty()).then_some((Turn { label: Span::new(start, start + label.len()), body, block }, print))
}

/// The label before a colon at the start of a line (or "Q." and "A.").
fn label(words: &str) -> Option<(&str, Print)> {
    let letter = ["Q: ", "A: ", "Q. ", "A. "].iter().find(|letter| words.starts_with(**letter));
    if let Some(letter) = letter.and_then(|letter| words.get(..letter.len() - 2)) {
        return Some((letter, Print::Letter));
    }
    let colon = words.bytes().take(LONGEST).position(|b| b == b':')?;
    let label = words.get(..colon)?;
    if !words.get(colon + 1..)?.starts_with(char::is_whitespace) || labels::is_label(label) || towns::country(label).is_some() {
        return None;
    }
    if matches!(label, "Question" | "Answer") {
        return Some((label, Print::Letter));
    }
    let bare = label.split(['(', ',', '[']).next().unwrap_or_default().trim();
    let few = label.split(' ').count() < 9 && bare.split(' ').count() < 6;
    let named =
        bare.split(' ').all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "de" | "al" | "van" | "von"));
    let shouted = bare.chars().filter(|c| c.is_uppercase()).count() > 1 && !bare.replace("Mc", "").contains(char::is_lowercase);
    (named && few && is_person(bare, shouted)).then_some((label, if shouted { Print::Capitals } else { Print::Name }))
}

/// Can the label name someone? "THE PRESIDENT" and "NARRATOR" can, "STAT OF THE WEEK" and "The Takeaway" cannot.
fn is_person(label: &str, shouted: bool) -> bool {
    let bare = if shouted { label.strip_prefix("THE ").unwrap_or(label) } else { label };
    let tag = |word: &str| words::find(word.trim_end_matches('.')).map(|id| id.get().first);
    // "UNIDENTIFIED MALE:" is somebody’s turn, whoever that is.
    let unidentified = shouted && bare.split(' ').all(stage::is_word);
    unidentified
        || bare.split(' ').all(|word| match tag(word) {
            None | Some(Tag::Name) => true,
            Some(Tag::Noun) => shouted || lexicon::find(Folded::new(word).as_str()).is(Class::One),
            Some(_) => matches!(word, "of" | "de" | "al"),
        })
}

/// "(BEGIN VIDEO CLIP)", "[Applause]": a line that nobody speaks.
pub(super) fn is_note(words: &str) -> bool {
    let sign = |c: char| c.is_ascii_punctuation() || "“”‘’".contains(c);
    let open = words.find(['(', '[']).filter(|at| words.get(..*at).is_some_and(|before| before.chars().all(sign)));
    let Some(noted) = open.and_then(|open| words.get(open..)).map(|words| words.trim_matches(sign)).filter(|noted| !noted.is_empty())
    else {
        return false;
    };
    let whole = words.trim_end_matches(|c: char| sign(c) && c != ')' && c != ']').ends_with([')', ']']);
    whole && noted.split(' ').all(|word| word.eq_ignore_ascii_case("and") || stage::is_word(&word.to_ascii_uppercase()))
}

/// A post of social media that is signed at the end: "It held. — Jo Doe (@jodoe) May 2, 2016". The label is the name with the handle.
pub(super) fn posts(text: &str, lines: &[Line]) -> Vec<Turn> {
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some((at, label)) = signature(line.span.of(text)) else { continue };
        let at = line.span.start + at;
        let start = at + label.0;
        let label = Span::new(start, start + label.1);
        let own = Span::new(line.span.start, at).trimmed(text);
        let before = i.checked_sub(1).and_then(|i| lines.get(i)).map(|line| line.span);
        if own.is_empty() {
            found.extend(before.map(|body| Turn { label, body, block: i - 1 }));
        } else {
            found.push(Turn { label, body: own, block: i });
        }
    }
    found
}

/// Where the dash of the signature stands, and from there the start and length of the label.
fn signature(words: &str) -> Option<(usize, (usize, usize))> {
    // Nearly all lines have no handle; the byte is looked for faster than the two.
    let open = memchr::memrchr(b'@', words.as_bytes())?.checked_sub(1).filter(|open| words.as_bytes().get(*open) == Some(&b'('))?;
    let close = open + words.get(open..)?.find(')')?;
    let dated = words.get(close + 1..)?.trim();
    if dated.len() > 24 {
        return None;
    }
    let dash = words.get(..open)?.rfind(['—', '–', '―'])?;
    let after = words.get(dash..)?;
    let lead = after.len() - after.trim_start_matches(['—', '–', '―', ' ']).len();
    (open - dash < 80).then_some((dash, (lead, close + 1 - dash - lead)))
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let turns = turns(text, &lines::split(text));
        turns.iter().map(|turn| (&text[turn.label], &text[turn.body])).collect()
    }

    #[test]
    fn notes_are_not_spoken() {
        for line in ["(BEGIN VIDEO CLIP)", "\"(CROSSTALK.)", "[Applause]", "(Laughter and applause.)"] {
            assert!(is_note(line), "{line}");
        }
        for line in ["Laughter filled the hall.", "(Reuters)", "The clip (VIDEO)", "(END OF STORY)"] {
            assert!(!is_note(line), "{line}");
        }
    }

    #[test]
    fn turns_of_all_prints() {
        assert_eq!(found("NARRATOR: Taxes went up.\nMAYOR: I voted no."), [("NARRATOR", "Taxes went up."), ("MAYOR", "I voted no.")]);
        assert_eq!(found("Q: Did it hold?\nA: It did."), [("Q", "Did it hold?"), ("A", "It did.")]);
        let named = "Ada Holm: It held.\nTom Ruiz: Did it?\nAda Holm: It did.\nTom Ruiz: Good.";
        assert_eq!(found(named).len(), 4);
        assert_eq!(found("SEN. ADA HOLM (D-Va.): It held."), [("SEN. ADA HOLM (D-Va.)", "It held.")]);
    }

    #[test]
    fn other_colons_are_none() {
        assert!(found("UPDATE: The dam held.\nRead more: Ten rivers.\nThe mayor said: “No.”\n10:30: It held.").is_empty());
        assert!(found("Brill: A town that floods").is_empty());
    }

    #[test]
    fn signed_posts() {
        let text = "It held.\n\n— Jo Doe (@jodoe) May 2, 2016\n\nNo it did not. pic.example.com/1— Bo Li (@boli) May 3, 2016";
        let posts = posts(text, &lines::split(text));
        let got: Vec<_> = posts.iter().map(|post| (&text[post.label], &text[post.body])).collect();
        assert_eq!(got, [("Jo Doe (@jodoe)", "It held."), ("Bo Li (@boli)", "No it did not. pic.example.com/1")]);
    }
}
