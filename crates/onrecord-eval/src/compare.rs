//! One article's gold beside its predictions: what was matched with what.

use crate::gold::{self, Roles};
use crate::letters::{Kind, Letters, Text};
use crate::names;
use crate::pairing::{Pair, pair_equal, pair_up};
use crate::prediction;

/// Which predictions and which gold are compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Contents of this kind alone.
    pub only: Option<Kind>,
    /// Predictions that were put into words alone.
    pub said: bool,
}

/// A gold attribution or a prediction, ready to compare.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place in the list that it comes from.
    pub index: usize,
    /// Where.
    pub roles: Roles,
    /// The letters of its content.
    pub content: Letters,
    /// The letters of its source.
    pub source: Letters,
    /// The letters of its cue.
    pub cue: Letters,
    /// How much of its content stands in quotation marks.
    pub kind: Kind,
    /// Who.
    pub speaker: Option<String>,
    /// See [`gold::Attribution::required`].
    pub required: bool,
}

/// What was matched with what.
pub struct Comparison {
    /// The text.
    pub text: Text,
    /// The gold attributions that count.
    pub gold: Vec<Item>,
    /// The predictions that count.
    pub predicted: Vec<Item>,
    /// Pairs that share half of their joint letters.
    pub matched: Vec<Pair>,
    /// Pairs with the same content but for its edges.
    pub exact: Vec<Pair>,
}

impl Item {
    fn new(text: &Text, index: usize, roles: &Roles, speaker: Option<&String>, required: bool) -> Self {
        let content = text.letters(&roles.content);
        Self {
            index,
            kind: text.kind(&content),
            content,
            source: text.letters(&roles.source),
            cue: text.letters(&roles.cue),
            roles: roles.clone(),
            speaker: speaker.cloned(),
            required,
        }
    }
}

impl Comparison {
    /// Compares one article.
    pub fn new(gold: &gold::Article, predicted: Option<&prediction::Article>, filter: Filter) -> Self {
        let text = Text::new(&gold.text);
        let (mut gold, mut predicted) = without_optional(gold_items(&text, gold), predicted_items(&text, predicted, filter.said));
        if let Some(only) = filter.only {
            gold.retain(|item| item.kind == only);
            predicted.retain(|item| item.kind == only);
        }
        let matched = matches(&gold, &predicted);
        let exact = pair_equal(gold.len(), predicted.len(), |g, p| same(&text, &gold[g].roles.content, &predicted[p].roles.content));
        Self { text, gold, predicted, matched, exact }
    }

    /// Do the sources of a pair share a word? A gold attribution that names no source accepts any.
    pub fn sources_meet(&self, (g, p): Pair) -> bool {
        let gold = &self.gold[g].source;
        gold.is_empty() || gold.meets(&self.predicted[p].source)
    }

    /// Is the predicted speaker of a pair the gold one? Nothing where the gold names none.
    pub fn speaker_right(&self, (g, p): Pair) -> Option<bool> {
        let gold = self.gold[g].speaker.as_deref()?;
        Some(names::same_person(gold, self.predicted[p].speaker.as_deref()))
    }

    /// The prediction that was matched with a gold attribution.
    pub fn answer(&self, gold: usize) -> Option<usize> {
        self.matched.iter().find(|pair| pair.0 == gold).map(|pair| pair.1)
    }

    /// The gold attribution that was matched with a prediction.
    pub fn question(&self, predicted: usize) -> Option<usize> {
        self.matched.iter().find(|pair| pair.1 == predicted).map(|pair| pair.0)
    }

    /// Is the gold attribution found, with a source that is right?
    pub fn found(&self, gold: usize) -> bool {
        self.answer(gold).is_some_and(|p| self.sources_meet((gold, p)))
    }
}

/// Are two lists of spans the same but for their edges? An empty one is like nothing.
fn same(text: &Text, a: &[crate::letters::Range], b: &[crate::letters::Range]) -> bool {
    !a.is_empty() && !b.is_empty() && text.trim(a) == text.trim(b)
}

fn gold_items(text: &Text, gold: &gold::Article) -> Vec<Item> {
    let items = gold.attributions.iter().enumerate();
    items.map(|(i, item)| Item::new(text, i, &item.roles, item.speaker.as_ref(), item.required)).collect()
}

fn predicted_items(text: &Text, predicted: Option<&prediction::Article>, said: bool) -> Vec<Item> {
    let quotes = predicted.map_or(&[][..], |article| &article.quotes).iter().enumerate();
    let counts = quotes.filter(|(_, quote)| !quote.is_scare() && (!said || quote.is_said()));
    counts.map(|(i, quote)| Item::new(text, i, &quote.roles, quote.speaker.name.as_ref(), true)).collect()
}

fn matches(gold: &[Item], predicted: &[Item]) -> Vec<Pair> {
    let iou = |g: usize, p: usize| gold[g].content.iou(&predicted[p].content);
    pair_up(gold.len(), predicted.len(), iou).into_iter().filter(|&(g, p)| iou(g, p) >= 0.5).collect()
}

/// The required gold attributions, and the predictions that meet no optional one.
fn without_optional(gold: Vec<Item>, predicted: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    if gold.iter().all(|item| item.required) {
        return (gold, predicted);
    }
    let mut required_taken = vec![None; predicted.len()];
    for (g, p) in matches(&gold, &predicted) {
        required_taken[p] = Some(gold[g].required);
    }
    let optional: Vec<&Item> = gold.iter().filter(|item| !item.required).collect();
    let counts = |(item, taken): &(Item, Option<bool>)| match taken {
        Some(required) => *required,
        None => !optional.iter().any(|free| free.content.meets(&item.content)),
    };
    let predicted = predicted.into_iter().zip(required_taken).filter(counts).map(|row| row.0).collect();
    (gold.into_iter().filter(|item| item.required).collect(), predicted)
}
