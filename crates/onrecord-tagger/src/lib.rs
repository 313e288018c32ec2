//! The small neural network inside onrecord.
//!
//! It reads the tokens of an article as [`Features`] and labels them as part of a source, a cue or a content; from the first token of a
//! content it points to its source and its cue. All arithmetic is on integers, so every machine gives the same answer.

mod features;

pub use features::{AFFIXES, Features, SMALL, WINDOW, WORDS};
