//! What stands in the place of the source: a mention, several joined by "and", words that are no mention, or nothing.

use super::page::Page;
use crate::data::papers;
use crate::lexer::Tag;
use crate::mentions::{Mention, MentionKind};
use crate::order;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// What stands in the place of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A mention.
    One(usize),
    /// "Ruiz and Marsh", "the minister and his aides": the mentions, and the words that hold them all.
    Several(Vec<usize>, Span),
    /// Words that are no mention.
    Words(Span),
    /// Nothing.
    Nobody,
}

/// The voices of all attributions, and the way back from mentions to them.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    /// For each attribution.
    pub of: Vec<Voice>,
    /// (mention, attribution), sorted.
    by_mention: Vec<(usize, usize)>,
    /// The attributions of several, by the last mention among them.
    pub joint: FxHashMap<usize, Vec<usize>>,
    /// The whole phrase of a mention that is a source without a name: "two sources familiar with the matter".
    pub phrases: FxHashMap<usize, Span>,
    /// Where outlets stand that were told something, sorted.
    outlets: Vec<usize>,
}

/// No more than so many are named together.
const MOST_TOGETHER: usize = 6;

impl Voices {
    /// Finds what stands in the place of each source.
    pub fn find(page: &Page) -> Self {
        let mut voices =
            Self { of: page.attributions.iter().map(|found| voice(page, found.source, page.source(found))).collect(), ..Self::default() };
        for (i, (voice, found)) in voices.of.iter().zip(page.attributions).enumerate() {
            match voice {
                Voice::One(mention) => {
                    voices.by_mention.push((*mention, i));
                    if let Some(span) = found.source.and_then(|source| whole(page, *mention, source)) {
                        voices.phrases.entry(*mention).or_insert(span);
                    }
                }
                Voice::Several(mentions, _) => {
                    voices.by_mention.extend(mentions.iter().map(|mention| (*mention, i)));
                    mentions.last().into_iter().for_each(|last| voices.joint.entry(*last).or_default().push(i));
                }
                _ => {}
            }
        }
        order::by(&mut voices.by_mention, Ord::cmp);
        voices.outlets = page.attributions.iter().filter_map(|found| found.outlet.map(|outlet| outlet.start)).collect();
        order::by(&mut voices.outlets, Ord::cmp);
        voices
    }

    /// The attributions that a mention is the source of.
    pub fn lines(&self, mention: usize) -> impl Iterator<Item = usize> + '_ {
        let start = self.by_mention.partition_point(|(of, _)| *of < mention);
        self.by_mention.get(start..).unwrap_or_default().iter().take_while(move |(of, _)| *of == mention).map(|(_, line)| *line)
    }

    /// "told *CNN*": does an outlet stand at the byte that only hears?
    pub fn listens(&self, start: usize) -> bool {
        self.outlets.binary_search(&start).is_ok()
    }

    /// Is it the source of anything?
    pub fn speaks(&self, mention: usize) -> bool {
        self.lines(mention).next().is_some()
    }
}

fn voice(page: &Page, source: Option<Span>, given: Option<usize>) -> Voice {
    let Some(source) = source else { return given.map_or(Voice::Nobody, Voice::One) };
    let start = page.mentions.partition_point(|mention| mention.span.end <= source.start);
    let inside = page.mentions.iter().enumerate().skip(start).take_while(|(_, mention)| mention.span.start < source.end);
    // "… against *the millers, guards and* a charity said": a list that begins before the source was read too far.
    let reaches_in = |mention: &Mention| !mention.members.is_empty() && mention.span.start + 1 < source.start;
    let inside = inside.map(|(index, mention)| (index, *mention)).filter(|(_, mention)| !reaches_in(mention));
    let inside: Vec<(usize, &Mention)> = inside.take(MOST_TOGETHER * 2).collect();
    let given = given.filter(|given| !page.mention(*given).is_some_and(reaches_in));
    let named = given.or_else(|| opening(page, source, &inside));
    let named = named.or_else(|| introduced_by(page, source));
    let Some(first) = named.map(|first| coordination(page, source, &inside, first)) else { return Voice::Words(source) };
    if page.mention(first).is_some_and(|mention| !mention.members.is_empty()) {
        return Voice::One(first);
    }
    let joint = together(page, source, &inside, first);
    if joint.len() > 1 || leads_a_list(page, source, first) {
        return Voice::Several(joint, source);
    }
    Voice::One(first)
}

/// "*The firm’s head* of research, Ana Ruiz": the name behind the words that introduce it.
fn introduced_by(page: &Page, source: Span) -> Option<usize> {
    let from = page.mentions.partition_point(|mention| mention.span.start < source.end);
    let opens = |mention: &Mention| mention.extent.start == source.start && mention.kind == MentionKind::Person;
    page.mentions.iter().skip(from).take(3).position(|mention| opens(mention)).map(|at| from + at)
}

