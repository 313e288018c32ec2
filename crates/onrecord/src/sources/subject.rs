//! Whose clause a verb stands in: the source that comes before it.

use super::circumstances;
use super::clause::{Form, Group, Nominal, nominal_before, simple_before};
use super::context::Context;
use super::{extent, firm};
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::lexer::{Kind, Tag};
use crate::mentions::MentionKind;

/// The subject of `group`, looked for to its left down to token `floor`; earlier groups of the sentence help with "…, and warned".
pub fn before(context: &Context, group: &Group, earlier: &[Group], floor: usize) -> Option<Nominal> {
    let end = pass_over(context, group.start, floor);
    if group.form == Form::Finite {
        return direct(context, end, floor)
            .map(|found| reduced(context, &found, earlier, floor).unwrap_or(found))
            .or_else(|| reduced(context, &nominal_before(context, end, floor)?, earlier, floor))
            .or_else(|| reporting(context, group, earlier, floor))
            .or_else(|| shared(context, end, earlier, floor))
            .or_else(|| first_person(context, end, floor));
    }
    own_before(context, group, end, floor)
        .or_else(|| matrix(context, group, earlier, floor))
        .or_else(|| shared(context, end, earlier, floor))
        .or_else(|| direct(context, end, floor))
}

/// The subject right before `group`, with nothing but adverbs and times between.
pub fn right_before(context: &Context, group: &Group, floor: usize) -> Option<Nominal> {
    direct(context, pass_over(context, group.start, floor), floor)
}

/// "*Protesters* marching through the streets chanted": the noun phrase before a participle whose object or place `found` is.
fn reduced(context: &Context, found: &Nominal, earlier: &[Group], floor: usize) -> Option<Nominal> {
    let before = found.start.checked_sub(1).filter(|i| *i > floor)?;
    let group = earlier.iter().rev().find(|group| group.end <= found.start)?;
    let joins = |i: usize| matches!(context.tokens.at(i).tag, Tag::Preposition | Tag::Particle | Tag::Adverb | Tag::To);
    let touches = group.end == found.start || (joins(before) && found.start - group.end <= 2);
    if !touches || group.form != Form::Ing || context.speech_at(group.head).is_some() {
        return None;
    }
    simple_before(context, group.start, floor).filter(|nominal| nominal.mention.is_some())
}

/// "footage of Ruiz saying", "with the board warning": a person right before the participle is its own subject, and anyone is after "with".
fn own_before(context: &Context, group: &Group, end: usize, floor: usize) -> Option<Nominal> {
    let nominal = simple_before(context, end, floor).filter(|_| group.form == Form::Ing)?;
    let mention = nominal.mention.and_then(|i| context.mention(i))?;
    let with = nominal.start > floor && context.tokens.at(nominal.start - 1).lower() == "with";
    ((mention.kind == MentionKind::Person || with) && nominal.extent == nominal.end).then_some(nominal)
}

/// "*Holt* said the bridge his firm built would last, adding": after a comma, the subject is that of the sentence, or of the last clause
/// beside it in which something is said ("Holt left, and *Ruiz* said it was late, adding").
fn matrix(context: &Context, group: &Group, earlier: &[Group], floor: usize) -> Option<Nominal> {
    if group.form != Form::Ing {
        return None;
    }
    if joins(context, group.start) {
        // "…, saying it would hold *and adding* that it was late": the two have one subject.
        let (i, other) = earlier.iter().enumerate().rev().find(|(_, other)| other.form == Form::Ing && is_saying(context, other))?;
        return matrix(context, other, earlier.get(..i)?, floor);
    }
    if !follows_comma(context, group.start) {
        return None;
    }
    let mut found: Option<Nominal> = None;
    let mut reports = false;
    for other in earlier.iter().filter(|other| other.form == Form::Finite) {
        let Some(subject) = own_clause(context, other, floor) else { continue };
        let saying = is_saying(context, other);
        if found.is_none() || saying || (!reports && is_joined(context, &subject)) {
            (found, reports) = (Some(subject), saying);
        }
    }
    found
}

