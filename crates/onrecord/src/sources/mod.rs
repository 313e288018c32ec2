//! Step 6, [`attribute`]: quoted stretches, cues and mentions to attributions: source, cue, content.
//!
//! Each sentence is read for candidates (`verbs`, `phrases`, `noun`); these are weighed by how often their cue in their frame attributes,
//! and those that hold are kept (`select`); quoted stretches that none of them took are joined to what stands before them (`leftover`).

mod attitude;
mod begins;
mod candidate;
mod circumstances;
mod clause;
mod context;
mod cut;
#[cfg(feature = "tagger")]
mod edges;
mod ends;
mod extent;
#[cfg(feature = "tagger")]
mod features;
mod firm;
#[cfg(feature = "tagger")]
mod fuse;
#[cfg(feature = "tagger")]
mod hints;
mod idle;
mod introduction;
#[cfg(feature = "tagger")]
mod judge;
mod left;
mod leftover;
mod limits;
mod noun;
#[cfg(feature = "tagger")]
mod objections;
mod page;
mod paragraph;
mod particle;
mod phrases;
mod posts;
mod put;
mod raising;
#[cfg(feature = "tagger")]
mod refusal;
mod relay;
mod right;
#[cfg(feature = "tagger")]
mod second;
mod select;
mod signature;
mod source;
mod subject;
mod tag;
#[cfg(feature = "tagger")]
mod tagged;
mod verbs;
mod weigh;
mod who;
mod whole;

use crate::article::{Attitude, BlockKind, Occasion, QuoteKind};
use crate::input::Text;
use crate::layout::Layout;
use crate::lexer::Tokens;
use crate::mentions::Mention;
use crate::options::Options;
use crate::quotes::Stretches;
use crate::span::Span;
use candidate::Candidate;
use context::Context;
#[cfg(feature = "tagger")]
#[doc(hidden)]
pub use features::Window;
#[cfg(feature = "tagger")]
#[doc(hidden)]
pub use onrecord_tagger::Features;

/// One attribution, before it is known who the source is.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// How the words are given.
    pub kind: QuoteKind,
    /// What was said.
    pub content: Vec<Span>,
    /// The words that attribute, with their lemma.
    pub cue: Option<(Span, String)>,
    /// The phrase that names the speaker here.
    pub source: Option<Span>,
    /// The mention in `source`.
    pub mention: Option<usize>,
    /// Said, or ascribed by the writer.
    pub attitude: Attitude,
    /// "did not say"
    pub negated: bool,
    /// The attribution around it.
    pub parent: Option<usize>,
    /// The attribution that this one goes on from: its speaker is that one's.
    pub continues: Option<usize>,
    /// To whom.
    pub addressee: Option<Span>,
    /// "told CNN"
    pub outlet: Option<Span>,
    /// Where or how.
    pub occasion: Option<Occasion>,
    /// "Friday"
    pub day: Option<Span>,
    /// Indices of the stretches that its content is made of.
    pub stretches: Vec<usize>,
    /// The rule that found it, for `trace`.
    pub rule: &'static str,
    /// How sure the rule is, from 0 to 1.
    pub score: f64,
    /// What each voice says by itself.
    pub voices: Voices,
}

impl Attribution {
    /// The byte at which its words begin.
    fn start(&self) -> usize {
        self.content.first().map_or(0, |span| span.start)
    }
}

/// How sure grammar and tagger each are, from 0 to 1; `None` where one has nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Voices {
    /// That this is an attribution, by its cue and its frame.
    pub grammar: Option<f64>,
    /// That these words are a content, by their labels.
    pub tagger: Option<f64>,
}

/// Finds the attributions, in order of their content.
pub fn attribute(
    text: &Text,
    layout: &Layout,
    tokens: &Tokens,
    mentions: &[Mention],
    stretches: &Stretches,
    options: &Options,
) -> Vec<Attribution> {
    let context = Context::new(text, layout, tokens, mentions, stretches);
    let mut kept = chosen(&context, &candidates(&context), options);
    whole::settle(&context, &mut kept);
    leftover::add(&context, &mut kept);
    limits::settle(&context, &mut kept);
    relay::settle(&context, &mut kept);
    select::unsaid(&mut kept);
    cut::mark(&context, &mut kept);
    cut::join(&context, &mut kept, options.joined());
    select::arrange(kept)
}

