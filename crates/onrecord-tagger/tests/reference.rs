//! The crate's arithmetic is that of `training/reference.py`, number by number, on an article of the project's own.

use onrecord_tagger::{Features, Link, SMALL, shipped};
use serde_json::Value;

fn numbers<T: TryFrom<i64>>(list: &Value) -> Vec<T> {
    let number = |n: &Value| n.as_i64().and_then(|n| T::try_from(n).ok()).expect("a number that fits");
    list.as_array().expect("a list").iter().map(number).collect()
}

fn features(row: &Value) -> Features {
    let n: Vec<u16> = numbers(row);
    let mut small = [0; SMALL.len()];
    small.iter_mut().zip(&n[3..]).for_each(|(slot, n)| *slot = u8::try_from(*n).expect("a small number"));
    Features { word: n[0], prefix: n[1], suffix: n[2], small }
}

#[test]
fn same_as_the_reference() {
    let expected: Value = serde_json::from_str(include_str!("reference.json")).expect("reference.json can be read");
    let window: Vec<Features> = expected["x"].as_array().expect("a window").iter().map(features).collect();
    let reading = shipped().expect("the weights can be read").run(&window);
    for (labels, wanted) in reading.labels.iter().zip(expected["labels"].as_array().expect("labels")) {
        assert_eq!(labels.to_vec(), numbers::<i32>(wanted));
    }
    for row in expected["points"].as_array().expect("points") {
        let from = usize::try_from(row[0].as_u64().expect("a place")).expect("a small number");
        assert_eq!(reading.point(from, Link::Source), numbers::<i32>(&row[1]));
        assert_eq!(reading.point(from, Link::Cue), numbers::<i32>(&row[2]));
    }
}
