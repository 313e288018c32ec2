//! From what the steps made, in clean offsets, to the [`Article`], in offsets of the caller's text.

use crate::article::{Article, Cue, Occasion, Quote, QuoteId, Repair, RepairId, Speaker, SpeakerId};
use crate::input::Fault;
use crate::options::Options;
use crate::pipeline::Trace;
use crate::span::Span;

/// Puts the article together.
pub fn article(trace: &Trace, options: &Options) -> Article {
    let raw = |span: Span| trace.text.to_raw(span);
    let mut article = Article {
        title: trace.layout.title.map(raw),
        dateline: trace.layout.dateline.clone().map(|mut line| {
            line.span = raw(line.span);
            line
        }),
        bylines: trace.layout.bylines.clone(),
        published: trace.layout.published.clone(),
        blocks: trace.layout.blocks.clone(),
        topics: trace.topics.article.clone(),
        ..Article::default()
    };
    article.bylines.iter_mut().for_each(|byline| byline.span = raw(byline.span));
    article.blocks.iter_mut().for_each(|block| block.span = raw(block.span));
    for topic in &mut article.topics {
        topic.score = rounded(topic.score);
        topic.evidence.iter_mut().for_each(|span| *span = raw(*span));
    }
    article.repairs = repairs(trace);
    article.quotes = (0..trace.attributions.len()).filter_map(|i| quote(trace, i)).collect();
    article.speakers = speakers(trace);
    keep_confident(&mut article, options.min_confidence());
    article
}

/// Four decimals say all that a probability or a share can, and are the same in Rust and in the wire format.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

fn repairs(trace: &Trace) -> Vec<Repair> {
    let faults = trace.text.repairs.iter().chain(&trace.layout.repairs).chain(&trace.stretches.repairs);
    let make = |(i, fault): (usize, &Fault)| Repair {
        id: RepairId(i),
        kind: fault.kind,
        span: trace.text.to_raw(fault.span),
        note: fault.note.clone(),
    };
    faults.enumerate().map(make).collect()
}

fn quote(trace: &Trace, i: usize) -> Option<Quote> {
    let raw = |span: Span| trace.text.to_raw(span);
    let printed = |span: Span| trace.text.slice(span).to_owned();
    let found = trace.attributions.get(i)?;
    let (speaker, certainty) = *trace.speakers.of.get(i)?;
    let content: Vec<Span> = found.content.iter().map(|span| raw(*span)).collect();
    let text = content.iter().map(|span| span.of(trace.text.raw)).collect::<Vec<_>>().join(" ");
    Some(Quote {
        id: QuoteId(i),
        kind: found.kind,
        content,
        text,
        cue: found.cue.as_ref().map(|(span, lemma)| Cue { span: raw(*span), lemma: lemma.clone() }),
        source: found.source.map(raw),
        speaker: speaker.ok().map(SpeakerId),
        why_unknown: speaker.err(),
        addressee: found.addressee.map(printed),
        outlet: found.outlet.map(printed),
        day: found.day.map(printed),
        occasion: found.occasion.map(|occasion| Occasion { span: raw(occasion.span), ..occasion }),
        attitude: found.attitude,
        negated: found.negated,
        parent: found.parent.map(QuoteId),
        continues: found.continues.map(QuoteId),
        topics: trace.topics.quotes.get(i).cloned().unwrap_or_default(),
        confidence: rounded((found.score * certainty).clamp(0.0, 1.0)),
        repairs: touching(trace, &found.stretches),
    })
}

/// The repairs of the stretches that a quote is made of, as ids of the article.
fn touching(trace: &Trace, stretches: &[usize]) -> Vec<RepairId> {
    let before = trace.text.repairs.len() + trace.layout.repairs.len();
    let of = |i: &usize| trace.stretches.items.get(*i).map_or(&[][..], |stretch| &stretch.repairs);
    stretches.iter().flat_map(of).map(|repair| RepairId(before + repair)).collect()
}

fn speakers(trace: &Trace) -> Vec<Speaker> {
    let raw = |span: &Span| trace.text.to_raw(*span);
    let make = |(i, (entity, quotes)): (usize, (&crate::speakers::Entity, Vec<QuoteId>))| Speaker {
        id: SpeakerId(i),
        name: entity.name.clone(),
        kind: entity.kind,
        aliases: entity.aliases.clone(),
        titles: entity.titles.clone(),
        affiliation: entity.affiliation.clone(),
        country: entity.country.map(str::to_owned),
        mentions: entity.mentions.iter().map(raw).collect(),
        quotes,
        descriptions: entity.descriptions.iter().map(raw).collect(),
        anonymity: entity.anonymity.map(|mut anonymity| {
            anonymity.reason = anonymity.reason.as_ref().map(raw);
            anonymity
        }),
    };
    trace.speakers.entities.iter().zip(quotes_of(trace)).enumerate().map(make).collect()
}

/// The quotes of each entity.
fn quotes_of(trace: &Trace) -> Vec<Vec<QuoteId>> {
    let mut quotes = vec![Vec::new(); trace.speakers.entities.len()];
    for (i, (of, _)) in trace.speakers.of.iter().enumerate() {
        if let Some(own) = of.ok().and_then(|entity| quotes.get_mut(entity)) {
            own.push(QuoteId(i));
        }
    }
    quotes
}

/// Drops quotes below the caller's confidence and renumbers what is left.
fn keep_confident(article: &mut Article, min: f64) {
    if min <= 0.0 {
        return;
    }
    let mut next = 0;
    let renumber: Vec<Option<QuoteId>> = article
        .quotes
        .iter()
        .map(|quote| {
            (quote.confidence >= min).then(|| {
                next += 1;
                QuoteId(next - 1)
            })
        })
        .collect();
    let new = |id: QuoteId| renumber.get(id.0).copied().flatten();
    article.quotes.retain(|quote| quote.confidence >= min);
    for quote in &mut article.quotes {
        quote.id = new(quote.id).unwrap_or(quote.id);
        quote.parent = quote.parent.and_then(new);
        quote.continues = quote.continues.and_then(new);
    }
    for speaker in &mut article.speakers {
        speaker.quotes = speaker.quotes.iter().copied().filter_map(new).collect();
    }
}
