//! What to do about times.

use super::{DecisionInput, NextStep, Remedy};

/// The signer's claimed time is not within the transaction.
pub(super) const OUTSIDE_TRANSACTION: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Receipt, DecisionInput::Status],
    "Make sure that answer, receipt and status are those of this transaction; if they are, ask the \
     provider why the signing time is outside",
    "응답, 접수 응답, 상태 확인 응답이 이 거래의 것인지 확인하고, 맞다면 서명 시각이 거래 시간 밖인 이유를 \
     인증사업자에게 문의하세요",
);

/// No time of the transaction, or of the signature, is there.
pub(super) const TRANSACTION_TIME_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Receipt, DecisionInput::Status],
    "Give the provider's receipt or status that has the times of the transaction: an answer does not \
     contain the time of its request",
    "거래의 시각이 들어 있는 접수 응답이나 상태 확인 응답을 지정하세요. 결과 응답에 있는 요청 시각은 \
     인정하지 않습니다",
);

/// Something happened after the time of verification.
pub(super) const AFTER_VERIFICATION: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::At,
        DecisionInput::Receipt,
        DecisionInput::Status,
    ],
    "Give as the time of verification the time at which you had received everything (the last short \
     signature included), from your own records. If you gave that time already, ask the provider why \
     a time is after it",
    "검증 기준 시각으로, 축약서명을 포함해 모든 것을 받은 시각을 직접 기록해 둔 것에서 지정하세요. 이미 그 \
     시각이라면 그보다 늦은 시각이 있는 이유를 인증사업자에게 문의하세요",
);

/// The provider's time is none to judge by.
pub(super) const PROVIDER_TIME_UNUSABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::At],
    "Name the time at which you received the answer, from your own record",
    "직접 기록해 둔, 응답을 받은 시각을 지정하세요",
);

/// The certificate was revoked after the provider's time.
pub(super) const REVOKED_LATER: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::At],
    "Name the time at which you received the answer, from your own record: whoever holds a revoked \
     key could backdate by the provider's unsigned time",
    "직접 기록해 둔, 응답을 받은 시각을 지정하세요. 인증사업자의 시각은 서명되어 있지 않아, 폐지된 키를 가진 사람이 \
     시각을 앞당길 수 있습니다",
);
