//! `results`: one row a gold quote, so that a change in quality is a diff.

use crate::rows::Result;
use crate::shared::Places;
use crate::suite::{Measured, Suite, own_folder};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write one row a gold quote (ids and figures, no text) to results/*.csv, and all figures to results/summary.csv
#[derive(clap::Args)]
pub struct Options {
    /// Where to [default: crates/onrecord-eval/results]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let folder = options.output.clone().map_or_else(|| Ok(own_folder()?.join("results")), Ok::<_, String>)?;
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let suite = Suite::run(places)?;
    for measured in suite.measured.iter().filter(|measured| !measured.header.is_empty()) {
        let text = format!("{}\n{}\n", measured.header, measured.rows.join("\n"));
        write(&folder.join(format!("{}.csv", measured.name)), &text)?;
    }
    if !suite.measured.is_empty() {
        write(&folder.join("summary.csv"), &summary(&suite.measured))?;
    }
    for why in &suite.skipped {
        anstream::eprintln!("skipped: {why}");
    }
    Ok(ExitCode::SUCCESS)
}

fn summary(measured: &[Measured]) -> String {
    let mut text = "set,figure,value\n".to_owned();
    for set in measured {
        for (figure, value) in &set.figures {
            let _ = writeln!(text, "{},{figure},{value:.4}", set.name);
        }
    }
    text
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
