//! People behind a firm and its ticker: "Telvo (TLV.L) Chief Executive Marta Lund" is Marta Lund.

use super::clause::Nominal;
use super::context::Context;

/// So many tokens at most stand in the brackets, with them.
const LONGEST: usize = 6;

/// The person with the firm in front.
pub fn with_firm(context: &Context, person: Nominal) -> Nominal {
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let close = person.start.checked_sub(1).filter(|close| sign(*close) == ")");
    let open = close.and_then(|close| (close.saturating_sub(LONGEST)..close).rev().find(|i| sign(*i) == "("));
    let firm = open
        .filter(|open| *open > 0)
        .and_then(|open| context.mention(context.mention_at(open - 1)?).filter(|firm| firm.tokens.end == open));
    firm.map_or(person, |firm| Nominal { start: firm.tokens.start, ..person })
}

/// Is a mention the firm in front of a person who holds an office, with brackets in between that end before `end`?
#[cfg(feature = "tagger")]
pub fn is_in_front(context: &Context, mention: usize, end: usize) -> bool {
    use crate::mentions::MentionKind;
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let Some(open) = context.mention(mention).map(|firm| firm.tokens.end).filter(|open| sign(*open) == "(") else { return false };
    let close = (open + 1..end.min(open + LONGEST)).find(|i| sign(*i) == ")");
    let person = close.and_then(|close| context.mention_from(close + 1)).and_then(|i| context.mention(i));
    person.is_some_and(|person| person.kind == MentionKind::Person && person.title.is_some())
}
