//! Real output against the schema, both ways, and against hand-counted offsets.

use super::*;
use crate::article::{
    Anonymity, Attitude, Block, BlockKind, Byline, Cue, Dateline, Facet, Occasion, OccasionKind, Quote, QuoteId, QuoteKind, Repair,
    RepairId, RepairKind, Speaker, SpeakerId, SpeakerKind, Topic, WhyUnknown,
};
use crate::span::Span;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const TEXT: &str = "“Sí 😀,” said Ana Ruiz, an aide, on air Friday.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// An article in which every field has a value, so that every key of the wire format shows.
fn full() -> Article {
    let quote = Quote {
        id: QuoteId(0),
        kind: QuoteKind::Direct,
        content: vec![span("Sí 😀,")],
        text: "Sí 😀,".into(),
        cue: Some(Cue { span: span("said"), lemma: "say".into() }),
        source: Some(span("Ana Ruiz")),
        speaker: Some(SpeakerId(0)),
        why_unknown: None,
        addressee: Some("Bo".into()),
        outlet: Some("Brill Radio".into()),
        day: Some("Friday".into()),
        occasion: Some(Occasion { span: span("on air"), kind: OccasionKind::Broadcast }),
        attitude: Attitude::Said,
        negated: false,
        parent: Some(QuoteId(0)),
        continues: Some(QuoteId(0)),
        topics: vec!["cyber".into()],
        confidence: 0.1 + 0.2,
        repairs: vec![RepairId(0)],
    };
    Article {
        id: Some("a-1".into()),
        title: Some(span("Sí")),
        dateline: Some(Dateline {
            span: span("Sí"),
            place: "BRILL".into(),
            country: Some("US".into()),
            agency: Some("AP".into()),
            date: Some("May 2".into()),
        }),
        bylines: vec![Byline { name: "Cy Dow".into(), role: Some("reporter".into()), span: span("Ana") }],
        published: Some("2021-05-02".into()),
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, TEXT.len()) }],
        speakers: vec![speaker()],
        topics: vec![topic()],
        repairs: vec![Repair { id: RepairId(0), kind: RepairKind::StrayMark, span: Span::at(3), note: "passed over".into() }],
        quotes: vec![quote],
    }
}

fn speaker() -> Speaker {
    Speaker {
        id: SpeakerId(0),
        name: "Ana Ruiz".into(),
        kind: SpeakerKind::Person,
        aliases: vec!["Ruiz".into()],
        titles: vec!["aide".into()],
        affiliation: Some("City of Brill".into()),
        country: Some("US".into()),
        mentions: vec![span("Ana Ruiz")],
        quotes: vec![QuoteId(0)],
        descriptions: vec![span("an aide")],
        anonymity: Some(Anonymity { granted: true, reason: Some(span("an aide")) }),
    }
}

fn topic() -> Topic {
    Topic {
        id: "cyber".into(),
        facet: Facet::Issue,
        label: "Cybersecurity".into(),
        score: 0.5,
        iptc: Some("medtop:20000001".into()),
        wikidata: Some("Q1".into()),
        evidence: vec![span("on air")],
    }
}

/// The part of JSON Schema that [`SCHEMA`] uses; an unknown keyword fails, so that the check cannot miss one.
fn check(schema: &Value, value: &Value, path: &str) {
    let root: Value = serde_json::from_str(SCHEMA).unwrap();
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "description" | "title" | "$schema" | "$id" | "$defs" => {}
            "$ref" => check(&root["$defs"][rule.as_str().unwrap().rsplit('/').next().unwrap()], value, path),
            "const" => assert_eq!(value, rule, "{path}"),
            "enum" => assert!(rule.as_array().unwrap().contains(value), "{path}: {value}"),
            "type" => assert!(has_type(value, rule), "{path}: {value} is no {rule}"),
            "minimum" => assert!(value.is_null() || value.as_f64() >= rule.as_f64(), "{path}: {value}"),
            "maximum" => assert!(value.is_null() || value.as_f64() <= rule.as_f64(), "{path}: {value}"),
            "pattern" => assert!(value.as_str().is_none_or(|it| !it.is_empty()), "{path}"),
            "anyOf" => check(&rule[usize::from(value.is_null())], value, path),
            "items" => value.as_array().unwrap().iter().for_each(|item| check(rule, item, path)),
            "required" => assert_eq!(keys(value), names(rule), "{path}"),
            "properties" => {
                for (name, inner) in rule.as_object().unwrap() {
                    check(inner, &value[name], &format!("{path}.{name}"));
                }
            }
            other => panic!("{path}: the check does not know `{other}`"),
        }
    }
}

