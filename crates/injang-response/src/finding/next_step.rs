//! What a caller can do about a code: the words, and what the decision is to be given then.
//! The texts name the request, the keys, the CI. What a command line calls them, or
//! which method of a builder takes them, is the caller's to say: [`DecisionInput`] names each.

mod answer;
mod person;
mod signature;
mod time;

use super::{DecisionCode, Detail, Effect, Finding, Waiver};
use injang_core::report::Lang;

injang_core::codes! {
    table "input" (u8, name, sentence);
    /// Something that a caller gives to a decision beside the answer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum DecisionInput {
        /// The answer itself.
        Answer = 1 "answer" "the answer" "응답",
        /// The request that was sent.
        Request = 2 "request" "the request" "요청",
        /// What was sent to Kakao's `prepare`.
        Prepare = 3 "prepare" "what was sent to Kakao's prepare" "카카오 prepare 요청",
        /// The provider's answer to the request.
        Receipt = 4 "receipt" "the provider's answer to the request" "접수 응답",
        /// The provider's answer about the status.
        Status = 5 "status" "the provider's answer about the status" "상태 확인 응답",
        /// What was sent to Toss to get the result.
        ResultRequest = 6 "result-request"
            "what was sent to Toss to get the result"
            "토스 결과조회 요청",
        /// Kakao's answer about the signer.
        Identify = 7 "identify" "Kakao's answer to identify" "카카오 identify 응답",
        /// The keys of encrypted fields.
        Keys = 8 "keys" "the keys of encrypted fields" "암호화된 항목의 키",
        /// The CI that is held.
        Ci = 9 "ci" "the CI that is held" "보유한 CI",
        /// The CIs of many persons.
        CiList = 10 "ci-list" "the CIs of many persons" "여러 사람의 CI 목록",
        /// What is held about the person beside the CI.
        Person = 11 "person"
            "what is held about the person beside the CI"
            "CI 외에 보유한 개인정보",
        /// The original file of a document of which a digest was signed.
        Original = 12 "original" "the original file" "원본 파일",
        /// What a digest is that was asked to be signed.
        DigestReading = 13 "digest-reading"
            "what the digest is that was asked to be signed"
            "서명을 요청한 해시값의 의미",
        /// What of the request stands where in content that the provider composes.
        ContentMap = 14 "content-map" "the content map" "content-map",
        /// Where the nonce stands in the request and in the answer.
        NoncePaths = 15 "nonce-paths" "where the nonce stands" "난수(nonce)의 위치",
        /// The short signatures.
        ShortSignatures = 16 "short-signatures" "the short signatures" "축약서명",
        /// Where key and session stand in what was signed.
        SessionPaths = 17 "session-paths"
            "where key and session stand in what was signed"
            "서명된 내용에서 키와 세션의 위치",
        /// The product.
        Product = 18 "product" "the product" "상품",
        /// The kind of signature.
        SignType = 19 "sign-type" "the kind of signature" "서명 방식",
        /// How CI and serial number are joined in the VID.
        VidLayout = 20 "vid-layout" "the layout of the VID" "VID의 결합 순서",
        /// The time of verification.
        At = 21 "at" "the time of verification" "검증 기준 시각",
        /// The authorities that are trusted.
        Anchors = 22 "anchors" "the trust anchors" "신뢰 기관",
        /// CRLs and OCSP responses.
        RevocationData = 23 "revocation-data" "CRLs and OCSP responses" "CRL과 OCSP 응답",
    }
}

injang_core::codes! {
    table "remedy" (u8, name, sentence);
    /// The kind of a next step.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Remedy {
        /// Give the decision what it lacks, or another in place of what was given.
        Give = 1 "give" "give what is missing" "빠진 것을 지정",
        /// Ask the provider, or ask the person to sign again: nothing on hand decides it.
        AskAgain = 2 "ask-again"
            "ask the provider or the person again"
            "인증사업자나 서명자에게 다시 요청",
        /// Do not rely on the answer.
        DoNotRely = 3 "do-not-rely" "do not rely on the answer" "응답을 신뢰하지 않음",
        /// Nothing can be done but to judge with another program.
        Nothing = 4 "nothing" "nothing can be done here" "할 수 있는 일이 없음",
    }
}

/// What to do about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Its kind.
    pub remedy: Remedy,
    /// What the caller has to give, or has to check for being of this transaction.
    pub inputs: &'static [DecisionInput],
    words: (&'static str, &'static str),
}

impl NextStep {
    const fn new(
        remedy: Remedy,
        inputs: &'static [DecisionInput],
        en: &'static str,
        ko: &'static str,
    ) -> Self {
        Self {
            remedy,
            inputs,
            words: (en, ko),
        }
    }

    /// What to do, in a sentence or two without the last full stop: the names of the
    /// [inputs](Self::inputs) can follow it.
    pub const fn sentence(&self, lang: Lang) -> &'static str {
        lang.pick(self.words.0, self.words.1)
    }
}

