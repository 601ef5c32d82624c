//! What to do about signatures and what was signed.

use super::{DecisionInput, NextStep, Remedy};

/// One signature, or one document, is used for two.
pub(super) const DUPLICATED: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[],
    "Do not rely on the answer: one signature counts for one document, and one nonce for one \
     answer. If you gave the same answer twice, give it once; else ask the provider for the \
     signature of each",
    "응답을 신뢰하지 마세요. 서명 하나는 문서 하나에만, 난수(nonce) 하나는 응답 하나에만 인정됩니다. 같은 응답을 \
     두 번 지정했다면 한 번만 지정하고, 아니라면 문서마다 서명을 보내도록 인증사업자에게 요청하세요",
);

/// One of several documents has no id of its own.
pub(super) const ID_MISSING: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Product],
    "Each document of this product comes under its own id. Make sure that the product is the one \
     that was asked for; if it is, ask the provider",
    "이 상품의 문서는 각각 자기 식별자와 함께 옵니다. 요청한 상품을 지정했는지 확인하고, 맞다면 인증사업자에게 \
     문의하세요",
);

/// The product gives no signature.
pub(super) const SIGNATURE_ABSENT: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "This product gives no signature. If you must be able to prove what was signed, use a product that gives one",
    "이 상품은 서명 값을 제공하지 않습니다. 서명을 증명해야 한다면 서명 값을 제공하는 \
     상품으로 요청하세요",
);

/// The signature is in another form than is documented.
pub(super) const NOT_BASE64: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Answer],
    "Do not rely on the answer. Give the body as it came, without decoding or escaping it; \
     if it came so, ask the provider",
    "응답을 신뢰하지 마세요. 디코딩하거나 이스케이프하지 않은 응답 본문을 지정하고, 받은 \
     그대로라면 인증사업자에게 문의하세요",
);

/// Another kind of signature than was asked for.
pub(super) const SIGN_TYPE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Request, DecisionInput::SignType],
    "The request names the kind of signature, so make sure that it is that of this \
     transaction. If it names none, name the kind that you agreed with the provider",
    "서명 방식은 요청에 있으므로 이 거래의 요청인지 확인하세요. 요청에 없다면 인증사업자와 \
     합의한 서명 방식을 지정하세요",
);

/// A signature that is not good.
pub(super) const DOCUMENT_FAILED: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[],
    "Do not rely on the document: its signature or its certificate is not valid",
    "이 문서를 신뢰하지 마세요. 전자서명이나 인증서가 유효하지 않습니다",
);

/// A signature that could not be decided.
pub(super) const DOCUMENT_UNDETERMINED: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::Anchors,
        DecisionInput::RevocationData,
        DecisionInput::At,
    ],
    "Give what the verification of the signature lacks: the authority's certificate, its \
     CRL, or the time at which you received the answer",
    "서명 검증에 필요한 것을 지정하세요. 인증기관의 인증서, CRL, 응답을 받은 시각 가운데 \
     빠진 것입니다",
);

/// More than one signer.
pub(super) const SIGNERS: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[],
    "Do not rely on the answer: more than one person signed. Ask the provider",
    "응답을 신뢰하지 마세요. 한 사람이 서명한 것이 아닙니다. 인증사업자에게 문의하세요",
);

/// What was signed is not of the documented form.
pub(super) const CONTENT_MALFORMED: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Product],
    "Do not rely on the document. Make sure that the product is the one that was asked for; \
     if it is, ask the provider",
    "이 문서를 신뢰하지 마세요. 요청한 상품을 지정했는지 확인하고, 맞다면 인증사업자에게 \
     문의하세요",
);

/// The signature is over ciphertext.
pub(super) const CONTENT_ENCRYPTED: NextStep = NextStep::new(
    Remedy::Give,
    &[
        DecisionInput::Keys,
        DecisionInput::Request,
        DecisionInput::Original,
    ],
    "Give the request as it was before it was encrypted, or the keys to it. If the request has a digest in clear, give the original file",
    "암호화하기 전의 요청이나 그 키를 지정하세요. 암호화되지 않은 해시값이라면 원본 파일을 지정하세요",
);

/// A number that readers round.
pub(super) const CONTENT_INEXACT: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[],
    "The number cannot be compared exactly. Ask for a new signature of a document in which \
     it is a text",
    "이 수는 정확히 비교할 수 없습니다. 수를 문자열로 담은 문서로 서명을 새로 요청하세요",
);

/// The signed document has no content.
pub(super) const CONTENT_MISSING: NextStep = NextStep::new(
    Remedy::AskAgain,
    &[DecisionInput::Request],
    "The signature came without its content, and the request does not give it. Make sure \
     that the request is that of this document; if it is, ask the provider for the signature \
     with its content",
    "서명에 원문이 없고 요청으로도 알 수 없습니다. 이 문서의 요청인지 확인하고, 맞다면 \
     원문이 든 서명을 인증사업자에게 요청하세요",
);

/// The provider composes what is signed.
pub(super) const CONTENT_NOT_COMPARED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::ContentMap],
    "Say for each member of the request where it stands in what was signed: a JSON object from one \
     JSON pointer to the other. What was signed is shown when the signed document is verified by \
     itself. Of a product whose document is signed as it was sent (K3510, K3511) no map helps: the \
     member was not signed",
    "요청의 항목마다 서명된 내용의 어느 항목인지 지정하세요. JSON 포인터를 JSON 포인터에 대응시키는 JSON \
     객체입니다. 서명된 내용은 서명 문서만 따로 검증하면 볼 수 있습니다. 보낸 document가 그대로 서명되는 \
     상품(K3510, K3511)에서는 content-map으로 해결되지 않습니다. 그 항목은 서명되지 않은 것입니다",
);

/// The map is not for this request.
pub(super) const CONTENT_MAP_UNUSABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::ContentMap, DecisionInput::Request],
    "Each key of the content map is a JSON pointer to a value of the request. Correct the map, or give the request that has the member",
    "content-map의 키는 요청의 값을 가리키는 JSON 포인터입니다. content-map을 고치거나 그 항목이 있는 \
     요청을 지정하세요",
);

/// A content map for a product that has no use for one.
pub(super) const CONTENT_MAP_UNUSED: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::ContentMap, DecisionInput::Product],
    "Leave the content map out: what this product signs is compared without one. It is for the debit \
     agreements and for the document of a session; if this is one, name that product",
    "content-map을 빼세요. 이 상품의 서명 내용은 content-map 없이 비교합니다. content-map은 출금동의와 \
     축약서명의 세션 문서에 씁니다. 그런 상품이면 상품을 지정하세요",
);

/// Another file than was asked to be signed.
pub(super) const ORIGINAL_DIFFERS: NextStep = NextStep::new(
    Remedy::DoNotRely,
    &[DecisionInput::Original],
    "Do not take this file for what was signed. Give, for the right document, the file whose digest is in the request",
    "이 파일이 서명되었다고 보지 마세요. 요청에 있는 해시값의 원본 파일을 해당 문서에 \
     지정하세요",
);

/// The request has no digest.
pub(super) const ORIGINAL_UNUSABLE: NextStep = NextStep::new(
    Remedy::Give,
    &[DecisionInput::Original, DecisionInput::Request],
    "Leave the original file out where the request has the text itself, or give the request \
     that has the file's digest",
    "요청에 원문 자체가 있으면 원본 파일을 지정하지 마세요. 아니라면 파일의 해시값이 있는 \
     요청을 지정하세요",
);