/// "*Ruiz* said everything hung on it, but added a joke": the subject of the last verb of saying, where that of the last verb is a thing or
/// a comma parts the two.
fn reporting(context: &Context, group: &Group, earlier: &[Group], floor: usize) -> Option<Nominal> {
    let joint = pass_over(context, group.start, floor);
    if !joins(context, joint) || !(is_saying(context, group) || is_order(context, group)) {
        return None;
    }
    let finite = |other: &&Group| other.form == Form::Finite;
    let nearest = earlier.iter().rev().find(finite)?;
    let state = context.tokens.at(nearest.head).lemma() == "be" && is_order(context, group);
    let thing = right_before(context, nearest, floor).is_some_and(|nominal| !is_human(context, &nominal));
    let parted = joint >= 2 && follows_comma(context, joint - 1);
    if !(thing || parted || state) {
        return None;
    }
    let saying = earlier.iter().rev().filter(finite).filter(|other| is_saying(context, other));
    saying.take(3).find_map(|other| own_clause(context, other, floor))
}

fn is_human(context: &Context, nominal: &Nominal) -> bool {
    let kind = nominal.mention.and_then(|i| context.mention(i)).map(|mention| mention.kind);
    kind.is_some_and(|kind| !matches!(kind, MentionKind::Place | MentionKind::Document))
}

/// "Then *a man* rang up and said": where the first verb is not known as one, the first who can speak.
fn first_person(context: &Context, end: usize, floor: usize) -> Option<Nominal> {
    if !joins(context, end) {
        return None;
    }
    let object = |i: &usize| matches!(context.tokens.at(*i).lower(), "me" | "us" | "him" | "her" | "them");
    let found = (floor..end).filter(|i| !object(i)).find_map(|i| context.mention_from(i))?;
    let mention = context.mention(found).filter(|mention| mention.tokens.end < end)?;
    let speaks =
        matches!(mention.kind, MentionKind::Person | MentionKind::Role | MentionKind::Unnamed | MentionKind::Group | MentionKind::Pronoun);
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    speaks.then_some(Nominal { start, end, extent: end, mention: Some(found) })
}

/// A comma before token `at`, or one that the marks before it hold: “I don’t,” *adding*
pub fn follows_comma(context: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let inner = context.speech_at(before).and_then(|i| context.stretch(i)).map_or("", |found| found.inner.of(context.text.as_str()));
    context.text.slice(context.tokens.at(before).span) == "," || super::left::closes_speech(context, before) && inner.ends_with(',')
}

/// "Holt left, *but Ruiz* stayed"
fn is_joined(context: &Context, subject: &Nominal) -> bool {
    subject.start.checked_sub(1).is_some_and(|i| matches!(context.tokens.at(i).lower(), "and" | "but" | "though" | "although"))
}

fn is_saying(context: &Context, group: &Group) -> bool {
    cues::find(context.tokens.at(group.head).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::That) >= 0.6)
}

/// "Ruiz wrote that Marsh was tired and *urged* the board to wait"
fn is_order(context: &Context, group: &Group) -> bool {
    extent::takes_order(context.tokens.at(group.head).lemma()) && extent::is_order(context, group.end - 1, group.end + 12)
}

/// The subject right before `group`, unless its clause hangs on another: "when he left", "that it would last".
fn own_clause(context: &Context, group: &Group, floor: usize) -> Option<Nominal> {
    let subject = direct(context, pass_over(context, group.start, floor), floor)?;
    subject.mention?;
    let Some(before) = subject.start.checked_sub(1).filter(|i| *i >= floor) else { return Some(subject) };
    let token = context.tokens.at(before);
    let hangs = matches!(
        token.lower(),
        "that"
            | "who"
            | "which"
            | "when"
            | "while"
            | "as"
            | "after"
            | "before"
            | "because"
            | "if"
            | "since"
            | "where"
            | "how"
            | "why"
            | "what"
    );
    (!hangs && !token.tag.is_verb() && context.speech_at(group.head).is_none()).then_some(subject)
}

