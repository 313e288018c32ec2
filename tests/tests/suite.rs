//! Every case of `suite/**/*.md` holds, or stands in `suite/known-gaps.txt` with the reason why not. `SUITE=word` runs those with the word
//! in their id; `cargo run -p onrecord-tests -- word` prints them without failing.

use onrecord::Options;
use onrecord_tests::{case, gaps, holds, home};
use std::collections::BTreeSet;

#[test]
fn cases_hold() {
    let wrong = wrong(&Options::default(), |_| true);
    assert!(wrong.is_empty(), "{} cases:\n\n{}\n", wrong.len(), wrong.join("\n\n"));
}

/// The list of gaps is that of both voices together; what grammar alone reads of them is free.
#[test]
fn cases_hold_by_grammar_alone() {
    let gaps = gaps::read(&home().join("suite")).expect("the list of gaps can be read");
    let wrong = wrong(&Options::default().with_tagger(false), |id| !gaps.contains_key(id));
    assert!(wrong.is_empty(), "{} cases:\n\n{}\n", wrong.len(), wrong.join("\n\n"));
}

/// What does not hold, or holds and stands in the list of gaps.
fn wrong(options: &Options, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let suite = home().join("suite");
    let cases = case::read_all(&suite).expect("the essays can be read");
    let gaps = gaps::read(&suite).expect("the list of gaps can be read");
    let filter = std::env::var("SUITE").unwrap_or_default();
    let mut wrong = Vec::new();
    for case in cases.iter().filter(|case| case.id.contains(&filter) && wanted(&case.id)) {
        let failures = holds::failures(case, options);
        match (failures.is_empty(), gaps.contains_key(&case.id)) {
            (true, true) => wrong.push(format!("{}\n  holds now: take it out of known-gaps.txt", case.id)),
            (false, false) => wrong.push(format!("{}\n  {}", case.id, failures.join("\n  "))),
            _ => {}
        }
    }
    wrong
}

#[test]
fn ids_are_unique_and_gaps_exist() {
    let suite = home().join("suite");
    let cases = case::read_all(&suite).expect("the essays can be read");
    let mut ids = BTreeSet::new();
    for case in &cases {
        assert!(ids.insert(case.id.as_str()), "two cases are called {}", case.id);
    }
    for gap in gaps::read(&suite).expect("the list of gaps can be read").keys() {
        assert!(ids.contains(gap.as_str()), "known-gaps.txt names {gap}, which no essay has");
    }
}
