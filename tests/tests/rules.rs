//! Each rule says its own reason, and what passes has passed every check that a good signature
//! must have.

use injang_core::report::{Check, CheckId, Outcome, Reason, RevocationPiece};
use injang_core::{CryptoBackend, Report, Verdict};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::case::DemandedSignType;
use injang_tests::runner::{Inputs, Vector, vectors};
use std::collections::{BTreeSet, HashMap};

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
    let reason = check.and_then(|check: &Check| check.reason.as_ref());
    reason.unwrap_or_else(|| panic!("{} gave no reason", id.name()))
}

/// The object identifier or the kind of error that a reason names.
fn particular(reason: &Reason) -> String {
    match reason {
        Reason::AttributeMissing(oid)
        | Reason::AttributeRepeated(oid)
        | Reason::AttributeValueCount(oid)
        | Reason::AttributeValueType(oid)
        | Reason::AttributeForbidden(oid)
        | Reason::ContentTypeNeedsAttributes(oid)
        | Reason::CriticalExtension(oid)
        | Reason::ExtensionRepeated(oid)
        | Reason::ExtensionMalformed(oid)
        | Reason::PolicyRepeated(oid)
        | Reason::PolicyQualifierUnknown(oid)
        | Reason::EvidenceUnprocessed(oid)
        | Reason::AlgorithmUnsupported(oid) => oid.to_string(),
        Reason::Malformed(error)
        | Reason::ExtensionsMalformed(error)
        | Reason::CertificateUnreadable(error) => error.kind().number().to_string(),
        _ => String::new(),
    }
}

/// The rows of a table: vector, code, and what the reason names if it names something.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table
        .lines()
        .map(str::trim)
        .filter(|row| !row.is_empty())
        .map(|row| {
            let mut words = row.split_whitespace();
            let mut word = || words.next().unwrap_or_default();
            (word(), word(), word())
        })
}

/// What the reason of a check is in the vectors of a table.
fn holds(id: CheckId, table: &'static str) {
    let vectors: HashMap<String, Vector> = vectors()
        .into_iter()
        .map(|vector| (vector.name.clone(), vector))
        .collect();
    for (name, code, named) in rows(table) {
        let vector = vectors
            .get(name)
            .unwrap_or_else(|| panic!("there is no vector {name}"));
        let report = audit(vector, &Combined);
        let reason = reason(&report, id);
        assert_eq!(
            (reason.code(), particular(reason).as_str()),
            (code, named),
            "{name}"
        );
    }
}

