//! The speaker of each attribution, once all mentions are read.

use super::Speakers;
use super::belonging;
use super::entities;
use super::figure::Figure;
use super::page::{Page, Pronoun};
use super::people::tidy;
use super::reader::Reader;
use super::voices::Voice;
use crate::article::{SpeakerKind, WhyUnknown};
use crate::span::Span;

type Verdict = (Result<usize, WhyUnknown>, f64);

/// Gives each attribution its speaker and lists those who speak.
pub fn speakers(mut reader: Reader) -> Speakers {
    let mut of: Vec<Verdict> = (0..reader.page.attributions.len()).map(|line| own(&mut reader, line)).collect();
    inherit(&reader.page, &mut of);
    let mut speaking: Vec<usize> = of.iter().filter_map(|(figure, _)| figure.ok()).collect();
    speaking.sort_unstable();
    speaking.dedup();
    belonging::tell(&mut reader, &speaking);
    let (entities, index) = entities::list(&reader, &speaking);
    for (figure, _) in &mut of {
        *figure = figure.and_then(|figure| index.get(figure).copied().flatten().ok_or(WhyUnknown::NoCandidate));
    }
    Speakers { entities, of }
}

fn own(reader: &mut Reader, line: usize) -> Verdict {
    if let Some(turn) = turn(reader, line) {
        return turn;
    }
    if let Some(figure) = reader.together.get(&line) {
        return (Ok(*figure), 0.85);
    }
    let nobody = |mention: usize| {
        let why = if reader.undecided.contains(&mention) { WhyUnknown::Ambiguous } else { WhyUnknown::NoCandidate };
        (Err(why), 0.0)
    };
    match reader.voices.of.get(line).cloned() {
        Some(Voice::One(mention)) => {
            let found = reader.of.get(mention).copied().flatten();
            found.map_or_else(|| nobody(mention), |(figure, certainty)| (Ok(figure), certainty))
        }
        Some(Voice::Words(span)) => words(reader, span).map_or((Err(WhyUnknown::NoCandidate), 0.0), |figure| (Ok(figure), 0.75)),
        _ => (Err(WhyUnknown::Unsourced), unsourced(reader, line)),
    }
}

/// How sure it is that nobody is named. "The road is expected to close": that the article does not say by whom is all there is to know;
/// words in marks beside no cue are somebody's.
fn unsourced(reader: &Reader, line: usize) -> f64 {
    let cue = reader.page.attributions.get(line).is_some_and(|found| found.cue.is_some());
    if cue { 0.9 } else { 0.0 }
}

/// "Q:" and "A:" in an interview.
fn turn(reader: &mut Reader, line: usize) -> Option<Verdict> {
    let label = reader.page.attributions.get(line)?.source?;
    let speaker = reader.interview.as_ref()?.speaker(label)?;
    if let Ok(figure) = speaker {
        reader.cast.figures.get_mut(figure)?.places.push(label);
    }
    Some((speaker, if speaker.is_ok() { 0.85 } else { 0.0 }))
}

/// Words that are no mention are called what they are.
fn words(reader: &mut Reader, span: Span) -> Option<usize> {
    let printed = tidy(reader.page.slice(span));
    if !printed.chars().any(char::is_alphabetic) {
        return None;
    }
    if let Some(figure) = reader.named_in(span) {
        return Some(figure);
    }
    let bare = reader.page.slice(reader.page.bare_phrase(span));
    // "The Brill Highway Patrol …", *the patrol* said
    let alone =
        Some(bare).filter(|bare| *bare != reader.page.slice(span) && !bare.contains(' ')).and_then(|word| reader.cast.words.key(word));
    let key = reader.cast.words.phrase_key(bare);
    let figure = alone.and_then(|word| reader.ending_in(word)).or_else(|| reader.cast.phrase(key));
    let figure = figure.unwrap_or_else(|| {
        let figure = reader.cast.add(Figure::new(kind_of(&reader.page, span), printed));
        reader.cast.set_phrase(key, figure);
        figure
    });
    reader.cast.figures.get_mut(figure)?.places.push(span);
    Some(figure)
}

fn kind_of(page: &Page, span: Span) -> SpeakerKind {
    let head = page.head(page.tokens.within(span)).map(|i| page.tokens.at(i).tag);
    match head {
        Some(crate::lexer::Tag::Nouns) => SpeakerKind::Group,
        Some(crate::lexer::Tag::Name) => SpeakerKind::Organization,
        _ => SpeakerKind::Unnamed,
    }
}

/// What goes on from another attribution has its speaker; "I" in a quotation is who says the quotation.
fn inherit(page: &Page, of: &mut [Verdict]) {
    for (line, found) in page.attributions.iter().enumerate() {
        let speaking = page.source(found).and_then(|mention| page.pronoun(page.mention(mention)?));
        let from = match (found.continues, found.parent) {
            (Some(before), _) => Some(before),
            (None, Some(parent)) if matches!(speaking, Some(Pronoun::I | Pronoun::We)) => Some(parent),
            _ => None,
        };
        let Some((Ok(figure), certainty)) = from.filter(|from| *from != line).and_then(|from| of.get(from).copied()) else { continue };
        if let Some(slot) = of.get_mut(line) {
            *slot = (Ok(figure), certainty * 0.97);
        }
    }
}
