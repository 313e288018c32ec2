//! Errors of the core as `OnrecordError` of JavaScript.

use onrecord::Error;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../../js/error.js")]
extern "C" {
    /// The class that callers catch; its constructor is `new OnrecordError(code, message, line)`.
    type OnrecordError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, message: &str, line: Option<u32>) -> OnrecordError;
}

/// What JavaScript throws for an error.
pub fn thrown(error: Error) -> JsValue {
    let line = error.line().and_then(|line| u32::try_from(line).ok());
    OnrecordError::new(code(&error), &error.to_string(), line).into()
}

/// A word for programs; the message is for people.
fn code(error: &Error) -> &'static str {
    match error {
        _ if error.is_too_large() => "too_large",
        _ if error.is_unknown_topic() => "unknown_topic",
        _ if error.is_bad_article() => "bad_article",
        _ if error.is_bad_topic() => "bad_topic",
        _ if error.is_unknown_option() => "unknown_option",
        _ => "other",
    }
}
