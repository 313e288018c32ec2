//! What is true of every text: spans on boundaries and in order, quotes verbatim, the same result twice, never a panic.

use onrecord_tests::pieces::PIECES;
use onrecord_tests::{offsets, oracle};
use proptest::prelude::*;

fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
        1 => "[A-Za-z]{1,8}",
    ];
    let glue = proptest::sample::select(&["", " ", " ", " ", "\n"][..]);
    proptest::collection::vec((piece, glue), 0..60).prop_map(|parts| parts.into_iter().map(|(piece, glue)| piece + glue).collect())
}

fn promises(text: &str) -> Result<(), TestCaseError> {
    oracle::promises(text).and_then(|()| offsets::check(text)).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn news_like_texts_keep_the_promises(text in news()) {
        promises(&text)?;
    }

    #[test]
    fn arbitrary_texts_keep_the_promises(text in any::<String>()) {
        promises(&text)?;
    }

    #[test]
    fn a_cut_article_keeps_the_promises(article in 0..ARTICLES.len(), cut in any::<prop::sample::Index>()) {
        let text = ARTICLES[article];
        let mut at = cut.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        promises(&text[..at])?;
        promises(&text[at..])?;
    }
}

/// Whole articles to cut anywhere.
const ARTICLES: &[&str] = &[
    include_str!("../articles/wire.txt"),
    include_str!("../articles/spun.txt"),
    include_str!("../articles/translated.txt"),
    include_str!("../articles/press-release.txt"),
    include_str!("../articles/transcript.txt"),
    include_str!("../articles/interview.txt"),
];

#[test]
fn edges() {
    for text in [
        "",
        " ",
        "\n",
        "\u{feff}",
        "“",
        "”",
        "\"",
        "'",
        ".",
        "said",
        "“”",
        "\"\"",
        "“ ”",
        "\u{feff}“Yes 😀,” she said.",
        "&",
        "&ldquo;",
        "a\0b",
    ] {
        if let Err(why) = oracle::check(text, &onrecord::parse(text)) {
            panic!("{text:?}: {why}");
        }
    }
}

#[test]
fn a_low_confidence_is_left_out_and_ids_stay_indices() {
    for text in ARTICLES {
        for min in [0.3, 0.6, 0.9, 1.1] {
            let article = onrecord::parse_with(text, &onrecord::Options::new().with_min_confidence(min));
            assert!(article.quotes.iter().all(|quote| quote.confidence >= min));
            if let Err(why) = oracle::check(text, &article) {
                panic!("from {min}: {why}");
            }
        }
    }
}