/// Passes over adverbs and times between a subject and its verb: "Biden *also* said", "Biden *on Monday* said".
pub fn pass_over(context: &Context, from: usize, floor: usize) -> usize {
    let mut end = from;
    while end > floor {
        let token = context.tokens.at(end - 1);
        if token.tag == Tag::Adverb && token.kind == Kind::Word && context.mention_at(end - 1).is_none() {
            end -= 1;
        } else if let Some(start) = time_before(context, end, floor) {
            end = start;
        } else {
            break;
        }
    }
    end
}

/// Where a time that ends right before `end` begins: "this week", "on Monday".
fn time_before(context: &Context, end: usize, floor: usize) -> Option<usize> {
    let earliest = end.saturating_sub(4).max(floor + 1);
    (earliest..end).find(|start| {
        circumstances::time(context, *start, end) == Some(end)
            && !matches!(context.tokens.at(*start - 1).lower(), "on" | "of" | "in" | "the")
    })
}

/// A subject that ends right before `end`, or before an aside in commas, dashes or brackets.
fn direct(context: &Context, end: usize, floor: usize) -> Option<Nominal> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let token = context.tokens.at(last);
    if matches!(token.lower(), "who" | "which" | "that") && last > floor {
        return antecedent(context, last, floor);
    }
    if token.kind == Kind::Punctuation && is_aside_end(context, last) {
        return around_aside(context, last, floor);
    }
    let nominal = nominal_before(context, end, floor)?;
    if can_be_subject(context, &nominal) {
        Some(firm::with_firm(context, nominal))
    } else {
        before_open_aside(context, &nominal, end, floor)
    }
}

/// "*Ruiz*, from her seat on the stage said": the aside lacks its second comma.
fn before_open_aside(context: &Context, inner: &Nominal, end: usize, floor: usize) -> Option<Nominal> {
    let comma = inner.start.checked_sub(2).filter(|i| *i > floor && context.text.slice(context.tokens.at(*i).span) == ",")?;
    let nominal = nominal_before(context, comma, floor).filter(|nominal| is_sourcelike(context, nominal))?;
    (!is_part_of_aside(context, &nominal, floor)).then_some(Nominal { extent: end, ..nominal })
}

/// "officials, *who* said": the noun phrase before the relative pronoun.
fn antecedent(context: &Context, pronoun: usize, floor: usize) -> Option<Nominal> {
    let comma = usize::from(matches!(context.text.slice(context.tokens.at(pronoun - 1).span), "," | "—" | "–" | "--" | "-" | "("));
    let end = pronoun.checked_sub(comma)?;
    nominal_before(context, end, floor)
}

fn is_aside_end(context: &Context, i: usize) -> bool {
    matches!(context.text.slice(context.tokens.at(i).span), "," | "—" | "–" | ")" | "--" | "-")
}

/// "Sullivan, who briefed reporters, said": the noun phrase before the aside that ends at token `last`.
fn around_aside(context: &Context, last: usize, floor: usize) -> Option<Nominal> {
    if let Some(known) = named_after_role(context, last).or_else(|| extent_ending(context, last, floor)) {
        return Some(person_with_aside(context, &known, last, floor).unwrap_or(known));
    }
    let closing = context.text.slice(context.tokens.at(last).span);
    let opening = if closing == ")" { "(" } else { closing };
    let (mut at, mut extent) = (last, last);
    while at > floor && last - at < 40 {
        at -= 1;
        if context.speech_at(at).is_some() && closing != ")" && context.tokens.at(at).kind == Kind::Mark {
            return None;
        }
        if context.text.slice(context.tokens.at(at).span) != opening {
            continue;
        }
        // "Ruiz, hearing it, *asked for quiet*, then said": that is no aside but the first of her verbs.
        if matches!(context.tokens.at(at + 1).tag, Tag::Past | Tag::VerbS | Tag::Modal) {
            extent = at;
        }
        if let Some(mut nominal) = nominal_before(context, at, floor).filter(|nominal| is_sourcelike(context, nominal))
            && !is_part_of_aside(context, &nominal, floor)
        {
            nominal.extent = extent.max(nominal.end);
            return Some(nominal);
        }
    }
    None
}

