//! Bad input: what is said, what goes on, and the exit code.

use crate::support::{ARTICLE, Folder, row};

fn jsonl(folder: &Folder, args: &[&str]) -> crate::support::Ran {
    folder.run(&[&["parse", "--format", "jsonl"], args].concat())
}

#[test]
fn a_broken_row_is_named_and_the_rest_goes_on() {
    let rows = row("a") + "{\"id\": \"b\", \"text\": oops}\n\n" + &row("c") + "[1]\n" + &row("d");
    let ran = jsonl(&Folder::new().with("rows.jsonl", rows), &["rows.jsonl"]);
    assert_eq!((ran.code, ran.ids()), (Some(1), ["a", "c", "d"].map(String::from).to_vec()));
    let lines: Vec<_> = ran.err.lines().collect();
    assert!(
        lines[0].starts_with("error: rows.jsonl:2: not a JSON row: a value is missing or has no quotation marks at column "),
        "{}",
        ran.err
    );
    assert!(lines[1].starts_with("error: rows.jsonl:5: "), "{}", ran.err);
    assert_eq!(lines[2], "error: 2 of 5 inputs could not be read");
}

#[test]
fn a_row_without_text_is_named_and_skipped() {
    let rows = "{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":null}\n".to_owned() + &row("c");
    let ran = jsonl(&Folder::new().with("rows.jsonl", rows), &["rows.jsonl"]);
    assert_eq!((ran.code, ran.ids()), (Some(1), vec!["c".to_owned()]));
    assert!(ran.err.contains("rows.jsonl:1: no “text” in this row: it has “id”; --text-field names another one"), "{}", ran.err);
    assert!(ran.err.contains("rows.jsonl:2: “text” is null, not a string"), "{}", ran.err);
}

#[test]
fn invalid_utf8_names_file_line_and_byte() {
    let mut rows = row("a").into_bytes();
    let at = rows.len() + 9;
    rows.extend_from_slice(b"{\"text\":\"\xe9t\xe9.\"}\n");
    rows.extend_from_slice(row("c").as_bytes());
    let folder = Folder::new().with("rows.jsonl", rows).with("a.txt", b"One.\nCaf\xe9s.\n".as_slice());
    let ran = jsonl(&folder, &["rows.jsonl", "a.txt"]);
    assert_eq!((ran.code, ran.ids().len()), (Some(1), 2));
    let row = format!("rows.jsonl:2: invalid UTF-8 (0xE9) at byte 9 of the row, byte {at} of the file; --lossy reads on");
    assert!(ran.err.contains(&row), "{}", ran.err);
    assert!(ran.err.contains("a.txt: invalid UTF-8 (0xE9) in line 2, at byte 8 of the file"), "{}", ran.err);

    let lossy = jsonl(&folder, &["rows.jsonl", "a.txt", "--lossy", "--with-text"]);
    let texts: Vec<_> = lossy.rows().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect();
    assert_eq!((texts[1].as_str(), texts[3].as_str(), lossy.code), ("été.", "One.\nCafés.\n", Some(0)));
    let notes = ["note: rows.jsonl:2: not UTF-8, read as Windows-1252", "note: a.txt: not UTF-8, read as Windows-1252"];
    assert_eq!(lossy.err.lines().collect::<Vec<_>>(), notes);
}

#[test]
fn utf16_gets_a_hint_with_and_without_its_mark() {
    let wide: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new().with("u.txt", b"\xff\xfeA\0".as_slice()).with("w.txt", wide);
    for args in [&["u.txt", "w.txt"] as &[&str], &["u.txt", "w.txt", "--lossy"]] {
        let ran = jsonl(&folder, args);
        assert_eq!((ran.code, ran.err.matches("UTF-16 (or no text at all): convert it").count()), (Some(1), 2), "{}", ran.err);
    }
}

#[test]
fn half_an_emoji_is_refused_or_read_with_lossy() {
    let folder = Folder::new().with("rows.jsonl", "{\"id\":\"a\",\"text\":\"Yes \\ud83d.\"}\n".to_owned() + &row("b"));
    let ran = jsonl(&folder, &["rows.jsonl"]);
    assert_eq!((ran.code, ran.ids()), (Some(1), vec!["b".to_owned()]));
    assert!(ran.err.contains("rows.jsonl:1: “text” has half a character"), "{}", ran.err);
    assert_eq!(jsonl(&folder, &["rows.jsonl", "--lossy"]).ok().rows().len(), 2);
}

