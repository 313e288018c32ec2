//! One row for each speaker.

use super::cells::{Cell, Field, fields, list, maybe, number, text};
use super::{Kind, Scene};
use crate::article::{Attitude, QuoteKind, Speaker};

/// How many quotes of the speaker were put into words: what whoever counts voices takes.
fn said(scene: &Scene, speaker: &Speaker) -> usize {
    let quotes = speaker.quotes.iter().filter_map(|id| scene.article.quotes.get(id.0));
    quotes.filter(|quote| quote.attitude == Attitude::Said && quote.kind != QuoteKind::Scare).count()
}

fields!(Speaker {
    "speaker_id": Number, |_, it| number(it.id.0);
    "speaker": Text, |_, it| text(&it.name);
    "speaker_kind": Text, |_, it| text(it.kind.name());
    "aliases": List, |_, it| list(&it.aliases);
    "titles": List, |_, it| list(&it.titles);
    "affiliation": Text, |_, it| maybe(it.affiliation.as_ref());
    "country": Text, |_, it| maybe(it.country.as_ref());
    "mentions": Number, |_, it| number(it.mentions.len());
    "quotes": Number, |_, it| number(it.quotes.len());
    "said": Number, |scene, it| number(said(scene, it));
    "descriptions": List, |scene, it| scene.list(&it.descriptions);
    "anonymous": Flag, |_, it| Cell::Flag(it.anonymity.is_some_and(|it| it.granted));
    "anonymity_reason": Text, |scene, it| scene.words(it.anonymity.and_then(|it| it.reason));
});
