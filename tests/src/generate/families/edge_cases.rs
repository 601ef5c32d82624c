//! What stands one element further in than other families look, and names in every kind of string.

use super::identity::vid;
use crate::case::{Check, Expectation, Finding, IdentityOutcome, Layout, SubIndication};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null, rsa_encryption};
use crate::generate::attribute::{
    algorithm_protection, attribute, signing_certificate, signing_certificate_v2, usual,
};
use crate::generate::authority::{Authority, Manner, Signer};
use crate::generate::certificate::{name, serial_of, subject_key_identifier};
use crate::generate::der::{
    bit_string, bmp, explicit, integer, integer_octets, null, octet_string, oid, retag, sequence,
    set, tlv, unsigned, utf8,
};
use crate::generate::expected::{attributes, message, unreadable};
use crate::generate::key::Key;
use crate::generate::message::{
    Layers, Message, SignerInfo, by_key_identifier, content_info, issuer_and_serial,
};
use crate::generate::oid as id;
use crate::generate::seed::random;
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

const CONTENT: &[u8] = b"a content in a corner";
const NAMES: &str =
    "RFC 5280 7.1 and 4.1.2.4: strings of every kind are compared as text, without case";
const KEYS: &str =
    "RFC 8017 A.1.1 and RFC 4055 1.2: RSAPublicKey of two positive numbers, parameters NULL";
const ESS: &str =
    "RFC 2634 5.4, RFC 5035 3 to 5: each attribute must name the signer's certificate";

struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
}

impl Scene<'_> {
    fn save(
        &self,
        name: &str,
        reason: &str,
        source: &str,
        message: &Message,
        expect: Expectation,
    ) -> io::Result<()> {
        let expect = expect.content(CONTENT);
        Vector::new(name, message.encode(), reason, source, expect).save(self.family)
    }
}

fn by_content(signer: &Signer) -> SignerInfo {
    SignerInfo::message(signer, Hash::Sha256, CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::toss();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::rsa(2048), &serial_of(10, false));
    let scene = Scene { family, ca, signer };
    rsa_keys(&scene)?;
    certificate_identifiers(&scene)?;
    protections(&scene)?;
    values_in_a_set(&scene)?;
    content_infos(&scene)?;
    key_identifiers(&scene)?;
    names(family)
}

fn rsa_keys(scene: &Scene<'_>) -> io::Result<()> {
    let key = Key::rsa(2048);
    let modulus = unsigned(&key.modulus());
    let exponent = unsigned(&[1, 0, 1]);
    let negative = retag(0x02, &octet_string(&key.modulus()));
    let spki = |inside: Vec<u8>| sequence(&[rsa_encryption(), bit_string(&inside)]);
    let good = sequence(&[modulus.clone(), exponent.clone()]);
    for (name, inside, is_good, reason) in [
        ("rsa-key", good.clone(), true, "A key of two numbers."),
        (
            "rsa-key-with-more",
            [good.clone(), null()].concat(),
            false,
            "Something follows the key in its BIT STRING.",
        ),
        (
            "rsa-key-third-number",
            sequence(&[modulus.clone(), exponent.clone(), integer(1)]),
            false,
            "The key has a third number.",
        ),
        (
            "rsa-key-negative-modulus",
            sequence(&[negative, exponent]),
            false,
            "The modulus lacks its sign octet, and is negative so.",
        ),
        (
            "rsa-key-negative-exponent",
            sequence(&[modulus, integer_octets(&[0xff])]),
            false,
            "The exponent is negative.",
        ),
    ] {
        let signer = scene
            .ca
            .certify_as(&key, &serial_of(10, false), |it| it.spki(spki(inside)));
        let expect = if is_good {
            message(&signer)
        } else {
            message(&signer).unsupported()
        };
        let document = Message::new(CONTENT).signer(&signer, by_content(&signer));
        scene.save(name, reason, KEYS, &document, expect)?;
    }
    Ok(())
}

