//! [`ansi`]: what a person in a terminal wants to see of an article.

use super::facts::{self, plain};
use super::{Ink, Lines, Page, TextOptions};
use crate::article::{Article, BlockKind, Facet, Quote, QuoteKind, Speaker};

/// What the parts of the text share.
struct Sheet<'a> {
    page: Page,
    text: &'a str,
    lines: Lines,
    article: &'a Article,
    /// Attitudes other than said are wanted too.
    all: bool,
    hint: Option<&'a str>,
}

/// Title and dateline, quotes by speaker, topics, structure and repairs; `text` is the text that was parsed.
pub fn ansi(article: &Article, text: &str, options: &TextOptions) -> String {
    let page = Page::new(options.width, options.colour);
    let (all, hint) = (options.all_attitudes, options.hint.as_deref());
    let mut sheet = Sheet { page, text, lines: Lines::of(text), article, all, hint };
    if let Some(heading) = &options.heading {
        sheet.page.paragraph(0, 3, &[(Ink::Detail, "──"), (Ink::Detail, heading)]);
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
            self.page.paragraph(0, 0, &[(Ink::Head, title.of(text))]);
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
            self.page.paragraph(0, 0, &[(Ink::Detail, &facts.join(" · "))]);
        }
    }

    /// Every speaker with what they said; the quotes without a speaker come last.
    fn voices(&mut self) {
        for (speaker, quotes) in facts::voices(self.article, self.all) {
            self.voice(speaker, &quotes);
        }
    }

    fn voice(&mut self, speaker: Option<&Speaker>, quotes: &[&Quote]) {
        self.page.gap();
        let facts = speaker.map_or(String::new(), |speaker| format!("· {}", facts::of_speaker(speaker).join(" · ")));
        let name = speaker.map_or("Speaker unknown", |speaker| &speaker.name);
        self.page.paragraph(0, 4, &[(Ink::Name, name), (Ink::Detail, &facts)]);
        for quote in quotes {
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let (words, ink) = words(quote);
        self.page.paragraph(2, 2, &[(ink, &words)]);
        let line = quote.content.first().map(|span| self.lines.at(span.start));
        let details = facts::of_quote(quote, self.text, line).join(" · ");
        let repairs = self.mended(quote);
        self.page.paragraph(6, 6, &[(Ink::Detail, &details), (Ink::Repair, &repairs)]);
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
        let other = |quote: &&Quote| quote.kind != QuoteKind::Scare && !facts::is_shown(quote, self.all);
        let count = self.article.quotes.iter().filter(other).count();
        if self.article.quotes.len() == count {
            self.page.gap();
            self.page.paragraph(0, 0, &[(Ink::Detail, "Nobody is quoted.")]);
        }
        if count > 0 {
            let hint = self.hint.map_or(String::new(), |hint| format!(": {hint}"));
            let note = format!("{count} more of what is thought, wanted or felt{hint}");
            self.page.gap();
            self.page.paragraph(0, 0, &[(Ink::Detail, &note)]);
        }
    }

    fn topics(&mut self) {
        for (head, facet) in [("Topics", Facet::Issue), ("Places", Facet::Place)] {
            self.list(head, &facts::topics(self.article, facet));
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
        self.page.paragraph(0, 0, &[(Ink::Head, "Repairs")]);
        for repair in &article.repairs {
            let place = format!("line {}:", self.lines.at(repair.span.start));
            let kind = format!("{},", plain(repair.kind.name()));
            let found = repair.span.of(self.text).trim();
            let found = if found.is_empty() { String::new() } else { format!("[{found}]") };
            let pieces = [(Ink::Detail, place.as_str()), (Ink::Repair, &kind), (Ink::Plain, &repair.note), (Ink::Detail, &found)];
            self.page.paragraph(2, 6, &pieces);
        }
    }

    fn list(&mut self, head: &str, items: &[String]) {
        if !items.is_empty() {
            self.page.gap();
            self.page.paragraph(0, 4, &[(Ink::Head, head), (Ink::Plain, &items.join(", "))]);
        }
    }
}

/// What was said: between marks only where the words are the speaker's own.
fn words(quote: &Quote) -> (String, Ink) {
    match quote.kind {
        QuoteKind::Direct => (format!("“{}”", quote.text), Ink::Direct),
        QuoteKind::Mixed => (quote.text.clone(), Ink::Direct),
        _ => (quote.text.clone(), Ink::Indirect),
    }
}

/// "1 title", "14 paragraphs"
fn counting(count: usize, kind: BlockKind) -> String {
    let mass = matches!(kind, BlockKind::Boilerplate | BlockKind::Copyright);
    let plural = if count == 1 || mass { "" } else { "s" };
    format!("{count}\u{a0}{kind}{plural}")
}