/// "The city’s mayor, John Crane, said": the role and the name are one.
fn named_after_role(context: &Context, last: usize) -> Option<Nominal> {
    let i = context.mention_at(last.checked_sub(1)?)?;
    let mention = context.mention(i).filter(|mention| mention.tokens.end == last && mention.extent.start < mention.span.start)?;
    let start = context.tokens.within(mention.extent).start;
    Some(Nominal { start, end: last, extent: last, mention: Some(i) })
}

/// "Kit Lamas, a guitarist and music teacher who …, said": the person before the aside that `inner` is a part of.
fn person_with_aside(context: &Context, inner: &Nominal, last: usize, floor: usize) -> Option<Nominal> {
    let kind = |i: usize| context.mention(i).map(|mention| mention.kind);
    if inner.mention.and_then(kind) == Some(MentionKind::Person) {
        return None;
    }
    let comma =
        (floor.max(inner.start.saturating_sub(8))..inner.start).rev().find(|i| context.text.slice(context.tokens.at(*i).span) == ",")?;
    let before = context.mention_at(comma.checked_sub(1)?).filter(|i| kind(*i) == Some(MentionKind::Person))?;
    let mention = context.mention(before).filter(|mention| mention.tokens.end == comma && mention.tokens.start >= floor)?;
    Some(Nominal { start: mention.tokens.start, end: comma, extent: last, mention: Some(before) })
}

/// The first mention whose apposition ends at token `last`.
fn extent_ending(context: &Context, last: usize, floor: usize) -> Option<Nominal> {
    let comma = context.tokens.at(last).span;
    let mut best = None;
    let mut at = last;
    while at > floor && last - at < 40 {
        at -= 1;
        let Some(i) = context.mention_at(at) else { continue };
        let mention = context.mention(i)?;
        let reaches = mention.extent.end > mention.span.end && mention.extent.end + 2 >= comma.start && mention.extent.end <= comma.end + 1;
        if reaches && mention.tokens.end == at + 1 && mention.tokens.start >= floor {
            best = Some(Nominal { start: mention.tokens.start, end: mention.tokens.end, extent: last, mention: Some(i) });
        }
    }
    best
}

/// "Rawlings, 59, of Ashton, Md., who watched, said": a place between commas belongs to the aside.
fn is_part_of_aside(context: &Context, nominal: &Nominal, floor: usize) -> bool {
    let place = nominal.mention.and_then(|i| context.mention(i)).is_some_and(|mention| mention.kind == MentionKind::Place);
    let before = nominal.start.checked_sub(1).filter(|i| *i > floor).map_or("", |i| context.text.slice(context.tokens.at(i).span));
    place && matches!(before, "," | "of" | "in" | "from")
}

/// Something that can speak, as far as the mentions know.
fn is_sourcelike(context: &Context, nominal: &Nominal) -> bool {
    nominal.mention.is_some_and(|i| context.mention(i).is_some_and(|mention| mention.tokens.end == nominal.end))
}

/// Not the object of a preposition: "In Geneva said" has no subject there.
fn can_be_subject(context: &Context, nominal: &Nominal) -> bool {
    let Some(before) = nominal.start.checked_sub(1) else { return true };
    let token = context.tokens.at(before);
    token.sentence != context.tokens.at(nominal.start).sentence
        || !matches!(token.lower(), "of" | "for" | "from" | "with" | "by" | "about" | "to")
}

/// "S met reporters and *said*": the subject of the verb before; "S left, *saying*": the subject of the clause.
fn shared(context: &Context, end: usize, earlier: &[Group], floor: usize) -> Option<Nominal> {
    let joined = joins(context, end);
    for group in earlier.iter().rev().take(6) {
        if matches!(group.form, Form::Infinitive | Form::Participle) || (group.form == Form::Ing && !joined) {
            continue;
        }
        if context.tokens.at(group.head).sentence != context.tokens.at(end).sentence {
            break;
        }
        let start = pass_over(context, group.start, floor);
        if let Some(subject) = direct(context, start, floor) {
            return Some(subject);
        }
    }
    None
}

/// "and said", "but warned", ", adding"
fn joins(context: &Context, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|i| matches!(context.tokens.at(i).lower(), "and" | "but" | "or" | "then"))
}
