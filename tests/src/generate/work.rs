//! Documents that are made to be expensive: each shape at any size, none under a trusted key. The
//! work for them must grow no faster than their octets.

use super::algorithm::Hash;
use super::authority::{SIGNER_USAGE, Signer, authority_template};
use super::certificate::{Template, extension, key_usage, name};
use super::constraint::{directory, uri};
use super::crl::{Crl, clean};
use super::der::{integer, null, octet_string, oid, retag, sequence, set, utf8};
use super::distribution::{Point, Scope, distribution_points, full_name};
use super::hierarchy::Ca;
use super::key::Key;
use super::message::{Layers, Message, SignerInfo, by_key_identifier};
use super::ocsp::{Response, Single, by_name};
use super::oid as id;
use super::seed::derive_from;
use injang_core::{
    Certificate, CryptoBackend as _, Der, Limits, Policy, Report, Request, Revocation,
    RevocationData, SignatureStatus, SignedDocument, Time, TrustAnchor,
};
use injang_crypto::Combined;

const CONTENT: &[u8] = b"a content that costs";
/// The serial number that all certificates of a shape share, so that every answer may be about each.
const SERIAL: [u8; 8] = [0x51; 8];

/// A document, and what the caller gives beside it.
pub struct Shape {
    /// The document.
    pub document: Vec<u8>,
    /// Certificates of the caller's anchors.
    pub anchors: Vec<Vec<u8>>,
    /// Certificates of CAs for building paths.
    pub intermediates: Vec<Vec<u8>>,
    /// CRLs and OCSP responses that the caller brings.
    pub evidence: Vec<Vec<u8>>,
}

impl Shape {
    /// The report on the document, and how many octets the meter counts.
    ///
    /// # Panics
    /// If something of a shape can't be read.
    #[must_use]
    pub fn judge(&self) -> (Report, u64) {
        let mut evidence = RevocationData::new();
        for octets in &self.evidence {
            evidence.add(octets, &Combined).expect("evidence");
        }
        let anchor = |octets: &Vec<u8>| TrustAnchor::from_certificate(octets).expect("anchor");
        let certificate = |octets| Certificate::from_der(octets).expect("certificate");
        let anchors = self.anchors.iter().map(anchor);
        let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
        let policy = Policy::new(&Combined, anchors, Revocation::Require(&evidence))
            .intermediates(self.intermediates.iter().map(|it| certificate(it)));
        let der = Der::from_ber(&self.document, Limits::default()).expect("document");
        let document = SignedDocument::parse(&der).expect("document");
        let mut validation = document.validate(&policy, &request);
        while !validation.requests().is_empty() {
            let mut answers = vec![SignatureStatus::Unanswered; validation.requests().len()];
            Combined.answer_all(validation.requests(), &mut answers);
            validation.answer(&answers);
        }
        validation.finish_counted()
    }

    /// All octets that there are.
    #[must_use]
    pub fn octets(&self) -> usize {
        let given = [&self.anchors, &self.intermediates, &self.evidence];
        let given = given.into_iter().flatten().map(Vec::len);
        self.document.len() + given.sum::<usize>()
    }
}

/// Makes a shape of a size: certificates, signers or CRLs, by the shape.
pub type Make = fn(usize) -> Shape;

/// Every shape by its name. No signer of theirs passes, and none but the last has a path.
pub const HOSTILE: &[(&str, Make)] = &[
    ("names-of-one-fingerprint", names_of_one_fingerprint),
    ("broken-signers-in-ber", broken_signers_in_ber),
    ("lists-certificates-points", lists_certificates_points),
    ("names-of-one-point", names_of_one_point),
    ("names-of-one-scope", names_of_one_scope),
    ("members-of-crls", members_of_crls),
    ("speakers-for-a-trusted-ca", speakers_for_a_trusted_ca),
];

/// A name that differs from all others in punctuation alone, and far behind: sums of letters and
/// digits can't tell them apart, and comparing two takes all of their octets.
fn colliding(number: usize) -> Vec<u8> {
    let bit = |place: u32| if number >> place & 1 == 0 { '.' } else { '-' };
    let text: String = (0..24).map(bit).collect();
    let text = format!("{}{text}", "collide ".repeat(16));
    name(&[(id::COMMON_NAME, utf8(&text))])
}

/// Keys follow from the name of the shape.
fn derived(shape: &str, make: impl FnOnce() -> Shape) -> Shape {
    derive_from(&format!("work/{shape}"));
    make()
}

fn root() -> Ca {
    Ca::root("Test root CA")
}

/// A signer with this key, whose certificate has a signature of no known key.
fn nobody(key: &Key, issuer: &[u8], shape: impl FnOnce(Template) -> Template) -> Signer {
    let subject = name(&[(id::COMMON_NAME, utf8("Nobody"))]);
    let template = Template::new(issuer, &subject, &SERIAL, key);
    let template = shape(template.with(id::KEY_USAGE, key_usage(&SIGNER_USAGE)));
    Signer {
        key: key.clone(),
        issuer: issuer.to_vec(),
        serial: SERIAL.to_vec(),
        certificate: template.sign(key),
    }
}

