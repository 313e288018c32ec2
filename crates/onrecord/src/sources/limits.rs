//! Where contents and sources begin and end, put right once it is known which attributions hold, whoever found them.
//!
//! Most rules are customs of PolNeAR's annotators, counted in its training articles, with the figure beside them; the others are what readers
//! of news pages found wrong.

use super::Attribution;
use super::clause::{self, is_auxiliary};
use super::context::Context;
use super::{circumstances, extent, noun, page, raising, right, who};
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::{self, Frame};
use crate::data::{particles, speech_tags, views};
use crate::lexer::{Kind, Tag};
use crate::span::Span;
use std::ops::Range;

/// So many adverbs and auxiliaries may stand before a cue.
const REACH: usize = 4;
/// Whom something is said to takes no more words.
const LONGEST_HEARER: usize = 6;
/// Where and when it was said takes no more words.
const LONGEST_ADJUNCT: usize = 16;
/// A list of those who are included has no more words.
pub const LONGEST_LIST: usize = 60;

/// Puts the limits of all attributions right.
pub fn settle(context: &Context, kept: &mut [Attribution]) {
    for found in kept {
        found.source = found.source.map(|span| closed(context, span));
        with_verb(context, found);
        if let Some((cue, _)) = &mut found.cue {
            *cue = with_adverbs(context, *cue, &found.content, found.source);
        }
        who::settle(context, found);
        without_aside(context, found);
        without_gap(context, found);
        page::settle(context, found);
        with_name_given(context, found);
        behind_hearer(context, found);
        behind_time(context, found);
        behind_saying(context, found);
        behind_adjunct(context, found);
        behind_relative(context, found);
        lead(context, found);
        raising::with_subject(context, found);
        let told = found.cue.as_ref().is_some_and(|(cue, _)| cue.end <= found.start());
        if let ([content], true) = (found.content.as_slice(), told && found.kind != QuoteKind::Direct) {
            let range = context.tokens.within(*content);
            let end = end(context, found, range.clone());
            if end != range.end && end > range.start {
                found.content = vec![extent::trim(context, range.start..end)];
            }
        }
        if let Some(last) = found.content.last_mut() {
            *last = closed(context, without_half_bracket(context, *last));
        }
    }
}

/// "The dam holds, Ruiz said *while visiting it*", "…, she said, *as rain fell*": what happened meanwhile is no part of what was said.
fn without_aside(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let meanwhile = |i: usize| matches!(tokens.at(i).lower(), "as" | "while" | "when" | "after");
    let (Some((cue, _)), [first, rest]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, behind) = (tokens.within(*cue), tokens.within(*rest));
    let between = behind.start > said.start && first.end <= cue.start && behind.start.checked_sub(1).is_some_and(meanwhile);
    if between && context.stretch_at(behind.start).is_none() {
        if said.len() > 1 && meanwhile(said.end - 1) {
            *cue = tokens.span(said.start..said.end - 1);
        }
        found.content.truncate(1);
    }
}

/// "Though each *would look at whether* it held, the plan stands, Ruiz said": a content has a gap for its own tag (1,231 of
/// 1,363).
fn without_gap(context: &Context, found: &mut Attribution) {
    let own = [found.source, found.cue.as_ref().map(|(cue, _)| *cue)];
    let sentence = |span: &Span| context.tokens.at(context.tokens.after(span.start)).sentence;
    found.content.dedup_by(|next, last| {
        let whole = last.hull(*next);
        let tagged = own.iter().flatten().any(|tag| tag.meets(whole));
        let closed = !tagged && sentence(last) == sentence(next) && found.kind == QuoteKind::Indirect;
        if closed {
            *last = whole;
        }
        closed
    });
}

/// "*what* he described as *a “time of doubt”*": what somebody calls something is in the marks.
fn with_name_given(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [only]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (what, said) = (tokens.within(*only), tokens.within(*cue));
    if what.len() != 1 || tokens.at(what.start).tag != Tag::Wh || what.end > said.start {
        return;
    }
    let names = right::names(lemma) || matches!(lemma.as_str(), "describe" | "characterize");
    let to = said.end + usize::from(tokens.at(said.end).lower() == "as");
    let marked = to + usize::from(tokens.at(to).tag == Tag::Determiner);
    if let Some(stretch) = context.stretch_at(marked).filter(|_| names) {
        *cue = tokens.span(said.start..to);
        found.content.push(extent::trim(context, to..context.range(stretch).end));
    }
}

