//! Toss's `/sign/doc/request` (general sign guide, "일반 전자서명 요청 API").

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::keys::session_of;
use crate::members::Members;
use crate::person::Field;
use crate::request::{DigestForm, Request, RequestedDocument, SignedForm};
use injang_core::SignType;
use zeroize::Zeroizing;

/// A signature with its content.
pub(crate) const PKCS7: &str = "PKCS7";
/// A signature without it, over attributes.
pub(crate) const NO_CONTENT: &str = "PKCS7_NO_CONTENT_WITH_ATTR";

/// 1. Reads what is to be signed: a text, or the base64 digest of a file.
/// 2. Reads whom the request names: by CI, or by name, phone number and birthday. `requestType` decides;
///    without it, the presence of `userCi` does.
/// 3. Lists the members that the guide does not name.
pub(in crate::provider) fn read(value: Value) -> Result<Request, FormatError> {
    let members = Members::top(&value)?;
    let signature_type = signature_type(&members)?.unwrap_or(PKCS7);
    let is_pdf = match members.text("docType")? {
        None | Some("TEXT" | "HTML") => false,
        Some("PDF") => true,
        Some(_) => return Err(members.fault(FormatRule::Unknown, "docType")),
    };
    let is_sealed = doc_encrypted(&members)?;
    let text = Zeroizing::new(members.needed_text("doc")?.to_owned());
    let has_no_content = signature_type == NO_CONTENT;
    if has_no_content && !is_sealed && DigestForm::AlgorithmByLength.read(&text).is_none() {
        return Err(members.fault(FormatRule::Digest, "doc"));
    }
    let form = if has_no_content {
        SignedForm::Digest { text, is_sealed }
    } else {
        SignedForm::Text { text, is_sealed }
    };
    let mut request = Request::empty(Value::Null);
    request.tx_id = members.identifier("txId")?;
    request.sign_type = Some(SignType::SignedAttribute);
    request.signature_type = Some(signature_type);
    request.documents = vec![RequestedDocument {
        id: None,
        form,
        digest_form: if has_no_content || is_pdf {
            DigestForm::AlgorithmByLength
        } else {
            DigestForm::NotADigest
        },
    }];
    let ci = members.non_blank_text("userCi")?;
    // The guide requires all of them for USER_PERSONAL, and no field for USER_CI.
    let kind = members.text("requestType")?;
    if !matches!(kind, None | Some("USER_PERSONAL" | "USER_CI")) {
        return Err(members.fault(FormatRule::Unknown, "requestType"));
    }
    let is_personal = kind == Some("USER_PERSONAL") || kind.is_none() && ci.is_none();
    request.is_by_ci = kind == Some("USER_CI") || kind.is_none() && ci.is_some();
    for (field, name) in [
        (Field::Name, "userName"),
        (Field::Phone, "userPhone"),
        (Field::Birthday, "userBirthday"),
    ] {
        match members.text(name)? {
            None => {}
            // Blank: not a ciphertext, so there is nothing to compare.
            Some(text) if text.trim().is_empty() => request.blank_fields.push(field),
            Some(text) => {
                let sealed = Zeroizing::new(text.to_owned());
                request.sealed_person.push((field, sealed));
            }
        }
        if is_personal {
            request.required.push(field);
        }
    }
    request.sealed_ci = ci.map(|text| Zeroizing::new(text.to_owned()));
    request.session = members.text("sessionKey")?.and_then(session_of);
    members.skip(&[
        "triggerType",
        "serviceName",
        "docTitle",
        "expireSeconds",
        "successCallbackUrl",
        "failCallbackUrl",
    ]);
    members.list_unknown(&mut request.unknown);
    drop(members);
    request.raw = value;
    Ok(request)
}

/// `signatureType`.
pub(crate) fn signature_type(members: &Members<'_>) -> Result<Option<&'static str>, FormatError> {
    match members.text("signatureType")? {
        None => Ok(None),
        Some(text) => [PKCS7, NO_CONTENT]
            .into_iter()
            .find(|known| *known == text)
            .map(Some)
            .ok_or_else(|| members.fault(FormatRule::Unknown, "signatureType")),
    }
}

/// `docEncrypted`: a boolean in the examples and a String in the table.
pub(crate) fn doc_encrypted(members: &Members<'_>) -> Result<bool, FormatError> {
    match members.value("docEncrypted") {
        Some(Value::Text(text)) if text.as_str() == "true" => Ok(true),
        Some(Value::Text(text)) if text.as_str() == "false" => Ok(false),
        _ => Ok(members.boolean("docEncrypted")?.unwrap_or(false)),
    }
}
