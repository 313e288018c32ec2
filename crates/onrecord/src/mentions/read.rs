//! What a noun phrase stands for: a name with its title, a role, a group, a document.

use super::chunk::{self, Chunk, Det};
use super::title::{behind_compound, is_compound, title_end, without_role};
use super::view::View;
use super::{Gender, Mention, MentionKind, employer};
use crate::data::lexicon::{Class, Tells};
use crate::lexer::{Kind, Shape, Tag};
use std::ops::Range;

/// The mention that a noun phrase is, if it can be a source.
pub fn mention(view: &View, chunk: &Chunk) -> Option<Mention> {
    let run = name_run(view, chunk);
    if run.is_empty() { common(view, chunk) } else { Some(named(view, chunk, run)) }
}

/// A mention with nothing but its place and kind.
pub fn bare(view: &View, range: Range<usize>, kind: MentionKind) -> Mention {
    let span = view.span(range.clone());
    Mention {
        span,
        tokens: range,
        extent: span,
        kind,
        name: None,
        title: None,
        description: None,
        affiliation: None,
        role: None,
        country: None,
        gender: Gender::Unknown,
        plural: false,
        anonymity: None,
        members: Vec::new(),
        owner: None,
    }
}

/// The words with capitals at the end of the phrase.
fn name_run(view: &View, chunk: &Chunk) -> Range<usize> {
    let mut start = chunk.range.end;
    while start > chunk.body && (joins_name(view, chunk, start - 1, start < chunk.range.end)) {
        start -= 1;
    }
    while start < chunk.range.end && !is_name_start(view, start) {
        start += 1;
    }
    start..chunk.range.end
}

fn is_name_start(view: &View, i: usize) -> bool {
    chunk::is_name(view, i) || view.length(i) != 1
}

fn joins_name(view: &View, chunk: &Chunk, i: usize, inside: bool) -> bool {
    let nickname = inside && view.at(i).is_capital() && view.at(i + 1).kind == Kind::Mark && i > 0 && view.at(i - 1).kind == Kind::Mark;
    chunk::is_name(view, i)
        || view.length(i) != 1
        || nickname
        || inside
            && (view.at(i).kind == Kind::Mark
                || view.is_punct(i, "&")
                || view.is_punct(i, "/")
                || is_link(view.slice(i))
                || links_body(view, chunk, i))
}

/// "Committee *for a* Better Brill", "Customs *and* Border Protection": small words behind the head of an organization.
fn links_body(view: &View, chunk: &Chunk, i: usize) -> bool {
    matches!(view.slice(i), "for" | "on" | "to" | "and" | "a" | "an" | "the")
        && (chunk.body..chunk.range.end).take(16).any(|head| view.is(head, Class::OrganizationHead) && view.at(head).is_capital())
}

pub fn is_link(word: &str) -> bool {
    matches!(word, "of" | "de" | "da" | "di" | "du" | "del" | "der" | "van" | "von" | "den" | "bin" | "ibn" | "al" | "el" | "la" | "le")
}

fn named(view: &View, chunk: &Chunk, run: Range<usize>) -> Mention {
    let title_end = title_end(view, chunk, &run);
    let mut mention = bare(view, chunk.range.clone(), MentionKind::Person);
    mention.country = country(view, chunk.range.clone());
    mention.affiliation = chunk.owner.clone().map(|owner| view.span(owner));
    match title_end {
        Some(end) if end < run.end => {
            mention.title = Some(view.span(chunk.body..end));
            mention.affiliation = mention.affiliation.or_else(|| employer::in_title(view, chunk.body..end));
            mention.name = Some(view.span(end..run.end));
            mention.gender = titled_gender(view, chunk.body..end, end..run.end);
            mention.plural = view.any(end - 1, &[Class::Many]);
            if ends_as_organization(view, &(end..run.end)) && !view.is(end, Class::Forename) {
                mention.kind = MentionKind::Organization;
                mention.gender = Gender::Neuter;
            }
        }
        Some(_) => return role(view, chunk, mention),
        None => {
            let run = behind_compound(view, run);
            mention.kind = people(view, chunk, &run).unwrap_or_else(|| kind_of_name(view, &run));
            if mention.kind == MentionKind::Person && run.start > chunk.body && view.any(run.start - 1, &[Class::Body, Class::Document]) {
                mention.kind = MentionKind::Organization; // "the journal Science", "the company Brill Post"
            }
            if mention.kind == MentionKind::Person && is_ordinary(view, chunk, &run) {
                mention.kind = MentionKind::Organization;
            }
            if mention.kind == MentionKind::Person && is_where(view, chunk, &run) {
                mention.kind = MentionKind::Place;
            }
            let run = if mention.kind == MentionKind::Person { without_role(view, run) } else { run };
            mention.name = Some(view.span(run.clone()));
            settle(view, chunk, &run, &mut mention);
        }
    }
    mention
}

