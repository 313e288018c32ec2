//! [`Frame`]: what stands before, between and after articles.

use super::Format;
use crate::report::Tally;

/// What stands around the articles of a run.
pub struct Frame {
    /// The line or page that opens all.
    pub head: Vec<u8>,
    /// As what they are written.
    pub format: Format,
    /// More than one article is to be expected.
    pub many: bool,
}

impl Frame {
    /// What stands before an article.
    pub fn before(&self, first: bool) -> Vec<u8> {
        let between = self.format.between(self.many, first);
        if first { [&self.head, between].concat() } else { between.to_vec() }
    }

    /// What stands after all. Where nothing could be read there is no head either: an empty list would look like a result.
    pub fn after(&self, tally: Tally) -> Vec<u8> {
        let close = self.format.close(self.many, tally.read == 0);
        match tally {
            Tally { read: 0, failed: 0 } => [&self.head, close].concat(),
            Tally { read: 0, .. } => Vec::new(),
            _ => close.to_vec(),
        }
    }
}
