//! Attributions by a verb: each cue verb of a sentence with its source and content.

use super::candidate::Candidate;
use super::circumstances::{Circumstances, walk};
use super::clause::{Form, Group, Nominal, groups, is_auxiliary, nominal_at};
use super::context::Context;
use super::right::{self, Right};
use super::{extent, idle, left, put, raising, subject};
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::data::{empty_words, speech_tags};
use crate::lexer::{Kind, Tag};
use crate::quotes::Usage;
use std::ops::Range;

/// All candidates of one sentence.
pub fn candidates(context: &Context, sentence: usize, into: &mut Vec<Candidate>) {
    let range = context.sentence(sentence);
    let all = groups(context.tokens, range.clone());
    for (i, group) in all.iter().enumerate() {
        let lemma = group.lemma(context.tokens);
        let known =
            cues::find(lemma).is_some() && !is_auxiliary(context.tokens, group.head) && !(lemma == "accord" && group.form == Form::Ing);
        if context.speech_at(group.head).is_some()
            || !(known || touches_speech(context, group))
            || is_adjective(context, group)
            || idle::is_heard(context, &(group.start..group.end))
        {
            continue;
        }
        let earlier = all.get(..i).unwrap_or_default();
        of_group(context, &range, group, earlier, into);
    }
}

/// "The *told* story is old": a verb's form that belongs to a noun tells nothing.
fn is_adjective(context: &Context, group: &Group) -> bool {
    // "two people *briefed* on the talks": the mention has the verb already.
    let within = context.mention_at(group.head).and_then(|i| context.mention(i)).is_some_and(|mention| mention.tokens.start < group.head);
    let article = group.start.checked_sub(1).is_some_and(|i| context.tokens.at(i).lower() == "the");
    let adjective = article
        && group.end == group.start + 1
        && context.tokens.at(group.end).tag.is_noun()
        && context.mention_at(group.end).is_none_or(|i| context.mention(i).is_some_and(|mention| mention.tokens.start < group.end));
    within || adjective
}

/// Any verb can introduce or follow a quotation: “Go!” she yells.
fn touches_speech(context: &Context, group: &Group) -> bool {
    if group.form != Form::Finite {
        return false;
    }
    let before = (group.start.saturating_sub(8)..group.start).any(|i| left::closes_speech(context, i));
    let lead = matches!(context.text.slice(context.tokens.at(group.end).span), "," | ":") && right::opens_speech(context, group.end + 1);
    !is_auxiliary(context.tokens, group.head) && (before || lead)
}

