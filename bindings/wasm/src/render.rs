//! Articles of the wire format, drawn by the core.

use crate::error::thrown;
use onrecord::export::{self, OffsetMap, Offsets};
use onrecord::render::{self, HtmlOptions, Piece};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// A fragment of HTML; `text` is the text that was parsed.
///
/// # Errors
/// An `OnrecordError` of JavaScript: this is no article, or one of another text.
#[wasm_bindgen]
pub fn html(article: &str, text: &str, all_attitudes: bool, side: bool, style: bool) -> Result<String, JsValue> {
    let article = export::from_json_str(article, text).map_err(thrown)?;
    let options = HtmlOptions::new().with_all_attitudes(all_attitudes).with_side(side).with_style(style);
    Ok(render::html(&article, text, &options))
}

/// A whole document.
///
/// # Errors
/// As [`html`].
#[wasm_bindgen]
pub fn page(article: &str, text: &str, all_attitudes: bool, side: bool) -> Result<String, JsValue> {
    let article = export::from_json_str(article, text).map_err(thrown)?;
    Ok(render::html_page(&article, text, &HtmlOptions::new().with_all_attitudes(all_attitudes).with_side(side)))
}

/// The article cut where anything begins or ends, as a JSON list.
///
/// # Errors
/// As [`html`].
#[wasm_bindgen]
pub fn pieces(article: &str, text: &str, all_attitudes: bool) -> Result<String, JsValue> {
    let article = export::from_json_str(article, text).map_err(thrown)?;
    let map = OffsetMap::new(text, Offsets::Utf16);
    let all = render::pieces(&article, all_attitudes);
    Ok(Value::Array(all.iter().map(|it| piece(it, &map)).collect()).to_string())
}

fn piece(it: &Piece, map: &OffsetMap) -> Value {
    json!({
        "start": map.from_byte(it.span.start),
        "end": map.from_byte(it.span.end),
        "block": it.block,
        "quote": it.quote.map(|id| id.0),
        "cue": it.cue.map(|id| id.0),
        "source": it.source.map(|id| id.0),
        "repair": it.repair.map(|id| id.0),
        "speaker": it.speaker.map(|id| id.0),
        "colour": it.colour,
    })
}

/// The style sheet of what [`html`] makes.
#[wasm_bindgen]
pub fn css() -> String {
    render::CSS.to_owned()
}
