//! Named HTML entities (`entities.tsv`).

use crate::order;
use std::sync::LazyLock;

static NAMES: LazyLock<Vec<(&'static str, char)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let (name, code) = line.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    };
    let mut names: Vec<_> = include_str!("entities.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(row).collect();
    order::by(&mut names, Ord::cmp);
    names
});

/// The longest name in the list, in bytes.
pub const LONGEST: usize = 8;

/// The character that `&name;` stands for.
pub fn named(name: &str) -> Option<char> {
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    NAMES.get(at).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_characters() {
        assert_eq!(named("ldquo"), Some('“'));
        assert_eq!(named("apos"), Some('\''));
        assert_eq!(named("nosuch"), None);
        assert!(NAMES.iter().all(|(name, _)| name.len() <= LONGEST));
    }
}
