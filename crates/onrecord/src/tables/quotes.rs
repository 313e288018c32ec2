//! One row for each quote; the columns are those of the command line’s CSV but for `input` and `spans`, with lists as lists.

use super::cells::{Cell, Field, fields, list, maybe, number, text};
use super::{Kind, Scene};
use crate::article::{Quote, Speaker, WhyUnknown};

fn speaker<'a>(scene: &Scene<'a>, quote: &Quote) -> Option<&'a Speaker> {
    quote.speaker.and_then(|id| scene.article.speakers.get(id.0))
}

fn repairs<'a>(scene: &Scene<'a>, quote: &Quote) -> Cell<'a> {
    let repairs = quote.repairs.iter().filter_map(|id| scene.article.repairs.get(id.0));
    Cell::List(repairs.map(|repair| repair.kind.name()).collect())
}

fields!(Quote {
    "quote": Number, |_, it| number(it.id.0);
    "kind": Text, |_, it| text(it.kind.name());
    "attitude": Text, |_, it| text(it.attitude.name());
    "speaker": Text, |scene, it| maybe(speaker(scene, it).map(|it| &it.name));
    "speaker_id": Number, |_, it| Cell::Number(it.speaker.map(|id| id.0));
    "speaker_kind": Text, |scene, it| Cell::Text(speaker(scene, it).map(|it| it.kind.name()));
    "titles": List, |scene, it| list(speaker(scene, it).map_or(&[][..], |it| &it.titles));
    "affiliation": Text, |scene, it| maybe(speaker(scene, it).and_then(|it| it.affiliation.as_ref()));
    "country": Text, |scene, it| maybe(speaker(scene, it).and_then(|it| it.country.as_ref()));
    "source": Text, |scene, it| scene.words(it.source);
    "cue": Text, |scene, it| scene.words(it.cue.as_ref().map(|cue| cue.span));
    "cue_lemma": Text, |_, it| maybe(it.cue.as_ref().map(|cue| &cue.lemma));
    "text": Text, |_, it| text(&it.text);
    "start": Number, |scene, it| scene.place(it.span().start);
    "end": Number, |scene, it| scene.place(it.span().end);
    "addressee": Text, |_, it| maybe(it.addressee.as_ref());
    "outlet": Text, |_, it| maybe(it.outlet.as_ref());
    "occasion": Text, |_, it| Cell::Text(it.occasion.map(|it| it.kind.name()));
    "day": Text, |_, it| maybe(it.day.as_ref());
    "negated": Flag, |_, it| Cell::Flag(it.negated);
    "parent": Number, |_, it| Cell::Number(it.parent.map(|id| id.0));
    "continues": Number, |_, it| Cell::Number(it.continues.map(|id| id.0));
    "topics": List, |_, it| list(&it.topics);
    "confidence": Share, |_, it| Cell::Share(it.confidence);
    "why_unknown": Text, |_, it| Cell::Text(it.why_unknown.map(WhyUnknown::name));
    "repairs": List, |scene, it| repairs(scene, it);
});
