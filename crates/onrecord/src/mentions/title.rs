//! Where a title ends and the name begins, and what else before a name is no part of it.

use super::chunk::{Chunk, Det};
use super::kind::is_kind_of_body;
use super::read::looks_human;
use super::view::View;
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Tag};
use std::ops::Range;

/// Where the title ends: after the last role or title word that has a name behind it, or at the end of the phrase for "the Foreign Minister".
pub fn title_end(view: &View, chunk: &Chunk, run: &Range<usize>) -> Option<usize> {
    // "Director General of the harbour"
    if run.len() == 2 && view.lower(run.end - 1) == "general" && view.is(run.start, Class::One) {
        return Some(run.end);
    }
    // "Dean “Plum” Larch"
    // "Christian Ruiz", "former minister Guy Holt", "Dean Larch": more people have such a given name than hold the office.
    let before_last = |i: usize| view.at(i).is_capital() && i + 2 == run.end && (!view.is(i, Class::Title) || view.lower(i) == "don");
    // "Gov. Earl Ray Holt"
    let titled = |i: usize| i > chunk.body && view.is(i - 1, Class::Title) && i + 2 < run.end;
    let given = |i: usize| {
        view.is(i, Class::Forename) && (view.at(i + 1).kind == Kind::Mark || before_last(i) || titled(i))
            || before_last(i) && is_behind_role(view, chunk, i)
    };
    let is_title = |i: usize| view.any(i, &[Class::One, Class::Title]) && !is_of_name(view, chunk, i, run) && !given(i);
    // "Republicans Ana Ruiz and Karl Holt"
    let plural = |i: usize| view.is(i, Class::Many) && (!view.at(i).is_capital() || view.is(i + 1, Class::Forename));
    if let Some(i) = (chunk.body..run.end.saturating_sub(1)).rev().find(|i| is_title(*i) || plural(*i)) {
        let lower_title_far_off = i + 1 < run.start;
        return (!lower_title_far_off).then_some((i + 1).max(run.start.min(i + 1)));
    }
    let last = run.end.saturating_sub(1);
    // "the Brill Courier" is a newspaper
    // and "the Department of Justice" an office
    let of = |i: usize| view.is(i, Class::OrganizationHead) && view.lower(i + 1) == "of";
    let body = run.len() > 1 && (view.is(last, Class::OrganizationHead) || run.clone().any(of));
    let borne = if run.len() == 1 { view.is(last, Class::Borne) } else { view.any(last, &[Class::Surname, Class::Forename]) };
    (!body && is_title(last) && (!borne || chunk.det == Det::Definite)).then_some(run.end)
}

/// "*General* Growth Properties Inc", "Observatory for *Human* Rights": a word of a body's name.
fn is_in_body(view: &View, i: usize, run: &Range<usize>) -> bool {
    let firm = i == run.start && view.lower(i) == "general" && run.len() > 2 && view.is(run.end - 1, Class::OrganizationHead);
    firm || i > run.start && view.lower(i - 1) == "for" && view.is(i.saturating_sub(2), Class::OrganizationHead)
}

/// A role word that is a part of the name behind it.
fn is_of_name(view: &View, chunk: &Chunk, i: usize, run: &Range<usize>) -> bool {
    is_surname_here(view, i, run) || is_in_body(view, i, run) || opens_firm(view, chunk, i, run)
}

/// "law firm *Baker* Marsh", "agency *Sister* Marsh", but not "company *President* Marsh"
fn opens_firm(view: &View, chunk: &Chunk, i: usize, run: &Range<usize>) -> bool {
    let sort = i == run.start && i > chunk.body && !view.at(i - 1).is_capital() && is_kind_of_body(view, i - 1);
    sort && !view.is(i, Class::Title) && (view.is(i, Class::Surname) || kin::is_family(&view.slice(i).to_lowercase()))
}

/// "dancer *Ally* Marsh": behind a whole role in small letters, a word with a capital is a name.
fn is_behind_role(view: &View, chunk: &Chunk, i: usize) -> bool {
    let before = i.saturating_sub(1);
    let part = matches!(view.lower(before), "deputy" | "vice" | "assistant" | "associate" | "fellow" | "chief" | "party");
    i > chunk.body && view.is(before, Class::One) && !view.at(before).is_capital() && !part
}

/// "Ashton-based Brill Edison", "Harbour-linked Marlo": where it sits and whose it is are no part of its name.
pub fn behind_compound(view: &View, run: Range<usize>) -> Range<usize> {
    let last = run.clone().rev().find(|i| is_compound(view, *i)).filter(|last| last + 1 < run.end);
    last.map_or(run.start, |last| last + 1)..run.end
}

/// "Ashton-based", "Brill-born", "Thirty-year-old"
pub fn is_compound(view: &View, i: usize) -> bool {
    view.slice(i).rsplit_once('-').is_some_and(|(_, end)| matches!(end, "based" | "backed" | "linked" | "owned" | "led" | "born" | "old"))
}

/// "Optometrist David Ruiz": a role that no list has, in the capital of its sentence.
pub fn without_role(view: &View, run: Range<usize>) -> Range<usize> {
    let given = |i: usize| view.is(i, Class::Forename);
    let role = run.len() > 2 && !given(run.start) && given(run.start + 1) && looks_human(&view.slice(run.start).to_lowercase(), false);
    if role { run.start + 1..run.end } else { run }
}

/// "Howard Baker", "TJ King": a role word that is a surname behind a forename.
fn is_surname_here(view: &View, i: usize, run: &Range<usize>) -> bool {
    if i <= run.start {
        return false;
    }
    // "German Chancellor Clara Holt", "Korean President Park": somebody's name still follows.
    let country = view.at(i - 1).word.is_some_and(|word| word.get().first == Tag::Adjective);
    let named = i + 1 < run.end && (view.is(i + 1, Class::Forename) || country && view.is(i + 1, Class::Surname));
    !named && view.any(i, &[Class::Surname, Class::Title]) && view.is_given_name(i - 1) && !view.is(i - 1, Class::One)
}
