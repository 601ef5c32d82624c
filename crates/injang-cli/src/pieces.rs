//! Files with certificates, CRLs or OCSP responses: one in DER, or PEM with any number of them.

use crate::escape;
use crate::failure::{Failure, Status};
use crate::pem;
use injang::report::Lang;
use injang::{Certificate, Error, EvidenceItem};
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
    /// Neither DER nor PEM, or a folder without files.
    Nothing,
    /// A PEM block that holds something else altogether.
    OtherBlock,
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
            pem::Fault::Foreign => Self::OtherBlock,
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
            (Self::OtherBlock, Wanted::Certificates) => lang.pick(
                "it has a PEM block that is no certificate",
                "인증서가 아닌 PEM 블록이 있습니다",
            ),
            (Self::OtherBlock, Wanted::Evidence) => lang.pick(
                "it has a PEM block that is neither a CRL nor an OCSP response",
                "CRL도 OCSP 응답도 아닌 PEM 블록이 있습니다",
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

    /// The failure that follows for the file or folder.
    pub(crate) fn of(self, path: &Path, wanted: Wanted) -> Failure {
        let path = escape::path(path);
        let (english, korean) = match wanted {
            Wanted::Certificates => ("certificates", "인증서"),
            Wanted::Evidence => ("CRLs or OCSP responses", "CRL 또는 OCSP 응답"),
        };
        Failure::new(
            Status::Input,
            format!(
                "{path} is no file with {english}: {}",
                self.sentence(wanted, Lang::En)
            ),
            format!(
                "{path}: {korean} 파일이 아닙니다. {}",
                self.sentence(wanted, Lang::Ko)
            ),
        )
    }
}

/// The pieces of a file, each in DER and one at least; none of them is read.
pub(crate) fn split(octets: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, Fault> {
    if octets.first() == Some(&SEQUENCE) {
        return Ok(vec![Cow::Borrowed(octets)]);
    }
    let blocks = pem::blocks(octets)?;
    Ok(blocks.into_iter().map(Cow::Owned).collect())
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
