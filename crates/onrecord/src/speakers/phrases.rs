//! Sources without a name: "a senior official", "analysts", "the minister", "the poll".

use super::figure::{Cast, Figure, Joint};
use super::fold::Key;
use super::page::{Page, Standing};
use super::people::tidy;
use super::scene::{Hidden, Scene, Seen};
use super::voices::Voices;
use crate::article::SpeakerKind;
use crate::data::fold::Folded;
use crate::data::{kin, outlets};
use crate::mentions::{Gender, Mention, MentionKind};
use crate::span::Span;

/// The country that somebody speaks for is told by one of so many first mentions.
const INTRODUCTIONS: usize = 8;

/// How a phrase opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// "the official", "this poll": it points back.
    Definite,
    /// "his lawyer"
    Possessed,
    /// "your candidate", "every voter": nobody in particular.
    Generic,
    /// "a judge", "analysts"
    New,
}

/// A phrase that has no name in it, taken apart.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// All of it.
    pub span: Span,
    /// Its folded words without the determiner.
    pub key: Option<Key>,
    /// The noun that it is about.
    pub head: Option<Key>,
    /// The words before the head.
    pub modifiers: Vec<Key>,
    /// How it opens.
    pub lead: Lead,
    /// "the Trump campaign": a modifier with a capital, which what is meant must have too.
    pub named: bool,
    /// "the nations of the world": words after the head.
    pub tail: bool,
    /// One word, or one and its determiner.
    pub short: bool,
}

impl Phrase {
    /// Takes a mention apart; `span` may be longer than it.
    pub fn read(page: &Page, cast: &mut Cast, mention: &Mention, span: Span) -> Self {
        let words = page.slice(span);
        let first = Folded::new(words.split_ascii_whitespace().next().unwrap_or_default());
        let head = page.head(mention.tokens.clone());
        let bare = page.bare_phrase(span);
        let before = Span::new(bare.start, head.map_or(bare.start, |i| page.tokens.at(i).span.start));
        // "Harker’s former strategist" points back as "the former strategist" does.
        let owned = mention.kind == MentionKind::Role && ["’s ", "'s "].iter().any(|mark| page.slice(before).contains(mark));
        let modifiers = page.slice(before).split_ascii_whitespace().take(8).filter_map(|word| cast.words.key(word)).collect();
        Self {
            span,
            key: cast.words.phrase_key(page.slice(bare)),
            head: head.and_then(|i| cast.words.key(page.slice(page.tokens.at(i).span))),
            modifiers,
            lead: if owned { Lead::Definite } else { lead(first.as_str()) },
            named: page.slice(before).split_ascii_whitespace().any(|word| word.chars().next().is_some_and(char::is_uppercase)),
            tail: head.is_some_and(|i| page.tokens.at(i).span.end < span.end),
            short: page.slice(bare).split_ascii_whitespace().count() == 1,
        }
    }
}

fn lead(first: &str) -> Lead {
    match first {
        "the" | "this" | "that" | "these" | "those" => Lead::Definite,
        "his" | "her" | "their" | "its" | "my" | "our" => Lead::Possessed,
        "your" | "any" | "every" | "no" | "each" | "whoever" => Lead::Generic,
        _ => Lead::New,
    }
}

/// The figure of a phrase that introduces somebody: one met under the same words, or a new one.
pub fn introduce(page: &Page, cast: &mut Cast, mention: &Mention, phrase: &Phrase) -> usize {
    let force = phrase.head.is_some_and(|head| kin::is_force(cast.words.text(head)));
    let kind = if force { SpeakerKind::Organization } else { kind_of(mention.kind, mention.plural) };
    let repeated = match kind {
        SpeakerKind::Unnamed => !phrase.short && phrase.lead != Lead::Possessed,
        _ => phrase.lead != Lead::Possessed,
    };
    if repeated && let Some(figure) = cast.phrase(phrase.key) {
        return figure;
    }
    let mut figure = Figure::new(kind, printed(page, kind, phrase.span));
    figure.gender = mention.gender;
    figure.generic = phrase.lead == Lead::Generic;
    figure.plural = mention.plural || kind == SpeakerKind::Group;
    let figure = cast.add(figure);
    let end = page.head(mention.tokens.clone()).map_or(phrase.span.end, |i| page.tokens.at(i).span.end);
    cast.add_roles(figure, page.slice(Span::new(page.bare_phrase(phrase.span).start, end)));
    cast.set_phrase(phrase.key, figure);
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
    let phrase = page.slice(page.focused(span));
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
    if !matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed)
        && let Some(figure) = cast.phrase(phrase.key).filter(|_| !phrase.short)
    {
        return Some((figure, 0.95));
    }
    let mut best: Option<(usize, f64)> = None;
    if phrase.tail && !matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed) {
        return None;
    }
    for (figure, exact) in cast.holders(head) {
        let near = scene.last(figure).is_some_and(|seen| here.saturating_sub(seen.sentence) <= 2);
        if mention.kind == MentionKind::Document && !exact && !near || !exact && others(cast, mention, phrase, figure) {
            continue;
        }
        let Some(score) = fit(cast, scene, mention, phrase, figure, here).filter(|_| !is_elsewhere(page, cast, mention, figure)) else {
            continue;
        };
        let score = score + if exact { 1.0 } else { 0.0 };
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((figure, score));
        }
    }
    let (figure, score) = best.filter(|(_, score)| *score >= 2.0)?;
    Some((figure, (0.55 + score * 0.04).min(0.93)))
}

