//! Why a file is not one with certificates, CRLs or OCSP responses, and what to do about it.

use super::{Kind, Wanted};
use crate::next_step;
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
    BrokenBlock(usize, PemRule),
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
            (Self::OtherFormat(what), _) => {
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
            (Self::BrokenBlock(_, PemRule::Headers), _) => {
                next_step::about_kind(OtherFormat::PemHeaders, lang)
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
    pub fn explained(self, wanted: Wanted, lang: Lang) -> String {
        match self.next_step(wanted, lang) {
            Some(next) => format!("{}. {next}", self.sentence(wanted, lang)),
            None => self.sentence(wanted, lang),
        }
    }

    /// The same of a file or folder by its name, which is on one line: place, rule and next step.
    pub fn of_file(self, name: &str, wanted: Wanted, lang: Lang) -> String {
        let sentence = self.explained(wanted, lang);
        match (lang, wanted) {
            (Lang::Ko, Wanted::Certificates) => {
                format!("{name}: 인증서 파일이 아닙니다. {sentence}")
            }
            (Lang::Ko, Wanted::Evidence) => {
                format!("{name}: CRL 또는 OCSP 응답 파일이 아닙니다. {sentence}")
            }
            (_, Wanted::Certificates) => format!("{name} is no file with certificates: {sentence}"),
            (_, Wanted::Evidence) => {
                format!("{name} is no file with CRLs or OCSP responses: {sentence}")
            }
        }
    }
}
