//! Why a field could not be decrypted. Says nothing about what key or field are.

use core::fmt;
use injang_core::report::Lang;

injang_core::codes! {
    table "cipher-error" (u8, name, sentence);
    /// The rule that a key, a session or a field breaks.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum CipherError {
        /// The key is not base64 of as many octets as its algorithm asks for.
        KeyLength = 1 "key-length"
            "the key is not base64 of the length that the algorithm has"
            "키가 알고리즘에 맞는 길이의 base64가 아닙니다",
        /// The IV is not base64 of as many octets as its algorithm asks for.
        IvLength = 2 "iv-length"
            "the IV is not base64 of the length that the algorithm has"
            "IV가 알고리즘에 맞는 길이의 base64가 아닙니다",
        /// The field is larger than the limit of 1 MiB; nothing was decoded.
        Size = 3 "size"
            "the field is larger than the limit"
            "항목이 한도보다 큽니다",
        /// The field's text is not base64 of RFC 4648 4.
        NotBase64 = 4 "not-base64"
            "the field is not base64"
            "항목이 base64가 아닙니다",
        /// The ciphertext is not a whole number of blocks, has none, or is shorter than its tag.
        Length = 5 "length"
            "the ciphertext has a length that its algorithm does not make"
            "암호문의 길이가 알고리즘에 맞지 않습니다",
        /// No reading of the field has a right PKCS#7 padding (RFC 5652 6.3) under this key.
        Padding = 6 "padding"
            "the padding is wrong: another key, or a damaged field"
            "패딩이 잘못되었습니다. 다른 키이거나 항목이 손상되었습니다",
        /// The GCM tag or the HMAC is not that of this field under this key; or the padding is wrong
        /// where there is an HMAC, which is deliberately the same.
        Integrity = 7 "integrity"
            "the field is not authentic: another key, or changed on its way"
            "항목의 무결성이 확인되지 않습니다. 다른 키이거나 전송 중에 바뀌었습니다",
        /// A Toss session or field has not the parts that it must have, or two sessions have one id.
        SessionForm = 8 "session-form"
            "the session or the field has not the parts that it must have"
            "세션이나 항목의 구성 요소가 맞지 않습니다",
        /// The field is encrypted under a Toss session that is not among those given.
        SessionUnknown = 9 "session-unknown"
            "the field belongs to a session that was not given"
            "주어지지 않은 세션의 항목입니다",
        /// The version of a Toss session or field is neither `v1` nor `v1_` followed by a number.
        SessionVersion = 10 "session-version"
            "the version of the session or the field is not known"
            "세션이나 항목의 버전을 알 수 없습니다",
    }
}

impl fmt::Display for CipherError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence(Lang::En))
    }
}

impl core::error::Error for CipherError {}
