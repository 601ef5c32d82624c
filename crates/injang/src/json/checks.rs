//! Checks and what they found.

use super::writer::{Place, Shown};
use crate::redaction::View;
use injang_core::report::{Check, CheckId};

/// The checks, and of each that had nothing to look at, which other check left it nothing.
pub(super) fn checks(
    checks: &[Check],
    prevented_by: impl Fn(&Check) -> Option<CheckId>,
    view: View,
    place: Place<'_>,
) {
    place.objects(checks, |check, members| {
        members.add("id", check.id.name());
        members.add("outcome", check.outcome.name());
        if let Some(sub_indication) = check.outcome.sub_indication() {
            members.add("sub_indication", sub_indication.name());
        }
        if let Some(reason) = &check.reason {
            members.add("reason", reason.code());
            if let Some(position) = check.position {
                members.add("position", position);
            }
            members.add("message", Shown(check.sentence(view.lang)));
        }
        if let Some(other) = prevented_by(check) {
            members.add("prevented_by", other.name());
        }
    });
}
