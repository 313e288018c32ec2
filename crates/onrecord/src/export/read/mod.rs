//! [`from_json_str`]: the wire format back into an [`Article`].

mod rows;

use super::{OffsetMap, Offsets};
use crate::article::{Article, Quote};
use crate::error::Error;
use crate::span::Span;
use rows::{ArticleRow, Place};

/// The article that a line of the wire format holds; `text` is the text that was parsed.
///
/// The offsets may be in any unit, the format names it. Fields that the format does not have are passed over.
///
/// ```
/// use onrecord::export::{self, Offsets};
/// let text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
/// let article = onrecord::parse(text);
/// let json = export::to_json_string(&article, text, Offsets::Utf16);
/// assert_eq!(export::from_json_str(&json, text)?, article);
/// # Ok::<(), onrecord::Error>(())
/// ```
///
/// # Errors
/// [`Error::is_bad_article`] where the JSON is not of this format, or its offsets or words do not fit the text.
// Inlined, so that it is compiled where it is called: in the npm package for size.
#[inline]
pub fn from_json_str(json: &str, text: &str) -> Result<Article, Error> {
    let row: ArticleRow = serde_json::from_str(json).map_err(|error| Error::article(error.to_string()))?;
    if row.schema != "onrecord/1" {
        return Err(Error::article(format!("its schema is `{}`: expected `onrecord/1`", row.schema)));
    }
    let unit: Offsets = row.offsets.parse()?;
    let article = row.article(&Reader { text, map: OffsetMap::new(text, unit) })?;
    check_words(&article, text)?;
    check_links(&article)?;
    Ok(article)
}

/// Leads from the unit of the JSON to bytes of the text.
pub(super) struct Reader<'a> {
    text: &'a str,
    map: OffsetMap,
}

impl Reader<'_> {
    fn span(&self, place: &Place) -> Result<Span, Error> {
        let (start, end) = (self.map.to_byte(place.start), self.map.to_byte(place.end));
        match self.text.get(start..end) {
            Some(_) => Ok(Span::new(start, end)),
            None => Err(Error::article(format!("{}..{} lies outside the text: is it the text that was parsed?", place.start, place.end))),
        }
    }

    fn spans(&self, places: &[Place]) -> Result<Vec<Span>, Error> {
        places.iter().map(|place| self.span(place)).collect()
    }
}

/// The words of a quote are slices of its text; where they are not, the caller gave another text.
fn check_words(article: &Article, text: &str) -> Result<(), Error> {
    let printed = |quote: &Quote| quote.content.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ");
    match article.quotes.iter().find(|quote| printed(quote) != quote.text) {
        Some(quote) => Err(Error::article(format!("quote {} has other words in this text: is it the text that was parsed?", quote.id.0))),
        None => Ok(()),
    }
}

/// Every link leads to a record, so that nobody who follows one falls.
fn check_links(article: &Article) -> Result<(), Error> {
    let (quotes, speakers, repairs) = (article.quotes.len(), article.speakers.len(), article.repairs.len());
    let held = |quote: &Quote| {
        quote.speaker.is_none_or(|id| id.0 < speakers)
            && quote.parent.into_iter().chain(quote.continues).all(|id| id.0 < quotes)
            && quote.repairs.iter().all(|id| id.0 < repairs)
    };
    let numbered = article.quotes.iter().enumerate().all(|(i, quote)| quote.id.0 == i);
    let numbered = numbered && article.speakers.iter().enumerate().all(|(i, speaker)| speaker.id.0 == i);
    let spoken = article.speakers.iter().flat_map(|speaker| &speaker.quotes).all(|id| id.0 < quotes);
    if numbered && spoken && article.quotes.iter().all(held) {
        return Ok(());
    }
    Err(Error::article("an id in it leads to no record".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::to_json_string;

    const TEXT: &str = "BRILL (AP) — “Sí 😀, we will talk,” said Ana Ruiz, the mayor of Brill, on Friday. “They will not, ”said Marsh.";

    #[test]
    fn every_unit_leads_back() {
        let article = crate::parse(TEXT);
        for unit in Offsets::ALL {
            assert_eq!(from_json_str(&to_json_string(&article, TEXT, *unit), TEXT), Ok(article.clone()), "{unit}");
        }
    }

    #[test]
    fn another_text_is_noticed() {
        let json = to_json_string(&crate::parse(TEXT), TEXT, Offsets::Chars);
        for other in ["", "short", &TEXT.replace("talk", "walk")] {
            assert!(from_json_str(&json, other).unwrap_err().is_bad_article(), "{other}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let json = to_json_string(&crate::parse(TEXT), TEXT, Offsets::Chars);
        let cases = [
            ("{", "EOF"),
            (&json.replace("onrecord/1", "onrecord/9"), "`onrecord/9`"),
            (&json.replace("\"direct\"", "\"loud\""), "`loud`"),
            (&json.replace("\"speaker\":0", "\"speaker\":77"), "leads to no record"),
        ];
        for (json, message) in cases {
            let error = from_json_str(json, TEXT).unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
        }
    }
}
