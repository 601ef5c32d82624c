//! What the revocation checks rest on, and what they did not use.

use crate::guard;
use crate::output::lend;
use crate::report::ReportHandle;
use crate::signer::details;
use injang::{EvidenceUsed, RevocationPiece, RevokedLater, Time};
use std::mem::MaybeUninit;

fn unix(time: Option<Time>) -> Option<i64> {
    time.map(Time::unix)
}

fn all_used(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
) -> Option<&[EvidenceUsed]> {
    let path = &details(report, signer)?.path.certificates;
    Some(&path.get(position)?.evidence)
}

fn used(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
) -> Option<&EvidenceUsed> {
    all_used(report, signer, position)?.get(index)
}

/// On how many CRLs and OCSP responses the revocation check of a certificate rests, which stands at
/// this position of a signer's path; 0 if there is none, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_count(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
) -> usize {
    guard::get(0, || Some(all_used(report, signer, position)?.len()))
}

/// What a piece of evidence is, as `INJANG_EVIDENCE_KIND_…`; 0 if there is none of this index, or for
/// NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_kind(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let evidence = used(report, signer, position, index)?;
        Some(i32::from(evidence.kind.number()))
    })
}

/// Where a piece of evidence came from, as `INJANG_ORIGIN_…`; 0 if there is none of this index, or for
/// NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_origin(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let evidence = used(report, signer, position, index)?;
        Some(i32::from(evidence.origin.number()))
    })
}

/// thisUpdate of a piece of evidence, in seconds since 1970; `INJANG_NO_TIME` if there is none of this
/// index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_this_update(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
) -> i64 {
    guard::get(i64::MIN, || {
        Some(used(report, signer, position, index)?.this_update.unix())
    })
}

/// nextUpdate of a piece of evidence, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is
/// none of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_next_update(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
) -> i64 {
    guard::get(i64::MIN, || {
        unix(used(report, signer, position, index)?.next_update)
    })
}

/// SHA-256 of the octets of a piece of evidence; NULL if there is none of this index, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_evidence_sha256(
    report: Option<&ReportHandle>,
    signer: usize,
    position: usize,
    index: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let sha256 = guard::get(None, || {
        let evidence = used(report, signer, position, index)?;
        Some(evidence.sha256.as_ref().map(<[u8; 32]>::as_slice))
    });
    lend(sha256, length)
}

fn later(report: Option<&ReportHandle>, signer: usize, index: usize) -> Option<&RevokedLater> {
    details(report, signer)?.path.revoked_later.get(index)
}

/// How many certificates of a signer's path were revoked after the time asked; 0 if none, if there is no
/// such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revoked_later_count(
    report: Option<&ReportHandle>,
    signer: usize,
) -> usize {
    guard::get(0, || {
        Some(details(report, signer)?.path.revoked_later.len())
    })
}

/// Which certificate of the path was revoked later: 0 is the signer's. INJANG_NONE if there is none of
/// this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revoked_later_position(
    report: Option<&ReportHandle>,
    signer: usize,
    index: usize,
) -> usize {
    guard::get(usize::MAX, || Some(later(report, signer, index)?.position))
}

/// When it was revoked, in seconds since 1970; `INJANG_NO_TIME` if there is none of this index, or for
/// NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revoked_later_time(
    report: Option<&ReportHandle>,
    signer: usize,
    index: usize,
) -> i64 {
    guard::get(i64::MIN, || {
        Some(later(report, signer, index)?.revoked_at.unix())
    })
}

/// Why it was revoked, as `INJANG_REVOCATION_REASON_…`, which count from 0; -1 if the evidence does not
/// say, if there is none of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revoked_later_reason(
    report: Option<&ReportHandle>,
    signer: usize,
    index: usize,
) -> i32 {
    guard::get(-1, || {
        Some(i32::from(later(report, signer, index)?.reason?.number()))
    })
}

fn piece(report: Option<&ReportHandle>, index: usize) -> Option<&RevocationPiece> {
    report?.report.details().revocation_data.pieces.get(index)
}

/// How many CRLs and OCSP responses were at hand: every one of the document, and those of the policy that
/// name an issuer of a path or name nobody. 0 where revocation was not checked, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_count(report: Option<&ReportHandle>) -> usize {
    guard::get(0, || {
        Some(report?.report.details().revocation_data.pieces.len())
    })
}

/// How many more the policy has, which concern no certificate of a path; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_elsewhere(report: Option<&ReportHandle>) -> usize {
    guard::get(0, || {
        Some(report?.report.details().revocation_data.elsewhere)
    })
}

/// What a piece at hand is, as `INJANG_EVIDENCE_KIND_…`; 0 if there is none of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_kind(report: Option<&ReportHandle>, index: usize) -> i32 {
    guard::get(0, || Some(i32::from(piece(report, index)?.kind.number())))
}

/// Where a piece at hand came from, as `INJANG_ORIGIN_…`; 0 if there is none of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_origin(
    report: Option<&ReportHandle>,
    index: usize,
) -> i32 {
    guard::get(0, || Some(i32::from(piece(report, index)?.origin.number())))
}

/// thisUpdate of a piece at hand, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is none
/// of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_this_update(
    report: Option<&ReportHandle>,
    index: usize,
) -> i64 {
    guard::get(i64::MIN, || unix(piece(report, index)?.this_update))
}

/// nextUpdate of a piece at hand, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is none
/// of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_next_update(
    report: Option<&ReportHandle>,
    index: usize,
) -> i64 {
    guard::get(i64::MIN, || unix(piece(report, index)?.next_update))
}

/// Why no check rests on a piece at hand, as `INJANG_REASON_…`; 0 if one does, if there is none of this
/// index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_unused(
    report: Option<&ReportHandle>,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let reason = piece(report, index)?.unused.as_ref()?;
        Some(i32::from(reason.number()))
    })
}

/// SHA-256 of the octets of a piece at hand; NULL if there is none of this index, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_revocation_data_sha256(
    report: Option<&ReportHandle>,
    index: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let sha256 = guard::get(None, || {
        let piece = piece(report, index)?;
        Some(piece.sha256.as_ref().map(<[u8; 32]>::as_slice))
    });
    lend(sha256, length)
}
