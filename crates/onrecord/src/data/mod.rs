//! Word lists and gazetteers as text files, and typed look-up; no logic. `README.md` beside this file is the data card.

pub mod words;
