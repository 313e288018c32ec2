//! Sets each token's part of speech: its most usual one, put right by its neighbours.

use super::{Kind, Shape, Tag, Token, reporting};
use crate::data::lexicon::{self, Class};
use crate::data::words::{Tags, WordId};
use crate::data::{speech_tags, stage};
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
        if let Some(tag) = better(tokens, i)
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

fn next_is_name(tokens: &[Token], i: usize) -> bool {
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

/// "chief *operating* officer"
fn is_in_office(before: Option<&Token>, next: Option<&Token>) -> bool {
    before.is_some_and(|token| token.lower() == "chief") && next.is_some_and(|token| token.lower() == "officer")
}

/// "*managing* director of the harbour", "*acting* mayor"
fn is_kind_of_office(token: &Token, next: Option<&Token>) -> bool {
    let kind = matches!(token.lower(), "managing" | "acting" | "founding" | "presiding" | "visiting" | "contributing" | "commanding");
    kind && next.and_then(|next| next.word).is_some_and(|word| lexicon::of(word).is(Class::One))
}

/// "the firm that *runs* the ferry"
fn is_relative_verb(tokens: &[Token], i: usize) -> bool {
    let at = |back: usize| i.checked_sub(back).and_then(|i| tokens.get(i));
    let relative =
        at(1).is_some_and(|token| matches!(token.lower(), "that" | "who" | "which")) && at(2).is_some_and(|token| token.tag.is_noun());
    relative && tokens.get(i + 1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Possessive))
}

/// What the neighbours say against the first tag.
fn better(tokens: &[Token], i: usize) -> Option<Tag> {
    let token = tokens.get(i)?;
    let Some(can) = token.word.map(|word| word.get().tags) else { return unlisted(tokens, i) };
    let previous = i.checked_sub(1).and_then(|i| tokens.get(i));
    let before = previous.map_or(Tag::Punctuation, |t| t.tag);
    match token.tag {
        Tag::Ing if is_in_office(previous, tokens.get(i + 1)) => Some(Tag::Noun),
        Tag::Ing if is_kind_of_office(token, tokens.get(i + 1)) => Some(Tag::Adjective),
        Tag::Past | Tag::Participle => past_or_participle(tokens, i, can),
        Tag::Verb | Tag::VerbS if nominal_before(before) => noun_form(token.tag, can),
        Tag::Verb if is_in_compound(tokens, i) => Some(Tag::Noun),
        // "according to state authorities"
        Tag::Noun | Tag::Nouns if before == Tag::To && i > 1 && tokens.get(i - 2)?.lower() == "according" => None,
        Tag::Noun | Tag::Nouns if matches!(before, Tag::To | Tag::Modal) || (before == Tag::Pronoun && is_subject(previous)) => {
            verb_form(can, before)
        }
        Tag::Noun | Tag::Nouns if before == Tag::Adverb && i > 1 => verb_form(can, tokens.get(i - 2)?.tag)
            .filter(|_| matches!(tokens.get(i - 2).map(|t| t.tag), Some(Tag::To | Tag::Modal | Tag::Pronoun))),
        Tag::Nouns if before == Tag::Name && can.has(Tag::VerbS) && after_mark(tokens, i) => Some(Tag::VerbS),
        Tag::Nouns if can.has(Tag::VerbS) && is_relative_verb(tokens, i) => Some(Tag::VerbS),
        Tag::Nouns if can.has(Tag::VerbS) && reporting::ends_tag(tokens, i) => Some(Tag::VerbS),
        Tag::Nouns if token.lower() == "reports" && reporting::is_report(tokens, i) => Some(Tag::VerbS),
        Tag::Noun if before == Tag::Name && can.has(Tag::Past) && after_mark(tokens, i) => Some(Tag::Past),
        Tag::Noun if can.has(Tag::Ing) && leads_participle(previous) && leads_clause(tokens, i) => Some(Tag::Ing),
        // "…, she said, *warning* it would not hold"
        Tag::Noun if can.has(Tag::Ing) && before == Tag::Punctuation && follows_tag(tokens, i) => Some(Tag::Ing),
        // "judges handling federal cases"
        Tag::Noun if can.has(Tag::Ing) && before == Tag::Nouns && takes_noun(tokens, i) => Some(Tag::Ing),
        Tag::Noun if can.has(Tag::Verb) && reporting::is_plural(tokens, i) && reporting::reports(tokens, i) => Some(Tag::Verb),
        // "The sign *read* “…”"
        Tag::Verb if token.lower() == "read" && before == Tag::Noun && tokens.get(i + 1)?.tag == Tag::Mark => Some(Tag::Past),
        Tag::Noun if token.lower() == "forecast" && reporting::is_forecast(tokens, i) => Some(Tag::Past),
        Tag::Noun if can.has(Tag::Verb) && reporting::shows_that(tokens, i) => Some(Tag::Verb),
        // "the car *giant* said"
        Tag::Adjective if before == Tag::Noun && can.has(Tag::Noun) && tokens.get(i + 1)?.tag == Tag::Past => Some(Tag::Noun),
        Tag::Adjective if before == Tag::To && can.has(Tag::Verb) && takes_object(tokens, i) => Some(Tag::Verb),
        Tag::Noun if before == Tag::Mark && next_is_name(tokens, i) && can.has(Tag::Verb) && speech_tags::is_tag_lemma(token.lemma()) => {
            Some(Tag::Verb)
        }
        Tag::Nouns if can.has(Tag::VerbS) && reporting::takes_content(tokens, i, before) => Some(Tag::VerbS),
        _ => None,
    }
}

