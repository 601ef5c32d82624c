//! The exceptions of the package, which are written in Python (`injang._errors`).

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use std::fmt::Display;

static ARGUMENT: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static MATERIAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static INSPECTION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static VERIFICATION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static BATCH: PyOnceLock<Py<PyType>> = PyOnceLock::new();

fn class<'py>(
    py: Python<'py>,
    cell: &'static PyOnceLock<Py<PyType>>,
    name: &str,
) -> PyResult<&'py Bound<'py, PyType>> {
    cell.import(py, "injang._errors", name)
}

fn made(py: Python<'_>, cell: &'static PyOnceLock<Py<PyType>>, name: &str, text: String) -> PyErr {
    match class(py, cell, name) {
        Ok(class) => PyErr::from_type(class.clone(), (text,)),
        Err(error) => error,
    }
}

/// An argument whose value can't be used, named.
pub(crate) fn argument(py: Python<'_>, name: &str, what: impl Display) -> PyErr {
    made(py, &ARGUMENT, "ArgumentError", format!("{name}: {what}"))
}

/// Certificates, CRLs or OCSP responses that can't be read.
pub(crate) fn material(py: Python<'_>, name: &str, what: impl Display) -> PyErr {
    made(py, &MATERIAL, "MaterialError", format!("{name}: {what}"))
}

/// Octets in which nothing is found that is known.
pub(crate) fn inspection(py: Python<'_>, what: impl Display) -> PyErr {
    made(
        py,
        &INSPECTION,
        "InspectionError",
        format!("document: {what}"),
    )
}

/// A table that can't be judged.
pub(crate) fn batch(py: Python<'_>, what: impl Display) -> PyErr {
    made(py, &BATCH, "BatchError", format!("table: {what}"))
}

/// A document that is not accepted, with its report.
pub(crate) fn verification(py: Python<'_>, report: Bound<'_, PyAny>) -> PyErr {
    match class(py, &VERIFICATION, "VerificationError") {
        Ok(class) => PyErr::from_type(class.clone(), (report.unbind(),)),
        Err(error) => error,
    }
}

/// An argument of a type that can't be used, named.
pub(crate) fn wrong_type(name: &str, takes: &str, given: &Bound<'_, PyAny>) -> PyErr {
    let given = given.get_type();
    let given = given
        .name()
        .map_or_else(|_| "?".to_owned(), |it| it.to_string());
    pyo3::exceptions::PyTypeError::new_err(format!("{name}: takes {takes}, not {given}"))
}
