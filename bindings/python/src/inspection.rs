//! `inspect` and `Inspection`

use crate::argument::{Text, octets};
use crate::errors::inspection;
use crate::record::{Kept, Record, Shown};
use injang::View;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

impl Shown for injang::Inspection {
    fn json(&self, view: View) -> String {
        self.to_json_in(view)
    }

    fn text(&self, view: View) -> String {
        self.text_in(view)
    }

    fn brief(&self, view: View) -> String {
        self.text_in(view)
    }

    fn outcome(&self) -> &'static str {
        ""
    }

    fn reason(&self) -> Option<&str> {
        None
    }
}

/// What is in a file, none of it judged.
#[pyclass(frozen, module = "injang", name = "Inspection")]
pub(crate) struct Inspection(Kept<injang::Inspection>);

/// Looks into a signed document, certificates, CRLs or OCSP responses.
#[pyfunction]
pub(crate) fn inspect(py: Python<'_>, document: &Bound<'_, PyAny>) -> PyResult<Inspection> {
    let octets = octets(document, "document", Text::Armor)?;
    let octets = octets.as_slice();
    let found = py.detach(|| injang::inspect(octets));
    let found = found.map_err(|error| inspection(py, error))?;
    Ok(Inspection(Kept::Live(found)))
}

#[pymethods]
impl Inspection {
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.dict(py)
    }

    #[pyo3(signature = (*, lang="en", show_subject=false))]
    fn to_json(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.0.json(py, lang, show_subject)
    }

    #[pyo3(signature = (*, lang="en", show_subject=false))]
    fn to_text(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.0.text(py, lang, show_subject)
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.0.html(py)
    }

    /// It can't change: a copy is itself.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        self.0.reduce(py, "restore_inspection")
    }

    #[expect(clippy::unused_self, reason = "nothing of it is shown")]
    fn __repr__(&self) -> &'static str {
        "<injang.Inspection>"
    }
}

/// An inspection from what was pickled.
#[pyfunction]
#[pyo3(signature = (*state))]
pub(crate) fn restore_inspection(state: &Bound<'_, PyTuple>) -> PyResult<Inspection> {
    Ok(Inspection(Kept::Record(Record::restore(state)?)))
}
