//! Reads the cases out of the essays.
//!
//! A case is a `##` heading, a fenced block `article` with the text, and a fenced block `expect` with what has to hold of it.

use crate::expect::Expect;
use std::path::Path;

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// "marks/turned#closing-mark-turned": the file below `suite/`, and the heading.
    pub id: String,
    /// The article.
    pub text: String,
    /// What has to hold of it.
    pub expects: Vec<Expect>,
}

/// Reads all cases of a folder of essays.
///
/// # Errors
/// The file, the line and what was expected there.
pub fn read_all(suite: &Path) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for path in crate::files(suite, ".md") {
        let name = path.strip_prefix(suite).unwrap_or(&path).with_extension("");
        if name.as_os_str() == "README" {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        cases.extend(read(&name.to_string_lossy(), &text).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    Ok(cases)
}

/// Reads the cases of one essay.
///
/// # Errors
/// The line and what was expected there.
pub fn read(file: &str, essay: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let (mut heading, mut article) = (String::new(), None);
    let mut lines = essay.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = slug(title);
        } else if line == "```article" {
            article = Some(fenced(&mut lines).ok_or_else(|| format!("line {}: the block never ends", number + 1))?.join("\n"));
        } else if line == "```expect" {
            let expects = expectations(number + 2, fenced(&mut lines))?;
            let text = article.take().ok_or_else(|| format!("line {}: no article before this block", number + 1))?;
            cases.push(Case { id: format!("{file}#{heading}"), text: unescape(&text), expects });
        }
    }
    if cases.is_empty() { Err("no case in it".to_owned()) } else { Ok(cases) }
}

/// The lines up to the closing fence.
fn fenced<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>) -> Option<Vec<&'a str>> {
    let mut block = Vec::new();
    for (_, line) in lines {
        if line == "```" {
            return Some(block);
        }
        block.push(line);
    }
    None
}

fn expectations(first: usize, block: Option<Vec<&str>>) -> Result<Vec<Expect>, String> {
    let block = block.ok_or_else(|| format!("line {first}: the block never ends"))?;
    let filled = block.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
    filled.map(|(i, line)| Expect::read(line.trim()).map_err(|error| format!("line {}: {error}", first + i))).collect()
}

/// "A mark, turned" is "a-mark-turned".
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// What cannot be seen is written out: `\u{ad}` is a soft hyphen, `\r` a carriage return.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let (c, length) = escaped(escape).unwrap_or(('\\', 1));
        out.push(c);
        rest = &escape[length..];
    }
    out + rest
}

fn escaped(escape: &str) -> Option<(char, usize)> {
    if escape.starts_with("\\r") {
        return Some(('\r', 2));
    }
    let code = escape.strip_prefix("\\u{")?;
    let (digits, _) = code.split_once('}')?;
    Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, digits.len() + 4))
}
