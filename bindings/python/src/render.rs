//! [`render`]: the core's renderer. `Article._repr_html_` and `Article.save_html` are beside the other methods.

use crate::article::Article;
use crate::errors::OptionError;
use onrecord::render::{self as core, HtmlOptions, TextOptions};
use pyo3::prelude::*;

/// An article as something to look at.
///
/// Args:
///     article: The article.
///     style: "html" gives a fragment for a page (quotes coloured by speaker; no script, nothing from the network; text of the article
///         cannot break out of it), "ansi" text for a terminal, quotes by speaker.
///     width: For "ansi": breaks lines at so many columns; not broken where missing.
///     colour: For "ansi": whether to write the escape sequences that colour a terminal.
///     all_attitudes: Whether to show what is thought, wanted or felt too, and not only what was said.
///
/// Returns:
///     HTML or text.
///
/// Raises:
///     OptionError: There is no such style.
///
/// Example:
///     >>> print(onrecord.render(article, "ansi", width=80, colour=False))
#[pyfunction]
#[pyo3(signature = (article, style="html", *, width=None, colour=true, all_attitudes=false))]
pub(crate) fn render(
    article: &Bound<'_, Article>,
    style: &str,
    width: Option<usize>,
    colour: bool,
    all_attitudes: bool,
) -> PyResult<String> {
    let (article, text) = article.get().parts();
    match style {
        "html" => Ok(core::html(article, text, &HtmlOptions::new().with_all_attitudes(all_attitudes))),
        "ansi" => {
            let options = TextOptions::new().with_width(width).with_colour(colour).with_all_attitudes(all_attitudes);
            Ok(core::ansi(article, text, &options))
        }
        _ => Err(OptionError::new_err(format!("style: expected \"html\" or \"ansi\", found {style:?}"))),
    }
}
