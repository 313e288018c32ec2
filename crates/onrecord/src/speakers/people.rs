//! Who has which name: full names are joined into people first, over the whole article; bare last and first names find theirs later,
//! as the article is read, because only the place tells which "Clinton" is meant.

use super::figure::{Cast, Figure};
use super::fold::{Key, near};
use super::name::{Name, same};
use super::page::Page;
use crate::article::SpeakerKind;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::order;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// People by their names.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The name of each figure that is a person.
    names: FxHashMap<usize, Name>,
    /// For each spelled-out word of a full name, the people who have it.
    by_word: FxHashMap<Key, Vec<usize>>,
    /// For the first three letters of a last name, the people who have it.
    by_start: FxHashMap<[u8; 3], Vec<usize>>,
    /// What each mention's name is.
    forms: FxHashMap<usize, Form>,
    /// The first mention of each by full name.
    first: FxHashMap<usize, usize>,
    /// How often each is named in full.
    full: FxHashMap<usize, usize>,
    /// Bare names that nobody with a full name bears.
    strangers: FxHashMap<(Key, Gender), usize>,
}

#[derive(Clone, Debug)]
enum Form {
    Full(usize),
    Bare(Key),
}

/// People who share a word beyond this number are not compared.
const MOST_NAMESAKES: usize = 16;

struct Seen {
    mentions: Vec<usize>,
    spans: Vec<Span>,
    gender: Gender,
}

impl People {
    /// Joins the full names of all mentions.
    pub fn gather(page: &Page, cast: &mut Cast) -> Self {
        let mut people = Self::default();
        let mut full = people.read_names(page, cast);
        // Longer names first, so that shorter forms find them; among equals the order of the text.
        order::by_key(&mut full, |(name, seen)| (std::cmp::Reverse(name.fullness()), seen.mentions.first().copied()));
        for (name, seen) in full {
            people.join(page, cast, &name, &seen);
        }
        people
    }

    fn read_names(&mut self, page: &Page, cast: &mut Cast) -> Vec<(Name, Seen)> {
        let mut index: FxHashMap<Name, usize> = FxHashMap::default();
        let mut full: Vec<(Name, Seen)> = Vec::new();
        for (i, mention) in page.mentions.iter().copied().enumerate() {
            let Some(span) = mention.name.filter(|_| mention.kind == MentionKind::Person) else { continue };
            let name = Name::read(page.slice(span), &mut cast.words);
            if name.is_bare() {
                self.forms.extend(name.first().map(|part| (i, Form::Bare(part.key))));
                continue;
            }
            let at = *index.entry(name.clone()).or_insert_with(|| {
                full.push((name, Seen { mentions: Vec::new(), spans: Vec::new(), gender: Gender::Unknown }));
                full.len() - 1
            });
            if let Some((_, seen)) = full.get_mut(at) {
                seen.mentions.push(i);
                seen.spans.push(span);
                seen.gender = if seen.gender == Gender::Unknown { mention.gender } else { seen.gender };
            }
        }
        full
    }

    /// A full name joins the person whose it can be, or is a new person's.
    fn join(&mut self, page: &Page, cast: &mut Cast, name: &Name, seen: &Seen) {
        let figure = self.bearer(cast, name, seen.gender).unwrap_or_else(|| {
            let printed = seen.spans.iter().map(|span| page.slice(*span)).find(|form| !is_shouted(form));
            let printed = printed.or_else(|| seen.spans.first().map(|span| page.slice(*span))).unwrap_or_default();
            let figure = cast.add(Figure::new(SpeakerKind::Person, tidy(printed)));
            self.learn(cast, figure, name);
            figure
        });
        if let Some(of) = cast.figures.get_mut(figure)
            && of.gender == Gender::Unknown
        {
            of.gender = seen.gender;
        }
        if let Some(mention) = seen.mentions.first() {
            let first = self.first.entry(figure).or_insert(*mention);
            *first = (*first).min(*mention);
        }
        *self.full.entry(figure).or_default() += seen.mentions.len();
        self.forms.extend(seen.mentions.iter().map(|mention| (*mention, Form::Full(figure))));
        for mention in seen.mentions.iter().filter_map(|i| page.mention(*i)) {
            introduce(page, cast, figure, mention);
        }
    }

    fn bearer(&self, cast: &Cast, name: &Name, gender: Gender) -> Option<usize> {
        let fits = |figure: &usize| {
            let allowed = cast.get(*figure).is_some_and(|of| of.allows(gender));
            allowed && self.names.get(figure).is_some_and(|own| same(own, name, &cast.words))
        };
        let exact = name.parts.iter().rev().filter(|part| !part.initial).filter_map(|part| self.by_word.get(&part.key)).flatten();
        let close = name.last().and_then(|key| self.by_start.get(&start_of(cast.words.text(key)))).into_iter().flatten();
        exact.chain(close).copied().find(fits)
    }

    fn learn(&mut self, cast: &Cast, figure: usize, name: &Name) {
        for part in name.parts.iter().filter(|part| !part.initial) {
            let list = self.by_word.entry(part.key).or_default();
            if list.len() < MOST_NAMESAKES {
                list.push(figure);
            }
        }
        if let Some(last) = name.last() {
            let list = self.by_start.entry(start_of(cast.words.text(last))).or_default();
            if list.len() < MOST_NAMESAKES {
                list.push(figure);
            }
        }
        self.names.insert(figure, name.clone());
    }

