//! One signer of a report.

use crate::guard;
use crate::output::{Text, lend, lend_text};
use crate::report::ReportHandle;
use injang::{Lang, Signer, SignerReport};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

pub(crate) fn signer(report: Option<&ReportHandle>, index: usize) -> Option<Signer<'_>> {
    report?.report.signer(index)
}

pub(crate) fn details(report: Option<&ReportHandle>, index: usize) -> Option<&SignerReport> {
    report?.report.details().signers.get(index)
}

/// A signer's own verdict, as `INJANG_VERDICT_…`; 0 if there is no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_verdict(report: Option<&ReportHandle>, signer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(report, signer)?.verdict.number()))
    })
}

/// Why a signer's verdict is not TOTAL-PASSED, as `INJANG_SUB_INDICATION_…`; 0 if it is, if there is no
/// such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_sub_indication(
    report: Option<&ReportHandle>,
    signer: usize,
) -> i32 {
    guard::get(0, || {
        let sub_indication = details(report, signer)?.verdict.sub_indication()?;
        Some(i32::from(sub_indication.number()))
    })
}

/// What the signature covers, as `INJANG_SIGN_TYPE_…`; 0 if there is no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_sign_type(report: Option<&ReportHandle>, signer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(report, signer)?.sign_type.number()))
    })
}

/// From what the digest was taken that the signature was held against, as `INJANG_DIGEST_SOURCE_…`; 0 if
/// there is no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_digest_source(report: Option<&ReportHandle>, signer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(report, signer)?.reading.number()))
    })
}

/// Whether the signature verified under the key of injang_signer_certificate(): 1 or 0. Where it is 0
/// that certificate is only the one that the signer names, and anybody can name any. 0 if there is no
/// such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_is_verified_key(
    report: Option<&ReportHandle>,
    signer: usize,
) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(report, signer)?.is_verified_key))
    })
}

/// Whether a certificate with another serial number fits and verifies just as well: 1 or 0. 0 if there is
/// no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_is_ambiguous(report: Option<&ReportHandle>, signer: usize) -> i32 {
    guard::get(0, || Some(i32::from(details(report, signer)?.is_ambiguous)))
}

/// The serial number of the signer's certificate: the content octets of its INTEGER, with the leading 00
/// where the top bit is set. Rely on it only where injang_report_is_accepted() is 1. NULL if there is no
/// certificate, no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_serial(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let serial = guard::get(None, || Some(self::signer(report, signer)?.serial()));
    lend(serial, length)
}

/// The signer's certificate in DER: the one under whose key the signature verified, or else the one that
/// the signer names (injang_signer_is_verified_key()). It holds the name of a person. NULL if there is
/// no certificate, no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_certificate(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let certificate = guard::get(None, || Some(self::signer(report, signer)?.certificate()));
    lend(certificate.map(|it| it.octets()), length)
}

/// A name that is written once.
fn name<'r>(
    report: Option<&'r ReportHandle>,
    index: usize,
    which: usize,
    make: impl FnOnce(Signer<'r>) -> Option<String>,
) -> Option<&'r Text> {
    guard::get(None, || {
        let signer = signer(report, index)?;
        let cell: &OnceLock<Option<Text>> = &report?.details().names.get(index)?[which];
        Some(cell.get_or_init(|| make(signer).map(Text::new)).as_ref())
    })
}

/// The name of who issued the signer's certificate, as text. NULL if it is the subject's own name, if
/// there is no certificate, no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_issuer(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let issuer = name(report, signer, 0, |signer| signer.issuer(Lang::En));
    lend_text(issuer, length)
}

/// The name of the person who signed, as text: PERSONAL DATA. No other function gives it unless
/// `show_subject` is 1. NULL if there is no certificate, no such signer, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_subject(
    report: Option<&ReportHandle>,
    signer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let subject = name(report, signer, 1, |signer| signer.subject(Lang::En));
    lend_text(subject, length)
}

/// When the signer says that they signed, in seconds since 1970: their word, and no proof of it.
/// `INJANG_NO_TIME` if they don't say, if there is no such signer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_signer_claimed_time(report: Option<&ReportHandle>, signer: usize) -> i64 {
    guard::get(i64::MIN, || {
        Some(details(report, signer)?.claimed_signing_time?.unix())
    })
}
