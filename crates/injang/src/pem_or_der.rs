//! Files with certificates, CRLs or OCSP responses: one in DER, base64 or hex, or PEM with any number
//! of them.

mod error;

use injang_core::armor::{self, Armor};
use injang_core::armor::{PemError, pem_blocks};
use injang_core::{
    Certificate, Der, Error, ErrorKind, Limits, OtherFormat, RevocationInfo, RevocationItem,
    SignedDocument,
};
use std::borrow::Cow;

pub use error::PemOrDerError;
pub use injang_core::armor::PemRule;

/// What is wanted of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Certificates.
    Certificates,
    /// CRLs and OCSP responses.
    RevocationData,
}

/// The kind of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A certificate.
    Certificate,
    /// A CRL, complete or delta.
    Crl,
    /// An OCSP response.
    Ocsp,
}

/// A certificate, a CRL or an OCSP response, read but not judged.
pub enum Piece<'a> {
    /// A certificate.
    Certificate(Certificate<'a>),
    /// A CRL or an OCSP response.
    Revocation(RevocationItem<'a>),
}

impl Piece<'_> {
    /// What it is.
    pub const fn kind(&self) -> PieceKind {
        match self {
            Self::Certificate(_) => PieceKind::Certificate,
            Self::Revocation(RevocationItem::Ocsp(_)) => PieceKind::Ocsp,
            Self::Revocation(_) => PieceKind::Crl,
        }
    }
}

/// The pieces of a file, each in DER, one at least. They are not parsed.
///
/// 1. Octets, and base64 or hex of them, are one piece, as they are one signed document.
/// 2. A text with PEM blocks has a piece in each, whatever the labels are.
/// 3. What is neither has the fault of the form that it was meant to have.
pub fn split(octets: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, PemOrDerError> {
    let error = match armor::decode(octets) {
        Ok(decoded) if decoded.armor != Armor::Pem => return Ok(vec![decoded.octets]),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    match (pem_blocks(octets), error.map(|error| (error, error.kind()))) {
        (Ok(blocks), _) => Ok(blocks.into_iter().map(Cow::Owned).collect()),
        (Err(PemError::Missing), Some((error, kind))) => Err(match kind {
            ErrorKind::Empty | ErrorKind::OtherFormat(OtherFormat::Unknown) => {
                PemOrDerError::Nothing
            }
            ErrorKind::OtherFormat(what) => PemOrDerError::OtherFormat(what),
            _ => PemOrDerError::Malformed(error),
        }),
        // Of another kind, whose armor is like PEM; or PEM that something was done to.
        (
            Err(PemError::Broken { .. }),
            Some((
                _,
                ErrorKind::OtherFormat(
                    what @ (OtherFormat::Pgp
                    | OtherFormat::Mail
                    | OtherFormat::Quoted
                    | OtherFormat::JsonEscaped
                    | OtherFormat::UrlEscaped),
                ),
            )),
        ) => Err(PemOrDerError::OtherFormat(what)),
        (Err(fault), _) => Err(fault.into()),
    }
}

/// What a file holds of the kind that is wanted.
#[derive(Default)]
pub struct Found {
    /// The pieces, each in DER.
    pub pieces: Vec<Vec<u8>>,
    /// How many members of the other kind lists (.p7b) have beside them: CRLs and OCSP responses beside
    /// certificates, or the other way round.
    pub beside: usize,
}

/// The certificates in a piece: the one that it is, or those of a list (certs-only `SignedData`,
/// RFC 5652 5.1, .p7b).
pub fn certificates(piece: &[u8]) -> Result<Found, PemOrDerError> {
    let error = match Certificate::from_der(piece) {
        Ok(certificate) => {
            return Ok(Found {
                pieces: vec![certificate.octets().to_vec()],
                beside: 0,
            });
        }
        Err(error) => error,
    };
    // Not a certificate: a known other kind is named, before the error of reading it as one.
    match recognise(piece) {
        Ok(other) => return Err(PemOrDerError::OtherKind(other.kind())),
        Err(fault @ (PemOrDerError::OtherFormat(_) | PemOrDerError::Behind { .. })) => {
            return Err(fault);
        }
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
                ErrorKind::OtherFormat(what) if what != OtherFormat::Certificate => {
                    PemOrDerError::OtherFormat(what)
                }
                ErrorKind::NotSignedData => PemOrDerError::NotSignedData,
                ErrorKind::TrailingData => malformed(piece, other),
                _ => malformed(piece, error),
            });
        }
    };
    if !document.signers().is_empty() {
        return Err(PemOrDerError::SignedDocument);
    }
    let beside = document.revocation_infos().len();
    let choices = document.certificates().iter();
    let all: Option<Vec<Vec<u8>>> = choices
        .map(|choice| Some(choice.certificate()?.octets().to_vec()))
        .collect();
    match all {
        None => Err(PemOrDerError::Unrecognised),
        Some(all) if all.is_empty() && beside > 0 => Err(PemOrDerError::RevocationList),
        Some(all) if all.is_empty() => Err(PemOrDerError::Nothing),
        Some(pieces) => Ok(Found { pieces, beside }),
    }
}

/// The CRLs and OCSP responses of a list (.p7b) that has no signers; `None` if a piece is no such list,
/// or one without any. None of them is read.
pub fn revocation_data(piece: &[u8]) -> Result<Option<Found>, PemOrDerError> {
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
    let pieces = all.ok_or(PemOrDerError::Unrecognised)?;
    Ok(Some(Found {
        pieces,
        beside: document.certificates().len(),
    }))
}

/// The fault of a piece that can't be read: `Behind` if only what follows it is wrong.
fn malformed(piece: &[u8], error: Error) -> PemOrDerError {
    match end(piece) {
        Some(at) if error.kind() == ErrorKind::TrailingData && at < piece.len() => {
            PemOrDerError::Behind {
                at,
                is_structure: piece[at] == SEQUENCE,
            }
        }
        _ => PemOrDerError::Malformed(error),
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

/// The error about a piece that is neither a CRL nor an OCSP response.
pub fn not_revocation_data(piece: &[u8], error: Error) -> PemOrDerError {
    if Certificate::from_der(piece).is_ok() {
        return PemOrDerError::OtherKind(PieceKind::Certificate);
    }
    let Ok(der) = Der::from_ber(piece, Limits::default()) else {
        return malformed(piece, error);
    };
    match SignedDocument::parse(&der) {
        Ok(document) if document.signers().is_empty() => PemOrDerError::CertificateList,
        Ok(_) => PemOrDerError::SignedDocument,
        Err(other) => match other.kind() {
            ErrorKind::OtherFormat(
                OtherFormat::Certificate | OtherFormat::Crl | OtherFormat::OcspResponse,
            ) => malformed(piece, error),
            ErrorKind::OtherFormat(what) => PemOrDerError::OtherFormat(what),
            ErrorKind::NotSignedData => PemOrDerError::NotSignedData,
            _ => malformed(piece, error),
        },
    }
}

/// What a piece is, by what is in it: a label says nothing. What is none has the fault of the
/// reading that came furthest.
pub fn recognise(octets: &[u8]) -> Result<Piece<'_>, PemOrDerError> {
    let certificate = match Certificate::from_der(octets) {
        Ok(certificate) => return Ok(Piece::Certificate(certificate)),
        Err(error) => error,
    };
    match RevocationItem::from_der(octets) {
        Ok(item) => Ok(Piece::Revocation(item)),
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
pub fn is_meant(octets: &[u8]) -> bool {
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
