//! Are the places of the wire format the same in every unit? Checked against a naive count.

use onrecord::export::{self, Offsets};
use serde_json::Value;

/// The first place that differs.
///
/// # Errors
/// The place in bytes, and what the unit made of it.
pub fn check(text: &str) -> Result<(), String> {
    let article = onrecord::parse(text);
    let bytes = places(&export::to_value(&article, text, Offsets::Bytes));
    for (unit, count) in [(Offsets::Chars, chars as fn(&str) -> usize), (Offsets::Utf16, utf16)] {
        let got = places(&export::to_value(&article, text, unit));
        if bytes.len() != got.len() {
            return Err(format!("{unit:?}: {} places, {} in bytes", got.len(), bytes.len()));
        }
        for (byte, place) in bytes.iter().zip(&got) {
            let want = text.get(..*byte).map(count).ok_or_else(|| format!("byte {byte} is inside a character"))?;
            if want != *place {
                return Err(format!("{unit:?}: byte {byte} is {want}, not {place}"));
            }
        }
    }
    Ok(())
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Every `start` and `end`, in order.
fn places(value: &Value) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => {
                for (name, value) in fields {
                    let number = value.as_u64().filter(|_| name == "start" || name == "end");
                    found.extend(number.and_then(|number| usize::try_from(number).ok()));
                    open.push(value);
                }
            }
            _ => {}
        }
    }
    found
}
