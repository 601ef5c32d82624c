//! What was asked of the provider: requests, as their guides show them.

pub(crate) mod wrapper;

use crate::DecisionCode;
use crate::cipher::Secret;
use crate::digest_text::{self, Spelling};
use crate::hidden::{self, Hidden};
use crate::json::{JsonObject, Value};
use crate::keys::Keys;
use crate::person::{Field, Person};
use crate::product::Scheme;
use injang_core::{Digest, DigestAlgorithm, SignType};
use std::fmt;
use zeroize::Zeroizing;

/// A request that was sent to a provider. `Debug` shows how many documents there are only.
pub struct Request {
    /// The transaction's id, if the request has one.
    pub(crate) tx_id: Option<String>,
    /// The kind of signature, if one was asked for.
    pub(crate) sign_type: Option<SignType>,
    pub(crate) documents: Vec<RequestedDocument>,
    pub(crate) is_multi: bool,
    /// What the request says in clear about the person who was asked.
    pub(crate) person: Person,
    /// The same, encrypted.
    pub(crate) sealed_person: Vec<(Field, Zeroizing<String>)>,
    /// The CI of the person who was asked, encrypted: Toss's userCi.
    pub(crate) sealed_ci: Option<Zeroizing<String>>,
    /// The same in clear: Barocert's ci.
    pub(crate) clear_ci: Option<Zeroizing<String>>,
    /// The fields about the person that are there and are blank.
    pub(crate) blank_fields: Vec<Field>,
    /// The fields about the person that the guide requires of this request.
    pub(crate) required: Vec<Field>,
    /// Whether Toss was asked by CI (`USER_CI`).
    pub(crate) is_by_ci: bool,
    /// Toss's signatureType.
    pub(crate) signature_type: Option<&'static str>,
    /// The id of Toss's session in which the request was encrypted.
    pub(crate) session: Option<String>,
    /// Whether these are the texts that Barocert's SDK had encrypted.
    pub(crate) is_encrypted: bool,
    /// The whole, for what is found by pointers.
    pub(crate) raw: Value,
    pub(crate) unknown: Vec<String>,
}

/// One document that was asked to be signed.
pub(crate) struct RequestedDocument {
    pub(crate) id: Option<String>,
    pub(crate) form: SignedForm,
    pub(crate) digest_form: DigestForm,
}

/// Whether what is asked to be signed is the digest of an original file, and in which algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DigestForm {
    /// It is the original itself.
    NotADigest,
    /// It is a digest in the algorithm whose digests are so long.
    AlgorithmByLength,
    /// It is a digest in this algorithm.
    Algorithm(DigestAlgorithm),
}

impl DigestForm {
    /// The digest that a text writes.
    pub(crate) fn read(self, text: &str) -> Option<(Digest, Spelling)> {
        match self {
            Self::NotADigest => None,
            Self::AlgorithmByLength => digest_text::digest(text, None),
            Self::Algorithm(algorithm) => digest_text::digest(text, Some(algorithm)),
        }
    }

    /// The digest whose octets these are.
    fn octets(self, octets: &[u8]) -> Option<Digest> {
        match self {
            Self::NotADigest => None,
            Self::AlgorithmByLength => digest_text::of_length(octets),
            Self::Algorithm(algorithm) => Digest::new(algorithm, octets),
        }
    }
}

/// What is signed of a document.
pub(crate) enum SignedForm {
    /// JSON of the provider's making with this transaction id and data.
    Wrapped {
        tx_id: Option<Zeroizing<String>>,
        data: Value,
        others: OtherMembers,
        is_sealed: bool,
    },
    /// A text of which this is the encrypted form, with id and data in it.
    SealedWrapper(Zeroizing<String>),
    /// What has this digest; in a text that may be encrypted.
    Digest {
        text: Zeroizing<String>,
        is_sealed: bool,
    },
    /// This very text.
    Text {
        text: Zeroizing<String>,
        is_sealed: bool,
    },
    /// This text, JSON with this text as data, or what has the digest in it.
    Token(Zeroizing<String>),
    /// What the provider makes of the members of the request.
    Composed,
    /// Nobody knows: only the id is.
    Unknown,
}

