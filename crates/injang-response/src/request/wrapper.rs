//! The JSON in which Kakao, and Barocert over Kakao, wraps what is to be signed.

use super::ExpectedContent;
use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use zeroize::Zeroizing;

/// `{"txId", "data"}`, as it stands in the text of `document`.
pub(crate) fn read(value: &Value, pointer: &str) -> Result<ExpectedContent, FormatError> {
    let members = Members::within(value, pointer.to_owned())?;
    let tx_id = members.needed_text("txId")?;
    let data = members
        .value("data")
        .ok_or_else(|| members.fault(FormatRule::Missing, "data"))?;
    Ok(ExpectedContent::Wrapped {
        tx_id: Some(Zeroizing::new(tx_id.to_owned())),
        data: data.clone(),
    })
}

/// The same of a text that was encrypted.
pub(super) fn decrypted(value: &Value) -> Option<ExpectedContent> {
    read(value, "").ok()
}
