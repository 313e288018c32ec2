//! Title, dateline, credits, captions, headings and boilerplate of the seeds against their gold.

use crate::gold;
use crate::letters::{Letters, Text};
use crate::prediction::Article;
use crate::score::Tally;
use crate::{names, python, rows};

/// What a reading of a page's structure got right and wrong.
#[derive(Default)]
pub struct Reading {
    /// Hits, gold items and predicted items, for each of [`PARTS`].
    pub tallies: [Tally; 6],
    /// What is wrong, for a person.
    pub wrong: Vec<String>,
}

/// The parts that the gold names, in order; the lists with the kinds of block that answer them.
pub const PARTS: [&str; 6] = ["title", "dateline", "credits", "captions", "headings", "boilerplate"];
const LISTS: [(usize, &[&str]); 4] = [(2, &["credit"]), (3, &["caption"]), (4, &["heading"]), (5, &["boilerplate", "copyright"])];

impl Reading {
    /// Reads one article.
    pub fn add(&mut self, gold: &gold::Article, predicted: &Article) {
        let text = Text::new(&gold.text);
        let title = predicted.title.map(|span| text.slice(span));
        let wanted_title = rows::string(&gold.row["title"]);
        let same = wanted_title.as_deref().map(python::strip) == title.as_deref().map(python::strip);
        self.one(0, gold, same, wanted_title.as_deref(), title.as_deref());
        let place = rows::string(&gold.row["dateline"]);
        let key = |name: Option<&str>| names::key(name.unwrap_or_default());
        let same = key(place.as_deref()) == key(predicted.dateline.as_deref());
        self.one(1, gold, same, place.as_deref(), predicted.dateline.as_deref());
        for (part, kinds) in LISTS {
            self.list(part, kinds, gold, predicted, &text);
        }
    }

    /// A part that is there once or not at all.
    fn one(&mut self, part: usize, gold: &gold::Article, right: bool, want: Option<&str>, have: Option<&str>) {
        let tally = &mut self.tallies[part];
        tally.gold += 1;
        tally.predicted += 1;
        tally.hit += usize::from(right);
        if !right {
            self.wrong.push(format!("{}  {}  want {want:?}  have {have:?}", gold.id, PARTS[part]));
        }
    }

    /// A part that is a list of lines: each must lie in blocks of the right kind, and each such block in these lines.
    fn list(&mut self, part: usize, kinds: &[&str], gold: &gold::Article, predicted: &Article, text: &Text) {
        let wanted = rows::strings(&gold.row[PARTS[part]]);
        let of_kind = predicted.blocks.iter().filter(|block| kinds.contains(&block.0.as_str()));
        let blocks: Vec<_> = of_kind.map(|block| (block.1, text.letters(&[block.1]))).collect();
        let covered = Letters::union(blocks.iter().map(|block| &block.1));
        let lines: Vec<Letters> = wanted.iter().map(|line| Letters::union(&occurrences(&gold.text, line, text))).collect();
        let all = Letters::union(&lines);
        for (line, words) in lines.iter().zip(&wanted) {
            let right = !line.is_empty() && line.joint(&covered) == line.len();
            self.tallies[part].hit += usize::from(right);
            if !right {
                self.wrong.push(format!("{}  {}  missing {words:?}  (is {})", gold.id, PARTS[part], kinds_at(line, predicted, text)));
            }
        }
        let spare = blocks.iter().filter(|(_, letters)| letters.joint(&all) < letters.len());
        let spare: Vec<String> = spare.map(|(span, _)| text.slice(*span)).collect();
        self.tallies[part].gold += wanted.len();
        self.tallies[part].predicted += wanted.len() + spare.len();
        self.wrong.extend(spare.iter().map(|words| format!("{}  {}  wrong {words:?}", gold.id, PARTS[part])));
    }

    /// The share that is right of all that is there or was predicted.
    pub fn share(&self) -> f64 {
        let (hit, all) = self.tallies.iter().fold((0, 0), |sum, tally| (sum.0 + tally.hit, sum.1 + tally.gold.max(tally.predicted)));
        crate::score::share(hit, all)
    }
}

/// The letters of each line of the text that is this line.
fn occurrences(raw: &str, line: &str, text: &Text) -> Vec<Letters> {
    let mut at = 0;
    let mut found = Vec::new();
    for own in raw.split('\n') {
        let len = own.chars().count();
        if python::strip(own) == python::strip(line) {
            found.push(text.letters(&[(at, at + len)]));
        }
        at += len + 1;
    }
    found
}

fn kinds_at(line: &Letters, predicted: &Article, text: &Text) -> String {
    let meets = predicted.blocks.iter().filter(|block| text.letters(&[block.1]).meets(line));
    let mut kinds: Vec<&str> = meets.map(|block| block.0.as_str()).collect();
    kinds.dedup();
    if kinds.is_empty() { "in no block".to_owned() } else { kinds.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_must_have_its_kind_and_no_other_line_may() {
        let text = "Dam holds\nThe dam held.\nShare this\nSource link".to_owned();
        let row = json!({"title": "Dam holds", "dateline": null, "boilerplate": ["Share this", "Source link"]});
        let gold = gold::Article { id: "a".to_owned(), text, attributions: Vec::new(), row };
        let blocks = vec![("boilerplate".to_owned(), (10, 34)), ("paragraph".to_owned(), (35, 46))];
        let mut reading = Reading::default();
        reading.add(&gold, &Article { title: Some((0, 9)), blocks, ..Article::default() });
        assert_eq!((reading.tallies[0].hit, reading.tallies[1].hit, reading.tallies[5].hit), (1, 1, 1));
        assert!((reading.share() - 3.0 / 5.0).abs() < 1e-12);
        assert_eq!(reading.wrong.len(), 2);
    }
}
