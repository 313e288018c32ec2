//! Columns of texts and of ids, in every form that engines give them.

use crate::errors::TableError;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Decimal32Type, Decimal64Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray};
use arrow_schema::DataType;
use pyo3::prelude::*;

/// A column of texts as bytes: a producer may promise UTF-8 and not keep it, so that every text is checked when it is read.
pub(super) enum Texts {
    Short(BinaryArray),
    Long(LargeBinaryArray),
    View(BinaryViewArray),
    /// A category: the place of each row's text among the texts.
    Coded(Places, Box<Texts>),
    Null,
}

/// Which of the values of a category a row has.
type Places = Vec<Option<usize>>;

impl Texts {
    pub(super) fn new(name: &str, column: &ArrayRef) -> PyResult<Self> {
        Self::read(column).ok_or_else(|| TableError::new_err(format!("column {name:?}: expected texts, found {}", column.data_type())))
    }

    fn read(column: &ArrayRef) -> Option<Self> {
        match column.data_type() {
            DataType::Utf8 => Some(Self::Short(column.as_string::<i32>().clone().into())),
            DataType::LargeUtf8 => Some(Self::Long(column.as_string::<i64>().clone().into())),
            DataType::Utf8View => Some(Self::View(column.as_string_view().clone().to_binary_view())),
            DataType::Binary => Some(Self::Short(column.as_binary::<i32>().clone())),
            DataType::LargeBinary => Some(Self::Long(column.as_binary::<i64>().clone())),
            DataType::BinaryView => Some(Self::View(column.as_binary_view().clone())),
            DataType::Dictionary(..) => {
                let (places, values) = coded(column);
                Self::read(&values).map(|texts| Self::Coded(places, Box::new(texts)))
            }
            DataType::Null => Some(Self::Null),
            _ => None,
        }
    }

    fn bytes(&self, row: usize) -> Option<&[u8]> {
        match self {
            Self::Short(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Long(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::View(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Coded(places, texts) => texts.bytes(place(places, row)?),
            Self::Null => None,
        }
    }

    /// The text of a row, or why there is none.
    pub(super) fn get(&self, row: usize) -> Result<&str, String> {
        let bytes = self.bytes(row).ok_or("there is no text: the value is null")?;
        std::str::from_utf8(bytes).map_err(|error| format!("the text is not UTF-8: {error}"))
    }
}

/// A column of ids: texts or whole numbers.
pub(super) enum Ids {
    Texts(Texts),
    Numbers(Vec<Option<i128>>),
    /// A category of whole numbers.
    Coded(Places, Vec<Option<i128>>),
    None,
}

impl Ids {
    pub(super) fn new(name: &str, column: &ArrayRef) -> PyResult<Self> {
        let wrong = || TableError::new_err(format!("column {name:?}: expected texts or whole numbers, found {}", column.data_type()));
        let coded = || matches!(column.data_type(), DataType::Dictionary(..)).then(|| coded(column));
        let numbers = numbers(column).map(Self::Numbers);
        let numbers = numbers.or_else(|| coded().and_then(|(places, values)| Some(Self::Coded(places, self::numbers(&values)?))));
        numbers.or_else(|| Texts::read(column).map(Self::Texts)).ok_or_else(wrong)
    }

    pub(super) fn get(&self, row: usize) -> Option<String> {
        match self {
            Self::Texts(texts) => texts.bytes(row).map(|id| String::from_utf8_lossy(id).into_owned()),
            Self::Numbers(numbers) => numbers.get(row).copied().flatten().map(|id| id.to_string()),
            Self::Coded(places, numbers) => numbers.get(place(places, row)?).copied().flatten().map(|id| id.to_string()),
            Self::None => None,
        }
    }
}

/// What a category is made of: the place of each row's value, and the values.
fn coded(column: &ArrayRef) -> (Places, ArrayRef) {
    let column = column.as_any_dictionary();
    // Without values, all rows are null, and there are no places to ask for.
    let places = if column.values().is_empty() { Vec::new() } else { column.normalized_keys() };
    let places = places.into_iter().enumerate().map(|(row, place)| column.keys().is_valid(row).then_some(place)).collect();
    (places, column.values().clone())
}

fn place(places: &Places, row: usize) -> Option<usize> {
    places.get(row).copied().flatten()
}

/// Whole numbers of every width; a decimal without places behind the point is one (DuckDB sums to such).
fn numbers(column: &ArrayRef) -> Option<Vec<Option<i128>>> {
    macro_rules! either {
        ($($kind:pat => $type:ty),+ $(,)?) => {
            match column.data_type() {
                $($kind => Some(column.as_primitive::<$type>().iter().map(|id| id.map(Into::into)).collect()),)+
                _ => None,
            }
        };
    }
    either!(
        DataType::Int8 => Int8Type, DataType::Int16 => Int16Type, DataType::Int32 => Int32Type, DataType::Int64 => Int64Type,
        DataType::UInt8 => UInt8Type, DataType::UInt16 => UInt16Type, DataType::UInt32 => UInt32Type, DataType::UInt64 => UInt64Type,
        DataType::Decimal32(_, 0) => Decimal32Type, DataType::Decimal64(_, 0) => Decimal64Type, DataType::Decimal128(_, 0) => Decimal128Type,
    )
}
