//! Everything that a decision can say: a code, what it does to the decision, and about which
//! document.

mod next_step;
mod words;

pub use next_step::{Input, NextStep, Remedy};

use crate::form::FormError;
use crate::provider_errors::ProviderError;
use crate::provider_time::ProviderTimeFault;
use injang_core::report::Lang;
use injang_core::{SubIndication, Time};

/// What a remark does to the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing: it is said.
    Noted,
    /// Nothing, because the caller waived it by name.
    Waived,
    /// No more than UNDETERMINED.
    LeavesUndetermined,
    /// REJECTED.
    Rejects,
}

impl Effect {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::Waived => "waived",
            Self::LeavesUndetermined => "undetermined",
            Self::Rejects => "rejected",
        }
    }
}

/// A check that a caller can do without. Only what is missing can be waived, never a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Waiver {
    /// The CI: that it is held, or that the provider gives it.
    Ci,
    /// What a signed content is held against where the provider composes it.
    Content,
    /// Name, phone number and the like.
    Person,
    /// The provider's receipt with the id of the transaction.
    Receipt,
    /// The request.
    Request,
    /// That no certificate was revoked after the provider's completion time, where that is the time
    /// of verification.
    RevokedLater,
    /// A signature, of products that give none.
    Signature,
    /// The provider's own status.
    Status,
    /// That the signing time lies within the transaction.
    Time,
    /// The VID.
    Vid,
}

impl Waiver {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Ci,
        Self::Content,
        Self::Person,
        Self::Receipt,
        Self::Request,
        Self::RevokedLater,
        Self::Signature,
        Self::Status,
        Self::Time,
        Self::Vid,
    ];

    /// The name in options and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ci => "ci",
            Self::Content => "content",
            Self::Person => "person",
            Self::Receipt => "receipt",
            Self::Request => "request",
            Self::RevokedLater => "revoked-later",
            Self::Signature => "signature",
            Self::Status => "status",
            Self::Time => "time",
            Self::Vid => "vid",
        }
    }

    /// The waiver of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Something that a sentence says beside its code. None of it is a person's or a document's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// The provider's error code.
    ProviderCode(String),
    /// What is wrong with a text.
    Form(FormError),
    /// Why a document did not pass.
    Verdict(SubIndication),
    /// A member, as a JSON pointer.
    Member(String),
    /// The VID layout that would have matched, and is not accepted.
    WouldMatch(&'static str),
    /// How something was read.
    Reading(&'static str),
    /// When the signer says that they signed, and when the transaction took place.
    Times {
        /// The signing time, a signed attribute; `None` if it is about the transaction alone.
        signed: Option<Time>,
        /// When the provider says that the transaction was requested.
        requested: Option<Time>,
        /// When it says that the transaction was completed.
        completed: Option<Time>,
        /// The time of verification, if the signature claims to be made after it.
        verified: Option<Time>,
    },
    /// Why the provider's time can't be used.
    ProviderTime(ProviderTimeFault),
    /// Whose it is, of several that must be one person's.
    Whose(Whose),
    /// A limit of the provider's guide that is passed, and where.
    Limit {
        /// The member of the request, as a JSON pointer.
        member: String,
        /// The most that the guide allows.
        most: u64,
        /// Of what.
        unit: Unit,
    },
}

/// Where something about a person comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Whose {
    /// The caller holds it.
    Held,
    /// It stands in the request, or in what was sent to Kakao's `prepare`.
    Request,
    /// It stands in an answer.
    Answer,
}

impl Whose {
    /// The name in reports: `held`, `request`, `answer`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Request => "request",
            Self::Answer => "answer",
        }
    }

    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Held => lang.pick("the one held", "보유한 값"),
            Self::Request => lang.pick("the request's", "요청의 값"),
            Self::Answer => lang.pick("the answer's", "응답의 값"),
        }
    }
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Characters: Unicode scalar values.
    Characters,
    /// Documents.
    Documents,
    /// Seconds.
    Seconds,
}

