//! `onrecord parse`: who said what, about what.

use crate::each::Each;
use crate::input::{Document, InputArgs, Inputs, Item, ending, is_article, total_bytes};
use crate::output::{Format, Target, Writer, offsets};
use crate::report::{self, Problem};
use crate::terminal::{self, Progress};
use crate::topics::TopicsArg;
use crate::voices::Voices;
use clap::ValueEnum;
use onrecord::Options;
use onrecord::export::Offsets;
use std::fs;
use std::io::{self, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  onrecord parse article.txt
  onrecord parse article.txt --format json | jq '.speakers[].name'
  onrecord parse articles/ --output quotes.csv
  onrecord parse article.txt --output article.html
  onrecord parse news.jsonl --output parsed.jsonl --min-confidence 0.8
  onrecord parse news.jsonl.gz --format jsonl --offsets utf16 > parsed.jsonl

Inputs:
  .txt    one article; its id is the name of the file without the ending
  .jsonl  an article a line: {\"id\": …, \"text\": …, …}; other fields come out as they went in, behind the article
          (those that the article has too, such as \"title\", under \"input\"; csv leaves them out)
  .json   the same, as a list of such rows or indented over several lines
  .gz     any of these compressed
  folder  its .txt and .jsonl files (also .gz) and those of its folders, sorted; hidden files are left out

Formats:
  text    for people: quotes by speaker, topics, structure, repairs; broken at COLUMNS, or at the width of the terminal up to 110
  json    one object for a single text, a list for a folder, a .jsonl file or several inputs
  jsonl   an object a line; `onrecord schema` describes it
  csv     a quote a line
  html    a page: the article with its quotes in the colours of their speakers
Without --format, the ending of --output chooses (.gz behind it compresses); without that, text.

A file is written beside --output and takes its place at the end, so that an older one stays where nothing could be read.

In csv, `input` tells where an article was read (file, and line of its row), `start` and `end` are those of the whole quote, `spans` those of each of its \
pieces. Cells are as they stand in the article: a spreadsheet may take one that begins with = + - or @ for a formula.

Results come in the order of the input. What cannot be read is named on stderr with its line, the rest is read, and the exit code is 1. So it is where the \
output cannot be written; 2 is for wrong usage, a --topics file that cannot be read among it.";

/// Read articles: who said what, about what
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Articles: .txt, .jsonl, .json, folders of them, - for stdin (which is also read where nothing is named)
    #[arg(value_name = "FILE|FOLDER|-")]
    inputs: Vec<PathBuf>,
    /// text, json, jsonl, csv or html
    #[arg(short, long, hide_possible_values = true)]
    format: Option<Format>,
    /// Write to a file; - for stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What start and end count: bytes (Rust, Go), chars (Python) or utf16 (JavaScript, Java)
    #[arg(long, value_name = "UNIT", default_value = "chars", value_parser = offsets)]
    offsets: Offsets,
    /// Leave out quotes that are less sure than this, 0 to 1
    #[arg(long, value_name = "P", default_value = "0", value_parser = share)]
    min_confidence: f64,
    /// said, or all: also what is thought, wanted or felt (text, html and csv; default: all in csv, else said)
    #[arg(long, hide_possible_values = true)]
    attitude: Option<Attitudes>,
    /// Leave out the other fields of the rows
    #[arg(long)]
    drop_fields: bool,
    /// Add the text of the article to json and jsonl
    #[arg(long)]
    with_text: bool,
    /// How many threads, up to 256; 0: one for each core
    #[arg(short = 'j', long, value_name = "N", default_value = "0", value_parser = threads, allow_negative_numbers = true)]
    threads: usize,
    #[command(flatten)]
    voices: Voices,
    #[command(flatten)]
    own: TopicsArg,
    #[command(flatten)]
    reading: InputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Attitudes {
    Said,
    All,
}

fn share(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| format!("expected a number from 0 to 1, found “{text}”"))
}

/// More threads than this are of no use, and thousands are more than the system gives.
fn threads(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number <= 256);
    number.ok_or_else(|| format!("expected a number from 0 to 256, found “{text}”"))
}

/// Runs the subcommand.
pub fn run(args: &Args) -> ExitCode {
    let inputs = match args.check().and_then(|()| inputs(args)) {
        Ok(inputs) => inputs,
        Err(message) => return report::usage(message),
    };
    let topics = match args.own.set() {
        Ok(topics) => topics,
        Err(message) => return report::usage(message),
    };
    let options = Options::new().with_min_confidence(args.min_confidence).with_max_bytes(args.reading.max_bytes).with_topics(topics);
    let options = args.voices.chosen(options);
    let items = Inputs::new(&inputs, &args.reading);
    let writer = writer(args, items.many());
    let progress = Progress::new(args.output().is_none() && io::stdout().is_terminal(), || total_bytes(&inputs));
    let each = Each { reading: &args.reading, threads: args.threads, progress };
    report::written(write_all(args, items, each, &writer, &options))
}

/// What to read; stdin where nothing is named and it is not the keyboard.
fn inputs(args: &Args) -> Result<Vec<PathBuf>, String> {
    if args.inputs.is_empty() && io::stdin().is_terminal() {
        return Err("name a FILE or FOLDER to read, or - for stdin; see onrecord parse --help".to_owned());
    }
    if let Some(output) = args.output().and_then(whole) {
        let overwrites = |input: &&PathBuf| fs::canonicalize(input).is_ok_and(|input| is_input(&output, &input));
        if let Some(input) = args.inputs.iter().find(overwrites) {
            return Err(overwriting(&output, input));
        }
    }
    Ok(if args.inputs.is_empty() { vec!["-".into()] } else { args.inputs.clone() })
}

/// The whole path of a file that may not be there yet.
fn whole(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}

/// Is `output` the file `input`, or would it be read as a part of the folder `input`?
fn is_input(output: &Path, input: &Path) -> bool {
    output == input || output.starts_with(input) && is_article(output)
}

fn overwriting(output: &Path, input: &Path) -> String {
    let (output, shown) = (output.display(), input.display());
    if input.is_dir() {
        return format!("--output {output} lies in {shown}, which is read: the next run would read it as an article; write it elsewhere");
    }
    format!("--output {output} would overwrite an input, {shown}")
}

impl Args {
    /// The file to write; `None` for stdout.
    fn output(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    fn format(&self) -> Format {
        self.format.or_else(|| self.output().and_then(Format::of)).unwrap_or(Format::Text)
    }

    /// What is asked for and would not be done.
    fn check(&self) -> Result<(), String> {
        let format = self.format();
        let json = matches!(format, Format::Json | Format::Jsonl);
        if let Some(unknown) = self.output().filter(|path| self.format.is_none() && Format::of(path).is_none()).and_then(ending) {
            return Err(format!("--output: no format has the ending .{unknown}; say --format text, json, jsonl, csv or html"));
        }
        if self.with_text && !json {
            return Err("--with-text is for json and jsonl".to_owned());
        }
        if self.attitude.is_some() && json {
            return Err("--attitude is for text, html and csv; in json and jsonl each quote has its own `attitude`".to_owned());
        }
        Ok(())
    }
}

fn writer(args: &Args, many: bool) -> Writer {
    let format = args.format();
    let to_terminal = args.output().is_none();
    Writer {
        format,
        offsets: args.offsets,
        all_attitudes: args.attitude.map_or(format == Format::Csv, |attitude| attitude == Attitudes::All),
        fields: !args.drop_fields,
        with_text: args.with_text,
        many,
        width: if to_terminal { terminal::width() } else { None },
        colour: to_terminal && terminal::stdout_colour(),
    }
}

/// Reads, parses and writes everything.
fn write_all(args: &Args, items: Inputs, each: Each, writer: &Writer, options: &Options) -> io::Result<ExitCode> {
    let mut out = BufWriter::with_capacity(1 << 16, Target::open(args.output())?);
    let tally = each.write(items, &mut out, &writer.frame(), |item, document| article(item, document, writer, options))?;
    out.into_inner()?.finish(tally.read > 0 || tally.failed == 0)?;
    Ok(tally.finish())
}

fn article(item: &Item, document: &Document, writer: &Writer, options: &Options) -> Result<Vec<u8>, Problem> {
    let parsed = onrecord::try_parse(&document.text, options);
    let mut article = parsed.map_err(|error| Problem::new(&item.place, error.to_string()))?;
    article.id.clone_from(&document.id);
    Ok(writer.article(&item.place, document, &article))
}
