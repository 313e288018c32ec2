//! `score`: the figures of attributions.

use super::predictions;
use crate::compare::Filter;
use crate::letters::Kind;
use crate::rows::Result;
use crate::score::{Figures, score};
use crate::shared::Places;
use serde_json::Value;
use std::path::PathBuf;
use std::process::ExitCode;

/// Score attributions: the same figures as the Python scorer.
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles
    gold: PathBuf,
    /// Predictions, one article a line
    predicted: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Name the N articles that fare worst
    #[arg(long, value_name = "N", default_value_t = 0)]
    worst: usize,
    /// Keep contents of one kind, in both files
    #[arg(long, value_name = "KIND")]
    only: Option<Kind>,
    /// Leave predictions out whose attitude is not "said"
    #[arg(long)]
    said: bool,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let gold = places.read(&options.gold)?;
    let predicted = predictions(&gold, options.predicted.as_deref())?;
    let figures = score(&gold, &predicted, Filter { only: options.only, said: options.said });
    if options.json {
        anstream::println!("{:#}", figures.to_json());
    } else {
        print(&figures, options.worst);
    }
    Ok(ExitCode::SUCCESS)
}

fn print(figures: &Figures, worst: usize) {
    for (name, row) in figures.to_json().as_object().into_iter().flatten() {
        let cells: Vec<String> = row.as_object().into_iter().flatten().map(cell).collect();
        anstream::println!("{name:16}{}", cells.join("  "));
    }
    for (share, id, gold, predicted) in figures.articles.iter().take(worst) {
        anstream::println!("worst {share:.2}  {id}  gold {gold}  predicted {predicted}");
    }
}

fn cell((name, value): (&String, &Value)) -> String {
    match value.as_f64() {
        Some(share) if value.is_f64() => format!("{name} {share:.3}"),
        _ => format!("{name} {value}"),
    }
}