/// "According to Ruiz, *who runs the harbour,* the dam holds": what is told of the source is no part of what it says.
fn behind_relative(context: &Context, found: &mut Attribution) {
    let (Some((_, lemma)), Some(source), [content]) = (&found.cue, found.source, found.content.as_mut_slice()) else { return };
    let words = context.tokens.within(*content);
    let relative = matches!(context.tokens.at(words.start).lower(), "who" | "which" | "whose");
    if lemma != "according to" || !relative || source.end > content.start {
        return;
    }
    let comma = words.clone().find(|i| context.text.slice(context.tokens.at(*i).span) == ",");
    if let Some(comma) = comma.filter(|comma| comma + 2 < words.end) {
        *content = extent::trim(context, comma + 1..words.end);
    }
}

/// "promised *his voters* that the dam would hold", "assured *them* it would", "asked *Ruiz* how": whom it was said to is no part of it
/// (136 of 142).
fn behind_hearer(context: &Context, found: &mut Attribution) {
    let (Some((cue, lemma)), [content]) = (&found.cue, found.content.as_slice()) else { return };
    let (cue, words) = (context.tokens.within(*cue), context.tokens.within(*content));
    let governed = context.tokens.at(cue.end.saturating_sub(1)).tag == Tag::Preposition;
    if governed || cue.end != words.start || context.stretch_at(words.start).is_some() {
        return;
    }
    let Some(hearer) = clause::nominal_at(context, words.start, words.end.min(words.start + LONGEST_HEARER)) else { return };
    let next = context.tokens.at(hearer.end);
    let opens = match lemma.as_str() {
        "ask" => next.tag == Tag::Wh || matches!(next.lower(), "if" | "whether" | "about"),
        "remind" if next.lower() == "of" => true,
        "tell" | "warn" | "remind" | "convince" | "promise" | "assure" | "inform" | "reassure" | "persuade" | "notify" => {
            next.lower() == "that" || next.tag == Tag::Pronoun && right::is_clause(context, hearer.end, words.end)
        }
        _ => false,
    };
    if opens && hearer.end + 2 < words.end {
        found.content = vec![extent::trim(context, hearer.end + usize::from(next.lower() == "about")..words.end)];
    }
}

/// "said *Wednesday* she would stay", "noticed *early on* that it held": when it was said is no part of it.
fn behind_time(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, _)), [content]) = (&found.cue, found.content.as_slice()) else { return };
    let (cue, words) = (tokens.within(*cue), tokens.within(*content));
    let Some(next) = circumstances::time(context, words.start, words.end).filter(|_| cue.end == words.start) else { return };
    let opens = matches!(tokens.at(next).lower(), "that" | "whether" | "if") || tokens.at(next).tag == Tag::To;
    if next + 1 < words.end && (opens || right::is_clause(context, next, words.end)) && context.stretch_at(words.start).is_none() {
        found.content = vec![extent::trim(context, next..words.end)];
    }
}

/// "stepped in | *to say,* “…”", "went on | *to attack* the plan": what was gone on to is the cue (21 of 21).
fn behind_saying(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [content]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let goes_on = said.len() > 1 && tokens.at(said.end - 1).lower() == "on" && tokens.at(said.end - 2).lemma() == "go";
    let verb = words.start + 1;
    let mark = verb + 1 + usize::from(tokens.at(verb + 1).kind == Kind::Punctuation);
    let quotes = speech_tags::is_tag_lemma(tokens.at(verb).lemma()) && right::opens_speech(context, mark);
    let behind = said.end == words.start && tokens.at(words.start).tag == Tag::To && tokens.at(verb).tag == Tag::Verb;
    if !behind || mark + 1 >= words.end || !(goes_on || quotes) {
        return;
    }
    *cue = tokens.span(said.start..verb + 1);
    tokens.at(verb).lemma().clone_into(lemma);
    found.content = vec![extent::trim(context, verb + 1..words.end)];
}