fn certificate_identifiers(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let sha1 = octet_string(&Hash::Sha1.of(&signer.certificate));
    let sha256 = octet_string(&Hash::Sha256.of(&signer.certificate));
    let v1 = |parts: &[Vec<u8>]| {
        attribute(
            id::ID_AA_SIGNING_CERTIFICATE,
            &[sequence(&[sequence(&[sequence(parts)])])],
        )
    };
    let v2_of = |issuer_serial: Vec<u8>| {
        let essence = sequence(&[sha256.clone(), issuer_serial]);
        attribute(
            id::ID_AA_SIGNING_CERTIFICATE_V2,
            &[sequence(&[sequence(&[essence])])],
        )
    };
    let directory = explicit(4, &signer.issuer);
    let other = Authority::toss().certify(&Key::ec(), &[9]);
    let good = || attributes(signer);
    let malformed = || attributes(signer).malformed_attributes();
    let differs = || {
        attributes(signer).indeterminate(
            SubIndication::SigConstraintsFailure,
            Check::SigningCertificate,
        )
    };
    let serial = integer_octets(&signer.serial);
    let cases = [
        (
            "ess-v1-with-digest-algorithm",
            vec![v1(&[Hash::Sha1.identifier(), sha1])],
            malformed(),
            "The first version has no digest algorithm.",
        ),
        (
            "ess-v1-fits-v2-other",
            vec![
                signing_certificate(&signer.certificate),
                signing_certificate_v2(&other.certificate, Hash::Sha256, None),
            ],
            differs(),
            "Of two attributes the second names another certificate.",
        ),
        (
            "ess-v1-and-v2-fit",
            vec![
                signing_certificate(&signer.certificate),
                signing_certificate_v2(&signer.certificate, Hash::Sha256, None),
            ],
            good(),
            "Both attributes name the certificate.",
        ),
        (
            "ess-v2-issuer-and-another-name",
            vec![v2_of(sequence(&[
                sequence(&[directory.clone(), explicit(4, &name(&[]))]),
                serial.clone(),
            ]))],
            differs(),
            "IssuerSerial names one issuer, as one directory name.",
        ),
        (
            "ess-v2-issuer-as-text",
            vec![v2_of(sequence(&[
                sequence(&[tlv(0x82, b"ca.test.invalid")]),
                serial,
            ]))],
            differs(),
            "IssuerSerial names the issuer by a host, which is not the certificate's issuer.",
        ),
    ];
    for (name, extra, expect, reason) in cases {
        let all = [usual(CONTENT), extra].concat();
        let info = SignerInfo::over(signer, Hash::Sha256, &all);
        let document = Message::new(CONTENT).signer(signer, info);
        scene.save(name, reason, ESS, &document, expect)?;
    }
    Ok(())
}

fn protections(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let source = "RFC 6211 2; RFC 5754 2: parameters of digests may be absent or NULL";
    for (name, digest, reason) in [
        (
            "protection-digest-null",
            identifier_with_null(Hash::Sha256.oid()),
            "The attribute writes NULL where digestAlgorithm has the parameters absent, or the reverse.",
        ),
        (
            "protection-digest-absent",
            identifier(Hash::Sha256.oid()),
            "The attribute leaves the parameters out where digestAlgorithm has NULL, or the reverse.",
        ),
    ] {
        let protection = algorithm_protection(&digest, &rsa_encryption());
        let all = [usual(CONTENT), vec![protection]].concat();
        let info = SignerInfo::over(signer, Hash::Sha256, &all);
        let document = Message::new(CONTENT).signer(signer, info);
        scene.save(name, reason, source, &document, attributes(signer))?;
    }
    Ok(())
}

/// Values of one attribute are a SET OF too.
fn values_in_a_set(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let source = "RFC 5652 5.3 and 5.4: attrValues is a SET OF, which DER sorts (X.690 11.6)";
    let of = |values: &[Vec<u8>]| {
        let unsorted = sequence(&[oid(id::UNKNOWN), set(values)]);
        [usual(CONTENT), vec![unsorted]].concat()
    };
    let (sorted, turned) = (of(&[utf8("a"), utf8("b")]), of(&[utf8("b"), utf8("a")]));
    let field = crate::generate::attribute::signed_field;
    let octets = crate::generate::attribute::signed_octets;
    for (name, sent, signed_over, expect, reason) in [
        (
            "values-sorted",
            field(&sorted),
            octets(&sorted),
            attributes(signer),
            "Two values of an attribute in the order of DER.",
        ),
        (
            "values-unsorted",
            field(&turned),
            octets(&sorted),
            attributes(signer).finding(Finding::SignedAttributesNotDer),
            "Two values sent in the other order and signed in that of DER.",
        ),
        (
            "values-unsorted-signed-as-sent",
            field(&turned),
            octets(&turned),
            attributes(signer).forged(),
            "Two values signed in the order in which they were sent.",
        ),
    ] {
        let info = SignerInfo::over_octets(signer, Hash::Sha256, sent, &signed_over);
        let document = Message::new(CONTENT).signer(signer, info);
        scene.save(name, reason, source, &document, expect)?;
    }
    Ok(())
}

