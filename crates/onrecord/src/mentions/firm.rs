//! What tells a firm from a person, where a name alone does not.

use super::extend::Reader;
use super::view::View;
use super::{Gender, Mention, MentionKind, is_ticker};
use crate::article::Attitude;
use crate::data::cues::{self, Frame};
use crate::data::kin;
use crate::data::lexicon::Class;
use crate::lexer::Tag;

impl Reader<'_, '_> {
    /// Reads a name that looks like a person's as a firm's, where its neighbours say so.
    pub(super) fn tell_firm(&self, mention: &mut Mention) {
        self.keeps_genitive(mention);
        if is_unlisted(self.view, mention) && self.acts_as_body(mention) {
            as_body(mention);
        }
    }

    /// "Holt*’s* said it would hire": a name that keeps its genitive is a shop's.
    fn keeps_genitive(&self, mention: &mut Mention) {
        let (view, end) = (self.view, mention.tokens.end);
        let bare = mention.kind == MentionKind::Person && mention.title.is_none() && mention.name == Some(view.span(end - 1..end));
        let verb = view.tag(end) == Tag::Genitive && matches!(view.tag(end + 1), Tag::Past | Tag::VerbS) && end + 2 < self.end;
        let says =
            cues::find(view.at(end + 1).lemma()).is_some_and(|cue| cue.attitude == Attitude::Said && cue.weight(Frame::Clause) > 0.1);
        if bare && verb && says && !view.tag(end + 2).is_noun() {
            mention.tokens.end = end + 1;
            mention.span = view.span(mention.tokens.clone());
            mention.extent = mention.span;
            mention.name = Some(view.span(end - 1..end + 1));
            as_body(mention);
        }
    }

    /// "Ardexo said *in a statement*", "Ardexo (*ARDX.O*)", "*according to* Ardexo", "Ardexo *declined to comment*"
    fn acts_as_body(&self, mention: &Mention) -> bool {
        let lower = |i: usize| self.view.lower(i);
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let named = start > 1 && lower(start - 1) == "to" && lower(start - 2) == "according";
        let ticker = self.view.is_punct(end, "(") && is_ticker(self.view, end + 1);
        let states = lower(end + 1) == "in" && lower(end + 3) == "statement" || lower(end + 1) == "it";
        named || ticker || states || lower(end) == "declined" && lower(end + 2) == "comment"
    }

    /// "Ardexo, *a group of farmers*, said": no person.
    pub(super) fn know_body(&self, mention: &mut Mention, a: usize) {
        let short = mention.name.is_some_and(|name| mention.tokens.clone().filter(|i| name.covers(self.view.at(*i).span)).count() < 3);
        let bare = mention.kind == MentionKind::Person && mention.title.is_none() && short && mention.tokens.end + 1 == a;
        // "Ana Holt, a developer"
        let person = |noun: &Mention| noun.tokens.clone().any(|i| self.view.any(i, &[Class::One]));
        let body = |noun: &Mention| match noun.kind {
            _ if person(noun) || self.view.is(mention.tokens.start, Class::Forename) => false,
            MentionKind::Group => noun.tokens.clone().any(|i| kin::is_organization(self.view.lower(i))),
            kind => kind == MentionKind::Organization && noun.name.is_none(),
        };
        let named = bare && self.mention_at(a).is_some_and(body);
        if named && matches!(self.view.lower(a), "a" | "an") {
            as_body(mention);
        }
    }
}

/// Makes a mention that looked like a person's a body's.
pub fn as_body(mention: &mut Mention) {
    mention.kind = MentionKind::Organization;
    mention.gender = Gender::Neuter;
}

/// One word that is in no list of names, without a title: people are rarely named so, firms are.
pub fn is_unlisted(view: &View, mention: &Mention) -> bool {
    let word = mention.tokens.end.saturating_sub(1);
    let bare = mention.kind == MentionKind::Person && mention.title.is_none() && mention.name == Some(view.span(word..word + 1));
    // "Al-Tamad"
    let particle = matches!(view.slice(word).split_once('-'), Some(("Al" | "al" | "El" | "el", _)));
    bare && !particle && !view.any(word, &[Class::Forename, Class::Surname, Class::Borne])
}
