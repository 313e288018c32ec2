//! The names in bylines and credits.

use crate::data::words::{self, Tag};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while1};
use nom::character::complete::{char, space1};
use nom::combinator::{map, opt, recognize, verify};
use nom::multi::{many0, separated_list1};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// A list of names: "Ada Holm, Tom Ruiz and J.K. Marsh".
pub(super) fn list(input: &str) -> IResult<&str, Vec<&str>> {
    separated_list1(separator, name).parse(input)
}

/// What stands between two names.
pub(super) fn separator(input: &str) -> IResult<&str, &str> {
    let mut joint = alt((
        preceded(opt(char(',')), preceded(space1, terminated(alt((tag_no_case("and"), tag("&"), tag_no_case("with"))), space1))),
        recognize((char(','), space1)),
        recognize((char(';'), space1)),
        tag(" / "),
    ));
    joint.parse(input)
}

/// One name, of up to six words, the first with a capital: "Ada de la Holm Jr."
pub(super) fn name(input: &str) -> IResult<&str, &str> {
    let more = many0(alt((preceded(space1, suffix), preceded(space1, word), preceded(space1, particles), preceded(tag(", "), suffix))));
    verify(recognize((word, more)), |name: &str| name.split(' ').count() <= 6).parse(input)
}

/// "de la Holm": particles count only before a capital.
fn particles(input: &str) -> IResult<&str, &str> {
    let particle = verify(letters, |word: &str| is_particle(word));
    recognize((many0(terminated(particle, space1)), word)).parse(input)
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "ten"
            | "bin"
            | "al"
            | "el"
            | "le"
            | "y"
    )
}

fn suffix(input: &str) -> IResult<&str, &str> {
    alt((tag("Jr."), tag("Sr."), tag("Jr"), tag("III"), tag("II"), tag("IV"))).parse(input)
}

/// A word with a capital: "Holm", "O’Brien", "Jean-Luc", "J.K.", "McKay"; "al-Masri" counts too.
fn word(input: &str) -> IResult<&str, &str> {
    let capital = |word: &str| {
        let bare = word.strip_prefix("al-").or_else(|| word.strip_prefix("el-")).or_else(|| word.strip_prefix("d'")).unwrap_or(word);
        bare.starts_with(char::is_uppercase) && !is_joint(word)
    };
    map(verify(letters, capital), |word| word).parse(input)
}

fn is_joint(word: &str) -> bool {
    ["and", "by", "in", "for", "with", "of", "from", "at", "the"].iter().any(|joint| word.eq_ignore_ascii_case(joint))
}

/// Letters, inner hyphens and apostrophes; full stops only after initials and "St.".
fn letters(input: &str) -> IResult<&str, &str> {
    let (rest, mut word) = take_while1(|c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.')).parse(input)?;
    if word.ends_with('.') && !is_initials(word) {
        word = word.trim_end_matches('.');
        return Ok((input.get(word.len()..).unwrap_or(rest), word));
    }
    Ok((rest, word))
}

/// "J.", "J.K.", "St."
fn is_initials(word: &str) -> bool {
    word == "St." || word.split_terminator('.').all(|piece| piece.chars().count() == 1)
}

/// Could this be a person, and not a headline? At most one of its words is common ("Young", "Police") and not first a name.
pub(super) fn is_likely(name: &str) -> bool {
    let common = |word: &&str| words::find(word.trim_end_matches('.')).is_some_and(|id| id.get().first != Tag::Name);
    name.split(' ').filter(common).count() < 2
}

/// A name in its usual capitals: "ABBY O'BRIEN" is "Abby O'Brien".
pub(super) fn usual_capitals(name: &str) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() > 3 && !name.contains(|c: char| c.is_lowercase());
    if !shouted {
        return name.to_owned();
    }
    name.split(' ').map(word_capitals).collect::<Vec<_>>().join(" ")
}

fn word_capitals(word: &str) -> String {
    if matches!(word, "II" | "III" | "IV") || word.contains('.') && word.len() < 6 && word != "ST." && word != "JR." {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for c in word.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic() || (out == "Mc");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_shapes() {
        for full in
            ["Ada Holm", "J.K. Marsh", "Jean-Luc O’Brien", "Tom de la Ruiz", "Omar al-Masri", "Ada Holm Jr.", "ADA HOLM", "St. John Ruiz"]
        {
            assert_eq!(name(full), Ok(("", full)));
        }
        assert_eq!(list("Ada Holm, Tom Ruiz and J. Marsh in Brill").unwrap(), (" in Brill", vec!["Ada Holm", "Tom Ruiz", "J. Marsh"]));
        assert!(name("the dam").is_err());
    }

    #[test]
    fn shouted_names_get_their_usual_capitals() {
        assert_eq!(usual_capitals("ABBY O'BRIEN-HOLM"), "Abby O'Brien-Holm");
        assert_eq!(usual_capitals("J.K. McKAY"), "J.K. McKAY");
        assert_eq!(usual_capitals("TOM MCKAY III"), "Tom McKay III");
        assert_eq!(usual_capitals("Ada Holm"), "Ada Holm");
    }
}
