//! Everything that a decision can say: a code, what it does to the decision, and about which
//! document.

mod codes;
mod next_step;

pub use codes::DecisionCode;
pub use next_step::{DecisionInput, NextStep, Remedy};

use crate::format_error::FormatError;
use crate::provider_errors::ProviderError;
use crate::provider_time::ProviderTimeFault;
use injang_core::report::Lang;
use injang_core::{SubIndication, Time};

injang_core::codes! {
    table "effect" (u8, name, sentence);
    /// What a finding does to the decision.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Effect {
        /// Nothing: it is said.
        Noted = 1 "noted" "reported, without an effect on the decision" "알릴 뿐 판정을 바꾸지 않음",
        /// Nothing, because the caller waived it by name.
        Waived = 2 "waived" "waived by the caller" "호출자가 생략함",
        /// No more than UNDETERMINED.
        LeavesUndetermined = 3 "undetermined"
            "the decision is UNDETERMINED at best"
            "UNDETERMINED 이하로 판정함",
        /// REJECTED.
        Rejects = 4 "rejected" "the decision is REJECTED" "REJECTED로 판정함",
    }
}

injang_core::codes! {
    table "waiver" (u8, name, sentence);
    /// A check that a caller can do without. Only what is missing can be waived, never a difference.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Waiver {
        /// The CI: that it is held, or that the provider gives it.
        Ci = 1 "ci" "the CI" "CI",
        /// What a signed content is compared with where the provider composes it.
        Content = 2 "content" "the comparison of the content" "서명된 내용의 비교",
        /// Name, phone number and the like.
        Person = 3 "person" "name, phone number and the like" "성명, 전화번호 등의 개인정보",
        /// The provider's receipt with the id of the transaction.
        Receipt = 4 "receipt" "the provider's receipt" "접수 응답",
        /// The request.
        Request = 5 "request" "the request" "요청",
        /// That no certificate was revoked after the provider's completion time, where that is the time
        /// of verification.
        RevokedLater = 6 "revoked-later"
            "revocation after the provider's completion time"
            "완료 시각 뒤의 폐지",
        /// A signature, of products that give none.
        Signature = 7 "signature" "the signature" "전자서명",
        /// The provider's own status.
        Status = 8 "status" "the provider's status" "처리 결과",
        /// That the signing time lies within the transaction.
        Time = 9 "time" "the signing time" "서명 시각",
        /// The VID.
        Vid = 10 "vid" "the VID" "VID",
    }
}

/// Something that a sentence says beside its code. None of it is a person's or a document's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// The provider's error code, in the answer itself.
    ProviderCode(String),
    /// Which other file says how far the transaction got, and the provider's error code if it has one.
    ProviderStatus {
        /// The receipt, the status or `identify`.
        input: DecisionInput,
        /// The provider's error code.
        code: Option<String>,
    },
    /// What is wrong with a text.
    Format(FormatError),
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

injang_core::codes! {
    table "detail" (u8, name, sentence) of Detail(&self);
    Self::ProviderCode(_) = 1 "provider-code" "the provider's error code" "인증사업자의 오류 코드",
    Self::Format(_) = 2 "form" "what is wrong with a text" "형식 오류",
    Self::Verdict(_) = 3 "sub-indication" "why a document did not pass" "문서의 판정 사유",
    Self::Member(_) = 4 "member" "a member, as a JSON pointer" "항목(JSON 포인터)",
    Self::WouldMatch(_) = 5 "would-match" "the VID layout that would match" "일치하는 결합 순서",
    Self::Reading(_) = 6 "reading" "how something was read" "읽은 방법",
    Self::Times { .. } = 7 "times" "times of signature and transaction" "서명과 거래의 시각",
    Self::ProviderTime(_) = 8 "provider-time"
        "why the provider's time can't be used"
        "인증사업자의 시각을 쓸 수 없는 이유",
    Self::Whose(_) = 9 "whose" "whose it is" "값의 출처",
    Self::Limit { .. } = 10 "limit" "the limit that is passed" "넘은 한도",
    Self::ProviderStatus { .. } = 11 "provider-status"
        "which other file says it, and the provider's error code"
        "다른 파일에 적힌 상태와 인증사업자의 오류 코드",
}

