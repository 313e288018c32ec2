//! Interviews in questions and answers: who "Q:" and "A:" are.
//!
//! "Q: Who paid? A: Nobody did." Q is whoever wrote the page; A is the person whom title and introduction name, where they name one.

use super::figure::{Cast, Figure};
use super::page::Page;
use super::people::People;
use crate::article::{SpeakerKind, WhyUnknown};
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

/// What the label of a turn says of its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "Q:"
    Asks,
    /// "A:"
    Answers,
}

/// The two parts of an interview.
#[derive(Clone, Debug)]
pub struct Interview {
    /// The labels, in order.
    labels: Vec<(Span, Part)>,
    asker: usize,
    answerer: Result<usize, WhyUnknown>,
    /// The labels before this one have been read.
    next: usize,
}

/// So many words before a name say that its bearer was asked: "an interview with", "we sat down with".
const LONGEST_LEAD: usize = 8;

impl Interview {
    /// The interview that a page is, if its turns are questions and answers.
    pub fn read(page: &Page, people: &mut People, cast: &mut Cast) -> Option<Self> {
        let labels: Vec<(Span, Part)> = page.layout.turns.iter().filter_map(|turn| Some((turn.label, part(page, turn.label)?))).collect();
        let first = labels.first()?.0.start;
        let asker = author(page, people, cast).unwrap_or_else(|| cast.add(Figure::new(SpeakerKind::Unnamed, "interviewer".to_owned())));
        let answerer = answerer(page, people, cast, first, asker);
        Some(Self { labels, asker, answerer, next: 0 })
    }

    /// Whose turn begins with this label.
    pub fn speaker(&self, label: Span) -> Option<Result<usize, WhyUnknown>> {
        let at = self.labels.binary_search_by_key(&label.start, |(span, _)| span.start).ok()?;
        Some(match self.labels.get(at)?.1 {
            Part::Asks => Ok(self.asker),
            Part::Answers => self.answerer,
        })
    }

    /// Is the mention the label of a turn?
    pub fn is_label(&self, mention: &Mention) -> bool {
        self.speaker(mention.span).is_some()
    }

    /// The next label before byte `at` that has not been read yet.
    pub fn read_on(&mut self, at: usize) -> Option<Span> {
        let (label, _) = *self.labels.get(self.next).filter(|(label, _)| label.start < at)?;
        self.next += 1;
        Some(label)
    }

    /// Is it the one who asks?
    pub fn is_asker(&self, figure: usize) -> bool {
        self.asker == figure
    }
}

fn part(page: &Page, label: Span) -> Option<Part> {
    match page.slice(label) {
        "Q" | "Question" => Some(Part::Asks),
        "A" | "Answer" => Some(Part::Answers),
        _ => None,
    }
}

/// The only one in the byline.
pub fn author(page: &Page, people: &People, cast: &mut Cast) -> Option<usize> {
    let [only] = page.layout.bylines.as_slice() else { return None };
    match people.bearers(cast, &only.name).as_slice() {
        [known] => Some(*known),
        _ => Some(cast.add(Figure::new(SpeakerKind::Person, only.name.clone()))),
    }
}

/// Who is said to have been asked, else whom the headline names, else whom the introduction does; nobody where that is not one person.
fn answerer(page: &Page, people: &mut People, cast: &mut Cast, first: usize, asker: usize) -> Result<usize, WhyUnknown> {
    let (mut asked, mut headline, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for (i, mention) in page.mentions.iter().enumerate().take_while(|(_, mention)| mention.span.end <= first) {
        let Some(figure) = person(page, people, cast, i, mention).filter(|figure| *figure != asker) else { continue };
        named.push(figure);
        if page.in_headline(mention) {
            headline.push(figure);
        }
        if is_asked(page, mention) {
            asked.push(figure);
        }
    }
    let likely = [asked, headline, named].into_iter().find(|list| !list.is_empty()).ok_or(WhyUnknown::NoCandidate)?;
    let only = likely.first().copied().filter(|only| likely.iter().all(|other| other == only));
    only.ok_or(WhyUnknown::Ambiguous)
}

fn person(page: &Page, people: &mut People, cast: &mut Cast, index: usize, mention: &Mention) -> Option<usize> {
    if mention.kind != MentionKind::Person || mention.name.is_none() || !mention.members.is_empty() {
        return None;
    }
    match people.candidates(cast, index).as_slice() {
        [] => people.stranger(page, cast, index),
        [only] => Some(*only),
        _ => None,
    }
}

/// "an interview with Ana Ruiz", "we spoke to his successor, Ana Ruiz"
fn is_asked(page: &Page, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let before = page.tokens.at(start.checked_sub(1).unwrap_or(usize::MAX));
    if !before.tag.is_verb() && !matches!(page.slice(before.span), "with" | "to" | "of" | ",") {
        return false;
    }
    let sentence = page.sentence(mention);
    let lead = (start.saturating_sub(LONGEST_LEAD)..start).map(|i| page.tokens.at(i)).filter(|token| token.sentence == sentence);
    let asks = |lemma: &str| matches!(lemma, "speak" | "talk" | "chat" | "ask" | "sit" | "meet" | "interview" | "question");
    lead.into_iter()
        .any(|token| asks(token.lemma()) || matches!(token.lower(), "interview" | "conversation" | "talk" | "chat" | "questions"))
}
