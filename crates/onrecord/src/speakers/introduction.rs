//! How an article introduces those who speak: their titles, what describes them, whom they work for.

use super::figure::Figure;
use super::page::Page;
use super::people::tidy;
use crate::article::SpeakerKind;
use crate::data::lexicon::{self, Class};
use crate::data::{kin, titles};
use crate::lexer::{Tag, Token};
use crate::mentions::{Mention, MentionKind};
use crate::order;
use crate::span::Span;
use std::ops::Range;

/// No more titles or descriptions than this are kept.
const MOST: usize = 16;
/// "had never been" and the like, between a subject and what it is, are no more words than this.
const MOST_VERBS: usize = 8;
/// A title has no more words than this.
const LONGEST_TITLE: usize = 24;

/// Titles before names and roles behind them, longest first: "Deputy Minister", "director of the Brill Institute", "former judge".
pub fn titles(page: &Page, figure: &Figure, mentions: &[&Mention]) -> Vec<String> {
    if !figure.is_person() {
        return Vec::new();
    }
    let mut kept: Vec<String> = Vec::new();
    for mention in mentions {
        let stands_for = matches!(mention.kind, MentionKind::Person | MentionKind::Role) && is_telling(page, mention);
        let before = mention.title.filter(|_| stands_for).map(|span| titles::in_full(&tidy(page.slice(page.bare_phrase(span)))));
        let behind = describing(page, figure, mention).into_iter().flat_map(|span| roles(page, span));
        for title in before.into_iter().chain(behind) {
            if !is_honorific(&title) && !kept.iter().any(|known| known.eq_ignore_ascii_case(&title)) && kept.len() < MOST {
                kept.push(title);
            }
        }
    }
    order::by_key(&mut kept, |title| std::cmp::Reverse(title.len()));
    without_parts(kept)
}

/// "Former judge" says nothing beside "former judge of the high court".
fn without_parts(titles: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(titles.len());
    for title in titles {
        if !kept.iter().any(|longer| longer.to_lowercase().contains(&title.to_lowercase())) {
            kept.push(title);
        }
    }
    kept
}

/// What the article says to introduce the source; for one without a name the phrase that it is called by, where that says something;
/// for one who works for "the utility" what it says to introduce the utility.
pub fn descriptions(page: &Page, figure: &Figure, employer: Option<&Figure>, mentions: &[&Mention]) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    let mut keep = |span: Span| {
        kept.retain(|own| !span.covers(*own) || span == *own);
        if kept.len() < MOST && !kept.iter().any(|own| own.covers(span) || page.slice(*own) == page.slice(span)) {
            kept.push(span);
        }
    };
    for mention in mentions {
        title_phrase(page, mention).into_iter().for_each(&mut keep);
        mention.description.into_iter().for_each(&mut keep);
        phrase(page, figure, mention).into_iter().for_each(&mut keep);
    }
    let of = employer.into_iter().flat_map(|employer| employer.mentions.iter()).filter_map(|i| page.mention(*i)?.description);
    of.take(1).for_each(&mut keep);
    kept
}

/// "Brill’s former harbour master" before a name: a title that is more than a title.
fn title_phrase(page: &Page, mention: &Mention) -> Option<Span> {
    let title = mention.title.filter(|_| mention.kind == MentionKind::Person)?;
    (page.slice(title).split_ascii_whitespace().count() > 2).then_some(title)
}

/// A role in place of a name tells something where it is more than "the senator": "the Vermont senator".
fn is_telling(page: &Page, mention: &Mention) -> bool {
    let words = mention.title.map_or(0, |title| page.slice(page.bare_phrase(title)).split_ascii_whitespace().count());
    mention.kind == MentionKind::Person
        || words > 1 && page.tokens.at(mention.tokens.start).lower() == "the" && !is_said_of_other(page, mention.tokens.start)
}