/// "a conflict *monitor* said", "a KLNA *estimate*,": behind "a" and one noun, a form that only several could have.
fn is_in_compound(tokens: &[Token], i: usize) -> bool {
    let at = |back: usize| i.checked_sub(back).and_then(|i| tokens.get(i));
    let one = at(2).is_some_and(|token| matches!(token.lower(), "a" | "an"));
    let letters = at(1).is_some_and(|token| token.tag == Tag::Name && token.shape == Shape::Upper);
    let next = tokens.get(i + 1).map_or(Tag::Punctuation, |next| next.tag);
    one && (at(1).is_some_and(|token| token.tag == Tag::Noun) && matches!(next, Tag::Past | Tag::VerbS | Tag::Modal)
        || letters && next == Tag::Punctuation)
}

/// "she *yells*": a word that the list lacks, after a pronoun that can only be a subject.
fn unlisted(tokens: &[Token], i: usize) -> Option<Tag> {
    let previous = i.checked_sub(1).and_then(|i| tokens.get(i));
    // "an *outdated* senior official": after an article no verb can stand.
    let article = previous.is_some_and(|token| matches!(token.tag, Tag::Determiner | Tag::Possessive));
    if article && tokens.get(i)?.tag == Tag::Past {
        return Some(Tag::Adjective);
    }
    let subject = is_subject(previous);
    (subject && tokens.get(i)?.tag == Tag::Nouns).then_some(Tag::VerbS)
}

/// "by *warning* that", "with Ruiz *warning* that", "left, *warning* that"
fn leads_participle(previous: Option<&Token>) -> bool {
    previous.is_some_and(|token| token.lower() == "by" || matches!(token.tag, Tag::Name | Tag::Punctuation))
}

/// "to *open* its books", not "to open fields"
fn takes_object(tokens: &[Token], i: usize) -> bool {
    tokens.get(i + 1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun))
}

/// Is it behind the comma of "said,"?
fn follows_tag(tokens: &[Token], i: usize) -> bool {
    let verb = i.checked_sub(2).and_then(|i| tokens.get(i));
    verb.is_some_and(|verb| verb.tag == Tag::Past && speech_tags::is_tag_lemma(verb.lemma()))
}

fn takes_noun(tokens: &[Token], i: usize) -> bool {
    let next = tokens.get(i + 1).map(|token| token.tag);
    matches!(next, Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Name | Tag::Pronoun))
}

