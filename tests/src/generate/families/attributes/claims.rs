//! What attributes say about the signature itself: its time, its algorithms, its certificate.

use super::{CONTENT, Scene};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{
    algorithm_protection, attribute, content_type, issuer_serial, message_digest,
    signing_certificate, signing_certificate_v2, signing_time,
};
use crate::generate::authority::kakao_name_as;
use crate::generate::der::{retag, sequence, utf8};
use crate::generate::oid as id;
use std::io;

/// content-type and message-digest, and whatever the case is about.
fn with(more: &[Vec<u8>]) -> Vec<Vec<u8>> {
    [
        &[
            content_type(id::ID_DATA),
            message_digest(&Hash::Sha256.of(CONTENT)),
        ],
        more,
    ]
    .concat()
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    signing_times(scene)?;
    protections(scene)?;
    certificates(scene)
}

fn signing_times(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 5652 11.3: the time is the signer's claim; one time is asked for the whole chain";
    let save = |name: &str, time: &str, reason: &str, expect: Expectation| {
        let list = with(&[signing_time(time)]);
        scene
            .vector(name, &list, reason, source, expect.clone())
            .save(scene.family)?;
        let strict = format!("{reason} A claim is no deviation that the strict profile refuses.");
        scene
            .vector(&format!("{name}-strict"), &list, &strict, source, expect)
            .strict()
            .save(scene.family)
    };
    save(
        "signing-time-after-at",
        "260302090001Z",
        "The claimed time is one second after the time asked.",
        scene.passed().finding(Finding::SigningTimeAfterAt),
    )?;
    save(
        "signing-time-before-validity",
        "241231235959Z",
        "The claimed time is one second before the certificate's validity.",
        scene.passed().finding(Finding::SigningTimeOutsideValidity),
    )?;
    save(
        "signing-time-after-validity",
        "280101000000Z",
        "The claimed time is one second after the certificate's validity, and after the time asked.",
        scene
            .passed()
            .finding(Finding::SigningTimeOutsideValidity)
            .finding(Finding::SigningTimeAfterAt),
    )?;
    save(
        "signing-time-at-the-time-asked",
        "260302090000Z",
        "The claimed time is exactly the time asked.",
        scene.passed(),
    )?;
    let reason = "The claimed time is within the certificate's validity, the time asked is not, and the latter decides.";
    scene
        .vector(
            "signing-time-does-not-heal-expiry",
            &with(&[signing_time("260302085930Z")]),
            reason,
            source,
            scene
                .passed()
                .failed(SubIndication::Expired, Check::Validity),
        )
        .at("2028-01-01T00:00:00Z")
        .save(scene.family)
}

fn protections(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 6211";
    let (digest, signature) = (Hash::Sha256.identifier(), Hash::Sha256.with_ecdsa());
    let wrong = || {
        scene
            .passed()
            .failed(SubIndication::SigCryptoFailure, Check::AlgorithmProtection)
    };
    let fitting = algorithm_protection(&digest, &signature);
    let authenticated = sequence(&[digest.clone(), retag(0xa2, &signature)]);
    let cases = [
        (
            "protection-fits",
            with(std::slice::from_ref(&fitting)),
            "Both algorithms are those of the SignerInfo.",
            scene.passed(),
        ),
        (
            "protection-of-another-digest",
            with(&[algorithm_protection(&Hash::Sha512.identifier(), &signature)]),
            "The attribute names SHA-512, the SignerInfo SHA-256.",
            wrong(),
        ),
        (
            "protection-of-another-signature",
            with(&[algorithm_protection(&digest, &Hash::Sha512.with_ecdsa())]),
            "The attribute names ecdsa-with-SHA512, the SignerInfo ecdsa-with-SHA256.",
            wrong(),
        ),
        (
            "protection-of-a-mac",
            with(&[attribute(id::ID_AA_CMS_ALGORITHM_PROTECT, &[authenticated])]),
            "The attribute names the algorithm as that of a MAC and not of a signature.",
            wrong(),
        ),
        (
            "protection-twice",
            with(&[fitting.clone(), fitting]),
            "No attribute type may occur twice.",
            scene.passed().malformed_attributes(),
        ),
    ];
    for (name, list, reason, expect) in cases {
        scene
            .vector(name, &list, reason, source, expect)
            .save(scene.family)?;
    }
    Ok(())
}

fn certificates(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 2634 5.4, RFC 5035";
    let signer = &scene.signer;
    let (own, other) = (&signer.certificate[..], &b"another certificate"[..]);
    let wrong = || {
        scene.passed().indeterminate(
            SubIndication::SigConstraintsFailure,
            Check::SigningCertificate,
        )
    };
    let place = issuer_serial(&signer.issuer, &signer.serial);
    let other_issuer = issuer_serial(
        &kakao_name_as(utf8, "INJANG TEST", "OTHER-CA"),
        &signer.serial,
    );
    let other_serial = issuer_serial(&signer.issuer, &[0x11; 20]);
    let v2 = |certificate: &[u8], place: Option<&Vec<u8>>| {
        signing_certificate_v2(certificate, Hash::Sha256, place.cloned())
    };
    let cases = [
        (
            "ess-v1-fits",
            vec![signing_certificate(own)],
            "The digest is that of the signer's certificate.",
            true,
        ),
        (
            "ess-v1-other",
            vec![signing_certificate(other)],
            "The digest is that of another certificate.",
            false,
        ),
        (
            "ess-v2-fits",
            vec![v2(own, None)],
            "The digest is that of the signer's certificate.",
            true,
        ),
        (
            "ess-v2-other",
            vec![v2(other, None)],
            "The digest is that of another certificate.",
            false,
        ),
        (
            "ess-v2-sha512-fits",
            vec![signing_certificate_v2(own, Hash::Sha512, None)],
            "The SHA-512 digest named is that of the signer's certificate.",
            true,
        ),
        (
            "ess-v2-issuer-serial-fits",
            vec![v2(own, Some(&place))],
            "Digest, issuer and serial number all fit.",
            true,
        ),
        (
            "ess-v2-issuer-other",
            vec![v2(own, Some(&other_issuer))],
            "The digest fits, the issuer named beside it is another.",
            false,
        ),
        (
            "ess-v2-serial-other",
            vec![v2(own, Some(&other_serial))],
            "The digest fits, the serial number named beside it is another.",
            false,
        ),
        (
            "ess-v1-other-v2-fits",
            vec![signing_certificate(other), v2(own, None)],
            "Of the two attributes one names another certificate; both must fit.",
            false,
        ),
    ];
    for (name, more, reason, fits) in cases {
        let expect = if fits { scene.passed() } else { wrong() };
        scene
            .vector(name, &with(&more), reason, source, expect)
            .save(scene.family)?;
    }
    Ok(())
}
