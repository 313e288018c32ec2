//! An article as something to look at: [`html`] for notebooks and web pages, [`ansi`] for terminals, [`pieces`] for whoever draws it
//! himself. The command line, Python and JavaScript show what is made here.
//!
//! ```
//! use onrecord::render::{self, HtmlOptions, TextOptions};
//! let text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
//! let article = onrecord::parse(text);
//! assert!(render::html(&article, text, &HtmlOptions::new()).contains("We will talk,</mark>"));
//! assert!(render::ansi(&article, text, &TextOptions::new()).starts_with("\nAna Ruiz"));
//! ```
//!
//! What is thought, wanted or felt is ascribed by the writer; both leave it out unless told otherwise.

mod ansi;
mod facts;
mod html;
mod lines;
mod options;
mod page;
mod pieces;

pub use ansi::ansi;
pub use facts::percent;
pub use html::{CSS, PAGE_END, html, html_page, page_start};
pub use lines::Lines;
pub use options::{HtmlOptions, TextOptions};
pub use page::{Ink, Page};
pub use pieces::{COLOURS, Piece, colours, pieces};
