//! `structure` and `topics`: what else the gold of the seeds tells.

use super::predictions;
use crate::rows::Result;
use crate::score::{Tally, share};
use crate::shared::Places;
use crate::{structure, topics};
use std::path::PathBuf;
use std::process::ExitCode;

/// Compare with what the gold of the seeds tells about the page, and list what is wrong
#[derive(clap::Args)]
pub struct Options {
    /// The seeds
    #[arg(default_value = "seeds")]
    gold: PathBuf,
    /// Predictions, one article a line
    predicted: Option<PathBuf>,
}

/// Title, dateline, credits, captions, headings, boilerplate.
pub fn structure(options: &Options, places: &Places) -> Result<ExitCode> {
    let gold = places.read(&options.gold)?;
    let predicted = predictions(&gold, options.predicted.as_deref())?;
    let mut reading = structure::Reading::default();
    for article in &gold {
        reading.add(article, predicted.get(&article.id).unwrap_or(&crate::prediction::Article::default()));
    }
    for (part, tally) in structure::PARTS.iter().zip(reading.tallies) {
        anstream::println!("{part:12} {} of {}, {} predicted beside", tally.hit, tally.gold, tally.predicted - tally.gold);
    }
    anstream::println!("{:12} {:.3}", "share right", reading.share());
    print(&reading.wrong);
    Ok(ExitCode::SUCCESS)
}

/// The issue facet, with the places beside it.
pub fn topics(options: &Options, places: &Places) -> Result<ExitCode> {
    let gold = places.read(&options.gold)?;
    let predicted = predictions(&gold, options.predicted.as_deref())?;
    let mut reading = topics::Reading::default();
    for article in &gold {
        reading.add(article, predicted.get(&article.id).unwrap_or(&crate::prediction::Article::default()));
    }
    print_tally("issues", reading.issues);
    print_tally("places", reading.places);
    print(&reading.wrong);
    Ok(ExitCode::SUCCESS)
}

fn print_tally(name: &str, tally: Tally) {
    let (p, r) = (share(tally.hit, tally.predicted), share(tally.hit, tally.gold));
    anstream::println!("{name:12} p {p:.3}  r {r:.3}  f1 {:.3}  gold {}  predicted {}", tally.f1(), tally.gold, tally.predicted);
}

fn print(wrong: &[String]) {
    for line in wrong {
        anstream::println!("  {line}");
    }
}
