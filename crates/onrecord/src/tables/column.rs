//! [`Values`]: the values of one column, laid out so that Arrow and its like can take them over whole.

use super::Cell;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Strings.
    Text,
    /// Lists of strings.
    List,
    /// Whole numbers.
    Number,
    /// Numbers from 0 to 1.
    Share,
    /// True or false.
    Flag,
}

/// The values of a column; only texts and numbers can be missing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Values {
    /// Strings.
    Text(Texts),
    /// Lists of strings: all strings one after the other, and where the list of each row ends among them.
    List(Texts, Vec<usize>),
    /// Whole numbers.
    Number(Vec<Option<i64>>),
    /// Numbers from 0 to 1.
    Share(Vec<f64>),
    /// True or false.
    Flag(Vec<bool>),
}

impl Values {
    pub(super) fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(Texts::default()),
            Kind::List => Self::List(Texts::default(), Vec::new()),
            Kind::Number => Self::Number(Vec::new()),
            Kind::Share => Self::Share(Vec::new()),
            Kind::Flag => Self::Flag(Vec::new()),
        }
    }

    /// What the column holds.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::List(..) => Kind::List,
            Self::Number(_) => Kind::Number,
            Self::Share(_) => Kind::Share,
            Self::Flag(_) => Kind::Flag,
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Text(texts) => texts.len(),
            Self::List(_, ends) => ends.len(),
            Self::Number(numbers) => numbers.len(),
            Self::Share(shares) => shares.len(),
            Self::Flag(flags) => flags.len(),
        }
    }

    /// Has it no rows?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The fields of a table are declared with the kind of their cells; a cell of another kind would be a missing value.
    pub(super) fn push(&mut self, cell: &Cell) {
        match (self, cell) {
            (Self::Text(texts), Cell::Text(text)) => texts.push(*text),
            (Self::List(texts, ends), Cell::List(items)) => {
                for item in items {
                    texts.push(Some(item));
                }
                ends.push(texts.len());
            }
            (Self::Number(numbers), Cell::Number(number)) => numbers.push(number.and_then(|it| i64::try_from(it).ok())),
            (Self::Share(shares), Cell::Share(share)) => shares.push(*share),
            (Self::Flag(flags), Cell::Flag(flag)) => flags.push(*flag),
            (values, _) => debug_assert!(false, "a cell of another kind than {:?}", values.kind()),
        }
    }
}

/// Strings one after the other, and where each ends.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Texts {
    data: String,
    ends: Vec<usize>,
    present: Vec<bool>,
}

impl Texts {
    fn push(&mut self, text: Option<&str>) {
        self.data.push_str(text.unwrap_or_default());
        self.ends.push(self.data.len());
        self.present.push(text.is_some());
    }

    /// How many there are, missing ones included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string of a row; `None` where it is missing.
    pub fn get(&self, row: usize) -> Option<&str> {
        let start = row.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let present = self.present.get(row).copied().unwrap_or(false);
        self.data.get(start..*self.ends.get(row)?).filter(|_| present)
    }

    /// The strings in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        (0..self.len()).map(|row| self.get(row))
    }
}
