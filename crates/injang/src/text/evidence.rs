//! What is in a CRL or an OCSP response.

use super::page::{HEADING, Page};
use super::{certificate, time};
use crate::escape;
use crate::fingerprint::{hex, sha256};
use crate::oid_names;
use crate::redaction::View;
use injang_core::{
    BasicOcspResponse, Certificate, CertificateList, CertificateStatus, OcspResponse, Oid,
    ResponderId, RevocationItem, ScopeField, SingleResponse, Time,
};

/// A piece of evidence; `signers` are the certificates whose subjects are not named.
pub(super) fn show(
    page: &mut Page,
    item: &RevocationItem<'_>,
    signers: &[Certificate<'_>],
    view: View,
) {
    match item {
        RevocationItem::Ocsp(response) => ocsp(page, response, signers, view),
        RevocationItem::Crl(list) => crl(page, list, signers, view),
        _ => {}
    }
}

/// What a piece of evidence is, for a heading.
pub(super) fn title(item: &RevocationItem<'_>, view: View) -> &'static str {
    match item {
        RevocationItem::Ocsp(_) => view.lang.pick("OCSP response", "OCSP 응답"),
        RevocationItem::Crl(crl) if crl.base_number().is_some() => {
            view.lang.pick("Delta CRL", "델타 CRL")
        }
        _ => "CRL",
    }
}

fn crl(page: &mut Page, crl: &CertificateList<'_>, signers: &[Certificate<'_>], view: View) {
    let issuer = view.authority(&crl.issuer(), signers);
    certificate::issuer(page, 1, issuer);
    times(page, 1, crl.this_update(), crl.next_update());
    if let Some(number) = crl.number() {
        page.fact(1, "number", "번호", format_args!("{}", hex(number)));
    }
    if let Some(number) = crl.base_number() {
        let number = hex(number);
        page.fact(
            1,
            "base CRL's number",
            "기준 CRL의 번호",
            format_args!("{number}"),
        );
    }
    page.fact(
        1,
        "entries",
        "폐지된 인증서 수",
        format_args!("{}", crl.len()),
    );
    scope(page, crl);
    let algorithm = oid_names::signature_algorithm(&crl.signature_algorithm());
    page.fact(
        1,
        "signature algorithm",
        "서명 알고리즘",
        format_args!("{algorithm}"),
    );
    unprocessed(page, 1, crl.unprocessed());
    page.fact(
        1,
        "sha256",
        "sha256",
        format_args!("{}", sha256(crl.octets())),
    );
}

/// What the CRL says that it covers.
fn scope(page: &mut Page, crl: &CertificateList<'_>) {
    let Some(fields) = crl.scope_fields() else {
        return;
    };
    for field in &fields {
        let mut words = field.name().to_owned();
        if let ScopeField::DistributionPoint(Some(uri)) = field {
            words.push(' ');
            uri.chars().for_each(|char| escape::push(&mut words, char));
        }
        page.fact(1, "scope", "적용 범위", format_args!("{words}"));
    }
}

fn ocsp(page: &mut Page, response: &OcspResponse<'_>, signers: &[Certificate<'_>], view: View) {
    let status = oid_names::response_status(response.status());
    page.fact(1, "status", "상태", format_args!("{status}"));
    if let Some(basic) = response.basic() {
        answer(page, basic, signers, view);
    } else {
        let none = page
            .lang
            .pick("none that is known here", "알려진 형식의 응답 없음");
        page.fact(1, "answer", "응답", format_args!("{none}"));
    }
    page.fact(
        1,
        "sha256",
        "sha256",
        format_args!("{}", sha256(response.octets())),
    );
    for (index, certificate) in response
        .basic()
        .map_or(&[][..], |it| it.certificates())
        .iter()
        .enumerate()
    {
        let title = page
            .lang
            .pick("Certificate in the OCSP response", "OCSP 응답의 인증서");
        page.heading(HEADING, format_args!("{title} {index}"));
        certificate::show_alone(page, certificate, view);
    }
}

fn answer(page: &mut Page, basic: &BasicOcspResponse<'_>, signers: &[Certificate<'_>], view: View) {
    match basic.responder() {
        ResponderId::Name(name) => {
            let hidden = page.lang.pick(
                "a signer (--show-subject shows it)",
                "서명자(--show-subject로 표시)",
            );
            let name = view.authority(&name, signers);
            let name = name.as_deref().unwrap_or(hidden);
            page.fact(1, "responder", "응답자", format_args!("{name}"));
        }
        ResponderId::Key(hash) => {
            let hash = hex(hash);
            page.fact(
                1,
                "responder's key sha1",
                "응답자 키의 sha1",
                format_args!("{hash}"),
            );
        }
    }
    page.fact(
        1,
        "produced at",
        "작성 시각",
        format_args!("{}", time::shown(basic.produced_at())),
    );
    let algorithm = oid_names::signature_algorithm(&basic.signature_algorithm());
    page.fact(
        1,
        "signature algorithm",
        "서명 알고리즘",
        format_args!("{algorithm}"),
    );
    unprocessed(page, 1, basic.unprocessed());
    for it in basic.responses() {
        single(page, it);
    }
}

/// What is said of one certificate.
fn single(page: &mut Page, single: &SingleResponse<'_>) {
    let serial = hex(single.serial());
    page.fact(
        1,
        "about the serial",
        "대상 일련번호",
        format_args!("{serial}"),
    );
    match single.status() {
        CertificateStatus::Good => page.fact(2, "status", "상태", format_args!("good")),
        CertificateStatus::Unknown => page.fact(2, "status", "상태", format_args!("unknown")),
        CertificateStatus::Revoked { revoked_at, reason } => {
            let reason = reason.and_then(oid_names::revocation_reason);
            let reason = reason.map_or_else(String::new, |reason| format!(" ({reason})"));
            page.fact(
                2,
                "status",
                "상태",
                format_args!("revoked {}{reason}", time::shown(revoked_at)),
            );
        }
    }
    times(page, 2, single.this_update(), single.next_update());
    let algorithm = oid_names::digest_algorithm(&single.hash_algorithm());
    page.fact(
        2,
        "hash algorithm",
        "해시 알고리즘",
        format_args!("{algorithm}"),
    );
    unprocessed(page, 2, single.unprocessed());
}

fn times(page: &mut Page, level: usize, from: Time, until: Option<Time>) {
    let from = time::shown(from);
    page.fact(level, "this update", "발행 시각", format_args!("{from}"));
    let until = until.map(time::shown);
    let until = until
        .as_deref()
        .unwrap_or(page.lang.pick("not said", "표시 없음"));
    page.fact(level, "next update", "다음 갱신", format_args!("{until}"));
}

/// The extension that forbids the use.
fn unprocessed(page: &mut Page, level: usize, oid: Option<Oid<'_>>) {
    if let Some(oid) = oid {
        page.fact(
            level,
            "extension that is not processed",
            "처리하지 않는 확장",
            format_args!("{oid}"),
        );
    }
}