/// "said *at a stop in Brill* that the dam held": where and when it was said is no part of it, nor is "at" of the cue.
fn behind_adjunct(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), [content]) = (&mut found.cue, found.content.as_slice()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let last = tokens.at(said.end.saturating_sub(1));
    let apart = match last.lower() {
        "at" | "by" | "in" | "on" => !particles::joins(lemma, last.lower()),
        "for" => speech_tags::is_tag_lemma(lemma), // "said for years that"
        _ => false,
    };
    let joined = said.len() > 1 && apart && !tokens.at(said.end - 2).tag.is_noun();
    let adjunct = said.end - usize::from(joined);
    let far = cues::find(lemma).is_some_and(|cue| cue.weight(Frame::That) >= 0.5);
    let stands = tokens.at(adjunct).tag == Tag::Preposition && tokens.at(adjunct + 1).tag != Tag::Ing;
    let asks = lemma == "ask";
    if !(far || asks) || said.end > words.start || !stands {
        return;
    }
    let verb = |i: usize| matches!(tokens.at(i).tag, Tag::Past | Tag::VerbS | Tag::Modal) || is_auxiliary(tokens, i);
    let opens = |word: &str| if asks { matches!(word, "if" | "whether") } else { word == "that" };
    let plain = |i: &usize| !verb(*i) && context.stretch_at(*i).is_none();
    let that = (adjunct..words.end).take(LONGEST_ADJUNCT).take_while(plain).find(|i| opens(tokens.at(*i).lower()));
    let clause = |that: &usize| {
        let claim = views::speech(tokens.at(that - 1).lower()).is_some();
        !claim && !extent::is_finite(context, that + 1) && right::is_clause(context, that + 1, words.end)
    };
    if let Some(that) = that.filter(|that| *that > words.start && clause(that)) {
        *cue = tokens.span(said.start..adjunct);
        found.content = vec![extent::trim(context, that..words.end)];
    }
}

/// "said it was late and *also* | urged them to go": an adverb alone is no cue, and the verb behind it no content.
fn with_verb(context: &Context, found: &mut Attribution) {
    let tokens = context.tokens;
    let (Some((cue, lemma)), Some(content)) = (&mut found.cue, found.content.first_mut()) else { return };
    let (said, words) = (tokens.within(*cue), tokens.within(*content));
    let verb = tokens.at(words.start);
    let adverb = said.clone().all(|i| tokens.at(i).tag == Tag::Adverb);
    let finite = said.end == words.start && words.len() > 1 && matches!(verb.tag, Tag::Past | Tag::VerbS);
    if let Some(listed) = cues::listed(verb.lemma()).filter(|_| adverb && finite && !said.is_empty()) {
        *cue = tokens.span(said.start..words.start + 1);
        verb.lemma().clone_into(lemma);
        *content = extent::trim(context, words.start + 1..words.end);
        found.attitude = listed.attitude;
    }
}

/// "*also* said", "*have long* complained": adverbs before the verb belong to the cue, and what they stand behind (818 of 915).
fn with_adverbs(context: &Context, cue: Span, content: &[Span], source: Option<Span>) -> Span {
    let tokens = context.tokens;
    let range = tokens.within(cue);
    if !tokens.at(range.start).tag.is_verb() {
        return cue;
    }
    let taken = |i: usize| content.iter().chain(source.as_ref()).any(|span| span.meets(tokens.at(i).span));
    let own = |i: &usize| tokens.at(*i).sentence == tokens.at(range.start).sentence && !taken(*i) && context.stretch_at(*i).is_none();
    let back = (range.start.saturating_sub(REACH)..range.start).rev();
    let part = |i: &usize| tokens.at(*i).tag == Tag::Adverb || is_auxiliary(tokens, *i);
    let start = back.take_while(|i| own(i) && part(i)).last();
    start.map_or(cue, |start| tokens.span(start..range.end))
}

/// "Senator Ana Ruiz (D-Brill*)*": a bracket that opens inside closes inside (292 of 295).
fn closed(context: &Context, span: Span) -> Span {
    let words = span.of(context.text.as_str());
    let open = words.matches('(').count() > words.matches(')').count();
    let next = context.tokens.after(span.end);
    let close = context.tokens.at(next).span;
    if open && context.text.slice(close) == ")" && close.start <= span.end + 2 { span.hull(close) } else { span }
}

/// "(she said *it held)*", "wants a toll *(*she": a bracket of which the other half is elsewhere is no edge of a content.
fn without_half_bracket(context: &Context, span: Span) -> Span {
    let words = span.of(context.text.as_str());
    let count = |sign: char| words.matches(sign).count();
    let range = context.tokens.within(span);
    let last = context.text.slice(context.tokens.at(range.end.saturating_sub(1)).span);
    let half = last == "(" || last == ")" && count(')') > count('(');
    if half && range.len() > 1 { extent::trim(context, range.start..range.end - 1) } else { span }
}

