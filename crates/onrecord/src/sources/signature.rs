//! Who said the words where no verb says so: a dash and a name, name and title under a quotation that is set apart, a name and a colon
//! inside the marks.

use super::clause::{Nominal, nominal_at};
use super::context::Context;
use super::extent::is_finite;
use super::leftover::first_token;
use crate::lexer::Kind;
use crate::mentions::MentionKind;

/// Name and title under a quotation that is set apart have at most so many tokens.
const LONGEST_CAPTION: usize = 16;

/// A dash and a name after the closing mark.
pub fn signature(context: &Context, stretch: usize) -> Option<(&'static str, Nominal, usize)> {
    let last = context.chain(stretch).1.last().copied()?;
    let dash = context.range(last).end;
    if !matches!(context.text.slice(context.tokens.at(dash).span), "—" | "–" | "―" | "--" | "-") {
        return None;
    }
    let end = context.sentence(context.tokens.at(dash).sentence).end;
    let source = nominal_at(context, dash + 1, end).filter(|source| context.tokens.at(source.start).is_capital())?;
    let next = context.tokens.at(source.end);
    (source.end >= end || next.kind != Kind::Word).then_some(("signature", source, dash))
}

/// ‘We will not pay.’ Ana Ruiz, mayor of Brill ⏎: a quotation set apart on the page, with nothing but who said it.
pub fn caption(context: &Context, stretch: usize) -> Option<Nominal> {
    let last = context.chain(stretch).1.last().copied()?;
    let end = context.tokens.within(context.layout.blocks.get(context.stretch(last)?.block)?.span).end;
    let start = context.range(last).end;
    let opens = context.range(stretch).start == first_token(context, context.stretch(stretch)?.block);
    let short = end.saturating_sub(start) <= LONGEST_CAPTION;
    let source = nominal_at(context, start, end).filter(|source| opens && short && source.end > start + 1)?;
    let named = context.mention(source.mention?)?.kind == MentionKind::Person && context.tokens.at(start).is_capital();
    let apart = source.end >= end || context.text.slice(context.tokens.at(source.end).span) == ",";
    let stops = (start..end).any(|i| is_finite(context, i) || context.text.slice(context.tokens.at(i).span) == ".");
    (named && apart && !stops).then_some(source)
}

/// A name and a colon between the opening mark and the words.
pub fn label(context: &Context, stretch: usize) -> Option<(&'static str, Nominal, usize)> {
    let inner = context.stretch(stretch)?.inner;
    let first = context.tokens.within(inner).start;
    let colon = first.checked_sub(1).filter(|i| context.text.slice(context.tokens.at(*i).span) == ":")?;
    let start = context.range(stretch).start.max(first_token(context, context.stretch(stretch)?.block));
    let start = if context.tokens.at(start).kind == Kind::Mark { start + 1 } else { start };
    let capitals = start < colon && colon - start <= 4 && (start..colon).all(|i| context.tokens.at(i).is_capital());
    let mention = (start..colon).rev().find_map(|i| context.mention_at(i));
    capitals.then_some(("turn", Nominal { start, end: colon, extent: colon, mention }, colon))
}
