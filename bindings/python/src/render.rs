//! [`render`]: the core's renderer. `Article._repr_html_` and `Article.save_html` are beside the other methods.

use crate::arguments;
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
///     OptionError: There is no such style, or `width` is negative.
///
/// Example:
///     >>> print(onrecord.render(article, "ansi", width=80, colour=False))
#[pyfunction]
#[pyo3(signature = (article, style=String::from("html"), *, width=None, colour=true, all_attitudes=false),
       text_signature = "(article, style='html', *, width=None, colour=True, all_attitudes=False)")]
pub(crate) fn render(
    article: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = arguments::style)] style: String,
    #[pyo3(from_py_with = arguments::width)] width: Option<usize>,
    #[pyo3(from_py_with = arguments::colour)] colour: bool,
    #[pyo3(from_py_with = arguments::all_attitudes)] all_attitudes: bool,
) -> PyResult<String> {
    let (article, text) = article.cast::<Article>().map_err(|_| arguments::expected("article", "Article", article))?.get().parts();
    match &*style {
        "html" => Ok(core::html(article, text, &HtmlOptions::new().with_all_attitudes(all_attitudes))),
        "ansi" => {
            let options = TextOptions::new().with_width(width).with_colour(colour).with_all_attitudes(all_attitudes);
            Ok(core::ansi(article, text, &options))
        }
        _ => Err(OptionError::new_err(format!("style: expected \"html\" or \"ansi\", found {style:?}"))),
    }
}
