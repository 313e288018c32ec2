//! What is written.

use crate::support::{ARTICLE, Folder, row};
use serde_json::Value;

fn folder() -> Folder {
    Folder::new().with("a.txt", ARTICLE).with("rows.jsonl", row("r1") + &row("r2"))
}

#[test]
fn text_is_the_default_and_groups_by_speaker() {
    let out = folder().run(&["parse", "a.txt"]).ok().out;
    assert!(out.starts_with("Brill to get a bridge 😀\n"), "{out}");
    let speaker = out.find("\nAna Ruiz · person").expect(&out);
    let direct = out.find("\n  “We will build it,”\n      direct · said").expect(&out);
    let indirect = out.find("\n  that the work would begin in May\n      indirect · said").expect(&out);
    assert!(speaker < direct && direct < indirect, "{out}");
    assert!(!out.contains('\u{1b}'), "{out}");
    assert!(out.contains("Structure"), "{out}");
}

#[test]
fn thoughts_are_shown_on_request() {
    let folder = Folder::new().with("a.txt", "Brill\n\nAna Ruiz, the mayor of Brill, believes that the bridge will stand for ages.\n");
    let count = |args: &[&str]| folder.run(&[&["parse", "a.txt"], args].concat()).ok().out.matches("bridge will stand").count();
    assert_eq!([count(&[]), count(&["--attitude", "all"])], [0, 1]);
    assert_eq!([count(&["-f", "csv", "--attitude", "said"]), count(&["-f", "csv"])], [0, 1]);
    assert!(folder.run(&["parse", "a.txt"]).out.contains("--attitude all"));
}

#[test]
fn json_is_one_object_for_a_text_and_a_list_for_more() {
    let folder = folder();
    let read = |args: &[&str]| -> Value { serde_json::from_str(&folder.run(&[&["parse", "-f", "json"], args].concat()).ok().out).unwrap() };
    assert_eq!(read(&["a.txt"])["id"], "a");
    let ids = |value: &Value| value.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&read(&["rows.jsonl"])), ["r1", "r2"]);
    assert_eq!(ids(&read(&["a.txt", "rows.jsonl"])), ["a", "r1", "r2"]);
    assert_eq!(ids(&read(&["."])), ["a", "r1", "r2"]);
    let one = folder.run_with(&["parse", "-f", "json"], ARTICLE).ok().out;
    assert!(one.starts_with("{\n  \"schema\": \"onrecord/1\",\n") && one.ends_with("\n}\n"), "{one}");
    assert!(folder.run_with(&["parse", "-f", "json"], row("a")).ok().out.starts_with("[\n{"));
}

#[test]
fn offsets_slice_in_every_unit() {
    let folder = folder();
    let content = |unit: &str| {
        let ran = folder.run(&["parse", "a.txt", "-f", "jsonl", "--offsets", unit]).ok();
        let row = ran.rows().remove(0);
        assert_eq!(row["offsets"], *unit);
        let span = &row["quotes"][0]["content"][0];
        (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize)
    };
    let words = "We will build it,";
    let (start, end) = content("bytes");
    assert_eq!(&ARTICLE[start..end], words);
    let (start, end) = content("chars");
    assert_eq!(ARTICLE.chars().skip(start).take(end - start).collect::<String>(), words);
    let (start, end) = content("utf16");
    let units: Vec<u16> = ARTICLE.encode_utf16().skip(start).take(end - start).collect();
    assert_eq!(String::from_utf16(&units).unwrap(), words);
    let default = folder.run(&["parse", "a.txt", "-f", "jsonl"]).ok();
    assert_eq!(default.rows()[0]["offsets"], "chars");
}

#[test]
fn csv_has_a_row_for_each_quote() {
    let folder = folder();
    let out = folder.run(&["parse", "a.txt", "rows.jsonl", "-f", "csv"]).ok().out;
    let mut table = csv::Reader::from_reader(out.as_bytes());
    let names = table.headers().unwrap().clone();
    let at = |record: &csv::StringRecord, name: &str| record[names.iter().position(|it| it == name).expect(name)].to_owned();
    let records: Vec<_> = table.records().map(Result::unwrap).collect();
    let first = &records[0];
    let cells = ["article", "quote", "kind", "attitude", "speaker", "speaker_kind", "source", "cue", "text"].map(|name| at(first, name));
    assert_eq!(cells, ["a", "0", "direct", "said", "Ana Ruiz", "person", "Ana Ruiz, the mayor of Brill", "said", "We will build it,"]);
    let (start, end): (usize, usize) = (at(first, "start").parse().unwrap(), at(first, "end").parse().unwrap());
    assert_eq!(ARTICLE.chars().skip(start).take(end - start).collect::<String>(), "We will build it,");
    let ids: std::collections::BTreeSet<_> = records.iter().map(|record| at(record, "article")).collect();
    assert_eq!(ids.into_iter().collect::<Vec<_>>(), ["a", "r1", "r2"]);
    assert!(at(first, "confidence").parse::<f64>().is_ok_and(|it| it > 0.0));
}

