//! What is asked of one document.

use crate::error::{ErrorHandle, Fault};
use crate::{INJANG_OK, guard, input, memory};
use injang::{
    AtSource, Ci, CiError, Claim, Content, Digest, DigestAlgorithm, Limits, PlainHashSource,
    Request, SignType, Time, Vid, VidError, VidLayout,
};
use std::borrow::Cow;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// What is asked of one document: time, kind of signature, claim. It can be used for many documents,
/// by one thread at a time; while nobody changes it, by any number of threads.
pub struct RequestHandle {
    base: Request<'static>,
    has_digest: bool,
    is_diagnosed: bool,
    ci: Option<Result<Ci, CiError>>,
    vid: Option<Result<Vid, VidError>>,
    signer: Option<usize>,
    pub(crate) limits: Option<Limits>,
    pub(crate) name: Option<String>,
}

impl RequestHandle {
    fn new(at: Time) -> Self {
        Self {
            base: Request::at(at),
            has_digest: false,
            is_diagnosed: false,
            ci: None,
            vid: None,
            signer: None,
            limits: None,
            name: None,
        }
    }

    /// The request, over a content that is lent for the call; copied only where something is added.
    pub(crate) fn ask<'a>(
        &'a self,
        content: Option<&'a [u8]>,
    ) -> Result<Cow<'a, Request<'a>>, Fault> {
        // Who names a signer claims somebody: without a VID nobody would be compared.
        if self.signer.is_some() && self.vid.is_none() {
            return Err(Fault::Unclaimed("signer"));
        }
        if content.is_none() && self.vid.is_none() && !self.is_diagnosed {
            return Ok(Cow::Borrowed(&self.base));
        }
        let mut request: Request<'a> = self.base.clone();
        if let Some(content) = content {
            if self.has_digest {
                return Err(Fault::ContentAndDigest);
            }
            request = request.content(Content::Detached(content));
        }
        if let (Some(ci), Some(vid)) = (&self.ci, &self.vid) {
            let claim = Claim::parsed(
                ci.as_ref().map_err(|error| *error),
                vid.as_ref().map_err(|error| *error),
            );
            request = request.claim(match self.signer {
                Some(index) => claim.of_signer(index),
                None => claim,
            });
        }
        if self.is_diagnosed {
            request = request.diagnose();
        }
        Ok(Cow::Owned(request))
    }

    fn set(&mut self, change: impl FnOnce(Request<'static>) -> Request<'static>) -> i32 {
        self.base = change(self.base.clone());
        INJANG_OK
    }
}

fn request(handle: Option<&mut RequestHandle>) -> Result<&mut RequestHandle, Fault> {
    input::handle(handle, "request")
}

/// Makes a request that judges at this time, in seconds since 1970-01-01T00:00:00Z: the content inside
/// the document, any kind of signature, and no claim about who signed.
///
/// The time has no default. It is the one at which the signature is known to have existed, best the one
/// at which the document was received: a signature that is judged years later by the clock fails when
/// its certificate expires.
///
/// `*request` becomes the caller's, to be freed by injang_request_free(); it is overwritten, and NULL
/// after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or no time between the years 0000 and
/// 9999. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_new(
    at: i64,
    request: Option<&mut MaybeUninit<Option<Box<RequestHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(request, "request")?.write(None);
        let at = input::time(at, "at")?;
        *out = Some(Box::new(RequestHandle::new(at)));
        Ok(INJANG_OK)
    })
}

/// Sets another time, and where it comes from: `INJANG_TIME_SOURCE_CALLER` (the default),
/// `INJANG_TIME_SOURCE_CLOCK` or `INJANG_TIME_SOURCE_PROVIDER`. The source changes no verdict and
/// stands in every report.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, no time, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_time(
    request: Option<&mut RequestHandle>,
    at: i64,
    source: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let at = input::time(at, "at")?;
        let source = input::number(source, AtSource::from_number, "source")?;
        Ok(handle.set(|request| request.at_time(at, source)))
    })
}

