//! Certificates that were issued with RSASSA-PSS.

use super::{CONTENT, Scene, USUAL, pss_spki};
use crate::case::{Check, Expectation, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Manner, Signer, authority_template, kakao_name_as};
use crate::generate::certificate::{Template, serial_of};
use crate::generate::der::utf8;
use crate::generate::expected::attributes;
use crate::generate::key::{Key, Pss};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::Vector;
use std::io;

/// What becomes of a good signer's expectation.
type Outcome<'a> = &'a dyn Fn(Expectation) -> Expectation;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 4055 3, RFC 5280 4.1.1.2";
    let name = kakao_name_as(utf8, "INJANG TEST", "RSA-CA");
    let issuer = Authority::new(Manner::Kakao, Key::rsa(2048), &name);
    let plain = issuer.certificate.clone();
    let bound = |pss: Pss| anchor(&issuer, pss.parameters());
    let good = issued(&issuer, |template| template);
    let flipped = {
        let mut signer = good.clone();
        let last = signer.certificate.len() - 1;
        signer.certificate[last] ^= 1;
        signer
    };
    let differing = issued(&issuer, |mut template| {
        template.inner_algorithm = Some(Pss { salt: 20, ..USUAL }.identifier());
        template
    });
    let no_chain = |expect: Expectation| {
        expect.indeterminate(SubIndication::NoCertificateChainFound, Check::Path)
    };
    let broken = |expect: Expectation| {
        expect.indeterminate(SubIndication::ChainConstraintsFailure, Check::Path)
    };
    let cases: [(&str, &Signer, Vec<u8>, &str, Outcome<'_>); 7] = [
        (
            "issued-under-rsa-key",
            &good,
            plain.clone(),
            "The anchor's rsaEncryption key issued the certificate with RSASSA-PSS.",
            &|good| good,
        ),
        (
            "issued-under-pss-key",
            &good,
            anchor(&issuer, Vec::new()),
            "The anchor's key is of id-RSASSA-PSS without parameters.",
            &|good| good,
        ),
        (
            "issued-under-bound-key",
            &good,
            bound(USUAL),
            "The anchor's key is bound to the parameters used.",
            &|good| good,
        ),
        (
            "issued-under-key-of-another-digest",
            &good,
            bound(Pss::usual(Hash::Sha512)),
            "The anchor's key is for SHA-512, and the certificate was issued with SHA-256.",
            &no_chain,
        ),
        (
            "issued-under-key-of-more-salt",
            &good,
            bound(Pss { salt: 48, ..USUAL }),
            "The anchor's key asks for 48 octets of salt, and the certificate has 32.",
            &no_chain,
        ),
        (
            "issued-flipped-bit",
            &flipped,
            plain.clone(),
            "One bit of the signature in the certificate changed.",
            &no_chain,
        ),
        (
            "issued-parameters-differ",
            &differing,
            plain,
            "The certificate states a salt of 20 octets inside, and outside one of 32, under which it verifies.",
            &broken,
        ),
    ];
    for (name, signer, anchor, reason, outcome) in cases {
        let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
        let document = Message::new(CONTENT).signer(signer, info).encode();
        let expect = outcome(attributes(signer).content(CONTENT));
        Vector::new(name, document, reason, source, expect)
            .trusting(&anchor)
            .save(scene.family)?;
    }
    Ok(())
}

/// A signer on P-256 whose certificate was signed with RSASSA-PSS.
fn issued(issuer: &Authority, shape: impl FnOnce(Template) -> Template) -> Signer {
    let key = Key::ec();
    let mut template = issuer.template(&key, &serial_of(20, false), 1);
    template.inner_algorithm = Some(USUAL.identifier());
    template.outer_algorithm = Some(USUAL.identifier());
    let template = shape(template);
    let signature = USUAL.sign(&issuer.key, &template.to_be_signed(&issuer.key));
    Signer {
        certificate: template.with_signature(&issuer.key, &signature),
        issuer: template.issuer,
        serial: template.serial,
        key,
    }
}

/// The issuer's certificate with its key as one of id-RSASSA-PSS.
fn anchor(issuer: &Authority, parameters: Vec<u8>) -> Vec<u8> {
    authority_template(&issuer.name, &issuer.name, &[1], &issuer.key)
        .spki(pss_spki(&issuer.key, parameters))
        .sign(&issuer.key)
}
