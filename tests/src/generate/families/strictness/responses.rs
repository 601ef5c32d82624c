//! OCSP responses that say that the certificate is good.

use super::{Form, Scene};
use crate::case::Finding;
use crate::generate::algorithm::{Hash, identifier_with_null};
use crate::generate::certificate::extension;
use crate::generate::der::{
    bit_string, explicit, generalized_time, integer, integer_octets, null, octet_string, oid,
    sequence, tlv,
};
use crate::generate::ocsp::by_name;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 6960 4.2.1; X.690 11.1 and 11.5";

/// The fields of a response that the CA signs itself.
struct Fields {
    version: Vec<u8>,
    algorithm: Vec<u8>,
    /// singleExtensions and responseExtensions; no field if there is none.
    single: Option<Vec<Vec<u8>>>,
    extensions: Option<Vec<Vec<u8>>>,
    certificates: Option<Vec<Vec<u8>>>,
}

impl Fields {
    fn usual(scene: &Scene<'_>) -> Self {
        Self {
            version: Vec::new(),
            algorithm: scene.middle.key.signature_algorithm(Hash::Sha256),
            single: None,
            extensions: None,
            certificates: None,
        }
    }

    fn sign(&self, scene: &Scene<'_>) -> Vec<u8> {
        let ca = &scene.middle;
        let tagged = |number, list: &Option<Vec<Vec<u8>>>| {
            let list = list.as_ref();
            list.map_or(Vec::new(), |list| explicit(number, &sequence(list)))
        };
        let identifier = sequence(&[
            Hash::Sha1.identifier(),
            octet_string(&Hash::Sha1.of(&ca.name)),
            octet_string(&Hash::Sha1.of(&ca.key.key_octets())),
            integer_octets(&scene.signer.serial),
        ]);
        let single = sequence(&[
            identifier,
            tlv(0x80, &[]),
            generalized_time("20260301000000Z"),
            explicit(0, &generalized_time("20260308000000Z")),
            tagged(1, &self.single),
        ]);
        let data = sequence(&[
            self.version.clone(),
            by_name(&ca.name),
            generalized_time("20260301000000Z"),
            sequence(&[single]),
            tagged(1, &self.extensions),
        ]);
        let basic = sequence(&[
            data.clone(),
            self.algorithm.clone(),
            bit_string(&ca.key.sign(Hash::Sha256, &data)),
            tagged(0, &self.certificates),
        ]);
        let bytes = sequence(&[oid(id::ID_PKIX_OCSP_BASIC), octet_string(&basic)]);
        sequence(&[tlv(0x0a, &[0]), explicit(0, &bytes)])
    }
}

type Change<'c> = Box<dyn Fn(&mut Fields) + 'c>;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let odd = Form::Tolerated(Finding::OcspForm);
    let nonce = || extension(id::ID_PKIX_OCSP_NONCE, false, &octet_string(b"nonce"));
    let unknown = extension(id::UNKNOWN, false, &null());
    let false_written = sequence(&[oid(id::UNKNOWN), tlv(1, &[0]), octet_string(&null())]);
    let cases: [(&str, Change<'_>, Form, &str); 11] = [
        (
            "ocsp-usual",
            Box::new(|it| it.extensions = Some(vec![nonce()])),
            Form::Usual,
            "The response has a nonce.",
        ),
        (
            "ocsp-version-written",
            Box::new(|it| it.version = explicit(0, &integer(0))),
            odd,
            "The response writes version 1 out, which is the default.",
        ),
        (
            "ocsp-certificate",
            Box::new(|it| it.certificates = Some(vec![scene.middle.certificate.clone()])),
            Form::Usual,
            "The response brings a certificate.",
        ),
        (
            "ocsp-certificate-unreadable",
            Box::new(|it| it.certificates = Some(vec![sequence(&[integer(1)])])),
            odd,
            "The response brings a certificate that is none.",
        ),
        (
            "ocsp-extensions-empty",
            Box::new(|it| it.extensions = Some(Vec::new())),
            odd,
            "responseExtensions is there and empty.",
        ),
        (
            "ocsp-extension-twice",
            Box::new(|it| it.extensions = Some(vec![nonce(), nonce()])),
            odd,
            "The response has two nonces.",
        ),
        (
            "ocsp-extension-false-written",
            Box::new(|it| it.extensions = Some(vec![false_written.clone()])),
            odd,
            "An extension of the response writes FALSE out.",
        ),
        (
            "ocsp-single-extension",
            Box::new(|it| it.single = Some(vec![unknown.clone()])),
            Form::Usual,
            "The answer has an extension that is not critical.",
        ),
        (
            "ocsp-single-extensions-empty",
            Box::new(|it| it.single = Some(Vec::new())),
            odd,
            "singleExtensions is there and empty.",
        ),
        (
            "ocsp-single-extension-false-written",
            Box::new(|it| it.single = Some(vec![false_written.clone()])),
            odd,
            "An extension of the answer writes FALSE out.",
        ),
        (
            "ocsp-ecdsa-null",
            Box::new(|it| it.algorithm = identifier_with_null("1.2.840.10045.4.3.2")),
            Form::Tolerated(Finding::AlgorithmParametersForm),
            "The response has NULL behind ecdsa-with-SHA256.",
        ),
    ];
    for (name, change, form, reason) in cases {
        let mut fields = Fields::usual(scene);
        change(&mut fields);
        scene.with_evidence(name, &fields.sign(scene), form, (reason, SOURCE))?;
    }
    Ok(())
}
