//! What to do about the answer as a whole: whether the provider says that it succeeded, and which
//! transaction it belongs to.

use super::{DecisionInput, NextStep, Remedy};

/// The answer is cut off, or is none.
pub(super) const RESPONSE_MALFORMED: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Answer],
    "Give the body of the answer as it came: whole, in JSON, and the one of this product. If \
     it came so, ask the provider",
    "받은 응답 본문을 JSON 그대로 온전히 지정하고, 이 상품의 응답이 맞는지 확인하세요. 받은 \
     그대로라면 인증사업자에게 문의하세요",
);

/// The provider gives an error in place of a signature.
pub(super) const PROVIDER_FAILED: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "There is nothing to rely on in this answer. A result is given once or twice only: if you \
     fetched it before, judge the answer that you kept then; else ask for a new signature",
    "이 응답에는 신뢰할 서명이 없습니다. 결과는 한두 번만 조회할 수 있으므로, 전에 받은 응답이 있다면 그 응답으로 \
     판정하고, 없다면 서명을 새로 요청하세요",
);

/// Nobody signed in time.
pub(super) const PROVIDER_EXPIRED: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "Nobody signed in time: ask the person for a new signature",
    "시간 안에 서명되지 않았습니다. 서명을 새로 요청하세요",
);

/// Nobody has signed yet.
pub(super) const PROVIDER_PENDING: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Status],
    "Wait until the provider says that the signature is complete, and give its last answer \
     about the status",
    "서명이 완료될 때까지 기다린 뒤 마지막 상태 확인 응답을 지정하세요",
);

/// The answer has neither result nor status.
pub(super) const PROVIDER_STATUS_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Status],
    "Give the whole body of the answer; if it does not say whether it succeeded, give the \
     provider's answer about the status of this transaction too",
    "응답 본문 전체를 지정하세요. 처리 결과가 응답에 없다면 이 거래의 상태 확인 응답도 \
     지정하세요",
);

/// A result or status of no documented value.
pub(super) const PROVIDER_STATUS_UNKNOWN: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Status],
    "Ask the provider what this result or status means. If you gave an answer about the \
     status, make sure that it is the last one",
    "이 처리 결과 값의 뜻을 인증사업자에게 확인하세요. 상태 확인 응답을 지정했다면 마지막 \
     응답인지 확인하세요",
);

/// What was asked is not known.
pub(super) const REQUEST_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Request],
    "Give the body of the request as you sent it to the provider",
    "인증사업자에게 보낸 요청 본문을 지정하세요",
);

/// The request has no document.
pub(super) const REQUEST_UNUSABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Request, DecisionInput::Product],
    "Give the request in which the documents stand, and name the product that it is of",
    "서명할 문서가 들어 있는 요청과 그 상품을 지정하세요",
);

/// The request as the SDK sent it, encrypted.
pub(super) const REQUEST_ENCRYPTED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Request],
    "Keep the request object before the SDK encrypts it, and give that one",
    "SDK가 암호화하기 전의 요청 객체를 보관했다가 지정하세요",
);

/// A request without a document, and the product is not named.
pub(super) const PRODUCT_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Product],
    "Name the product that was asked for",
    "요청한 상품을 지정하세요",
);

/// Everything was waived or is not there.
pub(super) const NOTHING_COMPARED: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::Request,
        DecisionInput::Ci,
        DecisionInput::Keys,
    ],
    "Give at least one thing to compare: the request, or the CI that you hold with the keys. No \
     waiver accepts an answer of which nothing was compared",
    "비교할 것을 하나 이상 지정하세요. 요청, 또는 보유 CI와 키입니다. 비교한 것이 없는 응답은 검사를 생략해도 \
     인정되지 않습니다",
);

/// The request, or the answer, is of another product.
pub(super) const PRODUCT_DIFFERS: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::Product,
        DecisionInput::Request,
        DecisionInput::Answer,
    ],
    "Name the product that was asked for, and give its request and its answer",
    "요청한 상품과 그 상품의 요청 및 응답을 지정하세요",
);

/// A folder has no file of this answer's name.
pub(super) const FILE_NOT_KEPT: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Answer],
    "Put the file of this answer's name into the folder. If you have no such file for any answer, leave the folder \
     out; if only this answer has none, judge it separately",
    "이 응답과 이름이 같은 파일을 폴더에 넣으세요. 모든 응답에 없다면 폴더를 지정하지 말고, 이 응답에만 없다면 이 \
     응답을 따로 판정하세요",
);

/// No id of the transaction is known.
pub(super) const RECEIPT_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Receipt],
    "Give what the provider answered to the request: the id of the transaction stands in it",
    "요청에 대해 인증사업자가 보낸 접수 응답을 지정하세요. 거래 식별자가 들어 있습니다",
);

/// Request or answer has no nonce.
pub(super) const NONCE_MISSING: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Request, DecisionInput::NoncePaths],
    "Give the request with the nonce that you sent; if the nonce stands in another member of \
     request or answer, say where",
    "난수(nonce)를 넣어 보낸 요청을 지정하세요. 난수가 다른 항목에 있다면 그 위치를 \
     지정하세요",
);

/// The answer contradicts the request, or one of the files is of another transaction.
pub(super) const COMPARE: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Request, DecisionInput::Receipt],
    "Do not rely on the answer. Make sure that answer, request and receipt are those of one \
     transaction; if they are, ask the provider",
    "응답을 신뢰하지 마세요. 응답, 요청, 접수 응답이 같은 거래의 것인지 확인하고, 같은 \
     거래라면 인증사업자에게 문의하세요",
);

/// The request stands in the answer's place.
pub(super) const IS_REQUEST: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Answer],
    "This is a request, not an answer: give the body that the provider sent back when the result was \
     asked for",
    "이 파일은 응답이 아니라 요청입니다. 결과를 조회했을 때 인증사업자가 보낸 응답 본문을 지정하세요",
);
