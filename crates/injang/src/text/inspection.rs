//! What is in a document, or in a file with certificates, CRLs or OCSP responses.

use super::page::{BAD, HEADING, Page};
use super::parts::{claimed_time, findings, form, listed, unverified};
use super::{certificate, content, evidence};
use crate::fingerprint::hex;
use crate::input_document::InputDocument;
use crate::oid_names;
use crate::pem_or_der::Piece;
use crate::redaction::{self, View};
use injang_core::report::FindingCode;
use injang_core::{
    Certificate, CertificateList, OcspResponse, RevocationInfo, RevocationItem, SignedDocument,
    SignerIdentifier, SignerInfo, Time,
};

/// The parts of a signed document, none of them judged.
pub(crate) fn inspection(
    input: &InputDocument<'_>,
    document: &SignedDocument<'_>,
    view: View,
) -> String {
    let lang = view.lang;
    let mut page = Page::new(lang);
    let title = lang.pick(
        "Signed document: nothing in it is judged here",
        "서명 문서: 검증하지 않고 내용만 표시함",
    );
    page.line(0, format_args!("{HEADING}{title}{HEADING:#}"));
    form(&mut page, input);
    page.fact(1, "sha256", "sha256", format_args!("{}", input.sha256()));
    let content_type = document.content_type().to_string();
    let data = if content_type == oid_names::ID_DATA {
        " (id-data)"
    } else {
        ""
    };
    page.fact(
        1,
        "content type",
        "내용 형식",
        format_args!("{content_type}{data}"),
    );
    if document.der().label_differs() {
        findings(&mut page, &[FindingCode::PemLabelDiffers]);
    }

    page.heading(BAD, format_args!("{}", unverified(lang)));
    match document.untrusted_content() {
        Some(octets) => content::show(&mut page, octets),
        None => page.line(
            1,
            format_args!("{}", lang.pick("none in the document", "문서에 없음")),
        ),
    }

    for (index, choice) in document.certificates().iter().enumerate() {
        let title = lang.pick("Certificate", "인증서");
        page.heading(HEADING, format_args!("{title} {index}"));
        if let Some(certificate) = choice.certificate() {
            certificate::show_alone(&mut page, certificate, view);
        } else {
            let unread = lang.pick(
                "not a certificate that can be read",
                "읽을 수 있는 인증서가 아님",
            );
            match document.certificate_error(index) {
                Some(error) => page.line(1, format_args!("{unread}: {}", error.sentence(lang))),
                None => page.line(1, format_args!("{unread}")),
            }
        }
    }
    let named = redaction::named_by_signers(document);
    for (index, info) in document.revocation_infos().iter().enumerate() {
        revocation_info(&mut page, index, info, &named, view);
    }
    for (index, info) in document.signers().iter().enumerate() {
        signer(&mut page, index, info, document, view);
    }
    page.finish()
}