injang_core::codes! {
    table "whose" (u8, name, sentence);
    /// Where a value about a person comes from.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Whose {
        /// The caller holds it.
        Held = 1 "held" "the one held" "보유한 값",
        /// It stands in the request, or in what was sent to Kakao's `prepare`.
        Request = 2 "request" "the request's" "요청의 값",
        /// It stands in an answer.
        Answer = 3 "answer" "the answer's" "응답의 값",
    }
}

injang_core::codes! {
    table "unit" (u8, name, sentence);
    /// What a limit counts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Unit {
        /// Characters: Unicode scalar values.
        Characters = 1 "characters" "characters" "자",
        /// Documents.
        Documents = 2 "documents" "documents" "건",
        /// Seconds.
        Seconds = 3 "seconds" "seconds" "초",
    }
}

/// One thing that is wrong, undecided, waived or noted about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code.
    pub code: DecisionCode,
    /// Its effect on the decision.
    pub effect: Effect,
    /// The id of the document that it is about, as the provider wrote it; `None` if it is about the
    /// answer as a whole.
    pub document: Option<String>,
    /// The values that the sentence names.
    pub detail: Option<Detail>,
}

impl Finding {
    /// The finding as a sentence in this language.
    pub fn sentence(&self, lang: Lang) -> String {
        let sentence = self.code.sentence(lang);
        match self.explanation(lang) {
            None => sentence.to_owned(),
            Some(more) => format!("{sentence} ({more})"),
        }
    }

    /// Whether a CI is missing because the one that came is the request's own.
    fn is_ci_echoed(&self) -> bool {
        self.code == DecisionCode::CiMissing && self.detail == Some(Detail::Whose(Whose::Request))
    }

    /// Whether a CI is missing because Toss gives none if the request was by CI.
    fn is_ci_never_given(&self) -> bool {
        self.code == DecisionCode::CiMissing && self.detail == Some(Detail::Reading("USER_CI"))
    }

    /// Whether a document is missing because the request stands in the answer's place.
    fn is_request(&self) -> bool {
        self.code == DecisionCode::DocumentMissing
            && self.detail == Some(Detail::Whose(Whose::Request))
    }

    /// The values in words: what the sentence adds to the text of the code. `None` if there are none.
    pub fn explanation(&self, lang: Lang) -> Option<String> {
        let more = match (&self.detail, lang) {
            (None, _) => return None,
            (Some(Detail::ProviderCode(code)), lang) => provider_code(code, lang),
            (Some(Detail::ProviderStatus { input, code }), lang) => {
                let input = input.sentence(lang);
                match code {
                    Some(code) => format!("{input}: {}", provider_code(code, lang)),
                    None => input.to_owned(),
                }
            }
            (Some(Detail::Format(error)), lang) => error.sentence(lang),
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
            (Some(Detail::Whose(whose)), lang) => whose.sentence(lang).to_owned(),
            (Some(Detail::Limit { member, most, unit }), lang) => {
                let unit = unit.sentence(lang);
                match lang {
                    Lang::Ko => format!("{member}: 최대 {most}{unit}"),
                    _ => format!("{member}: {most} {unit} at most"),
                }
            }
        };
        Some(more)
    }
}

/// The provider's error code, with its meaning if the guides give one.
fn provider_code(code: &str, lang: Lang) -> String {
    match ProviderError::find(code) {
        Some(known) => format!("{code}: {}", known.sentence(lang)),
        None => code.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_differ_and_only_what_is_missing_can_be_waived() {
        let names: BTreeSet<_> = DecisionCode::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), DecisionCode::ALL.len());
        for code in DecisionCode::ALL {
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
            assert!(
                DecisionCode::ALL
                    .iter()
                    .any(|code| code.waiver() == Some(waiver))
            );
        }
    }
}
