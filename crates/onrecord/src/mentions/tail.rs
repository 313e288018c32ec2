//! What belongs to a noun phrase behind its head: "of the Brookings Institution", "familiar with the situation".

use super::chunk::{self, Chunk, Det};
use super::view::View;
use super::{Mention, MentionKind, read};
use crate::data::cues;
use crate::data::lexicon::Class;
use crate::lexer::{Shape, Tag};

/// "of" inside "of" inside "of": deeper than this nobody writes.
const DEEPEST: usize = 4;

/// The mention that a noun phrase with its complements is.
pub fn complete(view: &View, chunk: &Chunk, end: usize) -> Option<Mention> {
    complete_at(view, chunk, end, 0)
}

fn complete_at(view: &View, chunk: &Chunk, end: usize, depth: usize) -> Option<Mention> {
    let of = chunk.range.end;
    if view.lower(of) == "of"
        && depth < DEEPEST
        && let Some(inner) = chunk::at(view, of + 1, end)
    {
        return with_of(view, chunk, &inner, end, depth);
    }
    if view.lower(of) == "to"
        && let Some(inner) = chunk::at(view, of + 1, end)
        && let Some(envoy) = envoy(view, chunk, &inner)
    {
        return Some(envoy);
    }
    let mut mention = read::mention(view, chunk).or_else(|| before_odd_word(view, chunk))?;
    familiar(view, &mut mention, end);
    Some(mention)
}

/// "a source finish to the authorities": machine translation put a noun where "close" belongs, so the source ends one word before.
fn before_odd_word(view: &View, chunk: &Chunk) -> Option<Mention> {
    let (odd, linked) = (chunk.head(), matches!(view.lower(chunk.range.end), "to" | "with"));
    let human = odd > chunk.body && view.any(odd - 1, &[Class::One, Class::Many]) && !view.at(odd - 1).is_capital();
    if !linked || !human {
        return None;
    }
    let mut shorter = chunk.clone();
    shorter.range.end = odd;
    read::mention(view, &shorter)
}

/// "the director of the Brookings Institution", "55 percent of voters", "Secretary of State Ines Ruiz".
fn with_of(view: &View, chunk: &Chunk, inner: &Chunk, end: usize, depth: usize) -> Option<Mention> {
    let inner_mention = complete_at(view, inner, end, depth + 1);
    let inner_end = inner_mention.as_ref().map_or(inner.range.end, |m| m.tokens.end);
    if let Some(person) = office_holder(view, chunk, inner).or_else(|| head_of_what(view, chunk, inner, end)) {
        return Some(person);
    }
    let counts = view.is(chunk.head(), Class::Quantity) && !view.any(chunk.head(), &[Class::One, Class::Many]);
    let quantity = chunk.body > chunk.head() || counts;
    let mut mention = match read::mention(view, chunk) {
        Some(outer) if !quantity || inner_mention.is_none() => outer,
        None if !quantity => return None,
        outer => {
            let inner = inner_mention.as_ref()?;
            let one = chunk.det == Det::Indefinite && chunk.body > chunk.head() && view.lower(chunk.head()) == "one";
            let mut mention = outer.unwrap_or_else(|| read::bare(view, chunk.range.clone(), MentionKind::Group));
            mention.kind = quantity_kind(inner.kind, one);
            mention.plural = !one;
            mention
        }
    };
    if mention.kind == MentionKind::Person || mention.kind == MentionKind::Place {
        if mention.kind == MentionKind::Person {
            let place = inner_mention.is_some_and(|inner| inner.kind == MentionKind::Place);
            mention.affiliation = mention.affiliation.or((!place).then(|| view.span(inner.range.clone())));
            mention.extent = view.span(mention.tokens.start..inner_end);
        }
        return Some(mention);
    }
    mention.tokens.end = inner_end;
    mention.span = view.span(mention.tokens.clone());
    mention.extent = mention.span;
    mention.country = mention.country.or(inner_mention.as_ref().and_then(|m| m.country));
    if matches!(mention.kind, MentionKind::Role | MentionKind::Unnamed) {
        mention.affiliation = mention.affiliation.or(inner_mention.and_then(|m| m.name));
    }
    let bears = view.is(chunk.head(), Class::OrganizationHead) || chunk::is_name(view, inner.body);
    if mention.kind == MentionKind::Organization && mention.name.is_some() && bears {
        mention.name = mention.name.map(|name| name.hull(view.span(inner.range.clone())));
    } else if mention.kind == MentionKind::Organization && is_named_after(view, chunk, inner) {
        mention.name = Some(view.span(inner.body..inner.range.end));
    }
    familiar(view, &mut mention, end);
    Some(mention)
}

