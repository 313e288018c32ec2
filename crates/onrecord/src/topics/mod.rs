//! Step 8, [`rank`]: what the article and each quote is about.
//!
//! A topic is a list of weighted phrases; all phrases of a [`TopicSet`] are matched in one pass over the text, at the borders of words.
//! They are written like this:
//!
//! | written | stands for |
//! |---|---|
//! | `climate change` | the words, in any case; a space is a space, a hyphen or a dash in the text |
//! | `hack*` | the word and all that begin so: hack, hacked, hackers |
//! | `(arms\|weapons) control` | one or the other |
//! | `(the)?` | with or without |
//! | `interfer* .. elections` | up to three words between |
//! | `Turkey`, `WHO` | ask for a capital, or for capitals throughout, in the text |

mod builtin;
#[cfg(feature = "serde")]
mod file;
mod hits;
mod letters;
mod pattern;
mod score;
mod set;
#[cfg(test)]
mod tests;
mod trie;

pub use set::{TopicDef, TopicSet};

use crate::article::Topic;
use crate::input::Text;
use crate::layout::Layout;
use crate::options::Options;
use crate::sources::Attribution;

/// The topics of an article and of its quotes.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    /// Of the article, best first.
    pub article: Vec<Topic>,
    /// Of each attribution, topic ids, best first.
    pub quotes: Vec<Vec<String>>,
}

/// Ranks topics by their weighted phrases.
pub fn rank(text: &Text, layout: &Layout, attributions: &[Attribution], options: &Options) -> Topics {
    let set = options.topics();
    let hits = hits::find(text.as_str(), layout, set);
    Topics {
        article: score::article(text.as_str(), layout, attributions, &hits, set),
        quotes: attributions.iter().map(|attribution| score::quote(layout, attribution, &hits, set)).collect(),
    }
}
