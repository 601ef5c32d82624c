//! The one error type of everything that reads octets: what rule was broken, in which structure,
//! and at which byte.

#[cfg(feature = "messages")]
use crate::codes::language::{Lang, Sentence};
use core::fmt;

messages! {
    table "error-kind" (u16, name);
    /// A rule of the syntax that the input breaks.
    ///
    /// Numbers are given in groups: those between two groups are free.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum ErrorKind |lang| {
        /// There is nothing to read.
        Empty = 1 "empty"
            "there is nothing to read"
            "내용이 없습니다";
        /// The input is some other kind of file.
        OtherFormat(what: OtherFormat) = 2 "other-format"
            with (what = what.sentence(lang))
            "this is {what}, not a signed document"
            "서명 문서가 아닙니다: {what}";
        /// The text is neither base64 nor hex: an octet that belongs to neither alphabet.
        TextAlphabet = 3 "text-alphabet"
            "a character outside the alphabet of the text form"
            "텍스트 형식에 없는 문자가 있습니다";
        /// Base64 whose length, padding or last symbol does not fit.
        TextLength = 4 "text-length"
            "base64 or hex of a length that does not fit, or cut off"
            "base64 또는 16진수의 길이가 맞지 않거나 잘렸습니다";
        /// Base64 that mixes the standard and the URL alphabet.
        TextMixed = 5 "text-mixed"
            "base64 that mixes the standard and the URL alphabet"
            "표준 base64와 URL용 base64가 섞여 있습니다";
        /// A PEM block without its end line, or with another label there.
        PemEnd = 6 "pem-end"
            "a PEM block without its end line"
            "PEM의 끝 줄이 없습니다";
        /// More than one PEM block, so that it is open which is the document.
        PemSeveral = 7 "pem-several"
            "more than one PEM block: a signed document stands by itself"
            "PEM 블록이 여러 개입니다. 서명 문서는 한 파일에 하나만 있어야 합니다";
        /// The element says that it is longer than what is left.
        Truncated = 10 "truncated"
            "an element is longer than what is left"
            "요소의 길이가 남은 바이트보다 깁니다";
        /// A length with the form FF, or more length octets than can be addressed.
        LengthForm = 11 "length-form"
            "a length that can't be addressed"
            "처리할 수 없는 길이입니다";
        /// A length that is not written in the shortest form (X.690 10.1).
        LengthNotMinimal = 12 "length-not-minimal"
            "a length that is not in the shortest form"
            "길이가 가장 짧은 형식이 아닙니다";
        /// An indefinite length where DER is required, or on a primitive element (X.690 8.1.3.2).
        LengthIndefinite = 13 "length-indefinite"
            "an indefinite length where none is allowed"
            "허용되지 않는 곳에 부정(indefinite) 길이가 있습니다";
        /// A tag number not written in the shortest form (X.690 8.1.2.4).
        TagForm = 14 "tag-form"
            "a tag number that is not in the shortest form"
            "태그 번호가 가장 짧은 형식이 아닙니다";
        /// Another tag than the structure has here.
        Tag {
            /// What the structure has here.
            expected: u8,
            /// What was found.
            found: u8,
        } = 15 "tag"
            "unexpected tag 0x{found:02x} where 0x{expected:02x} belongs"
            "태그 0x{expected:02x}이(가) 있을 곳에 0x{found:02x}이(가) 있습니다";
        /// The structure ends where an element must follow.
        Missing {
            /// The tag of the element that is missing.
            expected: u8,
        } = 16 "missing"
            "the structure ends where tag 0x{expected:02x} must follow"
            "태그 0x{expected:02x}이(가) 있어야 할 곳에서 끝났습니다";
        /// Octets are left over after the last element of a structure.
        TrailingData = 17 "trailing-data"
            "octets are left over"
            "남는 바이트가 있습니다";
        /// More levels of nesting than the limit.
        Depth = 20 "depth"
            "nested deeper than the limit"
            "중첩이 한도보다 깊습니다";
        /// More octets than the limit.
        Size = 21 "size"
            "larger than the limit"
            "크기가 한도를 넘습니다";
        /// More elements than the limit.
        Elements = 22 "elements"
            "more elements than the limit"
            "요소 수가 한도를 넘습니다";
        /// More signers, certificates, CRLs or digest algorithms than the limit.
        Entries = 23 "entries"
            "more signers, certificates, CRLs or digest algorithms than the limit"
            "서명자, 인증서, CRL 또는 해시 알고리즘의 수가 한도를 넘습니다";
        /// End-of-contents octets outside an indefinite element, or none in one (X.690 8.1.5).
        EndOfContents = 24 "end-of-contents"
            "end-of-contents octets missing or out of place"
            "end-of-contents가 없거나 잘못된 곳에 있습니다";
        /// A constructed string with a segment of another type (X.690 8.6.4, 8.7.3, 8.23.6).
        StringSegment = 25 "string-segment"
            "a constructed string with a segment of another type"
            "구성형 문자열에 다른 형식의 조각이 있습니다";
        /// An INTEGER without octets or not in the shortest form (X.690 8.3.2).
        Integer = 30 "integer"
            "an INTEGER that is empty or not in the shortest form"
            "INTEGER가 비었거나 가장 짧은 형식이 아닙니다";
        /// A BOOLEAN that is not one octet.
        Boolean = 31 "boolean"
            "a BOOLEAN that is not one octet"
            "BOOLEAN이 1바이트가 아닙니다";
        /// A BIT STRING without its first octet, or with unused bits that do not fit (X.690 8.6.2).
        BitString = 32 "bit-string"
            "a BIT STRING whose unused bits do not fit"
            "BIT STRING의 남는 비트 수가 맞지 않습니다";
        /// A NULL with content.
        Null = 33 "null"
            "a NULL with content"
            "NULL에 내용이 있습니다";
        /// An OBJECT IDENTIFIER that is empty or has a malformed arc (X.690 8.19.2).
        ObjectIdentifier = 34 "object-identifier"
            "a malformed OBJECT IDENTIFIER"
            "OBJECT IDENTIFIER가 잘못되었습니다";
        /// A UTCTime or GeneralizedTime that is not of the form RFC 5280 4.1.2.5 asks for.
        Time = 35 "time"
            "a time that is not written as YYMMDDhhmmssZ (UTCTime) or YYYYMMDDhhmmssZ (GeneralizedTime)"
            "시각이 YYMMDDhhmmssZ(UTCTime) 또는 YYYYMMDDhhmmssZ(GeneralizedTime) 형식이 아닙니다";
        /// A `ContentInfo` whose content type is not id-signedData (RFC 5652 5.1).
        NotSignedData = 40 "not-signed-data"
            "a content type other than signedData"
            "signedData가 아닌 내용 형식입니다";
        /// An encapsulated content of type id-data that is no OCTET STRING.
        ContentNotOctets = 41 "content-not-octets"
            "a content of type id-data that is not an OCTET STRING"
            "id-data 형식의 원문이 OCTET STRING이 아닙니다";
        /// A choice of the structure that has no meaning.
        Choice = 42 "choice"
            "a choice that the structure does not have"
            "구조에 없는 선택지입니다";
    }
}

