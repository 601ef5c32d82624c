//! Why a file is not one with certificates, CRLs or OCSP responses, and what to do about it.

use super::{PieceKind, Wanted};
use crate::next_step;
use crate::option_names::{CERTIFICATES, Parameter};
use crate::redaction::View;
use injang_core::armor::{PemError, PemRule};
use injang_core::report::Lang;
use injang_core::{Error, OtherFormat};

/// Why a file is not one that was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PemOrDerError {
    /// Neither DER nor a text form of it, or a folder without files.
    Nothing,
    /// Another kind of file, which can be told.
    OtherFormat(OtherFormat),
    /// A signed document with signers: whoever made it chose the certificates in it.
    SignedDocument,
    /// A list of certificates (.p7b) where revocation data was wanted.
    CertificateList,
    /// A list of CRLs alone (.p7b) where certificates were wanted.
    RevocationList,
    /// A CMS message of a type that holds no certificates.
    NotSignedData,
    /// A signed document with certificates that can't be read.
    Unrecognised,
    /// A PEM block that breaks a rule, at this byte.
    BrokenBlock(usize, PemRule),
    /// A structure that something else follows, at this byte: another structure, or other octets.
    Behind {
        /// Where it begins.
        at: usize,
        /// Whether another structure does.
        is_structure: bool,
    },
    /// A piece of another kind than is wanted.
    OtherKind(PieceKind),
    /// A piece that can't be read.
    Malformed(Error),
}

impl From<PemError> for PemOrDerError {
    fn from(fault: PemError) -> Self {
        match fault {
            PemError::Missing => Self::Nothing,
            PemError::PrivateKey => Self::OtherFormat(OtherFormat::PrivateKey),
            PemError::Broken { at, rule } => Self::BrokenBlock(at, rule),
        }
    }
}

impl PemOrDerError {
    /// The fault in a sentence.
    ///
    /// The program's names of the places that such a file can be given in follow it.
    pub(crate) fn sentence(self, wanted: Wanted, view: View) -> String {
        let lang = view.lang;
        let sentence = match (self, wanted) {
            (Self::Malformed(error), _) => return error.sentence(lang).to_string(),
            (Self::Nothing, Wanted::Certificates) => {
                lang.pick("there is no certificate in it", "인증서가 없습니다")
            }
            (Self::Nothing, Wanted::RevocationData) => lang.pick(
                "there is neither a CRL nor an OCSP response in it",
                "CRL도 OCSP 응답도 없습니다",
            ),
            (Self::OtherFormat(what), _) => {
                let (kind, next) = (what.sentence(lang), next_step::about_kind_of_piece(what, view));
                return match lang {
                    Lang::Ko => format!("파일 종류: {kind}. {next}"),
                    _ => format!("it is {kind}. {next}"),
                };
            }
// Whoever made a signed document chose its certificates: they must not become trusted here.
            (Self::SignedDocument, Wanted::RevocationData) => lang.pick(
                "it is a signed document; revocation data in one is used when the document is verified",
                "서명 문서입니다. 서명 문서에 들어 있는 폐지 정보는 그 문서를 검증할 때 사용됩니다",
            ),
            (Self::SignedDocument, Wanted::Certificates) => lang.pick(
                "it is a signed document, and certificates in a signed document are not trusted. Take \
                 certificates from the authority that publishes them",
                "서명 문서입니다. 서명 문서에 들어 있는 인증서는 신뢰 근거가 되지 않습니다. 인증기관에서 \
                 받은 인증서를 지정하세요",
            ),
            (Self::CertificateList, _) => lang.pick(
                "it is a list of certificates (.p7b). Give it as certificates",
                "인증서 목록(.p7b)입니다. 인증서로 지정하세요",
            ),
            (Self::RevocationList, _) => lang.pick(
                "it is a list of CRLs (.p7b) without a certificate. Give it as revocation data",
                "인증서 없이 CRL만 든 목록(.p7b)입니다. 폐지 정보로 지정하세요",
            ),
            (Self::NotSignedData, _) => lang.pick(
                "it is a CMS message of another type than SignedData",
                "SignedData가 아닌 CMS 메시지입니다",
            ),
            (Self::Unrecognised, Wanted::Certificates) => lang.pick(
                "it is a list of certificates (.p7b), one of which can't be read",
                "인증서 목록(.p7b)이지만 읽을 수 없는 인증서가 있습니다",
            ),
            (Self::Unrecognised, Wanted::RevocationData) => lang.pick(
                "it is a list (.p7b) with revocation data of a format that is not known",
                "알 수 없는 형식의 폐지 정보가 든 목록(.p7b)입니다",
            ),
            (Self::BrokenBlock(at, rule), _) => {
                let what = match rule {
                    PemRule::End => lang.pick(
                        "it has a PEM block without an end line of the same label",
                        "같은 이름의 END 줄이 없는 PEM 블록이 있습니다",
                    ),
                    PemRule::Headers => lang.pick(
                        "it has a PEM block with header lines (RFC 1421)",
                        "헤더 줄(RFC 1421)이 있는 PEM 블록이 있습니다",
                    ),
                    PemRule::Base64 => lang.pick(
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
                        "another structure begins after the first, at byte {at}: a file in DER has one"
                    ),
                    (_, false) => {
                        format!("octets are left over after the structure, at byte {at}")
                    }
                };
            }
            (Self::OtherKind(PieceKind::Certificate), _) => lang.pick(
                "there is a certificate in it. Give it as a certificate",
                "인증서가 들어 있습니다. 인증서로 지정하세요",
            ),
            (Self::OtherKind(PieceKind::Crl), _) => lang.pick(
                "there is a CRL in it. Give it as revocation data",
                "CRL이 들어 있습니다. 폐지 정보로 지정하세요",
            ),
            (Self::OtherKind(PieceKind::Ocsp), _) => lang.pick(
                "there is an OCSP response in it. Give it as revocation data",
                "OCSP 응답이 들어 있습니다. 폐지 정보로 지정하세요",
            ),
        };
        view.with_names(sentence, self.meant())
    }

