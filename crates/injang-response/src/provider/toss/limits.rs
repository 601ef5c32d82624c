//! What Toss's guide limits.

use crate::exchange::Exchange;
use crate::finding::Unit;
use crate::findings::Findings;
use crate::provider::limits::{GuideLimit, check_all};
use crate::request::Request;

/// General sign guide, "일반 전자서명 요청 API".
const TOSS: [GuideLimit; 2] = [
    ("/serviceName", 50, Unit::Characters),
    ("/expireSeconds", 1800, Unit::Seconds),
];
/// The same, `doc`: "최대 2,000자 이내의 내용을 권장".
const TOSS_DOC: u64 = 2000;

/// Notes the limits that a request passes.
pub(in crate::provider) fn check(
    exchange: &Exchange<'_>,
    request: &Request,
    findings: &mut Findings,
) {
    check_all(&request.raw, &TOSS, findings);
    for document in &request.documents {
        exchange.check_document(document, "/doc", TOSS_DOC, findings);
    }
}
