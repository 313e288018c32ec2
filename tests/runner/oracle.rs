//! What is true of every article, however strange the text.

use onrecord::{Article, Quote, Span};

/// Reads a text twice and checks every promise.
///
/// # Errors
/// Which one is broken, and where.
pub fn promises(text: &str) -> Result<(), String> {
    let article = onrecord::parse(text);
    check(text, &article)?;
    ensure(article == onrecord::parse(text), || "two runs differ".to_owned())
}

/// As [`promises`], for fuzzers.
///
/// # Panics
/// Where a promise is broken.
pub fn demand(text: &str) {
    if let Err(why) = promises(text) {
        panic!("{why}");
    }
}

/// The first promise that is broken.
///
/// # Errors
/// Which one, and where.
pub fn check(text: &str, article: &Article) -> Result<(), String> {
    ids(article)?;
    for span in spans(article) {
        let good = span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
        ensure(good && span.end <= text.len(), || format!("{span:?} does not cut the text at characters"))?;
    }
    blocks(text, article)?;
    article.quotes.iter().try_for_each(|quote| words(text, quote))?;
    article.quotes.iter().try_for_each(|quote| links(quote, article))?;
    let starts: Vec<usize> = article.quotes.iter().filter_map(|quote| quote.content.first()).map(|span| span.start).collect();
    ensure(starts.is_sorted(), || format!("quotes are not in order of their content: {starts:?}"))
}

fn ensure(good: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if good { Ok(()) } else { Err(why()) }
}

/// Ids are indices.
fn ids(article: &Article) -> Result<(), String> {
    let quotes = article.quotes.iter().enumerate().all(|(i, quote)| quote.id.0 == i);
    let speakers = article.speakers.iter().enumerate().all(|(i, speaker)| speaker.id.0 == i);
    let repairs = article.repairs.iter().enumerate().all(|(i, repair)| repair.id.0 == i);
    ensure(quotes && speakers && repairs, || "ids are not the indices of their records".to_owned())
}

/// Every span of an article.
pub fn spans(article: &Article) -> Vec<Span> {
    let mut spans: Vec<Span> = article.title.into_iter().collect();
    spans.extend(article.dateline.iter().map(|line| line.span));
    spans.extend(article.bylines.iter().map(|byline| byline.span));
    spans.extend(article.blocks.iter().map(|block| block.span));
    spans.extend(article.repairs.iter().map(|repair| repair.span));
    spans.extend(article.topics.iter().flat_map(|topic| topic.evidence.iter().copied()));
    for quote in &article.quotes {
        spans.extend(quote.content.iter().copied().chain(quote.source));
        spans.extend(quote.cue.iter().map(|cue| cue.span));
        spans.extend(quote.occasion.iter().map(|occasion| occasion.span));
    }
    for speaker in &article.speakers {
        spans.extend(speaker.mentions.iter().chain(&speaker.descriptions).copied());
        spans.extend(speaker.anonymity.and_then(|anonymity| anonymity.reason));
    }
    spans
}

/// Blocks are in order, do not overlap, are not empty, and leave out only white space.
fn blocks(text: &str, article: &Article) -> Result<(), String> {
    let mut end = 0;
    for block in &article.blocks {
        ensure(block.span.start >= end && !block.span.is_empty(), || format!("block {:?} overlaps or is empty", block.span))?;
        between(text, Span::new(end, block.span.start))?;
        end = block.span.end;
    }
    between(text, Span::new(end, text.len()))
}

/// Nothing that can be read stands outside all blocks.
fn between(text: &str, gap: Span) -> Result<(), String> {
    let lost = gap.of(text).chars().find(|c| c.is_alphanumeric() && c.is_ascii());
    ensure(lost.is_none(), || format!("{gap:?} {:?} is in no block", gap.of(text)))
}

/// A quote is a slice of the text, word for word.
fn words(text: &str, quote: &Quote) -> Result<(), String> {
    let slices: Vec<&str> = quote.content.iter().map(|span| span.of(text)).collect();
    let ordered = quote.content.windows(2).all(|pair| pair[0].end <= pair[1].start);
    ensure(ordered && !slices.is_empty(), || format!("quote {}: spans out of order or none", quote.id.0))?;
    ensure(slices.iter().all(|slice| !slice.is_empty()), || format!("quote {}: an empty span", quote.id.0))?;
    ensure(quote.text == slices.join(" "), || format!("quote {}: {:?} is not {slices:?}", quote.id.0, quote.text))?;
    let range = (0.0..=1.0).contains(&quote.confidence);
    ensure(range, || format!("quote {}: confidence {}", quote.id.0, quote.confidence))
}

/// What a quote points to exists and points back; it has a speaker or a reason why not.
fn links(quote: &Quote, article: &Article) -> Result<(), String> {
    let id = quote.id;
    let known = quote.speaker.is_some() != quote.why_unknown.is_some();
    ensure(known, || format!("quote {}: neither speaker nor reason, or both", id.0))?;
    let owner = quote.speaker.map(|speaker| article.speakers.get(speaker.0).is_some_and(|speaker| speaker.quotes.contains(&id)));
    ensure(owner != Some(false), || format!("quote {}: its speaker does not list it", id.0))?;
    let linked = quote.parent.into_iter().chain(quote.continues).all(|other| other != id && other.0 < article.quotes.len());
    ensure(linked, || format!("quote {}: parent or continues leads nowhere", id.0))?;
    ensure(quote.repairs.iter().all(|repair| repair.0 < article.repairs.len()), || format!("quote {}: a repair is missing", id.0))
}
