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
    let then = reference["x"].as_array().expect("the reference has features");
    assert_eq!(now.len(), then.len(), "tokens");
    for (i, (now, then)) in now.iter().zip(then).enumerate() {
        assert_eq!(
            json!(now),
            *then,
            "token {i}: features are others than those beside the weights, see crates/onrecord-tagger/training/README.md"
        );
    }
}