/// "it wants a toll*, too*", "the dam holds*, however*": what links the report to others is the writer's.
fn before_link(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let Some(last) = range.end.checked_sub(2).filter(|comma| *comma > range.start && context.text.slice(tokens.at(*comma).span) == ",")
    else {
        return range.end;
    };
    let links = matches!(tokens.at(last + 1).lower(), "too" | "though" | "however");
    if links && context.stretch_at(last).is_none() { last } else { range.end }
}

/// Where a content behind its cue ends.
fn end(context: &Context, found: &Attribution, range: Range<usize>) -> usize {
    // "called it “a gift”", not "called for “a gift”"
    let verb = |cue: &Span| context.tokens.at(context.tokens.within(*cue).end.saturating_sub(1)).tag.is_verb();
    let names = found.cue.as_ref().is_some_and(|(cue, lemma)| right::names(lemma) && verb(cue));
    if let Some(close) = right::name_ends(context, range.clone()).filter(|_| names) {
        return close;
    }
    let cue = found.cue.as_ref().map_or(range.start, |(cue, _)| context.tokens.within(*cue).start);
    let end = extent::relative_end(context, cue, range.clone()).unwrap_or(range.end);
    let end = before_answer(context, found, cue, range.start..end);
    let end = before_verb(context, found, range.start..end);
    let end = before_silence(context, range.start..end);
    let end = before_doubt(context, range.start..end);
    let end = before_link(context, range.start..end);
    let end = before_subordinator(context, range.start..end);
    let end = before_time(context, range.start..end);
    if end == range.end { with_inclusion(context, range) } else { end }
}

/// "Ruiz’s claim that the dam holds *drew laughter*"
fn before_verb(context: &Context, found: &Attribution, range: Range<usize>) -> usize {
    let cue = found.cue.as_ref().map(|(cue, _)| context.tokens.within(*cue));
    cue.and_then(|cue| noun::verb_behind(context, &cue, &range)).unwrap_or(range.end)
}

/// "Asked if the dam would hold*, Ruiz nodded*": the sentence’s own clause is what was done then.
fn before_answer(context: &Context, found: &Attribution, cue: usize, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let asked = found.source.is_none() && found.cue.as_ref().is_some_and(|(_, lemma)| lemma == "ask");
    let opens = context.sentence(tokens.at(cue).sentence).start + 1 >= cue;
    let answers = |comma: &usize| {
        let subject = context.mention_from(comma + 1).and_then(|i| context.mention(i)).map(|mention| mention.tokens.end);
        let verb = subject.map(|end| end + usize::from(tokens.at(end).tag == Tag::Adverb));
        context.text.slice(tokens.at(*comma).span) == "," && verb.is_some_and(|verb| extent::is_finite(context, verb))
    };
    let mut commas = range.clone().skip(2).filter(|_| asked && opens);
    commas.rfind(answers).unwrap_or(range.end)
}

/// "but", "although" in the writer's words
fn turns(context: &Context, i: usize) -> bool {
    matches!(context.tokens.at(i).lower(), "but" | "though" | "although") && context.stretch_at(i).is_none()
}

/// "the dam holds*, but it was unclear for how long*", "*, although this could not be confirmed*": what the writer does not know.
fn before_doubt(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let doubts = |i: usize| {
        let next = tokens.at(i + 1).lower();
        let last = (i + 2..(i + 7).min(range.end)).take_while(|i| tokens.at(*i).kind == Kind::Word);
        matches!(next, "it" | "this" | "that")
            && last.into_iter().any(|i| matches!(tokens.at(i).lower(), "unclear" | "confirmed" | "verified"))
    };
    range.clone().skip(2).find(|i| turns(context, *i) && doubts(*i)).unwrap_or(range.end)
}

