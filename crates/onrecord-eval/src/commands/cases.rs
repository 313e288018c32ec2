//! `cases`: short cases, each a failure that users reported of another system.

use crate::cases::{Checked, check, is_html, wanted};
use crate::explain::context;
use crate::letters::Text;
use crate::prediction::{self, Article, Predictions};
use crate::rows::{self, Result};
use crate::shared::Places;
use crate::{gold, parsed};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Check short cases, each a failure that users reported of another system
#[derive(clap::Args)]
pub struct Options {
    /// The cases
    cases: PathBuf,
    /// Predictions, one case a line
    predicted: Option<PathBuf>,
    /// Print each case that fails, with what it wants and what was found
    #[arg(long)]
    failed: bool,
}

/// Runs it.
pub fn run(options: &Options, places: &Places) -> Result<ExitCode> {
    let cases = places.read(&options.cases)?;
    let predicted = predictions(&cases, options.predicted.as_deref())?;
    let checked = check(&cases, &predicted);
    for failed in checked.iter().filter(|checked| options.failed && !checked.wrong.is_empty()) {
        print(failed, predicted.get(&failed.case.id));
    }
    let held = checked.iter().filter(|checked| checked.wrong.is_empty()).count();
    anstream::println!("{held} of {} cases hold", cases.len());
    Ok(ExitCode::SUCCESS)
}

/// As for other files, but text that is HTML is not read yet.
pub fn predictions(cases: &[gold::Article], file: Option<&Path>) -> Result<Predictions> {
    let parse = |case: &gold::Article| if is_html(case) { Article::default() } else { explained(&case.text) };
    file.map_or_else(|| Ok(cases.iter().map(|case| (case.id.clone(), parse(case))).collect()), prediction::read)
}

fn explained(text: &str) -> Article {
    let mut article = parsed::parse(text);
    parsed::explain(&mut article, text);
    article
}

fn print(failed: &Checked, predicted: Option<&Article>) {
    let case = failed.case;
    let field = |key: &str| rows::string(&case.row[key]).unwrap_or_default();
    anstream::println!("{}  {}\n  {} ({})\n  text  {:?}", case.id, failed.wrong.join("; "), field("why"), field("origin"), case.text);
    if !field("accept").is_empty() {
        anstream::println!("  or    {}", field("accept"));
    }
    let text = Text::new(&case.text);
    for want in rows::list(&case.row["quotes"]) {
        let (roles, who) = wanted(want, &case.text);
        anstream::println!("  want  {}\n        is {who}", context::marked(&text.chars, &roles));
    }
    if !case.row["structure"].is_null() {
        anstream::println!("  want  {}", case.row["structure"]);
    }
    predicted.inspect(|article| print_prediction(article, &text));
    anstream::println!("");
}

fn print_prediction(article: &Article, text: &Text) {
    for quote in &article.quotes {
        let who = quote.speaker.name.as_deref().unwrap_or("nobody");
        let words = context::marked(&text.chars, &quote.roles);
        anstream::println!("  pred  {words}\n        is {who}  ({}, {})", quote.rule, quote.kind);
    }
    let blocks: Vec<String> = article.blocks.iter().map(|(kind, span)| format!("{kind} {:?}", text.slice(*span))).collect();
    anstream::println!("  page  bylines {:?}  dateline {:?}\n        {}", article.bylines, article.dateline, blocks.join("\n        "));
}
