//! What a terminal can do: colour, width, a bar that shows progress.

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// In a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
    Auto,
    /// Also in a file.
    Always,
    /// Not even in a terminal.
    Never,
}

impl Color {
    /// Makes it the choice for stdout and stderr.
    pub fn apply(self) {
        let choice = match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        };
        choice.write_global();
    }
}

/// Should what goes to stdout be coloured?
pub fn stdout_colour() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

/// Columns of the terminal that stdout is; `None` where it is none, so that lines stay whole for `grep`.
pub fn width() -> Option<usize> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    let wanted = std::env::var("COLUMNS").ok();
    Some(columns(wanted.as_deref(), terminal_size::terminal_size_of(stdout).map(|(width, _)| usize::from(width.0))))
}

/// What COLUMNS says, else the terminal, up to the length at which lines are hard to read.
fn columns(wanted: Option<&str>, terminal: Option<usize>) -> usize {
    let wanted = wanted.and_then(|text| text.parse().ok()).filter(|columns| *columns > 0);
    wanted.unwrap_or_else(|| terminal.unwrap_or(80).min(110)).max(30)
}

/// Work of less than this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on stderr, once the work has gone on for a while.
pub struct Progress {
    started: Instant,
    total: Option<u64>,
    done: u64,
    bar: Option<ProgressBar>,
    wanted: bool,
}

impl Progress {
    /// A bar for `total` bytes. `shares` says that the results go to the same terminal, where they show the progress themselves.
    pub fn new(shares: bool, total: impl FnOnce() -> Option<u64>) -> Self {
        let wanted = io::stderr().is_terminal() && !shares;
        let total = if wanted { total() } else { None };
        Self { started: Instant::now(), total, done: 0, bar: None, wanted }
    }

    /// So many more bytes are done.
    pub fn advance(&mut self, bytes: u64) {
        self.done += bytes;
        if self.wanted && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(bar(self.total));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Writes to stderr without disturbing the bar.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let template = match total {
        Some(_) => "{bar:30} {percent}%  {binary_bytes} of {binary_total_bytes}  {binary_bytes_per_sec}  {eta} left",
        None => "{spinner} {binary_bytes}  {binary_bytes_per_sec}  {elapsed}",
    };
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_are_those_asked_for_or_those_of_the_terminal() {
        assert_eq!([columns(Some("60"), Some(90)), columns(Some("130"), Some(90)), columns(Some("no"), Some(90))], [60, 130, 90]);
        assert_eq!([columns(None, Some(200)), columns(None, Some(7)), columns(None, None)], [110, 30, 80]);
    }
}
