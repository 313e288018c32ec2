//! `onrecord trace`: why each quote was given to its speaker.

mod explain;

use crate::input::{Document, InputArgs, Inputs, Item};
use crate::output::{Format, Frame, offsets};
use crate::report::{self, Place, Problem, Tally};
use crate::terminal;
use crate::voices::Voices;
use clap::ValueEnum;
use onrecord::Options;
use onrecord::export::{self, Offsets};
use onrecord::pipeline::Trace;
use serde_json::{Map, Value, json};
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
  onrecord trace article.txt --format json | jq '.trace[] | {quote, rule, score}'

For each quote: the rule that found it, its score and what grammar and tagger each say, the words that attribute (cue), the phrase that names the source, the
candidates (mentions near, the chosen one marked →), who that is and how sure that is, and what was damaged.

json (one object for a text, a list for several articles) and jsonl: {\"id\": …, \"trace\": […]}, with an entry for each quote that parse gives with the same flags.")]
pub struct Args {
    /// A .txt, .jsonl or .json file, or - for stdin
    file: PathBuf,
    /// Only the article with this id
    #[arg(long)]
    id: Option<String>,
    /// Only this quote, counted from 0
    #[arg(long, value_name = "N")]
    quote: Option<usize>,
    /// text, json or jsonl
    #[arg(short, long, hide_possible_values = true, default_value = "text", value_parser = format)]
    format: Format,
    /// What start and end count in json and jsonl: bytes, chars or utf16
    #[arg(long, value_name = "UNIT", default_value = "chars", value_parser = offsets)]
    offsets: Offsets,
    #[command(flatten)]
    voices: Voices,
    #[command(flatten)]
    reading: InputArgs,
}

/// An explanation is no table and no page.
fn format(name: &str) -> Result<Format, String> {
    let format = Format::from_str(name, true).ok().filter(|format| matches!(format, Format::Text | Format::Json | Format::Jsonl));
    format.ok_or_else(|| "expected text, json or jsonl".to_owned())
}

/// Runs the subcommand.
pub fn run(args: &Args) -> ExitCode {
    report::written(write(args, &mut io::stdout().lock()))
}

fn write(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let items = Inputs::new(std::slice::from_ref(&args.file), &args.reading);
    let frame = Frame { head: args.format.open(items.many()).into(), format: args.format, many: items.many() };
    let mut run = Run { args, frame, view: View::new(args), tally: Tally::default(), lacking: None };
    for item in items.flatten() {
        if run.item(&item, out)? && args.id.is_some() {
            break;
        }
    }
    run.finish(out)
}

/// What has been explained so far.
struct Run<'a> {
    args: &'a Args,
    frame: Frame,
    view: View<'a>,
    tally: Tally,
    /// How many quotes an article has that does not have the wanted one.
    lacking: Option<usize>,
}

impl Run<'_> {
    /// Explains an article; says whether it is one that is wanted.
    fn item(&mut self, item: &Item, out: &mut impl Write) -> io::Result<bool> {
        let document = match item.decode(&self.args.reading) {
            Ok(document) => document,
            Err(problem) => {
                self.tally.fail(&problem);
                return Ok(false);
            }
        };
        if self.args.id.is_some() && self.args.id != document.id {
            return Ok(false);
        }
        document.note.iter().for_each(|note| report::note(Problem::new(&item.place, *note)));
        match self.view.article(&item.place, &document) {
            Ok(article) => {
                out.write_all(&self.frame.before(self.tally.read == 0))?;
                out.write_all(&article)?;
                self.tally.read += 1;
            }
            Err(quotes) => self.lacking = Some(quotes),
        }
        Ok(true)
    }

    fn finish(self, out: &mut impl Write) -> io::Result<ExitCode> {
        if let Some(why) = self.missing() {
            report::error(format_args!("{}: {why}", self.args.file.display()));
            return Ok(ExitCode::from(1));
        }
        out.write_all(&self.frame.after(self.tally))?;
        Ok(self.tally.finish())
    }

    /// Why nothing is shown although there were articles.
    fn missing(&self) -> Option<String> {
        if self.tally.read > 0 {
            return None;
        }
        match (self.args.quote, self.lacking, &self.args.id) {
            (Some(wanted), Some(0), _) => Some(format!("no quote {wanted}: there is none")),
            (Some(wanted), Some(quotes), _) => Some(format!("no quote {wanted}: the last one is {}", quotes - 1)),
            (_, _, Some(id)) => Some(format!("no article with the id “{id}”")),
            _ => None,
        }
    }
}

/// How articles are explained.
struct View<'a> {
    args: &'a Args,
    options: Options,
    width: Option<usize>,
    colour: bool,
}

impl<'a> View<'a> {
    fn new(args: &'a Args) -> Self {
        Self { args, options: args.voices.chosen(Options::new()), width: terminal::width(), colour: terminal::stdout_colour() }
    }

    /// The explanation; where the wanted quote is not there, how many there are.
    fn article(&self, place: &Place, document: &Document) -> Result<Vec<u8>, usize> {
        let trace = onrecord::trace(&document.text, &self.options);
        let quotes = trace.attributions.len();
        if self.args.quote.is_some_and(|wanted| wanted >= quotes) {
            return Err(quotes);
        }
        Ok(match self.args.format {
            Format::Json => serde_json::to_vec_pretty(&self.object(document, &trace)).unwrap_or_default(),
            Format::Jsonl => format!("{}\n", self.object(document, &trace)).into_bytes(),
            _ => {
                let name = format!("{place} {}", document.id.as_deref().unwrap_or_default());
                explain::article(&name, &document.text, trace, self.args.quote, self.width, self.colour).into_bytes()
            }
        })
    }

    /// The library's trace with the number of the quote in each entry, since one of them may be all that is wanted.
    fn object(&self, document: &Document, trace: &Trace) -> Value {
        let all = export::trace_to_json(trace, &document.text, self.args.offsets);
        let all: Vec<Map<String, Value>> = serde_json::from_str(&all).unwrap_or_default();
        let wanted = all.into_iter().enumerate().filter(|(i, _)| self.args.quote.is_none_or(|only| only == *i));
        let entries = wanted.map(|(i, entry)| Value::Object([("quote".to_owned(), i.into())].into_iter().chain(entry).collect()));
        json!({"id": document.id, "trace": entries.collect::<Vec<_>>()})
    }
}
