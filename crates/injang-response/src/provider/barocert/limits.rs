//! What Barocert's guide limits.

use crate::exchange::Exchange;
use crate::finding::Unit;
use crate::findings::Findings;
use crate::json::Value;
use crate::product::Scheme;
use crate::provider::limits::{GuideLimit, at, check_all, is_passed, passed};
use crate::request::Request;

/// `RequestMultiSign` guide, `MultiSign`.
const BAROCERT: [GuideLimit; 4] = [
    ("/reqTitle", 40, Unit::Characters),
    ("/extraMessage", 500, Unit::Characters),
    ("/expireIn", 1000, Unit::Seconds),
    ("/returnURL", 1000, Unit::Characters),
];
/// The same of the fields that the SDK encrypts.
const BAROCERT_IN_CLEAR: [GuideLimit; 3] = [
    ("/receiverHP", 11, Unit::Characters),
    ("/receiverName", 80, Unit::Characters),
    ("/receiverBirthday", 8, Unit::Characters),
];
/// The same, `tokens`.
const BAROCERT_TOKENS: u64 = 20;
/// `MultiSignTokens`, `token`.
const BAROCERT_TOKEN: u64 = 2800;
/// `MultiSignTokens`, `signTitle`.
const BAROCERT_TITLE: u64 = 40;

/// Notes the limits that a request passes.
pub(in crate::provider) fn check(
    exchange: &Exchange<'_>,
    request: &Request,
    findings: &mut Findings,
) {
    // The guide at hand is that of Kakao's multi signatures.
    if !request.is_multi || exchange.scheme() != Scheme::Kakao {
        return;
    }
    check_all(&request.raw, &BAROCERT, findings);
    if !request.is_encrypted {
        check_all(&request.raw, &BAROCERT_IN_CLEAR, findings);
    }
    let Some(Value::Array(tokens)) = at(&request.raw, "/tokens") else {
        return;
    };
    if tokens.len() as u64 > BAROCERT_TOKENS {
        passed("/tokens", BAROCERT_TOKENS, Unit::Documents, findings);
    }
    for (index, inner) in tokens.iter().enumerate() {
        for (name, most, is_read) in [
            ("signTitle", BAROCERT_TITLE, true),
            ("token", BAROCERT_TOKEN, !request.is_encrypted),
        ] {
            let value = inner.as_object().and_then(|inner| inner.get(name));
            if is_read && value.is_some_and(|value| is_passed(value, most)) {
                let pointer = format!("/tokens/{index}/{name}");
                passed(&pointer, most, Unit::Characters, findings);
            }
        }
    }
}
