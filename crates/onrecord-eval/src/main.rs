//! Scores onrecord against gold articles, and explains what it got wrong.

mod cases;
mod commands;
mod compare;
mod explain;
mod gold;
mod letters;
mod names;
#[cfg(test)]
mod oracle;
mod pairing;
mod parsed;
mod prediction;
mod python;
mod rows;
mod score;
mod shared;
mod sourcing;
mod structure;
mod suite;
mod topics;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Scores onrecord against gold articles, and explains what it got wrong.
///
/// GOLD is a .jsonl file, a folder of *.gold.json files, or one of the names
/// dev, rough (dev with the damage of scraped pages), train, seeds, sourcing, cases.
/// Without PRED the gold's texts are parsed by the onrecord that this program was built with.
#[derive(Parser)]
#[command(version)]
struct Command {
    /// The folder of gold files [default: ../shared beside the repository, or $ONRECORD_SHARED]
    #[arg(long, global = true, value_name = "DIR")]
    shared: Option<PathBuf>,
    /// Grammar alone, without the tagger
    #[arg(long, global = true)]
    grammar: bool,
    /// Count a quotation that its tag cuts as one, as PolNeAR does
    #[arg(long, global = true)]
    joined: bool,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Score(commands::score::Options),
    Show(commands::show::Options),
    Errors(commands::errors::Options),
    Sourcing(commands::sourcing::Options),
    Cases(commands::cases::Options),
    Structure(commands::seeds::Options),
    Topics(commands::seeds::Options),
    Results(commands::results::Options),
    Check(commands::check::Options),
    Predict(commands::predict::Options),
    Features(commands::features::Options),
    Fusion(commands::fusion::Options),
}

fn main() -> ExitCode {
    let command = Command::parse();
    let places = shared::Places::new(command.shared);
    parsed::set_tagger(!command.grammar);
    parsed::set_joined(command.joined);
    let done = match command.what {
        What::Score(options) => commands::score::run(&options, &places),
        What::Show(options) => commands::show::run(&options, &places),
        What::Errors(options) => commands::errors::run(&options, &places),
        What::Sourcing(options) => commands::sourcing::run(&options, &places),
        What::Cases(options) => commands::cases::run(&options, &places),
        What::Structure(options) => commands::seeds::structure(&options, &places),
        What::Topics(options) => commands::seeds::topics(&options, &places),
        What::Results(options) => commands::results::run(&options, &places),
        What::Check(options) => commands::check::run(&options, &places),
        What::Predict(options) => commands::predict::run(&options, &places),
        What::Features(options) => commands::features::run(&options, &places),
        What::Fusion(options) => commands::fusion::run(&options, &places),
    };
    done.unwrap_or_else(|message| {
        anstream::eprintln!("onrecord-eval: {message}");
        ExitCode::from(2)
    })
}
