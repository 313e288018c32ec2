//! The body that one works for: "*State Department* official", "*Rovers* coach", "head of research at *Brill Securities*".

use super::clues::is_finite;
use super::extend::Reader;
use super::view::View;
use super::{Mention, MentionKind, chunk, tail};
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Shape, Tag};
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
    let start = front(view, title.start, start, end);
    let body = (start + 1 < end || !view.is(start, Class::Forename)) && !(start..end).all(telling);
    (body && !telling(end - 1) && !kin::is_nameless(&view.slice(start).to_lowercase())).then(|| view.span(start..end))
}

/// In lower case the role stands apart: "White House | press secretary".
fn capitals_end(view: &View, start: usize, head: usize) -> usize {
    let joins = |i: usize| matches!(view.lower(i), "of" | "and" | "&" | "for") || view.tag(i) == Tag::Genitive && chunk::names_on(view, i);
    (start..head).find(|i| !view.at(*i).is_capital() && !joins(*i)).unwrap_or(head)
}

/// In capitals the name has to be known, or to end as such names do: "Brill Teachers Association | President".
fn known_end(view: &View, start: usize, head: usize) -> Option<usize> {
    let listed = start + view.length(start).max(1);
    if view.any(start, &[Class::Known, Class::News, Class::Seat]) && listed <= head {
        return Some(listed);
    }
    // "NASA Administrator"
    if view.at(start).shape == Shape::Upper && start < head && matches!(view.slice(start).len(), 2..=6) {
        return Some(start + 1);
    }
    // "Orvo | Chief Executive"
    if matches!(view.lower(head), "ceo" | "cfo" | "coo" | "founder" | "co-founder" | "cofounder" | "executive") {
        return (start + 1..=head).find(|i| view.any(*i, &[Class::One, Class::Title]));
    }
    // "Larnian Oil | Minister" is a portfolio.
    let portfolio = matches!(view.lower(head), "minister" | "secretary");
    let closes = |i: &usize| view.is(*i, Class::OrganizationHead) || view.is(*i, Class::Many) && view.at(*i).is_capital();
    let last = (start..head).rev().find(closes).filter(|last| !portfolio && *last > start)?;
    // "Brill Federation *of Teachers* | Interim President"
    let of = view.lower(last + 1) == "of" && view.at(last + 2).is_capital() && last + 2 < head;
    Some(if of { last + 3 } else { last + 1 })
}

/// "*Republican National* Committee", "*United* Auto Workers": qualities that belong to the name of a body.
fn front(view: &View, from: usize, start: usize, end: usize) -> usize {
    let last = end.checked_sub(1).is_some_and(|i| view.any(i, &[Class::OrganizationHead, Class::Many]) && view.at(i).is_capital());
    let quality = |i: usize| {
        matches!(view.slice(i), "National" | "United" | "American" | "International" | "Federal" | "Republican" | "Democratic" | "General")
    };
    let names = (from..start).rev().take_while(|i| last && quality(*i)).last();
    names.unwrap_or(start)
}

impl Reader<'_, '_> {
    /// "Ines Ruiz, *of the Brill Institute*, agreed"
    pub(super) fn serves(&self, mention: &mut Mention, a: usize) {
        let joins = matches!(self.view.lower(a), "of" | "at" | "with" | "from");
        if mention.kind != MentionKind::Person || mention.affiliation.is_some() || !joins {
            return;
        }
        let closes = |body: &&Mention| body.tokens.end >= self.end || self.view.at(body.tokens.end).kind == Kind::Punctuation;
        mention.affiliation = self.named_body(a + 1).filter(closes).and_then(|body| body.name);
    }

    /// The organization with a name that is mentioned there.
    pub(super) fn named_body(&self, i: usize) -> Option<&Mention> {
        self.mention_at(i).filter(|object| object.kind == MentionKind::Organization && object.name.is_some())
    }

    /// "head of research *at Brill Securities*": whoever is somewhere is there, whatever they are head of.
    pub(super) fn employed_at(&self, mention: &mut Mention, about: Range<usize>) {
        if mention.kind != MentionKind::Person {
            return;
        }
        let within = |i: &usize| self.view.tag(*i) != Tag::Wh && !self.view.is_punct(*i, ",");
        let (about, several) = self.present(about);
        let own = mention.affiliation.is_none() || several;
        // "the chief operating officer *of Ardex*"
        let post = |i: usize| own && matches!(self.view.lower(i), "of" | "with") && kin::is_post(self.view.lower(i - 1));
        let Some(at) = about.take_while(within).filter(|i| self.view.lower(*i) == "at" || post(*i)).last() else { return };
        let object = chunk::at(self.view, at + 1, self.end).and_then(|chunk| tail::complete(self.view, &chunk, self.end));
        let body = object.filter(|object| object.kind != MentionKind::Place || object.country.is_none()).and_then(|object| object.name);
        mention.affiliation = body.or(mention.affiliation);
    }

    /// "*a lawyer at Orvo* and former counsel at …", "former counsel at … and *now a lawyer at Orvo*": what one is, and whether one was more.
    fn present(&self, about: Range<usize>) -> (Range<usize>, bool) {
        let was =
            |from: usize| (from..from + 3).any(|i| matches!(self.view.lower(i), "former" | "ex" | "onetime" | "one-time" | "previous"));
        let is = |from: usize| (from..from + 2).any(|i| matches!(self.view.lower(i), "now" | "current" | "currently"));
        let joint = about.clone().find(|i| self.view.lower(*i) == "and" && (was(i + 1) || is(i + 1)));
        match joint {
            Some(joint) if was(about.start) && is(joint + 1) => (joint + 1..about.end, true),
            Some(joint) if was(joint + 1) && !was(about.start) => (about.start..joint, true),
            _ => (about, false),
        }
    }

    /// "Ana Ruiz, director, *Brill Securities*,"
    pub(super) fn body_behind(&self, mention: &mut Mention, comma: usize) -> Option<usize> {
        let open = mention.kind == MentionKind::Person && mention.role.is_some() && mention.affiliation.is_none();
        if !open || !self.view.is_punct(comma, ",") {
            return None;
        }
        let body = self.mention_at(comma + 1).filter(|body| body.kind == MentionKind::Organization)?;
        let next = body.tokens.end;
        if next < self.end && self.view.at(next).kind == Kind::Word && !is_finite(self.view, next) {
            return None;
        }
        mention.affiliation = Some(body.name?);
        Some(next)
    }
}