/// Of signed attributes.
const ATTRIBUTES: &str = "
    attributes/content-type-missing attribute-missing 1.2.840.113549.1.9.3
    attributes/message-digest-missing attribute-missing 1.2.840.113549.1.9.4
    attributes/content-type-twice attribute-repeated 1.2.840.113549.1.9.3
    attributes/message-digest-twice attribute-repeated 1.2.840.113549.1.9.4
    attributes/signing-time-twice attribute-repeated 1.2.840.113549.1.9.5
    attributes/protection-twice attribute-repeated 1.2.840.113549.1.9.52
    attributes/unknown-twice attribute-repeated 2.25.3735928559
    rules/types-8-one-twice attribute-repeated 2.25.3735928559.0
    rules/types-9-one-twice attribute-repeated 2.25.3735928559.0
    rules/types-many-message-digest-twice attribute-repeated 1.2.840.113549.1.9.4
    attributes/content-type-no-value attribute-value-count 1.2.840.113549.1.9.3
    attributes/content-type-two-values attribute-value-count 1.2.840.113549.1.9.3
    attributes/message-digest-no-value attribute-value-count 1.2.840.113549.1.9.4
    attributes/message-digest-two-values attribute-value-count 1.2.840.113549.1.9.4
    attributes/signing-time-no-value attribute-value-count 1.2.840.113549.1.9.5
    attributes/signing-time-two-values attribute-value-count 1.2.840.113549.1.9.5
    rules/ess-v2-two-values attribute-value-count 1.2.840.113549.1.9.16.2.47
    attributes/content-type-no-oid attribute-value-type 1.2.840.113549.1.9.3
    attributes/message-digest-bit-string attribute-value-type 1.2.840.113549.1.9.4
    rules/protection-with-more attribute-value-type 1.2.840.113549.1.9.52
    rules/protection-signature-twice attribute-value-type 1.2.840.113549.1.9.52
    rules/ess-v2-with-more attribute-value-type 1.2.840.113549.1.9.16.2.47
    rules/ess-v2-with-more-behind-serial attribute-value-type 1.2.840.113549.1.9.16.2.47
    rules/ess-v2-no-certificate attribute-value-type 1.2.840.113549.1.9.16.2.47
    attributes/countersignature-signed attribute-forbidden 1.2.840.113549.1.9.6
    attributes/empty attributes-empty
    attributes/content-type-other content-type-differs
    attributes/econtent-type-other-without-attributes content-type-needs-attributes 1.2.840.113549.1.9.16.1.4
    attributes/element-integer malformed 15
    rules/value-integer-zero-padded malformed 30
    rules/value-integer-empty-inside malformed 30
    rules/value-enumerated-zero-padded malformed 30
    rules/value-boolean-one malformed 31
    rules/value-boolean-long-inside malformed 31
    rules/value-bits-unused-set malformed 32
    rules/value-bits-eight-unused-inside malformed 32
    rules/value-null-long malformed 33
";

/// Of the signer's certificate.
const CERTIFICATES: &str = "
    policy-qualifiers/unknown policy-qualifier-unknown 2.25.3735928559
    policy-qualifiers/unknown-behind-cps policy-qualifier-unknown 2.25.3735928559
    policy-qualifiers/cps-utf8 policy-qualifier-unknown 1.3.6.1.5.5.7.2.1
    policy-qualifiers/notice-integer policy-qualifier-unknown 1.3.6.1.5.5.7.2.2
    policy-qualifiers/no-value policy-qualifier-unknown 1.2.410.1
    policy-qualifiers/ca-unknown policy-qualifier-unknown 2.25.3735928559
    path/key-usage-nothing key-usage-forbids
    rules/key-usage-non-repudiation-unused key-usage-forbids
    rules/key-usage-nine-bits-without-not-critical key-usage-forbids
    rules/key-usage-eight-unused extension-malformed 2.5.29.15
    rules/key-usage-empty-not-critical extension-malformed 2.5.29.15
    rules/basic-constraints-empty-not-critical extension-malformed 2.5.29.19
    rules/policies-none extension-malformed 2.5.29.32
    rules/alternative-name-text extension-malformed 2.5.29.17
    rules/extended-key-usage-none extension-malformed 2.5.29.37
    rules/extension-without-value extensions-malformed 16
    rules/version-1-with-extensions version-forbids-extensions
    rules/version-10-without-extensions version-unknown
    rules/extension-critical-one critical-extension 2.25.3735928559
    rules/repeated-key-usage extension-repeated 2.5.29.15
    rules/repeated-unknown extension-repeated 2.25.3735928559
    rules/name-constraints-empty-not-critical extension-malformed 2.5.29.30
    rules/policy-constraints-integer-not-critical extension-malformed 2.5.29.36
    rules/policy-constraints-without-policy no-valid-policy
    rules/inhibit-any-policy-negative extension-malformed 2.5.29.54
    path/policy-constraints no-valid-policy
    path/algorithms-differ certificate-algorithms-differ
    path/anchor-of-another-key anchor-key-differs
    path/subscriber-as-issuer not-a-ca
    rules/anchor-types-swapped no-anchor
";

