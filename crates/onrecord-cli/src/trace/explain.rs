//! The explanation of an article's attributions, for a person.

use onrecord::Span;
use onrecord::mentions::{Gender, Mention};
use onrecord::pipeline::Trace;
use onrecord::render::{Ink, Lines, Page, percent};
use onrecord::sources::Attribution;

/// A mention further than this from the words is no candidate worth showing.
const NEAR: usize = 300;

/// So many candidates are shown, the nearest ones.
const CANDIDATES: usize = 8;

struct Sheet<'a> {
    page: Page,
    lines: Lines,
    trace: Trace<'a>,
}

/// "both (score 0.83; grammar 0.71, tagger 0.94)"
fn rule(found: &Attribution) -> String {
    let voices = [("grammar", found.voices.grammar), ("tagger", found.voices.tagger)];
    let said: Vec<String> = voices.iter().filter_map(|(name, score)| Some(format!("{name} {:.2}", (*score)?))).collect();
    let voices = if said.is_empty() { String::new() } else { format!("; {}", said.join(", ")) };
    format!("{} (score {:.2}{voices})", found.rule, found.score)
}

/// Every attribution of a text, or one.
pub fn article(name: &str, text: &str, trace: Trace, only: Option<usize>, width: Option<usize>, colour: bool) -> String {
    let mut sheet = Sheet { page: Page::new(width, colour), lines: Lines::of(text), trace };
    sheet.head(name);
    let attributions = std::mem::take(&mut sheet.trace.attributions);
    for (i, found) in attributions.iter().enumerate().filter(|(i, _)| only.is_none_or(|only| only == *i)) {
        sheet.attribution(i, found);
    }
    sheet.page.gap();
    sheet.page.finish()
}

