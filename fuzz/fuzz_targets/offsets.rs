//! The wire format in code points and UTF-16 units says the same places as in bytes, by a naive count.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_tests::offsets;

fuzz_target!(|text: &str| {
    if let Err(why) = offsets::check(text) {
        panic!("{why}");
    }
});
