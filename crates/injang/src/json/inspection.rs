//! What is in a document, or in a file with certificates, CRLs or OCSP responses.

use super::{SCHEMA, armor_name, certificate, encoding_name, evidence, object, report, written};
use crate::fingerprint::{hex, sha256};
use crate::input_document::InputDocument;
use crate::pem_or_der::Piece;
use crate::redaction::{self, View};
use crate::{kisa, oid_names};
use injang_core::report::FindingCode;
use injang_core::{
    Attributes, Certificate, CertificateChoice, CertificateList, Error, OcspResponse,
    RevocationInfo, RevocationItem, SignedDocument, SignerIdentifier, SignerInfo,
};
use serde_json::{Map, Value};

/// The parts of a signed document, none of them judged.
pub fn inspection(input: &InputDocument<'_>, document: &SignedDocument<'_>, view: View) -> String {
    let content = document.untrusted_content();
    let known = || {
        document
            .certificates()
            .iter()
            .filter_map(|choice| match choice {
                CertificateChoice::Certificate(certificate) => Some(*certificate),
                _ => None,
            })
    };
    let count = known().count();
    let named = redaction::named_by_signers(document);
    let infos = document.revocation_infos();
    let signers = document.signers().iter().enumerate();
    let mut members = object([
        ("schema", SCHEMA.into()),
        ("engine", crate::ENGINE.into()),
        ("kind", "signed-document".into()),
        (
            "document",
            object([
                ("sha256", input.sha256().into()),
                ("armor", armor_name(input.armor)),
                ("encoding", input.encoding.map(encoding_name).into()),
                ("content_type", document.content_type().to_string().into()),
                ("content_octets", content.map(<[u8]>::len).into()),
                ("content_sha256", content.map(sha256).into()),
            ])
            .into(),
        ),
        (
            "certificates",
            known().map(|it| Value::Object(listed(&it, view))).collect(),
        ),
        (
            "unrecognised_certificates",
            (document.certificates().len() - count).into(),
        ),
        (
            "certificate_errors",
            (0..document.certificates().len())
                .filter_map(|index| {
                    let error = document.certificate_error(index)?;
                    let error = error.sentence(view.lang).to_string();
                    Some(Value::Object(object([
                        ("index", index.into()),
                        ("error", error.into()),
                    ])))
                })
                .collect(),
        ),
        (
            "crls",
            infos
                .iter()
                .map(|info| revocation_info(info, &named, view))
                .collect(),
        ),
        (
            "signers",
            signers
                .map(|(index, info)| Value::Object(signer(index, info, known(), view)))
                .collect(),
        ),
    ]);
    if document.der().label_differs() {
        members.insert(
            "findings".into(),
            report::findings(&[FindingCode::PemLabelDiffers], view),
        );
    }
    written(members)
}

/// A member of a document's `crls`.
fn revocation_info(info: &RevocationInfo<'_>, signers: &[Certificate<'_>], view: View) -> Value {
    let octets = info.octets();
    let (kind, read) = match info {
        RevocationInfo::Crl(_) => (
            "crl",
            CertificateList::from_der(octets).map(RevocationItem::Crl),
        ),
        RevocationInfo::Ocsp(_) => (
            "ocsp",
            OcspResponse::from_der(octets).map(RevocationItem::Ocsp),
        ),
        _ => return evidence::unrecognised(octets),
    };
    match read {
        Ok(item) => evidence::item(&item, signers, view),
        Err(error) => evidence::unreadable(kind, octets, error, view.lang),
    }
}

/// What is in a file of certificates, CRLs and OCSP responses, none of it judged.
pub fn pieces(pieces: &[Piece<'_>], view: View) -> String {
    let (mut certificates, mut evidence) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Certificate(it) => certificates.push(Value::Object(listed(it, view))),
            Piece::Evidence(item) => evidence.push(evidence::item(item, &[], view)),
        }
    }
    let kind = match (certificates.is_empty(), evidence.is_empty()) {
        (_, true) => "certificate",
        (true, false) => "revocation",
        (false, false) => "bundle",
    };
    let mut members = object([
        ("schema", SCHEMA.into()),
        ("engine", crate::ENGINE.into()),
        ("kind", kind.into()),
    ]);
    if kind != "revocation" {
        members.insert("certificates".into(), certificates.into());
    }
    if kind != "certificate" {
        members.insert("revocation_data".into(), evidence.into());
    }
    written(members)
}

pub(super) fn listed(it: &Certificate<'_>, view: View) -> Map<String, Value> {
    let mut members = certificate(it, view);
    members.extend(object([
        ("key", oid_names::key(&it.public_key()).into()),
        (
            "signature_algorithm",
            oid_names::signature_algorithm(&it.signature_algorithm()).into(),
        ),
        ("kisa_vid", kisa::is_present(it).into()),
    ]));
    members
}

fn signer<'a>(
    index: usize,
    info: &SignerInfo<'a>,
    certificates: impl Iterator<Item = Certificate<'a>>,
    view: View,
) -> Map<String, Value> {
    let identifier = match info.identifier() {
        SignerIdentifier::IssuerAndSerial { serial, .. } => object([
            (
                "issuer",
                view.identifier_issuer(&info.identifier(), certificates)
                    .into(),
            ),
            ("serial", hex(serial).into()),
        ]),
        SignerIdentifier::SubjectKeyIdentifier(identifier) => {
            object([("subject_key_identifier", hex(identifier).into())])
        }
        _ => Map::new(),
    };
    let time = crate::text::claimed_signing_time(info);
    object([
        ("index", index.into()),
        ("identifier", identifier.into()),
        (
            "digest_algorithm",
            oid_names::digest_algorithm(&info.digest_algorithm()).into(),
        ),
        (
            "signature_algorithm",
            oid_names::signature_algorithm(&info.signature_algorithm()).into(),
        ),
        ("signed_attributes", attributes(info.signed_attributes())),
        (
            "unsigned_attributes",
            attributes(info.unsigned_attributes()),
        ),
        (
            "claimed_signing_time",
            time.map(|time| time.to_string()).into(),
        ),
    ])
}

/// The types of attributes; null if there are none, or none that can be read.
fn attributes(attributes: Option<Result<Attributes<'_>, Error>>) -> Value {
    let Some(Ok(attributes)) = attributes else {
        return Value::Null;
    };
    attributes
        .as_slice()
        .iter()
        .map(|attribute| {
            Value::Object(object([
                ("oid", attribute.oid().to_string().into()),
                ("name", oid_names::attribute(attribute.oid()).into()),
            ]))
        })
        .collect()
}
