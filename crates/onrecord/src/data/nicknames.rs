//! Forms of one first name (`nicknames.txt`): "Bill" and "William".

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The lines that each form stands on; a form stands on few.
static LINES: LazyLock<FxHashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut lines: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
    let rows = include_str!("nicknames.txt").lines().filter(|row| !row.starts_with('#'));
    for (i, row) in rows.enumerate() {
        row.split(' ').for_each(|form| lines.entry(form).or_default().push(i as u16));
    }
    lines
});

/// Can two first names, in lower case, be forms of one?
pub fn same(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (LINES.get(a), LINES.get(b)) else { return false };
    a.iter().any(|line| b.contains(line))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn forms_of_one_name() {
        assert!(same("bill", "william"));
        assert!(same("ted", "edward"));
        assert!(!same("bill", "edward"));
        assert!(!same("ana", "anne"));
    }
}
