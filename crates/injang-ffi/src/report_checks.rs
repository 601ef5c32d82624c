//! Checks and findings: of the document, of a signer, of a certificate on a path.

use crate::guard;
use crate::input;
use crate::output::{Text, lend_text};
use crate::report::ReportHandle;
use injang::{Check, FindingCode, Lang, Report, SignerReport};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

/// A sentence in both languages.
type Pair = [OnceLock<Text>; 2];

/// The sentences of all checks, each made when it is asked for first.
#[derive(Default)]
pub(crate) struct Sentences {
    document: Box<[Pair]>,
    signers: Box<[OfSigner]>,
}

struct OfSigner {
    own: Box<[Pair]>,
    certificates: Box<[Box<[Pair]>]>,
}

fn empty(checks: &[Check]) -> Box<[Pair]> {
    checks.iter().map(|_| Pair::default()).collect()
}

impl Sentences {
    pub(crate) fn of(report: &Report) -> Self {
        let report = report.details();
        let of_signer = |signer: &SignerReport| {
            let path = signer.path.certificates.iter();
            OfSigner {
                own: empty(&signer.checks),
                certificates: path.map(|it| empty(&it.checks)).collect(),
            }
        };
        Self {
            document: empty(&report.checks),
            signers: report.signers.iter().map(of_signer).collect(),
        }
    }

    fn at(&self, signer: usize, certificate: usize, index: usize) -> Option<&Pair> {
        if signer == usize::MAX {
            return self.document.get(index);
        }
        let signer = self.signers.get(signer)?;
        if certificate == usize::MAX {
            return signer.own.get(index);
        }
        signer.certificates.get(certificate)?.get(index)
    }
}

/// The checks of a place: `usize::MAX` stands for the document itself, and for the signer itself.
fn checks(report: &Report, signer: usize, certificate: usize) -> Option<&[Check]> {
    let details = report.details();
    if signer == usize::MAX {
        return (certificate == usize::MAX).then_some(&details.checks[..]);
    }
    let signer = details.signers.get(signer)?;
    if certificate == usize::MAX {
        return Some(&signer.checks);
    }
    Some(&signer.path.certificates.get(certificate)?.checks)
}

/// The findings of the same.
fn findings(report: &Report, signer: usize, certificate: usize) -> Option<&[FindingCode]> {
    let details = report.details();
    if signer == usize::MAX {
        return (certificate == usize::MAX).then_some(&details.findings[..]);
    }
    let signer = details.signers.get(signer)?;
    if certificate == usize::MAX {
        return Some(&signer.findings);
    }
    Some(&signer.path.certificates.get(certificate)?.findings)
}

fn check(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> Option<&Check> {
    checks(&report?.report, signer, certificate)?.get(index)
}

/// How many checks there are. Whose they are is said by two indexes: `signer` INJANG_NONE for the
/// document itself (then `certificate` too); `certificate` INJANG_NONE for the signer itself; or both,
/// for a certificate of the signer's path, where 0 is the signer's own.
///
/// 0 if there is no such signer or certificate, or for NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_count(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
) -> usize {
    guard::get(0, || {
        Some(checks(&report?.report, signer, certificate)?.len())
    })
}

/// Which check it is, as `INJANG_CHECK_…`; whose, is said as of injang_check_count(). 0 if there is no
/// such check, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_id(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let check = check(report, signer, certificate, index)?;
        Some(i32::from(check.id.number()))
    })
}

/// What a check found, as `INJANG_OUTCOME_…`; whose, is said as of injang_check_count(). 0 if there is
/// no such check, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_outcome(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let check = check(report, signer, certificate, index)?;
        Some(i32::from(check.outcome.number()))
    })
}

/// Why a check failed or could not be decided, as `INJANG_SUB_INDICATION_…`; whose, is said as of
/// injang_check_count(). 0 if it did not fail, if there is no such check, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_sub_indication(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let check = check(report, signer, certificate, index)?;
        Some(i32::from(check.outcome.sub_indication()?.number()))
    })
}

/// The reason of a check's outcome, as `INJANG_REASON_…`; whose, is said as of injang_check_count(). 0
/// if it simply passed, if there is no such check, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_reason(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let check = check(report, signer, certificate, index)?;
        Some(i32::from(check.reason.as_ref()?.number()))
    })
}

/// Which certificate of the path a check's reason is about: 0 is the signer's, 1 its issuer's; whose
/// check it is, is said as of injang_check_count(). INJANG_NONE if the reason is about none, if there is
/// no such check, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_position(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> usize {
    guard::get(usize::MAX, || {
        check(report, signer, certificate, index)?.position
    })
}

/// The reason of a check's outcome in a sentence, with the values that it depends on; empty if it simply
/// passed. Whose check it is, is said as of injang_check_count(). Neither names nor content stand in it.
/// NULL if there is no such check, for an unknown language, or for NULL.
///
/// `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
/// report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_check_sentence(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
    lang: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        let check = check(report, signer, certificate, index)?;
        let sentences = &report?.details().sentences;
        let cell = &sentences.at(signer, certificate, index)?[usize::from(lang != Lang::En)];
        let made = || Text::new(check.sentence(lang).to_string());
        Some(Some(cell.get_or_init(made)))
    });
    lend_text(text, length)
}

/// How many findings there are: what is remarkable and changed no check. Whose they are is said as of
/// injang_check_count().
///
/// 0 if there is no such signer or certificate, or for NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_finding_count(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
) -> usize {
    guard::get(0, || {
        Some(findings(&report?.report, signer, certificate)?.len())
    })
}

/// A finding, as `INJANG_FINDING_…`; whose, is said as of injang_check_count(). 0 if there is none of
/// this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_finding_code(
    report: Option<&ReportHandle>,
    signer: usize,
    certificate: usize,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let findings = findings(&report?.report, signer, certificate)?;
        Some(i32::from(findings.get(index)?.number()))
    })
}
