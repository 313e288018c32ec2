//! Does a quote line hold?
//!
//! A quotation cut by its own tag (“We will talk,” she said, “and soon.”) may be one quote with two spans or two quotes; a line therefore
//! matches any run of neighbouring spans with one speaker whose words are the line's words.

use crate::expect::Expect;
use crate::holds::{letters, name_key};
use onrecord::{Article, Attitude, Quote, QuoteId, QuoteKind, Span};

/// The quotes that a line is about, and what is wrong with them; empty and a reason where there are none.
pub fn check(expect: &Expect, article: &Article, text: &str) -> (Vec<usize>, Vec<String>) {
    let found = runs(expect, article, text).into_iter().map(|run| {
        let wrong = differences(expect, &run, article, text);
        (run, wrong)
    });
    match found.min_by_key(|(_, wrong)| wrong.len()) {
        None => (Vec::new(), vec![format!("nothing has this content; nearest: {}", nearest(expect, article))]),
        Some((run, wrong)) if wrong.is_empty() => (run, wrong),
        Some((run, wrong)) => {
            let why = format!("{}; found: {}", wrong.join(", "), shown(&run, article));
            (run, vec![why])
        }
    }
}

/// A quote on one line, in the form of an expectation.
pub fn print(quote: &Quote, article: &Article) -> String {
    let cue = quote.cue.as_ref().map_or("-", |cue| cue.lemma.as_str());
    let mut line = format!("{} | {} | {} | {}", quote.kind, speaker(quote, article).unwrap_or("-"), cue, quote.text.replace('\n', " "));
    for (name, value) in [("addressee", &quote.addressee), ("outlet", &quote.outlet), ("day", &quote.day)] {
        if let Some(value) = value {
            line.extend([" | ", name, ": ", value]);
        }
    }
    line += &quote.occasion.map_or(String::new(), |occasion| format!(" | occasion: {}", occasion.kind));
    line += &quote.why_unknown.map_or(String::new(), |why| format!(" | why: {why}"));
    if quote.attitude != Attitude::Said {
        line.extend([" | attitude: ", &quote.attitude.to_string()]);
    }
    line + if quote.negated { " | negated" } else { "" }
}

fn shown(run: &[usize], article: &Article) -> String {
    let quotes = run.iter().filter_map(|i| article.quotes.get(*i));
    quotes.map(|quote| print(quote, article)).collect::<Vec<_>>().join(" + ")
}

fn speaker<'a>(quote: &Quote, article: &'a Article) -> Option<&'a str> {
    quote.speaker.and_then(|id| article.speakers.get(id.0)).map(|speaker| speaker.name.as_str())
}

/// What is compared of a content: its letters, and "that" in front is free.
fn content_key(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    letters(text.strip_prefix("that ").unwrap_or(text))
}

/// Every run of neighbouring spans whose words are those of the line.
fn runs(expect: &Expect, article: &Article, text: &str) -> Vec<Vec<usize>> {
    let mut spans: Vec<(Span, usize)> = article
        .quotes
        .iter()
        .filter(|quote| kind_fits(expect, quote.kind))
        .flat_map(|quote| quote.content.iter().map(move |span| (*span, quote.id.0)))
        .collect();
    spans.sort_by_key(|(span, _)| (span.start, span.end));
    let want = content_key(&expect.value.replace(" … ", " "));
    (0..spans.len()).filter_map(|first| run(&spans, first, &want, article, text)).collect()
}

/// The run that begins at `first`, if its words are the wanted ones; spans of other speakers in between are passed over.
fn run(spans: &[(Span, usize)], first: usize, want: &str, article: &Article, text: &str) -> Option<Vec<usize>> {
    let same = |a: usize, b: usize| article.quotes.get(a).map(|q| q.speaker) == article.quotes.get(b).map(|q| q.speaker);
    let (mut got, mut used, mut end) = (String::new(), Vec::new(), 0);
    for (span, quote) in spans.iter().skip(first) {
        if !same(spans[first].1, *quote) || span.start < end {
            continue;
        }
        let words = span.of(text);
        got += &if got.is_empty() { content_key(words) } else { letters(words) };
        used.push(*quote);
        end = span.end;
        if got == want {
            used.dedup();
            return Some(used);
        }
        if !want.starts_with(&got) {
            return None;
        }
    }
    None
}

