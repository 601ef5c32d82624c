//! Whether the signature is that of the person whom the caller claims.

use crate::encoding::error::CiError;

messages! {
    table "identity" (u8, name);
    /// Whether the signature was made by the person that the caller claims.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Identity |lang| {
        /// Nothing was claimed.
        NotClaimed = 1 "not-claimed"
            "nothing was claimed"
            "확인을 요청하지 않음";
        /// The VID is the one of this person and the certificate that verified.
        Matched {
            /// The name of the layout.
            layout: &'static str,
            /// How the VID was written.
            encoding: &'static str,
        } = 2 "matched"
            "the VID is that of this CI and certificate (layout {layout})"
            "VID가 이 CI와 인증서의 것과 일치합니다(결합 순서 {layout})";
        /// It is not.
        Mismatched {
            /// The layout that the request names, under which it does not match.
            layout: &'static str,
            /// How the VID was written.
            encoding: &'static str,
            /// Another layout under which it would match; not accepted.
            would_match: Option<&'static str>,
        } = 3 "mismatched"
            when (layout, _, None) =>
                "the VID is not that of this CI and certificate (layout {layout}), and no other layout matches"
                "VID가 이 CI와 인증서의 것과 다릅니다(결합 순서 {layout}, 다른 결합 순서로도 불일치)"
            when (layout, _, Some(other)) =>
                "the VID is not that of this CI and certificate under the layout {layout}; it would match under the layout {other}"
                "VID가 결합 순서 {layout}에서는 이 CI와 인증서의 것과 다르며, 결합 순서 {other}라면 일치합니다";
        /// The CI is none.
        MalformedCi {
            /// The rule that it breaks, in a sentence.
            rule: CiError,
        } = 4 "malformed-ci"
            with (rule = rule.sentence(lang))
            "{rule}"
            "{rule}";
        /// The VID is none.
        MalformedVid = 5 "malformed-vid"
            "the VID is neither 64 hex digits nor base64 of 32 octets"
            "VID가 16진수 64자리도 32바이트의 base64도 아닙니다";
        /// The signature verified under no certificate, so there is no serial number to compute with.
        NoSignerCertificate = 6 "no-signer-certificate"
            "the signature verified under no certificate, so there is no serial number to compare with"
            "전자서명이 어떤 인증서로도 검증되지 않아 비교할 일련번호가 없습니다";
        /// There are several signers and the claim names none, or names one that there isn't.
        AmbiguousSigner = 7 "ambiguous-signer"
            "the claim must name one of the document's signers"
            "문서의 서명자 가운데 누구인지 지정해야 합니다";
        /// The crypto backend does not compute SHA-256.
        Unsupported = 8 "unsupported"
            "the crypto backend does not compute SHA-256"
            "암호 백엔드가 SHA-256을 지원하지 않습니다";
    }
}

impl Identity {
    /// Whether nothing that was claimed is left open.
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::NotClaimed | Self::Matched { .. })
    }
}
