//! The one error type of everything that reads octets: what rule was broken, in which structure,
//! and at which byte.

use core::fmt;

/// A rule of the syntax that the input breaks.
///
/// The number of a kind ([`ErrorKind::number`]) is ABI and is never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is nothing to read.
    Empty,
    /// The input is some other kind of file.
    OtherFormat(OtherFormat),
    /// The text is neither base64 nor hex: an octet that belongs to neither alphabet.
    TextAlphabet,
    /// Base64 whose length, padding or last symbol does not fit.
    TextLength,
    /// Base64 that mixes the standard and the URL alphabet.
    TextMixed,
    /// A PEM block without its end line, or with another label there.
    PemEnd,
    /// More than one PEM block, so that it is open which is the document.
    PemSeveral,
    /// The element says that it is longer than what is left.
    Truncated,
    /// A length with the form FF, or more length octets than can be addressed.
    LengthForm,
    /// A length that is not written in the shortest form (X.690 10.1).
    LengthNotMinimal,
    /// An indefinite length where DER is required, or on a primitive element (X.690 8.1.3.2).
    LengthIndefinite,
    /// A tag number not written in the shortest form (X.690 8.1.2.4).
    TagForm,
    /// Another tag than the structure has here.
    Tag {
        /// What the structure has here.
        expected: u8,
        /// What was found.
        found: u8,
    },
    /// The structure ends where an element must follow.
    Missing {
        /// The tag of the element that is missing.
        expected: u8,
    },
    /// Octets are left over behind the last element of a structure.
    TrailingData,
    /// More levels of nesting than the limit.
    Depth,
    /// More octets than the limit.
    Size,
    /// More elements than the limit.
    Elements,
    /// More signers, certificates, CRLs or digest algorithms than the limit.
    Entries,
    /// End-of-contents octets outside an indefinite element, or none in one (X.690 8.1.5).
    EndOfContents,
    /// A constructed string with a segment of another type (X.690 8.6.4, 8.7.3, 8.23.6).
    StringSegment,
    /// An INTEGER without octets or not in the shortest form (X.690 8.3.2).
    Integer,
    /// A BOOLEAN that is not one octet.
    Boolean,
    /// A BIT STRING without its first octet, or with unused bits that do not fit (X.690 8.6.2).
    BitString,
    /// A NULL with content.
    Null,
    /// An OBJECT IDENTIFIER that is empty or has a malformed arc (X.690 8.19.2).
    ObjectIdentifier,
    /// A UTCTime or GeneralizedTime that is not of the form RFC 5280 4.1.2.5 asks for.
    Time,
    /// A `ContentInfo` whose content type is not id-signedData (RFC 5652 5.1).
    NotSignedData,
    /// An encapsulated content of type id-data that is no OCTET STRING.
    ContentNotOctets,
    /// A choice of the structure that has no meaning.
    Choice,
}

/// What the input is instead of a signed document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OtherFormat {
    /// A PDF file.
    Pdf,
    /// A JSON document.
    Json,
    /// An XML document.
    Xml,
    /// An HTML page.
    Html,
    /// A ZIP archive (also HWPX, DOCX and others).
    Zip,
    /// A file that gzip compressed (RFC 1952).
    Gzip,
    /// An OLE compound file (HWP, DOC).
    Ole,
    /// A mail (RFC 5322), such as S/MIME's.
    Mail,
    /// A JWS or JWE in compact form (RFC 7515), such as a JWT.
    Jwt,
    /// A key store of Java (JKS, JCEKS).
    KeyStore,
    /// An armor of `OpenPGP` (RFC 9580).
    Pgp,
    /// Text in UTF-32.
    Utf32,
    /// DER that was saved as text: behind a byte order mark, or with U+FFFD where octets are lost.
    SavedAsText,
    /// A PEM block with header lines (RFC 1421), which RFC 7468 does not have.
    PemHeaders,
    /// Hex with something between the digits: colons, dashes, commas, `0x`.
    HexSeparated,
    /// A hex dump with offsets, as `xxd` and `hexdump` write.
    HexDump,
    /// What a program printed of a structure, and not the structure.
    Printout,
    /// Text in UTF-16, in which Windows saves what PowerShell redirects.
    Utf16,
    /// A `data:` URL (RFC 2397).
    DataUrl,
    /// Base64, hex or PEM in quotation marks.
    Quoted,
    /// Base64, hex or PEM with the escapes of a JSON string, such as `\/`.
    JsonEscaped,
    /// Base64, hex or PEM with the escapes of a URL, such as `%2B`.
    UrlEscaped,
    /// Base64 of base64, hex or PEM.
    Twofold,
    /// A certificate (RFC 5280).
    Certificate,
    /// A CRL (RFC 5280).
    Crl,
    /// An OCSP response (RFC 6960).
    OcspResponse,
    /// A request for a certificate (PKCS #10, RFC 2986).
    CertificateRequest,
    /// The response of a time-stamping authority (RFC 3161), in which a token stands.
    TimestampResponse,
    /// A request to a time-stamping authority (RFC 3161).
    TimestampRequest,
    /// A request to an OCSP responder (RFC 6960).
    OcspRequest,
    /// `SignedData` without the `ContentInfo` around it (RFC 5652 3).
    BareSignedData,
    /// An encrypted CMS message: `EnvelopedData`, `EncryptedData` or `AuthEnvelopedData`.
    Encrypted,
    /// A PFX (PKCS #12, RFC 7292): a private key with its certificates.
    Pfx,
    /// A private key.
    PrivateKey,
    /// A public key.
    PublicKey,
    /// A PEM block with some other label, and nothing in it that is known.
    PemOther,
    /// Nothing known: neither ASN.1 nor a text form of it.
    Unknown,
}

