//! Whom "he", "she", "they" and "it" mean: number and gender, nearness, subjects before objects, speakers before others.

use super::figure::{Cast, Figure};
use super::page::Pronoun;
use super::scene::{Scene, Seen};
use crate::article::SpeakerKind;
use crate::mentions::Gender;
use crate::span::Span;

/// Where a pronoun stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its first byte.
    pub start: usize,
    /// The sentence that it is read from: for "…," he said, the one that the quotation begins in.
    pub sentence: usize,
    /// The content that it introduces; nothing in there is meant by it.
    pub contents: &'a [Span],
    /// It introduces words.
    pub speaks: bool,
    /// It stands inside quotation marks.
    pub quoted: bool,
}

/// The best candidate, and how sure it is.
pub type Pick = Option<(usize, f64)>;

/// Sentences back that a pronoun can reach.
const REACH: usize = 7;

struct Candidate {
    figure: usize,
    score: f64,
}

/// Chooses among those who were mentioned last.
pub fn resolve(cast: &Cast, scene: &Scene, pronoun: Pronoun, place: Place) -> Pick {
    let mut candidates: Vec<Candidate> = Vec::new();
    for seen in scene.recent() {
        let distance = place.sentence.saturating_sub(seen.sentence);
        if distance > REACH && !candidates.is_empty() {
            break;
        }
        let Some(figure) = cast.get(seen.figure).filter(|figure| could_be(figure, pronoun)) else { continue };
        if place.contents.iter().any(|content| content.holds(seen.start)) || seen.headline {
            continue;
        }
        let score = weigh(seen, distance, place) + agreement(figure, pronoun);
        match candidates.iter_mut().find(|candidate| candidate.figure == seen.figure) {
            Some(candidate) => candidate.score = candidate.score.max(score) + if distance < 4 { 0.7 } else { 0.2 },
            None => candidates.push(Candidate { figure: seen.figure, score }),
        }
    }
    best(&candidates)
}

fn best(candidates: &[Candidate]) -> Pick {
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by(|a, b| b.score.total_cmp(&a.score));
    let first = order.first()?;
    let margin = first.score - order.get(1).map_or(-4.0, |second| second.score);
    let certainty = match margin {
        m if m >= 6.0 => 0.95,
        m if m >= 3.0 => 0.88,
        m if m >= 1.0 => 0.75,
        _ => 0.6,
    };
    Some((first.figure, if first.score < 0.0 { certainty * 0.7 } else { certainty }))
}

fn could_be(figure: &Figure, pronoun: Pronoun) -> bool {
    match pronoun {
        Pronoun::He | Pronoun::She => figure.is_person() && !figure.plural,
        Pronoun::They => !matches!(figure.kind, SpeakerKind::Document | SpeakerKind::Place),
        Pronoun::It => !figure.is_person() && !figure.plural,
        _ => true,
    }
}

fn agreement(figure: &Figure, pronoun: Pronoun) -> f64 {
    let gender = match pronoun {
        Pronoun::He => Gender::Male,
        Pronoun::She => Gender::Female,
        Pronoun::They if figure.plural => return 3.0,
        Pronoun::They if figure.is_person() => return -7.0,
        Pronoun::They => return -1.0,
        _ => return 0.0,
    };
    let named = if figure.kind == SpeakerKind::Person { 1.0 } else { 0.0 };
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
    let role = if seen.subject { 3.0 } else { 0.0 };
    let voice = if seen.speaks && !seen.quoted { 3.0 } else { 0.0 };
    let hidden = if seen.quoted && !place.quoted { -9.0 } else { 0.0 };
    near + role + voice + hidden
}