impl DecisionCode {
    /// What to do about it; `None` for a note, which needs nothing.
    pub const fn next_step(self) -> Option<NextStep> {
        Some(match self {
            Self::ResponseMalformed => answer::RESPONSE_MALFORMED,
            Self::ProviderFailed => answer::PROVIDER_FAILED,
            Self::ProviderExpired => answer::PROVIDER_EXPIRED,
            Self::ProviderPending => answer::PROVIDER_PENDING,
            Self::ProviderStatusMissing => answer::PROVIDER_STATUS_MISSING,
            Self::ProviderStatusUnknown => answer::PROVIDER_STATUS_UNKNOWN,
            Self::RequestMissing => answer::REQUEST_MISSING,
            Self::RequestUnusable => answer::REQUEST_UNUSABLE,
            Self::RequestEncrypted => answer::REQUEST_ENCRYPTED,
            Self::ProductDiffers => answer::PRODUCT_DIFFERS,
            Self::ProductMissing => answer::PRODUCT_MISSING,
            Self::ReceiptMissing => answer::RECEIPT_MISSING,
            Self::FileNotKept => answer::FILE_NOT_KEPT,
            Self::NonceMissing => answer::NONCE_MISSING,
            Self::DocumentMissing
            | Self::DocumentAdditional
            | Self::DocumentOrder
            | Self::SignatureTypeDiffers
            | Self::ContentDiffers
            | Self::TxIdDiffers
            | Self::DocDiffers
            | Self::NonceDiffers => answer::COMPARE,
            Self::NothingCompared => answer::NOTHING_COMPARED,
            Self::SigningTimeOutsideTransaction => time::OUTSIDE_TRANSACTION,
            Self::TransactionTimeMissing => time::TRANSACTION_TIME_MISSING,
            Self::TimeAfterVerification => time::AFTER_VERIFICATION,
            Self::ProviderTimeUnusable => time::PROVIDER_TIME_UNUSABLE,
            Self::RevokedLater => time::REVOKED_LATER,
            Self::DocumentDuplicated => signature::DUPLICATED,
            Self::DocumentIdMissing => signature::ID_MISSING,
            Self::SignatureAbsent => signature::SIGNATURE_ABSENT,
            Self::SignatureNotBase64 => signature::NOT_BASE64,
            Self::SignTypeDiffers => signature::SIGN_TYPE,
            Self::DocumentFailed => signature::DOCUMENT_FAILED,
            Self::DocumentUndetermined => signature::DOCUMENT_UNDETERMINED,
            Self::SignerDiffers | Self::SignersSeveral => signature::SIGNERS,
            Self::ContentMalformed => signature::CONTENT_MALFORMED,
            Self::ContentEncrypted => signature::CONTENT_ENCRYPTED,
            Self::ContentInexact => signature::CONTENT_INEXACT,
            Self::ContentMissing => signature::CONTENT_MISSING,
            Self::ContentNotCompared => signature::CONTENT_NOT_COMPARED,
            Self::ContentMapUnusable => signature::CONTENT_MAP_UNUSABLE,
            Self::ContentMapUnused => signature::CONTENT_MAP_UNUSED,
            Self::OriginalDiffers => signature::ORIGINAL_DIFFERS,
            Self::OriginalUnusable => signature::ORIGINAL_UNUSABLE,
            Self::CiNotHeld => person::CI_NOT_HELD,
            Self::CiNotListed => person::CI_NOT_LISTED,
            Self::CiMissing => person::CI_MISSING,
            Self::CiDiffers => person::CI_DIFFERS,
            Self::CiMalformed => person::CI_MALFORMED,
            Self::VidMissing => person::VID_MISSING,
            Self::VidUnchecked => person::VID_UNCHECKED,
            Self::VidDiffers => person::VID_DIFFERS,
            Self::VidMalformed => person::VID_MALFORMED,
            Self::VidUndecided => person::VID_UNDECIDED,
            Self::KeysMissing => person::KEYS_MISSING,
            Self::FieldSessionDiffers => person::SESSION_DIFFERS,
            Self::FieldSessionUnclear => person::SESSION_UNCLEAR,
            Self::FieldUndecryptable => person::UNDECRYPTABLE,
            Self::NameDiffers
            | Self::PhoneDiffers
            | Self::BirthdayDiffers
            | Self::GenderDiffers
            | Self::NationalityDiffers
            | Self::DiDiffers => person::OTHER_PERSON,
            Self::PersonNotHeld => person::PERSON_NOT_HELD,
            Self::PersonUnbound => person::PERSON_UNBOUND,
            Self::PersonWordUnknown => person::PERSON_WORD_UNKNOWN,
            Self::PersonMissing => person::PERSON_MISSING,
            Self::SessionMalformed => person::SHORT_SESSION,
            Self::SessionTooLong => person::SHORT_SESSION_TOO_LONG,
            Self::SessionOutside
            | Self::ShortDuplicated
            | Self::ShortInvalid
            | Self::ShortMalformed => person::SHORT_FALSE,
            Self::ShortUnsupported => person::SHORT_UNSUPPORTED,
            Self::EnvironmentTest
            | Self::TimeMalformed
            | Self::NoVid
            | Self::FieldEchoed
            | Self::SignTypeNotAsked
            | Self::HashOfHash
            | Self::DigestInHex
            | Self::DigestInBase64
            | Self::DigestHexInBase64
            | Self::OriginalNotCompared
            | Self::ContentReading
            | Self::ContentMember
            | Self::RequestTxIdDiffers
            | Self::UnknownMember
            | Self::FieldNotNull
            | Self::LimitPassed
            | Self::CountDiffers
            | Self::TransactionNotSigned
            | Self::NoShortSignatures => return None,
        })
    }
}

