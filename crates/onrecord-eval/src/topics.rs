//! The topics of the seeds against their gold: the issue facet, with the allowed ones free.

use crate::gold;
use crate::prediction::Article;
use crate::rows;
use crate::score::Tally;
use std::collections::BTreeSet;

/// Places that the gold of the seeds lists among the topics; all its other topics are issues.
const PLACES: [&str; 9] = ["ukraine", "iran", "afghanistan", "syria", "libya", "belarus", "china", "north-korea", "middle-east"];

/// Names of the gold for issues that the built-in set calls otherwise.
const RENAMED: [(&str, &str); 2] = [("military", "military-operations"), ("pandemic", "health")];

/// What a reading of topics got right and wrong.
#[derive(Default)]
pub struct Reading {
    /// Over the issues of all articles.
    pub issues: Tally,
    /// Over the places.
    pub places: Tally,
    /// What is wrong, for a person.
    pub wrong: Vec<String>,
}

impl Reading {
    /// Reads one article.
    pub fn add(&mut self, gold: &gold::Article, predicted: &Article) {
        for facet in ["issue", "place"] {
            let wanted = of_facet(&rows::strings(&gold.row["topics"]), facet);
            let allowed = of_facet(&rows::strings(&gold.row["topics_allowed"]), facet);
            let made = predicted.topics.iter().filter(|topic| topic.1 == facet).map(|topic| renamed(&topic.0));
            let made: BTreeSet<String> = made.filter(|id| !allowed.contains(id)).collect();
            self.count(gold, facet, &wanted, &made);
        }
    }

    fn count(&mut self, gold: &gold::Article, facet: &str, wanted: &BTreeSet<String>, made: &BTreeSet<String>) {
        let tally = if facet == "issue" { &mut self.issues } else { &mut self.places };
        tally.hit += wanted.intersection(made).count();
        tally.gold += wanted.len();
        tally.predicted += made.len();
        let ids = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>().join(", ");
        if wanted != made {
            self.wrong.push(format!("{}  {facet}  missing: {}  wrong: {}", gold.id, ids(wanted, made), ids(made, wanted)));
        }
    }
}

fn of_facet(ids: &[String], facet: &str) -> BTreeSet<String> {
    let is_place = |id: &String| PLACES.contains(&id.as_str());
    ids.iter().filter(|id| is_place(id) == (facet == "place")).map(|id| renamed(id)).collect()
}

fn renamed(id: &str) -> String {
    RENAMED.iter().find(|pair| pair.0 == id).map_or(id, |pair| pair.1).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn allowed_topics_are_free() {
        let row = json!({"topics": ["cyber", "space", "ukraine"], "topics_allowed": ["military", "iran"]});
        let gold = gold::Article { id: "a".to_owned(), text: String::new(), attributions: Vec::new(), row };
        let topic = |id: &str, facet: &str| (id.to_owned(), facet.to_owned());
        let topics = vec![topic("cyber", "issue"), topic("military-operations", "issue"), topic("energy", "issue"), topic("iran", "place")];
        let mut reading = Reading::default();
        reading.add(&gold, &Article { topics, ..Article::default() });
        assert_eq!((reading.issues.hit, reading.issues.gold, reading.issues.predicted), (1, 2, 2));
        assert_eq!((reading.places.hit, reading.places.gold, reading.places.predicted), (0, 1, 0));
    }
}