impl Unit {
    /// The name in reports: `characters`, `documents`, `seconds`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Documents => "documents",
            Self::Seconds => "seconds",
        }
    }

    const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::Characters => lang.pick(" characters", "자"),
            Self::Documents => lang.pick(" documents", "건"),
            Self::Seconds => lang.pick(" seconds", "초"),
        }
    }
}

/// One thing that is said about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub code: Code,
    /// What it does to the decision.
    pub effect: Effect,
    /// The id of the document that it is about, as the provider wrote it; `None` if it is about the
    /// answer as a whole.
    pub document: Option<String>,
    /// More about it.
    pub detail: Option<Detail>,
}

impl Remark {
    /// The remark in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let sentence = self.code.sentence(lang);
        match self.explanation(lang) {
            None => sentence.to_owned(),
            Some(more) => format!("{sentence} ({more})"),
        }
    }

    /// Whether a CI is missing because the one that came is the request's own.
    fn is_ci_echoed(&self) -> bool {
        self.code == Code::CiMissing && self.detail == Some(Detail::Whose(Whose::Request))
    }

    /// Whether a CI is missing because Toss gives none to whoever asked by CI.
    fn is_ci_never_given(&self) -> bool {
        self.code == Code::CiMissing && self.detail == Some(Detail::Reading("USER_CI"))
    }

    /// Whether a document is missing because the request stands in the answer's place.
    fn is_request(&self) -> bool {
        self.code == Code::DocumentMissing && self.detail == Some(Detail::Whose(Whose::Request))
    }

    /// What the sentence says beside what the code says.
    pub fn explanation(&self, lang: Lang) -> Option<String> {
        let more = match (&self.detail, lang) {
            (None, _) => return None,
            (Some(Detail::ProviderCode(code)), lang) => match ProviderError::find(code) {
                Some(known) => format!("{code}: {}", known.sentence(lang)),
                None => code.clone(),
            },
            (Some(Detail::Form(error)), lang) => error.sentence(lang),
            (Some(Detail::Verdict(sub)), _) => sub.name().to_owned(),
            (Some(Detail::Member(pointer)), _) => pointer.clone(),
            (Some(Detail::WouldMatch(layout)), Lang::Ko) => {
                format!("결합 순서가 {layout}이면 일치하지만 인정되지 않음")
            }
            (Some(Detail::WouldMatch(layout)), _) => {
                format!("it would match under layout {layout}, which does not count")
            }
            (Some(Detail::Reading(_)), lang) if self.is_ci_never_given() => {
                let words = lang.pick(
                    "Toss gives none back to a request by USER_CI",
                    "토스는 USER_CI 요청의 결과에 CI를 제공하지 않습니다",
                );
                words.to_owned()
            }
            (Some(Detail::Reading(reading)), _) => (*reading).to_owned(),
            (
                Some(Detail::Times {
                    signed,
                    requested,
                    completed,
                    verified,
                }),
                lang,
            ) => times([*signed, *requested, *completed, *verified], lang),
            (Some(Detail::ProviderTime(fault)), lang) => fault.sentence(lang).to_owned(),
            (Some(Detail::Whose(_)), lang) if self.is_ci_echoed() => {
                let words = lang.pick(
                    "the CI that came is the request's own",
                    "응답의 CI는 요청에 보낸 CI 그대로입니다",
                );
                words.to_owned()
            }
            (Some(Detail::Whose(_)), lang) if self.is_request() => {
                let words = lang.pick(
                    "what was given as the answer is a request",
                    "응답으로 지정한 파일이 요청입니다",
                );
                words.to_owned()
            }
            (Some(Detail::Whose(whose)), lang) => whose.words(lang).to_owned(),
            (Some(Detail::Limit { member, most, unit }), lang) => {
                let unit = unit.sentence(lang);
                match lang {
                    Lang::Ko => format!("{member}: 최대 {most}{unit}"),
                    _ => format!("{member}: {most}{unit} at most"),
                }
            }
        };
        Some(more)
    }
}

