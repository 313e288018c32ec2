//! “Q,” *the agency quoted Ruiz as saying*: what an outlet passes on was said by whom it quotes.

use super::context::Context;
use super::{Attribution, extent, select};
use crate::lexer::Tag;
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whoever is quoted takes no more words: "Ana Ruiz, a guard at the harbour gate,".
const LONGEST: usize = 24;
/// Whom it was told to takes no more words: "as telling foreign and domestic media that".
const LONGEST_HEARER: usize = 8;

/// No more of them are looked through in one sentence: a page without full stops is one.
const MOST: usize = 8;

/// Somebody whom an outlet quotes.
struct Relayed {
    /// The outlet, which the attribution had as its source.
    outlet: Span,
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
        found.outlet = found.outlet.or(Some(relay.outlet));
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
    let adds = found.cue.as_ref().is_some_and(|(_, lemma)| lemma == "add") && cue.start > own.end && found.source == Some(relay.outlet);
    cue.meets(own) || adds
}

fn speak(context: &Context, found: &mut Attribution, relay: &Relayed) {
    found.source = Some(context.tokens.span(relay.source.clone()));
    found.mention = Some(relay.mention);
}

/// Whom the cue "quoted" has behind it, if "as saying" follows.
fn read(context: &Context, found: &Attribution) -> Option<Relayed> {
    let (cue, lemma) = found.cue.as_ref()?;
    let outlet = found.source.filter(|source| source.end <= cue.start && matches!(lemma.as_str(), "quote" | "cite"))?;
    let behind = context.tokens.within(*cue).end;
    let mention = context.mention_from(behind)?;
    let end = context.sentence(context.tokens.at(behind).sentence).end.min(behind + LONGEST);
    let says = |i: &usize| context.tokens.at(*i).lower() == "as" && context.tokens.at(i + 1).tag == Tag::Ing;
    let at = (context.mention(mention)?.tokens.end..end).find(says)?;
    let source = context.tokens.within(extent::trim(context, behind..at));
    Some(Relayed { outlet, source, mention, cue: at..at + 2 })
}

/// What stands in marks, or behind "as saying", or, where nothing does, before the outlet.
fn content(context: &Context, found: &Attribution, relay: &Relayed) -> Vec<Span> {
    let tokens = context.tokens;
    let sentence = context.sentence(tokens.at(relay.cue.start).sentence);
    let cue = tokens.span(relay.cue.clone());
    if !found.content.iter().any(|span| span.meets(cue)) {
        return found.content.clone();
    }
    let last = found.content.last().map_or(relay.cue.end, |span| tokens.within(*span).end);
    if last > relay.cue.end + 1 {
        let that = (relay.cue.end..last.min(relay.cue.end + LONGEST_HEARER)).find(|i| tokens.at(*i).lower() == "that");
        return vec![extent::trim(context, that.unwrap_or(relay.cue.end)..last)];
    }
    let before = tokens.within(relay.outlet).start;
    vec![extent::trim(context, sentence.start..before.max(sentence.start))]
}
