//! Quoted stretches that no cue took: the next words of the last speaker, a quotation after a colon, a turn of a transcript, or words
//! that nobody is said to have said.

use super::clause::Nominal;
use super::context::Context;
use super::introduction::{self, Introduction};
use super::paragraph::{self, Earlier};
use super::posts;
use super::select;
use super::signature::{caption, label, signature};
use super::tag;
use super::{Attribution, Voices};
use crate::article::{Attitude, BlockKind, QuoteKind};
use crate::layout::Turn;
use crate::order;
use crate::quotes::Usage;
use crate::span::Span;

/// A heading in quotation marks has at most so many words.
const LONGEST_HEADING: usize = 6;

/// Adds an attribution for each stretch that none of `kept` has.
pub fn add(context: &Context, kept: &mut Vec<Attribution>) {
    turns(context, kept);
    posts::add(context, kept);
    quoted_turns(context, kept);
    tag::without_contents(context, kept);
    let mut taken = vec![None; context.stretches.items.len()];
    for (i, attribution) in kept.iter().enumerate() {
        for stretch in &attribution.stretches {
            if let Some(slot) = taken.get_mut(*stretch) {
                *slot = Some(i);
            }
        }
    }
    let said = by_place(kept);
    for (i, stretch) in context.stretches.items.iter().enumerate() {
        let free = taken.get(i).is_some_and(Option::is_none) && stretch.parent.is_none();
        if !free || matches!(stretch.usage, Usage::Work | Usage::Nickname) || !reads(context, stretch.block) {
            continue;
        }
        let (content, members) = context.chain(i);
        let attribution = if stretch.usage == Usage::Speech && !heads(context, i) {
            speech(context, i, content, &Before { kept, taken: &taken, said: &said })
        } else {
            scare(content)
        };
        let attribution = Attribution { stretches: members, ..attribution };
        for member in &attribution.stretches {
            if let Some(slot) = taken.get_mut(*member) {
                *slot = Some(kept.len());
            }
        }
        kept.push(attribution);
    }
}

/// Is it a heading, or a short line without a stop that stands for one: ‘Our own limits’?
pub fn heads(context: &Context, stretch: usize) -> bool {
    let Some(found) = context.stretch(stretch) else { return false };
    let Some(block) = context.layout.blocks.get(found.block) else { return false };
    let words = context.tokens.within(found.inner).len();
    let stops = found.inner.of(context.text.as_str()).ends_with(['.', '?', '!', '…', ',']);
    let alone = context.tokens.within(block.span) == context.range(stretch);
    matches!(block.kind, BlockKind::Heading | BlockKind::Title) || alone && !stops && words <= LONGEST_HEADING
}

fn reads(context: &Context, block: usize) -> bool {
    context.layout.blocks.get(block).is_some_and(|block| super::reads(block.kind))
}

pub fn blank(kind: QuoteKind, content: Vec<Span>, rule: &'static str, score: f64) -> Attribution {
    Attribution {
        kind,
        content,
        cue: None,
        source: None,
        mention: None,
        attitude: Attitude::Said,
        negated: false,
        parent: None,
        continues: None,
        addressee: None,
        outlet: None,
        occasion: None,
        day: None,
        stretches: Vec::new(),
        rule,
        score,
        voices: Voices::default(),
    }
}

fn scare(content: Vec<Span>) -> Attribution {
    blank(QuoteKind::Scare, content, "scare", 0.5)
}

