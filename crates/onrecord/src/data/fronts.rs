//! Lists in which each line begins with the number of letters that it shares with the line before: "0ivanov", then "6a" for "ivanova".
//!
//! A web page loads the lists, and a sorted one takes two thirds of the room this way. `scripts/data/fronts.py` writes them.

/// The list with its lines in full.
pub fn whole(list: &str) -> String {
    let (mut whole, mut before) = (String::with_capacity(list.len() * 2), String::new());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let Some((shared, rest)) = line.split_at_checked(1) else { continue };
        let letters = shared.parse().unwrap_or(0);
        before.truncate(before.char_indices().nth(letters).map_or(before.len(), |(at, _)| at));
        before.push_str(rest);
        whole.push_str(&before);
        whole.push('\n');
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn lines_take_letters_from_the_line_before() {
        assert_eq!(whole("# shared\n0ivanov\n6a\n1lie\n0zoé\tF\n3e\tF\n"), "ivanov\nivanova\nilie\nzoé\tF\nzoée\tF\n");
    }
}
