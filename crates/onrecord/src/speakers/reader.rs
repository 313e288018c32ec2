//! Reads the mentions in order and says who each one is.

use super::apposition;
use super::bodies::Bodies;
use super::figure::{Cast, Figure};
use super::interview::{self, Interview};
use super::page::{Page, Pronoun, Standing};
use super::people::{self, People};
use super::phrases::{self, Lead, Phrase};
use super::pronouns::{self, Choice, Pick, Place};
use super::scene::{Hidden, Scene, Seen, seen};
use super::voices::Voices;
use crate::article::SpeakerKind;
use crate::data::kin;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Reads the mentions in order.
pub struct Reader<'a> {
    /// What is read.
    pub page: Page<'a>,
    /// Everyone.
    pub cast: Cast,
    /// What stands in the place of each source.
    pub voices: Voices,
    /// Who each mention is.
    pub of: Vec<Pick>,
    /// Who speaks together in an attribution: "Ruiz and Marsh".
    pub together: FxHashMap<usize, usize>,
    /// The organization that "the utility" is in "a spokesperson for the utility", for each mention of such a person.
    pub employers: FxHashMap<usize, usize>,
    /// Who asks and who answers, where the page is an interview.
    pub interview: Option<Interview>,
    /// Mentions that two could be meant by.
    pub undecided: FxHashSet<usize>,
    pub(super) people: People,
    bodies: Bodies,
    pub(super) scene: Scene,
    quoted: Vec<bool>,
    told: Vec<bool>,
    /// Where the description of the last person ends.
    described: usize,
    apposed: Vec<Option<usize>>,
    author: Option<usize>,
    /// How often a bare name that several share meant each of them.
    called: FxHashMap<usize, usize>,
}

/// A story that opens with "a judge" names the judge soon; a phrase beyond this sentence opens nothing.
const LATEST_OPENING: usize = 6;

impl<'a> Reader<'a> {
    /// Joins the names; nothing is read yet.
    pub fn new(page: Page<'a>) -> Self {
        let mut cast = Cast::default();
        let mut people = People::gather(&page, &mut cast);
        let bodies = Bodies::gather(&page, &mut cast);
        Self {
            voices: Voices::find(&page),
            of: vec![None; page.mentions.len()],
            together: FxHashMap::default(),
            employers: FxHashMap::default(),
            undecided: FxHashSet::default(),
            scene: Scene::default(),
            quoted: page.quoted(),
            told: page.told(),
            described: 0,
            apposed: apposition::find(&page),
            author: None,
            called: FxHashMap::default(),
            interview: Interview::read(&page, &mut people, &mut cast),
            page,
            cast,
            people,
            bodies,
        }
    }

    /// Reads all mentions, those of the headline last: it speaks of what the story then tells.
    pub fn read(&mut self) {
        let headline = |(_, mention): &(usize, &Mention)| self.page.in_headline(mention);
        let (first, body): (Vec<_>, Vec<_>) = self.page.mentions.iter().copied().enumerate().partition(headline);
        let (names, phrases): (Vec<_>, Vec<_>) = first.into_iter().partition(|(_, mention)| mention.name.is_some());
        for (index, mention) in names.into_iter().chain(body) {
            self.meet(index, mention);
        }
        for (index, mention) in phrases {
            let pick = self.headline_phrase(index, mention);
            self.note(index, pick);
        }
    }

    fn meet(&mut self, index: usize, mention: &'a Mention) {
        self.turns_before(mention.span.start);
        if self.interview.as_ref().is_some_and(|interview| interview.is_label(mention)) {
            return;
        }
        let pick = self.whom(index, mention);
        self.note(index, pick);
        if let Some(employer) = phrases::employer(&self.page, &mut self.cast, &self.scene, mention) {
            self.employers.insert(index, employer);
        }
        if let Some((figure, _)) = pick {
            let mut seen = seen(&self.page, mention, figure, self.hidden(index), self.voices.speaks(index));
            if mention.span.start < self.described {
                seen.standing = Standing::Within;
            }
            let person = self.cast.get(figure).is_some_and(Figure::is_person);
            self.scene.push(seen, person);
        }
        if mention.kind == MentionKind::Person {
            self.described = self.described.max(mention.extent.end);
        }
        for line in self.voices.joint.get(&index).cloned().unwrap_or_default() {
            self.speak_together(index, mention, line);
        }
    }

