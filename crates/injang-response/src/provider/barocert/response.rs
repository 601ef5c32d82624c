//! Barocert's receipt, status and result objects, of all its services, and its exception.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::person::Field;
use crate::provider::AnswerMembers;
use crate::response::{ProviderStatus, Response, ReturnedDocument, error_code, only_one, owned};
use crate::times::{TimeNotation, Times};

/// The members that hold signed documents.
const SIGNED: [&str; 3] = ["signedData", "multiSignedData", "MultiSignedData"];

/// Where an answer has what.
pub(in crate::provider) const MEMBERS: AnswerMembers = AnswerMembers {
    id: "/receiptID",
    status: "/state",
    signed: &SIGNED,
    within: "",
    only_in_requests: &["token", "tokens"],
};

pub(in crate::provider) fn read(
    members: &Members<'_>,
    most: usize,
    response: &mut Response,
) -> Result<(), FormatError> {
    response.status = match members.integer("state")? {
        None => ProviderStatus::Missing,
        Some(0) => ProviderStatus::Pending,
        Some(1) => ProviderStatus::Success,
        Some(2) => ProviderStatus::Expired,
        Some(_) => ProviderStatus::Unknown,
    };
    // There is a state, and no result beside it.
    response.result = ProviderStatus::Success;
    // The guide's table of BarocertException says Code, its SDKs write code.
    if let Some((name, _)) = only_one(members, &["code", "Code"])? {
        let code = match members.integer(name) {
            Ok(code) => code.and_then(|code| error_code(&code.to_string())),
            Err(_) => members.text(name)?.and_then(error_code),
        };
        response.result = ProviderStatus::Failed(code);
    }
    // The login's.
    let login = members.identifier("txID")?;
    response.id = members.identifier("receiptID")?;
    if response.id.is_none() {
        response.id = login;
    } else {
        response.login_id = login;
    }
    documents(members, most, response)?;
    response.ci = members.non_blank_text("ci")?.map(owned);
    response.take_person(members, Field::Name, &["receiverName"])?;
    response.take_person(members, Field::Phone, &["receiverHP"])?;
    response.take_person(members, Field::Birthday, &["receiverYear", "receiverDay"])?;
    response.take_person(members, Field::Gender, &["receiverGender"])?;
    response.times = Times::read(
        members,
        TimeNotation::Digits,
        "requestDT",
        "completeDT",
        &["viewDT", "expireDT", "verifyDT"],
    );
    response.take_person(members, Field::Nationality, &["receiverForeign"])?;
    members.skip(&[
        "message",
        "Message",
        "scheme",
        "marketUrl",
        "clientCode",
        "receiverEmail",
        // Whose network a phone is in says nothing about who signs.
        "receiverTelcoType",
    ]);
    Ok(())
}

fn documents(
    members: &Members<'_>,
    most: usize,
    response: &mut Response,
) -> Result<(), FormatError> {
    let Some((name, value)) = only_one(members, &SIGNED)? else {
        return Ok(());
    };
    let all = match value {
        Value::Text(text) if name == "signedData" => vec![text.as_str()],
        _ if name == "signedData" => return Err(members.fault(FormatRule::NotText, name)),
        _ => members.texts(name)?.unwrap_or_default(),
    };
    if all.len() > most {
        return Err(members.fault(FormatRule::TooMany, name));
    }
    response.documents = all
        .into_iter()
        .map(|text| ReturnedDocument {
            id: None,
            signed: owned(text),
        })
        .collect();
    Ok(())
}
