//! Short cases, each a failure that users reported of another system.

use crate::gold::{self, Roles};
use crate::letters::{Letters, Range, Text};
use crate::names;
use crate::prediction::{Article, Predictions, Quote};
use crate::{python, rows};
use serde_json::Value;

/// A case checked.
pub struct Checked<'a> {
    /// The case.
    pub case: &'a gold::Article,
    /// What does not hold.
    pub wrong: Vec<String>,
}

/// Is the case's text HTML?
pub fn is_html(case: &gold::Article) -> bool {
    case.row["input"] == "html"
}

/// Checks all cases; one that was not predicted counts as read without quotes.
pub fn check<'a>(cases: &'a [gold::Article], predicted: &Predictions) -> Vec<Checked<'a>> {
    let unread = |case: &gold::Article| Article { text: Some(case.text.clone()), ..Article::default() };
    let one = |case| Checked { case, wrong: check_case(case, predicted.get(&case.id).unwrap_or(&unread(case))) };
    cases.iter().map(one).collect()
}

fn check_case(case: &gold::Article, predicted: &Article) -> Vec<String> {
    let text = if is_html(case) { predicted.text.as_deref() } else { Some(case.text.as_str()) };
    let Some(raw) = text else { return vec!["no prediction".to_owned()] };
    let text = Text::new(raw);
    let quotes: Vec<&Quote> = predicted.quotes.iter().filter(|quote| !quote.is_scare()).collect();
    let wanted = rows::list(&case.row["quotes"]).iter().enumerate();
    let mut wrong: Vec<String> =
        wanted.filter(|(_, want)| !quote_holds(want, &quotes, raw, &text)).map(|(i, _)| format!("quote {i}")).collect();
    let phrases = rows::strings(&case.row["not_quotes"]);
    wrong.extend(phrases.iter().filter(|phrase| is_quoted(phrase, &quotes, raw, &text)).map(|phrase| format!("false quote {phrase:?}")));
    if !structure_holds(&case.row["structure"], predicted, &text) {
        wrong.push("structure".to_owned());
    }
    wrong
}

fn content(quote: &Quote, text: &Text) -> Letters {
    text.letters(&quote.roles.content)
}

fn quote_holds(want: &Value, predicted: &[&Quote], raw: &str, text: &Text) -> bool {
    let Some(spans) = find_parts(raw, &rows::strings(&want["parts"])) else { return false };
    let gold = text.letters(&spans);
    let fits = |quote: &&&Quote| speaker_holds(want, quote, raw, text) && content(quote, text).meets(&gold);
    let answers: Vec<Letters> = predicted.iter().filter(fits).map(|quote| content(quote, text)).collect();
    gold.iou(&Letters::union(&answers)) >= 0.6 || answers.iter().any(|one| gold.iou(one) >= 0.6)
}

fn speaker_holds(want: &Value, quote: &Quote, raw: &str, text: &Text) -> bool {
    let name = quote.speaker.name.as_deref();
    let forms = [rows::string(&want["canonical"]).unwrap_or_default(), rows::strings(&want["canonical_list"]).join(" and ")];
    if forms.iter().any(|form| !form.is_empty()) {
        return forms.iter().any(|form| !form.is_empty() && names::same_person(form, name));
    }
    let Some(mention) = rows::string(&want["speaker"]) else { return name.is_none() };
    let spans = find_parts(raw, std::slice::from_ref(&mention)).unwrap_or_default();
    text.letters(&quote.roles.source).meets(&text.letters(&spans)) || names::key(name.unwrap_or_default()) == names::key(&mention)
}

fn is_quoted(phrase: &str, predicted: &[&Quote], raw: &str, text: &Text) -> bool {
    let Some(spans) = find_parts(raw, &[phrase.to_owned()]) else { return false };
    let letters = text.letters(&spans);
    predicted.iter().any(|quote| letters.iou(&content(quote, text)) >= 0.8)
}

