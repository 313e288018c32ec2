//! Titles in full (`titles.tsv`): "Gov." is "Governor".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static FULL: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("titles.tsv").lines().filter(|line| !line.starts_with('#'));
    let fields = rows.filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.nth(1)?))
    });
    fields.filter(|(_, full)| !full.is_empty()).collect()
});

/// A title with its abbreviations written out: "Lt. Gov." gives "Lieutenant Governor".
pub fn in_full(title: &str) -> String {
    let word = |word: &str| FULL.get(word.to_ascii_lowercase().as_str()).map_or_else(|| word.to_owned(), |full| (*full).to_owned());
    title.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(in_full("Lt. Gov."), "Lieutenant Governor");
        assert_eq!(in_full("former Sen."), "former Senator");
        assert_eq!(in_full("Brill Mayor"), "Brill Mayor");
    }
}
