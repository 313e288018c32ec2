//! Everything that the shared folder allows to measure, for `results` and `check`.

use crate::commands::{cases::predictions as case_predictions, predictions};
use crate::compare::{Comparison, Filter};
use crate::gold;
use crate::letters::Kind;
use crate::rows::Result;
use crate::score::{compare, score};
use crate::shared::Places;
use crate::{cases, parsed, sourcing, structure, topics};
use std::path::Path;

/// One set of gold, measured.
pub struct Measured {
    /// Its name, which is that of its file of results.
    pub name: String,
    /// The figures by name.
    pub figures: Vec<(String, f64)>,
    /// The first row of its file of results; empty where it has none.
    pub header: &'static str,
    /// The other rows: ids and figures, no article text.
    pub rows: Vec<String>,
}

/// What was measured, and what could not be and why.
#[derive(Default)]
pub struct Suite {
    /// In the order of reports.
    pub measured: Vec<Measured>,
    /// One sentence each.
    pub skipped: Vec<String>,
}

impl Suite {
    /// Measures all sets that are there: as users get them, and by grammar alone, where "grammar-" stands before the name.
    pub fn run(places: &Places) -> Result<Self> {
        let mut suite = Self::measure(places)?;
        parsed::set_tagger(false);
        let alone = Self::measure(places);
        parsed::set_tagger(true);
        let renamed = |measured: Measured| figures_only(&format!("grammar-{}", measured.name), measured.figures);
        suite.measured.extend(alone?.measured.into_iter().map(renamed));
        Ok(suite)
    }

    fn measure(places: &Places) -> Result<Self> {
        let mut suite = Self::default();
        if let Some(dev) = suite.find(places, "polnear/dev.jsonl") {
            let gold = gold::read(&dev)?;
            suite.measured.push(attributions("polnear-dev", &gold, false)?);
            suite.rough(places, "polnear-dev-rough3")?;
            // As PolNeAR counts: a quotation that its tag cuts is one.
            parsed::set_joined(true);
            suite.measured.push(figures_only("polnear-dev-joined", attributions("", &gold, false)?.figures));
            suite.rough(places, "polnear-dev-rough3-joined")?;
            parsed::set_joined(false);
        }
        if let Some(seeds) = suite.find(places, "seeds") {
            suite.seeds(&gold::read(&seeds)?)?;
        }
        if let Some(path) = suite.find(places, "cases/cases.jsonl") {
            suite.measured.push(short_cases(&gold::read(&path)?)?);
        }
        if let Some(path) = suite.find(places, "sourcing/open.jsonl") {
            suite.measured.push(sources(&gold::read(&path)?)?);
        }
        Ok(suite)
    }

    fn find(&mut self, places: &Places, path: &str) -> Option<std::path::PathBuf> {
        let found = places.shared(path);
        if found.is_none() {
            self.skipped.push(format!("{path} is not in the shared folder"));
        }
        found
    }

    /// The damaged copy, and how much is lost by the damage.
    fn rough(&mut self, places: &Places, name: &str) -> Result<()> {
        let gold = match places.roughened() {
            Ok(gold) => gold,
            Err(why) => {
                self.skipped.push(format!("{name}: {why}"));
                return Ok(());
            }
        };
        let mut rough = attributions(name, &gold, false)?;
        let f1 = |measured: &Measured| measured.figures.iter().find(|row| row.0 == "who-said-what.f1").map_or(0.0, |row| row.1);
        let clean = self.measured.last().map_or(0.0, f1);
        rough.figures.push(("who-said-what.f1 minus clean".to_owned(), f1(&rough) - clean));
        self.measured.push(rough);
        Ok(())
    }

    fn seeds(&mut self, gold: &[gold::Article]) -> Result<()> {
        self.measured.push(attributions("seeds", gold, true)?);
        let predicted = predictions(gold, None)?;
        let (mut page, mut about) = (structure::Reading::default(), topics::Reading::default());
        for article in gold {
            let Some(made) = predicted.get(&article.id) else { continue };
            page.add(article, made);
            about.add(article, made);
        }
        self.measured.push(figures_only("structure", vec![("share".to_owned(), page.share())]));
        let topics = [("issue.f1", about.issues.f1()), ("place.f1", about.places.f1())];
        self.measured.push(figures_only("topics", topics.map(|(name, value)| (name.to_owned(), value)).into()));
        Ok(())
    }
}

