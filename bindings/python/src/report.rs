//! `Report` and `Verified`

use crate::record::{Kept, Record, Shown};
use injang::View;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyTuple};

impl Shown for injang::Report {
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
        let check = self.details().deciding_check()?;
        check
            .reason
            .as_ref()
            .map(injang::injang_core::report::Reason::code)
    }
}

/// What came out of one document.
#[pyclass(frozen, module = "injang", name = "Report")]
pub(crate) struct Report {
    kept: Kept<injang::Report>,
    /// The JSON as Python values, made when it is asked for.
    dict: PyOnceLock<Py<PyAny>>,
}

impl Report {
    pub(crate) const fn of(report: injang::Report) -> Self {
        Self {
            kept: Kept::Live(report),
            dict: PyOnceLock::new(),
        }
    }

    /// A member of the JSON.
    fn member<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let dict = self
            .dict
            .get_or_try_init(py, || Ok::<_, PyErr>(self.kept.dict(py)?.unbind()))?;
        dict.bind(py).get_item(name)
    }

    /// A member of the JSON as values of the package.
    fn values<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let make = py.import("injang._values")?.getattr(name)?;
        make.call1((self.member(py, name)?,))
    }
}

#[pymethods]
impl Report {
    #[getter]
    fn verdict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match &self.kept {
            Kept::Live(report) => Ok(report.verdict().name().into_pyobject(py)?.into_any()),
            Kept::Record(_) => self.member(py, "verdict"),
        }
    }

    #[getter]
    fn sub_indication<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "sub_indication")
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
    fn reason(&self) -> Option<&str> {
        self.kept.reason()
    }

    #[getter]
    fn checks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "checks")
    }

    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "findings")
    }

    #[getter]
    fn signers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "signers")
    }

    #[getter]
    fn identity<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "identity")
    }

    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values(py, "document")
    }

    #[getter]
    fn conditions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let copy = py.import("copy")?.getattr("deepcopy")?;
        copy.call1((self.member(py, "conditions")?,))
    }

    #[getter]
    fn policy_sha256<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "conditions")?.get_item("policy_sha256")
    }

    #[getter]
    fn diagnosis<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = self.kept.dict(py)?;
        let values = py.import("injang._values")?.getattr("diagnosis")?;
        values.call1((dict.call_method1("get", ("diagnosis",))?,))
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
        self.kept.reduce(py, "restore_report")
    }

    #[expect(clippy::unused_self, reason = "whatever it is")]
    fn __bool__(&self) -> PyResult<bool> {
        Err(no_truth("report"))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let verdict: String = self.verdict(py)?.extract()?;
        let outcome = self.outcome();
        Ok(format!("<injang.Report {verdict} {outcome}>"))
    }
}

/// A value that would be true whatever came out.
pub(crate) fn no_truth(what: &str) -> PyErr {
    PyTypeError::new_err(format!(
        "a {what} is neither true nor false: ask for its is_accepted"
    ))
}

/// A report from what was pickled.
#[pyfunction]
#[pyo3(signature = (*state))]
pub(crate) fn restore_report(state: &Bound<'_, PyTuple>) -> PyResult<Report> {
    Ok(Report {
        kept: Kept::Record(Record::restore(state)?),
        dict: PyOnceLock::new(),
    })
}

/// A document that is accepted.
#[pyclass(frozen, module = "injang", name = "Verified")]
pub(crate) struct Verified {
    report: Py<Report>,
    content: Option<Content>,
}

/// What was signed.
enum Content {
    InDocument(injang::Report),
    Octets(Vec<u8>),
}

impl Verified {
    /// From an accepted report, and the content that came beside the document.
    pub(crate) fn new(
        py: Python<'_>,
        report: injang::Report,
        detached: Option<&[u8]>,
    ) -> PyResult<Self> {
        let content = match (report.untrusted_content(), detached) {
            (Some(_), _) => Some(Content::InDocument(report.clone())),
            (None, Some(octets)) => Some(Content::Octets(octets.to_vec())),
            (None, None) => None,
        };
        let report = Py::new(py, Report::of(report))?;
        Ok(Self { report, content })
    }
}

#[pymethods]
impl Verified {
    #[getter]
    fn report(&self, py: Python<'_>) -> Py<Report> {
        self.report.clone_ref(py)
    }

    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let octets = match self.content.as_ref()? {
            Content::InDocument(report) => report.untrusted_content()?,
            Content::Octets(octets) => octets,
        };
        Some(PyBytes::new(py, octets))
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
        let restore = py.import("injang._injang")?.getattr("restore_verified")?;
        let arguments = (self.report.clone_ref(py), self.content(py));
        Ok((restore, arguments.into_pyobject(py)?))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        match self.content(py).map(|it| it.as_bytes().len()) {
            Some(length) => format!("<injang.Verified content of {length} octets>"),
            None => "<injang.Verified content not at hand>".to_owned(),
        }
    }
}

/// A verified document from what was pickled.
#[pyfunction]
pub(crate) fn restore_verified(report: Py<Report>, content: Option<Vec<u8>>) -> PyResult<Verified> {
    if !report.get().is_accepted() {
        let what = "report: it is not accepted, so that nothing is verified";
        return Err(PyValueError::new_err(what));
    }
    Ok(Verified {
        report,
        content: content.map(Content::Octets),
    })
}
