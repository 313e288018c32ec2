//! Reads the mentions in order and says who each one is.

use super::apposition;
use super::bodies::Bodies;
use super::figure::{Cast, Figure};
use super::page::{Page, Pronoun};
use super::people::{self, People};
use super::phrases::{self, Phrase};
use super::pronouns::{self, Pick, Place};
use super::scene::{Scene, seen};
use super::voices::{Voice, Voices};
use crate::article::SpeakerKind;
use crate::data::roles;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::span::Span;
use rustc_hash::FxHashMap;

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
    pub joint: FxHashMap<usize, usize>,
    people: People,
    bodies: Bodies,
    scene: Scene,
    quoted: Vec<bool>,
    apposed: Vec<Option<usize>>,
    author: Option<usize>,
}

impl<'a> Reader<'a> {
    /// Joins the names; nothing is read yet.
    pub fn new(page: Page<'a>) -> Self {
        let mut cast = Cast::default();
        let people = People::gather(&page, &mut cast);
        let bodies = Bodies::gather(&page, &mut cast);
        Self {
            voices: Voices::find(&page),
            of: vec![None; page.mentions.len()],
            joint: FxHashMap::default(),
            scene: Scene::default(),
            quoted: page.quoted(),
            apposed: apposition::find(&page),
            author: None,
            page,
            cast,
            people,
            bodies,
        }
    }