fn of_group(context: &Context, sentence: &Range<usize>, group: &Group, earlier: &[Group], into: &mut Vec<Candidate>) {
    let led = before_clause(context, sentence, group);
    let limit =
        led.map(|(comma, _)| comma).or_else(|| aside_end(context, sentence, group)).or_else(|| fronted_end(context, sentence, group));
    let limit = limit.or_else(|| extent::relative_end(context, group.start, group.end..sentence.end)).unwrap_or(sentence.end);
    let (right, last, circumstances) = right::content(context, group, limit);
    // "…, Ruiz said *while visiting the plant*"
    let right = right.filter(|right| right.start > group.end || context.tokens.at(group.end).lower() != "while");
    let make = |frame, source, content, circumstances, rule| Candidate {
        frame,
        lemma: group.lemma(context.tokens),
        cue: group.start..group.end,
        source,
        content,
        negated: group.negated,
        circumstances,
        rule,
    };
    if is_idiom(context, group) {
        return;
    }
    if let Some(content) = raising::content(context, sentence, group, earlier, right.as_ref()) {
        into.push(make(Frame::Passive, None, content, circumstances, "raised"));
        return;
    }
    if group.passive || group.form == Form::Participle {
        // “Q,” Ruiz said in an interview published by the Post: the words have their tag.
        let tagged =
            earlier.iter().rev().take(8).any(|other| other.form == Form::Finite && left::closes_before_tag(context, sentence, other));
        if tagged && context.tokens.at(group.end).lower() == "by" {
            return;
        }
        if let Some((frame, source, content)) = passive(context, sentence, group, right.as_ref()) {
            let circumstances = told(context, sentence, group, frame, circumstances);
            into.push(make(frame, source, content, circumstances, "passive"));
        }
        return;
    }
    if let Some((source, content, after)) = inverted(context, sentence, group) {
        let mut content = content;
        content.extend(left::tail(context, after, sentence.end, true));
        let comma = usize::from(context.text.slice(context.tokens.at(after).span) == ",");
        let circumstances = walk(context, "", after + comma, sentence.end).1;
        into.push(make(Frame::Inverted, Some(source), content, circumstances, "inverted"));
        return;
    }
    if let Some((source, content)) = put::content(context, sentence, group) {
        let cue = group.start..group.end + usize::from(put::points_out(context, group));
        into.push(Candidate { cue, ..make(Frame::After, Some(source), content, circumstances, "as") });
        return;
    }
    let subject = led.map(|(_, subject)| subject).or_else(|| subject::before(context, group, earlier, sentence.start));
    let led_in = leads_in(context, sentence, group, subject.as_ref(), right.as_ref());
    // The groups are in order: if any stands behind the source, the last one does.
    let own = subject.filter(|source| earlier.last().is_none_or(|other| other.start < source.extent.max(source.end)));
    let whole = own.is_some_and(|source| left::is_whole_speech(context, source.start, sentence.start)) && group.form == Form::Finite;
    let right_unless_whole = right.as_ref().filter(|_| !whole);
    if let Some((source, content)) = after(context, sentence, group, subject, last, right_unless_whole).filter(|_| !led_in) {
        // “…,” Ruiz said, *naming* two: the words in front are those of the verb before.
        if group.form != Form::Ing || own.is_some() {
            into.push(make(Frame::After, Some(source), content, circumstances, "after"));
        }
        return;
    }
    let Some(right) = right.filter(|right| !says_nothing(context, group, right)) else { return };
    if led.is_some() && right.frame == Frame::Prep {
        return; // "Writing for the Courier, Ruiz noted …"
    }
    let frame = match (group.form, right.frame) {
        (Form::Infinitive, _) => Frame::Infinitive,
        (Form::Ing, Frame::Object | Frame::Prep | Frame::To | Frame::ObjectTo) => Frame::Adverbial,
        (_, frame) => frame,
    };
    if let Some(stretch) = quoted_object(context, &right, sentence.end).filter(|_| matches!(right.frame, Frame::Object | Frame::Prep)) {
        into.push(make(Frame::Quote, subject, context.chain(stretch).0, right.circumstances, "quoted object"));
    }
    let rule = if right::is_apart(context, right.frame, right.start, limit) { "set apart" } else { "before" };
    into.push(make(frame, subject, right.content, right.circumstances, rule));
}

/// "which is not *to say* that it holds": nobody says so.
fn is_idiom(context: &Context, group: &Group) -> bool {
    let back = |n: usize| group.start.checked_sub(n).map(|i| context.tokens.at(i));
    let not = back(1).is_some_and(|token| token.lower() == "not") && back(2).is_some_and(|token| token.lemma() == "be");
    not && group.form == Form::Infinitive && context.tokens.at(group.head).lemma() == "say"
}

/// "*Saying it would not hold*, Ruiz closed the road": where the participle's clause ends, and whose it is.
fn before_clause(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<(usize, Nominal)> {
    if group.form != Form::Ing {
        return None;
    }
    // "*After saying it would not hold*, …"
    let behind = matches!(context.tokens.at(sentence.start).lower(), "after" | "before" | "while" | "when" | "by" | "since" | "despite");
    if group.start != sentence.start + usize::from(behind) {
        return None;
    }
    let outside = |i: usize| context.speech_at(i).is_none() || left::closes_speech(context, i);
    let sign = |i: &usize| outside(*i) && subject::follows_comma(context, i + 1);
    let commas = (group.end..sentence.end.min(group.end + 40)).filter(sign);
    let mut clauses = commas.filter_map(|comma| Some((comma, nominal_at(context, comma + 1, sentence.end)?)));
    clauses.find(|(comma, subject)| {
        let after = subject.extent.max(subject.end);
        let verb = (after..after + 3).map(|i| context.tokens.at(i)).find(|token| token.tag != Tag::Adverb);
        let finite = verb.is_some_and(|verb| matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Modal));
        subject.mention.is_some() && finite && context.tokens.at(comma + 1).tag != Tag::Wh
    })
}

