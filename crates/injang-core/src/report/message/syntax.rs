//! The Korean words for errors of the syntax; the English ones are their `Display`.

use super::{Lang, Sentence};
use crate::error::{Error, ErrorKind, OtherFormat};
use core::fmt::{self, Display as _};

impl Error {
    /// The error in a sentence.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match lang {
            Lang::En => self.fmt(f),
            Lang::Ko => {
                korean(self.kind(), f)?;
                write!(f, " ({}바이트째, {})", self.offset(), self.structure())
            }
        })
    }
}

impl ErrorKind {
    /// The rule in a sentence, without the place.
    pub fn sentence(self, lang: Lang) -> impl fmt::Display {
        Sentence(move |f: &mut fmt::Formatter<'_>| match lang {
            Lang::En => self.fmt(f),
            Lang::Ko => korean(self, f),
        })
    }
}

impl OtherFormat {
    /// What it is, in a few words.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english(),
            Lang::Ko => korean_name(self),
        }
    }
}

const fn korean_name(foreign: OtherFormat) -> &'static str {
    match foreign {
        OtherFormat::Pdf => "PDF 파일",
        OtherFormat::Json => "JSON 문서",
        OtherFormat::Xml => "XML 문서",
        OtherFormat::Html => "HTML 문서",
        OtherFormat::Zip => "ZIP 압축 파일",
        OtherFormat::Gzip => "gzip 압축 파일",
        OtherFormat::Ole => "OLE 복합 파일",
        OtherFormat::Mail => "전자우편(S/MIME)",
        OtherFormat::Jwt => "JWT",
        OtherFormat::KeyStore => "Java 키 저장소",
        OtherFormat::Pgp => "OpenPGP 파일",
        OtherFormat::Utf32 => "UTF-32로 저장된 텍스트",
        OtherFormat::SavedAsText => "텍스트로 저장되어 손상된 DER",
        OtherFormat::PemHeaders => "헤더 줄(RFC 1421)이 있는 PEM",
        OtherFormat::HexSeparated => "숫자 사이에 다른 문자가 있는 16진수",
        OtherFormat::HexDump => "오프셋이 있는 16진수 덤프",
        OtherFormat::Printout => "구조를 출력한 텍스트",
        OtherFormat::Utf16 => "UTF-16으로 저장된 텍스트",
        OtherFormat::DataUrl => "data: URL",
        OtherFormat::Quoted => "따옴표로 묶인 base64·16진수·PEM",
        OtherFormat::JsonEscaped => "JSON 이스케이프가 남아 있는 base64·16진수·PEM",
        OtherFormat::UrlEscaped => "URL 인코딩된 base64·16진수·PEM",
        OtherFormat::Twofold => "base64를 한 번 더 base64로 인코딩한 것",
        OtherFormat::Certificate => "인증서",
        OtherFormat::Crl => "CRL",
        OtherFormat::OcspResponse => "OCSP 응답",
        OtherFormat::CertificateRequest => "인증서 발급 요청(PKCS#10)",
        OtherFormat::TimestampResponse => "타임스탬프 응답",
        OtherFormat::TimestampRequest => "타임스탬프 요청",
        OtherFormat::OcspRequest => "OCSP 요청",
        OtherFormat::BareSignedData => "ContentInfo로 감싸지 않은 SignedData",
        OtherFormat::Encrypted => "암호화된 CMS 메시지",
        OtherFormat::Pfx => "개인키가 들어 있는 PFX 파일",
        OtherFormat::PrivateKey => "개인키",
        OtherFormat::PublicKey => "공개키",
        OtherFormat::PemOther => "다른 종류의 PEM",
        OtherFormat::Unknown => "ASN.1도, 그 base64·16진수·PEM도 아닌 것",
    }
}

fn korean(kind: ErrorKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match kind {
        ErrorKind::Empty => "내용이 없습니다",
        ErrorKind::OtherFormat(foreign) => {
            let what = foreign.sentence(Lang::Ko);
            return write!(f, "서명 문서가 아닙니다: {what}");
        }
        ErrorKind::TextAlphabet => "텍스트 형식에 없는 문자가 있습니다",
        ErrorKind::TextLength => "base64 또는 16진수의 길이가 맞지 않거나 잘렸습니다",
        ErrorKind::TextMixed => "표준 base64와 URL용 base64가 섞여 있습니다",
        ErrorKind::PemEnd => "PEM의 끝 줄이 없습니다",
        ErrorKind::PemSeveral => {
            "PEM 블록이 여러 개입니다. 서명 문서는 한 파일에 하나만 있어야 합니다"
        }
        ErrorKind::Truncated => "요소의 길이가 남은 바이트보다 깁니다",
        ErrorKind::LengthForm => "처리할 수 없는 길이입니다",
        ErrorKind::LengthNotMinimal => "길이가 가장 짧은 형식이 아닙니다",
        ErrorKind::LengthIndefinite => "허용되지 않는 곳에 부정(indefinite) 길이가 있습니다",
        ErrorKind::TagForm => "태그 번호가 가장 짧은 형식이 아닙니다",
        ErrorKind::Tag { expected, found } => {
            return write!(
                f,
                "태그 0x{expected:02x}이(가) 있을 곳에 0x{found:02x}이(가) 있습니다"
            );
        }
        ErrorKind::Missing { expected } => {
            return write!(f, "태그 0x{expected:02x}이(가) 있어야 할 곳에서 끝났습니다");
        }
        ErrorKind::TrailingData => "남는 바이트가 있습니다",
        ErrorKind::Depth => "중첩이 한도보다 깊습니다",
        ErrorKind::Size => "크기가 한도를 넘습니다",
        ErrorKind::Elements => "요소 수가 한도를 넘습니다",
        ErrorKind::Entries => "서명자, 인증서, CRL 또는 다이제스트 알고리즘의 수가 한도를 넘습니다",
        ErrorKind::EndOfContents => "end-of-contents가 없거나 잘못된 곳에 있습니다",
        ErrorKind::StringSegment => "구성형 문자열에 다른 형식의 조각이 있습니다",
        ErrorKind::Integer => "INTEGER가 비었거나 가장 짧은 형식이 아닙니다",
        ErrorKind::Boolean => "BOOLEAN이 1바이트가 아닙니다",
        ErrorKind::BitString => "BIT STRING의 남는 비트 수가 맞지 않습니다",
        ErrorKind::Null => "NULL에 내용이 있습니다",
        ErrorKind::ObjectIdentifier => "OBJECT IDENTIFIER가 잘못되었습니다",
        ErrorKind::Time => {
            "시각이 YYMMDDhhmmssZ(UTCTime) 또는 YYYYMMDDhhmmssZ(GeneralizedTime) 형식이 아닙니다"
        }
        ErrorKind::NotSignedData => "signedData가 아닌 내용 형식입니다",
        ErrorKind::ContentNotOctets => "id-data 형식의 원문이 OCTET STRING이 아닙니다",
        ErrorKind::Choice => "구조에 없는 선택지입니다",
    })
}
