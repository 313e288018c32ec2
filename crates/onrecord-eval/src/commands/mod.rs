//! The subcommands, one file each.

pub mod cases;
pub mod check;
pub mod errors;
pub mod features;
pub mod fusion;
pub mod predict;
pub mod results;
pub mod score;
pub mod seeds;
pub mod show;
pub mod sourcing;

use crate::compare::Comparison;
use crate::explain::Explained;
use crate::gold;
use crate::parsed;
use crate::prediction::{self, Predictions};
use crate::rows::Result;
use crate::shared::Places;
use rayon::prelude::*;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints a line for each article of a corpus, in its order, made on all cores.
pub fn print_each(places: &Places, gold: &Path, line: impl Fn(&gold::Article) -> String + Sync + Send) -> Result<ExitCode> {
    let gold = places.read(gold)?;
    let lines: Vec<String> = gold.par_iter().map(line).collect();
    let mut out = std::io::stdout().lock();
    lines.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Predictions from a file, or made on the spot.
pub fn predictions(gold: &[gold::Article], file: Option<&Path>) -> Result<Predictions> {
    file.map_or_else(|| Ok(parsed::parse_all(gold)), prediction::read)
}

/// The same with the rules that found each quote, where they are made on the spot.
pub fn explained_predictions(gold: &[gold::Article], file: Option<&Path>) -> Result<Predictions> {
    let mut predicted = predictions(gold, file)?;
    if file.is_none() {
        let texts: std::collections::HashMap<&str, &str> =
            gold.iter().map(|article| (article.id.as_str(), article.text.as_str())).collect();
        predicted.par_iter_mut().for_each(|(id, article)| parsed::explain(article, texts.get(id.as_str()).unwrap_or(&"")));
    }
    Ok(predicted)
}

/// Comparisons with their articles, ready to explain.
pub fn explained<'a>(gold: &'a [gold::Article], predicted: &'a Predictions, comparisons: &'a [Comparison]) -> Vec<Explained<'a>> {
    let of = |(article, comparison): (&'a gold::Article, &'a Comparison)| {
        Some(Explained { id: &article.id, comparison, predicted: predicted.get(&article.id)? })
    };
    gold.iter().zip(comparisons).filter_map(of).collect()
}
