//! The lines of an `expect` block.
//!
//! A quote is `kind | speaker | cue | content`, and further fields after more bars: `direct | Ana Ruiz | said | We will talk, | day: Friday`.
//! Everything else is `what: value`, with fields after semicolons where the thing has fields: `dateline: Geneva; agency: AP`.

use serde_json::{Value, json};

/// One line, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The line as written.
    pub line: String,
    /// "quote", "only", "title", "block heading", "speaker", …
    pub what: String,
    /// The main value; for a quote its content.
    pub value: String,
    /// All other values, by name.
    pub fields: Vec<(String, String)>,
    /// A leading `?`: the thing may be there, and `only` allows it.
    pub optional: bool,
}

/// What a line may begin with, and whether its value has fields.
const KINDS: &[(&str, bool)] = &[
    ("only", false),
    ("title", false),
    ("no title", false),
    ("deck", false),
    ("dateline", true),
    ("no dateline", false),
    ("byline", true),
    ("no byline", false),
    ("speaker", true),
    ("speakers", false),
    ("repair", true),
    ("no repairs", false),
    ("topic", true),
    ("no topic", false),
    ("not quoted", false),
    ("published", false),
];

impl Expect {
    /// Takes a line apart.
    ///
    /// # Errors
    /// What was expected.
    pub fn read(line: &str) -> Result<Self, String> {
        let (optional, rest) = line.strip_prefix("? ").map_or((false, line), |rest| (true, rest));
        let mut expect = if rest.contains(" | ") { quote(rest)? } else { other(rest)? };
        expect.optional = optional;
        line.clone_into(&mut expect.line);
        Ok(expect)
    }

    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All values of a field that may stand more than once.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// For runners in other languages.
    pub fn to_json(&self) -> Value {
        let fields: Vec<Value> = self.fields.iter().map(|(key, value)| json!([key, value])).collect();
        json!({ "what": self.what, "value": self.value, "fields": fields, "optional": self.optional, "line": self.line })
    }
}

fn quote(line: &str) -> Result<Expect, String> {
    let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let [kind, speaker, cue, content, extra @ ..] = parts.as_slice() else {
        return Err(format!("a quote has four parts, kind | speaker | cue | content, not {}", parts.len()));
    };
    if !["direct", "mixed", "indirect", "scare", "quote"].contains(kind) {
        return Err(format!("{kind:?} is no kind of quote (direct, mixed, indirect, scare; quote for any but scare)"));
    }
    let mut fields = vec![pair("kind", kind), pair("speaker", speaker), pair("cue", cue)];
    for part in extra {
        fields.push(field(part, "negated"));
    }
    Ok(make("quote", content, fields))
}

fn other(line: &str) -> Result<Expect, String> {
    let (what, value) = line.split_once(':').map_or((line, ""), |(what, value)| (what, value.trim()));
    let known = KINDS.iter().find(|(kind, _)| *kind == what);
    let fielded = known.map_or(what == "block", |(_, fielded)| *fielded);
    if known.is_none() && !what.starts_with("block ") {
        return Err(format!("{what:?} is nothing that can be expected"));
    }
    if !fielded {
        return Ok(make(what, value, Vec::new()));
    }
    let mut parts = value.split("; ").map(str::trim);
    let main = parts.next().unwrap_or_default();
    Ok(make(what, main, parts.map(|part| field(part, "kind")).collect()))
}

/// "day: Friday", or a bare word: the kind of a speaker, or the flag `negated` of a quote.
fn field(part: &str, bare: &str) -> (String, String) {
    part.split_once(": ").map_or_else(|| pair(bare, part), |(key, value)| pair(key.trim(), value.trim()))
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

fn make(what: &str, value: &str, fields: Vec<(String, String)>) -> Expect {
    Expect { line: String::new(), what: what.to_owned(), value: value.to_owned(), fields, optional: false }
}
