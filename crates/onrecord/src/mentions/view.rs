//! The tokens of an article with what the gazetteers know of each.

use crate::data::lexicon::{self, Class, Facts};
use crate::data::small_words::Small;
use crate::input::Text;
use crate::lexer::{Kind, Shape, Tag, Token, Tokens};
use crate::span::Span;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The tokens with their facts; one look-up a word.
pub struct View<'t> {
    text: &'t Text<'t>,
    tokens: &'t Tokens,
    facts: Vec<Facts>,
    /// How many tokens the name that starts here has; 0 inside of one.
    lengths: Vec<u8>,
    /// The words in lower case, as the word list has them.
    lowers: Vec<&'static str>,
    /// What the small words do.
    smalls: Vec<Small>,
    /// The tags of the tokens, put right by what the gazetteers know.
    tags: Vec<Tag>,
}

impl<'t> View<'t> {
    /// Looks every word up, and every name of several words that the lists have ("New Zealand", "White House").
    pub fn new(text: &'t Text<'t>, tokens: &'t Tokens) -> Self {
        let mut view = Self {
            text,
            tokens,
            facts: Vec::with_capacity(tokens.len()),
            lengths: vec![1; tokens.len()],
            tags: Vec::new(),
            lowers: tokens.items.iter().map(Token::lower).collect(),
            smalls: tokens.items.iter().map(|token| Small::of(token.word)).collect(),
        };
        let mut key = String::new();
        for token in &tokens.items {
            let facts = view.look_up(token, &mut key);
            view.facts.push(facts);
        }
        for i in 0..tokens.len() {
            if view.facts(i).is(Class::Leads) {
                view.look_up_phrase(i, &mut key);
            }
        }
        view.learn_surnames();
        view.tags = (0..tokens.len()).map(|i| view.better_tag(i)).collect();
        view
    }

    /// A capital at the start of a sentence makes no name of "Say" in "Say Mexico agrees" or of "Everyone" in "Everyone I met".
    fn better_tag(&self, i: usize) -> Tag {
        let token = self.at(i);
        if token.word.is_none() && token.kind == Kind::Word && token.shape == Shape::Capital && token.tag != Tag::Ing {
            return Tag::Name;
        }
        // "US President" is not about us
        if token.tag == Tag::Pronoun && token.shape == Shape::Upper && self.is(i, Class::Country) && self.at(i + 1).shape != Shape::Upper {
            return Tag::Name;
        }
        if self.is_bare_genitive(i) {
            return Tag::Genitive;
        }
        // "familiar with the planning": a noun
        if token.tag == Tag::Ing
            && i > 0
            && matches!(self.at(i - 1).tag, Tag::Determiner | Tag::Possessive)
            && !self.at(i + 1).tag.is_noun()
            && self.at(i + 1).tag != Tag::Adjective
        {
            return Tag::Noun;
        }
        // "May said": somebody whom the article calls Theresa May
        if token.tag == Tag::Modal
            && token.shape == Shape::Capital
            && self.is(i, Class::Surname)
            && matches!(self.at(i + 1).tag, Tag::Past | Tag::VerbS)
        {
            return Tag::Name;
        }
        // "journal" ends like an adjective; the list of roles knows better than the ending
        if token.word.is_none() && token.kind == Kind::Word && token.tag != Tag::Name {
            let facts = self.facts(i);
            if facts.any(&[Class::Many, Class::Bodies, Class::Documents]) {
                return Tag::Nouns;
            }
            if facts.any(&[Class::One, Class::Group, Class::Body, Class::Document]) {
                return Tag::Noun;
            }
        }
        let opens = i == 0 || self.at(i - 1).sentence != token.sentence || self.at(i - 1).kind == Kind::Mark;
        // "Good, who lost, said": somebody whom the article calls Bob Good
        if opens && token.shape == Shape::Capital && self.is(i, Class::Borne) && self.continues_name(i + 1) {
            return Tag::Name;
        }
        // "Say Norway asked for more": suppose it did
        if opens && token.lower() == "say" && self.at(i + 1).is_capital() {
            return Tag::Adverb;
        }
        let Some(word) = token.word.filter(|_| opens && token.tag == Tag::Name && token.shape == Shape::Capital) else { return token.tag };
        let first = word.get().first;
        let verbal = first.is_verb() || word.get().tags.has(Tag::Past) || matches!(first, Tag::Adverb | Tag::Preposition | Tag::Other);
        let named = self.any(i, &[Class::Forename, Class::Surname, Class::Leads]) || self.length(i) > 1;
        if verbal && !named || is_indefinite(token.lower()) { first } else { token.tag }
    }

