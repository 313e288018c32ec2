//! An article with carets below its quotes, so that a reader checks a result without counting offsets.
//!
//! ```text
//!   “We will talk,” said Ana Ruiz, the mayor of Brill.
//!    ^^^^^^^^^^^^^ 0 direct
//!                   ~~~~ 0 say
//!                        ======== 0 Ana Ruiz
//! ```

use onrecord::{Article, Quote, Span};
use std::fmt::Write;

/// Columns after which a line is broken at the next space.
const WIDTH: usize = 110;

/// One underlined stretch.
struct Note {
    span: Span,
    sign: char,
    label: String,
}

/// The whole snapshot.
pub fn print(text: &str, article: &Article) -> String {
    let notes = notes(article);
    let mut out = String::new();
    for block in &article.blocks {
        let _ = writeln!(out, "[{}]", block.kind);
        for line in lines(text, block.span) {
            annotated(&mut out, text, line, &notes);
        }
        out.push('\n');
    }
    structure(&mut out, text, article);
    quotes(&mut out, text, article);
    speakers(&mut out, text, article);
    topics(&mut out, text, article);
    repairs(&mut out, article);
    out
}

fn notes(article: &Article) -> Vec<Note> {
    let mut notes: Vec<Note> = article.quotes.iter().flat_map(|quote| notes_of(quote, article)).collect();
    notes.sort_by_key(|note| (note.span.start, note.span.end));
    notes
}

fn notes_of(quote: &Quote, article: &Article) -> Vec<Note> {
    let id = quote.id.0;
    let who = quote.speaker.and_then(|id| article.speakers.get(id.0)).map_or("unknown", |speaker| speaker.name.as_str());
    let content = |span: &Span| Note { span: *span, sign: '^', label: format!("{id} {}", quote.kind) };
    let mut notes: Vec<Note> = quote.content.iter().map(content).collect();
    notes.extend(quote.cue.as_ref().map(|cue| Note { span: cue.span, sign: '~', label: format!("{id} {}", cue.lemma) }));
    notes.extend(quote.source.map(|span| Note { span, sign: '=', label: format!("{id} {who}") }));
    notes
}

/// A block in lines of about [`WIDTH`] columns.
fn lines(text: &str, block: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut columns) = (block.start, 0);
    for (at, c) in block.of(text).char_indices() {
        columns += 1;
        let here = block.start + at;
        if c == '\n' || (c == ' ' && columns > WIDTH) {
            lines.push(Span::new(start, here));
            (start, columns) = (here + 1, 0);
        }
    }
    lines.push(Span::new(start, block.end));
    lines
}

/// A line, and below it the notes that touch it, in as few rows as will hold them.
fn annotated(out: &mut String, text: &str, line: Span, notes: &[Note]) {
    let _ = writeln!(out, "  {}", line.of(text));
    let mut rows: Vec<String> = Vec::new();
    for note in notes.iter().filter(|note| note.span.start < line.end && note.span.end > line.start) {
        let (first, last) = (note.span.start.max(line.start), note.span.end.min(line.end));
        let column = Span::new(line.start, first).of(text).chars().count();
        let width = Span::new(first, last).of(text).chars().count();
        let row = rows.iter().position(|row| row.chars().count() < column).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(String::new());
        }
        let gap = column - rows[row].chars().count();
        let _ = write!(rows[row], "{}{} {}", " ".repeat(gap), note.sign.to_string().repeat(width), note.label);
    }
    for row in rows {
        let _ = writeln!(out, "  {row}");
    }
}

fn structure(out: &mut String, text: &str, article: &Article) {
    let _ = writeln!(out, "Structure");
    let _ = writeln!(out, "  title: {}", article.title.map_or("none", |span| span.of(text)));
    if let Some(line) = &article.dateline {
        let _ = writeln!(out, "  dateline: {}; country {:?}; agency {:?}; date {:?}", line.place, line.country, line.agency, line.date);
    }
    for byline in &article.bylines {
        let _ = writeln!(out, "  byline: {}; role {:?}", byline.name, byline.role);
    }
}

fn quotes(out: &mut String, text: &str, article: &Article) {
    let _ = writeln!(out, "\nQuotes");
    for quote in &article.quotes {
        let who = quote.speaker.and_then(|id| article.speakers.get(id.0)).map(|speaker| speaker.name.as_str());
        let _ = write!(out, "  {} {} by {}", quote.id.0, quote.kind, who.unwrap_or("unknown"));
        for (name, value) in circumstances(quote, text) {
            let _ = write!(out, "; {name} {value}");
        }
        let _ = writeln!(out, "; topics {:?}", quote.topics);
    }
}

fn circumstances(quote: &Quote, text: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    found.extend(quote.why_unknown.map(|why| ("because", why.to_string())));
    found.push(("attitude", quote.attitude.to_string()));
    found.extend(quote.negated.then(|| ("negated", "yes".to_owned())));
    found.extend(quote.addressee.clone().map(|to| ("addressee", to)));
    found.extend(quote.outlet.clone().map(|outlet| ("outlet", outlet)));
    found.extend(quote.day.clone().map(|day| ("day", day)));
    found.extend(quote.occasion.map(|occasion| ("occasion", format!("{} ({})", occasion.kind, occasion.span.of(text)))));
    found.extend(quote.parent.map(|id| ("inside", id.0.to_string())));
    found.extend(quote.continues.map(|id| ("continues", id.0.to_string())));
    found
}

fn speakers(out: &mut String, text: &str, article: &Article) {
    let _ = writeln!(out, "\nSpeakers");
    for speaker in &article.speakers {
        let ids: Vec<usize> = speaker.quotes.iter().map(|id| id.0).collect();
        let _ = writeln!(out, "  {} {} ({}), quotes {ids:?}", speaker.id.0, speaker.name, speaker.kind);
        for (name, values) in [("aliases", &speaker.aliases), ("titles", &speaker.titles)] {
            if !values.is_empty() {
                let _ = writeln!(out, "    {name}: {}", values.join("; "));
            }
        }
        for (name, value) in [("affiliation", &speaker.affiliation), ("country", &speaker.country)] {
            if let Some(value) = value {
                let _ = writeln!(out, "    {name}: {value}");
            }
        }
        for span in &speaker.descriptions {
            let _ = writeln!(out, "    described: {}", span.of(text));
        }
        if let Some(anonymity) = speaker.anonymity {
            let _ = writeln!(out, "    anonymity: {}", anonymity.reason.map_or("no reason", |span| span.of(text)));
        }
    }
}

fn topics(out: &mut String, text: &str, article: &Article) {
    let _ = writeln!(out, "\nTopics");
    for topic in &article.topics {
        let evidence: Vec<&str> = topic.evidence.iter().map(|span| span.of(text)).collect();
        let _ = writeln!(out, "  {} ({}): {}", topic.id, topic.facet, evidence.join("; "));
    }
}

fn repairs(out: &mut String, article: &Article) {
    let _ = writeln!(out, "\nRepairs");
    for repair in &article.repairs {
        let _ = writeln!(out, "  {} at {:?}: {}", repair.kind, repair.span, repair.note);
    }
}
