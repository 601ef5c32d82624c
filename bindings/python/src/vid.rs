//! `vid` and `check_vid`

use crate::argument::{named, vid_layout};
use crate::ask::ci_text;
use crate::errors::argument;
use injang::{Ci, Vid, VidEncoding};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

fn serial_octets(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let py = value.py();
    if let Ok(bytes) = value.cast::<PyBytes>() {
        let octets = bytes.as_bytes();
        if octets.is_empty() {
            return Err(argument(py, "serial", "one octet or more"));
        }
        return Ok(octets.to_vec());
    }
    let Ok(text) = value.cast::<PyString>() else {
        let takes = "the octets of the serial number, or their hex; an int has lost its sign octet";
        return Err(crate::errors::wrong_type("serial", takes, value));
    };
    let takes = "hex digits, two for each octet, or such pairs with colons between";
    injang::parse_serial(&text.to_cow()?).ok_or_else(|| argument(py, "serial", takes))
}

fn computed(
    py: Python<'_>,
    ci: &Bound<'_, PyAny>,
    serial: &Bound<'_, PyAny>,
    layout: Option<&str>,
) -> PyResult<Vid> {
    let ci = Ci::from_base64(&ci_text(ci)?).map_err(|rule| argument(py, "ci", rule))?;
    let layout = vid_layout(py, layout)?.unwrap_or_default();
    let vid = injang::vid(&ci, &serial_octets(serial)?, layout);
    vid.ok_or_else(|| argument(py, "ci", "the crypto backend has no SHA-256"))
}

/// The VID of a person with a certificate.
#[pyfunction]
#[pyo3(signature = (ci, serial, *, layout=None, encoding="base64"))]
pub(crate) fn vid(
    py: Python<'_>,
    ci: &Bound<'_, PyAny>,
    serial: &Bound<'_, PyAny>,
    layout: Option<&str>,
    encoding: &str,
) -> PyResult<String> {
    let names = || VidEncoding::ALL.map(VidEncoding::name).to_vec();
    let encoding = named(
        py,
        "encoding",
        Some(encoding),
        VidEncoding::from_name,
        names,
    )?;
    let vid = computed(py, ci, serial, layout)?;
    Ok(vid.to_text(encoding.unwrap_or(VidEncoding::Base64)))
}

/// Whether a VID is that of a person with a certificate.
#[pyfunction]
#[pyo3(signature = (vid, ci, serial, *, layout=None))]
pub(crate) fn check_vid(
    py: Python<'_>,
    vid: &str,
    ci: &Bound<'_, PyAny>,
    serial: &Bound<'_, PyAny>,
    layout: Option<&str>,
) -> PyResult<bool> {
    let given = Vid::parse(vid).map_err(|error| argument(py, "vid", error))?;
    // `Vid` compares in constant time.
    Ok(computed(py, ci, serial, layout)? == given)
}
