//! How fast each step is, and the whole: `cargo bench -p onrecord`. The column to read is MB/s.
//!
//! The input is about a megabyte of PolNeAR where the corpus is beside the checkout, and the articles of the tests everywhere.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use onrecord::export::{self, Offsets};
use onrecord::{Options, Trace, input, layout, lexer, mentions, quotes, sources, speakers, topics};
use std::path::Path;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// A body of text: its name, and its articles.
struct Corpus {
    name: &'static str,
    texts: Vec<String>,
}

impl std::fmt::Display for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What is measured on; a megabyte of PolNeAR is about 150 articles.
static CORPORA: LazyLock<Vec<Corpus>> = LazyLock::new(|| {
    let all = [Corpus { name: "articles", texts: own() }, Corpus { name: "polnear", texts: polnear(1_000_000) }];
    all.into_iter().filter(|corpus| !corpus.texts.is_empty()).collect()
});

fn corpora() -> impl Iterator<Item = &'static Corpus> {
    CORPORA.iter()
}

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn own() -> Vec<String> {
    let names = ["wire", "spun", "translated", "press-release", "transcript", "interview"];
    let read = |name: &&str| std::fs::read_to_string(home().join(format!("../../tests/articles/{name}.txt"))).ok();
    names.iter().filter_map(read).collect()
}

fn polnear(bytes: usize) -> Vec<String> {
    let rows = std::fs::read_to_string(home().join("../../../shared/polnear/train.jsonl")).unwrap_or_default();
    let mut read = 0;
    let mut texts = Vec::new();
    for row in rows.lines().filter_map(|row| serde_json::from_str::<serde_json::Value>(row).ok()) {
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        read += text.len();
        texts.push(text);
        if read > bytes {
            break;
        }
    }
    texts
}

/// Grammar alone, which is what the steps are; `whole_with_tagger` has the rest.
fn grammar() -> Options {
    Options::default().with_tagger(false)
}

/// Runs a step on what the earlier steps made of every text.
fn step<T>(bencher: Bencher, corpus: &'static Corpus, run: impl Fn(&Trace) -> T + Sync) {
    let options = grammar();
    let traces: Vec<Trace> = corpus.texts.iter().map(|text| onrecord::trace(text, &options)).collect();
    bencher.counter(bytes(corpus)).bench(|| {
        for trace in &traces {
            black_box(run(trace));
        }
    });
}

fn bytes(corpus: &Corpus) -> BytesCount {
    BytesCount::new(corpus.texts.iter().map(String::len).sum::<usize>())
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s1_input(bencher: Bencher, corpus: &'static Corpus) {
    bencher.counter(bytes(corpus)).bench(|| {
        for text in &corpus.texts {
            black_box(input::read(text));
        }
    });
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s2_layout(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| layout::read(&trace.text));
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s3_lexer(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| lexer::split(&trace.text, &trace.layout));
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s4_mentions(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| mentions::find(&trace.text, &trace.layout, &trace.tokens));
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s5_quotes(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| quotes::find(&trace.text, &trace.layout, &trace.tokens));
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s6_sources(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| {
        sources::attribute(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches, &grammar())
    });
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s7_speakers(bencher: Bencher, corpus: &'static Corpus) {
    step(bencher, corpus, |trace| {
        speakers::resolve(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches, &trace.attributions)
    });
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn s8_topics(bencher: Bencher, corpus: &'static Corpus) {
    let options = Options::default();
    step(bencher, corpus, move |trace| topics::rank(&trace.text, &trace.layout, &trace.attributions, &options));
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn whole(bencher: Bencher, corpus: &'static Corpus) {
    bencher.counter(bytes(corpus)).bench(|| {
        for text in &corpus.texts {
            black_box(onrecord::parse_with(text, &grammar()));
        }
    });
}

#[cfg(feature = "tagger")]
#[divan::bench(args = corpora(), sample_count = 3)]
fn whole_with_tagger(bencher: Bencher, corpus: &'static Corpus) {
    bencher.counter(bytes(corpus)).bench(|| {
        for text in &corpus.texts {
            black_box(onrecord::parse(text));
        }
    });
}

#[divan::bench(args = corpora(), sample_count = 20, max_time = 1)]
fn whole_with_json(bencher: Bencher, corpus: &'static Corpus) {
    bencher.counter(bytes(corpus)).bench(|| {
        for text in &corpus.texts {
            black_box(export::to_json_string(&onrecord::parse_with(text, &grammar()), text, Offsets::Utf16));
        }
    });
}
