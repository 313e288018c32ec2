//! The figures of attributions, over all articles.

use crate::compare::{Comparison, Filter, Item};
use crate::gold;
use crate::letters::{Kind, Letters};
use crate::pairing::{pair_equal, pair_up};
use crate::prediction::Predictions;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

/// Hits against what there was and what was predicted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Right ones.
    pub hit: usize,
    /// Gold ones.
    pub gold: usize,
    /// Predicted ones.
    pub predicted: usize,
}

impl Tally {
    fn add(&mut self, hit: usize, gold: usize, predicted: usize) {
        self.hit += hit;
        self.gold += gold;
        self.predicted += predicted;
    }

    /// The share of the predicted that is right.
    pub fn precision(self) -> f64 {
        share(self.hit, self.predicted)
    }

    /// The share of the gold that was found.
    pub fn recall(self) -> f64 {
        share(self.hit, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn row(self) -> Value {
        json!({"p": self.precision(), "r": self.recall(), "f1": self.f1(), "gold": self.gold, "predicted": self.predicted})
    }
}

/// `a` of `b`, 0 where there is nothing.
pub fn share(a: usize, b: usize) -> f64 {
    if b == 0 { 0.0 } else { a as f64 / b as f64 }
}

/// In the order of the report.
const NAMES: [&str; 9] = [
    "content.exact",
    "content.iou50",
    "content.char",
    "source.overlap",
    "source.exact",
    "cue.overlap",
    "cue.exact",
    "who-said-what",
    "strict",
];

/// All figures.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    tallies: [Tally; 9],
    recall: [Tally; 3],
    speaker: Tally,
    /// Share, id, gold and predicted of each article, worst first.
    pub articles: Vec<(f64, String, usize, usize)>,
}

impl Figures {
    /// One of the tallies by its name.
    pub fn tally(&self, name: &str) -> Tally {
        NAMES.iter().position(|n| *n == name).map(|i| self.tallies[i]).unwrap_or_default()
    }

    /// Who-said-what recall of one kind.
    pub fn recall(&self, kind: Kind) -> f64 {
        self.recall[kind as usize].recall()
    }

    /// Of the matched contents with a gold speaker, the share whose predicted speaker is that person.
    pub fn speaker_of_matched(&self) -> f64 {
        share(self.speaker.hit, self.speaker.predicted)
    }

    /// As the Python scorer prints it with `--json`.
    pub fn to_json(&self) -> Value {
        let mut rows: Map<String, Value> = NAMES.iter().zip(self.tallies).map(|(name, tally)| ((*name).to_owned(), tally.row())).collect();
        for (kind, tally) in Kind::ALL.iter().zip(self.recall) {
            rows.insert(format!("recall.{}", kind.name()), json!({"r": tally.recall(), "gold": tally.gold}));
        }
        if self.speaker.gold > 0 {
            let of = |n: usize| self.speaker.hit as f64 / n.max(1) as f64;
            let (matched, gold) = (self.speaker.predicted, self.speaker.gold);
            rows.insert("speaker".to_owned(), json!({"of_matched": of(matched), "of_all": of(gold), "matched": matched, "gold": gold}));
        }
        Value::Object(rows)
    }

    fn count(&mut self, name: &str, hit: usize, gold: usize, predicted: usize) {
        if let Some(i) = NAMES.iter().position(|n| *n == name) {
            self.tallies[i].add(hit, gold, predicted);
        }
    }

    fn add(&mut self, id: &str, c: &Comparison) {
        let (gold, predicted) = (c.gold.len(), c.predicted.len());
        let found = (0..gold).filter(|g| c.found(*g)).count();
        self.count("content.iou50", c.matched.len(), gold, predicted);
        self.count("content.exact", c.exact.len(), gold, predicted);
        self.count("who-said-what", found, gold, predicted);
        self.count("strict", strict(c), gold, predicted);
        self.add_characters(c);
        self.add_role("source", c, |item| (&item.roles.source, &item.source));
        self.add_role("cue", c, |item| (&item.roles.cue, &item.cue));
        self.add_recall(c);
        self.add_speakers(c);
        self.articles.push((found as f64 / gold.max(predicted).max(1) as f64, id.to_owned(), gold, predicted));
    }

    fn add_characters(&mut self, c: &Comparison) {
        let gold = Letters::union(c.gold.iter().map(|item| &item.content));
        let predicted = Letters::union(c.predicted.iter().map(|item| &item.content));
        self.count("content.char", gold.joint(&predicted), gold.len(), predicted.len());
    }

    fn add_role(&mut self, role: &str, c: &Comparison, of: impl Fn(&Item) -> (&Vec<(usize, usize)>, &Letters)) {
        let gold: Vec<_> = c.gold.iter().map(&of).filter(|row| !row.0.is_empty()).collect();
        let predicted: Vec<_> = c.predicted.iter().map(&of).filter(|row| !row.0.is_empty()).collect();
        let overlap = pair_up(gold.len(), predicted.len(), |g, p| gold[g].1.iou(predicted[p].1));
        let exact = pair_equal(gold.len(), predicted.len(), |g, p| c.text.trim(gold[g].0) == c.text.trim(predicted[p].0));
        self.count(&format!("{role}.overlap"), overlap.len(), gold.len(), predicted.len());
        self.count(&format!("{role}.exact"), exact.len(), gold.len(), predicted.len());
    }

    fn add_recall(&mut self, c: &Comparison) {
        for (g, item) in c.gold.iter().enumerate() {
            self.recall[item.kind as usize].add(usize::from(c.found(g)), 1, 0);
        }
    }

    fn add_speakers(&mut self, c: &Comparison) {
        let named = c.gold.iter().filter(|item| item.speaker.is_some()).count();
        let right: Vec<bool> = c.matched.iter().filter_map(|pair| c.speaker_right(*pair)).collect();
        self.speaker.add(right.iter().filter(|right| **right).count(), named, right.len());
    }
}

/// Pairs with the same content whose sources are the same too.
fn strict(c: &Comparison) -> usize {
    let same = |(g, p): (usize, usize)| c.text.trim(&c.gold[g].roles.source) == c.text.trim(&c.predicted[p].roles.source);
    c.exact.iter().filter(|pair| same(**pair)).count()
}

/// Compares all articles.
pub fn compare(gold: &[gold::Article], predicted: &Predictions, filter: Filter) -> Vec<Comparison> {
    gold.par_iter().map(|article| Comparison::new(article, predicted.get(&article.id), filter)).collect()
}

/// Scores all articles.
pub fn score(gold: &[gold::Article], predicted: &Predictions, filter: Filter) -> Figures {
    let mut figures = Figures::default();
    for (article, comparison) in gold.iter().zip(compare(gold, predicted, filter)) {
        figures.add(&article.id, &comparison);
    }
    figures.articles.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (&a.1, a.2, a.3).cmp(&(&b.1, b.2, b.3))));
    figures
}
