//! A stretch of text with source, cue and content marked in it: `S⟨Ana Ruiz⟩ C⟨said⟩ Q⟨the dam held⟩.`

use crate::gold::Roles;
use crate::letters::Range;

/// A sentence that runs on longer than this is cut.
const REACH: usize = 160;
/// Inside a content the middle is left out beyond this.
const LONGEST: usize = 420;

/// The sentences that the spans stand in, with marks around the spans.
pub fn marked(chars: &[char], roles: &Roles) -> String {
    let all: Vec<Range> = [&roles.source, &roles.cue, &roles.content].into_iter().flatten().copied().collect();
    let Some(start) = all.iter().map(|span| span.0).min() else { return String::new() };
    let end = all.iter().map(|span| span.1).max().unwrap_or(start).min(chars.len());
    let window = (sentence_start(chars, start), sentence_end(chars, end));
    shorten(&with_marks(chars, window, &events(roles)))
}

/// Where marks go: place, whether it opens (closing ones come first), and the mark.
type Event = (usize, bool, &'static str);

fn events(roles: &Roles) -> Vec<Event> {
    let sides = [(&roles.source, "S⟨"), (&roles.cue, "C⟨"), (&roles.content, "Q⟨")];
    let of = |(spans, mark): (&Vec<Range>, &'static str)| {
        spans.iter().flat_map(move |span| [(span.0, true, mark), (span.1, false, "⟩")]).collect::<Vec<_>>()
    };
    let mut events: Vec<Event> = sides.into_iter().flat_map(of).collect();
    events.sort_by_key(|event| (event.0, event.1));
    events
}

fn with_marks(chars: &[char], (start, end): Range, events: &[Event]) -> String {
    let mut out = String::new();
    let mut events = events.iter().peekable();
    for (at, c) in (start..).zip(chars.get(start..end).unwrap_or_default()) {
        while let Some((_, _, mark)) = events.next_if(|event| event.0 <= at) {
            out.push_str(mark);
        }
        push(&mut out, *c);
    }
    events.for_each(|event| out.push_str(event.2));
    out
}

/// Line ends show as `⏎`, once.
fn push(out: &mut String, c: char) {
    if c != '\n' && c != '\r' {
        out.push(c);
    } else if !out.ends_with("⏎ ") {
        out.push_str("⏎ ");
    }
}

fn shorten(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    if chars.len() <= 3 * LONGEST {
        return chars.into_iter().collect();
    }
    let side = |part: &[char]| part.iter().collect::<String>();
    format!("{} […] {}", side(&chars[..LONGEST]), side(&chars[chars.len() - LONGEST..]))
}

fn sentence_start(chars: &[char], from: usize) -> usize {
    let lowest = from.saturating_sub(REACH);
    (lowest..from).rev().find(|at| ends_sentence(chars, *at)).map_or(lowest, |at| at + 1)
}

fn sentence_end(chars: &[char], from: usize) -> usize {
    let highest = (from + REACH).min(chars.len());
    (from..highest).find(|at| ends_sentence(chars, *at)).unwrap_or(highest)
}

/// A line end, or white space after a stop.
fn ends_sentence(chars: &[char], at: usize) -> bool {
    let stop = |back: usize| at.checked_sub(back).and_then(|i| chars.get(i)).is_some_and(|c| ".!?".contains(*c));
    let mark = || at.checked_sub(1).and_then(|i| chars.get(i)).is_some_and(|c| "”\"’".contains(*c));
    chars[at] == '\n' || chars[at] == ' ' && (stop(1) || mark() && stop(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_around_the_words() {
        let chars: Vec<char> = "It rained. “Yes,” said Ana.\n\nShe left.".chars().collect();
        let roles = Roles { source: vec![(23, 26)], cue: vec![(18, 22)], content: vec![(11, 17)] };
        assert_eq!(marked(&chars, &roles), "Q⟨“Yes,”⟩ C⟨said⟩ S⟨Ana⟩.");
    }
}
