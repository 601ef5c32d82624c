//! Every code, in one table: its number and name, what it does to a decision, the waiver that does
//! without it, and its sentence in English and in Korean.

use super::{Effect, Waiver};

/// Makes the codes. A new code is one entry, with the next number.
macro_rules! finding_codes {
    ($($variant:ident = $number:literal $name:literal $effect:ident $waiver:expr, $en:literal $ko:literal;)+) => {
        injang_core::codes! {
            table "response-finding" (u16, name, sentence);
            /// What a decision can say about an answer. Names and numbers are stable.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
            #[non_exhaustive]
            pub enum DecisionCode {
                $(
                    #[doc = concat!("`", $name, "`: ", stringify!($effect), ". [`DecisionCode::sentence`] says what it is.")]
                    $variant = $number $name $en $ko,
                )+
            }
        }

        impl DecisionCode {
            /// Its effect on the decision, unless it is waived.
            pub const fn effect(self) -> Effect {
                match self { $(Self::$variant => Effect::$effect,)+ }
            }

            /// The waiver that removes it; `None` if nothing does.
            pub const fn waiver(self) -> Option<Waiver> {
                match self { $(Self::$variant => $waiver,)+ }
            }
        }
    };
}

finding_codes! {
    ResponseMalformed = 1 "response-malformed" Rejects None,
        "the answer can't be read"
        "응답을 읽을 수 없습니다";
    ProviderFailed = 2 "provider-failed" Rejects None,
        "the provider says that the transaction failed"
        "인증사업자가 실패로 응답했습니다";
    ProviderExpired = 3 "provider-expired" Rejects None,
        "the provider says that the request expired before anybody signed"
        "서명되기 전에 요청이 만료되었다고 인증사업자가 응답했습니다";
    ProviderPending = 4 "provider-pending" LeavesUndetermined None,
        "the provider says that the document has not been signed yet"
        "아직 서명이 완료되지 않았다고 인증사업자가 응답했습니다";
    ProviderStatusMissing = 5 "provider-status-missing" LeavesUndetermined Some(Waiver::Status),
        "the provider does not say whether it succeeded (result and status)"
        "인증사업자의 처리 결과(result와 status)가 응답에 없습니다";
    ProviderStatusUnknown = 6 "provider-status-unknown" LeavesUndetermined None,
        "the provider's result or status has a value that it does not document"
        "인증사업자의 처리 결과 값이 문서에 없는 값입니다";
    RequestMissing = 7 "request-missing" LeavesUndetermined Some(Waiver::Request),
        "the request was not given, so it is not known what was to be signed"
        "요청이 주어지지 않아 무엇을 서명하도록 요청했는지 알 수 없습니다";
    RequestUnusable = 8 "request-unusable" LeavesUndetermined None,
        "the request asks for no document of this product"
        "요청에 이 상품으로 서명할 문서가 없습니다";
    RequestEncrypted = 9 "request-encrypted" LeavesUndetermined None,
        "the request was encrypted by the SDK: its texts can't be compared"
        "요청이 SDK가 암호화한 뒤의 것이므로 원문과 개인정보를 비교할 수 없습니다";
    ProductDiffers = 10 "product-differs" LeavesUndetermined None,
        "the request or the answer belongs to another product"
        "요청 또는 응답이 이 상품의 것이 아닙니다";
    ProductMissing = 11 "product-missing" LeavesUndetermined None,
        "the product is not named, and the request and the answer do not say which it is"
        "상품이 지정되지 않았으며, 요청과 응답만으로는 어느 상품인지 알 수 없습니다";
    ReceiptMissing = 12 "receipt-missing" LeavesUndetermined Some(Waiver::Receipt),
        "the provider's receipt was not given, so it is not known to which transaction the answer belongs"
        "접수 응답이 주어지지 않아 어느 거래에 대한 응답인지 알 수 없습니다";
    FileNotKept = 13 "file-not-kept" LeavesUndetermined None,
        "a file that is checked for every answer is missing for this one"
        "모든 응답에 대해 확인하는 파일이 이 응답에는 없습니다";
    DocumentMissing = 14 "document-missing" Rejects None,
        "a document that was asked for did not come back signed"
        "요청한 문서의 전자서명이 응답에 없습니다";
    DocumentAdditional = 15 "document-additional" Rejects None,
        "a document came back that was not asked for"
        "요청하지 않은 문서가 응답에 있습니다";
    DocumentDuplicated = 16 "document-duplicated" Rejects None,
        "the same document or answer came twice: its id, transaction, signature, signed transaction id or nonce equals that of another"
        "같은 문서 또는 응답이 두 번 있습니다. 식별자, 거래, 서명, 서명된 거래 식별자 또는 난수(nonce)가 다른 것과 같습니다";
    DocumentIdMissing = 17 "document-id-missing" LeavesUndetermined None,
        "a signed document has no id, although the product has several documents"
        "여러 문서를 서명하는 상품인데 서명 문서에 식별자가 없습니다";
    DocumentOrder = 18 "document-order" Rejects None,
        "the documents came back in another order than they were asked for"
        "문서의 순서가 요청과 다릅니다";
    SignatureAbsent = 19 "signature-absent" LeavesUndetermined Some(Waiver::Signature),
        "there is no signature: only the provider's unsigned answer was compared"
        "전자서명이 없습니다. 비교한 것은 인증사업자의 응답뿐입니다";
    SignatureNotBase64 = 20 "signature-not-base64" Rejects None,
        "the signed document is not in base64, as the provider documents it"
        "서명 문서가 인증사업자 문서와 달리 base64가 아닙니다";
    SignatureTypeDiffers = 21 "signature-type-differs" Rejects None,
        "the signatureType is not the one that was asked for"
        "signatureType이 요청과 다릅니다";
    SignTypeDiffers = 22 "sign-type-differs" LeavesUndetermined None,
        "the kind of signature is not the one that was asked for"
        "서명 방식이 요청과 다릅니다";
    DocumentFailed = 23 "document-failed" Rejects None,
        "the signed document is TOTAL-FAILED"
        "서명 문서의 검증 결과가 TOTAL-FAILED입니다";
    DocumentUndetermined = 24 "document-undetermined" LeavesUndetermined None,
        "the signed document is INDETERMINATE"
        "서명 문서의 검증 결과가 INDETERMINATE입니다";
    SignerDiffers = 25 "signer-differs" Rejects None,
        "this document was signed with another certificate than most of the others, or no certificate signed most of the documents"
        "다른 문서들과 다른 인증서로 서명되었거나, 문서마다 인증서가 다릅니다";
    SignersSeveral = 26 "signers-several" Rejects None,
        "several signers signed this document"
        "서명자가 여럿인 문서입니다";
    ContentMalformed = 27 "content-malformed" Rejects None,
        "what was signed does not have the provider's format"
        "서명된 내용이 인증사업자가 정한 형식과 다릅니다";
    ContentDiffers = 28 "content-differs" Rejects None,
        "what was signed is not what was asked for"
        "서명된 내용이 요청한 원문과 다릅니다";
    ContentEncrypted = 29 "content-encrypted" LeavesUndetermined Some(Waiver::Content),
        "what was signed is the encrypted text as it was sent; what the signer saw is unknown"
        "보낸 암호문 그대로 서명되었습니다. 서명자가 본 내용은 알 수 없습니다";
    ContentInexact = 30 "content-inexact" LeavesUndetermined None,
        "what was signed, or what was asked for, has a number that JSON readers may round"
        "서명된 내용이나 요청에, JSON을 읽는 프로그램이 반올림할 수 있는 수가 있습니다";
    ContentMissing = 31 "content-missing" LeavesUndetermined None,
        "the document has no content, and the request does not give it"
        "서명 문서에 원문이 없고 요청으로도 알 수 없습니다";
    ContentNotCompared = 32 "content-not-compared" LeavesUndetermined Some(Waiver::Content),
        "a member of the request was not compared: what was signed has no member of that name, and no content map names its place"
        "요청의 항목을 비교하지 못했습니다. 서명된 내용에 같은 이름의 항목이 없고 content-map에도 위치가 없습니다";
    ContentMapUnusable = 33 "content-map-unusable" LeavesUndetermined None,
        "the content map names a member that is missing or null in the request"
        "content-map이 가리키는 항목이 요청에 없거나 null입니다";
    ContentMapUnused = 95 "content-map-unused" LeavesUndetermined None,
        "a content map was given, but the provider composes no content for this product"
        "content-map이 주어졌으나, 이 상품에는 인증사업자가 구성하는 원문이 없습니다";
    TxIdDiffers = 34 "tx-id-differs" Rejects None,
        "the transaction id is not that of the request"
        "거래 식별자가 요청과 다릅니다";
    DocDiffers = 35 "doc-differs" Rejects None,
        "the answer's doc is not the doc that was asked for"
        "응답의 doc이 요청한 doc과 다릅니다";
    OriginalDiffers = 36 "original-differs" Rejects None,
        "the original file is not what was asked to be signed"
        "원본 파일이 서명을 요청한 원문과 다릅니다";
    OriginalUnusable = 37 "original-unusable" LeavesUndetermined None,
        "the request has no digest to compare the original file with"
        "요청에 원본 파일과 비교할 해시값이 없습니다";
    SigningTimeOutsideTransaction = 38 "signing-time-outside-transaction" LeavesUndetermined Some(Waiver::Time),
        "the claimed signing time is outside the transaction, or after the time of verification"
        "서명자가 기록한 서명 시각이 거래 시간 밖이거나 검증 기준 시각보다 늦습니다";
    TransactionTimeMissing = 39 "transaction-time-missing" LeavesUndetermined Some(Waiver::Time),
        "a time is missing that is needed to tie the signature to this transaction"
        "전자서명이 이 거래에서 이루어졌는지 확인할 시각이 없습니다";
    TimeAfterVerification = 40 "time-after-verification" LeavesUndetermined Some(Waiver::Time),
        "a time of the transaction, of the session or of a short signature is after the time of verification"
        "거래, 세션 또는 축약서명의 시각이 검증 기준 시각보다 늦습니다";
    ProviderTimeUnusable = 41 "provider-time-unusable" LeavesUndetermined None,
        "the provider's completion time can't be the time of verification"
        "인증사업자가 알린 완료 시각을 검증 기준 시각으로 쓸 수 없습니다";
    RevokedLater = 42 "revoked-later" LeavesUndetermined Some(Waiver::RevokedLater),
        "a certificate was revoked after the provider's completion time, which is unsigned"
        "인증사업자가 알린 완료 시각 뒤에 인증서가 폐지되었습니다. 그 시각은 서명되어 있지 않습니다";
    NonceDiffers = 43 "nonce-differs" Rejects None,
        "the nonce in the answer is not the one that was sent"
        "응답의 난수(nonce)가 요청과 다릅니다";
    NonceMissing = 44 "nonce-missing" LeavesUndetermined None,
        "there is no nonce to compare"
        "비교할 난수(nonce)가 없습니다";
    NothingCompared = 45 "nothing-compared" LeavesUndetermined None,
        "nothing of the answer was compared with what was asked: no signature, no nonce and no CI"
        "응답에서 요청과 비교한 것이 없습니다. 전자서명, 난수(nonce), CI 중 어느 것도 비교하지 못했습니다";
    CiNotHeld = 46 "ci-not-held" LeavesUndetermined Some(Waiver::Ci),
        "no CI was given to compare the signer with"
        "서명자와 비교할 보유 CI가 주어지지 않았습니다";
    CiNotListed = 47 "ci-not-listed" LeavesUndetermined None,
        "the signer is not on the list of CIs"
        "서명자가 CI 목록에 없습니다";
    CiMissing = 48 "ci-missing" LeavesUndetermined Some(Waiver::Ci),
        "the provider gave no CI"
        "응답에 CI가 없습니다";
    CiDiffers = 49 "ci-differs" Rejects None,
        "the CI is not that of the person who was to sign"
        "CI가 서명해야 할 사람의 CI와 다릅니다";
    CiMalformed = 50 "ci-malformed" LeavesUndetermined None,
        "a CI is not valid, or was decrypted with another key"
        "CI 형식이 올바르지 않거나 복호화 키가 다릅니다";
    VidMissing = 51 "vid-missing" LeavesUndetermined Some(Waiver::Vid),
        "no VID ties the CI to the certificate, and the CI was sent without integrity protection"
        "CI를 인증서와 연결하는 VID가 없으며, CI의 무결성도 보장되지 않습니다";
    VidUnchecked = 52 "vid-unchecked" LeavesUndetermined Some(Waiver::Vid),
        "there is a VID, but no CI to compare it with"
        "VID가 있으나 대조할 CI가 없습니다";
    VidDiffers = 53 "vid-differs" Rejects None,
        "the VID is not that of this CI and the certificate that signed"
        "VID가 이 CI와 서명 인증서로 계산한 값과 다릅니다";
    VidMalformed = 54 "vid-malformed" LeavesUndetermined None,
        "the VID is not valid, or was decrypted with another key"
        "VID 형식이 올바르지 않거나 복호화 키가 다릅니다";
    VidUndecided = 55 "vid-undecided" LeavesUndetermined None,
        "the signature verified under no certificate, so there is none to compare the VID with"
        "VID와 비교할, 검증된 인증서가 없습니다";
    KeysMissing = 56 "keys-missing" LeavesUndetermined None,
        "the keys to decrypt a field were not given"
        "암호화된 항목을 복호화할 키가 주어지지 않았습니다";
    FieldSessionDiffers = 57 "field-session-differs" Rejects None,
        "a field was encrypted in another session than that of this transaction's result"
        "이 거래의 결과 조회 세션이 아닌 다른 세션으로 암호화된 항목입니다";
    FieldSessionUnclear = 58 "field-session-unclear" LeavesUndetermined None,
        "it is not known whether the session in which a field was encrypted is this transaction's"
        "암호화된 항목의 세션이 이 거래의 세션인지 확인할 수 없습니다";
    FieldUndecryptable = 59 "field-undecryptable" LeavesUndetermined None,
        "a field can't be decrypted with the keys that were given"
        "주어진 키로 항목을 복호화할 수 없습니다";
    NameDiffers = 60 "name-differs" Rejects None,
        "the name is not that of the person who was to sign"
        "성명이 서명해야 할 사람의 정보와 다릅니다";
    PhoneDiffers = 61 "phone-differs" Rejects None,
        "the phone number is not that of the person who was to sign"
        "전화번호가 서명해야 할 사람의 정보와 다릅니다";
    BirthdayDiffers = 62 "birthday-differs" Rejects None,
        "the birthday is not that of the person who was to sign"
        "생년월일이 서명해야 할 사람의 정보와 다릅니다";
    GenderDiffers = 63 "gender-differs" Rejects None,
        "the gender is not that of the person who was to sign"
        "성별이 서명해야 할 사람의 정보와 다릅니다";
    NationalityDiffers = 64 "nationality-differs" Rejects None,
        "the nationality is not that of the person who was to sign"
        "국적 정보가 서명해야 할 사람의 정보와 다릅니다";
    DiDiffers = 65 "di-differs" Rejects None,
        "the DI in the answer is not the one held"
        "응답의 DI가 보유한 DI와 다릅니다";
    PersonNotHeld = 66 "person-not-held" LeavesUndetermined Some(Waiver::Person),
        "no personal data was given to compare the answer's with"
        "응답의 개인정보와 비교할 보유 정보가 주어지지 않았습니다";
    PersonUnbound = 67 "person-unbound" LeavesUndetermined Some(Waiver::Person),
        "no CI was given, and the personal data comes in an answer that is not tied to the signature"
        "보유 CI가 없고, 개인정보가 전자서명과 연결되지 않는 응답으로 왔습니다";
    PersonWordUnknown = 94 "person-word-unknown" LeavesUndetermined Some(Waiver::Person),
        "the answer gives the gender or nationality in an unknown word"
        "응답의 성별 또는 국적 표기를 알 수 없습니다";
    PersonMissing = 68 "person-missing" LeavesUndetermined Some(Waiver::Person),
        "the answer does not give a personal field that is held or was asked for"
        "보유했거나 요청에 있는 개인정보 항목이 응답에 없습니다";
    SessionMalformed = 69 "session-malformed" LeavesUndetermined None,
        "the signed document has no usable temporary key or session at the named place"
        "서명된 내용에서 임시 공개 키나 세션 유효시간을 찾을 수 없습니다";
    SessionTooLong = 70 "session-too-long" LeavesUndetermined None,
        "the session in the signed document is longer than the 48 hours that the provider allows"
        "서명된 내용의 세션 유효시간이 인증사업자가 정한 최대 48시간을 넘습니다";
    SessionOutside = 71 "session-outside" Rejects None,
        "the short signature is not within the session"
        "축약서명의 시각이 세션 유효시간 밖입니다";
    ShortDuplicated = 72 "short-duplicated" Rejects None,
        "the same short signature was given twice: it counts once"
        "다른 축약서명과 같은 서명입니다. 서명 하나는 한 번만 인정됩니다";
    ShortInvalid = 73 "short-invalid" Rejects None,
        "the short signature does not verify under the temporary key"
        "축약서명이 임시 공개 키로 검증되지 않습니다";
    ShortMalformed = 74 "short-malformed" Rejects None,
        "the short signature is not of a valid form"
        "축약서명 형식이 올바르지 않습니다";
    ShortUnsupported = 75 "short-unsupported" LeavesUndetermined None,
        "the short signature could not be verified here"
        "축약서명을 검증할 수 없습니다";
    EnvironmentTest = 76 "environment-test" Noted None,
        "the answer is of the provider's test environment: it proves nothing about a real transaction"
        "인증사업자의 테스트 환경에서 받은 응답입니다. 실제 거래에 대해서는 아무것도 증명하지 않습니다";
    TimeMalformed = 77 "time-malformed" Noted None,
        "a time does not have the form that the provider documents, and was not used"
        "시각이 인증사업자 문서의 형식과 달라 사용하지 않았습니다";
    NoVid = 78 "no-vid" Noted None,
        "the provider issues no VID: the CI comes from the provider's answer alone, protected by the session's key"
        "인증사업자가 VID를 발급하지 않습니다. CI의 근거는 세션 키로 보호된 인증사업자의 응답뿐입니다";
    FieldEchoed = 79 "field-echoed" Noted None,
        "a field of the answer repeats what the request sent, or is encrypted in the request's session, so it proves nothing"
        "응답의 항목이 요청에 보낸 값 그대로이거나 요청의 세션으로 암호화되어 있어 아무것도 입증하지 않습니다";
    SignTypeNotAsked = 80 "sign-type-not-asked" Noted None,
        "the request names no kind of signature, so any kind was accepted"
        "요청에 서명 방식이 없어 어느 방식이든 받아들였습니다";
    HashOfHash = 81 "hash-of-hash" Noted None,
        "the signature is over the digest as if it were the content"
        "해시값 자체를 원문으로 한 전자서명입니다";
    DigestInHex = 82 "digest-in-hex" Noted None,
        "the request gives the digest in hex, where base64 is documented"
        "요청의 해시값이 문서와 달리 base64가 아닌 16진수입니다";
    DigestInBase64 = 83 "digest-in-base64" Noted None,
        "the request gives the digest in base64"
        "요청의 해시값은 base64입니다";
    DigestHexInBase64 = 84 "digest-hex-in-base64" Noted None,
        "the request gives base64 of the digest's hex digits, where base64 of its octets is documented"
        "요청의 해시값이 문서와 달리 16진수 문자열을 base64로 인코딩한 것입니다";
    OriginalNotCompared = 85 "original-not-compared" Noted None,
        "only a digest was asked for; the original file was not given to compare"
        "해시값만 요청했으며, 비교할 원본 파일이 주어지지 않았습니다";
    ContentReading = 86 "content-reading" Noted None,
        "the way in which what was signed was compared with what was asked for"
        "서명된 내용과 요청을 비교한 방법입니다";
    ContentMember = 87 "content-member" Noted None,
        "what was signed has a member beside those that were asked for"
        "서명된 내용에 요청하지 않은 항목이 있습니다";
    RequestTxIdDiffers = 88 "request-tx-id-differs" Noted None,
        "the request's document names another transaction id than the request itself"
        "요청의 tx_id와 document의 txId가 서로 다릅니다";
    UnknownMember = 89 "unknown-member" Noted None,
        "a member that the provider does not document was not checked"
        "인증사업자 문서에 정의되지 않은 항목이므로 확인하지 않았습니다";
    FieldNotNull = 90 "field-not-null" Noted None,
        "a field that is always null in the provider's guide has a value, which was not checked"
        "인증사업자 문서에서 null로 고정된 항목에 값이 있으며, 그 값은 확인하지 않았습니다";
    LimitPassed = 91 "limit-passed" Noted None,
        "the request exceeds a limit of the provider's guide"
        "요청이 인증사업자 문서의 한도를 넘습니다";
    CountDiffers = 92 "count-differs" Noted None,
        "the count that was prepared is not the number of documents that the request asks for"
        "준비 요청의 count가 요청한 문서 수와 다릅니다";
    TransactionNotSigned = 96 "transaction-not-signed" Noted None,
        "what was signed names neither this transaction nor a time: the same signature under another transaction would look the same"
        "서명된 내용에 이 거래의 식별자도 서명 시각도 없습니다. 다른 거래에서 받은 같은 서명과 구별할 수 없습니다";
    NoShortSignatures = 93 "no-short-signatures" Noted None,
        "no short signatures were given"
        "축약서명이 주어지지 않았습니다";
}
