//! The grammar of datelines: "LONDON, June 3 (Reuters) - ", "MECHANICSBURG, Va. — May 21, 2025 — ", "Geneva – ".

use crate::article::Dateline;
use crate::data::towns;
use crate::data::words::{self, Tag};
use crate::data::{labels, outlets};
use crate::span::Span;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, space0, space1};
use nom::combinator::{map, opt, peek, recognize, verify};
use nom::multi::{many_m_n, separated_list1};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A dateline at the start of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<'t> {
    place: &'t str,
    country: Option<&'static str>,
    agency: Option<&'t str>,
    date: Option<&'t str>,
    /// Its length with the dash.
    len: usize,
    /// The dash is lost: "KATHMANDU The bodies …"
    pub lost_dash: bool,
}

impl Found<'_> {
    /// As a record, for a dateline that begins at byte `at`.
    pub fn record(&self, at: usize) -> Dateline {
        Dateline {
            span: Span::new(at, at + self.len),
            place: self.place.to_owned(),
            country: self.country.map(str::to_owned),
            agency: self.agency.map(str::to_owned),
            date: self.date.map(str::to_owned),
        }
    }
}

/// Longer datelines are none.
const LONGEST: usize = 140;

/// The dateline at the start of `paragraph`; without a dash only where `first`, in the first paragraph of the story.
pub(super) fn read(paragraph: &str, first: bool) -> Option<Found<'_>> {
    let end = paragraph.char_indices().map(|(i, _)| i).take_while(|i| *i <= LONGEST).last()?;
    let head = paragraph.get(..if paragraph.len() <= LONGEST { paragraph.len() } else { end })?;
    if !head.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’') {
        return None;
    }
    with_dash(head).or_else(|| if first { without_dash(head) } else { None })
}

fn with_dash(head: &str) -> Option<Found<'_>> {
    let (rest, (town, region)) = place(head).ok()?;
    let (rest, mut date) = opt(preceded(comma, date)).parse(rest).ok()?;
    let (rest, agency) = opt(agency).parse(rest).ok()?;
    let (rest, late) = opt(preceded(alt((comma, space1)), date_of)).parse(rest).ok()?;
    date = date.or(late);
    let (mut rest, dash) = dash(rest).ok()?;
    if let Ok((after, (day, _))) = (date_of, self::dash).parse(rest) {
        (rest, date) = (after, date.or(Some(day)));
    }
    let place = head.get(..town.len() + region.map_or(0, |(_, len)| len))?;
    let next = rest.trim_start().chars().next();
    let opens = next.is_none_or(|c| !c.is_lowercase());
    let spaced = dash.starts_with(' ') && dash.ends_with(' ') || dash.contains('—');
    let sure = date.is_some() || region.is_some() || is_town(town);
    let holds = if agency.is_some() {
        true
    } else if is_shouted(town) {
        spaced && opens && (sure || !labels::is_label(town) && !is_known_word(town))
    } else {
        spaced && opens && sure && next.is_some()
    };
    let len = head.len() - rest.len();
    let len = head.get(..len)?.trim_end().len();
    holds.then(|| Found { place, country: country(town, region), agency, date, len, lost_dash: false })
}

/// "KATHMANDU The bodies …", "BEIRUT/PARIS A rebel group …", "SALEM, Mass. A teenager …"
fn without_dash(head: &str) -> Option<Found<'_>> {
    let shouted = head.split(' ').take_while(|word| is_shouted(word.trim_end_matches(','))).count();
    for count in (1..=shouted.min(4)).rev() {
        let len = head.match_indices(' ').nth(count - 1).map_or(head.len(), |(i, _)| i);
        let (town, rest) = head.split_at_checked(len)?;
        let (town, region, rest) = match town.strip_suffix(',') {
            Some(town) => {
                let (rest, region) = preceded(space1, region).parse(rest).ok()?;
                (town, Some((region, region.len() + 2)), behind_second(rest))
            }
            None => (town, None, rest),
        };
        let next = rest.strip_prefix(' ').unwrap_or_default();
        if starts_story(next) && (region.is_some() || town.split('/').all(is_town) || is_unknown_before_starter(town, next)) {
            let len = head.len() - rest.len();
            let place = head.get(..len)?;
            return Some(Found { place, country: country(town, region), agency: None, date: None, len, lost_dash: true });
        }
    }
    None
}

