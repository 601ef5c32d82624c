//! What Kakao's guides limit.

use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Unit};
use crate::findings::Findings;
use crate::product::{NonceMember, ProductKind};
use crate::provider::limits::{GuideLimit, at, check_all, is_passed, passed};
use crate::request::Request;

/// K3500 guide, "전자서명 요청하기".
const KAKAO: [GuideLimit; 4] = [
    ("/return_url", 255, Unit::Characters),
    ("/expires_in", 1200, Unit::Seconds),
    ("/extra_message", 500, Unit::Characters),
    ("/delegate_info/request_type", 40, Unit::Characters),
];
/// K3500 guide, `data`.
const KAKAO_DATA: u64 = 3000;
/// K3500 guide, `count`.
const KAKAO_COUNT: u64 = 200;
/// Overview, K1110 and K1120: "임의의 난수(최대 40자)".
const KAKAO_NONCE: u64 = 40;

/// The count of `prepare` against the documents of the request.
pub(in crate::provider) fn count(exchange: &Exchange<'_>, findings: &mut Findings) {
    let Some(count) = exchange.prepare.and_then(|prepare| prepare.count) else {
        return;
    };
    if count > i128::from(KAKAO_COUNT) {
        passed("prepare:/count", KAKAO_COUNT, Unit::Documents, findings);
    }
    let asked = exchange.request.map(|request| request.documents.len());
    if asked.is_some_and(|asked| asked > 0 && i128::try_from(asked) != Ok(count)) {
        findings.push(DecisionCode::CountDiffers);
    }
}

/// Notes the limits that a request passes.
pub(in crate::provider) fn check(
    exchange: &Exchange<'_>,
    request: &Request,
    findings: &mut Findings,
) {
    check_all(&request.raw, &KAKAO, findings);
    if exchange.kind() == ProductKind::Nonce(NonceMember::Data) {
        let named = exchange.nonce.and_then(|nonce| nonce.find(&request.raw));
        let nonce = named.or_else(|| at(&request.raw, "/data").cloned());
        if nonce.is_some_and(|nonce| is_passed(&nonce, KAKAO_NONCE)) {
            passed("/data", KAKAO_NONCE, Unit::Characters, findings);
        }
    }
    for (index, document) in request.documents.iter().enumerate() {
        let pointer = if request.is_multi {
            format!("/documents/{index}/document")
        } else {
            "/document".to_owned()
        };
        exchange.check_document(document, &pointer, KAKAO_DATA, findings);
    }
}
