//! From what was tolerated to findings, and to the check of the profile.

use crate::encoding::tolerance::{Tolerance, Tolerances};
use crate::policy::Profile;
use crate::report::{Check, CheckId, FindingCode, PathReport, Reason, SubIndication};

/// The finding of a tolerance.
const fn code(tolerance: Tolerance) -> FindingCode {
    match tolerance {
        Tolerance::SerialNotPositive => FindingCode::SerialNotPositive,
        Tolerance::Certificate => FindingCode::CertificateNotDer,
        Tolerance::Parameters => FindingCode::AlgorithmParametersForm,
        Tolerance::AuthorityParameters => FindingCode::CaParametersForm,
        Tolerance::Name => FindingCode::NameForm,
        Tolerance::Crl => FindingCode::CrlForm,
        Tolerance::Ocsp => FindingCode::OcspForm,
        Tolerance::UserNotice => FindingCode::UserNoticeForm,
    }
}

/// The findings of a set, in their order.
pub(crate) fn findings(tolerances: Tolerances) -> impl Iterator<Item = FindingCode> {
    tolerances.iter().map(code)
}

/// The findings about the certificates of a path, each with the position of its certificate; the
/// anchor's own comes behind the last.
pub(crate) fn with_positions(
    path: &PathReport,
) -> impl Iterator<Item = (FindingCode, Option<usize>)> {
    let of_certificates = path.certificates.iter().map(|it| &it.findings);
    let all = of_certificates.chain([&path.anchor_findings]);
    all.enumerate().flat_map(|(position, findings)| {
        let findings = findings.iter();
        findings.map(move |finding| (*finding, Some(position)))
    })
}

/// The check of the profile over findings, each with the certificate of the path that it is about,
/// where it is about one: the first tolerance is the reason.
pub(crate) fn check_profile(
    profile: Profile,
    mut findings: impl Iterator<Item = (FindingCode, Option<usize>)>,
) -> Check {
    let refused = match profile {
        Profile::Standard => None,
        Profile::Strict => findings.find(|(finding, _)| finding.is_tolerance()),
    };
    let Some((finding, position)) = refused else {
        return Check::passed(CheckId::Profile);
    };
    let check = Check::undecided(
        CheckId::Profile,
        SubIndication::FormatFailure,
        Reason::ToleranceRefused(finding),
    );
    match position {
        Some(position) => check.about(position),
        None => check,
    }
}