#[test]
fn an_unreadable_file_names_itself_and_the_rest_goes_on() {
    let folder = Folder::new().with("a.txt", ARTICLE).with("empty/notes.md", "no");
    let ran = jsonl(&folder, &["nowhere.txt", "a.txt", "empty"]);
    assert_eq!((ran.code, ran.ids()), (Some(1), vec!["a".to_owned()]));
    assert!(ran.err.contains("error: nowhere.txt: cannot be read: No such file"), "{}", ran.err);
    assert!(ran.err.contains("error: empty: cannot be read: no .txt or .jsonl file in this folder"), "{}", ran.err);
    assert!(ran.err.ends_with("error: 2 of 3 inputs could not be read\n"), "{}", ran.err);
}

#[test]
fn an_article_over_the_limit_is_refused() {
    let folder = Folder::new().with("big.txt", "word ".repeat(1000)).with("rows.jsonl", row("a") + &row(&"b".repeat(2000)) + &row("c"));
    let ran = jsonl(&folder, &["big.txt", "rows.jsonl", "--max-bytes", "1K"]);
    assert_eq!((ran.code, ran.ids()), (Some(1), vec!["a".to_owned(), "c".to_owned()]));
    assert!(ran.err.contains("big.txt: larger than the limit of 1024 bytes; raise it with --max-bytes"), "{}", ran.err);
    assert!(ran.err.contains("rows.jsonl:2: larger than the limit of 1024 bytes"), "{}", ran.err);
    jsonl(&folder, &["big.txt", "rows.jsonl", "--max-bytes", "1M"]).ok();
}

#[test]
fn wrong_usage_has_code_2() {
    let folder = Folder::new().with("a.txt", ARTICLE);
    for args in [
        &["parse", "a.txt", "--format", "xml"] as &[&str],
        &["parse", "a.txt", "--offsets", "words"],
        &["parse", "a.txt", "--min-confidence", "1.5"],
        &["parse", "a.txt", "--max-bytes", "lots"],
        &["parse", "a.txt", "-j", "20000"],
        &["parse", "a.txt", "-j", "-1"],
        &["parse", "a.txt", "--output", "a.txt"],
        &["parse", ".", "--output", "new.jsonl"],
        &["parse", "a.txt", "--output", "new.tsv"],
        &["parse", "a.txt", "--with-text", "-f", "csv"],
        &["parse", "a.txt", "--with-text"],
        &["parse", "a.txt", "--attitude", "said", "-f", "json"],
        &["frobnicate"],
        &[],
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {}", ran.err);
        assert!(!ran.err.is_empty());
    }
    assert_eq!(folder.read("a.txt"), ARTICLE);
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1);
    assert!(folder.run(&["parse", ".", "-o", "new.jsonl"]).err.contains("which is read"));
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let ran = Folder::new().with("a.txt", ARTICLE).run(&["parse", "a.txt", "-o", "no/such/folder.json"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("no/such/folder.json"), "{}", ran.err);
}

#[test]
fn an_old_output_stays_where_nothing_could_be_read() {
    let folder = Folder::new().with("out.csv", "old").with("a.txt", ARTICLE);
    assert_eq!(folder.run(&["parse", "nowhere.txt", "-o", "out.csv"]).code, Some(1));
    assert_eq!(folder.read("out.csv"), "old");
    assert_eq!(folder.run(&["parse", "a.txt", "nowhere.txt", "-o", "out.csv"]).code, Some(1));
    assert!(folder.read("out.csv").contains("We will build it,"));
    // Nothing is left beside it.
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 2);
}

#[test]
fn nothing_is_written_where_nothing_could_be_read() {
    let folder = Folder::new().with("empty/notes.md", "no");
    for format in ["json", "jsonl", "csv", "html", "text"] {
        for input in ["nowhere.txt", "empty"] {
            let ran = folder.run(&["parse", input, "-f", format]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{input} {format}");
        }
    }
}

#[test]
fn a_text_that_is_taken_for_rows_is_told_of_the_flag() {
    let folder = Folder::new();
    let ran = folder.run_with(&["parse", "-"], "{Note to editors: embargo}\n\nBrill gets a bridge.\n");
    assert!(ran.err.starts_with("error: stdin:1: not a JSON row: ") && ran.err.contains("--input-format text reads it"), "{}", ran.err);
    // Said once.
    assert_eq!(ran.err.matches("--input-format").count(), 1, "{}", ran.err);
    let rows = folder.with("rows.jsonl", "{oops}").run(&["parse", "rows.jsonl"]);
    assert!(!rows.err.contains("--input-format"), "{}", rows.err);
}
