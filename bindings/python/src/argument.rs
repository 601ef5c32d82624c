//! Arguments of functions: octets, times, names.

use crate::errors::{argument, wrong_type};
use injang::{Lang, PlainHashSource, SignType, Time, VidLayout, View};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString, PyType};

/// Octets of an argument: those of `bytes` and of a `str` are lent, since nothing can change them.
pub(crate) enum Octets<'py> {
    Bytes(Bound<'py, PyBytes>),
    Copied(Vec<u8>),
}

impl Octets<'_> {
    pub(crate) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes.as_bytes(),
            Self::Copied(octets) => octets,
        }
    }
}

/// What a `str` may be, where octets are taken.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Text {
    /// Text armor: PEM, base64, hex. The name of a file is told apart and refused.
    Armor,
    /// Text in JSON, or a value in text.
    Plain,
    /// Nothing: which octets it stands for would be a guess.
    Refused,
}

/// Octets: a buffer of any kind, text, or a path whose file is read.
pub(crate) fn octets<'py>(
    value: &Bound<'py, PyAny>,
    name: &str,
    text: Text,
) -> PyResult<Octets<'py>> {
    let py = value.py();
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Octets::Bytes(bytes.clone()));
    }
    if let Ok(string) = value.cast::<PyString>() {
        return match text {
            Text::Refused => {
                let what = "a str has no octets of its own: encode it as it was signed, such as \
                            text.encode(\"utf-8\"), or pass pathlib.Path(…) for a file";
                Err(pyo3::exceptions::PyTypeError::new_err(format!(
                    "{name}: {what}"
                )))
            }
            Text::Armor if is_file_name(&string.to_cow()?) => {
                let what = "a str is the armored text itself, and this looks like the name of a \
                            file: pass pathlib.Path(…) for a file";
                Err(argument(py, name, what))
            }
            _ => Ok(Octets::Copied(string.to_cow()?.into_owned().into_bytes())),
        };
    }
    if let Ok(array) = value.cast::<PyByteArray>() {
        return Ok(Octets::Copied(array.to_vec()));
    }
    if value.hasattr("__fspath__")? {
        return file(value);
    }
    let takes = match text {
        Text::Refused => "bytes, another buffer or os.PathLike",
        _ => "bytes, another buffer, str or os.PathLike",
    };
    // Any other buffer, contiguous or not, in the order of its elements.
    let view = PyMemoryView::from(value).map_err(|_| wrong_type(name, takes, value))?;
    let bytes = view.call_method0("tobytes")?;
    Ok(Octets::Bytes(bytes.cast_into::<PyBytes>()?))
}

/// Text armor is long, or has only the symbols of hex and base64, or begins with dashes: a point stands
/// in none of them.
fn is_file_name(text: &str) -> bool {
    let text = text.trim();
    text.len() < 1024 && text.contains('.') && !text.contains('\n') && !text.starts_with("-----")
}

fn file<'py>(path: &Bound<'py, PyAny>) -> PyResult<Octets<'py>> {
    let file = path.py().import("io")?.call_method1("open", (path, "rb"))?;
    let read = file.call_method0("read");
    file.call_method0("close")?;
    Ok(Octets::Bytes(read?.cast_into::<PyBytes>()?))
}

/// The same of an argument that need not be given.
pub(crate) fn optional_octets<'py>(
    value: Option<&Bound<'py, PyAny>>,
    name: &str,
    text: Text,
) -> PyResult<Option<Octets<'py>>> {
    value.map(|it| octets(it, name, text)).transpose()
}

