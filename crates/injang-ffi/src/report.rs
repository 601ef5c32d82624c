//! What came out of one document, as a whole.

use crate::output::{Form, Kept, Text, lend, lend_text, view};
use crate::report_checks::Sentences;
use crate::{INJANG_E_ARGUMENT, INJANG_OK, INJANG_REJECTED, INJANG_UNDETERMINED, guard, input};
use injang::{Acceptance, Identity, Lang, Report, VidLayout};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

/// What came out of one document. It owns everything it tells. Immutable: any number of threads may
/// read it. What its functions lend lives as long as the report.
pub struct ReportHandle {
    pub(crate) report: Report,
    /// What follows of the report and of the decision that it is a part of, if it is one of one.
    code: i32,
    kept: Kept,
    headlines: [OnceLock<Text>; 2],
    details: OnceLock<Box<Details>>,
}

/// Texts and pointers that few callers ask for.
#[derive(Default)]
pub(crate) struct Details {
    /// Issuer and subject of each signer.
    pub(crate) names: Box<[[OnceLock<Option<Text>>; 2]]>,
    /// The policies of each signer's path.
    pub(crate) policies: Box<[Box<[Text]>]>,
    /// The name of the crypto backend.
    crypto: Option<Text>,
    /// The sentence of each check.
    pub(crate) sentences: Sentences,
}

impl ReportHandle {
    pub(crate) fn new(report: Report) -> Self {
        let code = code(report.acceptance());
        Self::with_code(report, code)
    }

    /// A report that is part of a decision: it is accepted only if the decision is.
    pub(crate) fn within(report: Report, decision: i32) -> Self {
        let code = match code(report.acceptance()) {
            INJANG_OK => decision,
            own => own,
        };
        Self::with_code(report, code)
    }

    fn with_code(report: Report, code: i32) -> Self {
        Self {
            report,
            code,
            kept: Kept::default(),
            headlines: Default::default(),
            details: OnceLock::new(),
        }
    }

    pub(crate) const fn code(&self) -> i32 {
        self.code
    }

    pub(crate) fn details(&self) -> &Details {
        self.details.get_or_init(|| {
            let report = self.report.details();
            let policies = |signer: &injang::SignerReport| {
                let policies = signer.path.policies.iter();
                policies.map(|oid| Text::new(oid.to_string())).collect()
            };
            Box::new(Details {
                names: report.signers.iter().map(|_| Default::default()).collect(),
                policies: report.signers.iter().map(policies).collect(),
                crypto: Some(Text::new(report.conditions.policy.crypto)),
                sentences: Sentences::of(&self.report),
            })
        })
    }
}

/// What a function that judges returns.
pub(crate) const fn code(acceptance: Acceptance) -> i32 {
    match acceptance {
        Acceptance::Accepted => INJANG_OK,
        Acceptance::Rejected => INJANG_REJECTED,
        Acceptance::Undetermined => INJANG_UNDETERMINED,
    }
}

/// What injang_verify() returned or would have returned for this document: INJANG_OK only if the verdict
/// is TOTAL-PASSED and a claimed identity matched, and, of a report that belongs to a decision, only if
/// that is ACCEPTED. INJANG_E_ARGUMENT for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_code(report: Option<&ReportHandle>) -> i32 {
    guard::get(INJANG_E_ARGUMENT, || Some(report?.code))
}

/// Whether injang_report_code() is INJANG_OK: 1 or 0; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_is_accepted(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || Some(i32::from(report?.code == INJANG_OK)))
}

/// The verdict over all signers, as `INJANG_VERDICT_…`; 0 for NULL. It says nothing about who signed:
/// rely on a document only where injang_report_is_accepted() is 1.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_verdict(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || Some(i32::from(report?.report.verdict().number())))
}

/// Why the verdict is not TOTAL-PASSED, as `INJANG_SUB_INDICATION_…`; 0 if it is, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_sub_indication(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let sub_indication = report?.report.verdict().sub_indication()?;
        Some(i32::from(sub_indication.number()))
    })
}

/// Whether the signer is the person who was claimed, as `INJANG_IDENTITY_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_identity(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || Some(i32::from(report?.report.identity().number())))
}

/// The layout under which the VID was compared, as `INJANG_VID_LAYOUT_…`; 0 if it was not, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_identity_layout(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || match report?.report.identity() {
        Identity::Matched { layout, .. } | Identity::Mismatched { layout, .. } => {
            layout_number(layout)
        }
        _ => None,
    })
}

/// The layout under which a VID that did not match would have, as `INJANG_VID_LAYOUT_…`; 0 if there is
/// none, or for NULL. It is not accepted.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_identity_would_match(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || match report?.report.identity() {
        Identity::Mismatched {
            would_match: Some(layout),
            ..
        } => layout_number(layout),
        _ => None,
    })
}

pub(crate) fn layout_number(name: &str) -> Option<i32> {
    Some(i32::from(VidLayout::from_name(name)?.number()))
}

/// What was signed, if it stands in the document and the report is accepted; NULL otherwise. Where the
/// caller gave the content, that is what was signed.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_content(
    report: Option<&ReportHandle>,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let content = guard::get(None, || {
        let report = report.filter(|it| it.code == INJANG_OK)?;
        Some(report.report.untrusted_content())
    });
    lend(content, length)
}

/// The content that stands in the document, whoever signed it and whatever the verdict; NULL if there is
/// none. For showing what is wrong, never for going on with it.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_untrusted_content(
    report: Option<&ReportHandle>,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let content = guard::get(None, || Some(report?.report.untrusted_content()));
    lend(content, length)
}

