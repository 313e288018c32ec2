//! Sourcing: who is cited for what, by name, type and title, as a reader of a news page would list it.

use crate::gold;
use crate::letters::{Letters, Range, Text};
use crate::names;
use crate::prediction::{Article, Predictions, Quote};
use crate::python;
use crate::rows;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Words that do not tell titles apart.
const SMALL: [&str; 14] = ["the", "of", "a", "an", "for", "and", "at", "in", "with", "to", "on", "who", "is", "was"];

/// What is compared of a statement that was found.
pub const ROLES: [&str; 4] = ["name", "type", "title", "why"];

/// A passage with its attribution.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// Where.
    pub spans: Vec<Range>,
    /// Type, name, title and "justification" of the source, each empty where there is none.
    pub kind: String,
    /// See `kind`.
    pub name: String,
    /// See `kind`.
    pub title: String,
    /// See `kind`.
    pub why: String,
}

/// What became of a gold statement: whether it was found, and of what it states whether that is right.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Half of its letters were predicted.
    pub found: bool,
    /// In the order of [`ROLES`]; nothing where the gold states none or the statement was not found.
    pub right: [Option<bool>; 4],
}

/// Something wrong, for a person: what, what was wanted, what there was.
pub struct Miss {
    /// "missed", "false", or a role.
    pub what: &'static str,
    /// The words wanted, or missed, or falsely given.
    pub want: String,
    /// What was there instead.
    pub have: String,
}

/// One article read.
pub struct Reading {
    /// The article.
    pub id: String,
    /// One for each gold statement.
    pub verdicts: Vec<Verdict>,
    /// The types of the gold statements.
    pub kinds: Vec<String>,
    /// All that is wrong.
    pub misses: Vec<Miss>,
    predicted: usize,
    right: usize,
}

/// Reads all articles that were predicted.
pub fn read(gold: &[gold::Article], predicted: &Predictions, only: Option<&BTreeSet<String>>) -> Vec<Reading> {
    let wanted = |article: &&gold::Article| only.is_none_or(|ids| ids.contains(&article.id));
    gold.iter().filter(wanted).filter_map(|article| Some(read_article(article, predicted.get(&article.id)?))).collect()
}

fn read_article(gold: &gold::Article, predicted: &Article) -> Reading {
    let text = Text::new(&gold.text);
    let wanted = stated(&gold.row["statements"]);
    let made = statements(predicted, &text);
    let letters = |list: &[Statement]| list.iter().map(|one| text.letters(&one.spans)).collect::<Vec<_>>();
    let (own, theirs) = (letters(&wanted), letters(&made));
    let (all_gold, all_made) = (Letters::union(&own), Letters::union(&theirs));
    let mut misses = Vec::new();
    let judge = |(want, own): (&Statement, &Letters)| {
        let best = found(own, &all_made).then(|| best(own, &theirs, &made));
        judge(&text, want, own, best.flatten(), &mut misses)
    };
    let verdicts = wanted.iter().zip(&own).map(judge).collect();
    let right: Vec<bool> = theirs.iter().map(|one| !one.is_empty() && 2 * one.joint(&all_gold) >= one.len()).collect();
    misses.extend(made.iter().zip(&right).filter(|row| !row.1).map(|row| false_one(&text, row.0)));
    let kinds = wanted.into_iter().map(|one| one.kind).collect();
    let right = right.into_iter().filter(|right| *right).count();
    Reading { id: gold.id.clone(), verdicts, kinds, misses, predicted: made.len(), right }
}

/// Is at least half of it predicted?
fn found(own: &Letters, all: &Letters) -> bool {
    !own.is_empty() && 2 * own.joint(all) >= own.len()
}

/// The first of those that share most with it.
fn best<'a>(own: &Letters, theirs: &[Letters], made: &'a [Statement]) -> Option<&'a Statement> {
    let shared = theirs.iter().map(|one| own.joint(one));
    shared.zip(made).rev().max_by_key(|row| row.0).map(|row| row.1)
}

fn judge(text: &Text, want: &Statement, own: &Letters, have: Option<&Statement>, misses: &mut Vec<Miss>) -> Verdict {
    let Some(have) = have else {
        let start = text.place_of_first(own);
        misses.push(Miss { what: "missed", want: text.slice((start, start + 120)), have: String::new() });
        return Verdict { found: false, right: [None; 4] };
    };
    let pairs = [(&want.name, &have.name), (&want.kind, &have.kind), (&want.title, &have.title), (&want.why, &have.why)];
    let right = [0, 1, 2, 3].map(|i| (!pairs[i].0.is_empty()).then(|| holds(i, want, have)));
    for (i, (want, have)) in pairs.into_iter().enumerate().filter(|(i, _)| right[*i] == Some(false)) {
        let short = |text: &str| text.chars().take(60).collect();
        misses.push(Miss { what: ROLES[i], want: short(want), have: short(have) });
    }
    Verdict { found: true, right }
}

