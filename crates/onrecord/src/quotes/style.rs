//! The habits of a document: which marks it uses for what.

use crate::input::{Level, Mark, Side};

/// Marks of one shape on both sides need this many before they count as a habit rather than damage.
const HABIT: usize = 6;

/// The habits of a document.
// Four yes-or-no answers that do not depend on one another.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// ”We go,” (Swedish): one curly shape on both sides.
    one_double: bool,
    /// „We go,“ (German): the opening shape of English closes.
    low_double: bool,
    /// »We go,« (German, Danish)
    angles_inward: bool,
    /// ‘We go,’ (British): single marks outside.
    pub single_outside: bool,
}

impl Style {
    /// Counts the marks of a document.
    pub fn of(text: &str, marks: &[Mark]) -> Self {
        let count = |level, side| marks.iter().filter(|mark| mark.level == level && mark.side == side).count();
        let (open, close) = (count(Level::Double, Side::Open), count(Level::Double, Side::Close));
        let of_level = |level| marks.iter().filter(|mark| mark.level == level).count();
        let inward = |mark: &Mark| mark.side == Side::Close && mark.space_before && !mark.space_after;
        let low_double = close == 0 && marks.iter().any(|mark| is_low(text, mark));
        Self {
            one_double: !low_double && open.min(close) == 0 && open.max(close) >= HABIT,
            low_double,
            angles_inward: marks.iter().find(|mark| mark.level == Level::Angle).is_some_and(inward),
            single_outside: of_level(Level::Single) > of_level(Level::Double),
        }
    }

    /// The side that the shape of a mark means in this document.
    pub fn side(self, text: &str, mark: &Mark) -> Side {
        match (mark.level, mark.side) {
            (Level::Double, Side::Open) if self.low_double && !is_low(text, mark) => Side::Close,
            (Level::Double, _) if self.one_double => Side::Straight,
            (Level::Angle, Side::Open) if self.angles_inward => Side::Close,
            (Level::Angle, Side::Close) if self.angles_inward => Side::Open,
            (_, side) => side,
        }
    }
}

fn is_low(text: &str, mark: &Mark) -> bool {
    mark.span.of(text) == "„"
}
