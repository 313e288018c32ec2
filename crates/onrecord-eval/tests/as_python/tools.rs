//! Both programs, run on the same files.

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The shared folder and the two programs.
pub struct Pair {
    shared: PathBuf,
}

impl Pair {
    /// Nothing, with a message, where one of them is absent.
    pub fn find() -> Option<Self> {
        let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        let shared = std::env::var_os("ONRECORD_SHARED").map_or_else(beside, PathBuf::from);
        let python = Command::new("python3").arg("--version").output().is_ok_and(|out| out.status.success());
        if shared.join("eval").is_dir() && python {
            return Some(Self { shared });
        }
        eprintln!("skipped: the shared folder or python3 is not here");
        None
    }

    /// A file of the shared folder.
    pub fn path(&self, name: &str) -> String {
        self.shared.join(name).to_string_lossy().into_owned()
    }

    /// The rows of a gold file or folder.
    pub fn gold(&self, name: &str) -> Vec<Value> {
        let path = self.shared.join(name);
        if path.is_dir() {
            return self.seeds(&path);
        }
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[allow(clippy::unused_self)]
    fn seeds(&self, folder: &std::path::Path) -> Vec<Value> {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().ends_with(".gold.json")).collect();
        files.sort();
        let read = |file: &PathBuf| std::fs::read_to_string(file).unwrap();
        let row = |file| {
            let mut row: Value = serde_json::from_str(&read(file)).unwrap();
            row["text"] = read(&folder.join(row["file"].as_str().unwrap())).into();
            row
        };
        files.iter().map(row).collect()
    }

    /// What the program under test prints.
    pub fn rust(&self, arguments: &[&str]) -> String {
        run(Command::new(env!("CARGO_BIN_EXE_onrecord-eval")).arg("--shared").arg(&self.shared).args(arguments))
    }

    /// What the Python scorer prints.
    pub fn python(&self, script: &str, arguments: &[&str]) -> String {
        let script = self.shared.join("eval").join(script);
        run(Command::new("python3").arg("-B").arg(script).args(arguments).env("PYTHONIOENCODING", "utf-8"))
    }
}

fn run(command: &mut Command) -> String {
    let out = command.output().unwrap();
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Writes a file for the programs to read.
pub fn temp(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{name}-{:?}.jsonl", std::thread::current().id()));
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

/// The same keys, and the same numbers to 1e-9.
pub fn close(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| close(value, other)))
        }
        _ => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= 1e-9,
    }
}

/// The sorts of misses that are listed under an article, but for the false ones, which Python does not list.
pub fn sorts(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("  \t")?.split('\t').next()).filter(|sort| *sort != "false").collect()
}
