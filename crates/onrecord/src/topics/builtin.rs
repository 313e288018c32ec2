//! The topics that onrecord knows by itself, read from the lists in `data/` when they are first asked for.

use super::set::{TopicDef, TopicSet};
use crate::article::Facet;
use std::sync::LazyLock;

pub(super) static SET: LazyLock<TopicSet> = LazyLock::new(|| TopicSet::compiled(topics()));

const ISSUES: &str = include_str!("../data/topics.txt");
const PLACES: &[&str] = &[include_str!("../data/topic_places.txt"), include_str!("../data/topic_places_more.txt")];

/// The weight of a line by its first word; a place's demonym or capital says a little more than an issue's fair phrase.
const ISSUE_WEIGHTS: &[(&str, f64)] = &[("strong", 1.0), ("likely", 0.8), ("fair", 0.5), ("hint", 0.2)];
const PLACE_WEIGHTS: &[(&str, f64)] = &[("strong", 1.0), ("fair", 0.7), ("hint", 0.2)];

fn topics() -> Vec<TopicDef> {
    let mut topics = Vec::new();
    read(ISSUES, Facet::Issue, &mut topics);
    for list in PLACES {
        read(list, Facet::Place, &mut topics);
    }
    topics
}

/// Reads a list; a second section with the same id adds to the first.
fn read(list: &str, facet: Facet, topics: &mut Vec<TopicDef>) {
    let mut at = None;
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let known = topics.iter().position(|topic| topic.id == id);
            at = Some(known.unwrap_or(topics.len()));
            if known.is_none() {
                topics.push(TopicDef::new(id, id).with_facet(facet));
            }
        } else if let Some(topic) = at.and_then(|at| topics.get_mut(at)) {
            let (name, value) = line.split_once(' ').unwrap_or((line, ""));
            field(topic, name, value);
        }
    }
}

fn field(topic: &mut TopicDef, name: &str, value: &str) {
    let phrases = value.split(';').map(|phrase| phrase.trim().to_owned());
    match name {
        "label" => value.clone_into(&mut topic.label),
        "iptc" => topic.iptc = Some(value.to_owned()),
        "wikidata" => topic.wikidata = Some(value.to_owned()),
        "not" => topic.exceptions.extend(phrases),
        _ => {
            let weights = if topic.facet == Facet::Place { PLACE_WEIGHTS } else { ISSUE_WEIGHTS };
            let weight = weights.iter().find(|(line, _)| *line == name).map_or(0.0, |(_, weight)| *weight);
            topic.phrases.extend(phrases.map(|phrase| (phrase, weight)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists hold nothing that [`TopicSet::new`] would refuse.
    #[test]
    fn the_lists_are_well_formed() {
        let topics = topics();
        TopicSet::new(topics.clone()).unwrap();
        for topic in &topics {
            assert_ne!(topic.label, topic.id, "a label for {}", topic.id);
            assert!(topic.phrases.iter().all(|(_, weight)| *weight > 0.0), "a line of {} opens with an unknown word", topic.id);
            assert!(topic.facet == Facet::Place || (topic.iptc.is_some() && topic.wikidata.is_some()), "{}", topic.id);
        }
    }

    #[test]
    fn every_promised_issue_is_there() {
        let promised = "arms-control nuclear-proliferation missile-defense military-operations cyber espionage disinformation \
            election-interference sanctions trade economy energy climate health human-rights media-freedom migration terrorism \
            peace-talks prisoners diplomatic-relations space nato united-nations european-union elections crime humanitarian-aid \
            technology united-states united-kingdom north-korea";
        for id in promised.split_whitespace() {
            assert!(SET.get(id).is_ok(), "{id}");
        }
    }
}
