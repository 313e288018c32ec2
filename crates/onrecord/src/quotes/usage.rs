//! What a quoted stretch looks like: speech, a phrase, the title of a work, a nickname.

use super::page::Page;
use super::{Stretch, Usage};
use crate::article::BlockKind;
use crate::data::cues::{self, Frame};
use crate::data::works;
use crate::lexer::{Kind, Tag, Token};
use std::ops::Range;

/// Says what a stretch looks like, from its own shape and the words around it.
pub fn of(page: &Page, stretch: &Stretch) -> Usage {
    let tokens = page.tokens.within(stretch.inner);
    let open = stretch.open.unwrap_or(stretch.inner).start;
    let look = Look { page, stretch, before: page.tokens.after(open), tokens };
    if look.is_nickname() {
        Usage::Nickname
    } else if look.is_work() {
        Usage::Work
    } else if look.is_speech() {
        Usage::Speech
    } else {
        Usage::Phrase
    }
}

struct Look<'a> {
    page: &'a Page<'a>,
    stretch: &'a Stretch,
    /// The first token of the stretch, its mark among them.
    before: usize,
    tokens: Range<usize>,
}

impl Look<'_> {
    fn words(&self) -> impl Iterator<Item = &Token> {
        self.tokens.clone().map(|i| self.page.tokens.at(i)).filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
    }

    /// The token `n` before the opening mark, in the same block.
    fn left(&self, n: usize) -> &Token {
        self.before.checked_sub(n).map_or(self.page.tokens.at(usize::MAX), |i| self.page.tokens.at(i))
    }

    /// The first token after the closing mark.
    fn right(&self) -> &Token {
        self.page.tokens.at(self.page.tokens.after(self.stretch.close.unwrap_or(self.stretch.inner).end.saturating_sub(1)) + 1)
    }

    /// Robert “Bob” Smith; goes by “Patches.”
    fn is_nickname(&self) -> bool {
        let few = self.words().take(4).count() <= 3 && self.words().next().is_some_and(Token::is_capital);
        let between = self.left(1).tag == Tag::Name && self.left(1).kind == Kind::Word && self.left(1).is_capital() && {
            let right = self.right();
            right.kind == Kind::Word && right.is_capital() && right.tag == Tag::Name
        };
        few && (between && !self.ends_in_stop() || self.named_by_verb()) || self.is_name_given()
    }

    /// The cough is called “miller’s throat.”; but "was called “a farce”" and "was called “unfair” by the mayor" are somebody's words.
    fn is_name_given(&self) -> bool {
        let names = matches!(self.left(1).lower(), "called" | "dubbed" | "termed" | "named") && self.left(2).lemma() == "be";
        let count = self.words().take(5).count();
        let own = self.words().next().is_some_and(|token| token.tag == Tag::Determiner) || self.right().lower() == "by";
        names && (2..=4).contains(&count) && self.words().any(|token| token.tag.is_noun()) && !own && !self.has_clause()
    }

    /// goes by “…”, goes by the name “…”, known as “…”, nicknamed “…”
    fn named_by_verb(&self) -> bool {
        let (one, two, three, four) = (self.left(1), self.left(2), self.left(3), self.left(4));
        match one.lower() {
            "by" => matches!(two.lemma(), "go"),
            "name" => three.lower() == "by" && four.lemma() == "go",
            "as" => two.lower() == "known",
            // "a van that he has *named* “Edna”"
            word => word == "nicknamed" || word == "named" && two.lemma() == "have",
        }
    }

    fn ends_in_stop(&self) -> bool {
        self.stretch.inner.of(self.page.text).ends_with([',', '.', '?', '!', '…'])
    }

    /// “The Long Green Road”, her “Growing Ashby Plan”
    fn is_work(&self) -> bool {
        if self.is_entitled() {
            return true;
        }
        let count = self.words().take(11).count();
        let word = count == 1 && self.words().all(Token::is_capital);
        if count > 10 || !(word || self.in_title_case()) {
            return false;
        }
        if self.is_said_to_be_work() {
            return true;
        }
        let kind = self.page.layout.blocks.get(self.stretch.block).map(|block| block.kind);
        // In a headline every word has its capital, and “We Go” may be somebody's.
        let headline = matches!(kind, Some(BlockKind::Title | BlockKind::Heading));
        let led_in = self.page.leads_in(self.stretch.open.unwrap_or(self.stretch.inner).start) || self.follows_cue();
        count >= 2 && !headline && !led_in && self.stands_in_sentence()
    }

    /// a report titled *“Roads and rails”*, an essay, entitled, *“We are tired”*
    fn is_entitled(&self) -> bool {
        let comma = usize::from(self.left(1).span.of(self.page.text) == ",");
        matches!(self.left(1 + comma).lower(), "titled" | "entitled" | "headlined" | "subtitled")
    }

    /// her novel *“Dusk,”* they published *“Years of Salt”*; *“Dusk”* author Ana Ruiz; *“Dusk,”* released in May
    fn is_said_to_be_work(&self) -> bool {
        let (before, right) = (self.left(1), self.right());
        let made = before.tag.is_verb() && matches!(before.lemma(), "publish" | "release" | "record" | "direct" | "author" | "pen");
        let by = works::is_maker(right.lower()) && !self.ends_in_stop();
        let issued = right.tag != Tag::Punctuation && matches!(right.lower(), "published" | "released" | "directed" | "starring");
        let named = before.tag.is_noun() && works::is_work(before.lower());
        named || made || by || issued && self.stretch.inner.of(self.page.text).ends_with(',')
    }

    /// Right after a verb that takes somebody's words: called “…”, shouted “…”.
    fn follows_cue(&self) -> bool {
        let verb = self.left(1);
        verb.tag.is_verb() && verb.lower() != "called" && cues::find(verb.lemma()).is_some_and(|cue| cue.weight(Frame::Quote) >= 0.4)
    }

    /// All words in capitals but the small ones between.
    fn in_title_case(&self) -> bool {
        let small = |token: &Token| {
            matches!(token.tag, Tag::Determiner | Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Possessive | Tag::Genitive)
        };
        let first = self.words().next().is_some_and(|token| token.is_capital() || token.kind == Kind::Number);
        let capitals = self.words().filter(|token| token.is_capital()).count();
        first && self.words().all(|token| token.is_capital() || token.kind == Kind::Number || small(token)) && capitals >= 2
    }

    /// A word of the writer's sentence right before it, and no tag after it.
    fn stands_in_sentence(&self) -> bool {
        let open = self.stretch.open.unwrap_or(self.stretch.inner).start;
        let close = self.stretch.close.unwrap_or(self.stretch.inner).end;
        let before = self.page.visible_before(open);
        let word_before = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '(' | ',' | ';' | '’' | '”'));
        // ''Tales of the Pit,'' a series of 1989, returns.
        let titled = before.is_none_or(|c| c == '.') && self.words().count() > 2 && self.stretch.inner.of(self.page.text).ends_with(',');
        word_before || !self.page.tag_after(close) && (titled || !self.ends_in_stop())
    }

    /// A clause or sentence of its own.
    fn is_speech(&self) -> bool {
        let open = self.stretch.open.unwrap_or(self.stretch.inner).start;
        let count = self.words().take(12).count();
        let starts = self.words().next().is_some_and(Token::is_capital) || self.page.after(self.stretch.inner.start) == Some('[');
        let outside = match self.page.visible_before(open) {
            Some(c) if c.is_alphanumeric() => self.page.leads_in(open),
            _ => true,
        };
        (starts && outside && (count > 1 || self.ends_in_stop())) || (count > 2 && self.has_clause() && !self.names_thing())
    }

    /// the “Ride. It’s free.” campaign
    fn names_thing(&self) -> bool {
        let right = self.right();
        let qualified = matches!(self.left(1).tag, Tag::Determiner | Tag::Adjective | Tag::Genitive | Tag::Possessive);
        qualified && right.tag == Tag::Noun && !right.is_capital()
    }

    /// A subject with its verb.
    fn has_clause(&self) -> bool {
        let verb = |token: &Token| matches!(token.tag, Tag::VerbS | Tag::Past | Tag::Modal | Tag::Verb);
        let mut subject = false;
        for token in self.tokens.clone().take(40).map(|i| self.page.tokens.at(i)) {
            match token.tag {
                _ if subject && verb(token) => return true,
                Tag::Pronoun | Tag::Name | Tag::Noun | Tag::Nouns => subject = true,
                Tag::Adverb | Tag::Genitive => {}
                _ => subject = token.tag == Tag::Determiner && matches!(token.lower(), "this" | "that" | "these"),
            }
        }
        false
    }
}