    /// What comes behind a name that is a subject: a verb in the past, ’s, a comma with "who".
    fn continues_name(&self, i: usize) -> bool {
        let next = self.at(i);
        matches!(next.tag, Tag::Past | Tag::VerbS | Tag::Genitive) || self.is_punct(i, ",") && self.at(i + 1).tag == Tag::Wh
    }

    /// What stands behind a forename or a title is a surname wherever else the article has it: "Ana Gross … Gross was".
    fn learn_surnames(&mut self) {
        let mut known = FxHashSet::default();
        let capitals: Vec<usize> = (0..self.tokens.len()).filter(|i| self.at(*i).shape != Shape::Lower).collect();
        for i in capitals.iter().copied().filter(|i| *i > 0) {
            if self.at(i - 1).sentence != self.at(i).sentence {
                continue;
            }
            let named = self.any(i - 1, &[Class::Forename, Class::Title]) && self.at(i - 1).shape == Shape::Capital;
            // "Larry King", "Theresa May", "Leo Dean": a title, a month or a role, but here behind a forename; not "German Chancellor
            // Clara Holt", nor "Texas Sheriff's office"
            let role = self.is(i, Class::One) && (self.can_be_surname(i + 1) || self.any(i - 1, &[Class::Adjective, Class::State]));
            let titled = self.is_title_or_month(i) && !role && self.is_given_name(i - 1) && self.at(i + 1).kind != Kind::Number;
            if named && self.can_be_surname(i) && !self.can_be_surname(i + 1) || titled {
                known.insert(self.slice(i));
            }
        }
        for i in capitals {
            if (self.can_be_surname(i) || self.is_title_or_month(i))
                && known.contains(self.slice(i))
                && let Some(facts) = self.facts.get_mut(i)
            {
                facts.classes = facts.classes.with(Class::Surname).with(Class::Borne);
            }
        }
    }

    /// "Larry", "TJ", "J.": what stands before a surname.
    pub fn is_given_name(&self, i: usize) -> bool {
        let token = self.at(i);
        let short = token.shape == Shape::Upper
            && token.span.len() < 5
            && !self.any(i, &[Class::Known, Class::Country, Class::State, Class::Title]);
        token.is_capital() && (self.is(i, Class::Forename) && !self.is(i, Class::Title) || short && token.word.is_none())
    }

    fn is_title_or_month(&self, i: usize) -> bool {
        self.any(i, &[Class::Title, Class::Calendar, Class::One]) && self.at(i).shape == Shape::Capital
    }

    fn can_be_surname(&self, i: usize) -> bool {
        let token = self.at(i);
        let other = [
            Class::One,
            Class::Many,
            Class::Body,
            Class::OrganizationHead,
            Class::Title,
            Class::Country,
            Class::Calendar,
            Class::News,
            Class::Known,
        ];
        token.kind == Kind::Word
            && matches!(token.shape, Shape::Capital | Shape::Mixed)
            && self.length(i) == 1
            && !self.any(i, &other)
            && self.slice(i).len() > 2
            && !is_closed(token.tag)
    }

    fn look_up(&self, token: &Token, key: &mut String) -> Facts {
        if !matches!(token.kind, Kind::Word) {
            return Facts::NONE;
        }
        let facts = if let Some(word) = token.word {
            lexicon::of(word)
        } else {
            key.clear();
            fold(self.text.slice(token.span), key);
            lexicon::find(key)
        };
        if token.shape == Shape::Lower { facts.without_names() } else { facts }
    }

