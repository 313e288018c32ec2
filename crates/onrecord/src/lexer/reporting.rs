//! Words that can be nouns too, in the place of a verb of saying: "officials *fear* that", "the data *show* that", "the ad *claims*".

use super::neighbours::is_subject;
use super::{Tag, Token};
use crate::data::cues;

/// "Officials", "Ruiz and Lund"
pub fn is_plural(tokens: &[Token], i: usize) -> bool {
    let back = |n: usize| i.checked_sub(n).and_then(|i| tokens.get(i));
    let names = back(1).is_some_and(|token| token.tag == Tag::Name) && back(2).is_some_and(|token| token.lower() == "and");
    names || back(1).is_some_and(|token| token.tag == Tag::Nouns)
}

/// "Officials *fear* that it will not hold", "critics *call* him": a word of thinking or saying before what can only begin a clause or be an
/// object.
pub fn reports(tokens: &[Token], i: usize) -> bool {
    let known = tokens.get(i).is_some_and(|token| cues::find(token.lemma()).is_some());
    known
        && tokens.get(i + 1).is_some_and(|next| {
            matches!(next.lower(), "that" | "him" | "them" | "us" | "me")
                || is_subject(Some(next))
                || next.tag == Tag::Determiner
                // "Patients *report* feeling ill"
                || next.tag == Tag::Ing && tokens.get(i).is_some_and(|token| token.lemma() == "report")
        })
}

/// "as Ana Ruiz *reports*, the port is shut", "…, a new study *reports*."
pub fn is_report(tokens: &[Token], i: usize) -> bool {
    let ends = tokens.get(i + 1).is_none_or(|next| next.tag == Tag::Punctuation);
    let before = i.checked_sub(1).and_then(|i| tokens.get(i));
    let opens = tokens.get(..i).unwrap_or_default().iter().rev().take(9).any(|token| token.lower() == "as");
    let study = before.is_some_and(|token| matches!(token.lower(), "study" | "survey" | "newspaper" | "magazine"));
    ends && (study || opens && before.is_some_and(|token| token.tag == Tag::Name))
}

/// "Ruiz *forecast* that it would hold", "economists *forecast* a rise": its past has the form of the noun.
pub fn is_forecast(tokens: &[Token], i: usize) -> bool {
    let noun = i.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|token| matches!(token.tag, Tag::Name | Tag::Nouns));
    let relative = tokens.get(i + 2).is_some_and(|verb| verb.tag.is_verb());
    let next = tokens.get(i + 1);
    let object = next.is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Possessive));
    noun && (object || next.is_some_and(|next| next.lower() == "that") && !relative)
}

/// "New data from the port *show* that it holds": several, no verb of theirs yet, and a clause to follow.
pub fn shows_that(tokens: &[Token], i: usize) -> bool {
    let next = |n: usize| tokens.get(i + n).map_or("", Token::lower);
    let clause = next(1) == "that" && cues::listed(tokens.get(i).map_or("", Token::lemma)).is_some();
    let relative = tokens.get(i + 2).is_some_and(|verb| matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Modal | Tag::Verb));
    let back = tokens.get(i.saturating_sub(14)..i).unwrap_or_default().iter().rev();
    let mut back = back.take_while(|token| !matches!(token.tag, Tag::VerbS | Tag::Modal | Tag::Verb | Tag::To | Tag::Mark));
    clause && !relative && back.any(|token| token.tag == Tag::Nouns || token.lower() == "data")
}

/// "The ad *claims* “…”", "her plan *promises* to", "and *calls* her": a form in -s between a subject and what a verb takes.
pub fn takes_content(tokens: &[Token], i: usize, before: Tag) -> bool {
    let Some(next) = tokens.get(i + 1) else { return false };
    // "the tax records *that were* released"
    let relative = || tokens.get(i + 2).is_some_and(|verb| matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Modal | Tag::Verb));
    let clause = match next.lower() {
        "that" => !relative(),
        "he" | "she" | "they" | "it" | "him" | "her" | "them" | "whether" | "how" | "why" => true,
        _ => matches!(next.tag, Tag::Mark | Tag::To),
    };
    // "The city *states* on its website that": what stands between is only where it does so.
    let places = next.tag == Tag::Preposition && {
        let rest = tokens.get(i + 2..).unwrap_or_default().iter().take(6);
        rest.take_while(|token| !token.tag.is_verb()).any(|token| token.lower() == "that")
    };
    let clause = clause || places;
    match before {
        // "Ruiz *hopes* the road will open"
        Tag::Name => clause || matches!(next.tag, Tag::Determiner | Tag::Possessive),
        Tag::Noun => clause,
        Tag::Conjunction => {
            clause && next.tag == Tag::Pronoun
                || matches!(next.lower(), "him" | "her" | "them")
                || next.lower() == "that" && clause && follows_report(tokens, i)
        }
        _ => false,
    }
}

/// "Ruiz says it holds and *notes* that": with another verb of saying in -s before it.
fn follows_report(tokens: &[Token], i: usize) -> bool {
    let listed = |token: &Token| cues::listed(token.lemma()).is_some();
    let before = tokens.get(i.saturating_sub(40)..i).unwrap_or_default();
    tokens.get(i).is_some_and(listed) && before.iter().any(|token| token.tag == Tag::VerbS && listed(token))
}

/// "Two in three are late, the ministry *estimates*.": the verb of a tag that ends its sentence.
pub fn ends_tag(tokens: &[Token], i: usize) -> bool {
    let ends = tokens.get(i + 1).is_none_or(|next| next.tag == Tag::Punctuation && i + 2 >= tokens.len());
    let tells =
        tokens.get(i).is_some_and(|token| matches!(token.lower(), "states" | "estimates" | "claims" | "notes" | "reports" | "forecasts"));
    let name =
        tokens.get(..i).unwrap_or_default().iter().rev().take(4).take_while(|token| matches!(token.tag, Tag::Name | Tag::Noun)).count();
    let the = i.checked_sub(name + 1).and_then(|at| tokens.get(at)).is_some_and(|token| token.lower() == "the");
    let parted =
        i.checked_sub(name + 2).and_then(|at| tokens.get(at)).is_some_and(|token| matches!(token.tag, Tag::Punctuation | Tag::Mark));
    ends && tells && the && parted && (1..4).contains(&name)
}