fn has_type(value: &Value, rule: &Value) -> bool {
    let fits = |name: &Value| match name.as_str().unwrap() {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    };
    rule.as_array().map_or_else(|| fits(rule), |names| names.iter().any(fits))
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

#[test]
fn full_and_empty_output_fit_the_schema() {
    for article in [full(), Article::default(), crate::parse(TEXT), crate::parse("")] {
        for unit in Offsets::ALL {
            check(&schema(), &to_value(&article, TEXT, *unit), "article");
        }
    }
}

#[test]
fn the_schema_requires_every_field_that_it_describes() {
    let schema = schema();
    assert_eq!(keys(&schema["properties"]), names(&schema["required"]));
    assert_eq!(keys(&schema["properties"]), super::wire::FIELDS.iter().copied().collect());
    for (name, inner) in schema["$defs"].as_object().unwrap() {
        assert_eq!(keys(&inner["properties"]), names(&inner["required"]), "{name}");
    }
}

#[test]
fn the_schema_lists_every_variant() {
    macro_rules! same {
        ($($kind:ty: $path:literal),+) => {$(
            let listed = schema().pointer($path).unwrap()["enum"].clone();
            let listed: Vec<&str> = listed.as_array().unwrap().iter().filter_map(Value::as_str).collect();
            assert_eq!(listed, <$kind>::ALL.iter().map(|it| it.name()).collect::<Vec<_>>(), $path);
        )+};
    }
    same!(
        Offsets: "/properties/offsets",
        BlockKind: "/$defs/block/properties/kind",
        QuoteKind: "/$defs/quote/properties/kind",
        Attitude: "/$defs/quote/properties/attitude",
        WhyUnknown: "/$defs/quote/properties/why_unknown",
        SpeakerKind: "/$defs/speaker/properties/kind",
        OccasionKind: "/$defs/occasion/properties/kind",
        Facet: "/$defs/topic/properties/facet",
        RepairKind: "/$defs/repair/properties/kind"
    );
}

#[test]
fn keys_come_in_the_order_of_the_design() {
    let line = to_json_string(&full(), TEXT, Offsets::Chars);
    let value: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value.as_object().unwrap().keys().collect::<Vec<_>>(), super::wire::FIELDS);
    assert!(line.contains(r#""cue":{"start":8,"end":12,"lemma":"say"}"#), "{line}");
    assert!(line.contains(r#""confidence":0.3,"#), "{line}");
}

#[test]
fn offsets_count_what_the_caller_slices() {
    let cue = |unit| to_value(&full(), TEXT, unit)["quotes"][0]["cue"]["start"].clone();
    assert_eq!([cue(Offsets::Bytes), cue(Offsets::Chars), cue(Offsets::Utf16)], [json!(16), json!(8), json!(9)]);
}

#[test]
fn missing_values_are_null() {
    let value = to_value(&Article::default(), "", Offsets::Chars);
    assert_eq!(
        value,
        json!({"schema": "onrecord/1", "id": null, "offsets": "chars", "title": null, "dateline": null, "bylines": [],
            "published": null, "blocks": [], "quotes": [], "speakers": [], "topics": [], "repairs": []})
    );
}

#[test]
fn extra_fields_follow_and_never_hide_ours() {
    let extra = json!({"url": "https://brill.example", "quotes": 3});
    let wire = wire(&Article::default(), "", Offsets::Chars).with_id("row-7").with_extra(extra.as_object().unwrap()).to_string();
    assert!(wire.ends_with(r#""repairs":[],"url":"https://brill.example"}"#), "{wire}");
    assert!(wire.contains(r#""id":"row-7""#) && wire.contains(r#""quotes":[]"#), "{wire}");
}