/// A signing time beside the times of its transaction, and that of verification.
fn times(times: [Option<Time>; 4], lang: Lang) -> String {
    let names = [
        lang.pick("signed", "서명"),
        lang.pick("requested", "요청"),
        lang.pick("completed", "완료"),
        lang.pick("verified at", "검증 기준"),
    ];
    let parts = names.into_iter().zip(times);
    let parts: Vec<_> = parts
        .filter_map(|(name, time)| Some(format!("{name} {}", time?)))
        .collect();
    parts.join(", ")
}

/// Makes the codes, with the effect that each has unless it is waived, the waiver, and its words.
macro_rules! codes {
    ($($variant:ident $name:literal $effect:ident $waiver:expr;)*) => {
        /// What can be said about an answer. Names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: ", stringify!($effect), ". [`Code::sentence`] says what it is.")] $variant,)*
        }

        impl Code {
            /// All of them, in the order in which they are documented.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in reports.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does to a decision unless it is waived.
            pub const fn effect(self) -> Effect {
                match self { $(Self::$variant => Effect::$effect,)* }
            }

            /// The waiver that does away with it.
            pub const fn waiver(self) -> Option<Waiver> {
                match self { $(Self::$variant => $waiver,)* }
            }
        }
    };
}

codes! {
    ResponseMalformed "response-malformed" Rejects None;
    ProviderFailed "provider-failed" Rejects None;
    ProviderExpired "provider-expired" Rejects None;
    ProviderPending "provider-pending" LeavesUndetermined None;
    ProviderStatusMissing "provider-status-missing" LeavesUndetermined Some(Waiver::Status);
    ProviderStatusUnknown "provider-status-unknown" LeavesUndetermined None;
    RequestMissing "request-missing" LeavesUndetermined Some(Waiver::Request);
    RequestUnusable "request-unusable" LeavesUndetermined None;
    RequestEncrypted "request-encrypted" LeavesUndetermined None;
    ProductDiffers "product-differs" LeavesUndetermined None;
    ProductMissing "product-missing" LeavesUndetermined None;
    ReceiptMissing "receipt-missing" LeavesUndetermined Some(Waiver::Receipt);
    FileNotKept "file-not-kept" LeavesUndetermined None;
    DocumentMissing "document-missing" Rejects None;
    DocumentAdditional "document-additional" Rejects None;
    DocumentDuplicated "document-duplicated" Rejects None;
    DocumentIdMissing "document-id-missing" LeavesUndetermined None;
    DocumentOrder "document-order" Rejects None;
    SignatureAbsent "signature-absent" LeavesUndetermined Some(Waiver::Signature);
    SignatureNotBase64 "signature-not-base64" Rejects None;
    SignatureTypeDiffers "signature-type-differs" Rejects None;
    SignTypeDiffers "sign-type-differs" LeavesUndetermined None;
    DocumentFailed "document-failed" Rejects None;
    DocumentUndetermined "document-undetermined" LeavesUndetermined None;
    SignerDiffers "signer-differs" Rejects None;
    SignersSeveral "signers-several" Rejects None;
    ContentMalformed "content-malformed" Rejects None;
    ContentDiffers "content-differs" Rejects None;
    ContentEncrypted "content-encrypted" LeavesUndetermined Some(Waiver::Content);
    ContentInexact "content-inexact" LeavesUndetermined None;
    ContentMissing "content-missing" LeavesUndetermined None;
    ContentNotCompared "content-not-compared" LeavesUndetermined Some(Waiver::Content);
    ContentMapUnusable "content-map-unusable" LeavesUndetermined None;
    TxIdDiffers "tx-id-differs" Rejects None;
    DocDiffers "doc-differs" Rejects None;
    OriginalDiffers "original-differs" Rejects None;
    OriginalUnusable "original-unusable" LeavesUndetermined None;
    SigningTimeOutsideTransaction "signing-time-outside-transaction" LeavesUndetermined Some(Waiver::Time);
    TransactionTimeMissing "transaction-time-missing" LeavesUndetermined Some(Waiver::Time);
    TimeAfterVerification "time-after-verification" LeavesUndetermined Some(Waiver::Time);
    ProviderTimeUnusable "provider-time-unusable" LeavesUndetermined None;
    RevokedLater "revoked-later" LeavesUndetermined Some(Waiver::RevokedLater);
    NonceDiffers "nonce-differs" Rejects None;
    NonceMissing "nonce-missing" LeavesUndetermined None;
    NothingCompared "nothing-compared" LeavesUndetermined None;
    CiNotHeld "ci-not-held" LeavesUndetermined Some(Waiver::Ci);
    CiNotListed "ci-not-listed" LeavesUndetermined None;
    CiMissing "ci-missing" LeavesUndetermined Some(Waiver::Ci);
    CiDiffers "ci-differs" Rejects None;
    CiMalformed "ci-malformed" LeavesUndetermined None;
    VidMissing "vid-missing" LeavesUndetermined Some(Waiver::Vid);
    VidUnchecked "vid-unchecked" LeavesUndetermined Some(Waiver::Vid);
    VidDiffers "vid-differs" Rejects None;
    VidMalformed "vid-malformed" LeavesUndetermined None;
    VidUndecided "vid-undecided" LeavesUndetermined None;
    KeysMissing "keys-missing" LeavesUndetermined None;
    FieldSessionDiffers "field-session-differs" Rejects None;
    FieldSessionUnclear "field-session-unclear" LeavesUndetermined None;
    FieldUndecryptable "field-undecryptable" LeavesUndetermined None;
    NameDiffers "name-differs" Rejects None;
    PhoneDiffers "phone-differs" Rejects None;
    BirthdayDiffers "birthday-differs" Rejects None;
    GenderDiffers "gender-differs" Rejects None;
    NationalityDiffers "nationality-differs" Rejects None;
    DiDiffers "di-differs" Rejects None;
    PersonNotHeld "person-not-held" LeavesUndetermined Some(Waiver::Person);
    PersonUnbound "person-unbound" LeavesUndetermined Some(Waiver::Person);
    PersonWordUnknown "person-word-unknown" LeavesUndetermined Some(Waiver::Person);
    PersonMissing "person-missing" LeavesUndetermined Some(Waiver::Person);
    SessionMalformed "session-malformed" LeavesUndetermined None;
    SessionTooLong "session-too-long" LeavesUndetermined None;
    SessionOutside "session-outside" Rejects None;
    ShortDuplicated "short-duplicated" Rejects None;
    ShortInvalid "short-invalid" Rejects None;
    ShortMalformed "short-malformed" Rejects None;
    ShortUnsupported "short-unsupported" LeavesUndetermined None;
    EnvironmentTest "environment-test" Noted None;
    TimeMalformed "time-malformed" Noted None;
    NoVid "no-vid" Noted None;
    FieldEchoed "field-echoed" Noted None;
    SignTypeNotAsked "sign-type-not-asked" Noted None;
    HashOfHash "hash-of-hash" Noted None;
    DigestInHex "digest-in-hex" Noted None;
    DigestInBase64 "digest-in-base64" Noted None;
    DigestHexInBase64 "digest-hex-in-base64" Noted None;
    OriginalNotCompared "original-not-compared" Noted None;
    ContentReading "content-reading" Noted None;
    ContentMember "content-member" Noted None;
    RequestTxIdDiffers "request-tx-id-differs" Noted None;
    UnknownMember "unknown-member" Noted None;
    FieldNotNull "field-not-null" Noted None;
    LimitPassed "limit-passed" Noted None;
    CountDiffers "count-differs" Noted None;
    NoShortSignatures "no-short-signatures" Noted None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_differ_and_only_what_is_missing_can_be_waived() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_ne!(code.sentence(Lang::En), code.sentence(Lang::Ko));
            let words = [Lang::En, Lang::Ko].map(|lang| code.sentence(lang));
            assert!(words.iter().all(|it| !it.contains("  ")), "{}", code.name());
            assert_ne!(code.effect(), Effect::Waived);
            if code.waiver().is_some() {
                assert_eq!(code.effect(), Effect::LeavesUndetermined, "{}", code.name());
            }
        }
        for waiver in Waiver::ALL {
            assert_eq!(Waiver::from_name(waiver.name()), Some(waiver));
            assert!(Code::ALL.iter().any(|code| code.waiver() == Some(waiver)));
        }
    }
}
