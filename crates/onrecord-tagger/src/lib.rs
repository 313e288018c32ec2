//! The small neural network inside onrecord.
//!
//! It reads the tokens of an article as [`Features`] and labels them as part of a source, a cue or a content; from the first token of a
//! content it points to its source and its cue. All arithmetic is on integers, so every machine gives the same answer.
//! MODEL_CARD.md says what it learned from.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for wide registers")]

mod curve;
mod features;
mod layer;
mod matrix;
mod network;
mod product;
mod reading;
mod recurrence;
mod weights;
mod wide;

pub use features::{AFFIXES, Features, SMALL, WINDOW, WORDS};
pub use network::Network;
pub use reading::{Link, Reading};

use std::sync::LazyLock;

static SHIPPED: LazyLock<Option<Network>> = LazyLock::new(|| Network::read(include_bytes!("../weights/tagger.bin")));

/// The network with the weights that ship with this crate.
pub fn shipped() -> Option<&'static Network> {
    SHIPPED.as_ref()
}
