//! Cue verbs and phrases (`cues.tsv`): lemma, attitude, and how often each frame is an attribution.

use crate::article::Attitude;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What stands around a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Frame {
    /// "said that the talks failed"
    That,
    /// "asked whether …", "explained how …"
    Wh,
    /// "said the talks failed"
    Clause,
    /// "promised to talk"
    To,
    /// "rejected the offer"
    Object,
    /// "called for talks", "warned of a crisis"
    Prep,
    /// "said “…", "called it “…”"
    Quote,
    /// "said: …"
    Colon,
    /// "The talks failed, officials said"
    After,
    /// "The talks failed, said officials"
    Inverted,
    /// "condemned by officials as …", "blamed by"
    PassiveBy,
    /// "saying that …": a participle with a clause or object
    Adverbial,
    /// "asked Putin to leave"
    ObjectTo,
    /// "is expected to talk", "was asked whether": passive without "by"
    Passive,
    /// "to say that …", "declined to say"
    Infinitive,
}

impl Frame {
    /// All, in the order of their weights in the file.
    pub const ALL: [Self; 15] = [
        Self::That,
        Self::Wh,
        Self::Clause,
        Self::To,
        Self::Object,
        Self::Prep,
        Self::Quote,
        Self::Colon,
        Self::After,
        Self::Inverted,
        Self::PassiveBy,
        Self::Adverbial,
        Self::ObjectTo,
        Self::Passive,
        Self::Infinitive,
    ];

    /// Its name in the file and in traces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::That => "that",
            Self::Wh => "wh",
            Self::Clause => "clause",
            Self::To => "to",
            Self::Object => "object",
            Self::Prep => "prep",
            Self::Quote => "quote",
            Self::Colon => "colon",
            Self::After => "after",
            Self::Inverted => "inverted",
            Self::PassiveBy => "passive-by",
            Self::Adverbial => "adverbial",
            Self::ObjectTo => "object-to",
            Self::Passive => "passive",
            Self::Infinitive => "infinitive",
        }
    }
}

/// A cue verb.
#[derive(Clone, Debug)]
pub struct CueVerb {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// What it says about the content.
    pub attitude: Attitude,
    weights: [u8; Frame::ALL.len()],
}

impl CueVerb {
    /// How often the verb in this frame is an attribution, from 0 to 1.
    pub fn weight(&self, frame: Frame) -> f64 {
        f64::from(self.hundredths(frame)) / 100.0
    }

    /// The same in whole tenths.
    pub fn tenths(&self, frame: Frame) -> usize {
        usize::from(self.hundredths(frame) / 10)
    }

    fn hundredths(&self, frame: Frame) -> u8 {
        self.weights.get(frame as usize).copied().unwrap_or(0)
    }
}

static CUES: LazyLock<FxHashMap<&'static str, CueVerb>> = LazyLock::new(|| {
    let mut rows = include_str!("cues.tsv").lines().filter(|line| !line.starts_with('#'));
    // The first row has what is left out in the others.
    let usual: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
    rows.filter_map(|row| parse_row(row, &usual)).map(|cue| (cue.lemma, cue)).collect()
});

fn parse_row(row: &'static str, usual: &[&'static str]) -> Option<CueVerb> {
    let mut fields = row.split('\t').zip(usual).enumerate().map(|(i, (own, usual))| if i > 0 && own.is_empty() { *usual } else { own });
    let lemma = fields.next()?;
    let attitude = match fields.next()? {
        "thought" => Attitude::Thought,
        "wanted" => Attitude::Wanted,
        "felt" => Attitude::Felt,
        _ => Attitude::Said,
    };
    let mut weights = [0; Frame::ALL.len()];
    for slot in &mut weights {
        *slot = fields.next()?.parse().ok()?;
    }
    Some(CueVerb { lemma, attitude, weights })
}

/// The cue verb with this lemma; nothing for a word that has none.
pub fn listed(lemma: &str) -> Option<&'static CueVerb> {
    find(lemma).filter(|cue| !cue.lemma.is_empty())
}

/// The cue verb with this lemma; for the empty one, what holds of verbs that the word list lacks.
pub fn find(lemma: &str) -> Option<&'static CueVerb> {
    CUES.get(lemma)
}