/// Where the input breaks which rule.
///
/// `offset` counts octets from the start of what the failing function was given: for
/// [`armor::decode`](crate::armor::decode) those of the text, for everything behind it those of
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

    /// The byte at which it is broken; see the type for what it counts from.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// The ASN.1 type that was being read, or what else the place is called.
    pub const fn structure(&self) -> &'static str {
        self.structure
    }

    pub(crate) const fn at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }
}

/// The pattern, the number and an example of every kind, in one table.
macro_rules! kinds {
    ($($pattern:pat = $number:literal, $example:expr;)*) => {
        impl ErrorKind {
            /// Every kind; where one has values, these are examples.
            pub const ALL: &'static [Self] = &[$($example),*];

            /// The stable number of the kind.
            pub const fn number(self) -> u16 {
                match self {
                    $($pattern => $number,)*
                }
            }
        }
    };
}

kinds! {
    Self::Empty = 1, Self::Empty;
    Self::OtherFormat(_) = 2, Self::OtherFormat(OtherFormat::Unknown);
    Self::TextAlphabet = 3, Self::TextAlphabet;
    Self::TextLength = 4, Self::TextLength;
    Self::TextMixed = 5, Self::TextMixed;
    Self::PemEnd = 6, Self::PemEnd;
    Self::PemSeveral = 7, Self::PemSeveral;
    Self::Truncated = 10, Self::Truncated;
    Self::LengthForm = 11, Self::LengthForm;
    Self::LengthNotMinimal = 12, Self::LengthNotMinimal;
    Self::LengthIndefinite = 13, Self::LengthIndefinite;
    Self::TagForm = 14, Self::TagForm;
    Self::Tag { .. } = 15, Self::Tag { expected: 0x30, found: 0x04, };
    Self::Missing { .. } = 16, Self::Missing { expected: 0x30 };
    Self::TrailingData = 17, Self::TrailingData;
    Self::Depth = 20, Self::Depth;
    Self::Size = 21, Self::Size;
    Self::Elements = 22, Self::Elements;
    Self::Entries = 23, Self::Entries;
    Self::EndOfContents = 24, Self::EndOfContents;
    Self::StringSegment = 25, Self::StringSegment;
    Self::Integer = 30, Self::Integer;
    Self::Boolean = 31, Self::Boolean;
    Self::BitString = 32, Self::BitString;
    Self::Null = 33, Self::Null;
    Self::ObjectIdentifier = 34, Self::ObjectIdentifier;
    Self::Time = 35, Self::Time;
    Self::NotSignedData = 40, Self::NotSignedData;
    Self::ContentNotOctets = 41, Self::ContentNotOctets;
    Self::Choice = 42, Self::Choice;
}

impl OtherFormat {
    /// Every kind of file.
    pub const ALL: &'static [Self] = &[
        Self::Pdf,
        Self::Json,
        Self::Xml,
        Self::Html,
        Self::Zip,
        Self::Gzip,
        Self::Ole,
        Self::Mail,
        Self::Jwt,
        Self::KeyStore,
        Self::Pgp,
        Self::Utf32,
        Self::SavedAsText,
        Self::PemHeaders,
        Self::HexSeparated,
        Self::HexDump,
        Self::Printout,
        Self::Utf16,
        Self::DataUrl,
        Self::Quoted,
        Self::JsonEscaped,
        Self::UrlEscaped,
        Self::Twofold,
        Self::Certificate,
        Self::Crl,
        Self::OcspResponse,
        Self::CertificateRequest,
        Self::TimestampResponse,
        Self::TimestampRequest,
        Self::OcspRequest,
        Self::BareSignedData,
        Self::Encrypted,
        Self::Pfx,
        Self::PrivateKey,
        Self::PublicKey,
        Self::PemOther,
        Self::Unknown,
    ];
}

