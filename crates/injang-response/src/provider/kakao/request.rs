//! Kakao's `request` (K3500 guide, "전자서명 요청하기"), and what the other products' requests have
//! in common with it.

use crate::digest_text;
use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use crate::request::{
    DigestForm, ExpectedContent, Request, RequestedDocument, SignedForm, wrapper,
};
use injang_core::{DigestAlgorithm, SignType};
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// Members of Kakao's requests that say how to ask, and not what is agreed to (K3500 guide,
/// "전자서명 요청하기").
pub(in crate::provider) const HOW_TO_ASK: [&str; 14] = [
    "settle_id",
    "tx_id",
    "return_url",
    "expires_in",
    "document_title",
    "sign_type",
    "document_type",
    "hash_type",
    "document_encrypted",
    "extra_message",
    "identify_items",
    "call_center_number",
    "call_center_name",
    "request_organization",
];

/// Members of `delegate_info` that say how to ask, and whom, which is compared by itself (K3500
/// guide, "사용자 인증 요청 안내문"). Whatever else is in it may say for whom the signature is.
pub(in crate::provider) const DELEGATE_INFO: [&str; 5] = [
    "request_type",
    "receiver_name",
    "call_center_number",
    "call_center_name",
    "request_organization",
];

/// Documents of a request at most (`count`).
const MOST_DOCUMENTS: usize = 200;

/// Still sent, in `delegate_info` or beside it.
const DEPRECATED: [&str; 3] = [
    "call_center_number",
    "call_center_name",
    "request_organization",
];

/// What a document is (`document_type`).
#[derive(Clone, Copy, PartialEq, Eq)]
enum DocumentType {
    Text,
    Hash,
    PlainHash,
}

/// How the documents of a request are written.
struct DocumentOptions {
    kind: DocumentType,
    /// `hash_type`; `None` for NONE.
    hash: Option<DigestAlgorithm>,
    is_encrypted: bool,
}

pub(in crate::provider) fn read(value: Value) -> Result<Request, FormatError> {
    let members = Members::top(&value)?;
    let manner = manner(&members)?;
    let tx_id = members.identifier("tx_id")?;
    let sign_type = match members.text("sign_type")? {
        None | Some("MESSAGE") => SignType::Message,
        Some("SIGNED_ATTRIBUTE") => SignType::SignedAttribute,
        Some(_) => return Err(members.fault(FormatRule::Unknown, "sign_type")),
    };
    let mut documents = Vec::new();
    let single = members.text("document")?;
    let many = members.objects("documents")?;
    let nonces = [members.value("data"), members.value("state")];
    let is_empty = single.is_none() && many.is_none() && nonces.iter().all(Option::is_none);
    if tx_id.is_none() && is_empty {
        return Err(members.fault(FormatRule::Missing, "tx_id"));
    }
    if many.as_ref().is_some_and(|all| all.len() > MOST_DOCUMENTS) {
        return Err(members.fault(FormatRule::TooMany, "documents"));
    }
    let is_multi = many.is_some();
    if let Some(text) = single {
        if is_multi {
            return Err(members.fault(FormatRule::Both, "documents"));
        }
        documents.push(document(tx_id.clone(), text, &manner, "/document")?);
    }
    let mut unknown = Vec::new();
    let mut ids = BTreeSet::new();
    for inner in many.into_iter().flatten() {
        let id = inner
            .identifier("document_tx_id")?
            .ok_or_else(|| inner.fault(FormatRule::Missing, "document_tx_id"))?;
        if !ids.insert(id.clone()) {
            return Err(inner.fault(FormatRule::Repeated, "document_tx_id"));
        }
        inner.skip(&["document_title"]);
        let text = inner.needed_text("document")?;
        let pointer = inner.pointer("document");
        documents.push(document(Some(id), text, &manner, &pointer)?);
        inner.list_unknown(&mut unknown);
    }
    let receiver = receiver_name(&members, &mut unknown)?;
    members.skip(&[
        "settle_id",
        "return_url",
        "expires_in",
        "document_title",
        "extra_message",
    ]);
    members.skip(&DEPRECATED);
    // What of them comes back is looked up in the whole.
    members.texts("identify_items")?;
    members.list_unknown(&mut unknown);
    let mut request = Request::empty(Value::Null);
    request.tx_id = tx_id;
    request.sign_type = Some(sign_type);
    request.documents = documents;
    request.sealed_person.extend(receiver.sealed);
    request.blank_fields.extend(receiver.blank);
    request.is_multi = is_multi;
    request.unknown = unknown;
    drop(members);
    request.raw = value;
    Ok(request)
}

