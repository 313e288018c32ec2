//! Where a mark that is missing would have stood.

use super::page::Page;
use crate::data::speech_tags;
use crate::lexer::{Kind, Tag};
use crate::span::Span;

/// So many tokens of a sentence are looked through, which is more than any sentence has that a person wrote.
const REACH: usize = 300;

/// A quotation that lacks its closing mark.
pub struct Unclosed {
    /// Its opening mark.
    pub open: Span,
    /// Nothing before this can be its end: the end of what it holds.
    pub floor: usize,
    /// The end of its block, or the mark that opens the next quotation.
    pub limit: usize,
}

impl Unclosed {
    /// The end of its words.
    pub fn end(&self, page: &Page) -> usize {
        let end = if self.is_phrase(page) { self.phrase_end(page) } else { self.speech_end(page) };
        Span::new(self.floor.min(self.limit), end.clamp(self.floor.min(self.limit), self.limit)).end
    }

    /// Does it begin inside the writer's sentence: warned of “serious consequences …
    fn is_phrase(&self, page: &Page) -> bool {
        let word_before = page.visible_before(self.open.start).is_some_and(char::is_alphanumeric);
        word_before && !page.leads_in(self.open.start)
    }

    /// The quoted words of a writer's sentence end before the writer's next clause ("…, and also criticized"), at the latest with the
    /// sentence.
    fn phrase_end(&self, page: &Page) -> usize {
        let comma = self.tokens(page).find(|i| word(page, *i) == "," && resumes(page, *i));
        comma.map_or_else(|| self.sentence_end(page), |i| page.tokens.at(i).span.start)
    }

    /// Speech ends before its tag (“We will go, he said. …), or else where it is cut off.
    fn speech_end(&self, page: &Page) -> usize {
        let comma = self.tokens(page).find(|i| matches!(word(page, *i), "," | "?" | "!") && is_short_tag(page, i + 1));
        if let Some(i) = comma {
            return page.tokens.at(i).span.end;
        }
        if let Some(start) = self.lead_in_start(page) {
            return start;
        }
        let stopped = page.visible_before(self.limit).is_none_or(|c| !c.is_alphanumeric());
        if stopped { self.limit } else { self.sentence_end(page) }
    }

    /// “We build new ones. He adds: “Ideas are cheap.” The sentence that leads the next quotation in is the writer's.
    fn lead_in_start(&self, page: &Page) -> Option<usize> {
        let after = page.layout.sentences.partition_point(|sentence| sentence.span.start < self.limit);
        let start = page.layout.sentences.get(after.checked_sub(1)?)?.span.start;
        (start > self.floor.max(self.open.end) && page.leads_in(self.limit)).then_some(start)
    }

    fn sentence_end(&self, page: &Page) -> usize {
        let at = self.floor.max(self.open.end);
        let i = page.layout.sentences.partition_point(|sentence| sentence.span.end <= at);
        page.layout.sentences.get(i).map_or(self.limit, |sentence| sentence.span.end.min(self.limit))
    }

    fn tokens(&self, page: &Page) -> std::ops::Range<usize> {
        page.tokens.within(Span::new(self.floor.max(self.open.end), self.limit))
    }
}

fn word<'a>(page: &Page<'a>, i: usize) -> &'a str {
    page.tokens.at(i).span.of(page.text)
}

/// Does the writer's sentence go on after the comma at token `comma`: ", and also criticized", ", who added"?
fn resumes(page: &Page, comma: usize) -> bool {
    let first = page.tokens.at(comma + 1);
    let joins = matches!(first.lower(), "and" | "but" | "while" | "who" | "which" | "as" | "adding" | "saying" | "according");
    let verb = (comma + 2..comma + 5).map(|i| page.tokens.at(i)).find(|token| !matches!(token.tag, Tag::Adverb));
    joins
        && (matches!(first.lower(), "adding" | "saying" | "according")
            || verb.is_some_and(|t| matches!(t.tag, Tag::Past | Tag::Participle | Tag::VerbS)))
}

