//! `show`: one article explained.

use super::errors::Choice;
use super::{explained, explained_predictions};
use crate::explain::{Class, Explained};
use crate::gold;
use crate::rows::Result;
use crate::score::{compare, share};
use crate::shared::Places;
use std::path::PathBuf;
use std::process::ExitCode;

/// Explain one article: each gold attribution beside each predicted one.
///
/// S⟨…⟩ marks the source, C⟨…⟩ the cue, Q⟨…⟩ the content; ✓ the same, ~ overlapping, ✗ wrong, – not in the gold.
#[derive(clap::Args)]
pub struct Options {
    /// Gold articles
    gold: PathBuf,
    /// The article's id, or a part of it that no other id has
    id: String,
    /// Predictions, one article a line
    predicted: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let mut gold = places.read(&options.gold)?;
    choose(&mut gold, &options.id)?;
    let predicted = explained_predictions(&gold, options.predicted.as_deref())?;
    let comparisons = compare(&gold, &predicted, options.choice.filter());
    for article in explained(&gold, &predicted, &comparisons) {
        print(&article, options.choice);
    }
    Ok(ExitCode::SUCCESS)
}

/// Keeps the article that is meant.
fn choose(gold: &mut Vec<gold::Article>, id: &str) -> Result<()> {
    if gold.iter().any(|article| article.id == id) {
        gold.retain(|article| article.id == id);
        return Ok(());
    }
    gold.retain(|article| article.id.contains(id));
    match gold.len() {
        0 => Err(format!("no article has the id {id:?}")),
        1 => Ok(()),
        n => Err(format!("{n} articles have {id:?} in their id")),
    }
}

fn print(article: &Explained, choice: Choice) {
    let findings = article.findings();
    let all = |class| findings.iter().filter(move |finding| finding.class == class);
    for class in [Class::Right, Class::WrongSpeaker, Class::WrongSource, Class::Missed, Class::FalseAlarm] {
        for finding in all(class).filter(|finding| choice.shows(article, **finding)) {
            anstream::println!(
                "{}
",
                article.describe(*finding)
            );
        }
    }
    print_aside(article);
    let (gold, predicted) = (article.comparison.gold.len(), article.comparison.predicted.len());
    let found = all(Class::Right).count() + all(Class::WrongSpeaker).count();
    anstream::println!(
        "{}: {found} of {gold} found (recall {:.2}), {predicted} predicted (precision {:.2}); {} missed, {} false alarms, {} wrong sources, {} wrong speakers",
        article.id,
        share(found, gold),
        share(found, predicted),
        all(Class::Missed).count(),
        all(Class::FalseAlarm).count(),
        all(Class::WrongSource).count(),
        all(Class::WrongSpeaker).count(),
    );
}

/// What counts for nothing: scare words, what was not said, what answers an optional gold attribution.
fn print_aside(article: &Explained) {
    let counted: Vec<usize> = article.comparison.predicted.iter().map(|item| item.index).collect();
    let aside = article.predicted.quotes.iter().enumerate().filter(|(i, _)| !counted.contains(i));
    for (_, quote) in aside {
        anstream::println!("LEFT OUT  {}\n", article.quote_words(quote));
    }
}
