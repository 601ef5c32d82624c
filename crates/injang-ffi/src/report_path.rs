//! The path from a signer's certificate to a trust anchor.

use crate::guard;
use crate::output::{lend, lend_text};
use crate::report::ReportHandle;
use crate::signer::{details, signer as of_report};
use injang::TrustAnchor;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// How many certificates a signer's path has, from the signer's own up to the one that the anchor
/// issued; 0 if no path leads to an anchor, if there is no such signer, or for NULL. Every signature on
/// the path has verified; whether the path is good is what the checks say.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_length(report: Option<&ReportHandle>, signer: usize) -> usize {
    guard::get(0, || Some(details(report, signer)?.path.certificates.len()))
}

/// A certificate of a signer's path in DER, by its position: 0 is the signer's own, which holds the name
/// of a person. NULL if there is none of this position, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_certificate(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let certificate = guard::get(None, || {
        Some(of_report(report, signer)?.path_certificate(position))
    });
    lend(certificate.map(|it| it.octets()), length)
}

/// Where a certificate of a signer's path came from, as `INJANG_ORIGIN_…`; 0 if there is none of this
/// position, or for NULL. Certificates that the request added count as the document's.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_origin(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
) -> i32 {
    guard::get(0, || {
        let path = &details(report, signer)?.path.certificates;
        Some(i32::from(path.get(position)?.origin.number()))
    })
}

fn anchor(report: Option<&ReportHandle>, signer: usize) -> Option<&TrustAnchor> {
    guard::get(None, || Some(of_report(report, signer)?.anchor()))
}

/// The name of the trust anchor at the end of a signer's path: DER of a Name. NULL if no path leads to
/// one, if there is no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_anchor_name(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    lend(anchor(report, signer).map(TrustAnchor::name), length)
}

/// The key of that trust anchor: DER of a SubjectPublicKeyInfo. NULL if no path leads to one, if there is
/// no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_anchor_key(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    lend(anchor(report, signer).map(TrustAnchor::public_key), length)
}

/// Whether the signer's certificate is itself the anchor, trusted for itself alone: 1 or 0. Then it need
/// not be shown that it had not been revoked. 0 if there is no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_is_pinned(report: Option<&ReportHandle>, signer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(report, signer)?.path.is_pinned))
    })
}

/// How many policies the path is good under (RFC 5280 6.1.6); 0 if there is none, if there is no such
/// signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_policy_count(report: Option<&ReportHandle>, signer: usize) -> usize {
    guard::get(0, || Some(details(report, signer)?.path.policies.len()))
}

/// A policy that the path is good under, in dotted form; 2.5.29.32.0 where it is under any. NULL if there
/// is none of this index, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_path_policy(
    report: Option<&ReportHandle>,
    signer: usize,
    index: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let policy = guard::get(None, || {
        let policies = report?.details().policies.get(signer)?;
        Some(policies.get(index))
    });
    lend_text(policy, length)
}