/// Of the certificates above the signer's, and of what they ask of it.
const CHAINS: &str = "
    chain/no-intermediate no-anchor
    chain/same-name-other-key-only issuer-key-differs
    chain/signature-flipped-bit anchor-key-differs
    chain/not-a-ca not-a-ca
    chain/basic-constraints-missing not-a-ca
    chain/version-1 not-a-ca
    chain/version-1-with-extensions version-forbids-extensions
    chain/extension-unknown-critical critical-extension 2.25.3735928559
    chain/extension-repeated extension-repeated 2.5.29.15
    chain/algorithms-differ certificate-algorithms-differ
    chain/key-usage-without-cert-sign key-usage-forbids-issuing
    chain/ca-signs-without-usage key-usage-forbids
    chain/path-length path-too-long
    chain/path-length-larger-below path-too-long
    chain/anchor-path-length-applied path-too-long
    chain/anchor-not-a-ca-applied anchor-issues-nothing
    chain/names-directory-not-permitted name-not-permitted
    chain/names-directory-excluded name-excluded
    chain/names-mail-excluded name-excluded
    chain/names-mail-excluded-trailing-dot name-unprocessed
    chain/names-dns-excluded-trailing-dot name-unprocessed
    chain/names-uri-excluded-trailing-dot name-unprocessed
    chain/names-dns-wildcard-excluded name-excluded
    chain/names-common-name-excluded name-excluded
    chain/names-other-name-constrained name-unprocessed
    chain/names-minimum-1 extension-malformed 2.5.29.30
    chain/names-self-issued-signer name-not-permitted
    chain/policy-absent no-valid-policy
    chain/policy-another no-valid-policy
    chain/policy-any-inhibited no-valid-policy
    chain/mapping-inhibited no-valid-policy
    chain/mapping-of-any any-policy-mapped
    chain/kakao-explicit-policy no-valid-policy
    chain/signer-policy-another signer-policy-missing
    chain/purpose-another purpose-forbidden
    chain/mesh-of-broken-paths budget-exhausted
    chain/row-of-18 budget-exhausted
";

/// Of evidence about revocation.
const EVIDENCE: &str = "
    revocation/no-evidence no-revocation-evidence
    revocation/crl-missing no-revocation-evidence
    revocation/crl-stale evidence-stale
    revocation/crl-issued-after-expiry evidence-stale
    revocation/crl-without-next-update evidence-stale
    revocation/crl-forged evidence-forged
    revocation/crl-sha1 evidence-weak
    revocation/crl-unknown-critical evidence-unprocessed 2.25.3735928559
    revocation/entry-unknown-critical-of-another evidence-unprocessed 2.25.3735928559
    revocation/entry-remove evidence-unprocessed 2.5.29.21
    revocation/crl-revoked revoked
    revocation/entry-hold revoked
    revocation/ca-revoked revoked
    revocation/ca-crl-missing no-revocation-evidence
    revocation/crl-sign-missing evidence-unauthorised
    revocation/scope-attributes evidence-out-of-scope
    revocation/point-other-full-name evidence-out-of-scope
    revocation/reasons-some evidence-incomplete
    revocation/delta-alone no-revocation-evidence
    revocation/separate-revoked evidence-signer-invalid
    responders/delegate-by-another-key evidence-signer-unknown
    speakers/unknown-key-by-its-identifier evidence-under-other-key
    revocation/indirect-without-flag-revoked evidence-out-of-scope
    revocation/direct-with-foreign-entry evidence-unprocessed 2.5.29.29
    revocation/ocsp-unknown status-unknown
    revocation/ocsp-stale evidence-stale
    revocation/ocsp-forged evidence-forged
    revocation/ocsp-delegate-without-purpose evidence-unauthorised
    revocation/ocsp-delegate-without-nocheck responder-unchecked
    revocation/ocsp-single-unknown-critical evidence-unprocessed 2.25.3735928559
    path/revocation-required no-revocation-evidence
";