#[test]
fn output_goes_to_a_file_whose_ending_chooses_the_format() {
    let folder = folder();
    assert_eq!(folder.run(&["parse", "a.txt", "--output", "out.csv"]).ok().out, "");
    assert!(folder.read("out.csv").starts_with("article,input,quote,kind,"));
    folder.run(&["parse", "a.txt", "-o", "out.json"]).ok();
    assert!(folder.read("out.json").starts_with("{\n"));
    folder.run(&["parse", "a.txt", "-o", "lines.jsonl"]).ok();
    assert!(folder.read("lines.jsonl").starts_with("{\"schema\""));
    folder.run(&["parse", "a.txt", "-o", "plain"]).ok();
    assert!(folder.read("plain").starts_with("Brill to get"));
    folder.run(&["parse", "a.txt", "-o", "odd.csv", "-f", "jsonl"]).ok();
    assert!(folder.read("odd.csv").starts_with("{\"schema\""));
}

#[test]
fn unsure_quotes_are_left_out_on_request() {
    let folder = folder();
    let count = |min: &str| {
        let row = folder.run(&["parse", "a.txt", "-f", "jsonl", "--min-confidence", min]).ok().rows().remove(0);
        row["quotes"].as_array().unwrap().len()
    };
    assert!(count("0") >= 2);
    assert_eq!(count("1"), 0);
}

#[test]
fn colour_is_for_terminals_and_for_those_who_force_it() {
    let folder = folder();
    let coloured = |args: &[&str], name: &str, value: &str| {
        let output = folder.command(&[&["parse", "a.txt"], args].concat()).env(name, value).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&[], "A", "b"));
    assert!(coloured(&[], "CLICOLOR_FORCE", "1"));
    assert!(coloured(&["--color", "always"], "A", "b"));
    assert!(!coloured(&["--color", "never"], "CLICOLOR_FORCE", "1"));
    let both = folder.command(&["parse", "a.txt"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output().unwrap();
    assert!(!both.stdout.contains(&0x1b));
    // Other formats are never coloured.
    assert!(!coloured(&["--color", "always", "-f", "csv"], "A", "b"));
}

#[test]
fn several_articles_are_headed_by_their_places() {
    let out = folder().run(&["parse", "a.txt", "rows.jsonl"]).ok().out;
    assert!(out.starts_with("── a.txt · a\n") && out.contains("\n── rows.jsonl:2 · r2\n"), "{out}");
}

#[test]
fn html_is_one_page_for_all() {
    let out = folder().run(&["parse", "-f", "html", "a.txt", "rows.jsonl"]).ok().out;
    assert!(out.starts_with("<!doctype html>") && out.ends_with("</body></html>\n"), "{out}");
    assert_eq!((out.matches("<style>").count(), out.matches("<div class=\"onrecord\">").count()), (1, 3), "{out}");
    assert!(out.contains("We will build it,</mark>"), "{out}");
    assert_eq!(folder().run(&["topics", "-f", "html"]).code, Some(2));
}

/// The named cells of every row of a table.
fn cells(out: &str, names: &[&str]) -> Vec<Vec<String>> {
    let mut table = csv::Reader::from_reader(out.as_bytes());
    let heads = table.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|it| it == name).expect(name);
    table.records().map(|row| names.iter().map(|name| row.as_ref().unwrap()[at(name)].to_owned()).collect()).collect()
}

#[test]
fn csv_tells_where_each_article_was_read() {
    let folder = Folder::new().with("a.txt", ARTICLE).with("sub/a.txt", ARTICLE).with("rows.jsonl", "\n".to_owned() + &row("a"));
    let out = folder.run(&["parse", "a.txt", "sub/a.txt", "rows.jsonl", "-f", "csv"]).ok().out;
    let mut places = cells(&out, &["article", "input"]);
    places.dedup();
    assert_eq!(places, [["a", "a.txt"], ["a", "sub/a.txt"], ["a", "rows.jsonl:2"]]);
}

#[test]
fn csv_has_the_spans_of_a_quotation_in_pieces() {
    let text = "Brill\n\n“We will build it,” said Ana Ruiz, the mayor of Brill, “and it will be red.”\n";
    let out = Folder::new().with("a.txt", text).run(&["parse", "a.txt", "-f", "csv", "--joined"]).ok().out;
    let row = &cells(&out, &["start", "end", "spans"])[0];
    let spans: Vec<(usize, usize)> = row[2]
        .split("; ")
        .map(|span| span.split_once('-').unwrap())
        .map(|(start, end)| (start.parse().unwrap(), end.parse().unwrap()))
        .collect();
    let words: Vec<String> = spans.iter().map(|(start, end)| text.chars().skip(*start).take(end - start).collect()).collect();
    assert_eq!(words, ["We will build it,", "and it will be red."]);
    assert_eq!([&row[0], &row[1]], [&spans[0].0.to_string(), &spans[1].1.to_string()]);
}

#[test]
fn output_may_be_compressed_or_stdout() {
    let folder = folder();
    folder.run(&["parse", "a.txt", "-o", "out.csv.gz"]).ok();
    let mut text = String::new();
    let packed = std::fs::File::open(folder.0.join("out.csv.gz")).unwrap();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed), &mut text).unwrap();
    assert_eq!(text, folder.run(&["parse", "a.txt", "-f", "csv", "-o", "-"]).ok().out);
    assert!(text.starts_with("article,"), "{text}");
    assert!(folder.run(&["parse", "a.txt", "-o", "-"]).ok().out.starts_with("Brill to get"));
}
