//! Word lists and gazetteers as text files, and typed look-up; no logic. `README.md` beside this file is the data card.

pub mod abbreviations;
pub mod cues;
pub mod empty_words;
pub mod entities;
pub mod fold;
pub mod fronts;
pub mod furniture;
#[cfg(feature = "tagger")]
pub mod fusion;
pub mod kin;
pub mod labels;
pub mod leaders;
pub mod lexicon;
pub mod nicknames;
pub mod occasions;
pub mod outlets;
pub mod particles;
pub mod small_words;
pub mod speech_tags;
pub mod stage;
pub mod titles;
pub mod towns;
pub mod views;
pub mod weights;
pub mod words;
pub mod works;
