//! How fast the native build does what the package does: text in, one line of the wire format out.
//! `cargo run --release -p onrecord-wasm --features tagger --example native -- TEXTS.json ROUNDS [lite]` prints MB/s; the file holds a list
//! of texts.

use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("expected a file with a JSON list of texts")?;
    let rounds: usize = arguments.next().map_or(Ok(5), |rounds| rounds.parse())?;
    let texts: Vec<String> = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let bytes: u32 = texts.iter().map(|text| u32::try_from(text.len()).unwrap_or(u32::MAX)).sum();
    let tagger = arguments.next().as_deref() != Some("lite");
    let parser = onrecord_wasm::Parser::new(None, None, Some(tagger), None, None, None, None).map_err(|_| "there are no such options")?;
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        let written: usize = texts.iter().filter_map(|text| parser.parse(text, None).ok()).map(|line| line.len()).sum();
        assert!(written > 0, "nothing was written");
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{:.3}", f64::from(bytes) / 1e6 / best);
    Ok(())
}
