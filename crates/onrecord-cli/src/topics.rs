//! `onrecord topics`: the topics that it knows, or those of an article.

use crate::report;
use std::process::ExitCode;

/// List the topics that are known, or rank those of an article
#[derive(clap::Args)]
pub struct Args {
    /// An article
    file: Option<std::path::PathBuf>,
}

/// Runs the subcommand.
pub fn run(_: &Args) -> ExitCode {
    report::usage("not yet")
}
