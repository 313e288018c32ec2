//! What is read, and in which order.

use crate::support::{ARTICLE, Folder, row};

const JSONL: &[&str] = &["--format", "jsonl"];

fn parse<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    [&["parse"], JSONL, rest].concat()
}

#[test]
fn a_text_file_is_one_article_named_after_it() {
    let folder = Folder::new().with("bridge.txt", ARTICLE);
    let ran = folder.run(&parse(&["bridge.txt"])).ok();
    assert_eq!(ran.ids(), ["bridge"]);
    assert!(ran.rows()[0]["quotes"].as_array().is_some_and(|quotes| !quotes.is_empty()), "{}", ran.out);
}

#[test]
fn a_folder_is_read_in_order_with_its_folders() {
    let folder = Folder::new()
        .with("all/b.txt", ARTICLE)
        .with("all/a/z.txt", ARTICLE)
        .with("all/a/rows.jsonl", row("r1") + &row("r2"))
        .with("all/C.TXT", ARTICLE)
        .with("all/notes.md", "no")
        .with("all/.hidden.txt", "no")
        .with("all/.git/x.txt", "no");
    assert_eq!(folder.run(&parse(&["all"])).ok().ids(), ["C", "r1", "r2", "a/z", "b"]);
}

#[test]
fn inputs_come_in_the_order_of_the_command_line() {
    let folder = Folder::new().with("b.txt", ARTICLE).with("a.txt", ARTICLE).with("c.jsonl", row("c"));
    let ran = folder.run_with(&parse(&["c.jsonl", "b.txt", "-", "a.txt"]), row("in")).ok();
    assert_eq!(ran.ids(), ["c", "b", "in", "a"]);
}

#[test]
fn stdin_is_text_or_rows_by_its_first_character() {
    let folder = Folder::new();
    assert_eq!(folder.run_with(&parse(&["-"]), ARTICLE).ok().ids(), ["null"]);
    assert_eq!(folder.run_with(&parse(&[]), row("a") + &row("b")).ok().ids(), ["a", "b"]);
    assert_eq!(folder.run_with(&parse(&["-"]), format!("\u{feff}  {}", row("a"))).ok().ids(), ["a"]);
    let forced = folder.run_with(&parse(&["--input-format", "text"]), row("a")).ok();
    assert_eq!(forced.ids(), ["null"]);
}

#[test]
fn an_empty_file_is_an_empty_article() {
    let folder = Folder::new().with("empty.txt", "").with("empty.jsonl", "");
    let ran = folder.run(&parse(&["empty.txt"])).ok();
    let row = &ran.rows()[0];
    assert!(row["title"].is_null() && row["quotes"] == serde_json::json!([]) && row["blocks"] == serde_json::json!([]), "{row}");
    assert_eq!(folder.run(&parse(&["empty.jsonl"])).ok().out, "");
    assert_eq!(folder.run(&["parse", "empty.jsonl", "--format", "json"]).ok().out, "[]\n");
    assert!(folder.run(&["parse", "empty.txt"]).ok().out.contains("Nobody is quoted."));
    assert_eq!(folder.run_with(&parse(&["-"]), "").ok().rows().len(), 1);
}

#[test]
fn byte_order_marks_and_carriage_returns_are_fine() {
    let windows = ARTICLE.replace('\n', "\r\n");
    let rows = format!("\u{feff}{}\r\n\r\n{}", row("a").trim_end(), row("b").trim_end());
    let folder = Folder::new().with("w.txt", format!("\u{feff}{windows}")).with("w.jsonl", rows);
    let ran = folder.run(&parse(&["w.txt", "w.jsonl"])).ok();
    assert_eq!(ran.ids(), ["w", "a", "b"]);
    let text = |i: usize| ran.rows()[i]["quotes"][0]["text"].clone();
    assert_eq!(text(0), text(1));
    // The offsets count the byte-order mark too: they are those of the file.
    let start = |i: usize| ran.rows()[i]["quotes"][0]["content"][0]["start"].as_u64().unwrap();
    assert_eq!(start(0), start(1) + 3);
}

#[test]
fn other_fields_come_out_as_they_went_in() {
    let line = r#"{"url": "https://brill.example/\u0061", "n": 1.10, "id": "a", "big": 123456789012345678901234567890, "text": "Yes.", "deep": {"b": 1, "a": [null]}}"#;
    let folder = Folder::new().with("rows.jsonl", line);
    let out = folder.run(&parse(&["rows.jsonl"])).ok().out;
    let tail = r#","url":"https://brill.example/\u0061","n":1.10,"big":123456789012345678901234567890,"deep":{"b": 1, "a": [null]}}"#;
    assert!(out.trim_end().ends_with(tail), "{out}");
    let indented = folder.run(&["parse", "rows.jsonl", "--format", "json"]).ok().out;
    assert!(indented.contains("\n  \"n\": 1.10,\n  \"big\": 123456789012345678901234567890,\n"), "{indented}");
    let dropped = folder.run(&parse(&["rows.jsonl", "--drop-fields"])).ok().out;
    assert!(dropped.trim_end().ends_with("\"repairs\":[]}"), "{dropped}");
}

#[test]
fn fields_named_like_ours_are_kept_apart() {
    let folder = Folder::new().with("rows.jsonl", r#"{"id":"a","text":"Yes.","title":"Mine","input":0,"quotes":1.0,"x":2}"#);
    let out = folder.run(&parse(&["rows.jsonl"])).ok().out;
    assert!(out.trim_end().ends_with(r#","x":2,"input":{"title":"Mine","input":0,"quotes":1.0}}"#), "{out}");
    let row: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(row["quotes"].is_array());
}

#[test]
fn the_text_comes_along_where_it_is_wanted() {
    let folder = Folder::new().with("a.jsonl", row("a")).with("b.txt", ARTICLE);
    for row in folder.run(&parse(&["a.jsonl", "b.txt", "--with-text"])).ok().rows() {
        assert_eq!(row["text"], ARTICLE);
    }
}

#[test]
fn ids_are_strings_numbers_or_missing() {
    let rows = "{\"id\":7,\"text\":\"a\"}\n{\"text\":\"a\"}\n{\"id\":null,\"text\":\"a\"}\n{\"id\":\"x\\u0041\",\"text\":\"a\"}";
    let folder = Folder::new().with("rows.jsonl", rows);
    assert_eq!(folder.run(&parse(&["rows.jsonl"])).ok().ids(), ["7", "null", "null", "xA"]);
}
