//! Checks and what they found.

use super::object;
use crate::redaction::View;
use injang_core::report::{Check, CheckId};
use serde_json::Value;

/// The checks, and of each that had nothing to look at, which other check left it nothing.
pub(super) fn checks(
    checks: &[Check],
    prevented_by: impl Fn(&Check) -> Option<CheckId>,
    view: View,
) -> Value {
    let check = |check: &Check| {
        let mut members = object([
            ("id", check.id.name().into()),
            ("outcome", check.outcome.name().into()),
        ]);
        if let Some(sub_indication) = check.outcome.sub_indication() {
            members.insert("sub_indication".into(), sub_indication.name().into());
        }
        if let Some(reason) = &check.reason {
            members.insert("reason".into(), reason.code().into());
            if let Some(position) = check.position {
                members.insert("position".into(), position.into());
            }
            let message = check.sentence(view.lang).to_string();
            members.insert("message".into(), message.into());
        }
        if let Some(other) = prevented_by(check) {
            members.insert("prevented_by".into(), other.name().into());
        }
        Value::Object(members)
    };
    checks.iter().map(check).collect()
}
