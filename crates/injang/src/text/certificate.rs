//! What a certificate says.

use super::page::Page;
use super::{addresses, time};
use crate::fingerprint::{hex, sha256};
use crate::redaction::View;
use crate::{kisa, oid_names};
use injang_core::Certificate;

/// The facts that both kinds of report show.
pub(super) fn show(page: &mut Page, level: usize, certificate: &Certificate<'_>, view: View) {
    page.fact(
        level,
        "serial",
        "일련번호",
        format_args!("{}", hex(certificate.serial())),
    );
    issuer(page, level, view.issuer(certificate));
    subject(page, level, view.subject(certificate));
    let validity = certificate.validity();
    page.fact(
        level,
        "valid",
        "유효기간",
        format_args!(
            "{} … {}",
            time::shown(validity.not_before),
            time::shown(validity.not_after)
        ),
    );
    page.fact(
        level,
        "key",
        "공개키",
        format_args!("{}", oid_names::key(&certificate.public_key())),
    );
    match oid_names::policies(certificate) {
        None => {
            let unreadable = page
                .lang
                .pick("can't be read, or too many", "읽을 수 없거나 너무 많음");
            page.fact(
                level,
                "policies",
                "인증서 정책",
                format_args!("{unreadable}"),
            );
        }
        Some(policies) => {
            for policy in policies {
                let says = oid_names::provider(policy)
                    .map(|name| format!(" ({}: {name})", page.lang.pick("says", "표시")))
                    .unwrap_or_default();
                page.fact(
                    level,
                    "policy",
                    "인증서 정책",
                    format_args!("{policy}{says}"),
                );
            }
        }
    }
    page.fact(
        level,
        "sha256",
        "sha256",
        format_args!("{}", sha256(certificate.octets())),
    );
}

/// All that is shown of a certificate that is looked at by itself.
pub(super) fn show_alone(page: &mut Page, certificate: &Certificate<'_>, view: View) {
    show(page, 1, certificate, view);
    let algorithm = oid_names::signature_algorithm(&certificate.signature_algorithm());
    page.fact(
        1,
        "signature algorithm",
        "서명 알고리즘",
        format_args!("{algorithm}"),
    );
    addresses::show(page, 1, certificate);
    if kisa::is_present(certificate) {
        let note = page.lang.pick(
            "in subjectAltName; another construction than a provider's VID",
            "subjectAltName에 있음. 전자서명 사업자의 VID와는 다른 값임",
        );
        page.fact(1, "KISA VID", "KISA VID", format_args!("{note}"));
    }
}

/// The subject's name, or that it is withheld.
pub(super) fn subject(page: &mut Page, level: usize, name: Option<String>) {
    let name = name.unwrap_or_else(|| {
        page.lang
            .pick(
                "withheld (--show-subject shows it)",
                "표시하지 않음(--show-subject로 표시)",
            )
            .to_owned()
    });
    page.fact(level, "subject", "주체", format_args!("{name}"));
}

/// An issuer's name, unless it would name the subject.
pub(super) fn issuer(page: &mut Page, level: usize, name: Option<String>) {
    let name = name.unwrap_or_else(|| {
        let hidden = "the subject itself (--show-subject shows it)";
        page.lang
            .pick(hidden, "주체 자신(--show-subject로 표시)")
            .to_owned()
    });
    page.fact(level, "issuer", "발급자", format_args!("{name}"));
}
