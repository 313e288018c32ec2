//! `fusion`: what grammar and tagger say of every candidate, for the tool that derives the weights of their fusion.

use crate::gold::Article;
use crate::rows::Result;
use crate::shared::Places;
use onrecord::Span;
use onrecord::export::{OffsetMap, Offsets};
use onrecord::sources;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Print every candidate attribution with what grammar and tagger say of it, one article a line
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles
    gold: PathBuf,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    super::print_each(places, &options.gold, line)
}

fn line(gold: &Article) -> String {
    let trace = onrecord::trace(&gold.text, &onrecord::Options::default().with_tagger(false));
    let table = OffsetMap::new(&gold.text, Offsets::Chars);
    let place = |span: &Span| {
        let raw = trace.text.to_raw(*span);
        json!([table.from_byte(raw.start), table.from_byte(raw.end)])
    };
    let rows = sources::fusion_rows(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches);
    let rows = rows.iter().map(|row| {
        let list = |spans: &[Span]| spans.iter().map(place).collect::<Vec<Value>>();
        json!({
            "kind": row.kind.name(), "rule": row.rule, "signs": row.signs,
            "cue": list(row.cue.as_slice()), "source": list(row.source.as_slice()), "content": list(&row.content),
        })
    });
    json!({"id": gold.id, "rows": rows.collect::<Vec<_>>()}).to_string()
}
