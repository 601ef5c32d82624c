//! Files with certificates, CRLs or OCSP responses: one in DER, base64 or hex, or PEM with any number
//! of them.

use crate::escape;
use crate::failure::{Failure, Status};
use crate::{next_step, pem};
use injang::armor::{self, Armor};
use injang::report::Lang;
use injang::{
    Certificate, CertificateChoice, Der, Error, ErrorKind, EvidenceItem, Foreign, Limits,
    RevocationInfo, SignedDocument,
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
    /// A list of CRLs alone (.p7b) where certificates were wanted.
    RevocationList,
    /// A CMS message of a type that holds no certificates.
    NotSignedData,
    /// A signed document with certificates that can't be read.
    Unrecognised,
    /// A PEM block that breaks a rule, at this byte.
    BrokenBlock(usize, pem::Rule),
    /// A structure with something else behind it, at this byte: another structure, or other octets.
    Behind {
        /// Where it begins.
        at: usize,
        /// Whether another structure does.
        is_structure: bool,
    },
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
            pem::Fault::Broken { at, rule } => Self::BrokenBlock(at, rule),
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
                let (kind, next) = (what.sentence(lang), next_step::about_kind_of_piece(what, lang));
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
            (Self::RevocationList, _) => lang.pick(
                "it is a list of CRLs (.p7b) without a certificate, which belongs to --crl",
                "인증서 없이 CRL만 든 목록(.p7b)입니다. --crl로 지정하세요",
            ),
            (Self::NotSignedData, _) => lang.pick(
                "it is a CMS message of another type than SignedData",
                "SignedData가 아닌 CMS 메시지입니다",
            ),
            (Self::Unrecognised, Wanted::Certificates) => lang.pick(
                "it is a list of certificates (.p7b), one of which can't be read",
                "인증서 목록(.p7b)이지만 읽을 수 없는 인증서가 있습니다",
            ),
            (Self::Unrecognised, Wanted::Evidence) => lang.pick(
                "it is a list (.p7b) with revocation data of a format that is not known",
                "알 수 없는 형식의 폐지 정보가 든 목록(.p7b)입니다",
            ),
            (Self::BrokenBlock(at, rule), _) => {
                let what = match rule {
                    pem::Rule::End => lang.pick(
                        "it has a PEM block without an end line of the same label",
                        "같은 이름의 END 줄이 없는 PEM 블록이 있습니다",
                    ),
                    pem::Rule::Headers => lang.pick(
                        "it has a PEM block with header lines (RFC 1421)",
                        "헤더 줄(RFC 1421)이 있는 PEM 블록이 있습니다",
                    ),
                    pem::Rule::Base64 => lang.pick(
                        "it has a PEM block that is not base64",
                        "base64가 아닌 PEM 블록이 있습니다",
                    ),
                };
                return match lang {
                    Lang::Ko => format!("{what}({at}바이트 위치)"),
                    _ => format!("{what}, at byte {at}"),
                };
            }
            (Self::Behind { at, is_structure }, _) => {
                return match (lang, is_structure) {
                    (Lang::Ko, true) => {
                        format!("{at}바이트 위치에 또 다른 구조가 이어집니다. DER 파일에는 하나만 담습니다")
                    }
                    (Lang::Ko, false) => {
                        format!("구조가 끝난 뒤 {at}바이트 위치에 다른 내용이 남아 있습니다")
                    }
                    (_, true) => format!(
                        "behind the first structure another one begins, at byte {at}: a file in DER has one"
                    ),
                    (_, false) => {
                        format!("octets are left over behind the structure, at byte {at}")
                    }
                };
            }
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
            (Self::NotSignedData, Wanted::Certificates) => lang.pick(
                "Give the certificates that the authority publishes: DER, PEM or a list (.p7b).",
                "인증기관이 공개한 인증서를 DER, PEM 또는 목록(.p7b)으로 지정하세요.",
            ),
            (Self::Nothing | Self::NotSignedData, Wanted::Evidence) => lang.pick(
                "CRLs and OCSP responses are taken in DER, PEM, base64 or hex, or as a list (.p7b).",
                "CRL과 OCSP 응답은 DER, PEM, base64, 16진수 또는 목록(.p7b)으로 지정합니다.",
            ),
            (Self::BrokenBlock(_, pem::Rule::Headers), _) => {
                next_step::about_kind(Foreign::PemHeaders, lang)
            }
            (
                Self::Behind {
                    is_structure: true, ..
                },
                _,
            ) => lang.pick(
                "Put each into a file of its own, or all into one as PEM blocks (openssl x509 or crl, \
                 with -inform DER).",
                "각각 별도의 파일에 담거나, PEM 블록으로 바꿔 한 파일에 모으세요(openssl x509 또는 crl의 \
                 -inform DER).",
            ),
            (Self::Behind { .. }, _) => lang.pick(
                "Cut them off, or fetch it again from its authority.",
                "그 부분을 지우거나 발급 기관에서 다시 받으세요.",
            ),
            (Self::BrokenBlock(..) | Self::Malformed(_) | Self::Unrecognised, _) => lang.pick(
                "Fetch it again from its authority.",
                "발급 기관에서 다시 받으세요.",
            ),
            _ => return None,
        })
    }

    /// The fault, and what to do about it.
    pub(crate) fn explained(self, wanted: Wanted, lang: Lang) -> String {
        match self.next_step(wanted, lang) {
            Some(next) => format!("{}. {next}", self.sentence(wanted, lang)),
            None => self.sentence(wanted, lang),
        }
    }

    /// The failure that follows for the file or folder: place, rule and next step.
    pub(crate) fn of(self, path: &Path, wanted: Wanted) -> Failure {
        let path = escape::path(path);
        let (english, korean) = match wanted {
            Wanted::Certificates => ("certificates", "인증서"),
            Wanted::Evidence => ("CRLs or OCSP responses", "CRL 또는 OCSP 응답"),
        };
        let sentence = |lang| self.explained(wanted, lang);
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
        // Of another kind, whose armor is like PEM; or PEM that something was done to.
        (
            Err(pem::Fault::Broken { .. }),
            Some((
                _,
                ErrorKind::Foreign(
                    what @ (Foreign::Pgp
                    | Foreign::Mail
                    | Foreign::Quoted
                    | Foreign::JsonEscaped
                    | Foreign::UrlEscaped),
                ),
            )),
        ) => Err(Fault::Foreign(what)),
        (Err(fault), _) => Err(fault.into()),
    }
}

