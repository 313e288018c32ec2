//! Forms of quotation and of damage, on small pieces of invented news.

use super::*;
use crate::article::{Block, BlockKind, RepairKind};
use crate::layout::Sentence;
use crate::{input, lexer};
use RepairKind::{DoubledMark, MisplacedSpace, MissingClose, MissingOpen, MixedMarks, StrayMark, TurnedMark};

/// Lines as paragraphs and stops as the ends of sentences, so that these tests hang on no grammar of pages. A line that begins with
/// `#` is furniture.
fn layout(text: &input::Text) -> Layout {
    let mut layout = Layout::default();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text.as_str());
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let block = layout.blocks.len();
        let kind = if line.starts_with('#') { BlockKind::Boilerplate } else { BlockKind::Paragraph };
        layout.blocks.push(Block { kind, span });
        let mut start = span.start;
        let stops = line.match_indices(['.', '?']).map(|(i, _)| span.start + i + 1);
        let ends = stops.filter(|end| text.as_str()[*end..].trim_start_matches(['”', '"', ' ', '“']).starts_with(char::is_uppercase));
        for end in ends.chain([span.end]) {
            let mark = text.as_str()[end..].chars().next().filter(|c| matches!(c, '”' | '"') && end < span.end);
            let end = end + mark.map_or(0, char::len_utf8);
            layout.sentences.push(Sentence { span: Span::new(start, end).trimmed(text.as_str()), block });
            start = end;
        }
    }
    layout.sentences.retain(|sentence| !sentence.span.is_empty());
    layout
}

fn read(raw: &str) -> (String, Stretches) {
    let text = input::read(raw);
    let layout = layout(&text);
    let tokens = lexer::split(&text, &layout);
    let stretches = find(&text, &layout, &tokens);
    (text.as_str().to_owned(), stretches)
}

/// The words of each stretch.
fn words(raw: &str) -> Vec<String> {
    let (text, stretches) = read(raw);
    stretches.items.iter().map(|stretch| stretch.inner.of(&text).to_owned()).collect()
}

/// What was repaired.
fn repairs(raw: &str) -> Vec<RepairKind> {
    read(raw).1.repairs.iter().map(|fault| fault.kind).collect()
}

fn usages(raw: &str) -> Vec<Usage> {
    read(raw).1.items.iter().map(|stretch| stretch.usage).collect()
}

#[test]
fn clean_marks_need_no_repair() {
    for raw in [
        "“We go,” she said. “Now.”",
        "\"We go,\" she said. \"Now.\"",
        "‘We go,’ she said. ‘Now.’",
        "« We go, » she said. « Now. »",
        "„We go,“ she said. „Now.“",
        "»We go,« she said. »Now.«",
        "「We go,」 she said. 「Now.」",
        "\" We go , \" she said . \" Now . \"",
    ] {
        let trimmed: Vec<_> = words(raw).iter().map(|words| words.replace(" ,", ",").replace(" .", ".")).collect();
        assert_eq!(trimmed, ["We go,", "Now."], "{raw}");
        assert_eq!(repairs(raw), [], "{raw}");
    }
}

#[test]
fn turned_marks() {
    let end = "The aim is to “avoid further harm to our dialogue. “";
    assert_eq!((words(end), repairs(end)), (vec!["avoid further harm to our dialogue.".into()], vec![TurnedMark]));
    let inside = "“We go, “ he said. “We stay.”";
    assert_eq!((words(inside), repairs(inside)), (vec!["We go,".into(), "We stay.".into()], vec![TurnedMark]));
    let start = "”We go,” he said. “We stay.”";
    assert_eq!((words(start), repairs(start)), (vec!["We go,".into(), "We stay.".into()], vec![TurnedMark]));
}

#[test]
fn a_space_on_the_wrong_side() {
    let raw = "“We fear floods, drought and COVID, ”said Ana Ruiz of the council. “We plan.”";
    assert_eq!(words(raw), ["We fear floods, drought and COVID,", "We plan."]);
    assert_eq!(repairs(raw), [MisplacedSpace]);
}

