//! `errors`: what was missed, and what was found that is not there, over a whole file.

use super::{explained, explained_predictions};
use crate::compare::Filter;
use crate::explain::table::{By, Table};
use crate::explain::{Class, Explained, Finding};
use crate::letters::Kind;
use crate::rows::Result;
use crate::score::compare;
use crate::shared::Places;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which findings are shown.
// Each is a flag of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
#[derive(clap::Args, Clone, Copy)]
pub struct Choice {
    /// Missed gold attributions
    #[arg(long)]
    misses: bool,
    /// Predictions that answer no gold
    #[arg(long)]
    false_alarms: bool,
    /// Right contents with a wrong source
    #[arg(long)]
    sources: bool,
    /// Right contents and sources with a wrong speaker
    #[arg(long)]
    speakers: bool,
    /// Right ones
    #[arg(long)]
    right: bool,
    /// Contents of this kind alone (of the gold; for false alarms of the prediction)
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
    /// Leave predictions out whose attitude is not "said"
    #[arg(long)]
    said: bool,
}

impl Choice {
    /// Without any of the flags all errors are shown.
    pub fn takes(self, article: &Explained, finding: Finding) -> bool {
        let none = !(self.misses || self.false_alarms || self.sources || self.speakers || self.right);
        let class = match finding.class {
            Class::Right => self.right,
            Class::WrongSpeaker => self.speakers || none,
            Class::WrongSource => self.sources || none,
            Class::Missed => self.misses || none,
            Class::FalseAlarm => self.false_alarms || none,
        };
        class && self.kind.is_none_or(|kind| kind == article.kind(finding))
    }

    /// For one article: without any of the flags everything is shown.
    pub fn shows(self, article: &Explained, finding: Finding) -> bool {
        let none = !(self.misses || self.false_alarms || self.sources || self.speakers);
        Self {
            right: self.right || none,
            misses: self.misses || none,
            false_alarms: self.false_alarms || none,
            sources: self.sources || none,
            speakers: self.speakers || none,
            ..self
        }
        .takes(article, finding)
    }

    /// As the scorer takes it.
    pub fn filter(self) -> Filter {
        Filter { only: None, said: self.said }
    }
}

/// List what was missed and what was found that is not there, with its sentence.
///
/// S⟨…⟩ marks the source, C⟨…⟩ the cue, Q⟨…⟩ the content.
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles
    gold: PathBuf,
    /// Predictions, one article a line
    predicted: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// Show at most N
    #[arg(long, value_name = "N", default_value_t = usize::MAX, hide_default_value = true)]
    limit: usize,
    /// Shuffle with this seed first
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Show only those in whose lines this text stands
    #[arg(long, value_name = "TEXT")]
    grep: Option<String>,
    /// Count all findings by group instead of listing them
    #[arg(long, value_name = "GROUP")]
    by: Option<By>,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let gold = places.read(&options.gold)?;
    let predicted = explained_predictions(&gold, options.predicted.as_deref())?;
    let comparisons = compare(&gold, &predicted, options.choice.filter());
    let articles = explained(&gold, &predicted, &comparisons);
    match options.by {
        Some(by) => count(&articles, by, options),
        None => list(&articles, options),
    }
    Ok(ExitCode::SUCCESS)
}

fn count(articles: &[Explained], by: By, options: &Options) {
    let mut table = Table::default();
    for article in articles {
        let mut findings = article.findings();
        findings.retain(|finding| options.choice.kind.is_none_or(|kind| kind == article.kind(*finding)));
        table.add(article, &findings, by);
    }
    anstream::print!("{}", table.print(options.limit));
}

fn list(articles: &[Explained], options: &Options) {
    let chosen = |article| move |finding: &Finding| options.choice.takes(article, *finding);
    let of = |article| Explained::findings(article).into_iter().filter(chosen(article)).map(move |finding| article.describe(finding));
    let mut lines: Vec<String> = articles.iter().flat_map(of).collect();
    lines.retain(|entry| options.grep.as_ref().is_none_or(|text| entry.contains(text)));
    if let Some(seed) = options.seed {
        shuffle(&mut lines, seed);
    }
    for entry in lines.iter().take(options.limit) {
        anstream::println!("{entry}\n");
    }
    anstream::println!("{} of {} shown", lines.len().min(options.limit), lines.len());
}

/// Fisher and Yates with SplitMix64: the same order on every machine.
fn shuffle(items: &mut [String], seed: u64) {
    let mut state = seed;
    for i in (1..items.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        items.swap(i, ((mixed ^ (mixed >> 31)) % (i as u64 + 1)) as usize);
    }
}
