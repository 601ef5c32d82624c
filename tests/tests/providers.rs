//! Real documents and certificates of Korean providers.

use injang_core::report::{CheckId, FindingCode, Outcome, Reason};
use injang_core::{
    Certificate, CryptoBackend, Policy, Report, Request, Revocation, SubIndication, Time,
    TrustAnchor, Verdict,
};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::corpora;
use injang_tests::runner::hex;
use std::fs;
use std::path::Path;

const BACKENDS: [&dyn CryptoBackend; 3] = [&Combined, &AwsLc, &RustCrypto];

fn audit(
    document: &[u8],
    anchors: Vec<TrustAnchor>,
    at: &str,
    crypto: &dyn CryptoBackend,
) -> Report {
    let request = Request::at(Time::parse(at).expect("time"));
    let policy = Policy::new(crypto, anchors, Revocation::NotChecked);
    injang_core::audit(document, &policy, &request)
}

fn seed() -> (Vec<u8>, Vec<u8>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/seed/toss-general-sign");
    let read = |file| fs::read(folder.join(file)).expect("seed");
    (read("document.b64"), read("content.txt"))
}

#[test]
fn the_guide_s_document_verifies_to_the_end() {
    let (document, content) = seed();
    for crypto in BACKENDS {
        let report = audit(&document, Vec::new(), "2022-05-01T00:00:00Z", crypto);
        let signer = &report.signers[0];
        for id in [
            CheckId::SignedAttributes,
            CheckId::Content,
            CheckId::MessageDigest,
            CheckId::Signature,
        ] {
            assert_eq!(
                signer.check(id).map(|check| check.outcome),
                Some(Outcome::Passed),
                "{id:?}"
            );
        }
        let time = signer.claimed_signing_time.map(|time| time.to_string());
        assert_eq!(time.as_deref(), Some("2022-04-22T08:14:49Z"));
    }
    let decoded = injang_core::armor::decode(&document).expect("armor");
    let der =
        injang_core::Der::from_ber(&decoded.octets, injang_core::Limits::default()).expect("DER");
    let parsed = injang_core::SignedDocument::parse(&der).expect("SignedData");
    assert_eq!(parsed.untrusted_content(), Some(&content[..]));
    let injang_core::CertificateChoice::Certificate(certificate) = parsed.certificates()[0] else {
        panic!("a certificate");
    };
    assert_eq!(hex(certificate.serial()), "765dff");
}

/// Without an anchor the path is undecided; a flipped bit must fail all the same.
#[test]
fn every_flipped_bit_of_content_or_signature_fails() {
    let (document, content) = seed();
    let octets = injang_core::armor::decode(&document)
        .expect("armor")
        .octets
        .into_owned();
    let place = |needle: &[u8]| {
        octets
            .windows(needle.len())
            .position(|window| window == needle)
    };
    let start = place(&content).expect("content");
    // The signature is the last OCTET STRING of the document: 256 octets.
    let places = (start..start + content.len()).chain(octets.len() - 256..octets.len());
    for place in places {
        for bit in 0..8 {
            let mut flipped = octets.clone();
            flipped[place] ^= 1 << bit;
            let report = audit(&flipped, Vec::new(), "2022-05-01T00:00:00Z", &AwsLc);
            let failed = if place < start + content.len() {
                SubIndication::HashFailure
            } else {
                SubIndication::SigCryptoFailure
            };
            assert_eq!(
                report.verdict,
                Verdict::TotalFailed(failed),
                "octet {place}, bit {bit}"
            );
        }
    }
}

#[test]
fn toss_samples_pass_to_toss_ca1() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let ca = fs::read(folder.join("ca/vpcg_toss_Toss_CA1_02.der")).expect("CA");
    let anchor = TrustAnchor::from_certificate(&ca).expect("anchor");
    let samples = [
        ("toss_signdoc_seed.b64", "2022-05-01T00:00:00Z"),
        ("toss_identity_signature.b64", "2022-05-01T00:00:00Z"),
        ("toss_sdk_test.b64", "2026-03-02T09:00:00Z"),
    ];
    for (file, at) in samples {
        let document = fs::read(folder.join("toss").join(file)).expect("sample");
        for crypto in BACKENDS {
            let report = audit(&document, vec![anchor.clone()], at, crypto);
            assert_eq!(
                report.verdict,
                Verdict::TotalPassed,
                "{file} {}",
                crypto.name()
            );
            assert_eq!(report.signers[0].path.anchor, Some(0), "{file}");
            let late = audit(
                &document,
                vec![anchor.clone()],
                "2031-01-01T00:00:00Z",
                crypto,
            );
            assert_eq!(
                late.verdict,
                Verdict::TotalFailed(SubIndication::Expired),
                "{file}"
            );
        }
    }
}

