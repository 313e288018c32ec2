//! `predict`: what the parser makes of gold articles, in the wire format, for other scorers.

use crate::cases::is_html;
use crate::gold::Article;
use crate::parsed;
use crate::rows::Result;
use crate::shared::Places;
use onrecord::export::{Offsets, to_value};
use std::path::PathBuf;
use std::process::ExitCode;

/// Parse gold texts and print one article a line, with offsets in code points, for other scorers
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
    if is_html(gold) {
        return serde_json::json!({"id": gold.id}).to_string();
    }
    let mut value = to_value(&onrecord::parse_with(&gold.text, &parsed::options()), &gold.text, Offsets::Chars);
    value["id"] = gold.id.clone().into();
    value.to_string()
}
