//! Predictions made from gold: shifted, doubled, lost, renamed, in all forms that the scorers accept.

use serde_json::{Map, Value, json};

/// A small generator: SplitMix64.
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    /// True once in `n` throws.
    fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

/// An article with damaged quotes, or nothing.
pub fn article(gold: &Value, seed: u64) -> Option<String> {
    let mut dice = Dice(seed);
    if dice.once_in(20) {
        return None;
    }
    let len = gold["text"].as_str().unwrap().chars().count();
    let (mut quotes, mut speakers) = (Vec::new(), Vec::new());
    for attribution in gold["attributions"].as_array().unwrap() {
        for _ in 0..[0, 1, 1, 1, 1, 1, 2][dice.below(7)] {
            quotes.push(quote(attribution, len, &mut speakers, &mut dice));
        }
    }
    for _ in 0..dice.below(6) {
        let start = dice.below(len);
        quotes.push(
            json!({"content": [[start, (start + dice.below(200)).min(len)]], "source": null, "cue": [start, start + 4], "kind": "direct"}),
        );
    }
    for i in (1..quotes.len()).rev() {
        let j = dice.below(i + 1);
        quotes.swap(i, j);
    }
    Some(json!({"id": gold["id"], "quotes": quotes, "speakers": speakers}).to_string())
}

fn quote(gold: &Value, len: usize, speakers: &mut Vec<Value>, dice: &mut Dice) -> Value {
    let mut made = Map::new();
    for role in ["source", "cue", "content"] {
        let mut spans = moved(&gold[role], len, dice);
        if spans.len() == 1 && dice.once_in(2) {
            made.insert(role.to_owned(), spans.remove(0));
        } else if !dice.once_in(10) {
            made.insert(role.to_owned(), spans.into());
        }
    }
    let name = renamed(gold["speaker"].as_str().unwrap_or("Ana Ruiz"), dice);
    speakers.push(json!({"name": name, "kind": dice.pick(&["person", "place", "group", "unnamed"])}));
    let who = [json!(name), json!({"name": name}), json!(speakers.len() - 1)];
    made.insert("speaker".to_owned(), who[dice.below(3)].clone());
    made.insert("kind".to_owned(), dice.pick(&["direct", "mixed", "indirect", "indirect", "scare"]).into());
    if !dice.once_in(3) {
        made.insert("attitude".to_owned(), dice.pick(&["said", "said", "felt"]).into());
    }
    made.into()
}

/// The spans with their ends moved now and then.
fn moved(spans: &Value, len: usize, dice: &mut Dice) -> Vec<Value> {
    let mut made = Vec::new();
    for span in spans.as_array().into_iter().flatten() {
        let mut step = |far: usize, at: &Value| {
            let at = usize::try_from(at.as_u64().unwrap()).unwrap();
            if dice.once_in(2) { at } else { (at + dice.below(far)).saturating_sub(dice.below(far)) }
        };
        let start = step(20, &span[0]).min(len);
        let end = step(40, &span[1]).clamp(start, len);
        made.push(if dice.once_in(2) { json!([start, end]) } else { json!({"start": start, "end": end}) });
    }
    made
}

/// One of the accepted forms, changed as parsers change names.
fn renamed(forms: &str, dice: &mut Dice) -> Value {
    let forms: Vec<&str> = forms.split('|').collect();
    let name = dice.pick(&forms);
    match dice.below(12) {
        0 => json!(name.to_uppercase()),
        1 => json!(format!("Mr. {name}")),
        2 => json!(format!("the {name}’s")),
        3 => json!(format!("Sen. J. {name} ½ Ⓐ_")),
        4 => json!(name.split(' ').next_back()),
        5 => json!(name.replace('e', "é").replace('i', "ﬁ")),
        6 => json!(name.chars().rev().collect::<String>()),
        7 => Value::Null,
        _ => json!(name),
    }
}

/// Damaged statements in the form of the sourcing gold.
pub fn statements(gold: &Value, seed: u64) -> String {
    let mut dice = Dice(seed);
    let len = gold["text"].as_str().unwrap().chars().count();
    let mut made = Vec::new();
    for statement in gold["statements"].as_array().unwrap() {
        if dice.once_in(6) {
            continue;
        }
        let plain: Vec<Value> =
            moved(&statement["spans"], len, &mut dice).iter().map(|span| json!([bound(span, 0, "start"), bound(span, 1, "end")])).collect();
        let mut row = json!({"spans": plain});
        for key in ["type", "name", "title", "why"] {
            row[key] = if dice.once_in(8) { json!("A dam of Brill") } else { json!(worn(statement[key].as_str().unwrap(), &mut dice)) };
        }
        made.push(row);
    }
    json!({"id": gold["id"], "statements": made}).to_string()
}

fn bound(span: &Value, index: usize, key: &str) -> Value {
    if span.is_array() { span[index].clone() } else { span[key].clone() }
}

/// A text that lost some letters.
fn worn(text: &str, dice: &mut Dice) -> String {
    let loss = [usize::MAX, 12, 5][dice.below(3)];
    text.chars().filter(|_| loss == usize::MAX || !dice.once_in(loss)).collect()
}

/// A case with the quotes that it wants, a little damaged.
pub fn case(gold: &Value, seed: u64) -> String {
    let mut dice = Dice(seed);
    let text = gold["text"].as_str().unwrap();
    let place = |part: &str| text.find(part).map(|start| (text[..start].chars().count(), part.chars().count()));
    let mut quotes = Vec::new();
    for want in gold["quotes"].as_array().unwrap() {
        let parts = want["parts"].as_array().unwrap().iter().filter_map(|part| place(part.as_str()?));
        let spans: Vec<Value> = parts.map(|(start, len)| json!([start + dice.below(3), start + len - dice.below(len)])).collect();
        let source = want["speaker"].as_str().and_then(place).map(|(start, len)| json!([start, start + len]));
        let who = want["canonical"].as_str().or(want["speaker"].as_str()).unwrap_or("Ana Ruiz");
        quotes.push(json!({"content": spans, "source": source, "speaker": renamed(who, &mut dice), "kind": "direct"}));
    }
    for phrase in gold["not_quotes"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let spans: Vec<Value> =
            place(phrase).filter(|_| dice.once_in(2)).map(|(start, len)| json!([start, start + len])).into_iter().collect();
        quotes.push(json!({"content": spans, "kind": dice.pick(&["direct", "scare"])}));
    }
    let mut made = json!({"id": gold["id"], "quotes": quotes, "bylines": [], "text": text});
    let structure = &gold["structure"];
    let names = structure["byline"].as_array().into_iter().flatten().map(|name| json!({"name": name}));
    made["bylines"] = names.filter(|_| !dice.once_in(6)).collect();
    made["dateline"] = json!({"place": structure["dateline"]});
    made["blocks"] = blocks(text, &mut dice);
    made.to_string()
}

/// Each line a block of some kind.
fn blocks(text: &str, dice: &mut Dice) -> Value {
    let mut at = 0;
    let mut made = Vec::new();
    for line in text.split('\n') {
        let end = at + line.chars().count();
        made.push(json!({"kind": dice.pick(&["paragraph", "paragraph", "boilerplate"]), "start": at, "end": end}));
        at = end + 1;
    }
    made.into()
}
