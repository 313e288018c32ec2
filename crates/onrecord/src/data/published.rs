//! What is done to papers (`published.txt`): "a poll *released* on Friday".

/// Is it done to papers?
pub fn is_done_to_papers(lemma: &str) -> bool {
    let lines = include_str!("published.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).any(|verb| verb == lemma)
}
