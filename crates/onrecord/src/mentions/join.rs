//! Coordinations: "Ines and Karl", "both the White House and the Kremlin", "Ruiz, Holm and their aides" are one mention.

use super::view::View;
use super::{Mention, MentionKind, read};
use crate::data::cues::{self, Frame};
use crate::data::lexicon::Class;
use crate::data::speech_tags;
use crate::lexer::{Kind, Shape, Tag};

/// Joins the mentions from `from` on, those of one sentence, that are coordinated.
pub fn sentence(view: &View, found: &mut Vec<Mention>, from: usize) {
    let mut i = from;
    while i < found.len() {
        drop_bracketed(view, found, i);
        let mut end = i + 1;
        while let (Some(members), Some(next)) = (found.get(i..end), found.get(end)) {
            if !continues(view, members, next) {
                break;
            }
            drop_bracketed(view, found, end);
            end += 1;
        }
        if found.get(i..end).is_some_and(|members| is_one_holder(members) || is_of_both(view, members)) {
            merge_titles(found, i);
            end = i + 1;
        } else if found.get(i..end).is_some_and(|members| is_closed(view, members)) {
            let title = usize::from(found.get(i..end).is_some_and(|members| is_title_of_all(view, members)));
            (0..title).for_each(|_| merge_titles(found, i));
            let members: Vec<Mention> = found.drain(i..end - title).collect();
            found.insert(i, joined(view, members));
            end = i + 1;
        }
        i = end;
    }
}

/// What stands in brackets behind a person ("R-Ohio") is no mention of its own.
fn drop_bracketed(view: &View, found: &mut Vec<Mention>, i: usize) {
    let Some(person) = found.get(i).filter(|m| m.kind == MentionKind::Person && view.is_punct(m.tokens.end, "(")) else { return };
    let close = behind_brackets(view, person.tokens.end);
    while found.get(i + 1).is_some_and(|next| next.tokens.start < close) {
        found.remove(i + 1);
    }
}

/// Does `next` go on with the list? A comma only makes a list where all its items are alike.
fn continues(view: &View, members: &[Mention], next: &Mention) -> bool {
    let Some(last) = members.last() else { return false };
    let (joint, start) = (behind_brackets(view, last.tokens.end), next.tokens.start);
    if !alike(last, next) {
        return false;
    }
    let joined = |i: usize| matches!(view.lower(i), "and" | "or" | "nor") && i + 1 == start;
    // "she stood by the door and *he* left"
    if matches!(view.lower(start), "he" | "she" | "they" | "i" | "we") && last.name.is_none() && last.kind != MentionKind::Pronoun {
        return false;
    }
    if joined(joint) || view.is_punct(joint, ",") && joined(joint + 1) && members.len() > 1 {
        return !is_object_before_subject(view, last, next);
    }
    let tag = members.len() == 1 && is_object(view, last) && opens_tag(view, next);
    view.is_punct(joint, ",") && joint + 1 == start && lists(view, last, next) && !tag
}

/// "farmers turned on *the millers*, guards and a charity said": what follows the comma are the two who say so.
fn opens_tag(view: &View, next: &Mention) -> bool {
    let joint = next.tokens.end;
    let mut behind = (joint + 1..joint + 7).take_while(|i| view.at(*i).kind == Kind::Word);
    let verb = behind.find(|i| is_finite(view, *i));
    view.lower(joint) == "and" && verb.is_some_and(|i| speech_tags::is_tag_lemma(view.at(i).lemma()))
}

/// The token behind "(R-Ohio)" or ", 54,", if such stands at `i`.
fn behind_brackets(view: &View, i: usize) -> usize {
    if view.is_punct(i, ",") && view.tag(i + 1) == Tag::Number && view.slice(i + 1).len() < 4 {
        return i + 2 + usize::from(view.is_punct(i + 2, ",") && matches!(view.lower(i + 3), "and"));
    }
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
    // "Brill, Ontario and …" is a place and where it lies.
    let apart = next.kind != MentionKind::Place || last.country.zip(next.country).is_some_and(|(a, b)| a != b);
    // "Ana Ruiz, Research and Advocacy Director for …": an office
    let office = view.lower(behind) == "and" && (behind + 1..behind + 4).any(|i| view.is(i, Class::One) && view.at(i).is_capital());
    goes_on && !office && (groups || named(last) && named(next) && last.kind == next.kind && apart)
}

