//! What the tagger reads: the tokens of the article in windows, each token as [`Features`].

use super::context::Context;
use super::hints::Hints;
use crate::article::{Attitude, BlockKind};
use crate::data::cues;
use crate::lexer::Token;
use crate::quotes::{Stretch, Usage};
use onrecord_tagger::{Features, WINDOW};
use std::ops::Range;

/// Tokens that the tagger reads at once, with what it reads of each.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// Indices of the tokens.
    pub tokens: Vec<usize>,
    /// What is read of each.
    pub features: Vec<Features>,
}

/// The windows of an article: whole blocks as far as they fit.
pub fn windows(context: &Context, hints: &Hints) -> Vec<Window> {
    let places = places(context);
    let mut found = Vec::new();
    let mut window = Window::default();
    for block in blocks(context) {
        let held = window.tokens.len();
        // A long block begins a window of its own unless the one before is half empty.
        if held + block.len() > WINDOW && (held > WINDOW / 2 || block.len() > WINDOW / 2) {
            close(&mut window, &mut found);
        }
        for i in block {
            if window.tokens.len() == WINDOW {
                close(&mut window, &mut found);
            }
            window.tokens.push(i);
            window.features.push(features(context, i, &places, hints));
        }
    }
    close(&mut window, &mut found);
    found
}

fn close(window: &mut Window, found: &mut Vec<Window>) {
    if !window.tokens.is_empty() {
        found.push(std::mem::take(window));
    }
}

/// The tokens of each block that is read.
fn blocks(context: &Context) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last = usize::MAX;
    for (i, sentence) in context.layout.sentences.iter().enumerate() {
        let range = context.sentence(i);
        if !super::reads(context.block_kind(i)) || range.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(block) if sentence.block == last && block.end == range.start => block.end = range.end,
            _ => found.push(range),
        }
        last = sentence.block;
    }
    found
}

fn features(context: &Context, i: usize, places: &[u8], hints: &Hints) -> Features {
    let token = context.tokens.at(i);
    let look = token.kind as u8 * 4 + token.shape as u8;
    let quoted = places.get(i).copied().unwrap_or_default();
    let [role, number, sure] = hints.at(i);
    let small = [token.tag as u8, look, quoted, position(context, i), cue(token), mention(context, i), role, number, sure];
    Features::of(context.text.slice(token.span), small)
}

/// Where each token stands to quotation marks: outside 0, inside by the use of its stretch, opening and closing marks, stray ones.
fn places(context: &Context) -> Vec<u8> {
    let mut places = vec![0; context.tokens.len()];
    for (stretch, range) in context.stretches.items.iter().zip(&context.ranges) {
        fill(&mut places, range.clone(), if stretch.parent.is_some() { 6 } else { inside(stretch) });
        if stretch.open.is_some() {
            fill(&mut places, range.start..range.start + 1, 7);
        }
        if stretch.close.is_some() {
            fill(&mut places, range.end.saturating_sub(1)..range.end, 8);
        }
    }
    places
}

fn inside(stretch: &Stretch) -> u8 {
    match stretch.usage {
        Usage::Speech if stretch.close.is_none() => 5,
        Usage::Speech => 1,
        Usage::Phrase => 2,
        Usage::Work => 3,
        Usage::Nickname => 4,
    }
}

fn fill(places: &mut [u8], range: Range<usize>, value: u8) {
    if let Some(part) = places.get_mut(range) {
        part.fill(value);
    }
}

/// First or last of its sentence, first of its block, by the kind of the block.
fn position(context: &Context, i: usize) -> u8 {
    let sentence = context.tokens.at(i).sentence;
    let range = context.sentence(sentence);
    let opens = i.checked_sub(1).is_none_or(|before| context.tokens.at(before).block != context.tokens.at(i).block);
    let place = match i {
        _ if opens => 0,
        _ if i == range.start => 1,
        _ if i + 1 == range.end => 2,
        _ => 3,
    };
    let kind = match context.block_kind(sentence) {
        BlockKind::Paragraph => 0,
        BlockKind::Title | BlockKind::Deck => 1,
        BlockKind::Heading => 2,
        _ => 3,
    };
    kind * 4 + place
}

/// What the word says where it is a cue.
fn cue(token: &Token) -> u8 {
    match cues::listed(token.lemma()).map(|cue| cue.attitude) {
        None => 0,
        Some(Attitude::Said) => 1,
        Some(Attitude::Thought) => 2,
        Some(Attitude::Wanted) => 3,
        Some(Attitude::Felt) => 4,
    }
}

/// The kind of the mention, and whether it begins here.
fn mention(context: &Context, i: usize) -> u8 {
    let Some(mention) = context.mention_at(i).and_then(|at| context.mention(at)) else { return 0 };
    1 + mention.kind as u8 * 2 + u8::from(mention.tokens.start == i)
}
