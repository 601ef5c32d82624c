//! Files with certificates, CRLs or OCSP responses: one in DER, base64 or hex, or PEM with any number
//! of them.

use crate::escape;
use crate::failure::{Failure, Status};
use crate::{next_step, pem};
use injang::armor::{self, Armor};
use injang::report::Lang;
use injang::{
    Certificate, CertificateChoice, Der, Error, ErrorKind, EvidenceItem, Foreign, Limits,
    SignedDocument,
};
use std::borrow::Cow;
use std::path::Path;

/// What is wanted of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Certificates,
    /// CRLs and OCSP responses.
    Evidence,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A certificate.
    Certificate,
    /// A CRL, complete or delta.
    Crl,
    /// An OCSP response.
    Ocsp,
}

/// A piece, read but not judged.
pub enum Piece<'a> {
    /// A certificate.
    Certificate(Certificate<'a>),
    /// A CRL or an OCSP response.
    Evidence(EvidenceItem<'a>),
}

impl Piece<'_> {
    /// What it is.
    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Certificate(_) => Kind::Certificate,
            Self::Evidence(EvidenceItem::Ocsp(_)) => Kind::Ocsp,
            Self::Evidence(_) => Kind::Crl,
        }
    }
}

/// Why a file is not one that was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither DER nor a text form of it, or a folder without files.
    Nothing,
    /// Another kind of file, which can be told.
    Foreign(Foreign),
    /// A signed document with signers, whose certificates are not a list of anybody's choice.
    SignedDocument,
    /// A list of certificates (.p7b) where evidence was wanted.
    CertificateList,
    /// A signed document with certificates that can't be read.
    Unrecognised,
    /// A PEM block that does not end, or is not base64.
    BrokenBlock,
    /// A piece that another option takes.
    OtherKind(Kind),
    /// A piece that can't be read.
    Malformed(Error),
}

impl From<pem::Fault> for Fault {
    fn from(fault: pem::Fault) -> Self {
        match fault {
            pem::Fault::Missing => Self::Nothing,
            pem::Fault::PrivateKey => Self::Foreign(Foreign::PrivateKey),
            pem::Fault::Broken => Self::BrokenBlock,
        }
    }
}

impl Fault {
    /// The fault in a sentence.
    pub(crate) fn sentence(self, wanted: Wanted, lang: Lang) -> String {
        let sentence = match (self, wanted) {
            (Self::Malformed(error), _) => return error.sentence(lang).to_string(),
            (Self::Nothing, Wanted::Certificates) => {
                lang.pick("there is no certificate in it", "인증서가 없습니다")
            }
            (Self::Nothing, Wanted::Evidence) => lang.pick(
                "there is neither a CRL nor an OCSP response in it",
                "CRL도 OCSP 응답도 없습니다",
            ),
            (Self::Foreign(what), _) => {
                let (kind, next) = (what.sentence(lang), next_step::about_kind(what, lang));
                return match lang {
                    Lang::Ko => format!("파일 종류: {kind}. {next}"),
                    _ => format!("it is {kind}. {next}"),
                };
            }
            (Self::SignedDocument, Wanted::Evidence) => lang.pick(
                "it is a signed document; the evidence in one is used when it is verified",
                "서명 문서입니다. 서명 문서에 들어 있는 폐지 정보는 그 문서를 검증할 때 사용됩니다",
            ),
            (Self::SignedDocument, Wanted::Certificates) => lang.pick(
                "it is a signed document, whose certificates are not trusted for being in it; take \
                 them from their authority",
                "서명 문서입니다. 서명 문서에 들어 있는 인증서는 신뢰 근거가 되지 않습니다. 인증기관에서 \
                 받은 인증서를 지정하세요",
            ),
            (Self::CertificateList, _) => lang.pick(
                "it is a list of certificates (.p7b), which belongs to --trust, --intermediate or \
                 --certificate",
                "인증서 목록(.p7b)입니다. --trust, --intermediate 또는 --certificate로 지정하세요",
            ),
            (Self::Unrecognised, _) => lang.pick(
                "it is a list of certificates (.p7b), one of which can't be read",
                "인증서 목록(.p7b)이지만 읽을 수 없는 인증서가 있습니다",
            ),
            (Self::BrokenBlock, _) => lang.pick(
                "it has a PEM block that is broken",
                "PEM 블록이 손상되었습니다",
            ),
            (Self::OtherKind(Kind::Certificate), _) => lang.pick(
                "it has a certificate, which belongs to --trust, --intermediate or --certificate",
                "인증서가 들어 있습니다. 인증서는 --trust, --intermediate 또는 --certificate로 \
                 지정하세요",
            ),
            (Self::OtherKind(Kind::Crl), _) => lang.pick(
                "it has a CRL, which belongs to --crl",
                "CRL이 들어 있습니다. CRL은 --crl로 지정하세요",
            ),
            (Self::OtherKind(Kind::Ocsp), _) => lang.pick(
                "it has an OCSP response, which belongs to --ocsp",
                "OCSP 응답이 들어 있습니다. OCSP 응답은 --ocsp로 지정하세요",
            ),
        };
        sentence.to_owned()
    }