    /// Whoever answers is in the reader's mind; "she said" after the last answer is not whoever asked.
    fn turns_before(&mut self, at: usize) {
        let Some(interview) = self.interview.as_mut() else { return };
        while let Some(label) = interview.read_on(at) {
            let Some(Ok(figure)) = interview.speaker(label) else { continue };
            if interview.is_asker(figure) {
                continue;
            }
            let sentence = self.page.tokens.at(self.page.tokens.after(label.start)).sentence;
            let turn = Seen {
                figure,
                start: label.start,
                sentence,
                standing: Standing::Main,
                speaks: true,
                hidden: Hidden::Open,
                headline: false,
            };
            self.scene.push(turn, true);
        }
    }

    pub(super) fn hidden(&self, index: usize) -> Hidden {
        let at = |list: &[bool]| list.get(index).copied().unwrap_or(false);
        match (at(&self.quoted), at(&self.told)) {
            (true, _) => Hidden::Quoted,
            (_, true) => Hidden::Told,
            _ => Hidden::Open,
        }
    }

    fn note(&mut self, index: usize, pick: Pick) {
        if let Some(of) = self.of.get_mut(index) {
            *of = pick;
        }
        if let Some(figure) = pick.and_then(|(figure, _)| self.cast.figures.get_mut(figure)) {
            figure.mentions.push(index);
        }
    }

    fn whom(&mut self, index: usize, mention: &'a Mention) -> Pick {
        if let Some(named) = self.apposed.get(index).copied().flatten() {
            let pick = self.of.get(named).copied().flatten().or_else(|| self.named(named, self.page.mention(named)?));
            if let Some((figure, _)) = pick {
                self.cast.add_roles(figure, self.page.slice(mention.span));
                return pick;
            }
        }
        if !mention.members.is_empty() {
            return self.coordination(index, mention);
        }
        match mention.kind {
            MentionKind::Person => self.named(index, mention),
            MentionKind::Organization | MentionKind::Place if mention.name.is_some() => self.body(index, mention),
            MentionKind::Pronoun => self.pronoun(index, mention),
            MentionKind::Group if self.is_each(mention) => self.pair(mention).or_else(|| Some(self.phrase(index, mention))),
            _ => Some(self.phrase(index, mention)),
        }
    }

    fn named(&mut self, index: usize, mention: &Mention) -> Pick {
        let candidates = self.people.candidates(&self.cast, index);
        let gender = if self.people.is_full(index) { Gender::Unknown } else { people::titled_gender(&self.page, mention) };
        let fitting: Vec<usize> =
            candidates.iter().copied().filter(|figure| self.cast.get(*figure).is_some_and(|of| of.allows(gender))).collect();
        let pick = match fitting.as_slice() {
            [] => match self.short_for(mention) {
                Some(body) => (body, 0.85),
                None => (self.people.stranger(&self.page, &mut self.cast, index)?, 0.95),
            },
            [only] if self.people.is_full(index) => (*only, 0.99),
            [only] => (*only, 0.97),
            several if self.are_alike(several, mention) => {
                self.undecided.insert(index);
                return None;
            }
            several => (self.namesake(several, mention)?, 0.8),
        };
        if !self.people.is_full(index) && self.cast.get(pick.0).is_some_and(|of| of.kind == SpeakerKind::Person) {
            people::introduce(&self.page, &mut self.cast, pick.0, mention);
        }
        Some(pick)
    }

