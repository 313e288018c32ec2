//! Whole pages, told line by line.

use super::*;
use crate::input;

/// The blocks of a page as "kind: words", one a line.
fn blocks(raw: &str) -> Vec<String> {
    let text = input::read(raw);
    let layout = read(&text);
    layout.blocks.iter().map(|block| format!("{}: {}", block.kind, text.slice(block.span))).collect()
}

fn kinds(raw: &str) -> Vec<&'static str> {
    let text = input::read(raw);
    read(&text).blocks.iter().map(|block| block.kind.name()).collect()
}

const PAGE: &str = "Share this:

Brill’s dam holds for now

Brill’s dam holds for now

Engineers from three countries look at the river

By ADA HOLM and Tom de la Ruiz

The dam above Brill, June 3, 2021. REUTERS/Jo Marsh

BRILL, Va. (AP) — The dam held through the night, the mayor of Brill said on Friday, and nobody left.

Advertisement

WHAT COMES NEXT

The council meets on Monday.Its members are tired.

Read more: Ten quiet rivers

• A new wall

• A new road

Ruizova reported from Cape Holm.

© 2021 The Brill Gazette. All rights reserved.

Related Articles

A river rises

2 hours ago Jo Russo";

#[test]
fn a_page_with_everything() {
    assert_eq!(
        kinds(PAGE),
        [
            "boilerplate",
            "title",
            "title",
            "deck",
            "byline",
            "caption",
            "paragraph",
            "boilerplate",
            "heading",
            "paragraph",
            "boilerplate",
            "list",
            "list",
            "credit",
            "copyright",
            "boilerplate",
            "boilerplate",
            "boilerplate"
        ]
    );
}

#[test]
fn names_dateline_and_repairs() {
    let text = input::read(PAGE);
    let layout = read(&text);
    let names: Vec<_> =
        layout.bylines.iter().map(|byline| (byline.name.as_str(), byline.role.as_deref(), text.slice(byline.span))).collect();
    let expected = [("Ruizova", Some("reporter"), "Ruizova"), ("Ada Holm", None, "ADA HOLM"), ("Tom de la Ruiz", None, "Tom de la Ruiz")];
    assert!(names.len() == 3 && expected.iter().all(|name| names.contains(name)), "{names:?}");
    let dateline = layout.dateline.as_ref().unwrap();
    assert_eq!((dateline.place.as_str(), dateline.country.as_deref(), dateline.agency.as_deref()), ("BRILL, Va.", Some("US"), Some("AP")));
    let repairs: Vec<_> = layout.repairs.iter().map(|fault| fault.kind).collect();
    assert_eq!(repairs, [RepairKind::RepeatedTitle, RepairKind::GluedSentences]);
}

#[test]
fn sentences_are_the_words_of_the_story() {
    let text = input::read(PAGE);
    let layout = read(&text);
    let sentences: Vec<_> = layout.sentences.iter().map(|sentence| text.slice(sentence.span)).collect();
    assert!(sentences.contains(&"The dam held through the night, the mayor of Brill said on Friday, and nobody left."));
    assert!(sentences.contains(&"Its members are tired."));
    for sentence in &layout.sentences {
        assert!(layout.blocks[sentence.block].span.covers(sentence.span));
        assert!(is_running(layout.blocks[sentence.block].kind));
    }
}

#[test]
fn bylines_come_in_the_order_of_the_page() {
    let text = input::read(PAGE);
    let layout = read(&text);
    assert!(layout.bylines.is_sorted_by_key(|byline| byline.span.start));
}

#[test]
fn a_story_may_start_at_once() {
    assert_eq!(kinds("The dam held."), ["paragraph"]);
    assert_eq!(kinds("“It held,” said Ada Holm.\n\nNobody left."), ["paragraph", "paragraph"]);
    assert_eq!(
        kinds("By Dev Holm\n\nThe dam held.\n\n2 hours ago Jo Russo\n3 hours ago Bo Li"),
        ["byline", "paragraph", "boilerplate", "boilerplate"]
    );
    let long = "The dam above Brill held through the night, the mayor said, and she went to bed at last. Her neighbours did not.\nNobody left the town.";
    assert_eq!(kinds(long), ["paragraph", "paragraph"]);
}

#[test]
fn single_line_breaks_part_paragraphs_too() {
    let page = "Brill’s dam holds\nGENEVA (AP) — The dam held.\nNobody left, the mayor said on Friday.\nWhat comes next\nThe council meets on Monday.";
    assert_eq!(kinds(page), ["title", "paragraph", "paragraph", "heading", "paragraph"]);
}

#[test]
fn labelled_exports() {
    let page = "Headline: Brill’s dam holds\nSubtitle: Nobody left the town\nDate: 2024-01-30\nPublisher: The Brill Gazette\n\nThe dam held.\n\nNobody left.";
    let told = [
        "boilerplate: Headline:",
        "title: Brill’s dam holds",
        "boilerplate: Subtitle:",
        "deck: Nobody left the town",
        "boilerplate: Date: 2024-01-30",
    ];
    assert_eq!(blocks(page)[..5], told);
}

#[test]
fn a_lost_dash_is_noted() {
    let text = input::read("Two found in river\n\nKATHMANDU The bodies were found on Friday.\n\nNobody knew them.");
    let layout = read(&text);
    assert_eq!(layout.dateline.as_ref().unwrap().place, "KATHMANDU");
    assert_eq!(layout.repairs[0].kind, RepairKind::DatelineDash);
    assert_eq!(text.slice(layout.sentences[1].span), "The bodies were found on Friday.");
}

#[test]
fn links_to_the_story_itself_are_furniture() {
    let page = "Brill’s dam holds for now\n\nThe dam held.\n\nBrill’s dam holds for now\n\nSource link Brill’s dam holds for now";
    assert_eq!(kinds(page), ["title", "paragraph", "title", "boilerplate"]);
}

#[test]
fn turns_are_paragraphs() {
    let text = input::read("NARRATOR: Taxes went up.\nMAYOR: I voted against every one of them.");
    let layout = read(&text);
    assert_eq!(layout.title, None);
    let turns: Vec<_> = layout.turns.iter().map(|turn| (text.slice(turn.label), turn.block)).collect();
    assert_eq!(turns, [("NARRATOR", 0), ("MAYOR", 1)]);
}

#[test]
fn any_text_is_read() {
    for raw in
        ["", "\n\n", "—", "By", "By ", "(", "Q: ", "A", "Our : The ", "— (@", "/", "©", "1. ", "“", "a\nb\nc", ": ", "Title: ", "[ad_1]"]
    {
        let text = input::read(raw);
        let layout = read(&text);
        assert!(layout.blocks.is_sorted_by_key(|block| block.span.start), "{raw}");
        assert!(layout.blocks.iter().all(|block| !block.span.is_empty()), "{raw}");
    }
}