#[test]
fn every_ca_certificate_can_be_read() {
    let Some(folder) = corpora::folder("providers/ca") else {
        return;
    };
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        let octets = fs::read(&path).expect("certificate");
        let certificate =
            Certificate::from_der(&octets).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for extension in certificate.extensions() {
            extension.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
        certificate
            .policies()
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(TrustAnchor::from_certificate(&octets).is_ok());
        count += 1;
    }
    assert_eq!(count, 33);
}

/// The CA certificates, by the name of their file.
fn authorities(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .expect("folder")
        .map(|entry| {
            let path = entry.expect("entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("certificate"))
        })
        .collect();
    all.sort();
    all
}

/// Each subordinate CA chains to its root at a time when both are valid, and to no other.
#[test]
fn every_subordinate_ca_chains_to_its_root() {
    let Some(folder) = corpora::folder("providers/ca") else {
        return;
    };
    let all = authorities(&folder);
    let read = |octets| Certificate::from_der(octets).expect("certificate");
    let (roots, subordinates): (Vec<_>, Vec<_>) = all.iter().partition(|(_, octets)| {
        let certificate = read(octets);
        certificate.subject().matches(&certificate.issuer())
    });
    let mut count = 0;
    for (file, octets) in &subordinates {
        let certificate = read(octets);
        let issuers: Vec<_> = roots
            .iter()
            .filter(|(_, root)| read(root).subject().matches(&certificate.issuer()))
            .collect();
        assert_eq!(issuers.len(), 1, "{file}: roots of its issuer's name");
        let root = read(&issuers[0].1);
        let from = certificate
            .validity()
            .not_before
            .max(root.validity().not_before);
        for crypto in BACKENDS {
            let chain = |anchors: Vec<TrustAnchor>| {
                // The CA as an issuer: its own path counts, whatever it may have signed.
                let report = Policy::new(crypto, anchors, Revocation::NotChecked)
                    .audit_certificate(&certificate, &[], from);
                (report.path.anchor.is_some(), report)
            };
            let (is_chained, report) = chain(vec![TrustAnchor::from(&root)]);
            assert!(is_chained, "{file}: {:?}", report.checks);
            let others = roots
                .iter()
                .filter(|(_, other)| *other != issuers[0].1)
                .map(|(_, other)| TrustAnchor::from_certificate(other).expect("anchor"));
            assert!(!chain(others.collect()).0, "{file} chains to another root");
        }
        count += 1;
    }
    assert_eq!((count, roots.len()), (19, 14), "subordinate CAs and roots");
}

/// The samples pass to the root too, over the CA as an intermediate, although the root's certificate
/// says that no CA may stand below it; and not where that is heeded.
#[test]
fn toss_samples_pass_to_toss_root_ca1() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let read = |file: &str| fs::read(folder.join(file)).expect("file");
    let ca = read("ca/vpcg_toss_Toss_CA1_02.der");
    let ca = Certificate::from_der(&ca).expect("CA");
    let root = read("ca/vpcg_toss_Toss_Root_CA1_01.der");
    let root = TrustAnchor::from_certificate(&root).expect("root");
    for (file, at) in [
        ("toss/toss_signdoc_seed.b64", "2022-05-01T00:00:00Z"),
        ("toss/toss_identity_signature.b64", "2022-05-01T00:00:00Z"),
        ("toss/toss_sdk_test.b64", "2026-03-02T09:00:00Z"),
    ] {
        let document = read(file);
        for crypto in BACKENDS {
            let request = Request::at(Time::parse(at).expect("time"));
            let policy = Policy::new(crypto, [root.clone()], Revocation::NotChecked);
            let judge = |policy: &Policy<'_>| injang_core::audit(&document, policy, &request);
            let without = judge(&policy);
            assert_eq!(
                without.verdict,
                Verdict::Indeterminate(SubIndication::NoCertificateChainFound)
            );
            let policy = policy.intermediates([ca]);
            let report = judge(&policy);
            assert_eq!(report.verdict, Verdict::TotalPassed, "{file}");
            assert_eq!(report.signers[0].path.certificates.len(), 2);
            let heeded = judge(&policy.clone().anchor_constraints(true));
            assert_eq!(
                heeded.verdict,
                Verdict::Indeterminate(SubIndication::ChainConstraintsFailure)
            );
        }
    }
}