/// The name of the person who is asked.
#[derive(Default)]
struct Receiver {
    sealed: Option<(Field, Zeroizing<String>)>,
    /// The same, if it is there and null.
    blank: Option<Field>,
}

/// `delegate_info.receiver_name` ("암호화 필수").
fn receiver_name(
    members: &Members<'_>,
    unknown: &mut Vec<String>,
) -> Result<Receiver, FormatError> {
    let Some(inner) = members.object("delegate_info")? else {
        return Ok(Receiver::default());
    };
    let name = inner.text("receiver_name")?;
    let is_null = name.is_none() && inner.has("receiver_name");
    inner.skip(&["request_type"]);
    inner.skip(&DEPRECATED);
    inner.list_unknown(unknown);
    Ok(Receiver {
        sealed: name.map(|text| (Field::Name, Zeroizing::new(text.to_owned()))),
        blank: is_null.then_some(Field::Name),
    })
}

fn manner(members: &Members<'_>) -> Result<DocumentOptions, FormatError> {
    let kind = match members.text("document_type")? {
        None | Some("TEXT") => DocumentType::Text,
        Some("HASH") => DocumentType::Hash,
        Some("PLAIN_HASH") => DocumentType::PlainHash,
        Some(_) => return Err(members.fault(FormatRule::Unknown, "document_type")),
    };
    let hash = match (members.text("hash_type")?, kind) {
        (None, DocumentType::PlainHash) => Some(DigestAlgorithm::Sha256),
        (None | Some("NONE"), DocumentType::Text | DocumentType::Hash) => None,
        // What PLAIN_HASH signs is a digest.
        (Some("NONE"), DocumentType::PlainHash) => {
            return Err(members.fault(FormatRule::NoneWithPlainHash, "hash_type"));
        }
        (Some(name), _) => Some(
            digest_text::algorithm(name)
                .ok_or_else(|| members.fault(FormatRule::Unknown, "hash_type"))?,
        ),
    };
    Ok(DocumentOptions {
        kind,
        hash,
        is_encrypted: members.boolean("document_encrypted")?.unwrap_or(false),
    })
}

fn document(
    id: Option<String>,
    text: &str,
    manner: &DocumentOptions,
    pointer: &str,
) -> Result<RequestedDocument, FormatError> {
    let owned = || Zeroizing::new(text.to_owned());
    // An encrypted text can't be checked here for its form: that is done after decryption.
    let form = if manner.kind == DocumentType::PlainHash {
        if !manner.is_encrypted && digest_text::digest(text, manner.hash).is_none() {
            return Err(FormatError::at_member(FormatRule::PlainHash, pointer));
        }
        SignedForm::Digest {
            text: owned(),
            is_sealed: manner.is_encrypted,
        }
    } else {
        let parsed = Value::parse(text.as_bytes()).map_err(|error| error.within(pointer));
        match parsed {
            Err(_) if manner.is_encrypted => SignedForm::SealedWrapper(owned()),
            Err(error) => return Err(error),
            Ok(value) => match wrapper::read(&value, pointer)? {
                ExpectedContent::Wrapped {
                    tx_id,
                    data,
                    others,
                } => SignedForm::Wrapped {
                    tx_id,
                    data,
                    others,
                    is_sealed: manner.is_encrypted,
                },
                _ => return Err(FormatError::at_member(FormatRule::Form, pointer)),
            },
        }
    };
    Ok(RequestedDocument {
        id,
        form,
        digest_form: match (manner.kind, manner.hash) {
            (DocumentType::Text, _) => DigestForm::NotADigest,
            (_, None) => DigestForm::AlgorithmByLength,
            (_, Some(algorithm)) => DigestForm::Algorithm(algorithm),
        },
    })
}
