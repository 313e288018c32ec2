//! What a reader wants to see.

/// How [`super::ansi`] writes.
#[derive(Clone, Debug, Default)]
pub struct TextOptions {
    pub(super) width: Option<usize>,
    pub(super) colour: bool,
    pub(super) all_attitudes: bool,
    pub(super) heading: Option<String>,
    pub(super) hint: Option<String>,
}

impl TextOptions {
    /// Plain, with lines that are not broken, and only what was said.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Breaks lines at so many columns.
    #[must_use]
    pub fn with_width(mut self, width: Option<usize>) -> Self {
        self.width = width;
        self
    }

    /// Writes the escape sequences that colour a terminal.
    #[must_use]
    pub fn with_colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }

    /// Shows what is thought, wanted or felt too.
    #[must_use]
    pub fn with_all_attitudes(mut self, all: bool) -> Self {
        self.all_attitudes = all;
        self
    }

    /// How the reader can have what is not shown: "--attitude all".
    #[must_use]
    pub fn with_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }

    /// A line above the article that says which one it is.
    #[must_use]
    pub fn with_heading(mut self, heading: Option<String>) -> Self {
        self.heading = heading;
        self
    }
}

/// How [`super::html`] writes.
#[derive(Clone, Debug)]
pub struct HtmlOptions {
    pub(super) all_attitudes: bool,
    pub(super) side: bool,
    pub(super) style: bool,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self { all_attitudes: false, side: true, style: true }
    }
}

impl HtmlOptions {
    /// The article, speakers, topics and repairs beside it, and the style sheet; only what was said.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Marks what is thought, wanted or felt too.
    #[must_use]
    pub fn with_all_attitudes(mut self, all: bool) -> Self {
        self.all_attitudes = all;
        self
    }

    /// Lists speakers, topics and repairs beside the article (default: yes).
    #[must_use]
    pub fn with_side(mut self, side: bool) -> Self {
        self.side = side;
        self
    }

    /// Brings its style sheet (default: yes); a page that shows many articles needs [`super::CSS`] only once.
    #[must_use]
    pub fn with_style(mut self, style: bool) -> Self {
        self.style = style;
        self
    }
}
