//! `verify_batch` and `Batches`

use crate::argument::{Octets, lang, time};
use crate::arrow::{Incoming, caught, schema_capsule, stream_capsule};
use crate::errors::{argument, batch};
use crate::policy::Policy;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use injang_batch::{BatchError, COLUMNS, Engine, Input, Reader};
use pyo3::exceptions::{PyKeyboardInterrupt, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Judged batches, made as a consumer asks for them.
#[pyclass(frozen, module = "injang", name = "Batches")]
pub(crate) struct Batches {
    content: Content,
    schema: SchemaRef,
    /// Where it was made. The threads that judge do not live on in a forked process.
    process: u32,
}

enum Content {
    /// Until a consumer takes it.
    Reader(Mutex<Option<Reader<Incoming>>>),
    /// All of them, to be read any number of times.
    Collected(Vec<RecordBatch>),
}

impl Batches {
    fn take(&self) -> PyResult<Box<dyn RecordBatchReader + Send>> {
        match &self.content {
            Content::Reader(reader) => {
                if self.process != std::process::id() {
                    return Err(PyRuntimeError::new_err(FORKED));
                }
                let mut reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
                let reader = reader.take().ok_or_else(|| {
                    let what =
                        "these batches were read before: they are made once, as they are read";
                    PyRuntimeError::new_err(what)
                })?;
                Ok(Box::new(Heard {
                    reader,
                    process: self.process,
                    is_done: false,
                }))
            }
            Content::Collected(batches) => {
                let batches = batches.clone().into_iter().map(Ok);
                let schema = Arc::clone(&self.schema);
                Ok(Box::new(RecordBatchIterator::new(batches, schema)))
            }
        }
    }
}

#[pymethods]
impl Batches {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // Only ever a wish (Arrow PyCapsule interface): the consumer casts what it gets.
        let _ = requested_schema;
        stream_capsule(py, self.take()?)
    }

    /// Judges all rows now. Only here can an interruption be raised as what it is: between batches.
    fn collect(&self, py: Python<'_>) -> PyResult<Self> {
        let mut batches = Vec::new();
        let mut reader = self.take()?;
        loop {
            py.check_signals()?;
            match py.detach(|| reader.next()) {
                None => break,
                Some(Ok(batch)) => batches.push(batch),
                Some(Err(error)) => return Err(not_made(py, &error)),
            }
        }
        Ok(Self {
            content: Content::Collected(batches),
            schema: Arc::clone(&self.schema),
            process: self.process,
        })
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        schema_capsule(py, &self.schema)
    }

    #[getter]
    fn metadata<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all = PyDict::new(py);
        for (key, value) in self.schema.metadata() {
            all.set_item(key, value)?;
        }
        Ok(all)
    }

    fn __repr__(&self) -> String {
        format!("<injang.Batches of {} columns>", self.schema.fields().len())
    }
}

/// Batches that are made without holding the interpreter, and before each of which it is asked
/// whether it was interrupted.
struct Heard {
    reader: Reader<Incoming>,
    /// That of the [`Batches`].
    process: u32,
    is_done: bool,
}

impl Heard {
    fn stop(
        &mut self,
        what: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Result<RecordBatch, ArrowError> {
        self.is_done = true;
        Err(ArrowError::ExternalError(what.into()))
    }
}

impl Iterator for Heard {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        if self.process != std::process::id() {
            return Some(self.stop(FORKED));
        }
        let next = Python::try_attach(|py| {
            py.check_signals().map(|()| {
                // The consumer is in C: no panic may reach it.
                py.detach(|| caught(|| self.reader.next().transpose()).transpose())
            })
        });
        match next {
            Some(Ok(next)) => {
                self.is_done = !matches!(next, Some(Ok(_)));
                next
            }
            // The exception itself can't pass through Arrow's interface.
            Some(Err(_)) => Some(self.stop(Interrupted)),
            None => Some(self.stop("the interpreter is shutting down")),
        }
    }
}

/// Why batches are not made in a forked process.
const FORKED: &str =
    "these batches belong to the process that was forked: call verify_batch in this one";

/// That the interpreter was interrupted between two batches; through Arrow the name of the exception.
#[derive(Debug)]
struct Interrupted;

impl Error for Interrupted {}

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyboardInterrupt")
    }
}

/// Why no more batches can be made.
fn not_made(py: Python<'_>, error: &ArrowError) -> PyErr {
    let is_interrupted = match error {
        ArrowError::ExternalError(error) => error.is::<Interrupted>(),
        ArrowError::CDataInterface(text) => is_interruption(text),
        _ => false,
    };
    if is_interrupted {
        PyKeyboardInterrupt::new_err(())
    } else {
        batch(py, error)
    }
}

