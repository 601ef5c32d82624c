//! The time at which signatures are verified: the caller's, or the one that the provider names.

use injang_core::Time;

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
    /// the holder of a revoked key could date a signature back by it. Therefore the first line of
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

injang_core::codes! {
    table "verification-time" (u8, name, sentence) of At(&self);
    Self::Time(_) = 1 "caller" "the time that the caller gives" "호출자가 지정한 시각",
    Self::Clock(_) = 3 "clock" "the caller's clock" "호출자의 시스템 시각",
    Self::ProviderCompletion { .. } = 2 "provider-completion"
        "the provider's completion time"
        "인증사업자가 알린 완료 시각",
}

injang_core::codes! {
    table "provider-time-fault" (u8, name, sentence);
    /// Why the provider's completion time can't be the time of verification.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum ProviderTimeFault {
        /// No answer of this transaction gives one that can be read.
        Missing = 1 "missing"
            "no answer of this transaction gives it"
            "이 거래의 응답에 완료 시각이 없음",
        /// No answer of this transaction says when it was requested.
        RequestMissing = 2 "request-missing"
            "no answer of this transaction gives the time of the request"
            "이 거래의 응답에 요청 시각이 없음",
        /// Two answers give two times.
        Several = 3 "several" "two answers give two times" "응답마다 완료 시각이 다름",
        /// It is after the caller's clock.
        AfterNow = 4 "after-now" "it is after now" "현재 시각보다 뒤임",
        /// It is before the request.
        BeforeRequest = 5 "before-request" "it is before the request" "요청 시각보다 앞섬",
    }
}
