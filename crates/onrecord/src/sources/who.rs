//! Who a source is, put right once it is known which attributions hold: whoever was asked did not ask, and those who are named are not all.

use super::Attribution;
use super::attitude;
use super::context::Context;
use super::ends::LONGEST_LIST;
use crate::article::{Attitude, QuoteKind};
use crate::data::published;
use crate::lexer::{Kind, Tag};
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

/// So many words tell which paper it is.
const LONGEST_PARTICIPLE: usize = 24;

/// Puts the source of an attribution right.
pub fn settle(context: &Context, found: &mut Attribution) {
    without_hearer(context, found);
    with_whole(context, found);
    with_name(context, found);
    let before = |source: Span| found.cue.as_ref().is_some_and(|(cue, _)| source.end <= cue.start);
    let bare = |source| if before(source) { without_clause(context, source) } else { source };
    found.source = found.source.map(|source| with_dash(context, without_aside(context, bare(source))));
    with_participle(context, found);
}

/// "Ruiz*, in contrast,* said", "Ruiz*, speaking in Brill,* said", "*even* Ruiz": the writer's (101 of 117).
fn without_aside(context: &Context, source: Span) -> Span {
    let tokens = context.tokens;
    let mut words = tokens.within(source);
    words.start += usize::from(words.len() > 1 && tokens.at(words.start).lower() == "even");
    let comma = |i: &usize| context.text.slice(tokens.at(*i).span) == ",";
    let plain = |comma: usize| context.stretch_at(comma).is_none() && (words.start..comma).all(|i| tokens.at(i).tag != Tag::Wh);
    let last = words.clone().rev().find(comma).filter(|i| *i > words.start && opens_aside(context, i + 1) && plain(*i));
    tokens.span(words.start..last.unwrap_or(words.end))
}

/// "in contrast", "speaking in Brill", "for example"; not "including Ruiz", nor "at the Orvo Institute".
fn opens_aside(context: &Context, at: usize) -> bool {
    let (first, second) = (context.tokens.at(at), context.tokens.at(at + 1).lower());
    match first.lower() {
        "for" => matches!(second, "instance" | "example" | "one"),
        "of" => second == "course",
        "including" | "being" => false,
        word => {
            let link = matches!(word, "meanwhile" | "however" | "too" | "though" | "instead" | "also");
            let place = matches!(word, "in" | "by" | "without" | "during" | "after" | "on" | "through");
            link || place || first.tag == Tag::Ing
        }
    }
}

/// "Ruiz*, who had doubts before,* said": what is told of one who is known by last name alone (75 of 116).
fn without_clause(context: &Context, source: Span) -> Span {
    let tokens = context.tokens;
    let words = tokens.within(source);
    let head = words.start + usize::from(tokens.at(words.start).lower().ends_with('.'));
    let comma = context.text.slice(tokens.at(head + 1).span) == ",";
    let clause = words.len() > 3 && comma && matches!(tokens.at(head + 2).lower(), "who" | "whose" | "whom" | "which");
    if clause { tokens.span(words.start..head + 1) } else { source }
}

/// "according to a poll *released on Friday by Orvo*", "new polls *taken in May* show": what tells which paper it is (76 of 78).
fn with_participle(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), Some(source)) = (&found.cue, &mut found.source) else { return };
    let (cue, end) = (tokens.within(*cue), tokens.within(*source).end);
    let first = tokens.at(end);
    let plain =
        |i: &usize| tokens.at(*i).kind != Kind::Punctuation && tokens.at(*i).sentence == first.sentence && context.stretch_at(*i).is_none();
    let made = matches!(first.tag, Tag::Participle | Tag::Past) && published::is_done_to_papers(first.lemma());
    let whole = (end..end + LONGEST_PARTICIPLE).take_while(|i| plain(i) && *i != cue.start).last().map_or(end, |last| last + 1);
    let paper = found.mention.and_then(|i| context.mention(i)).is_some_and(|mention| mention.kind == MentionKind::Document);
    let closed = whole < end + LONGEST_PARTICIPLE && (lemma == "according to" && cue.end <= end || paper && whole == cue.start);
    if made && closed && whole > end + 1 {
        source.end = tokens.span(end..whole).end;
    }
}

/// "Ruiz — a teacher from Brill *—* says": a dash that opens inside closes inside (24 of 32).
fn with_dash(context: &Context, source: Span) -> Span {
    let tokens = context.tokens;
    let words = tokens.within(source);
    let dash = |i: usize| matches!(context.text.slice(tokens.at(i).span), "—" | "–" | "-" | "--");
    let open = words.clone().filter(|i| dash(*i)).count() == 1 && !dash(words.end.saturating_sub(1));
    if open && dash(words.end) { source.hull(tokens.at(words.end).span) } else { source }
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