impl OtherFormat {
    /// What it is, in English.
    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF file",
            Self::Json => "a JSON document",
            Self::Xml => "an XML document",
            Self::Html => "an HTML page",
            Self::Zip => "a ZIP archive",
            Self::Gzip => "a gzip file",
            Self::Ole => "an OLE compound file",
            Self::Mail => "a mail",
            Self::Jwt => "a JSON Web Token",
            Self::KeyStore => "a Java key store",
            Self::Pgp => "an OpenPGP file",
            Self::Utf32 => "text in UTF-32",
            Self::SavedAsText => "DER that was saved as text",
            Self::PemHeaders => "a PEM block with header lines (RFC 1421)",
            Self::HexSeparated => "hex with other characters between its digits",
            Self::HexDump => "a hex dump with offsets",
            Self::Printout => "a printout of a structure",
            Self::Utf16 => "text in UTF-16",
            Self::DataUrl => "a data: URL",
            Self::Quoted => "base64, hex or PEM in quotation marks",
            Self::JsonEscaped => "base64, hex or PEM with the escapes of a JSON string",
            Self::UrlEscaped => "base64, hex or PEM with the escapes of a URL",
            Self::Twofold => "base64 of base64, hex or PEM",
            Self::Certificate => "a certificate",
            Self::Crl => "a CRL",
            Self::OcspResponse => "an OCSP response",
            Self::CertificateRequest => "a certificate request",
            Self::TimestampResponse => "a time-stamp response",
            Self::TimestampRequest => "a time-stamp request",
            Self::OcspRequest => "an OCSP request",
            Self::BareSignedData => "SignedData without the ContentInfo around it",
            Self::Encrypted => "an encrypted CMS message",
            Self::Pfx => "a PFX file, which holds a private key",
            Self::PrivateKey => "a private key",
            Self::PublicKey => "a public key",
            Self::PemOther => "a PEM block with another label",
            Self::Unknown => "neither ASN.1 nor base64, hex or PEM of it",
        }
    }
}

impl fmt::Display for OtherFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.english())
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Empty => "there is nothing to read",
            Self::OtherFormat(what) => return write!(f, "this is {what}, not a signed document"),
            Self::TextAlphabet => "a character outside the alphabet of the text form",
            Self::TextLength => "base64 or hex of a length that does not fit, or cut off",
            Self::TextMixed => "base64 that mixes the standard and the URL alphabet",
            Self::PemEnd => "a PEM block without its end line",
            Self::PemSeveral => "more than one PEM block: a signed document stands by itself",
            Self::Truncated => "an element is longer than what is left",
            Self::LengthForm => "a length that can't be addressed",
            Self::LengthNotMinimal => "a length that is not in the shortest form",
            Self::LengthIndefinite => "an indefinite length where none is allowed",
            Self::TagForm => "a tag number that is not in the shortest form",
            Self::Tag { expected, found } => {
                return write!(
                    f,
                    "unexpected tag 0x{found:02x} where 0x{expected:02x} belongs"
                );
            }
            Self::Missing { expected } => {
                return write!(
                    f,
                    "the structure ends where tag 0x{expected:02x} must follow"
                );
            }
            Self::TrailingData => "octets are left over",
            Self::Depth => "nested deeper than the limit",
            Self::Size => "larger than the limit",
            Self::Elements => "more elements than the limit",
            Self::Entries => "more signers, certificates, CRLs or digest algorithms than the limit",
            Self::EndOfContents => "end-of-contents octets missing or out of place",
            Self::StringSegment => "a constructed string with a segment of another type",
            Self::Integer => "an INTEGER that is empty or not in the shortest form",
            Self::Boolean => "a BOOLEAN that is not one octet",
            Self::BitString => "a BIT STRING whose unused bits do not fit",
            Self::Null => "a NULL with content",
            Self::ObjectIdentifier => "a malformed OBJECT IDENTIFIER",
            Self::Time => {
                "a time that is not written as YYMMDDhhmmssZ (UTCTime) or YYYYMMDDhhmmssZ (GeneralizedTime)"
            }
            Self::NotSignedData => "a content type other than signedData",
            Self::ContentNotOctets => "a content of type id-data that is no OCTET STRING",
            Self::Choice => "a choice that the structure does not have",
        };
        f.write_str(text)
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

/// Which rule a text breaks that should be a CI. Says nothing about what the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CiError {
    /// Not base64 of RFC 4648 4.
    NotBase64,
    /// Base64, but not of 64 octets.
    Length,
}

impl fmt::Display for CiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotBase64 => "the CI is not base64",
            Self::Length => "the CI is not base64 of 64 octets",
        })
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
