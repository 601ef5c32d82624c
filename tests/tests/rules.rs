//! Each rule has a vector that expects its reason, and what passes has passed every check that a
//! good signature must have.

use injang_core::report::{CheckId, Outcome, Reason, RevocationPiece};
use injang_core::{CryptoBackend, Report, Verdict};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::case::{Check, DemandedSignType};
use injang_tests::runner::{Inputs, Vector, vectors};
use std::collections::BTreeSet;

/// The report on a vector, nothing being claimed.
fn audit(vector: &Vector, crypto: &dyn CryptoBackend) -> Report {
    let inputs = Inputs::read(vector);
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(&vector.case, &evidence, crypto);
    let request = inputs.request(&vector.case);
    injang_core::audit(&inputs.document, &policy, &request)
}

/// The check of the first signer, or of a document that can't be read, and its reason.
fn reason(report: &Report, id: CheckId) -> &Reason {
    let checks = report
        .signers
        .first()
        .map_or(&report.checks, |it| &it.checks);
    let check = checks.iter().find(|check| check.id == id);
    let reason = check.and_then(|check| check.reason.as_ref());
    reason.unwrap_or_else(|| panic!("{} gave no reason", id.name()))
}

/// The codes of the reasons that vectors expect of a check.
fn expected(check: Check) -> BTreeSet<String> {
    vectors()
        .into_iter()
        .map(|vector| vector.case.expect)
        .filter(|expect| expect.check == Some(check))
        .filter_map(|expect| expect.reason)
        .collect()
}

/// The codes of this kind.
fn codes(is_of_kind: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let codes = Reason::CODES.iter().filter(|code| is_of_kind(code));
    codes.map(|code| (*code).to_owned()).collect()
}

/// No vector is missing.
fn assert_covered(expected: &BTreeSet<String>, known: &BTreeSet<String>) {
    let open: Vec<_> = known.difference(expected).collect();
    assert!(open.is_empty(), "no vector expects {open:?}");
}

/// Every code that the check can give is expected by a vector.
#[test]
fn every_rule_of_attributes_has_its_reason() {
    let known = codes(|code| {
        let is_about = code.starts_with("attribute") || code.starts_with("content-type");
        // `attributes-as-content` is of a check of its own.
        is_about && code != "attributes-as-content" || code == "malformed"
    });
    assert_covered(&expected(Check::SignedAttributes), &known);
}

#[test]
fn every_rule_of_paths_has_its_reason() {
    let known = [
        "anchor-issues-nothing",
        "anchor-key-differs",
        "any-policy-mapped",
        "budget-exhausted",
        "certificate-algorithms-differ",
        "critical-extension",
        "extension-malformed",
        "extension-repeated",
        "extensions-malformed",
        "issuer-key-differs",
        "key-usage-forbids",
        "key-usage-forbids-issuing",
        "name-excluded",
        "name-not-permitted",
        "name-unprocessed",
        "no-anchor",
        "no-valid-policy",
        "not-a-ca",
        "path-too-long",
        "policy-qualifier-unknown",
        "purpose-forbidden",
        "signer-policy-missing",
        "version-forbids-extensions",
        "version-unknown",
    ];
    assert_covered(
        &expected(Check::Path),
        &known.into_iter().map(str::to_owned).collect(),
    );
}

#[test]
fn every_kind_of_evidence_has_its_reason() {
    // The first three are about a piece of data, not about a certificate; the last says that a
    // certificate is not there which was there before, so that no document brings it about.
    let not_of_certificates = [
        "crl-issuer-not-named",
        "evidence-malformed",
        "evidence-unrelated",
        "evidence-unauthorised",
    ];
    let known = codes(|code| {
        let others = [
            "answer-missing",
            "status-unknown",
            "no-revocation-evidence",
            "revoked",
        ];
        let families = ["evidence-", "crl-", "responder-"];
        let is_about = families.iter().any(|it| code.starts_with(it)) || others.contains(&code);
        is_about && !not_of_certificates.contains(&code)
    });
    assert_covered(&expected(Check::Revocation), &known);
}

