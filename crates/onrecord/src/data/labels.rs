//! Labels before a colon or dash that name neither a speaker nor a place (`labels.txt`).

use super::fold::Folded;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static LABELS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("labels.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(|label| label.replace('-', " ")).collect()
});

/// Is `label` such a label: "UPDATE", "Live updates"?
pub fn is_label(label: &str) -> bool {
    LABELS.contains(Folded::new(label).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn labels() {
        assert!(is_label("UPDATE") && is_label("Live blog") && !is_label("NARRATOR"));
    }
}
