use super::*;

const TEXT: &str =
    "BRILL (AP) — “Sí 😀, we have the engine,” Mayor Ana Ruiz said Friday.\n\nNobody on the pier spoke. “It is late, ”said an aide.";

fn filled() -> (Article, Tables) {
    let mut article = crate::parse(TEXT);
    article.id = Some("a-1".into());
    let mut tables = Tables::new(Offsets::Chars);
    tables.push(7, &article, TEXT);
    (article, tables)
}

#[test]
fn rows_are_the_records_of_the_article() {
    let (article, tables) = filled();
    assert_eq!(tables.quotes.rows(), article.quotes.len());
    assert_eq!(tables.speakers.rows(), article.speakers.len());
    assert_eq!(tables.topics.rows(), article.topics.len());
    let Some(Values::Text(words)) = tables.quotes.column("text") else { panic!("text holds texts") };
    assert!(words.iter().eq(article.quotes.iter().map(|quote| Some(quote.text.as_str()))));
    assert_eq!(tables.quotes.column("row"), Some(&Values::Number(vec![Some(7); article.quotes.len()])));
}

#[test]
fn all_columns_are_as_long_as_the_table() {
    let (_, tables) = filled();
    for table in [&tables.quotes, &tables.speakers, &tables.topics] {
        assert!(table.columns().all(|(_, values)| values.len() == table.rows()));
    }
}

#[test]
fn places_count_the_chosen_unit() {
    let (article, tables) = filled();
    let Some(Values::Number(starts)) = tables.quotes.column("start") else { panic!("start holds numbers") };
    let chars = |byte: usize| i64::try_from(TEXT[..byte].chars().count()).unwrap();
    assert!(starts.iter().copied().eq(article.quotes.iter().map(|quote| Some(chars(quote.span().start)))));
}

#[test]
fn a_missing_text_is_not_an_empty_one() {
    let (article, tables) = filled();
    let Some(Values::Text(days)) = tables.quotes.column("day") else { panic!("day holds texts") };
    assert!(days.iter().eq(article.quotes.iter().map(|quote| quote.day.as_deref())));
    assert_eq!(days.get(99), None);
}
