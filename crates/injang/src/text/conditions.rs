//! Under which conditions a report was made. What is the default of a setting is left out, so that
//! what is not stands out; a report in JSON has all of it.

use super::page::{HEADING, Page};
use super::time;
use crate::fingerprint::hex;
use injang_core::report::Lang;
use injang_core::{AtSource, Conditions, OidBuf};

/// The section: by what program, from which file, and under which policy.
/// `supplied`: SHA-256 of the certificates that were supplied with the document.
pub(super) fn show(
    page: &mut Page,
    conditions: &Conditions,
    input: Option<&str>,
    supplied: &[[u8; 32]],
) {
    // What the report rests on first, then what was demanded, then what was given.
    let lang = page.lang;
    let title = lang.pick("Conditions", "검증 조건");
    page.heading(HEADING, format_args!("{title}"));
    if let Some(input) = input {
        page.fact(1, "input", "입력 파일", format_args!("{input}"));
    }
    page.fact(
        1,
        "program",
        "프로그램",
        format_args!("{}", conditions.policy.engine),
    );
    page.fact(
        1,
        "crypto backend",
        "암호 백엔드",
        format_args!("{}", conditions.policy.crypto),
    );
    page.fact(
        1,
        "profile",
        "프로파일",
        format_args!("{}", conditions.policy.profile),
    );
    let mode = if conditions.policy.is_revocation_checked() {
        lang.pick("required", "필수")
    } else {
        lang.pick("NOT CHECKED, as requested", "요청에 따라 검사하지 않음")
    };
    page.fact(
        1,
        "revocation mode",
        "폐지 여부 검사",
        format_args!("{mode}"),
    );
    let (anchors, others, data) = (
        conditions.policy.anchors,
        conditions.policy.intermediates,
        conditions.policy.revocation_data,
    );
    let counts = match lang {
        Lang::Ko => {
            format!("신뢰 기관 {anchors}개, 중간 인증서 {others}개, 폐지 정보(CRL·OCSP) {data}개")
        }
        _ => format!(
            "{}, {}, {}",
            counted(anchors, "trust anchor", "trust anchors"),
            counted(
                others,
                "intermediate certificate",
                "intermediate certificates"
            ),
            counted(data, "CRL or OCSP response", "CRLs and OCSP responses"),
        ),
    };
    page.fact(1, "given", "주어진 것", format_args!("{counts}"));
    let unused = conditions.policy.unused_revocation_data;
    if unused > 0 {
        let words = match lang {
            Lang::Ko => {
                format!("폐지 여부를 검사하지 않아 CRL·OCSP 응답 {unused}개를 사용하지 않음")
            }
            _ => format!(
                "{}, because revocation is not checked",
                counted(unused, "CRL or OCSP response", "CRLs and OCSP responses")
            ),
        };
        page.fact(1, "not used", "사용하지 않은 것", format_args!("{words}"));
    }
    for certificate in supplied {
        let digest = hex(certificate);
        page.fact(
            1,
            "supplied certificate sha256",
            "함께 지정한 인증서 sha256",
            format_args!("{digest}"),
        );
    }
    asked(page, conditions);
    policies(page, conditions);
    strength(page, conditions);
    for limit in conditions.limits() {
        let (name, value) = (limit.name, limit.value);
        page.fact(1, "limit", "한도", format_args!("{name} {value}"));
    }
    for responder in &conditions.policy.ocsp_responders {
        let digest = hex(responder);
        page.fact(
            1,
            "trusted OCSP responder sha256",
            "신뢰하는 OCSP 응답자 sha256",
            format_args!("{digest}"),
        );
    }
    if let Some(digest) = &conditions.policy.policy_sha256 {
        page.fact(
            1,
            "policy sha256",
            "정책 sha256",
            format_args!("{}", hex(digest)),
        );
    }
}

