//! Order, threads and pipes.

use crate::support::{ARTICLE, Folder};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

/// Rows of very different lengths, so that threads finish out of order.
fn rows(count: usize) -> String {
    let mut rows = String::new();
    for i in 0..count {
        let text = ARTICLE.repeat(1 + (i * 7919) % 30);
        writeln!(rows, "{}", serde_json::json!({"id": i.to_string(), "text": text})).unwrap();
    }
    rows
}

#[test]
fn rows_come_in_the_order_of_the_input_whatever_the_threads() {
    let folder = Folder::new().with("rows.jsonl", rows(120));
    let with = |threads: &str| folder.run(&["parse", "rows.jsonl", "-f", "jsonl", "--threads", threads]).ok();
    let (one, four) = (with("1"), with("4"));
    assert_eq!(one.ids(), (0..120).map(|i| i.to_string()).collect::<Vec<_>>());
    assert_eq!(one.out, four.out);
    assert_eq!(one.out, with("0").out);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = Folder::new().with("rows.jsonl", rows(120));
    for format in ["jsonl", "text", "csv", "json"] {
        let mut child =
            folder.command(&["parse", "rows.jsonl", "-f", format]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_row_is_answered_before_the_next_one_comes() {
    let folder = Folder::new();
    let mut child = folder.command(&["parse", "-", "-f", "jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for i in 0..3 {
        writeln!(to, "{{\"id\":\"{i}\",\"text\":\"Yes.\"}}").unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert!(line.contains(&format!("\"id\":\"{i}\"")), "{line}");
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn no_bar_is_drawn_where_stderr_is_no_terminal() {
    let folder = Folder::new().with("rows.jsonl", rows(120));
    folder.run(&["parse", "rows.jsonl", "-o", "out.jsonl"]).ok();
}

#[test]
fn an_endless_line_is_not_kept() {
    // 40 MB in one row, with a limit of 1 MB: it is passed over, and the next row is read.
    let mut input = b"{\"text\":\"".to_vec();
    input.extend(std::iter::repeat_n(b'x', 40 << 20));
    input.extend_from_slice(b"\"}\n{\"id\":\"b\",\"text\":\"Yes.\"}\n");
    let ran = Folder::new().run_with(&["parse", "-f", "jsonl", "--max-bytes", "1M"], input);
    assert_eq!((ran.code, ran.ids()), (Some(1), vec!["b".to_owned()]));
    assert!(ran.err.contains("stdin:1: larger than the limit of 1048576 bytes"), "{}", ran.err);
}
