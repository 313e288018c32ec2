//! The grammar of reporter credits: "Holm reported from Brill.", "(Reporting by Ada Holm; Editing by Tom Ruiz)".

use super::byline::Person;
use super::names;
use crate::data::{outlets, towns};
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::space1;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// Longer lines are no credits.
const LONGEST: usize = 600;

/// The people of a line that is a credit; `None` where it is none.
pub(super) fn read(line: &str) -> Option<Vec<Person<'_>>> {
    if line.len() > LONGEST {
        return None;
    }
    by_roles(line).or_else(|| contributed(line))
}

/// "(Additional reporting by Ada Holm in Brill and Tom Ruiz; Editing by J. Marsh)"
fn by_roles(line: &str) -> Option<Vec<Person<'_>>> {
    let body = line.trim_start_matches(['(', '[', '*', ' ', '–', '—', '-']).trim_end_matches([')', ']', '.', ' ']);
    let mut people = Vec::new();
    if let Some(rest) = line.strip_prefix("(By ").filter(|_| line.ends_with(')')) {
        return Some(names_and_places(rest).into_iter().map(|name| Person { name, role: None }).collect());
    }
    let (_, first) = role(body)?;
    names::name(first).ok()?;
    for clause in clauses(body) {
        let Some((role, rest)) = role(clause.trim()) else { continue };
        let named = names_and_places(rest).into_iter().filter(|name| !outlets::is_agency(name));
        people.extend(named.map(|name| Person { name, role: Some(role.to_owned()) }));
    }
    Some(people)
}

/// The clauses of a credit: "Reporting by J.K. Holm. Editing by Tom Ruiz" has two.
fn clauses(body: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let whole = rest?;
        let joint = |(at, _): &(usize, &str)| whole.get(*at..).is_some_and(|joint| joint.starts_with(';'));
        let worded = |(at, _): &(usize, &str)| whole.get(at + 1..).is_some_and(|next| role(next.trim()).is_some());
        let cut = whole.match_indices([';', '.']).find(|found| joint(found) || worded(found)).map(|(at, _)| at);
        rest = cut.and_then(|at| whole.get(at + 1..));
        whole.get(..cut.unwrap_or(whole.len()))
    })
}

/// What "Reporting by" and its like make of those that follow, and what follows.
fn role(clause: &str) -> Option<(&'static str, &str)> {
    let mut found = None;
    let mut rest = clause;
    for count in 0..8 {
        let (word, tail) = rest.split_once(' ')?;
        rest = tail;
        let word = word.trim_end_matches([',', ':']);
        if count > 0 && word.eq_ignore_ascii_case("by") {
            return found.map(|role| (role, rest));
        }
        match work(word) {
            Some("") => {}
            Some(role) => found = found.or(Some(role)),
            None => return None,
        }
    }
    None
}

/// The role of those who do such work; empty for words that may stand beside it.
fn work(word: &str) -> Option<&'static str> {
    let is = |head: &str| word.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    Some(match () {
        () if is("report") => "reporter",
        () if is("edit") => "editor",
        () if is("writ") || is("compil") => "writer",
        () if is("photo") || is("video") => "photographer",
        () if is("translat") => "translator",
        () if is("graphic") || is("illustrat") || is("produc") || is("research") => "contributor",
        () if [
            "additional",
            "additonal",
            "and",
            "with",
            "further",
            "original",
            "contributions",
            "copy",
            "for",
            "bureau",
            "text",
            "extra",
            "more",
            "story",
            "data",
        ]
        .iter()
        .any(|small| word.eq_ignore_ascii_case(small)) =>
        {
            ""
        }
        () => return None,
    })
}

/// The names of "Ada Holm and Tom Ruiz in Brill, J. Marsh in Cape Holm".
fn names_and_places(rest: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = rest.trim();
    while let Ok((after, name)) = names::name(rest) {
        if found.is_empty() || towns::country(name).is_none() {
            found.push(name);
        }
        let Ok((after, _)) = opt(place).parse(after) else { break };
        let Ok((after, _)) = names::separator(after) else { break };
        rest = after;
    }
    found
}

/// " in Brill", " in Cape Holm, Va."
fn place(input: &str) -> IResult<&str, &str> {
    preceded((space1, alt((tag("in"), tag("at"), tag("from"))), space1, opt((tag("the"), space1))), names::name).parse(input)
}