/// A number with the word for one or for several.
fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// The line under the verdict: the time, and who named it.
pub(super) fn judged_at(page: &mut Page, conditions: &Conditions) {
    let source = match conditions.at_source {
        AtSource::Clock => page.lang.pick(
            "the clock: no time was given",
            "시각이 주어지지 않아 시스템 시각을 사용함",
        ),
        AtSource::Provider => page
            .lang
            .pick("reported by the provider", "인증사업자가 알린 시각"),
        _ => page.lang.pick("given by the caller", "직접 지정한 시각"),
    };
    let at = time::shown(conditions.at);
    page.fact(
        0,
        "judged at",
        "검증 기준 시각",
        format_args!("{at}, {source}"),
    );
}

/// What is demanded of the one document.
fn asked(page: &mut Page, conditions: &Conditions) {
    if let Some(sign_type) = conditions.sign_type {
        page.fact(
            1,
            "demanded sign type",
            "요구한 서명 방식",
            format_args!("{}", sign_type.name()),
        );
    }
    if conditions.vid_layout != injang_core::VidLayout::default().name() {
        page.fact(
            1,
            "VID layout",
            "VID 결합 순서",
            format_args!("{}", conditions.vid_layout),
        );
    }
    if conditions.digest_source != "prehash" {
        page.fact(
            1,
            "digest source",
            "해시값 해석",
            format_args!("{}", conditions.digest_source),
        );
    }
    if let Some(purpose) = &conditions.policy.purpose {
        page.fact(
            1,
            "demanded purpose",
            "요구한 용도(extKeyUsage)",
            format_args!("{purpose}"),
        );
    }
}

fn policies(page: &mut Page, conditions: &Conditions) {
    let lang = page.lang;
    let list = |oids: &[OidBuf]| {
        let oids: Vec<String> = oids.iter().map(ToString::to_string).collect();
        oids.join(", ")
    };
    if let Some(policies) = &conditions.policy.acceptable_policies {
        let none = || lang.pick("none", "없음").to_owned();
        let policies = Some(list(policies)).filter(|it| !it.is_empty());
        page.fact(
            1,
            "acceptable policies",
            "허용하는 인증서 정책",
            format_args!("{}", policies.unwrap_or_else(none)),
        );
    }
    // Only rules that differ from the default are shown.
    let switches = [
        (
            conditions.policy.explicit_policy,
            "an acceptable policy must be valid along the path",
            "경로 전체에서 유효한 인증서 정책이 있어야 함",
        ),
        (
            conditions.policy.inhibit_policy_mapping,
            "no policy mapping",
            "정책 매핑 금지",
        ),
        (
            conditions.policy.inhibit_any_policy,
            "anyPolicy is not accepted for other policies",
            "anyPolicy를 다른 정책으로 인정하지 않음",
        ),
        (
            conditions.policy.anchor_constraints,
            "constraints in the certificates of trust anchors apply",
            "신뢰 기관 인증서의 제약을 적용함",
        ),
    ];
    for (_, english, korean) in switches.into_iter().filter(|(is_set, ..)| *is_set) {
        let words = lang.pick(english, korean);
        page.fact(1, "path rule", "경로 규칙", format_args!("{words}"));
    }
    if !conditions.policy.signer_policies.is_empty() {
        let policies = list(&conditions.policy.signer_policies);
        page.fact(
            1,
            "demanded policies of the signer",
            "서명자에게 요구한 인증서 정책",
            format_args!("{policies}"),
        );
    }
}

fn strength(page: &mut Page, conditions: &Conditions) {
    let default = injang_core::AlgorithmConstraints::default();
    if conditions.policy.accept_sha1 != default.accept_sha1 {
        let words = page.lang.pick("accepted", "허용함");
        page.fact(1, "SHA-1", "SHA-1", format_args!("{words}"));
    }
    if conditions.policy.least_rsa_bits != default.least_rsa_bits {
        page.fact(
            1,
            "least bits of an RSA key",
            "RSA 키의 최소 비트 수",
            format_args!("{}", conditions.policy.least_rsa_bits),
        );
    }
}
