//! The promises of the command line, each tried on the built binary.

mod formats;
mod inputs;
mod others;
mod problems;
mod streams;
mod support;
mod topics;