/// What the strict profile says of a CA's certificate by itself under its root.
fn strict_audit(folder: &Path, ca: &str, root: &str) -> injang_core::CertificateReport {
    let read = |file: &str| fs::read(folder.join(file)).expect("certificate");
    let (ca, root) = (read(ca), read(root));
    let ca = Certificate::from_der(&ca).expect("CA");
    let at = ca.validity().not_before;
    let anchor = TrustAnchor::from_certificate(&root).expect("root");
    Policy::new(&Combined, [anchor], Revocation::NotChecked)
        .profile(injang_core::Profile::Strict)
        .audit_certificate(&ca, &[], at)
}

/// The CAs of Toss, KT PASS, yessign and NAVER deviate in what is only noticed: their critical
/// policies have notices in `BMPStrings`, and NAVER's root signs with NULL behind ecdsa-with-SHA384.
#[test]
fn the_chains_pass_under_the_strict_profile() {
    use FindingCode::{CaParametersForm, UserNoticeForm};
    let Some(folder) = corpora::folder("providers/ca") else {
        return;
    };
    for (ca, root, findings) in [
        (
            "vpcg_toss_Toss_CA1_02.der",
            "vpcg_toss_Toss_Root_CA1_01.der",
            &[UserNoticeForm][..],
        ),
        (
            "vpcg_pass_KT_PASS_CA_1_02.der",
            "vpcg_pass_KT_ROOT_CA_1_01.der",
            &[UserNoticeForm],
        ),
        (
            "npki_ca_2016_yessignCA_Class_2_101c.der",
            "npki_root_KISA_RootCA_4_01.der",
            &[UserNoticeForm],
        ),
        (
            "npki_ca_2020_yessignCA_Class_3_1028.der",
            "npki_root_KISA_RootCA_4_01.der",
            &[UserNoticeForm],
        ),
        (
            "vpcg_naver2_NAVER_CA_1_3216052d.der",
            "vpcg_naver2_NAVER_RootCA_1_5e532358.der",
            &[CaParametersForm],
        ),
        (
            "vpcg_naver_NaverSign_0a.der",
            "vpcg_naver_NaverSign_0a.der",
            &[],
        ),
    ] {
        let report = strict_audit(&folder, ca, root);
        for check in &report.checks {
            // Some may not sign documents themselves (keyUsage), which is asked of the one judged.
            let is_good = check.outcome.sub_indication().is_none()
                || check.reason == Some(Reason::KeyUsageForbids);
            assert!(is_good, "{ca}: {check:?}");
        }
        let profile = report.checks.iter().find(|it| it.id == CheckId::Profile);
        assert_eq!(profile.map(|it| it.outcome), Some(Outcome::Passed), "{ca}");
        assert!(report.path.anchor.is_some(), "{ca}");
        assert_eq!(report.findings, findings, "{ca}");
    }
}

/// The documents of Toss pass under the strict profile, and say that there is a notice.
#[test]
fn toss_samples_pass_under_the_strict_profile() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let ca = fs::read(folder.join("ca/vpcg_toss_Toss_CA1_02.der")).expect("CA");
    let anchor = TrustAnchor::from_certificate(&ca).expect("anchor");
    let document = fs::read(folder.join("toss/toss_sdk_test.b64")).expect("sample");
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [anchor], Revocation::NotChecked)
        .profile(injang_core::Profile::Strict);
    let report = injang_core::audit(&document, &policy, &request);
    assert_eq!(report.verdict, Verdict::TotalPassed);
    assert_eq!(report.signers[0].findings, [FindingCode::UserNoticeForm]);
}
