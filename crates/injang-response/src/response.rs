//! What the provider answered: results, status objects and receipts, read and not judged.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use crate::times::Times;
use std::collections::BTreeMap;
use std::fmt;
use zeroize::Zeroizing;

/// What the provider itself says about the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ProviderStatus {
    Success,
    /// With its error code, if that is one.
    Failed(Option<String>),
    Expired,
    Pending,
    Missing,
    Unknown,
}

/// An answer of a provider: what it gave when the result was asked for, or any other answer of the
/// same transaction. `Debug` shows how many documents there are only.
pub struct Response {
    /// Whether it was verified: Kakao's `result`, Toss's `resultType`.
    pub(crate) result: ProviderStatus,
    /// How far it got: Kakao's and Toss's `status`, Barocert's `state`.
    pub(crate) status: ProviderStatus,
    /// The transaction's id.
    pub(crate) id: Option<String>,
    /// Another id of it that Barocert's answer has beside that: the login's.
    pub(crate) login_id: Option<String>,
    pub(crate) documents: Vec<ReturnedDocument>,
    /// Whether they came in the list of Kakao's products with several, each of which has an id.
    pub(crate) is_list: bool,
    /// Encrypted.
    pub(crate) ci: Option<Zeroizing<String>>,
    /// In clear, or encrypted.
    pub(crate) vid: Option<Zeroizing<String>>,
    /// Encrypted; a field in several pieces where the provider cuts it up.
    pub(crate) person: BTreeMap<Field, Vec<Zeroizing<String>>>,
    /// The fields about a person that the guide requires of Kakao's `prepare`, if this is such a
    /// request.
    pub(crate) required: &'static [Field],
    /// Toss's doc, and whether it is encrypted.
    pub(crate) doc: Option<(Zeroizing<String>, bool)>,
    /// Toss's signatureType.
    pub(crate) signature_type: Option<&'static str>,
    /// When it was requested and completed.
    pub(crate) times: Times,
    /// Fields that the guide holds at null and that have a value, as JSON pointers.
    pub(crate) not_null: Vec<&'static str>,
    /// Documents that Kakao's `prepare` announces, if this is such a request.
    pub(crate) count: Option<i128>,
    /// The ids of the documents in a receipt.
    pub(crate) document_ids: Option<Vec<String>>,
    /// The whole, for what is found by pointers.
    pub(crate) raw: Value,
    pub(crate) unknown: Vec<String>,
}

injang_core::codes! {
    table "role" (u8, name, sentence);
    /// What an answer beside the result is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Role {
        /// What the provider answered to the request, or to `prepare`.
        Receipt = 1 "receipt" "the provider's answer to the request" "접수 응답",
        /// What it answered when the status was asked for.
        Status = 2 "status" "the provider's answer about the status" "상태 확인 응답",
        /// What Kakao answered to `identify`.
        Identify = 3 "identify" "Kakao's answer to identify" "카카오 identify 응답",
        /// What was sent to Kakao's `prepare`.
        Prepare = 4 "prepare" "the request to Kakao's prepare" "카카오 prepare 요청",
    }
}

/// One signed document.
pub(crate) struct ReturnedDocument {
    pub(crate) id: Option<String>,
    pub(crate) signed: Zeroizing<String>,
}

impl Response {
    pub(crate) const fn empty() -> Self {
        Self {
            result: ProviderStatus::Missing,
            status: ProviderStatus::Missing,
            id: None,
            login_id: None,
            documents: Vec::new(),
            is_list: false,
            ci: None,
            vid: None,
            person: BTreeMap::new(),
            required: &[],
            doc: None,
            signature_type: None,
            times: Times {
                requested: None,
                completed: None,
                malformed: Vec::new(),
            },
            not_null: Vec::new(),
            count: None,
            document_ids: None,
            raw: Value::Null,
            unknown: Vec::new(),
        }
    }

    /// The text of a signed document, by its place in the answer from 0.
    pub fn document(&self, index: usize) -> Option<&str> {
        Some(&self.documents.get(index)?.signed)
    }

    /// Takes a field about a person, in as many pieces as there are.
    pub(crate) fn take_person(
        &mut self,
        members: &Members<'_>,
        field: Field,
        names: &[&'static str],
    ) -> Result<(), FormatError> {
        let mut pieces = Vec::new();
        for name in names {
            pieces.extend(members.non_blank_text(name)?.map(owned));
        }
        if pieces.len() == names.len() {
            self.person.insert(field, pieces);
        }
        Ok(())
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("documents", &self.documents.len())
            .finish_non_exhaustive()
    }
}

pub(crate) fn owned(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

/// A provider's error code, such as `CE3101`, `E2013` or `-25000000`, if it looks like one, and
/// neither like a phone number nor like a birthday.
pub(crate) fn error_code(text: &str) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|octet| octet.is_ascii_digit());
    let letters = text.trim_end_matches(|char: char| char.is_ascii_digit());
    let is_prefix = |octet: u8| octet.is_ascii_alphabetic() || octet == b'_';
    let is_code = match text.strip_prefix('-') {
        Some(number) => (1..=8).contains(&number.len()) && is_digits(number),
        None => letters.len() <= 10 && letters.bytes().all(is_prefix),
    };
    let digits = text.len() - letters.len();
    let is_short = text.starts_with('-') || digits <= 5;
    (is_code && is_short && !text.is_empty()).then(|| text.to_owned())
}

/// The documents of an answer that has them in one member or another.
pub(crate) fn only_one<'v>(
    members: &Members<'v>,
    names: &[&'static str],
) -> Result<Option<(&'static str, &'v Value)>, FormatError> {
    let mut found = None;
    for name in names {
        if let Some(value) = members.value(name)
            && found.replace((*name, value)).is_some()
        {
            return Err(members.fault(FormatRule::Both, name));
        }
    }
    Ok(found)
}
