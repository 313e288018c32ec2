//! Sets each token's part of speech: its most usual one, put right by its neighbours.

use super::{Kind, Shape, Tag, Token, neighbours};
use crate::data::stage;
use crate::data::words::{Tags, WordId};
use crate::input::Text;

/// Tags the tokens of one sentence.
pub fn sentence(text: &Text, tokens: &mut [Token]) {
    let look = Look::of(text, tokens);
    for i in 0..tokens.len() {
        forget_pronoun(text, tokens, i, look);
        let first = first_tag(text, tokens, i, look);
        if let Some(token) = tokens.get_mut(i) {
            token.tag = first;
        }
    }
    for i in 0..tokens.len() {
        if let Some(tag) = neighbours::better(tokens, i)
            && let Some(token) = tokens.get_mut(i)
        {
            token.tag = tag;
        }
    }
}

/// What holds of a sentence as a whole.
#[derive(Clone, Copy)]
struct Look {
    /// Its words have capitals.
    headline: bool,
    /// Some words stand in small letters.
    plain: bool,
    /// It has a question mark.
    asks: bool,
}

impl Look {
    fn of(text: &Text, tokens: &[Token]) -> Self {
        let plain = tokens.iter().any(|token| token.shape == Shape::Lower);
        let asks = tokens.iter().any(|token| text.slice(token.span) == "?");
        Self { headline: is_headline(tokens), plain, asks }
    }
}

/// In a headline in capitals a capital tells nothing; "The Brill Harbour Authority met on Monday" is none, as its verb has no capital.
fn is_headline(tokens: &[Token]) -> bool {
    let plain_verb =
        |token: &Token| !token.is_capital() && token.word.is_some_and(|word| matches!(word.get().first, Tag::Past | Tag::VerbS));
    if tokens.iter().any(plain_verb) {
        return false;
    }
    let words = tokens.iter().filter(|token| token.kind == Kind::Word && token.span.len() > 3);
    let (capital, all) = words.fold((0, 0), |(capital, all), token| (capital + usize::from(token.is_capital()), all + 1));
    all > 3 && capital * 10 >= all * 8
}

fn first_tag(text: &Text, tokens: &[Token], i: usize, look: Look) -> Tag {
    let Some(token) = tokens.get(i) else { return Tag::Other };
    match token.kind {
        Kind::Mark => return Tag::Mark,
        Kind::Punctuation if token.word.is_none() => return Tag::Punctuation,
        Kind::Number => return Tag::Number,
        Kind::Handle | Kind::Url | Kind::Email => return Tag::Name,
        Kind::Symbol => return Tag::Other,
        _ => {}
    }
    let slice = text.slice(token.span);
    if matches!(token.lower(), "'s") {
        return clitic_s(tokens, i);
    }
    let headline = look.headline;
    if !headline && is_stage(text, tokens, i) {
        return Tag::Other;
    }
    let opens = opens_clause(tokens, i);
    if slice == "Will" && opens && !headline && next_is_name(tokens, i) && !look.asks {
        return Tag::Name; // "Will Holt, who runs the harbour, said", not "Will Ruiz go?"
    }
    match token.word.map(WordId::get) {
        Some(word) if !token.is_capital() && word.first == Tag::Name => common(word.tags),
        Some(word) if !token.is_capital() || headline || (opens && (is_closed(word.first) || !next_is_name(tokens, i))) => word.first,
        Some(word) if is_closed(word.first) && token.shape == Shape::Capital && !is_odd_name(tokens, i, word.first) => word.first,
        Some(word) if word.first == Tag::Adjective && word.text.len() > 3 && token.is_capital() && !opens => Tag::Name,
        Some(_) => Tag::Name,
        None if opens && token.shape == Shape::Capital && slice.ends_with("ing") && next_is_determiner(tokens, i) => Tag::Ing,
        None if token.is_capital() || token.shape == Shape::Mixed => Tag::Name,
        None => guess(slice),
    }
}

/// "states", "post": what is mostly a name is none in lower case.
fn common(can: Tags) -> Tag {
    [Tag::Nouns, Tag::Noun, Tag::Verb, Tag::VerbS].into_iter().find(|tag| can.has(*tag)).unwrap_or(Tag::Name)
}

