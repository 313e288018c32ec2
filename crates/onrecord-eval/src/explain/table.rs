//! Where the errors cluster: counts by rule, by cue word, by source or by article.

use super::{Class, Explained, Finding};
use crate::letters::Range;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What findings are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// The rule that found the prediction ("–" for what was missed).
    Rule,
    /// The words of the cue: of the gold one, for a false alarm of the predicted one.
    Cue,
    /// The words of the source, likewise.
    Source,
    /// The article.
    Article,
}

/// Counts by class of one group.
type Row = [usize; 5];

/// Counts by group.
#[derive(Default)]
pub struct Table(BTreeMap<String, Row>);

impl Table {
    /// Counts the findings of an article.
    pub fn add(&mut self, article: &Explained, findings: &[Finding], by: By) {
        for finding in findings {
            self.0.entry(key(article, *finding, by)).or_default()[finding.class as usize] += 1;
        }
    }

    /// The groups with most errors first.
    pub fn print(&self, limit: usize) -> String {
        let mut rows: Vec<(&String, &Row)> = self.0.iter().collect();
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(errors(row)));
        let mut out = format!("{:>6} {:>8} {:>7} {:>7} {:>7}  of which precision\n", "right", "speaker✗", "source✗", "missed", "false");
        for (name, row) in rows.into_iter().take(limit) {
            let [right, speaker, source, missed, false_alarm] = *row;
            let predicted = right + speaker + source + false_alarm;
            let precision = crate::score::share(right + speaker, predicted);
            let _ = writeln!(out, "{right:>6} {speaker:>8} {source:>7} {missed:>7} {false_alarm:>7}  {precision:.2}  {name}");
        }
        out
    }
}

fn errors(row: &Row) -> usize {
    row.iter().sum::<usize>() - row[Class::Right as usize]
}

fn key(article: &Explained, finding: Finding, by: By) -> String {
    let roles = &article.item(finding).roles;
    match by {
        By::Rule => finding.predicted.map_or("–".to_owned(), |p| article.quote(p).rule.clone()),
        By::Cue => words(article, &roles.cue),
        By::Source => words(article, &roles.source),
        By::Article => article.id.to_owned(),
    }
}

fn words(article: &Explained, spans: &[Range]) -> String {
    let text = spans.iter().map(|span| article.comparison.text.slice(*span)).collect::<Vec<_>>().join(" … ");
    if text.is_empty() { "–".to_owned() } else { text.to_lowercase() }
}