/// How many signers the document has; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_signer_count(report: Option<&ReportHandle>) -> usize {
    guard::get(0, || Some(report?.report.details().signers.len()))
}

/// The time at which the document was judged, in seconds since 1970; `INJANG_NO_TIME` for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_time(report: Option<&ReportHandle>) -> i64 {
    guard::get(i64::MIN, || {
        Some(report?.report.details().conditions.at.unix())
    })
}

/// Who said that this is the time, as `INJANG_TIME_SOURCE_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_time_source(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let source = report?.report.details().conditions.at_source;
        Some(i32::from(source.number()))
    })
}

/// The kind of signature that was demanded, as `INJANG_SIGN_TYPE_…`; 0 if any was accepted, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_required_sign_type(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let sign_type = report?.report.details().conditions.sign_type?;
        Some(i32::from(sign_type.number()))
    })
}

/// The layout of the VID that counts, as `INJANG_VID_LAYOUT_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_vid_layout(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        layout_number(report?.report.details().conditions.vid_layout)
    })
}

/// What a digest is that was given in place of a content, as `INJANG_PLAIN_HASH_SOURCE_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_plain_hash_source(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let name = report?.report.details().conditions.digest_source;
        let source = injang::PlainHashSource::from_name(name)?;
        Some(i32::from(source.number()))
    })
}

/// How deviations from the standards were taken, as `INJANG_PROFILE_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_profile(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let name = report?.report.details().conditions.policy.profile;
        Some(i32::from(injang::Profile::from_name(name)?.number()))
    })
}

/// Whether revocation was checked, as `INJANG_REVOCATION_MODE_…`; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_revocation_mode(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        let policy = &report?.report.details().conditions.policy;
        Some(if policy.is_revocation_checked() { 1 } else { 2 })
    })
}

/// The name of the crypto backend; NULL for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_crypto(
    report: Option<&ReportHandle>,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let name = guard::get(None, || report?.details().crypto.as_ref().map(Some));
    lend_text(name, length)
}

/// SHA-256 of injang_policy_manifest(): 32 octets that fix under which policy the document was judged.
/// NULL for NULL.
///
/// `length` may be NULL. Any thread. The octets live as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_policy_sha256(
    report: Option<&ReportHandle>,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const u8 {
    let sha256 = guard::get(None, || {
        let policy = &report?.report.details().conditions.policy;
        policy
            .policy_sha256
            .as_ref()
            .map(<[u8; 32]>::as_slice)
            .map(Some)
    });
    lend(sha256, length)
}

/// The first line of the report: what came out and what that means, such as
/// `TOTAL-PASSED (revocation not checked): …`. NULL for an unknown language, or for NULL.
///
/// `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
/// report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_headline(
    report: Option<&ReportHandle>,
    lang: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let report = report?;
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        let cell = &report.headlines[usize::from(lang != Lang::En)];
        let made = || Text::new(report.report.details().headline(lang).to_string());
        Some(Some(cell.get_or_init(made)))
    });
    lend_text(text, length)
}

/// A form of the report, made once.
fn form(report: Option<&ReportHandle>, form: Form, lang: i32, show_subject: i32) -> Option<&Text> {
    guard::get(None, || {
        let report = report?;
        let view = view(lang, show_subject).ok()?;
        let made = || match form {
            Form::Json => report.report.to_json_in(view),
            Form::Text => report.report.text_in(view),
            Form::Brief => report.report.brief_in(view),
        };
        Some(Some(report.kept.text(form, view, made)))
    })
}

/// The report for programs: JSON as `schema/report.json` describes it. Made when it is asked for first,
/// and kept. The same inputs give the same octets.
///
/// `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
/// only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
/// The text lives as long as the report.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_json(
    report: Option<&ReportHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(report, Form::Json, lang, show_subject), length)
}

/// The report for people: everything. Otherwise as injang_report_json().
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_text(
    report: Option<&ReportHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(report, Form::Text, lang, show_subject), length)
}

/// The report for people: the verdict, what is not as it should be, and the next step. Otherwise as
/// injang_report_json().
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_brief(
    report: Option<&ReportHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(report, Form::Brief, lang, show_subject), length)
}

/// How many causes a diagnosis found; 0 if there is none, if none was asked for, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_diagnosis_count(report: Option<&ReportHandle>) -> usize {
    guard::get(0, || Some(report?.report.diagnoses()?.found.len()))
}

/// A cause that a diagnosis found, as `INJANG_CAUSE_…`; 0 if there is none of this index, or for NULL.
/// Its sentence stands in the report's text.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_diagnosis_cause(
    report: Option<&ReportHandle>,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let diagnosis = report?.report.diagnoses()?.found.get(index)?;
        Some(i32::from(diagnosis.cause.number()))
    })
}

/// Which signer a cause is about, by index; `INJANG_NONE` if it is about the identity, if there is no
/// such cause, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_diagnosis_signer(
    report: Option<&ReportHandle>,
    index: usize,
) -> usize {
    guard::get(usize::MAX, || {
        report?.report.diagnoses()?.found.get(index)?.signer
    })
}

/// Whether the diagnosis tried everything that could have explained something: 1 or 0. If not, that
/// nothing was found means nothing. 0 if none was asked for, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_diagnosis_is_complete(report: Option<&ReportHandle>) -> i32 {
    guard::get(0, || {
        Some(i32::from(report?.report.diagnoses()?.is_complete))
    })
}

/// Frees a report and everything it lent. NULL is nothing to free; a report that a decision lent is the
/// decision's, and never freed. A pointer may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_report_free(report: Option<Box<ReportHandle>>) {
    guard::free(report);
}
