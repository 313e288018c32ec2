//! Time grows no faster than the input, also where the input is made to hurt.
//!
//! `cargo test --release -p onrecord-tests --test linear -- --ignored` measures; the tests that always run only look for the gross case.

use onrecord::Options;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// What to repeat, by name. Each is a text that some stage would like to look at again and again.
const PIECES: &[(&str, &str)] = &[
    ("opening marks", "“"),
    ("straight marks", "\""),
    ("single marks", "'"),
    ("quotations", "“We will talk.” "),
    ("nested quotations", "“He said ‘she said "),
    ("unclosed paragraphs", "“We will talk.\n\n"),
    ("one word", "word "),
    ("of the", "of the "),
    ("names", "Ana Ruiz "),
    ("new names", "@"),
    ("capitals", "A"),
    ("capital words", "Brill Council "),
    ("newlines", "\n"),
    ("lines", "Ana Ruiz\n"),
    ("no newline", "The mayor said the road to Brill was closed and nobody knew why. "),
    ("attributions", "“Yes,” she said. Officials said that talks went on, according to Ana Ruiz, who told reporters so. "),
    ("parentheses", "("),
    ("said", "said "),
    ("said that", "said that he said "),
    ("commas", "Ana Ruiz, who, "),
    ("entities", "&ldquo;"),
    ("ampersands", "&"),
    ("mojibake", "â€œ"),
    ("stops", "."),
    ("initials", "U.S."),
    ("dashes", "— "),
    ("colons", "Ana: "),
    ("digits", "1,"),
    ("zero-width spaces", "\u{200b}"),
    ("hyphens", "a-"),
    ("topics", "sanctions on Moscow and arms control "),
];

/// How much is read, how often that is doubled, and whether by the tagger too, which takes ten times as long.
///
/// What is quadratic takes 64 times as long after three doublings, what is linear 8 times. What is made of less than two megabytes may still
/// lie in the processor's cache, where a byte costs the grammar half as much as beyond, and tells nothing of how time grows; and a run that
/// something else on the machine slowed down by a quarter says 8 % in the mean of three doublings.
const MEASURES: [(usize, u32, bool); 2] = [(2_000_000, 3, false), (200_000, 2, true)];
const AT_MOST: f64 = 2.3;
/// What 100 kB may take, in a build that is not optimised.
const LONGEST: Duration = Duration::from_secs(2);

fn repeat(piece: &str, bytes: usize) -> String {
    if piece == "@" {
        return new_names(bytes);
    }
    piece.repeat(bytes / piece.len() + 1)
}

/// Names that all differ, so that every table of names grows with the text.
fn new_names(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    for i in 0.. {
        let tail: String = [i, i / 26, i / 676, i / 17_576].map(letter).iter().collect();
        let _ = write!(text, "“Yes,” said Ana Ru{tail}. ");
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// The time that this thread itself was on a processor, where the system tells it (in steps of ten milliseconds); else that with what the
/// system did for it; else the time on the clock. What a system that is short of memory takes to hand out gigabytes of it grows as it likes.
fn spent(run: impl Fn()) -> Duration {
    let own = || {
        let stat = std::fs::read_to_string("/proc/thread-self/stat").ok()?;
        stat.rsplit(')').next()?.split_whitespace().nth(11)?.parse().ok().map(|ticks: u64| Duration::from_millis(10 * ticks))
    };
    let on_cpu = || {
        let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    };
    let (clock, cpu, user) = (Instant::now(), on_cpu(), own());
    run();
    let user = user.zip(own()).map(|(before, after)| after.saturating_sub(before));
    match (cpu, on_cpu()) {
        _ if user.is_some_and(|user| !user.is_zero()) => user.unwrap_or_default(),
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => clock.elapsed(),
    }
}

fn parse(text: &str, times: u32, tagger: bool) -> Duration {
    let options = Options::new().with_tagger(tagger);
    (0..times).map(|_| spent(|| drop(onrecord::parse_with(text, &options)))).sum()
}

/// By what the time grows at each of some doublings of a text. Both sides read the same number of bytes, and sums are compared: some
/// systems count a thread's time in steps of 16 ms, of which the least of a few short runs would catch the luckiest.
fn growth(small: &str, large: &str, doublings: u32, tagger: bool) -> f64 {
    let times = 1 << doublings;
    let grown = f64::from(times) * parse(large, 1, tagger).as_secs_f64() / parse(small, times, tagger).as_secs_f64();
    grown.powf(1.0 / f64::from(doublings))
}

#[test]
fn no_input_takes_seconds() {
    let mut slow = Vec::new();
    for (name, piece) in PIECES {
        let text = repeat(piece, 100_000);
        // As below: a neighbour slows down, and does not speed up.
        let took = (0..10).map(|_| parse(&text, 1, true)).find(|took| *took <= LONGEST);
        if took.is_none() {
            slow.push(format!("100 kB of {name}: more than {LONGEST:?}, ten times"));
        }
    }
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}

#[test]
#[ignore = "measures; run it in release"]
fn doubling_the_input_at_most_doubles_the_time() {
    let mut wrong = Vec::new();
    for (bytes, doublings, tagger) in MEASURES {
        for (name, piece) in PIECES {
            let small = repeat(piece, bytes);
            let large = repeat(piece, bytes << doublings);
            // A neighbour can slow down a measurement, not speed it up: some tries, until one holds.
            let mut ratio = f64::MAX;
            for _ in 0..10 {
                ratio = ratio.min(growth(&small, &large, doublings, tagger));
                if ratio <= AT_MOST {
                    break;
                }
            }
            let voices = if tagger { "with the tagger" } else { "grammar" };
            println!("{name:20} {voices:15} doubled: {ratio:.2} times");
            if ratio > AT_MOST {
                wrong.push(format!("{name}, {voices}: {ratio:.2} times"));
            }
        }
    }
    assert!(wrong.is_empty(), "doubling the input takes\n{}", wrong.join("\n"));
}
