//! Barocert's request objects (`RequestMultiSign` guide and the SDK's objects of the other services),
//! with their texts in clear, as the relying party wrote them before the SDK encrypted them.

use super::{AskedDocument, Form, Hashed, Request};
use crate::form::{Fault, FormError};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use injang::DigestAlgorithm;
use zeroize::Zeroizing;

/// Documents of a request at most, of anybody's products.
const MOST_DOCUMENTS: usize = 200;

/// What a token is (`tokenType`).
#[derive(Clone, Copy)]
enum TokenType {
    Text,
    Hash,
    Pdf,
}

fn token_type(members: &Members<'_>) -> Result<Option<TokenType>, FormError> {
    Ok(match members.text("tokenType")? {
        None => None,
        Some("TEXT") => Some(TokenType::Text),
        Some("HASH") => Some(TokenType::Hash),
        Some("PDF") => Some(TokenType::Pdf),
        Some(_) => return Err(members.fault(Fault::Unknown, "tokenType")),
    })
}

pub(super) fn read(value: Value) -> Result<Request, FormError> {
    let members = Members::top(&value)?;
    let common = token_type(&members)?;
    let token = |text: &str, kind: Option<TokenType>| AskedDocument {
        id: None,
        form: Form::Token(Zeroizing::new(text.to_owned())),
        hashed: match kind.or(common).unwrap_or(TokenType::Text) {
            TokenType::Text => Hashed::No,
            TokenType::Hash => Hashed::ByLength,
            // "Hash(SHA-256), Base64(URL Safe No Padding)"
            TokenType::Pdf => Hashed::By(DigestAlgorithm::Sha256),
        },
    };
    let mut unknown = Vec::new();
    let single = members.text("token")?.map(|text| token(text, None));
    let mut documents: Vec<_> = single.into_iter().collect();
    let many = members.objects("tokens")?;
    let is_multi = many.is_some();
    if is_multi && !documents.is_empty() {
        return Err(members.fault(Fault::Both, "tokens"));
    }
    if many.as_ref().is_some_and(|all| all.len() > MOST_DOCUMENTS) {
        return Err(members.fault(Fault::TooMany, "tokens"));
    }
    for inner in many.into_iter().flatten() {
        // Naver's tokens have a type each.
        let kind = token_type(&inner)?;
        documents.push(token(inner.needed_text("token")?, kind));
        inner.skip(&["signTitle"]);
        inner.list_unknown(&mut unknown);
    }
    let mut request = Request::empty(Value::Null);
    for (field, name) in [
        (Field::Name, "receiverName"),
        (Field::Birthday, "receiverBirthday"),
        (Field::Phone, "receiverHP"),
    ] {
        request.person.hold(field, members.text(name)?);
    }
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
    request.unknown = unknown;
    request.raw = value;
    Ok(request)
}