/// Every code that the check can give is in the table, so that none can be given for another.
#[test]
fn every_rule_of_attributes_has_its_reason() {
    holds(CheckId::SignedAttributes, ATTRIBUTES);
    let covered: BTreeSet<&str> = rows(ATTRIBUTES).map(|(_, code, _)| code).collect();
    let about = |code: &&str| code.starts_with("attribute") || code.starts_with("content-type");
    let known: BTreeSet<&str> = Reason::CODES
        .iter()
        .copied()
        .filter(about)
        // Of a check of its own.
        .filter(|code| *code != "attributes-as-content")
        .chain(["malformed"])
        .collect();
    assert_eq!(covered, known);
}

#[test]
fn every_rule_of_certificates_has_its_reason() {
    holds(CheckId::Path, CERTIFICATES);
}

/// Likewise above the signer's certificate.
#[test]
fn every_rule_of_paths_has_its_reason() {
    holds(CheckId::Path, CHAINS);
    let above = [
        "no-anchor",
        "issuer-key-differs",
        "not-a-ca",
        "key-usage-forbids-issuing",
        "path-too-long",
        "name-not-permitted",
        "name-excluded",
        "name-unprocessed",
        "no-valid-policy",
        "signer-policy-missing",
        "purpose-forbidden",
        "any-policy-mapped",
    ];
    let covered: BTreeSet<&str> = rows(CHAINS).map(|(_, code, _)| code).collect();
    for code in above {
        assert!(covered.contains(code), "{code}");
    }
}

#[test]
fn every_kind_of_evidence_has_its_reason() {
    holds(CheckId::Revocation, EVIDENCE);
    let covered: BTreeSet<&str> = rows(EVIDENCE).map(|(_, code, _)| code).collect();
    let about = |code: &&str| {
        code.starts_with("evidence-")
            || [
                "status-unknown",
                "no-revocation-evidence",
                "responder-unchecked",
                "revoked",
            ]
            .contains(code)
    };
    // What no provider here leaves open, and what is said of a piece, not of a certificate.
    let open = ["evidence-open", "evidence-malformed", "evidence-unrelated"];
    let known: BTreeSet<&str> = Reason::CODES.iter().copied().filter(about).collect();
    let known: BTreeSet<&str> = known
        .into_iter()
        .filter(|code| !open.contains(code))
        .collect();
    assert_eq!(covered, known);
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

#[test]
fn other_rules_have_their_reasons() {
    holds(
        CheckId::AttributeConfusion,
        "
        rules/confusion-indefinite-inside attributes-as-content
        ",
    );
    holds(
        CheckId::AlgorithmProtection,
        "
        rules/protection-neither algorithm-protection-differs
        rules/protection-signature-and-mac algorithm-protection-differs
        ",
    );
    holds(
        CheckId::SigningCertificate,
        "
        rules/ess-v2-own-second signing-certificate-differs
        rules/ess-v2-unknown-digest unsupported 1.2.840.113549.2.5
        ",
    );
    holds(
        CheckId::AlgorithmStrength,
        "
        rules/rsa-2047-bits weak-key
        rules/hash-of-hash-sha1 weak-digest
        ",
    );
    holds(
        CheckId::MessageDigest,
        "
        rules/digest-parameters-integer parameters-unsupported
        ",
    );
    holds(
        CheckId::Signature,
        "
        rules/signature-parameters-rsa-sequence parameters-unsupported
        rules/key-parameters-integer key-unusable
        key-lengths/rsa-8192 signature-invalid
        key-lengths/rsa-8200 key-length-unsupported
        key-lengths/rsa-16384 key-length-unsupported
        key-lengths/rsa-16392 key-length-unsupported
        ",
    );
    holds(
        CheckId::SignerCertificate,
        "
        rules/identifier-types-swapped no-signer-certificate
        ",
    );
    holds(
        CheckId::Format,
        "
        rules/digest-algorithms-257 malformed 23
        rules/certificates-unrecognised-257 malformed 23
        rules/text-in-pieces-texts-signed malformed 25
        rules/data-sequence malformed 41
        rules/behind-octets-crlf-twice malformed 17
        rules/behind-base64-zero malformed 3
        ",
    );
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
