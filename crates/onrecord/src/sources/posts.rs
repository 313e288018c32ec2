//! Posts of social media that stand in the page with their signature: "It held. — Jo Doe (@jodoe) May 2, 2016".

use super::Attribution;
use super::context::Context;
use super::leftover::{blank, is_retold};
use super::select;
use crate::article::{Occasion, OccasionKind, QuoteKind};
use crate::layout::Turn;
use crate::lexer::Kind;
use crate::span::Span;

/// A paragraph of more bytes than this before a signature is no post.
const LONGEST: usize = 600;

/// Adds the posts; what was found in them gives way, unless it has a cue of its own.
pub fn add(context: &Context, kept: &mut Vec<Attribution>) {
    let short = context.layout.posts.iter().filter(|post| post.body.len() <= LONGEST);
    let posts: Vec<(&Turn, Span)> = short.map(|post| (post, words(context, post.body))).filter(|(_, body)| !body.is_empty()).collect();
    // The posts are in the order of the page: of those that begin before a content ends, the last is the nearest.
    let inside = |content: &Span| {
        let before = posts.partition_point(|(_, body)| body.start < content.end);
        before.checked_sub(1).and_then(|last| posts.get(last)).is_some_and(|(_, body)| body.meets(*content))
    };
    kept.retain(|found| !found.content.iter().any(inside) || is_retold(found));
    kept.extend(posts.iter().map(|(post, body)| signed(context, post, *body)));
}

/// The body without the addresses at its end.
fn words(context: &Context, body: Span) -> Span {
    let tokens = context.tokens.within(body);
    let last = tokens.clone().rev().find(|i| context.tokens.at(*i).kind != Kind::Url);
    last.map_or(Span::at(body.start), |last| Span::new(body.start, context.tokens.at(last).span.end))
}

fn signed(context: &Context, post: &Turn, body: Span) -> Attribution {
    let label = context.tokens.within(post.label);
    let open = label.clone().find(|i| context.text.slice(context.tokens.at(*i).span) == "(").unwrap_or(label.end);
    let mut found = blank(QuoteKind::Direct, vec![body], "post", 0.9);
    found.source = (open > label.start).then(|| context.tokens.span(label.start..open));
    found.mention = (label.start..open).find_map(|i| context.mention_at(i));
    let handle = context.tokens.span(open..label.end);
    found.occasion = Some(Occasion { span: handle, kind: OccasionKind::SocialMedia });
    found.stretches = select::stretches_in(context, &found.content);
    found
}
