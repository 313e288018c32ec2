//! An article to look at: the library's renderers, with the article's place above it where there are several.

use super::Writer;
use crate::input::Document;
use crate::report::Place;
use onrecord::Article;
use onrecord::render::{self, HtmlOptions, TextOptions};

/// What closes the page.
pub const CLOSE: &str = render::PAGE_END;

/// What opens it.
pub fn open() -> String {
    render::page_start("onrecord")
}

/// For a terminal.
pub fn text(writer: &Writer, place: &Place, document: &Document, article: &Article) -> String {
    let heading = writer.many.then(|| match &document.id {
        Some(id) => format!("{place} · {id}"),
        None => place.to_string(),
    });
    let options = TextOptions::new()
        .with_width(writer.width)
        .with_colour(writer.colour)
        .with_all_attitudes(writer.all_attitudes)
        .with_hint(Some("--attitude all".to_owned()))
        .with_heading(heading);
    render::ansi(article, &document.text, &options)
}

/// For a page that has the style sheet already.
pub fn html(writer: &Writer, document: &Document, article: &Article) -> String {
    render::html(article, &document.text, &HtmlOptions::new().with_style(false).with_all_attitudes(writer.all_attitudes)) + "\n"
}