#[test]
fn doubled_mixed_and_stray_marks() {
    assert_eq!((words("““We go,”” she said."), repairs("““We go,”” she said.")), (vec!["We go,".into()], vec![DoubledMark, DoubledMark]));
    assert_eq!((words("“We go,\" she said."), repairs("“We go,\" she said.")), (vec!["We go,".into()], vec![MixedMarks]));
    assert_eq!((words("\"We go,' she said."), repairs("\"We go,' she said.")), (vec!["We go,".into()], vec![MixedMarks]));
    let bracket = "“[W]”We don’t know yet,” the envoy said. “We wait.”";
    assert_eq!((words(bracket), repairs(bracket)), (vec!["We don’t know yet,".into(), "We wait.".into()], vec![StrayMark]));
}

#[test]
fn a_missing_close_ends_with_its_paragraph() {
    let raw = "“We go,” Ruiz said. “We have no time left.\nThe mayor of Brill left at noon.\n“We stay,” Holt said.";
    assert_eq!(words(raw), ["We go,", "We have no time left.", "We stay,"]);
    assert_eq!(repairs(raw), [MissingClose]);
}

#[test]
fn a_missing_close_ends_before_the_writer_goes_on() {
    let phrase = "Ruiz met the envoy and warned of “serious costsfor Brill if the dam fails, and also criticized the delay.";
    assert_eq!((words(phrase), repairs(phrase)), (vec!["serious costsfor Brill if the dam fails".into()], vec![MissingClose]));
    let tag = "“We will go, he said. “Then we stay.”";
    assert_eq!((words(tag), repairs(tag)), (vec!["We will go,".into(), "Then we stay.".into()], vec![MissingClose]));
    let inner = "“He told us ‘No way,” she said.";
    assert_eq!(words(inner).first().map(String::as_str), Some("He told us ‘No way,"));
}

#[test]
fn the_next_quotation_tells_where_the_last_one_ended() {
    let tag = "\"It is a shame, Brill police chief Ana Ruiz said. \"We wait.\"";
    assert_eq!(words(tag), ["It is a shame,", "We wait."]);
    let lead = "“We build new ones. He adds: “Ideas are cheap.”";
    assert_eq!(words(lead), ["We build new ones.", "Ideas are cheap."]);
    let writer = "\"A source in Brill said, \"We did not get a deal.\"";
    assert_eq!((words(writer), repairs(writer)), (vec!["We did not get a deal.".into()], vec![StrayMark]));
    let single = "It is a \"cold peace' in the region and nobody likes it.";
    assert_eq!((words(single), repairs(single)), (vec!["cold peace".into()], vec![MixedMarks]));
}

#[test]
fn lines_broken_in_mid_sentence() {
    let raw = "\"We have agreed to talk\nand to go on with what\nhas been fruitful,\" he said.";
    let (text, stretches) = read(raw);
    let found: Vec<_> = stretches.items.iter().map(|s| (s.inner.of(&text), s.continues)).collect();
    assert_eq!(found, [("We have agreed to talk", None), ("and to go on with what", Some(0)), ("has been fruitful,", Some(1))]);
}

#[test]
fn empty_marks_are_nothing() {
    assert_eq!(words("The caption is \"\" and “ ” too."), [] as [&str; 0]);
}

#[test]
fn a_missing_open_begins_where_the_writer_stopped() {
    let whole = "We must act. It is late,” Ruiz said. “We plan.”";
    assert_eq!((words(whole), repairs(whole)), (vec!["We must act. It is late,".into(), "We plan.".into()], vec![MissingOpen]));
    let after_tag = "Ruiz told reporters the dam would hold. Do you want to leave? ”";
    assert_eq!(words(after_tag), ["Do you want to leave?"]);
    let after_colon = "The mayor said: We must act now.”";
    assert_eq!(words(after_colon), ["We must act now."]);
    let around_phrase = "We must “act now” today,” Ruiz said.";
    assert_eq!(words(around_phrase), ["We must “act now” today,", "act now"]);
    assert_eq!(read(around_phrase).1.items[1].parent, Some(0));
    assert_eq!(words("A review of the systems” including the dam is due."), [] as [&str; 0]);
}

#[test]
fn paragraphs_that_reopen_without_closing() {
    let raw = "“We measure,” Ruiz said. “The river rises.\n“So far we wait.\n# Read more\n“Stay away from the banks.”";
    let (_, stretches) = read(raw);
    assert_eq!(stretches.items.iter().map(|stretch| stretch.continues).collect::<Vec<_>>(), [None, None, Some(1), Some(2)]);
    assert_eq!(repairs(raw), []);
}

#[test]
fn each_with_its_own_tag_goes_its_own_way() {
    let raw = "“We measure,” Ruiz said. “The river rises.\n“It falls,” Holt said.";
    assert!(read(raw).1.items.iter().all(|stretch| stretch.continues.is_none()));
    assert_eq!(repairs(raw), [MissingClose]);
}

