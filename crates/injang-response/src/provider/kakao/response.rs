//! Kakao's answers: `verify` and `status` (K3500 guide), `prepare`, `request` and `identify`.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use crate::provider::AnswerMembers;
use crate::response::{ProviderStatus, Response, ReturnedDocument, error_code, only_one, owned};
use crate::times::{TimeNotation, Times};

/// The members that hold signed documents.
const SIGNED: [&str; 3] = ["signed_document", "signed_data", "signed_documents"];

/// Where an answer has what.
pub(in crate::provider) const MEMBERS: AnswerMembers = AnswerMembers {
    id: "/tx_id",
    status: "/status",
    signed: &SIGNED,
    within: "",
    only_in_requests: &["document", "documents", "delegate_info", "return_url"],
};

pub(in crate::provider) fn read(
    members: &Members<'_>,
    most: usize,
    response: &mut Response,
) -> Result<(), FormatError> {
    response.result = match members.text("result")? {
        None => ProviderStatus::Missing,
        Some("Y") => ProviderStatus::Success,
        Some("N") => ProviderStatus::Failed(None),
        Some(_) => ProviderStatus::Unknown,
    };
    response.status = match members.text("status")? {
        None => ProviderStatus::Missing,
        // The guide's table says COMPLETE, its examples COMPLETED.
        Some("COMPLETED" | "COMPLETE") => ProviderStatus::Success,
        Some("REQUESTED") => ProviderStatus::Pending,
        Some("EXPIRED") => ProviderStatus::Expired,
        Some(_) => ProviderStatus::Unknown,
    };
    error(members, response)?;
    response.id = members.identifier("tx_id")?;
    documents(members, most, response)?;
    response.document_ids = document_ids(members)?;
    response.ci = members.non_blank_text("ci")?.map(owned);
    response.vid = members.non_blank_text("vid")?.map(owned);
    for (field, name) in [
        (Field::Name, "name"),
        (Field::Phone, "phone_no"),
        (Field::Birthday, "birthday"),
        (Field::Gender, "gender"),
    ] {
        response.take_person(members, field, &[name])?;
    }
    response.times = Times::read(
        members,
        TimeNotation::Korean,
        "created_at",
        "completed_at",
        &["viewed_at", "expired_at", "partner_notified_at"],
    );
    members.skip(&[
        "scheme",
        // The nonces of K1110 and K2100.
        "data",
        "state",
        // Of `prepare`'s request, which says whom to ask.
        "type",
        "settle_id",
        "enc_version",
    ]);
    response.count = match members.value("count") {
        // "기본: 1"
        None => Some(1),
        Some(Value::Number(count)) => Some(*count),
        Some(Value::Text(text)) => text.parse().ok(),
        Some(_) => return Err(members.fault(FormatRule::NotInteger, "count")),
    };
    Ok(())
}

/// `document_tx_ids`: a list in the guide's examples and a String in its table, which is read as the JSON
/// of such a list, or as its ids with commas between them.
fn document_ids(members: &Members<'_>) -> Result<Option<Vec<String>>, FormatError> {
    const NAME: &str = "document_tx_ids";
    let Some(Value::Text(text)) = members.value(NAME) else {
        let ids = members.texts(NAME)?;
        return Ok(ids.map(|ids| ids.into_iter().map(str::to_owned).collect()));
    };
    let text = text.trim();
    if !text.starts_with('[') {
        let ids = text.split(',').map(str::trim).filter(|id| !id.is_empty());
        return Ok(Some(ids.map(str::to_owned).collect()));
    }
    let list =
        Value::parse(text.as_bytes()).map_err(|error| error.within(&members.pointer(NAME)))?;
    let Value::Array(ids) = list else {
        return Err(members.fault(FormatRule::NotArray, NAME));
    };
    let id = |id: &Value| id.as_text().map(str::to_owned);
    let ids: Option<Vec<String>> = ids.iter().map(id).collect();
    ids.map(Some)
        .ok_or_else(|| members.fault(FormatRule::NotText, NAME))
}

/// The fields about a person that the guide requires of `prepare`, by its type: `PERSONAL_INFO` if none is
/// there, unless there is a CI. Another type than the guide's is refused.
pub(in crate::provider) fn required(prepare: &Value) -> Result<&'static [Field], FormatError> {
    let members = Members::top(prepare)?;
    let is_by_ci = members.non_blank_text("ci")?.is_some();
    Ok(match members.text("type")? {
        None if is_by_ci => &[],
        None | Some("PERSONAL_INFO") => &[Field::Name, Field::Phone, Field::Birthday],
        Some("CI_WITH_PHONE_NO") => &[Field::Phone],
        Some("CI") => &[],
        Some(_) => return Err(members.fault(FormatRule::Unknown, "type")),
    })
}

/// An error in place of an answer.
fn error(members: &Members<'_>, response: &mut Response) -> Result<(), FormatError> {
    for name in ["error_code", "errcode", "code"] {
        let code = match members.value(name) {
            None => continue,
            Some(_) => match members.text(name) {
                Ok(text) => text.and_then(error_code),
                Err(_) => members
                    .integer(name)?
                    .and_then(|code| error_code(&code.to_string())),
            },
        };
        response.result = ProviderStatus::Failed(code);
    }
    members.skip(&["message", "msg", "errmsg", "error_message"]);
    Ok(())
}

fn documents(
    members: &Members<'_>,
    most: usize,
    response: &mut Response,
) -> Result<(), FormatError> {
    // Other products' guides, and the steps of the VID, call it signed_data.
    let Some((name, _)) = only_one(members, &SIGNED)? else {
        return Ok(());
    };
    if name != "signed_documents" {
        let signed = owned(members.needed_text(name)?);
        response
            .documents
            .push(ReturnedDocument { id: None, signed });
        return Ok(());
    }
    response.is_list = true;
    let all = members.objects(name)?.unwrap_or_default();
    if all.len() > most {
        return Err(members.fault(FormatRule::TooMany, name));
    }
    for inner in all {
        let id = inner
            .identifier("document_tx_id")?
            .ok_or_else(|| inner.fault(FormatRule::Missing, "document_tx_id"))?;
        response.documents.push(ReturnedDocument {
            id: Some(id),
            signed: owned(inner.needed_text("signed_document")?),
        });
        inner.list_unknown(&mut response.unknown);
    }
    Ok(())
}