/// "the dam holds*, but she did not say for how long*": what was left unsaid is the writer's to tell.
fn before_silence(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let silent = |i: &usize| {
        let subject = usize::from(matches!(tokens.at(i + 1).tag, Tag::Pronoun | Tag::Name));
        let verb = i + 1 + subject;
        let refused = matches!(tokens.at(verb).lemma(), "decline" | "refuse") && tokens.at(verb + 1).tag == Tag::To;
        let negated = is_auxiliary(tokens, verb) && clause::is_negation(tokens.at(verb + 1).lower());
        let said = cues::find(tokens.at(verb + 2).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
        // "…, but gave no details"
        let scant = matches!(tokens.at(verb).lemma(), "give" | "provide" | "offer") && tokens.at(verb + 1).lower() == "no";
        turns(context, *i) && (refused || negated && said || scant)
    };
    let Some(but) = range.clone().find(silent) else { return range.end };
    but - usize::from(context.text.slice(tokens.at(but - 1).span) == ",")
}

/// "to leave *months* | before he spoke", "the plan *even* | if it fails": what goes with the word behind does not end a content (22 of 22).
fn before_subordinator(context: &Context, range: Range<usize>) -> usize {
    let next = context.tokens.at(range.end).lower();
    let word = |back: usize| context.tokens.at(range.end.saturating_sub(back));
    if !matches!(next, "if" | "as" | "though" | "when" | "before" | "after" | "because") {
        return range.end;
    }
    let measure = matches!(word(1).lower(), "years" | "months" | "weeks" | "days" | "hours" | "minutes");
    match word(1).lower() {
        "even" | "just" | "only" => range.end - 1,
        _ if measure && matches!(word(2).tag, Tag::Number | Tag::Adjective | Tag::Noun) => range.end.saturating_sub(2),
        _ => range.end,
    }
}

/// "endorsed Ruiz *last week*", "acknowledged the gift *on Monday*": when it was said, where a thing is named and nothing told of it (two in
/// three).
fn before_time(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let first = tokens.at(range.start);
    let clause = matches!(first.tag, Tag::Wh | Tag::To) || first.lower() == "that";
    if clause || range.clone().any(|i| extent::is_finite(context, i) || is_auxiliary(tokens, i) || tokens.at(i).tag == Tag::Verb) {
        return range.end;
    }
    let word = |back: usize| range.end.checked_sub(back).filter(|i| *i > range.start).map_or("", |i| tokens.at(i).lower());
    let day = |back: usize| range.end.checked_sub(back).is_some_and(|i| i > range.start && circumstances::is_day_name(context, i));
    let part = usize::from(matches!(word(1), "morning" | "afternoon" | "evening" | "night"));
    if day(1 + part) && word(2 + part) == "on" {
        return range.end - 2 - part;
    }
    let period = matches!(word(1), "week" | "month" | "year" | "night" | "weekend") && word(2) == "last";
    let qualified = usize::from(matches!(word(3), "late" | "early" | "earlier"));
    if period { range.end - 2 - qualified } else { range.end }
}

/// "the support of six mayors*, including Ana Ruiz*" (118 of 131)
fn with_inclusion(context: &Context, range: Range<usize>) -> usize {
    let tokens = context.tokens;
    let comma = |i: usize| context.text.slice(tokens.at(i).span) == ",";
    if !comma(range.end) || tokens.at(range.end + 1).lower() != "including" {
        return range.end;
    }
    let sentence = context.sentence(tokens.at(range.start).sentence);
    let stops = |i: &usize| {
        let next = tokens.at(i + 1);
        let turns = matches!(next.tag, Tag::Ing | Tag::Wh) || matches!(next.lower(), "but" | "and" | "according");
        matches!(context.text.slice(tokens.at(*i).span), ";" | ":" | "—" | "–" | "--") || comma(*i) && turns
    };
    let last = sentence.end.min(range.end + LONGEST_LIST);
    (range.end + 2..last).find(stops).unwrap_or(last)
}

/// "laws *that* courts said discriminated", "*what* Ruiz calls a gift": the relative word before the source belongs to the content (30 of 37;
/// "what" in 27 of 39).
fn lead(context: &Context, found: &mut Attribution) {
    let (Some((cue, _)), Some(source), [content]) = (&found.cue, found.source, found.content.as_slice()) else { return };
    let tokens = context.tokens;
    let (cue, source, content) = (tokens.within(*cue), tokens.within(source), tokens.within(*content));
    if source.end != cue.start || content.start < cue.end || content.start > cue.end + 2 {
        return;
    }
    let Some(word) = source.start.checked_sub(1).filter(|word| tokens.at(*word).sentence == tokens.at(source.start).sentence) else {
        return;
    };
    if tokens.at(content.start).tag == Tag::Mark {
        return; // “what she calls “a gift””: a quotation has none but the speaker's words
    }
    let first = content.start + usize::from(tokens.at(content.start).tag == Tag::Adverb);
    let governed = word.checked_sub(1).is_some_and(|before| matches!(tokens.at(before).tag, Tag::Preposition | Tag::To));
    let belongs = match tokens.at(word).lower() {
        "which" | "who" | "whom" => !governed,
        "that" => !governed && extent::is_finite(context, first),
        "what" => !matches!(tokens.at(cue.end).lower(), "that" | "about" | "of" | "to" | "on" | "for"),
        _ => false,
    };
    if belongs {
        found.content.insert(0, tokens.span(word..word + 1));
    }
}