/// "The county attorneys" are not "Ruiz’s lawyers", though attorneys are lawyers.
fn others(cast: &Cast, mention: &Mention, phrase: &Phrase, figure: usize) -> bool {
    mention.plural && !phrase.modifiers.is_empty() && !phrase.modifiers.iter().any(|word| cast.has_role(figure, *word))
}

/// "The president of Astria" is not "Brillian President Ana Ruiz".
fn is_elsewhere(page: &Page, cast: &Cast, mention: &Mention, figure: usize) -> bool {
    let of = |mention: &Mention| {
        mention.country.filter(|_| matches!(mention.kind, MentionKind::Person | MentionKind::Role | MentionKind::Unnamed))
    };
    let told = cast.get(figure).into_iter().flat_map(|of| &of.mentions).take(INTRODUCTIONS).find_map(|i| of(page.mention(*i)?));
    let own = of(mention);
    // Nothing ties Ruiz to Ukraine: "the president *of Ukraine*" is somebody else.
    let named = page.tokens.at(page.head(mention.tokens.clone()).unwrap_or(mention.tokens.end) + 1).lower() == "of";
    own.is_some() && own != told && (named || told.is_some())
}

fn fit(cast: &Cast, scene: &Scene, mention: &Mention, phrase: &Phrase, figure: usize, here: usize) -> Option<f64> {
    let of = cast.get(figure)?;
    let distance = scene.last(figure).map(|seen| here.saturating_sub(seen.sentence));
    let met = phrase.modifiers.iter().filter(|word| cast.has_role(figure, **word)).count();
    let missed = phrase.modifiers.len() - met;
    let person = matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed);
    let nameless = phrase.head.is_some_and(|head| kin::is_nameless(cast.words.text(head)));
    let wrong = of.generic
        || is_vice(cast, phrase, of)
        || of.plural != mention.plural
        || !of.allows(person_gender(mention.gender))
        || !kinds_agree(of, mention);
    let strange = (phrase.named && missed > 0 && (!person || of.kind == SpeakerKind::Unnamed))
        || (of.kind == SpeakerKind::Unnamed && !nameless && distance.is_none_or(|far| far > 6));
    // “Let *our doctors* in,” *the doctors* wrote: whom somebody's words name is not whom the article speaks of.
    let quoted = mention.plural && scene.last(figure).is_some_and(|seen| seen.hidden == Hidden::Quoted) && of.mentions.len() < 2;
    if wrong || strange || quoted {
        return None;
    }
    let recency = distance.map_or(-1.0, |far| match far {
        0..=1 => 5.0,
        2..=3 => 4.0,
        4..=8 => 2.5,
        _ => 1.5,
    });
    let sort = match of.kind {
        SpeakerKind::Person if !nameless => 1.0,
        SpeakerKind::Unnamed if nameless => 1.5,
        _ => 0.0,
    };
    let voice = if scene.last(figure).is_some_and(|seen| seen.speaks && seen.hidden != Hidden::Quoted) { 1.5 } else { 0.0 };
    Some(1.0 + recency + sort + voice + met as f64 * 2.0 - missed as f64 * 1.5 - qualified(cast, phrase, of))
}

/// "The minister" is hardly the "former minister".
fn qualified(cast: &Cast, phrase: &Phrase, figure: &Figure) -> f64 {
    let qualifies = |key: &&Key| matches!(cast.words.text(**key), "deputy" | "former" | "acting" | "assistant" | "ex");
    figure.roles.iter().filter(qualifies).filter(|key| !phrase.modifiers.contains(key)).count() as f64 * 4.0
}

/// "The presidential nominee" is not the "vice presidential nominee".
pub fn is_vice(cast: &Cast, phrase: &Phrase, figure: &Figure) -> bool {
    let vice = |key: &&Key| cast.words.text(**key) == "vice";
    phrase.head.is_some_and(|head| figure.roles.contains(&head))
        && figure.roles.iter().any(|key| vice(&key))
        && !phrase.modifiers.iter().any(|key| vice(&key))
}

