//! The other subcommands.

use crate::support::{ARTICLE, Folder, row};
use serde_json::Value;

#[test]
fn trace_explains_each_attribution() {
    let folder = Folder::new().with("a.txt", ARTICLE);
    let out = folder.run(&["trace", "a.txt"]).ok().out;
    for word in
        ["#0 direct", "rule", "cue         said (say)", "source", "candidates", "→ Ana Ruiz", "speaker     Ana Ruiz", "score", "confidence"]
    {
        assert!(out.contains(word), "{word}: {out}");
    }
    let one = folder.run(&["trace", "a.txt", "--quote", "1"]).ok().out;
    assert!(one.contains("#1 ") && !one.contains("#0 "), "{one}");
}

#[test]
fn trace_names_the_repairs() {
    let text = "Brill to get a bridge\n\n“We will build it, said Ana Ruiz, the mayor of Brill.\n\nThe work begins in May.\n";
    let out = Folder::new().with("a.txt", text).run(&["trace", "a.txt"]).ok().out;
    assert!(out.contains("repair      missing_close in line 3"), "{out}");
}

#[test]
fn trace_picks_a_row_by_its_id() {
    let folder = Folder::new().with("rows.jsonl", row("a") + &row("b"));
    let out = folder.run(&["trace", "rows.jsonl", "--id", "b"]).ok().out;
    assert!(out.starts_with("rows.jsonl:2 b\n") && !out.contains("rows.jsonl:1"), "{out}");
    let none = folder.run(&["trace", "rows.jsonl", "--id", "z"]);
    assert_eq!((none.code, none.err.as_str()), (Some(1), "error: rows.jsonl: no article with the id “z”\n"));
    assert_eq!(folder.run(&["trace", "nowhere.txt"]).code, Some(1));
}

#[test]
fn schema_is_the_one_of_the_library() {
    let out = Folder::new().run(&["schema"]).ok().out;
    let schema: Value = serde_json::from_str(&out).unwrap();
    assert!(schema["properties"]["quotes"].is_object());
    assert_eq!(out.trim_end(), onrecord::export::SCHEMA.trim_end());
}

#[test]
fn completions_exist_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let out = Folder::new().run(&["completions", shell]).ok().out;
        assert!(out.contains("min-confidence"), "{shell}");
    }
}

#[test]
fn help_has_examples_for_every_subcommand() {
    let folder = Folder::new();
    for args in [
        &["--help"] as &[&str],
        &["parse", "--help"],
        &["trace", "--help"],
        &["topics", "--help"],
        &["schema", "--help"],
        &["completions", "--help"],
    ] {
        let out = folder.run(args).ok().out;
        assert!(out.contains("Examples:\n  ") && out.contains("onrecord "), "{args:?}: {out}");
    }
    assert!(folder.run(&["--version"]).ok().out.starts_with("onrecord "));
}

#[test]
fn trace_says_that_there_is_no_such_quote() {
    let folder = Folder::new().with("a.txt", ARTICLE).with("none.txt", "Brill\n").with("rows.jsonl", row("a") + &row("b"));
    let said = |args: &[&str]| {
        let ran = folder.run(&[&["trace"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        ran.err
    };
    assert_eq!(said(&["a.txt", "--quote", "99"]), "error: a.txt: no quote 99: the last one is 1\n");
    assert_eq!(said(&["none.txt", "--quote", "0"]), "error: none.txt: no quote 0: there is none\n");
    assert_eq!(said(&["rows.jsonl", "--id", "b", "--quote", "2"]), "error: rows.jsonl: no quote 2: the last one is 1\n");
    assert!(said(&["nowhere.txt", "--quote", "2"]).starts_with("error: nowhere.txt: cannot be read"));
}

#[test]
fn trace_is_json_too() {
    let folder = Folder::new().with("a.txt", ARTICLE).with("rows.jsonl", row("r1") + &row("r2"));
    let read = |args: &[&str]| -> Value { serde_json::from_str(&folder.run(&[&["trace"], args].concat()).ok().out).unwrap() };
    let one = read(&["a.txt", "-f", "json"]);
    assert_eq!((&one["id"], one["trace"].as_array().unwrap().len()), (&Value::from("a"), 2));
    let chosen = one["trace"][0]["candidates"].as_array().unwrap().iter().find(|it| it["chosen"] == true).unwrap();
    let (start, end) = (chosen["start"].as_u64().unwrap() as usize, chosen["end"].as_u64().unwrap() as usize);
    assert!(ARTICLE.chars().skip(start).take(end - start).collect::<String>().starts_with("Ana Ruiz"));
    assert_eq!(read(&["rows.jsonl", "-f", "json"]).as_array().unwrap().len(), 2);
    let rows = folder.run(&["trace", "rows.jsonl", "-f", "jsonl", "--quote", "1"]).ok();
    assert_eq!(rows.ids(), ["r1", "r2"]);
    assert_eq!((&rows.rows()[0]["trace"][0]["quote"], rows.rows()[0]["trace"].as_array().unwrap().len()), (&Value::from(1), 1));
    assert_eq!(folder.run(&["trace", "a.txt", "-f", "csv"]).code, Some(2));
}
