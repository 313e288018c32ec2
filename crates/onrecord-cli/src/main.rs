//! The command `onrecord`: reads news articles and says who said what, about what.
//!
//! | module | what it does |
//! |---|---|
//! | [`parse`], [`trace`], [`topics`], [`schema`], [`completions`] | one subcommand each |
//! | [`input`] | files, folders and stdin to articles, never more in memory than a window |
//! | [`each`], [`stream`] | all cores, in the order of the input |
//! | [`output`] | an article as text, JSON or CSV |
//! | [`terminal`] | width, colour, progress |
//!
//! Results go to stdout, everything else to stderr. Exit codes: 0 all well, 1 some inputs or the output failed, 2 usage.

mod completions;
mod each;
mod input;
mod output;
mod parse;
mod report;
mod schema;
mod stream;
mod terminal;
mod topics;
mod trace;
mod voices;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  onrecord parse article.txt                     who said what, for a person to read
  onrecord parse articles/ --output quotes.csv   one row a quote, for a spreadsheet
  onrecord parse news.jsonl.gz --format jsonl > parsed.jsonl
  onrecord trace article.txt                     why each quote was given to its speaker
  onrecord topics                                the topics that it knows

Exit codes: 0 all was read; 1 some inputs failed (each is named on stderr, the rest is read) or the output could not be written; 2 wrong usage.";

/// Reads news articles and says who said what, about what.
#[derive(Parser)]
#[command(name = "onrecord", version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Colour in the output: auto (in a terminal, unless NO_COLOR is set), always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    color: terminal::Color,
}

#[derive(Subcommand)]
enum Command {
    Parse(parse::Args),
    Trace(trace::Args),
    Topics(topics::Args),
    Schema(schema::Args),
    Completions(completions::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.color.apply();
    match cli.command {
        Command::Parse(args) => parse::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Topics(args) => topics::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run::<Cli>(&args),
    }
}
