//! [`record!`]: a frozen, hashable class that is nothing but its fields, and the types that such fields have.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// Declares a record: the struct, a getter for each field, a constructor in the order of the fields, `repr`, `==`, `hash`, `to_dict`,
/// pickling and patterns of `match`, and what more methods it has.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? } $(with { $($more:item)* })?) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, ord, hash, get_all, from_py_object, module = "onrecord")]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name { $($(#[$doc])* pub(crate) $field: $type),+ }

        #[pymethods]
        impl $name {
            #[new]
            #[allow(clippy::too_many_arguments)]
            fn new($($field: $type),+) -> Self {
                Self { $($field),+ }
            }

            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                PyTuple::new(py, [$(stringify!($field)),+])
            }

            fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                PyTuple::new(py, [$(self.$field.clone().into_bound_py_any(py)?),+])
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                $crate::value::repr(stringify!($name), [$(stringify!($field)),+], &self.__getnewargs__(py)?)
            }

            /// The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
            /// `Article.to_dict`.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                $crate::value::dict([$(stringify!($field)),+], &self.__getnewargs__(py)?)
            }

            $($($more)*)?
        }
    };
}

pub(crate) use record;

/// "Span(start=3, end=7)".
pub(crate) fn repr<const N: usize>(class: &str, names: [&str; N], values: &Bound<'_, PyTuple>) -> PyResult<String> {
    let field = |(name, value): (&str, Bound<'_, PyAny>)| Ok(format!("{name}={}", value.repr()?));
    let fields = names.into_iter().zip(values.iter()).map(field).collect::<PyResult<Vec<_>>>()?;
    Ok(format!("{class}({})", fields.join(", ")))
}

/// {"start": 3, "end": 7, "lemma": "say"}: in the wire format, a record has the fields of its span.
pub(crate) fn dict<'py, const N: usize>(names: [&str; N], values: &Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(values.py());
    for (name, value) in names.into_iter().zip(values.iter()) {
        match name {
            "span" => dict.update(plain(&value)?.cast()?)?,
            _ => dict.set_item(name, plain(&value)?)?,
        }
    }
    Ok(dict)
}

/// A value of a field without records and tuples.
fn plain<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(many) = value.cast::<PyTuple>() {
        let items = many.iter().map(|item| plain(&item)).collect::<PyResult<Vec<_>>>()?;
        return Ok(PyList::new(value.py(), items)?.into_any());
    }
    if value.hasattr("to_dict")? { value.call_method0("to_dict") } else { Ok(value.clone()) }
}

/// A list that nobody can change: a tuple in Python.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Many<T>(pub Vec<T>);

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Many<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

impl<'a, 'py, T> FromPyObject<'a, 'py> for Many<T>
where
    T: for<'b> FromPyObject<'b, 'py>,
{
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        value.try_iter()?.map(|item| item?.extract().map_err(Into::into)).collect::<PyResult<_>>().map(Self)
    }
}

/// A number from 0 to 1; finite, so that it can be compared and hashed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Share(pub f64);

impl Eq for Share {}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Share {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl<'py> IntoPyObject<'py> for Share {
    type Target = pyo3::types::PyFloat;
    type Output = Bound<'py, Self::Target>;
    type Error = std::convert::Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        self.0.into_pyobject(py)
    }
}

impl<'py> FromPyObject<'_, 'py> for Share {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        value.extract().map(Self)
    }
}
