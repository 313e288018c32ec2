//! Step 8, [`rank`]: what the article and each quote is about.

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
pub fn rank(_text: &Text, _layout: &Layout, attributions: &[Attribution], _options: &Options) -> Topics {
    Topics { article: Vec::new(), quotes: vec![Vec::new(); attributions.len()] }
}