/// "The bay was *the star of the show*", "he praised Marsh as *the Rovers coach*": what somebody or something else is.
fn is_said_of_other(page: &Page, start: usize) -> bool {
    let before = |i: usize| i.checked_sub(1).map(|i| page.tokens.at(i));
    let Some(verb) = before(start) else { return false };
    if !matches!(verb.lemma(), "be" | "become") {
        return verb.lower() == "as";
    }
    let auxiliary = |token: &Token| token.tag.is_verb() || matches!(token.tag, Tag::Modal | Tag::Adverb);
    let subject = (0..start).rev().take(MOST_VERBS).map(|i| page.tokens.at(i)).find(|token| !auxiliary(token));
    !subject.is_some_and(|token| token.tag == Tag::Name || matches!(token.lower(), "he" | "she" | "who" | "i"))
}

/// What stands beside a name and describes its bearer.
fn describing(page: &Page, figure: &Figure, mention: &Mention) -> Option<Span> {
    mention.description.or_else(|| phrase(page, figure, mention))
}

/// A phrase that introduces: "a guitarist and music teacher" in "Ana Ruiz is …"; "officials in Brill" on their own.
fn phrase(page: &Page, figure: &Figure, mention: &Mention) -> Option<Span> {
    if mention.name.is_some() || matches!(mention.kind, MentionKind::Pronoun | MentionKind::Organization | MentionKind::Place) {
        return None;
    }
    let first = page.tokens.at(mention.tokens.start);
    if figure.kind == SpeakerKind::Person && mention.kind == MentionKind::Document {
        return None; // "Ruiz’s statement"
    }
    let points = matches!(first.lower(), "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "both" | "each");
    let long = mention.extent.of(&page.text.clean).split_ascii_whitespace().count() > 3;
    let fits = if figure.kind == SpeakerKind::Person { !points } else { long };
    fits.then_some(mention.extent)
}

/// Where the roles begin in "who is also the chair of …" and "(R-Ohio), a former judge": at "the chair", at "R-Ohio".
fn begin(page: &Page, tokens: Range<usize>) -> usize {
    let lower = |i: usize| page.tokens.at(i).lower();
    let mut start = tokens.start;
    if lower(start) == "who" && matches!(lower(start + 1), "is" | "was") {
        start += 2;
        start += usize::from(matches!(lower(start), "also" | "now" | "currently" | "once" | "formerly"));
        start += usize::from(matches!(lower(start), "the" | "a" | "an"));
    }
    if lower(start) == "one" && lower(start + 1) == "of" && is_one_of_people(page, start + 2..tokens.end) {
        start += 2;
    }
    start += usize::from(lower(start) == "its");
    (start + usize::from(page.slice(page.tokens.at(start).span) == "(")).min(tokens.end)
}

/// "a director of the institute and one-time mayor who …": the title "director of the institute" and the title "one-time mayor".
fn roles(page: &Page, description: Span) -> Vec<String> {
    let tokens = page.tokens.within(page.bare_phrase(description));
    let tokens = begin(page, tokens.clone())..tokens.end;
    if !opens_title(page, page.tokens.at(tokens.start)) {
        return Vec::new();
    }
    let end = tokens.clone().take(LONGEST_TITLE).find(|i| *i > tokens.start && ends_title(page, *i)).unwrap_or(tokens.end);
    // "author of “Long Road”", "guard for the harbour in which": no title ends in a preposition.
    let end = (tokens.start..end).rev().find(|i| page.tokens.at(*i).tag != Tag::Preposition).map_or(end, |last| last + 1);
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.start + 1..end {
        if matches!(page.tokens.at(i).lower(), "and") && names_role(page, start..i) && begins_role(page, i + 1..end) {
            parts.push(start..i);
            start = i + 1;
        }
    }
    parts.push(start..end);
    parts.into_iter().filter_map(|part| title(page, part)).collect()
}

fn title(page: &Page, part: Range<usize>) -> Option<String> {
    // "who is black", "however", "happy in her garden", "likely to speak": no noun before the preposition, no title
    let near = part.clone().take_while(|i| !matches!(page.tokens.at(*i).tag, Tag::Preposition | Tag::To)).map(|i| page.tokens.at(i));
    let noun = near.into_iter().any(|token| token.tag.is_noun() || token.is_capital() || is_role(page, token));
    let words = tidy(page.slice(page.bare_phrase(page.tokens.span(part))));
    let handle = words.starts_with('@');
    (noun && !handle && words.chars().filter(|c| c.is_alphabetic()).count() > 1).then_some(words)
}

/// "(R-Ohio)", ", 64,", ", who …" and ", speaking …" are no titles.
fn opens_title(page: &Page, first: &Token) -> bool {
    let odd =
        matches!(first.tag, Tag::Wh | Tag::Ing | Tag::Participle | Tag::Past | Tag::Preposition | Tag::Number | Tag::Pronoun | Tag::VerbS);
    // "originally from Ashton", "always so sure of herself"
    let adverb = first.tag == Tag::Adverb && !matches!(first.lower(), "now" | "then" | "also" | "formerly" | "once" | "currently");
    !odd && !adverb && !matches!(first.lower(), "many" | "whose") && !page.slice(first.span).starts_with(|c: char| c.is_ascii_digit())
}

fn ends_title(page: &Page, i: usize) -> bool {
    let token = page.tokens.at(i);
    let behind_noun = page.tokens.at(i - 1).tag.is_noun();
    matches!(token.tag, Tag::Wh | Tag::Past | Tag::VerbS | Tag::Modal | Tag::Mark)
        || token.tag == Tag::Ing && behind_noun && !token.lower().contains('-')
        || page.slice(token.span) == "," && !lists_portfolios(page, i)
        || matches!(page.slice(token.span), ";" | "(" | ")" | "—" | "–" | "--" | ":")
        || token.lower() == "that"
}

/// "secretary of Ports*, Rivers and Lakes*": what follows the comma are parts of the office.
fn lists_portfolios(page: &Page, comma: usize) -> bool {
    let capital = |i: usize| page.tokens.at(i).is_capital();
    let behind = |i: usize| page.slice(page.tokens.at(i).span);
    capital(comma - 1)
        && capital(comma + 1)
        && behind(comma + 2) == "and"
        && capital(comma + 3)
        && !is_role(page, page.tokens.at(comma + 1))
}

/// "one of *the group’s lawyers*", but not "one of *the festivals*"
fn is_one_of_people(page: &Page, tokens: Range<usize>) -> bool {
    let mut near = tokens.take(6).map(|i| page.tokens.at(i)).take_while(|token| token.tag != Tag::Preposition);
    near.any(|token| is_role(page, token) || token.word.is_some_and(|word| lexicon::of(word).is(Class::Many)))
}

/// "(and) current chief of staff", "(and) an organizer with …": a role before the next preposition.
fn begins_role(page: &Page, range: Range<usize>) -> bool {
    let mut near =
        range.take(5).map(|i| page.tokens.at(i)).take_while(|token| !matches!(token.tag, Tag::Preposition | Tag::To | Tag::Conjunction));
    near.any(|token| is_role(page, token))
}

fn is_role(page: &Page, token: &Token) -> bool {
    token.word.map_or_else(|| kin::is_post(page.slice(token.span)), |word| lexicon::of(word).is(Class::One))
}

/// "*a former judge* and mayor", but not "a *Parks* and Harbour Board spokesman"
fn names_role(page: &Page, mut range: Range<usize>) -> bool {
    let named = |token: &Token| token.is_capital() && !is_role(page, token);
    !range.all(|i| named(page.tokens.at(i)))
}

fn is_honorific(title: &str) -> bool {
    matches!(title.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Sir" | "Dame" | "Lord" | "Lady" | "Mme" | "Herr" | "Señor")
}
