//! Toss's answers (general sign guide): the request's, the status' and the result's, and failures.

use super::request::{doc_encrypted, signature_type};
use crate::format_error::FormatError;
use crate::members::Members;
use crate::person::Field;
use crate::provider::AnswerMembers;
use crate::response::{ProviderStatus, Response, ReturnedDocument, error_code, owned};
use crate::times::{TimeNotation, Times};

/// Where an answer has what.
pub(in crate::provider) const MEMBERS: AnswerMembers = AnswerMembers {
    id: "/success/txId",
    status: "/success/status",
    signed: &["signedDoc"],
    within: "/success",
    only_in_requests: &["doc", "requestType", "triggerType"],
};

pub(in crate::provider) fn read(
    members: &Members<'_>,
    response: &mut Response,
) -> Result<(), FormatError> {
    response.result = match members.text("resultType")? {
        None => ProviderStatus::Missing,
        Some("SUCCESS") => ProviderStatus::Success,
        Some("FAIL") => ProviderStatus::Failed(None),
        Some(_) => ProviderStatus::Unknown,
    };
    if let Some(error) = members.object("error")? {
        let code = error.text("errorCode")?.and_then(error_code);
        response.result = ProviderStatus::Failed(code);
        error.skip(&["errorType", "reason", "data", "title"]);
        error.list_unknown(&mut response.unknown);
    }
    if let Some(success) = members.object("success")? {
        read_success(&success, response)?;
        success.list_unknown(&mut response.unknown);
    }
    Ok(())
}

fn read_success(members: &Members<'_>, response: &mut Response) -> Result<(), FormatError> {
    response.id = members.identifier("txId")?;
    response.status = match members.text("status")? {
        None => ProviderStatus::Missing,
        Some("COMPLETED") => ProviderStatus::Success,
        Some("REQUESTED" | "IN_PROGRESS") => ProviderStatus::Pending,
        Some("EXPIRED") => ProviderStatus::Expired,
        Some(_) => ProviderStatus::Unknown,
    };
    if let Some(text) = members.text("signedDoc")? {
        response.documents.push(ReturnedDocument {
            id: response.id.clone(),
            signed: owned(text),
        });
    }
    response.signature_type = signature_type(members)?;
    let is_encrypted = doc_encrypted(members)?;
    response.doc = members.text("doc")?.map(|text| (owned(text), is_encrypted));
    response.times = Times::read(
        members,
        TimeNotation::WithOffset,
        "requestedDt",
        "completedDt",
        &[],
    );
    members.skip(&["appScheme", "androidAppUri", "iosAppUri"]);
    // "현재 버전에서 미사용으로 null 고정"
    for (name, pointer) in [
        ("randomValue", "/success/randomValue"),
        ("userCiToken", "/success/userCiToken"),
    ] {
        response
            .not_null
            .extend(members.value(name).map(|_| pointer));
    }
    let Some(person) = members.object("personalData")? else {
        return Ok(());
    };
    response.ci = person.non_blank_text("ci")?.map(owned);
    for (field, name) in [
        (Field::Name, "name"),
        // Not in the guide, and given by some contracts.
        (Field::Phone, "phone"),
        (Field::Birthday, "birthday"),
        (Field::Gender, "gender"),
        (Field::Nationality, "nationality"),
        (Field::Di, "di"),
    ] {
        response.take_person(&person, field, &[name])?;
    }
    for (name, pointer) in [
        ("ci2", "/success/personalData/ci2"),
        ("ciUpdate", "/success/personalData/ciUpdate"),
    ] {
        response
            .not_null
            .extend(person.value(name).map(|_| pointer));
    }
    person.list_unknown(&mut response.unknown);
    Ok(())
}
