//! How many tokens a second the network reads: `cargo run --release -p onrecord-tagger --example speed`.

use onrecord_tagger::{Features, SMALL, WINDOW, shipped};
use std::time::Instant;

fn main() {
    let Some(network) = shipped() else { return };
    let token = |i: usize| Features {
        word: (i * 97 % 32768) as u16,
        prefix: (i * 31 % 4096) as u16,
        suffix: (i * 7 % 4096) as u16,
        small: [0; SMALL.len()],
    };
    let window: Vec<Features> = (0..WINDOW).map(token).collect();
    let rounds = 100;
    let began = Instant::now();
    let sum: i64 = (0..rounds).map(|_| i64::from(network.run(&window).labels[0][0])).sum();
    let seconds = began.elapsed().as_secs_f64();
    println!("{:.0} tokens/s ({sum})", (WINDOW * rounds) as f64 / seconds);
}
