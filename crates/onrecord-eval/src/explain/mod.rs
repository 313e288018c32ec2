//! What went right and wrong, one attribution at a time: the tool with which quality is improved.

pub mod context;
pub mod table;

use crate::compare::{Comparison, Item};
use crate::letters::Kind;
use crate::prediction::{Article, Quote};
use std::fmt::Write as _;

/// What became of an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Content, source and speaker (where the gold names one) are right.
    Right,
    /// Right but for the speaker.
    WrongSpeaker,
    /// The content is right, and its source shares no word with the gold one.
    WrongSource,
    /// Gold that no prediction answers.
    Missed,
    /// A prediction that answers no gold.
    FalseAlarm,
}

impl Class {
    /// The heading in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "RIGHT",
            Self::WrongSpeaker => "WRONG SPEAKER",
            Self::WrongSource => "WRONG SOURCE",
            Self::Missed => "MISSED",
            Self::FalseAlarm => "FALSE ALARM",
        }
    }
}

/// One gold attribution, one prediction, or a pair of them: indices into the comparison's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What became of it.
    pub class: Class,
    /// The gold one.
    pub gold: Option<usize>,
    /// The predicted one.
    pub predicted: Option<usize>,
}

/// An article's comparison with what is needed to explain it.
pub struct Explained<'a> {
    /// The article's id.
    pub id: &'a str,
    /// Gold beside predictions.
    pub comparison: &'a Comparison,
    /// The whole prediction.
    pub predicted: &'a Article,
}

