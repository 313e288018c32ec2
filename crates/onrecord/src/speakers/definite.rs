//! Whom a phrase without a name means: "the official", "her lawyers", "a Brill judge" who is named later.

use super::figure::{Figure, Joint};
use super::fold::Key;
use super::page::{Pronoun, Standing};
use super::people;
use super::phrases::{self, Lead, Phrase};
use super::pronouns::{self, Pick, Place};
use super::reader::Reader;
use super::scene::{Hidden, Seen};
use super::voices::Voice;
use crate::article::{Attitude, SpeakerKind};
use crate::data::fold::Folded;
use crate::data::kin;
use crate::data::lexicon::{self, Class};
use crate::lexer::Tag;
use crate::mentions::{Mention, MentionKind};

/// "The sources" have spoken within so many mentions.
const RECENT: usize = 64;
/// So many attributions make a main speaker.
const ENOUGH_LINES: usize = 3;
/// What a story is mostly about: two mentions of people in five.
const MOSTLY_ABOUT: f64 = 1.5;

impl<'a> Reader<'a> {
    pub(super) fn phrase(&mut self, index: usize, mention: &Mention) -> (usize, f64) {
        let span = self.voices.phrases.get(&index).copied().unwrap_or(mention.span);
        let phrase = Phrase::read(&self.page, &mut self.cast, mention, span);
        let back = phrase.lead == Lead::Definite;
        let found = back.then(|| self.points_back(index, mention, &phrase)).flatten();
        let found = found.or_else(|| self.same_force(&phrase));
        let found = found.or_else(|| self.comes_later(index, mention, &phrase));
        let found = found.or_else(|| self.named_next(index, mention, &phrase));
        let found = found.or_else(|| self.relative_of(index, mention, &phrase));
        let found = found.or_else(|| self.owned(index, mention, &phrase));
        let certainty = if mention.kind == MentionKind::Group { 0.93 } else { 0.85 };
        found.unwrap_or_else(|| (phrases::introduce(&self.page, &mut self.cast, mention, &phrase), certainty))
    }

    /// "Police" are the "Brill police", "prosecutors" the "prosecutors in Brill", where the article knows no others.
    fn same_force(&mut self, phrase: &Phrase) -> Pick {
        let head = phrase.head?;
        let force = matches!(
            self.cast.words.text(head),
            "police" | "prosecutors" | "authorities" | "investigators" | "detectives" | "firefighters" | "regulators"
        );
        if !force {
            return None;
        }
        let mut holders: Vec<usize> = self.cast.holders(head).map(|(figure, _)| figure).collect();
        holders.sort_unstable();
        holders.dedup();
        let [only] = holders.as_slice() else { return None };
        let alone = phrase.short && phrase.modifiers.is_empty();
        // "the Brill Police", "the Brill Police Department"
        let force = |of: &Figure| of.name.rsplit(' ').take(2).any(|word| kin::is_force(&word.to_lowercase()));
        let named = |of: &Figure| !of.plural && force(of);
        // "Brill police officers shot a man, *police* said": those are not the officers who shot.
        let spoke = self.scene.last(*only).is_some_and(|seen| seen.speaks);
        let others = |of: &Figure| !spoke && of.kind == SpeakerKind::Group && of.name.ends_with(" officers");
        let of = self.cast.figures.get_mut(*only).filter(|of| (of.plural || named(of)) && of.joint == Joint::No && !others(of))?;
        if !alone && of.name.contains(' ') {
            return None;
        }
        if !alone {
            of.name = people::tidy(self.page.slice(phrase.span));
        }
        Some((*only, 0.85))
    }

    /// "Her lawyers" are "Ana Ruiz’s lawyers", whom the article may have called "Ruiz’s lawyers" before.
    fn owned(&mut self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let words = self.page.slice(phrase.span);
        let (pronoun, rest) = words.split_once(' ')?;
        let pronoun = match Folded::new(pronoun).as_str() {
            "his" => Pronoun::He,
            "her" => Pronoun::She,
            _ => return None,
        };
        let hidden = self.hidden(index);
        let place =
            Place { sentence: self.page.sentence(mention), contents: &[], hidden, author: self.author, object: None, goes_on: None };
        let (owner, certainty) = pronouns::resolve(&self.cast, &self.scene, pronoun, place).pick()?;
        let owner = self.cast.get(owner).filter(|of| of.kind == SpeakerKind::Person)?.name.clone();
        let short = last_name(&owner);
        let (long, short) = (format!("{owner}’s {rest}"), format!("{short}’s {rest}"));
        let (long_key, short_key) = (self.cast.words.phrase_key(&long), self.cast.words.phrase_key(&short));
        let known = self.cast.phrase(long_key).or_else(|| self.cast.phrase(short_key)).or_else(|| self.also_called(&owner, phrase));
        let figure = known.unwrap_or_else(|| {
            let figure = phrases::introduce(&self.page, &mut self.cast, mention, phrase);
            if let Some(of) = self.cast.figures.get_mut(figure) {
                of.name = people::tidy(&long);
            }
            self.cast.set_phrase(short_key, figure);
            figure
        });
        self.cast.set_phrase(long_key, figure);
        Some((figure, 0.85_f64.min(certainty)))
    }

