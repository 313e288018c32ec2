//! [`html`]: an article with its quotes coloured by speaker, cues and sources marked, and speakers, topics and repairs beside it.
//!
//! No script, nothing from the network, and every character of the article is escaped, so that a hostile text stays a text.

mod escape;
mod side;

use super::facts;
use super::pieces::{Piece, pieces};
use super::{HtmlOptions, Lines};
use crate::article::{Article, BlockKind, Quote, QuoteKind};
use escape::{attribute, content};

/// The style sheet; everything in it hangs on the class `onrecord`.
pub const CSS: &str = include_str!("html/style.css");

/// A fragment to put into a page or a notebook; `text` is the text that was parsed.
pub fn html(article: &Article, text: &str, options: &HtmlOptions) -> String {
    let mut out = String::with_capacity(text.len() * 3 + CSS.len());
    if options.style {
        out.extend(["<style>", CSS, "</style>"]);
    }
    out.push_str("<div class=\"onrecord\"><article>");
    body(&mut out, article, text, options);
    out.push_str("</article>");
    if options.side {
        side::write(&mut out, article, text, options.all_attitudes);
    }
    out.push_str("</div>");
    out
}

/// A whole document, to be saved as a file.
pub fn html_page(article: &Article, text: &str, options: &HtmlOptions) -> String {
    let title = article.title.map_or("", |title| title.of(text));
    [&page_start(title), &html(article, text, &options.clone().with_style(false)), PAGE_END].concat()
}

/// The end of a document that [`page_start`] began.
pub const PAGE_END: &str = "\n</body></html>\n";

/// The beginning of a document with the style sheet, for several articles.
pub fn page_start(title: &str) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    content(&mut out, title);
    out.extend(["</title><style>", CSS, "</style></head><body class=\"onrecord-page\">\n"]);
    out
}

/// The blocks, each as the element that it is.
fn body(out: &mut String, article: &Article, text: &str, options: &HtmlOptions) {
    let lines = Lines::of(text);
    let pieces = pieces(article, options.all_attitudes);
    let mut rest = pieces.as_slice();
    for (i, block) in article.blocks.iter().enumerate() {
        let end = rest.iter().position(|piece| piece.block != i).unwrap_or(rest.len());
        let (own, others) = rest.split_at(end);
        rest = others;
        let tag = element(block.kind);
        out.extend(["<", tag, " dir=\"auto\" class=\"or-", block.kind.name(), "\">"]);
        for it in own {
            piece(out, article, text, &lines, it);
        }
        out.extend(["</", tag, ">\n"]);
    }
}

const fn element(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "h2",
        BlockKind::Heading => "h3",
        _ => "p",
    }
}

fn piece(out: &mut String, article: &Article, text: &str, lines: &Lines, piece: &Piece) {
    let quote = piece.source.or(piece.cue).or(piece.quote).and_then(|id| article.quotes.get(id.0));
    let words = piece.span.of(text);
    if quote.is_none() && piece.repair.is_none() {
        content(out, words);
        return;
    }
    let tag = if piece.quote.is_some() { "mark" } else { "span" };
    out.extend(["<", tag, " class=\"", &classes(article, piece), "\""]);
    if let Some(quote) = quote {
        out.extend([" data-quote=\"", &quote.id.0.to_string(), "\""]);
    }
    out.push_str(" title=\"");
    attribute(out, &note(article, text, lines, piece, quote));
    out.push_str("\">");
    content(out, words);
    out.extend(["</", tag, ">"]);
}

/// The classes of a piece: what it is, and the colour of its speaker.
fn classes(article: &Article, piece: &Piece) -> String {
    let kind = piece.quote.and_then(|id| article.quotes.get(id.0)).map(|quote| quote.kind.name());
    let mut classes: Vec<String> = kind.map(|kind| format!("or-{kind}")).into_iter().collect();
    let marked = [(piece.cue.is_some(), "or-cue"), (piece.source.is_some(), "or-source"), (piece.repair.is_some(), "or-repair")];
    classes.extend(marked.into_iter().filter(|(is, _)| *is).map(|(_, class)| class.to_owned()));
    classes.extend(piece.colour.map(|colour| format!("or-c{colour}")));
    classes.join(" ")
}

/// What is told of a piece where a pointer rests on it.
fn note(article: &Article, text: &str, lines: &Lines, piece: &Piece, quote: Option<&Quote>) -> String {
    let repair = piece.repair.and_then(|id| article.repairs.get(id.0)).map(|repair| format!("repaired: {}", repair.note));
    let told = quote.map(|quote| told(article, text, lines, quote));
    told.into_iter().chain(repair).collect::<Vec<_>>().join(" — ")
}

/// Who said it, how, and how sure that is.
fn told(article: &Article, text: &str, lines: &Lines, quote: &Quote) -> String {
    if quote.kind == QuoteKind::Scare {
        return "in quotation marks, said by nobody".to_owned();
    }
    let who = quote.speaker.and_then(|id| article.speakers.get(id.0)).map_or("speaker unknown", |speaker| &speaker.name);
    let line = quote.content.first().map(|span| lines.at(span.start));
    format!("{who} · {}", facts::of_quote(quote, text, line).join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        html(&crate::parse(text), text, &HtmlOptions::new().with_style(false))
    }

    #[test]
    fn quotes_have_the_colour_of_their_speaker() {
        let shown = shown("“We will talk,” said Ana Ruiz.");
        assert!(shown.contains("<mark class=\"or-direct or-c0\" data-quote=\"0\" title=\"Ana Ruiz · direct · said · line 1 · "));
        assert!(shown.contains("<b class=\"or-c0\">Ana Ruiz</b>"));
    }

    #[test]
    fn a_hostile_text_stays_a_text() {
        let hostile = "“<script>alert(1)</script>,” said Ana <img src=x onerror=alert(1)> Ruiz & \"Sons\" \u{202e}.\0";
        let shown = shown(hostile);
        assert!(!shown.contains("<script") && !shown.contains("<img") && !shown.contains('\0'));
    }

    #[test]
    fn a_page_is_whole() {
        let text = "“We will talk,” said Ana Ruiz.";
        let page = html_page(&crate::parse(text), text, &HtmlOptions::new());
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</body></html>\n"));
        assert_eq!(page.matches("<style>").count(), 1);
    }
}