/// "he said.", "said Ana Ruiz" or "Brill police chief Ana Ruiz said." at token `first`.
fn is_short_tag(page: &Page, first: usize) -> bool {
    let (one, two) = (page.tokens.at(first), page.tokens.at(first + 1));
    if page.is_tag_verb(first) && one.tag != Tag::Verb {
        return two.tag == Tag::Name || matches!(two.lower(), "the" | "a" | "one" | "he" | "she");
    }
    let subject = matches!(one.lower(), "he" | "she" | "they" | "the") || one.tag == Tag::Name;
    let nominal = |i: &usize| {
        let token = page.tokens.at(*i);
        token.tag.is_noun() || matches!(token.tag, Tag::Determiner | Tag::Adjective | Tag::Pronoun | Tag::Possessive)
    };
    let verb = first + (first..first + 8).take_while(nominal).count();
    let after = page.tokens.at(verb + 1);
    let ends = after.kind == Kind::Punctuation || after.block != one.block || after.kind == Kind::Mark;
    subject && page.is_tag_verb(verb) && page.tokens.at(verb).tag != Tag::Verb && ends
}

/// A quotation that lacks its opening mark.
pub struct Unopened {
    /// Its closing mark.
    pub close: Span,
    pub block: usize,
    /// The last quotation of its level before it in its block, but for phrases that may be part of it.
    pub previous: Option<Span>,
    /// Whether the block before left a quotation open.
    pub carried: bool,
}

impl Unopened {
    /// Where its words begin; `None` where nothing tells, and the mark is rather a stray one.
    pub fn start(&self, page: &Page) -> Option<usize> {
        let block_start = page.block_span(self.block).start;
        if self.carried && self.previous.is_none() {
            return Some(block_start);
        }
        let floor = self.previous.map_or(block_start, |span| span.end);
        let sentence = page.sentences_back(self.close.start, self.block).next()?.span;
        let from = sentence.start.max(floor);
        let dash = matches!(page.visible_after(self.close.end), Some('―' | '—' | '–'));
        let tagged = dash || page.tag_after(self.close.end);
        if let Some(start) = led_in(page, Span::new(from, self.close.start), tagged) {
            return Some(start);
        }
        let stopped = page.visible_before(self.close.start).is_some_and(|c| c.is_ascii_punctuation() || c == '…');
        if !stopped && !tagged {
            return None;
        }
        if floor > sentence.start {
            return None;
        }
        Some(self.walk_back(page, floor, tagged))
    }

    /// Sentence by sentence to where the writer last spoke.
    fn walk_back(&self, page: &Page, floor: usize, tagged: bool) -> usize {
        let mut start = self.close.start;
        for sentence in page.sentences_back(self.close.start, self.block) {
            let verb = tag_verb(page, Span::new(sentence.span.start, sentence.span.end.min(self.close.start)));
            if sentence.span.start < floor {
                break;
            }
            match verb {
                // "Ruiz said we must go.”": the words after the verb, unless another tag follows.
                Some(verb) if start == self.close.start && !tagged => return verb,
                Some(_) if start != self.close.start => break,
                _ => start = sentence.span.start,
            }
        }
        start
    }
}

/// What follows the verb of a tag in `span`.
fn tag_verb(page: &Page, span: Span) -> Option<usize> {
    let verb = page.tokens.within(span).take(REACH).find(|i| page.is_tag_verb(*i) && third_person(page, *i))?;
    let that = page.tokens.at(verb + 1).lower() == "that";
    Some(page.tokens.at(verb + 1 + usize::from(that)).span.start)
}

/// "I said" and "we told" belong to the speaker, not to the writer.
fn third_person(page: &Page, verb: usize) -> bool {
    let token = page.tokens.at(verb);
    let subject = verb.checked_sub(1).map_or("", |i| page.tokens.at(i).lower());
    token.tag != Tag::Verb && !matches!(subject, "i" | "we" | "you" | "who") && speech_tags::is_tag_lemma(token.lemma())
}

/// What follows "he said: " or, unless a tag comes later, "Ruiz said, " in `span`.
fn led_in(page: &Page, span: Span, tagged: bool) -> Option<usize> {
    let tokens = page.tokens.within(span);
    let at = tokens.clone().skip(tokens.len().saturating_sub(REACH)).find(|i| {
        let token = page.tokens.at(*i);
        let next = page.tokens.at(i + 1);
        match token.span.of(page.text) {
            ":" => page.tag_before(token.span.start, 5),
            "," => !tagged && next.is_capital() && page.tag_before(token.span.start, 2),
            _ => false,
        }
    })?;
    Some(page.tokens.at(at + 1).span.start)
}
