//! Who a source is, put right once it is known which attributions hold: whoever was asked did not ask, and those who are named are not all.

use super::Attribution;
use super::attitude;
use super::context::Context;
use super::ends::LONGEST_LIST;
use crate::article::{Attitude, QuoteKind};
use crate::lexer::{Kind, Tag};
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

/// Puts the source of an attribution right.
pub fn settle(context: &Context, found: &mut Attribution) {
    without_hearer(context, found);
    with_whole(context, found);
    with_name(context, found);
}

/// "Asked by *Judge* Karl Holt": a title does not go without the name behind it.
fn with_name(context: &Context, found: &mut Attribution) {
    let Some(source) = &mut found.source else { return };
    let mention = found.mention.and_then(|i| context.mention(i));
    let cut = |mention: &&Mention| mention.kind == MentionKind::Person && mention.span.covers(*source) && source.end < mention.span.end;
    if let Some(mention) = mention.filter(cut) {
        source.end = mention.span.end;
    }
}

/// "He smiled *when asked* whether it held", "*drivers were warned* to stay at home": whoever was asked or warned did not ask or warn (none
/// of 34).
fn without_hearer(context: &Context, found: &mut Attribution) {
    let Some((cue, _)) = &found.cue else { return };
    let range = context.tokens.within(*cue);
    let Some(asked) = range.clone().find(|i| hears(context.tokens.at(*i).lower())) else { return };
    let word = |back: usize| asked.checked_sub(back).map_or("", |i| context.tokens.at(i).lower());
    let adverb = usize::from(asked.checked_sub(1).is_some_and(|i| context.tokens.at(i).tag == Tag::Adverb));
    let passive = matches!(word(1 + adverb), "is" | "are" | "was" | "were" | "be" | "been" | "being");
    let named = found.source.is_some_and(|source| source.start > cue.start);
    if matches!(word(1), "when" | "once" | "if") || passive && !named || is_asked_aside(context, found, asked) {
        (found.source, found.mention) = (None, None);
        let clause = attitude::is_clause(context, &found.content);
        found.attitude = if found.kind == QuoteKind::Indirect && !clause { Attitude::Thought } else { found.attitude };
    }
}

/// "Ruiz*, asked* about the ferry, smiled": no second comma before the verb, so that it opens the aside.
fn is_asked_aside(context: &Context, found: &Attribution, asked: usize) -> bool {
    let comma = asked.checked_sub(1).filter(|i| context.text.slice(context.tokens.at(*i).span) == ",");
    let (Some(comma), Some(source)) = (comma, found.source) else { return false };
    let mut before = context.tokens.within(Span::new(source.start, context.tokens.at(comma).span.start));
    context.tokens.at(asked).lower() == "asked" && !before.is_empty() && before.all(|i| context.tokens.at(i).kind == Kind::Word)
}

/// Verbs whose subject in the passive is whom something is said to.
fn hears(word: &str) -> bool {
    matches!(
        word,
        "asked" | "told" | "questioned" | "urged" | "encouraged" | "advised" | "warned" | "invited" | "reminded" | "instructed" | "ordered"
    )
}

/// "*Heads of ten firms, including* Orvo, Telk and Larn *urged* the mayor": the list is a part of those who speak.
fn with_whole(context: &Context, found: &mut Attribution) {
    let several = found.mention.and_then(|i| context.mention(i)).is_some_and(|mention| !mention.members.is_empty());
    let Some(source) = found.source.filter(|_| several) else { return };
    let first = context.tokens.within(source).start;
    let part = |i: &usize| {
        let token = context.tokens.at(*i);
        token.is_capital() && token.kind == Kind::Word || matches!(context.text.slice(token.span), "," | "and" | "the")
    };
    let list = (first.saturating_sub(LONGEST_LIST)..first).rev().take_while(part).last().unwrap_or(first);
    let Some(comma) = list.checked_sub(2).filter(|i| context.text.slice(context.tokens.at(*i).span) == ",") else { return };
    let before =
        context.tokens.at(list - 1).lower() == "including" && context.tokens.at(comma).sentence == context.tokens.at(first).sentence;
    let told = context.tokens.at(comma - 1).span.end;
    let several = |mention: &Mention| mention.plural && mention.extent.end >= told;
    let mut behind = (comma.saturating_sub(LONGEST_LIST)..comma).rev().filter_map(|i| context.mention_at(i));
    let all = behind.find(|i| context.mention(*i).is_some_and(several));
    if let Some((index, mention)) = all.filter(|_| before).and_then(|i| Some((i, context.mention(i)?))) {
        found.source = Some(mention.span.hull(source));
        found.mention = Some(index);
    }
}
