//! `onrecord trace`: why each quote was given to its speaker.

mod explain;

use crate::input::{InputArgs, Inputs};
use crate::report::{self, Tally};
use crate::terminal;
use crate::voices::Voices;
use onrecord::Options;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Explain each attribution: candidates, rule, scores, speaker, repairs
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  onrecord trace article.txt
  onrecord trace article.txt --quote 3
  onrecord trace news.jsonl --id brill-2021-05-02 | less -R

For each quote: the rule that found it, its score and what grammar and tagger each say, the words that attribute (cue), the phrase that names the source, the
candidates (mentions near, the chosen one marked →), who that is and how sure that is, and what was damaged.")]
pub struct Args {
    /// A .txt, .jsonl or .json file, or - for stdin
    file: PathBuf,
    /// Only the article with this id
    #[arg(long)]
    id: Option<String>,
    /// Only this quote, counted from 0
    #[arg(long, value_name = "N")]
    quote: Option<usize>,
    #[command(flatten)]
    voices: Voices,
    #[command(flatten)]
    reading: InputArgs,
}

/// Runs the subcommand.
pub fn run(args: &Args) -> ExitCode {
    report::written(write(args, &mut io::stdout().lock()))
}

fn write(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let (colour, width) = (terminal::stdout_colour(), terminal::width());
    let mut tally = Tally::default();
    let options = args.voices.chosen(Options::new());
    for item in Inputs::new(std::slice::from_ref(&args.file), &args.reading).flatten() {
        let document = match item.decode(&args.reading) {
            Ok(document) => document,
            Err(problem) => {
                tally.fail(&problem);
                continue;
            }
        };
        if args.id.is_some() && args.id != document.id {
            continue;
        }
        tally.read += 1;
        let name = format!("{} {}", item.place, document.id.as_deref().unwrap_or_default());
        out.write_all(explain::article(&name, &document.text, &options, args.quote, width, colour).as_bytes())?;
        if args.id.is_some() {
            break;
        }
    }
    if let Some(id) = args.id.as_ref().filter(|_| tally.read == 0) {
        report::error(format_args!("{}: no article with the id “{id}”", args.file.display()));
        return Ok(ExitCode::from(1));
    }
    Ok(tally.finish())
}