/// The WHO and the US are no words of the list, but names.
fn forget_pronoun(text: &Text, tokens: &mut [Token], i: usize, look: Look) {
    let named = match tokens.get(i).map(|token| text.slice(token.span)) {
        Some("WHO") => !is_shouted(tokens, i),
        // "US NATO envoys", not "TELL US MORE"
        Some("US") => look.plain,
        _ => false,
    };
    if let Some(token) = tokens.get_mut(i).filter(|_| named) {
        token.word = None;
    }
}

/// Do the words beside it stand in capitals too?
fn is_shouted(tokens: &[Token], i: usize) -> bool {
    let upper = |i: usize| tokens.get(i).is_some_and(|token| token.shape == Shape::Upper && token.span.len() > 1);
    upper(i + 1) || i.checked_sub(1).is_some_and(upper)
}

/// "END VIDEO CLIP", "(CROSSTALK)": what the stenographer notes names nobody.
fn is_stage(text: &Text, tokens: &[Token], i: usize) -> bool {
    let listed = |i: usize| tokens.get(i).is_some_and(|token| token.shape == Shape::Upper && stage::is_word(text.slice(token.span)));
    let beside = listed(i + 1) || i.checked_sub(1).is_some_and(listed);
    listed(i) && (beside || tokens.get(i).is_some_and(|token| stage::is_note(text.slice(token.span))))
}

/// At the start of the sentence, or after a mark, colon or dash that can open one.
fn opens_clause(tokens: &[Token], i: usize) -> bool {
    tokens
        .get(..i)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|t| t.kind != Kind::Word && t.kind != Kind::Number)
        .any(|t| t.kind == Kind::Mark)
        || !tokens.get(..i).unwrap_or_default().iter().any(|t| t.kind == Kind::Word || t.kind == Kind::Number)
}

/// "Theresa May said", "said Per Nygaard": inside a sentence "may" and "per" have no capital but as names.
fn is_odd_name(tokens: &[Token], i: usize, tag: Tag) -> bool {
    let before = i.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|before| before.kind == Kind::Word && before.is_capital());
    match tag {
        Tag::Modal => true,
        Tag::Preposition => !before && next_is_name(tokens, i),
        // "the Alliance to Save Our Harbour"
        Tag::Possessive => before && next_is_name(tokens, i),
        _ => false,
    }
}

pub fn next_is_name(tokens: &[Token], i: usize) -> bool {
    tokens.get(i + 1).is_some_and(|next| next.kind == Kind::Word && next.is_capital())
}

/// "*Skirting* the question, she left": no name stands before an article.
fn next_is_determiner(tokens: &[Token], i: usize) -> bool {
    let first = tokens.get(i + 1).and_then(|next| next.word).map(|word| word.get().first);
    first.is_some_and(|tag| matches!(tag, Tag::Determiner | Tag::Possessive))
}

fn is_closed(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Determiner
            | Tag::Possessive
            | Tag::Pronoun
            | Tag::Wh
            | Tag::Preposition
            | Tag::To
            | Tag::Conjunction
            | Tag::Modal
            | Tag::Other
    )
}

/// "it’s" is a verb, "Biden’s plan" a genitive.
fn clitic_s(tokens: &[Token], i: usize) -> Tag {
    let before = i.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", Token::lower);
    let is = matches!(before, "it" | "he" | "she" | "that" | "there" | "what" | "who" | "here" | "this" | "where" | "how" | "let");
    if is { Tag::VerbS } else { Tag::Genitive }
}

/// A tag from the ending of a word that the list lacks.
fn guess(slice: &str) -> Tag {
    if slice.ends_with("ing") {
        Tag::Ing
    } else if slice.ends_with("ed") {
        Tag::Past
    } else if slice.ends_with("ly") {
        Tag::Adverb
    } else if slice.ends_with('s') && !slice.ends_with("ss") && !slice.ends_with("us") {
        Tag::Nouns
    } else if ["ous", "ful", "ive", "able", "ible", "ic", "al", "ish", "less"].iter().any(|end| slice.ends_with(end)) || slice.contains('-')
    {
        Tag::Adjective
    } else {
        Tag::Noun
    }
}
