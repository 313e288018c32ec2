//! Whom "he", "she", "they" and "it" mean: number and gender, nearness, subjects before objects, speakers before others.

use super::figure::{Cast, Figure, Joint};
use super::page::{Pronoun, Standing};
use super::scene::{Hidden, Scene, Seen};
use crate::article::SpeakerKind;
use crate::mentions::Gender;
use crate::order;
use crate::span::Span;

/// Where a pronoun stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The sentence that it is read from: for "…," he said, the one that the quotation begins in.
    pub sentence: usize,
    /// The content that it introduces; nothing in there is meant by it.
    pub contents: &'a [Span],
    /// Whether it stands in somebody's words.
    pub hidden: Hidden,
    /// Whoever writes "I" is nobody's "he" in the same text.
    pub author: Option<usize>,
    /// "the depot, *which it* built": it is not the depot.
    pub object: Option<usize>,
    /// Who spoke last, where the words go on: "He *added* that".
    pub goes_on: Option<usize>,
}

impl Place<'_> {
    /// "*Orvo* will close two yards, it said": what a body says of itself opens with its name.
    fn is_opened_by(&self, seen: &Seen) -> bool {
        let content = self.contents.first().filter(|_| self.hidden == Hidden::Open);
        seen.hidden == Hidden::Told && content.is_some_and(|content| content.start == seen.start)
    }
}

/// The best candidate, and how sure it is.
pub type Pick = Option<(usize, f64)>;

/// Sentences back that a pronoun can reach.
const REACH: usize = 7;

/// Mentions over and over count for no more than this.
const MOST_AGAIN: f64 = 3.5;

impl Choice {
    /// The one, if there is one.
    pub const fn pick(self) -> Pick {
        match self {
            Self::One(figure, certainty) => Some((figure, certainty)),
            Self::Tie | Self::Nobody => None,
        }
    }
}

/// As near as the subject of the sentence before that speaks, and more.
const SUBJECT_OF_ITS_OWN: f64 = 17.0;

/// What "he added" tells of him who spoke last.
const GOING_ON: f64 = 3.5;

struct Candidate {
    figure: usize,
    /// The sentence of its last mention.
    sentence: usize,
    score: f64,
    again: f64,
}

/// What is known of whom a pronoun means.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// One.
    One(usize, f64),
    /// "Marsh and Lund met. *He* said": two alike.
    Tie,
    /// Nobody fits.
    Nobody,
}

/// Chooses among those who were mentioned last; among those of the headline alone where the story names nobody before.
pub fn resolve(cast: &Cast, scene: &Scene, pronoun: Pronoun, place: Place) -> Choice {
    let mut candidates = gather(cast, scene, pronoun, place, false);
    if candidates.is_empty() && place.hidden == Hidden::Open {
        candidates = gather(cast, scene, pronoun, place, true);
    }
    best(&candidates)
}

fn gather(cast: &Cast, scene: &Scene, pronoun: Pronoun, place: Place, headline: bool) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::with_capacity(16);
    for seen in scene.recent() {
        let distance = place.sentence.saturating_sub(seen.sentence);
        if distance > REACH && !candidates.is_empty() {
            break;
        }
        let Some(figure) = cast.get(seen.figure).filter(|figure| could_be(figure, pronoun)) else { continue };
        let own = [place.author, place.object].contains(&Some(seen.figure));
        let opens = pronoun == Pronoun::It && has_name(figure) && place.is_opened_by(seen);
        let said = !opens && place.contents.iter().any(|content| content.holds(seen.start));
        if own || said || seen.headline != headline {
            continue;
        }
        let going_on = if place.goes_on == Some(seen.figure) { GOING_ON } else { 0.0 };
        let score = if opens { SUBJECT_OF_ITS_OWN } else { weigh(seen, distance, place) } + agreement(figure, pronoun) + going_on;
        if let Some(candidate) = candidates.iter_mut().find(|candidate| candidate.figure == seen.figure) {
            candidate.score = candidate.score.max(score);
            candidate.again = (candidate.again + if distance < 4 { 0.7 } else { 0.2 }).min(MOST_AGAIN);
        } else {
            let (figure, sentence, again) = (seen.figure, seen.sentence, scene.dominance(seen.figure));
            candidates.push(Candidate { figure, sentence, score, again });
        }
    }
    candidates
}

