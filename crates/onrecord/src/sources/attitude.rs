//! How somebody stands to the words: said, or thought, wanted and felt by the writer's account.

use super::candidate::{Candidate, ranges};
use super::context::Context;
use super::extent;
use crate::article::{Attitude, QuoteKind};
use crate::data::cues::{self, Frame};
use crate::data::speech_tags;
use crate::lexer::{Tag, Token};
use crate::mentions::MentionKind;
use crate::span::Span;

/// Objects of verbs of saying that are less sure than this count as things that the writer tells of.
const SURE: f64 = 0.6;
/// Likely enough for a verb that is nothing but speech.
pub const LIKELY: f64 = 0.3;

/// Said where it stands in marks; else what the verb says, unless nothing has been said yet ("may discuss", "to discuss") or the source is
/// nobody ("the general position shows").
pub fn of(context: &Context, candidate: &Candidate, kind: QuoteKind, score: f64) -> Attitude {
    let listed = cues::find(candidate.lemma).map_or(Attitude::Said, |verb| verb.attitude);
    let attitude = if is_ruling(context, candidate) { Attitude::Said } else { listed };
    // Believes the road is “a gift to the lorries”: marks show that it was put into words.
    if kind != QuoteKind::Direct && is_silence(candidate) {
        return Attitude::Thought;
    }
    let believed = attitude != Attitude::Said && candidate.frame == Frame::PassiveBy;
    let takes = !believed
        && matches!(candidate.frame, Frame::That | Frame::Clause | Frame::Wh | Frame::Quote | Frame::Colon | Frame::To)
        && score >= SURE;
    if kind == QuoteKind::Direct || (kind == QuoteKind::Mixed && (attitude == Attitude::Said || takes)) {
        return Attitude::Said;
    }
    of_report(context, candidate, kind, (attitude, score))
}

/// What the verb says of words without marks, unless nothing has been said yet or nobody says it.
fn of_report(context: &Context, candidate: &Candidate, kind: QuoteKind, (attitude, score): (Attitude, f64)) -> Attitude {
    let first = context.tokens.at(candidate.cue.start);
    let to_come = matches!(first.tag, Tag::Modal | Tag::To) && !is_prompt(context, candidate) || is_due(context, candidate);
    let unsaid = to_come && candidate.frame != Frame::After && !takes_to_medium(context, candidate.cue.start);
    // "A senior cabinet legit said": on a spun page the noun is unknown, and yet only people say.
    let told = speech_tags::is_tag_lemma(candidate.lemma) && (score >= SURE || candidate.frame == Frame::After)
        || candidate.lemma == "according to";
    let nobody = candidate.source.is_some_and(|source| source.mention.is_none()) && !told;
    // "posted a picture", "offers classes": a thing rather than words, unless the verb nearly always means words ("announced the plan").
    let order = candidate.frame == Frame::ObjectTo && extent::takes_order(candidate.lemma);
    let thing = matches!(candidate.frame, Frame::Object | Frame::Prep | Frame::ObjectTo)
        && kind == QuoteKind::Indirect
        && !order
        && !is_clause(context, &candidate.content);
    let enough = if speech_tags::is_act(candidate.lemma) && can_speak(context, candidate) { LIKELY } else { SURE };
    match attitude {
        // "would neither confirm nor deny the offer", "will not say": that they did not is what is told.
        Attitude::Said if candidate.negated || refuses(context, candidate) => Attitude::Said,
        Attitude::Said if unsaid => Attitude::Wanted,
        Attitude::Said if names_source(context, candidate) || is_gloss(context, candidate) => Attitude::Thought,
        Attitude::Said if candidate.lemma == "show" && is_pictured(context, candidate) => Attitude::Thought,
        Attitude::Said if nobody || (thing && (score < enough || is_seen(context, candidate))) => Attitude::Thought,
        other => other,
    }
}

