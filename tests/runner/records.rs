//! Do the lines about structure, speakers, topics and repairs hold?

use crate::expect::Expect;
use crate::holds::{letters, name_key, said};
use onrecord::{Article, QuoteKind, Speaker};

/// Does the line hold?
///
/// # Errors
/// What was found instead.
pub fn holds(expect: &Expect, article: &Article, text: &str) -> Result<(), String> {
    let want = expect.value.as_str();
    match expect.what.as_str() {
        "title" => equal(want, article.title.map(|span| span.of(text))),
        "no title" => absent(article.title.map(|span| span.of(text))),
        "published" => equal(want, article.published.as_deref()),
        "deck" => block("deck", want, article, text),
        "dateline" => dateline(expect, article),
        "no dateline" => absent(article.dateline.as_ref().map(|line| line.place.as_str())),
        "byline" => byline(expect, article),
        "no byline" => absent(article.bylines.first().map(|byline| byline.name.as_str())),
        "speaker" => speaker(expect, article, text),
        "speakers" => speakers(want, article),
        "repair" => repair(expect, article, text),
        "no repairs" => absent(article.repairs.first().map(|repair| repair.kind.name())),
        "topic" => topic(expect, article, text),
        "no topic" => absent(article.topics.iter().map(|topic| topic.id.as_str()).find(|id| *id == want)),
        "not quoted" => not_quoted(want, article),
        what => block(what.trim_start_matches("block "), want, article, text),
    }
}

fn equal(want: &str, got: Option<&str>) -> Result<(), String> {
    let same = got.is_some_and(|got| plain(got) == plain(want));
    if same { Ok(()) } else { Err(format!("found: {}", got.unwrap_or("none"))) }
}

