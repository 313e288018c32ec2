//! What the gazetteers know of a word or a name of several words: forenames, surnames, places, roles, titles, organizations.

use super::fronts;
use super::words::{self, WordId};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of [`Class`]es.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes(u32);

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Sergei
    Forename,
    /// Ryabkov
    Surname,
    /// Russia
    Country,
    /// Russian
    Adjective,
    /// Dane
    National,
    /// Danes
    Nationals,
    /// Moscow
    Capital,
    /// the Kremlin
    Seat,
    /// Ohio
    State,
    /// minister
    One,
    /// officials
    Many,
    /// crowd
    Group,
    /// company
    Body,
    /// companies
    Bodies,
    /// report
    Document,
    /// polls
    Documents,
    /// "majority" in "a majority of voters"
    Quantity,
    /// Mr.
    Title,
    /// Ministry
    OrganizationHead,
    /// Reuters
    News,
    /// NATO
    Known,
    /// Friday, June
    Calendar,
    /// "Street", "River", "County": the last word of a place's name
    PlaceHead,
    /// What the article itself gives with a forename or a title: "Good" after "Bob Good".
    Borne,
    /// The first word of a name of several words that the list has.
    Leads,
}

impl Classes {
    /// The set of one class.
    pub const fn of(class: Class) -> Self {
        Self(1 << class as u32)
    }

    /// Is `class` in it?
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Is any of `classes` in it?
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    /// The set with `class` too.
    #[must_use]
    pub const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u32)
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

/// The classes of words without a capital.
const NOUNS: u32 = 1 << Class::One as u32
    | 1 << Class::Many as u32
    | 1 << Class::Group as u32
    | 1 << Class::Body as u32
    | 1 << Class::Bodies as u32
    | 1 << Class::Document as u32
    | 1 << Class::Documents as u32
    | 1 << Class::Quantity as u32;

/// The gender that a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tells {
    /// Nothing.
    #[default]
    Nothing,
    /// Sergei, Mr., father
    Male,
    /// Fiona, Mrs., mother
    Female,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// What it can be.
    pub classes: Classes,
    /// Its gender.
    pub gender: Tells,
    /// The ISO 3166-1 alpha-2 code of its country.
    pub country: Option<&'static str>,
}

impl Facts {
    /// Nothing is known.
    pub const NONE: Self = Self { classes: Classes(0), gender: Tells::Nothing, country: None };

    /// Can it be `class`?
    pub const fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Can it be any of `classes`?
    pub fn any(&self, classes: &[Class]) -> bool {
        self.classes.any(classes)
    }

    /// Is `class` all that it can be?
    pub fn classes_only(&self, class: Class) -> bool {
        self.classes == Classes::of(class)
    }

    /// The facts about people alone: of "director" in "co-director".
    #[must_use]
    pub fn people(mut self) -> Self {
        self.classes.0 &= 1 << Class::One as u32 | 1 << Class::Many as u32;
        self
    }

    /// What the word is when it has no capital: a common noun or nothing.
    #[must_use]
    pub fn without_names(mut self) -> Self {
        self.classes.0 &= NOUNS;
        self.country = None;
        self
    }
}

static FORENAMES: LazyLock<String> = LazyLock::new(|| fronts::whole(include_str!("forenames.tsv")));
static SURNAMES: LazyLock<String> = LazyLock::new(|| fronts::whole(include_str!("surnames.txt")));
static ROLES: LazyLock<String> = LazyLock::new(|| fronts::whole(include_str!("roles.tsv")));

static LEXICON: LazyLock<FxHashMap<&'static str, Facts>> = LazyLock::new(build);

/// What is known of a word, or of words joined by single spaces, in lower case.
pub fn find(lower: &str) -> Facts {
    LEXICON.get(lower).copied().unwrap_or_else(|| last_part(lower))
}

/// "co-director", "ex-minister": where the lists lack the whole word, its last part tells; not that of a phrase ("Korean President Lee
/// Ji-ah").
fn last_part(lower: &str) -> Facts {
    if lower.contains(' ') {
        return Facts::NONE;
    }
    let known = memchr::memrchr(b'-', lower.as_bytes()).and_then(|at| lower.get(at + 1..)).and_then(|last| LEXICON.get(last));
    known.map_or(Facts::NONE, |facts| facts.people())
}

/// What is known of each word of the word list, by its id: most look-ups need no hashing then.
static BY_ID: LazyLock<Vec<Facts>> = LazyLock::new(|| words::all().map(|word| find(word.text)).collect());

/// What is known of a word of the word list.
pub fn of(word: WordId) -> Facts {
    BY_ID.get(word.index()).copied().unwrap_or(Facts::NONE)
}

fn build() -> FxHashMap<&'static str, Facts> {
    let mut all = FxHashMap::with_capacity_and_hasher(32_000, rustc_hash::FxBuildHasher);
    for [name, gender, _] in rows(&FORENAMES) {
        add(&mut all, name, Class::Forename, gender, "");
    }
    for [name, ..] in rows(&SURNAMES) {
        add(&mut all, name, Class::Surname, "", "");
    }
    for [name, country, class] in rows(include_str!("places.tsv")) {
        add(&mut all, name, place(class), "", country);
    }
    for [noun, classes, gender] in rows(&ROLES) {
        for class in classes.split(' ') {
            add(&mut all, noun, role(class), gender, "");
        }
    }
    for [title, gender, _] in rows(include_str!("titles.tsv")) {
        add(&mut all, title, Class::Title, gender, "");
    }
    for [name, class, country] in rows(include_str!("orgs.tsv")) {
        add(&mut all, name, organization(class), "", country);
    }
    all
}

/// The rows of a list with their first three fields; missing ones are empty.
fn rows(source: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

fn add(all: &mut FxHashMap<&'static str, Facts>, key: &'static str, class: Class, gender: &str, country: &'static str) {
    if let Some((first, _)) = key.split_once(' ') {
        all.entry(first).or_default().classes.add(Class::Leads);
    }
    let facts = all.entry(key).or_default();
    facts.classes.add(class);
    match gender {
        "M" => facts.gender = Tells::Male,
        "F" => facts.gender = Tells::Female,
        _ => {}
    }
    if facts.country.is_none() && !country.is_empty() {
        facts.country = Some(country);
    }
}

fn place(class: &str) -> Class {
    match class {
        "adjective" => Class::Adjective,
        "person" => Class::National,
        "people" => Class::Nationals,
        "capital" => Class::Capital,
        "seat" => Class::Seat,
        "state" => Class::State,
        _ => Class::Country,
    }
}

fn role(class: &str) -> Class {
    match class {
        "many" => Class::Many,
        "group" => Class::Group,
        "body" => Class::Body,
        "bodies" => Class::Bodies,
        "document" => Class::Document,
        "documents" => Class::Documents,
        "quantity" => Class::Quantity,
        _ => Class::One,
    }
}

fn organization(class: &str) -> Class {
    match class {
        "head" => Class::OrganizationHead,
        "news" => Class::News,
        "calendar" => Class::Calendar,
        "site" => Class::PlaceHead,
        _ => Class::Known,
    }
}
