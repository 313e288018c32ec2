//! [`Inputs`]: the batches of items that the threads work on.

use super::files::{Files, kind_of, place};
use super::lines::{Line, Lines};
use super::{Body, InputArgs, Item, Kind, Source};
use crate::report::Place;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// Rows are handed on once this much of a file has been read; a stream that brings less at a time is handed on as it comes.
const BUFFER: usize = 256 << 10;

/// Small files are put together up to this size.
const BATCH: u64 = 256 << 10;

type Stream = BufReader<Box<dyn Read + Send>>;

/// All items of all inputs, in order, in batches of some hundred kilobytes.
pub struct Inputs {
    files: Files,
    args: InputArgs,
    /// The .jsonl file that is being read.
    rows: Option<(Place, Lines<Stream>)>,
    /// Read ahead, to see what there is.
    first: Option<Item>,
    /// More than one article is to be expected.
    many: bool,
}

impl Inputs {
    /// Reads `inputs`: files, folders, `-`.
    pub fn new(inputs: &[PathBuf], args: &InputArgs) -> Self {
        let several = inputs.len() != 1 || inputs.iter().any(|input| input.is_dir());
        let mut all = Self { files: Files::new(inputs), args: args.clone(), rows: None, first: None, many: several };
        all.first = all.item();
        all
    }

    /// Is more than one article to be expected: several inputs, a folder, rows?
    pub fn many(&self) -> bool {
        self.many
    }

    fn item(&mut self) -> Option<Item> {
        if self.first.is_some() {
            return self.first.take();
        }
        loop {
            if let Some((place, lines)) = &mut self.rows {
                match row(place, lines, self.args.max_bytes) {
                    Some(item) => return Some(item),
                    None => self.rows = None,
                }
            }
            match self.files.next()? {
                Err(broken) => return Some(broken),
                Ok(source) => {
                    if let Some(item) = self.open(&source) {
                        return Some(item);
                    }
                }
            }
        }
    }

    /// A text file as an item; a .jsonl file becomes the one that is being read.
    fn open(&mut self, source: &Source) -> Option<Item> {
        let (place, kind, id) = match source {
            Source::Stdin => (Place { file: "stdin".into(), line: None }, Kind::Auto, None),
            Source::File { path, id } => (place(path), kind_of(path), id.clone()),
        };
        let kind = if self.args.input_format == Kind::Auto { kind } else { self.args.input_format };
        let opened = stream(source).and_then(|mut stream| Ok((settle(kind, &mut stream)?, stream)));
        match opened {
            Err(error) => Some(Item::broken(&place, format!("cannot be read: {error}"), 0)),
            Ok((Kind::Jsonl, stream)) => {
                self.rows = Some((place, Lines::new(stream, self.args.max_bytes)));
                self.many = true;
                None
            }
            Ok((_, stream)) => Some(text(place, id, stream, self.args.max_bytes)),
        }
    }

    /// Nothing is left in the buffer: reading on could mean to wait.
    fn would_wait(&self) -> bool {
        self.rows.as_ref().is_some_and(|(_, lines)| lines.drained())
    }
}

impl Iterator for Inputs {
    type Item = Vec<Item>;

    fn next(&mut self) -> Option<Vec<Item>> {
        let (mut batch, mut size) = (Vec::new(), 0);
        while size < BATCH && (batch.is_empty() || !self.would_wait()) {
            let Some(item) = self.item() else { break };
            size += item.size.max(1024);
            batch.push(item);
        }
        (!batch.is_empty()).then_some(batch)
    }
}

fn stream(source: &Source) -> io::Result<Stream> {
    let inner: Box<dyn Read + Send> = match source {
        Source::Stdin => Box::new(io::stdin()),
        Source::File { path, .. } => Box::new(File::open(path)?),
    };
    Ok(BufReader::with_capacity(BUFFER, inner))
}

/// Looks at the first character where the name does not tell; hardly an article begins with a brace.
fn settle(kind: Kind, stream: &mut Stream) -> io::Result<Kind> {
    if kind != Kind::Auto {
        return Ok(kind);
    }
    let start = stream.fill_buf()?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    Ok(if start.trim_ascii_start().starts_with(b"{") { Kind::Jsonl } else { Kind::Text })
}

fn text(place: Place, id: Option<String>, stream: Stream, limit: usize) -> Item {
    let mut bytes = Vec::new();
    match stream.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes) {
        Err(error) => Item::broken(&place, format!("cannot be read: {error}"), 0),
        Ok(size) if size > limit => Item::broken(&place, too_large(limit), size as u64),
        Ok(size) => Item { place, body: Body::Text { id, bytes }, size: size as u64 },
    }
}

/// The next row that is not blank.
fn row(file: &Place, lines: &mut Lines<Stream>, limit: usize) -> Option<Item> {
    loop {
        let line = match lines.next() {
            Ok(line) => line?,
            // What stands behind an unreadable place cannot be reached.
            Err(error) => {
                lines.give_up();
                return Some(Item::broken(file, format!("cannot be read: {error}"), 0));
            }
        };
        let Line { number, at, size, bytes } = line;
        let place = Place { file: file.file.clone(), line: Some(number) };
        match bytes {
            None => return Some(Item::broken(&place, too_large(limit), size)),
            Some(bytes) if bytes.trim_ascii().is_empty() => {}
            Some(bytes) => return Some(Item { place, body: Body::Row { bytes, at }, size }),
        }
    }
}

fn too_large(limit: usize) -> String {
    format!("larger than the limit of {limit} bytes; raise it with --max-bytes")
}