/// Turns of a transcript.
fn turns(context: &Context, kept: &mut Vec<Attribution>) {
    let turns = &context.layout.turns;
    let around = |span: &Span| {
        let turn = turns.get(turns.partition_point(|turn| turn.body.start <= span.start).checked_sub(1)?)?;
        (span.start < turn.body.end).then_some(turn)
    };
    let labelled = |attribution: &Attribution, turn: &Turn| attribution.source.is_some_and(|source| source.meets(turn.label));
    kept.retain(|attribution| {
        let turn = attribution.content.iter().find_map(around);
        turn.is_none_or(|turn| !labelled(attribution, turn) && is_retold(attribution))
    });
    for turn in turns.iter().filter(|turn| !turn.body.is_empty()) {
        let mut attribution = blank(QuoteKind::Direct, vec![turn.body], "turn", 0.9);
        attribution.source = Some(turn.label);
        let label = context.tokens.within(turn.label);
        // "ANA RUIZ, MAYOR:" is Ruiz's turn, whatever capitals make of her role.
        let before_comma = label.clone().take_while(|i| context.text.slice(context.tokens.at(*i).span) != ",");
        attribution.mention = before_comma.last().and_then(|last| (label.start..=last).rev().find_map(|i| context.mention_at(i)));
        attribution.stretches = select::stretches_in(context, &attribution.content);
        kept.push(attribution);
    }
}

/// "RUIZ: Then a man rang and said, “What have you done?”": words in marks with a cue of their own, inside a turn.
pub fn is_retold(attribution: &Attribution) -> bool {
    attribution.kind == QuoteKind::Direct && attribution.cue.is_some() && !attribution.stretches.is_empty()
}

/// Whose words a stretch without a cue are.
fn speech(context: &Context, stretch: usize, content: Vec<Span>, before: &Before) -> Attribution {
    let Before { kept, taken, .. } = *before;
    if let Some(found) = signature(context, stretch) {
        return signed(context, found, &content);
    }
    if let Some(source) = caption(context, stretch) {
        let (rule, score) = ("signature", 0.8);
        return introduced_by(context, &Introduction { source, cue: None, rule, score }, content);
    }
    if let Some(found) = tag::after(context, stretch) {
        let (rule, score) = ("tag", 0.8);
        return introduced_by(context, &Introduction { source: found.source, cue: Some(found.verb), rule, score }, content);
    }
    if let Some(found) = introduction::bare_tag(context, stretch, kept) {
        return introduced_by(context, &found, content);
    }
    if let Some(earlier) = goes_on_from(context, stretch, kept, taken) {
        let mut attribution = blank(QuoteKind::Direct, content, "continuation", 0.8);
        attribution.continues = Some(earlier);
        if let Some(before) = kept.get(earlier).filter(|before| same_block(context, before, stretch)) {
            (attribution.source, attribution.mention) = (before.source, before.mention);
        }
        return attribution;
    }
    if let Some(found) = introduction::of_stretch(context, stretch) {
        return introduced_by(context, &found, content);
    }
    match paragraph::before(context, stretch, before) {
        Some(Earlier::Words(earlier)) => {
            let blank = blank(QuoteKind::Direct, content, "goes on", 0.5);
            Attribution { continues: Some(earlier), ..blank }
        }
        Some(Earlier::Subject(source)) => {
            let (rule, score) = ("subject of the paragraph before", 0.4);
            introduced_by(context, &Introduction { source, cue: None, rule, score }, content)
        }
        None => blank(QuoteKind::Direct, content, "unattributed", 0.3),
    }
}

/// What is known before the words without a cue are looked at.
pub struct Before<'a> {
    /// The attributions so far.
    pub kept: &'a [Attribution],
    /// For each stretch, the attribution that has it.
    taken: &'a [Option<usize>],
    /// Those that the grammar found, by the place of their content.
    pub said: &'a [(usize, usize)],
}

fn by_place(kept: &[Attribution]) -> Vec<(usize, usize)> {
    let start = |attribution: &Attribution| attribution.content.first().map_or(0, |span| span.start);
    let mut said: Vec<(usize, usize)> = kept.iter().enumerate().map(|(i, attribution)| (start(attribution), i)).collect();
    order::by(&mut said, Ord::cmp);
    said
}

