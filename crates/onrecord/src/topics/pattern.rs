//! The notation of phrases: `(arms|weapons) (control|reduction*)`, `interfer* .. elections`.
//!
//! | written | stands for |
//! |---|---|
//! | `climate change` | the words, in any case; a space is a space, a hyphen or a dash in the text |
//! | `hack*` | the word and all that begin so: hack, hacked, hackers |
//! | `(a\|b c)` | one or the other |
//! | `(the)?` | with or without |
//! | `..` | up to three words |
//! | `Turkey` | asks for a capital in the text; `WHO` asks for capitals throughout |

use super::letters::{self, Step};

/// What is wrong with a phrase: what was expected, and at which byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub expected: &'static str,
    pub at: usize,
}

/// Nobody writes so many by hand, and a phrase that is a product of long lists would fill memory.
const MAX_WORDINGS: usize = 2000;

/// A phrase written out: each wording without groups, words parted by single spaces.
pub fn wordings(phrase: &str) -> Result<Vec<String>, Flaw> {
    let mut made = vec![String::new()];
    let mut rest = phrase.trim();
    let offset = |rest: &str| phrase.trim_end().len() - rest.len();
    if rest.is_empty() {
        return Err(Flaw { expected: "a word", at: 0 });
    }
    if !rest.contains(['(', ')', '|', '?']) {
        return Ok(vec![checked(rest.split_whitespace().collect::<Vec<_>>().join(" "))?]);
    }
    while !rest.is_empty() {
        let (choices, after) = part(rest).map_err(|expected| Flaw { expected, at: offset(rest) })?;
        made = product(made, &choices).ok_or(Flaw { expected: "fewer alternatives", at: offset(rest) })?;
        rest = after.trim_start();
    }
    made.into_iter().map(checked).collect()
}

/// The next word or group, as its alternatives, and what follows it.
fn part(rest: &str) -> Result<(Vec<&str>, &str), &'static str> {
    let Some(inner) = rest.strip_prefix('(') else {
        let end = rest.find([' ', '(']).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        return if word.contains([')', '|', '?']) { Err("`(` before `|`, `)` or `?`") } else { Ok((vec![word], after)) };
    };
    let (group, after) = inner.split_once(')').ok_or("`)`")?;
    if group.contains('(') {
        return Err("no group inside a group");
    }
    let mut choices: Vec<&str> = group.split('|').map(str::trim).collect();
    if choices.iter().any(|choice| choice.is_empty()) {
        return Err("words between `|`");
    }
    let after = after.strip_prefix('?').inspect(|_| choices.push("")).unwrap_or(after);
    if after.is_empty() || after.starts_with(' ') { Ok((choices, after)) } else { Err("a space after a group") }
}

fn product(mut made: Vec<String>, choices: &[&str]) -> Option<Vec<String>> {
    let join = |head: &mut String, tail: &str| {
        head.push_str(if head.is_empty() || tail.is_empty() { "" } else { " " });
        head.push_str(tail);
    };
    if let [only] = choices {
        for head in &mut made {
            join(head, only);
        }
        return Some(made);
    }
    let joined = |head: &String, tail: &str| {
        let mut head = head.clone();
        join(&mut head, tail);
        head
    };
    let fits = made.len() * choices.len() <= MAX_WORDINGS;
    fits.then(|| made.iter().flat_map(|head| choices.iter().map(move |tail| joined(head, tail))).collect())
}

fn checked(wording: String) -> Result<String, Flaw> {
    let flaw = |expected| Err(Flaw { expected, at: 0 });
    if [wording.split(' ').next(), wording.rsplit(' ').next()].contains(&Some("..")) {
        return flaw("a word before and after `..`");
    }
    for word in wording.split(' ').filter(|word| *word != "..") {
        let stem = word.strip_suffix('*').unwrap_or(word);
        if stem.is_empty() || stem.contains('*') {
            return flaw("`*` at the end of a stem");
        }
        if spell(stem, |_| ()).is_none() {
            return flaw("letters and digits");
        }
    }
    Ok(wording)
}

/// The symbols of a wording; `None` where it holds what no phrase can.
pub fn symbols(wording: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(wording.len());
    for word in wording.split(' ') {
        if !out.is_empty() {
            out.push(letters::SPACE);
        }
        if word == ".." {
            out.push(letters::WORDS);
            continue;
        }
        let stem = word.strip_suffix('*').unwrap_or(word);
        spell(stem, |symbol| out.push(symbol))?;
        if stem.len() < word.len() {
            out.push(letters::REST);
        }
    }
    Some(out)
}

/// Gives the symbols of a word, one by one.
fn spell(word: &str, mut give: impl FnMut(u8)) -> Option<()> {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let mut at = 0;
    while let Some((step, len)) = letters::step(word, at) {
        match step {
            Step::Letter(symbol) => give(symbol),
            Step::Other(c) => letters::halves(c).for_each(&mut give),
            Step::Gap => give(letters::SPACE),
            Step::Hard if letters::is_inner_stop(word, 0, at) => give(letters::STOP),
            Step::Hard => return None,
        }
        at += len;
    }
    (at > 0).then_some(())
}

/// How a word must be capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Any,
    First,
    All,
}

/// What a wording asks of the capitals in the text; empty where it asks nothing.
pub fn cases(wording: &str) -> Vec<Case> {
    if !wording.contains(char::is_uppercase) {
        return Vec::new();
    }
    let of = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let first = letters.next().is_some_and(char::is_uppercase);
        let rest: Vec<bool> = letters.map(char::is_uppercase).collect();
        match (first, !rest.is_empty() && rest.iter().all(|it| *it)) {
            (true, true) => Case::All,
            (true, false) => Case::First,
            (false, _) => Case::Any,
        }
    };
    let cases: Vec<Case> = wording.split([' ', '-']).filter(|word| *word != "..").map(of).collect();
    if cases.iter().all(|case| *case == Case::Any) { Vec::new() } else { cases }
}

/// Do the words of a text have the capitals that a wording asks for?
///
/// A wording with `..` is asked for its first words only, since what stands between is not known.
pub fn has_case(found: &str, cases: &[Case]) -> bool {
    if cases.is_empty() {
        return true;
    }
    let words = found.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    // The s of a possessive belongs to the word before it.
    let words = words.enumerate().filter(|(i, word)| *i == 0 || *word != "s").map(|(_, word)| word);
    words.zip(cases).all(|(word, case)| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        match case {
            Case::Any => true,
            Case::First => letters.next().is_none_or(char::is_uppercase),
            Case::All => letters.all(char::is_uppercase),
        }
    })
}
