//! Words for one role (`kin.txt`): "Sen." and "senator", "nominee" and "candidate".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Nouns that any organization can be called by: "the agency".
const ORGANIZATION: u16 = 0;
/// Nouns that stay without a name on purpose: "the official", "the source".
const NAMELESS: u16 = 1;
/// Nouns for offices: "the president".
const OFFICE: u16 = 2;
/// Nouns for news outlets: "the newspaper".
const OUTLET: u16 = 3;
/// Nouns that close a name which goes without them too: "Brill County".
const CLOSING: u16 = 4;
/// Nouns for posts that one has in a body: "coach".
const POST: u16 = 5;
/// Nouns for bodies that are spoken of as many people: "police say".
const FORCE: u16 = 6;
/// Nouns for callings by which a story speaks again of whom it is about: "the singer".
const CALLING: u16 = 7;
/// Nouns for those who belong to somebody’s family.
const FAMILY: u16 = 8;
/// Nouns for bodies of a state: "the Trade *Ministry*".
const PUBLIC: u16 = 9;

static CLASSES: LazyLock<FxHashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
    let rows = include_str!("kin.txt").lines().filter(|row| !row.starts_with('#'));
    for (i, row) in rows.enumerate() {
        row.split(' ').for_each(|word| classes.entry(word).or_default().push(i as u16));
    }
    classes
});

/// The classes that a word in lower case stands in, without the ten general ones.
pub fn classes(word: &str) -> &'static [u16] {
    let all = CLASSES.get(word).map_or(&[][..], Vec::as_slice);
    all.get(all.iter().take_while(|class| **class <= PUBLIC).count()..).unwrap_or_default()
}

/// Can any organization be called so?
pub fn is_organization(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&ORGANIZATION))
}

/// Does the word stand for people whose names are kept back?
pub fn is_nameless(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&NAMELESS))
}

/// Is it an office that one person at a time holds?
pub fn is_office(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&OFFICE))
}

/// Can a news outlet be called so?
pub fn is_outlet(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&OUTLET))
}

/// Is it a body that is spoken of as many people?
pub fn is_force(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&FORCE))
}

/// Is it a calling by which a story speaks again of whom it is about?
pub fn is_calling(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&CALLING))
}

/// Is it a member of somebody’s family: "wife"?
pub fn is_family(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&FAMILY))
}

/// Is it a body of a state, as every country has one: "ministry", "court"?
pub fn is_public(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&PUBLIC))
}

/// Is it a post that one has in a body: "official", "director", "coach"?
pub fn is_post(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.iter().any(|class| matches!(*class, NAMELESS | OFFICE | POST)))
}

/// Does the word close names that go without it too: "Brill *County*", "Orvo *Inc*"?
pub fn closes_name(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|classes| classes.contains(&CLOSING))
}

/// Does the word stand behind the names of firms alone: "Orvo *Inc*"?
pub fn is_firm_form(word: &str) -> bool {
    matches!(word, "lp" | "llc" | "inc" | "ltd" | "plc" | "corp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_role_share_a_class() {
        let share = |a, b| classes(a).iter().any(|class| classes(b).contains(class));
        assert!(share("sen", "senator"));
        assert!(share("nominee", "candidate"));
        assert!(!share("senator", "minister"));
        assert!(is_organization("agency") && !is_organization("senator"));
        assert!(is_nameless("source") && classes("source").is_empty());
    }
}