    /// "Ruiz’s lawyers" for "her attorneys"
    fn also_called(&self, owner: &str, phrase: &Phrase) -> Option<usize> {
        let theirs = |name: &str| {
            let whose = [owner, last_name(owner)].into_iter().find_map(|owner| name.strip_prefix(owner));
            whose.is_some_and(|rest| rest.starts_with("’s ") || rest.starts_with("'s "))
        };
        let fits = |figure: &usize| self.cast.get(*figure).is_some_and(|of| of.kind == SpeakerKind::Group && theirs(&of.name));
        self.cast.holders(phrase.head?).map(|(figure, _)| figure).find(fits)
    }

    fn points_back(&mut self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        phrases::points_to(&self.page, &self.cast, &self.scene, mention, phrase)
            .or_else(|| self.spoken_for(mention, phrase))
            .or_else(|| phrases::organization(&self.cast, &self.scene, &self.voices, mention, phrase))
            .or_else(|| self.body_by_last_word(mention, phrase))
            .or_else(|| self.sources_met(phrase))
            .or_else(|| self.salient(index, mention, phrase).filter(|(figure, _)| !self.is_between(index, *figure)))
    }

    /// "The Brill Highway Patrol …", *the patrol* said: the last word of the only name that ends so.
    fn body_by_last_word(&self, mention: &Mention, phrase: &Phrase) -> Pick {
        let plain = phrase.modifiers.is_empty() && !phrase.tail && !mention.plural && mention.kind == MentionKind::Role;
        let figure = self.ending_in(phrase.head.filter(|_| plain)?)?;
        self.scene.last(figure).map(|_| (figure, 0.65))
    }

    /// The only organization whose name ends in the word, if the word is none for people ("chief") or for bodies of any kind ("company").
    pub(super) fn ending_in(&self, word: Key) -> Option<usize> {
        let text = self.cast.words.text(word);
        let any = kin::is_organization(text) || lexicon::find(text).any(&[Class::One, Class::Title]);
        let figure = self.bodies.ending_in(word).filter(|_| !any)?;
        self.cast.get(figure).filter(|of| of.kind == SpeakerKind::Organization).map(|_| figure)
    }

    /// "People familiar with the talks" are "the sources" from then on.
    fn sources_met(&self, phrase: &Phrase) -> Pick {
        let head = self.cast.words.text(phrase.head.filter(|_| phrase.modifiers.is_empty() && !phrase.tail)?);
        let told = |of: &Figure| ["familiar with", "briefed on", "knowledge of", "close to"].iter().any(|sign| of.name.contains(sign));
        if !matches!(head, "sources" | "people") {
            return None;
        }
        let spoke = |figure: usize| self.cast.get(figure).is_some_and(|of| of.plural && told(of));
        let met = self.scene.recent().take(RECENT).find(|seen| seen.speaks && spoke(seen.figure))?;
        Some((met.figure, 0.65))
    }

    /// "…, a spokesman for Orvo said. *The company* says": the body whose voice was just heard.
    fn spoken_for(&mut self, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = self.cast.words.text(phrase.head?);
        let plain = phrase.modifiers.is_empty() && !phrase.tail && matches!(head, "company" | "firm" | "group" | "agency" | "airline");
        let voice = self.scene.last_speaker().filter(|_| plain)?;
        let near = self.page.sentence(mention).saturating_sub(voice.sentence) <= 1;
        let last = self.cast.get(voice.figure).filter(|of| near && of.kind != SpeakerKind::Organization)?.mentions.last()?;
        let body = self.page.mention(*last)?.affiliation?;
        let heard = self.scene.recent().find(|seen| seen.start == body.start).map(|seen| seen.figure);
        // "an *Orvo* spokesman"
        let heard = heard.or_else(|| self.bodies.without_noun(self.cast.words.phrase_key(self.page.slice(body))?))?;
        self.cast.get(heard).filter(|of| of.kind == SpeakerKind::Organization).map(|_| (heard, 0.65))
    }