/// The signature must be over a content of this digest, which is not in the document. `algorithm` is an
/// `INJANG_DIGEST_ALGORITHM_…`.
///
/// The octets are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown number, or octets of
/// another length than the algorithm's digests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_request_set_digest(
    request: Option<&mut RequestHandle>,
    algorithm: i32,
    digest: *const u8,
    digest_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let algorithm = input::number(algorithm, DigestAlgorithm::from_number, "algorithm")?;
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(digest, digest_length, "digest") }?;
        let digest = Digest::new(algorithm, octets).ok_or(Fault::NotDigest("digest"))?;
        handle.has_digest = true;
        Ok(handle.set(|request| request.digest(digest)))
    })
}

/// What that digest is: `INJANG_PLAIN_HASH_SOURCE_PREHASH` (the default), the digest of what was signed;
/// or `INJANG_PLAIN_HASH_SOURCE_HASH_OF_HASH`, what was signed itself.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_plain_hash_source(
    request: Option<&mut RequestHandle>,
    source: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let source = input::number(source, PlainHashSource::from_number, "source")?;
        Ok(handle.set(|request| request.plain_hash_source(source)))
    })
}

/// Demands the kind of signature that was asked of the provider: `INJANG_SIGN_TYPE_MESSAGE`,
/// `INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE` or `INJANG_SIGN_TYPE_PLAIN_HASH`. Another kind does not pass.
/// Without it any kind does.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_sign_type(
    request: Option<&mut RequestHandle>,
    sign_type: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let sign_type = input::number(sign_type, SignType::from_number, "sign_type")?;
        Ok(handle.set(|request| request.sign_type(sign_type)))
    })
}

/// Claims that the signer is the person with this CI, by the VID that the provider gave with the
/// signature. `ci` is base64 of 64 octets; `vid` is base64, base64url or hex of 32 octets. A text that
/// is none of these is no error: the report says so, and is not accepted.
///
/// The CI is copied, and wiped when the request is freed or reset; wipe your own. `error` may be NULL.
/// INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_request_set_vid(
    request: Option<&mut RequestHandle>,
    ci: *const c_char,
    ci_length: usize,
    vid: *const c_char,
    vid_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let ci = unsafe { input::characters(ci, ci_length, "ci") }?;
        // SAFETY: the same.
        let vid = unsafe { input::characters(vid, vid_length, "vid") }?;
        handle.ci = Some(Ci::from_base64(ci));
        handle.vid = Some(crate::vid::parse(vid));
        Ok(INJANG_OK)
    })
}

/// The only layout in which the VID may be, as `INJANG_VID_LAYOUT_…`; default
/// `INJANG_VID_LAYOUT_CI_SERIAL`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_vid_layout(
    request: Option<&mut RequestHandle>,
    layout: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let layout = input::number(layout, VidLayout::from_number, "layout")?;
        Ok(handle.set(|request| request.vid_layout(layout)))
    })
}

/// Which signer the person is claimed to be, by index from 0: needed where a document has several.
/// Without injang_request_set_vid(), before it or after it, nobody is claimed: the functions that take
/// the request return INJANG_E_ARGUMENT then, with the parameter `signer`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_signer(
    request: Option<&mut RequestHandle>,
    signer: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        self::request(request)?.signer = Some(signer);
        Ok(INJANG_OK)
    })
}

/// Adds certificates that came beside the document, in any form that
/// injang_policy_builder_add_trust() takes: the signer's may be among them. None of them is trusted.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
/// read; then nothing was added. INJANG_E_ARGUMENT: NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_request_add_certificates(
    request: Option<&mut RequestHandle>,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(octets, octets_length, "octets") }?;
        memory::reserve("octets", octets.len())?;
        let changed = handle.base.clone().certificates(octets);
        handle.base = changed.map_err(|error| Fault::Material("octets", error))?;
        Ok(INJANG_OK)
    })
}

