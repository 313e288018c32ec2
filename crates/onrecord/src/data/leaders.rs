//! Heads of state and government whom the press names by their last name alone (`leaders.tsv`).

use super::fold::Folded;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One of them; no other in the list has that last name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leader {
    /// "Joe Biden"
    pub name: &'static str,
    /// ISO code of the country, where it is known.
    pub country: Option<&'static str>,
    office: &'static str,
}

static LEADERS: LazyLock<FxHashMap<&'static str, Leader>> = LazyLock::new(|| {
    let rows = include_str!("leaders.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(row).collect()
});

fn row(line: &'static str) -> Option<(&'static str, Leader)> {
    let mut fields = line.split('\t');
    let (name, country, office) = (fields.next()?, fields.next()?, fields.next()?);
    Some((name.rsplit(' ').next()?, Leader { name, country: Some(country).filter(|code| !code.is_empty()), office }))
}

/// The leader who is meant by a last name with a title of the office ("Biden", "U.S. President"), or by a last name with the right
/// initial ("J. Biden"): no last name in the list is common.
pub fn find(name: &str, titles: &[String]) -> Option<Leader> {
    let (given, last) = name.rsplit_once(' ').unwrap_or(("", name));
    let leader = *LEADERS.get(last)?;
    let held = || titles.iter().any(|title| Folded::new(title).as_str().ends_with(leader.office));
    let right = match initial(given) {
        None => given.is_empty() && held(),
        Some(initial) => leader.name.starts_with(initial),
    };
    right.then_some(leader)
}

/// "J.", without its stop.
pub fn initial(given: &str) -> Option<&str> {
    given.strip_suffix('.').filter(|letter| letter.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::find;

    fn name(name: &str, titles: &[&str]) -> Option<&'static str> {
        find(name, &titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>()).map(|leader| leader.name)
    }

    #[test]
    fn a_last_name_with_its_office() {
        assert_eq!(name("Macron", &["French President"]), Some("Emmanuel Macron"));
        assert_eq!(name("Macron", &["baker"]), None);
        assert_eq!(name("Obama", &["President"]), Some("Barack Obama"));
    }

    #[test]
    fn a_rare_last_name_with_its_initial() {
        assert_eq!(name("E. Macron", &[]), Some("Emmanuel Macron"));
        assert_eq!(name("A. Macron", &[]), None);
        assert_eq!(name("Jo Macron", &["President"]), None);
        assert_eq!(name("J. Carter", &[]), None);
    }

    #[test]
    fn who_shares_a_last_name_is_not_guessed() {
        assert_eq!(name("Bush", &["President"]), None);
    }
}
