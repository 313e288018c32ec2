//! Several who speak together: "Ruiz and Marsh", "the minister and his aides".

use super::figure::{Figure, Joint};
use super::page::Page;
use super::people;
use super::pronouns::Pick;
use super::reader::Reader;
use super::scene::seen;
use super::voices::Voice;
use crate::article::SpeakerKind;
use crate::data::kin;
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

impl<'a> Reader<'a> {
    /// Who is meant by a coordination: one figure for all, or one person who is called two things.
    pub(super) fn coordination(&mut self, index: usize, mention: &Mention) -> Pick {
        let members: Vec<usize> = self.page.members(index).collect();
        if let Some(one) = one_person(&self.page, &members) {
            return self.of.get(one).copied().flatten();
        }
        if let Some(leader) = self.with_his_own(&members, mention.span) {
            return Some((leader, 0.85));
        }
        Some((self.all_of(&members, mention.span), 0.85))
    }

    /// Makes one figure of those who speak together in an attribution.
    pub(super) fn speak_together(&mut self, index: usize, mention: &'a Mention, line: usize) {
        let Some(Voice::Several(mentions, span)) = self.voices.of.get(line).cloned() else { return };
        let figure = self.with_his_own(&mentions, span).unwrap_or_else(|| {
            let figure = self.all_of(&mentions, span);
            if let Some(of) = self.cast.figures.get_mut(figure) {
                of.places.push(span);
            }
            figure
        });
        self.together.insert(line, figure);
        self.scene.push(seen(&self.page, mention, figure, self.hidden(index), true), false);
    }

    /// "Ruiz and her aides" are Ruiz: she is the one with a name, and the others are hers.
    fn with_his_own(&self, members: &[usize], span: Span) -> Option<usize> {
        let first = *members.first()?;
        let leader = self.page.mention(first).filter(|leader| leader.kind == MentionKind::Person)?;
        let rest = self.page.slice(Span::new(leader.span.end, span.end)).trim_start();
        let rest = rest.strip_prefix("and ")?;
        let own = ["his ", "her "].iter().any(|pronoun| rest.strip_prefix(pronoun).is_some_and(|whom| !whom.contains(char::is_uppercase)));
        let (figure, _) = self.of.get(first).copied().flatten().filter(|_| own)?;
        self.cast.get(figure).filter(|of| of.kind == SpeakerKind::Person).map(|_| figure)
    }

    /// "each", "both", "both men", "the two companies"
    pub(super) fn is_pair(&self, mention: &Mention) -> bool {
        let word = |i: usize| self.page.tokens.at(mention.tokens.start + i).lower();
        match mention.tokens.len() {
            1 => matches!(word(0), "each" | "both"),
            2 => word(0) == "both" || word(0) == "the" && matches!(word(1), "pair" | "duo" | "couple"),
            3 => word(0) == "the" && word(1) == "two",
            _ => false,
        }
    }

    /// Those who were just named together: two people are "both men", two companies "both companies".
    pub(super) fn pair(&self, mention: &Mention) -> Pick {
        let here = self.page.sentence(mention);
        let noun = self.page.tokens.at(mention.tokens.end.saturating_sub(1));
        let bodies = is_bodies(noun.lower());
        let alone = mention.tokens.len() == 1;
        let fits = |figure: usize| {
            let joint = self.cast.get(figure).filter(|of| of.joint != Joint::No);
            joint.is_some_and(|of| alone || !bodies && of.joint == Joint::People || bodies && of.kind == SpeakerKind::Organization)
        };
        let near = self.scene.recent().take_while(|seen| here.saturating_sub(seen.sentence) <= 2);
        let apart = matches!(noun.lower(), "sides" | "parties" | "countries");
        let last = near.filter(|_| !apart).find(|seen| fits(seen.figure))?;
        Some((last.figure, 0.7))
    }

    /// Is it a coordination that begins with the name of that person?
    pub(super) fn is_led_by(&self, index: usize, figure: usize) -> bool {
        let first = self.page.members(index).next();
        let named = first.filter(|first| self.page.mention(*first).is_some_and(|of| of.kind == MentionKind::Person));
        named.and_then(|first| self.of.get(first).copied().flatten()).is_some_and(|(of, _)| of == figure)
    }

    /// Two organizations are no group of people.
    fn kind_of_all(&self, members: &[usize]) -> SpeakerKind {
        let body = |part: &usize| self.page.mention(*part).is_some_and(|of| of.kind == MentionKind::Organization);
        if members.len() > 1 && members.iter().all(body) { SpeakerKind::Organization } else { SpeakerKind::Group }
    }

    fn all_of(&mut self, members: &[usize], span: Span) -> usize {
        let name = self.joint_name(members, span);
        let person = |part: &usize| self.page.mention(*part).is_some_and(|of| of.kind == MentionKind::Person && of.name.is_some());
        let named = members.len() > 1 && members.iter().all(person);
        self.joint(&name, self.kind_of_all(members), if named { Joint::People } else { Joint::Several })
    }

