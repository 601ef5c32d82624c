//! Certificates that the document lacks and the caller supplies.

use super::identity::vid;
use crate::case::{Check, Expectation, Finding, IdentityOutcome, Layout, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::expected::{attributes, message};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::seed::random;
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

const CONTENT: &[u8] = b"a content whose signer's certificate came by other means";
const SOURCE: &str = "RFC 5652 5.1: certificates may be fewer than needed, and come by other means";

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    found(family, &ca, &signer)?;
    not_found(family, &signer)?;
    of_another_key(family, &ca, &signer)
}

/// A document by this signer without any certificate.
fn bare(signer: &Signer) -> Message {
    Message::new(CONTENT).info(SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

fn case(name: &str, document: &Message, reason: &str, expect: Expectation) -> Vector {
    let expect = expect.content(CONTENT);
    Vector::new(name, document.encode(), reason, SOURCE, expect)
}

fn found(family: &Family, ca: &Authority, signer: &Signer) -> io::Result<()> {
    case(
        "signer",
        &bare(signer),
        "The document has no certificate; the signer's is supplied.",
        message(signer),
    )
    .supply(&signer.certificate)
    .save(family)?;
    case(
        "signer-among-others",
        &bare(signer),
        "Of the certificates supplied, the one that the signer names is taken.",
        message(signer),
    )
    .supply(&ca.certificate)
    .supply(&ca.ec_signer().certificate)
    .supply(&signer.certificate)
    .save(family)?;
    case(
        "signer-twice",
        &bare(signer).certificate(&signer.certificate),
        "What the document has already is not another certificate: nothing is ambiguous.",
        message(signer),
    )
    .supply(&signer.certificate)
    .supply(&signer.certificate)
    .save(family)?;
    let toss = ca.certify(&Key::rsa(2048), &serial_of(10, false));
    case(
        "signer-of-attributes",
        &Message::new(CONTENT).info(SignerInfo::attributes(&toss, Hash::Sha256, CONTENT)),
        "The same with signed attributes and RSA.",
        attributes(&toss),
    )
    .supply(&toss.certificate)
    .save(family)?;
    let ci = random(64);
    case(
        "signer-with-vid",
        &bare(signer),
        "The VID is held against the serial number of the certificate that verified, wherever it came from.",
        message(signer).identity(IdentityOutcome::Matched),
    )
    .supply(&signer.certificate)
    .claim(
        &STANDARD.encode(&ci),
        &STANDARD.encode(vid(&ci, &signer.serial, Layout::CiSerial)),
        Layout::CiSerial,
        None,
    )
    .save(family)
}

fn not_found(family: &Family, signer: &Signer) -> io::Result<()> {
    let missing = || {
        message(signer).indeterminate(
            SubIndication::NoSigningCertificateFound,
            Check::SignerCertificate,
        )
    };
    case(
        "nothing",
        &bare(signer),
        "Nothing is supplied, so there is no key to verify under.",
        missing(),
    )
    .save(family)?;
    case(
        "only-another",
        &bare(signer),
        "A certificate that the signer does not name is not tried.",
        missing(),
    )
    .supply(&Authority::kakao().ec_signer().certificate)
    .save(family)
}

fn of_another_key(family: &Family, ca: &Authority, signer: &Signer) -> io::Result<()> {
    // The same issuer and serial number, from somebody who is not trusted.
    let twin = Authority::kakao().certify(&Key::ec(), &signer.serial);
    case(
        "another-key",
        &bare(signer),
        "A certificate of the same issuer and serial number with another key verifies nothing.",
        message(signer).forged(),
    )
    .supply(&twin.certificate)
    .save(family)?;
    case(
        "another-key-too",
        &bare(signer),
        "Of two that fit, the one under whose key the signature verifies is the signer's.",
        message(signer).finding(Finding::AmbiguousSignerCertificate),
    )
    .supply(&twin.certificate)
    .supply(&signer.certificate)
    .save(family)?;
    case(
        "another-key-signed",
        &bare(&twin),
        "Being supplied makes nobody trusted: an authority of the same name did not issue it.",
        message(&twin).indeterminate(SubIndication::NoCertificateChainFound, Check::Path),
    )
    .supply(&twin.certificate)
    .save(family)?;
    case(
        "anchor-supplied",
        &bare(signer),
        "Being supplied makes no certificate a trust anchor.",
        message(signer).indeterminate(SubIndication::NoCertificateChainFound, Check::Path),
    )
    .trust(&[])
    .supply(&ca.certificate)
    .supply(&signer.certificate)
    .save(family)
}