impl Explained<'_> {
    /// All findings, in the order of the text.
    pub fn findings(&self) -> Vec<Finding> {
        let gold = (0..self.comparison.gold.len()).map(|g| self.of_gold(g));
        let mut findings: Vec<Finding> = gold.chain(self.false_alarms()).collect();
        findings.sort_by_key(|finding| (self.place(*finding), finding.predicted));
        findings
    }

    fn of_gold(&self, g: usize) -> Finding {
        let predicted = self.comparison.answer(g);
        let class = match predicted {
            None => Class::Missed,
            Some(p) if !self.comparison.sources_meet((g, p)) => Class::WrongSource,
            Some(p) if self.comparison.speaker_right((g, p)) == Some(false) => Class::WrongSpeaker,
            Some(_) => Class::Right,
        };
        Finding { class, gold: Some(g), predicted }
    }

    fn false_alarms(&self) -> impl Iterator<Item = Finding> {
        let unmatched = (0..self.comparison.predicted.len()).filter(|p| self.comparison.question(*p).is_none());
        unmatched.map(|p| Finding { class: Class::FalseAlarm, gold: None, predicted: Some(p) })
    }

    fn place(&self, finding: Finding) -> usize {
        self.item(finding).roles.content.first().map_or(0, |span| span.0)
    }

    /// The gold one, or else the predicted one.
    pub fn item(&self, finding: Finding) -> &Item {
        match (finding.gold, finding.predicted) {
            (Some(g), _) => &self.comparison.gold[g],
            (None, p) => &self.comparison.predicted[p.unwrap_or_default()],
        }
    }

    /// The kind that filters go by: that of the gold one, or else of the predicted one.
    pub fn kind(&self, finding: Finding) -> Kind {
        self.item(finding).kind
    }

    /// The quote behind a prediction of the comparison.
    pub fn quote(&self, predicted: usize) -> &Quote {
        &self.predicted.quotes[self.comparison.predicted[predicted].index]
    }

    /// A finding in a few lines.
    pub fn describe(&self, finding: Finding) -> String {
        let kind = self.kind(finding).name();
        let mut out = format!("{}  {kind}  {}", finding.class.name(), self.id);
        match (finding.gold, finding.predicted) {
            (Some(g), Some(p)) => self.describe_pair(&mut out, g, p),
            (Some(g), None) => self.describe_miss(&mut out, g),
            (None, Some(p)) => self.describe_false_alarm(&mut out, p),
            (None, None) => {}
        }
        out
    }

    fn describe_pair(&self, out: &mut String, g: usize, p: usize) {
        let (gold, predicted) = (&self.comparison.gold[g], &self.comparison.predicted[p]);
        let _ = write!(out, "  {}", self.ticks(g, p));
        self.gold_lines(out, g);
        if self.same_spans(gold, predicted) {
            let _ = write!(out, "\n  pred  the same words\n        {}", who(self.quote(p), ""));
        } else {
            self.quote_line(out, self.quote(p), "");
        }
    }

    fn describe_miss(&self, out: &mut String, g: usize) {
        self.gold_lines(out, g);
        let gold = &self.comparison.gold[g];
        let near = self.predicted.quotes.iter().filter(|quote| self.comparison.text.letters(&quote.roles.content).meets(&gold.content));
        let mut any = false;
        for quote in near {
            any = true;
            self.quote_line(out, quote, &self.overlap(gold, quote));
        }
        if !any {
            out.push_str("\n  pred  nothing overlaps");
        }
    }

    fn describe_false_alarm(&self, out: &mut String, p: usize) {
        self.quote_line(out, self.quote(p), "");
        let predicted = &self.comparison.predicted[p];
        for (g, gold) in self.comparison.gold.iter().enumerate().filter(|(_, gold)| gold.content.meets(&predicted.content)) {
            let taken = if self.comparison.answer(g).is_some() { ", matched by another" } else { "" };
            self.gold_lines(out, g);
            let _ = write!(out, "\n        (iou {:.2}{taken})", gold.content.iou(&predicted.content));
        }
    }

    /// Why a quote that overlaps was not taken.
    fn overlap(&self, gold: &Item, quote: &Quote) -> String {
        let iou = gold.content.iou(&self.comparison.text.letters(&quote.roles.content));
        let aside = match (quote.is_scare(), quote.is_said()) {
            (true, _) => ", scare",
            (_, false) => ", not said",
            _ if iou >= 0.5 => ", left out or matched with another",
            _ => "",
        };
        format!("iou {iou:.2}{aside}")
    }

    fn gold_lines(&self, out: &mut String, g: usize) {
        let gold = &self.comparison.gold[g];
        let _ = write!(out, "\n  gold  {}", context::marked(&self.comparison.text.chars, &gold.roles));
        if let Some(speaker) = &gold.speaker {
            let _ = write!(out, "\n        is {speaker}");
        }
    }

    /// Are all spans the same but for their edges?
    fn same_spans(&self, a: &Item, b: &Item) -> bool {
        let trim = |spans: &[(usize, usize)]| self.comparison.text.trim(spans);
        let same = |a: &[(usize, usize)], b: &[(usize, usize)]| trim(a) == trim(b);
        same(&a.roles.content, &b.roles.content) && same(&a.roles.source, &b.roles.source) && same(&a.roles.cue, &b.roles.cue)
    }

    fn quote_line(&self, out: &mut String, quote: &Quote, note: &str) {
        let _ = write!(out, "\n  pred  {}", context::marked(&self.comparison.text.chars, &quote.roles));
        let _ = write!(out, "\n        {}", who(quote, note));
    }

    /// A quote in one line.
    pub fn quote_words(&self, quote: &Quote) -> String {
        format!("({})  {}", origin(quote), context::marked(&self.comparison.text.chars, &quote.roles))
    }

    /// `content ✓ source ~ cue ✗ speaker ✓`: the same, overlapping, wrong.
    fn ticks(&self, g: usize, p: usize) -> String {
        let (gold, predicted) = (&self.comparison.gold[g], &self.comparison.predicted[p]);
        let trim = |spans: &[(usize, usize)]| self.comparison.text.trim(spans);
        let tick = |same: bool, meets: bool| {
            if same {
                '✓'
            } else if meets {
                '~'
            } else {
                '✗'
            }
        };
        let content = tick(trim(&gold.roles.content) == trim(&predicted.roles.content), true);
        let source = tick(trim(&gold.roles.source) == trim(&predicted.roles.source), self.comparison.sources_meet((g, p)));
        let cue = tick(trim(&gold.roles.cue) == trim(&predicted.roles.cue), gold.cue.meets(&predicted.cue));
        let speaker = self.comparison.speaker_right((g, p)).map_or('–', |right| tick(right, false));
        format!("content {content} source {source} cue {cue} speaker {speaker}")
    }
}

/// Who is said to speak, and how that was found.
fn who(quote: &Quote, note: &str) -> String {
    let name = quote.speaker.name.as_deref().unwrap_or("nobody");
    let between = if note.is_empty() { "" } else { ", " };
    format!("is {name}  ({note}{between}{})", origin(quote))
}

/// What found a quote, and how sure it is.
fn origin(quote: &Quote) -> String {
    let rule = if quote.rule.is_empty() { "rule unknown" } else { &quote.rule };
    let attitude = quote.attitude.as_deref().unwrap_or("said");
    let sure = quote.confidence.map_or(String::new(), |c| format!(" {c:.2}"));
    format!("{rule}{sure}, {} {attitude}", quote.kind)
}
