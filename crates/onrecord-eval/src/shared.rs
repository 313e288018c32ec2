//! Where the gold files are.

use std::path::{Path, PathBuf};

/// The folder of gold files and the crate's own folder.
pub struct Places {
    shared: Option<PathBuf>,
}

impl Places {
    /// From `--shared`, or `ONRECORD_SHARED`, or `../shared` beside the repository that the current folder is in.
    pub fn new(shared: Option<PathBuf>) -> Self {
        let given = shared.or_else(|| std::env::var_os("ONRECORD_SHARED").map(PathBuf::from));
        Self { shared: given.or_else(|| Some(repository()?.join("../shared"))) }
    }

    /// A file of the shared folder, if it is there.
    pub fn shared(&self, path: &str) -> Option<PathBuf> {
        self.shared.as_ref().map(|folder| folder.join(path)).filter(|path| path.exists())
    }

    /// A path as given, or one of the short names `dev`, `train`, `seeds`, `sourcing`, `cases`.
    pub fn gold(&self, path: &Path) -> PathBuf {
        let known = match path.to_str() {
            Some("dev") => "polnear/dev.jsonl",
            Some("train") => "polnear/train.jsonl",
            Some("seeds") => "seeds",
            Some("sourcing") => "sourcing/open.jsonl",
            Some("cases") => "cases/cases.jsonl",
            _ => return path.to_owned(),
        };
        self.shared(known).unwrap_or_else(|| path.to_owned())
    }
}

/// The root of the repository that the current folder is in.
pub fn repository() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().find(|folder| folder.join("crates/onrecord-eval").is_dir()).map(Path::to_owned)
}
