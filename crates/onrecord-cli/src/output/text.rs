//! The text format: what a person in a terminal wants to see of an article.

use super::{Page, Paint, Writer, percent};
use crate::input::Document;
use crate::report::Place;
use anstyle::Style;
use onrecord::{Article, Attitude, BlockKind, Facet, Quote, QuoteKind, Speaker, SpeakerId};
use std::collections::BTreeMap;

/// Which line of a text a byte is in.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Of a text.
    pub fn of(text: &str) -> Self {
        Self { starts: memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect() }
    }

    /// Counted from 1.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) + 1
    }
}

/// What the parts of the text share.
struct Sheet<'a> {
    page: Page,
    paint: Paint,
    text: &'a str,
    lines: Lines,
    article: &'a Article,
    /// Attitudes other than said are wanted too.
    all: bool,
}

/// The whole article.
pub fn article(writer: &Writer, place: &Place, document: &Document, article: &Article) -> String {
    let (page, paint, all) = (Page::new(writer.width), writer.paint, writer.all_attitudes);
    let mut sheet = Sheet { page, paint, text: &document.text, lines: Lines::of(&document.text), article, all };
    if writer.many {
        let id = document.id.as_ref().map_or(String::new(), |id| format!("· {id}"));
        sheet.page.paragraph(0, 3, &[(paint.detail, "──"), (paint.detail, &place.to_string()), (paint.detail, &id)]);
    }
    sheet.head();
    sheet.voices();
    sheet.scare();
    sheet.hidden();
    sheet.topics();
    sheet.parts();
    sheet.repairs();
    sheet.page.finish()
}

