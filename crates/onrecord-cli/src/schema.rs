//! `onrecord schema`: what json and jsonl look like.

use crate::report;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print the JSON Schema of an article
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  onrecord schema > onrecord-1.schema.json
  onrecord schema | jq '.\"$defs\".quote.properties | keys'")]
pub struct Args {}

/// Runs the subcommand.
pub fn run(_: &Args) -> ExitCode {
    let schema = onrecord::export::SCHEMA.trim_end();
    report::written(writeln!(io::stdout(), "{schema}").map(|()| ExitCode::SUCCESS))
}