/// The coordination that begins with a mention, where the source holds all of it.
fn coordination(page: &Page, source: Span, inside: &[(usize, &Mention)], first: usize) -> usize {
    let Some(start) = page.mention(first).map(|mention| mention.span.start) else { return first };
    let holds = |mention: &Mention| !mention.members.is_empty() && mention.span.start == start && mention.span.end <= source.end + 2;
    inside.iter().find(|(_, mention)| holds(mention)).map_or(first, |(index, _)| *index)
}

/// The mention that the source phrase opens with; in "a lawyer for Ruiz" not "Ruiz".
fn opening(page: &Page, source: Span, inside: &[(usize, &Mention)]) -> Option<usize> {
    let (index, mention) = inside.first()?;
    // A mention that runs on beyond the source was read too far.
    if mention.span.end > source.end + 2 || mention.span.start + 1 < source.start {
        return None;
    }
    let before = page.tokens.within(Span::new(source.start, mention.span.start.max(source.start)));
    let nouns = before.clone().filter(|i| page.tokens.at(*i).tag.is_noun()).count();
    let preposition = before.clone().any(|i| matches!(page.tokens.at(i).tag, Tag::Preposition | Tag::To | Tag::Conjunction));
    let governed = preposition && nouns > 0;
    let possessor = page.is_possessor(mention) && mention.span.end + 4 < source.end;
    let next = inside.get(1).filter(|_| possessor).map(|(index, _)| *index);
    if governed { None } else { next.or(Some(*index).filter(|_| !possessor)) }
}

/// The mentions from `first` on that only commas and "and" part.
fn together(page: &Page, source: Span, inside: &[(usize, &Mention)], first: usize) -> Vec<usize> {
    let mut joint = vec![first];
    let from = inside.iter().skip_while(|(index, _)| *index != first).filter(|(_, mention)| mention.span.end <= source.end + 1);
    let mut run: Vec<usize> = vec![first];
    let mut last: Option<&Mention> = None;
    for (index, mention) in from {
        if let Some(last) = last {
            let between = page.between(last, mention);
            let glue = between.trim_matches(|c: char| c == ',' || c.is_whitespace());
            let describes = between.contains(',') && !mention.plural && matches!(mention.kind, MentionKind::Unnamed | MentionKind::Role);
            if describes
                || mention.kind == MentionKind::Pronoun
                || !(glue.is_empty() && between.contains(',') || matches!(glue, "and" | "&" | "or" | "as well as"))
            {
                break;
            }
            run.push(*index);
            if !glue.is_empty() {
                joint.clone_from(&run);
            }
        }
        last = Some(mention);
    }
    joint
}

/// "the minister and his aides", where the aides are no mention.
fn leads_a_list(page: &Page, source: Span, first: usize) -> bool {
    let Some(mention) = page.mention(first).filter(|mention| mention.kind != MentionKind::Pronoun) else { return false };
    let rest = page.slice(Span::new(mention.span.end, source.end)).trim_start();
    rest.starts_with("and ") && rest.len() > 5 && !rest.contains(',') && matches!(mention.kind, MentionKind::Person | MentionKind::Role)
}

/// The source phrase where it says more than the mention of somebody without a name.
fn whole(page: &Page, mention: usize, source: Span) -> Option<Span> {
    let mention = page.mention(mention)?;
    let phrase = matches!(mention.kind, MentionKind::Unnamed | MentionKind::Group | MentionKind::Document | MentionKind::Role);
    if !phrase || !mention.members.is_empty() || source.start > mention.span.start || source.end <= mention.span.end {
        return None;
    }
    // What follows in commas introduces the source and is no part of what it is called.
    let tail = page.slice(Span::new(mention.span.end, source.end));
    // "An arbitration panel in 2001": the year says when it spoke.
    let marks = [", ", " who ", " which ", " that ", " —", " –", " ―", " --", " (", " in 19", " in 20"];
    let cut = marks.iter().filter_map(|mark| tail.find(mark)).min().unwrap_or(tail.len());
    let cut = cut.min(second_participle(tail)).min(of_publishing(page, Span::new(mention.span.end, source.end)));
    Some(Span::new(source.start, mention.span.end + cut).trimmed(&page.text.clean))
}

/// "A poll *released on Friday*": how far into `tail` it is told which paper it is, which is no part of its name.
fn of_publishing(page: &Page, tail: Span) -> usize {
    let tokens = page.tokens.within(tail);
    let told = |i: &usize| {
        let token = page.tokens.at(*i);
        matches!(token.tag, Tag::Participle | Tag::Past) && papers::is_made(token.lemma())
    };
    tokens.into_iter().find(told).map_or(tail.len(), |i| page.tokens.at(i).span.start - tail.start)
}

/// "Several judges handling federal cases *seeking* information": where what is said of what the source does begins.
fn second_participle(tail: &str) -> usize {
    let words = tail.split_inclusive(' ').scan(0, |at, word| {
        *at += word.len();
        Some((*at - word.len(), word.trim_end()))
    });
    let mut participles = words.filter(|(_, word)| word.len() > 5 && word.ends_with("ing") && word.starts_with(char::is_lowercase));
    participles.nth(1).map_or(tail.len(), |(at, _)| at)
}