    /// "The New York businessman" is a way to speak of the one who just spoke, though nothing called him so before; so is "the researcher",
    /// where she goes on speaking.
    fn salient(&self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let speaks = self.voices.speaks(index);
        if !self.can_stand_for(mention, phrase, speaks) {
            return None;
        }
        let bare = phrase.modifiers.is_empty();
        let found = self.likeliest(self.page.sentence(mention), self.cast.words.text(phrase.head?), bare)?;
        let of = self.cast.get(found)?;
        // "Ruiz’s lawyer" is not Ruiz.
        let owner = mention.owner.as_ref().map(|owner| owner.span);
        let owns = of.mentions.iter().rev().take(4).filter_map(|i| self.page.mention(*i)).any(|seen| Some(seen.span) == owner);
        let fits = self.is_person(found)
            && !owns
            && (speaks || !self.is_object_of(mention, found))
            && of.allows(mention.gender)
            && !phrases::is_vice(&self.cast, phrase, of)
            && !self.speaks_of(index, of);
        fits.then_some((found, if bare { 0.5 } else { 0.55 }))
    }

    /// "Marsh attacked *the former governor*": nobody is the object of what he does himself.
    fn is_object_of(&self, mention: &Mention, figure: usize) -> bool {
        let here = self.page.sentence(mention);
        let object = matches!(self.page.standing(mention), Standing::Governed | Standing::Object);
        let mut same = self.scene.recent().take_while(|seen| seen.sentence == here);
        object && same.any(|seen| seen.figure == figure && seen.standing == Standing::Main)
    }

