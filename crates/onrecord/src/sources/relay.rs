//! “Q,” *the agency quoted Ruiz as saying*: what an outlet passes on was said by whom it quotes.

use super::clause::is_auxiliary;
use super::context::Context;
use super::{Attribution, extent, select};
use crate::article::Attitude;
use crate::lexer::Tag;
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whoever is quoted takes no more words: "Ana Ruiz, a guard at the harbour gate,".
const LONGEST: usize = 24;
/// Whom it was told to takes no more words: "as telling the guards at the gate that".
const LONGEST_HEARER: usize = 8;
/// No more of them are looked through in one sentence: a page without full stops is one.
const MOST: usize = 8;

/// Somebody whom an outlet quotes.
struct Relayed {
    /// The outlet, if it is named.
    outlet: Option<Span>,
    /// The first token of the tag.
    start: usize,
    source: Range<usize>,
    mention: usize,
    /// "as saying"
    cue: Range<usize>,
}

/// Gives what an outlet passes on to whom it quotes.
pub fn settle(context: &Context, kept: &mut Vec<Attribution>) {
    let sentence = |cue: Span| context.tokens.at(context.tokens.after(cue.start)).sentence;
    let mut relayed: FxHashMap<usize, Vec<Relayed>> = FxHashMap::default();
    for found in kept.iter_mut() {
        let Some(relay) = read(context, found) else { continue };
        found.content = content(context, found, &relay);
        found.stretches = select::stretches_in(context, &found.content);
        found.kind = select::kind(context, &found.content, &found.stretches);
        let cue = context.tokens.span(relay.cue.clone());
        found.cue = Some((cue, context.tokens.at(relay.cue.end - 1).lemma().to_owned()));
        found.attitude = Attitude::Said;
        found.outlet = found.outlet.or(relay.outlet);
        speak(context, found, &relay);
        relayed.entry(sentence(cue)).or_default().push(relay);
    }
    kept.retain_mut(|found| {
        let Some((cue, lemma)) = &found.cue else { return true };
        let mut near = relayed.get(&sentence(*cue)).into_iter().flatten().take(MOST);
        let Some(relay) = near.find(|relay| found.mention != Some(relay.mention) && is_of(context, relay, found, *cue)) else {
            return true;
        };
        // "…, *adding* “R”": the same one goes on; what else has "saying" for its cue is the same attribution once more.
        let goes_on = lemma == "add";
        if goes_on {
            speak(context, found, relay);
        }
        goes_on
    });
}

/// Does an attribution have the cue of what was passed on, or go on from it?
fn is_of(context: &Context, relay: &Relayed, found: &Attribution, cue: Span) -> bool {
    let own = context.tokens.span(relay.cue.clone());
    let adds = found.cue.as_ref().is_some_and(|(_, lemma)| lemma == "add") && cue.start > own.end && found.source == relay.outlet;
    cue.meets(own) || adds
}

fn speak(context: &Context, found: &mut Attribution, relay: &Relayed) {
    found.source = Some(context.tokens.span(relay.source.clone()));
    found.mention = Some(relay.mention);
}

/// Whom the cue "quoted" has behind it, if "as saying" follows; in "was quoted by the agency as saying" whom it has before it.
fn read(context: &Context, found: &Attribution) -> Option<Relayed> {
    let tokens = context.tokens;
    let (cue, _) = found.cue.as_ref()?;
    let cue = tokens.within(*cue);
    let quoted = cue.clone().find(|i| matches!(tokens.at(*i).lemma(), "quote" | "cite"))?;
    let (behind, sentence) = (quoted + 1, context.sentence(tokens.at(quoted).sentence));
    let end = sentence.end.min(behind + LONGEST);
    let says = |i: &usize| tokens.at(*i).lower() == "as" && tokens.at(i + 1).tag == Tag::Ing;
    let at = (behind..end).find(says)?;
    if let Some(auxiliary) = (cue.start..quoted).find(|i| is_auxiliary(tokens, *i)) {
        let mention = context.mention_at(auxiliary.checked_sub(1)?)?;
        let source = context.mention(mention)?.tokens.clone();
        let by = (behind..end).find(|i| tokens.at(*i).lower() == "by").and_then(|by| context.mention_from(by + 1));
        let outlet = by.and_then(|by| context.mention(by)).map(|outlet| outlet.span);
        return Some(Relayed { outlet, start: source.start, source, mention, cue: at..at + 2 });
    }
    let outlet = found.source.filter(|source| tokens.within(*source).end <= quoted)?;
    let mention = context.mention_from(behind).filter(|i| context.mention(*i).is_some_and(|mention| mention.tokens.end <= at))?;
    let source = tokens.within(extent::trim(context, behind..at));
    Some(Relayed { outlet: Some(outlet), start: tokens.within(outlet).start, source, mention, cue: at..at + 2 })
}

/// What stands in marks, or behind "as saying", or, where nothing does, before the outlet.
fn content(context: &Context, found: &Attribution, relay: &Relayed) -> Vec<Span> {
    let tokens = context.tokens;
    let sentence = context.sentence(tokens.at(relay.cue.start).sentence);
    let (cue, source) = (tokens.span(relay.cue.clone()), tokens.span(relay.source.clone()));
    if !found.content.iter().any(|span| span.meets(cue) || span.meets(source)) {
        return found.content.clone();
    }
    let first = relay.cue.end;
    let last = found.content.last().map_or(first, |span| tokens.within(*span).end);
    if last > first + 1 && tokens.at(first).lower() != "by" {
        let that = (first..last.min(first + LONGEST_HEARER)).find(|i| tokens.at(*i).lower() == "that");
        return vec![extent::trim(context, that.unwrap_or(first)..last)];
    }
    let before = extent::trim(context, sentence.start..relay.start.max(sentence.start));
    let marked = context.speech_at(sentence.start).map(|stretch| context.chain_to(stretch));
    marked.unwrap_or_else(|| vec![before])
}