/// "the city *of Brill*" goes by the name of the place.
fn is_named_after(view: &View, chunk: &Chunk, inner: &Chunk) -> bool {
    let place = matches!(view.slice(chunk.head()), "city" | "town" | "village" | "county" | "state" | "province");
    place && inner.owner.is_none() && chunk.head() == chunk.body && (inner.body..inner.range.end).all(|i| view.at(i).is_capital())
}

fn quantity_kind(inner: MentionKind, one: bool) -> MentionKind {
    match inner {
        MentionKind::Document => MentionKind::Document,
        MentionKind::Organization if one => MentionKind::Organization,
        _ if one => MentionKind::Unnamed,
        _ => MentionKind::Group,
    }
}

/// "Secretary of State Ines Ruiz": the words after "of" end with the name of the one who holds the office.
fn office_holder(view: &View, chunk: &Chunk, inner: &Chunk) -> Option<Mention> {
    // "CEO of Brill Gene Technologies": no Gene holds it.
    let body = view.any(inner.head(), &[Class::OrganizationHead, Class::Body]);
    if !view.at(chunk.head()).is_capital() || inner.owner.is_some() || body {
        return None;
    }
    let given = |i: &usize| view.is(*i, Class::Forename) && i + 1 < inner.range.end && !view.is(*i, Class::State);
    if view.is(chunk.head(), Class::One) {
        let name = (inner.body + 1..inner.range.end).find(given).or_else(|| strange_name(view, inner))?;
        return Some(titled(view, chunk, inner, name));
    }
    // "Bank of England Governor Mark Holt"
    let post = (inner.body + 1..inner.range.end.saturating_sub(1)).rfind(|i| view.is(*i, Class::One) && view.at(*i).is_capital())?;
    let named = (post + 1..inner.range.end).all(|i| chunk::is_name(view, i));
    (named && view.is(chunk.head(), Class::OrganizationHead)).then(|| {
        let holder = titled(view, chunk, inner, post + 1);
        Mention { affiliation: Some(view.span(chunk.head()..post)), ..holder }
    })
}

/// "vice president of sales *Ana Ruiz*", "chief of staff Karl Holt", but no "lawyer of victim Ana Ruiz": an office in small letters.
fn head_of_what(view: &View, chunk: &Chunk, inner: &Chunk, end: usize) -> Option<Mention> {
    let field = |i: usize| !view.at(i).is_capital() && view.tag(i).is_noun() && !view.any(i, &[Class::One, Class::Title, Class::Body]);
    let office = inner.det == Det::Bare && inner.owner.is_none() && view.is(chunk.head(), Class::One) && inner.range.clone().all(field);
    // "vice president of sales *and marketing* Ana Ruiz"
    let more = if view.lower(inner.range.end) == "and" && field(inner.range.end + 1) { 2 } else { 0 };
    let first = inner.range.end + more;
    let name =
        chunk::at(view, first, end).filter(|name| office && name.range.len() > 1 && name.range.clone().all(|i| chunk::is_name(view, i)))?;
    let holder = Chunk { range: inner.range.start..name.range.end, ..name };
    view.is(first, Class::Forename).then(|| titled(view, chunk, &holder, first))
}

/// "Minister of Public Security *Tuo Lenkirl*": the words with capitals at the end that are no words of the language.
fn strange_name(view: &View, inner: &Chunk) -> Option<usize> {
    let strange = |i: &usize| view.at(*i).word.is_none() && view.at(*i).shape == Shape::Capital && view.length(*i) < 2;
    let start = (inner.body + 1..inner.range.end).rev().take_while(strange).last()?;
    let office = (inner.body..start).all(|i| view.at(i).word.is_some());
    ((2..=3).contains(&(inner.range.end - start)) && office).then_some(start)
}