/// "CULVAN, Mexico*/WASHINGTON* Efforts …": what comes after a second town.
fn behind_second(rest: &str) -> &str {
    let second = rest.strip_prefix('/').and_then(|town| town.split_once(' '));
    second.filter(|(town, _)| is_shouted(town)).map_or(rest, |(town, _)| rest.get(1 + town.len()..).unwrap_or_default())
}

/// What may follow a dateline without a dash: a capital, and not a line in capitals ("WASHINGTON POST WINS PRIZE").
fn starts_story(next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    let acronym = is_shouted(word) && word.len() > 1 && !word.contains('.');
    next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '\'' | '‘'))
        && next.contains(char::is_lowercase)
        && !(acronym && (word.len() > 5 || word.len() > 3 && words::find(word).is_some_and(|id| id.get().first != Tag::Name)))
}

/// "ELLERY The", where the word is no abbreviation that could go before "The".
fn is_unknown_before_starter(town: &str, next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    let starter =
        words::find(word).is_some_and(|id| matches!(id.get().first, Tag::Determiner | Tag::Preposition | Tag::Number | Tag::Pronoun));
    starter
        && town.len() > 4
        && !is_known_word(town)
        && !labels::is_label(town)
        && town.chars().all(|c| c.is_alphabetic() || c == '/' || c == '-')
}

/// Town and region, the region with its length from the comma on.
type Place<'t> = (&'t str, Option<(&'t str, usize)>);

/// "BEIRUT/PARIS", "MECHANICSBURG, Va.", "Cape Holm"
fn place(input: &str) -> IResult<&str, Place<'_>> {
    let towns = recognize(separated_list1(alt((tag("/"), tag(" and "), tag(" AND "))), town));
    // "HELM, Hestmark (AP)": with the agency behind it, any name in capitals is that of a region.
    let region = opt(map(recognize((comma, alt((region, terminated(town, peek(agency)))))), |all: &str| {
        (all.trim_start_matches([',', ' ']), all.len())
    }));
    (towns, region).parse(input)
}

/// Up to four words with a capital.
fn town(input: &str) -> IResult<&str, &str> {
    let small = alt((tag("de"), tag("del"), tag("la"), tag("du"), tag("on"), tag("upon"), tag("of"), tag("al"), tag("el"), tag("sur")));
    let more = many_m_n(0, 4, preceded(char(' '), alt((recognize((small, char(' '), capital)), capital))));
    recognize((capital, more)).parse(input)
}

fn capital(input: &str) -> IResult<&str, &str> {
    let word = take_while1(|c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    verify(word, |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')).parse(input)
}

/// "Va.", "North Carolina", "Kenya": a region that the list knows, the longest first.
fn region(input: &str) -> IResult<&str, &str> {
    let words =
        |n: usize| move |input| verify(recognize((capital, many_m_n(n, n, preceded(char(' '), capital)))), known_region).parse(input);
    alt((words(3), words(2), words(1), words(0))).parse(input)
}

fn known_region(name: &str) -> bool {
    towns::region(name).is_some() || is_shouted(name) && towns::region(&name.to_lowercase()).is_some()
}

/// " (AP)", " (Associated Press)"
fn agency(input: &str) -> IResult<&str, &str> {
    let inner = verify(take_while_m_n(2, 40, |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '&' | '/' | '’')), is_agency);
    delimited((space0, char('(')), inner, char(')')).parse(input)
}

fn is_agency(name: &str) -> bool {
    outlets::is_affiliation(name) || is_shouted(name) && !name.contains(['-', '.']) && name.len() < 9
}

fn comma(input: &str) -> IResult<&str, &str> {
    recognize((char(','), space1)).parse(input)
}

fn date(input: &str) -> IResult<&str, &str> {
    date_of(input)
}

/// "June 3", "Sept. 28", "May 21, 2025", "3 June 2021"
fn date_of(input: &str) -> IResult<&str, &str> {
    let month_first = recognize((month_name, space1, digit1, opt((comma, year))));
    let day_first = recognize((digit1, space1, month_name, opt((space1, year))));
    alt((month_first, day_first)).parse(input)
}

fn year(input: &str) -> IResult<&str, &str> {
    verify(digit1, |digits: &str| digits.len() == 4).parse(input)
}

fn month_name(input: &str) -> IResult<&str, &str> {
    let word = recognize((take_while1(char::is_alphabetic), opt(char('.'))));
    verify(word, is_month).parse(input)
}

/// Is `word` the name of a month, whole or short?
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The number of a month by its name, whole or short, from 1.
pub(super) fn month(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = word.trim_end_matches('.');
    let begins = |month: &str| month.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let named = |month: &str| word.len() > 2 && begins(month) && (word.len() < 5 || word.len() == month.len());
    MONTHS.iter().position(|month| named(month)).map(|i| i + 1)
}

/// Any dash with the spaces around it.
fn dash(input: &str) -> IResult<&str, &str> {
    let mark = alt((tag("—"), tag("–"), tag("―"), tag("−"), tag("--"), tag("-")));
    recognize((take_while(|c| c == ' '), terminated(mark, opt(alt((tag("—"), tag("-"))))), space0)).parse(input)
}

fn is_town(name: &str) -> bool {
    towns::town(name).is_some()
}

fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains(char::is_lowercase)
}

