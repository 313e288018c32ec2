//! The grammar of bylines: "By ABBY GOODMAN, TOM KAPPEL and ROBERT PERRY", "By Jo Smith, Associated Press", "Jane Doe | Reuters".

use super::{dateline, names};
use crate::data::outlets;
use nom::branch::alt;
use nom::bytes::complete::tag_no_case;
use nom::character::complete::{char, space1};
use nom::combinator::opt;
use nom::{IResult, Parser};

/// A person of a byline, as a slice of the line, and what the line says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person<'t> {
    pub name: &'t str,
    pub role: Option<String>,
}

/// Longer lines are no bylines.
const LONGEST: usize = 240;

/// The people of a line that is a byline; `None` where it is none.
pub(super) fn read(line: &str) -> Option<Vec<Person<'_>>> {
    if line.len() > LONGEST {
        return None;
    }
    match opener(line) {
        Ok((rest, _)) => after_by(rest),
        Err(_) => without_by(line),
    }
}

/// "By ", "Written by ", "Author: "
fn opener(line: &str) -> IResult<&str, &str> {
    let verbs = alt((tag_no_case("written"), tag_no_case("story"), tag_no_case("posted"), tag_no_case("reported"), tag_no_case("words")));
    let by = (opt((verbs, space1)), tag_no_case("by"), opt(char(':')), space1).map(|_| "");
    let author = (alt((tag_no_case("author:"), tag_no_case("byline:"), tag_no_case("authors:"))), space1).map(|_| "");
    alt((by, author)).parse(line)
}

/// Does the line begin as bylines do, with "By" or the like?
pub(super) fn opens(line: &str) -> bool {
    opener(line).is_ok()
}

/// The names after "By", and their roles.
fn after_by(rest: &str) -> Option<Vec<Person<'_>>> {
    let (_, listed) = names::list(rest).ok()?;
    let mut people: Vec<Person> = Vec::new();
    let mut end = 0;
    for item in listed {
        let item = without_month(item, rest);
        end = place(rest, item)? + item.len();
        if !people.is_empty() && outlets::is_affiliation(item) {
            people.iter_mut().filter(|person| person.role.is_none()).for_each(|person| person.role = Some(item.to_owned()));
        } else {
            people.push(Person { name: item, role: None });
        }
    }
    let tail = rest.get(end..)?;
    let role = read_tail(tail)?;
    if let Some(role) = role {
        people.iter_mut().filter(|person| person.role.is_none()).for_each(|person| person.role = Some(role.to_owned()));
    }
    Some(people)
}

/// "Ada Holm January" before " 12" is "Ada Holm".
fn without_month<'t>(item: &'t str, rest: &str) -> &'t str {
    let Some((name, month)) = item.rsplit_once(' ') else { return item };
    let follows = place(rest, item).and_then(|at| rest.get(at + item.len()..)).unwrap_or_default();
    let dated = follows.strip_prefix(' ').is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()));
    if dated && dateline::is_month(month) { name } else { item }
}

/// Where `part`, a slice of `whole`, begins in it.
pub(super) fn place(whole: &str, part: &str) -> Option<usize> {
    (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize).filter(|at| *at <= whole.len())
}

/// What may follow the names: a role or an outlet (which is returned), a place, a date. `None`: the line is no byline.
#[allow(clippy::option_option)]
fn read_tail(tail: &str) -> Option<Option<&str>> {
    let body = tail.trim().trim_end_matches('.');
    if body.is_empty() {
        return Some(None);
    }
    let bare = body.trim_start_matches([',', '|', '/', '•', '·', '-', '–', '—', '(', ':', ';', ' ']).trim_end_matches(')');
    let words = bare.split(' ').count();
    let joint = body.len() > bare.len() || ["of ", "for ", "in ", "at ", "from "].iter().any(|word| bare.starts_with(word));
    if words > 10 || bare.contains(". ") {
        return None;
    }
    if is_date(bare) || bare.starts_with('@') || bare.contains('@') && words < 3 {
        return Some(None);
    }
    let calm = bare.split(' ').all(|word| !word.starts_with(|c: char| c.is_lowercase()) || is_role_word(word));
    if joint && calm {
        let role = bare.trim_start_matches("of ").trim_start_matches("for ").trim_start_matches("at ");
        let place_only = bare.starts_with("in ") || bare.starts_with("from ");
        return Some((!place_only && outlets::is_affiliation(bare)).then_some(role));
    }
    None
}

