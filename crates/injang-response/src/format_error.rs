//! What is wrong with a text that should be a request, an answer or a file of keys: a rule and a
//! place, nothing of the text itself.

use injang_core::report::Lang;
use std::fmt;

injang_core::codes! {
    table "form-fault" (u8, name, sentence);
    /// A rule that a text breaks.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum FormatRule {
        /// It is larger than [`MAX_SIZE`](crate::MAX_SIZE).
        Size = 1 "size" "larger than 32 MiB" "32 MiB보다 큽니다",
        /// There is nothing in it.
        Empty = 2 "empty" "there is nothing in it" "내용이 없습니다",
        /// It ends within a value.
        Truncated = 3 "truncated" "it ends within a value" "값의 중간에서 끝납니다",
        /// It is no JSON (RFC 8259).
        Syntax = 4 "syntax" "no JSON" "JSON이 아닙니다",
        /// It is not in UTF-8.
        Encoding = 5 "encoding" "not in UTF-8" "UTF-8이 아닙니다",
        /// A key stands twice in one object.
        DuplicateKey = 6 "duplicate-key"
            "a key stands twice in one object"
            "한 객체에 같은 키가 두 번 있습니다",
        /// Arrays and objects are nested too deep.
        Depth = 7 "depth" "nested too deep" "너무 깊이 중첩되었습니다",
        /// There are too many values.
        Count = 8 "count" "too many values" "값이 너무 많습니다",
        /// A value is no text.
        NotText = 9 "not-text" "must be a text" "문자열이어야 합니다",
        /// A value is no object.
        NotObject = 10 "not-object" "must be an object" "객체여야 합니다",
        /// A value is no array.
        NotArray = 11 "not-array" "must be an array" "배열이어야 합니다",
        /// A value is no boolean.
        NotBoolean = 12 "not-boolean" "must be true or false" "true 또는 false여야 합니다",
        /// A value is no whole number.
        NotInteger = 13 "not-integer" "must be a whole number" "정수여야 합니다",
        /// A member that must be there is not.
        Missing = 14 "missing" "must be there" "필수 항목이 없습니다",
        /// A value that the provider does not document.
        Unknown = 15 "unknown"
            "a value that the provider does not document"
            "인증사업자 문서에 없는 값입니다",
        /// A member that the file may not have.
        UnknownMember = 16 "unknown-member"
            "a member that is not known"
            "알 수 없는 항목입니다",
        /// A text has not the form that it must have.
        Form = 17 "form" "not of the form that it must have" "형식이 맞지 않습니다",
        /// An identifier is empty, too long, or has other characters than letters, digits, `.`, `_`
        /// and `-`.
        Identifier = 18 "identifier"
            "an identifier has 1 to 128 letters, digits, '.', '_' and '-'"
            "식별자는 1~128자의 영문자, 숫자, '.', '_', '-'로 이루어져야 합니다",
        /// Of two members that exclude each other both are there.
        Both = 19 "both"
            "excludes another member that is there too"
            "함께 올 수 없는 다른 항목이 있습니다",
        /// There are more documents than the product has.
        TooMany = 20 "too-many"
            "more documents than the product has"
            "상품이 허용하는 문서 수를 넘습니다",
        /// Two documents have the same identifier.
        Repeated = 21 "repeated"
            "two documents have the same identifier"
            "두 문서의 식별자가 같습니다",
        /// A key, an IV or a session is none.
        Key = 22 "key" "no usable key, IV or session" "사용할 수 있는 키, IV 또는 세션이 아닙니다",
        /// It holds a signed document: it is the result, in another answer's place.
        SignedDocument = 23 "signed-document"
            "a signed document stands in it, so that it is the result and no other answer"
            "서명 문서가 들어 있어 결과 응답이며, 다른 응답으로 쓸 수 없습니다",
        /// Secrets are written without escapes, of which a reader would leave copies in memory.
        Escaped = 24 "escaped"
            "secrets must be written without escapes"
            "비밀 값에는 이스케이프를 쓸 수 없습니다",
        /// Kakao's `hash_type` is NONE where `document_type` is PLAIN_HASH.
        NoneWithPlainHash = 25 "none-with-plain-hash"
            "NONE does not go with document_type PLAIN_HASH, where a digest is signed"
            "document_type이 PLAIN_HASH이면 해시값에 서명하므로 NONE일 수 없습니다",
        /// It is not a known word for a gender.
        Gender = 26 "gender"
            "must be one of M, F, MALE, FEMALE, 남, 여, 남자, 여자, 남성 and 여성, in any letter case"
            "M, F, MALE, FEMALE, 남, 여, 남자, 여자, 남성, 여성 가운데 하나여야 합니다(대소문자 무관)",
        /// It is not a known word for a nationality.
        Nationality = 27 "nationality"
            "must be one of LOCAL, DOMESTIC, 내국인, FOREIGNER, FOREIGN and 외국인, in any letter case"
            "LOCAL, DOMESTIC, 내국인, FOREIGNER, FOREIGN, 외국인 가운데 하나여야 합니다(대소문자 무관)",
        /// Two sessions of Toss have one key.
        SameKey = 28 "same-key"
            "it has the key of another session: each session has a key of its own"
            "다른 세션과 키가 같습니다. 세션마다 키가 달라야 합니다",
        /// What was sent to Kakao's `prepare` has neither a CI nor a field about a person.
        NamesNobody = 29 "names-nobody"
            "names nobody: it has neither ci nor a field about a person such as receiver_name"
            "대상자가 없습니다: ci도 없고 receiver_name 같은 개인정보 항목도 없습니다",
        /// A digest that is signed itself is not one of its algorithm (Kakao's `PLAIN_HASH`).
        PlainHash = 30 "plain-hash"
            "must be a digest in hex or base64, of the length that hash_type says (SHA256 if it is not there: 64 hex digits, or 44 characters of base64)"
            "hash_type이 정한 길이의 해시값이어야 합니다(16진수 또는 base64). hash_type이 없으면 SHA256이며 16진수 64자리 또는 base64 44자입니다",
        /// What stands for a file is not base64 of a digest (Toss's `doc`, Barocert's `token`).
        Digest = 31 "digest"
            "must be base64 of a digest of the file"
            "파일의 해시값을 base64로 인코딩한 것이어야 합니다",
    }
}

