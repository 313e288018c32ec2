//! [`Error`]: what can be wrong with what a caller gives. Parsing itself never fails.

use thiserror::Error as ThisError;

/// What was wrong with a caller's input; ask it with the `is_…` methods.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error("{kind}")]
pub struct Error {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
enum Kind {
    #[error("the text has {found} bytes, more than the limit of {limit}; raise the limit or split the text")]
    TooLarge { found: usize, limit: usize },
    #[error("`{found}` is no value of `{option}`: expected {expected}")]
    UnknownOption { option: &'static str, found: String, expected: &'static str },
}

impl Error {
    pub(crate) fn too_large(found: usize, limit: usize) -> Self {
        Self { kind: Kind::TooLarge { found, limit } }
    }

    pub(crate) fn unknown_option(option: &'static str, found: &str, expected: &'static str) -> Self {
        Self { kind: Kind::UnknownOption { option, found: found.to_owned(), expected } }
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