/// Small words that roles and outlets have: "special to the Gazette", "political editor".
fn is_role_word(word: &str) -> bool {
    let small = [
        "of",
        "for",
        "the",
        "in",
        "at",
        "and",
        "to",
        "from",
        "a",
        "on",
        "political",
        "senior",
        "contributing",
        "foreign",
        "national",
        "chief",
    ];
    small.contains(&word) || outlets::is_affiliation(word)
}

/// "Jan. 12, 2021", "Updated 3:04 p.m.", "12 January"
fn is_date(part: &str) -> bool {
    let first = part.split(' ').next().unwrap_or_default();
    let stamp = ["updated", "published", "posted", "last"].iter().any(|word| first.trim_end_matches(':').eq_ignore_ascii_case(word));
    stamp || part.starts_with(|c: char| c.is_ascii_digit()) || dateline::is_month(first) && part.contains(|c: char| c.is_ascii_digit())
}

/// "Jane Doe | Reuters", "JANE DOE, Associated Press": a name, and beside it an outlet or a role.
fn without_by(line: &str) -> Option<Vec<Person<'_>>> {
    let (head, rest) = split_side(line)?;
    let (tail, listed) = names::list(head.trim()).ok()?;
    let people =
        listed.iter().all(|name| (2..5).contains(&name.split(' ').count()) && !outlets::is_affiliation(name) && names::is_likely(name));
    let side = rest.trim();
    let calm = side.split(' ').count() < 8 && !side.ends_with(['.', '!', '?']);
    let role = side.split(['|', '•', '·']).map(str::trim).find(|part| outlets::is_affiliation(part))?;
    let outlet = side.split(' ').all(|word| !word.starts_with(|c: char| c.is_lowercase()) || is_role_word(word));
    (tail.is_empty() && people && calm && outlet)
        .then(|| listed.into_iter().map(|name| Person { name, role: Some(role.to_owned()) }).collect())
}

/// The name's side of the line and the other.
fn split_side(line: &str) -> Option<(&str, &str)> {
    let barred = !line.is_ascii() || memchr::memchr2(b'|', b'/', line.as_bytes()).is_some();
    let bars = [" | ", " • ", " · ", " — ", " – ", " / ", "|"];
    bars.iter().filter(|_| barred).find_map(|bar| line.split_once(bar)).or_else(|| {
        let at = line.rfind(", ")?;
        Some((line.get(..at)?, line.get(at + 2..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, &str)]) {
        let people = read(line).unwrap_or_else(|| panic!("no byline: {line}"));
        let got: Vec<_> = people.iter().map(|person| (person.name, person.role.as_deref().unwrap_or_default())).collect();
        assert_eq!(got, expected, "{line}");
    }

    #[test]
    fn forms() {
        check("By ABBY GOODMAN, TOM KAPPEL and ROBERT PERRY", &[("ABBY GOODMAN", ""), ("TOM KAPPEL", ""), ("ROBERT PERRY", "")]);
        check("By Jo Smith, Associated Press", &[("Jo Smith", "Associated Press")]);
        check("Jane Doe | Reuters", &[("Jane Doe", "Reuters")]);
        check("By Jo-Ann O’Hare in Brill", &[("Jo-Ann O’Hare", "")]);
        check("By J.K. Marsh, Staff Writer", &[("J.K. Marsh", "Staff Writer")]);
        check(
            "by Ada Holm and Tom de la Ruiz for the Brill Gazette",
            &[("Ada Holm", "the Brill Gazette"), ("Tom de la Ruiz", "the Brill Gazette")],
        );
        check("By Associated Press January 12 at 2:35 PM", &[("Associated Press", "")]);
        check("By Ada Holm @adaholm", &[("Ada Holm", "")]);
        check("By Ada Holm.", &[("Ada Holm", "")]);
        check("ADA HOLM, Political Editor", &[("ADA HOLM", "Political Editor")]);
    }

    #[test]
    fn sentences_are_none() {
        for line in
            ["By Monday the dam held.", "By Ruiz’s account, the dam held.", "Holm, the mayor, left.", "Holm, Ruiz", "By then it held."]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
