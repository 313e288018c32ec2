//! Cuts running text into sentences.

use super::openings::{first_word, is_common, is_starter, opens_content, tag_end};
use super::stops::{Stop, Stops};
use crate::data::abbreviations::{self, Class};
use crate::span::Span;

/// The sentences of a block, and the places where two were glued together.
#[derive(Debug, Default)]
pub(super) struct Split {
    pub sentences: Vec<Span>,
    /// The empty spans between "problems." and "Officials".
    pub glued: Vec<usize>,
}

/// Marks and brackets that may stand before the first word of a sentence.
const OPENERS: [char; 9] = ['“', '"', '‘', '\'', '(', '[', '«', '„', '「'];

/// What stands at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    /// The sentence goes on.
    None,
    /// The next sentence begins after white space.
    Spaced,
    /// The next sentence begins at once: "problems.Officials".
    Glued,
}

/// Adds the sentences of `span` to `split`.
pub(super) fn split(text: &str, span: Span, split: &mut Split) {
    let mut start = span.start;
    for stop in Stops::new(text, span) {
        let place = Place { text, block: span, start, stop };
        let border = place.border();
        if border == Border::None {
            continue;
        }
        if border == Border::Glued {
            split.glued.push(stop.end);
        }
        push(text, Span::new(start, stop.end), split);
        start = stop.end;
    }
    push(text, Span::new(start, span.end), split);
}

fn push(text: &str, span: Span, split: &mut Split) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        split.sentences.push(span);
    }
}

/// A stop with what is around it.
struct Place<'t> {
    text: &'t str,
    block: Span,
    /// Where the sentence began.
    start: usize,
    stop: Stop,
}

impl<'t> Place<'t> {
    fn border(&self) -> Border {
        let rest = self.rest();
        let Some(next) = rest.chars().next() else { return Border::Spaced };
        if !next.is_whitespace() {
            return if self.glued(rest, next) { Border::Glued } else { Border::None };
        }
        if self.ends(rest.trim_start()) { Border::Spaced } else { Border::None }
    }

