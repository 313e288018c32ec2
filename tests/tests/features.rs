//! What the tagger reads of an article at run time is what its training read: the features that `training/make` wrote down beside the
//! reference of its arithmetic.

use onrecord::{Options, sources, trace};
use onrecord_tests::home;
use serde_json::{Value, json};

#[test]
fn features_are_those_of_the_training() {
    let file = std::fs::read_to_string(home().join("../crates/onrecord-tagger/tests/reference.json")).expect("the reference can be read");
    let reference: Value = serde_json::from_str(&file).expect("the reference is JSON");
    let text = std::fs::read_to_string(home().join("articles/wire.txt")).expect("the article can be read");
    let trace = trace(&text, &Options::default().with_tagger(false));
    let windows = sources::windows(&trace.text, &trace.layout, &trace.tokens, &trace.mentions, &trace.stretches);
    let row = |f: &onrecord::sources::Features| [f.word, f.prefix, f.suffix].into_iter().chain(f.small.map(u16::from)).collect::<Vec<_>>();
    let now: Vec<_> = windows.first().expect("a window").features.iter().map(row).collect();
    assert_eq!(
        json!(now),
        reference["x"],
        "features have changed since the weights were trained: see crates/onrecord-tagger/training/README.md"
    );
}
