//! Step 4, [`find`]: who and what is mentioned. People, roles, organizations, groups, unnamed sources, documents, places, pronouns.

mod anonymity;
mod aside;
mod behind;
mod chunk;
mod clues;
mod employer;
mod extend;
mod firm;
mod join;
mod joints;
mod kind;
mod pronoun;
mod read;
mod tail;
mod title;
mod verbal;
mod view;

use crate::data::lexicon::Class;
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::span::Span;
use std::ops::Range;
use view::View;

/// A phrase that can be a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The phrase with its determiner, titles and name, without what follows it in commas:
    /// "Russian Deputy Foreign Minister Sergei Ryabkov", "a senior White House official", "two sources familiar with the situation".
    pub span: Span,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// `span` with its apposition or relative clause, where there is one:
    /// "Fiona Hill, a Russia expert who served on the council".
    pub extent: Span,
    /// What it is.
    pub kind: MentionKind,
    /// The proper name: "Sergei Ryabkov"; for an organization its name without the determiner.
    pub name: Option<Span>,
    /// The title before the name: "Russian Deputy Foreign Minister"; for a role, the role ("president").
    pub title: Option<Span>,
    /// What follows in commas or dashes: "a Russia expert who served on the council".
    pub description: Option<Span>,
    /// "Center for a New American Security" in "X of the Center …".
    pub affiliation: Option<Span>,
    /// The role that an apposition gives to a name, without its determiner: "Russia expert", "director of the Brill Institute".
    pub role: Option<Span>,
    /// ISO 3166-1 alpha-2 code that title or name shows.
    pub country: Option<&'static str>,
    /// What the words tell.
    pub gender: Gender,
    /// One or several.
    pub plural: bool,
    /// Where anonymity is promised: the whole clause, and the reason within it.
    pub anonymity: Option<(Span, Option<Span>)>,
    /// Those that a coordination names: "Ines" and "Karl" in "Ines and Karl"; empty for anything else.
    pub members: Vec<Mention>,
    /// Whose it is: "Ruiz" in "Ruiz’s lawyer", "Ruiz’s plan"; "Brill Daily Post" in "a Brill Daily Post report".
    pub owner: Option<Box<Mention>>,
}

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// A proper name of a person.
    Person,
    /// A proper name of an organization, agency, newspaper.
    Organization,
    /// A country or city (it may stand for its government).
    Place,
    /// Several people: "analysts", "U.S. officials", "both sides", "Republicans".
    Group,
    /// One person without a name, indefinite: "a senior official".
    Unnamed,
    /// Definite role, which points back or to an office: "the president", "the minister", "the official", "the source".
    Role,
    /// "a report", "the poll", "a statement".
    Document,
    /// he, she, they, who, I, we, it …
    Pronoun,
}

impl MentionKind {
    /// Its name in traces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Unnamed => "unnamed",
            Self::Role => "role",
            Self::Document => "document",
            Self::Pronoun => "pronoun",
        }
    }
}

/// What the words tell about gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// Nothing.
    Unknown,
    /// he, Mr, Sergei
    Male,
    /// she, Ms, Fiona
    Female,
    /// it, an organization, a document
    Neuter,
}

/// Finds the mentions, in order; they do not overlap (`extent`s may).
pub fn find(text: &Text, _layout: &Layout, tokens: &Tokens) -> Vec<Mention> {
    let view = View::new(text, tokens);
    // News names or means somebody every five words or so.
    let mut found = Vec::with_capacity(tokens.len() / 5);
    for &(start, end) in &tokens.sentences {
        let from = found.len();
        phrases(&view, start, end, &mut found);
        join::sentence(&view, &mut found, from);
        extend::sentence(&view, &mut found, from, end);
        anonymity::sentence(&view, start, end, found.get_mut(from..).unwrap_or_default());
    }
    found
}

/// The noun phrases and pronouns of a sentence.
fn phrases(view: &View, start: usize, end: usize, found: &mut Vec<Mention>) {
    let mut i = start;
    while i < end {
        let Some((mention, next)) = phrase(view, i, end) else {
            i += 1;
            continue;
        };
        found.extend(mention);
        i = next.max(i + 1);
    }
}

/// The noun phrase or pronoun at `i`: its mention, if it can be a source, and where to read on.
fn phrase(view: &View, i: usize, end: usize) -> Option<(Option<Mention>, usize)> {
    if chunk::is_time_phrase(view, i) {
        return Some((None, i + 2));
    }
    if is_ticker(view, i) {
        return Some((None, i + 3));
    }
    if let Some(mention) = pronoun::at(view, i, end) {
        let next = mention.tokens.end;
        return Some((Some(mention), next));
    }
    let chunk = chunk::at(view, i, end)?;
    let next = chunk.range.end;
    match tail::complete(view, &chunk, end) {
        Some(mut mention) => {
            let next = mention.tokens.end.max(next);
            let owner = chunk.owner.as_ref().filter(|_| mention.members.is_empty()).and_then(|_| owner(view, &chunk));
            let person = owner.filter(|owner| owner.kind == MentionKind::Person);
            let outlet = || (mention.kind == MentionKind::Document).then(|| outlet(view, &mention.tokens)).flatten();
            mention.owner = person.or_else(outlet).map(Box::new);
            Some((Some(mention), next))
        }
        None => Some((owner(view, &chunk), next)),
    }
}

/// "Orvo Inc (*ORV.O*)": how an exchange calls a firm.
pub fn is_ticker(view: &View, i: usize) -> bool {
    let code = |i: usize, most: usize| {
        let letters = view.slice(i);
        letters.len() <= most && letters.starts_with(|c: char| c.is_ascii_uppercase()) && letters.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    i > 0 && view.is_punct(i - 1, "(") && code(i, 6) && view.is_punct(i + 1, ".") && code(i + 2, 2) && view.is_punct(i + 3, ")")
}

/// "a Brill Daily Post report": the outlet that a document is named after.
fn outlet(view: &View, tokens: &Range<usize>) -> Option<Mention> {
    let named = |i: &usize| view.is(*i, Class::News) && view.length(*i) > 1 && i + view.length(*i) < tokens.end;
    let start = tokens.clone().find(named)?;
    let range = start..start + view.length(start);
    let mut mention = read::bare(view, range.clone(), MentionKind::Organization);
    mention.name = Some(view.span(range));
    mention.gender = Gender::Neuter;
    Some(mention)
}

/// "Biden’s plan": the plan is no source, its owner is worth a mention.
fn owner(view: &View, chunk: &chunk::Chunk) -> Option<Mention> {
    if let Some(owner) = chunk.owner.clone() {
        let inner = chunk::at(view, owner.start, owner.end)?;
        return read::mention(view, &inner);
    }
    pronoun::possessive(view, chunk.range.start)
}
