//! What goes wrong: one line on stderr for each, and the exit code.

use std::fmt::{Display, Formatter, Result};
use std::io::{self, ErrorKind};
use std::process::ExitCode;
use std::sync::Arc;

/// Where something stands: "news.jsonl:17", "letter.txt".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path as the user gave it, "stdin" for `-`.
    pub file: Arc<str>,
    /// The line, counted from 1, where a file holds many articles.
    pub line: Option<usize>,
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// An input that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Why, for a person.
    pub message: String,
}

impl Problem {
    /// A problem at `place`.
    pub fn new(place: &Place, message: impl Into<String>) -> Self {
        Self { place: place.clone(), message: message.into() }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// How many inputs were read, and how many were not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Read.
    pub read: usize,
    /// Not read.
    pub failed: usize,
}

impl Tally {
    /// Names a problem on stderr and counts it.
    pub fn fail(&mut self, problem: &Problem) {
        self.failed += 1;
        error(problem);
    }

    /// The exit code; where some of many inputs failed, a last line on stderr sums them up.
    pub fn finish(self) -> ExitCode {
        if self.failed == 0 {
            return ExitCode::SUCCESS;
        }
        if self.read + self.failed > 1 {
            error(format_args!("{} of {} inputs could not be read", self.failed, self.read + self.failed));
        }
        ExitCode::from(1)
    }
}

/// Something worth knowing that is no error, as one line on stderr.
pub fn note(message: impl Display) {
    let style = anstyle::AnsiColor::Yellow.on_default().bold();
    anstream::eprintln!("{style}note:{style:#} {message}");
}

/// Says how many files of folders were not read.
pub fn left_out(files: usize) {
    match files {
        0 => {}
        1 => note("a file in the folders was left out: only .txt and .jsonl are read there"),
        _ => note(format_args!("{files} files in the folders were left out: only .txt and .jsonl are read there")),
    }
}

/// One line on stderr.
pub fn error(message: impl Display) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{style}error:{style:#} {message}");
}

/// A usage error that clap cannot see, in its exit code.
pub fn usage(message: impl Display) -> ExitCode {
    error(message);
    ExitCode::from(2)
}

/// The exit code after an attempt to write all output. A reader that has seen enough (`| head`) is no error.
pub fn written(result: io::Result<ExitCode>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            error(format_args!("cannot write the output: {problem}"));
            ExitCode::from(1)
        }
    }
}