/// "former envoy to Ukraine Pia Holt", "Ambassador to the United Nations Pia Holt": a country or a body, and then who is sent there.
fn envoy(view: &View, chunk: &Chunk, inner: &Chunk) -> Option<Mention> {
    let name = inner.body + view.length(inner.body).max(1);
    let country = inner.owner.is_none() && view.any(inner.body, &[Class::Country, Class::Known]) && view.is(chunk.head(), Class::One);
    let named = view.is(name, Class::Forename) && name + 1 < inner.range.end;
    (country && named).then(|| titled(view, chunk, inner, name))
}

/// The person whose name begins at `name`, with all before it as title.
fn titled(view: &View, chunk: &Chunk, inner: &Chunk, name: usize) -> Mention {
    let mut mention = read::bare(view, chunk.range.start..inner.range.end, MentionKind::Person);
    mention.title = Some(view.span(chunk.body..name));
    mention.name = Some(view.span(name..inner.range.end));
    mention.country = (chunk.body..inner.range.end).find_map(|i| view.facts(i).country);
    mention
}

/// "two sources familiar with the situation", "the source close to the minister", "a person with knowledge of the talks".
fn familiar(view: &View, mention: &mut Mention, end: usize) {
    if !matches!(mention.kind, MentionKind::Unnamed | MentionKind::Group | MentionKind::Role) || mention.name.is_some() {
        return;
    }
    let Some(object) = familiar_object(view, mention.tokens.end, mention.plural) else { return };
    let Some(inner_end) = phrase_end(view, object, end) else { return };
    if matches!(view.lower(object - 1), "at" | "from" | "with") {
        let inner = chunk::at(view, object, end).and_then(|inner| read::mention(view, &inner));
        let named = inner.filter(|inner| inner.kind == MentionKind::Organization).and_then(|inner| inner.name);
        mention.affiliation = mention.affiliation.or(named);
    }
    mention.tokens.end = inner_end;
    mention.span = view.span(mention.tokens.clone());
    mention.extent = mention.span;
}

/// Where the noun phrase or pronoun at `i` ends with its "of".
pub fn phrase_end(view: &View, i: usize, end: usize) -> Option<usize> {
    if view.tag(i) == Tag::Pronoun && i < end {
        return Some(i + 1);
    }
    let chunk = chunk::at(view, i, end)?;
    Some(complete_at(view, &chunk, end, DEEPEST - 1).map_or(chunk.range.end, |m| m.tokens.end))
}

/// Where the object starts in "familiar with …", "close to …", "with (direct) knowledge of …", "briefed on …", "at …".
fn familiar_object(view: &View, i: usize, plural: bool) -> Option<usize> {
    let linked = matches!(view.lower(i + 1), "with" | "to" | "on" | "in" | "of" | "about");
    // "two people *briefed* on the plan said": behind a noun the form of the past is a participle here.
    let told = matches!(view.lower(i), "briefed" | "informed" | "involved");
    let fits = told || matches!(view.tag(i), Tag::Adjective | Tag::Noun | Tag::Verb | Tag::Participle | Tag::Adverb);
    // "Some *worry* about the cost"
    let token = view.at(i);
    let verb = matches!(token.tag, Tag::Noun | Tag::Verb) && token.word.is_some_and(|word| word.get().tags.has(Tag::Verb));
    let reports = plural && verb && cues::listed(token.lemma()).is_some();
    let state = fits && linked && !reports && !matches!(view.lower(i), "said" | "told");
    if state {
        return Some(i + 2);
    }
    if view.lower(i) == "with" {
        let of = (i + 1..i + 5).find(|k| matches!(view.lower(*k), "of"))?;
        let knows = (i + 1..of).any(|k| matches!(view.lower(k), "knowledge" | "access" | "awareness" | "understanding"));
        return knows.then_some(of + 1);
    }
    (view.lower(i) == "at" || view.lower(i) == "from" && view.tag(i + 1) == Tag::Determiner).then_some(i + 1)
}