/// Where a text breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ErrorPlace {
    /// In the whole.
    Whole,
    /// At a line and a column, both from 1.
    Position(usize, usize),
    /// At a member, as a JSON pointer (RFC 6901) of keys that this crate knows, and indexes.
    Member(String),
}

/// A text that breaks a rule, and where. It holds no value of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    fault: FormatRule,
    place: ErrorPlace,
}

impl FormatError {
    pub(crate) const fn new(fault: FormatRule) -> Self {
        Self {
            fault,
            place: ErrorPlace::Whole,
        }
    }

    pub(crate) const fn at_position(fault: FormatRule, line: usize, column: usize) -> Self {
        Self {
            fault,
            place: ErrorPlace::Position(line, column),
        }
    }

    pub(crate) fn at_member(fault: FormatRule, pointer: impl Into<String>) -> Self {
        Self {
            fault,
            place: ErrorPlace::Member(pointer.into()),
        }
    }

    /// The same within a member: what was wrong with the JSON in a text.
    pub(crate) fn within(self, pointer: &str) -> Self {
        let place = match self.place {
            ErrorPlace::Member(inner) => ErrorPlace::Member(format!("{pointer}{inner}")),
            _ => ErrorPlace::Member(pointer.to_owned()),
        };
        Self { place, ..self }
    }

    /// The rule that is broken.
    pub const fn fault(&self) -> FormatRule {
        self.fault
    }

    /// The place as a JSON pointer (RFC 6901); `None` if the text as a whole is meant.
    pub fn pointer(&self) -> Option<&str> {
        match &self.place {
            ErrorPlace::Member(pointer) => Some(pointer),
            _ => None,
        }
    }

    /// Place and rule as a sentence in this language.
    pub fn sentence(&self, lang: Lang) -> String {
        let rule = self.fault.sentence(lang);
        match (&self.place, lang) {
            (ErrorPlace::Whole, _) => rule.to_owned(),
            (ErrorPlace::Position(line, column), Lang::Ko) => {
                format!("{line}행 {column}열: {rule}")
            }
            (ErrorPlace::Position(line, column), _) => {
                format!("line {line} column {column}: {rule}")
            }
            (ErrorPlace::Member(pointer), _) => format!("{pointer}: {rule}"),
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for FormatError {}