    /// Reads all mentions, those of the headline last: it speaks of what the story then tells.
    pub fn read(&mut self) {
        let headline = |(_, mention): &(usize, &Mention)| self.page.in_headline(mention);
        let (first, body): (Vec<_>, Vec<_>) = self.page.mentions.iter().enumerate().partition(headline);
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
        let pick = self.whom(index, mention);
        self.note(index, pick);
        if let Some((figure, _)) = pick {
            let quoted = self.quoted.get(index).copied().unwrap_or(false);
            self.scene.push(seen(&self.page, index, mention, figure, quoted, self.voices.speaks(index)));
        }
        for line in self.voices.joint.get(&index).cloned().unwrap_or_default() {
            self.join(index, mention, line);
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
        match mention.kind {
            MentionKind::Person => self.named(index, mention),
            MentionKind::Organization | MentionKind::Place if mention.name.is_some() => self.body(index, mention),
            MentionKind::Pronoun => self.pronoun(index, mention),
            _ => Some(self.phrase(index, mention)),
        }
    }

    fn named(&mut self, index: usize, mention: &Mention) -> Pick {
        let candidates = self.people.candidates(&self.cast, index);
        let fitting: Vec<usize> =
            candidates.iter().copied().filter(|figure| self.cast.get(*figure).is_some_and(|of| of.allows(mention.gender))).collect();
        let pick = match fitting.as_slice() {
            [] => (self.people.stranger(&self.page, &mut self.cast, index)?, 0.95),
            [only] if self.people.is_full(index) => (*only, 0.99),
            [only] => (*only, 0.97),
            several => (self.namesake(several, mention)?, 0.8),
        };
        if !self.people.is_full(index) {
            people::introduce(&self.page, &mut self.cast, pick.0, mention);
        }
        Some(pick)
    }

    /// Which of several namesakes a bare name means: the one whose title it is, who has the article's attention, who was just named.
    fn namesake(&self, several: &[usize], mention: &Mention) -> Option<usize> {
        let title = mention.title.map_or("", |span| self.page.slice(span)).to_lowercase();
        let here = self.page.sentence(mention);
        let score = |figure: &usize| {
            let of = self.cast.get(*figure)?;
            let titled = title.split_whitespace().filter(|word| of.roles.iter().any(|role| self.cast.words.text(*role) == *word)).count();
            let near = self.scene.last(*figure).map_or(0, |seen| match here.saturating_sub(seen.sentence) {
                0..=1 => 4,
                2..=4 => 2,
                _ => 1,
            });
            Some(titled * 6 + of.mentions.len().min(8) + near)
        };
        several.iter().copied().max_by_key(|figure| (score(figure), std::cmp::Reverse(*figure)))
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
        let quoted = self.quoted.get(index).copied().unwrap_or(false);
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
        let place = Place { start: mention.span.start, sentence, contents: &contents, speaks, quoted };
        let pick = pronouns::resolve(&self.cast, &self.scene, pronoun, place);
        self.learn_gender(pick, pronoun);
        pick
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

    /// "who" means what stands right before it.
    fn antecedent(&self, index: usize, mention: &Mention) -> Pick {
        let sentence = self.page.sentence(mention);
        let back = (index.saturating_sub(5)..index).rev().filter_map(|i| Some((i, self.page.mention(i)?)));
        let mut back = back.filter(|(_, before)| self.page.sentence(before) == sentence);
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
        let figure = match self.page.layout.bylines.as_slice() {
            [only] => Figure::new(SpeakerKind::Person, only.name.clone()),
            _ => Figure::new(SpeakerKind::Unnamed, "author".to_owned()),
        };
        let figure = self.cast.add(figure);
        self.author = Some(figure);
        figure
    }

    fn phrase(&mut self, index: usize, mention: &Mention) -> (usize, f64) {
        let span = self.voices.phrases.get(&index).copied().unwrap_or(mention.span);
        let phrase = Phrase::read(&self.page, &mut self.cast, mention, span);
        let back = phrase.definite && !phrase.possessed;
        let found = back.then(|| self.points_back(mention, &phrase)).flatten();
        found.unwrap_or_else(|| (phrases::introduce(&self.page, &mut self.cast, mention, &phrase), 0.85))
    }

    fn points_back(&self, mention: &Mention, phrase: &Phrase) -> Pick {
        phrases::points_to(&self.page, &self.cast, &self.scene, mention, phrase)
            .or_else(|| phrases::organization(&self.cast, &self.scene, phrase))
            .or_else(|| self.salient(mention, phrase))
    }

    /// "The New York businessman" is a way to speak of the one who just spoke, though nothing called him so before.
    fn salient(&self, mention: &Mention, phrase: &Phrase) -> Pick {
        let head = self.cast.words.text(phrase.head?);
        if mention.kind != MentionKind::Role
            || mention.plural
            || phrase.modifiers.is_empty()
            || roles::is_nameless(head)
            || roles::is_organization(head)
        {
            return None;
        }
        let last = self.scene.last_speaker().filter(|seen| self.page.sentence(mention).saturating_sub(seen.sentence) <= 4)?;
        let of = self.cast.get(last.figure)?;
        (of.kind == SpeakerKind::Person && of.allows(mention.gender)).then_some((last.figure, 0.55))
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

    /// Makes one figure of those who speak together.
    fn join(&mut self, index: usize, mention: &'a Mention, line: usize) {
        let Some(Voice::Several(mentions, span)) = self.voices.of.get(line).cloned() else { return };
        let mut name = String::new();
        let mut at = span.start;
        for part in &mentions {
            let Some(of) = self.page.mention(*part) else { continue };
            name.push_str(self.page.slice(Span::new(at, of.span.start)));
            let figure = self.of.get(*part).copied().flatten().and_then(|(figure, _)| self.cast.get(figure));
            let known = figure.filter(|figure| matches!(figure.kind, SpeakerKind::Person | SpeakerKind::Organization | SpeakerKind::Place));
            name.push_str(known.map_or(self.page.slice(of.span), |figure| &figure.name));
            at = of.span.end;
        }
        name.push_str(self.page.slice(Span::new(at, span.end)));
        let key = self.cast.phrase_key(&name);
        let figure = self.cast.phrase(&key).unwrap_or_else(|| {
            let figure = self.cast.add(Figure::new(SpeakerKind::Group, people::tidy(&name)));
            self.cast.set_phrase(key, figure);
            figure
        });
        if let Some(of) = self.cast.figures.get_mut(figure) {
            of.places.push(span);
        }
        self.joint.insert(line, figure);
        let quoted = self.quoted.get(index).copied().unwrap_or(false);
        self.scene.push(seen(&self.page, index, mention, figure, quoted, true));
    }
}
