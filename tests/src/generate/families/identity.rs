//! Claims about who signed: a CI, a VID and the certificate that verified.

use super::kakao::{content, document};
use crate::case::{Check, Expectation, IdentityOutcome, Layout, SignType, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::expected::{all_passed, hex, message, signer_passed};
use crate::generate::key::Key;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::seed::random;
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use std::io;

const SOURCE: &str =
    "Kakao's overview, question 6: VID = SHA-256(CI, serial number); layouts left open there";

/// The octets of a VID.
pub(super) fn vid(ci: &[u8], serial: &[u8], layout: Layout) -> Vec<u8> {
    let unsigned = serial.strip_prefix(&[0]).unwrap_or(serial);
    Hash::Sha256.of(&match layout {
        Layout::CiSerial => [ci, serial].concat(),
        Layout::CiSerialUnsigned => [ci, unsigned].concat(),
        Layout::SerialCi => [serial, ci].concat(),
        Layout::SerialUnsignedCi => [unsigned, ci].concat(),
    })
}

/// What every case of this family shares.
struct Scene<'a> {
    family: &'a Family,
    signer: Signer,
    content: Vec<u8>,
    document: Vec<u8>,
    ci: Vec<u8>,
}

impl Scene<'_> {
    /// One signer, one claim; the signature itself passes.
    fn case(
        &self,
        name: &str,
        reason: &str,
        ci: &str,
        vid: &str,
        outcome: IdentityOutcome,
    ) -> io::Result<()> {
        self.case_under(Layout::CiSerial, name, reason, ci, vid, outcome)
    }

    fn case_under(
        &self,
        layout: Layout,
        name: &str,
        reason: &str,
        ci: &str,
        vid: &str,
        outcome: IdentityOutcome,
    ) -> io::Result<()> {
        let expect = message(&self.signer)
            .content(&self.content)
            .identity(outcome);
        Vector::new(name, self.document.clone(), reason, SOURCE, expect)
            .claim(ci, vid, layout, None)
            .save(self.family)
    }

    fn ci_text(&self) -> String {
        STANDARD.encode(&self.ci)
    }

    fn vid(&self, layout: Layout) -> Vec<u8> {
        vid(&self.ci, &self.signer.serial, layout)
    }
}

/// A CI with which the VID's two base64 alphabets differ, so that vectors tell them apart.
fn telling_ci(serial: &[u8]) -> Vec<u8> {
    loop {
        let ci = random(64);
        let text = STANDARD.encode(vid(&ci, serial, Layout::CiSerial));
        if text.contains('+') && text.contains('/') {
            return ci;
        }
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::ec(), &serial_of(20, true));
    let content = content(80);
    let document = document(&signer, &content).encode();
    let ci = telling_ci(&signer.serial);
    let scene = Scene {
        family,
        signer,
        content,
        document,
        ci,
    };
    matched(&scene)?;
    mismatched(&scene)?;
    malformed(&scene)?;
    beside_the_verdict(&scene)?;
    several_signers(&scene, &ca)
}

fn matched(scene: &Scene<'_>) -> io::Result<()> {
    let ci = scene.ci_text();
    for &layout in Layout::ALL {
        scene.case_under(
            layout,
            &format!("matched-{}", layout.as_str()),
            &format!("The VID was computed under the pinned layout {}; the serial number has a sign octet.", layout.as_str()),
            &ci,
            &STANDARD.encode(scene.vid(layout)),
            IdentityOutcome::Matched,
        )?;
    }
    let vid = scene.vid(Layout::CiSerial);
    for (form, text) in [
        ("base64-unpadded", STANDARD_NO_PAD.encode(&vid)),
        ("base64url", URL_SAFE.encode(&vid)),
        ("base64url-unpadded", URL_SAFE_NO_PAD.encode(&vid)),
        ("hex-lower", hex(&vid)),
        ("hex-upper", hex(&vid).to_uppercase()),
    ] {
        let reason = format!("The same 32 octets of a VID in the text form {form}.");
        scene.case(
            &format!("matched-vid-{form}"),
            &reason,
            &ci,
            &text,
            IdentityOutcome::Matched,
        )?;
    }
    Ok(())
}

fn mismatched(scene: &Scene<'_>) -> io::Result<()> {
    let vid = STANDARD.encode(scene.vid(Layout::CiSerial));
    let reason = "A well-formed CI of somebody else does not give this VID.";
    scene.case(
        "mismatched-other-ci",
        reason,
        &STANDARD.encode(random(64)),
        &vid,
        IdentityOutcome::Mismatched,
    )?;
    for &layout in &Layout::ALL[1..] {
        scene.case(
            &format!("mismatched-layout-{}", layout.as_str()),
            &format!(
                "The VID fits layout {}, but ci-serial is pinned, and only the pinned one counts.",
                layout.as_str()
            ),
            &scene.ci_text(),
            &STANDARD.encode(scene.vid(layout)),
            IdentityOutcome::Mismatched,
        )?;
    }
    let other = Hash::Sha256.of(&[scene.ci_text().as_bytes(), &scene.signer.serial].concat());
    let reason = "The VID was computed over the CI's text; the rule is over its 64 octets.";
    scene.case(
        "mismatched-ci-as-text",
        reason,
        &scene.ci_text(),
        &STANDARD.encode(other),
        IdentityOutcome::Mismatched,
    )?;
    let mut flipped = scene.vid(Layout::CiSerial);
    flipped[31] ^= 1;
    let reason = "The VID differs in its last bit.";
    scene.case(
        "mismatched-last-bit",
        reason,
        &scene.ci_text(),
        &STANDARD.encode(flipped),
        IdentityOutcome::Mismatched,
    )
}