/// "The inquiry *concluded* that the dam held", "judges *decided* that": bodies and papers put into words what people think.
fn is_ruling(context: &Context, candidate: &Candidate) -> bool {
    let mention = candidate.source.and_then(|source| context.mention(source.mention?));
    let bench = |i: usize| matches!(context.tokens.at(i).lower(), "judges" | "jury" | "jurors" | "court" | "justices" | "panel");
    let body = mention.is_some_and(|mention| match mention.kind {
        MentionKind::Document | MentionKind::Organization => true,
        MentionKind::Group => mention.tokens.clone().any(bench),
        _ => false,
    });
    body && matches!(candidate.lemma, "conclude" | "decide" | "determine") && is_clause(context, &candidate.content)
}

/// "is *due to* announce the results": it has not yet.
fn is_due(context: &Context, candidate: &Candidate) -> bool {
    candidate.cue.clone().any(|i| {
        let waits = matches!(context.tokens.at(i).lower(), "due" | "set" | "scheduled" | "poised" | "ready");
        waits && context.tokens.at(i + 1).tag == Tag::To
    })
}

/// "is *quick to* point out that": it was said.
fn is_prompt(context: &Context, candidate: &Candidate) -> bool {
    let adjective = candidate.cue.start.checked_sub(1).map_or("", |i| context.tokens.at(i).lower());
    adjective == "quick"
        || matches!(adjective, "careful" | "keen" | "eager" | "happy" | "pains") && speech_tags::is_tag_lemma(candidate.lemma)
        || goes_on(context, candidate)
}

/// "*went on to* say that", "*continued to* insist that"
fn goes_on(context: &Context, candidate: &Candidate) -> bool {
    let back = |n: usize| candidate.cue.start.checked_sub(n).map(|i| context.tokens.at(i));
    let on = usize::from(back(1).is_some_and(|word| word.lower() == "on"));
    back(1 + on).is_some_and(|verb| {
        let lasting = if on == 1 { verb.lemma() == "go" } else { matches!(verb.lemma(), "continue" | "proceed" | "hasten" | "rush") };
        lasting && matches!(verb.tag, Tag::Past | Tag::VerbS | Tag::Participle)
    })
}

/// "She *took to Twitter* to say so": she said it there.
fn takes_to_medium(context: &Context, to: usize) -> bool {
    let medium = to.checked_sub(2).filter(|i| context.tokens.at(i + 1).is_capital() && context.tokens.at(*i).lower() == "to");
    medium.is_some_and(|i| i > 0 && context.tokens.at(i - 1).lemma() == "take")
}

/// "that the dam held", "how it held"
pub fn is_clause(context: &Context, content: &[Span]) -> bool {
    let range = content.first().map_or(0..0, |span| context.tokens.within(*span));
    let first = context.tokens.at(range.start);
    range.len() > 1 && (first.tag == Tag::Wh || matches!(first.lower(), "that" | "if" | "whether" | "how" | "why"))
}

/// "…, the channel said, *quoting the ferry office*": whom one has it from is no statement.
fn names_source(context: &Context, candidate: &Candidate) -> bool {
    let [content] = candidate.content.as_slice() else { return false };
    let words = context.tokens.within(*content);
    let whole = context.mention_from(words.start).and_then(|i| context.mention(i)).filter(|mention| mention.tokens.end >= words.end);
    matches!(candidate.lemma, "quote" | "cite") && whole.is_some_and(|mention| mention.kind != MentionKind::Document)
}

/// "Ruiz said, *referring to* the dam", "*Explaining* the plan, Ruiz said": what the words are about.
fn is_gloss(context: &Context, candidate: &Candidate) -> bool {
    let about = matches!(candidate.lemma, "refer" | "allude" | "explain") && context.tokens.at(candidate.cue.start).tag == Tag::Ing;
    about && !ranges(context, candidate).flatten().any(|i| extent::is_finite(context, i))
}

/// Is its source somebody who speaks, other than the writer?
fn can_speak(context: &Context, candidate: &Candidate) -> bool {
    let writer = candidate.source.is_some_and(|source| matches!(context.tokens.at(source.start).lower(), "i" | "we" | "it" | "you"));
    let mention = candidate.source.and_then(|source| context.mention(source.mention?));
    !writer && mention.is_some_and(|mention| mention.kind != MentionKind::Document)
}

