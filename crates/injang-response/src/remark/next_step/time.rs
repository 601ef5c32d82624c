//! What to do about the times of a transaction.

use super::{Input, NextStep, Remedy};

/// The signer claims a time before the request or after the completion.
pub(super) const OUTSIDE: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::Answer, Input::Status],
    "The signature may be one of another transaction. Make sure that the answer and the answer \
     about the status are those of this transaction; if they are, ask the provider",
    "다른 거래의 서명일 수 있습니다. 응답과 상태 확인 응답이 이 거래의 것인지 확인하고, 맞다면 \
     제공자에게 문의하세요",
);

/// A time of the transaction, or the signer's, is not known.
pub(super) const MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::Answer, Input::Status],
    "Give the whole body of the answer, in which the times of the transaction stand, or the \
     provider's answer about the status",
    "거래 시각이 들어 있는 응답 본문 전체나 상태 확인 응답을 지정하세요",
);

/// The provider's time is none at which something can be verified.
pub(super) const PROVIDER: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::At, Input::Status],
    "Name the time at which you received the answer, or give the provider's answer that has the \
     time of completion",
    "응답을 받은 시각을 지정하거나, 완료 시각이 들어 있는 제공자의 응답을 지정하세요",
);

/// Revoked since a time that nobody has signed.
pub(super) const REVOKED_LATER: NextStep = NextStep::new(
    Remedy::Give,
    &[Input::At],
    "Whoever holds the revoked key can claim an earlier time. Name a time that you can prove, such \
     as that at which you received the answer",
    "폐지된 키를 가진 사람은 더 이른 시각을 내세울 수 있습니다. 응답을 받은 시각처럼 증명할 수 있는 시각을 \
     지정하세요",
);
