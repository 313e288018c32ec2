//! What a noun phrase stands for: a name with its title, a role, a group, a document.

use super::chunk::{self, Chunk, Det};
use super::kind::{ends_as_organization, is_kind_of_body, kind_of_name};
use super::title::{behind_compound, is_compound, title_end, without_role};
use super::view::View;
use super::{Gender, Mention, MentionKind, employer};
use crate::data::lexicon::{Class, Tells};
use crate::lexer::{Kind, Shape, Tag};
use std::ops::Range;

/// The mention that a noun phrase is, if it can be a source.
pub fn mention(view: &View, chunk: &Chunk) -> Option<Mention> {
    let run = name_run(view, chunk);
    if run.is_empty() {
        return common(view, chunk);
    }
    // "Sketch *a May*": nobody goes by an article and one name.
    let title = chunk.range.start.checked_sub(1).is_some_and(|i| view.at(i).is_capital());
    let bare = title && chunk.det == Det::Indefinite && chunk.range.len() == 2 && run.len() == 1;
    Some(named(view, chunk, run)).filter(|mention| !bare || mention.kind != MentionKind::Person)
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
                || view.tag(i) == Tag::Genitive && chunk::names_on(view, i)
                || links_body(view, chunk, i))
}

/// "Committee *for a* Better Brill", "Customs *and* Border Protection", "Committee on Rail*, Roads*": small words behind the head of an organization.
fn links_body(view: &View, chunk: &Chunk, i: usize) -> bool {
    matches!(view.slice(i), "for" | "on" | "to" | "and" | "a" | "an" | "the" | ",")
        && (chunk.body..chunk.range.end).take(16).any(|head| view.is(head, Class::OrganizationHead) && view.at(head).is_capital())
}

pub fn is_link(word: &str) -> bool {
    matches!(word, "of" | "de" | "da" | "di" | "du" | "del" | "der" | "van" | "von" | "den" | "bin" | "ibn" | "al" | "el" | "la" | "le")
}

fn named(view: &View, chunk: &Chunk, run: Range<usize>) -> Mention {
    if is_poll(view, chunk, &run) {
        return Mention { gender: Gender::Neuter, ..bare(view, chunk.range.clone(), MentionKind::Document) };
    }
    if let Some(office) = genitive_office(view, chunk, &run) {
        return office;
    }
    let mut mention = bare(view, chunk.range.clone(), MentionKind::Person);
    mention.country = country(view, chunk.range.clone());
    mention.affiliation = chunk.owner.clone().map(|owner| view.span(owner));
    // "Prince Albert’s County" is no prince.
    match title_end(view, chunk, &run).filter(|end| !(*end..run.end).any(|i| view.tag(i) == Tag::Genitive)) {
        Some(end) if end < run.end => {
            titled(view, chunk.body..end, end..run.end, &mut mention);
            of_genitive_office(view, chunk, end, &mut mention);
        }
        Some(_) => return role(view, chunk, mention),
        None => untitled(view, chunk, run, &mut mention),
    }
    mention
}

/// "a Harwick Poll", "a Larnian Lakes Survey", but no "Larnian Lakes Survey" that has its article: that is an office.
fn is_poll(view: &View, chunk: &Chunk, run: &Range<usize>) -> bool {
    let head = view.lower(run.end.saturating_sub(1));
    run.len() > 1 && (head == "poll" || chunk.det == Det::Indefinite && matches!(head, "survey" | "study"))
}

/// A name behind a title.
fn titled(view: &View, title: Range<usize>, name: Range<usize>, mention: &mut Mention) {
    mention.title = Some(view.span(title.clone()));
    mention.affiliation = mention.affiliation.or_else(|| employer::in_title(view, title.clone()));
    mention.name = Some(view.span(name.clone()));
    // "Prince Albert’s County Sheriff Ana Ruiz" is no prince.
    let office = title.clone().rev().find(|i| view.tag(*i) == Tag::Genitive).map_or(title.start, |i| i + 1);
    mention.gender = titled_gender(view, office..title.end, name.clone());
    mention.plural = view.any(title.end - 1, &[Class::Many]);
    // "state broadcaster KLTV"
    let letters = name.len() == 1 && view.at(name.start).shape == Shape::Upper && is_kind_of_body(view, title.end - 1);
    if (letters || ends_as_organization(view, &name)) && !view.is(name.start, Class::Forename) {
        mention.kind = MentionKind::Organization;
        mention.gender = Gender::Neuter;
    }
}

