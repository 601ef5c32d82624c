//! What to do about times.

use super::{Input, NextStep, Remedy};

/// The signer's claimed time is not within the transaction.
pub(super) const OUTSIDE_TRANSACTION: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::Receipt, Input::Status],
    "Make sure that answer, receipt and status are those of this transaction; if they are, ask the \
     provider why the signing time is outside",
    "응답, 접수 응답, 상태 확인 응답이 이 거래의 것인지 확인하고, 맞다면 서명 시각이 거래 시간 밖인 이유를 \
     제공자에게 문의하세요",
);

/// No time of the transaction, or of the signature, is there.
pub(super) const TRANSACTION_TIME_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::Receipt, Input::Status],
    "Give the provider's answers that have the times of the transaction",
    "거래의 시각이 들어 있는 제공자의 응답을 지정하세요",
);

/// The provider's time is none to judge by.
pub(super) const PROVIDER_TIME_UNUSABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::At],
    "Name the time at which you received the answer, from your own record",
    "직접 기록해 둔, 응답을 받은 시각을 지정하세요",
);

/// The certificate was revoked after the provider's time.
pub(super) const REVOKED_LATER: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::At],
    "Name the time at which you received the answer, from your own record: whoever holds a revoked \
     key could backdate by the provider's unsigned time",
    "직접 기록해 둔, 응답을 받은 시각을 지정하세요. 제공자의 시각은 서명되어 있지 않아, 폐지된 키를 가진 사람이 \
     시각을 앞당길 수 있습니다",
);
