//! Toss's `/sign/doc/result` request (general sign guide, "일반 전자서명 결과조회 API").

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::keys::session_of;
use crate::members::Members;
use std::fmt;

/// The request with which a relying party asked Toss for the result: which transaction, and in which
/// session Toss was to encrypt the fields of its answer.
/// `Debug` shows the transaction's id only.
pub struct ResultRequest {
    /// The transaction's id.
    pub(crate) tx_id: String,
    /// The id of the session; `None` where it sent none.
    pub(crate) session: Option<String>,
    pub(crate) unknown: Vec<String>,
}

impl fmt::Debug for ResultRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResultRequest")
            .field("tx_id", &self.tx_id)
            .finish_non_exhaustive()
    }
}

impl ResultRequest {
    /// Reads a request: a `txId`, and a `sessionKey` as Toss's SDK writes it. The key itself is under
    /// Toss's RSA key, and can't be read here; only the session's id is taken.
    pub fn parse(text: &[u8]) -> Result<Self, FormatError> {
        let value = Value::parse(text)?;
        let members = Members::top(&value)?;
        let tx_id = members.identifier("txId")?;
        let tx_id = tx_id.ok_or_else(|| members.fault(FormatRule::Missing, "txId"))?;
        let session = match members.text("sessionKey")? {
            None => None,
            Some(text) => {
                let id = session_of(text).filter(|id| !id.is_empty());
                Some(id.ok_or_else(|| members.fault(FormatRule::Form, "sessionKey"))?)
            }
        };
        let mut unknown = Vec::new();
        members.list_unknown(&mut unknown);
        Ok(Self {
            tx_id,
            session,
            unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guides_form() {
        let read = |text: &str| ResultRequest::parse(text.as_bytes());
        let good = read(r#"{"txId": "t-1", "sessionKey": "v1$ABCD-1$AAAA", "more": 1}"#).unwrap();
        assert_eq!(good.tx_id, "t-1");
        assert_eq!(good.session.as_deref(), Some("abcd-1"));
        assert_eq!(good.unknown, ["/more"]);
        assert!(read(r#"{"txId": "t-1"}"#).unwrap().session.is_none());
        for (text, fault, pointer) in [
            ("{}", FormatRule::Missing, "/txId"),
            (r#"{"txId": "a b"}"#, FormatRule::Identifier, "/txId"),
            (
                r#"{"txId": "t", "sessionKey": "v1"}"#,
                FormatRule::Form,
                "/sessionKey",
            ),
            (
                r#"{"txId": "t", "sessionKey": "v1$$A"}"#,
                FormatRule::Form,
                "/sessionKey",
            ),
            (
                r#"{"txId": "t", "sessionKey": 5}"#,
                FormatRule::NotText,
                "/sessionKey",
            ),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!(
                (error.fault(), error.pointer()),
                (fault, Some(pointer)),
                "{text}"
            );
        }
    }
}