    /// "*The former governor* called Marsh a friend": Marsh does not speak of himself by his name.
    fn speaks_of(&self, index: usize, figure: &Figure) -> bool {
        let last = last_name(&figure.name);
        let lines = self.voices.lines(index).take(4).filter_map(|line| self.page.attributions.get(line));
        let mut words = lines.filter(|found| found.attitude == Attitude::Said).flat_map(|found| &found.content);
        words.any(|span| self.page.slice(*span).split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == last))
    }

    /// Is it a phrase by which one speaks again of somebody who has a name?
    fn can_stand_for(&self, mention: &Mention, phrase: &Phrase, speaks: bool) -> bool {
        let Some(head) = phrase.head.map(|head| self.cast.words.text(head)) else { return false };
        // "The source finish to the ministry", on a spun page: still a source.
        let nameless = |key: &Key| kin::is_nameless(self.cast.words.text(*key));
        let one = mention.kind == MentionKind::Role && !mention.plural && !phrase.modifiers.iter().any(nameless);
        if !one || kin::is_nameless(head) || kin::is_organization(head) || self.names_another_body(mention) {
            return false;
        }
        let apart = || phrase.tail && !self.is_parent(mention) || kin::is_office(head) || self.is_told_apart(mention);
        if phrase.modifiers.is_empty() && (!speaks || apart()) || self.is_told_apart(mention) {
            return false;
        }
        // "a threat to *the ferret-like animal*"
        let subject = speaks || !matches!(self.page.standing(mention), Standing::Governed | Standing::Object);
        subject || kin::is_post(head) || kin::is_calling(head)
    }

    /// The subject that is nearest, who spoke last, the only person near, or whom the story is about.
    fn likeliest(&self, here: usize, head: &str, bare: bool) -> Option<usize> {
        let reach = if bare { 2 } else { 4 };
        let last = self.scene.last_speaker().filter(|seen| here.saturating_sub(seen.sentence) <= reach).map(|seen| seen.figure);
        let last = last.filter(|figure| self.is_person(*figure));
        let found = self.subject_before(here).or_else(|| self.only_subject(here));
        let found = found.or_else(|| self.only_person(here).filter(|_| !bare)).or(last);
        found.or_else(|| self.protagonist().filter(|_| !bare || kin::is_calling(head)))
    }

    /// "the father *of two*"
    fn is_parent(&self, mention: &Mention) -> bool {
        let word = |i: usize| self.page.tokens.at(mention.tokens.start + i);
        word(2).lower() == "of"
            && (word(3).tag == Tag::Number || matches!(word(3).lower(), "one" | "two" | "three" | "four" | "five" | "six"))
    }

    /// "The lawyer *representing Ruiz*" and "the aunt of *another* victim" are no ways to speak again of whoever spoke last.
    fn is_told_apart(&self, mention: &Mention) -> bool {
        let behind = self.page.tokens.at(mention.tokens.end);
        let another = mention.tokens.clone().any(|i| self.page.tokens.at(i).lower() == "another");
        another || behind.tag == Tag::Ing || matches!(behind.lower(), "for" | "of")
    }

    /// "The FBI director", "the Harbour Council High Commissioner" are no ways to speak of somebody who has not been called so.
    fn names_another_body(&self, mention: &Mention) -> bool {
        let head = self.page.head(mention.tokens.clone()).is_some_and(|head| self.page.tokens.at(head).is_capital());
        if head && mention.affiliation.is_some() {
            return true;
        }
        let acronym = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase) && kin::classes(&word.to_lowercase()).is_empty();
        self.page.slice(mention.span).split_ascii_whitespace().any(acronym)
    }

    /// "As to whether Ruiz still senses anger at Marsh, *the Brill senator* said no": the only subject in the sentence so far.
    fn subject_before(&self, here: usize) -> Option<usize> {
        let person = |seen: &&Seen| self.is_person(seen.figure);
        let subject = |seen: &&Seen| matches!(seen.standing, Standing::Main | Standing::Clause) && seen.hidden == Hidden::Open;
        let mut here = self.scene.recent().take_while(|seen| seen.sentence == here).filter(person).filter(subject);
        let first = here.next()?.figure;
        here.all(|seen| seen.figure == first).then_some(first)
    }

    /// The only person whom the sentence before speaks of: "Ana Ruiz felt stuck. *The Brill guitarist* used to tour."
    fn only_subject(&self, here: usize) -> Option<usize> {
        let person = |seen: &&Seen| self.is_person(seen.figure);
        let mut near =
            self.scene.recent().take_while(|seen| here.saturating_sub(seen.sentence) <= 1).filter(|seen| !seen.headline).filter(person);
        let first = near.next().filter(|seen| seen.standing == Standing::Main)?.figure;
        near.all(|seen| seen.figure == first).then_some(first)
    }

    /// The only person in the sentence before, in whatever place: "They would gain under Ruiz’s plan. *The Brill senator* proposes …".
    fn only_person(&self, here: usize) -> Option<usize> {
        let person = |seen: &&Seen| self.is_person(seen.figure);
        let mut near = self.scene.recent().take_while(|seen| here.saturating_sub(seen.sentence) <= 1).filter(person);
        let first = near.next().filter(|seen| !seen.headline && seen.hidden != Hidden::Quoted)?.figure;
        near.all(|seen| seen.figure == first).then_some(first)
    }

    /// A person with a name.
    pub(super) fn is_person(&self, figure: usize) -> bool {
        self.cast.get(figure).is_some_and(|of| of.kind == SpeakerKind::Person)
    }

    /// The only person whom the story has spoken of so far, or the one whom it is mostly about.
    fn protagonist(&self) -> Option<usize> {
        let open = self.scene.recent().filter(|seen| !seen.headline && seen.hidden != Hidden::Quoted);
        let mut people: Vec<usize> = open.map(|seen| seen.figure).filter(|figure| self.is_person(*figure)).collect();
        people.sort_unstable();
        people.dedup();
        if let [only] = people.as_slice() {
            return Some(*only);
        }
        people.into_iter().find(|figure| self.scene.dominance(*figure) >= MOSTLY_ABOUT)
    }

    /// "Judge rejects plea": the first in the story with that role, else who mostly speaks in it.
    pub(super) fn headline_phrase(&mut self, index: usize, mention: &'a Mention, main: Option<usize>) -> Pick {
        if mention.kind == MentionKind::Pronoun {
            return None;
        }
        let span = self.voices.phrases.get(&index).copied().unwrap_or(mention.span);
        let phrase = Phrase::read(&self.page, &mut self.cast, mention, span);
        let fits =
            |(figure, _): &(usize, bool)| self.cast.get(*figure).is_some_and(|of| of.plural == mention.plural && !of.mentions.is_empty());
        let met = |figure: usize| phrase.modifiers.iter().filter(|word| self.cast.has_role(figure, **word)).count();
        let first = |figure: usize| self.cast.get(figure).and_then(|of| of.mentions.first().copied());
        let best = phrase.head.into_iter().flat_map(|head| self.cast.holders(head)).filter(fits);
        let best = best.min_by_key(|(figure, exact)| (std::cmp::Reverse(met(*figure)), !exact, first(*figure)));
        if let Some((figure, _)) = best {
            return Some((figure, 0.75));
        }
        let single = matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed) && !mention.plural;
        let main = main.filter(|_| single && self.voices.speaks(index));
        Some(main.map_or_else(|| (phrases::introduce(&self.page, &mut self.cast, mention, &phrase), 0.8), |figure| (figure, 0.55)))
    }

    /// The person to whom half of what is said in the story belongs.
    pub(super) fn main_speaker(&self) -> Option<usize> {
        let whose = |voice: &Voice| match voice {
            Voice::One(mention) => self.of.get(*mention).copied().flatten().map(|(figure, _)| figure),
            _ => None,
        };
        let mut lines: Vec<usize> = self.voices.of.iter().filter_map(whose).collect();
        lines.sort_unstable();
        let most = lines.chunk_by(|a, b| a == b).max_by_key(|lines| lines.len())?;
        let person = most.first().copied().filter(|figure| self.is_person(*figure))?;
        (most.len() >= ENOUGH_LINES && most.len() * 2 >= lines.len()).then_some(person)
    }
}

pub(super) fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or_default()
}
