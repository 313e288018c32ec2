//! What an article says to introduce a source: appositions, relative clauses, ages, parties and places behind the phrase.

use super::clues::{can_precede_main_verb, closes_before_verb, is_dash, is_finite, is_place_preposition, is_relative, is_verb};
use super::view::View;
use super::{Mention, MentionKind, behind, chunk, is_ticker, tail};
use crate::data::lexicon::Class;
use crate::lexer::{Kind, Shape, Tag};
use std::ops::Range;

/// An aside longer than this is no aside.
const LONGEST: usize = 45;

/// Extends the mentions from `from` on, those of one sentence, which ends at token `end`.
pub fn sentence(view: &View, found: &mut Vec<Mention>, from: usize, end: usize) {
    // From the last to the first, so that a phrase beside a name knows what goes with it: "Ruiz, a critic *with the Brill Institute*".
    for i in (from..found.len()).rev() {
        let (head, rest) = found.split_at_mut(i + 1);
        if let Some(mention) = head.last_mut() {
            Reader { view, rest, end }.extend(mention);
        }
    }
    behind::name_behind_role(view, found, from, end);
    behind::name_behind_body(view, found, from);
}

/// Reads on behind the mentions of a sentence.
pub struct Reader<'a, 't> {
    pub view: &'a View<'t>,
    pub rest: &'a [Mention],
    pub end: usize,
}

impl Reader<'_, '_> {
    fn extend(&self, mention: &mut Mention) {
        if matches!(mention.kind, MentionKind::Pronoun) {
            return;
        }
        self.tell_firm(mention);
        let mut k = self.token_after(mention.extent.end, mention.tokens.end);
        let mut about: Option<Range<usize>> = None;
        for _ in 0..5 {
            let Some((part, next)) = self.part(mention, k) else { break };
            if let Some(part) = part {
                about = Some(about.map_or(part.clone(), |about| self.opening(&about)..part.end));
            }
            k = next;
        }
        if k > mention.tokens.end {
            mention.extent = mention.extent.hull(self.view.span(mention.tokens.start..k));
        }
        if let Some(about) = about {
            self.employed_at(mention, about.clone());
            mention.description = mention.description.or(Some(self.view.span(about)));
        }
    }

    /// The first token behind byte `at`.
    fn token_after(&self, at: usize, from: usize) -> usize {
        (from..self.end).find(|i| self.view.at(*i).span.start >= at).unwrap_or(self.end.max(from))
    }

    /// The next piece behind the mention: what of it describes, and the token behind it.
    fn part(&self, mention: &mut Mention, k: usize) -> Option<(Option<Range<usize>>, usize)> {
        let view = self.view;
        if k >= self.end {
            return None;
        }
        if view.is_punct(k, "(") {
            return self.brackets(mention, k);
        }
        if matches!(mention.kind, MentionKind::Unnamed | MentionKind::Role)
            && mention.name.is_none()
            && let Some(name) = alias(view, k, self.end)
        {
            mention.name = Some(view.span(name.clone()));
            mention.kind = MentionKind::Person;
            let next = name.end + usize::from(view.at(name.end).kind == Kind::Mark);
            return Some((Some(k..next), next));
        }
        if is_common(mention) {
            if let Some(next) = self.complement(mention, k) {
                return Some((None, next));
            }
            if let Some(next) = self.restrictive(mention, k) {
                return Some((Some(k..next), next));
            }
        }
        if mention.kind == MentionKind::Person
            && let Some(next) = self.employer(mention, k)
        {
            return Some((None, next));
        }
        if let Some(next) = self.body_behind(mention, k) {
            return Some((Some(k + 1..next), next));
        }
        let comma = view.is_punct(k, ",");
        if comma {
            self.serves(mention, k + 1);
        }
        if let Some(next) = self.residence(mention, k) {
            return Some((Some(k..next), next));
        }
        if comma {
            return self.aside(mention, k);
        }
        (is_dash(view, k)).then(|| self.dashes(mention, k)).flatten()
    }

    /// "(R-Ohio)"; the short name in "Brill Harbour Company (BHC)" describes nobody.
    fn brackets(&self, mention: &Mention, k: usize) -> Option<(Option<Range<usize>>, usize)> {
        let close = (k + 1..self.end.min(k + 16)).find(|i| self.view.is_punct(*i, ")"))?;
        if is_ticker(self.view, k + 1) {
            return Some((None, close + 1));
        }
        // "an expert on the Brill Harbour Company (BHC)", not "Ana Ruiz (UKIP)"
        let abbreviation = mention.tokens.end < k && self.view.at(k + 1).shape == Shape::Upper && self.view.slice(k + 1).len() > 1;
        let body = mention.kind == MentionKind::Organization || abbreviation;
        let short = body && close == k + 2 && self.view.at(k + 1).is_capital();
        Some(((!short).then_some(k + 1..close), close + 1))
    }

