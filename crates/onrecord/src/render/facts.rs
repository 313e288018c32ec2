//! What is told of speakers, quotes and repairs, in the words that every form of output uses.

use crate::article::{Article, Attitude, Quote, QuoteKind, Speaker, Topic};
use crate::article::{Facet, SpeakerId};

/// A share for people: "93 %".
pub fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

/// "glued_sentences" for people.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}

/// Is a quote shown as somebody's words?
pub(super) fn is_shown(quote: &Quote, all_attitudes: bool) -> bool {
    quote.kind != QuoteKind::Scare && (all_attitudes || quote.attitude == Attitude::Said)
}

/// Every speaker who has quotes that are shown, in the order of the article, and at last those whose speaker is unknown.
pub(super) fn voices(article: &Article, all_attitudes: bool) -> Vec<(Option<&Speaker>, Vec<&Quote>)> {
    let of = |id: Option<SpeakerId>| article.quotes.iter().filter(move |quote| quote.speaker == id && is_shown(quote, all_attitudes));
    let own = |speaker: &'_ Speaker| -> Vec<&Quote> {
        let quotes = speaker.quotes.iter().filter_map(|id| article.quotes.get(id.0));
        quotes.filter(|quote| quote.speaker == Some(speaker.id) && is_shown(quote, all_attitudes)).collect()
    };
    let mut voices: Vec<_> = article.speakers.iter().map(|speaker| (Some(speaker), own(speaker))).collect();
    voices.push((None, of(None).collect()));
    voices.retain(|(_, quotes)| !quotes.is_empty());
    voices
}

/// Kind, titles, affiliation, country, anonymity.
pub(super) fn of_speaker(speaker: &Speaker) -> Vec<String> {
    let mut facts = vec![speaker.kind.to_string()];
    facts.extend(speaker.titles.iter().cloned());
    facts.extend(speaker.affiliation.clone());
    facts.extend(speaker.country.clone());
    if speaker.anonymity.is_some_and(|anonymity| anonymity.granted) {
        facts.push("promised anonymity".to_owned());
    }
    facts
}

/// Kind, attitude, the words that attribute, to whom, where, when, how sure.
pub(super) fn of_quote(quote: &Quote, text: &str, line: Option<usize>) -> Vec<String> {
    let mut facts = vec![quote.kind.to_string()];
    if quote.attitude != Attitude::Said {
        facts.push(quote.attitude.to_string());
    }
    let cue = quote.cue.as_ref().map(|cue| cue.span.of(text).to_owned());
    facts.extend(cue.filter(|cue| !cue.is_empty()).map(|cue| if quote.negated { format!("not: {cue}") } else { cue }));
    facts.extend(quote.addressee.as_ref().map(|who| format!("to {who}")));
    facts.extend(quote.outlet.clone());
    facts.extend(quote.occasion.map(|occasion| occasion.span.of(text).to_owned()));
    facts.extend(quote.day.clone());
    facts.extend(quote.why_unknown.filter(|_| quote.speaker.is_none()).map(|why| why.to_string()));
    facts.extend(line.map(|line| format!("line {line}")));
    facts.push(percent(quote.confidence));
    facts
}

/// The topics of a facet, each with its score: "Arms control 71 %".
pub(super) fn topics(article: &Article, facet: Facet) -> Vec<String> {
    let label = |topic: &Topic| format!("{} {}", topic.label, percent(topic.score));
    article.topics.iter().filter(|topic| topic.facet == facet).map(label).collect()
}
