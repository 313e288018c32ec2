//! Where a source begins and ends: without the writer's asides, with what tells which paper it is.
//!
//! The figures count PolNeAR's training articles.

use super::Attribution;
use super::context::Context;
use crate::data::papers;
use crate::lexer::{Kind, Tag};
use crate::mentions::MentionKind;
use crate::span::Span;

/// So many words tell which paper it is.
const LONGEST_PARTICIPLE: usize = 24;

/// Puts the limits of a source right.
pub fn settle(context: &Context, found: &mut Attribution) {
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

/// "according to a poll *released on Friday by Orvo*", "new polls *taken in May* show": what tells which paper it is (behind "according to" 37 of 39).
fn with_participle(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), Some(source)) = (&found.cue, &mut found.source) else { return };
    let (cue, end) = (tokens.within(*cue), tokens.within(*source).end);
    let first = tokens.at(end);
    let plain =
        |i: &usize| tokens.at(*i).kind != Kind::Punctuation && tokens.at(*i).sentence == first.sentence && context.stretch_at(*i).is_none();
    let made = matches!(first.tag, Tag::Participle | Tag::Past) && papers::is_made(first.lemma());
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