fn content_infos(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let document = Message::new(CONTENT).signer(signer, by_content(signer));
    let twice = [document.signed_data(), null()].concat();
    Vector::new(
        "content-info-with-more",
        content_info(id::ID_SIGNED_DATA, &twice, Layers::Definite),
        "A second element follows SignedData inside the tag of ContentInfo.",
        "RFC 5652 3: content [0] EXPLICIT holds one value",
        unreadable(Check::Format),
    )
    .save(scene.family)?;
    let ci = random(64);
    Vector::new(
        "claim-without-signers",
        Message::new(CONTENT)
            .certificate(&signer.certificate)
            .encode(),
        "Nobody signed, so no VID can be held against anybody.",
        "Kakao's overview, question 6; RFC 5652 5.1",
        unreadable(Check::Signers)
            .content(CONTENT)
            .identity(IdentityOutcome::NoSignerCertificate),
    )
    .claim(
        &STANDARD.encode(&ci),
        &STANDARD.encode(vid(&ci, &signer.serial, Layout::CiSerial)),
        Layout::CiSerial,
        None,
    )
    .save(scene.family)
}

/// More certificates than are compared one by one.
fn key_identifiers(scene: &Scene<'_>) -> io::Result<()> {
    let own = Key::ec();
    let signer = scene.ca.certify(&own, &serial_of(10, false));
    // The whole extension: SEQUENCE, identifier, OCTET STRING of an OCTET STRING of 20.
    let extension = subject_key_identifier(&own);
    let identifier = &extension[extension.len() - 20..];
    let mut document = Message::new(CONTENT);
    for _ in 0..20 {
        document = document.certificate(&scene.ca.ec_signer().certificate);
    }
    let mut info = by_content(&signer).identified_by(by_key_identifier(identifier));
    info.version = 3;
    scene.save(
        "key-identifier-among-21",
        "The key identifier picks the signer's certificate out of 21.",
        "RFC 5652 5.3",
        &document.signer(&signer, info),
        message(&signer),
    )
}

fn names(family: &Family) -> io::Result<()> {
    let universal = |text: &str| {
        let units: Vec<u8> = text
            .chars()
            .flat_map(|c| u32::from(c).to_be_bytes())
            .collect();
        tlv(0x1c, &units)
    };
    let teletex = |latin: &[u8]| tlv(0x14, latin);
    let own = utf8("Ärger im ΑΡΧΕΙΟ");
    let cases = [
        ("utf8-same", own.clone(), own.clone(), true),
        (
            "utf8-other-case",
            own.clone(),
            utf8("ärger IM αρχειο"),
            true,
        ),
        (
            "utf8-other-letter",
            own.clone(),
            utf8("ärger IM αρχεια"),
            false,
        ),
        ("bmp", own.clone(), bmp("Ärger im ΑΡΧΕΙΟ"), true),
        (
            "bmp-other-letter",
            own.clone(),
            bmp("Ärger im ΑΡΧΕΙΑ"),
            false,
        ),
        ("universal", own.clone(), universal("Ärger im ΑΡΧΕΙΟ"), true),
        (
            "universal-other-letter",
            own,
            universal("Ärger im ΑΡΧΕΙΑ"),
            false,
        ),
        ("teletex", utf8("Ärger"), teletex(b"\xc4rger"), true),
        (
            "teletex-other-letter",
            utf8("Ärger"),
            teletex(b"\xd6rger"),
            false,
        ),
        ("kelvin", utf8("\u{212a}"), utf8("k"), true),
        ("dotted-i", utf8("\u{130}"), utf8("i\u{307}"), true),
    ];
    for (case, issuer, written, matches) in cases {
        let of = |value: Vec<u8>| {
            name(&[
                (id::ORGANIZATION_NAME, utf8("NAMES TEST")),
                (id::COMMON_NAME, value),
            ])
        };
        let ca = Authority::new(Manner::Payco, Key::ec(), &of(issuer));
        let signer = ca.ec_signer();
        let info =
            by_content(&signer).identified_by(issuer_and_serial(&of(written), &signer.serial));
        for others in [0, 20] {
            let mut document = Message::new(CONTENT).signer(&signer, info.clone());
            for _ in 0..others {
                document = document.certificate(&ca.ec_signer().certificate);
            }
            let expect = if matches {
                message(&signer)
            } else {
                message(&signer).indeterminate(
                    SubIndication::NoSigningCertificateFound,
                    Check::SignerCertificate,
                )
            };
            let (suffix, beside) = if others == 0 {
                ("", "alone")
            } else {
                ("-among-21", "among 21 certificates")
            };
            Vector::new(
                &format!("name-{case}{suffix}"),
                document.encode(),
                &format!(
                    "The identifier writes the issuer's name in another way, and it is {} name, {beside}.",
                    if matches { "the same" } else { "another" }
                ),
                NAMES,
                expect.content(CONTENT),
            )
            .trusting(&ca.certificate)
            .save(family)?;
        }
    }
    Ok(())
}
