//! What to do about who signed, and about encrypted fields.

use super::{DecisionInput, NextStep, Remedy};

/// Somebody else, as far as what is held is right.
pub(super) const OTHER_PERSON: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[
        DecisionInput::Person,
        DecisionInput::Prepare,
        DecisionInput::Request,
    ],
    "Do not take the signer for the person whom you asked. Make sure that what you hold, and \
     whom the request names, is that person",
    "요청한 사람이 서명했다고 보지 마세요. 보유한 정보와 요청에 적은 정보가 그 사람의 것인지 \
     확인하세요",
);

/// Another CI.
pub(super) const CI_DIFFERS: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[
        DecisionInput::Ci,
        DecisionInput::Prepare,
        DecisionInput::Request,
    ],
    "Do not take the signer for the person whom you asked. Make sure that the CI that you \
     hold, and the one in the request, is that person's",
    "요청한 사람이 서명했다고 보지 마세요. 보유한 CI와 요청에 적은 CI가 그 사람의 것인지 \
     확인하세요",
);

/// No CI is held.
pub(super) const CI_NOT_HELD: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Ci, DecisionInput::Prepare],
    "Give the CI that you hold of the person whom you asked",
    "서명을 요청한 사람의 보유 CI를 지정하세요",
);

/// Nobody on the list.
pub(super) const CI_NOT_LISTED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::CiList],
    "The signer is not on your list. Make sure that the list is complete; if it is, treat the signer as an unknown person",
    "서명자가 목록에 없습니다. 목록이 완전한지 확인하고, 완전하다면 모르는 사람의 서명으로 \
     처리하세요",
);

/// The provider gave no CI.
pub(super) const CI_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Identify],
    "If the provider gives the CI in another answer, give that answer too; that it gives a \
     CI is agreed with the provider, and often has to be asked for",
    "CI가 다른 응답에 있다면 그 응답도 지정하세요. CI 제공은 인증사업자와 약정해야 하며 요청 때 \
     따로 지정해야 하는 경우가 많습니다",
);

/// Toss was asked by CI.
pub(super) const CI_NEVER_GIVEN: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "No other file decides this, because Toss returns no CI if you request by CI. If the CI must \
     show who signed, request by USER_PERSONAL",
    "CI로 요청하면 토스가 결과에 CI를 제공하지 않으므로 더 지정할 파일이 없습니다. 서명자를 CI로 확인해야 한다면 \
     USER_PERSONAL로 요청하세요",
);

/// The only CI is the request's own.
pub(super) const CI_ECHOED: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Identify],
    "Anyone who saw the request can send its CI back, so your own CI does not help. If a VID was \
     agreed, give the answer that has it. For Toss, fetch the result in another session than that \
     of the request",
    "요청의 CI는 요청을 본 사람이면 누구나 되돌려 보낼 수 있으므로, 보유 CI를 지정해도 확인되지 않습니다. 약정에 \
     따라 VID가 있는 응답이 있다면 지정하세요. 토스는 결과를 조회할 때 요청과 다른 세션을 사용하세요",
);

/// A text that is no CI.
pub(super) const CI_MALFORMED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Ci, DecisionInput::Keys],
    "A CI is 88 characters of base64. Give the one that you hold as it is, and the keys with \
     which this answer was encrypted",
    "CI는 base64 88자입니다. 보유 CI를 그대로 지정하고, 이 응답을 암호화한 키를 지정하세요",
);

/// Nothing ties the CI to the certificate.
pub(super) const VID_MISSING: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Identify],
    "A VID ties the CI to the certificate. Kakao gives it with the signature or with the signer's \
     data, if that was agreed; Barocert gives none",
    "CI와 인증서를 연결하는 것은 VID입니다. 카카오는 약정에 따라 서명 값이나 서명자 정보와 함께 VID를 제공하며, \
     바로써트는 제공하지 않습니다",
);

/// No CI to hold the VID against.
pub(super) const VID_UNCHECKED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Ci, DecisionInput::Keys],
    "Give the CI that you hold, or the keys to the CI in the answer",
    "보유 CI나 응답의 CI를 복호화할 키를 지정하세요",
);

/// The VID of another person or of another certificate.
pub(super) const VID_DIFFERS: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Ci, DecisionInput::Identify],
    "Do not rely on the answer: nothing shows that this person's certificate signed. Make \
     sure that the CI is that of the person whom you asked, and that every file is of this \
     transaction",
    "응답을 신뢰하지 마세요. 그 사람의 인증서로 서명되었는지 확인되지 않습니다. CI가 요청한 \
     사람의 것인지, 모든 파일이 이 거래의 것인지 확인하세요",
);

/// A text that is no VID.
pub(super) const VID_MALFORMED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Keys],
    "Give the keys with which this answer was encrypted; if they are, ask the provider for \
     the VID",
    "이 응답을 암호화한 키를 지정하세요. 키가 맞다면 인증사업자에게 VID를 문의하세요",
);

/// No verified certificate.
pub(super) const VID_UNDECIDED: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "The VID can be compared only where exactly one signer's signature verifies. Look at the result for the document, and ask the provider for a document of one signer",
    "VID는 서명자 한 명의 서명이 검증되어야 비교할 수 있습니다. 문서에 대한 결과를 확인하고, \
     서명자가 한 명인 문서를 인증사업자에게 요청하세요",
);