    /// The people that a mention of a person can mean: one for a full name, all namesakes for a bare one.
    pub fn candidates(&self, cast: &Cast, mention: usize) -> Vec<usize> {
        match self.forms.get(&mention) {
            Some(Form::Full(figure)) => vec![*figure],
            Some(Form::Bare(key)) => self.namesakes(cast, *key),
            None => Vec::new(),
        }
    }

    /// The first mention of a person by full name.
    pub fn first_named(&self, figure: usize) -> Option<usize> {
        self.first.get(&figure).copied()
    }

    /// How often a person is named in full.
    pub fn times_in_full(&self, figure: usize) -> usize {
        self.full.get(&figure).copied().unwrap_or(0)
    }

    /// Does the mention give more than one word of the name?
    pub fn is_full(&self, mention: usize) -> bool {
        matches!(self.forms.get(&mention), Some(Form::Full(_)))
    }

    /// The people whom a name that is no mention can mean.
    pub fn bearers(&self, cast: &mut Cast, name: &str) -> Vec<usize> {
        let name = Name::read(name, &mut cast.words);
        match name.first() {
            Some(first) if name.is_bare() => self.namesakes(cast, first.key),
            Some(_) => self.bearer(cast, &name, Gender::Unknown).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// Those whose last name it is; else whose first or middle name; else whose last name is spelled nearly so.
    pub fn namesakes(&self, cast: &Cast, key: Key) -> Vec<usize> {
        let by_last = self.with_last_name(key);
        if !by_last.is_empty() {
            return by_last;
        }
        let having = self.by_word.get(&key).map_or(&[][..], Vec::as_slice);
        if !having.is_empty() {
            return having.to_vec();
        }
        let word = cast.words.text(key);
        let close = self.by_start.get(&start_of(word)).map_or(&[][..], Vec::as_slice);
        let misspelled = |figure: &&usize| {
            let last = self.names.get(figure).and_then(Name::last).map_or("", |key| cast.words.text(key));
            last.len().min(word.len()) >= 6 && near(last, word)
        };
        close.iter().filter(misspelled).copied().collect()
    }

    /// The person who has only this bare name in the article.
    pub fn stranger(&mut self, page: &Page, cast: &mut Cast, mention: usize) -> Option<usize> {
        let Form::Bare(key) = self.forms.get(&mention)? else { return None };
        let of = page.mention(mention)?;
        let (key, gender) = (*key, titled_gender(page, of));
        let other = [gender, Gender::Unknown, Gender::Male, Gender::Female];
        let mut usable = other.iter().take(if gender == Gender::Unknown { 4 } else { 2 });
        if let Some(figure) = usable.find_map(|gender| self.strangers.get(&(key, *gender))) {
            return Some(*figure);
        }
        let printed = of.name.map_or("", |span| page.slice(span));
        let mut figure = Figure::new(SpeakerKind::Person, tidy(printed));
        figure.gender = of.gender;
        let figure = cast.add(figure);
        self.strangers.insert((key, gender), figure);
        Some(figure)
    }

    /// Somebody of whom nothing but the last name is told, though others who have that name are named in full.
    pub fn namesake(&mut self, page: &Page, cast: &mut Cast, mention: usize) -> Option<usize> {
        let figure = self.stranger(page, cast, mention)?;
        let Form::Bare(key) = *self.forms.get(&mention)? else { return None };
        let name = Name::read(page.slice(page.mention(mention)?.name?), &mut cast.words);
        if self.names.insert(figure, name).is_none() {
            self.by_word.entry(key).or_default().push(figure);
        }
        Some(figure)
    }

    /// The only person with this last name, for a word that was not read as a person ("Trump" taken for a company).
    pub fn sole_bearer(&self, key: Key) -> Option<usize> {
        match self.with_last_name(key).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Everyone with this last name.
    pub fn with_last_name(&self, key: Key) -> Vec<usize> {
        let last = |figure: &&usize| self.names.get(figure).is_some_and(|name| name.last() == Some(key));
        self.by_word.get(&key).into_iter().flatten().filter(last).copied().collect()
    }
}

/// What title and description tell about a figure.
pub fn introduce(page: &Page, cast: &mut Cast, figure: usize, mention: &Mention) {
    for span in [mention.title, mention.description].into_iter().flatten() {
        cast.add_roles(figure, page.slice(span));
    }
}

/// The gender that the title before a bare name tells; the name itself may be someone's first name and this one's last.
pub fn titled_gender(page: &Page, mention: &Mention) -> Gender {
    let title = mention.title.map_or("", |span| page.slice(span));
    match title.split_ascii_whitespace().last().unwrap_or_default().trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "Herr" | "King" | "Prince" | "Congressman" | "Chairman" | "spokesman" | "businessman" => Gender::Male,
        "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Queen" | "Princess" | "Congresswoman" | "Chairwoman" | "spokeswoman" => Gender::Female,
        _ => Gender::Unknown,
    }
}

fn start_of(word: &str) -> [u8; 3] {
    let mut bytes = word.bytes();
    std::array::from_fn(|_| bytes.next().unwrap_or(0))
}

/// "ANA RUIZ" in a headline, not "JR".
fn is_shouted(name: &str) -> bool {
    name.len() > 4 && !name.chars().any(char::is_lowercase)
}

/// The name as printed, without line breaks, without a possessive ending.
pub fn tidy(name: &str) -> String {
    spaced(["’s", "'s"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name))
}

/// The name as printed, without line breaks and other signs that print nothing.
pub fn spaced(name: &str) -> String {
    let trimmed = name.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '“' | '”' | '"') || c.is_whitespace());
    let mut tidy = String::with_capacity(trimmed.len());
    for word in trimmed.split(|c: char| c == ' ' || c.is_control()).filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}
