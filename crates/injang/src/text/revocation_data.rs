//! The CRLs and OCSP responses that were available.

use super::page::{HEADING, Page};
use super::time;
use crate::fingerprint::hex;
use crate::oid_names;
use injang_core::report::{
    EvidenceKind, EvidenceUsed, Lang, Origin, RevocationPiece, RevokedLater,
};
use injang_core::{RevocationDataReport, Time};

/// One that a check of a certificate rests on.
pub(super) fn used(page: &mut Page, used: &EvidenceUsed) {
    let words = described(page.lang, used);
    page.fact(2, "revocation data", "폐지 정보", format_args!("{words}"));
    digest(page, 3, used.sha256);
}

/// A revocation after the time asked, under the finding that says so.
pub(super) fn revoked_later(page: &mut Page, revoked: &RevokedLater) {
    let (position, at) = (revoked.position, time::shown(revoked.revoked_at));
    let reason = revoked
        .reason
        .map_or_else(String::new, |reason| format!(" ({})", reason.name()));
    match page.lang {
        Lang::Ko => page.line(
            2,
            format_args!("경로의 {position}번 인증서: {at}에 폐지됨{reason}"),
        ),
        _ => page.line(
            2,
            format_args!("certificate {position} of the path: revoked at {at}{reason}"),
        ),
    }
    let words = described(page.lang, &revoked.source);
    page.fact(3, "says", "출처", format_args!("{words}"));
    digest(page, 3, revoked.source.sha256);
}

/// Those that no check rests on, each with the reason.
pub(super) fn unused(page: &mut Page, report: &RevocationDataReport) {
    let unused = report
        .pieces
        .iter()
        .filter_map(|it| Some((it, it.unused.as_ref()?)));
    if unused.clone().next().is_none() && report.elsewhere == 0 {
        return;
    }
    let lang = page.lang;
    let title = lang.pick(
        "Revocation data that was not used",
        "사용하지 않은 폐지 정보",
    );
    page.heading(HEADING, format_args!("{title}"));
    for (piece, reason) in unused {
        let words = piece_described(lang, piece);
        let reason = time::in_sentence(&reason.sentence(lang).to_string());
        page.line(1, format_args!("– {words}: {reason}"));
        digest(page, 2, piece.sha256);
    }
    if report.elsewhere > 0 {
        let count = report.elsewhere;
        match lang {
            Lang::Ko => page.line(
                1,
                format_args!("그 밖의 {count}개는 이 경로에서 폐지 여부를 묻는 인증서에 대한 것이 아님"),
            ),
            _ => page.line(
                1,
                format_args!("{count} more that concern no certificate of this path whose status is asked for"),
            ),
        }
    }
}

fn digest(page: &mut Page, level: usize, sha256: Option<[u8; 32]>) {
    if let Some(digest) = &sha256 {
        page.fact(level, "sha256", "sha256", format_args!("{}", hex(digest)));
    }
}

/// Kind, place and times of one that was used.
fn described(lang: Lang, used: &EvidenceUsed) -> String {
    with_times(
        lang,
        &kind(lang, &used.kind, used.origin),
        used.this_update,
        used.next_update,
    )
}

fn piece_described(lang: Lang, piece: &RevocationPiece) -> String {
    let kind = kind(lang, &piece.kind, piece.origin);
    match piece.this_update {
        Some(from) => with_times(lang, &kind, from, piece.next_update),
        None => kind,
    }
}

fn with_times(lang: Lang, kind: &str, from: Time, until: Option<Time>) -> String {
    let from = time::shown(from);
    let until = until.map_or_else(
        || lang.pick("not said", "표시 없음").to_owned(),
        time::shown,
    );
    match lang {
        Lang::Ko => format!("{kind}, {from} 기준, 다음 갱신 {until}"),
        _ => format!("{kind} of {from}, next due {until}"),
    }
}

/// What it is, and that it is the document's, where it is.
fn kind(lang: Lang, kind: &EvidenceKind, origin: Origin) -> String {
    let numbered = |title: &str, number: Option<&[u8]>| {
        let label = lang.pick("number", "번호");
        let number = number.map(|number| format!(" ({label} {})", hex(number)));
        format!("{title}{}", number.unwrap_or_default())
    };
    let mut what = match kind {
        EvidenceKind::Crl { number } => numbered("CRL", number.as_deref()),
        EvidenceKind::DeltaCrl { number } => {
            numbered(lang.pick("delta CRL", "델타 CRL"), number.as_deref())
        }
        EvidenceKind::Ocsp { produced_at } => {
            let at = time::shown(*produced_at);
            match lang {
                Lang::Ko => format!("OCSP 응답({at} 작성)"),
                _ => format!("OCSP response (produced at {at})"),
            }
        }
        EvidenceKind::OcspError { status } => {
            let status = oid_names::response_status(*status);
            match lang {
                Lang::Ko => format!("답이 없는 OCSP 응답({status})"),
                _ => format!("OCSP response without an answer ({status})"),
            }
        }
        EvidenceKind::Unreadable => lang
            .pick("octets that can't be read", "읽을 수 없는 바이트")
            .to_owned(),
        other => other.name().to_owned(),
    };
    if matches!(origin, Origin::Document(_)) {
        what += lang.pick(" in the document", ", 문서에 있음");
    }
    what
}
