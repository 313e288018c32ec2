//! [`topics_to_json`]: a set of topics as a file, to send it to another process.

use crate::topics::{TopicDef, TopicSet};
use serde_json::{Value, json};

/// The topics as JSON, in the form that [`TopicSet::from_json_str`] reads.
///
/// ```
/// use onrecord::{export, topics::{TopicDef, TopicSet}};
/// let set = TopicSet::new(vec![TopicDef::new("water", "Water").with_phrase("tap water", 1.0)])?;
/// let again = TopicSet::from_json_str(&export::topics_to_json(&set))?;
/// assert!(again.iter().eq(set.iter()));
/// # Ok::<(), onrecord::Error>(())
/// ```
pub fn topics_to_json(set: &TopicSet) -> String {
    json!({ "topics": set.iter().map(topic).collect::<Vec<_>>() }).to_string()
}

fn topic(def: &TopicDef) -> Value {
    let phrases: Vec<Value> = def.phrases.iter().map(|(text, weight)| json!({ "text": text, "weight": weight })).collect();
    json!({
        "id": def.id, "label": def.label, "facet": def.facet, "iptc": def.iptc, "wikidata": def.wikidata,
        "phrases": phrases, "except": def.exceptions,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_topics_come_back() {
        let again = TopicSet::from_json_str(&topics_to_json(&TopicSet::builtin())).unwrap();
        assert!(again.iter().eq(TopicSet::builtin().iter()));
    }
}