    pub(super) fn joint(&mut self, name: &str, kind: SpeakerKind, joint: Joint) -> usize {
        let key = self.cast.words.phrase_key(name);
        if let Some(figure) = self.cast.phrase(key) {
            return figure;
        }
        let mut figure = Figure::new(kind, people::tidy(name));
        figure.joint = joint;
        let figure = self.cast.add(figure);
        self.cast.set_phrase(key, figure);
        // "A and B" are "B and A".
        if let Some((one, other)) = name.split_once(" and ") {
            let turned = self.cast.words.phrase_key(&format!("{other} and {one}"));
            self.cast.set_phrase(turned, figure);
        }
        figure
    }

    /// "Ruiz and Marsh" with their full names.
    fn joint_name(&mut self, members: &[usize], span: Span) -> String {
        if is_phrase(&self.page, members) {
            let words = self.page.slice(span);
            return words.strip_prefix("both ").unwrap_or(words).to_owned();
        }
        let mut name = String::new();
        let mut at = span.start;
        for part in members {
            let Some(of) = self.page.mention(*part) else { continue };
            let glue = self.page.slice(Span::new(at, of.span.start));
            name.push_str(if name.is_empty() && glue.trim().eq_ignore_ascii_case("both") { "" } else { glue });
            let known = self.part_name(*part, of);
            let bare = known.strip_prefix("the ").filter(|_| !name.is_empty()).unwrap_or(&known);
            name.push_str(bare);
            at = of.span.end;
        }
        name.push_str(&self.tail(Span::new(at, span.end)));
        name
    }

    fn part_name(&self, part: usize, of: &Mention) -> String {
        let figure = self.of.get(part).copied().flatten().and_then(|(figure, _)| self.cast.get(figure));
        let named = |kind| matches!(kind, SpeakerKind::Person | SpeakerKind::Organization | SpeakerKind::Place);
        figure.filter(|figure| named(figure.kind)).map_or_else(|| self.page.slice(of.span).to_owned(), |figure| figure.name.clone())
    }

    /// What follows the last mention of a list: " and Marsh", " and his aides".
    fn tail(&mut self, span: Span) -> String {
        let tail = self.page.slice(span);
        let Some(rest) = tail.trim_start().strip_prefix("and ") else { return String::new() };
        let shift = tail.len() - rest.len();
        let named = self.named_in(Span::new(span.start + shift, span.end)).and_then(|figure| self.cast.get(figure));
        named
            .filter(|_| rest.split_ascii_whitespace().count() == 1)
            .map_or_else(|| tail.to_owned(), |figure| format!(" and {}", figure.name))
    }

    /// Who is meant by words that no mention covers: the bearer of the name that they end in.
    pub fn named_in(&mut self, span: Span) -> Option<usize> {
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        let words: Vec<&str> = self.page.slice(span).split_ascii_whitespace().rev().take_while(capital).collect();
        let name: Vec<&str> = words.into_iter().rev().collect();
        let name = people::tidy(&name.join(" "));
        let candidates = self.people.bearers(&mut self.cast, &name);
        match candidates.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => several.iter().copied().max_by_key(|figure| self.cast.get(*figure).map_or(0, |of| of.mentions.len())),
        }
    }
}

/// "companies", "banks"
fn is_bodies(noun: &str) -> bool {
    let single = noun.strip_suffix('s').unwrap_or_default();
    kin::is_organization(single) || single.strip_suffix("ie").is_some_and(|stem| kin::is_organization(&format!("{stem}y")))
}

/// "The Brillian and Astrian governments" and "a group of mayors and judges" are called as they are printed.
fn is_phrase(page: &Page, mentions: &[usize]) -> bool {
    let mut kinds = mentions.iter().filter_map(|i| page.mention(*i)).map(|mention| mention.kind);
    let named = |kind| matches!(kind, MentionKind::Person | MentionKind::Organization | MentionKind::Role);
    !kinds.any(named) && mentions.iter().filter_map(|i| page.mention(*i)).any(|mention| mention.kind == MentionKind::Group)
}

/// "his wife and current lawmaker Ana Ruiz", "a former judge and mayor": one person, who is called two things.
fn one_person(page: &Page, members: &[usize]) -> Option<usize> {
    let [first, second] = *members else { return None };
    let (role, other) = (page.mention(first)?, page.mention(second)?);
    let phrase = |mention: &Mention| !mention.plural && matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed);
    let words = page.slice(other.span);
    let article = page.bare_phrase(other.span) != other.span || words.starts_with("his ") || words.starts_with("her ");
    let lower = words.chars().next().is_some_and(char::is_lowercase);
    match other.kind {
        MentionKind::Person if phrase(role) && lower && !article => Some(second),
        _ if phrase(role) && phrase(other) && !article => Some(first),
        _ => None,
    }
}
