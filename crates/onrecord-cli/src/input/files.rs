//! What the user names to the files that are read: folders are walked, in order.

use super::{Item, Kind, Source};
use crate::report::Place;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};

/// Walks the inputs; what cannot be read comes as a broken item.
pub struct Files {
    /// What is still to be looked at, the next one last.
    stack: Vec<Entry>,
    /// How many files of folders are of other kinds.
    skipped: Arc<AtomicUsize>,
}

struct Entry {
    path: PathBuf,
    /// The folder that the user named, where this was found in one.
    root: Option<PathBuf>,
}

impl Files {
    /// The files of `inputs`, in that order; `-` is stdin.
    pub fn new(inputs: &[PathBuf]) -> Self {
        let named = inputs.iter().rev().map(|path| Entry { path: path.clone(), root: None });
        Self { stack: named.collect(), skipped: Arc::default() }
    }

    /// How many files of folders were left out so far, hidden ones not counted.
    pub fn skipped(&self) -> Arc<AtomicUsize> {
        self.skipped.clone()
    }

    /// Puts the files of a folder next, sorted; hidden ones and those of other kinds are left out.
    fn enter(&mut self, entry: &Entry) -> io::Result<()> {
        let mut inside = fs::read_dir(&entry.path)?.collect::<io::Result<Vec<_>>>()?;
        inside.retain(|found| !found.file_name().as_encoded_bytes().starts_with(b"."));
        inside.sort_by_key(fs::DirEntry::file_name);
        let root = entry.root.clone().unwrap_or_else(|| entry.path.clone());
        let before = self.stack.len();
        for found in inside.iter().rev().filter(|found| wanted(found)) {
            self.stack.push(Entry { path: found.path(), root: Some(root.clone()) });
        }
        if entry.root.is_none() && self.stack.len() == before {
            return Err(io::Error::other("no .txt or .jsonl file in this folder"));
        }
        self.skipped.fetch_add(inside.len() + before - self.stack.len(), Ordering::Relaxed);
        Ok(())
    }
}

/// Links to folders are not followed: they can lead in a circle.
fn wanted(found: &fs::DirEntry) -> bool {
    let folder = found.file_type().is_ok_and(|kind| kind.is_dir());
    folder || is_article(&found.path()) && !found.path().is_dir()
}

impl Iterator for Files {
    type Item = Result<Source, Item>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let entry = self.stack.pop()?;
            if entry.path.as_os_str() == "-" && entry.root.is_none() {
                return Some(Ok(Source::Stdin));
            }
            if !entry.path.is_dir() {
                let id = id_of(&entry);
                return Some(Ok(Source::File { path: entry.path, id }));
            }
            let place = place(&entry.path);
            if let Err(error) = self.enter(&entry) {
                return Some(Err(Item::broken(&place, format!("cannot be read: {error}"), 0)));
            }
        }
    }
}

/// The place that a path is.
pub fn place(path: &Path) -> Place {
    Place { file: path.to_string_lossy().into(), line: None }
}

/// What the ending of a file says.
pub fn kind_of(path: &Path) -> Kind {
    match ending(path).as_deref() {
        Some("txt") => Kind::Text,
        Some("jsonl" | "ndjson" | "json") => Kind::Jsonl,
        _ => Kind::Auto,
    }
}

/// Is a file read where its folder is named? A .json file is not: it may hold anything.
pub fn is_article(path: &Path) -> bool {
    matches!(ending(path).as_deref(), Some("txt" | "jsonl" | "ndjson"))
}

/// Is it compressed with gzip, as its name says?
pub fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}

/// The ending in lower case; that before ".gz" where a file is compressed.
pub fn ending(path: &Path) -> Option<String> {
    let whole = if is_compressed(path) { Path::new(path.file_stem()?) } else { path };
    whole.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase)
}

/// The name of a text file without its ending, with the folders below the one that the user named: "2021/talks".
fn id_of(entry: &Entry) -> Option<String> {
    let below = entry.root.as_ref().and_then(|root| entry.path.strip_prefix(root).ok());
    let below = below.or_else(|| entry.path.file_name().map(Path::new))?;
    let mut parts = below.with_extension("");
    if is_compressed(below) {
        parts.set_extension("");
    }
    let parts: Vec<_> = parts.iter().map(OsStr::to_string_lossy).collect();
    Some(parts.join("/"))
}

/// How many bytes there are to read, for the progress bar; `None` where stdin, something compressed or unreadable is among the inputs.
pub fn total_bytes(inputs: &[PathBuf]) -> Option<u64> {
    let size = |source: Result<Source, Item>| match source {
        Ok(Source::File { path, .. }) if is_compressed(&path) => None,
        Ok(Source::File { path, .. }) => fs::metadata(path).ok().map(|meta| meta.len()),
        Ok(Source::Stdin) => None,
        Err(_) => Some(0),
    };
    Files::new(inputs).map(size).sum()
}