/// A name without a title that is known as one.
fn untitled(view: &View, chunk: &Chunk, run: Range<usize>, mention: &mut Mention) {
    let run = behind_compound(view, run);
    mention.kind = kind_of_name(view, chunk, &run);
    let run = if mention.kind == MentionKind::Person { without_role(view, run) } else { run };
    mention.name = Some(view.span(run.clone()));
    settle(view, chunk, &run, mention);
}

/// "*Brill County Sheriff’s Department* spokesman Ana Ruiz": the office of somebody is in her title, and she works there.
fn of_genitive_office(view: &View, chunk: &Chunk, end: usize, mention: &mut Mention) {
    let Some(owner) = chunk.owner.clone() else { return };
    let holder = owner.clone().last().is_some_and(|i| view.at(i).is_capital() && view.any(i, &[Class::One, Class::Title, Class::Many]));
    let office = view.at(chunk.body).is_capital() && view.any(chunk.body, &[Class::OrganizationHead, Class::Body]);
    let start = owner.rev().take_while(|i| view.at(*i).is_capital() && view.tag(*i) != Tag::Determiner).last();
    if let Some(start) = start.filter(|_| holder && office) {
        mention.title = Some(view.span(start..end));
        mention.affiliation = Some(view.span(start..chunk.body + 1));
    }
}

/// "the Brill County *Sheriff’s Office*", "the U.S. *Attorney’s Office*": the holder is part of the office’s name.
fn genitive_office(view: &View, chunk: &Chunk, run: &Range<usize>) -> Option<Mention> {
    let owner = chunk.owner.clone()?;
    let holder = owner.end.checked_sub(1).filter(|i| view.at(*i).is_capital() && view.any(*i, &[Class::One, Class::Title, Class::Many]))?;
    let named = run.clone().any(|i| view.any(i, &[Class::One, Class::Title, Class::Forename]));
    let office = view.any(run.start, &[Class::OrganizationHead, Class::Body]) && run.start == chunk.body && holder > owner.start && !named;
    let start = owner.rev().take_while(|i| view.at(*i).is_capital() && view.tag(*i) != Tag::Determiner).last()?;
    office.then(|| Mention {
        name: Some(view.span(start..run.end)),
        gender: Gender::Neuter,
        country: country(view, chunk.range.clone()),
        ..bare(view, chunk.range.clone(), MentionKind::Organization)
    })
}

fn role(view: &View, chunk: &Chunk, mut mention: Mention) -> Mention {
    mention.kind = if chunk.det == Det::Indefinite { MentionKind::Unnamed } else { MentionKind::Role };
    mention.title = Some(view.span(chunk.body..chunk.range.end));
    mention.affiliation = mention.affiliation.or_else(|| employer::in_title(view, chunk.body..chunk.range.end));
    mention.gender = gender(view, chunk.head()..chunk.range.end);
    mention
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
        mention.name = named_outlet(view, chunk, head).map(|name| view.span(name));
    }
    Some(mention)
}

/// "the *Kanashi* newspaper", "the *Pegalia* movement", "the state-run *KLNA* news agency", but no newspaper in Brill: the name that goes on without its noun.
fn named_outlet(view: &View, chunk: &Chunk, head: usize) -> Option<Range<usize>> {
    let end = match view.lower(head) {
        "newspaper" | "magazine" | "broadcaster" | "movement" => head,
        "agency" if view.lower(head - 1) == "news" => head - 1,
        _ => return None,
    };
    let own = |i: &usize| chunk::is_name(view, *i) && !view.any(*i, &[Class::Adjective, Class::Country, Class::State, Class::Capital]);
    let start = (chunk.body..end).rev().take_while(own).last()?;
    matches!(chunk.det, Det::Definite | Det::Possessed).then_some(start..end)
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
