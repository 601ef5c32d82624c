//! `audit`, `verify` and `diagnose`

use crate::argument::{
    Octets, Text, digest_source, octets, optional_octets, sign_type, time, vid_layout,
};
use crate::errors::{argument, material, verification};
use crate::policy::Policy;
use crate::report::{Report, Verified};
use injang::{Ci, CiError, Claim, Digest, Request, Vid, VidError};
use pyo3::prelude::*;
use zeroize::Zeroizing;

/// What a call asks of its document, with the octets that a request borrows.
struct Asked<'py> {
    request: Request<'static>,
    content: Option<Octets<'py>>,
    digest: Option<Digest>,
    claim: Option<(Result<Ci, CiError>, Result<Vid, VidError>)>,
    signer: Option<usize>,
}

impl Asked<'_> {
    fn request(&self) -> Request<'_> {
        let mut request = self.request.clone();
        if let Some(content) = &self.content {
            request = request.detached(content.as_slice());
        }
        if let Some(digest) = self.digest {
            request = request.digest(digest);
        }
        if let Some((ci, vid)) = &self.claim {
            let claim = Claim::parsed(
                ci.as_ref().map_err(|rule| *rule),
                vid.as_ref().map_err(|error| *error),
            );
            request = request.claim(match self.signer {
                Some(index) => claim.of_signer(index),
                None => claim,
            });
        }
        request
    }
}

/// The CI in text, which is wiped.
pub(crate) fn ci_text(value: &Bound<'_, PyAny>) -> PyResult<Zeroizing<Vec<u8>>> {
    Ok(Zeroizing::new(
        octets(value, "ci", Text::Plain)?.as_slice().to_vec(),
    ))
}

#[expect(
    clippy::too_many_arguments,
    reason = "each is a keyword of the function"
)]
fn asked<'py>(
    py: Python<'py>,
    at: &Bound<'py, PyAny>,
    content: Option<&Bound<'py, PyAny>>,
    digest: Option<&str>,
    sign_type: Option<&str>,
    ci: Option<&Bound<'py, PyAny>>,
    vid: Option<&str>,
    vid_layout: Option<&str>,
    digest_source: Option<&str>,
    signer: Option<usize>,
    certificates: Option<&Bound<'py, PyAny>>,
) -> PyResult<Asked<'py>> {
    let mut request = Request::at(time(at, "at")?);
    if let Some(it) = self::sign_type(py, sign_type)? {
        request = request.sign_type(it);
    }
    if let Some(it) = self::vid_layout(py, vid_layout)? {
        request = request.vid_layout(it);
    }
    if let Some(it) = self::digest_source(py, digest_source)? {
        request = request.plain_hash_source(it);
    }
    if let Some(it) = certificates {
        for piece in crate::argument::pieces(it, "certificates")? {
            let added = request.certificates(&piece);
            request = added.map_err(|error| material(py, "certificates", error))?;
        }
    }
    if content.is_some() && digest.is_some() {
        let what = "the content and its digest exclude each other: give one of them";
        return Err(argument(py, "digest", what));
    }
    let digest = digest.map(injang::parse_digest).transpose();
    let digest = digest.map_err(|error| argument(py, "digest", error))?;
    let claim = match (ci, vid) {
        (None, None) => None,
        (Some(ci), Some(vid)) => Some((Ci::from_base64(&ci_text(ci)?), Vid::parse(vid))),
        (Some(_), None) => {
            return Err(argument(py, "vid", "ci is held against a VID: give it too"));
        }
        (None, Some(_)) => {
            return Err(argument(
                py,
                "ci",
                "a VID is held against a CI: give it too",
            ));
        }
    };
    if signer.is_some() && claim.is_none() {
        let what = "says whose VID it is, and neither ci nor vid is given";
        return Err(argument(py, "signer", what));
    }
    Ok(Asked {
        request,
        content: optional_octets(content, "content", Text::Refused)?,
        digest,
        claim,
        signer,
    })
}

/// Judges without holding the interpreter.
fn judged(
    py: Python<'_>,
    policy: &Policy,
    document: &[u8],
    asked: &Asked<'_>,
    diagnose: bool,
) -> injang::Report {
    let mut request = asked.request();
    if diagnose {
        request = request.diagnose();
    }
    let policy = &policy.inner;
    py.detach(|| policy.audit(document, &request))
}

/// Makes a function of the same keywords.
macro_rules! function {
    ($name:ident, $result:ty, |$py:ident, $policy:ident, $document:ident, $asked:ident| $body:expr) => {
        #[pyfunction]
        #[pyo3(signature = (document, policy, *, at, content=None, digest=None, sign_type=None, ci=None,
            vid=None, vid_layout=None, digest_source=None, signer=None, certificates=None))]
        #[expect(clippy::too_many_arguments, reason = "each is a keyword")]
        pub(crate) fn $name<'py>(
            $py: Python<'py>,
            document: &Bound<'py, PyAny>,
            policy: &Bound<'py, Policy>,
            at: &Bound<'py, PyAny>,
            content: Option<&Bound<'py, PyAny>>,
            digest: Option<&str>,
            sign_type: Option<&str>,
            ci: Option<&Bound<'py, PyAny>>,
            vid: Option<&str>,
            vid_layout: Option<&str>,
            digest_source: Option<&str>,
            signer: Option<usize>,
            certificates: Option<&Bound<'py, PyAny>>,
        ) -> PyResult<$result> {
            let $asked = asked(
                $py, at, content, digest, sign_type, ci, vid, vid_layout, digest_source, signer,
                certificates,
            )?;
            let octets = octets(document, "document", Text::Armor)?;
            let ($policy, $document) = (policy.get(), octets.as_slice());
            $body
        }
    };
}

function!(audit, Report, |py, policy, document, asked| {
    Ok(Report::of(judged(py, policy, document, &asked, false)))
});

function!(diagnose, Report, |py, policy, document, asked| {
    Ok(Report::of(judged(py, policy, document, &asked, true)))
});

function!(verify, Verified, |py, policy, document, asked| {
    let report = judged(py, policy, document, &asked, false);
    if !report.is_accepted() {
        let report = Bound::new(py, Report::of(report))?;
        return Err(verification(py, report.into_any()));
    }
    let detached = asked.content.as_ref().map(Octets::as_slice);
    Verified::new(py, report, detached)
});
