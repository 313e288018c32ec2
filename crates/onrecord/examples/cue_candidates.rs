//! Prints every attribution that the grammar sees in a file of articles, before weighing: one JSON row each, offsets in bytes.
//! `scripts/data/cues.py` compares them with an annotated corpus to derive the weights of `src/data/cues.tsv`.

use onrecord::{Options, sources};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        let text = row["text"].as_str().unwrap_or_default();
        let trace = onrecord::trace(text, &Options::default());
        let rows = sources::candidate_rows(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches);
        for found in rows {
            let pair = |span: onrecord::Span| {
                let raw = trace.text.to_raw(span);
                [raw.start, raw.end]
            };
            let json = serde_json::json!({
                "id": row["id"], "lemma": found.lemma, "frame": found.frame, "rule": found.rule, "cue": pair(found.cue),
                "source": found.source.map(pair), "content": found.content.into_iter().map(pair).collect::<Vec<_>>(),
                "looks": found.looks, "score": found.score,
            });
            writeln!(out, "{json}")?;
        }
    }
    Ok(())
}