/// Whether it was the input's own code in Python that was interrupted, as pyarrow says it: the exception
/// is the line behind the last frame of a traceback. The word itself may stand in any text.
fn is_interruption(text: &str) -> bool {
    const TRACEBACK: &str = "Detail: Python exception: Traceback (most recent call last):\n";
    let Some((_, traceback)) = text.rsplit_once(TRACEBACK) else {
        return false;
    };
    let exception = traceback.lines().find(|line| !line.starts_with("  "));
    exception.is_some_and(|it| it == "KeyboardInterrupt" || it.starts_with("KeyboardInterrupt: "))
}

impl RecordBatchReader for Heard {
    fn schema(&self) -> SchemaRef {
        self.reader.schema()
    }
}

/// Judges the rows of a table.
#[pyfunction]
#[pyo3(signature = (table, policy, *, columns=None, at=None, sign_type=None, digest_source=None,
    vid_layout=None, provider=None, product=None, environment=None, keys=None, content_map=None,
    waive=None, text=None, json=false, threads=None))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword")]
pub(crate) fn verify_batch(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: &Bound<'_, Policy>,
    columns: Option<&Bound<'_, PyDict>>,
    at: Option<&Bound<'_, PyAny>>,
    sign_type: Option<&str>,
    digest_source: Option<&str>,
    vid_layout: Option<&str>,
    provider: Option<&str>,
    product: Option<&str>,
    environment: Option<&str>,
    keys: Option<&Bound<'_, PyAny>>,
    content_map: Option<&Bound<'_, PyAny>>,
    waive: Option<Vec<String>>,
    text: Option<&str>,
    json: bool,
    threads: Option<usize>,
) -> PyResult<Batches> {
    let mut builder = Engine::builder(&policy.get().inner);
    for (input, column) in columns.iter().flat_map(|it| it.iter()) {
        let input: String = input.extract()?;
        let column: String = column.extract()?;
        builder = builder.column(self::input(py, &input)?, column);
    }
    let at = at.map(|it| time(it, "at")).transpose()?;
    let waive = waive.map(|names| names.join(","));
    let at = at.map(|it| it.to_string());
    for (input, text) in [
        (Input::At, at.as_deref()),
        (Input::SignType, sign_type),
        (Input::DigestSource, digest_source),
        (Input::VidLayout, vid_layout),
        (Input::Provider, provider),
        (Input::Product, product),
        (Input::Environment, environment),
        (Input::Waive, waive.as_deref()),
    ] {
        if let Some(text) = text {
            builder = builder.constant(input, text.as_bytes());
        }
    }
    for (input, value) in [(Input::Keys, keys), (Input::ContentMap, content_map)] {
        if let Some(text) = self::json(value, input)? {
            builder = builder.constant(input, text.as_slice());
        }
    }
    if let Some(name) = text {
        builder = builder.text(lang(py, name)?);
    }
    if json {
        builder = builder.json();
    }
    if threads == Some(0) {
        return Err(argument(
            py,
            "threads",
            "0 can't work: None takes as many as there are",
        ));
    }
    let engine = builder.threads(threads.unwrap_or(0)).build();
    let engine = Arc::new(engine.map_err(|error| failed(py, error))?);
    let schema = Arc::clone(engine.schema());
    let reader = engine.reader(Incoming::of(table)?);
    let reader = reader.map_err(|error| failed(py, error))?;
    Ok(Batches {
        content: Content::Reader(Mutex::new(Some(reader))),
        schema,
        process: std::process::id(),
    })
}

fn json<'py>(value: Option<&Bound<'py, PyAny>>, input: Input) -> PyResult<Option<Octets<'py>>> {
    crate::argument::json(value, input.name())
}

fn input(py: Python<'_>, name: &str) -> PyResult<Input> {
    Input::from_name(name).ok_or_else(|| {
        let names = Input::ALL.map(Input::name).join(", ");
        argument(
            py,
            "columns",
            format!("{name} is no input; there are {names}"),
        )
    })
}

/// What is about an argument names it; the rest is about the table.
fn failed(py: Python<'_>, error: BatchError) -> PyErr {
    match error {
        BatchError::Constant(error) => match error.input {
            Some(input) => argument(py, input.name(), error),
            None => batch(py, error),
        },
        BatchError::Threads(error) => argument(py, "threads", error),
        error => batch(py, error),
    }
}

/// The columns that are read and those that are written: name, type and what it is.
#[pyfunction]
pub(crate) fn batch_columns(py: Python<'_>) -> PyResult<(Bound<'_, PyList>, Bound<'_, PyList>)> {
    let read = Input::ALL.map(|it| (it.name(), it.takes(), it.about()));
    Ok((
        PyList::new(py, read)?,
        PyList::new(py, COLUMNS.iter().copied())?,
    ))
}
