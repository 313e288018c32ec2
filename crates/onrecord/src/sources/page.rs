//! What the page sets beside the words of a report is no part of them: its name behind a headline, the agency in brackets, the next
//! paragraph.

use super::Attribution;
use super::context::Context;
use super::{extent, phrases};
use crate::article::{BlockKind, QuoteKind};
use crate::data::outlets;
use crate::span::Span;

/// Leaves out of the content what is the page's.
pub fn settle(context: &Context, found: &mut Attribution) {
    within_block(context, found);
    without_outlet(context, found);
    without_agency(context, found);
}

/// A report without marks ends with its paragraph, though the stop be lost.
fn within_block(context: &Context, found: &mut Attribution) {
    if found.kind != QuoteKind::Indirect {
        return;
    }
    for content in &mut found.content {
        let words = context.tokens.within(*content);
        let block = context.layout.blocks.get(context.tokens.at(words.start).block);
        let end = block.filter(|block| block.kind == BlockKind::Paragraph).map_or(content.end, |block| block.span.end);
        if end < content.end {
            *content = extent::trim(context, words.start..context.tokens.within(Span::new(content.start, end)).end);
        }
    }
}

/// "Bridge will hold, mayor says *– Brill Post*"
fn without_outlet(context: &Context, found: &mut Attribution) {
    let Some(last) = found.content.last().map(|last| context.tokens.within(*last)) else { return };
    let number = context.tokens.at(last.end.saturating_sub(1)).sentence;
    if context.block_kind(number) != BlockKind::Title {
        return;
    }
    let end = phrases::before_outlet(context, &context.sentence(number));
    if last.start > end {
        // The name of the page alone is all that the headline has left.
        if found.content.len() > 1 {
            found.content.pop();
        }
    } else if last.end > end
        && last.start < end
        && let Some(content) = found.content.last_mut()
    {
        *content = extent::trim(context, last.start..end);
    }
}

/// "*(KLNA) –* The road is shut, Ruiz said": whose report it is.
fn without_agency(context: &Context, found: &mut Attribution) {
    let Some(content) = found.content.first_mut() else { return };
    let words = context.tokens.within(*content);
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let close = (words.start + 2..words.end.min(words.start + 5)).find(|i| sign(*i) == ")").filter(|_| sign(words.start) == "(");
    let Some(close) = close.filter(|close| outlets::is_agency(context.text.slice(context.tokens.span(words.start + 1..*close)))) else {
        return;
    };
    let dash = usize::from(matches!(sign(close + 1), "-" | "–" | "—" | "--"));
    if close + dash + 1 < words.end {
        *content = extent::trim(context, close + dash + 1..words.end);
    }
}