    /// "Edison" where no person is called so, but a company is "Brill Edison".
    fn short_for(&mut self, mention: &Mention) -> Option<usize> {
        let name = mention.name.filter(|name| *name == mention.span)?;
        let key = self.cast.words.key(self.page.slice(name))?;
        self.bodies.short_for(key)
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
            let titled = title.split_whitespace().filter(|word| of.roles.iter().any(|role| self.cast.words.text(*role) == *word)).count();
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

    fn body(&mut self, index: usize, mention: &Mention) -> Pick {
        let candidates = self.bodies.candidates(index);
        let last = |figure: &&usize| self.scene.last(**figure).map_or(0, |seen| seen.start + 1);
        let figure = *candidates.iter().rev().max_by_key(last)?;
        let words = mention.name.map_or("", |name| self.page.slice(name));
        if !words.contains(' ')
            && let Some(person) = self.cast.words.key(words).and_then(|key| self.people.sole_bearer(key))
        {
            return Some((person, 0.7));
        }
        Some((figure, if candidates.len() == 1 { 0.97 } else { 0.85 }))
    }

    fn pronoun(&mut self, index: usize, mention: &Mention) -> Pick {
        let pronoun = self.page.pronoun(mention)?;
        let hidden = self.hidden(index);
        let quoted = hidden == Hidden::Quoted;
        let speaks = self.voices.speaks(index);
        match pronoun {
            Pronoun::Who => return self.antecedent(index, mention),
            Pronoun::I | Pronoun::We => return (speaks && !quoted).then(|| (self.author(), 0.7)),
            Pronoun::Other => return speaks.then(|| (self.phrase(index, mention).0, 0.8)),
            _ if quoted && !speaks => return None,
            _ => {}
        }
        let contents: Vec<Span> = self.contents(index);
        let opens = contents.iter().map(|span| span.start).min().unwrap_or(mention.span.start).min(mention.span.start);
        let sentence = self.page.tokens.at(self.page.tokens.after(opens)).sentence.min(self.page.sentence(mention));
        let place = Place { sentence, contents: &contents, hidden };
        let choice = pronouns::resolve(&self.cast, &self.scene, pronoun, place);
        if matches!(choice, Choice::Tie) {
            self.undecided.insert(index);
        }
        let pick = choice.pick();
        self.learn_gender(pick, pronoun);
        pick
    }

    fn is_each(&self, mention: &Mention) -> bool {
        mention.tokens.len() == 1 && matches!(self.page.tokens.at(mention.tokens.start).lower(), "each" | "both")
    }

    /// "Each" of those who were just named together.
    fn pair(&self, mention: &Mention) -> Pick {
        let here = self.page.sentence(mention);
        let joint = |figure: usize| self.cast.get(figure).is_some_and(|of| of.joint);
        let last = self.scene.recent().find(|seen| here.saturating_sub(seen.sentence) <= 2 && joint(seen.figure))?;
        Some((last.figure, 0.7))
    }

    fn contents(&self, index: usize) -> Vec<Span> {
        let lines = self.voices.lines(index).filter_map(|line| self.page.attributions.get(line));
        lines.take(8).flat_map(|found| found.content.iter().copied()).collect()
    }

    /// A sure "she" tells the gender of a name that does not.
    fn learn_gender(&mut self, pick: Pick, pronoun: Pronoun) {
        let gender = match pronoun {
            Pronoun::He => Gender::Male,
            Pronoun::She => Gender::Female,
            _ => return,
        };
        let Some((figure, certainty)) = pick else { return };
        if let Some(of) = self.cast.figures.get_mut(figure)
            && of.gender == Gender::Unknown
            && certainty >= 0.85
        {
            of.gender = gender;
        }
    }

    /// "who" means the person right before it, "which" the thing; behind a list the last of it.
    fn antecedent(&self, index: usize, mention: &Mention) -> Pick {
        let sentence = self.page.sentence(mention);
        let word = self.page.tokens.at(mention.tokens.start).lower();
        let back = (index.saturating_sub(5)..index).rev().filter_map(|i| Some((i, self.page.mention(i)?)));
        let fits = |i: usize, before: &Mention| {
            let of = self.of.get(i).copied().flatten().and_then(|(figure, _)| self.cast.get(figure));
            let human = of.is_some_and(|of| of.is_person() || of.plural);
            before.members.is_empty()
                && self.page.sentence(before) == sentence
                && if word == "which" { !human || before.plural } else { word == "that" || human }
        };
        let mut back = back.filter(|(i, before)| fits(*i, before));
        let adjoins = |before: &Mention| self.page.slice(Span::new(before.span.end, mention.span.start)).split_whitespace().count() <= 1;
        let opens = |before: &Mention| before.description.is_some_and(|span| span.start.abs_diff(mention.span.start) <= 8);
        let (found, _) = back.clone().find(|(_, before)| opens(before) || adjoins(before)).or_else(|| back.next())?;
        self.of.get(found).copied().flatten().map(|(figure, certainty)| (figure, certainty * 0.9))
    }

    /// "I" outside of quotation marks is the writer.
    fn author(&mut self) -> usize {
        if let Some(author) = self.author {
            return author;
        }
        let figure = interview::author(&self.page, &self.people, &mut self.cast);
        let figure = figure.unwrap_or_else(|| self.cast.add(Figure::new(SpeakerKind::Unnamed, "author".to_owned())));
        self.author = Some(figure);
        figure
    }

    fn phrase(&mut self, index: usize, mention: &Mention) -> (usize, f64) {
        let span = self.voices.phrases.get(&index).copied().unwrap_or(mention.span);
        let phrase = Phrase::read(&self.page, &mut self.cast, mention, span);
        let back = phrase.lead == Lead::Definite;
        let found = back.then(|| self.points_back(mention, &phrase, self.voices.speaks(index))).flatten();
        let found = found.or_else(|| self.comes_later(index, mention, &phrase));
        let found = found.or_else(|| self.owned(index, mention, &phrase));
        found.unwrap_or_else(|| (phrases::introduce(&self.page, &mut self.cast, mention, &phrase), 0.85))
    }

    /// "Her lawyers" are "Ana Ruiz’s lawyers", whom the article may have called "Ruiz’s lawyers" before.
    fn owned(&mut self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let words = self.page.slice(phrase.span);
        let (pronoun, rest) = words.split_once(' ')?;
        let pronoun = match pronoun.to_ascii_lowercase().as_str() {
            "his" => Pronoun::He,
            "her" => Pronoun::She,
            _ => return None,
        };
        let place = Place { sentence: self.page.sentence(mention), contents: &[], hidden: self.hidden(index) };
        let (owner, certainty) = pronouns::resolve(&self.cast, &self.scene, pronoun, place).pick()?;
        let owner = self.cast.get(owner).filter(|of| of.kind == SpeakerKind::Person)?.name.clone();
        let short = owner.rsplit(' ').next().unwrap_or_default();
        let (long, short) = (format!("{owner}’s {rest}"), format!("{short}’s {rest}"));
        let (long_key, short_key) = (self.cast.phrase_key(&long), self.cast.phrase_key(&short));
        let known = self.cast.phrase(&long_key).or_else(|| self.cast.phrase(&short_key));
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

    /// "A Brill judge ruled on Monday …": the only judge that the story then names.
    fn comes_later(&self, index: usize, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = phrase.head?;
        let opening = self.page.sentence(mention) < LATEST_OPENING;
        let single = matches!(mention.kind, MentionKind::Unnamed | MentionKind::Role) && !mention.plural;
        if !opening || !single || phrase.lead == Lead::Possessed || phrase.tail || kin::is_nameless(self.cast.words.text(head)) {
            return None;
        }
        let person = |(figure, _): &(usize, bool)| self.cast.get(*figure).is_some_and(|of| of.kind == SpeakerKind::Person);
        let mut holders: Vec<usize> = self.cast.holders(head).filter(person).map(|(figure, _)| figure).collect();
        holders.dedup();
        let [only] = holders.as_slice() else { return None };
        let first = self.people.first_named(*only)?;
        let gap = self.page.sentence(self.page.mention(first)?).saturating_sub(self.page.sentence(mention));
        (first > index && gap <= 10 && self.scene.last(*only).is_none()).then_some((*only, 0.65))
    }

    fn points_back(&self, mention: &Mention, phrase: &Phrase, speaks: bool) -> Pick {
        phrases::points_to(&self.page, &self.cast, &self.scene, mention, phrase)
            .or_else(|| phrases::organization(&self.cast, &self.scene, phrase))
            .or_else(|| self.salient(mention, phrase, speaks))
    }

    /// "The New York businessman" is a way to speak of the one who just spoke, though nothing called him so before; so is "the researcher",
    /// where she goes on speaking.
    fn salient(&self, mention: &Mention, phrase: &Phrase, speaks: bool) -> Pick {
        let head = self.cast.words.text(phrase.head?);
        let bare = phrase.modifiers.is_empty();
        if mention.kind != MentionKind::Role || mention.plural || kin::is_nameless(head) || kin::is_organization(head) {
            return None;
        }
        // "The FBI director" is no way to speak of somebody who has not been called so.
        let acronym = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase) && kin::classes(&word.to_lowercase()).is_empty();
        if bare && (!speaks || phrase.tail || kin::is_office(head))
            || self.page.slice(mention.span).split_whitespace().any(|word| acronym(&word))
        {
            return None;
        }
        let here = self.page.sentence(mention);
        let reach = if bare { 2 } else { 4 };
        let last = self.scene.last_speaker().filter(|seen| here.saturating_sub(seen.sentence) <= reach).map(|seen| seen.figure);
        let found = self.subject_before(here).or_else(|| self.only_subject(here)).or(last)?;
        let of = self.cast.get(found)?;
        (of.kind == SpeakerKind::Person && of.allows(mention.gender)).then_some((found, if bare { 0.5 } else { 0.55 }))
    }

    /// "As to whether Ruiz still senses anger at Marsh, *the Brill senator* said no": the only subject in the sentence so far.
    fn subject_before(&self, here: usize) -> Option<usize> {
        let person = |seen: &&Seen| self.cast.get(seen.figure).is_some_and(|of| of.kind == SpeakerKind::Person);
        let subject = |seen: &&Seen| matches!(seen.standing, Standing::Main | Standing::Clause) && seen.hidden == Hidden::Open;
        let mut here = self.scene.recent().take_while(|seen| seen.sentence == here).filter(person).filter(subject);
        let first = here.next()?.figure;
        here.all(|seen| seen.figure == first).then_some(first)
    }

    /// The only person whom the sentence before speaks of: "Ana Ruiz felt stuck. *The Brill guitarist* used to tour."
    fn only_subject(&self, here: usize) -> Option<usize> {
        let person = |seen: &&Seen| self.cast.get(seen.figure).is_some_and(|of| of.kind == SpeakerKind::Person);
        let mut near =
            self.scene.recent().take_while(|seen| here.saturating_sub(seen.sentence) <= 1).filter(|seen| !seen.headline).filter(person);
        let first = near.next().filter(|seen| seen.standing == Standing::Main)?.figure;
        near.all(|seen| seen.figure == first).then_some(first)
    }

    /// "Judge rejects plea": the first in the story with that role.
    fn headline_phrase(&mut self, index: usize, mention: &'a Mention) -> Pick {
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
        Some(best.map_or_else(|| (phrases::introduce(&self.page, &mut self.cast, mention, &phrase), 0.8), |(figure, _)| (figure, 0.75)))
    }
}
