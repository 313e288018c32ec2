//! `onrecord-bindgen IN.wasm OUT_FOLDER NAME` writes the JavaScript that loads a .wasm file, as `wasm-bindgen --target web` does.
//!
//! The library is used in place of the command because `cargo install wasm-bindgen-cli` builds a test runner and a server with it.

use std::env;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, folder, name] = arguments.as_slice() else {
        return Err("usage: onrecord-bindgen IN.wasm OUT_FOLDER NAME".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(name).web(true)?.typescript(false).omit_default_module_path(true);
    bindgen.generate(folder)?;
    Ok(())
}