impl Sheet<'_> {
    /// Title, dateline, bylines.
    fn head(&mut self) {
        let (article, text) = (self.article, self.text);
        if let Some(title) = article.title {
            self.page.paragraph(0, 0, &[(self.paint.head, title.of(text))]);
        }
        let mut facts = Vec::new();
        if let Some(line) = &article.dateline {
            facts.push(line.place.clone());
            facts.extend([line.agency.clone(), line.date.clone()].into_iter().flatten());
        }
        facts.extend(article.published.clone());
        let names: Vec<_> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
        if !names.is_empty() {
            facts.push(format!("by {}", names.join(", ")));
        }
        if !facts.is_empty() {
            self.page.paragraph(0, 0, &[(self.paint.detail, &facts.join(" · "))]);
        }
    }

    fn shown(&self, quote: &Quote) -> bool {
        quote.kind != QuoteKind::Scare && (self.all || quote.attitude == Attitude::Said)
    }

    /// Every speaker with what they said; the quotes without a speaker come last.
    fn voices(&mut self) {
        let article = self.article;
        let mut by: BTreeMap<Option<SpeakerId>, Vec<&Quote>> = BTreeMap::new();
        for quote in article.quotes.iter().filter(|quote| self.shown(quote)) {
            by.entry(quote.speaker).or_default().push(quote);
        }
        let unknown = by.remove(&None);
        for (id, quotes) in by {
            let speaker = id.and_then(|id| article.speakers.get(id.0));
            self.voice(speaker, &quotes);
        }
        if let Some(quotes) = unknown {
            self.voice(None, &quotes);
        }
    }

    fn voice(&mut self, speaker: Option<&Speaker>, quotes: &[&Quote]) {
        self.page.gap();
        let facts = speaker.map_or(String::new(), facts);
        let name = speaker.map_or("Speaker unknown", |speaker| &speaker.name);
        self.page.paragraph(0, 4, &[(self.paint.name, name), (self.paint.detail, &facts)]);
        for quote in quotes {
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let (words, style) = self.words(quote);
        self.page.paragraph(2, 2, &[(style, &words)]);
        let details = self.details(quote).join(" · ");
        let repairs = self.mended(quote);
        self.page.paragraph(6, 6, &[(self.paint.detail, &details), (self.paint.repair, &repairs)]);
    }

    /// What was said: between marks only where the words are the speaker's own.
    fn words(&self, quote: &Quote) -> (String, Style) {
        match quote.kind {
            QuoteKind::Direct => (format!("“{}”", quote.text), self.paint.direct),
            QuoteKind::Mixed => (quote.text.clone(), self.paint.direct),
            _ => (quote.text.clone(), self.paint.indirect),
        }
    }

    fn details(&self, quote: &Quote) -> Vec<String> {
        let mut details = vec![quote.kind.to_string()];
        if quote.attitude != Attitude::Said {
            details.push(quote.attitude.to_string());
        }
        let cue = quote.cue.as_ref().map(|cue| cue.span.of(self.text).to_owned());
        details.extend(cue.filter(|cue| !cue.is_empty()).map(|cue| if quote.negated { format!("not: {cue}") } else { cue }));
        details.extend(quote.addressee.as_ref().map(|who| format!("to {who}")));
        details.extend(quote.outlet.clone());
        details.extend(quote.occasion.map(|occasion| occasion.span.of(self.text).to_owned()));
        details.extend(quote.day.clone());
        details.extend(quote.why_unknown.filter(|_| quote.speaker.is_none()).map(|why| why.to_string()));
        details.extend(quote.content.first().map(|span| format!("line {}", self.lines.at(span.start))));
        details.push(percent(quote.confidence));
        details
    }

    /// The repairs that a quote needed.
    fn mended(&self, quote: &Quote) -> String {
        let mut kinds: Vec<_> =
            quote.repairs.iter().filter_map(|id| self.article.repairs.get(id.0)).map(|it| plain(it.kind.name())).collect();
        kinds.dedup();
        if kinds.is_empty() { String::new() } else { format!("· repaired: {}", kinds.join(", ")) }
    }

    /// Words in marks that nobody is said to have said.
    fn scare(&mut self) {
        let scare = self.article.quotes.iter().filter(|quote| quote.kind == QuoteKind::Scare);
        let words: Vec<_> = scare.map(|quote| format!("“{}”", quote.text)).collect();
        self.list("In quotation marks, said by nobody", &words);
    }

    /// How many quotes are not shown.
    fn hidden(&mut self) {
        let other = |quote: &&Quote| quote.kind != QuoteKind::Scare && !self.shown(quote);
        let count = self.article.quotes.iter().filter(other).count();
        if self.article.quotes.len() == count {
            self.page.gap();
            self.page.paragraph(0, 0, &[(self.paint.detail, "Nobody is quoted.")]);
        }
        if count > 0 {
            let note = format!("{count} more of what is thought, wanted or felt: --attitude all");
            self.page.gap();
            self.page.paragraph(0, 0, &[(self.paint.detail, &note)]);
        }
    }

    fn topics(&mut self) {
        for (head, facet) in [("Topics", Facet::Issue), ("Places", Facet::Place)] {
            let of = self.article.topics.iter().filter(|topic| topic.facet == facet);
            let labels: Vec<_> = of.map(|topic| format!("{} {}", topic.label, percent(topic.score))).collect();
            self.list(head, &labels);
        }
    }

    /// How many parts of each kind the page has.
    fn parts(&mut self) {
        let count = |kind: &BlockKind| (self.article.blocks.iter().filter(|block| block.kind == *kind).count(), *kind);
        let counted = BlockKind::ALL.iter().map(count).filter(|(count, _)| *count > 0);
        let parts: Vec<_> = counted.map(|(count, kind)| counting(count, kind)).collect();
        self.list("Structure", &parts);
    }

    fn repairs(&mut self) {
        let article = self.article;
        if article.repairs.is_empty() {
            return;
        }
        self.page.gap();
        self.page.paragraph(0, 0, &[(self.paint.head, "Repairs")]);
        for repair in &article.repairs {
            let place = format!("line {}:", self.lines.at(repair.span.start));
            let kind = format!("{},", plain(repair.kind.name()));
            let found = repair.span.of(self.text).trim();
            let found = if found.is_empty() { String::new() } else { format!("[{found}]") };
            let pieces = [
                (self.paint.detail, place.as_str()),
                (self.paint.repair, &kind),
                (self.paint.plain, &repair.note),
                (self.paint.detail, &found),
            ];
            self.page.paragraph(2, 6, &pieces);
        }
    }

    fn list(&mut self, head: &str, items: &[String]) {
        if !items.is_empty() {
            self.page.gap();
            let pieces = [(self.paint.head, head), (self.paint.plain, &items.join(", "))];
            self.page.paragraph(0, 4, &pieces);
        }
    }
}

/// "1 title", "14 paragraphs"
fn counting(count: usize, kind: BlockKind) -> String {
    let mass = matches!(kind, BlockKind::Boilerplate | BlockKind::Copyright);
    let plural = if count == 1 || mass { "" } else { "s" };
    format!("{count}\u{a0}{kind}{plural}")
}

/// "glued_sentences" for people.
fn plain(name: &str) -> String {
    name.replace('_', " ")
}

/// Kind, titles, affiliation, country, anonymity.
fn facts(speaker: &Speaker) -> String {
    let mut facts = vec![speaker.kind.to_string()];
    facts.extend(speaker.titles.iter().cloned());
    facts.extend(speaker.affiliation.clone());
    facts.extend(speaker.country.clone());
    if speaker.anonymity.is_some_and(|anonymity| anonymity.granted) {
        facts.push("promised anonymity".to_owned());
    }
    format!("· {}", facts.join(" · "))
}