/// Every piece of revocation data is in the report, with what became of it.
#[test]
fn every_piece_is_used_or_says_why_not() {
    let mut codes = BTreeSet::new();
    for vector in vectors() {
        let report = audit(&vector, &Combined);
        let used = report.signers.iter().flat_map(|it| &it.path.certificates);
        for evidence in used.flat_map(|it| &it.evidence) {
            let of_origin = |piece: &&RevocationPiece| piece.origin == evidence.origin;
            let piece = report.revocation_data.pieces.iter().find(of_origin);
            let piece = piece.unwrap_or_else(|| panic!("{}: a piece is missing", vector.name));
            assert_eq!(piece.unused, None, "{}", vector.name);
            assert_eq!(piece.sha256, evidence.sha256, "{}", vector.name);
        }
        let reasons = report.revocation_data.pieces.into_iter();
        codes.extend(reasons.filter_map(|it| Some(it.unused?.code())));
    }
    for code in [
        "crl-issuer-not-named",
        "evidence-malformed",
        "evidence-unrelated",
        "evidence-stale",
        "evidence-out-of-scope",
        "evidence-under-other-key",
        "evidence-forged",
        "evidence-unprocessed",
        "responder-error",
    ] {
        assert!(codes.contains(code), "{code}");
    }
}

/// A digest stands for the content, so the document may count as PLAIN_HASH, and as no other kind than
/// it is.
#[test]
fn a_digest_makes_no_document_one_with_signed_attributes() {
    let mut vectors = vectors().into_iter();
    let vector = vectors.find(|vector| vector.name == "plain-hash/demanded");
    let mut vector = vector.expect("vector");
    assert_eq!(audit(&vector, &Combined).verdict, Verdict::TotalPassed);
    vector.case.sign_type = Some(DemandedSignType::SignedAttribute);
    let report = audit(&vector, &Combined);
    assert_ne!(report.verdict, Verdict::TotalPassed);
    let reason = reason(&report, CheckId::SignType);
    assert!(
        matches!(reason, Reason::SignTypeDiffers { .. }),
        "{reason:?}"
    );
}

/// TOTAL-PASSED is said only where every check that shows something has been made and has passed,
/// every check is there once, and all that was not made is one that had nothing to look at.
#[test]
fn what_passes_has_passed_every_indispensable_check() {
    let document = [CheckId::Format, CheckId::Signers];
    let optional = [
        CheckId::MessageDigest,
        CheckId::AlgorithmProtection,
        CheckId::SigningCertificate,
        CheckId::SignType,
        CheckId::AttributeConfusion,
    ];
    let mut passed = 0;
    for vector in vectors() {
        let backends: [&dyn CryptoBackend; 3] = [&Combined, &RustCrypto, &AwsLc];
        for crypto in backends {
            let report = audit(&vector, crypto);
            for signer in &report.signers {
                let ids = document.iter().copied();
                let ids: Vec<CheckId> = ids.chain(signer.checks.iter().map(|it| it.id)).collect();
                assert_eq!(ids, CheckId::ALL, "{}", vector.name);
            }
            if report.verdict != Verdict::TotalPassed {
                continue;
            }
            passed += 1;
            assert!(!report.signers.is_empty(), "{}", vector.name);
            let all = report.signers.iter().flat_map(|signer| &signer.checks);
            for check in report.checks.iter().chain(all) {
                let is_good = match check.outcome {
                    Outcome::Passed => true,
                    Outcome::NotApplicable => optional.contains(&check.id),
                    // Of a content that is known by its digest only.
                    Outcome::NotChecked if check.id == CheckId::AttributeConfusion => {
                        check.reason == Some(Reason::ContentUnknown)
                    }
                    Outcome::NotChecked => check.id == CheckId::Revocation,
                    _ => false,
                };
                assert!(is_good, "{}: {}", vector.name, check.id.name());
            }
            // With attributes the content is bound by message-digest alone.
            for signer in &report.signers {
                let outcome = |id| signer.check(id).map(|check| check.outcome);
                let is_bound = outcome(CheckId::MessageDigest) == Some(Outcome::Passed);
                let is_bare = outcome(CheckId::AttributeConfusion) == Some(Outcome::Passed)
                    || signer.sign_type == injang_core::SignType::PlainHash;
                assert!(is_bound || is_bare, "{}", vector.name);
            }
        }
    }
    assert!(passed > 500, "only {passed} reports pass");
}