fn person_gender(gender: Gender) -> Gender {
    if gender == Gender::Neuter { Gender::Unknown } else { gender }
}

fn kinds_agree(figure: &Figure, mention: &Mention) -> bool {
    match mention.kind {
        MentionKind::Document => figure.kind == SpeakerKind::Document,
        // "The company" is not "U.S. companies".
        MentionKind::Organization => {
            figure.kind == SpeakerKind::Organization && (mention.plural || !figure.plural || figure.joint != Joint::No)
        }
        MentionKind::Place => matches!(figure.kind, SpeakerKind::Place | SpeakerKind::Organization),
        MentionKind::Group => figure.plural,
        MentionKind::Unnamed => figure.is_person(),
        _ => figure.kind != SpeakerKind::Document,
    }
}

/// "the agency", "the network": the organization mentioned last, if its nouns say no more than that it is one.
pub fn organization(cast: &Cast, scene: &Scene, voices: &Voices, mention: &Mention, phrase: &Phrase) -> Option<(usize, f64)> {
    let head = cast.words.text(phrase.head?);
    // "the *Larnian* carmaker"
    let named = phrase.named && mention.country.is_none();
    if !kin::is_organization(head) || phrase.modifiers.len() > 1 || named || phrase.tail {
        return None;
    }
    let is_body = |figure: usize| cast.get(figure).is_some_and(|of| of.kind == SpeakerKind::Organization && can_be_called(head, &of.name));
    // Ruiz told CNN that it held. *The company* denied it: that is not CNN.
    let medium = kin::is_outlet(head) && !matches!(head, "company" | "firm" | "group");
    let listens = |seen: &Seen| !medium && voices.listens(seen.start);
    let found = scene.recent().filter(|seen| seen.hidden != Hidden::Quoted && !listens(seen) && is_body(seen.figure)).take(6);
    let found = found.max_by_key(|seen| (seen.speaks, seen.standing == Standing::Main, seen.start))?;
    Some((found.figure, 0.65))
}

/// "The council" is no newspaper and no town; "the court" and "the school" are what their name says, or letters that stand for it.
fn can_be_called(head: &str, name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    if outlets::is_affiliation(name) && !kin::is_outlet(head) || matches!(last, "town" | "city" | "village" | "county" | "state") {
        return false;
    }
    // "The company" is no ministry.
    if matches!(head, "company" | "firm" | "corporation" | "airline" | "manufacturer" | "retailer")
        && kin::is_public(Folded::new(last).as_str())
    {
        return false;
    }
    let telling = matches!(
        head,
        "court"
            | "ministry"
            | "department"
            | "university"
            | "school"
            | "college"
            | "newspaper"
            | "magazine"
            | "paper"
            | "hospital"
            | "union"
    );
    // "the department" may be the DHS, "the court" is no LCD; "EDT" is the time.
    let letters = matches!(name.len(), 3..=5) && name.chars().all(char::is_uppercase) && !name.ends_with("DT") && !name.ends_with("ST");
    let office = matches!(head, "ministry" | "department" | "union");
    !telling || letters && office || kin::is_outlet(head) && outlets::is_affiliation(name) || Folded::new(name).as_str().contains(head)
}

/// "the utility" in "Ruiz, a spokesperson for the utility": the organization mentioned last, first one that is called so.
pub fn employer(page: &Page, cast: &mut Cast, scene: &Scene, mention: &Mention) -> Option<usize> {
    let span = page.bare_phrase(mention.affiliation?);
    let words = page.slice(span);
    let noun = words.split_ascii_whitespace().last().filter(|_| words.starts_with(char::is_lowercase))?;
    let key = cast.words.key(noun).filter(|key| kin::is_organization(cast.words.text(*key)))?;
    let named = |of: &Figure| of.kind == SpeakerKind::Organization && of.name.starts_with(char::is_uppercase);
    let bodies = || scene.recent().filter(|seen| cast.get(seen.figure).is_some_and(named));
    let here = page.sentence(mention);
    // "“Brill Edison is safe,” said Ruiz, a spokesperson for the utility": she speaks of it.
    let own = bodies().find(|seen| seen.sentence == here && seen.start < mention.span.start);
    let called_so = || bodies().find(|seen| seen.hidden != Hidden::Quoted && cast.has_role(seen.figure, key));
    own.or_else(called_so).or_else(|| bodies().find(|seen| seen.hidden != Hidden::Quoted)).map(|seen| seen.figure)
}
