//! Topics: known ones, those of an article, those of the caller.

use crate::support::{Folder, row};
use serde_json::Value;

const DISARM: &str = "Talks on arms control\n\nThe two sides met in Geneva to talk about nuclear weapons and arms control. “Arms control is back,” said Ana Ruiz.\n";

const WATER: &str = "[[topics]]\nid = \"water\"\nlabel = \"Water\"\nphrases = [\"(drinking|tap) water\"]\n";

fn ids(topics: &Value) -> Vec<&str> {
    topics.as_array().unwrap().iter().map(|topic| topic["id"].as_str().unwrap()).collect()
}

#[test]
fn known_topics_are_listed() {
    let folder = Folder::new();
    let text = folder.run(&["topics"]).ok().out;
    assert!(
        text.lines().any(|line| line.starts_with("arms-control ") && line.contains("Arms control") && line.contains("medtop:")),
        "{text}"
    );
    let json: Value = serde_json::from_str(&folder.run(&["topics", "--format", "json", "--facet", "issue"]).ok().out).unwrap();
    assert!(json.as_array().unwrap().iter().all(|topic| topic["facet"] == "issue"));
    assert!(ids(&json).contains(&"sanctions"));
    let csv = folder.run(&["topics", "--facet", "place", "-f", "csv"]).ok().out;
    assert!(csv.starts_with("id,facet,label,") && csv.contains("\nukraine,place,Ukraine,"), "{csv}");
    assert_eq!(folder.run(&["topics", "-f", "jsonl"]).ok().rows().len(), text.lines().count());
}

#[test]
fn the_topics_of_articles_are_ranked() {
    let folder = Folder::new().with("a.txt", DISARM).with("rows.jsonl", row("r"));
    let text = folder.run(&["topics", "a.txt"]).ok().out;
    assert!(text.trim_start().contains("% Arms control "), "{text}");
    let rows = folder.run(&["topics", "a.txt", "rows.jsonl", "-f", "jsonl"]).ok();
    assert_eq!(rows.ids(), ["a", "r"]);
    assert_eq!(ids(&rows.rows()[0]["topics"])[0], "arms-control");
    let csv = folder.run(&["topics", "a.txt", "-f", "csv"]).ok().out;
    assert!(csv.starts_with("article,input,topic,facet,label,score,evidence\na,a.txt,arms-control,issue,Arms control,"), "{csv}");
    let one: Value = serde_json::from_str(&folder.run(&["topics", "a.txt", "-f", "json"]).ok().out).unwrap();
    assert_eq!(one["id"], "a");
    assert_eq!(folder.run(&["topics", "nowhere.txt"]).code, Some(1));
}

#[test]
fn callers_add_topics() {
    let text = "Brill runs dry\n\nTap water is rationed, and drinking water comes by lorry.\n";
    let json = r#"{"topics": [{"id": "water", "label": "Water", "phrases": ["(drinking|tap) water"]}]}"#;
    let folder = Folder::new().with("a.txt", text).with("water.toml", WATER).with("water.json", json);
    for file in ["water.toml", "water.json"] {
        let rows = folder.run(&["topics", "a.txt", "--topics", file, "-f", "jsonl"]).ok().rows();
        assert!(ids(&rows[0]["topics"]).contains(&"water"), "{rows:?}");
        let rows = folder.run(&["parse", "a.txt", "--topics", file, "-f", "jsonl"]).ok().rows();
        assert!(ids(&rows[0]["topics"]).contains(&"water"), "{rows:?}");
    }
}

#[test]
fn a_bad_topics_file_is_a_usage_error() {
    let bad = WATER.replace("\"Water\"", "");
    let folder = Folder::new().with("a.txt", DISARM).with("bad.toml", bad);
    for file in ["bad.toml", "nowhere.toml"] {
        let ran = folder.run(&["parse", "a.txt", "--topics", file]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.starts_with(&format!("error: {file}: ")), "{}", ran.err);
    }
    assert!(folder.run(&["topics", "--topics", "bad.toml"]).err.contains("line 3"));
}