fn absent(got: Option<&str>) -> Result<(), String> {
    got.map_or(Ok(()), |got| Err(format!("found: {got}")))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn block(kind: &str, want: &str, article: &Article, text: &str) -> Result<(), String> {
    let same = |block: &&onrecord::Block| plain(block.span.of(text)).starts_with(&plain(want));
    let found: Vec<&str> = article.blocks.iter().filter(same).map(|block| block.kind.name()).collect();
    if found.contains(&kind) { Ok(()) } else { Err(format!("blocks that begin so: {found:?}")) }
}

fn dateline(expect: &Expect, article: &Article) -> Result<(), String> {
    let Some(line) = &article.dateline else { return Err("no dateline found".to_owned()) };
    let part = |name: &str, got: Option<&str>| {
        let held = expect.field(name).is_none_or(|want| got.is_some_and(|got| letters(got) == letters(want)));
        if held { Ok(()) } else { Err(format!("{name}: {got:?}")) }
    };
    equal(&expect.value, Some(&line.place))?;
    part("agency", line.agency.as_deref())?;
    part("country", line.country.as_deref())?;
    part("date", line.date.as_deref())
}

fn byline(expect: &Expect, article: &Article) -> Result<(), String> {
    let names: Vec<String> = article.bylines.iter().map(|byline| format!("{} ({:?})", byline.name, byline.role)).collect();
    let same = |byline: &onrecord::Byline| {
        byline.name == expect.value && expect.field("role").is_none_or(|role| byline.role.as_deref() == Some(role))
    };
    if article.bylines.iter().any(same) { Ok(()) } else { Err(format!("found: {names:?}")) }
}

fn speaker(expect: &Expect, article: &Article, text: &str) -> Result<(), String> {
    let Some(found) = article.speakers.iter().find(|speaker| name_key(&speaker.name) == name_key(&expect.value)) else {
        let names: Vec<&str> = article.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        return Err(format!("speakers: {names:?}"));
    };
    let wrong = |(name, want): &&(String, String)| !speaker_field(name, want, found, text);
    let wrong: Vec<String> = expect.fields.iter().filter(wrong).map(|(name, want)| format!("{name} is not {want}")).collect();
    if wrong.is_empty() { Ok(()) } else { Err(format!("{}; found: {}", wrong.join(", "), print(found, text))) }
}

fn speaker_field(name: &str, want: &str, found: &Speaker, text: &str) -> bool {
    let one = |got: Option<&str>| got.is_some_and(|got| name_key(got) == name_key(want));
    let reason = || found.anonymity.and_then(|anonymity| anonymity.reason).map(|span| span.of(text));
    match name {
        "kind" => found.kind.name() == want,
        "alias" => found.aliases.iter().any(|alias| one(Some(alias))),
        "title" => found.titles.iter().any(|title| one(Some(title))),
        "affiliation" => one(found.affiliation.as_deref()),
        "country" => found.country.as_deref() == Some(want),
        "description" => found.descriptions.iter().any(|span| one(Some(span.of(text)))),
        "anonymity" if want == "granted" => found.anonymity.is_some_and(|anonymity| anonymity.granted),
        "anonymity" => one(reason()),
        "quotes" => found.quotes.len().to_string() == want,
        _ => false,
    }
}

fn print(found: &Speaker, text: &str) -> String {
    let descriptions: Vec<&str> = found.descriptions.iter().map(|span| span.of(text)).collect();
    format!(
        "{}; {}; aliases {:?}; titles {:?}; affiliation {:?}; country {:?}; descriptions {descriptions:?}; {:?}; {} quotes",
        found.name,
        found.kind,
        found.aliases,
        found.titles,
        found.affiliation,
        found.country,
        found.anonymity,
        found.quotes.len()
    )
}

/// Those who put something into words, all of them, in any order.
fn speakers(want: &str, article: &Article) -> Result<(), String> {
    let speaks = |speaker: &&Speaker| speaker.quotes.iter().any(|id| article.quotes.get(id.0).is_some_and(said));
    let mut got: Vec<String> = article.speakers.iter().filter(speaks).map(|speaker| name_key(&speaker.name)).collect();
    let mut keys: Vec<String> = want.split("; ").map(name_key).collect();
    got.sort();
    keys.sort();
    if got == keys { Ok(()) } else { Err(format!("found: {got:?}")) }
}

fn repair(expect: &Expect, article: &Article, text: &str) -> Result<(), String> {
    let at = |repair: &&onrecord::Repair| {
        expect.field("at").is_none_or(|at| {
            let near = repair.span.start.saturating_sub(30)..(repair.span.end + 30).min(text.len());
            text.match_indices(at).any(|(found, _)| near.contains(&found) || near.contains(&(found + at.len())))
        })
    };
    let kinds: Vec<&str> = article.repairs.iter().map(|repair| repair.kind.name()).collect();
    let found = article.repairs.iter().filter(|repair| repair.kind.name() == expect.value).any(|repair| at(&repair));
    if found { Ok(()) } else { Err(format!("repairs: {kinds:?}")) }
}

fn topic(expect: &Expect, article: &Article, text: &str) -> Result<(), String> {
    let ids: Vec<&str> = article.topics.iter().map(|topic| topic.id.as_str()).collect();
    let Some(found) = article.topics.iter().find(|topic| topic.id == expect.value) else { return Err(format!("topics: {ids:?}")) };
    let evidence: Vec<&str> = found.evidence.iter().map(|span| span.of(text)).collect();
    let shown = |want: &str| evidence.iter().any(|got| letters(got) == letters(want));
    let held = expect.all("evidence").all(shown) && expect.field("facet").is_none_or(|facet| facet == found.facet.name());
    if held { Ok(()) } else { Err(format!("{} with evidence {evidence:?}", found.facet)) }
}

fn not_quoted(want: &str, article: &Article) -> Result<(), String> {
    let same = |quote: &&onrecord::Quote| quote.kind != QuoteKind::Scare && letters(&quote.text) == letters(want);
    absent(article.quotes.iter().find(same).map(|quote| quote.text.as_str()))
}
