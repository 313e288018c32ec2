//! Which prediction answers which gold attribution.

/// A gold index and a predicted index.
pub type Pair = (usize, usize);

/// Greedy one-to-one matching, best score first; of equal scores the earlier gold one, then the earlier predicted one.
pub fn pair_up(gold: usize, predicted: usize, score: impl Fn(usize, usize) -> f64) -> Vec<Pair> {
    let all = (0..gold).flat_map(|g| (0..predicted).map(move |p| (g, p)));
    let mut rows: Vec<(f64, Pair)> = all.map(|(g, p)| (score(g, p), (g, p))).filter(|row| row.0 > 0.0).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut used_gold, mut used_predicted) = (vec![false; gold], vec![false; predicted]);
    let free = |(_, (g, p)): &(f64, Pair)| {
        let free = !used_gold[*g] && !used_predicted[*p];
        if free {
            (used_gold[*g], used_predicted[*p]) = (true, true);
        }
        free
    };
    rows.into_iter().filter(free).map(|row| row.1).collect()
}

/// The same for a yes or no.
pub fn pair_equal(gold: usize, predicted: usize, same: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    pair_up(gold, predicted, |g, p| f64::from(u8::from(same(g, p))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pair_goes_first_and_ties_go_to_the_earlier() {
        let scores = [[0.5, 0.9], [0.5, 0.9], [0.0, 0.0]];
        assert_eq!(pair_up(3, 2, |g, p| scores[g][p]), [(0, 1), (1, 0)]);
        assert_eq!(pair_equal(2, 3, |_, p| p > 0), [(0, 1), (1, 2)]);
    }
}
