//! Attributions without a verb: "according to S", "S: …" in a headline, a turn of a transcript.

use super::candidate::Candidate;
use super::circumstances::Circumstances;
use super::clause::{Nominal, nominal_at};
use super::context::Context;
use super::{extent, left};
use crate::article::BlockKind;
use crate::data::cues::Frame;
use crate::data::lexicon::{self, Class};
use crate::data::{outlets, speech_tags, views};
use crate::lexer::{Kind, Tag};
use crate::mentions::MentionKind;
use std::ops::Range;

/// A tag between commas has no more tokens.
const LONGEST_TAG: usize = 12;

/// The candidates of one sentence.
pub fn candidates(context: &Context, sentence: usize, into: &mut Vec<Candidate>) {
    let range = context.sentence(sentence);
    for at in range.clone() {
        if context.speech_at(at).is_some() {
            continue;
        }
        match context.tokens.at(at).lower() {
            "according" if context.tokens.at(at + 1).lower() == "to" => into.extend(according(context, &range, at, at + 2)),
            // "…, according the report": the "to" is lost.
            "according" if context.tokens.at(at + 1).tag == Tag::Determiner && is_apart(context, &range, at) => {
                into.extend(according(context, &range, at, at + 1));
            }
            "per" if is_apart(context, &range, at) => into.extend(according(context, &range, at, at + 1)),
            "in" => into.extend(in_words(context, &range, at)),
            _ => {}
        }
    }
    if matches!(context.block_kind(sentence), BlockKind::Title | BlockKind::Heading | BlockKind::Deck) {
        into.extend(headline(context, &range));
    }
}

fn bare(rule: &'static str, lemma: &'static str, cue: Range<usize>, source: Nominal, content: Vec<crate::span::Span>) -> Candidate {
    Candidate {
        frame: Frame::Colon,
        lemma,
        cue,
        source: Some(source),
        content,
        negated: false,
        circumstances: Circumstances::default(),
        rule,
    }
}

/// "*Per* the report, the wall is old", not "two per cent", "ten dollars per barrel".
fn is_apart(context: &Context, sentence: &Range<usize>, at: usize) -> bool {
    at == sentence.start || context.text.slice(context.tokens.at(at - 1).span) == ","
}

/// "According to S, the talks failed." "The talks failed, according to S." Its cue runs from `at` to `end`.
fn according(context: &Context, sentence: &Range<usize>, at: usize, end: usize) -> Option<Candidate> {
    let mut source = source_after(context, end, sentence.end).filter(|source| is_somebody(context, source, end - at))?;
    // "According to police, *the man most reported was ill*": no aside, for then nothing would be said.
    if at == sentence.start && !(source.extent..sentence.end).any(|i| extent::is_finite(context, i)) {
        source.extent = source.end;
    }
    // “…,” she *said* according to the radio: the words have their tag.
    let tagged = at > sentence.start && speech_tags::is_tag_lemma(context.tokens.at(at - 1).lemma());
    if tagged && context.tokens.at(at - 1).tag == Tag::Past || inner_tag(context, at, sentence.start).is_some() {
        return None;
    }
    // "According to Ruiz, *the dam holds*": an apposition would close with a comma of its own.
    let comma = |i: &usize| context.text.slice(context.tokens.at(*i).span) == ",";
    if at == sentence.start && comma(&source.end) {
        let close = (source.end + 1..sentence.end).find(comma).unwrap_or(sentence.end);
        if (source.end + 1..close).any(|i| extent::is_finite(context, i)) {
            source.extent = source.end;
        }
    }
    let mut rest = source.extent.max(source.end);
    while rest < sentence.end && context.tokens.at(rest).kind != Kind::Punctuation && at == sentence.start {
        rest += 1;
    }
    let mut content = Vec::new();
    if at > sentence.start && extent::trim(context, sentence.start..at).len() > 3 {
        content.extend(left::around(context, sentence, at, rest).unwrap_or_default());
    } else if rest < sentence.end {
        content.push(extent::reported(context, rest, sentence.end, true));
    }
    content.retain(|span| !span.is_empty());
    (!content.is_empty()).then(|| bare("according to", "according to", at..end, source, content))
}