/// What a document has beside its id and its data: it was asked to be signed too.
#[derive(Clone, Default)]
pub(crate) struct OtherMembers {
    pub(crate) members: JsonObject,
    /// Whether each may have been sent encrypted.
    pub(crate) may_be_sealed: bool,
}

/// One way to read what was asked.
pub(crate) struct Reading {
    pub(crate) asked: ExpectedContent,
    pub(crate) name: &'static str,
}

impl Reading {
    /// The digest that stands as it is in a request that is said to be encrypted: it may be one that
    /// was encrypted, or the request as it was before.
    /// So may the octets that came out of the cipher: under any key there are as many.
    pub(crate) fn doubtful_digest(&self, asked: &RequestedDocument) -> Option<Digest> {
        let is_doubtful = self.name == AS_SENT || self.name == DECRYPTED_OCTETS;
        match self.asked {
            ExpectedContent::Digest(digest, _) if is_doubtful && asked.is_sealed() => Some(digest),
            _ => None,
        }
    }

    /// Whether it was encrypted in the request.
    pub(crate) fn is_decrypted(&self) -> bool {
        self.name == DECRYPTED
    }
}

/// What is asked to be signed, in clear.
pub(crate) enum ExpectedContent {
    Wrapped {
        tx_id: Option<Zeroizing<String>>,
        data: Value,
        others: OtherMembers,
    },
    Digest(Digest, Spelling),
    Text(Zeroizing<String>),
    Token(Zeroizing<String>),
    Composed,
}

/// Readings of an encrypted text under the key that was used for it.
const DECRYPTED: &str = "decrypted";
/// Octets that were encrypted, and no text.
const DECRYPTED_OCTETS: &str = "decrypted-octets";
/// The text as it stands in the request.
pub(crate) const AS_SENT: &str = "as-sent";

impl Request {
    /// The kind of signature that it asks for, if it says or its provider has a default.
    pub fn sign_type(&self) -> Option<SignType> {
        self.sign_type
    }

    /// The ids of its documents, in order; of those that have none, their places from 1.
    pub fn ids(&self) -> Vec<String> {
        let id = |(index, document): (usize, &RequestedDocument)| {
            let own = document.id.clone();
            own.unwrap_or_else(|| (index + 1).to_string())
        };
        self.documents.iter().enumerate().map(id).collect()
    }

    pub(crate) fn empty(raw: Value) -> Self {
        Self {
            tx_id: None,
            sign_type: None,
            documents: Vec::new(),
            is_multi: false,
            person: Person::default(),
            sealed_person: Vec::new(),
            sealed_ci: None,
            clear_ci: None,
            blank_fields: Vec::new(),
            required: Vec::new(),
            is_by_ci: false,
            signature_type: None,
            session: None,
            is_encrypted: false,
            raw,
            unknown: Vec::new(),
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("documents", &self.documents.len())
            .field("sign_type", &self.sign_type)
            .finish_non_exhaustive()
    }
}

impl RequestedDocument {
    /// One of which only the receipt was given.
    pub(crate) const fn unknown(id: String) -> Self {
        Self::unreadable(Some(id))
    }

    /// One of which what was asked can't be read.
    pub(crate) const fn unreadable(id: Option<String>) -> Self {
        Self {
            id,
            form: SignedForm::Unknown,
            digest_form: DigestForm::NotADigest,
        }
    }

    /// One whose content the provider makes of the members of the request.
    pub(crate) const fn composed(id: Option<String>) -> Self {
        Self {
            id,
            form: SignedForm::Composed,
            digest_form: DigestForm::NotADigest,
        }
    }