fn role(view: &View, chunk: &Chunk, mut mention: Mention) -> Mention {
    mention.kind = if chunk.det == Det::Indefinite { MentionKind::Unnamed } else { MentionKind::Role };
    mention.title = Some(view.span(chunk.body..chunk.range.end));
    mention.affiliation = mention.affiliation.or_else(|| employer::in_title(view, chunk.body..chunk.range.end));
    mention.gender = gender(view, chunk.head()..chunk.range.end);
    mention
}

/// "the British", "a Syrian", "the Dane": people by their country.
fn people(view: &View, chunk: &Chunk, run: &Range<usize>) -> Option<MentionKind> {
    let facts = view.facts(run.start);
    let fits = run.len() == 1 && facts.any(&[Class::Adjective, Class::National]) && !facts.any(&[Class::Country, Class::Forename]);
    match chunk.det {
        Det::Indefinite if fits => Some(MentionKind::Unnamed),
        Det::Definite if fits && facts.is(Class::National) && !facts.is(Class::Adjective) => Some(MentionKind::Role),
        _ => fits.then_some(MentionKind::Group),
    }
}

/// "in Ashton", "of Ashton, Md.": a town that bears the name of a person.
fn is_where(view: &View, chunk: &Chunk, run: &Range<usize>) -> bool {
    let before = chunk.range.start.checked_sub(1).map_or("", |i| view.lower(i));
    let state = view.is_punct(run.end, ",") && view.any(run.end + 1, &[Class::State, Class::Country]);
    let owns = view.tag(run.end) == Tag::Genitive;
    match before {
        "in" | "near" => run.len() == 1 && !owns || state,
        "of" | "from" | "at" | "to" | "outside" => state,
        _ => false,
    }
}

/// "The Latest", "Weighing the Evidence", "Closing Ranks" in a heading: words that are nobody’s name.
fn is_ordinary(view: &View, chunk: &Chunk, run: &Range<usize>) -> bool {
    let word = view.at(run.start).word.filter(|_| run.len() == 1 && !view.any(run.start, &[Class::Surname, Class::Forename]));
    word.is_some_and(|word| chunk.det == Det::Definite || word.get().first == Tag::Nouns)
}

fn kind_of_name(view: &View, run: &Range<usize>) -> MentionKind {
    let (first, last) = (run.start, run.end.saturating_sub(1));
    let whole = view.length(first) == run.len();
    let facts = view.facts(first);
    if whole && facts.any(&[Class::News, Class::Known]) {
        return MentionKind::Organization;
    }
    if whole && facts.any(&[Class::Country, Class::Seat, Class::Capital, Class::State]) {
        return MentionKind::Place;
    }
    if view.any(last, &[Class::Nationals, Class::Many]) {
        return MentionKind::Group;
    }
    if run.len() == 2 && view.is(first, Class::Forename) && view.is(last, Class::Surname) {
        return MentionKind::Person;
    }
    // "Larry King Now": a programme
    if run.len() > 2 && view.at(last).word.is_some_and(|word| matches!(word.get().first, Tag::Adverb | Tag::Pronoun | Tag::Determiner)) {
        return MentionKind::Organization;
    }
    if run.len() > 1 && view.is(last, Class::PlaceHead) {
        return MentionKind::Place;
    }
    if ends_as_organization(view, run) {
        return MentionKind::Organization;
    }
    if run.len() == 1 { single(view, first) } else { several(view, run) }
}