/// The dam is “safe,” *Ruiz wrote in the email*, according to the Post: where the words between the commas are a tag of their own, its verb. A
/// whole quotation stands within what the Post says as well.
pub fn inner_tag(context: &Context, at: usize, floor: usize) -> Option<usize> {
    let comma = |i: usize| context.text.slice(context.tokens.at(i).span) == ",";
    let close = at.checked_sub(1).filter(|close| comma(*close))?;
    let opens = |i: &usize| comma(*i) || context.tokens.at(*i).kind == Kind::Mark;
    let open = (floor..close).rev().take(LONGEST_TAG).find(opens)?;
    let whole = |i: usize| context.speech_at(i).is_some_and(|stretch| context.range(stretch).start <= floor + 1);
    if whole(open) || open > floor && whole(open - 1) {
        return None;
    }
    let mut verbs = (open + 1..close).filter(|i| extent::is_finite(context, *i));
    let verb = verbs.next().filter(|verb| verb - open < 6)?;
    let said = context.tokens.at(verb).tag == Tag::Past && speech_tags::is_tag_lemma(context.tokens.at(verb).lemma());
    (said && verbs.next().is_none()).then_some(verb)
}

/// Not "rated according to *its* risk", "per *usual*".
fn is_somebody(context: &Context, source: &Nominal, words: usize) -> bool {
    let owner = source.end == source.start + 1 && context.tokens.at(source.start).tag == Tag::Possessive;
    !owner && (words > 1 || source.mention.is_some())
}

/// "In S’s view, the road is a waste." "The road is, in the words of S, “a gift”."
fn in_words(context: &Context, sentence: &Range<usize>, at: usize) -> Option<Candidate> {
    let (source, word) = owner(context, at + 1, sentence.end).or_else(|| owner_behind(context, at + 1, sentence.end))?;
    let lemma = views::find(context.tokens.at(word).lower())?;
    let end = source.extent.max(word + 1);
    let comma = context.text.slice(context.tokens.at(end).span) == ",";
    let content = if at == sentence.start {
        vec![extent::reported(context, end + usize::from(comma), sentence.end, true)]
    } else {
        left::around(context, sentence, at, end).filter(|_| left::ends_content(context, at, sentence.start))?
    };
    let cue = word..word + 1;
    (end < sentence.end && (comma || at > sentence.start)).then(|| bare("in words", lemma, cue, source, content))
}

/// Whose words or view: "Ruiz’s *words*", "his *view*"; and the token of that noun.
fn owner(context: &Context, at: usize, end: usize) -> Option<(Nominal, usize)> {
    if context.tokens.at(at).tag == Tag::Possessive {
        let mention = context.mention_from(at).filter(|i| context.mention(*i).is_some_and(|mention| mention.tokens.end == at + 1))?;
        return Some((Nominal { start: at, end: at + 1, extent: at + 1, mention: Some(mention) }, at + 1));
    }
    let last = (at + 1..end.min(at + 8)).find(|i| context.tokens.at(*i).tag == Tag::Genitive)?;
    let found = context.mention_from(at);
    let mention = found.or_else(|| (at..last).rev().find_map(|i| context.mention_at(i)));
    (!context.tokens.at(at).tag.is_verb()).then_some((Nominal { start: at, end: last, extent: last, mention }, last + 1))
}

/// Whose words or view: "the *words* of Ruiz"; and the token of that noun.
fn owner_behind(context: &Context, at: usize, end: usize) -> Option<(Nominal, usize)> {
    let of = context.tokens.at(at).lower() == "the" && context.tokens.at(at + 2).lower() == "of";
    Some((source_after(context, at + 3, end).filter(|_| of)?, at + 1))
}

/// The source after "according to", with the phrases that hang on it.
fn source_after(context: &Context, start: usize, end: usize) -> Option<Nominal> {
    let mut nominal = nominal_at(context, start, end)?;
    let mut at = nominal.end;
    while matches!(context.tokens.at(at).lower(), "of" | "for" | "from" | "at" | "by" | "in" | "with" | "on" | "and") && at + 1 < end {
        let Some(inner) = nominal_at(context, at + 1, end) else { break };
        at = inner.end;
    }
    nominal.extent = nominal.extent.max(at);
    nominal.end = nominal.end.max(at);
    Some(nominal)
}