    /// The places that such a file can be given in.
    const fn meant(self) -> &'static [Parameter] {
        match self {
            Self::CertificateList | Self::OtherKind(PieceKind::Certificate) => CERTIFICATES,
            Self::RevocationList | Self::OtherKind(PieceKind::Crl) => &[Parameter::Crls],
            Self::OtherKind(PieceKind::Ocsp) => &[Parameter::OcspResponses],
            _ => &[],
        }
    }

    /// What to do about it, where the sentence does not say so.
    fn next_step(self, wanted: Wanted, view: View) -> Option<String> {
        let lang = view.lang;
        let words = match (self, wanted) {
            (Self::Nothing, Wanted::Certificates) => lang.pick(
                "Certificates are taken in DER, PEM, base64, hex, or as a list (.p7b).",
                "인증서는 DER, PEM, base64, 16진수 또는 목록(.p7b)으로 지정합니다.",
            ),
            (Self::NotSignedData, Wanted::Certificates) => lang.pick(
                "Give the certificates that the authority publishes: DER, PEM or a list (.p7b).",
                "인증기관이 공개한 인증서를 DER, PEM 또는 목록(.p7b)으로 지정하세요.",
            ),
            (Self::Nothing | Self::NotSignedData, Wanted::RevocationData) => lang.pick(
                "CRLs and OCSP responses are taken in DER, PEM, base64 or hex, or as a list (.p7b).",
                "CRL과 OCSP 응답은 DER, PEM, base64, 16진수 또는 목록(.p7b)으로 지정합니다.",
            ),
// The other rules of PEM have no remedy but a new copy of the file.
            (Self::BrokenBlock(_, PemRule::Headers), _) => {
                return Some(next_step::about_kind(OtherFormat::PemHeaders, view));
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
        };
        Some(words.to_owned())
    }

    /// The fault, and what to do about it.
    pub fn explained(self, wanted: Wanted, view: View) -> String {
        match self.next_step(wanted, view) {
            Some(next) => format!("{}. {next}", self.sentence(wanted, view)),
            None => self.sentence(wanted, view),
        }
    }

    /// The same of a file or folder by its name, which is on one line: place, rule and next step.
    pub fn of_file(self, name: &str, wanted: Wanted, view: View) -> String {
        let sentence = self.explained(wanted, view);
        match (view.lang, wanted) {
            (Lang::Ko, Wanted::Certificates) => {
                format!("{name}: 인증서 파일이 아닙니다. {sentence}")
            }
            (Lang::Ko, Wanted::RevocationData) => {
                format!("{name}: CRL 또는 OCSP 응답 파일이 아닙니다. {sentence}")
            }
            (_, Wanted::Certificates) => {
                format!("{name} is not a file of certificates: {sentence}")
            }
            (_, Wanted::RevocationData) => {
                format!("{name} is not a file of CRLs or OCSP responses: {sentence}")
            }
        }
    }
}