/// "Ministry of Defence", "Brill Daily Post", "Acme Corp."
fn ends_as_organization(view: &View, run: &Range<usize>) -> bool {
    let head = |i: usize| view.any(i, &[Class::OrganizationHead, Class::Body, Class::News, Class::Known]);
    let of = run.clone().find(|i| matches!(view.slice(*i), "of" | "for" | "to" | "on" | "against"));
    head(run.end.saturating_sub(1))
        || of.is_some_and(|of| of > run.start && head(of - 1))
        || run.clone().any(|i| view.length(i) > 1 && head(i))
}

fn single(view: &View, i: usize) -> MentionKind {
    if view.any(i, &[Class::Forename, Class::Surname]) {
        return MentionKind::Person;
    }
    let letters = view.slice(i);
    // "Moneybrill.com"
    let site = letters.rsplit_once(['.', '-']).is_some_and(|(_, end)| matches!(end, "com" | "org" | "net" | "TV" | "FM" | "AM"));
    let acronym = view.at(i).shape == Shape::Upper && letters.len() <= 6 && letters.len() > 1;
    if acronym || site || is_camel(letters) { MentionKind::Organization } else { MentionKind::Person }
}

/// "SoCalGas", "FedEx"; not "McBride", "DiMarco", "LeAnn".
fn is_camel(letters: &str) -> bool {
    let personal = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "D'", "D’", "Jo", "Ru", "St"];
    let inner = letters.chars().zip(letters.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
    let own = |start: &&str| letters.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    inner > 1 || inner == 1 && !personal.iter().any(own)
}

fn several(view: &View, run: &Range<usize>) -> MentionKind {
    let initial = |i: usize| view.slice(i).ends_with('.') && view.slice(i).len() <= 5;
    if view.is(run.start, Class::Forename) || run.clone().any(|i| initial(i) && !view.is(i, Class::State) && i + 1 < run.end) {
        return MentionKind::Person;
    }
    // "Southern Brill Edison"
    let adjective = view.at(run.start).word.is_some_and(|word| word.get().first == Tag::Adjective);
    if adjective && run.len() > 2 {
        return MentionKind::Organization;
    }
    let last = run.end.saturating_sub(1);
    if last > run.start && view.is(last - 1, Class::Forename) && view.is(last, Class::Surname) {
        return MentionKind::Person;
    }
    // "Per", "May" and "Will" would have no capital if they were no names.
    let closed = |i: usize| view.at(i).word.is_some_and(|word| matches!(word.get().first, Tag::Preposition | Tag::Modal));
    let ordinary = |i: usize| view.at(i).word.is_some() && !closed(i) && !view.any(i, &[Class::Surname, Class::Forename]);
    if run.clone().any(|i| ordinary(i) || view.any(i, &[Class::State, Class::Country, Class::Capital, Class::Adjective])) {
        MentionKind::Organization
    } else {
        MentionKind::Person
    }
}

/// Gender, number and the like of a name without a title.
fn settle(view: &View, chunk: &Chunk, run: &Range<usize>, mention: &mut Mention) {
    match mention.kind {
        MentionKind::Person => mention.gender = gender(view, run.start..=run.start),
        MentionKind::Group => {
            mention.plural = true;
            mention.name = None;
        }
        MentionKind::Unnamed | MentionKind::Role => mention.title = mention.name.take(),
        _ => mention.gender = Gender::Neuter,
    }
    let before = chunk.body..run.start;
    // "a bloody Pedro Holt", "Poor Ruiz", "Brill-born Ana Ruiz": that is no title.
    let quality = |i: usize| view.at(i).word.is_some_and(|word| word.get().first == Tag::Adjective);
    let noun = |i: usize| view.tag(i).is_noun() && !quality(i);
    let where_from = run.start.checked_sub(1).is_some_and(|i| is_compound(view, i));
    let titled = !where_from && before.clone().any(|i| noun(i) || view.any(i, &[Class::One, Class::Title, Class::Adjective]));
    if mention.kind == MentionKind::Person && titled {
        mention.title = Some(view.span(before));
    }
}

