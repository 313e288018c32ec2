//! Verbs of asking that tell what somebody heard: "The mayor, *asked whether it held*, said no".

use super::context::Context;
use crate::data::speech_tags::is_tag_lemma;
use crate::lexer::Tag;
use std::ops::Range;

/// So many tokens at most stand between such a verb and the answer.
const REACH: usize = 40;

/// Is the cue such a verb: between a comma and another, behind which its subject answers?
pub fn is_heard(context: &Context, cue: &Range<usize>) -> bool {
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let asked = cue.len() == 1 && context.tokens.at(cue.start).lower() == "asked";
    if !asked || cue.start.checked_sub(1).is_none_or(|i| sign(i) != ",") {
        return false;
    }
    let end = context.sentence(context.tokens.at(cue.start).sentence).end.min(cue.end + REACH);
    (cue.end..end).any(|i| {
        let next = context.tokens.at(i + 1);
        sign(i) == "," && matches!(next.tag, Tag::Past | Tag::VerbS) && is_tag_lemma(next.lemma())
    })
}
