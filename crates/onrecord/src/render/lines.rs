//! [`Lines`]: which line of a text a byte is in.

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Of a text.
    pub fn of(text: &str) -> Self {
        Self { starts: memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect() }
    }

    /// The line of a byte, counted from 1.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) + 1
    }
}