fn figures_only(name: &str, figures: Vec<(String, f64)>) -> Measured {
    Measured { name: name.to_owned(), figures, header: "", rows: Vec::new() }
}

fn attributions(name: &str, gold: &[gold::Article], said: bool) -> Result<Measured> {
    let predicted = predictions(gold, None)?;
    let filter = Filter { only: None, said };
    let figures = score(gold, &predicted, filter);
    let who = figures.tally("who-said-what");
    let mut named = vec![("who-said-what.p", who.precision()), ("who-said-what.r", who.recall()), ("who-said-what.f1", who.f1())];
    named.extend(Kind::ALL.map(|kind| (kind.recall_name(), figures.recall(kind))));
    named.push(("speaker.of_matched", figures.speaker_of_matched()));
    let mut named: Vec<(String, f64)> = named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    for role in ["content.iou50", "content.exact", "content.char", "source.overlap", "source.exact", "cue.overlap", "cue.exact", "strict"] {
        named.push((format!("{role}.f1"), figures.tally(role).f1()));
    }
    let comparisons = compare(gold, &predicted, filter);
    let rows = gold.iter().zip(&comparisons).flat_map(|(article, comparison)| quote_rows(&article.id, comparison)).collect();
    Ok(Measured { name: name.to_owned(), figures: named, header: "article,index,kind,found,who_said_what,speaker", rows })
}

fn quote_rows(id: &str, comparison: &Comparison) -> Vec<String> {
    let row = |g: usize| {
        let item = &comparison.gold[g];
        let answer = comparison.answer(g);
        let speaker = item.speaker.as_ref().map(|_| answer.is_some_and(|p| comparison.speaker_right((g, p)) == Some(true)));
        let (found, who) = (bit(Some(answer.is_some())), bit(Some(comparison.found(g))));
        format!("{},{},{},{found},{who},{}", field(id), item.index, item.kind.name(), bit(speaker))
    };
    (0..comparison.gold.len()).map(row).collect()
}

fn short_cases(gold: &[gold::Article]) -> Result<Measured> {
    let predicted = case_predictions(gold, None)?;
    let checked = cases::check(gold, &predicted);
    let held = checked.iter().filter(|checked| checked.wrong.is_empty()).count();
    let row = |checked: &cases::Checked| format!("{},{}", field(&checked.case.id), bit(Some(checked.wrong.is_empty())));
    let rows = checked.iter().map(row).collect();
    Ok(Measured { name: "cases".to_owned(), figures: vec![("held".to_owned(), held as f64)], header: "case,held", rows })
}

fn sources(gold: &[gold::Article]) -> Result<Measured> {
    let readings = sourcing::read(gold, &predictions(gold, None)?, None);
    let shares = sourcing::figures(&readings).into_iter().filter(|row| row.1.is_f64());
    let figures = shares.filter_map(|(name, value)| Some((name, value.as_f64()?))).collect();
    let rows = readings.iter().flat_map(statement_rows).collect();
    Ok(Measured { name: "sourcing".to_owned(), figures, header: "article,index,type,found,name,type_right,title,why", rows })
}

fn statement_rows(reading: &sourcing::Reading) -> Vec<String> {
    let rows = reading.verdicts.iter().zip(&reading.kinds).enumerate();
    let row = |(i, (verdict, kind)): (usize, (&sourcing::Verdict, &String))| {
        let right = verdict.right.map(bit).join(",");
        format!("{},{i},{},{},{right}", field(&reading.id), field(kind), bit(Some(verdict.found)))
    };
    rows.map(row).collect()
}

/// 1, 0, or nothing where there is nothing to be right about.
fn bit(right: Option<bool>) -> &'static str {
    match right {
        Some(true) => "1",
        Some(false) => "0",
        None => "",
    }
}

/// A field of a CSV row.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The crate's own folder for results, beside the sources.
pub fn own_folder() -> Result<std::path::PathBuf> {
    let root = crate::shared::repository().ok_or("run this inside the repository")?;
    Ok(root.join(Path::new("crates/onrecord-eval")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_with_commas_are_quoted() {
        assert_eq!(field("brill_2020"), "brill_2020");
        assert_eq!(field("a,\"b\""), "\"a,\"\"b\"\"\"");
    }
}