fn signed_by(message: Message, signer: &Signer) -> Message {
    message.signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

/// An OCSP response as a member of `crls` (RFC 5940).
fn ocsp_member(response: Vec<u8>) -> Vec<u8> {
    retag(0xa1, &sequence(&[oid(id::ID_RI_OCSP_RESPONSE), response]))
}

/// `size` issuers, subjects, CRL issuers and responders each, whose names have the same letters and
/// digits.
#[must_use]
pub fn names_of_one_fingerprint(size: usize) -> Shape {
    derived("names-of-one-fingerprint", || {
        let key = Key::ec();
        let (anchor_key, own) = (Key::ec(), colliding(9 << 20));
        let anchor = authority_template(&own, &own, &[1], &anchor_key).sign(&anchor_key);
        let mut message = Message::new(CONTENT);
        for number in 0..size {
            let subject = colliding(1 << 20 | number);
            let signer = nobody(&key, &colliding(number), |it| it.subject(subject));
            message = signed_by(message, &signer);
            let crl = Crl::new(&colliding(2 << 20 | number)).number(1);
            message.revocation_infos.push(crl.sign(&key));
            let issuer = colliding(number);
            let single = Single::about(Hash::Sha1, &issuer, &key.key_octets(), &SERIAL);
            let responder = by_name(&colliding(3 << 20 | number));
            let response = Response::new(responder, single).sign(&key);
            message.revocation_infos.push(ocsp_member(response));
        }
        Shape {
            document: message.encode(),
            anchors: vec![anchor],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// Indefinite lengths, a content of `size` KiB, and `size` signers whose attributes can't be read:
/// each error must be placed in the document as it was sent.
#[must_use]
pub fn broken_signers_in_ber(size: usize) -> Shape {
    derived("broken-signers-in-ber", || {
        let key = Key::ec();
        let signer = nobody(&key, &colliding(0), |it| it);
        let content = vec![0x5a; size << 10];
        let mut message = Message::new(&content)
            .layers(Layers::AllIndefinite)
            .certificate(&signer.certificate);
        for _ in 0..size {
            let mut info = SignerInfo::unsigned(&signer, Hash::Sha256).signed(vec![0; 70]);
            info.signed_attributes = Some(retag(0xa0, &set(&[integer(1)])));
            message = message.info(info);
        }
        Shape {
            document: message.encode(),
            anchors: vec![root().certificate],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// A URI of 150 octets.
fn long_uri(number: usize) -> Vec<u8> {
    uri(&format!(
        "http://{}.test.invalid/{number:08}.crl",
        "long".repeat(28)
    ))
}

/// `size` certificates of one issuer with twenty distribution points each, and `size` CRLs of it that
/// have other ones, all of long names.
#[must_use]
pub fn lists_certificates_points(size: usize) -> Shape {
    derived("lists-certificates-points", || {
        let key = Key::ec();
        let issuer = colliding(0);
        let mut message = Message::new(CONTENT);
        for number in 0..size {
            let point = |place| Point::named(full_name(&[long_uri(number * 20 + place)]));
            let points: Vec<_> = (0..20).map(point).collect();
            let serial = (number + (1 << 28)).to_be_bytes()[4..].to_vec();
            let signer = nobody(&key, &issuer, |mut it| {
                it.serial.clone_from(&serial);
                it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&points))
            });
            message = signed_by(message, &Signer { serial, ..signer });
            let scope = Scope::named(full_name(&[long_uri(1 << 24 | number)]));
            let crl = Crl::new(&issuer).number(1).scope(&scope);
            message.revocation_infos.push(crl.sign(&key));
        }
        Shape {
            document: message.encode(),
            anchors: vec![root().certificate],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// One certificate with a distribution point of `size` times 32 names, and `size` CRLs of its issuer
/// with another one each.
#[must_use]
pub fn names_of_one_point(size: usize) -> Shape {
    derived("names-of-one-point", || {
        let key = Key::ec();
        let issuer = colliding(0);
        let short = |number: usize| uri(&format!("http://test.invalid/{number:08}.crl"));
        let names: Vec<_> = (0..size * 32).map(short).collect();
        let point = Point::named(full_name(&names));
        let signer = nobody(&key, &issuer, |it| {
            it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
        });
        let mut message = signed_by(Message::new(CONTENT), &signer);
        for number in 0..size {
            let scope = Scope::named(full_name(&[short(1 << 24 | number)]));
            let crl = Crl::new(&issuer).number(1).scope(&scope);
            message.revocation_infos.push(crl.sign(&key));
        }
        Shape {
            document: message.encode(),
            anchors: vec![root().certificate],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// One CRL whose issuingDistributionPoint has `size` times 32 directory names, and `size` certificates of
/// its issuer with a distribution point of twenty others each.
#[must_use]
pub fn names_of_one_scope(size: usize) -> Shape {
    derived("names-of-one-scope", || {
        let key = Key::ec();
        let issuer = colliding(0);
        let short = |number: usize| {
            let text = format!("n{number:08}");
            directory(&name(&[(id::COMMON_NAME, utf8(&text))]))
        };
        let mut message = Message::new(CONTENT);
        for number in 0..size {
            let names: Vec<_> = (0..20)
                .map(|it| short((1 << 24) | (number * 20 + it)))
                .collect();
            let serial = (number + (1 << 28)).to_be_bytes()[4..].to_vec();
            let signer = nobody(&key, &issuer, |mut it| {
                it.serial.clone_from(&serial);
                let points = distribution_points(&[Point::named(full_name(&names))]);
                it.with(id::CRL_DISTRIBUTION_POINTS, points)
            });
            message = signed_by(message, &Signer { serial, ..signer });
        }
        let names: Vec<_> = (0..size * 32).map(short).collect();
        let scope = Scope::named(full_name(&names));
        let crl = Crl::new(&issuer).number(1).scope(&scope);
        message.revocation_infos.push(crl.sign(&key));
        Shape {
            document: message.encode(),
            anchors: vec![root().certificate],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// `size` times 64 members of `crls`, of four octets each, that are neither a CRL nor a response.
#[must_use]
pub fn members_of_crls(size: usize) -> Shape {
    derived("members-of-crls", || {
        let key = Key::ec();
        let signer = nobody(&key, &colliding(0), |it| it);
        let mut message = signed_by(Message::new(CONTENT), &signer);
        message.revocation_infos = vec![sequence(&[null()]); size * 64];
        Shape {
            document: message.encode(),
            anchors: vec![root().certificate],
            intermediates: Vec::new(),
            evidence: Vec::new(),
        }
    })
}

/// A genuine signer, and `size` CRLs and OCSP responses in the document that say to be about it: by
/// others, under the CA's name and under responders' names of one fingerprint. The distribution points
/// are long names of one fingerprint too.
#[must_use]
pub fn speakers_for_a_trusted_ca(size: usize) -> Shape {
    derived("speakers-for-a-trusted-ca", || {
        let (root, key) = (root(), Key::ec());
        let middle = root.ca("Test intermediate CA");
        let names: Vec<_> = (0..32).map(|it| directory(&colliding(it))).collect();
        let signer = middle.signer_as(|it| {
            let points = distribution_points(&[Point::named(full_name(&names))]);
            it.with(id::CRL_DISTRIBUTION_POINTS, points)
        });
        let mut message = signed_by(Message::new(CONTENT), &signer);
        for number in 0..size {
            let scope = directory(&colliding(1 << 20 | number));
            let scope = Scope::named(full_name(&[scope]));
            let crl = Crl::new(&middle.name).number(1).scope(&scope);
            message.revocation_infos.push(crl.sign(&key));
            let ca_key = middle.key.key_octets();
            let single = Single::about(Hash::Sha1, &middle.name, &ca_key, &signer.serial);
            let responder = by_name(&colliding(2 << 20 | number));
            let response = Response::new(responder, single).sign(&key);
            message.revocation_infos.push(ocsp_member(response));
        }
        Shape {
            document: message.encode(),
            anchors: vec![root.certificate],
            intermediates: vec![middle.certificate],
            evidence: Vec::new(),
        }
    })
}

/// A genuine signer whose evidence the caller has, beside a certificate with the same key identifier
/// that did not sign, and `size` CRLs in the document about that one. It must pass.
#[must_use]
pub fn decoy(size: usize) -> Shape {
    derived("decoy", || {
        let root = root();
        let middle = root.ca("Test intermediate CA");
        let other = root.ca("Test other CA");
        let signer = middle.signer_as(of_identifier);
        Shape {
            document: beside_decoy(CONTENT, &signer, &other, size, of_identifier).encode(),
            anchors: vec![root.certificate.clone()],
            intermediates: vec![middle.certificate.clone(), other.certificate.clone()],
            evidence: vec![clean(&middle), clean(&root)],
        }
    })
}

/// The key identifier that signer and decoy share.
const IDENTIFIER: [u8; 20] = [0x77; 20];

/// A shape with that key identifier.
pub(crate) fn of_identifier(template: Template) -> Template {
    let value = extension(
        id::SUBJECT_KEY_IDENTIFIER,
        false,
        &octet_string(&IDENTIFIER),
    );
    template.with(id::SUBJECT_KEY_IDENTIFIER, value)
}

/// A document of that signer, with a certificate of the other CA in a shape that fits its identifier,
/// and so many CRLs of the other CA.
pub(crate) fn beside_decoy(
    content: &[u8],
    signer: &Signer,
    other: &Ca,
    count: usize,
    shape: impl FnOnce(Template) -> Template,
) -> Message {
    let info = SignerInfo::message(signer, Hash::Sha256, content);
    let mut info = info.identified_by(by_key_identifier(&IDENTIFIER));
    info.version = 3;
    let beside = other.signer_as(shape);
    let mut message = Message::new(content)
        .certificate(&beside.certificate)
        .signer(signer, info);
    for number in 0..count {
        let digits = number.to_be_bytes();
        let crl = Crl::new(&other.name).number(digits[7]).times(
            "260215000000Z",
            Some(&format!("2603150000{:02}Z", digits[6])),
        );
        message.revocation_infos.push(crl.sign(&other.key));
    }
    message
}
