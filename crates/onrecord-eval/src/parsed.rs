//! Predictions made on the spot by the crate under test.

use crate::gold::{self, Roles};
use crate::letters::Range;
use crate::prediction::{Article, Predictions, Quote, Speaker};
use onrecord::export::{OffsetMap, Offsets};
use onrecord::{Options, Span};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// Is the tagger asked?
static TAGGER: AtomicBool = AtomicBool::new(true);

/// Is a quotation that its tag cuts one quote?
static JOINED: AtomicBool = AtomicBool::new(false);

/// Says whether the tagger is asked.
pub fn set_tagger(on: bool) {
    TAGGER.store(on, Ordering::Relaxed);
}

/// Says whether a quotation that its tag cuts is one quote.
pub fn set_joined(on: bool) {
    JOINED.store(on, Ordering::Relaxed);
}

/// The options that texts are parsed with.
pub fn options() -> Options {
    Options::default().with_tagger(TAGGER.load(Ordering::Relaxed)).with_joined(JOINED.load(Ordering::Relaxed))
}

/// Parses the texts of gold articles on all cores.
pub fn parse_all(gold: &[gold::Article]) -> Predictions {
    gold.par_iter().map(|article| (article.id.clone(), parse(&article.text))).collect()
}

/// Parses one text.
pub fn parse(text: &str) -> Article {
    let article = onrecord::parse_with(text, &options());
    let table = OffsetMap::new(text, Offsets::Chars);
    Article {
        text: None,
        title: article.title.map(|span| range(&table, span)),
        dateline: article.dateline.as_ref().map(|line| line.place.clone()),
        bylines: article.bylines.iter().map(|byline| byline.name.clone()).collect(),
        blocks: article.blocks.iter().map(|block| (block.kind.name().to_owned(), range(&table, block.span))).collect(),
        quotes: article.quotes.iter().map(|quote| self::quote(quote, &article, &table)).collect(),
        topics: article.topics.iter().map(|topic| (topic.id.clone(), topic.facet.name().to_owned())).collect(),
        statements: None,
    }
}

/// Adds to each quote of an article the rule that found it.
pub fn explain(article: &mut Article, text: &str) {
    let trace = onrecord::trace(text, &options());
    for (quote, found) in article.quotes.iter_mut().zip(&trace.attributions) {
        found.rule.clone_into(&mut quote.rule);
    }
}

fn quote(quote: &onrecord::Quote, article: &onrecord::Article, table: &OffsetMap) -> Quote {
    let roles = Roles {
        source: quote.source.iter().map(|span| range(table, *span)).collect(),
        cue: quote.cue.iter().map(|cue| range(table, cue.span)).collect(),
        content: ranges(table, &quote.content),
    };
    Quote {
        kind: quote.kind.name().to_owned(),
        attitude: Some(quote.attitude.name().to_owned()),
        roles,
        speaker: quote.speaker.and_then(|id| article.speakers.get(id.0)).map(|who| speaker(who, table)).unwrap_or_default(),
        occasion: quote.occasion.iter().map(|occasion| range(table, occasion.span)).collect(),
        confidence: Some(quote.confidence),
        rule: String::new(),
    }
}

fn speaker(speaker: &onrecord::Speaker, table: &OffsetMap) -> Speaker {
    Speaker {
        name: Some(speaker.name.clone()).filter(|name| !name.is_empty()),
        listed: true,
        kind: speaker.kind.name().to_owned(),
        titles: speaker.titles.clone(),
        affiliation: speaker.affiliation.clone().unwrap_or_default(),
        descriptions: ranges(table, &speaker.descriptions),
    }
}

fn range(table: &OffsetMap, span: Span) -> Range {
    (table.from_byte(span.start), table.from_byte(span.end))
}

fn ranges(table: &OffsetMap, spans: &[Span]) -> Vec<Range> {
    spans.iter().map(|span| range(table, *span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points() {
        let table = OffsetMap::new("“Ja 😀,” é", Offsets::Chars);
        assert_eq!(range(&table, Span::new(3, 10)), (1, 5));
        assert_eq!(range(&table, Span::new(15, 17)), (8, 9));
    }
}
