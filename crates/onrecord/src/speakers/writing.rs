//! Whose words a statement or a letter has: "*Ruiz’s statement* read", "*a statement from Ruiz* said", "*the statement* said".

use super::page::Page;
use super::pronouns::Pick;
use super::reader::Reader;
use crate::article::SpeakerKind;
use crate::mentions::{Mention, MentionKind};

impl Reader<'_> {
    /// Who wrote the statement: its owner is the mention before, "from Ruiz" names the writer, and "the statement" is that of whoever spoke
    /// "in a statement" last.
    pub(super) fn writer(&mut self, index: usize, mention: &Mention) -> Pick {
        if mention.owner.is_some() {
            let (figure, certainty) = self.of.get(index.checked_sub(1)?).copied().flatten()?;
            let person = self.cast.get(figure).is_some_and(|of| of.kind == SpeakerKind::Person);
            return person.then_some((figure, certainty.min(0.9)));
        }
        let written = |next: &Mention| matches!(self.page.between(mention, next), "from" | "by");
        if let Some(next) = self.page.mention(index + 1).filter(|next| written(next)) {
            // "a statement from *Ruiz’s office*"
            if self.page.is_possessor(next) || next.name.is_none() {
                return None;
            }
            return self.bearer(index + 1).map(|(figure, certainty)| (figure, certainty.min(0.9)));
        }
        let last = self.scene.last_speaker()?;
        let near = (1..=3).contains(&self.page.sentence(mention).saturating_sub(last.sentence));
        (near && self.page.has_word(last.sentence, "statement")).then_some((last.figure, 0.7))
    }
}

/// Is it what somebody put into words, who is then the one that says so?
pub fn is_own_words(page: &Page, mention: &Mention) -> bool {
    let head = page.tokens.at(mention.tokens.start + 1).lower();
    if let Some(owner) = &mention.owner {
        let last = page.tokens.at(mention.tokens.end.saturating_sub(1)).lower();
        let words =
            matches!(last, "statement" | "letter" | "email" | "tweet" | "tweets" | "post" | "memo" | "message" | "remarks" | "comments");
        return words && owner.kind == MentionKind::Person && !owner.plural;
    }
    head == "statement" && matches!(page.tokens.at(mention.tokens.start).lower(), "a" | "the")
}
