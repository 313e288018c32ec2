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