/// "talks with Ruiz and Holm said": the first belongs to a preposition, the second has a verb of its own.
fn is_object_before_subject(view: &View, last: &Mention, next: &Mention) -> bool {
    is_object(view, last) && is_finite(view, next.tokens.end)
}

/// Does it belong to the preposition or verb before it?
fn is_object(view: &View, mention: &Mention) -> bool {
    let Some(before) = mention.tokens.start.checked_sub(1) else { return false };
    let clause = matches!(
        view.lower(before),
        "that" | "because" | "if" | "while" | "as" | "though" | "although" | "since" | "when" | "whether" | "before" | "after" | "until"
    );
    // "lorries *entering* Osk and Ruiz said"; but "says Ruiz and Holm will go"
    let verb = || view.tag(before).is_verb() && cues::find(view.at(before).lemma()).is_none_or(|cue| cue.weight(Frame::Clause) < 0.3);
    (matches!(view.tag(before), Tag::Preposition | Tag::To) || verb()) && !clause
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

/// "Deputy Prime Minister and Finance Minister Ines Ruiz": two offices, one person.
fn is_one_holder(members: &[Mention]) -> bool {
    let [first, last] = members else { return false };
    let bare_role =
        matches!(first.kind, MentionKind::Role | MentionKind::Unnamed) && first.title.is_some_and(|title| title.start == first.span.start);
    bare_role && last.kind == MentionKind::Person && last.title.is_some_and(|title| title.start == last.span.start)
}

/// "*founders and* chiefs Ines Ruiz and Karl Holt": what all of them are.
fn is_title_of_all(view: &View, members: &[Mention]) -> bool {
    let [first, second, _, ..] = members else { return false };
    let bare = first.kind == MentionKind::Group && first.members.is_empty() && first.tokens.len() == 1;
    let titled = second.kind == MentionKind::Person && second.title.is_some_and(|title| title.start == second.span.start);
    let joint = first.tokens.end;
    bare && titled && view.lower(joint) == "and" && view.slice(joint + 1).ends_with('s')
}

/// "former NSA and CIA director Mark Holt": one person, who led both.
fn is_of_both(view: &View, members: &[Mention]) -> bool {
    let [first, last] = members else { return false };
    let body = |i: usize| view.at(i).shape == Shape::Upper && view.length(i) <= 1;
    let office = last.title.is_some_and(|title| title.start == last.span.start) && body(last.tokens.start);
    last.kind == MentionKind::Person && office && first.kind == MentionKind::Organization && body(first.tokens.end - 1)
}

fn merge_titles(found: &mut Vec<Mention>, i: usize) {
    let first = found.remove(i);
    if let Some(person) = found.get_mut(i) {
        person.tokens.start = first.tokens.start;
        person.span = first.span.hull(person.span);
        person.extent = first.span.hull(person.extent);
        person.title = person.title.map(|title| title.hull(first.span));
        person.country = person.country.or(first.country);
    }
}

/// A list that never got its "and" is no list.
fn is_closed(view: &View, members: &[Mention]) -> bool {
    let before = members.last().and_then(|last| last.tokens.start.checked_sub(1)).map_or("", |i| view.lower(i));
    members.len() > 1 && matches!(before, "and" | "or" | "nor")
}

fn joined(view: &View, members: Vec<Mention>) -> Mention {
    let (first, last) = (members.first(), members.last());
    let (start, end) = (first.map_or(0, |m| m.tokens.start), last.map_or(0, |m| m.tokens.end));
    let documents = last.is_some_and(|m| m.kind == MentionKind::Document);
    let mut joined = read::bare(view, start..end, if documents { MentionKind::Document } else { MentionKind::Group });
    joined.country = first.and_then(|m| m.country).filter(|country| last.is_some_and(|m| m.country == Some(country)));
    joined.plural = true;
    joined.members = members;
    joined
}
