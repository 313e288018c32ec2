//! Where contents and sources begin and end, put right once it is known which attributions hold, whoever found them.
//!
//! Most rules are customs of PolNeAR's annotators, counted in its training articles, with the figure beside them; the others are what readers
//! of news pages found wrong.

use super::Attribution;
use super::clause::is_auxiliary;
use super::context::Context;
use super::{begins, ends, extent, page, raising, right, source, who};
use crate::article::QuoteKind;
use crate::data::cues;
use crate::lexer::Tag;
use crate::span::Span;

/// So many adverbs and auxiliaries may stand before a cue.
const REACH: usize = 4;

/// Puts the limits of all attributions right.
pub fn settle(context: &Context, kept: &mut [Attribution]) {
    for found in kept {
        found.source = found.source.map(|span| closed(context, span));
        with_verb(context, found);
        if let Some((cue, _)) = &mut found.cue {
            *cue = with_adverbs(context, *cue, &found.content, found.source);
        }
        who::settle(context, found);
        source::settle(context, found);
        without_aside(context, found);
        without_gap(context, found);
        page::settle(context, found);
        with_name_given(context, found);
        begins::settle(context, found);
        raising::with_subject(context, found);
        let told = found.cue.as_ref().is_some_and(|(cue, _)| cue.end <= found.start());
        if let ([content], true) = (found.content.as_slice(), told && found.kind != QuoteKind::Direct) {
            let range = context.tokens.within(*content);
            let end = ends::end(context, found, range.clone());
            if end != range.end && end > range.start {
                found.content = vec![extent::trim(context, range.start..end)];
            }
        }
        if let Some(last) = found.content.last_mut() {
            *last = closed(context, without_half_bracket(context, *last));
        }
    }
}

/// "The dam holds, Ruiz said *while visiting it*", "…, she said, *as rain fell*": what happened meanwhile is no part of what was said.
fn without_aside(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let meanwhile = |i: usize| matches!(tokens.at(i).lower(), "as" | "while" | "when" | "after");
    let (Some((cue, _)), [first, rest]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, behind) = (tokens.within(*cue), tokens.within(*rest));
    let between = behind.start > said.start && first.end <= cue.start && behind.start.checked_sub(1).is_some_and(meanwhile);
    if between && context.stretch_at(behind.start).is_none() {
        if said.len() > 1 && meanwhile(said.end - 1) {
            *cue = tokens.span(said.start..said.end - 1);
        }
        found.content.truncate(1);
    }
}

/// "Though each *would look at whether* it held, the plan stands, Ruiz said": a content has a gap for its own tag (1,231 of
/// 1,363).
fn without_gap(context: &Context, found: &mut Attribution) {
    let own = [found.source, found.cue.as_ref().map(|(cue, _)| *cue)];
    let sentence = |span: &Span| context.tokens.at(context.tokens.after(span.start)).sentence;
    found.content.dedup_by(|next, last| {
        let whole = last.hull(*next);
        let tagged = own.iter().flatten().any(|tag| tag.meets(whole));
        let closed = !tagged && sentence(last) == sentence(next) && found.kind == QuoteKind::Indirect;
        if closed {
            *last = whole;
        }
        closed
    });
}

/// "*what* he described as *a “time of doubt”*": what somebody calls something is in the marks.
fn with_name_given(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [only]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (what, said) = (tokens.within(*only), tokens.within(*cue));
    if what.len() != 1 || tokens.at(what.start).tag != Tag::Wh || what.end > said.start {
        return;
    }
    let names = right::names(lemma) || matches!(lemma.as_str(), "describe" | "characterize");
    let to = said.end + usize::from(tokens.at(said.end).lower() == "as");
    let marked = to + usize::from(tokens.at(to).tag == Tag::Determiner);
    if let Some(stretch) = context.stretch_at(marked).filter(|_| names) {
        *cue = tokens.span(said.start..to);
        found.content.push(extent::trim(context, to..context.range(stretch).end));
    }
}

/// "said it was late and *also* | urged them to go": an adverb alone is no cue, and the verb behind it no content.
fn with_verb(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), Some(content)) = (&mut found.cue, found.content.first_mut()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let verb = tokens.at(words.start);
    let adverb = said.clone().all(|i| tokens.at(i).tag == Tag::Adverb);
    let finite = said.end == words.start && words.len() > 1 && matches!(verb.tag, Tag::Past | Tag::VerbS);
    if let Some(listed) = cues::listed(verb.lemma()).filter(|_| adverb && finite && !said.is_empty()) {
        *cue = tokens.span(said.start..words.start + 1);
        verb.lemma().clone_into(lemma);
        *content = extent::trim(context, words.start + 1..words.end);
        found.attitude = listed.attitude;
    }
}

/// "*also* said", "*have long* complained": adverbs before the verb belong to the cue, and what they stand behind (818 of 915).
fn with_adverbs(context: &Context, cue: Span, content: &[Span], source: Option<Span>) -> Span {
    let tokens = context.tokens;
    let range = tokens.within(cue);
    if !tokens.at(range.start).tag.is_verb() {
        return cue;
    }
    let taken = |i: usize| content.iter().chain(source.as_ref()).any(|span| span.meets(tokens.at(i).span));
    let own = |i: &usize| tokens.at(*i).sentence == tokens.at(range.start).sentence && !taken(*i) && context.stretch_at(*i).is_none();
    let back = (range.start.saturating_sub(REACH)..range.start).rev();
    let part = |i: &usize| tokens.at(*i).tag == Tag::Adverb || is_auxiliary(tokens, *i);
    let start = back.take_while(|i| own(i) && part(i)).last();
    start.map_or(cue, |start| tokens.span(start..range.end))
}

/// "Senator Ana Ruiz (D-Brill*)*": a bracket that opens inside closes inside (292 of 295).
fn closed(context: &Context, span: Span) -> Span {
    let words = span.of(context.text.as_str());
    let open = words.matches('(').count() > words.matches(')').count();
    let next = context.tokens.after(span.end);
    let close = context.tokens.at(next).span;
    if open && context.text.slice(close) == ")" && close.start <= span.end + 2 { span.hull(close) } else { span }
}

/// "(she said *it held)*", "wants a toll *(*she": a bracket of which the other half is elsewhere is no edge of a content.
fn without_half_bracket(context: &Context, span: Span) -> Span {
    let words = span.of(context.text.as_str());
    let count = |sign: char| words.matches(sign).count();
    let range = context.tokens.within(span);
    let last = context.text.slice(context.tokens.at(range.end.saturating_sub(1)).span);
    let half = last == "(" || last == ")" && count(')') > count('(');
    if half && range.len() > 1 { extent::trim(context, range.start..range.end - 1) } else { span }
}