/// What a file holds of the kind that is wanted.
#[derive(Default)]
pub(crate) struct Found {
    /// Each in DER.
    pub(crate) pieces: Vec<Vec<u8>>,
    /// How many members of the other kind lists (.p7b) have beside them: CRLs and OCSP responses beside
    /// certificates, or the other way round.
    pub(crate) beside: usize,
}

/// The certificates in a piece: the one that it is, or those of a list (certs-only `SignedData`,
/// RFC 5652 5.1, .p7b).
pub(crate) fn certificates(piece: &[u8]) -> Result<Found, Fault> {
    let error = match Certificate::from_der(piece) {
        Ok(certificate) => {
            return Ok(Found {
                pieces: vec![certificate.octets().to_vec()],
                beside: 0,
            });
        }
        Err(error) => error,
    };
    match recognise(piece) {
        Ok(other) => return Err(Fault::OtherKind(other.kind())),
        Err(fault @ (Fault::Foreign(_) | Fault::Behind { .. })) => return Err(fault),
        Err(_) => {}
    }
    let der = match Der::from_ber(piece, Limits::default()) {
        Ok(der) => der,
        Err(other) if other.kind() == ErrorKind::TrailingData => {
            return Err(malformed(piece, other));
        }
        Err(_) => return Err(malformed(piece, error)),
    };
    let document = match SignedDocument::parse(&der) {
        Ok(document) => document,
        Err(other) => {
            return Err(match other.kind() {
                ErrorKind::Foreign(what) if what != Foreign::Certificate => Fault::Foreign(what),
                ErrorKind::NotSignedData => Fault::NotSignedData,
                ErrorKind::TrailingData => malformed(piece, other),
                _ => malformed(piece, error),
            });
        }
    };
    if !document.signers().is_empty() {
        return Err(Fault::SignedDocument);
    }
    let beside = document.revocation_infos().len();
    let choices = document.certificates().iter();
    let all: Option<Vec<Vec<u8>>> = choices
        .map(|choice| match choice {
            CertificateChoice::Certificate(it) => Some(it.octets().to_vec()),
            _ => None,
        })
        .collect();
    match all {
        None => Err(Fault::Unrecognised),
        Some(all) if all.is_empty() && beside > 0 => Err(Fault::RevocationList),
        Some(all) if all.is_empty() => Err(Fault::Nothing),
        Some(pieces) => Ok(Found { pieces, beside }),
    }
}