impl Sheet<'_> {
    /// What the steps made.
    fn head(&mut self, name: &str) {
        let trace = &self.trace;
        let steps = format!(
            "{} blocks, {} sentences, {} tokens, {} mentions, {} quoted stretches, {} attributions, {} speakers",
            trace.layout.blocks.len(),
            trace.layout.sentences.len(),
            trace.tokens.len(),
            trace.mentions.len(),
            trace.stretches.items.len(),
            trace.attributions.len(),
            trace.speakers.entities.len(),
        );
        self.page.paragraph(0, 2, &[(Ink::Head, name)]);
        self.page.paragraph(0, 2, &[(Ink::Detail, &steps)]);
    }

    fn attribution(&mut self, i: usize, found: &Attribution) {
        let words: Vec<_> = found.content.iter().map(|span| self.trace.text.slice(*span)).collect();
        let words = words.join(" […] ");
        let hull = found.content.iter().copied().reduce(Span::hull).unwrap_or_default();
        let what = format!("{} · {} · line {}", found.kind, found.attitude, self.line(hull));
        self.page.gap();
        self.page.paragraph(0, 6, &[(Ink::Name, &format!("#{i}")), (Ink::Detail, &what)]);
        self.page.paragraph(3, 3, &[(Ink::Direct, &words)]);
        self.row("rule", &rule(found));
        self.cue(found);
        self.links(found);
        self.candidates(found, hull);
        self.speaker(i, found);
        self.repairs(found);
    }

    fn row(&mut self, head: &str, text: &str) {
        let head = format!("{head:<11}").replace(' ', "\u{a0}");
        self.page.paragraph(3, 15, &[(Ink::Detail, &head), (Ink::Plain, text)]);
    }

    fn cue(&mut self, found: &Attribution) {
        let negated = if found.negated { ", negated" } else { "" };
        let cue = found.cue.as_ref().map(|(span, lemma)| format!("{} ({lemma}{negated})", self.trace.text.slice(*span)));
        self.row("cue", cue.as_deref().unwrap_or("none"));
        let source = found.source.map(|span| self.trace.text.slice(span).to_owned());
        self.row("source", source.as_deref().unwrap_or("none"));
    }

    /// What hangs on other attributions, and the circumstances.
    fn links(&mut self, found: &Attribution) {
        let slice = |span: Span| self.trace.text.slice(span);
        let facts = [
            found.continues.map(|other| format!("goes on from #{other}")),
            found.parent.map(|other| format!("inside #{other}")),
            found.addressee.map(|span| format!("to {}", slice(span))),
            found.outlet.map(|span| format!("outlet {}", slice(span))),
            found.occasion.map(|it| format!("{}: {}", it.kind, slice(it.span))),
            found.day.map(|span| format!("day {}", slice(span))),
        ];
        let facts: Vec<_> = facts.into_iter().flatten().collect();
        if !facts.is_empty() {
            self.row("with", &facts.join(" · "));
        }
    }

    /// The mentions near, in the order of the text.
    fn candidates(&mut self, found: &Attribution, hull: Span) {
        let near = |mention: &Mention| (mention.span.gap(hull) <= NEAR).then(|| mention.span.gap(hull));
        let mut near: Vec<_> = self.trace.mentions.iter().enumerate().filter_map(|(i, it)| Some((near(it)?, i))).collect();
        // The chosen one is always among them.
        near.sort_unstable_by_key(|(gap, i)| (found.mention != Some(*i), *gap));
        near.truncate(CANDIDATES);
        near.sort_unstable_by_key(|(_, i)| *i);
        for (k, (_, i)) in near.into_iter().enumerate() {
            let Some(mention) = self.trace.mentions.get(i) else { continue };
            let mark = if found.mention == Some(i) { "→" } else { "\u{a0}" };
            let line = format!("{mark} {} · {}", self.trace.text.slice(mention.span), describe(mention, hull));
            self.row(if k == 0 { "candidates" } else { "" }, &line);
        }
    }

    fn speaker(&mut self, i: usize, found: &Attribution) {
        let Some((who, certainty)) = self.trace.speakers.of.get(i).copied() else { return };
        let line = match who {
            Err(why) => format!("unknown: {why}"),
            Ok(entity) => self.entity(entity),
        };
        self.row("speaker", &format!("{line} (score {certainty:.2})"));
        self.row("confidence", &percent((found.score * certainty).clamp(0.0, 1.0)));
    }

    /// A speaker with the places that name it.
    fn entity(&self, entity: usize) -> String {
        let Some(entity) = self.trace.speakers.entities.get(entity) else { return String::new() };
        let named = |span: &Span| format!("{} (line {})", self.trace.text.slice(*span), self.line(*span));
        let more = entity.mentions.len().saturating_sub(4);
        let mut named: Vec<_> = entity.mentions.iter().take(4).map(named).collect();
        if more > 0 {
            named.push(format!("{more} more"));
        }
        format!("{} · {} · named: {}", entity.name, entity.kind, named.join(", "))
    }

    fn repairs(&mut self, found: &Attribution) {
        let stretches = &self.trace.stretches;
        let ids = found.stretches.iter().filter_map(|i| stretches.items.get(*i)).flat_map(|stretch| &stretch.repairs);
        let faults = ids.filter_map(|i| stretches.repairs.get(*i));
        let lines: Vec<_> = faults.map(|fault| format!("{} in line {}: {}", fault.kind, self.line(fault.span), fault.note)).collect();
        for line in lines {
            self.row("repair", &line);
        }
    }

    fn line(&self, clean: Span) -> usize {
        self.lines.at(self.trace.text.to_raw(clean).start)
    }
}

fn describe(mention: &Mention, hull: Span) -> String {
    let kind = mention.kind.name();
    let gender = match mention.gender {
        Gender::Male => ", male",
        Gender::Female => ", female",
        Gender::Neuter => ", neuter",
        Gender::Unknown => "",
    };
    let number = if mention.plural { ", plural" } else { "" };
    let place = match mention.span.gap(hull) {
        _ if hull.covers(mention.span) => "inside the words".to_owned(),
        gap if mention.span.end <= hull.start => format!("{gap} before"),
        gap => format!("{gap} after"),
    };
    format!("{kind}{gender}{number}, {place}")
}
