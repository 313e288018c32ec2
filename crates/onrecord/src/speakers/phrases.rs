//! Sources without a name: "a senior official", "analysts", "the minister", "the poll".

use super::figure::{Cast, Figure};
use super::fold::Key;
use super::page::Page;
use super::people::tidy;
use super::scene::Scene;
use crate::article::SpeakerKind;
use crate::data::roles;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::span::Span;

/// A phrase that has no name in it, taken apart.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// All of it.
    pub span: Span,
    /// Its folded words without the determiner.
    pub key: String,
    /// The noun that it is about.
    pub head: Option<Key>,
    /// The words before the head.
    pub modifiers: Vec<Key>,
    /// "the official", "this poll"
    pub definite: bool,
    /// "his lawyer"
    pub possessed: bool,
    /// "another source": not the one before.
    pub other: bool,
    /// One word, or one and its determiner.
    pub short: bool,
}

impl Phrase {
    /// Takes a mention apart; `span` may be longer than it.
    pub fn read(page: &Page, cast: &mut Cast, mention: &Mention, span: Span) -> Self {
        let words = page.slice(span);
        let first = words.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        let head = page.head(mention.tokens.clone());
        let bare = page.bare_phrase(span);
        let before = Span::new(bare.start, head.map_or(bare.start, |i| page.tokens.at(i).span.start));
        let modifiers = page.slice(before).split_whitespace().take(8).filter_map(|word| cast.words.key(word)).collect();
        Self {
            span,
            key: cast.phrase_key(page.slice(bare)),
            head: head.and_then(|i| cast.words.key(page.slice(page.tokens.at(i).span))),
            modifiers,
            definite: matches!(first.as_str(), "the" | "this" | "that" | "these" | "those"),
            possessed: matches!(first.as_str(), "his" | "her" | "their" | "its" | "my" | "our"),
            other: matches!(first.as_str(), "another" | "other" | "second" | "one"),
            short: page.slice(bare).split_whitespace().count() == 1,
        }
    }
}

/// The figure of a phrase that introduces somebody: one met under the same words, or a new one.
pub fn introduce(page: &Page, cast: &mut Cast, mention: &Mention, phrase: &Phrase) -> usize {
    let kind = kind_of(mention.kind, mention.plural);
    let repeated = match kind {
        SpeakerKind::Unnamed => !phrase.short && !phrase.possessed,
        _ => !phrase.possessed,
    };
    if repeated && let Some(figure) = cast.phrase(&phrase.key) {
        return figure;
    }
    let mut figure = Figure::new(kind, printed(page, kind, phrase.span));
    figure.gender = mention.gender;
    figure.plural = mention.plural || kind == SpeakerKind::Group;
    let figure = cast.add(figure);
    cast.add_roles(figure, page.slice(page.bare_phrase(phrase.span)));
    if !phrase.key.is_empty() {
        cast.set_phrase(phrase.key.clone(), figure);
    }
    figure
}

fn kind_of(kind: MentionKind, plural: bool) -> SpeakerKind {
    match kind {
        MentionKind::Group => SpeakerKind::Group,
        MentionKind::Document => SpeakerKind::Document,
        MentionKind::Organization => SpeakerKind::Organization,
        MentionKind::Place => SpeakerKind::Place,
        _ if plural => SpeakerKind::Group,
        _ => SpeakerKind::Unnamed,
    }
}

/// A document that has a name is called by it: "the latest Brill Post poll" is the "Brill Post poll".
fn printed(page: &Page, kind: SpeakerKind, span: Span) -> String {
    let phrase = page.slice(span);
    let own = page.slice(page.bare_phrase(span));
    if kind != SpeakerKind::Document || own.contains("’s ") || own.contains("'s ") {
        return tidy(phrase);
    }
    let passed = |word: &&str| matches!(*word, "new" | "latest" | "recent" | "previous" | "earlier" | "another");
    let skipped: usize = own.split_inclusive(' ').take_while(|word| passed(&word.trim())).map(str::len).sum();
    let name = own.get(skipped..).unwrap_or_default();
    let named = skipped > 0 && name.chars().next().is_some_and(char::is_uppercase);
    tidy(if named { name } else { phrase })
}

/// Whom a definite phrase points back to: the figure with that role that fits best and was mentioned last.
pub fn points_to(page: &Page, cast: &Cast, scene: &Scene, mention: &Mention, phrase: &Phrase) -> Option<(usize, f64)> {
    let head = phrase.head?;
    let here = page.sentence(mention);
    let mut best: Option<(usize, f64)> = None;
    for (figure, exact) in cast.holders(head) {
        let Some(score) = fit(cast, scene, mention, phrase, figure, here) else { continue };
        let score = score + if exact { 1.0 } else { 0.0 };
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((figure, score));
        }
    }
    let (figure, score) = best.filter(|(_, score)| *score >= 2.0)?;
    Some((figure, (0.55 + score * 0.04).min(0.93)))
}

fn fit(cast: &Cast, scene: &Scene, mention: &Mention, phrase: &Phrase, figure: usize, here: usize) -> Option<f64> {
    let of = cast.get(figure)?;
    let number = of.plural == mention.plural;
    if !number || !of.allows(person_gender(mention.gender)) || !kinds_agree(of, mention) {
        return None;
    }
    let met = phrase.modifiers.iter().filter(|word| cast.has_role(figure, **word)).count();
    let missed = phrase.modifiers.len() - met;
    let recency = scene.last(figure).map_or(-1.0, |seen| match here.saturating_sub(seen.sentence) {
        0..=1 => 5.0,
        2..=3 => 4.0,
        4..=8 => 2.5,
        _ => 1.5,
    });
    let voice = scene.last(figure).is_some_and(|seen| seen.speaks && !seen.quoted);
    Some(1.0 + recency + met as f64 * 2.0 - missed as f64 * 1.5 + if voice { 1.5 } else { 0.0 })
}

fn person_gender(gender: Gender) -> Gender {
    if gender == Gender::Neuter { Gender::Unknown } else { gender }
}

fn kinds_agree(figure: &Figure, mention: &Mention) -> bool {
    match mention.kind {
        MentionKind::Document => figure.kind == SpeakerKind::Document,
        MentionKind::Organization => matches!(figure.kind, SpeakerKind::Organization),
        MentionKind::Place => matches!(figure.kind, SpeakerKind::Place | SpeakerKind::Organization),
        MentionKind::Group => figure.plural,
        MentionKind::Unnamed => figure.is_person(),
        _ => figure.kind != SpeakerKind::Document,
    }
}

/// "the agency", "the network": the organization mentioned last, if its nouns say no more than that it is one.
pub fn organization(cast: &Cast, scene: &Scene, phrase: &Phrase) -> Option<(usize, f64)> {
    let head = phrase.head?;
    if !roles::is_organization(cast.words.text(head)) || phrase.modifiers.len() > 1 {
        return None;
    }
    let is_body = |figure: usize| cast.get(figure).is_some_and(|of| of.kind == SpeakerKind::Organization);
    let found = scene.recent().filter(|seen| !seen.quoted && is_body(seen.figure)).take(6);
    let found = found.max_by_key(|seen| (seen.speaks, seen.subject, seen.start))?;
    Some((found.figure, 0.65))
}
