//! [`TopicSet`]: which topics there are, and the phrases that lead to them.

use super::pattern::{self, Case};
use super::trie::Trie;
use crate::article::Facet;
use crate::error::Error;
use crate::order;
use std::sync::Arc;

/// A topic as a caller defines it.
///
/// ```
/// use onrecord::topics::{TopicDef, TopicSet};
/// let water = TopicDef::new("water", "Water").with_phrase("(drinking|tap) water", 1.0).with_exception("water down*");
/// let set = TopicSet::builtin().with(&TopicSet::new(vec![water])?);
/// let options = onrecord::Options::new().with_topics(set);
/// let article = onrecord::parse_with("Brill runs dry\n\nTap water is rationed in Brill.", &options);
/// assert_eq!(article.topics[0].id, "water");
/// # Ok::<(), onrecord::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TopicDef {
    /// In kebab case: "arms-control".
    pub id: String,
    /// For people: "Arms control".
    pub label: String,
    /// Issue or place.
    pub facet: Facet,
    /// The IPTC Media Topic: "medtop:20000602".
    pub iptc: Option<String>,
    /// The Wikidata item: "Q322348".
    pub wikidata: Option<String>,
    /// Phrases and their weights; 1 is for a phrase that names the topic and nothing else.
    pub phrases: Vec<(String, f64)>,
    /// Phrases inside which no phrase of the topic counts: "business climate".
    pub exceptions: Vec<String>,
}

impl TopicDef {
    /// An issue without phrases.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        let (iptc, wikidata, phrases, exceptions) = (None, None, Vec::new(), Vec::new());
        Self { id: id.into(), label: label.into(), facet: Facet::Issue, iptc, wikidata, phrases, exceptions }
    }

    /// Puts it into a facet.
    #[must_use]
    pub fn with_facet(mut self, facet: Facet) -> Self {
        self.facet = facet;
        self
    }

    /// Adds a phrase; see [`crate::topics`] for how phrases are written.
    #[must_use]
    pub fn with_phrase(mut self, phrase: impl Into<String>, weight: f64) -> Self {
        self.phrases.push((phrase.into(), weight));
        self
    }

    /// Adds a phrase inside which no phrase of the topic counts.
    #[must_use]
    pub fn with_exception(mut self, phrase: impl Into<String>) -> Self {
        self.exceptions.push(phrase.into());
        self
    }

    /// Names the IPTC Media Topic.
    #[must_use]
    pub fn with_iptc(mut self, id: impl Into<String>) -> Self {
        self.iptc = Some(id.into());
        self
    }

    /// Names the Wikidata item.
    #[must_use]
    pub fn with_wikidata(mut self, id: impl Into<String>) -> Self {
        self.wikidata = Some(id.into());
        self
    }

    fn check(&self) -> Result<(), Error> {
        check_id(&self.id).map_err(|expected| Error::topic(&self.id, expected))?;
        let phrases = self.phrases.iter().map(|(phrase, _)| phrase).chain(&self.exceptions);
        for phrase in phrases {
            check_phrase(phrase).map_err(|expected| Error::topic(&self.id, &expected))?;
        }
        match self.phrases.iter().find(|(_, weight)| !is_weight(*weight)) {
            Some((phrase, weight)) => Err(Error::topic(&self.id, &format!("phrase `{phrase}` has weight {weight}: {WEIGHT}"))),
            None => Ok(()),
        }
    }
}

pub(super) const WEIGHT: &str = "expected a weight above 0 and at most 10";

pub(super) fn is_weight(weight: f64) -> bool {
    weight > 0.0 && weight <= 10.0
}

pub(super) fn check_id(id: &str) -> Result<(), &'static str> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let kebab = !id.is_empty() && id.chars().all(plain) && !id.starts_with('-') && !id.ends_with('-');
    if kebab { Ok(()) } else { Err("expected an id in kebab case, such as `arms-control`") }
}

pub(super) fn check_phrase(phrase: &str) -> Result<(), String> {
    pattern::wordings(phrase).map(|_| ()).map_err(|flaw| format!("phrase `{phrase}`: expected {} at {}", flaw.expected, flaw.at + 1))
}

/// The topics that a parse looks for, ready to be used; cheap to clone.
#[derive(Clone, Debug)]
pub struct TopicSet {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    topics: Vec<TopicDef>,
    entries: Vec<Entry>,
    trie: Trie,
    phrases: usize,
}

/// A wording in the automaton.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Index into the topics.
    pub topic: usize,
    /// Which phrase of the set it is a wording of.
    pub phrase: usize,
    /// Zero for an exception.
    pub weight: f64,
    /// The capitals that it asks for.
    pub cases: Vec<Case>,
}

