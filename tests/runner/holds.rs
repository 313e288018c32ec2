//! Does an article hold what a case expects of it?

use crate::case::Case;
use crate::{quote, records};
use onrecord::{Article, Attitude, Options, Quote, QuoteKind};
use std::collections::BTreeSet;

/// What does not hold with these options, a line each; empty where all is well.
pub fn failures(case: &Case, options: &Options) -> Vec<String> {
    let article = onrecord::parse_with(&case.text, options);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for expect in &case.expects {
        let why = match expect.what.as_str() {
            "only" => Vec::new(),
            "quote" => {
                let (used, why) = quote::check(expect, &article, &case.text);
                seen.extend(used);
                why
            }
            _ => records::holds(expect, &article, &case.text).err().into_iter().collect(),
        };
        if !expect.optional {
            wrong.extend(why.iter().map(|why| format!("expected  {}\n          {why}", expect.line)));
        }
    }
    if case.expects.iter().any(|expect| expect.what == "only") {
        wrong.extend(unexpected(&article, &seen));
    }
    wrong
}

/// Quotes that no line asked for. What the writer ascribes ("nobody expects a vote") is not what was said, and may always be there.
fn unexpected(article: &Article, seen: &BTreeSet<usize>) -> Vec<String> {
    let extra = article.quotes.iter().filter(|quote| said(quote) && !seen.contains(&quote.id.0));
    extra.map(|found| format!("not expected  {}", quote::print(found, article))).collect()
}

/// Somebody put it into words.
pub fn said(quote: &Quote) -> bool {
    quote.kind != QuoteKind::Scare && quote.attitude == Attitude::Said
}

/// The letters and digits of a text in lower case: what is compared, so that marks, spaces and stops at the edges do not matter.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Without the article that opens a phrase: "The minister" and "the minister" and "minister" are one.
pub fn name_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower);
    letters(bare)
}
