//! Organizations and places by their names: in full, as an acronym ("IMF"), shortened ("the Post").

use super::figure::{Cast, Figure};
use super::fold::{Key, Words};
use super::page::Page;
use super::people::spaced;
use crate::article::SpeakerKind;
use crate::data::kin;
use crate::mentions::{Gender, Mention, MentionKind};
use crate::order;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// Organizations and places by their names.
#[derive(Clone, Debug, Default)]
pub struct Bodies {
    /// The name of each mention, as an index into `names`.
    of: FxHashMap<usize, usize>,
    /// For each distinct name, the figures that it can mean.
    names: Vec<Vec<usize>>,
    /// For the last word of a longer name, whose it is.
    by_last: FxHashMap<Key, Option<usize>>,
    /// For the first letters of a name, whose they are.
    by_acronym: FxHashMap<Key, usize>,
    /// For a name without the noun that closes it ("Brill" of "Brill County", "Orvo" of "Orvo Inc"), whose it is.
    by_front: FxHashMap<Key, Option<usize>>,
}

/// A name in more words than this has no short forms.
const LONGEST: usize = 12;
/// Bodies that end in the same word beyond this number are not compared.
const MOST_NAMESAKES: usize = 16;

/// Last words that are names of their own: "the House" is not short for "the White House".
fn stands_alone(word: &str) -> bool {
    matches!(
        word,
        "house" | "street" | "states" | "senate" | "congress" | "court" | "state" | "city" | "nation" | "russia" | "china" | "ukraine"
    )
}

struct Form {
    key: Option<Key>,
    words: Vec<Key>,
    first: usize,
    /// The country whose ministry, army or court it is.
    state: Option<&'static str>,
}

impl Form {
    /// "Norway’s Trade Ministry" is not the "Danish Trade Ministry".
    fn can_be(&self, other: &Self) -> bool {
        self.state.is_none() || other.state.is_none() || self.state == other.state
    }
}

impl Bodies {
    /// Joins the names of all organizations and places.
    pub fn gather(page: &Page, cast: &mut Cast) -> Self {
        let mut bodies = Self::default();
        let forms = bodies.read_names(page, cast);
        let mut order: Vec<usize> = (0..forms.len()).collect();
        order::by_key(&mut order, |i| (std::cmp::Reverse(forms.get(*i).map_or(0, |form| form.words.len())), *i));
        let mut by_last = FxHashMap::default();
        for form in order.into_iter().filter_map(|i| Some((i, forms.get(i)?))) {
            bodies.join(page, cast, form, &mut by_last);
        }
        bodies.learn_last_words(cast);
        bodies
    }

    fn read_names(&mut self, page: &Page, cast: &mut Cast) -> Vec<Form> {
        let mut index: FxHashMap<(Option<Key>, Option<&str>), usize> = FxHashMap::default();
        let mut forms = Vec::new();
        for (i, mention) in page.mentions.iter().copied().enumerate() {
            if !matches!(mention.kind, MentionKind::Organization | MentionKind::Place) {
                continue;
            }
            let Some(name) = full_name(page, mention) else { continue };
            let printed = page.slice(name);
            let key = cast.words.phrase_key(printed);
            let state = mention.country.filter(|_| is_of_state(printed));
            let at = *index.entry((key, state)).or_insert_with(|| {
                let words = printed.split_ascii_whitespace().filter_map(|word| cast.words.key(word)).take(LONGEST).collect();
                forms.push(Form { key, words, first: i, state });
                forms.len() - 1
            });
            self.of.insert(i, at);
        }
        self.names = vec![Vec::new(); forms.len()];
        forms
    }

