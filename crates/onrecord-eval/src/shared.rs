//! Where the gold files are.

use crate::gold;
use crate::rows::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

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

    /// Gold articles from a path, or from one of the short names `dev`, `rough`, `train`, `seeds`, `sourcing`, `cases`.
    ///
    /// `rough` is `dev` with the damage of scraped pages, made anew each time.
    pub fn read(&self, path: &Path) -> Result<Vec<gold::Article>> {
        if path.to_str() == Some("rough") && !path.exists() {
            return self.roughened();
        }
        gold::read(&self.path(path))
    }

    fn path(&self, path: &Path) -> PathBuf {
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

impl Places {
    /// `dev` as the script for damage leaves it with seed 3.
    pub fn roughened(&self) -> Result<Vec<gold::Article>> {
        let script = self.shared("eval/roughen.py").ok_or("no eval/roughen.py in the shared folder")?;
        let dev = self.shared("polnear/dev.jsonl").ok_or("no polnear/dev.jsonl in the shared folder")?;
        let out = std::env::temp_dir().join(format!("onrecord-rough3-{}.jsonl", std::process::id()));
        let ran = Command::new("python3").arg(script).arg(dev).arg(&out).args(["--seed", "3"]).status();
        match ran {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(format!("roughen.py: {status}")),
            Err(error) => return Err(format!("python3 cannot be run: {error}")),
        }
        let gold = gold::read(&out);
        let _ = std::fs::remove_file(&out);
        gold
    }
}

/// The root of the repository that the current folder is in.
pub fn repository() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().find(|folder| folder.join("crates/onrecord-eval").is_dir()).map(Path::to_owned)
}