    /// Whether the request was given.
    pub(crate) const fn is_known(&self) -> bool {
        !matches!(self.form, SignedForm::Unknown)
    }

    /// Whether it was sent encrypted.
    pub(crate) const fn is_sealed(&self) -> bool {
        match &self.form {
            SignedForm::Wrapped { is_sealed, .. }
            | SignedForm::Digest { is_sealed, .. }
            | SignedForm::Text { is_sealed, .. } => *is_sealed,
            SignedForm::SealedWrapper(_) => true,
            SignedForm::Token(_) | SignedForm::Composed | SignedForm::Unknown => false,
        }
    }

    /// The text that stands in the request, where one does.
    pub(crate) fn as_sent(&self) -> Option<&str> {
        match &self.form {
            SignedForm::SealedWrapper(text)
            | SignedForm::Digest { text, .. }
            | SignedForm::Text { text, .. }
            | SignedForm::Token(text) => Some(text),
            SignedForm::Wrapped { .. } | SignedForm::Composed | SignedForm::Unknown => None,
        }
    }

    /// Whether the document names another transaction than the one under which it was sent.
    pub(crate) fn names_other_id(&self) -> bool {
        match (&self.form, &self.id) {
            (
                SignedForm::Wrapped {
                    tx_id: Some(inner), ..
                },
                Some(outer),
            ) => inner.as_str() != outer,
            _ => false,
        }
    }

    /// Every way to read what was asked, in clear; and what kept others from being read. The text
    /// as sent comes first.
    pub(crate) fn readings(
        &self,
        keys: &Keys,
        scheme: Scheme,
    ) -> (Vec<Reading>, Option<DecisionCode>) {
        let mut readings = Vec::new();
        let mut obstacle = None;
        let mut push = |asked: Option<ExpectedContent>, name| {
            readings.extend(asked.map(|asked| Reading { asked, name }));
        };
        let mut decrypt = |text: &str| match keys.open(scheme, text).readings() {
            Ok(found) => found,
            Err(code) => {
                obstacle = Some(code);
                Vec::new()
            }
        };
        match &self.form {
            SignedForm::Wrapped {
                tx_id,
                data,
                others,
                is_sealed,
            } => {
                let wrapped = |data| {
                    let mut others = others.clone();
                    others.may_be_sealed = *is_sealed;
                    Some(ExpectedContent::Wrapped {
                        tx_id: tx_id.clone(),
                        data,
                        others,
                    })
                };
                push(wrapped(data.clone()), AS_SENT);
                if let (true, Some(text)) = (is_sealed, data.as_text()) {
                    for plain in decrypt(text) {
                        push(
                            plain_text(&plain).map(Value::Text).and_then(wrapped),
                            DECRYPTED,
                        );
                    }
                }
            }
            SignedForm::SealedWrapper(text) => {
                for plain in decrypt(text) {
                    let value = Value::parse(plain.octets()).ok();
                    push(value.as_ref().and_then(wrapper::decrypted), DECRYPTED);
                }
            }
            SignedForm::Digest { text, is_sealed } => {
                let read = |text: &str| {
                    let (digest, spelling) = self.digest_form.read(text)?;
                    Some(ExpectedContent::Digest(digest, spelling))
                };
                // A digest that was encrypted can be as long as one: what was sent is one of an encrypted
                // request only if the signature is over it.
                push(read(text), AS_SENT);
                if *is_sealed {
                    for plain in decrypt(text) {
                        push(plain.text().and_then(read), DECRYPTED);
                        let digest = self.digest_form.octets(plain.octets());
                        let asked = digest.map(|it| ExpectedContent::Digest(it, Spelling::Octets));
                        push(asked, DECRYPTED_OCTETS);
                    }
                }
            }
            SignedForm::Text { text, is_sealed } => {
                push(Some(ExpectedContent::Text(text.clone())), AS_SENT);
                if *is_sealed {
                    for plain in decrypt(text) {
                        push(plain_text(&plain).map(ExpectedContent::Text), DECRYPTED);
                    }
                }
            }
            SignedForm::Token(text) => push(Some(ExpectedContent::Token(text.clone())), AS_SENT),
            SignedForm::Composed => push(Some(ExpectedContent::Composed), AS_SENT),
            SignedForm::Unknown => {}
        }
        // Under another key nothing that is a text comes out.
        let is_decrypted = readings.iter().any(|reading| reading.name == DECRYPTED);
        if self.is_sealed() && !is_decrypted && obstacle.is_none() {
            obstacle = Some(DecisionCode::FieldUndecryptable);
        }
        (readings, obstacle)
    }
}

impl ExpectedContent {
    /// Whether it may be a ciphertext, or has one in it.
    pub(crate) fn may_be_ciphertext(&self) -> bool {
        match self {
            Self::Wrapped { data, others, .. } => {
                hidden::may_be_in(data) || others.members.values().any(hidden::may_be_in)
            }
            Self::Text(text) | Self::Token(text) => hidden::may_be_in_text(text),
            Self::Digest(..) | Self::Composed => true,
        }
    }