/// Where parts stand, each after the one before it if it can.
pub fn find_parts(raw: &str, parts: &[String]) -> Option<Vec<Range>> {
    let mut at = 0;
    let mut spans = Vec::new();
    for part in parts {
        let later = raw[at..].find(part.as_str()).map(|i| i + at);
        let start = later.or_else(|| raw.find(part.as_str()))?;
        at = start + part.len();
        let chars = raw[..start].chars().count();
        spans.push((chars, chars + part.chars().count()));
    }
    Some(spans)
}

fn structure_holds(want: &Value, predicted: &Article, text: &Text) -> bool {
    let paragraph = |(kind, span): &(String, Range)| (kind == "paragraph").then(|| text.slice(*span));
    let bodies: Vec<String> = predicted.blocks.iter().filter_map(paragraph).collect();
    let bodies: Vec<&str> = bodies.iter().map(|body| python::strip(body)).collect();
    byline_holds(want, predicted)
        && dateline_holds(want, predicted)
        && !rows::strings(&want["boilerplate"]).iter().any(|line| bodies.iter().any(|body| body.contains(line)))
        && rows::strings(&want["paragraphs"]).iter().all(|paragraph| bodies.contains(&paragraph.as_str()))
}

fn byline_holds(want: &Value, predicted: &Article) -> bool {
    let keys = |names: &[String]| {
        let mut keys: Vec<String> = names.iter().map(|name| names::key(name)).collect();
        keys.sort();
        keys
    };
    want.get("byline").is_none() || keys(&rows::strings(&want["byline"])) == keys(&predicted.bylines)
}

fn dateline_holds(want: &Value, predicted: &Article) -> bool {
    let place = names::key(predicted.dateline.as_deref().unwrap_or_default());
    want.get("dateline").is_none_or(|line| place.contains(&names::key(line.as_str().unwrap_or_default())))
}

/// What a case wants of a quote, to be shown.
pub fn wanted(want: &Value, raw: &str) -> (Roles, String) {
    let part = |key: &str| rows::string(&want[key]).and_then(|words| find_parts(raw, &[words])).unwrap_or_default();
    let content = find_parts(raw, &rows::strings(&want["parts"])).unwrap_or_default();
    let roles = Roles { source: part("speaker"), cue: part("cue"), content };
    let who = rows::string(&want["canonical"]).or_else(|| rows::string(&want["speaker"]));
    (roles, who.unwrap_or_else(|| rows::strings(&want["canonical_list"]).join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn case(row: Value) -> gold::Article {
        let text = "“It held,” said Ana Ruiz. “So far.”".to_owned();
        gold::Article { id: "c".to_owned(), text, attributions: Vec::new(), row }
    }

    fn quote(spans: &[Range], name: &str) -> Quote {
        let speaker = crate::prediction::Speaker { name: Some(name.to_owned()), ..Default::default() };
        Quote { roles: Roles { content: spans.to_vec(), ..Roles::default() }, speaker, ..Quote::default() }
    }

    #[test]
    fn several_quotes_of_one_speaker_may_cover_the_words() {
        let case = case(json!({"quotes": [{"parts": ["It held,", "So far."], "canonical": "Ana Ruiz"}], "not_quotes": ["Ana Ruiz"]}));
        let with = |quotes| check_case(&case, &Article { quotes, ..Article::default() });
        assert!(with(vec![quote(&[(0, 10)], "Ana Ruiz"), quote(&[(26, 35)], "Ana Ruiz")]).is_empty());
        assert_eq!(with(vec![quote(&[(0, 10)], "Ana Ruiz"), quote(&[(26, 35)], "Ruiz")]), ["quote 0"]);
        assert_eq!(with(vec![quote(&[(16, 24)], "Ana Ruiz")]), ["quote 0", "false quote \"Ana Ruiz\""]);
    }

    #[test]
    fn structure_counts_too() {
        let case = case(json!({"quotes": [], "structure": {"dateline": "BRILL", "byline": ["Ona Vell"]}}));
        let mut article = Article { dateline: Some("Brill, Va.".to_owned()), bylines: vec!["Ona Vell".to_owned()], ..Article::default() };
        assert!(check_case(&case, &article).is_empty());
        article.bylines.clear();
        assert_eq!(check_case(&case, &article), ["structure"]);
    }
}
