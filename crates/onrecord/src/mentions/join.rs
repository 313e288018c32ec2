//! Coordinations: "Ines and Karl", "both the White House and the Kremlin", "Ruiz, Holm and their aides" are one mention.

use super::view::View;
use super::{Mention, MentionKind, read};
use crate::lexer::Tag;

/// Joins the mentions of a sentence that are coordinated.
pub fn sentence(view: &View, found: Vec<Mention>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut members = vec![first];
        while let Some(next) = rest.next_if(|next| continues(view, &members, next)) {
            members.push(next);
        }
        close(view, members, &mut out);
    }
    out
}

/// Does `next` go on with the list? A comma only makes a list where all its items are alike.
fn continues(view: &View, members: &[Mention], next: &Mention) -> bool {
    let Some(last) = members.last() else { return false };
    let (joint, start) = (behind_brackets(view, last.tokens.end), next.tokens.start);
    if !alike(last, next) {
        return false;
    }
    let joined = |i: usize| matches!(view.lower(i), "and" | "or" | "nor") && i + 1 == start;
    if joined(joint) || view.is_punct(joint, ",") && joined(joint + 1) && members.len() > 1 {
        return !is_object_before_subject(view, last, next);
    }
    view.is_punct(joint, ",") && joint + 1 == start && lists(view, last, next)
}

/// The token behind "(R-Ohio)", if such stands at `i`.
fn behind_brackets(view: &View, i: usize) -> usize {
    if !view.is_punct(i, "(") {
        return i;
    }
    (i + 1..i + 8).find(|k| view.is_punct(*k, ")")).map_or(i, |k| k + 1)
}

/// "Ruiz, Holm …": two of one kind, where neither is an apposition to the other.
fn lists(view: &View, last: &Mention, next: &Mention) -> bool {
    let behind = behind_brackets(view, next.tokens.end);
    let goes_on = view.is_punct(behind, ",") || matches!(view.lower(behind), "and" | "or");
    let named = |mention: &Mention| {
        matches!(mention.kind, MentionKind::Person | MentionKind::Organization | MentionKind::Place) && mention.name.is_some()
    };
    let groups = last.kind == MentionKind::Group && next.kind == MentionKind::Group;
    goes_on && (groups || named(last) && named(next) && last.kind == next.kind && next.kind != MentionKind::Place)
}

/// "talks with Ruiz and Holm said": the first belongs to a preposition, the second has a verb of its own.
fn is_object_before_subject(view: &View, last: &Mention, next: &Mention) -> bool {
    let before = last.tokens.start.checked_sub(1).map_or(Tag::Punctuation, |i| view.tag(i));
    matches!(before, Tag::Preposition | Tag::To) && is_finite(view, next.tokens.end)
}

fn is_finite(view: &View, i: usize) -> bool {
    matches!(view.tag(i), Tag::Past | Tag::VerbS | Tag::Modal | Tag::Verb)
}

fn alike(a: &Mention, b: &Mention) -> bool {
    class(a.kind) == class(b.kind) && !(a.kind == MentionKind::Pronoun && b.kind == MentionKind::Pronoun && a.gender == b.gender)
}

fn class(kind: MentionKind) -> u8 {
    u8::from(kind == MentionKind::Document)
}

/// A list that never got its "and" is no list.
fn close(view: &View, members: Vec<Mention>, out: &mut Vec<Mention>) {
    let (Some(first), Some(last)) = (members.first(), members.last()) else { return };
    let before = last.tokens.start.checked_sub(1).map_or("", |i| view.lower(i));
    if members.len() < 2 || !matches!(before, "and" | "or" | "nor") {
        out.extend(members);
        return;
    }
    let kind = if last.kind == MentionKind::Document { MentionKind::Document } else { MentionKind::Group };
    let mut joined = read::bare(view, first.tokens.start..last.tokens.end, kind);
    joined.country = first.country.filter(|country| last.country == Some(country));
    joined.plural = true;
    joined.members = members;
    out.push(joined);
}
