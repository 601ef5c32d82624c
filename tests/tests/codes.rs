//! `docs/codes.md` is made of the codes and their sentences. `INJANG_CODES=write` writes it anew.

use injang_core::report::{
    CheckId, FindingCode, Lang, Reason, RevocationReason, SignType, SubIndication,
};
use injang_core::{
    Cause, Change, CiError, Diagnosis, DigestAlgorithm, Error, ErrorKind, Identity, OidBuf,
    OtherFormat, Side, Time, Verdict,
};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Every reason, with values that stand for what varies.
fn reasons() -> Vec<Reason> {
    use Reason as R;
    // id-data, as an example of an identifier.
    let content = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
    let oid = || OidBuf::from(injang_core::Oid::from_content(&content).expect("OID"));
    let time = Time::parse("2026-03-02T09:00:00Z").expect("time");
    vec![
        R::Malformed(truncated()),
        R::NoSigners,
        R::AttributeMissing(oid()),
        R::AttributeRepeated(oid()),
        R::AttributeValueCount(oid()),
        R::AttributeValueType(oid()),
        R::AttributeForbidden(oid()),
        R::AttributesEmpty,
        R::ContentTypeDiffers,
        R::ContentTypeNeedsAttributes(oid()),
        R::ToleranceRefused(FindingCode::TrailingPadding),
        R::NoSignerCertificate,
        R::CertificateUnreadable(truncated()),
        R::ContentMissing,
        R::ContentDiffers,
        R::ContentNotCompared,
        R::DigestAlgorithmDiffers {
            supplied: "sha1",
            signer: Some("sha256"),
        },
        R::MessageDigestDiffers,
        R::SignatureInvalid,
        R::SignatureMalformed,
        R::AlgorithmUnsupported(oid()),
        R::ParametersUnsupported(oid()),
        R::KeyUnusable,
        R::KeyLengthUnsupported { bits: 16384 },
        R::KeyKindDiffers,
        R::KeyRestricted,
        R::SignatureDigestDiffers,
        R::NoPrehash,
        R::BudgetExhausted,
        R::Unanswered,
        R::AlgorithmProtectionDiffers,
        R::SigningCertificateDiffers,
        R::SignTypeDiffers {
            demanded: SignType::SignedAttribute,
            found: SignType::Message,
        },
        R::AttributesAsContent,
        R::ContentUnknown,
        R::WeakDigest("sha1"),
        R::WeakKey { bits: 1024 },
        R::NoAnchor,
        R::AnchorKeyDiffers,
        R::IssuerKeyDiffers,
        R::NotAuthority,
        R::KeyUsageForbidsIssuing,
        R::PathTooLong,
        R::NameNotPermitted,
        R::NameExcluded,
        R::NameUnprocessed,
        R::NoValidPolicy,
        R::SignerPolicyMissing,
        R::PurposeForbidden,
        R::AnyPolicyMapped,
        R::KeyUsageForbids,
        R::CriticalExtension(oid()),
        R::ExtensionRepeated(oid()),
        R::ExtensionMalformed(oid()),
        R::ExtensionsMalformed(truncated()),
        R::VersionForbidsExtensions { version: 1 },
        R::VersionUnknown { version: 4 },
        R::PolicyRepeated(oid()),
        R::PolicyQualifierUnknown(oid()),
        R::CertificateAlgorithmsDiffer,
        R::Expired { not_after: time },
        R::NotYetValid { not_before: time },
        R::Revoked {
            revoked_at: time,
            reason: Some(RevocationReason::KeyCompromise),
        },
        R::NoRevocationEvidence,
        R::EvidenceStale {
            this_update: time,
            next_update: None,
        },
        R::EvidenceOutOfScope,
        R::EvidenceIncomplete,
        R::EvidenceForged,
        R::EvidenceUnauthorised,
        R::ResponderUnchecked,
        R::EvidenceWeak,
        R::EvidenceUnprocessed(oid()),
        R::EvidenceOpen,
        R::StatusUnknown,
        R::RevocationNotRequested,
        R::AnchorPinned,
        R::AnchorIssuesNothing,
        R::EvidenceUnderOtherKey,
        R::EvidenceSignerUnknown,
        R::EvidenceMalformed(truncated()),
        R::EvidenceUnrelated,
        R::ResponderError(3),
        R::EvidenceSignerInvalid,
        R::RevocationUnconfirmed {
            revoked_at: time,
            reason: Some(RevocationReason::KeyCompromise),
        },
    ]
}

