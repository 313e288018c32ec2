//! The body that a title names: "*State Department* official", "*Rovers* coach", "*Brill Teachers Association* President".

use super::view::View;
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::lexer::Tag;
use crate::span::Span;
use std::ops::Range;

/// The body in a title; nothing for a place ("Ohio Governor") or what one believes ("Democratic strategist").
pub fn in_title(view: &View, title: Range<usize>) -> Option<Span> {
    let head = title.end.checked_sub(1).filter(|head| kin::is_post(&view.slice(*head).to_lowercase()))?;
    // "*Former* State Department official"; "*Government* officials" at the start of a sentence
    let opens = |i: usize| i == 0 || view.at(i - 1).sentence != view.at(i).sentence;
    let first = |i: usize| view.at(i).word.map(|word| word.get().first).filter(|_| view.length(i) < 2);
    let qualifies = |i: usize| first(i) == Some(Tag::Adjective) || opens(i) && first(i) == Some(Tag::Noun);
    // "the *Oslo-based* analyst", "the *Danish-American* investor"
    let leads = |i: usize| view.at(i).is_capital() && !qualifies(i) && !view.slice(i).contains('-');
    let start = title.clone().find(|i| leads(*i))?;
    let end = if view.at(head).is_capital() { known_end(view, start, head)? } else { capitals_end(view, start, head) };
    let telling = |i: usize| {
        view.any(i, &[Class::Country, Class::Adjective, Class::National, Class::State, Class::Capital, Class::One, Class::Title])
    };
    let body = (start + 1 < end || !view.is(start, Class::Forename)) && !(start..end).all(telling);
    (body && !telling(end - 1) && !kin::is_nameless(&view.slice(start).to_lowercase())).then(|| view.span(start..end))
}

/// In lower case the role stands apart: "White House | press secretary".
fn capitals_end(view: &View, start: usize, head: usize) -> usize {
    (start..head).find(|i| !view.at(*i).is_capital() && !matches!(view.lower(*i), "of" | "and" | "&" | "for")).unwrap_or(head)
}

/// In capitals the name has to be known, or to end as such names do: "Brill Teachers Association | President".
fn known_end(view: &View, start: usize, head: usize) -> Option<usize> {
    let listed = start + view.length(start).max(1);
    if view.any(start, &[Class::Known, Class::News, Class::Seat]) && listed <= head {
        return Some(listed);
    }
    (start + 1..head).rev().find(|i| view.is(*i, Class::OrganizationHead)).map(|last| last + 1)
}