    /// Where a description begins that goes on behind what it has so far: "(R-Ohio), who …" with its bracket.
    fn opening(&self, about: &Range<usize>) -> usize {
        about.start - usize::from(self.view.is_punct(about.end, ")") && about.start > 0)
    }

    /// "Ines Ruiz, 59*, of Ashton, Md.*, who watched", "Ines Ruiz of Brill*, Ohio*,": up to what follows the place.
    fn residence(&self, mention: &Mention, k: usize) -> Option<usize> {
        let view = self.view;
        let after = |town: usize| {
            let state = view.is_punct(town, ",") && view.any(town + 1, &[Class::State, Class::Country]);
            if state { town + 1 + view.length(town + 1).max(1) } else { town }
        };
        if mention.kind != MentionKind::Person || !view.is_punct(k, ",") {
            return None;
        }
        if view.any(k + 1, &[Class::State, Class::Country]) && mention.tokens.end < k && view.at(k - 1).is_capital() {
            return Some(after(k));
        }
        let a = k + 1;
        let first = a + 1 + usize::from(view.lower(a + 1) == "the");
        if !matches!(view.lower(a), "of" | "from") || !view.at(first).is_capital() {
            return None;
        }
        let town = tail::phrase_end(view, a + 1, self.end)?;
        let named = (first..town).all(|i| view.at(i).is_capital());
        named.then(|| after(town)).filter(|next| view.at(*next).kind == Kind::Punctuation || is_finite(view, *next))
    }

    /// "Ines Ruiz *at the Brill Institute* agreed"
    fn employer(&self, mention: &mut Mention, k: usize) -> Option<usize> {
        if !matches!(self.view.lower(k), "at" | "with" | "from") || mention.affiliation.is_some() {
            return None;
        }
        let object = self.named_body(k + 1)?;
        let next = object.tokens.end;
        if !is_finite(self.view, next) {
            return None;
        }
        mention.affiliation = object.name;
        Some(next)
    }

    /// "officials *in Brill*", "a spokesman *for the ministry*", "a poll *by the Brill Post*"
    fn complement(&self, mention: &mut Mention, k: usize) -> Option<usize> {
        let view = self.view;
        let joins = matches!(
            view.lower(k),
            "in" | "at"
                | "from"
                | "with"
                | "for"
                | "on"
                | "inside"
                | "near"
                | "across"
                | "around"
                | "within"
                | "among"
                | "by"
                | "between"
                | "of"
                | "under"
                | "to"
                | "against"
                | "about"
                | "outside"
                | "behind"
        );
        if !joins {
            return None;
        }
        let mut next = tail::phrase_end(view, k + 1, self.end)?;
        if matches!(view.lower(next), "and" | "or") && is_place_preposition(view.lower(next + 1)) {
            next = tail::phrase_end(view, next + 2, self.end).unwrap_or(next);
        }
        if let Some(object) = self.mention_at(k + 1)
            && object.kind == MentionKind::Organization
            && mention.affiliation.is_none()
            && matches!(view.lower(k), "at" | "for" | "with" | "from")
        {
            mention.affiliation = object.name.or(Some(object.span));
        }
        Some(next)
    }

    pub(super) fn mention_at(&self, i: usize) -> Option<&Mention> {
        let at = self.rest.partition_point(|mention| mention.tokens.start < i);
        self.rest.get(at).filter(|mention| mention.tokens.start == i)
    }

    /// "officials *who attended the talks*", "a poll *released Friday*": up to the verb of the main clause, or the end.
    fn restrictive(&self, mention: &Mention, k: usize) -> Option<usize> {
        let view = self.view;
        let relative = view.lower(k) == "who" || matches!(view.lower(k), "that" | "which") && is_finite(view, k + 1);
        let issued =
            mention.kind == MentionKind::Document && view.tag(k) == Tag::Past && (k + 1..self.end.min(k + 6)).any(|i| is_finite(view, i));
        let participle =
            issued || matches!(view.tag(k), Tag::Participle | Tag::Ing) && (mention.plural || mention.kind != MentionKind::Role);
        if !relative && !participle {
            return None;
        }
        let mut inner_verb = participle;
        let mut j = k + 1;
        while j < self.end.min(k + LONGEST) {
            if view.at(j).kind == Kind::Mark || view.is_punct(j, ";") || view.is_punct(j, ":") {
                return None;
            }
            if view.is_punct(j, ",") {
                return Some(j);
            }
            if is_finite(view, j) {
                if inner_verb && can_precede_main_verb(view, j) {
                    return Some(j);
                }
                inner_verb = true;
                while is_verb(view, j + 1) {
                    j += 1;
                }
            }
            j += 1;
        }
        (j + 1 >= self.end).then(|| self.before_stop())
    }