    fn join<'f>(
        &mut self,
        page: &Page,
        cast: &mut Cast,
        (index, form): (usize, &'f Form),
        by_last: &mut FxHashMap<Key, Vec<(usize, &'f Form)>>,
    ) {
        let mut figures = longer_forms(&cast.words, form, by_last);
        if let ([only], true) = (form.words.as_slice(), figures.is_empty()) {
            figures.extend(self.by_acronym.get(only));
        }
        if figures.is_empty() && page.mention(form.first).is_some_and(|mention| mention.kind == MentionKind::Organization) {
            figures.extend(form.key.and_then(|front| self.without_noun(front)));
        }
        if figures.is_empty() {
            let figure = make(page, cast, form);
            figures.push(figure);
            self.learn_front(cast, form, figure);
            self.learn_short_forms(cast, form, figure, by_last);
            if let Some(letters) = bracketed(page, form.first).and_then(|letters| cast.words.key(letters)) {
                self.by_acronym.entry(letters).or_insert(figure);
            }
        }
        if let Some(of) = self.names.get_mut(index) {
            *of = figures;
        }
    }

    /// Remembers a long name by its letters, its last word and its first noun.
    fn learn_short_forms<'f>(
        &mut self,
        cast: &mut Cast,
        form: &'f Form,
        figure: usize,
        by_last: &mut FxHashMap<Key, Vec<(usize, &'f Form)>>,
    ) {
        let [_, .., last] = form.words.as_slice() else { return };
        for acronym in acronyms(&cast.words, &form.words) {
            if let Some(key) = cast.words.key(&acronym) {
                self.by_acronym.entry(key).or_insert(figure);
            }
        }
        for word in [Some(*last), head(&cast.words, &form.words)].into_iter().flatten() {
            let namesakes = by_last.entry(word).or_default();
            if namesakes.len() < MOST_NAMESAKES {
                namesakes.push((figure, form));
            }
        }
    }

    /// The body that the letters stand for: "WANA".
    pub fn called_for_short(&self, letters: Key) -> Option<usize> {
        self.by_acronym.get(&letters).copied()
    }

    /// The only body whose longer name ends in the word: "county" for "Brill County".
    pub fn ending_in(&self, word: Key) -> Option<usize> {
        self.by_last.get(&word).copied().flatten()
    }

    /// The only body that is called so but for a noun at the end: "Brill County" for "Brill".
    pub fn without_noun(&self, front: Key) -> Option<usize> {
        self.by_front.get(&front).copied().flatten()
    }

    /// Remembers the last words of long names; `None` for a word that several end in.
    fn learn_last_words(&mut self, cast: &mut Cast) {
        for figure in self.names.iter().flatten() {
            let last = cast.get(*figure).and_then(|of| of.name.rsplit_once(' ')).map(|(_, last)| last.to_owned());
            // "State prosecutors" are not those of the Free State.
            let own = last.filter(|last| !matches!(last.to_lowercase().as_str(), "state" | "states" | "city" | "nation"));
            let Some(key) = own.and_then(|last| cast.words.key(&last)) else { continue };
            remember(&mut self.by_last, key, *figure);
        }
    }

    fn learn_front(&mut self, cast: &mut Cast, form: &Form, figure: usize) {
        if let ([_], Some(SpeakerKind::Organization), Some(key)) = (form.words.as_slice(), cast.get(figure).map(|of| of.kind), form.key) {
            remember(&mut self.by_front, key, figure);
        }
        // "The North" is North Korea.
        if let [side, country] = form.words.as_slice()
            && matches!(cast.words.text(*side), "north" | "south")
            && matches!(cast.words.text(*country), "korea" | "vietnam" | "yemen" | "sudan")
        {
            let side = cast.words.text(*side).to_owned();
            cast.words.phrase_key(&side).into_iter().for_each(|side| remember(&mut self.by_front, side, figure));
        }
        let closes = |word: &Key| kin::closes_name(cast.words.text(*word));
        let closing = form.words.iter().rev().take_while(|word| closes(word)).count();
        let Some(front) = form.words.get(..form.words.len() - closing).filter(|front| closing > 0 && !front.is_empty()) else { return };
        // "Orvo Motors Corp" is "Orvo Motors" as well as "Orvo".
        let longer = (front.len() + 1..form.words.len()).filter_map(|len| form.words.get(..len));
        let longer: Vec<String> = longer.map(|front| spelled(&cast.words, front)).collect();
        // "Orvo Value LP" is "Orvo" too; "Brill Harbour Company" is not the town of Brill.
        let last = form.words.last().map_or("", |last| cast.words.text(*last));
        let firm = kin::is_firm_form(last);
        let short = front.first().filter(|_| firm).map(|first| cast.words.text(*first).to_owned());
        let front = Some(spelled(&cast.words, front));
        for front in
            [front, short].into_iter().flatten().chain(longer).filter_map(|front| cast.words.phrase_key(&front)).collect::<Vec<_>>()
        {
            remember(&mut self.by_front, front, figure);
        }
    }

    /// The bodies that a mention can mean.
    pub fn candidates(&self, mention: usize) -> &[usize] {
        self.of.get(&mention).and_then(|name| self.names.get(*name)).map_or(&[], Vec::as_slice)
    }
}

/// "Brill Harbour Works Ltd *(BHWC)*"
fn bracketed<'p>(page: &'p Page, mention: usize) -> Option<&'p str> {
    let end = page.mention(mention)?.tokens.end;
    let sign = |i: usize| page.slice(page.tokens.at(i).span);
    let letters = sign(end + 1);
    // "IMF", "SoBriGas"
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let whole = letters.chars().all(char::is_alphabetic) && (capitals == letters.len() && letters.len() <= 6 || capitals > 2);
    let short = sign(end) == "(" && sign(end + 2) == ")" && (2..=12).contains(&letters.len()) && whole;
    let name = page.slice(full_name(page, page.mention(mention)?)?);
    // "Peoples’ Harbour Party (HHP)": the letters may be those of another language, but for the last.
    let initial = |word: Option<&str>| word.and_then(|word| word.chars().next());
    let opens = initial(Some(name)) == initial(Some(letters));
    let closes = name.contains(' ') && letters.chars().last() == initial(name.rsplit(' ').next()) && capitals == letters.len();
    (short && (opens || closes)).then_some(letters)
}