impl TopicSet {
    /// The issues and places that onrecord knows by itself.
    pub fn builtin() -> Self {
        super::builtin::SET.clone()
    }

    /// A set of these topics alone.
    ///
    /// # Errors
    /// [`Error::is_bad_topic`] where an id is not in kebab case or stands twice, or a phrase or weight is not as it should be.
    pub fn new(topics: Vec<TopicDef>) -> Result<Self, Error> {
        for (i, topic) in topics.iter().enumerate() {
            topic.check()?;
            if topics.iter().take(i).any(|other| other.id == topic.id) {
                return Err(Error::topic(&topic.id, "expected each id once"));
            }
        }
        Ok(Self::compiled(topics))
    }

    /// Compiles topics; phrases that cannot be read are left out, so that it cannot fail ([`TopicSet::new`] checks first).
    pub(super) fn compiled(topics: Vec<TopicDef>) -> Self {
        let (mut entries, mut spelled, mut phrases) = (Vec::new(), Vec::new(), 0);
        for (topic, def) in topics.iter().enumerate() {
            let exceptions = def.exceptions.iter().map(|phrase| (phrase, 0.0));
            for (text, weight) in def.phrases.iter().map(|(text, weight)| (text, *weight)).chain(exceptions) {
                for wording in pattern::wordings(text).unwrap_or_default() {
                    spelled.extend(pattern::symbols(&wording));
                    entries.push(Entry { topic, phrase: phrases, weight, cases: pattern::cases(&wording) });
                }
                phrases += 1;
            }
        }
        let trie = Trie::new(&spelled);
        Self { inner: Arc::new(Inner { topics, entries, trie, phrases }) }
    }

    /// This set with the topics of another; where both have an id, the other's topic replaces this one's.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let replaced = |topic: &&TopicDef| other.iter().all(|new| new.id != topic.id);
        Self::compiled(self.iter().filter(replaced).chain(other.iter()).cloned().collect())
    }

    /// The topics with these ids alone.
    ///
    /// # Errors
    /// [`Error::is_unknown_topic`].
    pub fn only(&self, ids: &[&str]) -> Result<Self, Error> {
        ids.iter().try_for_each(|id| self.get(id).map(|_| ()))?;
        Ok(Self::compiled(self.iter().filter(|topic| ids.contains(&topic.id.as_str())).cloned().collect()))
    }

    /// The set without the topics of these ids.
    ///
    /// # Errors
    /// [`Error::is_unknown_topic`].
    pub fn without(&self, ids: &[&str]) -> Result<Self, Error> {
        ids.iter().try_for_each(|id| self.get(id).map(|_| ()))?;
        Ok(Self::compiled(self.iter().filter(|topic| !ids.contains(&topic.id.as_str())).cloned().collect()))
    }

    /// The topic with an id.
    ///
    /// # Errors
    /// [`Error::is_unknown_topic`]; the message lists the ids that are near.
    pub fn get(&self, id: &str) -> Result<&TopicDef, Error> {
        self.iter().find(|topic| topic.id == id).ok_or_else(|| Error::unknown_topic(id, &self.near(id)))
    }

    /// All topics, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = &TopicDef> {
        self.inner.topics.iter()
    }

    /// Up to three ids that a mistyped one may stand for.
    fn near(&self, id: &str) -> Vec<&str> {
        let far = |other: &str| {
            let shares = id.len() >= 3 && (other.contains(id) || other.split('-').any(|part| part.len() > 3 && id.contains(part)));
            if shares { 2 } else { distance(id, other) }
        };
        let mut near: Vec<(usize, &str)> = self.iter().map(|topic| (far(&topic.id), topic.id.as_str())).collect();
        near.retain(|(far, _)| *far <= 3);
        order::by(&mut near, Ord::cmp);
        near.into_iter().take(3).map(|(_, id)| id).collect()
    }

    pub(super) fn entry(&self, i: u32) -> Option<&Entry> {
        self.inner.entries.get(i as usize)
    }

    pub(super) fn trie(&self) -> &Trie {
        &self.inner.trie
    }

    pub(super) fn topics(&self) -> &[TopicDef] {
        &self.inner.topics
    }

    /// How many phrases there are; [`Entry::phrase`] is below it.
    pub(super) fn phrases(&self) -> usize {
        self.inner.phrases
    }
}

/// How many letters have to change to make one word of another (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for x in a.bytes() {
        let mut corner = row.first().copied().unwrap_or(0);
        let mut left = corner + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.bytes().zip(row.iter_mut().skip(1)) {
            let best = (corner + usize::from(x != y)).min(left + 1).min(*cell + 1);
            corner = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}
