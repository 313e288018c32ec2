//! What the tests share: the suite's cases and the runner for them.
