//! Abbreviations and what follows their stop (`abbreviations.txt`).

use super::fold::Folded;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What follows the stop of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "Gen. Ruiz"
    Title,
    /// "Va. police"
    Place,
    /// "Sept. 3"
    Month,
    /// "Brill Inc. shares"
    Company,
    /// "No. 7"
    Number,
    /// "vs. them"
    Never,
    /// "etc."
    Other,
    /// "Yahoo!"
    Bang,
}

impl Class {
    fn parse(section: &str) -> Option<Self> {
        Some(match section {
            "[title]" => Self::Title,
            "[place]" => Self::Place,
            "[month]" => Self::Month,
            "[company]" => Self::Company,
            "[number]" => Self::Number,
            "[never]" => Self::Never,
            "[other]" => Self::Other,
            "[bang]" => Self::Bang,
            _ => return None,
        })
    }

    /// Is it printed with a capital? ("Miss." is a state, "miss." is a verb.)
    fn wants_capital(self) -> bool {
        matches!(self, Self::Title | Self::Place | Self::Month | Self::Company | Self::Bang)
    }
}

static LIST: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut list = FxHashMap::default();
    let mut class = Class::Other;
    for line in include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with('#')) {
        match Class::parse(line) {
            Some(next) => class = next,
            None => line.split_whitespace().for_each(|word| {
                list.entry(word).or_insert(class);
            }),
        }
    }
    list
});

/// The class of `word`, which is printed before a stop; the stop is no part of it.
pub fn class(word: &str) -> Option<Class> {
    let class = *LIST.get(Folded::new(word).as_str())?;
    (!class.wants_capital() || word.starts_with(char::is_uppercase)).then_some(class)
}

#[cfg(test)]
mod tests {
    use super::{Class, class};

    #[test]
    fn a_state_has_a_capital() {
        assert_eq!(class("Miss"), Some(Class::Place));
        assert_eq!(class("miss"), None);
        assert_eq!(class("etc"), Some(Class::Other));
        assert_eq!(class("bridge"), None);
    }
}