fn spelled(words: &Words, name: &[Key]) -> String {
    name.iter().map(|word| words.text(*word)).collect::<Vec<_>>().join(" ")
}

/// The figure is the only one with the key, or the key means nobody for sure.
fn remember(only: &mut FxHashMap<Key, Option<usize>>, key: Key, figure: usize) {
    only.entry(key).and_modify(|only| *only = only.filter(|only| *only == figure)).or_insert(Some(figure));
}

/// "Post" for "New York Post", "Oversight Committee" for "House Oversight Committee".
fn longer_forms(words: &Words, form: &Form, by_last: &FxHashMap<Key, Vec<(usize, &Form)>>) -> Vec<usize> {
    let Some(last) = form.words.last() else { return Vec::new() };
    if form.words.len() == 1 && stands_alone(words.text(*last)) {
        return Vec::new();
    }
    let longer = by_last.get(last).map_or(&[][..], Vec::as_slice);
    // "Norway" is not the "Maritime College of Norway".
    let whole = |long: &Form| {
        let before = long.words.len().checked_sub(form.words.len() + 1).and_then(|i| long.words.get(i));
        long.words.ends_with(&form.words) && !before.is_some_and(|key| matches!(words.text(*key), "of" | "for" | "in"))
    };
    let headed = |long: &Form| form.words.len() == 1 && head(words, &long.words) == Some(*last);
    longer.iter().filter(|(_, long)| form.can_be(long) && (whole(long) || headed(long))).map(|(figure, _)| *figure).collect()
}

/// "observatory" of "Brill *Observatory* for Human Rights"
fn head(words: &Words, name: &[Key]) -> Option<Key> {
    let joint = name.iter().position(|key| matches!(words.text(*key), "of" | "for"))?;
    name.get(joint.checked_sub(1)?).copied()
}