#[test]
fn a_quotation_that_closes_paragraphs_later() {
    let raw = "Ruiz said: “The river rises.\nWe stay away from the banks.”";
    let (text, stretches) = read(raw);
    assert_eq!(stretches.items.iter().map(|s| s.inner.of(&text)).collect::<Vec<_>>(), ["The river rises.", "We stay away from the banks."]);
    assert_eq!(stretches.items[1].continues, Some(0));
}

#[test]
fn one_bad_mark_damages_one_paragraph() {
    let raw = "“We go, she said and left the hall.\nThe dam was built in 1950.\n“We stay,” he said. “We plan.”\n“We build,” she said.";
    assert_eq!(words(raw)[1..], ["We stay,", "We plan.", "We build,"]);
}

#[test]
fn nested_to_any_depth() {
    let raw = "“I said, ‘She told me, “He cried, ‘No!’ and ran.”’ That is all,” Ruiz said.";
    let parents: Vec<_> = read(raw).1.items.iter().map(|stretch| stretch.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(1), Some(2)]);
    let british = "‘He called it “a farce” twice,’ she said.";
    assert_eq!(words(british), ["He called it “a farce” twice,", "a farce"]);
    let block_quote = "\"They call it “the pit.” Nobody goes there after what they call “the night.” It is shut.\"";
    assert_eq!(words(block_quote).len(), 3);
    assert_eq!(read(block_quote).1.items[1].parent, Some(0));
}

#[test]
fn turns_of_a_quoted_transcript() {
    let raw = "\"HOLT: Will it hold?\n\"RUIZ: It will.\"";
    assert_eq!(words(raw), ["Will it hold?", "It will."]);
    assert_eq!(read(raw).1.items[1].continues, None);
}

#[test]
fn speech_and_phrases() {
    assert_eq!(usages("“We go,” she said. He called it “a farce” and “mad.”"), [Usage::Speech, Usage::Phrase, Usage::Phrase]);
    assert_eq!(usages("For Ruiz, “it is vital to keep the dam open,” he said."), [Usage::Speech]);
    assert_eq!(usages("“Look,” she said."), [Usage::Speech]);
    assert_eq!(usages("The mayor has “no deadline” for a deal."), [Usage::Phrase]);
}

#[test]
fn titles_and_nicknames() {
    assert_eq!(usages("Ines says her favourite film is “The Long Green Road”."), [Usage::Work]);
    assert_eq!(usages("Reyes has announced her “Growing Brill Plan” for jobs."), [Usage::Work]);
    assert_eq!(usages("In “Hail, Winter!,” he sings."), [Usage::Work]);
    assert_eq!(usages("Robert “Bob” Smith, who goes by the name “Patches.”"), [Usage::Nickname, Usage::Nickname]);
    assert_eq!(usages("“The Long Road Ahead,” Ruiz said."), [Usage::Speech]);
}

#[test]
fn stretches_stay_in_their_block() {
    for raw in ["“", "”", "\"\"\"", "‘“‘“", "“a ”b “c ”d", "a” b” c”", "«“‘", "“\n”\n“", "“a\n# b\n”", "\"' '\" \"'"]
    {
        let text = input::read(raw);
        let layout = layout(&text);
        let stretches = find(&text, &layout, &lexer::split(&text, &layout));
        for (i, stretch) in stretches.items.iter().enumerate() {
            assert!(layout.blocks[stretch.block].span.covers(stretch.inner), "{raw}");
            assert!(stretch.parent.is_none_or(|parent| parent < i) && stretch.continues.is_none_or(|before| before < i), "{raw}");
        }
    }
}

#[test]
fn marks_around_a_passage_of_another_article() {
    let raw = "\"Ruiz had waited for what she called “the call” since June.\n\"She slept badly.\n“I never doubted it,” she said.\nThe book is out.";
    assert_eq!(words(raw), ["the call", "I never doubted it,"]);
    assert_eq!(repairs(raw), [StrayMark, StrayMark]);
    // Without a quotation of its own it is a statement in paragraphs, of which only the last one closes.
    let letter = "\"We waited “for years” in Brill.\n\"We slept badly.\n\"It is over.\"\nThe book is out.";
    assert_eq!(words(letter), ["We waited “for years” in Brill.", "for years", "We slept badly.", "It is over."]);
}