fn malformed(scene: &Scene<'_>) -> io::Result<()> {
    let ci = scene.ci_text();
    let vid = STANDARD.encode(scene.vid(Layout::CiSerial));
    for (name, text, reason) in [
        (
            "63-octets",
            STANDARD.encode(&scene.ci[..63]),
            "Base64 of 63 octets is no CI.",
        ),
        (
            "65-octets",
            STANDARD.encode([&scene.ci[..], &[0]].concat()),
            "Base64 of 65 octets is no CI.",
        ),
        (
            "not-base64",
            "한글은 CI가 아닙니다".to_owned(),
            "Text that is not base64 is no CI.",
        ),
        (
            "hex",
            hex(&scene.ci),
            "A CI is base64; its hex is read as base64 of 96 octets and refused.",
        ),
        (
            "empty",
            String::new(),
            "An empty text is no CI, and no absent claim either.",
        ),
    ] {
        scene.case(
            &format!("malformed-ci-{name}"),
            reason,
            &text,
            &vid,
            IdentityOutcome::MalformedCi,
        )?;
    }
    let octets = scene.vid(Layout::CiSerial);
    for (name, text, reason) in [
        (
            "31-octets",
            STANDARD.encode(&octets[..31]),
            "Base64 of 31 octets is no VID.",
        ),
        (
            "33-octets",
            STANDARD.encode([&octets[..], &[0]].concat()),
            "Base64 of 33 octets is no VID.",
        ),
        (
            "hex-odd",
            hex(&octets)[1..].to_owned(),
            "Hex of 63 digits is no VID.",
        ),
        (
            "garbage",
            "이것은 VID가 아닙니다".to_owned(),
            "Text in no known form is no VID.",
        ),
        ("empty", String::new(), "An empty text is no VID."),
    ] {
        scene.case(
            &format!("malformed-vid-{name}"),
            reason,
            &ci,
            &text,
            IdentityOutcome::MalformedVid,
        )?;
    }
    Ok(())
}

fn beside_the_verdict(scene: &Scene<'_>) -> io::Result<()> {
    let (signer, content) = (&scene.signer, &scene.content);
    let vid = STANDARD.encode(scene.vid(Layout::CiSerial));
    let save = |name: &str,
                document: Vec<u8>,
                reason: &str,
                expect: Expectation,
                at: &str,
                trust: &[&str]| {
        Vector::new(name, document, reason, SOURCE, expect)
            .claim(&scene.ci_text(), &vid, Layout::CiSerial, None)
            .at(at)
            .trust(trust)
            .save(scene.family)
    };
    let (now, anchors): (&str, &[&str]) = ("2026-03-02T09:00:00Z", &["../ca.der"]);
    let mut forged = document(signer, content);
    forged.signers[0].signature = signer.key.sign(Hash::Sha256, b"another content");
    save(
        "no-signer-certificate-signature-bad",
        forged.encode(),
        "The signature verifies under no certificate, so there is no serial number to tie the CI to.",
        message(signer)
            .content(content)
            .forged()
            .identity(IdentityOutcome::NoSignerCertificate),
        now,
        anchors,
    )?;
    let missing = Message::new(content)
        .info(SignerInfo::message(signer, Hash::Sha256, content))
        .layers(Layers::OuterIndefinite);
    save(
        "no-signer-certificate-absent",
        missing.encode(),
        "The serial number in the SignerInfo is no certificate, however well it fits.",
        message(signer)
            .content(content)
            .indeterminate(
                SubIndication::NoSigningCertificateFound,
                Check::SignerCertificate,
            )
            .identity(IdentityOutcome::NoSignerCertificate),
        now,
        anchors,
    )?;
    save(
        "matched-without-anchor",
        scene.document.clone(),
        "The identity matches a certificate that nothing vouches for: the verdict and the identity are told apart.",
        message(signer)
            .content(content)
            .indeterminate(SubIndication::NoCertificateChainFound, Check::Path)
            .identity(IdentityOutcome::Matched),
        now,
        &[],
    )?;
    save(
        "matched-but-expired",
        scene.document.clone(),
        "The identity matches a certificate that had expired: the verdict and the identity are told apart.",
        message(signer)
            .content(content)
            .failed(SubIndication::Expired, Check::Validity)
            .identity(IdentityOutcome::Matched),
        "2029-03-02T09:00:00Z",
        anchors,
    )
}

fn several_signers(scene: &Scene<'_>, ca: &Authority) -> io::Result<()> {
    let content = &scene.content;
    let other = ca.ec_signer();
    let document = Message::new(content)
        .signer(&other, SignerInfo::message(&other, Hash::Sha256, content))
        .signer(
            &scene.signer,
            SignerInfo::message(&scene.signer, Hash::Sha256, content),
        )
        .encode();
    let vid = STANDARD.encode(scene.vid(Layout::CiSerial));
    for (name, index, outcome, reason) in [
        (
            "ambiguous-signer",
            None,
            IdentityOutcome::AmbiguousSigner,
            "Two signers, and the claim names none.",
        ),
        (
            "several-signers-named",
            Some(1),
            IdentityOutcome::Matched,
            "Two signers, and the claim names the right one.",
        ),
        (
            "several-signers-other-named",
            Some(0),
            IdentityOutcome::Mismatched,
            "Two signers, and the claim names the other.",
        ),
    ] {
        let signers = [&other, &scene.signer]
            .map(|signer| signer_passed(signer, SignType::Message))
            .to_vec();
        let expect = all_passed(signers).content(content).identity(outcome);
        Vector::new(name, document.clone(), reason, SOURCE, expect)
            .claim(&scene.ci_text(), &vid, Layout::CiSerial, index)
            .save(scene.family)?;
    }
    Ok(())
}