    /// What follows the stop and its closing marks.
    fn rest(&self) -> &'t str {
        Span::new(self.stop.end, self.block.end).of(self.text)
    }

    fn dots(&self) -> &'t str {
        self.stop.dots.of(self.text)
    }

    /// The marks and brackets between the stop and its end.
    fn closing(&self) -> &'t str {
        Span::new(self.stop.dots.end, self.stop.end).of(self.text)
    }

    /// Does a quotation close here?
    fn unquotes(&self) -> bool {
        self.closing().contains(['”', '"', '’', '\'', '»', '“', '」'])
    }

    /// The word before the stop, of which the last forty bytes are enough.
    fn word(&self) -> &'t str {
        let sentence = Span::new(self.start, self.stop.dots.start).of(self.text);
        let from = (sentence.len().saturating_sub(43)..=sentence.len()).find(|at| sentence.is_char_boundary(*at));
        let before = sentence.get(from.unwrap_or_default()..).unwrap_or_default();
        let edge = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—' | '–' | '/' | '-' | '”' | ',');
        before.rsplit(edge).next().unwrap_or_default().trim_start_matches(['\'', '’'])
    }

    /// Two sentences without a space between: "problems.Officials", "said.“We".
    fn glued(&self, rest: &str, next: char) -> bool {
        if rest.starts_with("http") || next == '@' {
            return self.word().chars().all(char::is_alphabetic) && self.word().chars().count() > 1;
        }
        let opened = rest.trim_start_matches(OPENERS);
        let mut letters = opened.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let second = letters.next().is_some_and(|c| c.is_lowercase() || c == ' ' || c == '’' || c == '\'');
        if !(capital && second) || is_domain_end(first_word(opened)) {
            return false;
        }
        if !self.closing().is_empty() {
            return self.unquotes() || self.closing().contains(')');
        }
        self.dots().len() == 1 && is_plain_end(self.word())
    }

    /// Does the sentence end at this stop, which white space follows?
    fn ends(&self, after: &str) -> bool {
        let Some(c) = after.chars().next() else { return true };
        if self.unquotes() && (matches!(c, '—' | '–' | '-') || self.tagged(after)) {
            return false;
        }
        let opened = after.trim_start_matches(OPENERS);
        let next = first_word(opened);
        match self.dots() {
            "." => self.full_stop(after, next),
            dots if dots.contains(['!', '?', '。', '‼']) => !starts_lower(after) && !self.is_name_with_mark(),
            dots => ellipsis_ends(dots, next) && !starts_lower(after),
        }
    }

    /// “Will it hold?” Reyes asked. “It holds.” He said. But in “It holds.” He added, “It will hold.” the tag is the next quotation's.
    fn tagged(&self, after: &str) -> bool {
        let strict = self.dots() == ".";
        tag_end(after).is_some_and(|rest| match rest.strip_prefix(',') {
            Some(next) => !next.trim_start().starts_with(OPENERS),
            None => {
                if strict {
                    rest.starts_with('.')
                } else {
                    !opens_content(rest)
                }
            }
        })
    }

    /// "Yahoo! News"
    fn is_name_with_mark(&self) -> bool {
        self.dots() == "!" && self.closing().is_empty() && abbreviations::class(self.word()) == Some(Class::Bang)
    }

    fn full_stop(&self, after: &str, next: &str) -> bool {
        if !self.closing().is_empty() && self.unquotes() {
            return !starts_lower(after);
        }
        let word = self.word();
        if let Some(class) = abbreviations::class(word) {
            return after_abbreviation(class, word, next);
        }
        if is_initials(word) {
            return after_initials(word, next);
        }
        if is_initial(word) {
            return is_starter(next) && !(word == "A" || word == "Q") || word == "I" && !starts_lower(after);
        }
        if word.bytes().all(|b| b.is_ascii_digit()) && self.opens_with(word) {
            return false;
        }
        !starts_lower(after) || is_plain_end(word) && !self.closing().contains(')')
    }

    /// The number of a list: "1. The bridge"
    fn opens_with(&self, word: &str) -> bool {
        !word.is_empty() && self.stop.dots.start - self.start == word.len()
    }
}

/// Can the plain word `word` end a sentence, so that what follows begins one even without a capital or a space?
fn is_plain_end(word: &str) -> bool {
    let last = word.trim_end_matches(['’', '\'', '%']);
    last.chars().filter(|c| c.is_alphabetic()).count() > 1
        && last.ends_with(char::is_lowercase)
        && !is_initials(last)
        && abbreviations::class(last).is_none()
}

fn after_abbreviation(class: Class, word: &str, next: &str) -> bool {
    let starter = is_starter(next);
    match class {
        // "RT. The network" is no title, "DR. RUIZ" is.
        Class::Title => starter && word.len() > 1 && is_upper(word) && !is_upper(next),
        Class::Never | Class::Bang => false,
        Class::Number => next.starts_with(char::is_uppercase) && next.len() > 1 && !is_roman(next),
        Class::Place | Class::Company => starter,
        Class::Month | Class::Other => starter || is_common(next),
    }
}

/// "U.S", "p.m", "Ph.D", and not "brill.com"
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|piece| (1..3).contains(&piece.len()) && !piece.ends_with(|c: char| c.is_ascii_digit()))
}

/// "U.S.", "p.m.", "J.K."
fn after_initials(word: &str, next: &str) -> bool {
    if matches!(word, "a.m" | "p.m") {
        return is_starter(next) || is_common(next);
    }
    if matches!(word, "i.e" | "e.g") {
        return false;
    }
    is_starter(next)
}

