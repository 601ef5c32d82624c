//! CRLs that say that nothing is revoked.

use super::{Form, Scene};
use crate::case::Finding;
use crate::generate::algorithm::{Hash, identifier_with_null};
use crate::generate::certificate::extension;
use crate::generate::der::{
    bit_string, boolean_true, explicit, generalized_time, integer, integer_octets, octet_string,
    oid, sequence, tlv, utc_time,
};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 5.1, 5.2 and 5.3; X.690 11.1 and 11.5";

/// The fields of a CRL's `TBSCertList`.
struct Fields {
    version: Vec<u8>,
    algorithm: Vec<u8>,
    this_update: Vec<u8>,
    next_update: Vec<u8>,
    /// The whole of revokedCertificates, or nothing.
    revoked: Vec<u8>,
    /// The content of crlExtensions; no field if there is none.
    extensions: Option<Vec<Vec<u8>>>,
}

impl Fields {
    fn usual(scene: &Scene<'_>) -> Self {
        Self {
            version: integer(1),
            algorithm: scene.middle.key.signature_algorithm(Hash::Sha256),
            this_update: utc_time("260215000000Z"),
            next_update: utc_time("260315000000Z"),
            revoked: Vec::new(),
            extensions: Some(vec![number(&[1])]),
        }
    }

    fn sign(&self, scene: &Scene<'_>) -> Vec<u8> {
        let extensions = self.extensions.as_ref();
        let tbs = sequence(&[
            self.version.clone(),
            self.algorithm.clone(),
            scene.middle.name.clone(),
            self.this_update.clone(),
            self.next_update.clone(),
            self.revoked.clone(),
            extensions.map_or(Vec::new(), |list| explicit(0, &sequence(list))),
        ]);
        let signature = scene.middle.key.sign(Hash::Sha256, &tbs);
        sequence(&[tbs, self.algorithm.clone(), bit_string(&signature)])
    }
}

/// cRLNumber
fn number(content: &[u8]) -> Vec<u8> {
    extension(id::CRL_NUMBER, false, &integer_octets(content))
}

/// An extension whose `critical` is this element.
fn with_criticality(dotted: &str, critical: Vec<u8>, value: &[u8]) -> Vec<u8> {
    sequence(&[oid(dotted), critical, octet_string(value)])
}

type Change<'c> = Box<dyn Fn(&mut Fields) + 'c>;

