//! News agencies, and the words of roles and outlets (`outlets.txt`).

use super::fold::Folded;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

#[derive(Default)]
struct Outlets {
    agencies: FxHashSet<&'static str>,
    words: FxHashSet<&'static str>,
}

static OUTLETS: LazyLock<Outlets> = LazyLock::new(|| {
    let mut outlets = Outlets::default();
    let mut agencies = true;
    for line in include_str!("outlets.txt").lines().filter(|line| !line.starts_with('#')) {
        match line {
            "[agency]" => agencies = true,
            "[word]" => agencies = false,
            _ if agencies => _ = outlets.agencies.insert(line),
            _ => outlets.words.extend(line.split_whitespace()),
        }
    }
    outlets
});

/// "AP", "Associated Press", "Getty Images"
pub fn is_agency(name: &str) -> bool {
    OUTLETS.agencies.contains(Folded::new(name).as_str())
}

/// Does the part of a byline name a role or an outlet, not a person: "Staff Writer", "The Brill Gazette"?
pub fn is_affiliation(part: &str) -> bool {
    let known = |word: &str| OUTLETS.words.contains(Folded::new(word.trim_end_matches(['.', ','])).as_str());
    is_agency(part) || part.split([' ', '-', '/']).any(known) || [".com", ".org", ".net"].iter().any(|end| part.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{is_affiliation, is_agency};

    #[test]
    fn outlets_are_no_people() {
        assert!(is_agency("REUTERS") && is_agency("Associated Press") && !is_agency("Jo Smith"));
        assert!(is_affiliation("Staff Writer") && is_affiliation("The Brill Gazette") && is_affiliation("brillnews.com"));
        assert!(!is_affiliation("Ada Holm"));
    }
}
