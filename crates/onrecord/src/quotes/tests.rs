//! Forms of quotation and of damage, on small pieces of invented news.

use super::*;
use crate::article::RepairKind;
use crate::{input, layout, lexer};

/// The words of each stretch, with what was repaired.
fn found(raw: &str) -> Vec<(String, Vec<RepairKind>)> {
    let raw = format!("A headline here\n\n{raw}");
    let text = input::read(&raw);
    let layout = layout::read(&text);
    let tokens = lexer::split(&text, &layout);
    let stretches = find(&text, &layout, &tokens);
    let repairs = |stretch: &Stretch| stretch.repairs.iter().map(|i| stretches.repairs[*i].kind).collect();
    stretches.items.iter().map(|stretch| (text.slice(stretch.inner).to_owned(), repairs(stretch))).collect()
}

fn words(raw: &str) -> Vec<String> {
    found(raw).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn clean_marks() {
    assert_eq!(words("“We go,” she said. “Now.”"), ["We go,", "Now."]);
    assert_eq!(words("\"We go,\" she said. \"Now.\""), ["We go,", "Now."]);
}

#[test]
fn turned_close() {
    assert_eq!(
        found("He hoped to “avoid further harm to our dialogue. “"),
        [("avoid further harm to our dialogue.".into(), vec![RepairKind::TurnedMark])]
    );
    assert_eq!(found("“We go, “ he said. “We stay.”")[0], ("We go,".into(), vec![RepairKind::TurnedMark]));
}
