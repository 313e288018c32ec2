//! For tests alone: asks Python what it makes of a list of lines.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The folder of the Python scorers, where it is.
pub fn scorers() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("ONRECORD_SHARED").map_or_else(beside, PathBuf::from).join("eval");
    folder.is_dir().then_some(folder)
}

/// The lines that a program prints for these lines, or nothing (and a message) where Python cannot be run.
pub fn ask(program: &str, arguments: &[&str], lines: &str) -> Option<Vec<String>> {
    let mut command = Command::new("python3");
    command.args(["-c", program]).args(arguments).env("PYTHONIOENCODING", "utf-8");
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut python) = spawned else {
        eprintln!("skipped: python3 cannot be run");
        return None;
    };
    let mut input = python.stdin.take()?;
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let out = python.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    assert!(out.status.success(), "python3 failed");
    Some(String::from_utf8(out.stdout).ok()?.lines().map(str::to_owned).collect())
}
