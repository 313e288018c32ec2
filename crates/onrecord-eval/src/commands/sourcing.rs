//! `sourcing`: who is cited, by name, type and title.

use super::predictions;
use crate::rows::Result;
use crate::shared::Places;
use crate::sourcing::{Reading, figures, read};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

/// Score sourcing: who is cited for what, by name, type, title and justification
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles with statements
    gold: PathBuf,
    /// Predictions, one article a line
    predicted: Option<PathBuf>,
    /// List what is wrong in this article ("all": in every one)
    #[arg(long, value_name = "ID")]
    show: Option<String>,
    /// These articles alone, split by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    only: Vec<String>,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let gold = places.read(&options.gold)?;
    let predicted = predictions(&gold, options.predicted.as_deref())?;
    let only: BTreeSet<String> = options.only.iter().cloned().collect();
    let readings = read(&gold, &predicted, (!only.is_empty()).then_some(&only));
    let cells: Vec<String> = figures(&readings).iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    anstream::println!("{{{}}}", cells.join(", "));
    let show = |reading: &&Reading| options.show.as_ref().is_some_and(|id| id == "all" || *id == reading.id);
    readings.iter().filter(show).for_each(print);
    Ok(ExitCode::SUCCESS)
}

fn print(reading: &Reading) {
    anstream::println!("{}", reading.id);
    for miss in &reading.misses {
        anstream::println!("  \t{}\t{}\t{}", miss.what, miss.want.replace('\n', " "), miss.have.replace('\n', " "));
    }
}
