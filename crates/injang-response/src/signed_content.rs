//! What was signed, read as JSON once for everything that looks into it.

use crate::json::Value;
use std::cell::OnceCell;
use zeroize::Zeroizing;

/// The content of a signed document; wiped when dropped.
pub(crate) struct SignedContent {
    octets: Zeroizing<Vec<u8>>,
    json: OnceCell<Option<Value>>,
}

impl SignedContent {
    pub(crate) fn new(octets: &[u8]) -> Self {
        Self {
            octets: Zeroizing::new(octets.to_vec()),
            json: OnceCell::new(),
        }
    }

    pub(crate) fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// The value that it writes; `None` if it is no JSON.
    pub(crate) fn json(&self) -> Option<&Value> {
        self.json
            .get_or_init(|| Value::parse(&self.octets).ok())
            .as_ref()
    }

    /// The id of the transaction in it.
    pub(crate) fn tx_id(&self) -> Option<&str> {
        self.json()?.as_object()?.get("txId")?.as_text()
    }
}
