//! What stands around "as Ruiz put it": “Q,” as S put it; the plan, as S says, rests on hope; as S noted, the plan rests on hope.

use super::circumstances::walk;
use super::clause::{Form, Group, Nominal};
use super::context::Context;
use super::right;
use super::{extent, left, subject};
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::lexer::Kind;
use crate::span::Span;
use std::ops::Range;

/// “Q,” *as S put it*, was all; The plan rests, *as S says*, on hope: what stands around the aside is what was said; what stands behind it in
/// "*As S noted*, the plan rests on hope".
pub fn content(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<(Nominal, Vec<Span>)> {
    let source = subject::right_before(context, group, sentence.start)?;
    let at = source.start.checked_sub(1).filter(|i| *i >= sentence.start && context.tokens.at(*i).lower() == "as")?;
    let opens = at == sentence.start;
    // "As he spoke, the crowd left" says nothing.
    let it = usize::from(context.tokens.at(group.end).lower() == "it" || points_out(context, group));
    if opens && it == 0 && !tells(group.lemma(context.tokens)) {
        return None;
    }
    if group.form != Form::Finite || !opens && !left::ends_content(context, at, sentence.start) {
        return None;
    }
    // "as the Courier put it *in a long essay*, “the operator”"
    let end = walk(context, "", group.end + it, sentence.end).0.last().copied().unwrap_or(group.end + it);
    if end < sentence.end && context.tokens.at(end).kind != Kind::Punctuation {
        return None;
    }
    let quoted = context.speech_at(end + 1).filter(|_| end + 1 < sentence.end && right::opens_speech(context, end + 1));
    let content = match quoted {
        Some(stretch) => context.chain(stretch).0,
        None if opens => behind_aside(context, end, sentence.end)?,
        None => left::around(context, sentence, at, end)?,
    };
    Some((source, content))
}

/// "As Ruiz *noted*": a verb that mostly has a clause.
fn tells(lemma: &str) -> bool {
    cues::listed(lemma).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::That) >= 0.6)
}

/// "as Ruiz pointed *out*"
pub fn points_out(context: &Context, group: &Group) -> bool {
    context.tokens.at(group.end).lower() == "out" && context.tokens.at(group.head).lemma() == "point"
}

/// "As Ruiz noted, *the plan rests on hope*"
fn behind_aside(context: &Context, comma: usize, end: usize) -> Option<Vec<Span>> {
    let clause = context.text.slice(context.tokens.at(comma).span) == "," && right::is_clause(context, comma + 1, end);
    clause.then(|| vec![extent::reported(context, comma + 1, end, true)])
}