/// "Mayor: Bridge will hold"
fn headline(context: &Context, sentence: &Range<usize>) -> Option<Candidate> {
    let sentence = &(sentence.start..before_outlet(context, sentence));
    if let Some(found) = speaker_last(context, sentence).or_else(|| claim_first(context, sentence)) {
        return Some(found);
    }
    let colon = sentence.clone().take(8).find(|i| context.text.slice(context.tokens.at(*i).span) == ":")?;
    let source = nominal_at(context, sentence.start, colon).filter(|source| source.end == colon)?;
    // "Brill Nights recap: Go, Ruiz, Go", "Profile: Ana Ruiz"
    let label = is_label(context.text.slice(context.tokens.at(colon - 1).span));
    if label {
        return None;
    }
    let content = extent::trim(context, colon + 1..sentence.end);
    (!content.is_empty()).then(|| bare("headline", ":", colon..colon + 1, source, vec![content]))
}

/// "Brill Nights *recap*: Go, Ruiz, Go"
pub fn is_label(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "recap" | "profile" | "review" | "preview" | "update" | "exclusive" | "video" | "photos" | "gallery" | "source"
    )
}

/// "Bridge will hold: mayor *– Brill Post*": where the headline ends, and the page names itself.
pub fn before_outlet(context: &Context, sentence: &Range<usize>) -> usize {
    let dash = |i: &usize| matches!(context.text.slice(context.tokens.at(*i).span), "–" | "—" | "|" | "-");
    let named = |i: usize| context.tokens.at(i).is_capital() || context.tokens.at(i).lower() == "of";
    let own = |dash: &usize| (dash + 1..sentence.end).all(named);
    sentence.clone().skip(3).rev().take(6).find(dash).filter(own).unwrap_or(sentence.end)
}

/// "Bridge will hold: mayor"
fn claim_first(context: &Context, sentence: &Range<usize>) -> Option<Candidate> {
    let last = sentence.clone().rev().take(6).find(|i| context.text.slice(context.tokens.at(*i).span) == ":")?;
    let source = nominal_at(context, last + 1, sentence.end).filter(|source| source.end == sentence.end && source.mention.is_some())?;
    let opens = context.tokens.at(sentence.start);
    let asks = opens.tag == Tag::Wh || matches!(opens.lower(), "how" | "here" | "review" | "video" | "watch");
    let finite = || (sentence.start..last).any(|i| extent::is_finite(context, i));
    // "Five killed in crash: police"
    let short = || last > sentence.start + 3 && only_tells(context, &source);
    let claims = !asks && (finite() || short()) && context.stretch_at(last).is_none();
    let content = extent::trim(context, sentence.start..last);
    claims.then(|| bare("headline", ":", last..last + 1, source, vec![content]))
}

/// "police", "sources", "poll", "UN", "Kremlin": nothing that a headline could be about.
fn only_tells(context: &Context, source: &Nominal) -> bool {
    let words = context.text.slice(source.span(context.tokens));
    let known = words.chars().all(char::is_uppercase) || outlets::is_affiliation(words);
    source.mention.and_then(|i| context.mention(i)).is_some_and(|mention| match mention.kind {
        MentionKind::Role | MentionKind::Unnamed | MentionKind::Group => true,
        MentionKind::Document => !words.eq_ignore_ascii_case("video"),
        MentionKind::Organization => known || mention.name.is_none() || lexicon::find(&words.to_lowercase()).is(Class::Seat),
        _ => false,
    })
}

/// "‘We will not pay’: Brill mayor on the toll"
fn speaker_last(context: &Context, sentence: &Range<usize>) -> Option<Candidate> {
    let stretch = context.speech_at(sentence.start)?;
    let colon = context.range(stretch).end;
    let sign = matches!(context.text.slice(context.tokens.at(colon).span), ":" | "–" | "—");
    let source = nominal_at(context, colon + 1, sentence.end).filter(|source| sign && source.mention.is_some())?;
    // "Brill mayor on the toll": what the words are about is no part of who said them.
    let about = (source.start + 1..source.end).find(|i| matches!(context.tokens.at(*i).lower(), "on" | "about"));
    let source = Nominal { end: about.unwrap_or(source.end), extent: about.unwrap_or(source.end), ..source };
    Some(bare("headline", ":", colon..colon + 1, source, context.chain(stretch).0))
}