/// A member of a document's `crls`.
fn revocation_info(
    page: &mut Page,
    index: usize,
    info: &RevocationInfo<'_>,
    signers: &[Certificate<'_>],
    view: View,
) {
    let title = page.lang.pick("Revocation information", "폐지 정보");
    let octets = info.octets();
    let (kind, read) = match info {
        RevocationInfo::Crl(_) => (
            "CRL",
            CertificateList::from_der(octets).map(RevocationItem::Crl),
        ),
        RevocationInfo::Ocsp(_) => (
            page.lang.pick("OCSP response", "OCSP 응답"),
            OcspResponse::from_der(octets).map(RevocationItem::Ocsp),
        ),
        _ => {
            page.heading(HEADING, format_args!("{title} {index}"));
            let unread = "not a format that is known here";
            let unread = page.lang.pick(unread, "알려진 형식이 아님");
            page.line(1, format_args!("{unread}"));
            return;
        }
    };
    match read {
        Ok(item) => {
            let kind = evidence::title(&item, view);
            page.heading(HEADING, format_args!("{title} {index}: {kind}"));
            evidence::show(page, &item, signers, view);
        }
        Err(error) => {
            page.heading(HEADING, format_args!("{title} {index}: {kind}"));
            page.line(1, format_args!("{}", error.sentence(page.lang)));
        }
    }
}

/// What is in a file of certificates, CRLs and OCSP responses, none of it judged.
pub(crate) fn pieces(pieces: &[Piece<'_>], view: View) -> String {
    let lang = view.lang;
    let mut page = Page::new(lang);
    let is_certificate = |piece: &Piece<'_>| matches!(piece, Piece::Certificate(_));
    let title = if pieces.iter().all(is_certificate) {
        lang.pick(
            "Certificates: nothing in them is judged here",
            "인증서: 검증하지 않고 내용만 표시함",
        )
    } else if pieces.iter().any(is_certificate) {
        lang.pick(
            "Certificates and revocation information: nothing in them is judged here",
            "인증서와 폐지 정보: 검증하지 않고 내용만 표시함",
        )
    } else {
        lang.pick(
            "Revocation information: nothing in it is judged here",
            "폐지 정보: 검증하지 않고 내용만 표시함",
        )
    };
    page.line(0, format_args!("{HEADING}{title}{HEADING:#}"));
    for (index, piece) in pieces.iter().enumerate() {
        let kind = match piece {
            Piece::Certificate(_) => lang.pick("Certificate", "인증서"),
            Piece::Evidence(item) => evidence::title(item, view),
        };
        page.heading(HEADING, format_args!("{kind} {index}"));
        match piece {
            Piece::Certificate(certificate) => {
                certificate::show_alone(&mut page, certificate, view);
            }
            Piece::Evidence(item) => evidence::show(&mut page, item, &[], view),
        }
    }
    page.finish()
}

fn signer(
    page: &mut Page,
    index: usize,
    info: &SignerInfo<'_>,
    document: &SignedDocument<'_>,
    view: View,
) {
    let lang = page.lang;
    page.heading(
        HEADING,
        format_args!("{} {index}", lang.pick("Signer", "서명자")),
    );
    match info.identifier() {
        SignerIdentifier::IssuerAndSerial { serial, .. } => {
            page.fact(
                1,
                "certificate's serial",
                "인증서 일련번호",
                format_args!("{}", hex(serial)),
            );
            let choices = document.certificates().iter();
            let certificates = choices.filter_map(|choice| choice.certificate().copied());
            certificate::issuer(
                page,
                1,
                view.identifier_issuer(&info.identifier(), certificates),
            );
        }
        SignerIdentifier::SubjectKeyIdentifier(identifier) => {
            page.fact(
                1,
                "certificate's key identifier",
                "인증서 키 식별자",
                format_args!("{}", hex(identifier)),
            );
        }
        _ => {}
    }
    let digest = oid_names::digest_algorithm(&info.digest_algorithm());
    page.fact(
        1,
        "digest algorithm",
        "다이제스트 알고리즘",
        format_args!("{digest}"),
    );
    let signature = oid_names::signature_algorithm(&info.signature_algorithm());
    page.fact(
        1,
        "signature algorithm",
        "서명 알고리즘",
        format_args!("{signature}"),
    );
    let signed = listed(page, info.signed_attributes());
    page.fact(
        1,
        "signed attributes",
        "서명 속성",
        format_args!("{signed}"),
    );
    let unsigned = listed(page, info.unsigned_attributes());
    page.fact(
        1,
        "unsigned attributes",
        "서명되지 않은 속성",
        format_args!("{unsigned}"),
    );
    if let Some(time) = claimed_signing_time(info) {
        claimed_time(page, time);
    }
}

/// The first signing time among a signer's signed attributes.
pub(crate) fn claimed_signing_time(info: &SignerInfo<'_>) -> Option<Time> {
    let attributes = info.signed_attributes()?.ok()?;
    attributes
        .as_slice()
        .iter()
        .find(|attribute| oid_names::attribute(attribute.oid()) == Some(oid_names::SIGNING_TIME))?
        .time()
}
