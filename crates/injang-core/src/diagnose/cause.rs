//! Causes of a mismatch, and their sentences.

use super::{Change, Diagnosis};
use crate::report::Lang;
use alloc::vec::Vec;
use core::fmt;

messages! {
    table "cause" (u8, code);
    /// What would have matched.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Cause |lang| {
        /// One content is another one after some changes. Without any, one is the other: what was
        /// signed is what was supplied, and not what the document holds; or the document holds the
        /// digest supplied.
        Content {
            /// What is changed.
            from: Side,
            /// What comes out.
            to: Side,
            /// The changes, in this order.
            changes: Vec<Change>,
        } = 1 "content-changed"
            with (changes = Changed { from: *from, to: *to, changes, lang })
            "{changes}"
            "{changes}";
        /// The digest supplied is what was signed, as content (hash-of-hash).
        HashOfHash = 2 "hash-of-hash"
            "the digest's own octets were signed as content (hash-of-hash)"
            "해시값 값 자체가 원문으로 서명되었습니다(hash-of-hash)";
        /// What was supplied is the digest of what was signed, and was read as the content itself.
        Prehash = 3 "prehash"
            "what was supplied is the digest of what was signed (prehash), and was read as content"
            "주어진 것은 서명된 원문의 해시값(prehash)인데 원문으로 해석했습니다";
        /// The signature covers the signed attributes as they were sent, and not their DER encoding
        /// (against RFC 5652 5.4).
        AttributesAsSent = 4 "attributes-as-sent"
            "the signature covers the attributes as they were sent, not their DER encoding (RFC 5652 5.4)"
            "서명이 DER 인코딩이 아니라 전송된 그대로의 서명 속성에 대한 것입니다(RFC 5652 5.4)";
        /// The signature covers the signed attributes under the tag `[0]` with which they are sent,
        /// and not as a SET OF (against RFC 5652 5.4).
        AttributesTagged = 5 "attributes-tagged"
            "the signature covers the attributes under the tag [0] of the message, not as a SET OF (RFC 5652 5.4)"
            "서명이 SET OF가 아니라 메시지의 [0] 태그가 붙은 서명 속성에 대한 것입니다(RFC 5652 5.4)";
        /// The signature covers the signed attributes without the tag and the length of their SET
        /// OF (against RFC 5652 5.4).
        AttributesUntagged = 6 "attributes-untagged"
            "the signature covers the attributes without tag and length of their SET OF (RFC 5652 5.4)"
            "서명이 SET OF의 태그와 길이를 뺀 서명 속성에 대한 것입니다(RFC 5652 5.4)";
        /// The signature verifies under another certificate than the one that the signer names.
        OtherCertificate {
            /// Its index in
            /// [`SignedDocument::certificates`](crate::SignedDocument::certificates).
            index: usize,
        } = 7 "other-certificate"
            "the signature verifies under certificate {index}, which the signer does not name"
            "서명자가 지정하지 않은 {index}번 인증서로 서명이 검증됩니다";
        /// The VID is that of this certificate under another layout.
        VidLayout(layout: &'static str) = 8 "vid-layout"
            "the VID matches under the layout {layout}"
            "결합 순서가 {layout}라면 VID가 일치합니다";
        /// The VID is that of another certificate than the signer's.
        VidCertificate {
            /// Its index in
            /// [`SignedDocument::certificates`](crate::SignedDocument::certificates).
            index: usize,
            /// The layout under which it matches.
            layout: &'static str,
        } = 9 "vid-certificate"
            "the VID is that of certificate {index}, which is not the signer's, under the layout {layout}"
            "VID가 서명자의 것이 아닌 {index}번 인증서의 것입니다(결합 순서 {layout})";
    }
}

impl Cause {
    /// The codes of all causes.
    pub const CODES: &'static [&'static str] =
        &Self::TABLE.names::<{ Self::TABLE.entries.len() }>();
}

impl Diagnosis {
    /// The cause as a sentence in this language.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        self.cause.sentence(lang)
    }
}

codes! {
    table "side" (u8, name, sentence);
    /// What a [`Cause::Content`] compares.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Side {
        /// What the signer signed.
        Signed = 1 "signed-content"
            "what was signed"
            "서명된 것",
        /// The content inside the document.
        Embedded = 2 "embedded-content"
            "the content of the document"
            "문서 안의 원문",
        /// The content that the caller supplied.
        Supplied = 3 "supplied-content"
            "the content supplied"
            "주어진 원문",
        /// The digest that the caller supplied; where changes lead to it, what it is the digest of.
        SuppliedDigest = 4 "supplied-digest"
            "the digest supplied"
            "주어진 해시값",
    }
}

/// How one side becomes another, in a sentence.
struct Changed<'a> {
    from: Side,
    to: Side,
    changes: &'a [Change],
    lang: Lang,
}

impl fmt::Display for Changed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            from,
            to,
            changes,
            lang,
        } = *self;
        if changes.is_empty() {
            return same(f, from, to, lang);
        }
        let (what, of) = (to.sentence(lang), from.sentence(lang));
        // A changed form of a content (line ends, encoding) is called that content; what was computed
        // from it (a digest, the provider's JSON around it) is called something made of it.
        let is_made = |it: &Change| matches!(it, Change::Digest(_) | Change::Wrap);
        let is_made = changes.iter().any(is_made);
        match (lang, to) {
            (Lang::En, Side::SuppliedDigest) => write!(f, "{what} is that of {of}, but ")?,
            (Lang::En, _) if is_made => write!(f, "{what} is made of {of}: ")?,
            (Lang::En, _) => write!(f, "{what} is {of}, but ")?,
            (Lang::Ko, Side::SuppliedDigest) => {
                write!(f, "{what}은 {of}의 다른 형태에서 계산한 값입니다: ")?;
            }
            (Lang::Ko, _) if is_made => write!(f, "{what}은 {of}으로부터 만든 값입니다: ")?,
            (Lang::Ko, _) => write!(f, "{what}은 {of}의 다른 형태입니다: ")?,
        }
        for (index, change) in changes.iter().enumerate() {
            f.write_str(if index > 0 { ", " } else { "" })?;
            f.write_str(change.sentence(lang))?;
        }
        Ok(())
    }
}

/// That one side is the other, without any change.
fn same(f: &mut fmt::Formatter<'_>, from: Side, to: Side, lang: Lang) -> fmt::Result {
    let (what, of) = (to.sentence(lang), from.sentence(lang));
    match (lang, from, to) {
        (Lang::En, Side::Signed, Side::SuppliedDigest) => write!(
            f,
            "{what} is that of {of}, not of the content of the document"
        ),
        (Lang::Ko, Side::Signed, Side::SuppliedDigest) => {
            write!(f, "{what}은 문서 안의 원문이 아니라 {of}의 해시값입니다")
        }
        (Lang::En, _, Side::Signed) => write!(f, "{what} is {of}, not the one in the document"),
        (Lang::Ko, _, Side::Signed) => write!(f, "{what}은 문서 안의 원문이 아니라 {of}입니다"),
        (Lang::En, ..) => write!(f, "{what} is {of} itself"),
        (Lang::Ko, ..) => write!(f, "{what}은 {of} 자체입니다"),
    }
}
