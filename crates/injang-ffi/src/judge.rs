//! The two verbs: audit describes, verify decides.

use crate::error::{ErrorHandle, Fault};
use crate::policy::PolicyHandle;
use crate::report::ReportHandle;
use crate::request::RequestHandle;
use crate::{INJANG_OK, guard, input, memory};
use injang::Document;
use std::mem::MaybeUninit;

/// The report on a document, at once where it stays: it is not moved from there.
fn report(
    policy: Option<&PolicyHandle>,
    request: Option<&RequestHandle>,
    document: &[u8],
    content: Option<&[u8]>,
) -> Result<Box<ReportHandle>, Fault> {
    let policy = &input::handle(policy, "policy")?.policy;
    let request = input::handle(request, "request")?;
    let asked = request.ask(content)?;
    let limits = request.limits.unwrap_or_default();
    memory::reserve_within("document", document.len(), limits)?;
    memory::reserve("content", content.map_or(0, <[u8]>::len))?;
    let report = match request.limits {
        None => policy.audit(document, &asked),
        Some(limits) => policy.audit_document(Document::read_within(document, limits), &asked),
    };
    let report = match &request.name {
        None => report,
        Some(name) => report.named(name, Vec::new()),
    };
    Ok(Box::new(ReportHandle::new(report)))
}

/// Describes a document: every check, as data. Whatever is wrong with the document stands in the
/// report, a document that can't be read included; the code is 0 for all of them, and no verdict.
///
/// `document` may be in any armor: DER, BER, PEM, base64 or hex. It is copied. `policy` and `request`
/// stay the caller's.
///
/// `*report` becomes the caller's, to be freed by injang_report_free(); it is overwritten, and NULL
/// after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or a length over PTRDIFF_MAX.
/// INJANG_E_MEMORY. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_audit(
    policy: Option<&PolicyHandle>,
    request: Option<&RequestHandle>,
    document: *const u8,
    document_length: usize,
    report: Option<&mut MaybeUninit<Option<Box<ReportHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(report, "report")?.write(None);
        // SAFETY: the caller gives so many octets, or NULL.
        let document = unsafe { input::octets(document, document_length, "document") }?;
        let report = self::report(policy, request, document, None)?;
        *out = Some(report);
        Ok(INJANG_OK)
    })
}

/// The same where the signature must be over `content`, which is not in the document (a detached
/// signature). If the document has a content too, both must be the same.
///
/// `content` is read during the call only. INJANG_E_ARGUMENT also if the request has a digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_audit_detached(
    policy: Option<&PolicyHandle>,
    request: Option<&RequestHandle>,
    document: *const u8,
    document_length: usize,
    content: *const u8,
    content_length: usize,
    report: Option<&mut MaybeUninit<Option<Box<ReportHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(report, "report")?.write(None);
        // SAFETY: the caller gives so many octets, or NULL.
        let document = unsafe { input::octets(document, document_length, "document") }?;
        // SAFETY: the same.
        let content = unsafe { input::octets(content, content_length, "content") }?;
        let report = self::report(policy, request, document, Some(content))?;
        *out = Some(report);
        Ok(INJANG_OK)
    })
}

/// Decides over a document: INJANG_OK only if the verdict is TOTAL-PASSED and, where a person was
/// claimed, the identity matched; INJANG_REJECTED if the verdict is TOTAL-FAILED (a document that can't
/// be read included) or the identity did not match; INJANG_UNDETERMINED otherwise. Every other code
/// means that nothing was decided.
///
/// `document` may be in any armor: DER, BER, PEM, base64 or hex. It is copied. `policy` and `request`
/// stay the caller's.
///
/// `report` may be NULL. Otherwise `*report` becomes the caller's, to be freed by injang_report_free();
/// it is overwritten: a report with INJANG_OK, INJANG_REJECTED and INJANG_UNDETERMINED, NULL with every
/// other code. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or a length over PTRDIFF_MAX.
/// INJANG_E_MEMORY. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_verify(
    policy: Option<&PolicyHandle>,
    request: Option<&RequestHandle>,
    document: *const u8,
    document_length: usize,
    report: Option<&mut MaybeUninit<Option<Box<ReportHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = report.map(|out| out.write(None));
        // SAFETY: the caller gives so many octets, or NULL.
        let document = unsafe { input::octets(document, document_length, "document") }?;
        let report = self::report(policy, request, document, None)?;
        Ok(decide(report, out))
    })
}

/// The same where the signature must be over `content`, which is not in the document (a detached
/// signature). If the document has a content too, both must be the same.
///
/// `content` is read during the call only. INJANG_E_ARGUMENT also if the request has a digest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_verify_detached(
    policy: Option<&PolicyHandle>,
    request: Option<&RequestHandle>,
    document: *const u8,
    document_length: usize,
    content: *const u8,
    content_length: usize,
    report: Option<&mut MaybeUninit<Option<Box<ReportHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = report.map(|out| out.write(None));
        // SAFETY: the caller gives so many octets, or NULL.
        let document = unsafe { input::octets(document, document_length, "document") }?;
        // SAFETY: the same.
        let content = unsafe { input::octets(content, content_length, "content") }?;
        let report = self::report(policy, request, document, Some(content))?;
        Ok(decide(report, out))
    })
}

fn decide(report: Box<ReportHandle>, out: Option<&mut Option<Box<ReportHandle>>>) -> i32 {
    let code = report.code();
    if let Some(out) = out {
        *out = Some(report);
    }
    code
}