/// Does an ellipsis end the sentence before `next`?
fn ellipsis_ends(dots: &str, next: &str) -> bool {
    // "Virginia. ... We": the stop before the ellipsis ended the sentence already.
    let dots_apart = dots.chars().filter(|c| *c == '.').count();
    dots.starts_with(". …") || dots.starts_with(". ..") || dots_apart > 3 || is_starter(next) && next != "I"
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn is_upper(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

fn starts_lower(after: &str) -> bool {
    after.chars().next().is_some_and(char::is_lowercase)
}

/// "Node.Js" and "Change.Org" are one name.
fn is_domain_end(word: &str) -> bool {
    matches!(word, "Com" | "Org" | "Net" | "Gov" | "Edu" | "Io" | "Js")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentences of `text`, each between bars.
    fn cut(text: &str) -> String {
        let mut out = Split::default();
        split(text, Span::new(0, text.len()), &mut out);
        out.sentences.iter().map(|span| &text[*span]).collect::<Vec<_>>().join("|")
    }

    /// `|` shows where sentences end; a space before or after a bar is not part of the text's sentences.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', " ");
        assert_eq!(cut(&text), marked, "{text}");
    }

    #[test]
    fn plain_stops() {
        check("The dam held.|Nobody was hurt!|Was it luck?|It was not.");
        check("It rose 3.5 percent to $4.7 billion.|Shares fell.");
    }

    #[test]
    fn abbreviations_and_initials() {
        check("Gen. Ada Holm met Mr. Ruiz and Sen. Jo K. Marsh of Brill, Va., on Sept. 3.|They talked.");
        check("The U.S. President spoke at 6 p.m. Monday in Brill.|U.S. officials left at 9 p.m.|Police followed.");
        check("He works for Holm Inc.|She does not.|He left the U.S.|The trip was long.");
        check("J. Marsh seeks No. 7 in the list.|She said no.|Ruiz said yes.");
        check("Rep. Ana Ruiz (D-Va.) said so.|Rep. Tom Holm, R-S.C., did not.");
        check("It is a miss.|The ship sank off Miss. and La. on Friday.");
        check("She wrote to brill.com.|Nobody answered.");
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("“The dam held.”|“It did,” she said.");
        check("(The dam held.)|Nobody was hurt.");
        check("\"The dam held.\"|\"It did,\" she said.");
        check("“We need a dialogue. “|Ruiz agreed.");
        check("“We need a dialogue. ”|Ruiz agreed.");
        check("“He ran ‘as if chased.’”|Ruiz agreed.");
    }

    #[test]
    fn a_tag_goes_on_after_a_quotation() {
        check("“Go!” he said.|“Why?” asked Holm.");
        check("“Isn’t it so?” He said.|“Will it hold?” Ada Holm asked.");
        check("“It holds.” She said.|“It holds.”|She said that it was old.");
        check("“It holds.” She said, smiling.|“It holds.”|She said, “It is old.”|“Does it?”|She said, “It does.”");
        check("“Will it hold?”|Holm said the bridge was old.");
        check("“Nobody asked us.” — Ada Holm");
    }

    #[test]
    fn ellipses() {
        check("“We know ... Brill well,” he said.");
        check("“We know … nothing. …|We never asked,” he said.");
        check("“We waited. . . .|Nobody came.");
    }

    #[test]
    fn glued_sentences_are_told_apart() {
        let text = "They face problems.Officials said so.“We wait,” said Holm of Brill.com, U.S.A.";
        let mut out = Split::default();
        split(text, Span::new(0, text.len()), &mut out);
        let sentences: Vec<_> = out.sentences.iter().map(|span| &text[*span]).collect();
        assert_eq!(sentences, ["They face problems.", "Officials said so.", "“We wait,” said Holm of Brill.com, U.S.A."]);
        assert_eq!(out.glued.len(), 2);
    }

    #[test]
    fn any_text_is_cut_without_loss() {
        for text in ["", ".", "...", "“", ". . . .", "a.\u{a0}b", "。", "é.É", "!\"?\"", "\"\"\"\"....\"\"\""] {
            let mut out = Split::default();
            split(text, Span::new(0, text.len()), &mut out);
            let kept: usize = out.sentences.iter().map(|span| text[*span].chars().filter(|c| !c.is_whitespace()).count()).sum();
            assert_eq!(kept, text.chars().filter(|c| !c.is_whitespace()).count(), "{text}");
        }
    }
}
