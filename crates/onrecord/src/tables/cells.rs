//! [`Field`]: a column as it is declared, and [`Cell`]: what it reads from a record.

use super::{Kind, Scene};
use crate::span::Span;

/// A column: its name, what it holds, and how that is read from a record.
pub(super) struct Field<R> {
    pub name: &'static str,
    pub kind: Kind,
    pub read: for<'a> fn(&Scene<'a>, &'a R) -> Cell<'a>,
}

/// One value.
pub(super) enum Cell<'a> {
    Text(Option<&'a str>),
    List(Vec<&'a str>),
    Number(Option<usize>),
    Share(f64),
    Flag(bool),
}

pub(super) fn text(text: &str) -> Cell<'_> {
    Cell::Text(Some(text))
}

pub(super) fn maybe(text: Option<&String>) -> Cell<'_> {
    Cell::Text(text.map(String::as_str))
}

pub(super) fn list(items: &[String]) -> Cell<'_> {
    Cell::List(items.iter().map(String::as_str).collect())
}

pub(super) fn number(number: usize) -> Cell<'static> {
    Cell::Number(Some(number))
}

impl<'a> Scene<'a> {
    pub(super) fn words(&self, span: Option<Span>) -> Cell<'a> {
        Cell::Text(span.map(|span| span.of(self.text)))
    }

    pub(super) fn list(&self, spans: &[Span]) -> Cell<'a> {
        Cell::List(spans.iter().map(|span| span.of(self.text)).collect())
    }

    pub(super) fn place(&self, byte: usize) -> Cell<'a> {
        number(self.map.from_byte(byte))
    }
}

/// Declares the fields of a table, one a line: `name: Kind, |scene, record| cell`.
macro_rules! fields {
    ($record:ty { $($name:literal: $kind:ident, |$scene:pat_param, $it:pat_param| $read:expr;)+ }) => {
        pub(super) const FIELDS: &[Field<$record>] = &[
            Field { name: "row", kind: Kind::Number, read: |scene, _| number(scene.row) },
            Field { name: "article", kind: Kind::Text, read: |scene, _| maybe(scene.article.id.as_ref()) },
            $(Field { name: $name, kind: Kind::$kind, read: |$scene, $it| $read }),+
        ];
    };
}

pub(super) use fields;
