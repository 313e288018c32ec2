//! Lists in which a word follows the one before it behind the number of letters that they share: "ivanov6a" for "ivanov" and "ivanova".
//!
//! A web page loads the lists, and a sorted one takes six tenths of the room this way. `scripts/data/fronts.py` writes them.

/// The list with a line for each word.
pub fn whole(list: &str) -> String {
    let (mut whole, mut before) = (String::with_capacity(list.len() * 2), String::new());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        before.clear();
        for c in line.chars() {
            if let Some(shared) = c.to_digit(10) {
                end(&mut whole, &before);
                let kept = before.char_indices().nth(shared as usize).map_or(before.len(), |(at, _)| at);
                before.truncate(kept);
            } else {
                before.push(c);
            }
        }
        end(&mut whole, &before);
    }
    whole
}

fn end(whole: &mut String, word: &str) {
    whole.push_str(word);
    whole.push('\n');
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn words_take_letters_from_the_word_before() {
        assert_eq!(whole("# shared\nivanov6a1lie\nzoé\tF3e\tF\n"), "ivanov\nivanova\nilie\nzoé\tF\nzoée\tF\n");
    }
}
