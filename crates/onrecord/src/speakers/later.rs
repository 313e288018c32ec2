//! Whom a phrase without a name means that comes before the name: "a Brill judge", "the harbour’s master", "the mother of Dan Holt".

use super::definite::last_name;
use super::phrases::{Lead, Phrase};
use super::pronouns::Pick;
use super::reader::Reader;
use crate::data::kin;
use crate::mentions::{Mention, MentionKind};

/// A story that opens with "a judge" names the judge soon; a phrase beyond this sentence opens nothing.
const LATEST_OPENING: usize = 6;
/// Who speaks next without a word of who they are does so within so many sentences.
const NEXT: usize = 3;
/// and with no more mentions between.
const MOST: usize = 32;

impl Reader<'_> {
    /// "A Brill judge ruled on Monday …": the only judge that the story then names.
    pub(super) fn comes_later(&self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = phrase.head?;
        let opening = self.page.sentence(mention) < LATEST_OPENING;
        let single = matches!(mention.kind, MentionKind::Unnamed | MentionKind::Role) && !mention.plural;
        // Officials stay without a name; who speaks for the police is named soon: "said Leo Marsh, a police spokesman".
        let speaks_for = matches!(self.cast.words.text(head), "spokesman" | "spokeswoman" | "spokesperson");
        let nameless = kin::is_nameless(self.cast.words.text(head)) && !speaks_for;
        if !opening || !single || phrase.lead == Lead::Possessed || phrase.tail || nameless {
            return None;
        }
        let person = |(figure, _): &(usize, bool)| self.is_person(*figure);
        let mut holders: Vec<usize> = self.cast.holders(head).filter(person).map(|(figure, _)| figure).collect();
        holders.dedup();
        let [only] = holders.as_slice() else { return None };
        let first = self.people.first_named(*only)?;
        let gap = self.page.sentence(self.page.mention(first)?).saturating_sub(self.page.sentence(mention));
        let near = if speaks_for { gap <= 4 && phrase.modifiers.iter().all(|word| self.cast.has_role(*only, *word)) } else { gap <= 10 };
        (first > index && near && self.scene.last(*only).is_none()).then_some((*only, 0.65))
    }

    /// "Brill’s harbour master said so. “…,” *Ana Ruiz* said.": whoever comes without a word of who they are has just been described.
    pub(super) fn named_next(&mut self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = self.cast.words.text(phrase.head?);
        let whose = mention.country.is_some() || mention.affiliation.is_some() || phrase.tail;
        if mention.plural || mention.kind != MentionKind::Role || !whose || !kin::is_post(head) || !self.voices.speaks(index) {
            return None;
        }
        let here = self.page.sentence(mention);
        let behind = (index + 1..index + MOST).filter_map(|i| Some((i, self.page.mention(i)?)));
        let mut near =
            behind.take_while(|(_, next)| self.page.sentence(next).saturating_sub(here) <= NEXT).filter(|(i, _)| self.voices.speaks(*i));
        let (next, named) = near.find(|(_, next)| next.kind != MentionKind::Pronoun)?;
        let full = named.name.is_some_and(|name| self.page.slice(name).contains(' '));
        let bare = named.title.is_none() && named.description.is_none() && named.role.is_none();
        let only = self.bearer(next).filter(|_| named.kind == MentionKind::Person && full && bare)?.0;
        let fits = self.people.first_named(only) == Some(next) && self.cast.get(only)?.allows(mention.gender);
        (fits && self.scene.last(only).is_none()).then_some((only, 0.55))
    }

    /// "*The mother of Dan Holt* says", "*Dan Holt’s son* says": the only one of his name whom the story then names.
    pub(super) fn relative_of(&mut self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = phrase.head?;
        let words = self.page.slice(phrase.span);
        let owner = words.split_once("’s ").or_else(|| words.split_once("'s ")).map(|(owner, _)| owner).filter(|owner| owner.contains(' '));
        let last = last_name(owner.unwrap_or(words));
        let kin = (phrase.tail || owner.is_some())
            && !mention.plural
            && kin::is_family(self.cast.words.text(head))
            && last.starts_with(char::is_uppercase);
        let last = self.cast.words.key(last).filter(|_| kin)?;
        let other = |figure: &usize| self.cast.get(*figure).is_some_and(|of| !words.contains(&of.name) && of.allows(mention.gender));
        let mut others = self.people.with_last_name(last).into_iter().filter(other);
        let only = others.next().filter(|_| others.next().is_none())?;
        let first = self.people.first_named(only)?;
        let gap = self.page.sentence(self.page.mention(first)?).saturating_sub(self.page.sentence(mention));
        (first > index && gap <= 10 && self.scene.last(only).is_none()).then_some((only, 0.65))
    }
}