/// Is what the gold states in a role (see [`ROLES`]) there?
fn holds(role: usize, want: &Statement, have: &Statement) -> bool {
    match role {
        0 => names::similar(&want.name, &have.name),
        1 => want.kind == have.kind,
        2 => half_of(&want.title, &format!("{} {}", have.title, have.name)),
        _ => half_of(&want.why, &have.why),
    }
}

/// Are half of the words of `want` in `have`?
fn half_of(want: &str, have: &str) -> bool {
    let (want, have) = (want.to_lowercase(), have.to_lowercase());
    let (want, have) = (telling_words(&want), telling_words(&have));
    2 * want.intersection(&have).count() >= want.len()
}

fn telling_words(text: &str) -> BTreeSet<&str> {
    python::words(text).filter(|word| !SMALL.contains(word)).collect()
}

fn false_one(text: &Text, made: &Statement) -> Miss {
    let words: Vec<String> = made.spans.iter().map(|span| text.slice(*span)).collect();
    Miss { what: "false", want: words.join(" | ").chars().take(160).collect(), have: made.name.clone() }
}

/// The statements of a prediction: as given in the form of the gold, or its quotes that somebody said.
fn statements(predicted: &Article, text: &Text) -> Vec<Statement> {
    if let Some(given) = &predicted.statements {
        return stated(given);
    }
    predicted.quotes.iter().filter(|quote| !quote.is_scare() && quote.is_said()).map(|quote| of_quote(quote, text)).collect()
}

fn stated(list: &Value) -> Vec<Statement> {
    let text = |row: &Value, key: &str| rows::string(&row[key]).unwrap_or_default();
    let one = |row: &Value| Statement {
        spans: rows::spans(&row["spans"]),
        kind: text(row, "type"),
        name: text(row, "name"),
        title: text(row, "title"),
        why: text(row, "why"),
    };
    rows::list(list).iter().map(one).collect()
}

fn of_quote(quote: &Quote, text: &Text) -> Statement {
    let who = Some(&quote.speaker).filter(|speaker| speaker.listed).cloned().unwrap_or_default();
    let words: Vec<String> = who.descriptions.iter().chain(&quote.occasion).map(|span| text.slice(*span)).collect();
    Statement {
        spans: [&quote.roles.content, &quote.roles.cue, &quote.roles.source].into_iter().flatten().copied().collect(),
        kind: if who.kind == "place" { "organization".to_owned() } else { who.kind },
        name: who.name.unwrap_or_default(),
        title: format!("{} {}", who.titles.join(" "), who.affiliation),
        why: words.join(" "),
    }
}

/// The figures over all articles, as the Python scorer prints them: shares rounded to three places.
pub fn figures(readings: &[Reading]) -> Map<String, Value> {
    let verdicts = || readings.iter().flat_map(|reading| &reading.verdicts);
    let (gold, found) = (verdicts().count(), verdicts().filter(|verdict| verdict.found).count());
    let predicted = readings.iter().map(|reading| reading.predicted).sum();
    let right = readings.iter().map(|reading| reading.right).sum();
    let (r, p) = (share(found, gold), share(right, predicted));
    let f1 = if p + r > 0.0 { round(2.0 * p * r / (p + r)) } else { 0.0 };
    let mut figures = Map::new();
    let counts = [("articles", readings.len()), ("gold", gold), ("predicted", predicted)];
    figures.extend(counts.map(|(name, n)| (name.to_owned(), json!(n))));
    figures.extend([("statement.r", r), ("statement.p", p), ("statement.f1", f1)].map(|(name, x)| (name.to_owned(), json!(x))));
    for (i, role) in ROLES.iter().enumerate() {
        let stated: Vec<bool> = verdicts().filter_map(|verdict| verdict.right[i]).collect();
        let right = stated.iter().filter(|right| **right).count();
        figures.insert((*role).to_owned(), json!(share(right, stated.len())));
    }
    figures
}

fn share(a: usize, b: usize) -> f64 {
    round(crate::score::share(a, b))
}

/// To three places, ties as Python breaks them: by the exact binary value.
fn round(x: f64) -> f64 {
    format!("{x:.3}").parse().unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“It held,” said Ana Ruiz, a diver. The board denied that.";

    fn article(row: Value) -> gold::Article {
        gold::Article { id: "a".to_owned(), text: TEXT.to_owned(), attributions: Vec::new(), row }
    }

    #[test]
    fn a_statement_is_found_by_half_of_its_letters() {
        let gold = article(json!({"statements": [
            {"spans": [[0, 24]], "type": "person", "name": "Ana Ruiz", "title": "diver", "why": ""},
            {"spans": [[35, 57]], "type": "organization", "name": "", "title": "", "why": ""},
        ]}));
        let made = json!([{"spans": [[0, 15]], "type": "group", "name": "ruiz", "title": "a diver"}]);
        let predicted = Article { statements: Some(made), ..Article::default() };
        let readings = read(&[gold], &[("a".to_owned(), predicted)].into(), None);
        assert_eq!(readings[0].verdicts[0].right, [Some(true), Some(false), Some(true), None]);
        assert!(!readings[0].verdicts[1].found);
        assert_eq!(figures(&readings)["statement.f1"], json!(0.667));
    }
}