/// "Holt - who *said it would hold* - left": where the aside ends that the verb stands in.
fn aside_end(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<usize> {
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    let reach = sentence.start.max(group.start.saturating_sub(6))..group.start;
    let open = reach.rev().find(|i| matches!(sign(*i), "—" | "–" | "-" | "--" | "("))?;
    let close = if sign(open) == "(" { ")" } else { sign(open) };
    let relative = context.tokens.at(open + 1).tag == Tag::Wh;
    relative.then(|| (group.end..sentence.end).find(|i| sign(*i) == close)).flatten()
}

/// "*While Osk says it cannot pay*, some hope to be paid": where the clause in front ends that the verb stands in.
fn fronted_end(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<usize> {
    let fronted = matches!(context.tokens.at(sentence.start).lower(), "while" | "although" | "though" | "whereas");
    // Nothing is looked for behind the other verbs, so that a long sentence takes no longer than its length.
    if !fronted || group.form != Form::Finite || group.start >= sentence.start + LONGEST_FRONT {
        return None;
    }
    let comma = |i: &usize| context.stretch_at(*i).is_none() && context.text.slice(context.tokens.at(*i).span) == ",";
    let mut commas = (group.end + 2..sentence.end).filter(comma).take(4);
    commas.find(|comma| {
        !matches!(context.tokens.at(comma + 1).lower(), "which" | "who") && extent::opens_clause(context, comma + 1, sentence.end)
    })
}

/// So many tokens at most stand before such a verb.
const LONGEST_FRONT: usize = 16;

/// "said *goodbye*", "says *a lot* about the town"
fn says_nothing(context: &Context, group: &Group, right: &Right) -> bool {
    let object = right.frame == Frame::Object && matches!(context.tokens.at(group.head).lemma(), "say" | "tell");
    let article = usize::from(matches!(context.tokens.at(right.start).lower(), "a" | "the" | "his" | "her" | "their"));
    object && empty_words::is_one(context.tokens.at(right.start + article).lower())
}

/// "called them *“lone wolves”*": marks soon after the verb.
fn quoted_object(context: &Context, right: &Right, end: usize) -> Option<usize> {
    let near = right.start + 1..end.min(right.start + 10);
    let open = near.into_iter().find(|i| right::opens_speech(context, *i))?;
    // "Asked about it, Ruiz said, “…”": the next verb takes the words.
    let takes = |i: usize| {
        let token = context.tokens.at(i);
        let infinitive = token.tag == Tag::Verb && context.tokens.at(i.saturating_sub(1)).tag == Tag::To;
        (matches!(token.tag, Tag::Past | Tag::VerbS | Tag::Ing) || infinitive)
            && cues::find(token.lemma()).is_some_and(|cue| cue.weight(Frame::Quote) >= 0.6)
    };
    if (right.start..open).any(takes) { None } else { context.speech_at(open) }
}

/// “Q,” said S; The talks failed, said S.
fn inverted(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<(Nominal, Vec<crate::span::Span>, usize)> {
    if group.form != Form::Finite || group.end - group.start > 2 || !left::ends_content(context, group.start, sentence.start) {
        return None;
    }
    let source = nominal_at(context, group.end, sentence.end)?;
    let quoted = left::closes_quotation(context, group.start, is_saying(context, group));
    let next = context.tokens.at(source.end);
    let bounded = source.end >= sentence.end
        || (next.kind != Kind::Word && next.tag != Tag::Genitive)
        || is_time_next(context, source.end, sentence.end);
    if next.tag == Tag::Genitive || !(quoted || bounded && source.mention.is_some()) {
        return None;
    }
    let content = left::content(context, sentence, group.start, false)?;
    Some((source, content, source.extent.max(source.end)))
}

fn is_saying(context: &Context, group: &Group) -> bool {
    cues::find(context.tokens.at(group.head).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said)
}

/// ", said Ruiz *on Monday*"
fn is_time_next(context: &Context, at: usize, end: usize) -> bool {
    super::circumstances::time(context, at, end).is_some() || matches!(context.tokens.at(at).lower(), "in" | "of" | "at" | "who" | "for")
}

/// "Asked about it, S said, *“Q”*"; "S waved and said, *“Q”*"; "…, adding, *“Q”*": what stands before the source is not what was said.
fn leads_in(context: &Context, sentence: &Range<usize>, group: &Group, subject: Option<&Nominal>, right: Option<&Right>) -> bool {
    let Some(right) = right.filter(|right| matches!(right.frame, Frame::Quote | Frame::Colon)) else { return false };
    let Some(stretch) = context.speech_at(right.start).and_then(|i| context.stretch(i)) else { return false };
    let Some(source) = subject else { return false };
    if group.form == Form::Ing {
        return true;
    }
    if (sentence.start..source.start).any(|i| left::closes_speech(context, i)) {
        return false;
    }
    let capital = stretch.inner.of(context.text.as_str()).starts_with(char::is_uppercase);
    capital && stretch.usage == Usage::Speech || left::is_adjunct(context, sentence.start)
}

/// The talks failed, S said.
fn after(
    context: &Context,
    sentence: &Range<usize>,
    group: &Group,
    subject: Option<Nominal>,
    last: usize,
    right: Option<&Right>,
) -> Option<(Nominal, Vec<crate::span::Span>)> {
    let source = subject?;
    let denied = group.negated && left::is_whole_speech(context, source.start, sentence.start);
    if denied || source.end > group.start || !left::ends_content(context, source.start, sentence.start) {
        return None;
    }
    let closes_right_before = left::closes_before(context, source.start, sentence.start);
    let next = context.tokens.at(last);
    let ends = last >= sentence.end || next.kind == Kind::Punctuation;
    if is_in_relative(context, group, last, sentence.end) {
        return None;
    }
    let has_own = right
        .is_some_and(|right| matches!(right.frame, Frame::That | Frame::Wh | Frame::Clause | Frame::Colon) && !right.content.is_empty());
    if has_own || !(ends || closes_right_before) {
        return None;
    }
    let tail = left::tail(context, last, sentence.end, closes_right_before);
    let mut content = left::content(context, sentence, source.start, !tail.is_empty())?;
    content.extend(tail);
    Some((source, content))
}

/// “…,” Ruiz, *who has promised more*, told reporters: the tag comes behind the aside.
fn is_in_relative(context: &Context, group: &Group, last: usize, end: usize) -> bool {
    let sign = |i: usize| context.text.slice(context.tokens.at(i).span);
    if group.start.checked_sub(1).is_none_or(|i| context.tokens.at(i).lower() != "who") {
        return false;
    }
    let comma = (last..end.min(last + 25)).find(|i| sign(*i) == ",");
    let tag = comma.map(|comma| context.tokens.at(comma + 1));
    tag.is_some_and(|tag| matches!(tag.tag, Tag::Past | Tag::VerbS) && speech_tags::is_tag_lemma(tag.lemma()))
}

/// "*Reporters* were told by S that …": who hears it stands in front.
fn told(context: &Context, sentence: &Range<usize>, group: &Group, frame: Frame, found: Circumstances) -> Circumstances {
    let hearer = subject::right_before(context, group, sentence.start).filter(|_| frame == Frame::That);
    Circumstances { addressee: found.addressee.or(hearer.map(|hearer| hearer.span(context.tokens))), ..found }
}

/// "was called *“a farce” by S*", "was described *as a “farce” by S*"
fn marked_by(context: &Context, sentence: &Range<usize>, group: &Group) -> Option<(Nominal, Vec<crate::span::Span>)> {
    let lead = |i: &usize| context.tokens.at(*i).lower() == "as" || context.tokens.at(*i).tag == Tag::Determiner;
    let open = group.end + (group.end..group.end + 2).take_while(lead).count();
    let stretch = context.speech_at(open).filter(|_| group.passive && right::opens_speech(context, open))?;
    let by = context.range(stretch).end;
    let source = (context.tokens.at(by).lower() == "by").then(|| nominal_at(context, by + 1, sentence.end)).flatten()?;
    let content = if open == group.end { context.chain(stretch).0 } else { vec![extent::trim(context, group.end..by)] };
    Some((source, content))
}

/// "was condemned by S as “reckless”"; "is expected to talk"
fn passive(
    context: &Context,
    sentence: &Range<usize>,
    group: &Group,
    right: Option<&Right>,
) -> Option<(Frame, Option<Nominal>, Vec<crate::span::Span>)> {
    if let Some((source, content)) = marked_by(context, sentence, group) {
        return Some((Frame::PassiveBy, Some(source), content));
    }
    if context.tokens.at(group.end).lower() == "by" {
        let source = nominal_at(context, group.end + 1, sentence.end)?;
        let rest = source.end;
        if context.tokens.at(rest).lower() == "that" && source.extent <= source.end {
            return Some((Frame::That, Some(source), vec![extent::reported(context, rest, sentence.end, true)]));
        }
        let rest = source.extent.max(source.end);
        let content = if context.tokens.at(rest).lower() == "as" {
            let quoted = context.speech_at(rest + 1).map(|stretch| context.range(stretch).end);
            vec![extent::reported(context, rest, quoted.unwrap_or(sentence.end), false)]
        } else {
            vec![extent::trim(context, sentence.start..group.start)]
        };
        return Some((Frame::PassiveBy, Some(source), content));
    }
    let right = right.filter(|_| group.passive)?;
    if context.tokens.at(group.head).tag == Tag::Adjective {
        return None;
    }
    Some((Frame::Passive, None, right.content.clone()))
}