/// The candidates that hold, with what the tagger says where it is asked.
fn chosen(context: &Context, candidates: &[Candidate], options: &Options) -> Vec<Attribution> {
    #[cfg(feature = "tagger")]
    if let Some(network) = onrecord_tagger::shipped().filter(|_| options.tagger()) {
        return fuse::best(context, network, candidates);
    }
    let _ = options;
    select::best(context, candidates)
}

/// Every attribution that the grammar sees, before weighing.
fn candidates(context: &Context) -> Vec<Candidate> {
    // A verb in each fifteen tokens or so may be a cue.
    let mut found = Vec::with_capacity(context.tokens.len() / 12);
    for sentence in 0..context.layout.sentences.len() {
        if reads(context.block_kind(sentence)) {
            verbs::candidates(context, sentence, &mut found);
            phrases::candidates(context, sentence, &mut found);
            noun::candidates(context, sentence, &mut found);
        }
    }
    found
}

/// One row of [`candidate_rows`].
#[derive(Clone, Debug)]
#[doc(hidden)]
pub struct CandidateRow {
    pub lemma: &'static str,
    pub frame: &'static str,
    pub rule: &'static str,
    pub cue: Span,
    pub source: Option<Span>,
    pub content: Vec<Span>,
    pub looks: Vec<usize>,
    pub score: f64,
}

/// The candidates before weighing, for the tool that derives the weights from annotated articles.
#[doc(hidden)]
pub fn candidate_rows(text: &Text, layout: &Layout, tokens: &Tokens, mentions: &[Mention], stretches: &Stretches) -> Vec<CandidateRow> {
    let context = Context::new(text, layout, tokens, mentions, stretches);
    let looks = |candidate: &Candidate| {
        weigh::looks(&context, candidate, select::kind(&context, &candidate.content, &select::stretches_in(&context, &candidate.content)))
    };
    let row = |candidate: Candidate| CandidateRow {
        score: weigh::probability(&looks(&candidate)),
        lemma: candidate.lemma,
        frame: candidate.frame.name(),
        rule: candidate.rule,
        cue: tokens.span(candidate.cue.clone()),
        source: candidate.source.map(|source| source.span(tokens)),
        looks: looks(&candidate),
        content: candidate.content,
    };
    candidates(&context).into_iter().map(row).collect()
}

/// One row of [`fusion_rows`].
#[cfg(feature = "tagger")]
#[derive(Clone, Debug)]
#[doc(hidden)]
pub struct FusionRow {
    pub kind: QuoteKind,
    pub rule: &'static str,
    pub cue: Option<Span>,
    pub source: Option<Span>,
    pub content: Vec<Span>,
    pub signs: Vec<i32>,
}

/// What grammar and tagger say of every candidate, for the tool that derives the weights of the fusion.
#[cfg(feature = "tagger")]
#[doc(hidden)]
pub fn fusion_rows(text: &Text, layout: &Layout, tokens: &Tokens, mentions: &[Mention], stretches: &Stretches) -> Vec<FusionRow> {
    let context = Context::new(text, layout, tokens, mentions, stretches);
    let Some(network) = onrecord_tagger::shipped() else { return Vec::new() };
    let grammar = candidates(&context);
    let tagged = tagged::Tagged::read(&context, network, &grammar);
    let seen = judge::merged(&context, &grammar, tagged.candidates(&context));
    let row = |judged: judge::Judged| {
        let joined = particle::joined(&context, judged.candidate);
        FusionRow {
            kind: judged.kind,
            rule: joined.rule,
            cue: (!joined.cue.is_empty()).then(|| tokens.span(joined.cue.clone())),
            source: joined.source.map(|source| source.span(tokens)),
            content: joined.content.clone(),
            signs: judged.signs.to_vec(),
        }
    };
    judge::all(&context, &tagged, &grammar, &seen).into_iter().map(row).collect()
}

/// What the tagger reads of an article, for the tool that writes what it is trained on.
#[cfg(feature = "tagger")]
#[doc(hidden)]
pub fn windows(text: &Text, layout: &Layout, tokens: &Tokens, mentions: &[Mention], stretches: &Stretches) -> Vec<Window> {
    let context = Context::new(text, layout, tokens, mentions, stretches);
    features::windows(&context, &hints::Hints::new(&context, &candidates(&context)))
}

/// Is a block read for attributions?
fn reads(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Title | BlockKind::Deck | BlockKind::Paragraph | BlockKind::List | BlockKind::Heading)
}
