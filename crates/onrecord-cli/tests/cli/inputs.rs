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
    let ran = folder.run(&parse(&["all"]));
    assert_eq!((ran.ids(), ran.code), (["C", "r1", "r2", "a/z", "b"].map(String::from).to_vec(), Some(0)));
    // Hidden files are not spoken of.
    assert_eq!(ran.err, "note: a file in the folders was left out: only .txt and .jsonl are read there\n");
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

#[test]
fn a_list_of_rows_is_read_and_so_are_rows_over_several_lines() {
    let rows: Vec<serde_json::Value> = ["a", "b"].iter().map(|id| serde_json::from_str(&row(id)).unwrap()).collect();
    let indented = serde_json::to_string_pretty(&rows).unwrap();
    let one = serde_json::to_string_pretty(&rows[0]).unwrap();
    let folder = Folder::new().with("list.json", &indented).with("list.jsonl", row("c").replacen('{', "[{", 1).trim_end().to_owned() + "]");
    let folder = folder.with("one.json", &one).with("odd", format!("{one}\n{one}"));
    let ran = folder.run(&parse(&["list.json", "list.jsonl", "one.json", "odd"])).ok();
    assert_eq!(ran.ids(), ["a", "b", "c", "a", "a", "a"]);
    assert_eq!(folder.run_with(&parse(&["-"]), &indented).ok().ids(), ["a", "b"]);
    assert_eq!(folder.run_with(&parse(&["-"]), "[]").ok().out, "");
    // A bracket alone is no list.
    assert_eq!(folder.run_with(&parse(&["-"]), format!("[Updated] {ARTICLE}")).ok().ids(), ["null"]);
}

#[test]
fn a_list_of_rows_names_the_lines_of_the_broken_ones() {
    let list = format!("[\n  {},\n  {{\n    \"text\": oops\n  }},\n  7,\n  {}", row("a").trim_end(), row("b").trim_end());
    let ran = Folder::new().with("list.json", list).run(&parse(&["list.json"]));
    assert_eq!((ran.code, ran.ids()), (Some(1), ["a", "b"].map(String::from).to_vec()));
    let lines: Vec<_> = ran.err.lines().collect();
    assert_eq!(
        lines[0],
        "error: list.json:3: not a JSON row: a value is missing or has no quotation marks at line 2 of the row, column 13"
    );
    assert_eq!(lines[1], "error: list.json:6: a row is an object with a text, found a number");
    assert_eq!(lines[2], "error: list.json: cannot be read: the list of rows has no end, “]”: is the file cut off?");
}

#[test]
fn compressed_files_are_read() {
    let zip = |text: &str| {
        let mut pack = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut pack, text.as_bytes()).unwrap();
        pack.finish().unwrap()
    };
    let twice = [zip(&row("r1")), zip(&row("r2"))].concat();
    let folder = Folder::new().with("all/a.txt.gz", zip(ARTICLE)).with("all/rows.jsonl.gz", &twice);
    assert_eq!(folder.run(&parse(&["all"])).ok().ids(), ["a", "r1", "r2"]);
    assert_eq!(folder.run_with(&parse(&["-"]), &twice).ok().ids(), ["r1", "r2"]);
    let cut = Folder::new().with("cut.txt.gz", &zip(ARTICLE)[..40]).run(&parse(&["cut.txt.gz"]));
    assert!(cut.code == Some(1) && cut.err.starts_with("error: cut.txt.gz: cannot be read: "), "{}", cut.err);
}

#[test]
fn the_fields_of_rows_may_have_other_names() {
    let line = serde_json::json!({"url": "a", "id": 3, "body": ARTICLE, "text": "short"}).to_string();
    let folder = Folder::new().with("rows.jsonl", line);
    let out = folder.run(&parse(&["rows.jsonl", "--text-field", "body", "--id-field", "url", "--with-text"])).ok();
    let row = &out.rows()[0];
    assert_eq!((row["id"].as_str(), row["text"].as_str()), (Some("a"), Some(ARTICLE)));
    assert_eq!(row["input"], serde_json::json!({"id": 3, "text": "short"}));
}
