//! Seconds that one parse takes, the fastest of some: what `bindings/python/benches/speed.py` holds the Python package to.

use std::hint::black_box;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, path, chars, repeats] = arguments.as_slice() else {
        return Err(std::io::Error::other("usage: parse_speed FILE CHARACTERS REPEATS"));
    };
    let number = |text: &str| text.parse::<usize>().map_err(std::io::Error::other);
    let text: String = std::fs::read_to_string(path)?.chars().take(number(chars)?).collect();
    let run = |_| {
        let start = Instant::now();
        black_box(onrecord::parse(black_box(&text)));
        start.elapsed().as_secs_f64()
    };
    println!("{}", (0..number(repeats)?).map(run).fold(f64::INFINITY, f64::min));
    Ok(())
}