/// Whether to look for the reason of a verdict that is not TOTAL-PASSED: which other reading of the
/// content, the digest or the VID would have matched. It changes no verdict. 1 or 0 (the default).
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or another number.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_diagnose(
    request: Option<&mut RequestHandle>,
    diagnose: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        handle.is_diagnosed = input::flag(diagnose, "diagnose")?;
        Ok(INJANG_OK)
    })
}

/// A bound on reading the document, as `INJANG_LIMIT_…`. Every bound that is not the default stands in
/// the report.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown bound, or a value that this machine can't
/// count to.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_set_limit(
    request: Option<&mut RequestHandle>,
    limit: i32,
    value: u64,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        let value = usize::try_from(value).map_err(|_| Fault::Number("value"))?;
        let mut limits = handle.limits.unwrap_or_default();
        match limit {
            INJANG_LIMIT_DEPTH => limits.depth = value,
            INJANG_LIMIT_SIZE => limits.size = value,
            INJANG_LIMIT_ELEMENTS => limits.elements = value,
            INJANG_LIMIT_ENTRIES => limits.entries = value,
            INJANG_LIMIT_REVOCATION_INFOS => limits.revocation_infos = value,
            _ => return Err(Fault::Number("limit")),
        }
        handle.limits = Some(limits);
        Ok(INJANG_OK)
    })
}

/// Levels of nesting; default and most 64.
pub const INJANG_LIMIT_DEPTH: i32 = 1;
/// Octets of a document; default 1 GiB.
pub const INJANG_LIMIT_SIZE: i32 = 2;
/// Elements outside certificates and CRLs; default four million.
pub const INJANG_LIMIT_ELEMENTS: i32 = 3;
/// Signers, certificates and digest algorithms, each; default 256.
pub const INJANG_LIMIT_ENTRIES: i32 = 4;
/// CRLs and OCSP responses in the document; default 4096.
pub const INJANG_LIMIT_REVOCATION_INFOS: i32 = 5;

/// The name under which reports show the document, such as that of its file.
///
/// The text is copied; characters that would break a line are escaped. `error` may be NULL.
/// INJANG_E_ARGUMENT: NULL, or not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_request_set_name(
    request: Option<&mut RequestHandle>,
    name: *const c_char,
    name_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let name = unsafe { input::text(name, name_length, "name") }?;
        memory::reserve("name", name.len())?;
        handle.name = Some(injang::escape::text(name));
        Ok(INJANG_OK)
    })
}

/// Forgets everything that was set and asks at this time: the CI is wiped.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or no time; then nothing was changed.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_reset(
    request: Option<&mut RequestHandle>,
    at: i64,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let handle = self::request(request)?;
        *handle = RequestHandle::new(input::time(at, "at")?);
        Ok(INJANG_OK)
    })
}

/// Frees a request and wipes its CI. NULL is nothing to free. Reports outlive it. A pointer may be
/// freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_request_free(request: Option<Box<RequestHandle>>) {
    guard::free(request);
}

/// Reads a time such as `2026-03-02T09:00:00Z` or `2026-03-02T18:00:00+09:00` (RFC 3339) into seconds
/// since 1970-01-01T00:00:00Z. Fractions of a second are cut off.
///
/// `*seconds` is written only if INJANG_OK is returned. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or
/// no such time. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_time_parse(
    text: *const c_char,
    text_length: usize,
    seconds: Option<&mut MaybeUninit<i64>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(seconds, "seconds")?;
        // SAFETY: the caller gives so many characters, or NULL.
        let text = unsafe { input::text(text, text_length, "text") }?;
        let time = text.parse::<Time>();
        out.write(time.map_err(|_| Fault::NotTime("text"))?.unix());
        Ok(INJANG_OK)
    })
}