    /// Joins the words from `i` on while the list has a name that long, and keeps the longest.
    fn look_up_phrase(&mut self, i: usize, key: &mut String) {
        if !self.at(i).is_capital() || self.length(i) != 1 {
            return;
        }
        key.clear();
        let mut best = None;
        for n in 0..LONGEST_PHRASE {
            let token = self.at(i + n);
            if token.sentence != self.at(i).sentence || !matches!(token.kind, Kind::Word | Kind::Number) {
                break;
            }
            if n > 0 {
                key.push(' ');
            }
            fold(self.text.slice(token.span), key);
            let facts = lexicon::find(key);
            if n > 0 && facts != Facts::NONE && !facts.classes_only(Class::Leads) && token.is_capital() {
                best = Some((n + 1, facts));
            }
        }
        if let Some((n, facts)) = best {
            self.set_phrase(i, n, facts);
        }
    }

    fn set_phrase(&mut self, i: usize, n: usize, facts: Facts) {
        for k in i..i + n {
            if let (Some(slot), Some(length)) = (self.facts.get_mut(k), self.lengths.get_mut(k)) {
                *slot = if k == i { facts } else { Facts::NONE };
                *length = if k == i { n as u8 } else { 0 };
            }
        }
    }

    /// "the Sanders’ campaign", "attendants' union": an apostrophe right behind an s that is no quotation mark.
    fn is_bare_genitive(&self, i: usize) -> bool {
        let token = self.at(i);
        if token.kind != Kind::Punctuation || i == 0 || !matches!(self.slice(i), "’" | "'") {
            return false;
        }
        let (before, after) = (self.at(i - 1), self.at(i + 1));
        before.span.end == token.span.start
            && self.slice(i - 1).ends_with('s')
            && after.kind == Kind::Word
            && after.span.start > token.span.end
    }

    /// The token at `i`.
    pub fn at(&self, i: usize) -> &'t Token {
        self.tokens.at(i)
    }

    /// The tag of the token at `i`.
    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Punctuation)
    }

    /// The word at `i` in lower case, as the word list has it.
    pub fn lower(&self, i: usize) -> &'static str {
        self.lowers.get(i).copied().unwrap_or_default()
    }

    /// What the word at `i` does in noun phrases, if it is a small one.
    pub fn small(&self, i: usize) -> Small {
        self.smalls.get(i).copied().unwrap_or_default()
    }

    /// The characters of the token at `i`.
    pub fn slice(&self, i: usize) -> &'t str {
        self.text.slice(self.at(i).span)
    }

    /// What is known of the word at `i`, or of the name of several words that starts there.
    pub fn facts(&self, i: usize) -> Facts {
        self.facts.get(i).copied().unwrap_or(Facts::NONE)
    }

    /// How many tokens the known name at `i` has: 1 for a single word, 0 inside of a longer name.
    pub fn length(&self, i: usize) -> usize {
        self.lengths.get(i).copied().map_or(1, usize::from)
    }

    /// Can the word at `i` be `class`?
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.facts(i).is(class)
    }

    /// Can the word at `i` be any of `classes`?
    pub fn any(&self, i: usize, classes: &[Class]) -> bool {
        self.facts(i).any(classes)
    }

    /// Is the token at `i` the punctuation `mark`?
    pub fn is_punct(&self, i: usize, mark: &str) -> bool {
        self.at(i).kind == Kind::Punctuation && self.slice(i) == mark
    }

    /// The bytes of a range of tokens.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens.span(range)
    }
}

fn is_closed(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Wh | Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Past | Tag::VerbS
    )
}

/// everyone, nothing
pub fn is_indefinite(word: &str) -> bool {
    let (some, end) = word.split_at_checked(word.len().saturating_sub(3)).unwrap_or_default();
    matches!(end, "one" | "ody" | "ing")
        && matches!(some, "some" | "every" | "any" | "no" | "someb" | "everyb" | "anyb" | "nob" | "someth" | "everyth" | "anyth" | "noth")
}

/// The most words in a name of the lists.
const LONGEST_PHRASE: usize = 5;

/// Appends a word in lower case, without its accents and with straight apostrophes: "Zoë" gives "zoe".
fn fold(word: &str, into: &mut String) {
    if word.is_ascii() {
        let from = into.len();
        into.push_str(word);
        if let Some(added) = into.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        into.push(plain(c));
    }
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ő' | 'ō' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ù'..='ü' | 'ů' | 'ű' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '’' => '\'',
        _ => c,
    }
}