/// One piece or several, each octets.
pub(crate) fn pieces(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<Vec<u8>>> {
    // Any buffer is one piece, also one that can be iterated, as an array can.
    let is_one = value.is_instance_of::<PyString>()
        || PyMemoryView::from(value).is_ok()
        || value.hasattr("__fspath__")?;
    if is_one {
        return Ok(vec![octets(value, name, Text::Armor)?.as_slice().to_vec()]);
    }
    let takes = "bytes, another buffer, str, os.PathLike, or several of them";
    let all = value
        .try_iter()
        .map_err(|_| wrong_type(name, takes, value))?;
    all.map(|piece| Ok(octets(&piece?, name, Text::Armor)?.as_slice().to_vec()))
        .collect()
}

/// Text in JSON: also as the value that `json.dumps` writes.
pub(crate) fn json<'py>(
    value: Option<&Bound<'py, PyAny>>,
    name: &str,
) -> PyResult<Option<Octets<'py>>> {
    let Some(value) = value else {
        return Ok(None);
    };
    let is_value = value.is_instance_of::<pyo3::types::PyDict>()
        || value.is_instance_of::<pyo3::types::PyList>();
    if is_value {
        let text = value.py().import("json")?.call_method1("dumps", (value,))?;
        return octets(&text, name, Text::Plain).map(Some);
    }
    octets(value, name, Text::Plain).map(Some)
}

static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// An instant: a `datetime` that knows its offset.
pub(crate) fn time(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Time> {
    let py = value.py();
    let class = DATETIME.import(py, "datetime", "datetime")?;
    if !value.is_instance(class)? {
        return Err(wrong_type(name, "a datetime with a time zone", value));
    }
    if value
        .call_method0(pyo3::intern!(py, "utcoffset"))?
        .is_none()
    {
        let what = "the datetime has no time zone, so that nobody knows which instant is meant: \
                    give it one, such as tzinfo=datetime.timezone.utc";
        return Err(argument(py, name, what));
    }
    let seconds: f64 = value
        .call_method0(pyo3::intern!(py, "timestamp"))?
        .extract()?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a datetime is between the years 1 and 9999"
    )]
    let seconds = seconds.floor() as i64;
    Time::from_unix(seconds).ok_or_else(|| argument(py, name, "outside the years 0 to 9999"))
}

/// A name that a table has.
pub(crate) fn named<T>(
    py: Python<'_>,
    name: &str,
    value: Option<&str>,
    find: impl Fn(&str) -> Option<T>,
    names: impl Fn() -> Vec<&'static str>,
) -> PyResult<Option<T>> {
    let Some(value) = value else {
        return Ok(None);
    };
    find(value).map(Some).ok_or_else(|| {
        let names = names().join("\", \"");
        argument(py, name, format!("must be one of \"{names}\""))
    })
}

pub(crate) fn sign_type(py: Python<'_>, value: Option<&str>) -> PyResult<Option<SignType>> {
    let names = || SignType::ALL.map(SignType::name).to_vec();
    named(py, "sign_type", value, injang::parse_sign_type, names)
}

pub(crate) fn digest_source(
    py: Python<'_>,
    value: Option<&str>,
) -> PyResult<Option<PlainHashSource>> {
    let names = || PlainHashSource::ALL.map(PlainHashSource::name).to_vec();
    named(
        py,
        "digest_source",
        value,
        PlainHashSource::from_name,
        names,
    )
}

pub(crate) fn vid_layout(py: Python<'_>, value: Option<&str>) -> PyResult<Option<VidLayout>> {
    let names = || VidLayout::ALL.map(VidLayout::name).to_vec();
    named(py, "vid_layout", value, VidLayout::from_name, names)
}

pub(crate) fn lang(py: Python<'_>, value: &str) -> PyResult<Lang> {
    let find = |name: &str| match name {
        "en" => Some(Lang::En),
        "ko" => Some(Lang::Ko),
        _ => None,
    };
    let lang = named(py, "lang", Some(value), find, || vec!["en", "ko"])?;
    Ok(lang.unwrap_or_default())
}

/// How something is shown.
pub(crate) fn view(py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<View> {
    Ok(View {
        show_subject,
        ..View::new(self::lang(py, lang)?)
    })
}
