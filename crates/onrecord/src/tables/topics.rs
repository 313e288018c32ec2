//! One row for each topic of an article.

use super::Kind;
use super::cells::{Cell, Field, fields, maybe, number, text};
use crate::article::Topic;

fields!(Topic {
    "topic": Text, |_, it| text(&it.id);
    "facet": Text, |_, it| text(it.facet.name());
    "label": Text, |_, it| text(&it.label);
    "score": Share, |_, it| Cell::Share(it.score);
    "iptc": Text, |_, it| maybe(it.iptc.as_ref());
    "wikidata": Text, |_, it| maybe(it.wikidata.as_ref());
    "evidence": List, |scene, it| scene.list(&it.evidence);
});
