//! Every text that once broke a promise keeps it now: the files of `crashers/`, each named after what was wrong.

use onrecord_tests::{files, home, offsets, oracle};

#[test]
fn old_crashes_stay_mended() {
    let mut wrong = Vec::new();
    for path in files(&home().join("crashers"), ".txt") {
        let bytes = std::fs::read(&path).expect("a crasher can be read");
        let text = String::from_utf8_lossy(&bytes);
        if let Err(why) = oracle::promises(&text).and_then(|()| offsets::check(&text)) {
            wrong.push(format!("{}: {why}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