/// "Trade Ministry", "Supreme Court": a body that every country has.
fn is_of_state(name: &str) -> bool {
    kin::is_public(&name.rsplit(' ').next().unwrap_or_default().to_lowercase())
}

fn make(page: &Page, cast: &mut Cast, form: &Form) -> usize {
    let mention = page.mention(form.first);
    let place = mention.is_some_and(|mention| mention.kind == MentionKind::Place);
    let kind = if place { SpeakerKind::Place } else { SpeakerKind::Organization };
    let name = mention.and_then(|mention| full_name(page, mention)).map_or("", |name| page.slice(name));
    // "Norway’s Trade Ministry" is called so.
    let whole = mention.filter(|_| form.state.is_some()).map(|mention| page.slice(page.bare_phrase(mention.span)));
    let owned = |front: &str| front.starts_with(char::is_uppercase) && (front.ends_with("’s ") || front.ends_with("'s "));
    let name = whole.filter(|whole| whole.strip_suffix(name).is_some_and(owned)).unwrap_or(name);
    let mut figure = Figure::new(kind, spaced(name));
    figure.gender = Gender::Neuter;
    let figure = cast.add(figure);
    let folded = form.key.map_or("", |key| cast.words.text(key)).to_owned();
    cast.add_roles(figure, &folded);
    figure
}

/// The name with the words in capitals before it: "Brill Rights Council", though only "Rights Council" is sure to be the name.
fn full_name(page: &Page, mention: &Mention) -> Option<Span> {
    let name = page.bare_phrase(mention.name?);
    let whole = page.bare_phrase(mention.span);
    let before = page.slice(Span::new(whole.start, name.start));
    // "San Francisco-based Marlo": where it sits is no part of its name.
    // "Brillia’s Orvo" is Orvo.
    let owns = |word: &str| word.ends_with("’s") || word.ends_with("'s");
    let compound = |word: &str| owns(word) || word.rsplit_once('-').is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    // "Broadcaster KLTV", where a sentence begins
    let sort = kin::is_outlet(&before.trim().to_lowercase());
    let capitals = !sort && before.split_ascii_whitespace().all(|word| word.starts_with(char::is_uppercase) && !compound(word));
    Some(if capitals && !before.is_empty() { Span::new(whole.start, name.end) } else { name })
}

/// "imf", and with its small words "urban": the first letters of a name.
fn acronyms(words: &Words, name: &[Key]) -> Vec<String> {
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "to" | "a");
    // "US Geological Survey" is the USGS.
    let own = |word: &str| if matches!(word, "us" | "uk" | "un" | "eu") { 2 } else { 1 };
    let letters = |keep_small: bool| {
        let words = name.iter().map(|key| words.text(*key)).filter(|word| keep_small || !small(word));
        // "World Anti-Noise Agency" is the WANA.
        words.flat_map(|word| word.split('-').flat_map(move |part| part.chars().take(own(part)))).collect()
    };
    let (short, long): (String, String) = (letters(false), letters(true));
    let mut forms = vec![short];
    if forms.first() != Some(&long) {
        forms.push(long);
    }
    // "The U.S. Federal Bureau of Investigation" is the FBI.
    if let [country, .., _] = name
        && matches!(words.text(*country), "us" | "uk" | "un" | "eu")
    {
        let rest = name.iter().skip(1).map(|key| words.text(*key)).filter(|word| !small(word));
        forms.push(rest.filter_map(|word| word.chars().next()).collect());
    }
    // "Norvik Electric Co" is NE.
    if let [front @ .., last] = name
        && front.len() > 1
        && (kin::is_firm_form(words.text(*last)) || matches!(words.text(*last), "co" | "company" | "corporation" | "group"))
    {
        forms.push(front.iter().filter_map(|key| words.text(*key).chars().next()).collect());
    }
    forms
}
