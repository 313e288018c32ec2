//! A name that stands behind the role of its bearer: "the mayor of Brill, Ana Ruiz, said", "Brill Council (BC) head Ana Ruiz".

use super::clues::is_verb;
use super::view::View;
use super::{Gender, Mention, MentionKind};
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Shape, Tag};

/// "The mayor’s running mate, Ines Ruiz, said": the role describes the name behind it.
pub fn name_behind_role(view: &View, found: &mut Vec<Mention>, from: usize, end: usize) {
    let mut dropped = Vec::new();
    for i in from..found.len() {
        let Some(role) = found.get(i).filter(|role| matches!(role.kind, MentionKind::Role | MentionKind::Unnamed) && role.name.is_none())
        else {
            continue;
        };
        if !stands_free(view, role) {
            continue;
        }
        let (start, span, title) = (role.tokens.start, role.extent, role.title);
        let short = role.span;
        let Some((at, person)) = person_behind(view, found, i, end) else { continue };
        let extent = view.span(start..person.tokens.start).hull(person.extent);
        let about = if span.end < person.span.start { span } else { short };
        if let Some(person) = found.get_mut(at) {
            person.extent = extent;
            as_person(person);
            person.description = person.description.or(Some(about));
            person.role = person.role.or(title.map(|title| title.hull(short)));
        }
        dropped.push(i);
    }
    for i in dropped.into_iter().rev() {
        found.remove(i);
    }
}

/// The person named right behind the comma that follows the role with its complements.
fn person_behind<'m>(view: &View, found: &'m [Mention], i: usize, end: usize) -> Option<(usize, &'m Mention)> {
    let role = found.get(i)?;
    let comma = (role.tokens.end..end.min(role.tokens.end + 12)).find(|k| view.is_punct(*k, ","))?;
    if (role.tokens.end..comma).any(|k| is_verb(view, k)) {
        return None;
    }
    let (at, person) = found.iter().enumerate().skip(i + 1).take(4).find(|(_, m)| m.tokens.start == comma + 1)?;
    let closed =
        view.at(person.tokens.end).kind == Kind::Punctuation || view.at(person.tokens.end).kind == Kind::Mark || person.tokens.end >= end;
    (closed && can_be_person(view, person)).then_some((at, person))
}

pub fn as_person(mention: &mut Mention) {
    mention.kind = MentionKind::Person;
    if mention.gender == Gender::Neuter {
        mention.gender = Gender::Unknown;
    }
}

/// A person, or what could be the name of one although its words are ordinary: "the union’s chairman, Odd Lie,".
pub fn can_be_person(view: &View, mention: &Mention) -> bool {
    let words = mention.tokens.len();
    let odd = mention.kind == MentionKind::Organization && matches!(words, 2 | 3) && mention.name == Some(mention.span);
    let heads = [Class::OrganizationHead, Class::Body, Class::News, Class::Known, Class::PlaceHead, Class::Document];
    mention.name.is_some()
        && (mention.kind == MentionKind::Person
            || odd && mention.tokens.clone().all(|i| view.length(i) == 1 && view.at(i).shape == Shape::Capital && !view.any(i, &heads)))
}

/// Not the object of a preposition: "In a talk with the mayor, Ines Ruiz, …" says nothing of Ruiz.
fn stands_free(view: &View, role: &Mention) -> bool {
    let before = role.tokens.start.wrapping_sub(1);
    !matches!(view.tag(before), Tag::Preposition | Tag::To)
        || matches!(view.lower(before), "by" | "as")
        || view.lower(before.wrapping_sub(1)) == "according"
}

/// "Brill Centers for Food Safety (BCFS) head Ana Ruiz": the body belongs to her title.
pub fn name_behind_body(view: &View, found: &mut Vec<Mention>, from: usize) {
    for i in (from + 2..found.len()).rev() {
        let (Some(body), Some(short), Some(person)) = (found.get(i - 2), found.get(i - 1), found.get(i)) else { continue };
        let bracket = view.is_punct(body.tokens.end, "(") && short.tokens.start == body.tokens.end + 1;
        let behind = view.is_punct(short.tokens.end, ")") && person.tokens.start == short.tokens.end + 1;
        let role = person.title.filter(|_| person.kind == MentionKind::Person && !view.at(person.tokens.start).is_capital());
        let Some(title) = role.filter(|_| bracket && behind && body.kind == MentionKind::Organization) else { continue };
        let (start, span, name) = (body.tokens.start, body.span, body.name);
        if let Some(person) = found.get_mut(i) {
            person.tokens.start = start;
            person.span = person.span.hull(span);
            person.extent = person.extent.hull(span);
            person.title = Some(title.hull(span));
            person.affiliation = person.affiliation.or(name);
        }
        found.drain(i - 2..i);
    }
}
