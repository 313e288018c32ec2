//! Whom a name means: the bearer of a full one, one of several namesakes for a bare one, a company for a word of its name.

use super::figure::Joint;
use super::people;
use super::pronouns::Pick;
use super::reader::Reader;
use crate::article::SpeakerKind;
use crate::data::leaders;
use crate::mentions::{Gender, Mention};
use crate::order;

impl Reader<'_> {
    pub(super) fn named(&mut self, index: usize, mention: &Mention) -> Pick {
        if let Some(several) = self.family(mention) {
            return Some((several, 0.85));
        }
        let candidates = self.people.candidates(&self.cast, index);
        let gender = if self.people.is_full(index) { Gender::Unknown } else { people::titled_gender(&self.page, mention) };
        let fitting: Vec<usize> =
            candidates.iter().copied().filter(|figure| self.cast.get(*figure).is_some_and(|of| of.allows(gender))).collect();
        let pick = self.one_of(index, mention, &fitting)?;
        if !self.people.is_full(index) && self.cast.get(pick.0).is_some_and(|of| of.kind == SpeakerKind::Person) {
            people::introduce(&self.page, &mut self.cast, pick.0, mention);
        }
        Some(pick)
    }

    /// Which of those who can be meant.
    fn one_of(&mut self, index: usize, mention: &Mention, fitting: &[usize]) -> Pick {
        match fitting {
            several if self.is_leader_beside(index, several, mention) => {
                let leader = self.people.namesake(&self.page, &mut self.cast, index)?;
                *self.called.entry(leader).or_default() += 1;
                Some((leader, 0.9))
            }
            [] => match self.short_for(mention) {
                Some(body) => Some((body, 0.85)),
                None => Some((self.people.stranger(&self.page, &mut self.cast, index)?, 0.95)),
            },
            [only] if self.people.is_full(index) => Some((*only, 0.99)),
            [only] => Some((*only, 0.97)),
            several if self.are_alike(several, mention) => {
                self.undecided.insert(index);
                None
            }
            several => Some((self.namesake(several, mention)?, 0.8)),
        }
    }

    /// "*President Macron*" where only Brigitte Macron is named in full: he who holds the office, not she.
    fn is_leader_beside(&self, index: usize, named: &[usize], mention: &Mention) -> bool {
        let (Some(name), Some(title)) = (mention.name, mention.title) else { return false };
        if named.is_empty() || self.people.is_full(index) {
            return false;
        }
        let Some(leader) = leaders::find(self.page.slice(name), &[self.page.slice(title).to_owned()]) else { return false };
        let given = |name: &str| name.split(' ').next().map(str::to_lowercase);
        let other = |figure: &usize| self.cast.get(*figure).is_some_and(|of| given(&of.name) != given(leader.name));
        named.iter().all(other)
    }

    /// "the Ruizes" where Ana Ruiz and Eva Ruiz are known: the two of them.
    fn family(&mut self, mention: &Mention) -> Option<usize> {
        let name = self.page.slice(mention.name?);
        let before = self.page.tokens.at(mention.tokens.start.checked_sub(1)?).lower();
        if before != "the" && self.page.tokens.at(mention.tokens.start).lower() != "the" {
            return None;
        }
        let single = name.strip_suffix('s')?;
        let members = [single, single.strip_suffix('e').unwrap_or(single)].into_iter().find_map(|last| self.named_in_full(last))?;
        let [one, other] = members.as_slice() else { return None };
        let (one, other) = (self.cast.get(*one)?.name.clone(), self.cast.get(*other)?.name.clone());
        let given = one.rsplit_once(' ').map_or(one.as_str(), |(given, _)| given);
        Some(self.joint(&format!("{given} and {other}"), SpeakerKind::Group, Joint::People))
    }

    /// The people with this last name, in the order of the article.
    fn named_in_full(&mut self, last: &str) -> Option<Vec<usize>> {
        let key = self.cast.words.key(last)?;
        let mut bearers = self.people.with_last_name(key);
        order::by_key(&mut bearers, |figure| self.people.first_named(*figure));
        (!bearers.is_empty()).then_some(bearers)
    }

    /// "Edison" where no person is called so, but a company is "Brill Edison" or "Edison Inc".
    fn short_for(&mut self, mention: &Mention) -> Option<usize> {
        let name = self.page.slice(mention.name.filter(|name| *name == mention.span)?);
        let (last, front) = (self.cast.words.key(name)?, self.cast.words.phrase_key(name)?);
        let is_body = |figure: &usize| self.cast.get(*figure).is_some_and(|of| of.kind == SpeakerKind::Organization);
        let letters = || self.bodies.called_for_short(last).filter(|_| name.len() > 2 && name.chars().all(char::is_uppercase));
        self.bodies.ending_in(last).filter(is_body).or_else(letters).or_else(|| self.bodies.without_noun(front))
    }

    /// "Ana Ruiz and Eva Ruiz run the ferry. *Ruiz* said": two who were last named side by side, and neither called so or titled before.
    fn are_alike(&self, several: &[usize], mention: &Mention) -> bool {
        let [one, other] = several else { return false };
        let (Some(a), Some(b)) = (self.scene.last(*one), self.scene.last(*other)) else { return false };
        let side = a.sentence == b.sentence && a.standing == b.standing && !a.speaks && !b.speaks;
        let told = |figure: &usize| self.called.contains_key(figure) || self.people.times_in_full(*figure) > 1;
        side && mention.title.is_none() && !told(one) && !told(other) && self.page.sentence(mention).saturating_sub(a.sentence) <= 5
    }

    /// Which of several namesakes a bare name means: the one whose title it is; the one called so before; the one who was just named and
    /// speaks. Others of a family are named in full again and again ("Ivy Harker"), the one whose bare name it is hardly ever.
    fn namesake(&mut self, several: &[usize], mention: &Mention) -> Option<usize> {
        let title = mention.title.map_or("", |span| self.page.slice(span)).to_lowercase();
        let here = self.page.sentence(mention);
        let score = |figure: &usize| {
            let of = self.cast.get(*figure)?;
            let titled =
                title.split_ascii_whitespace().filter(|word| of.roles.iter().any(|role| self.cast.words.text(*role) == *word)).count();
            let near = self.scene.last(*figure).map_or(0, |seen| match here.saturating_sub(seen.sentence) {
                0..=1 if seen.speaks => 3,
                0..=2 => 2,
                3..=5 => 1,
                _ => 0,
            });
            let in_full = if self.people.times_in_full(*figure) > 3 { 3 } else { 0 };
            // Three are added to all, so that none falls below zero.
            Some(3 + titled * 6 + self.called.get(figure).copied().unwrap_or(0).min(4) + near - in_full)
        };
        let best = several.iter().copied().max_by_key(|figure| (score(figure), std::cmp::Reverse(self.people.first_named(*figure))))?;
        *self.called.entry(best).or_default() += 1;
        Some(best)
    }
}
