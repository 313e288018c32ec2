//! What the earlier steps made, and what the words around a mention tell about it.

use crate::article::{BlockKind, QuoteKind};
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::{Tag, Token, Tokens};
use crate::mentions::{Mention, MentionKind};
use crate::order;
use crate::quotes::{Stretches, Usage};
use crate::sources::Attribution;
use crate::span::Span;
use std::ops::Range;

/// So many tokens of a sentence are looked at for a word.
const FAR: usize = 100;

/// All that the resolver reads.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// Step 1.
    pub text: &'a Text<'a>,
    /// Step 2.
    pub layout: &'a Layout,
    /// Step 3.
    pub tokens: &'a Tokens,
    /// Step 4, where the members of a coordination stand before it.
    pub mentions: &'a [&'a Mention],
    /// For each mention of step 4 its place in `mentions`.
    pub places: &'a [usize],
    /// Step 5.
    pub stretches: &'a Stretches,
    /// Step 6.
    pub attributions: &'a [Attribution],
}

/// How prominent the place of a mention is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Subject of the sentence: "Ruiz said".
    Main,
    /// Subject of a later clause: "said that Ruiz had left".
    Clause,
    /// "met Ruiz", "Ruiz’s plan"
    Object,
    /// "with Ruiz", "for Ruiz"
    Governed,
    /// In what describes somebody else: "Marsh, who worked for Ruiz".
    Within,
}

/// The subject of a sentence stands within so many words of its beginning.
const LONGEST_LEAD: usize = 30;

/// Words that open a clause, so that what follows can be its subject although they are tagged as prepositions.
fn opens_clause(lower: &str) -> bool {
    matches!(
        lower,
        "that"
            | "because"
            | "if"
            | "as"
            | "when"
            | "while"
            | "after"
            | "before"
            | "since"
            | "although"
            | "though"
            | "whether"
            | "until"
            | "where"
    )
}

