//! Certificates judged by themselves: the key must be known and usable, the form counts under the
//! strict profile, and a certificate of a document that can't be read is named.

use injang_core::report::{CheckId, Reason};
use injang_core::{
    CertificateChoice, CertificateReport, CryptoBackend, Der, ErrorKind, Limits, Policy, Profile,
    Request, Revocation, SignedDocument, SubIndication, Time, Verdict,
};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::runner::{Inputs, Vector, vectors};

fn vector(name: &str) -> Vector {
    let found = vectors().into_iter().find(|vector| vector.name == name);
    found.unwrap_or_else(|| panic!("there is no vector {name}"))
}

/// The report on the first certificate of a vector's document, under the vector's anchors.
fn audit(name: &str, profile: Profile, crypto: &dyn CryptoBackend) -> CertificateReport {
    let vector = vector(name);
    let inputs = Inputs::read(&vector);
    let evidence = inputs.evidence(crypto);
    let policy = inputs
        .policy(&vector.case, &evidence, crypto)
        .profile(profile);
    let decoded = injang_core::armor::decode(&inputs.document).expect("armor");
    let der = Der::from_ber(&decoded.octets, Limits::default()).expect("DER");
    let document = SignedDocument::parse(&der).expect("SignedData");
    let CertificateChoice::Certificate(certificate) = document.certificates()[0] else {
        panic!("{name}: the first member is no certificate");
    };
    policy.audit_certificate(&certificate, &[], inputs.request(&vector.case).time())
}

/// A key that can't be used, is too short or is not known keeps a certificate from passing, and the
/// reason says which.
#[test]
fn the_key_must_be_known_and_usable() {
    let undecided = Verdict::Indeterminate(SubIndication::CryptoConstraintsFailure);
    for (name, code) in [
        ("algorithm/rsa-1024", "weak-key"),
        ("algorithm/ec-unknown-curve", "unsupported"),
        ("algorithm/kcdsa-key-and-signature", "unsupported"),
        ("algorithm/ec-explicit-parameters", "key-unusable"),
        ("algorithm/ec-point-short", "key-unusable"),
        ("algorithm/ec-point-off-curve", "key-unusable"),
        ("algorithm/rsa-key-empty", "key-unusable"),
    ] {
        for crypto in [&Combined as &dyn CryptoBackend, &AwsLc, &RustCrypto] {
            let report = audit(name, Profile::Standard, crypto);
            assert_eq!(report.verdict, undecided, "{name}: {:?}", report.checks);
            let mut checks = report.checks.iter();
            let check = checks.find(|check| check.id == CheckId::AlgorithmStrength);
            let reason = check.and_then(|check| check.reason.as_ref());
            assert_eq!(reason.map(Reason::code), Some(code), "{name}");
        }
    }
    for name in [
        "algorithm/rsa-3072",
        "algorithm/ecdsa-sha256",
        "ed25519/attributes",
    ] {
        let report = audit(name, Profile::Standard, &Combined);
        assert_eq!(
            report.verdict,
            Verdict::TotalPassed,
            "{name}: {:?}",
            report.checks
        );
    }
}

/// Its form counts as that of a signer's certificate does.
#[test]
fn the_profile_counts() {
    let refused = Verdict::Indeterminate(SubIndication::FormatFailure);
    for (name, strict) in [
        ("strictness/extensions-empty", refused),
        ("strictness/extensions-none", Verdict::TotalPassed),
        ("strictness/subject-underscore", refused),
        ("strictness/ca-ecdsa-sha256-null", refused),
        ("strictness/ca-ecdsa-sha384-null", Verdict::TotalPassed),
        ("policy-qualifiers/notice-bmp", Verdict::TotalPassed),
    ] {
        let report = audit(name, Profile::Standard, &Combined);
        assert_eq!(report.verdict, Verdict::TotalPassed, "{name}");
        let report = audit(name, Profile::Strict, &Combined);
        assert_eq!(report.verdict, strict, "{name}: {:?}", report.checks);
        let ids: Vec<_> = report.checks.iter().map(|check| check.id).collect();
        assert_eq!(ids[0], CheckId::Profile, "{name}");
    }
}

/// Where the signer's certificate is there and can't be read, the reason says by which rule, and
/// the octet is the one of the document as it was sent.
#[test]
fn an_unreadable_certificate_is_named() {
    let vector = vector("strictness/subject-usual");
    let mut document = Inputs::read(&vector).document;
    // The seconds of the first UTCTime, which is notBefore, become letters.
    let needle = b"250101000000Z";
    let mut windows = document.windows(needle.len());
    let at = windows
        .position(|window| window == needle)
        .expect("notBefore");
    document[at + 10] = b'x';
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [], Revocation::NotChecked);
    let report = injang_core::audit(&document, &policy, &request);
    let check = report.signers[0].check(CheckId::SignerCertificate);
    let reason = check.and_then(|check| check.reason.clone());
    let Some(Reason::CertificateUnreadable(error)) = reason else {
        panic!("{reason:?}");
    };
    // The element begins two octets before its content.
    assert_eq!((error.kind(), error.offset()), (ErrorKind::Time, at - 2));
    let missing = Verdict::Indeterminate(SubIndication::NoSigningCertificateFound);
    assert_eq!(report.verdict, missing);
    // A document that has none says so.
    let bare = Inputs::read(&self::vector("identity/no-signer-certificate-absent"));
    let report = injang_core::audit(&bare.document, &policy, &request);
    let check = report.signers[0].check(CheckId::SignerCertificate);
    let reason = check.and_then(|check| check.reason.as_ref());
    assert_eq!(reason, Some(&Reason::NoSignerCertificate));
}

/// Where the certificate of the issuer is there and can't be read, the path says so; nothing of the kind is
/// said where all can be read, or where the path ends at a root that nobody trusts.
#[test]
fn an_unreadable_issuer_is_named() {
    let vector = vector("bounds-evidence/look-alikes-31-of-the-ca");
    let document = Inputs::read(&vector).document;
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [], Revocation::NotChecked);
    let reason = |document: &[u8]| {
        let report = injang_core::audit(document, &policy, &request);
        let missing = Verdict::Indeterminate(SubIndication::NoCertificateChainFound);
        assert_eq!(report.verdict, missing);
        let check = report.signers[0].check(CheckId::Path);
        check.and_then(|check| check.reason.clone())
    };
    assert_eq!(reason(&document), Some(Reason::NoAnchor));
    // The first seconds of a UTCTime, behind the signer's certificate, become letters: notBefore of a CA,
    // in each of them.
    let is_time = |it: &[u8]| it[..2] == [0x17, 13] && it[14] == b'Z';
    let mut broken = document.clone();
    let places = (0..document.len() - 15).filter(|at| is_time(&document[*at..]));
    let mut first = None;
    for at in places.skip(2).step_by(2) {
        broken[at + 12] = b'x';
        first.get_or_insert(at);
    }
    let at = first.expect("notBefore of a CA");
    match reason(&broken) {
        Some(Reason::IssuerUnreadable(error)) => {
            assert_eq!((error.kind(), error.offset()), (ErrorKind::Time, at));
        }
        reason => panic!("{reason:?}"),
    }
}
