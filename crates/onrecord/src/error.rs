//! [`Error`]: what can be wrong with what a caller gives. Parsing itself never fails.

use thiserror::Error as ThisError;

/// What was wrong with a caller's input; ask it with the `is_…` methods.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error("{kind}")]
pub struct Error {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "some are about the wire format and files of topics"))]
enum Kind {
    #[error("the text has {found} bytes, more than the limit of {limit}; raise the limit or split the text")]
    TooLarge { found: usize, limit: usize },
    #[error("topic `{id}`: {what}")]
    Topic { id: String, what: String },
    #[error("there is no topic `{id}`{}", near_list(.near))]
    UnknownTopic { id: String, near: Vec<String> },
    #[error("topics file, {}{what}", line_prefix(*.line))]
    TopicsFile { line: Option<usize>, what: String },
    #[error("no article of the wire format: {what}")]
    Article { what: String },
    #[error("`{found}` is no value of `{option}`: expected {expected}")]
    UnknownOption { option: &'static str, found: String, expected: &'static str },
}

impl Error {
    pub(crate) fn too_large(found: usize, limit: usize) -> Self {
        Self { kind: Kind::TooLarge { found, limit } }
    }

    #[cfg(feature = "serde")]
    pub(crate) fn unknown_option(option: &'static str, found: &str, expected: &'static str) -> Self {
        Self { kind: Kind::UnknownOption { option, found: found.to_owned(), expected } }
    }

    pub(crate) fn topic(id: &str, what: &str) -> Self {
        Self { kind: Kind::Topic { id: id.to_owned(), what: what.to_owned() } }
    }

    pub(crate) fn unknown_topic(id: &str, near: &[&str]) -> Self {
        Self { kind: Kind::UnknownTopic { id: id.to_owned(), near: near.iter().map(|it| (*it).to_owned()).collect() } }
    }

    #[cfg(feature = "serde")]
    pub(crate) fn topics_file(line: Option<usize>, what: &str) -> Self {
        Self { kind: Kind::TopicsFile { line, what: what.to_owned() } }
    }

    #[cfg(feature = "serde")]
    pub(crate) fn article(what: String) -> Self {
        Self { kind: Kind::Article { what } }
    }

    /// Is it JSON that holds no article, or one of another text?
    pub fn is_bad_article(&self) -> bool {
        matches!(self.kind, Kind::Article { .. })
    }

    /// Is it a topic that cannot be: an id, a phrase or a weight is not as it should be?
    pub fn is_bad_topic(&self) -> bool {
        matches!(self.kind, Kind::Topic { .. } | Kind::TopicsFile { .. })
    }

    /// Is it an id that no topic has?
    pub fn is_unknown_topic(&self) -> bool {
        matches!(self.kind, Kind::UnknownTopic { .. })
    }

    /// The line of the topics file, counted from 1, where the file was malformed and the line is known.
    pub fn line(&self) -> Option<usize> {
        match self.kind {
            Kind::TopicsFile { line, .. } => line,
            _ => None,
        }
    }

    /// Is the text larger than [`crate::Options::with_max_bytes`] allows?
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge { .. })
    }

    /// Is it a value that an option does not have, such as `codepoints` for the unit of offsets?
    pub fn is_unknown_option(&self) -> bool {
        matches!(self.kind, Kind::UnknownOption { .. })
    }
}

fn near_list(ids: &[String]) -> String {
    if ids.is_empty() { String::new() } else { format!("; near are {}", ids.join(", ")) }
}

fn line_prefix(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!("line {line}: "))
}