codes! {
    table "other-format" (u8, name, sentence);
    /// What the input is instead of a signed document.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum OtherFormat {
        /// A PDF file.
        Pdf = 1 "pdf"
            "a PDF file"
            "PDF 파일",
        /// A JSON document.
        Json = 2 "json"
            "a JSON document"
            "JSON 문서",
        /// An XML document.
        Xml = 3 "xml"
            "an XML document"
            "XML 문서",
        /// An HTML page.
        Html = 4 "html"
            "an HTML page"
            "HTML 문서",
        /// A ZIP archive (also HWPX, DOCX and others).
        Zip = 5 "zip"
            "a ZIP archive"
            "ZIP 압축 파일",
        /// A file that gzip compressed (RFC 1952).
        Gzip = 6 "gzip"
            "a gzip file"
            "gzip 압축 파일",
        /// An OLE compound file (HWP, DOC).
        Ole = 7 "ole"
            "an OLE compound file"
            "OLE 복합 파일",
        /// A mail (RFC 5322), such as S/MIME's.
        Mail = 8 "mail"
            "a mail"
            "전자우편(S/MIME)",
        /// A JWS or JWE in compact form (RFC 7515), such as a JWT.
        Jwt = 9 "jwt"
            "a JSON Web Token"
            "JWT",
        /// A key store of Java (JKS, JCEKS).
        KeyStore = 10 "key-store"
            "a Java key store"
            "Java 키 저장소",
        /// An armor of `OpenPGP` (RFC 9580).
        Pgp = 11 "pgp"
            "an OpenPGP file"
            "OpenPGP 파일",
        /// Text in UTF-32.
        Utf32 = 12 "utf32"
            "text in UTF-32"
            "UTF-32로 저장된 텍스트",
        /// DER that was saved as text: after a byte order mark, with U+FFFD where octets are lost, or with
        /// each octet above 7F written as a character of two octets or more.
        SavedAsText = 13 "saved-as-text"
            "DER that was saved as text"
            "텍스트로 저장되어 손상된 DER",
        /// A PEM block with header lines (RFC 1421), which RFC 7468 does not have.
        PemHeaders = 14 "pem-headers"
            "a PEM block with header lines (RFC 1421)"
            "헤더 줄(RFC 1421)이 있는 PEM",
        /// Hex with something between the digits: colons, dashes, commas, `0x`.
        HexSeparated = 15 "hex-separated"
            "hex with other characters between its digits"
            "숫자 사이에 다른 문자가 있는 16진수",
        /// A hex dump with offsets, as `xxd` and `hexdump` write.
        HexDump = 16 "hex-dump"
            "a hex dump with offsets"
            "오프셋이 있는 16진수 덤프",
        /// What a program printed of a structure, and not the structure.
        Printout = 17 "printout"
            "a printout of a structure"
            "구조를 출력한 텍스트",
        /// Text in UTF-16, in which Windows saves what PowerShell redirects.
        Utf16 = 18 "utf16"
            "text in UTF-16"
            "UTF-16으로 저장된 텍스트",
        /// A `data:` URL (RFC 2397).
        DataUrl = 19 "data-url"
            "a data: URL"
            "data: URL",
        /// Base64, hex or PEM in quotation marks.
        Quoted = 20 "quoted"
            "base64, hex or PEM in quotation marks"
            "따옴표로 묶인 base64·16진수·PEM",
        /// Base64, hex or PEM with the escapes of a JSON string, such as `\/`.
        JsonEscaped = 21 "json-escaped"
            "base64, hex or PEM with the escapes of a JSON string"
            "JSON 이스케이프가 남아 있는 base64·16진수·PEM",
        /// Base64, hex or PEM with the escapes of a URL, such as `%2B`.
        UrlEscaped = 22 "url-escaped"
            "base64, hex or PEM with the escapes of a URL"
            "URL 인코딩된 base64·16진수·PEM",
        /// Base64 or hex of base64, hex or PEM.
        Twofold = 23 "twofold"
            "base64 or hex of base64, hex or PEM"
            "base64·16진수·PEM을 한 번 더 base64나 16진수로 인코딩한 것",
        /// A certificate (RFC 5280).
        Certificate = 24 "certificate"
            "a certificate"
            "인증서",
        /// A CRL (RFC 5280).
        Crl = 25 "crl"
            "a CRL"
            "CRL",
        /// An OCSP response (RFC 6960).
        OcspResponse = 26 "ocsp-response"
            "an OCSP response"
            "OCSP 응답",
        /// A request for a certificate (PKCS #10, RFC 2986).
        CertificateRequest = 27 "certificate-request"
            "a certificate request"
            "인증서 발급 요청(PKCS#10)",
        /// The response of a time-stamping authority (RFC 3161), in which a token stands.
        TimestampResponse = 28 "timestamp-response"
            "a time-stamp response"
            "타임스탬프 응답",
        /// A request to a time-stamping authority (RFC 3161).
        TimestampRequest = 29 "timestamp-request"
            "a time-stamp request"
            "타임스탬프 요청",
        /// A request to an OCSP responder (RFC 6960).
        OcspRequest = 30 "ocsp-request"
            "an OCSP request"
            "OCSP 요청",
        /// `SignedData` without the `ContentInfo` around it (RFC 5652 3).
        BareSignedData = 31 "bare-signed-data"
            "SignedData without the ContentInfo around it"
            "ContentInfo로 감싸지 않은 SignedData",
        /// An encrypted CMS message: `EnvelopedData`, `EncryptedData` or `AuthEnvelopedData`.
        Encrypted = 32 "encrypted"
            "an encrypted CMS message"
            "암호화된 CMS 메시지",
        /// A PFX (PKCS #12, RFC 7292): a private key with its certificates.
        Pfx = 33 "pfx"
            "a PFX file, which holds a private key"
            "개인키가 들어 있는 PFX 파일",
        /// A private key.
        PrivateKey = 34 "private-key"
            "a private key"
            "개인키",
        /// A public key.
        PublicKey = 35 "public-key"
            "a public key"
            "공개키",
        /// A PEM block with some other label, and nothing in it that is known.
        PemOther = 36 "pem-other"
            "a PEM block with another label"
            "다른 종류의 PEM",
        /// Base64, hex or PEM behind a name: a line `name: value` of YAML, or `name=value` of a form.
        Field = 38 "field"
            "base64, hex or PEM behind a name, as in YAML or in a form"
            "YAML이나 폼처럼 이름 뒤에 있는 base64·16진수·PEM",
        /// Base64 in which blanks stand where `+` was: a form was decoded as a URL that was not encoded.
        PlusLost = 39 "plus-lost"
            "base64 in which each + has become a blank"
            "+가 공백으로 바뀐 base64",
        /// Base64 with something between its symbols that is neither a symbol nor white space of ASCII:
        /// no-break spaces, commas, characters without width.
        Base64Separated = 40 "base64-separated"
            "base64 with other characters between its symbols"
            "글자 사이에 다른 문자가 있는 base64",
        /// Nothing known: neither ASN.1 nor a text form of it.
        Unknown = 37 "unknown"
            "neither ASN.1 nor base64, hex or PEM of it"
            "ASN.1도, 그 base64·16진수·PEM도 아닌 것",
    }
}

