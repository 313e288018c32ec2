//! [`record!`]: a frozen, hashable class that is nothing but its fields, and the types that such fields have.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

/// Declares a record: the struct, a getter for each field, a constructor in the order of the fields, `repr`, `==`, `hash`, pickling and
/// patterns of `match`.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, hash, get_all, from_py_object, module = "onrecord")]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// A list that nobody can change: a tuple in Python.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