/// “…” ― Ana Ruiz, or "RUIZ: …" inside the marks of a quoted transcript.
fn signed(context: &Context, found: (&'static str, Nominal, usize), content: &[Span]) -> Attribution {
    let (rule, source, cue) = found;
    let mut attribution = blank(QuoteKind::Direct, content.to_vec(), rule, 0.85);
    attribution.source = Some(source.full(context.tokens));
    attribution.mention = source.mention;
    let sign = context.tokens.at(cue).span;
    attribution.cue = Some((sign, context.text.slice(sign).to_owned()));
    attribution
}

/// An attribution of a stretch to what introduces it.
fn introduced_by(context: &Context, found: &Introduction, content: Vec<Span>) -> Attribution {
    let mut attribution = blank(QuoteKind::Direct, content, found.rule, found.score);
    attribution.source = Some(found.source.full(context.tokens));
    attribution.mention = found.source.mention;
    attribution.cue = found.cue.map(|cue| (context.tokens.span(cue.start..cue.end), context.tokens.at(cue.head).lemma().to_owned()));
    attribution
}

/// Turns of a quoted transcript, whatever else was found in them.
fn quoted_turns(context: &Context, kept: &mut Vec<Attribution>) {
    for i in 0..context.stretches.items.len() {
        let Some(found) = label(context, i) else { continue };
        let (content, members) = context.chain(i);
        kept.retain(|attribution| !attribution.stretches.contains(&i));
        kept.push(Attribution { stretches: members, ..signed(context, found, &content) });
    }
}

/// The source of a stretch where a mark right at it says so: “…” ― Ana Ruiz; Ruiz added a word of doubt: “…”.
#[cfg(feature = "tagger")]
pub fn marked_source(context: &Context, stretch: usize) -> Option<Nominal> {
    let signed = signature(context, stretch).map(|(_, source, _)| source).or_else(|| caption(context, stretch));
    signed.or_else(|| introduction::of_stretch(context, stretch).filter(|found| found.rule == "colon").map(|found| found.source))
}

/// The attribution whose speaker goes on speaking: the last one of the same paragraph, or of the one before where both end and begin
/// with a quotation.
fn goes_on_from(context: &Context, stretch: usize, kept: &[Attribution], taken: &[Option<usize>]) -> Option<usize> {
    let own = context.stretch(stretch)?;
    let before =
        (0..stretch).rev().take(8).find(|i| context.stretch(*i).is_some_and(|s| s.parent.is_none() && s.usage == Usage::Speech))?;
    let earlier = taken.get(before).copied().flatten()?;
    let attribution = kept.get(earlier)?;
    if matches!(attribution.kind, QuoteKind::Scare) || attribution.rule == "unattributed" {
        return None;
    }
    let last = context.stretch(before)?;
    if last.block == own.block {
        return Some(earlier);
    }
    let between = context.layout.blocks.get(last.block + 1..own.block)?;
    let adjacent = between.iter().all(|block| !matches!(block.kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Heading));
    let opens = context.range(stretch).start == first_token(context, own.block);
    (adjacent && opens && closes_paragraph(context, before, attribution)).then_some(earlier)
}

/// Is the source of `before` named in the paragraph of the stretch?
fn same_block(context: &Context, before: &Attribution, stretch: usize) -> bool {
    let block = context.stretch(stretch).and_then(|stretch| context.layout.blocks.get(stretch.block));
    before.source.zip(block).is_some_and(|(source, block)| block.span.covers(source))
}

pub fn first_token(context: &Context, block: usize) -> usize {
    let sentence = context.layout.sentences.partition_point(|sentence| sentence.block < block);
    context.sentence(sentence).start
}

/// Does the paragraph end with the stretch or with its tag?
fn closes_paragraph(context: &Context, stretch: usize, attribution: &Attribution) -> bool {
    let Some(block) = context.stretch(stretch).and_then(|stretch| context.layout.blocks.get(stretch.block)) else { return false };
    let end = context.tokens.within(block.span).end;
    let after_stretch = context.range(stretch).end;
    let after_cue = attribution.cue.as_ref().map_or(0, |(span, _)| context.tokens.after(span.end));
    end.saturating_sub(after_stretch.max(after_cue)) < 30
}
