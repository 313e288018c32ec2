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
}

impl Error {
    pub(crate) fn too_large(found: usize, limit: usize) -> Self {
        Self { kind: Kind::TooLarge { found, limit } }
    }

    /// Is the text larger than [`crate::Options::with_max_bytes`] allows?
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge { .. })
    }
}
