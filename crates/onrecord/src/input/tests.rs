//! What becomes of a raw text, on small pieces of invented news.

use super::*;

fn clean(raw: &str) -> String {
    read(raw).clean.into_owned()
}

/// The text with each mark in square brackets.
fn marked(raw: &str) -> String {
    let text = read(raw);
    let (mut out, mut at) = (String::new(), 0);
    for mark in &text.marks {
        out += &[&text.clean[at..mark.span.start], "[", text.slice(mark.span), "]"].concat();
        at = mark.span.end;
    }
    out + &text.clean[at..]
}

#[test]
fn clean_text_is_borrowed() {
    let text = read("“We don’t – can’t – wait,” said Ana Muñoz.\n\nShe's 40.");
    assert!(matches!(text.clean, Cow::Borrowed(_)));
    assert!(text.changes.is_empty() && text.repairs.is_empty());
}

#[test]
fn damage_is_seen_through() {
    assert_eq!(clean("&ldquo;Yes,&rdquo; he said &amp; left."), "“Yes,” he said & left.");
    assert_eq!(clean("â€œYes,â€\u{9d} he said. Itâ€™s cafÃ© time."), "“Yes,” he said. It’s café time.");
    assert_eq!(clean("\u{93}Yes,\u{94} he said. It\u{92}s late."), "“Yes,” he said. It’s late.");
    assert_eq!(clean("\u{feff}Co\u{ad}alition\u{a0}talks\r\nend&nbsp;now\u{200b}"), "Coalition talks\nend now");
}

#[test]
fn treebank_marks() {
    assert_eq!(clean("``We go,'' he said."), "“We go,” he said.");
    assert_eq!(clean("''We go,'' he said. ''Now.''\n\n''Then he left.''"), "“We go,” he said. “Now.”\n\n“Then he left.”");
    assert_eq!(clean("`` We go , '' he said . '' Now . ''"), "“ We go , ” he said . “ Now . ”");
    assert_eq!(clean("''He said 'no,''' she said."), "“He said 'no,'” she said.");
}

#[test]
fn repairs_are_listed_where_they_are() {
    let text = read("&ldquo;Yes&rdquo; &mdash; itâ€™s\u{a0}on");
    let found: Vec<_> = text.repairs.iter().map(|fault| (fault.kind, text.slice(fault.span))).collect();
    assert_eq!(found, [(RepairKind::Entity, "“"), (RepairKind::Entity, "”"), (RepairKind::Entity, "—"), (RepairKind::Mojibake, "’")]);
    assert_eq!(read(&"co\u{ad}operate ".repeat(50)).repairs.len(), 1);
}

#[test]
fn spans_lead_back() {
    let raw = "\u{feff}A &ldquo;co\u{ad}op&rdquo;\r\nB&amp;C";
    let text = read(raw);
    let at = |word: &str| Span::new(text.clean.find(word).unwrap(), text.clean.find(word).unwrap() + word.len());
    assert_eq!(&*text.clean, "A “coop”\nB&C");
    assert_eq!(&raw[text.to_raw(at("coop"))], "co\u{ad}op");
    assert_eq!(&raw[text.to_raw(at("co"))], "co");
    assert_eq!(&raw[text.to_raw(at("op"))], "op");
    assert_eq!(&raw[text.to_raw(at("“"))], "&ldquo;");
    assert_eq!(&raw[text.to_raw(at("A"))], "A");
    assert_eq!(&raw[text.to_raw(at("B&C"))], "B&amp;C");
    assert_eq!(&raw[text.to_raw(Span::new(0, text.clean.len()))], &raw[3..]);
    // Inside the replaced piece: the whole piece.
    let inside = Span::new(text.clean.find('“').unwrap() + 1, text.clean.find('“').unwrap() + 2);
    assert_eq!(&raw[text.to_raw(inside)], "&ldquo;");
}

#[test]
fn marks_of_all_kinds() {
    assert_eq!(marked("“a” „b‟ \"c\" «d» ‹e› 「f」"), "[“]a[”] [„]b[‟] [\"]c[\"] [«]d[»] [‹]e[›] [「]f[」]");
    assert_eq!(marked("Home » World » Europe"), "Home » World » Europe");
    assert_eq!(marked("« Oui », dit-il."), "[«] Oui [»], dit-il.");
    assert_eq!(marked("Tall at 6'2\", he said \"no\""), "Tall at 6'2\", he said [\"]no[\"]");
}

#[test]
fn apostrophes_are_no_marks() {
    for text in [
        "It’s Jones’ boat, the boys' bikes and the '60s.",
        "Rock 'n' roll, fish ’n’ chips; give 'em time, 'til '16.",
        "She doesn't; O'Hara's can't. The Joneses’.",
        "The U.S.' plan and Brill Bros.' new film.",
        "‘Twas the players’ and coaches’ night, don‘t ask.",
    ] {
        assert_eq!(marked(text), text);
    }
}

#[test]
fn single_quotations_are_marks() {
    assert_eq!(marked("'No,' he said. 'It's late.'"), "[']No,['] he said. [']It's late.[']");
    assert_eq!(marked("‘The boys’ bikes are gone,’ he said."), "[‘]The boys’ bikes are gone,[’] he said.");
    assert_eq!(marked("“He told us ‘go’ and left,” she said."), "[“]He told us [‘]go[’] and left,[”] she said.");
    assert_eq!(marked("\"I said 'no,'\" she said."), "[\"]I said [']no,['][\"] she said.");
    assert_eq!(marked("A 'soft' exit, the firm's 'plan B'."), "A [']soft['] exit, the firm's [']plan B['].");
    assert_eq!(marked("I love rock 'n' roll,' he said"), "I love rock 'n' roll,['] he said");
}

#[test]
fn attributes_of_markup_are_no_marks() {
    assert_eq!(marked("<tweet id=\"12\" author=\"\">\"No,\" he wrote"), "<tweet id=\"12\" author=\"\">[\"]No,[\"] he wrote");
}

#[test]
fn spaces_beside_marks() {
    let text = read("\u{a0}“COVID, ”said");
    let sides: Vec<_> = text.marks.iter().map(|mark| (mark.space_before, mark.space_after)).collect();
    assert_eq!(sides, [(true, false), (true, false)]);
}

#[test]
fn any_text_is_read() {
    for raw in ["", "'", "''", "'''", "''''", "\r", "\"", "&", "â", "â€", "&#", "“", "’ ’", "\u{a0}", "ï»¿", "`", "``"] {
        let text = read(raw);
        assert!(text.marks.iter().all(|mark| text.clean.is_char_boundary(mark.span.start)), "{raw}");
        let whole = text.to_raw(Span::new(0, text.clean.len()));
        assert!(raw.get(whole.start..whole.end).is_some(), "{raw}");
    }
}