fn kind_fits(expect: &Expect, kind: QuoteKind) -> bool {
    match expect.field("kind") {
        Some("scare") => kind == QuoteKind::Scare,
        _ => kind != QuoteKind::Scare,
    }
}

fn differences(expect: &Expect, run: &[usize], article: &Article, text: &str) -> Vec<String> {
    let quotes: Vec<&Quote> = run.iter().filter_map(|i| article.quotes.get(*i)).collect();
    let mut fields = expect.fields.clone();
    for (name, default) in [("attitude", "said"), ("negated", "no")] {
        if expect.field(name).is_none() {
            fields.push((name.to_owned(), default.to_owned()));
        }
    }
    let wrong = |(name, want): &&(String, String)| want != "*" && !quotes.iter().any(|quote| field_holds(name, want, quote, article, text));
    fields.iter().filter(wrong).map(|(name, want)| format!("{name} is not {want}")).collect()
}

fn field_holds(name: &str, want: &str, quote: &Quote, article: &Article, text: &str) -> bool {
    let phrase = |got: Option<&str>| got.map_or(want == "-", |got| name_key(got) == name_key(want));
    let linked = |id: Option<QuoteId>| id.and_then(|id| article.quotes.get(id.0)).map(|other| other.text.as_str());
    match name {
        "kind" => want == "quote" || want == quote.kind.name(),
        "speaker" => phrase(speaker(quote, article)),
        "cue" => cue_holds(want, quote, text),
        "source" => phrase(quote.source.map(|span| span.of(text))),
        "addressee" => phrase(quote.addressee.as_deref()),
        "outlet" => phrase(quote.outlet.as_deref()),
        "day" => phrase(quote.day.as_deref()),
        "occasion" => quote.occasion.map_or(want == "-", |got| want == got.kind.name() || letters(got.span.of(text)) == letters(want)),
        "attitude" => want == quote.attitude.name(),
        "negated" => (want != "no") == quote.negated,
        "why" => quote.why_unknown.is_some_and(|why| why.name() == want),
        "parent" => linked(quote.parent).map_or(want == "-", |text| content_key(text).contains(&content_key(want))),
        "continues" => linked(quote.continues).map_or(want == "-", |text| content_key(text).contains(&content_key(want))),
        "topic" => quote.topics.iter().any(|topic| topic == want),
        "repair" => quote.repairs.iter().any(|id| article.repairs.get(id.0).is_some_and(|repair| repair.kind.name() == want)),
        _ => false,
    }
}

/// The cue's lemma, or its words: "said" holds for "said", and for "said last week".
fn cue_holds(want: &str, quote: &Quote, text: &str) -> bool {
    let Some(cue) = &quote.cue else { return want == "-" };
    let words = |text: &str| text.split_whitespace().map(letters).collect::<Vec<_>>();
    let (got, want_words) = (words(cue.span.of(text)), words(want));
    cue.lemma == want || got.windows(want_words.len().max(1)).any(|window| window == want_words)
}

/// The quote that shares most words with the line.
fn nearest(expect: &Expect, article: &Article) -> String {
    let want: Vec<String> = expect.value.split_whitespace().map(letters).collect();
    let shared = |quote: &&Quote| quote.text.split_whitespace().filter(|word| want.contains(&letters(word))).count();
    let best = article.quotes.iter().max_by_key(shared).filter(|quote| shared(quote) > 0);
    best.map_or_else(|| "none".to_owned(), |quote| print(quote, article))
}