/// An error as octets that are cut off give it.
fn truncated() -> Error {
    injang_core::Certificate::from_der(&[0x30, 5]).expect_err("two octets are no certificate")
}

fn table(page: &mut String, title: &str, intro: &str, heads: &str, rows: &[Vec<String>]) {
    let rule = "|---".repeat(heads.matches('|').count() - 1);
    write!(page, "\n## {title}\n{intro}\n\n{heads}\n{rule}|\n").expect("page");
    for row in rows {
        writeln!(page, "| {} |", row.join(" | ")).expect("page");
    }
}

fn page() -> String {
    let mut page = String::from(
        "# Codes\n\nEvery code in a report, with its sentence in English and in Korean. Names and numbers are never\n\
         reused. This page is made from the tables in `crates/injang-core/src/report` and\n\
         `crates/injang-core/src/diagnose`; a test holds it to them.\n",
    );
    let both = |en: String, ko: String| vec![en, ko];
    let code = |name: &str| format!("`{name}`");
    let sub = SubIndication::FormatFailure;
    let verdicts = [
        Verdict::TotalPassed,
        Verdict::Indeterminate(sub),
        Verdict::TotalFailed(sub),
    ];
    let rows: Vec<_> = verdicts
        .iter()
        .map(|it| {
            [
                vec![code(it.name())],
                both(it.sentence(Lang::En).into(), it.sentence(Lang::Ko).into()),
            ]
            .concat()
        })
        .collect();
    table(
        &mut page,
        "Verdicts",
        "ETSI EN 319 102-1.",
        "| verdict | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = SubIndication::ALL
        .iter()
        .map(|it| {
            vec![
                it.number().to_string(),
                code(it.name()),
                it.sentence(Lang::En).into(),
                it.sentence(Lang::Ko).into(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Sub-indications",
        "Why a verdict is not TOTAL-PASSED.",
        "| number | sub-indication | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = CheckId::ALL
        .iter()
        .map(|it| {
            vec![
                it.number().to_string(),
                code(it.name()),
                it.title(Lang::En).into(),
                it.title(Lang::Ko).into(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Checks",
        "In the order in which they name a verdict.",
        "| number | check | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = FindingCode::ALL
        .iter()
        .map(|it| {
            let strict = if it.is_tolerance() { "yes" } else { "no" };
            vec![
                it.number().to_string(),
                code(it.name()),
                strict.into(),
                it.sentence(Lang::En).into(),
                it.sentence(Lang::Ko).into(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Findings",
        "What is remarkable and changed no check. The strict profile refuses the tolerances.",
        "| number | finding | tolerance | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = reasons()
        .iter()
        .map(|it| {
            vec![
                code(it.code()),
                it.sentence(Lang::En).to_string(),
                it.sentence(Lang::Ko).to_string(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Reasons",
        "Why a check came out as it did. Identifiers, times and numbers in the sentences are examples.",
        "| reason | English | 한국어 |",
        &rows,
    );
    let foreign = OtherFormat::ALL
        .iter()
        .map(|it| ErrorKind::OtherFormat(*it));
    let kinds = ErrorKind::ALL
        .iter()
        .copied()
        .filter(|it| !matches!(it, ErrorKind::OtherFormat(_)));
    let rows: Vec<_> = foreign
        .chain(kinds)
        .map(|it| {
            vec![
                it.number().to_string(),
                it.sentence(Lang::En).to_string(),
                it.sentence(Lang::Ko).to_string(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Errors of the syntax",
        "What `malformed` says, beside the place. Tags in the sentences are examples.",
        "| number | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = identities()
        .iter()
        .map(|it| {
            vec![
                code(it.name()),
                it.sentence(Lang::En).to_string(),
                it.sentence(Lang::Ko).to_string(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Identity",
        "The outcome of a claim.",
        "| outcome | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = causes()
        .into_iter()
        .map(|cause| {
            let it = Diagnosis {
                signer: Some(0),
                cause,
            };
            vec![
                code(it.cause.code()),
                it.sentence(Lang::En).to_string(),
                it.sentence(Lang::Ko).to_string(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Diagnosis",
        "What would have matched; only where that is asked.",
        "| cause | English | 한국어 |",
        &rows,
    );
    let rows: Vec<_> = Change::ALL
        .iter()
        .map(|it| {
            vec![
                code(it.name()),
                it.sentence(Lang::En).into(),
                it.sentence(Lang::Ko).into(),
            ]
        })
        .collect();
    table(
        &mut page,
        "Changes",
        "What leads from one content to another, in a diagnosis of `content-changed`.",
        "| change | English | 한국어 |",
        &rows,
    );
    page
}

fn identities() -> Vec<Identity> {
    let (layout, encoding) = ("ci-serial", "base64");
    vec![
        Identity::NotClaimed,
        Identity::Matched { layout, encoding },
        Identity::Mismatched {
            layout,
            encoding,
            would_match: None,
        },
        Identity::Mismatched {
            layout,
            encoding,
            would_match: Some("serial-ci"),
        },
        Identity::MalformedCi {
            rule: CiError::NotBase64,
        },
        Identity::MalformedCi {
            rule: CiError::Length,
        },
        Identity::MalformedVid,
        Identity::NoSignerCertificate,
        Identity::AmbiguousSigner,
        Identity::Unsupported,
    ]
}

fn causes() -> Vec<Cause> {
    vec![
        Cause::Content {
            from: Side::Supplied,
            to: Side::Signed,
            changes: vec![Change::CrlfToLf],
        },
        Cause::Content {
            from: Side::Supplied,
            to: Side::Signed,
            changes: Vec::new(),
        },
        Cause::Content {
            from: Side::Signed,
            to: Side::SuppliedDigest,
            changes: Vec::new(),
        },
        Cause::Content {
            from: Side::SuppliedDigest,
            to: Side::Embedded,
            changes: Vec::new(),
        },
        Cause::Content {
            from: Side::Supplied,
            to: Side::Embedded,
            changes: vec![Change::Digest(DigestAlgorithm::Sha256), Change::Wrap],
        },
        Cause::HashOfHash,
        Cause::Prehash,
        Cause::AttributesAsSent,
        Cause::AttributesTagged,
        Cause::AttributesUntagged,
        Cause::OtherCertificate { index: 1 },
        Cause::VidLayout("serial-ci"),
        Cause::VidCertificate {
            index: 0,
            layout: "ci-serial",
        },
    ]
}

#[test]
fn the_page_is_what_the_tables_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/codes.md");
    if std::env::var("INJANG_CODES").is_ok_and(|how| how == "write") {
        fs::create_dir_all(path.parent().expect("docs")).expect("docs");
        fs::write(&path, page()).expect("page");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page(), "INJANG_CODES=write mends docs/codes.md");
}

#[test]
fn no_code_is_left_out_or_used_twice() {
    let codes: Vec<&str> = reasons().iter().map(Reason::code).collect();
    assert_eq!(codes, Reason::CODES);
    let mut named: Vec<&str> = causes().iter().map(Cause::code).collect();
    named.dedup();
    assert_eq!(named, Cause::CODES);
    for names in [
        codes,
        named,
        SubIndication::ALL.iter().map(|it| it.name()).collect(),
        CheckId::ALL.iter().map(|it| it.name()).collect(),
        FindingCode::ALL.iter().map(|it| it.name()).collect(),
        Change::ALL.iter().map(|it| it.name()).collect(),
    ] {
        let unique: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(unique.len(), names.len(), "{names:?}");
    }
}

#[test]
fn every_sentence_is_said_in_both_languages() {
    let is_korean = |text: &str| text.chars().any(|char| ('가'..='힣').contains(&char));
    for reason in reasons() {
        let (en, ko) = (
            reason.sentence(Lang::En).to_string(),
            reason.sentence(Lang::Ko).to_string(),
        );
        assert!(!is_korean(&en) && is_korean(&ko), "{en} {ko}");
    }
    for identity in identities() {
        assert!(
            is_korean(&identity.sentence(Lang::Ko).to_string()),
            "{identity:?}"
        );
    }
    // An error of the syntax says place and rule in both.
    let error = truncated();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert_eq!(
        error.to_string(),
        "an element is longer than what is left at byte 0 (Certificate)"
    );
    assert!(is_korean(&error.sentence(Lang::Ko).to_string()));
    let foreign = ErrorKind::OtherFormat(OtherFormat::Pdf).to_string();
    assert_eq!(foreign, "this is a PDF file, not a signed document");
}