/// "Holm reported from Brill.", "Associated Press writers Ada Holm in Brill and Tom Ruiz contributed to this report."
fn contributed(line: &str) -> Option<Vec<Person<'_>>> {
    const VERBS: [&str; 6] =
        [" reported from ", " reports from ", " contributed", " reported this story", " is reporting from ", " reported for "];
    // Two searches tell nearly all lines from credits.
    let holds = |verb: &[u8]| memchr::memmem::find(line.as_bytes(), verb).is_some();
    if !holds(b" report") && !holds(b" contributed") {
        return None;
    }
    let start = may_be_head(line);
    let verb_at = |at: usize| start.get(at..).and_then(|rest| VERBS.iter().find(|verb| rest.starts_with(**verb)));
    let (at, verb) = start.match_indices(' ').find_map(|(at, _)| verb_at(at).map(|verb| (at, *verb)))?;
    let head = line.get(..at)?.trim_start_matches(['(', '*', '—', '-', ' ']);
    let tail = line.get(at + verb.len()..)?.trim_end_matches(['.', ')', ' ']).trim_start();
    if !head.split(' ').all(is_head_word) || !tail.split(' ').all(is_tail_word) || head.split(' ').count() > 40 {
        return None;
    }
    if verb == " contributed" && !["to th", "report", "from "].iter().any(|object| tail.starts_with(object)) && !tail.is_empty() {
        return None;
    }
    let mut found = names_and_places(without_lead(head));
    found.extend(later_names(tail));
    found.retain(|name| !outlets::is_affiliation(name) && *name != "The");
    Some(found.into_iter().map(|name| Person { name, role: Some("reporter".to_owned()) }).collect())
}

/// The words that a credit can begin with, and the verb that may come after them.
fn may_be_head(line: &str) -> &str {
    const VERB: usize = 24;
    let head: usize = line.split_inclusive(' ').take_while(|word| is_head_word(word.trim_end())).map(str::len).sum();
    let end = (head + VERB..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
    line.get(..end).unwrap_or(line)
}

/// "Associated Press writers Ada Holm" without the outlet and the role.
fn without_lead(head: &str) -> &str {
    let end = head.rmatch_indices(' ').map(|(i, _)| i).find(|i| {
        let before = head.get(..*i).unwrap_or_default();
        before.rsplit(' ').next().is_some_and(|word| is_job(word.trim_end_matches(',')))
    });
    end.and_then(|at| head.get(at + 1..)).unwrap_or(head)
}

fn is_job(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    ["writer", "reporter", "correspondent", "journalist", "editor", "researcher", "producer", "photographer", "with"].contains(&singular)
        || word == "with"
}

fn is_head_word(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';']);
    let small = [
        "and", "in", "at", "from", "of", "the", "video", "also", "with", "staff", "news", "de", "la", "van", "von", "bin", "al", "special",
        "for",
    ];
    bare.starts_with(|c: char| !c.is_lowercase()) || bare.starts_with("al-") || small.contains(&bare) || is_job(bare)
}

fn is_tail_word(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';', '.']);
    let small = [
        "to",
        "this",
        "report",
        "reporting",
        "story",
        "article",
        "from",
        "in",
        "and",
        "the",
        "with",
        "also",
        "contributed",
        "reported",
        "for",
        "at",
        "other",
    ];
    bare.starts_with(|c: char| !c.is_lowercase()) || small.contains(&bare) || is_job(bare)
}

/// In "Midway, and Ada Holm and Tom Ruiz from Cape Holm" the names before the second "from".
fn later_names(tail: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = tail.split(" from ").collect();
    pieces.pop();
    let after_place = |piece: &'_ str| piece.split_once(" and ").map(|(_, rest)| names_and_places(rest).len()).unwrap_or_default();
    let mut found = Vec::new();
    for piece in pieces {
        if after_place(piece) > 0 {
            found.extend(piece.split_once(" and ").map(|(_, rest)| names_and_places(rest)).unwrap_or_default());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, &str)]) {
        let people = read(line).unwrap_or_else(|| panic!("no credit: {line}"));
        let got: Vec<_> = people.iter().map(|person| (person.name, person.role.as_deref().unwrap_or_default())).collect();
        assert_eq!(got, expected, "{line}");
    }

    #[test]
    fn forms() {
        check("Holm reported from Brill.", &[("Holm", "reporter")]);
        check("Ruizova reports from Brill.", &[("Ruizova", "reporter")]);
        check("(Reporting by Ada Holm; Editing by Tom Ruiz)", &[("Ada Holm", "reporter"), ("Tom Ruiz", "editor")]);
        check(
            "(Additional reporting by Ada Holm in Brill, Tom Ruiz and Jo Marsh in Cape Holm; Writing by Al Doe; editing by Bo Li)",
            &[("Ada Holm", "reporter"), ("Tom Ruiz", "reporter"), ("Jo Marsh", "reporter"), ("Al Doe", "writer"), ("Bo Li", "editor")],
        );
        check("Associated Press writer Ada Holm in Brill contributed to this report.", &[("Ada Holm", "reporter")]);
        check("The Associated Press contributed to this report.", &[]);
        check(
            "Ada Holm reported from Brill, and Tom Ruiz and Jo Marsh from Cape Holm, Va.",
            &[("Ada Holm", "reporter"), ("Tom Ruiz", "reporter"), ("Jo Marsh", "reporter")],
        );
        check("(By Ada Holm)", &[("Ada Holm", "")]);
    }

    #[test]
    fn sentences_are_none() {
        for line in [
            "The Gazette reported from Brill that the dam held.",
            "Rain contributed to the flood.",
            "Reporting by the Gazette showed that the dam held after all, and nobody came.",
            "Editing was hard.",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