    /// The transaction's id in it.
    pub(crate) fn tx_id(&self) -> Option<&str> {
        match self {
            Self::Wrapped { tx_id, .. } => tx_id.as_ref().map(|it| it.as_str()),
            _ => None,
        }
    }

    /// What is known to be a ciphertext in it, as it was sent or after one decryption: under the keys, or
    /// by its looks where a text is all of it, or all of a value in it, and no digest. A token of a
    /// product that has no document may be a random text by itself: `has_document`.
    pub(crate) fn ciphertext(&self, has_document: bool, keys: &Hidden<'_>) -> Option<DecisionCode> {
        let (found, is_alike) = match self {
            Self::Wrapped { data, others, .. } => {
                let mut all = others.members.values();
                let is_alike = hidden::is_any_by_looks(data) || all.any(hidden::is_any_by_looks);
                (keys.in_value(data), is_alike)
            }
            Self::Text(text) => (keys.in_text(text), hidden::is_text_by_looks(text)),
            Self::Token(text) => (
                keys.in_text(text),
                has_document && hidden::is_text_by_looks(text),
            ),
            Self::Digest(..) | Self::Composed => return None,
        };
        let is_known = found == Some(DecisionCode::ContentEncrypted);
        (is_known || is_alike).then_some(DecisionCode::ContentEncrypted)
    }

    /// Whether it is this very text.
    pub(crate) fn is_text(&self, other: &str) -> bool {
        matches!(self, Self::Text(text) if text.as_str() == other)
    }

    /// The digest that an original file must have, if it is a digest that was asked for.
    pub(crate) fn digest(&self, digest_form: DigestForm) -> Option<Digest> {
        let text = match self {
            Self::Digest(digest, _) => return Some(*digest),
            Self::Wrapped { data, .. } => data.as_text()?,
            Self::Text(text) | Self::Token(text) => text,
            Self::Composed => return None,
        };
        digest_form.read(text).map(|(digest, _)| digest)
    }
}

/// The text of something decrypted.
pub(crate) fn plain_text(plain: &Secret) -> Option<Zeroizing<String>> {
    plain.text().map(|text| Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_may_hide_something() {
        let may =
            |text: &str| ExpectedContent::Text(Zeroizing::new(text.to_owned())).may_be_ciphertext();
        for text in [
            "j3YE45j+tg+C",
            "v1$542f4ed4$B4TS3vREe6m3",
            r#"{"text": "wiOUiKSvHTKyyGbm"}"#,
            "<p>wiOUiKSvHTKyyGbm</p>",
            "wiOUiKSvHTKy\r\nyGbm",
        ] {
            assert!(may(text), "{text}");
        }
        for text in ["시험 계약서", "an agreement of two", "국민은행 000-00-0000"] {
            assert!(!may(text), "{text}");
        }
    }
}
