//! Reads the mentions in order and says who each one is.

use super::apposition;
use super::bodies::Bodies;
use super::figure::{Cast, Figure};
use super::interview::{self, Interview};
use super::page::{Page, Pronoun, Standing};
use super::people::People;
use super::phrases;
use super::pronouns::{self, Choice, Pick, Place};
use super::scene::{Hidden, Scene, Seen, seen};
use super::voices::Voices;
use super::writing;
use crate::article::SpeakerKind;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

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
    pub(super) bodies: Bodies,
    pub(super) scene: Scene,
    quoted: Vec<bool>,
    told: Vec<bool>,
    tellers: Vec<Option<usize>>,
    /// Where the last person is described.
    described: Range<usize>,
    apposed: Vec<Option<usize>>,
    pub(super) author: Option<usize>,
    /// How often a bare name that several share meant each of them.
    pub(super) called: FxHashMap<usize, usize>,
}

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
            tellers: page.tellers(),
            described: 0..0,
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
        let main = self.main_speaker();
        for (index, mention) in phrases {
            let pick = self.headline_phrase(index, mention, main);
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
            if self.is_behind_its_cue(index, mention) {
                seen.standing = Standing::Main;
            }
            if self.described.contains(&mention.span.start) && mention.members.is_empty() {
                seen.standing = Standing::Within;
            }
            let person = self.cast.get(figure).is_some_and(Figure::is_person);
            self.scene.push(seen, person);
        }
        if mention.kind == MentionKind::Person {
            // "Ruiz’s lawyers" begin where Ruiz does, and are no part of her description.
            let inside = self.described.contains(&mention.span.start);
            let start = if inside { self.described.start } else { mention.span.start + 1 };
            self.described = start..self.described.end.max(mention.extent.end);
        }
        for line in self.voices.joint.get(&index).cloned().unwrap_or_default() {
            self.speak_together(index, mention, line);
        }
    }

    /// “…,” said Ruiz: as much the subject as in "Ruiz said".
    fn is_behind_its_cue(&self, index: usize, mention: &Mention) -> bool {
        self.voices.lines(index).filter_map(|line| self.page.attributions.get(line)).any(|found| {
            let cue = found.cue.as_ref().map(|(cue, _)| *cue);
            let said = found.content.first().map_or(usize::MAX, |span| span.start);
            cue.is_some_and(|cue| said < cue.start && cue.end <= mention.span.start)
        })
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

    /// Does the mention stand in the words of that figure, or in what is said to it?
    pub(super) fn is_between(&self, index: usize, figure: usize) -> bool {
        let is = |mention: usize| self.of.get(mention).copied().flatten().is_some_and(|(of, _)| of == figure);
        let hearers = self.voices.lines(index).filter_map(|line| self.page.attributions.get(line)?.addressee);
        let mut heard = hearers.take(4).filter_map(|span| {
            let at = self.page.mentions.partition_point(|mention| mention.span.start < span.start);
            self.page.mention(at).filter(|mention| mention.span.start < span.end && mention.kind == MentionKind::Person).map(|_| at)
        });
        self.tellers.get(index).copied().flatten().is_some_and(is)
            || heard.any(|at| {
                let name = self.page.mention(at).and_then(|mention| mention.name).map(|name| self.page.slice(name));
                let same = self.cast.get(figure).is_some_and(|of| Some(of.name.as_str()) == name);
                same || self.people.candidates(&self.cast, at).contains(&figure)
            })
    }

    fn note(&mut self, index: usize, pick: Pick) {
        if let Some(of) = self.of.get_mut(index) {
            *of = pick;
        }
        // In "Ruiz and her aides" it is "Ruiz" that mentions her.
        let pick = pick.filter(|(figure, _)| !self.is_led_by(index, *figure));
        if let Some(figure) = pick.and_then(|(figure, _)| self.cast.figures.get_mut(figure)) {
            figure.mentions.push(index);
        }
    }

    fn whom(&mut self, index: usize, mention: &'a Mention) -> Pick {
        if let Some(named) = self.apposed.get(index).copied().flatten() {
            let pick = self.of.get(named).copied().flatten().or_else(|| self.bearer(named));
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
            MentionKind::Group | MentionKind::Organization | MentionKind::Role if self.is_pair(mention) => {
                self.pair(mention).or_else(|| Some(self.phrase(index, mention)))
            }
            MentionKind::Document if writing::is_own_words(&self.page, mention) => {
                self.writer(index, mention).or_else(|| Some(self.phrase(index, mention)))
            }
            MentionKind::Group if self.is_of_whom(mention) => self.antecedent(index, mention).or_else(|| Some(self.phrase(index, mention))),
            _ => Some(self.phrase(index, mention)),
        }
    }

    /// Whose name it is.
    pub(super) fn bearer(&mut self, index: usize) -> Pick {
        let mention = self.page.mention(index)?;
        if mention.kind == MentionKind::Person { self.named(index, mention) } else { self.body(index, mention) }
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
        // "the city of Brill" is "the city"
        let before =
            mention.name.map(|name| self.page.slice(Span::new(self.page.bare_phrase(mention.span).start.min(name.start), name.start)));
        self.cast.add_roles(figure, before.unwrap_or_default());
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
        let (object, goes_on) = (self.object_before(index, mention), self.goes_on(index));
        let place = Place { sentence, contents: &contents, hidden, author: self.author, object, goes_on };
        let choice = pronouns::resolve(&self.cast, &self.scene, pronoun, place);
        if matches!(choice, Choice::Tie) {
            self.undecided.insert(index);
        }
        let pick = choice.pick();
        self.learn_gender(pick, pronoun);
        pick
    }

    /// Who spoke last, where the mention *adds* something.
    fn goes_on(&self, index: usize) -> Option<usize> {
        let mut cues = self.voices.lines(index).take(4).filter_map(|line| self.page.attributions.get(line)?.cue.as_ref());
        let adds = cues.any(|(_, lemma)| matches!(lemma.as_str(), "add" | "continue" | "go on"));
        self.scene.last_speaker().filter(|_| adds).map(|seen| seen.figure)
    }

    /// What "which" means right before the pronoun.
    fn object_before(&self, index: usize, mention: &Mention) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let relative = self.page.mention(before).filter(|relative| relative.tokens.end == mention.tokens.start)?;
        let thing = before.checked_sub(1)?;
        let adjoins = self.page.mention(thing)?.extent.end + 2 >= relative.span.start && self.page.pronoun(relative) == Some(Pronoun::Who);
        self.of.get(thing).copied().flatten().filter(|_| adjoins).map(|(figure, _)| figure)
    }

    /// "The farmers, *many of whom* said"
    fn is_of_whom(&self, mention: &Mention) -> bool {
        let word = |i: usize| self.page.tokens.at(mention.tokens.end + i).lower();
        word(0) == "of" && word(1) == "whom"
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
            // "Ana Ruiz of Ashton, *who* …"
            let owner = i.checked_sub(1).and_then(|i| self.page.mention(i)).filter(|owner| owner.kind == MentionKind::Person);
            let home = word == "who" && owner.is_some_and(|owner| self.page.between(owner, before) == "of");
            before.members.is_empty()
                && !home
                && self.page.sentence(before) == sentence
                && if word == "which" { !human || before.plural } else { word == "that" || human }
        };
        let mut back = back.filter(|(i, before)| fits(*i, before));
        let adjoins =
            |before: &Mention| self.page.slice(Span::new(before.span.end, mention.span.start)).split_ascii_whitespace().count() <= 1;
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
}