impl<'a> Page<'a> {
    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(&self.text.clean)
    }

    /// A mention by its index.
    pub fn mention(&self, index: usize) -> Option<&'a Mention> {
        self.mentions.get(index).copied()
    }

    /// The mention that an attribution names, as an index into `mentions`.
    pub fn source(&self, found: &Attribution) -> Option<usize> {
        self.places.get(found.mention?).copied()
    }

    /// The members of a coordination.
    pub fn members(&self, index: usize) -> std::ops::Range<usize> {
        index - self.mention(index).map_or(0, |mention| mention.members.len()).min(index)..index
    }

    /// The sentence that a mention stands in.
    pub fn sentence(&self, mention: &Mention) -> usize {
        self.tokens.at(mention.tokens.start).sentence
    }

    /// Has the sentence this word, not too far from its start?
    pub fn has_word(&self, sentence: usize, word: &str) -> bool {
        let span = self.layout.sentences.get(sentence).map(|sentence| sentence.span);
        span.is_some_and(|span| self.tokens.within(span).take(FAR).any(|i| self.tokens.at(i).lower() == word))
    }

    /// Is it in the headline or the line under it?
    pub fn in_headline(&self, mention: &Mention) -> bool {
        let block = self.layout.blocks.get(self.tokens.at(mention.tokens.start).block);
        block.is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Deck))
    }

    /// The noun that the phrase is about: "official" in "a senior official of the ministry", "sources" in "two sources familiar with it".
    pub fn head(&self, tokens: Range<usize>) -> Option<usize> {
        let mut head = None;
        for i in tokens {
            let token = self.tokens.at(i);
            match token.tag {
                tag if tag.is_noun() => head = Some(i),
                Tag::Genitive => head = None,
                Tag::Preposition | Tag::Wh | Tag::To | Tag::Participle | Tag::Punctuation if head.is_some() => break,
                _ => {}
            }
        }
        head
    }

    /// How prominent its place in the sentence is.
    pub fn standing(&self, mention: &Mention) -> Standing {
        let before = self.before(mention.tokens.start);
        let same = before.sentence == self.sentence(mention);
        if same && matches!(before.tag, Tag::Preposition | Tag::To) && !opens_clause(before.lower()) {
            return Standing::Governed;
        }
        let leads = self.leads(mention);
        if self.is_possessor(mention) {
            // "The president’s roots came into play. In Brill he told …": the possessor is what the sentence is about.
            return if leads { Standing::Clause } else { Standing::Object };
        }
        if leads {
            return Standing::Main;
        }
        let object = same && before.tag.is_verb() && !matches!(before.lemma(), "say" | "think" | "believe" | "know" | "hope" | "claim");
        let last = self.tokens.after(mention.extent.end.max(mention.span.end).saturating_sub(1));
        match !object && self.verb_follows(last) {
            // "…, but Ruiz learned from it"
            true if before.tag == Tag::Conjunction => Standing::Main,
            true => Standing::Clause,
            false => Standing::Object,
        }
    }

    /// Does no finite verb come before it in its sentence?
    fn leads(&self, mention: &Mention) -> bool {
        let sentence = self.sentence(mention);
        for back in 1..=LONGEST_LEAD {
            let Some(token) = mention.tokens.start.checked_sub(back).map(|i| self.tokens.at(i)) else { return true };
            if token.sentence != sentence {
                return true;
            }
            if matches!(token.tag, Tag::Past | Tag::VerbS | Tag::Modal) {
                return false;
            }
        }
        false
    }

    fn before(&self, i: usize) -> &'a Token {
        self.tokens.at(i.checked_sub(1).unwrap_or(usize::MAX))
    }

    /// Skips what can stand between subject and verb: the mention's last token, a comma, adverbs, "(D-N.Y.)".
    fn verb_follows(&self, last: usize) -> bool {
        let mut depth = 0;
        for i in last + 1..last + 9 {
            let token = self.tokens.at(i);
            let slice = self.slice(token.span);
            match slice {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ if depth > 0 || matches!(slice, "," | "—" | "–" | "--") || token.tag == Tag::Adverb => {}
                _ => return matches!(token.tag, Tag::VerbS | Tag::Past | Tag::Modal | Tag::Verb | Tag::Participle),
            }
        }
        false
    }

    /// The only words between two mentions, trimmed.
    pub fn between(&self, a: &Mention, b: &Mention) -> &'a str {
        self.slice(Span::new(a.span.end, b.span.start)).trim()
    }

    /// Is the mention followed by ’s?
    pub fn is_possessor(&self, mention: &Mention) -> bool {
        self.tokens.at(mention.tokens.end).tag == Tag::Genitive || self.tokens.at(mention.tokens.end.saturating_sub(1)).tag == Tag::Genitive
    }

    /// For each mention: is it inside quotation marks that hold somebody's words?
    pub fn quoted(&self) -> Vec<bool> {
        let stretches = self.stretches.items.iter().filter(|s| s.parent.is_none() && matches!(s.usage, Usage::Speech | Usage::Phrase));
        let direct =
            self.attributions.iter().filter(|found| found.kind == QuoteKind::Direct).flat_map(|found| found.content.iter().copied());
        self.inside(stretches.map(|stretch| stretch.inner).chain(direct).collect())
    }

    /// For each mention: is it inside what somebody is said to have said, in marks or not?
    pub fn told(&self) -> Vec<bool> {
        self.inside(self.attributions.iter().flat_map(|found| found.content.iter().copied()).collect())
    }

    /// For each mention: whose words it stands in, as an index into `mentions`.
    pub fn tellers(&self) -> Vec<Option<usize>> {
        let whose = self.attributions.iter().filter_map(|found| Some((self.source(found)?, found.content.as_slice())));
        let mut spans: Vec<(Span, usize)> = whose.flat_map(|(source, content)| content.iter().map(move |span| (*span, source))).collect();
        order::by_key(&mut spans, |(span, _)| span.start);
        let mut spans = spans.into_iter().peekable();
        let mut last: Option<(Span, usize)> = None;
        let whose = |mention: &Mention| {
            while let Some(span) = spans.next_if(|(span, _)| span.start <= mention.span.start) {
                last = Some(span);
            }
            last.filter(|(span, _)| mention.span.start < span.end).map(|(_, source)| source)
        };
        self.mentions.iter().copied().map(whose).collect()
    }

    /// For each mention: does it begin inside one of the spans?
    fn inside(&self, mut spans: Vec<Span>) -> Vec<bool> {
        order::by(&mut spans, Ord::cmp);
        let mut spans = spans.into_iter().peekable();
        let mut end = 0;
        let inside = |mention: &Mention| {
            while let Some(span) = spans.next_if(|span| span.start <= mention.span.start) {
                end = end.max(span.end);
            }
            mention.span.start < end
        };
        self.mentions.iter().copied().map(inside).collect()
    }

    /// The pronoun that a mention is.
    pub fn pronoun(&self, mention: &Mention) -> Option<Pronoun> {
        (mention.kind == MentionKind::Pronoun).then(|| Pronoun::of(self.tokens.at(mention.tokens.start).lower()))
    }

    /// "*Even* the manual": the words of a mention without what only stresses them.
    pub fn focused(&self, span: Span) -> Span {
        let first = self.tokens.at(self.tokens.after(span.start));
        let stress = first.span.end < span.end && matches!(first.lower(), "even" | "only" | "just");
        if stress { Span::new(first.span.end, span.end).trimmed(&self.text.clean) } else { span }
    }

    /// The words of a mention without its determiner.
    pub fn bare_phrase(&self, span: Span) -> Span {
        let words = self.slice(span);
        let first = words.split_ascii_whitespace().next().unwrap_or_default();
        let articles = ["the", "a", "an", "these", "those", "this", "that"];
        if first.len() == words.len() || !articles.iter().any(|article| article.eq_ignore_ascii_case(first)) {
            return span;
        }
        Span::new(span.start + first.len(), span.end).trimmed(&self.text.clean)
    }
}

/// What a pronoun asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// he, him, his
    He,
    /// she, her
    She,
    /// they, both, each, some
    They,
    /// it, its, this
    It,
    /// who, which, that
    Who,
    /// I
    I,
    /// we
    We,
    /// you, one, everyone
    Other,
}

impl Pronoun {
    fn of(lower: &str) -> Self {
        match lower {
            "he" | "him" | "his" | "himself" => Self::He,
            "she" | "her" | "hers" | "herself" => Self::She,
            "they" | "them" | "their" | "theirs" | "themselves" | "both" | "each" => Self::They,
            "it" | "its" | "itself" | "this" => Self::It,
            "who" | "whom" | "whose" | "which" | "that" => Self::Who,
            "i" | "me" | "my" | "myself" => Self::I,
            "we" | "us" | "our" | "ourselves" => Self::We,
            _ => Self::Other,
        }
    }
}
