//! What the neighbours of a token say against its most usual part of speech.

use super::tag::next_is_name;
use super::{Kind, Shape, Tag, Token, reporting};
use crate::data::lexicon::{self, Class};
use crate::data::speech_tags;
use crate::data::words::Tags;

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
pub fn better(tokens: &[Token], i: usize) -> Option<Tag> {
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
        // "The sign *read* “…”"
        Tag::Verb if token.lower() == "read" && before == Tag::Noun && tokens.get(i + 1)?.tag == Tag::Mark => Some(Tag::Past),
        // "*Bright* said so", where a sentence begins
        Tag::Adjective if i == 0 && token.is_capital() && is_firm_like(token, tokens.get(1)?) => Some(Tag::Name),
        // "the car *giant* said"
        Tag::Adjective if before == Tag::Noun && can.has(Tag::Noun) && tokens.get(i + 1)?.tag == Tag::Past => Some(Tag::Noun),
        Tag::Adjective if before == Tag::To && can.has(Tag::Verb) && takes_object(tokens, i) => Some(Tag::Verb),
        Tag::Noun | Tag::Nouns if needs_verb(tokens, i, before) => verb_form(can, before),
        // "according to state authorities"
        Tag::Noun | Tag::Nouns if matches!(before, Tag::To | Tag::Modal) => None,
        Tag::Noun | Tag::Nouns if before == Tag::Adverb && i > 1 => verb_form(can, tokens.get(i - 2)?.tag)
            .filter(|_| matches!(tokens.get(i - 2).map(|t| t.tag), Some(Tag::To | Tag::Modal | Tag::Pronoun))),
        Tag::Noun => better_noun(tokens, i, (can, before)),
        Tag::Nouns => better_plural(tokens, i, (can, before)),
        _ => None,
    }
}

/// A quality right before "said" can only be somebody’s name, but for "many said".
fn is_firm_like(token: &Token, next: &Token) -> bool {
    let counts =
        matches!(token.lower(), "many" | "most" | "more" | "some" | "few" | "other" | "several" | "such" | "both" | "own" | "last");
    matches!(next.lower(), "said" | "says") && !counts
}

/// "to *state*", "will *state*", "they *state*", but not "according to state authorities"
fn needs_verb(tokens: &[Token], i: usize, before: Tag) -> bool {
    let according = i > 1 && before == Tag::To && tokens.get(i - 2).is_some_and(|token| token.lower() == "according");
    let previous = i.checked_sub(1).and_then(|i| tokens.get(i));
    !according && (matches!(before, Tag::To | Tag::Modal) || before == Tag::Pronoun && is_subject(previous))
}

/// What a noun is rather: a participle, or a verb in its dictionary form.
fn better_noun(tokens: &[Token], i: usize, (can, before): (Tags, Tag)) -> Option<Tag> {
    let token = tokens.get(i)?;
    let previous = i.checked_sub(1).and_then(|i| tokens.get(i));
    let participle = || {
        leads_participle(previous) && leads_clause(tokens, i)
            // "…, she said, *warning* it would not hold"
            || before == Tag::Punctuation && follows_tag(tokens, i)
            // "judges handling federal cases"
            || before == Tag::Nouns && takes_noun(tokens, i)
    };
    let verb = || {
        reporting::is_plural(tokens, i) && reporting::reports(tokens, i)
            || reporting::shows_that(tokens, i)
            || before == Tag::Mark && next_is_name(tokens, i) && speech_tags::is_tag_lemma(token.lemma())
    };
    // "Ruiz *shot* back"
    let back = || tokens.get(i + 1).is_some_and(|next| next.lower() == "back");
    let past = before == Tag::Name && can.has(Tag::Past) && (after_mark(tokens, i) || back());
    if past || token.lower() == "forecast" && reporting::is_forecast(tokens, i) {
        Some(Tag::Past)
    } else if can.has(Tag::Ing) && participle() {
        Some(Tag::Ing)
    } else {
        (can.has(Tag::Verb) && verb()).then_some(Tag::Verb)
    }
}

/// What a noun in -s is rather: a verb in -s.
fn better_plural(tokens: &[Token], i: usize, (can, before): (Tags, Tag)) -> Option<Tag> {
    let report = || tokens.get(i).is_some_and(|token| token.lower() == "reports") && reporting::is_report(tokens, i);
    let verb = || {
        before == Tag::Name && after_mark(tokens, i)
            || is_relative_verb(tokens, i)
            || reporting::ends_tag(tokens, i)
            || reporting::takes_content(tokens, i, before)
    };
    (report() || can.has(Tag::VerbS) && verb()).then_some(Tag::VerbS)
}

/// "a harbour *monitor* said", "a KLNA *estimate*,": behind "a" and one noun, a form that only several could have.
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
