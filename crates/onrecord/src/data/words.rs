//! English word forms with their usual tags and verb lemmas (`words.txt`).

use super::fronts;
use rustc_hash::FxHashMap;
use std::fmt;
use std::sync::LazyLock;

/// A part of speech: Penn Treebank's, as coarse as the grammar needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// A proper noun.
    Name,
    /// A common noun.
    Noun,
    /// A common noun in the plural.
    Nouns,
    /// A number.
    Number,
    /// An adjective.
    Adjective,
    /// An adverb, "not" among them.
    Adverb,
    /// the, a, this, some
    Determiner,
    /// his, their
    Possessive,
    /// he, them, it
    Pronoun,
    /// who, which, what, when, whether is a preposition
    Wh,
    /// of, in, that, because: prepositions and subordinators
    Preposition,
    /// to
    To,
    /// and, but, or
    Conjunction,
    /// can, would
    Modal,
    /// A verb's base form, or its present other than the third person singular.
    Verb,
    /// says
    VerbS,
    /// said, as a finite verb
    Past,
    /// said, as a participle
    Participle,
    /// saying
    Ing,
    /// up, out
    Particle,
    /// ’s that marks a possessor
    Genitive,
    /// there, yes, oh
    Other,
    /// Punctuation other than quotation marks.
    Punctuation,
    /// A quotation mark.
    Mark,
}

impl Tag {
    /// A finite or infinite verb form.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::VerbS | Self::Past | Self::Participle | Self::Ing | Self::Modal)
    }

    /// A noun or name.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Nouns)
    }

    fn parse(penn: &str) -> Self {
        match penn {
            "NNP" | "NNPS" => Self::Name,
            "NN" => Self::Noun,
            "NNS" => Self::Nouns,
            "CD" => Self::Number,
            "JJ" | "JJR" | "JJS" => Self::Adjective,
            "RB" | "RBR" | "RBS" => Self::Adverb,
            "DT" | "PDT" => Self::Determiner,
            "PRP$" | "WP$" => Self::Possessive,
            "PRP" => Self::Pronoun,
            "WP" | "WDT" | "WRB" => Self::Wh,
            "IN" => Self::Preposition,
            "TO" => Self::To,
            "CC" => Self::Conjunction,
            "MD" => Self::Modal,
            "VB" | "VBP" => Self::Verb,
            "VBZ" => Self::VerbS,
            "VBD" => Self::Past,
            "VBN" => Self::Participle,
            "VBG" => Self::Ing,
            "RP" => Self::Particle,
            "POS" => Self::Genitive,
            _ => Self::Other,
        }
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tags(u32);

impl Tags {
    /// The set with `tag` too.
    #[must_use]
    pub fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u32)
    }

    /// Is `tag` in it?
    pub fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
}

/// A word form of the list.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// In lower case, with straight apostrophes.
    pub text: &'static str,
    /// Its most usual tag.
    pub first: Tag,
    /// All its usual tags.
    pub tags: Tags,
    /// Its dictionary form where it can be a verb, else empty.
    pub lemma: &'static str,
    /// Its place in the list.
    index: u32,
}

/// A [`Word`] of the list: as small as an index, and no look-up.
#[derive(Clone, Copy)]
pub struct WordId(&'static Word);

impl PartialEq for WordId {
    fn eq(&self, other: &Self) -> bool {
        self.0.index == other.0.index
    }
}

impl Eq for WordId {}

impl fmt::Debug for WordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WordId").field(&self.0.text).finish()
    }
}

struct Words {
    list: Vec<Word>,
    /// By bytes, as they come from a word that was put into lower case.
    index: FxHashMap<&'static [u8], u32>,
}

static TEXT: LazyLock<String> = LazyLock::new(|| fronts::whole(include_str!("words.txt")));

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let list = parse(&TEXT);
    let index = list.iter().enumerate().map(|(i, word)| (word.text.as_bytes(), i as u32)).collect();
    Words { list, index }
});

/// Reads the words, which stand under their tags.
fn parse(source: &'static str) -> Vec<Word> {
    let (mut first, mut tags) = (Tag::Other, Tags::default());
    let mut list = Vec::with_capacity(12_000);
    for row in source.lines() {
        if let Some(names) = row.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let all = names.split(' ').map(Tag::parse);
            first = all.clone().next().unwrap_or(Tag::Other);
            tags = all.fold(Tags::default(), Tags::with);
        } else {
            let (text, lemma) = row.split_once(' ').unwrap_or((row, ""));
            list.push(Word { text, first, tags, lemma: lemma_of(text, tags, lemma), index: list.len() as u32 });
        }
    }
    list
}

/// A lemma is written as the number of letters that the word has more (A for one), or in full, or not at all where it is the usual one.
fn lemma_of(text: &'static str, tags: Tags, told: &'static str) -> &'static str {
    if told.is_empty() {
        return usual_lemma(text, tags);
    }
    match told.as_bytes() {
        [more @ b'A'..=b'Z'] => text.get(..text.len().saturating_sub(usize::from(more - b'A') + 1)).unwrap_or(text),
        _ => told,
    }
}

/// A verb without the ending that its tags tell; nothing for what is no verb.
fn usual_lemma(text: &'static str, tags: Tags) -> &'static str {
    let past = tags.has(Tag::Past) || tags.has(Tag::Participle);
    let endings = [("ing", tags.has(Tag::Ing)), ("ed", past), ("s", tags.has(Tag::VerbS))];
    let cut = endings.into_iter().filter(|(_, own)| *own).find_map(|(ending, _)| text.strip_suffix(ending));
    let verb = past || [Tag::Ing, Tag::VerbS, Tag::Verb, Tag::Modal].into_iter().any(|tag| tags.has(tag));
    cut.unwrap_or(if verb { text } else { "" })
}

/// Longer words than this are not in the list.
const LONGEST: usize = 40;

/// Looks a word up, whatever its case and apostrophes.
pub fn find(word: &str) -> Option<WordId> {
    let known = |lower: &[u8]| WORDS.list.get(*WORDS.index.get(lower)? as usize).map(WordId);
    // Most words of a text need no copy.
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return known(word.as_bytes());
    }
    known(lower_ascii(word, &mut [0_u8; LONGEST])?)
}

/// The word in lower case with straight apostrophes; `None` where it has other characters or is too long.
fn lower_ascii<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let (mut n, mut at) = (0, 0);
    let bytes = word.as_bytes();
    if bytes.is_ascii() {
        let plain = buffer.get_mut(..bytes.len())?;
        plain.copy_from_slice(bytes);
        plain.make_ascii_lowercase();
        return Some(plain);
    }
    while let Some(byte) = bytes.get(at) {
        let (lower, width) = match byte {
            0..=0x7f => (byte.to_ascii_lowercase(), 1),
            _ if bytes.get(at..at + 3) == Some("’".as_bytes()) => (b'\'', 3),
            _ => return None,
        };
        *buffer.get_mut(n)? = lower;
        n += 1;
        at += width;
    }
    buffer.get(..n)
}

/// The words of the list, in the order of their ids.
pub fn all() -> impl Iterator<Item = &'static Word> {
    WORDS.list.iter()
}

impl WordId {
    /// Its place in the list.
    pub fn index(self) -> usize {
        self.0.index as usize
    }

    /// The entry.
    pub fn get(self) -> &'static Word {
        self.0
    }
}
