//! Phrases that stand beside a name and mean the same: "another critic, Ana Ruiz, …", "Ana Ruiz, the mayor of Brill, …".

use super::page::Page;
use crate::lexer::Tag;
use crate::mentions::{Mention, MentionKind};
use crate::sources::Attribution;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// So many mentions may stand in what belongs to a phrase.
const MOST_WITHIN: usize = 8;

/// For each mention the named mention that it stands beside.
pub fn find(page: &Page) -> Vec<Option<usize>> {
    let mut beside = vec![None; page.mentions.len()];
    let telling = telling(page);
    for (index, pair) in page.mentions.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if telling.get(&(index + 1)).is_some_and(|content| content.covers(first.span)) {
            continue;
        }
        if is_phrase(second) && describes(page, first, second) || is_kind_of_body(page, first, second) {
            if let Some(of) = beside.get_mut(index + 1) {
                *of = Some(index);
            }
        } else if is_phrase(first)
            && second.kind == MentionKind::Person
            && is_apposed(page, first, second)
            && let Some(of) = beside.get_mut(index)
        {
            *of = Some(index + 1);
        }
    }
    name_across(page, &mut beside);
    beside
}

/// Names that stand behind more than the phrase: behind a name within it, or behind a clause.
fn name_across(page: &Page, beside: &mut [Option<usize>]) {
    for (index, three) in page.mentions.windows(3).enumerate() {
        let [first, within, second] = three else { continue };
        let named = is_phrase(first) && second.kind == MentionKind::Person && hangs_on(page, first, within);
        if let Some(of) = beside.get_mut(index).filter(|of| of.is_none() && named && is_apposed(page, first, second)) {
            *of = Some(index + 2);
        }
    }
    for (index, phrase) in page.mentions.iter().enumerate() {
        let Some(named) = named_behind(page, index, phrase) else { continue };
        if let Some(of) = beside.get_mut(index).filter(|of| of.is_none()) {
            *of = Some(named);
        }
    }
}

/// "the firm that owns the boats*, Orvo,* says": the name behind all that belongs to the phrase.
fn named_behind(page: &Page, index: usize, phrase: &Mention) -> Option<usize> {
    let group = page.slice(phrase.span).ends_with("group");
    let one = group || matches!(phrase.kind, MentionKind::Organization | MentionKind::Role) && !phrase.plural;
    let of_several = ["one of ", "only one of ", "Only one of "].iter().any(|lead| page.slice(phrase.span).starts_with(lead));
    if !one || phrase.name.is_some() || phrase.extent.end <= phrase.span.end && !of_several {
        return None;
    }
    let mut behind = (index + 1..index + MOST_WITHIN).filter_map(|i| Some((i, page.mention(i)?)));
    let (named, name) = behind.find(|(_, mention)| mention.span.start >= phrase.extent.end)?;
    let person = phrase.kind == MentionKind::Role;
    let kind = if person { MentionKind::Person } else { MentionKind::Organization };
    // "Orvo Records" may look like a person's name, but the phrase says what it is.
    let fits = name.name.is_some() && name.members.is_empty() && (name.kind == kind || !person && name.kind == MentionKind::Person);
    let next = page.tokens.at(page.tokens.after(name.span.end.saturating_sub(1)) + 1);
    let gap = page.slice(Span::new(phrase.extent.end, name.span.start));
    let parted = gap.trim() == "," && page.slice(next.span) == ",";
    (fits && parted).then_some(named)
}

/// "The toll would hurt Ruiz, *another aide* said": for each mention that is a source, the words before it that it says.
fn telling(page: &Page) -> FxHashMap<usize, Span> {
    let last = |found: &Attribution| found.content.last().copied();
    page.attributions.iter().filter_map(|found| Some((page.source(found)?, last(found)?))).collect()
}

/// "the mayor *of Brill*, Ana Ruiz": the name within belongs to the phrase.
fn hangs_on(page: &Page, phrase: &Mention, within: &Mention) -> bool {
    matches!(page.between(phrase, within), "of" | "for" | "at" | "in" | "from" | "of the" | "for the" | "at the")
}

fn is_phrase(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Unnamed | MentionKind::Role) && !mention.plural
}

/// "Al Otro Lado, a nonprofit that …": an organization and what it is.
fn is_kind_of_body(page: &Page, named: &Mention, phrase: &Mention) -> bool {
    let bodies = named.kind == MentionKind::Organization && phrase.kind == MentionKind::Organization;
    bodies && named.name.is_some() && phrase.name.is_none() && page.between(named, phrase) == ","
}

/// "Ana Ruiz, the mayor of Brill": the description opens with the phrase.
fn describes(page: &Page, named: &Mention, phrase: &Mention) -> bool {
    if named.kind != MentionKind::Person {
        return false;
    }
    let Some(description) = named.description else {
        // "Ana Ruiz, a former judge who …": the phrase has its article, so that it is no item of a list.
        let article = page.slice(phrase.span).split_ascii_whitespace().next().unwrap_or_default();
        return matches!(article, "a" | "an" | "the") && (page.between(named, phrase) == "," || is_said_to_be(page, named, phrase));
    };
    let lead = page.slice(Span::new(description.start, phrase.span.start.max(description.start)));
    description.covers(phrase.span) && lead.split_ascii_whitespace().count() <= 1
}

/// "Ana Ruiz is a former judge"
fn is_said_to_be(page: &Page, named: &Mention, phrase: &Mention) -> bool {
    let mut between = page.tokens.within(Span::new(named.span.end, phrase.span.start)).map(|i| page.tokens.at(i));
    let (verb, more) = (between.next(), between.next());
    // "If Ana were a man"; "Ana was the first woman who" tells what she did.
    let first = page.tokens.within(phrase.span).take(2).any(|i| matches!(page.tokens.at(i).lower(), "first" | "only" | "last" | "next"));
    verb.is_some_and(|verb| verb.lemma() == "be" && verb.tag.is_verb() && verb.lower() != "were")
        && !first
        && more.is_none_or(|token| token.tag == Tag::Adverb)
        && between.next().is_none()
}

/// "Another critic, Ana Ruiz, said" and "The minister of trade, Mr. Ruiz, …": a comma before the name and one (or the verb) after it.
fn is_apposed(page: &Page, phrase: &Mention, named: &Mention) -> bool {
    let gap = Span::new(phrase.span.end, named.span.start);
    let between = page.slice(gap);
    // What goes with the phrase may come between: "a lawyer for the news outlets, Ana Ruiz,".
    let words = between.split_ascii_whitespace().count();
    if !between.trim_end().ends_with(',') || between.matches(',').count() != 1 || words > 6 {
        return false;
    }
    if words > 1 && (page.tokens.within(gap)).any(|i| page.tokens.at(i).tag.is_verb()) {
        return false;
    }
    let next = page.tokens.at(page.tokens.after(named.span.end.saturating_sub(1)) + 1);
    let before = page.tokens.at(phrase.tokens.start.checked_sub(1).unwrap_or(usize::MAX));
    matches!(page.slice(next.span), "," | "." | "—" | "–") && before.tag != Tag::Preposition
}
