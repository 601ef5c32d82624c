//! How the attributes were signed, by which certificate, and whose VID it is.

use super::{causes, policy, request, with};
use injang_core::{Cause, Ci, Claim, Diagnosis, Verdict, Vid, VidLayout};
use injang_crypto::Combined;

#[test]
fn encodings_of_attributes() {
    for (vector, cause) in [
        ("payco/unsorted-signed-as-sent", Cause::AttributesAsSent),
        (
            "payco/unsorted-signed-under-context-tag",
            Cause::AttributesTagged,
        ),
        ("diagnose/attributes-signed-tagged", Cause::AttributesTagged),
        (
            "diagnose/attributes-signed-untagged",
            Cause::AttributesUntagged,
        ),
    ] {
        let document = format!("{vector}/document.der");
        let found = causes(&document, &request());
        assert_eq!(found, [cause], "{vector}");
    }
}

#[test]
fn another_certificate_of_the_set() {
    for (vector, index) in [
        ("diagnose/named-another-certificate", None),
        ("diagnose/named-no-certificate", Some(0)),
        ("diagnose/named-no-certificate-without-attributes", Some(0)),
    ] {
        let document = format!("{vector}/document.der");
        let found = causes(&document, &request());
        let [Cause::OtherCertificate { index: found }] = found[..] else {
            panic!("{vector}: {found:?}");
        };
        assert!(index.is_none_or(|index| index == found), "{vector}");
    }
}

#[test]
fn vid_under_another_layout() {
    let ci = Ci::from_base64(&[b'A'; 86]).expect("CI");
    with(
        "kakao/serial-20-octets-top-bit-set/document.der",
        |document| {
            let injang_core::CertificateChoice::Certificate(certificate) =
                document.certificates()[0]
            else {
                panic!("a certificate");
            };
            let layout = VidLayout::UnsignedSerialThenCi;
            let vid = Vid::compute(&Combined, &ci, certificate.serial(), layout).expect("VID");
            let claim = Claim::vid(&ci, &vid);
            let diagnoses = document.diagnose(&policy(), &request().claim(claim));
            assert!(diagnoses.is_complete);
            assert_eq!(
                diagnoses.found,
                [Diagnosis {
                    signer: None,
                    cause: Cause::VidLayout(layout.name())
                }]
            );
            let report = document.audit(&policy(), &request().claim(claim));
            assert_eq!(report.identity.name(), "mismatched");
            assert_ne!(report.verdict, Verdict::TotalPassed);
        },
    );
}

/// Whoever takes the first certificate for the signer's computes the VID of the CA.
#[test]
fn vid_of_another_certificate() {
    let ci = Ci::from_base64(&[b'A'; 86]).expect("CI");
    with("payco/unsorted-signed-sorted/document.der", |document| {
        let injang_core::CertificateChoice::Certificate(ca) = document.certificates()[0] else {
            panic!("a certificate");
        };
        for layout in [VidLayout::CiThenSerial, VidLayout::SerialThenCi] {
            let vid = Vid::compute(&Combined, &ci, ca.serial(), layout).expect("VID");
            let claim = Claim::vid(&ci, &vid);
            let diagnoses = document.diagnose(&policy(), &request().claim(claim));
            let cause = Cause::VidCertificate {
                index: 0,
                layout: layout.name(),
            };
            assert_eq!(
                diagnoses.found,
                [Diagnosis {
                    signer: None,
                    cause
                }]
            );
        }
    });
}