/// A phrase whose head is a common noun, or that has no noun at all ("both", "some").
fn common(view: &View, chunk: &Chunk) -> Option<Mention> {
    let head = chunk.head();
    let kind = common_kind(view, chunk, head)?;
    let mut mention = bare(view, chunk.range.clone(), kind);
    mention.country = country(view, chunk.range.clone());
    mention.affiliation = chunk.owner.clone().map(|owner| view.span(owner));
    mention.plural = kind == MentionKind::Group || view.any(head, &[Class::Documents, Class::Bodies]) && view.tag(head) == Tag::Nouns;
    if matches!(kind, MentionKind::Unnamed | MentionKind::Role) {
        mention.title = Some(view.span(chunk.body..chunk.range.end));
        mention.affiliation = mention.affiliation.or_else(|| employer::in_title(view, chunk.body..chunk.range.end));
        mention.gender = gender(view, head..=head);
    } else if kind != MentionKind::Group {
        mention.gender = Gender::Neuter;
    }
    Some(mention)
}

fn common_kind(view: &View, chunk: &Chunk, head: usize) -> Option<MentionKind> {
    if chunk.body > head {
        return Some(if chunk.det == Det::Indefinite { MentionKind::Unnamed } else { MentionKind::Group });
    }
    let facts = view.facts(head);
    let plural = view.tag(head) == Tag::Nouns;
    if facts.is(Class::Many) || facts.is(Class::Group) || is_share(view, head) {
        return Some(MentionKind::Group);
    }
    if facts.is(Class::One) || chunk::is_age(view.slice(head)) {
        return Some(person_kind(view, chunk, head));
    }
    if facts.any(&[Class::Body, Class::Bodies]) {
        return Some(MentionKind::Organization);
    }
    if facts.any(&[Class::Document, Class::Documents]) {
        return Some(MentionKind::Document);
    }
    looks_human(view.slice(head), plural).then(|| if plural { MentionKind::Group } else { person_kind(view, chunk, head) })
}

/// "58 percent", "half said so", "more than a third agreed"
fn is_share(view: &View, head: usize) -> bool {
    let part = view.is(head, Class::Quantity) && matches!(view.tag(head + 1), Tag::Past | Tag::VerbS | Tag::Verb);
    part || matches!(view.slice(head), "percent" | "per cent" | "pct") || view.slice(head).ends_with('%')
}

/// "the official" points back or to an office; "a senior official" and "his mother" introduce somebody without a name.
fn person_kind(view: &View, chunk: &Chunk, head: usize) -> MentionKind {
    let kin = chunk.det == Det::Possessed && chunk.owner.is_none() && view.facts(head).gender != Tells::Nothing;
    match chunk.det {
        Det::Definite => MentionKind::Role,
        Det::Possessed if !kin => MentionKind::Role,
        _ => MentionKind::Unnamed,
    }
}

/// Endings of people who are in no list: "kayakers", "flautist".
pub fn looks_human(word: &str, plural: bool) -> bool {
    let endings: &[&str] = if plural {
        &[
            "ists", "ologists", "icians", "goers", "makers", "holders", "men", "women", "eers", "keepers", "seekers", "dwellers",
            "watchers", "owners", "backers", "workers",
        ]
    } else {
        &["ist", "ician", "goer", "woman", "keeper", "seeker", "watcher", "owner", "backer", "worker"]
    };
    // Two letters tell nearly all words from these.
    let last = if plural { word.ends_with(['s', 'n']) } else { word.ends_with(['t', 'n', 'r']) };
    last && word.len() > 5 && endings.iter().any(|ending| word.ends_with(ending)) && !word.ends_with("playlist")
}

fn country(view: &View, range: Range<usize>) -> Option<&'static str> {
    range.into_iter().find_map(|i| view.facts(i).country)
}

/// "Mrs. Clinton" is a woman, and so is "Clinton adviser Jennifer Palm": titles tell first, then forenames, then roles, then a bare name.
fn titled_gender(view: &View, title: Range<usize>, name: Range<usize>) -> Gender {
    let honorific = gender(view, title.clone().filter(|i| view.is(*i, Class::Title)));
    let given = gender(view, name.clone().take(usize::from(name.len() > 1)));
    let role = gender(view, title.filter(|i| view.any(*i, &[Class::One, Class::Many])));
    [honorific, given, role, gender(view, name)].into_iter().find(|gender| *gender != Gender::Unknown).unwrap_or(Gender::Unknown)
}

/// The gender of the first word that tells one.
fn gender(view: &View, range: impl Iterator<Item = usize>) -> Gender {
    for i in range {
        match view.facts(i).gender {
            Tells::Male => return Gender::Male,
            Tells::Female => return Gender::Female,
            Tells::Nothing => {}
        }
    }
    Gender::Unknown
}
