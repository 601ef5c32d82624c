//! Signer identifiers: which certificate they mean, and what happens when several fit.

use super::{CONTENT, document, uncertified};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Manner, Signer, kakao_name_as};
use crate::generate::certificate::{
    authority_key_identifier, extension, key_identifier, serial_of,
};
use crate::generate::der::{octet_string, printable, utf8};
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo, by_key_identifier, issuer_and_serial};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

pub(super) fn make(family: &Family, ca: &Authority) -> io::Result<()> {
    missing(family, ca)?;
    key_identifiers(family, ca)?;
    ambiguous(family, ca)?;
    positions(family, ca)?;
    names(family, ca)
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

fn not_found(signer: &Signer) -> Expectation {
    passed(signer).indeterminate(
        SubIndication::NoSigningCertificateFound,
        Check::SignerCertificate,
    )
}

fn missing(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "RFC 5652 5.1: the certificate may have to come from elsewhere";
    let (signer, other) = (ca.ec_signer(), ca.ec_signer());
    let save = |name: &str, document: &Message, reason: &str| {
        Vector::new(name, document.encode(), reason, source, not_found(&signer)).save(family)
    };
    save(
        "none",
        &uncertified(&signer),
        "The message holds no certificate.",
    )?;
    save(
        "only-another",
        &uncertified(&signer).certificate(&other.certificate),
        "The only certificate is that of another serial number.",
    )?;
    let stranger = Authority::new(
        Manner::Kakao,
        Key::ec(),
        &kakao_name_as(utf8, "INJANG TEST", "OTHER-CA"),
    );
    let same_serial = stranger.certify(&signer.key, &signer.serial);
    save(
        "same-serial-of-another-issuer",
        &uncertified(&signer).certificate(&same_serial.certificate),
        "The only certificate has the right serial number and key, but another issuer.",
    )
}

fn key_identifiers(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "RFC 5652 5.3: SignerIdentifier, SignerInfo version 3";
    let by_key = |signer: &Signer, identifier: &[u8]| {
        let mut info = SignerInfo::message(signer, Hash::Sha256, CONTENT)
            .identified_by(by_key_identifier(identifier));
        info.version = 3;
        info
    };
    let signer = ca.ec_signer();
    let own = key_identifier(&signer.key);
    let other = ca.ec_signer();
    Vector::new(
        "key-identifier",
        Message::new(CONTENT)
            .certificate(&other.certificate)
            .signer(&signer, by_key(&signer, &own))
            .encode(),
        "The signer is named by subjectKeyIdentifier and found behind another certificate.",
        source,
        passed(&signer),
    )
    .save(family)?;
    Vector::new(
        "key-identifier-of-nobody",
        Message::new(CONTENT)
            .signer(&signer, by_key(&signer, &[0x5a; 20]))
            .encode(),
        "No certificate has the subjectKeyIdentifier named.",
        source,
        not_found(&signer),
    )
    .save(family)?;
    let bare = ca.ec_signer_as(|template| template.without(id::SUBJECT_KEY_IDENTIFIER));
    let identifier = key_identifier(&bare.key);
    Vector::new(
        "key-identifier-without-extension",
        Message::new(CONTENT).signer(&bare, by_key(&bare, &identifier)).encode(),
        "The certificate has no subjectKeyIdentifier, so that none can be the one named, whatever its key.",
        source,
        not_found(&bare),
    )
    .save(family)?;
    let shared = extension(
        id::SUBJECT_KEY_IDENTIFIER,
        false,
        &octet_string(&[0x77; 20]),
    );
    let twin =
        |_| ca.ec_signer_as(|template| template.with(id::SUBJECT_KEY_IDENTIFIER, shared.clone()));
    let [first, second] = [0, 1].map(twin);
    Vector::new(
        "key-identifier-ambiguous",
        Message::new(CONTENT)
            .certificate(&second.certificate)
            .signer(&first, by_key(&first, &[0x77; 20]))
            .encode(),
        "Two certificates have the subjectKeyIdentifier; the one under whose key the signature verifies is the signer's.",
        source,
        passed(&first).finding(Finding::AmbiguousSignerCertificate),
    )
    .save(family)
}

fn ambiguous(family: &Family, ca: &Authority) -> io::Result<()> {
    let source =
        "Identities must not be mixed: the path is built for the certificate that verified";
    let serial = serial_of(20, false);
    let (signer, decoy) = (
        ca.certify(&Key::ec(), &serial),
        ca.certify(&Key::ec(), &serial),
    );
    let both = |first: &Signer, second: &Signer| {
        uncertified(&signer)
            .certificate(&first.certificate)
            .certificate(&second.certificate)
            .encode()
    };
    let expect = || passed(&signer).finding(Finding::AmbiguousSignerCertificate);
    for (name, octets) in [
        ("ambiguous-right-first", both(&signer, &decoy)),
        ("ambiguous-right-last", both(&decoy, &signer)),
    ] {
        let reason = "Two certificates of one issuer and serial number have different keys; the one that verifies counts.";
        Vector::new(name, octets, reason, source, expect()).save(family)?;
    }
    let attacker = Authority::kakao();
    let untrusted = attacker.certify(&Key::ec(), &serial);
    for (name, first, second) in [
        ("ambiguous-trusted-decoy-first", &decoy, &untrusted),
        ("ambiguous-trusted-decoy-last", &untrusted, &decoy),
    ] {
        let octets = uncertified(&untrusted)
            .certificate(&first.certificate)
            .certificate(&second.certificate)
            .encode();
        Vector::new(
            name,
            octets,
            "The trusted certificate did not sign, and the one that did is untrusted: trust is not borrowed.",
            source,
            passed(&untrusted)
                .finding(Finding::AmbiguousSignerCertificate)
                .indeterminate(SubIndication::NoCertificateChainFound, Check::Path),
        )
        .save(family)?;
    }
    Vector::new(
        "same-certificate-twice",
        document(&signer).certificate(&signer.certificate).encode(),
        "A certificate that is there twice is still one certificate.",
        "RFC 5652 5.1: a set of certificates",
        passed(&signer),
    )
    .save(family)
}

fn positions(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "Certificates are found by identifier, never by position; CVE-2026-39984";
    let (signer, other) = (ca.ec_signer(), ca.ec_signer());
    Vector::new(
        "foreign-certificate-first",
        uncertified(&signer)
            .certificate(&other.certificate)
            .certificate(&signer.certificate)
            .encode(),
        "Another subscriber's certificate stands first and is not the signer's.",
        source,
        passed(&signer),
    )
    .save(family)?;
    Vector::new(
        "anchor-certificate-first",
        uncertified(&signer)
            .certificate(&ca.certificate)
            .certificate(&signer.certificate)
            .encode(),
        "The CA's certificate stands first and is not the signer's.",
        source,
        passed(&signer),
    )
    .save(family)?;
    let victim = SignerInfo::message(&signer, Hash::Sha256, CONTENT)
        .identified_by(issuer_and_serial(&other.issuer, &other.serial));
    Vector::new(
        "identifier-of-another",
        Message::new(CONTENT).certificate(&signer.certificate).certificate(&other.certificate).info(victim).encode(),
        "The identifier names a certificate under which the signature does not verify; that another would do is no help.",
        source,
        passed(&signer).forged(),
    )
    .save(family)
}

fn names(family: &Family, ca: &Authority) -> io::Result<()> {
    let source =
        "RFC 5280 7.1: names are compared without regard to string type, case and extra space";
    let signer = ca.ec_signer();
    let named = |issuer: &[u8]| {
        let identifier = issuer_and_serial(issuer, &signer.serial);
        let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT).identified_by(identifier);
        Message::new(CONTENT).signer(&signer, info).encode()
    };
    for (name, issuer, reason) in [
        (
            "issuer-in-printable-string",
            kakao_name_as(printable, "INJANG TEST", "TEST-CA"),
            "The identifier has PrintableString where the certificate has UTF8String.",
        ),
        (
            "issuer-in-other-case",
            kakao_name_as(utf8, "Injang Test", "test-ca"),
            "The identifier differs from the certificate's issuer in case only.",
        ),
        (
            "issuer-with-extra-spaces",
            kakao_name_as(utf8, " INJANG   TEST ", "TEST-CA"),
            "The identifier differs from the certificate's issuer in space only.",
        ),
    ] {
        Vector::new(name, named(&issuer), reason, source, passed(&signer)).save(family)?;
    }
    for (name, issuer, reason) in [
        (
            "issuer-without-inner-space",
            kakao_name_as(utf8, "INJANGTEST", "TEST-CA"),
            "The identifier lacks a space inside a word group, which makes another name.",
        ),
        (
            "issuer-with-suffix",
            kakao_name_as(utf8, "INJANG TEST", "TEST-CA2"),
            "The identifier begins like the certificate's issuer and goes on.",
        ),
    ] {
        Vector::new(name, named(&issuer), reason, source, not_found(&signer)).save(family)?;
    }
    let printable_anchor = Authority::new(
        Manner::Kakao,
        ca.key.clone(),
        &kakao_name_as(printable, "INJANG  TEST", "test-ca"),
    );
    Vector::new(
        "anchor-in-other-spelling",
        document(&signer).encode(),
        "The anchor's name equals the certificate's issuer by RFC 5280 7.1, not octet by octet.",
        source,
        passed(&signer),
    )
    .trusting(&printable_anchor.certificate)
    .save(family)?;
    let hint = ca.ec_signer_as(|template| {
        template.with(
            id::AUTHORITY_KEY_IDENTIFIER,
            authority_key_identifier(&ca.certificate),
        )
    });
    Vector::new(
        "authority-key-identifier-is-a-certificate",
        document(&hint).encode(),
        "authorityKeyIdentifier holds a whole certificate, as Kakao's does; identifiers are hints only.",
        "Kakao's CA certificate as found in the field; RFC 5280 4.2.1.1",
        passed(&hint),
    )
    .save(family)
}
