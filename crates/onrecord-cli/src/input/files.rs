//! What the user names to the files that are read: folders are walked, in order.

use super::{Item, Kind, Source};
use crate::report::Place;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Walks the inputs; what cannot be read comes as a broken item.
pub struct Files {
    /// What is still to be looked at, the next one last.
    stack: Vec<Entry>,
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
        Self { stack: named.collect() }
    }

    /// Puts the files of a folder next, sorted; hidden ones and those of other kinds are left out.
    fn enter(&mut self, entry: &Entry) -> io::Result<()> {
        let mut inside = fs::read_dir(&entry.path)?.collect::<io::Result<Vec<_>>>()?;
        inside.sort_by_key(fs::DirEntry::file_name);
        let root = entry.root.clone().unwrap_or_else(|| entry.path.clone());
        let before = self.stack.len();
        for found in inside.iter().rev().filter(|found| wanted(found)) {
            self.stack.push(Entry { path: found.path(), root: Some(root.clone()) });
        }
        if entry.root.is_none() && self.stack.len() == before {
            return Err(io::Error::other("no .txt or .jsonl file in this folder"));
        }
        Ok(())
    }
}

/// Links to folders are not followed: they can lead in a circle.
fn wanted(found: &fs::DirEntry) -> bool {
    let hidden = found.file_name().as_encoded_bytes().starts_with(b".");
    let folder = found.file_type().is_ok_and(|kind| kind.is_dir());
    !hidden && (folder || is_article(&found.path()) && !found.path().is_dir())
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

/// The ending in lower case; that before ".gz" where a file is compressed.
pub fn ending(path: &Path) -> Option<String> {
    let last = |path: &Path| path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    last(path).filter(|ending| ending != "gz").or_else(|| last(Path::new(path.file_stem()?)))
}

/// The name of a text file without its ending, with the folders below the one that the user named: "2021/talks".
fn id_of(entry: &Entry) -> Option<String> {
    let below = entry.root.as_ref().and_then(|root| entry.path.strip_prefix(root).ok());
    let below = below.or_else(|| entry.path.file_name().map(Path::new))?;
    let mut parts = below.with_extension("");
    if below.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz")) {
        parts.set_extension("");
    }
    let parts: Vec<_> = parts.iter().map(OsStr::to_string_lossy).collect();
    Some(parts.join("/"))
}

/// How many bytes there are to read, for the progress bar; `None` where stdin or something unreadable is among the inputs.
pub fn total_bytes(inputs: &[PathBuf]) -> Option<u64> {
    let size = |source: Result<Source, Item>| match source {
        Ok(Source::File { path, .. }) => fs::metadata(path).ok().map(|meta| meta.len()),
        Ok(Source::Stdin) => None,
        Err(_) => Some(0),
    };
    Files::new(inputs).map(size).sum()
}
