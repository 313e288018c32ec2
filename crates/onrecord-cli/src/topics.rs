//! `onrecord topics`: the topics that it knows, or those of articles.

mod known;
mod ranked;

use crate::each::Each;
use crate::input::{InputArgs, Inputs};
use crate::output::Format;
use crate::report;
use crate::terminal::{self, Progress};
use clap::ValueEnum;
use onrecord::topics::TopicSet;
use onrecord::{Facet, Options};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// List the topics that are known, or rank those of articles
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  onrecord topics
  onrecord topics --facet issue --format csv > topics.csv
  onrecord topics article.txt
  onrecord topics news.jsonl --topics my-topics.toml --format jsonl

A topics file adds topics, and replaces those that have the same id:
  [[topics]]
  id = \"water\"
  label = \"Water\"
  phrases = [\"drought*\", \"(drinking|tap) water\", { text = \"tap\", weight = 0.5 }]
  except = [\"tap dance\"]")]
pub struct Args {
    /// Articles whose topics are to be ranked: .txt, .jsonl, .json, folders, - for stdin
    #[arg(value_name = "FILE|FOLDER|-")]
    inputs: Vec<PathBuf>,
    /// text, json, jsonl or csv
    #[arg(short, long, hide_possible_values = true, default_value = "text", value_parser = table_format)]
    format: Format,
    /// Only one of the two lists: issue or place
    #[arg(long, hide_possible_values = true)]
    facet: Option<Facets>,
    #[command(flatten)]
    own: TopicsArg,
    #[command(flatten)]
    reading: InputArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Facets {
    Issue,
    Place,
}

/// Topics of the caller's; shared with `parse`.
#[derive(clap::Args, Clone, Debug)]
pub struct TopicsArg {
    /// Add topics from a .toml or .json file (`onrecord topics --help` shows one)
    #[arg(long, value_name = "FILE")]
    pub topics: Option<PathBuf>,
}

impl TopicsArg {
    /// The topics to look for.
    ///
    /// # Errors
    /// Says which file, which line and what was expected.
    pub fn set(&self) -> Result<TopicSet, String> {
        let Some(path) = &self.topics else { return Ok(TopicSet::builtin()) };
        let own = read(path).map_err(|problem| format!("{}: {problem}", path.display()))?;
        Ok(TopicSet::builtin().with(&own))
    }
}

fn read(path: &Path) -> Result<TopicSet, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot be read: {error}"))?;
    let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let set = if json { TopicSet::from_json_str(&text) } else { TopicSet::from_toml_str(&text) };
    set.map_err(|error| error.to_string())
}

/// Topics are no page to look at.
fn table_format(name: &str) -> Result<Format, String> {
    let format = Format::from_str(name, true).ok().filter(|format| *format != Format::Html);
    format.ok_or_else(|| "expected text, json, jsonl or csv".to_owned())
}

/// Runs the subcommand.
pub fn run(args: &Args) -> ExitCode {
    let set = match args.own.set() {
        Ok(set) => set,
        Err(message) => return report::usage(message),
    };
    let facet = args.facet.map(|facet| match facet {
        Facets::Issue => Facet::Issue,
        Facets::Place => Facet::Place,
    });
    let colour = terminal::stdout_colour();
    if args.inputs.is_empty() {
        return report::written(io::stdout().write_all(&known::list(&set, facet, args.format, colour)).map(|()| ExitCode::SUCCESS));
    }
    report::written(rank(args, set, facet, colour))
}

fn rank(args: &Args, set: TopicSet, facet: Option<Facet>, colour: bool) -> io::Result<ExitCode> {
    let items = Inputs::new(&args.inputs, &args.reading);
    let sheet = ranked::Sheet { format: args.format, many: items.many(), facet, width: terminal::width(), colour };
    let options = Options::new().with_topics(set);
    let mut out = BufWriter::new(io::stdout());
    let each = Each { reading: &args.reading, threads: 0, progress: Progress::new(true, || None) };
    let tally = each.write(items, &mut out, &sheet.frame(), |item, document| {
        let article = onrecord::parse_with(&document.text, &options);
        Ok(sheet.article(&item.place, document, &article))
    })?;
    Ok(tally.finish())
}