    /// What to do about it, where the sentence does not say so.
    fn next_step(self, wanted: Wanted, lang: Lang) -> Option<&'static str> {
        Some(match (self, wanted) {
            (Self::Nothing, Wanted::Certificates) => lang.pick(
                "Certificates are taken in DER, PEM, base64, hex, or as a list (.p7b).",
                "인증서는 DER, PEM, base64, 16진수 또는 목록(.p7b)으로 지정합니다.",
            ),
            (Self::Nothing, Wanted::Evidence) => lang.pick(
                "They are taken in DER, PEM, base64 or hex.",
                "DER, PEM, base64 또는 16진수로 지정합니다.",
            ),
            (Self::BrokenBlock | Self::Malformed(_) | Self::Unrecognised, _) => lang.pick(
                "Fetch it again from its authority.",
                "발급 기관에서 다시 받으세요.",
            ),
            _ => return None,
        })
    }

    /// The failure that follows for the file or folder: place, rule and next step.
    pub(crate) fn of(self, path: &Path, wanted: Wanted) -> Failure {
        let path = escape::path(path);
        let (english, korean) = match wanted {
            Wanted::Certificates => ("certificates", "인증서"),
            Wanted::Evidence => ("CRLs or OCSP responses", "CRL 또는 OCSP 응답"),
        };
        let sentence = |lang| match self.next_step(wanted, lang) {
            Some(next) => format!("{}. {next}", self.sentence(wanted, lang)),
            None => self.sentence(wanted, lang),
        };
        Failure::new(
            Status::Input,
            format!("{path} is no file with {english}: {}", sentence(Lang::En)),
            format!("{path}: {korean} 파일이 아닙니다. {}", sentence(Lang::Ko)),
        )
    }
}

