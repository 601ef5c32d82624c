//! What is in a document, or in a file with certificates, CRLs or OCSP responses.

use super::certificate::listed;
use super::writer::{self, Hex, Object, Place, Shown};
use super::{SCHEMA, armor_name, encoding_name, evidence, report};
use crate::fingerprint::sha256;
use crate::input_document::InputDocument;
use crate::oid_names;
use crate::pem_or_der::Piece;
use crate::redaction::{self, View};
use injang_core::report::FindingCode;
use injang_core::{
    Attributes, Certificate, CertificateList, Error, OcspResponse, RevocationInfo, RevocationItem,
    SignedDocument, SignerIdentifier, SignerInfo,
};

/// The parts of a signed document, none of them judged.
pub(crate) fn inspection(
    input: &InputDocument<'_>,
    document: &SignedDocument<'_>,
    view: View,
) -> String {
    let content = document.untrusted_content();
    let known = || {
        let choices = document.certificates().iter();
        choices.filter_map(|choice| choice.certificate().copied())
    };
    let count = document.certificates().len();
    writer::document(|all| {
        all.add("schema", SCHEMA);
        all.add("engine", injang_core::ENGINE);
        all.add("kind", "signed-document");
        all.member("document").object(|members| {
            members.add("sha256", Hex(input.sha256()));
            members.add("armor", armor_name(input.armor));
            members.add("encoding", input.encoding.map(encoding_name));
            members.add("content_type", Shown(document.content_type()));
            members.add("content_octets", content.map(<[u8]>::len));
            members.add("content_sha256", content.map(sha256).map(Hex));
        });
        all.member("certificates").objects(known(), |it, members| {
            listed(&it, view, members);
        });
        all.add("unrecognised_certificates", count - known().count());
        let errors =
            (0..count).filter_map(|index| Some((index, document.certificate_error(index)?)));
        all.member("certificate_errors")
            .objects(errors, |(index, error), members| {
                members.add("index", index);
                members.add("error", Shown(error.sentence(view.lang)));
            });
        let named = redaction::named_by_signers(document);
        all.member("crls")
            .objects(document.revocation_infos(), |info, members| {
                revocation_info(&info, &named, view, members);
            });
        let signers = document.signers().iter().enumerate();
        all.member("signers")
            .objects(signers, |(index, info), members| {
                signer(index, info, known(), view, members);
            });
        if document.der().label_differs() {
            let findings = all.member("findings");
            report::findings(&[FindingCode::PemLabelDiffers], view, findings);
        }
    })
}

/// A member of a document's `crls`.
fn revocation_info(
    info: &RevocationInfo<'_>,
    signers: &[Certificate<'_>],
    view: View,
    members: &mut Object<'_>,
) {
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
        _ => return evidence::unrecognised(octets, members),
    };
    match read {
        Ok(item) => evidence::item(&item, signers, view, members),
        Err(error) => evidence::unreadable(kind, octets, error, view.lang, members),
    }
}

/// What is in a file of certificates, CRLs and OCSP responses, none of it judged.
pub(crate) fn pieces(pieces: &[Piece<'_>], view: View) -> String {
    let certificates = || {
        pieces.iter().filter_map(|piece| match piece {
            Piece::Certificate(it) => Some(it),
            Piece::Evidence(_) => None,
        })
    };
    let items = || {
        pieces.iter().filter_map(|piece| match piece {
            Piece::Certificate(_) => None,
            Piece::Evidence(item) => Some(item),
        })
    };
    let kind = match (certificates().next(), items().next()) {
        (_, None) => "certificate",
        (None, Some(_)) => "revocation",
        (Some(_), Some(_)) => "bundle",
    };
    writer::document(|all| {
        all.add("schema", SCHEMA);
        all.add("engine", injang_core::ENGINE);
        all.add("kind", kind);
        if kind != "revocation" {
            all.member("certificates")
                .objects(certificates(), |it, members| listed(it, view, members));
        }
        if kind != "certificate" {
            all.member("revocation_data")
                .objects(items(), |item, members| {
                    evidence::item(item, &[], view, members);
                });
        }
    })
}

fn signer<'a>(
    index: usize,
    info: &SignerInfo<'a>,
    certificates: impl Iterator<Item = Certificate<'a>>,
    view: View,
    all: &mut Object<'_>,
) {
    all.add("index", index);
    all.member("identifier").object(|members| {
        let identifier = info.identifier();
        match identifier {
            SignerIdentifier::IssuerAndSerial { serial, .. } => {
                members.add("issuer", view.identifier_issuer(&identifier, certificates));
                members.add("serial", Hex(serial));
            }
            SignerIdentifier::SubjectKeyIdentifier(identifier) => {
                members.add("subject_key_identifier", Hex(identifier));
            }
            _ => {}
        }
    });
    let digest = oid_names::digest_algorithm(&info.digest_algorithm());
    all.add("digest_algorithm", digest);
    let signature = oid_names::signature_algorithm(&info.signature_algorithm());
    all.add("signature_algorithm", signature);
    attributes(info.signed_attributes(), all.member("signed_attributes"));
    attributes(
        info.unsigned_attributes(),
        all.member("unsigned_attributes"),
    );
    let time = crate::text::claimed_signing_time(info);
    all.add("claimed_signing_time", time.map(Shown));
}

/// The types of attributes; null if there are none, or none that can be read.
fn attributes(attributes: Option<Result<Attributes<'_>, Error>>, place: Place<'_>) {
    let Some(Ok(attributes)) = attributes else {
        return place.null();
    };
    place.objects(attributes.as_slice(), |attribute, members| {
        members.add("oid", Shown(attribute.oid()));
        members.add("name", oid_names::attribute(attribute.oid()));
    });
}