/// "Orvo", not "the depot" or "the report"
fn has_name(figure: &Figure) -> bool {
    figure.kind != SpeakerKind::Document && figure.name.starts_with(char::is_uppercase) && !figure.name.starts_with("The ")
}

fn best(candidates: &[Candidate]) -> Choice {
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    let total = |candidate: &Candidate| candidate.score + candidate.again;
    order::by(&mut order, |a, b| total(b).total_cmp(&total(a)));
    let Some(first) = order.first() else { return Choice::Nobody };
    let margin = total(first) - order.get(1).map_or(-4.0, |second| total(second));
    if margin == 0.0 && order.get(1).is_some_and(|second| second.sentence == first.sentence) {
        return Choice::Tie;
    }
    let certainty = match margin {
        m if m >= 6.0 => 0.97,
        m if m >= 3.0 => 0.95,
        m if m >= 1.0 => 0.84,
        _ => 0.7,
    };
    Choice::One(first.figure, if first.score < 0.0 { certainty * 0.7 } else { certainty })
}

fn could_be(figure: &Figure, pronoun: Pronoun) -> bool {
    match pronoun {
        Pronoun::He | Pronoun::She => figure.is_person() && !figure.plural && !figure.generic,
        Pronoun::They => !matches!(figure.kind, SpeakerKind::Document | SpeakerKind::Place),
        Pronoun::It => !figure.is_person() && !figure.plural && !figure.generic,
        _ => true,
    }
}

fn agreement(figure: &Figure, pronoun: Pronoun) -> f64 {
    let gender = match pronoun {
        Pronoun::He => Gender::Male,
        Pronoun::She => Gender::Female,
        // "Ruiz and the lawyers" rather than "the lawyers"
        Pronoun::They if figure.joint != Joint::No => return 3.5,
        Pronoun::They if figure.plural => return 3.0,
        Pronoun::They if figure.is_person() => return -7.0,
        Pronoun::They => return -1.0,
        _ => return 0.0,
    };
    let named = if figure.kind == SpeakerKind::Person { 1.5 } else { 0.0 };
    match figure.gender {
        own if own == gender => 3.0 + named,
        Gender::Unknown => named,
        _ => -11.0,
    }
}

fn weigh(seen: &Seen, distance: usize, place: Place) -> f64 {
    let near = match distance {
        0 => 9.0,
        1 => 8.0,
        2 => 5.5,
        3 => 4.0,
        far => 3.5 - far as f64 * 0.5,
    };
    let voice = match distance {
        _ if !seen.speaks || seen.hidden == Hidden::Quoted => 0.0,
        0..=2 => 3.0,
        _ => 1.5,
    };
    let hidden = match seen.hidden {
        hidden if hidden <= place.hidden => 0.0,
        Hidden::Quoted => -9.0,
        _ => -4.0,
    };
    near + role(seen, distance, place) + voice + hidden
}

/// How much its place in the sentence says for it.
fn role(seen: &Seen, distance: usize, place: Place) -> f64 {
    match seen.standing {
        // "Orvo has a depot, *which it* built"
        Standing::Main if distance == 0 && place.object.is_some() => 8.0,
        Standing::Main if distance == 0 => 5.0,
        Standing::Main => 4.0,
        Standing::Clause => 2.0,
        Standing::Object => 0.0,
        Standing::Governed if distance == 0 => -4.0,
        Standing::Governed => -1.0,
        Standing::Within => -4.0,
    }
}
