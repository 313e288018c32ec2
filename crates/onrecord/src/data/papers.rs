//! What is done to papers (`papers.txt`): "a poll *released* on Friday".

/// Is it done to papers?
pub fn is_made(lemma: &str) -> bool {
    let lines = include_str!("papers.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).any(|verb| verb == lemma)
}
