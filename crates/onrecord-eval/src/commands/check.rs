//! `check`: no figure may fall below its floor in `thresholds.toml`.

use crate::rows::{Result, read_text};
use crate::shared::Places;
use crate::suite::{Suite, own_folder};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Floors by set and figure.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// Floors are written with three places, so a figure may be this much below.
const SLACK: f64 = 1e-9;

/// What `--raise` writes first.
const HEAD: &str = "# Floors under the figures of `onrecord-eval check`: the ones that a release is accepted by.
# They only rise: `onrecord-eval check --raise` sets each to what was measured, where that is more. One below zero stays.
";

/// Measure everything that the shared folder allows, and fail where a figure is below its floor in thresholds.toml
#[derive(clap::Args)]
pub struct Options {
    /// Raise the floors to what was measured; none is lowered
    #[arg(long)]
    raise: bool,
    /// The file of floors [default: crates/onrecord-eval/thresholds.toml]
    #[arg(long, value_name = "FILE")]
    thresholds: Option<PathBuf>,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    if places.shared("polnear").is_none() && places.shared("seeds").is_none() {
        anstream::println!("skipped: there is no shared folder with gold articles here");
        return Ok(ExitCode::SUCCESS);
    }
    let path = options.thresholds.clone().map_or_else(|| Ok(own_folder()?.join("thresholds.toml")), Ok::<_, String>)?;
    let floors: Floors = toml::from_str(&read_text(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let suite = Suite::run(places)?;
    for why in &suite.skipped {
        anstream::println!("skipped: {why}");
    }
    let below = print(&suite, &floors);
    if options.raise {
        std::fs::write(&path, raised(&suite, &floors)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    anstream::println!("{}", if below == 0 { "all figures hold".to_owned() } else { format!("{below} figures below their floor") });
    Ok(if below == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn floor(floors: &Floors, set: &str, figure: &str) -> Option<f64> {
    floors.get(set)?.get(figure).copied()
}

/// Prints the table and counts the figures below their floor.
fn print(suite: &Suite, floors: &Floors) -> usize {
    let mut below = 0;
    anstream::println!("{:34} {:30} {:>9} {:>8}", "set", "figure", "measured", "floor");
    for set in &suite.measured {
        for (figure, value) in &set.figures {
            let floor = floor(floors, &set.name, figure);
            let low = floor.is_some_and(|floor| value + SLACK < floor);
            below += usize::from(low);
            let floor = floor.map_or("–".to_owned(), |floor| format!("{floor:.3}"));
            anstream::println!("{:34} {figure:30} {value:>9.3} {floor:>8}{}", set.name, if low { "  ✗ below" } else { "" });
        }
    }
    below
}

/// The file with each of its floors raised to the figure, rounded down; a figure that has no floor gets none.
///
/// A floor below zero is how much a difference may be, and stays.
fn raised(suite: &Suite, floors: &Floors) -> String {
    let mut text = HEAD.to_owned();
    for (set, figures) in floors {
        let _ = writeln!(text, "\n[{set}]");
        for (figure, floor) in figures {
            let value = measured(suite, set, figure).filter(|_| *floor >= 0.0);
            let floor = value.map_or(*floor, |value| floor.max((value * 1000.0).floor() / 1000.0));
            let _ = writeln!(text, "\"{figure}\" = {floor:.3}");
        }
    }
    text
}

fn measured(suite: &Suite, set: &str, figure: &str) -> Option<f64> {
    let set = suite.measured.iter().find(|measured| measured.name == set)?;
    set.figures.iter().find(|row| row.0 == figure).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suite::Measured;

    #[test]
    fn floors_only_rise() {
        let figures = vec![("r".to_owned(), 0.8567), ("p".to_owned(), 0.5), ("f1".to_owned(), 0.6)];
        let suite = Suite { measured: vec![Measured { name: "seeds".to_owned(), figures, header: "", rows: vec![] }], skipped: vec![] };
        let floors: Floors = toml::from_str("[seeds]\nr = 0.7\np = 0.6\n[cases]\nheld = 3\ngap = -0.02").unwrap();
        let text = raised(&suite, &floors);
        assert!(text.ends_with("\n[cases]\n\"gap\" = -0.020\n\"held\" = 3.000\n\n[seeds]\n\"p\" = 0.600\n\"r\" = 0.856\n"), "{text}");
        assert_eq!(print(&suite, &floors), 1);
    }
}
