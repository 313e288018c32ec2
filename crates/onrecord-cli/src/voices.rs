//! What `parse` and `trace` ask of the reading of quotations.

use onrecord::Options;

/// The flags.
#[derive(clap::Args)]
pub struct Voices {
    /// Grammar alone, without the small neural network: about ten times as fast, finds less of what is reported without quotation marks
    #[arg(long)]
    no_tagger: bool,
    /// Give a quotation that its own tag cuts, “A,” she said. “B.”, as one quote instead of two
    #[arg(long)]
    joined: bool,
}

impl Voices {
    /// The options with these.
    pub fn chosen(&self, options: Options) -> Options {
        options.with_tagger(!self.no_tagger).with_joined(self.joined)
    }
}
