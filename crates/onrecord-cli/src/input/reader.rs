//! [`Inputs`]: the batches of items that the threads work on.

use super::files::{Files, kind_of, place};
use super::lines::Line;
use super::rows::{Rows, settle};
use super::{Body, InputArgs, Item, Kind, Source};
use crate::report::Place;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

/// Rows are handed on once this much of a file has been read; a stream that brings less at a time is handed on as it comes.
const BUFFER: usize = 256 << 10;

/// Small files are put together up to this size.
const BATCH: u64 = 256 << 10;

/// An input that is being read.
pub type Stream = BufReader<Box<dyn Read + Send>>;

/// The file whose rows are being read.
struct Table {
    place: Place,
    rows: Rows,
    /// That it holds rows was guessed from its first character, and none has been read yet.
    guessed: bool,
}

/// All items of all inputs, in order, in batches of some hundred kilobytes.
pub struct Inputs {
    files: Files,
    args: InputArgs,
    table: Option<Table>,
    /// Read ahead, to see what there is.
    first: Option<Item>,
    /// More than one article is to be expected.
    many: bool,
}

impl Inputs {
    /// Reads `inputs`: files, folders, `-`.
    pub fn new(inputs: &[PathBuf], args: &InputArgs) -> Self {
        let several = inputs.len() != 1 || inputs.iter().any(|input| input.is_dir());
        let mut all = Self { files: Files::new(inputs), args: args.clone(), table: None, first: None, many: several };
        all.first = all.item();
        all
    }

    /// Is more than one article to be expected: several inputs, a folder, rows?
    pub fn many(&self) -> bool {
        self.many
    }

    /// How many files of folders are no articles; complete once all is read.
    pub fn skipped(&self) -> Arc<AtomicUsize> {
        self.files.skipped()
    }

    fn item(&mut self) -> Option<Item> {
        if self.first.is_some() {
            return self.first.take();
        }
        loop {
            if let Some(table) = &mut self.table {
                match table.next(self.args.max_bytes) {
                    Some(item) => return Some(item),
                    None => self.table = None,
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

    /// A text file as an item; a file of rows becomes the one that is being read.
    fn open(&mut self, source: &Source) -> Option<Item> {
        let (place, id) = match source {
            Source::Stdin => (Place { file: "stdin".into(), line: None }, None),
            Source::File { path, id } => (place(path), id.clone()),
        };
        self.start(source, &place, id).unwrap_or_else(|error| Some(Item::broken(&place, format!("cannot be read: {error}"), 0)))
    }

    fn start(&mut self, source: &Source, place: &Place, id: Option<String>) -> io::Result<Option<Item>> {
        let named = match source {
            Source::File { path, .. } if self.args.input_format == Kind::Auto => kind_of(path),
            _ => self.args.input_format,
        };
        let mut stream = stream(source)?;
        if settle(named, &mut stream)? == Kind::Text {
            return Ok(Some(text(place.clone(), id, stream, self.args.max_bytes)));
        }
        let rows = Rows::new(stream, self.args.max_bytes)?;
        self.table = Some(Table { place: place.clone(), rows, guessed: named == Kind::Auto });
        self.many = true;
        Ok(None)
    }

    /// Nothing is left in the buffer: reading on could mean to wait.
    fn would_wait(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.rows.drained())
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
    unpacked(BufReader::with_capacity(BUFFER, inner))
}

/// What was compressed with gzip, as its first two bytes say; nothing else that holds text begins with them.
fn unpacked(mut stream: Stream) -> io::Result<Stream> {
    if !stream.fill_buf()?.starts_with(b"\x1f\x8b") {
        return Ok(stream);
    }
    Ok(BufReader::with_capacity(BUFFER, Box::new(MultiGzDecoder::new(stream))))
}

fn text(place: Place, id: Option<String>, stream: Stream, limit: usize) -> Item {
    let mut bytes = Vec::new();
    match stream.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes) {
        Err(error) => Item::broken(&place, format!("cannot be read: {error}"), 0),
        Ok(size) if size > limit => Item::broken(&place, too_large(limit), size as u64),
        Ok(size) => Item { place, body: Body::Text { id, bytes }, size: size as u64 },
    }
}

impl Table {
    /// The next row that is not blank.
    fn next(&mut self, limit: usize) -> Option<Item> {
        loop {
            let line = match self.rows.next() {
                Ok(line) => line?,
                // What stands behind an unreadable place cannot be reached.
                Err(error) => {
                    self.rows.give_up();
                    return Some(Item::broken(&self.place, format!("cannot be read: {error}"), 0));
                }
            };
            if line.bytes.as_ref().is_none_or(|bytes| !bytes.trim_ascii().is_empty()) {
                return Some(self.row(line, limit));
            }
        }
    }

    fn row(&mut self, line: Line, limit: usize) -> Item {
        let Line { number, at, size, bytes } = line;
        let place = Place { file: self.place.file.clone(), line: Some(number) };
        let guessed = std::mem::take(&mut self.guessed);
        match bytes {
            None => Item::broken(&place, too_large(limit), size),
            Some(bytes) => Item { place, body: Body::Row { bytes, at, guessed }, size },
        }
    }
}

fn too_large(limit: usize) -> String {
    format!("larger than the limit of {limit} bytes; raise it with --max-bytes")
}
