//! The figures equal those of the Python scorers, on predictions of every sort.
//!
//! Skips with a message where the shared folder or Python is absent.

mod perturb;
mod tools;

use serde_json::Value;
use tools::{Pair, close, sorts, temp};

/// Predictions made from the gold with all sorts of damage.
fn perturbed(pair: &Pair, gold: &str, seed: u64) -> String {
    let rows = pair.gold(gold);
    let made: Vec<String> = rows.iter().enumerate().filter_map(|(i, row)| perturb::article(row, seed + 1000 * i as u64)).collect();
    temp(&format!("{}-{seed}", gold.replace('/', "-")), &made.join("\n"))
}

/// What the parser makes of the gold's texts.
fn real(pair: &Pair, gold: &str) -> String {
    temp(&format!("{}-real", gold.replace('/', "-")), &pair.rust(&["predict", &pair.path(gold)]))
}

/// All figures, and the order of the articles that fare worst.
fn compare_scores(gold: &str, predicted: &str, options: &[&str], pair: &Pair) {
    let both = |last: &[&str]| {
        let arguments = [&[gold, predicted], last, options].concat();
        (pair.rust(&[&["score"], &arguments[..]].concat()), pair.python("score.py", &arguments))
    };
    let (ours, theirs) = both(&["--json"]);
    let json = |out: &str| serde_json::from_str::<Value>(out).unwrap();
    assert!(close(&json(&ours), &json(&theirs)), "{gold} {options:?}\n{ours}\n{theirs}");
    if options.is_empty() {
        let (ours, theirs) = both(&["--worst", "200"]);
        assert_eq!(ours, theirs);
    }
}

/// Every fourth article of a file, as the Python scorer takes its time.
fn quarter(pair: &Pair, gold: &str) -> String {
    let rows: Vec<String> = pair.gold(gold).iter().step_by(4).map(Value::to_string).collect();
    temp("quarter", &rows.join("\n"))
}

#[test]
fn score_equals_score_py_on_many_articles() {
    let Some(pair) = Pair::find() else { return };
    let gold = "polnear/dev.jsonl";
    let some = quarter(&pair, gold);
    let predicted = perturbed(&pair, gold, 1);
    compare_scores(&some, &predicted, &[], &pair);
    compare_scores(&some, &predicted, &["--said", "--only", "mixed"], &pair);
    compare_scores(&some, &real(&pair, gold), &["--said"], &pair);
}

#[test]
fn score_equals_score_py_with_all_options() {
    let Some(pair) = Pair::find() else { return };
    let gold = "seeds";
    for predicted in [perturbed(&pair, gold, 1), perturbed(&pair, gold, 2), real(&pair, gold)] {
        for options in [&[][..], &["--said"], &["--only", "direct"], &["--only", "mixed", "--said"], &["--only", "indirect"]] {
            compare_scores(&pair.path(gold), &predicted, options, &pair);
        }
    }
}

#[test]
fn parsing_on_the_spot_equals_predicting_first() {
    let Some(pair) = Pair::find() else { return };
    for (what, gold) in [("score", "seeds"), ("sourcing", "sourcing/open.jsonl"), ("cases", "cases/cases.jsonl")] {
        let path = pair.path(gold);
        assert_eq!(pair.rust(&[what, &path]), pair.rust(&[what, &path, &real(&pair, gold)]));
    }
}

#[test]
fn sourcing_equals_sourcing_py() {
    let Some(pair) = Pair::find() else { return };
    let gold = "sourcing/open.jsonl";
    let statements = |seed| {
        let rows = pair.gold(gold);
        let made: Vec<String> = rows.iter().enumerate().map(|(i, row)| perturb::statements(row, seed + 1000 * i as u64)).collect();
        temp(&format!("statements-{seed}"), &made.join("\n"))
    };
    for predicted in [real(&pair, gold), statements(1), statements(2), statements(3), pair.path(gold)] {
        for options in [&[][..], &["--show", "2"], &["--only", "2,nothing", "--show", "2"]] {
            let path = pair.path(gold);
            let arguments = [&[path.as_str(), &predicted], options].concat();
            let ours = pair.rust(&[&["sourcing"], &arguments[..]].concat());
            let theirs = pair.python("sourcing.py", &arguments);
            assert_eq!(ours.lines().next(), theirs.lines().next());
            assert_eq!(sorts(&ours), sorts(&theirs));
        }
    }
}

#[test]
fn cases_equal_cases_py() {
    let Some(pair) = Pair::find() else { return };
    let gold = "cases/cases.jsonl";
    let made = |seed| {
        let rows = pair.gold(gold);
        let made: Vec<String> = rows.iter().enumerate().map(|(i, row)| perturb::case(row, seed + 1000 * i as u64)).collect();
        temp(&format!("cases-{seed}"), &made.join("\n"))
    };
    for predicted in [real(&pair, gold), made(1), made(2), made(3), temp("nothing", "")] {
        let arguments = [pair.path(gold), predicted];
        let arguments = [&arguments[0], arguments[1].as_str(), "--failed"];
        let (ours, theirs) = (pair.rust(&[&["cases"], &arguments[..]].concat()), pair.python("cases.py", &arguments));
        assert_eq!(ours.lines().last(), theirs.lines().last());
        // The lists of failed cases differ in what they show beside, so compare the lines that name a case.
        let failed = |out: &str| {
            let ids = pair.gold(gold).into_iter().filter_map(|row| Some(row["id"].as_str()?.to_owned()));
            let starts = |id: &String| out.lines().any(|line| line.starts_with(&format!("{id}  ")));
            ids.filter(starts).collect::<Vec<_>>()
        };
        assert_eq!(failed(&ours), failed(&theirs));
    }
}