/// An entry about a certificate of nobody's.
fn entry(serial: &[u8], extensions: Option<&[Vec<u8>]>) -> Vec<u8> {
    sequence(&[
        integer_octets(serial),
        utc_time("260110000000Z"),
        extensions.map_or(Vec::new(), sequence),
    ])
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let odd = Form::Tolerated(Finding::CrlForm);
    let reason_code = extension(id::REASON_CODE, false, &tlv(0x0a, &[1]));
    let scope = |value: Vec<u8>| {
        let scope = with_criticality(id::ISSUING_DISTRIBUTION_POINT, boolean_true(), &value);
        Some(vec![number(&[1]), scope])
    };
    let cases: [(&str, Change<'_>, Form, &str); 22] = [
        (
            "crl-usual",
            Box::new(|_| ()),
            Form::Usual,
            "The CRL is of version 2 and has a number.",
        ),
        (
            "crl-version-1",
            Box::new(|it| {
                it.version = Vec::new();
                it.extensions = None;
                it.revoked = sequence(&[entry(&[5], None)]);
            }),
            Form::Usual,
            "The CRL is of version 1 and has no extensions.",
        ),
        (
            "crl-version-1-with-extensions",
            Box::new(|it| it.version = Vec::new()),
            odd,
            "The CRL is of version 1 and has extensions.",
        ),
        (
            "crl-version-1-with-entry-extensions",
            Box::new(|it| {
                it.version = Vec::new();
                it.extensions = None;
                it.revoked = sequence(&[entry(&[5], Some(std::slice::from_ref(&reason_code)))]);
            }),
            odd,
            "The CRL is of version 1, and an entry has extensions.",
        ),
        (
            "crl-version-1-written",
            Box::new(|it| {
                it.version = integer(0);
                it.extensions = None;
            }),
            odd,
            "The CRL writes version 1 out.",
        ),
        (
            "crl-list-empty",
            Box::new(|it| it.revoked = sequence(&[])),
            odd,
            "revokedCertificates is there and empty.",
        ),
        (
            "crl-this-update-generalized",
            Box::new(|it| it.this_update = generalized_time("20260215000000Z")),
            odd,
            "thisUpdate is GeneralizedTime before 2050.",
        ),
        (
            "crl-next-update-generalized",
            Box::new(|it| it.next_update = generalized_time("20260315000000Z")),
            odd,
            "nextUpdate is GeneralizedTime before 2050.",
        ),
        (
            "crl-next-update-2050",
            Box::new(|it| it.next_update = generalized_time("20500101000000Z")),
            Form::Usual,
            "nextUpdate is GeneralizedTime in 2050.",
        ),
        (
            "crl-entry",
            Box::new(|it| {
                it.revoked = sequence(&[entry(&[5], Some(std::slice::from_ref(&reason_code)))]);
            }),
            Form::Usual,
            "An entry is about another certificate.",
        ),
        (
            "crl-entry-serial-zero",
            Box::new(|it| it.revoked = sequence(&[entry(&[0], None)])),
            odd,
            "An entry has the serial number zero.",
        ),
        (
            "crl-entry-serial-negative",
            Box::new(|it| it.revoked = sequence(&[entry(&[0x80], None)])),
            odd,
            "An entry has a negative serial number.",
        ),
        (
            "crl-entry-extensions-empty",
            Box::new(|it| it.revoked = sequence(&[entry(&[5], Some(&[]))])),
            odd,
            "An entry has an empty list of extensions.",
        ),
        (
            "crl-entry-false-written",
            Box::new(|it| {
                let extension = with_criticality(id::REASON_CODE, tlv(1, &[0]), &tlv(0x0a, &[1]));
                it.revoked = sequence(&[entry(&[5], Some(&[extension]))]);
            }),
            odd,
            "An extension of an entry writes FALSE out.",
        ),
        (
            "crl-entry-removal",
            Box::new(|it| {
                let removal = extension(id::REASON_CODE, false, &tlv(0x0a, &[8]));
                it.revoked = sequence(&[entry(&[5], Some(&[removal]))]);
            }),
            odd,
            "An entry of a complete CRL has the reason removeFromCRL.",
        ),
        (
            "crl-extensions-empty",
            Box::new(|it| it.extensions = Some(Vec::new())),
            odd,
            "crlExtensions is there and empty.",
        ),
        (
            "crl-number-zero",
            Box::new(|it| it.extensions = Some(vec![number(&[0])])),
            Form::Usual,
            "cRLNumber is zero.",
        ),
        (
            "crl-number-negative",
            Box::new(|it| it.extensions = Some(vec![number(&[0xff])])),
            odd,
            "cRLNumber is negative.",
        ),
        (
            "crl-true-as-one",
            Box::new(|it| {
                let number = with_criticality(id::CRL_NUMBER, tlv(1, &[1]), &integer(1));
                it.extensions = Some(vec![number]);
            }),
            odd,
            "An extension writes TRUE as 01.",
        ),
        (
            "crl-scope-users",
            Box::new(|it| it.extensions = scope(sequence(&[tlv(0x81, &[0xff])]))),
            Form::Usual,
            "issuingDistributionPoint has onlyContainsUserCerts.",
        ),
        (
            "crl-scope-false-written",
            Box::new(|it| it.extensions = scope(sequence(&[tlv(0x84, &[0])]))),
            odd,
            "issuingDistributionPoint writes indirectCRL FALSE out.",
        ),
        (
            "crl-scope-empty",
            Box::new(|it| it.extensions = scope(sequence(&[]))),
            odd,
            "issuingDistributionPoint is an empty SEQUENCE.",
        ),
    ];
    for (name, change, form, reason) in cases {
        let mut fields = Fields::usual(scene);
        change(&mut fields);
        scene.with_evidence(name, &fields.sign(scene), form, (reason, SOURCE))?;
    }
    let mut null = Fields::usual(scene);
    null.algorithm = identifier_with_null("1.2.840.10045.4.3.2");
    scene.with_evidence(
        "crl-ecdsa-null",
        &null.sign(scene),
        Form::Tolerated(Finding::AlgorithmParametersForm),
        ("The CRL has NULL behind ecdsa-with-SHA256.", "RFC 5758 3.2"),
    )
}
