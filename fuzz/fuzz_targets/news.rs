//! News-like texts: each byte picks a piece, so that a mutation changes a mark or a verb and not a letter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use onrecord_tests::{oracle, pieces};

fuzz_target!(|bytes: &[u8]| oracle::demand(&pieces::text(bytes)));