fn is_known_word(word: &str) -> bool {
    words::find(word).is_some_and(|id| id.get().first != Tag::Name)
}

fn country(town: &str, region: Option<(&str, usize)>) -> Option<&'static str> {
    let of_town = || towns::country(town.split('/').next().unwrap_or(town));
    region.and_then(|(region, _)| towns::region(region).or_else(|| towns::region(&region.to_lowercase()))).or_else(of_town)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: &str, country: &str, agency: &str, date: &str, rest: &str) {
        let found = read(text, true).unwrap_or_else(|| panic!("no dateline in {text}"));
        assert_eq!(found.place, place);
        assert_eq!(found.country.unwrap_or_default(), country);
        assert_eq!(found.agency.unwrap_or_default(), agency);
        assert_eq!(found.date.unwrap_or_default(), date);
        assert_eq!(text[found.len..].trim_start(), rest);
    }

    #[test]
    fn all_forms() {
        check("GENEVA (AP) — The dam held.", "GENEVA", "CH", "AP", "", "The dam held.");
        check("Washington (Associated Press)-The dam held.", "Washington", "US", "Associated Press", "", "The dam held.");
        check("LONDON, June 3 (Reuters) - The dam held.", "LONDON", "GB", "Reuters", "June 3", "The dam held.");
        check("MECHANICSBURG, Va. — May 21, 2025 — The dam held.", "MECHANICSBURG, Va.", "US", "", "May 21, 2025", "The dam held.");
        check("Geneva – The dam held.", "Geneva", "CH", "", "", "The dam held.");
        check("HARTVILLE — The dam held.", "HARTVILLE", "", "", "", "The dam held.");
        check("CAPE HOLM, Kenya -- “It held,” he said.", "CAPE HOLM, Kenya", "KE", "", "", "“It held,” he said.");
        check("WINDSOR, Ontario — The dam held.", "WINDSOR, Ontario", "CA", "", "", "The dam held.");
        check("HELM, East Hestmark (AP) — The dam held.", "HELM, East Hestmark", "", "AP", "", "The dam held.");
        check("BEIRUT/PARIS (Reuters) – Two men", "BEIRUT/PARIS", "LB", "Reuters", "", "Two men");
    }

    #[test]
    fn the_dash_may_be_lost() {
        check("KATHMANDU The bodies were found.", "KATHMANDU", "NP", "", "", "The bodies were found.");
        check("NEW YORK GM said so.", "NEW YORK", "US", "", "", "GM said so.");
        check("ELLERY, Mass. A boy was found.", "ELLERY, Mass.", "US", "", "", "A boy was found.");
        check("BEIRUT/LONDON A rebel group", "BEIRUT/LONDON", "LB", "", "", "A rebel group");
        assert!(read("KATHMANDU The bodies were found.", false).is_none());
    }

    #[test]
    fn what_is_no_dateline() {
        for text in [
            "Ruiz — who is mayor — left.",
            "NATO Secretary General Ada Holm left.",
            "EXCLUSIVE — The dam held.",
            "Geneva – which is small – slept.",
            "Sen. Ada Holm (D-Va.) — The dam",
            "U.S. President Ada Holm left.",
            "The mayor — Ruiz — left.",
            "WASHINGTON POST WINS PRIZE",
        ] {
            assert_eq!(read(text, true), None, "{text}");
        }
    }
}
