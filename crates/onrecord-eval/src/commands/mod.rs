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
use rayon::prelude::*;
use std::path::Path;

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