/// "Ruiz *showed* some fight", "the video *shows* a man", "is like *reading* the letters": nobody says so.
fn is_seen(context: &Context, candidate: &Candidate) -> bool {
    let source = candidate.source;
    let mention = source.and_then(|source| context.mention(source.mention?));
    let person = mention.is_some_and(|mention| matches!(mention.kind, MentionKind::Person | MentionKind::Pronoun));
    let sign = |i: usize| {
        matches!(context.tokens.at(i).lower(), "scan" | "scans" | "test" | "tests" | "sign" | "signs" | "response" | "responses")
    };
    let of = |noun: &dyn Fn(usize) -> bool| source.is_some_and(|source| (source.start..source.end).any(noun));
    match candidate.lemma {
        "read" => true,
        "show" => person || is_pictured(context, candidate) || of(&sign) || opens_with_picture(context, candidate),
        "reveal" | "suggest" | "indicate" => of(&sign),
        // "the figures point to a slowdown", "her novels describe a voyage"
        "point" | "describe" => mention.is_some_and(|mention| mention.kind == MentionKind::Document),
        "dismiss" => opens_with_suit(context, candidate),
        // "pleaded guilty"
        "plead" => {
            let answers = |i: usize| matches!(context.tokens.at(i).lower(), "guilty" | "not" | "no" | "innocent");
            (candidate.cue.start..=candidate.cue.end).any(answers)
        }
        // "wrote a letter", "posted her picture", "observed the moon": what was made or seen is no statement.
        "write" | "post" | "publish" | "release" | "send" | "observe" | "grant" | "attack" | "offer" | "name" | "repeat" => {
            matches!(candidate.frame, Frame::Object | Frame::ObjectTo)
        }
        "tweet" | "share" => opens_with_picture(context, candidate),
        _ => false,
    }
}

/// "a judge dismissed *the charges*"
fn opens_with_suit(context: &Context, candidate: &Candidate) -> bool {
    let as_what = |span: &Span| context.tokens.within(*span).any(|i| context.tokens.at(i).lower() == "as");
    first_noun(context, candidate).is_some_and(|noun| SUITS.contains(&noun)) && !candidate.content.iter().any(as_what)
}

const PICTURES: [&str; 12] =
    ["video", "footage", "clip", "film", "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images"];
const SUITS: [&str; 11] = ["case", "cases", "charge", "charges", "count", "counts", "suit", "lawsuit", "appeal", "petition", "indictment"];

/// "*A video* showed how it fell"
fn is_pictured(context: &Context, candidate: &Candidate) -> bool {
    candidate.source.is_some_and(|source| (source.start..source.end).any(|i| PICTURES.contains(&context.tokens.at(i).lower())))
}

/// "the channel showed *a picture* of the boat"
fn opens_with_picture(context: &Context, candidate: &Candidate) -> bool {
    candidate.frame == Frame::Object && first_noun(context, candidate).is_some_and(|noun| PICTURES.contains(&noun))
}

/// The first noun of the content.
fn first_noun<'a>(context: &Context<'a>, candidate: &Candidate) -> Option<&'a str> {
    let mut words = context.tokens.within(*candidate.content.first()?).map(|i| context.tokens.at(i));
    words.find(|token| token.tag.is_noun()).map(Token::lower)
}

/// "declined to say", "refused to comment"
pub fn refuses(context: &Context, candidate: &Candidate) -> bool {
    let said = |i: usize| cues::find(context.tokens.at(i).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said);
    let end = candidate.cue.end;
    let unwilling = |lemma: &str| matches!(lemma, "decline" | "refuse");
    let asked = (candidate.cue.start..=end).any(|i| context.tokens.at(i).tag == Tag::To && said(i + 1));
    let before = candidate.cue.start.checked_sub(1).is_some_and(|i| unwilling(context.tokens.at(i).lemma()));
    asked && (unwilling(candidate.lemma) || before)
}

/// "did not respond to a request for comment"
fn is_silence(candidate: &Candidate) -> bool {
    candidate.negated && matches!(candidate.lemma, "respond" | "reply" | "return" | "answer") && candidate.frame != Frame::Quote
}