/// A key is not there.
pub(super) const KEYS_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Keys],
    "Give the keys of this provider; for Toss, the session of the request and that of the \
     result",
    "이 인증사업자의 키를 지정하세요. 토스는 요청의 세션과 결과 조회의 세션이 필요합니다",
);

/// A field of another transaction, or an echo.
pub(super) const SESSION_DIFFERS: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Keys, DecisionInput::ResultRequest],
    "Do not rely on the field: it is not of this transaction's result. Make sure that the \
     keys name the right transaction for each session, and that the request for the result is the \
     one to which this answer came",
    "이 항목을 신뢰하지 마세요. 이 거래의 결과가 아닙니다. 키 파일에서 세션마다 거래가 \
     바르게 지정되었는지, 결과 조회 요청이 이 응답을 받은 요청인지 확인하세요",
);

/// Several sessions, and none is named.
pub(super) const SESSION_UNCLEAR: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Keys, DecisionInput::ResultRequest],
    "Name in the keys the transaction (tx_id) of each session, or give the sessions of this \
     transaction only",
    "키 파일에서 세션마다 거래(tx_id)를 지정하거나, 이 거래의 세션만 지정하세요",
);

/// The keys do not open a field.
pub(super) const UNDECRYPTABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Keys],
    "Give the keys with which the request and this answer were encrypted, in the algorithm that you \
     agreed with the provider. What went in clear or under another key can't be compared",
    "요청과 이 응답을 암호화한 키를, 인증사업자와 합의한 알고리즘과 함께 지정하세요. 평문이나 다른 키로 보낸 항목은 \
     비교할 수 없습니다",
);

/// Nothing is held about the person.
pub(super) const PERSON_NOT_HELD: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::Person,
        DecisionInput::Prepare,
        DecisionInput::Request,
    ],
    "Give what you hold about the person whom you asked: name, birthday, phone number or \
     gender",
    "서명을 요청한 사람의 보유 정보(성명, 생년월일, 전화번호, 성별)를 지정하세요",
);

/// Nothing ties the answer about the person to the signature.
pub(super) const PERSON_UNBOUND: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Ci, DecisionInput::Identify],
    "Give the CI that you hold, or an answer about the person that has a CI or a VID",
    "보유 CI를 지정하거나, CI나 VID가 들어 있는 서명자 정보 응답을 지정하세요",
);

/// A gender or a nationality in a word of the provider's own.
pub(super) const PERSON_WORD_UNKNOWN: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Keys, DecisionInput::Person],
    "Make sure that the keys are those with which this answer was encrypted, and ask the provider \
     how it writes the field; else leave it out of what you hold",
    "이 응답을 암호화한 키가 맞는지 확인하고, 인증사업자가 이 항목을 어떻게 표기하는지 문의하세요. 알 수 없으면 \
     보유 정보에서 이 항목을 빼세요",
);

/// The answer lacks a field that is held.
pub(super) const PERSON_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Identify, DecisionInput::Person],
    "If the provider gives the field in another answer, give that answer too. If it gives the field nowhere, leave the field out of what you hold",
    "이 항목이 다른 응답에 있다면 그 응답도 지정하세요. 제공되지 않는 항목은 보유 정보에서 \
     빼세요",
);

/// Key or session are not where they are sought.
pub(super) const SHORT_SESSION: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::SessionPaths],
    "Say where the temporary key, the beginning and the end of the session stand in what was \
     signed, and how the times are written",
    "서명된 내용에서 임시 공개 키와 세션 시작·종료 시각의 위치, 시각의 형식을 지정하세요",
);

/// A session that no provider gives.
pub(super) const SHORT_SESSION_TOO_LONG: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::SessionPaths],
    "Make sure where the beginning and the end of the session stand and how they are written; if they \
     are right, ask the provider why the session is so long",
    "세션 시작·종료 시각의 위치와 시각의 형식을 확인하고, 맞다면 세션이 이렇게 긴 이유를 인증사업자에게 \
     문의하세요",
);

/// A short signature that does not count.
pub(super) const SHORT_FALSE: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::ShortSignatures],
    "Do not rely on this short signature. Make sure that its data, its time and its session \
     are those that belong together",
    "이 축약서명을 신뢰하지 마세요. 데이터, 시각, 세션이 서로 맞는 것인지 확인하세요",
);

/// The build verifies no such signature.
pub(super) const SHORT_UNSUPPORTED: NextStep = NextStep::new(
    Remedy::Nothing,
    &[],
    "Judge it with a build that has a crypto backend for ECDSA P-256 with SHA-256",
    "ECDSA P-256과 SHA-256을 지원하는 암호 백엔드가 포함된 빌드로 판정하세요",
);

/// The VID is right under another layout than the one that counts.
pub(super) const OTHER_LAYOUT: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::VidLayout],
    "Do not rely on the answer. Only if the provider confirms that it joins CI and serial number in \
     this other way, name that layout",
    "응답을 신뢰하지 마세요. 인증사업자가 CI와 일련번호를 그 순서로 결합한다고 확인해 준 경우에만 그 결합 순서를 지정하세요",
);
