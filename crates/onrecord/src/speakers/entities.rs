//! From figures to the entries of the article: only those who speak, in the order of their first mention.

use super::Entity;
use super::figure::{Figure, Joint};
use super::introduction;
use super::page::Page;
use super::people::tidy;
use super::reader::Reader;
use crate::article::{Anonymity, SpeakerKind};
use crate::data::{kin, leaders};
use crate::mentions::{Mention, MentionKind};
use crate::order;
use crate::span::Span;

/// The entries of those who speak, and for each figure its entry.
pub fn list(reader: &Reader, speaking: &[usize]) -> (Vec<Entity>, Vec<Option<usize>>) {
    let (page, cast) = (&reader.page, &reader.cast);
    let mut order: Vec<(usize, &Figure)> = speaking.iter().filter_map(|i| Some((*i, cast.get(*i)?))).collect();
    order::by_key(&mut order, |(i, figure)| (first_place(page, figure), *i));
    let mut index = vec![None; cast.figures.len()];
    let mut entities = Vec::with_capacity(order.len());
    for (i, figure) in order {
        if let Some(slot) = index.get_mut(i) {
            *slot = Some(entities.len());
        }
        entities.push(entity(reader, figure));
    }
    (entities, index)
}

fn first_place(page: &Page, figure: &Figure) -> usize {
    let mentioned = figure.mentions.iter().filter_map(|i| page.mention(*i)).map(|mention| mention.span.start);
    mentioned.chain(figure.places.iter().map(|span| span.start)).min().unwrap_or(usize::MAX)
}

fn entity(reader: &Reader, figure: &Figure) -> Entity {
    let page = &reader.page;
    let employer = figure.mentions.iter().find_map(|i| reader.employers.get(i)).and_then(|employer| reader.cast.get(*employer));
    let mentions: Vec<&Mention> = figure.mentions.iter().filter_map(|i| page.mention(*i)).collect();
    let mut places: Vec<Span> = mentions.iter().map(|mention| mention.span).chain(figure.places.iter().copied()).collect();
    order::by(&mut places, Ord::cmp);
    let titles = introduction::titles(page, figure, &mentions);
    let printed = styled(fullest(page, figure, &mentions), &titles);
    let leader = Some(&printed).filter(|_| figure.kind == SpeakerKind::Person).and_then(|name| leaders::find(name, &titles));
    // A last name alone stays as it is printed; an initial stands for a name that the reader knows.
    let known = leader.filter(|_| printed.split_once(' ').and_then(|(given, _)| leaders::initial(given)).is_some());
    let mut aliases = aliases(page, figure, &mentions);
    if known.is_some() && !aliases.contains(&printed) {
        aliases.insert(0, printed.clone());
    }
    Entity {
        name: known.map_or(printed, |leader| leader.name.to_owned()),
        kind: if figure.joint == Joint::People { SpeakerKind::Person } else { figure.kind },
        aliases,
        titles,
        affiliation: employer
            .map(|employer| employer.name.clone())
            .or_else(|| affiliation(page, &mentions))
            .filter(|body| *body != figure.name && !(figure.kind == SpeakerKind::Person && figure.name.split(' ').any(|own| own == body))),
        country: mentions.iter().find_map(|mention| mention.country).or(leader.and_then(|leader| leader.country)),
        descriptions: introduction::descriptions(page, figure, employer, &mentions),
        anonymity: mentions.iter().find_map(|mention| mention.anonymity).map(|(_, reason)| Anonymity { granted: true, reason }),
        mentions: places,
    }
}

/// The first organization that is named beside the figure; else the first phrase for one.
fn affiliation(page: &Page, mentions: &[&Mention]) -> Option<String> {
    // "the son of Holt", "Odell’s wife"
    let family = |mention: &&&Mention| {
        let said = [mention.title, mention.role].into_iter().flatten().map(|span| page.slice(span));
        said.flat_map(str::split_ascii_whitespace).any(kin::is_family)
    };
    let all = || {
        mentions
            .iter()
            .filter(|mention| !family(mention))
            .filter_map(|mention| mention.affiliation)
            .map(|span| page.slice(page.bare_phrase(span)))
    };
    // "a ship’s cook" has no employer
    let body = |words: &&str| words.split_ascii_whitespace().last().is_some_and(kin::is_organization);
    // "a friend of Mr. Holt"
    let someone = |words: &&str| {
        ["Mr", "Mrs", "Ms", "Dr"].iter().any(|style| words.strip_prefix(style).is_some_and(|name| name.starts_with(['.', ' '])))
    };
    all().filter(|words| !someone(words)).find(|words| words.contains(char::is_uppercase)).or_else(|| all().find(body)).map(tidy)
}

/// The name as the article has it in its fullest form, in its usual capitals.
fn fullest(page: &Page, figure: &Figure, mentions: &[&Mention]) -> String {
    if figure.kind != SpeakerKind::Person {
        return figure.name.clone();
    }
    let names = mentions.iter().filter_map(|mention| mention.name).map(|span| page.slice(span));
    let names = names.filter(|name| *name != figure.name).map(tidy);
    let weight = |name: &String| (name.split(' ').filter(|word| word.chars().count() > 2).count(), name.chars().any(char::is_lowercase));
    names.fold(figure.name.clone(), |best, name| if weight(&name) > weight(&best) { name } else { best })
}

/// "Prince Harald", "Pope Gregory": who has no last name goes by the style.
fn styled(name: String, titles: &[String]) -> String {
    let royal =
        |title: &&String| matches!(title.as_str(), "Prince" | "Princess" | "King" | "Queen" | "Pope" | "Emperor" | "Sultan" | "Emir");
    let ordinal = |word: &str| word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let alone = name.split(' ').skip(1).all(ordinal);
    let style = titles.iter().find(royal).filter(|_| alone && !name.is_empty());
    style.map(|style| format!("{style} {name}")).unwrap_or(name)
}

fn aliases(page: &Page, figure: &Figure, mentions: &[&Mention]) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    // "Founder" and "the mayor" are what a person is, not what they are called.
    let names = |mention: &&&Mention| match figure.kind {
        SpeakerKind::Person => mention.kind == MentionKind::Person && mention.name.is_some(),
        _ => mention.kind != MentionKind::Pronoun,
    };
    for mention in mentions.iter().filter(names) {
        let printed = page.slice(mention.name.unwrap_or(mention.span));
        if printed == figure.name {
            continue;
        }
        let form = tidy(printed);
        if form != figure.name && !aliases.contains(&form) && aliases.len() < 16 {
            aliases.push(form);
        }
    }
    aliases
}
