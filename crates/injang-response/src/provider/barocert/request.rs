//! Barocert's request objects (`RequestMultiSign` guide and the SDK's objects of the other services),
//! with their texts in clear, as the relying party wrote them before the SDK encrypted them.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use crate::request::{DigestForm, Request, RequestedDocument, SignedForm};
use injang_core::DigestAlgorithm;
use injang_core::armor::BASE64;
use zeroize::Zeroizing;

/// Members that say how to ask, and not what is agreed to: whom to ask is compared by itself.
pub(in crate::provider) const HOW_TO_ASK: [&str; 16] = [
    "clientCode",
    "ci",
    "receiverHP",
    "receiverName",
    "receiverBirthday",
    "receiverEmail",
    "reqTitle",
    "reqMessage",
    "extraMessage",
    "callCenterNum",
    "expireIn",
    "signTitle",
    "tokenType",
    "appUseYN",
    "returnURL",
    "deviceOSType",
];

/// Documents of a request at most, of anybody's products.
const MOST_DOCUMENTS: usize = 200;

/// Octets of a ciphertext at least: a birthday has eight characters, and no cipher makes it shorter.
const LEAST_CIPHERTEXT: usize = 8;
/// Characters of a CI in clear.
const CI_LENGTH: usize = 88;

/// What a token is (`tokenType`).
#[derive(Clone, Copy)]
enum TokenType {
    Text,
    Hash,
    Pdf,
}

fn token_type(members: &Members<'_>) -> Result<Option<TokenType>, FormatError> {
    Ok(match members.text("tokenType")? {
        None => None,
        Some("TEXT") => Some(TokenType::Text),
        Some("HASH") => Some(TokenType::Hash),
        Some("PDF") => Some(TokenType::Pdf),
        Some(_) => return Err(members.fault(FormatRule::Unknown, "tokenType")),
    })
}

/// Whether this is the object after the SDK's `encrypt`, which turns `receiverHP`, `receiverName`,
/// `receiverBirthday`, or `ci` in their place, and every token into base64 of a ciphertext, most
/// often with a random IV before it.
///
/// Tokens and names in clear may be base64 by themselves. A phone number or a birthday in clear
/// has no letter, and a CI in clear has 88 characters: one of them that is base64 and is not so
/// was encrypted, and so was the whole.
fn is_encrypted(value: &Value) -> bool {
    let text = |name| value.as_object()?.get(name)?.as_text().map(str::trim);
    let octets = |text: &str| BASE64.decode(text).map_or(0, |octets| octets.len());
    let is_ciphertext = |text: &str| {
        text.chars().any(|char| char.is_ascii_alphabetic()) && octets(text) >= LEAST_CIPHERTEXT
    };
    let is_receiver = ["receiverHP", "receiverBirthday"]
        .into_iter()
        .filter_map(text)
        .any(is_ciphertext);
    let is_ci = text("ci").is_some_and(|text| text.len() > CI_LENGTH && is_ciphertext(text));
    is_receiver || is_ci
}

pub(in crate::provider) fn read(value: Value) -> Result<Request, FormatError> {
    let members = Members::top(&value)?;
    let common = token_type(&members)?;
    let is_encrypted = is_encrypted(&value);
    let token = |text: &str, kind: Option<TokenType>| RequestedDocument {
        id: None,
        form: if is_encrypted {
            SignedForm::Unknown
        } else {
            SignedForm::Token(Zeroizing::new(text.to_owned()))
        },
        digest_form: match kind.or(common).unwrap_or(TokenType::Text) {
            TokenType::Text => DigestForm::NotADigest,
            TokenType::Hash => DigestForm::AlgorithmByLength,
            // "Hash(SHA-256), Base64(URL Safe No Padding)"
            TokenType::Pdf => DigestForm::Algorithm(DigestAlgorithm::Sha256),
        },
    };
    // "Hash(SHA-256), Base64(URL Safe No Padding)"
    let is_usable = |text: &str, kind: Option<TokenType>| {
        let is_pdf = matches!(kind.or(common), Some(TokenType::Pdf));
        is_encrypted
            || !is_pdf
            || DigestForm::Algorithm(DigestAlgorithm::Sha256)
                .read(text)
                .is_some()
    };
    let mut unknown = Vec::new();
    let single = members.text("token")?;
    if single.is_some_and(|text| !is_usable(text, None)) {
        return Err(members.fault(FormatRule::Digest, "token"));
    }
    let single = single.map(|text| token(text, None));
    let mut documents: Vec<_> = single.into_iter().collect();
    let many = members.objects("tokens")?;
    let is_multi = many.is_some();
    if is_multi && !documents.is_empty() {
        return Err(members.fault(FormatRule::Both, "tokens"));
    }
    if many.as_ref().is_some_and(|all| all.len() > MOST_DOCUMENTS) {
        return Err(members.fault(FormatRule::TooMany, "tokens"));
    }
    for inner in many.into_iter().flatten() {
        // Naver's tokens have a type each.
        let kind = token_type(&inner)?;
        let text = inner.needed_text("token")?;
        if !is_usable(text, kind) {
            return Err(inner.fault(FormatRule::Digest, "token"));
        }
        documents.push(token(text, kind));
        inner.skip(&["signTitle"]);
        inner.list_unknown(&mut unknown);
    }
    let mut request = Request::empty(Value::Null);
    // In place of the receiver's fields, each of which the guide requires otherwise.
    let ci = members.non_blank_text("ci")?;
    for (field, name) in [
        (Field::Name, "receiverName"),
        (Field::Birthday, "receiverBirthday"),
        (Field::Phone, "receiverHP"),
    ] {
        let sent = members.text(name)?;
        let text = sent.filter(|_| !is_encrypted);
        request.person.hold(field, text);
        // The encrypted field has a value that can't be read here; that is reported.
        let is_unread = is_encrypted && sent.is_some();
        if text.is_some() && request.person.get(field).is_none() {
            request.blank_fields.push(field);
        }
        if ci.is_none() && !is_unread {
            request.required.push(field);
        }
    }
    let ci = ci.filter(|_| !is_encrypted);
    request.clear_ci = ci.map(|text| Zeroizing::new(text.to_owned()));
    members.skip(&[
        "receiverEmail",
        "reqTitle",
        "reqMessage",
        "extraMessage",
        "callCenterNum",
        "expireIn",
        "signTitle",
        "appUseYN",
        "returnURL",
        "deviceOSType",
        // Of the debit agreement.
        "requestCorp",
        "bankName",
        "bankAccountNum",
        "bankAccountName",
        "bankAccountBirthday",
        "bankServiceType",
    ]);
    members.list_unknown(&mut unknown);
    drop(members);
    request.documents = documents;
    request.is_multi = is_multi;
    request.is_encrypted = is_encrypted;
    request.unknown = unknown;
    request.raw = value;
    Ok(request)
}