/// The rule that an input breaks, and where.
///
/// `offset` counts octets from the start of what the failing function was given: for
/// [`armor::decode`](crate::encoding::armor::decode) those of the text, for all later stages those of
/// the octets that came out of it, as they were sent (before BER was normalised).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    offset: usize,
    structure: &'static str,
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind, offset: usize, structure: &'static str) -> Self {
        Self {
            kind,
            offset,
            structure,
        }
    }

    /// The rule that is broken.
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The offset of the octet at which the rule is broken; the type says what it counts from.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// The ASN.1 type that was being read, or another name of the place.
    pub const fn structure(&self) -> &'static str {
        self.structure
    }

    /// The error as a sentence in this language.
    #[cfg(feature = "messages")]
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match lang {
            Lang::En => fmt::Display::fmt(self, f),
            Lang::Ko => {
                self.kind.write(f, lang)?;
                write!(f, " ({}바이트째, {})", self.offset, self.structure)
            }
        })
    }

    pub(crate) const fn at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }
}

impl fmt::Display for OtherFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "messages")]
        return f.write_str(self.sentence(Lang::En));
        #[cfg(not(feature = "messages"))]
        f.write_str(self.name())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at byte {} ({})",
            self.kind, self.offset, self.structure
        )
    }
}

impl core::error::Error for Error {}

codes! {
    table "ci-error" (u8, name, sentence);
    /// Which rule a text breaks that should be a CI. Says nothing about what the text is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum CiError {
        /// Not base64 of RFC 4648 4.
        NotBase64 = 1 "not-base64"
            "the CI is not base64"
            "CI가 base64가 아닙니다",
        /// Base64, but not of 64 octets.
        Length = 2 "length"
            "the CI is not base64 of 64 octets"
            "CI가 64바이트의 base64가 아닙니다",
    }
}

impl fmt::Display for CiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "messages")]
        return f.write_str(self.sentence(Lang::En));
        #[cfg(not(feature = "messages"))]
        f.write_str(self.name())
    }
}

impl core::error::Error for CiError {}

/// The text is no VID: neither 64 hex digits nor base64 of 32 octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VidError;

impl fmt::Display for VidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the VID is neither 64 hex digits nor base64 of 32 octets")
    }
}

impl core::error::Error for VidError {}