    /// The end of the sentence without its full stop.
    pub(super) fn before_stop(&self) -> usize {
        let mut end = self.end;
        while end > 0 && matches!(self.view.tag(end - 1), Tag::Punctuation | Tag::Mark) && !self.view.is_punct(end - 1, ")") {
            end -= 1;
        }
        end
    }

    /// From `from` on, the comma that closes the aside, or the end of the sentence.
    pub(super) fn stop(&self, from: usize) -> usize {
        let view = self.view;
        let limit = self.end.min(from + LONGEST);
        let mut first = None;
        for j in from..limit {
            if view.at(j).kind == Kind::Mark && first.is_none() && self.opens_speech(j) || view.is_punct(j, ";") || view.is_punct(j, ":") {
                return first.unwrap_or(j);
            }
            if is_dash(view, j) && closes_before_verb(view, j) {
                return j;
            }
            if view.is_punct(j, ",") {
                if closes_before_verb(view, j) {
                    return j;
                }
                if first.is_none() && !is_relative(view, j + 1) && !self.is_list(from, j) {
                    first = Some(j);
                }
            }
            if first.is_some_and(|first| j > first + 15 || is_finite(view, j)) {
                break;
            }
        }
        first.unwrap_or_else(|| if limit == self.end { self.before_stop() } else { from })
    }

    /// A comma inside of "whales, seals and birds" goes on.
    fn is_list(&self, from: usize, comma: usize) -> bool {
        let _ = from;
        (comma + 1..self.end.min(comma + 6))
            .take_while(|i| !is_verb(self.view, *i) && !self.view.is_punct(*i, ","))
            .any(|i| matches!(self.view.lower(i), "and"))
    }

    fn opens_speech(&self, mark: usize) -> bool {
        self.view.at(mark + 1).is_capital()
    }

    /// "— who is vetted as a running mate —", "-- a longtime friend --"
    fn dashes(&self, mention: &mut Mention, k: usize) -> Option<(Option<Range<usize>>, usize)> {
        let view = self.view;
        let close = (k + 1..self.end.min(k + LONGEST)).find(|i| is_dash(view, *i))?;
        let fits = is_relative(view, k + 1) || self.apposition(mention, k + 1).is_some() || is_finite(view, close + 1);
        fits.then_some((Some(k + 1..close), close))
    }
}

/// "a street vendor who goes by the name “Patches”", "a woman identified only as Mara": the name that stands for the person.
fn alias(view: &View, k: usize, end: usize) -> Option<Range<usize>> {
    let limit = end.min(k + 12);
    let says = (k..limit).find(|i| matches!(view.lower(*i), "by" | "as" | "named" | "nicknamed" | "called" | "name"))?;
    // "a lawyer for Holt, *whose* real name is …": Holt’s
    if (k.max(1) + 1..says).any(|i| view.lower(i) == "whose" && view.is_punct(i - 1, ",") && view.at(i - 2).is_capital()) {
        return None;
    }
    let about_names = (k..=says + 2).any(|i| {
        matches!(
            view.lower(i),
            "name" | "nickname" | "alias" | "named" | "nicknamed" | "called" | "identified" | "goes" | "known" | "go" | "went"
        )
    });
    if !about_names || (k..says).any(|i| view.is_punct(i, ";") || view.at(i).kind == Kind::Mark) {
        return None;
    }
    let start = (says + 1..limit).find(|i| {
        !matches!(
            view.lower(*i),
            "the" | "name" | "nickname" | "only" | "alias" | "of" | "by" | "as" | "himself" | "herself" | "her" | "his" | "is"
        )
    })?;
    if view.at(start).kind == Kind::Mark {
        let close = (start + 1..end.min(start + 6)).find(|i| view.at(*i).kind == Kind::Mark)?;
        return view.at(start + 1).is_capital().then_some(start + 1..close);
    }
    let stop = (start..limit).find(|i| !chunk::is_name(view, *i)).unwrap_or(limit);
    // "The governor called Holt a friend": that is what he said of Holt.
    let said = view.lower(says) == "called" && matches!(view.tag(stop), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Mark);
    (stop > start && !said).then_some(start..stop)
}

fn is_common(mention: &Mention) -> bool {
    let kind = matches!(
        mention.kind,
        MentionKind::Unnamed | MentionKind::Role | MentionKind::Group | MentionKind::Document | MentionKind::Organization
    );
    kind && mention.name.is_none() && mention.members.is_empty()
}
