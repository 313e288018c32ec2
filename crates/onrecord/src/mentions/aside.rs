//! Asides between commas: "Ana Ruiz, 54, a former judge who lives in Brill, said".

use super::behind::{as_person, can_be_person};
use super::clues::{closes_before_verb, is_finite, is_party, is_relative};
use super::extend::Reader;
use super::firm::{as_body, is_unlisted};
use super::{Mention, MentionKind};
use crate::lexer::{Kind, Tag};
use std::ops::Range;

impl Reader<'_, '_> {
    /// ", 68," ", R-Ohio," ", a Russia expert who served on the council,"
    pub(super) fn aside(&self, mention: &mut Mention, comma: usize) -> Option<(Option<Range<usize>>, usize)> {
        let view = self.view;
        let a = comma + 1;
        // "Odd Lie, 61," and "Odd Lie, who owns two boats,": no company
        if (self.is_age(a) || view.lower(a) == "who") && can_be_person(view, mention) {
            as_person(mention);
        }
        // "Ardexo, which makes tyres,"
        if view.lower(a) == "which" && is_unlisted(view, mention) {
            as_body(mention);
        }
        self.know_body(mention, a);
        if self.is_age(a) || is_party(view, a) {
            let stop = if is_party(view, a) { self.next_comma(a)? } else { a + 1 };
            return Some((Some(a..stop), stop));
        }
        let stop = self.aside_end(mention, a)?;
        let wanted = matches!(mention.kind, MentionKind::Place | MentionKind::Document);
        if wanted && !(view.is_punct(stop, ",") && closes_before_verb(view, stop)) {
            return None;
        }
        Some((Some(a..stop), stop))
    }

    pub(super) fn is_age(&self, i: usize) -> bool {
        let view = self.view;
        let digits = view.slice(i).len() <= 3 && view.slice(i).bytes().all(|b| b.is_ascii_digit());
        view.tag(i) == Tag::Number && digits && (view.at(i + 1).kind == Kind::Punctuation || i + 1 >= self.end)
    }

    pub(super) fn next_comma(&self, from: usize) -> Option<usize> {
        let stop = (from..self.end.min(from + 8)).find(|i| self.view.is_punct(*i, ",") || self.view.at(*i).kind == Kind::Mark);
        stop.or((self.end <= from + 8).then(|| self.before_stop()))
    }

    /// Where an aside that starts at `a` ends, if it is one.
    fn aside_end(&self, mention: &mut Mention, a: usize) -> Option<usize> {
        if is_relative(self.view, a) {
            let stop = self.stop(a + 1);
            self.works_for(mention, a..stop);
            return Some(stop);
        }
        let from = self.apposition(mention, a).or_else(|| self.other_aside(a))?;
        Some(self.stop(from))
    }

    /// "who oversees the coaches *at Strength Based Change*", "who leads *the Brill Institute*"
    fn works_for(&self, mention: &mut Mention, clause: Range<usize>) {
        let leads =
            |i: usize| matches!(self.view.at(i).lemma(), "lead" | "head" | "run" | "direct" | "found" | "chair" | "oversee" | "represent");
        let joins = |i: usize| matches!(self.view.lower(i), "at" | "for" | "with") || leads(i);
        let employer = |i: usize| {
            let object = self.mention_at(i + 1)?;
            let named = object.name.filter(|_| object.kind == MentionKind::Organization && joins(i));
            // "the coaches *at Strength Based Change*" are theirs
            named.or(object.affiliation.filter(|_| leads(i)))
        };
        if mention.kind == MentionKind::Person && mention.affiliation.is_none() {
            mention.affiliation = clause.into_iter().find_map(employer);
        }
    }

    /// The end of the noun phrase of ", a Russia expert …", if it is one that describes and no subject of another clause.
    pub(super) fn apposition(&self, mention: &mut Mention, a: usize) -> Option<usize> {
        let view = self.view;
        let start = if matches!(view.lower(a), "now" | "then" | "also" | "formerly" | "once" | "himself" | "herself") { a + 1 } else { a };
        let noun = self.mention_at(start)?;
        let describes = match noun.kind {
            MentionKind::Unnamed | MentionKind::Role => true,
            MentionKind::Group => {
                mention.plural || noun.members.first().is_some_and(|m| matches!(m.kind, MentionKind::Unnamed | MentionKind::Role))
            }
            MentionKind::Organization => mention.kind == MentionKind::Organization && (noun.name.is_none()),
            MentionKind::Document => mention.kind == MentionKind::Document,
            _ => false,
        };
        let after = noun.tokens.end;
        if !describes || is_finite(view, after) {
            return None;
        }
        if mention.role.is_none() && mention.kind == MentionKind::Person {
            mention.role = noun.title.map(|title| title.hull(crate::span::Span::new(title.start, noun.span.end)));
            mention.affiliation = mention.affiliation.or(noun.affiliation);
        }
        Some(after)
    }

    /// ", like Holm," ", speaking in Brill,": anything short that closes right before a verb.
    fn other_aside(&self, a: usize) -> Option<usize> {
        let view = self.view;
        if !matches!(view.tag(a), Tag::Preposition | Tag::Ing | Tag::Adverb | Tag::Participle | Tag::To) {
            return None;
        }
        let limit = (a..self.end.min(a + 20)).find(|i| is_finite(view, *i) || view.at(*i).kind == Kind::Mark).unwrap_or(a);
        (a..limit).find(|i| view.is_punct(*i, ",") && closes_before_verb(view, *i))
    }
}