impl Finding {
    /// What to do about it; `None` if it changes nothing: a note, or a finding that was waived.
    pub fn next_step(&self) -> Option<NextStep> {
        match (self.effect, &self.detail) {
            (Effect::Noted | Effect::Waived, _) => None,
            (_, Some(Detail::WouldMatch(_))) => Some(person::OTHER_LAYOUT),
            _ if self.is_ci_echoed() => Some(person::CI_ECHOED),
            _ if self.is_ci_never_given() => Some(person::CI_NEVER_GIVEN),
            _ if self.is_request() => Some(answer::IS_REQUEST),
            _ => self.code.next_step(),
        }
    }
}

impl Waiver {
    /// What is not shown by a decision without this check.
    pub const fn leaves_open(self, lang: Lang) -> &'static str {
        match self {
            Self::Ci => lang.pick(
                "who signed is then not shown by a CI",
                "서명자가 누구인지 CI로 확인되지 않습니다",
            ),
            Self::Content => lang.pick(
                "what was signed is then not, or not wholly, compared with what was asked",
                "서명된 내용의 전부 또는 일부를 요청과 비교하지 않습니다",
            ),
            Self::Person => lang.pick(
                "name, birthday and the like are then not compared",
                "성명, 생년월일 등의 개인정보를 비교하지 않습니다",
            ),
            Self::Receipt => lang.pick(
                "it is then not shown that the answer belongs to your transaction",
                "이 거래에 대한 응답인지 확인되지 않습니다",
            ),
            Self::Request => lang.pick(
                "it is then not shown that what was signed is what you asked for",
                "서명된 내용이 요청한 것인지 확인되지 않습니다",
            ),
            Self::RevokedLater => lang.pick(
                "the certificate may then have been revoked before the signature was made",
                "서명하기 전에 인증서가 폐지되었을 수 있습니다",
            ),
            Self::Signature => lang.pick(
                "everything then rests on the provider's unsigned answer",
                "근거가 인증사업자의 응답뿐이며 전자서명으로 증명되지 않습니다",
            ),
            Self::Status => lang.pick(
                "the provider then has not said that it succeeded",
                "처리가 완료되었다는 인증사업자의 응답이 없습니다",
            ),
            Self::Time => lang.pick(
                "it is then not shown by a time that the signature belongs to this transaction",
                "이 거래에서 서명되었는지 시각으로 확인되지 않습니다",
            ),
            Self::Vid => lang.pick(
                "the CI then rests on the provider's unsigned answer, and is not tied to the certificate",
                "CI의 근거가 인증사업자의 응답뿐이며 서명 인증서와 연결되지 않습니다",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_says_what_to_do() {
        for code in DecisionCode::ALL {
            let (name, step) = (code.name(), code.next_step());
            if code.effect() == Effect::Noted {
                assert_eq!(step, None, "{name}");
                continue;
            }
            let step = step.unwrap_or_else(|| panic!("{name} has no next step"));
            for lang in [Lang::En, Lang::Ko] {
                let sentence = step.sentence(lang);
                assert!(!sentence.is_empty() && !sentence.ends_with('.'), "{name}");
                assert!(!sentence.contains("  "), "{name} has two blanks");
                // Options are the command line's.
                assert!(!sentence.contains("--"), "{name}");
            }
            assert_ne!(step.sentence(Lang::En), step.sentence(Lang::Ko), "{name}");
            match code.effect() {
                Effect::LeavesUndetermined => assert!(
                    !step.inputs.is_empty()
                        || code.waiver().is_some()
                        || matches!(step.remedy, Remedy::AskAgain | Remedy::Nothing),
                    "{name} names nothing that could decide it"
                ),
                _ => assert!(
                    matches!(step.remedy, Remedy::DoNotRely | Remedy::AskAgain),
                    "{name} rejects"
                ),
            }
        }
    }

    #[test]
    fn waivers_say_what_they_leave_open() {
        for waiver in Waiver::ALL {
            let words = [Lang::En, Lang::Ko].map(|lang| waiver.leaves_open(lang));
            assert!(words.iter().all(|it| !it.is_empty() && !it.contains("  ")));
            assert_ne!(words[0], words[1]);
        }
    }
}
