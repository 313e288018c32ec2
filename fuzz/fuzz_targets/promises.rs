//! Any text: every promise of `oracle` holds, twice the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_tests::oracle;

fuzz_target!(|text: &str| oracle::demand(text));