/// "by *warning* that", "by warning darkly that", "with Ruiz *warning* that"
fn leads_clause(tokens: &[Token], i: usize) -> bool {
    let after = tokens.get(i + 1..).unwrap_or_default();
    after.iter().find(|token| token.tag != Tag::Adverb).is_some_and(|token| token.lower() == "that")
}

/// “Hold on,” Ruiz *sings*: a name and a word right after a closing mark.
fn after_mark(tokens: &[Token], i: usize) -> bool {
    (2..=3).any(|back| i.checked_sub(back).and_then(|j| tokens.get(j)).is_some_and(|token| token.tag == Tag::Mark))
}

fn nominal_before(before: Tag) -> bool {
    matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number)
}

pub fn is_subject(token: Option<&Token>) -> bool {
    token.is_some_and(|t| matches!(t.lower(), "i" | "he" | "she" | "we" | "they" | "you" | "it" | "who"))
}

fn noun_form(tag: Tag, can: Tags) -> Option<Tag> {
    match tag {
        Tag::Verb if can.has(Tag::Noun) => Some(Tag::Noun),
        Tag::VerbS if can.has(Tag::Nouns) => Some(Tag::Nouns),
        _ => None,
    }
}

fn verb_form(can: Tags, before: Tag) -> Option<Tag> {
    let wanted = if matches!(before, Tag::To | Tag::Modal) { [Tag::Verb, Tag::Verb] } else { [Tag::Verb, Tag::VerbS] };
    wanted.into_iter().find(|tag| can.has(*tag))
}

/// "Holt, the former mayor, *proposed* they wait": after a comma, a verb that goes on with a clause or a quotation is no participle.
fn ends_aside(before: &Token, next: &Token) -> bool {
    before.kind == Kind::Punctuation
        && (next.tag == Tag::Mark || matches!(next.lower(), "that" | "he" | "she" | "they" | "we" | "it" | "there"))
}

/// "said it was safe and *warned* that", "said so and *called* the queue “mad”", "and *encouraged* drivers to wait": after "and", what has
/// an object is no passive, and no perfect either where nothing before it is one.
fn is_next_verb(tokens: &[Token], i: usize, next: &Token) -> bool {
    let joined = i.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|token| matches!(token.lower(), "and" | "but"));
    let order = next.tag.is_noun() && tokens.get(i + 2).is_some_and(|token| token.tag == Tag::To);
    let object = order || matches!(next.tag, Tag::Mark | Tag::Determiner | Tag::Possessive | Tag::Pronoun) || next.lower() == "that";
    let near = tokens.get(i.saturating_sub(30)..i).unwrap_or_default().iter().rev();
    joined && object && near.map(|token| token.tag).find(|tag| matches!(tag, Tag::Past | Tag::Participle)) == Some(Tag::Past)
}

/// "has said" and "was said" are participles; "officials said" is not.
fn past_or_participle(tokens: &[Token], i: usize, can: Tags) -> Option<Tag> {
    let before = tokens.get(..i)?.iter().rev().take(4).find(|t| !matches!(t.tag, Tag::Adverb) && t.lower() != "n't")?;
    let auxiliary = matches!(before.lemma(), "be" | "have" | "get") && before.tag != Tag::Genitive;
    if auxiliary {
        return Some(Tag::Participle);
    }
    let next = tokens.get(i + 1)?;
    let subject =
        before.tag.is_noun() || matches!(before.tag, Tag::Pronoun | Tag::Wh) || ends_aside(before, next) || is_next_verb(tokens, i, next);
    // "was questioned by", but "he continued by saying"
    let by = next.lower() == "by" && tokens.get(i + 2).is_some_and(|token| token.tag != Tag::Ing);
    match (subject, by) {
        (_, true) if can.has(Tag::Participle) => Some(Tag::Participle),
        (true, _) if can.has(Tag::Past) => Some(Tag::Past),
        _ => None,
    }
}
