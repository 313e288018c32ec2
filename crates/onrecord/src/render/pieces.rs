//! [`pieces`]: an article cut where anything begins or ends, so that whoever draws it goes through it once.

use super::facts::is_shown;
use crate::article::{Article, QuoteId, QuoteKind, RepairId, SpeakerId};
use crate::order;
use crate::span::Span;

/// How many colours there are for speakers.
pub const COLOURS: usize = 10;

/// A stretch of a block in which nothing begins or ends; empty where a repair stands between two characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// The innermost quote whose content it is part of.
    pub quote: Option<QuoteId>,
    /// The quote whose cue it is part of.
    pub cue: Option<QuoteId>,
    /// The quote whose source phrase it is part of.
    pub source: Option<QuoteId>,
    /// What was damaged here.
    pub repair: Option<RepairId>,
    /// Whose words or name it is; `None` where that is unknown, or where it is plain text.
    pub speaker: Option<SpeakerId>,
    /// The number of that speaker's colour, less than [`COLOURS`].
    pub colour: Option<usize>,
}

/// Of what lies inside each other deeper than this, the inner parts are not marked.
const DEEPEST: usize = 32;

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Content(QuoteId),
    Cue(QuoteId),
    Source(QuoteId),
    Repair(RepairId),
}

/// Every block of an article, cut into pieces, in order; quotes that are not shown (see [`crate::render`]) cut nothing.
pub fn pieces(article: &Article, all_attitudes: bool) -> Vec<Piece> {
    let labels = labels(article, all_attitudes);
    let colours = colours(article);
    let mut sweep = Sweep { article, colours, labels: labels.into_iter().peekable(), open: Vec::new(), found: Vec::new() };
    for (block, it) in article.blocks.iter().enumerate() {
        sweep.block(block, it.span);
    }
    sweep.found
}

/// The colour of every speaker, by [`SpeakerId`]: those who have quotes take them in turn.
pub fn colours(article: &Article) -> Vec<Option<usize>> {
    let mut next = 0..;
    let mut colour = |quoted: bool| if quoted { next.next().map(|colour: usize| colour % COLOURS) } else { None };
    article.speakers.iter().map(|speaker| colour(!speaker.quotes.is_empty())).collect()
}

/// What is to be marked, in order of where it begins; what is longer comes first.
fn labels(article: &Article, all_attitudes: bool) -> Vec<(Span, Role)> {
    let mut labels: Vec<(Span, Role)> = article.repairs.iter().map(|repair| (repair.span, Role::Repair(repair.id))).collect();
    for quote in article.quotes.iter().filter(|quote| quote.kind == QuoteKind::Scare || is_shown(quote, all_attitudes)) {
        labels.extend(quote.content.iter().map(|span| (*span, Role::Content(quote.id))));
        labels.extend(quote.cue.iter().map(|cue| (cue.span, Role::Cue(quote.id))));
        labels.extend(quote.source.map(|span| (span, Role::Source(quote.id))));
    }
    order::by_key(&mut labels, |(span, _)| (span.start, std::cmp::Reverse(span.end)));
    labels
}

struct Sweep<'a> {
    article: &'a Article,
    colours: Vec<Option<usize>>,
    labels: std::iter::Peekable<std::vec::IntoIter<(Span, Role)>>,
    /// What has begun and not ended.
    open: Vec<(Span, Role)>,
    found: Vec<Piece>,
}

impl Sweep<'_> {
    /// Cuts one block.
    fn block(&mut self, block: usize, span: Span) {
        let mut at = span.start;
        loop {
            self.open.retain(|(span, _)| span.end > at);
            self.begin(block, at, span.end);
            if at >= span.end {
                return;
            }
            let begins = self.labels.peek().map_or(span.end, |(label, _)| label.start);
            let ends = self.open.iter().map(|(label, _)| label.end).min().unwrap_or(span.end);
            let end = begins.min(ends).clamp(at + 1, span.end);
            self.push(block, Span::new(at, end));
            at = end;
        }
    }

    /// Takes in what begins at or before a byte; what is empty becomes a piece of its own.
    fn begin(&mut self, block: usize, at: usize, end: usize) {
        while let Some((span, role)) = self.labels.next_if(|(span, _)| span.start <= at && (span.start < end || span.is_empty())) {
            match role {
                Role::Repair(id) if span.is_empty() => {
                    self.found.push(Piece { span: Span::at(at), block, repair: Some(id), ..Piece::default() });
                }
                _ if span.end > at && self.open.len() < DEEPEST => self.open.push((span, role)),
                _ => {}
            }
        }
    }

    fn push(&mut self, block: usize, span: Span) {
        let mut piece = Piece { span, block, ..Piece::default() };
        for (_, role) in &self.open {
            match role {
                Role::Content(id) => piece.quote = Some(*id),
                Role::Cue(id) => piece.cue = Some(*id),
                Role::Source(id) => piece.source = Some(*id),
                Role::Repair(id) => piece.repair = Some(*id),
            }
        }
        let quote = piece.source.or(piece.cue).or(piece.quote).and_then(|id| self.article.quotes.get(id.0));
        piece.speaker = quote.and_then(|quote| quote.speaker);
        piece.colour = piece.speaker.and_then(|speaker| self.colours.get(speaker.0).copied().flatten());
        self.found.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let article = crate::parse(text);
        let name = |piece: &Piece| match piece {
            Piece { source: Some(_), .. } => "source",
            Piece { cue: Some(_), .. } => "cue",
            Piece { quote: Some(_), .. } => "quote",
            Piece { repair: Some(_), .. } => "repair",
            _ => "plain",
        };
        let pieces = pieces(&article, false);
        pieces.iter().map(|piece| format!("{}: {}", name(piece), piece.span.of(text))).collect()
    }

    #[test]
    fn a_quote_with_its_tag() {
        let expected = ["plain: “", "quote: We will talk,", "plain: ” ", "cue: said", "plain:  ", "source: Ana Ruiz", "plain: ."];
        let found = shown("“We will talk,” said Ana Ruiz.");
        assert_eq!(found, expected);
    }

    #[test]
    fn the_pieces_are_the_blocks() {
        let text = include_str!("../../../../tests/articles/spun.txt");
        let article = crate::parse(text);
        let pieces = pieces(&article, true);
        for (i, block) in article.blocks.iter().enumerate() {
            let own: String = pieces.iter().filter(|piece| piece.block == i).map(|piece| piece.span.of(text)).collect();
            assert_eq!(own, block.span.of(text));
        }
    }
}
