//! The order of the steps, and nothing else.

use crate::article::Article;
use crate::assemble;
use crate::input::{self, Text};
use crate::layout::{self, Layout};
use crate::lexer::{self, Tokens};
use crate::mentions::{self, Mention};
use crate::options::Options;
use crate::quotes::{self, Stretches};
use crate::sources::{self, Attribution};
use crate::speakers::{self, Speakers};
use crate::topics::{self, Topics};

/// What every step made of a text; spans are bytes of [`Text::clean`].
#[derive(Clone, Debug)]
pub struct Trace<'a> {
    /// Step 1.
    pub text: Text<'a>,
    /// Step 2.
    pub layout: Layout,
    /// Step 3.
    pub tokens: Tokens,
    /// Step 4.
    pub mentions: Vec<Mention>,
    /// Step 5.
    pub stretches: Stretches,
    /// Step 6.
    pub attributions: Vec<Attribution>,
    /// Step 7.
    pub speakers: Speakers,
    /// Step 8.
    pub topics: Topics,
}

/// Runs every step and keeps what each made.
pub fn trace<'a>(raw: &'a str, options: &Options) -> Trace<'a> {
    let text = input::read(raw);
    let layout = layout::read(&text);
    let tokens = lexer::split(&text, &layout);
    let mentions = mentions::find(&text, &layout, &tokens);
    let stretches = quotes::find(&text, &layout, &tokens);
    let attributions = sources::attribute(&text, &layout, &tokens, &mentions, &stretches, options);
    let speakers = speakers::resolve(&text, &layout, &tokens, &mentions, &stretches, &attributions);
    let topics = topics::rank(&text, &layout, &attributions, options);
    Trace { text, layout, tokens, mentions, stretches, attributions, speakers, topics }
}

/// Runs every step and puts the article together.
pub fn run(raw: &str, options: &Options) -> Article {
    assemble::article(&trace(raw, options), options)
}
