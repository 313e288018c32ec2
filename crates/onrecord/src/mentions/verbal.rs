//! A noun by its tag that is a verb by what stands around it, and a name that begins a clause of its own: "Politico *reports* that".

use super::chunk::is_name;
use super::read::is_link;
use super::view::View;
use crate::data::lexicon::Class;
use crate::data::small_words::Small;
use crate::lexer::Tag;

/// A finite verb or another part of a name follows.
pub fn next_acts(view: &View, k: usize) -> bool {
    let k = k + usize::from(view.tag(k + 1) == Tag::Adverb);
    matches!(view.tag(k + 1), Tag::Past | Tag::VerbS | Tag::Modal | Tag::Genitive) || view.tag(k + 1) == Tag::Name
}

/// "Politico reports that", "Trump plans to", "Ruiz Calls Holm ‘a Liar’": a noun by its tag, a verb by what is around it.
pub fn acts_as_verb(view: &View, k: usize, end: usize, last: usize) -> bool {
    if last + 1 != k || k + 1 >= end || !matches!(view.tag(k), Tag::Noun | Tag::Nouns | Tag::Adjective) {
        return false;
    }
    let Some(word) = view.at(k).word else { return view.tag(k) == Tag::Nouns && !view.at(k).is_capital() && is_full_name(view, last) };
    let tags = word.get().tags;
    if view.tag(k) == Tag::Adjective {
        return tags.has(Tag::Past) && is_full_name(view, last);
    }
    // "a homeless advocate"
    let one = last > 0 && matches!(view.lower(last - 1), "a" | "an");
    let people =
        !one && (view.any(last, &[Class::Many, Class::Nationals]) || matches!(view.lower(last), "police" | "people" | "media" | "percent"));
    // "a systems engineer" is one
    let plural = view.tag(last) == Tag::Nouns && !one || people || view.small(last).is(Small::ALONE);
    let goes_on = people || !view.tag(k + 1).is_noun() || view.at(k + 1).is_capital();
    let past = is_name(view, last) && tags.has(Tag::Past) && matches!(view.tag(k + 1), Tag::Particle | Tag::Adverb);
    if plural && tags.has(Tag::Verb) && view.tag(k) == Tag::Noun && goes_on || past {
        return true;
    }
    let finite = tags.has(Tag::VerbS) || tags.has(Tag::Verb) && view.tag(k) == Tag::Noun && plural;
    let person = is_name(view, last) || view.is(last, Class::One);
    // "The Brill Street Journal reports Orvo is …"
    let outlet = is_name(view, last) && view.any(last, &[Class::News, Class::OrganizationHead]) && is_name(view, k + 1);
    let object = outlet || opens_object(view, k + 1);
    finite
        && (object
            || person && opens_adverbial(view, k + 1) && !view.any(k, &[Class::Many, Class::Bodies])
            || is_full_name(view, last) && !is_source_noun(view, k) && !is_holder(view, k + 1))
}

/// "Courier awards *editor Ana Ruiz*": somebody with her role in small letters.
fn is_holder(view: &View, k: usize) -> bool {
    view.is(k, Class::One) && !view.at(k).is_capital() && is_name(view, k + 1)
}

fn is_source_noun(view: &View, k: usize) -> bool {
    view.any(k, &[Class::Many, Class::Group, Class::Bodies, Class::Body, Class::Document, Class::Documents])
}

/// A name with a forename or title in front: "Mr. Ruiz notes" is no note.
pub fn is_full_name(view: &View, last: usize) -> bool {
    last > 0
        && is_name(view, last)
        && !view.any(last, &[Class::OrganizationHead, Class::Body])
        && view.any(last - 1, &[Class::Title, Class::Forename])
        || is_name(view, last)
            && view.is(last, Class::Surname)
            && !view.any(last, &[Class::Country, Class::State])
            && !is_name(view, last.saturating_sub(1))
}

/// "the interview Ruiz gave", "people Democrats asked": a name behind a common noun that is no role begins a clause of its own.
pub fn begins_another(view: &View, k: usize, last: usize) -> bool {
    if is_name(view, last) || view.at(last).is_capital() || !is_name(view, k) || last + 1 != k || !view.tag(last).is_noun() {
        return false;
    }
    // "Clara van Holten", "Eva von der Marsh"
    let linked = (0..=last).rev().take(4).find(|i| !is_link(view.slice(*i))).is_some_and(|before| before < last && is_name(view, before));
    if linked {
        return false;
    }
    // "…, reports USA Today": the verb before its subject
    let inverts = view.tag(last) == Tag::Nouns && view.at(last).word.is_some_and(|word| word.get().tags.has(Tag::VerbS));
    let opens = last == 0 || matches!(view.tag(last - 1), Tag::Punctuation | Tag::Mark);
    if inverts && opens {
        return true;
    }
    if view.any(k, &[Class::Title, Class::One, Class::OrganizationHead, Class::Body, Class::Known, Class::News]) {
        return false;
    }
    if view.is(last, Class::Many) {
        return !view.is(k, Class::Forename) && !is_name(view, k + 1);
    }
    !view.any(last, &[Class::One, Class::Body, Class::Title])
}

/// What comes behind a verb rather than a noun: "that", "he", "the", a name, a quotation.
pub fn opens_object(view: &View, k: usize) -> bool {
    matches!(view.tag(k), Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::To | Tag::Wh | Tag::Mark)
        || matches!(view.lower(k), "that" | "there" | "how" | "whether")
        || view.is_punct(k, ":")
        || is_name(view, k) && view.any(k, &[Class::Forename, Class::Surname, Class::Title, Class::Country, Class::Capital])
}

pub fn opens_adverbial(view: &View, k: usize) -> bool {
    matches!(view.tag(k), Tag::Preposition | Tag::Adverb | Tag::Particle | Tag::Adjective)
}
