//! The time at which signatures are verified: the caller's, or the one that the provider names.

use injang_core::Time;
use injang_core::report::Lang;

/// The time at which the signatures of an answer are verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The time at which the caller knows the answer to have existed: best the one at which it was
    /// received.
    Time(Time),
    /// The caller's clock, for an answer that has just come.
    Clock(Time),
    /// When the provider says that the signer completed the transaction: Toss's `completedDt`,
    /// `completed_at` of Kakao's status, `completeDT` of Barocert's. That time is unsigned, and
    /// whoever holds a revoked key would date a signature back by it. Therefore the first line of
    /// the decision says whose time it is, and a certificate that was revoked later leaves the
    /// decision UNDETERMINED.
    ///
    /// Nothing is verified under a time after `now`, under one before the request, or where the
    /// provider does not name both times.
    ProviderCompletion {
        /// The caller's clock.
        now: Time,
    },
}

/// Why the provider's completion time can't be the time of verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProviderTimeFault {
    /// No answer of this transaction gives one that can be read.
    Missing,
    /// No answer of this transaction says when it was requested.
    RequestMissing,
    /// Two answers give two times.
    Several,
    /// It is after the caller's clock.
    AfterNow,
    /// It is before the request.
    BeforeRequest,
}

impl ProviderTimeFault {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Missing,
        Self::RequestMissing,
        Self::Several,
        Self::AfterNow,
        Self::BeforeRequest,
    ];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::RequestMissing => "request-missing",
            Self::Several => "several",
            Self::AfterNow => "after-now",
            Self::BeforeRequest => "before-request",
        }
    }

    /// What is wrong, in a few words.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => lang.pick(
                "no answer of this transaction gives it",
                "이 거래의 응답에 완료 시각이 없음",
            ),
            Self::RequestMissing => lang.pick(
                "no answer of this transaction gives the time of the request",
                "이 거래의 응답에 요청 시각이 없음",
            ),
            Self::Several => lang.pick("two answers give two times", "응답마다 완료 시각이 다름"),
            Self::AfterNow => lang.pick("it is after now", "현재 시각보다 뒤임"),
            Self::BeforeRequest => lang.pick("it is before the request", "요청 시각보다 앞섬"),
        }
    }
}
