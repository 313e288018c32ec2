//! Sorting in little code.
//!
//! The sorts of the standard library are compiled anew for each type and each order, some 5 kB each; with forty of them that was a sixth of
//! the file that a web page loads. Here all share one, which sorts places.

use std::cmp::Ordering;

/// Sorts `items`; those that are equal stay as they stood.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|a, b| compare(a, b) != Ordering::Greater) {
        return;
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    let at = |a: usize, b: usize| items.get(a).zip(items.get(b)).map_or(Ordering::Equal, |(a, b)| compare(a, b));
    places(&mut order, &at);
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|i| slots.get_mut(i)?.take()));
}

/// Sorts `items` by what `key` makes of them; those with equal keys stay as they stood.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

fn places(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_as_they_stood() {
        let mut words = vec!["pear", "fig", "plum", "kiwi", "date", "nut"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi", "date"]);
    }

    #[test]
    fn nothing_and_one_are_in_order() {
        let mut none: Vec<u8> = Vec::new();
        by(&mut none, Ord::cmp);
        assert!(none.is_empty());
        let mut one = vec![1];
        by(&mut one, Ord::cmp);
        assert_eq!(one, [1]);
    }
}