/// The pieces of a file, each in DER and one at least; none of them is read.
///
/// 1. Octets, and base64 or hex of them, are one piece, as they are one signed document.
/// 2. A text with PEM blocks has a piece in each, whatever the labels are.
/// 3. What is neither has the fault of the form that it was meant to have.
pub(crate) fn split(octets: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, Fault> {
    let error = match armor::decode(octets) {
        Ok(decoded) if decoded.armor != Armor::Pem => return Ok(vec![decoded.octets]),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    match (
        pem::blocks(octets),
        error.map(|error| (error, error.kind())),
    ) {
        (Ok(blocks), _) => Ok(blocks.into_iter().map(Cow::Owned).collect()),
        (Err(pem::Fault::Missing), Some((error, kind))) => Err(match kind {
            ErrorKind::Empty | ErrorKind::Foreign(Foreign::Unknown) => Fault::Nothing,
            ErrorKind::Foreign(what) => Fault::Foreign(what),
            _ => Fault::Malformed(error),
        }),
        (Err(fault), _) => Err(fault.into()),
    }
}

/// The certificates in a piece: the one that it is, or those of a list (certs-only `SignedData`,
/// RFC 5652 5.1, .p7b). Nothing else is with them.
pub(crate) fn certificates(piece: &[u8]) -> Result<Vec<Vec<u8>>, Fault> {
    let error = match Certificate::from_der(piece) {
        Ok(certificate) => return Ok(vec![certificate.octets().to_vec()]),
        Err(error) => error,
    };
    match recognise(piece) {
        Ok(other) => return Err(Fault::OtherKind(other.kind())),
        Err(Fault::Foreign(what)) => return Err(Fault::Foreign(what)),
        Err(_) => {}
    }
    let Ok(der) = Der::from_ber(piece, Limits::default()) else {
        return Err(Fault::Malformed(error));
    };
    let document = match SignedDocument::parse(&der) {
        Ok(document) => document,
        Err(other) => {
            return Err(match other.kind() {
                ErrorKind::Foreign(what) if what != Foreign::Certificate => Fault::Foreign(what),
                _ => Fault::Malformed(error),
            });
        }
    };
    if !document.signers().is_empty() {
        return Err(Fault::SignedDocument);
    }
    let choices = document.certificates().iter();
    let all: Option<Vec<Vec<u8>>> = choices
        .map(|choice| match choice {
            CertificateChoice::Certificate(it) => Some(it.octets().to_vec()),
            _ => None,
        })
        .collect();
    match all {
        None => Err(Fault::Unrecognised),
        Some(all) if all.is_empty() => Err(Fault::Nothing),
        Some(all) => Ok(all),
    }
}

/// What is wrong with a piece that is no evidence.
pub(crate) fn not_evidence(piece: &[u8], error: Error) -> Fault {
    if Certificate::from_der(piece).is_ok() {
        return Fault::OtherKind(Kind::Certificate);
    }
    let Ok(der) = Der::from_ber(piece, Limits::default()) else {
        return Fault::Malformed(error);
    };
    match SignedDocument::parse(&der) {
        Ok(document) if document.signers().is_empty() => Fault::CertificateList,
        Ok(_) => Fault::SignedDocument,
        Err(other) => match other.kind() {
            ErrorKind::Foreign(Foreign::Certificate | Foreign::Crl | Foreign::OcspResponse) => {
                Fault::Malformed(error)
            }
            ErrorKind::Foreign(what) => Fault::Foreign(what),
            _ => Fault::Malformed(error),
        },
    }
}

/// What a piece is, by what is in it: a label says nothing. What is none has the fault of the
/// reading that came furthest.
pub(crate) fn recognise(octets: &[u8]) -> Result<Piece<'_>, Fault> {
    let certificate = match Certificate::from_der(octets) {
        Ok(certificate) => return Ok(Piece::Certificate(certificate)),
        Err(error) => error,
    };
    match EvidenceItem::from_der(octets) {
        Ok(item) => Ok(Piece::Evidence(item)),
        Err(evidence)
            if first_field(octets) == Some(ENUMERATED)
                || evidence.offset() > certificate.offset() =>
        {
            Err(Fault::Malformed(evidence))
        }
        Err(_) => Err(Fault::Malformed(certificate)),
    }
}

const SEQUENCE: u8 = 0x30;
const ENUMERATED: u8 = 0x0a;

/// Whether DER of a piece that can't be read was meant to be one: the first field of a certificate
/// and of a CRL is a SEQUENCE, of an OCSP response an ENUMERATED, and of a document an OBJECT
/// IDENTIFIER.
pub(crate) fn is_meant(octets: &[u8]) -> bool {
    matches!(first_field(octets), Some(SEQUENCE | ENUMERATED))
}

/// The tag of the first field in a SEQUENCE of definite length.
fn first_field(octets: &[u8]) -> Option<u8> {
    match octets {
        [SEQUENCE, 1..=0x7f, field, ..]
        | [SEQUENCE, 0x81, _, field, ..]
        | [SEQUENCE, 0x82, _, _, field, ..]
        | [SEQUENCE, 0x83, _, _, _, field, ..]
        | [SEQUENCE, 0x84, _, _, _, _, field, ..] => Some(*field),
        _ => None,
    }
}
