//! From figures to the entries of the article: only those who speak, in the order of their first mention.

use super::Entity;
use super::figure::{Cast, Figure};
use super::page::Page;
use super::people::tidy;
use crate::article::{Anonymity, SpeakerKind};
use crate::lexer::Tag;
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

/// The entries of those who speak, and for each figure its entry.
pub fn list(page: &Page, cast: &Cast, speaking: &[usize]) -> (Vec<Entity>, Vec<Option<usize>>) {
    let mut order: Vec<(usize, &Figure)> = speaking.iter().filter_map(|i| Some((*i, cast.get(*i)?))).collect();
    order.sort_by_key(|(i, figure)| (first_place(page, figure), *i));
    let mut index = vec![None; cast.figures.len()];
    let mut entities = Vec::with_capacity(order.len());
    for (i, figure) in order {
        if let Some(slot) = index.get_mut(i) {
            *slot = Some(entities.len());
        }
        entities.push(entity(page, figure));
    }
    (entities, index)
}

fn first_place(page: &Page, figure: &Figure) -> usize {
    let mentioned = figure.mentions.iter().filter_map(|i| page.mention(*i)).map(|mention| mention.span.start);
    mentioned.chain(figure.places.iter().map(|span| span.start)).min().unwrap_or(usize::MAX)
}

fn entity(page: &Page, figure: &Figure) -> Entity {
    let mentions: Vec<&Mention> = figure.mentions.iter().filter_map(|i| page.mention(*i)).collect();
    let mut places: Vec<Span> = mentions.iter().map(|mention| mention.span).chain(figure.places.iter().copied()).collect();
    places.sort_unstable();
    Entity {
        name: fullest(page, figure, &mentions),
        kind: figure.kind,
        aliases: aliases(page, figure, &mentions),
        titles: titles(page, &mentions),
        affiliation: mentions.iter().find_map(|mention| mention.affiliation).map(|span| tidy(page.slice(page.bare_phrase(span)))),
        country: mentions.iter().find_map(|mention| mention.country),
        descriptions: distinct(page, mentions.iter().filter_map(|mention| mention.description)),
        anonymity: mentions.iter().find_map(|mention| mention.anonymity).map(|(_, reason)| Anonymity { granted: true, reason }),
        mentions: places,
    }
}

/// The name as the article has it in its fullest form, in its usual capitals.
fn fullest(page: &Page, figure: &Figure, mentions: &[&Mention]) -> String {
    if figure.kind != SpeakerKind::Person {
        return figure.name.clone();
    }
    let names = mentions.iter().filter_map(|mention| mention.name).map(|span| tidy(page.slice(span)));
    let weight = |name: &String| (name.split(' ').filter(|word| word.chars().count() > 2).count(), name.chars().any(char::is_lowercase));
    names.fold(figure.name.clone(), |best, name| if weight(&name) > weight(&best) { name } else { best })
}

fn aliases(page: &Page, figure: &Figure, mentions: &[&Mention]) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    // "Founder" and "the mayor" are what a person is, not what they are called.
    let names = |mention: &&&Mention| match figure.kind {
        SpeakerKind::Person => mention.kind == MentionKind::Person && mention.name.is_some(),
        _ => mention.kind != MentionKind::Pronoun,
    };
    for mention in mentions.iter().filter(names) {
        let form = tidy(page.slice(mention.name.unwrap_or(mention.span)));
        if form != figure.name && !aliases.contains(&form) && aliases.len() < 16 {
            aliases.push(form);
        }
    }
    aliases
}

/// Titles before names, roles that stand for the name, and appositions that are noun phrases; longest first.
fn titles(page: &Page, mentions: &[&Mention]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for mention in mentions {
        let before = mention.title.filter(|_| mention.kind == MentionKind::Person).map(|span| tidy(page.slice(page.bare_phrase(span))));
        let after = mention.role.map(|span| tidy(page.slice(span))).or_else(|| noun_phrase(page, mention.description?));
        for title in before.into_iter().chain(after) {
            if !is_honorific(&title) && !titles.contains(&title) && titles.len() < 16 {
                titles.push(title);
            }
        }
    }
    titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
    titles
}

/// "a Russia expert who served on the council" is the title "Russia expert"; "who served on the council" is none.
fn noun_phrase(page: &Page, description: Span) -> Option<String> {
    let tokens = page.tokens.within(page.bare_phrase(description));
    let first = page.tokens.at(tokens.start);
    if matches!(first.tag, Tag::Wh | Tag::Ing | Tag::Participle | Tag::Past | Tag::Preposition | Tag::Number | Tag::Pronoun | Tag::VerbS) {
        return None;
    }
    let end = tokens.clone().take(24).find(|i| *i > tokens.start && matches!(page.tokens.at(*i).tag, Tag::Wh | Tag::Past | Tag::VerbS));
    let words = tidy(page.slice(page.tokens.span(tokens.start..end.unwrap_or(tokens.end))));
    (!words.is_empty()).then_some(words)
}

fn is_honorific(title: &str) -> bool {
    matches!(title.trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Sir" | "Dame" | "Lord" | "Lady" | "Mme" | "Herr" | "Señor")
}

fn distinct(page: &Page, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.len() < 16 && !kept.iter().any(|own| page.slice(*own) == page.slice(span)) {
            kept.push(span);
        }
    }
    kept
}
