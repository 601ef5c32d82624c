//! The columns that are read.

/// Makes the enum of inputs with their names, the types that they take and what they are.
macro_rules! inputs {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident $about:literal,)+) => {
        /// What a column of the input is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Input { $($(#[$doc])* $variant,)+ }

        impl Input {
            /// All of them, in the order of the documentation.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// The name: of the column, unless another one is mapped.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// What it is, in a few words.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$variant => $about,)+ }
            }

            pub(crate) const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)+ }
            }
        }
    };
}

inputs! {
    /// What the row is called in the output.
    Id "id" Label "any name of the row, given back as text",
    /// A signed document.
    SignedDocument "signed_document" Octets "a signed document in any armor: DER, BER, PEM, base64, hex",
    /// The detached content.
    Content "content" Octets "the content that the signature is over, if it is not in the document",
    /// Its digest instead.
    Digest "digest" Text "`sha256:` and the digest in hex or base64, in place of `content`",
    /// The time.
    At "at" Time "the time at which the signature is known to have existed; needed in every row",
    /// The kind of signature demanded.
    SignType "sign_type" Text "the kind of signature that was asked for: `MESSAGE`, `SIGNED_ATTRIBUTE` or `PLAIN_HASH`, also in lower case with hyphens",
    /// How a digest is read.
    DigestSource "digest_source" Text "what `digest` is: `prehash` (default) or `hash-of-hash`",
    /// The CI.
    Ci "ci" Text "the CI held of the person who should have signed",
    /// The VID.
    Vid "vid" Text "the VID that came with a document; beside `ci`",
    /// How the VID is made.
    VidLayout "vid_layout" Text "the only layout of the VID that counts; default `ci-serial`",
    /// Which signer the claim is about.
    Signer "signer" Number "the index of the signer that `ci` and `vid` are about, if there are several",
    /// Certificates beside the document.
    Certificates "certificates" Octets "certificates that came beside the document; none is trusted",
    /// The provider.
    Provider "provider" Text "`kakao`, `toss` or `barocert`; beside `response`",
    /// The product's code.
    Product "product" Text "the product's code, such as `K3510`; needed for `barocert`",
    /// The environment.
    Environment "environment" Text "`production` or `test`; default that of the product's code",
    /// The provider's answer.
    Response "response" Octets "the provider's answer in JSON",
    /// The request.
    Request "request" Octets "the body that was sent to ask for the signature",
    /// Kakao's prepare.
    Prepare "prepare" Octets "the body that was sent to Kakao's `prepare`",
    /// The answer to the request.
    Receipt "receipt" Octets "what the provider answered to the request (Kakao: to `prepare`)",
    /// The request for the result.
    ResultRequest "result_request" Octets "the body that was sent to Toss to get the result",
    /// The answer about the status.
    Status "status" Octets "what the provider answered when the status was asked for",
    /// Kakao's identify.
    Identify "identify" Octets "what Kakao answered about the signer",
    /// Keys to encrypted fields.
    Keys "keys" Octets "the keys to encrypted fields, in JSON",
    /// What else is held about the person.
    Person "person" Octets "what else is held about the person, in JSON",
    /// What to compare of a content that the provider composes.
    ContentMap "content_map" Octets "what to compare of a content that the provider composes, in JSON",
    /// Checks that are done without.
    Waive "waive" Text "checks of a decision that are done without, with commas between",
}

/// What types of columns an input takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text, or an integer that is written out.
    Label,
    /// Octets or text.
    Octets,
    /// Text, or octets that are text.
    Text,
    /// A timestamp with a time zone, or text in RFC 3339.
    Time,
    /// An integer, or its digits.
    Number,
}

impl Input {
    /// The input of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|input| input.name() == name)
    }

    /// The types of columns that it takes.
    pub const fn takes(self) -> &'static str {
        match self.kind() {
            Kind::Octets | Kind::Text => "binary or text (also large, view or dictionary-encoded)",
            Kind::Label | Kind::Number => "text, binary or an integer",
            Kind::Time => "a timestamp with a time zone, or RFC 3339 text",
        }
    }

    /// Whether it says something of a signed document.
    pub(crate) const fn is_of_document(self) -> bool {
        matches!(
            self,
            Self::SignedDocument
                | Self::Content
                | Self::Digest
                | Self::Vid
                | Self::Signer
                | Self::Certificates
        )
    }

    /// Whether it says something of a provider's answer.
    pub(crate) const fn is_of_answer(self) -> bool {
        matches!(
            self,
            Self::Provider
                | Self::Product
                | Self::Environment
                | Self::Response
                | Self::Request
                | Self::Prepare
                | Self::Receipt
                | Self::ResultRequest
                | Self::Status
                | Self::Identify
                | Self::Keys
                | Self::Person
                | Self::ContentMap
                | Self::Waive
        )
    }
}
