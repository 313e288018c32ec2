//! The names of groups and papers in full, with the body that they belong to, where the article tells it elsewhere: "district leaders" are
//! the "Brill Unified School District leaders", "Brill’s letter" is "Brill County’s letter", "Ruiz’s lawyers, from the firm Marlo Group"
//! are "lawyers from Marlo Group", and "the Brill Institute’s research" is what the Brill Institute says.

use super::figure::{Figure, Joint};
use super::people::tidy;
use super::reader::Reader;
use crate::article::SpeakerKind;
use crate::data::kin;
use crate::lexer::Tag;
use crate::mentions::{Mention, MentionKind};
use crate::span::Span;

/// Gives those who speak their full names.
pub fn tell(reader: &mut Reader, speaking: &[usize]) {
    for figure in speaking {
        let first = reader.cast.get(*figure).filter(|of| of.joint == Joint::No).and_then(|of| of.mentions.first().copied());
        let Some((index, mention)) = first.and_then(|index| Some((index, reader.page.mention(index)?))) else { continue };
        if let Some(name) = reader.researcher(mention) {
            reader.cast.figures.get_mut(*figure).into_iter().for_each(|of| (of.kind, of.name) = (SpeakerKind::Organization, name.clone()));
            continue;
        }
        let Some((name, body)) = reader.belonging(index, mention) else { continue };
        reader.employers.entry(index).or_insert(body);
        let grouped = |kind| matches!(kind, SpeakerKind::Group | SpeakerKind::Document);
        if let Some(of) = reader.cast.figures.get_mut(*figure).filter(|of| grouped(of.kind)) {
            of.name = name;
        }
    }
}

impl Reader<'_> {
    /// The full name of what a mention without a name means, and the body that it belongs to.
    fn belonging(&mut self, index: usize, mention: &Mention) -> Option<(String, usize)> {
        if mention.name.is_some() || !matches!(mention.kind, MentionKind::Group | MentionKind::Document | MentionKind::Unnamed) {
            return None;
        }
        self.sent_by_body(index, mention).or_else(|| self.owned_by_body(mention)).or_else(|| self.of_body(index, mention))
    }

    /// "*Brill Institute’s* research shows": no paper that one could name, but what the institute says.
    fn researcher(&mut self, mention: &Mention) -> Option<String> {
        let head = self.page.tokens.at(mention.tokens.end.saturating_sub(1)).lower();
        if mention.kind != MentionKind::Document || !matches!(head, "research" | "data" | "figures" | "statistics") {
            return None;
        }
        let owner = self.page.bare_phrase(mention.affiliation?);
        let words = self.page.slice(owner);
        let named = words.starts_with(char::is_uppercase) && self.named_in(owner).is_none();
        let body = self.body_called(words).and_then(|body| self.cast.get(body)).map(|of| of.name.clone());
        body.or_else(|| named.then(|| tidy(words)))
    }

    /// "Ruiz’s lawyers, *from the firm Marlo Group*, said"
    fn sent_by_body(&self, index: usize, mention: &Mention) -> Option<(String, usize)> {
        let aside = self.page.tokens.after(mention.span.end);
        let preposition = self.page.tokens.at(aside + 1);
        let opens = self.page.slice(self.page.tokens.at(aside).span) == "," && matches!(preposition.lower(), "from" | "with" | "at");
        if !opens || preposition.span.end > mention.extent.end {
            return None;
        }
        let within = |of: &&&Mention| preposition.span.end <= of.span.start;
        let named = |(_, of): &(usize, &&Mention)| of.kind == MentionKind::Organization && of.name.is_some();
        let near = self.page.mentions.iter().enumerate().skip(index).take_while(|(_, of)| of.span.end <= mention.extent.end);
        let (from, _) = near.filter(|(_, of)| within(of)).find(named)?;
        let (body, _) = self.of.get(from).copied().flatten()?;
        let head = self.page.head(mention.tokens.clone()).map(|head| self.page.slice(self.page.tokens.at(head).span))?;
        Some((format!("{head} {} {}", preposition.lower(), self.cast.get(body)?.name), body))
    }

    /// "*Brill’s* letter", "*the district’s* policy"
    fn owned_by_body(&mut self, mention: &Mention) -> Option<(String, usize)> {
        let owner = self.page.bare_phrase(mention.affiliation?);
        let rest = self.page.slice(Span::new(owner.end, mention.span.end));
        let body = self.body_called(self.page.slice(owner))?;
        Some((tidy(&format!("{}{rest}", self.cast.get(body)?.name)), body))
    }

    fn body_called(&mut self, words: &str) -> Option<usize> {
        if words.starts_with(char::is_uppercase) {
            let front = self.cast.words.phrase_key(words)?;
            return self.bodies.without_noun(front);
        }
        let noun = self.cast.words.key(words)?;
        self.bodies.ending_in(noun)
    }

    /// "the *county* attorneys", "*District* leaders" at the start of a sentence. "Police sources" are those of a force only
    /// where it has been named.
    fn of_body(&mut self, index: usize, mention: &Mention) -> Option<(String, usize)> {
        let bare = self.page.bare_phrase(mention.span);
        let words = self.page.slice(bare);
        let (noun, rest) = words.split_once(' ')?;
        let first = self.page.tokens.at(self.page.tokens.after(bare.start));
        let common =
            first.tag.is_noun() && (noun.starts_with(char::is_lowercase) || first.tag != Tag::Name && rest.starts_with(char::is_lowercase));
        let key = self.cast.words.key(noun).filter(|_| common)?;
        let body = self.bodies.ending_in(key)?;
        let force = kin::is_force(self.cast.words.text(key)) || noun == "fire";
        let known =
            |of: &&Figure| of.name.starts_with(char::is_uppercase) && (!force || of.mentions.first().is_some_and(|first| *first < index));
        let of = self.cast.get(body).filter(known)?;
        Some((tidy(&format!("{} {rest}", of.name)), body))
    }
}
