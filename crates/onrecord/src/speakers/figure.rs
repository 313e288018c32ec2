//! Everyone that an article mentions, speaker or not.

use super::fold::{Key, Words};
use crate::article::SpeakerKind;
use crate::data::kin;
use crate::mentions::Gender;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// One who is mentioned.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it would be as a source.
    pub kind: SpeakerKind,
    /// What its names and titles tell; pronouns may tell it later.
    pub gender: Gender,
    /// Several people.
    pub plural: bool,
    /// The fullest name, or the first phrase, as printed.
    pub name: String,
    /// Whether it is several named together: "Ruiz and Marsh".
    pub joint: Joint,
    /// "your candidate", "every voter": nobody.
    pub generic: bool,
    /// Words of its titles, roles and descriptions (of an organization: of its name).
    pub roles: Vec<Key>,
    /// Indices of its mentions, in order, pronouns too.
    pub mentions: Vec<usize>,
    /// Where it is named in words that are no mention, or in several: "Ruiz and Marsh".
    pub places: Vec<Span>,
}

/// Is a figure several that are named together?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// One, or a group.
    No,
    /// "Ruiz and her aides", "the bank and the council"
    Several,
    /// "Ruiz and Marsh": all have the names of people, as a source of kind `person` has.
    People,
}

/// A figure's role words beyond this number tell nothing new.
const MOST_ROLES: usize = 40;
/// A description's words beyond this number are not looked at.
const MOST_WORDS: usize = 16;
/// So many figures with one role word are remembered.
const MOST_HOLDERS: usize = 32;

impl Figure {
    /// A figure without mentions.
    pub fn new(kind: SpeakerKind, name: String) -> Self {
        let plural = kind == SpeakerKind::Group;
        Self {
            kind,
            gender: Gender::Unknown,
            plural,
            joint: Joint::No,
            generic: false,
            name,
            roles: Vec::with_capacity(8),
            mentions: Vec::new(),
            places: Vec::new(),
        }
    }

    /// A single person, named or not.
    pub fn is_person(&self) -> bool {
        matches!(self.kind, SpeakerKind::Person | SpeakerKind::Unnamed)
    }

    /// Could words of this gender mean the figure?
    pub fn allows(&self, gender: Gender) -> bool {
        gender == Gender::Unknown || self.gender == Gender::Unknown || gender == self.gender
    }
}

/// All figures, and where to look them up.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// In the order of their making.
    pub figures: Vec<Figure>,
    /// The words of their names and roles.
    pub words: Words,
    holders: FxHashMap<Key, Vec<usize>>,
    classes: FxHashMap<u16, Vec<usize>>,
    phrases: FxHashMap<Key, usize>,
}

impl Cast {
    /// Adds a figure.
    pub fn add(&mut self, figure: Figure) -> usize {
        self.figures.push(figure);
        self.figures.len() - 1
    }

    /// A figure by its index.
    pub fn get(&self, figure: usize) -> Option<&Figure> {
        self.figures.get(figure)
    }

    /// Remembers the words of a title, a role or a description: "a former judge of the high court" can be called "the judge", and what
    /// follows a preposition only helps to choose. What comes before ’s is somebody else ("the mayor’s daughter").
    pub fn add_roles(&mut self, figure: usize, phrase: &str) {
        let words = || phrase.split_ascii_whitespace().take(MOST_WORDS).take_while(|word| !opens_relative(word));
        let is_owner = |(_, word): &(usize, &str)| word.ends_with("’s") || word.ends_with("'s");
        let own = words().enumerate().filter(is_owner).last().map_or(0, |(i, _)| i + 1);
        let mut heads = true;
        for word in words().skip(own) {
            heads = (heads || matches!(word, "a" | "an")) && !opens_tail(word);
            self.add_role(figure, word, heads);
        }
    }

    fn add_role(&mut self, figure: usize, word: &str, head: bool) {
        let Some(key) = self.words.key(word) else { return };
        let Some(of) = self.figures.get_mut(figure) else { return };
        if !of.roles.contains(&key) && of.roles.len() < MOST_ROLES {
            of.roles.push(key);
        }
        if head {
            remember(self.holders.entry(key).or_default(), figure);
            for class in kin::classes(self.words.text(key)) {
                remember(self.classes.entry(*class).or_default(), figure);
            }
        }
    }

    /// The figures with this role word, and those with one of its class ("senator" and "Sen."); the same figure may come twice.
    pub fn holders(&self, role: Key) -> impl Iterator<Item = (usize, bool)> + '_ {
        let exact = self.holders.get(&role).map_or(&[][..], Vec::as_slice);
        let classes = kin::classes(self.words.text(role));
        let of_class = classes.iter().filter_map(|class| self.classes.get(class)).flatten();
        exact.iter().map(|figure| (*figure, true)).chain(of_class.map(|figure| (*figure, false)))
    }

    /// Does the figure have this role word, or one of its class?
    pub fn has_role(&self, figure: usize, role: Key) -> bool {
        let Some(figure) = self.get(figure) else { return false };
        let classes = kin::classes(self.words.text(role));
        let akin = |own: &Key| kin::classes(self.words.text(*own)).iter().any(|class| classes.contains(class));
        figure.roles.contains(&role) || (!classes.is_empty() && figure.roles.iter().any(akin))
    }

    /// The figure that this phrase made, if it did.
    pub fn phrase(&self, key: Option<Key>) -> Option<usize> {
        self.phrases.get(&key?).copied()
    }

    /// From now on the phrase means the figure; one without words means nobody.
    pub fn set_phrase(&mut self, key: Option<Key>, figure: usize) {
        self.phrases.extend(key.map(|key| (key, figure)));
    }
}

fn remember(list: &mut Vec<usize>, figure: usize) {
    if list.len() < MOST_HOLDERS && !list.contains(&figure) {
        list.push(figure);
    }
}

fn opens_relative(word: &str) -> bool {
    matches!(word, "who" | "whose" | "whom" | "which" | "that" | "where" | "when")
}

fn opens_tail(word: &str) -> bool {
    matches!(word, "of" | "to" | "for" | "at" | "in" | "on" | "with" | "under" | "by" | "from" | "against" | "about")
}
