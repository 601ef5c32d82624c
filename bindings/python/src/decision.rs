//! `Decision`

use crate::record::{Kept, Record, Shown};
use crate::report::{Report, no_truth};
use injang::View;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

impl Shown for injang::Decision {
    fn json(&self, view: View) -> String {
        self.to_json_in(view)
    }

    fn text(&self, view: View) -> String {
        self.text_in(view)
    }

    fn brief(&self, view: View) -> String {
        self.brief_in(view)
    }

    fn outcome(&self) -> &'static str {
        self.acceptance().name()
    }

    fn reason(&self) -> Option<&str> {
        let first = self.details().next()?.reasons.first()?;
        Some(first.code.name())
    }
}

/// What was decided over a provider's answer.
#[pyclass(frozen, module = "injang", name = "Decision")]
pub(crate) struct Decision {
    kept: Kept<injang::Decision>,
    /// What each answer says, in Python values.
    dict: PyOnceLock<Py<PyAny>>,
}

impl Decision {
    pub(crate) const fn of(decision: injang::Decision) -> Self {
        Self {
            kept: Kept::Live(decision),
            dict: PyOnceLock::new(),
        }
    }

    fn member<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let first = || {
            let dict = self.kept.dict(py)?;
            let one = py.import("injang._values")?.getattr("one_answer")?;
            Ok::<_, PyErr>(one.call1((dict,))?.unbind())
        };
        self.dict
            .get_or_try_init(py, first)?
            .bind(py)
            .get_item(name)
    }

    fn values<'py>(&self, py: Python<'py>, make: &str, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let make = py.import("injang._values")?.getattr(make)?;
        make.call1((self.member(py, name)?,))
    }
}

#[pymethods]
impl Decision {
    #[getter]
    fn decision<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match &self.kept {
            Kept::Live(decision) => Ok(decision.verdict().name().into_pyobject(py)?.into_any()),
            Kept::Record(_) => self.member(py, "decision"),
        }
    }

    #[getter]
    fn outcome(&self) -> &str {
        self.kept.outcome()
    }

    #[getter]
    fn is_accepted(&self) -> bool {
        self.kept.outcome() == "accepted"
    }

    #[getter]
    fn provider<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "provider")
    }

    #[getter]
    fn product<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "product")
    }

    #[getter]
    fn environment<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "environment")
    }

    #[getter]
    fn reasons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "decision_findings", "reasons")
    }

    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "decision_findings", "notes")
    }

    #[getter]
    fn identity<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let copy = py.import("copy")?.getattr("deepcopy")?;
        copy.call1((self.member(py, "identity")?,))
    }

    /// The report on each signed document; none after it was pickled, where `to_dict` has them.
    #[getter]
    fn documents<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let reports = match &self.kept {
            Kept::Live(decision) => decision.reports(0),
            Kept::Record(_) => Vec::new(),
        };
        let reports = reports.into_iter().map(|it| Bound::new(py, Report::of(it)));
        PyTuple::new(py, reports.collect::<PyResult<Vec<_>>>()?)
    }

    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.kept.dict(py)
    }

    #[pyo3(signature = (*, lang="en", show_subject=false))]
    fn to_json(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.kept.json(py, lang, show_subject)
    }

    #[pyo3(signature = (*, lang="en", show_subject=false))]
    fn to_text(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.kept.text(py, lang, show_subject)
    }

    #[pyo3(signature = (*, lang="en", show_subject=false))]
    fn to_brief(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.kept.brief(py, lang, show_subject)
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.kept.html(py)
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
        self.kept.reduce(py, "restore_decision")
    }

    #[expect(clippy::unused_self, reason = "whatever it is")]
    fn __bool__(&self) -> PyResult<bool> {
        Err(no_truth("decision"))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let decision: String = self.decision(py)?.extract()?;
        Ok(format!("<injang.Decision {decision}>"))
    }
}

/// A decision from what was pickled.
#[pyfunction]
#[pyo3(signature = (*state))]
pub(crate) fn restore_decision(state: &Bound<'_, PyTuple>) -> PyResult<Decision> {
    Ok(Decision {
        kept: Kept::Record(Record::restore(state)?),
        dict: PyOnceLock::new(),
    })
}
