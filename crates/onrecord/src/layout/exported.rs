//! "Headline: …", "Subtitle: …", "Date: …": the fields at the top of an article that some archive exported.

use super::lines::{Line, Look};
use crate::article::BlockKind;
use crate::span::Span;

/// Fields stand among so many lines at the top.
const TOP: usize = 12;

/// Cuts each field into its label and what it says; nothing else about a page with a labelled headline is labelled by chance.
pub(super) fn cut(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut titled = false;
    let mut cut = Vec::with_capacity(lines.len() + 2);
    for (i, line) in lines.into_iter().enumerate() {
        let label = if i < TOP { line.span.of(text).split_once(": ").map(|(label, _)| label) } else { None };
        match label.and_then(|label| Some((label, kind(label, titled)?))) {
            Some((_, BlockKind::Boilerplate)) => cut.push(Line { kind: Some(BlockKind::Boilerplate), ..line }),
            Some((label, kind)) => {
                titled = true;
                let colon = line.span.start + label.len() + 1;
                let parts = [(Span::new(line.span.start, colon), BlockKind::Boilerplate), (Span::new(colon, line.span.end), kind)];
                cut.extend(
                    parts.map(|(span, kind)| part(text, &line, span.trimmed(text), kind)).into_iter().filter(|line| !line.span.is_empty()),
                );
            }
            None => cut.push(line),
        }
    }
    cut
}

fn part(text: &str, line: &Line, span: Span, kind: BlockKind) -> Line {
    Line { span, look: Look::of(span.of(text)), kind: Some(kind), ..line.clone() }
}

fn kind(label: &str, titled: bool) -> Option<BlockKind> {
    match label {
        "Headline" | "Title" if !titled => Some(BlockKind::Title),
        "Subtitle" | "Subheadline" | "Deck" | "Standfirst" if titled => Some(BlockKind::Deck),
        "Date" | "Publisher" | "Published" | "Section" | "URL" | "Publication" if titled => Some(BlockKind::Boilerplate),
        _ => None,
    }
}
