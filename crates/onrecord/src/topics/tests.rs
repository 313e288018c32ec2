//! What the phrases see, and what they must not take.

use super::*;
use crate::article::Facet;

fn ids(text: &str) -> Vec<String> {
    crate::parse(text).topics.into_iter().map(|topic| topic.id).collect()
}

fn hits(set: &TopicSet, text: &str) -> Vec<(String, String)> {
    let read = crate::input::read(text);
    let layout = crate::layout::Layout {
        blocks: vec![crate::article::Block { kind: crate::article::BlockKind::Paragraph, span: crate::Span::new(0, text.len()) }],
        ..Default::default()
    };
    let name = |hit: &hits::Hit| (set.topics()[hit.topic].id.clone(), hit.span.of(read.as_str()).to_owned());
    hits::find(read.as_str(), &layout, set).iter().map(name).collect()
}

fn one(phrases: &[&str], exceptions: &[&str]) -> TopicSet {
    let mut topic = TopicDef::new("water", "Water");
    topic.phrases = phrases.iter().map(|phrase| ((*phrase).to_owned(), 1.0)).collect();
    topic.exceptions = exceptions.iter().map(|phrase| (*phrase).to_owned()).collect();
    TopicSet::new(vec![topic]).unwrap()
}

fn found(phrases: &[&str], exceptions: &[&str], text: &str) -> Vec<String> {
    hits(&one(phrases, exceptions), text).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn words_match_at_their_borders_in_any_case() {
    assert_eq!(
        found(&["tap water"], &[], "Tap water, TAP-WATER and tap\nwater; tap waters, soft tap. Water"),
        ["Tap water", "TAP-WATER", "tap\nwater"]
    );
}

#[test]
fn stems_take_the_whole_word() {
    assert_eq!(found(&["hack*"], &[], "Hackers hack; a shack was hacked."), ["Hackers", "hack", "hacked"]);
    assert_eq!(found(&["hack* group"], &[], "a hacking group, a hack group"), ["hacking group", "hack group"]);
}

#[test]
fn groups_and_options_are_written_out() {
    assert_eq!(found(&["(tap|well) water (tax)?"], &[], "well water, tap water tax"), ["well water", "tap water tax"]);
}

#[test]
fn gaps_take_up_to_three_words_of_one_clause() {
    let phrase = &["meddl* .. elections"];
    assert_eq!(found(phrase, &[], "meddling in the Brill elections"), ["meddling in the Brill elections"]);
    assert_eq!(found(phrase, &[], "meddled elections"), ["meddled elections"]);
    assert!(found(phrase, &[], "meddling in all of the many elections").is_empty());
    assert!(found(phrase, &[], "he meddled, elections came").is_empty());
}

#[test]
fn capitals_are_asked_for_where_the_phrase_has_them() {
    assert_eq!(found(&["WHO", "US", "Turkey"], &[], "Who told us? WHO told the US that TURKEY, not turkey, ..."), ["WHO", "US", "TURKEY"]);
}

#[test]
fn the_s_of_a_possessive_is_no_word() {
    assert!(found(&["S (300|400)"], &[], "the mayor's 400 and Brill’s 300").is_empty());
    assert_eq!(found(&["S (300|400)"], &[], "an S-400"), ["S-400"]);
}

#[test]
fn abbreviations_possessives_and_accents_are_seen_through() {
    assert_eq!(
        found(&["U.S sanctions", "Brill's mayor"], &[], "U.S. sanctions; Brill’s mayor; Brill mayor"),
        ["U.S. sanctions", "Brill’s mayor", "Brill mayor"]
    );
    assert_eq!(found(&["Elysee"], &[], "at the Élysée"), ["Élysée"]);
}

#[test]
fn other_scripts_match_in_either_case() {
    assert_eq!(found(&["вода", "水"], &[], "Вода, 水"), ["Вода", "水"]);
}

#[test]
fn exceptions_take_the_words_away() {
    assert_eq!(found(&["climate"], &["business climate", "climate of"], "The climate, a business climate, a climate of fear"), ["climate"]);
}

#[test]
fn a_place_inside_a_longer_place_is_not_meant() {
    let text = "South Sudan and Papua New Guinea met Sudan.";
    let names: Vec<String> = hits(&TopicSet::builtin(), text).into_iter().map(|(id, _)| id).collect();
    assert_eq!(names, ["south-sudan", "papua-new-guinea", "sudan"]);
}

#[test]
fn the_heaviest_topics_come_first_with_their_evidence() {
    let text = "Brill votes on gun control\n\nVoters in Brill want background checks, the mayor said. Gun owners object.\n\nBackground checks are fair, she said.";
    let article = crate::parse(text);
    assert_eq!(article.topics[0].id, "gun-control");
    let words: Vec<&str> = article.topics[0].evidence.iter().map(|span| span.of(text)).collect();
    assert_eq!(words, ["gun control", "background checks", "Gun owners", "Background checks"]);
    assert!(article.topics.iter().all(|topic| topic.score > 0.0 && topic.score < 1.0));
    assert!(article.topics.is_sorted_by(|a, b| a.score >= b.score));
}

#[test]
fn furniture_and_the_dateline_say_nothing() {
    assert!(!ids("A quiet day\n\nGENEVA (AP) — Nothing happened.\n\nGENEVA lay still.").contains(&"switzerland".to_owned()));
}

#[test]
fn quotes_get_what_they_and_the_words_around_them_say() {
    let text =
        "Talks open\n\n“We need a nuclear arms treaty,” said Ana Ruiz, an aide.\n\nOf the ransomware attacks, Ruiz said: “They must stop.”";
    let article = crate::parse(text);
    let of = |words: &str| article.quotes.iter().find(|quote| quote.text.contains(words)).map(|quote| quote.topics.clone());
    if let (Some(treaty), Some(stop)) = (of("treaty"), of("must stop")) {
        assert_eq!(treaty, ["arms-control"]);
        assert_eq!(stop, ["cyber"]);
    }
}

#[test]
fn callers_add_replace_and_choose() {
    let own = TopicSet::new(vec![TopicDef::new("crime", "Crime").with_phrase("larceny", 1.0)]).unwrap();
    let set = TopicSet::builtin().with(&own);
    assert_eq!(set.iter().count(), TopicSet::builtin().iter().count());
    assert_eq!(set.get("crime").unwrap().phrases.len(), 1);
    assert_eq!(set.only(&["crime", "trade"]).unwrap().iter().count(), 2);
    assert!(set.without(&["crime"]).unwrap().get("crime").is_err());
}

#[test]
fn unknown_ids_name_those_that_are_near() {
    let set = TopicSet::builtin();
    let message = |id: &str| set.get(id).unwrap_err().to_string();
    assert!(message("arms-controll").contains("near are arms-control"), "{}", message("arms-controll"));
    assert!(message("nuclear").contains("nuclear-proliferation"), "{}", message("nuclear"));
    assert_eq!(message("qqqqqqqqqqq"), "there is no topic `qqqqqqqqqqq`");
    assert!(set.only(&["sanction"]).unwrap_err().is_unknown_topic());
}

#[test]
fn malformed_topics_are_refused() {
    let refused = |topic: TopicDef| TopicSet::new(vec![topic]).unwrap_err().to_string();
    let water = || TopicDef::new("water", "Water");
    assert_eq!(refused(TopicDef::new("Tap Water", "")), "topic `Tap Water`: expected an id in kebab case, such as `arms-control`");
    assert_eq!(refused(water().with_phrase("(tap|well water", 1.0)), "topic `water`: phrase `(tap|well water`: expected `)` at 1");
    assert_eq!(
        refused(water().with_phrase("tap wa*ter", 1.0)),
        "topic `water`: phrase `tap wa*ter`: expected `*` at the end of a stem at 1"
    );
    assert_eq!(
        refused(water().with_phrase("tap", 0.0)),
        "topic `water`: phrase `tap` has weight 0: expected a weight above 0 and at most 10"
    );
    assert!(TopicSet::new(vec![water(), water()]).unwrap_err().is_bad_topic());
}

#[cfg(feature = "serde")]
#[test]
fn topics_come_from_json() {
    let json = r#"{"topics": [{"id": "water", "label": "Water", "facet": "issue", "iptc": "medtop:20000418", "wikidata": "Q7",
        "phrases": ["drought*", {"text": "tap", "weight": 0.5}], "except": ["on tap"]}]}"#;
    let set = TopicSet::from_json_str(json).unwrap();
    let water = set.get("water").unwrap();
    assert_eq!(water.phrases, [("drought*".to_owned(), 1.0), ("tap".to_owned(), 0.5)]);
    assert_eq!((water.facet, water.iptc.as_deref(), water.wikidata.as_deref()), (Facet::Issue, Some("medtop:20000418"), Some("Q7")));
    let error = TopicSet::from_json_str("{\"topics\": [\n{\"id\": \"water\",\n \"phrase\": []}]}").unwrap_err();
    assert_eq!(error.line(), Some(3));
    assert!(error.to_string().starts_with("topics file, line 3: unknown field `phrase`, expected one of"), "{error}");
}

#[cfg(feature = "toml")]
#[test]
fn topics_come_from_toml() {
    let toml = "[[topics]]\nid = \"water\"\nphrases = [\"drought*\", { text = \"tap\", weight = 0.5 }]\n";
    assert_eq!(TopicSet::from_toml_str(toml).unwrap().get("water").unwrap().phrases.len(), 2);
    let message = |toml: &str| TopicSet::from_toml_str(toml).unwrap_err().to_string();
    assert_eq!(
        message("[[topics]]\nid = \"Tap Water\"\nphrases = []\n"),
        "topics file, line 2: id `Tap Water`: expected an id in kebab case, such as `arms-control`"
    );
    assert_eq!(
        message("[[topics]]\nid = \"water\"\nphrases = [\n  \"(tap\",\n]\n"),
        "topics file, line 4: phrase `(tap`: expected `)` at 1"
    );
    assert!(message("[[topics]]\nid = \"water\"\nphrases = 7\n").starts_with("topics file, line 3: invalid type: integer `7`"));
    assert!(message("[[topics]\n").starts_with("topics file, line 1: "));
}