/// The CRLs and OCSP responses of a list (.p7b) that has no signers; `None` if a piece is no such list,
/// or one without any. None of them is read.
pub(crate) fn revocation_data(piece: &[u8]) -> Result<Option<Found>, Fault> {
    let Ok(der) = Der::from_ber(piece, Limits::default()) else {
        return Ok(None);
    };
    let Ok(document) = SignedDocument::parse(&der) else {
        return Ok(None);
    };
    let infos = document.revocation_infos();
    if !document.signers().is_empty() || infos.is_empty() {
        return Ok(None);
    }
    let all: Option<Vec<Vec<u8>>> = infos
        .iter()
        .map(|info| match info {
            RevocationInfo::Crl(octets) | RevocationInfo::Ocsp(octets) => Some(octets.to_vec()),
            _ => None,
        })
        .collect();
    let pieces = all.ok_or(Fault::Unrecognised)?;
    Ok(Some(Found {
        pieces,
        beside: document.certificates().len(),
    }))
}

/// The fault of a piece that can't be read: what is behind it, if that is all.
fn malformed(piece: &[u8], error: Error) -> Fault {
    match end(piece) {
        Some(at) if error.kind() == ErrorKind::TrailingData && at < piece.len() => Fault::Behind {
            at,
            is_structure: piece[at] == SEQUENCE,
        },
        _ => Fault::Malformed(error),
    }
}

/// Where a SEQUENCE of definite length ends.
fn end(piece: &[u8]) -> Option<usize> {
    let (header, content) = match piece {
        [SEQUENCE, length @ 0..=0x7f, ..] => (2, usize::from(*length)),
        [SEQUENCE, form @ 0x81..=0x84, rest @ ..] => {
            let count = usize::from(form & 0x7f);
            let octets = rest.get(..count)?.iter();
            let content = octets.fold(0, |all, octet| all << 8 | usize::from(*octet));
            (2 + count, content)
        }
        _ => return None,
    };
    content.checked_add(header)
}

/// What is wrong with a piece that is no evidence.
pub(crate) fn not_evidence(piece: &[u8], error: Error) -> Fault {
    if Certificate::from_der(piece).is_ok() {
        return Fault::OtherKind(Kind::Certificate);
    }
    let Ok(der) = Der::from_ber(piece, Limits::default()) else {
        return malformed(piece, error);
    };
    match SignedDocument::parse(&der) {
        Ok(document) if document.signers().is_empty() => Fault::CertificateList,
        Ok(_) => Fault::SignedDocument,
        Err(other) => match other.kind() {
            ErrorKind::Foreign(Foreign::Certificate | Foreign::Crl | Foreign::OcspResponse) => {
                malformed(piece, error)
            }
            ErrorKind::Foreign(what) => Fault::Foreign(what),
            ErrorKind::NotSignedData => Fault::NotSignedData,
            _ => malformed(piece, error),
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
            Err(malformed(octets, evidence))
        }
        Err(_) => Err(malformed(octets, certificate)),
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
