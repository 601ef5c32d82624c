//! The path does not reach an anchor, or breaks a rule that an option sets.

use crate::escape;
use crate::redaction::View;
use crate::text::addresses;
use crate::verification::Verification;
use injang_core::SignerReport;
use injang_core::report::{Lang, Reason};

/// What to do about the path; `None` if the reason is about something else.
///
/// What is asked for is the authority above the topmost certificate that was found, never one whose
/// certificate is there.
pub(super) fn advice(
    verification: &Verification<'_>,
    signer: &SignerReport,
    reason: &Reason,
    view: View,
) -> Option<Vec<String>> {
    let lang = view.lang;
    let conditions = &verification.report.conditions;
    let certificate = verification.certificate(signer);
    let issuer = view.missing_issuer(&signer.path, certificate.as_ref());
    let issuer = issuer.unwrap_or_else(|| {
        lang.pick("the certificate's issuer", "인증서의 발급자")
            .to_owned()
    });
    let missing = signer.path.missing_issuer.as_ref();
    let (position, is_itself) = missing.map_or((0, false), |it| (it.position, it.is_itself));
    let step = match (reason, conditions.policy.anchors) {
        // The signer's own certificate is no authority's, whoever signed it.
        (Reason::NoAnchor, count) if is_itself && position > 0 => {
            untrusted_root(&issuer, count, lang)
        }
        (Reason::NoAnchor, 0) => no_anchor(&issuer, position, lang),
        (Reason::NoAnchor, count) => match lang {
            Lang::Ko => format!(
                "--trust로 지정한 신뢰 기관 {count}개 가운데 {issuer}는 없습니다. 신뢰 기관이 이 기관의 \
                 인증서를 발급했다면 그 인증서를 --intermediate로, 직접 신뢰한다면 --trust로 지정하세요."
            ),
            _ => format!(
                "None of the {count} trust anchors of --trust is {issuer}. If one of them certified \
                 this authority, name that certificate with --intermediate; if you trust the \
                 authority itself, name it with --trust."
            ),
        },
        (Reason::AnchorIssuesNothing, _) => match lang {
            Lang::Ko => format!(
                "--trust로 지정한 {issuer}의 인증서는 CA가 아니라고 밝혀 다른 인증서를 발급할 수 없습니다. \
                 이 기관의 CA 인증서를 --trust로 지정하세요."
            ),
            _ => format!(
                "The certificate of {issuer} that --trust names says that it is no CA, so that it \
                 issues nothing. Name the authority's CA certificate with --trust."
            ),
        },
        (Reason::IssuerKeyDiffers | Reason::AnchorKeyDiffers, _) => match lang {
            Lang::Ko => format!(
                "주어진 {issuer}의 인증서는 이 인증서에 서명한 키가 아닌 다른 키의 것입니다. 인증기관에 \
                 키가 여러 개일 수 있습니다. 서명한 키의 CA 인증서를 --intermediate로, 직접 신뢰한다면 \
                 --trust로 지정하세요."
            ),
            _ => format!(
                "A certificate of {issuer} is there, but with another key than the one that signed. An \
                 authority may have several keys: name its certificate with the key that signed, with \
                 --intermediate, or with --trust if you trust it."
            ),
        },
        _ => return setting(reason, lang).map(|words| vec![words.to_owned()]),
    };
    let mut steps = vec![step];
    // Where the topmost certificate is self-issued, its issuer's is there.
    let topmost = missing.filter(|_| !is_itself);
    if let Some(topmost) = topmost.and_then(|it| verification.certificate_from(it.of)) {
        let addresses = topmost.addresses();
        steps.extend(sources(&addresses.issuer, &addresses.cps, position, lang));
    }
    if let Some(certificate) = certificate {
        // What the next run would ask for.
        let is_needed =
            conditions.policy.is_revocation_checked() && conditions.policy.revocation_data == 0;
        if is_needed {
            steps.extend(lists(&certificate.addresses().crl, lang));
        }
    }
    Some(steps)
}

/// Nobody is trusted: who would have to be.
fn no_anchor(issuer: &str, position: usize, lang: Lang) -> String {
    match (lang, position) {
        (Lang::Ko, 0) => format!(
            "--trust가 없습니다. 신뢰하는 인증기관의 인증서를 지정하세요. 이 인증서는 {issuer}가 \
             발급했습니다."
        ),
        (Lang::Ko, _) => format!(
            "--trust가 없습니다. 신뢰하는 인증기관의 인증서를 지정하세요. 찾은 인증서 가운데 가장 위의 \
             것(경로의 {position}번)은 {issuer}가 발급했으며, 이 기관의 인증서가 없습니다."
        ),
        (_, 0) => format!(
            "No --trust was given: name the certificates of the authorities that you trust. This \
             one was issued by {issuer}."
        ),
        (_, _) => format!(
            "No --trust was given: name the certificates of the authorities that you trust. The \
             topmost certificate that was found, certificate {position} of the path, was issued by \
             {issuer}, whose certificate is missing."
        ),
    }
}

/// A root is there, and is none of the anchors.
fn untrusted_root(issuer: &str, count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ko, 0) => format!(
            "--trust가 없습니다. 인증서 경로는 {issuer}에서 끝나며, 이 기관의 인증서는 주어졌지만 신뢰 \
             대상으로 지정되지 않았습니다. 공표된 지문과 비교한 뒤 직접 신뢰한다면 --trust로 지정하세요."
        ),
        (Lang::Ko, _) => format!(
            "--trust로 지정한 신뢰 기관 {count}개 가운데 {issuer}는 없습니다. 인증서 경로는 이 기관에서 \
             끝나며, 그 인증서는 주어졌지만 신뢰 대상으로 지정되지 않았습니다. 공표된 지문과 비교한 뒤 직접 \
             신뢰한다면 --trust로 지정하세요."
        ),
        (_, 0) => format!(
            "No --trust was given. The path ends at {issuer}, whose certificate is there and is not \
             trusted for that. If you trust this authority, name its certificate with --trust, after \
             comparing its fingerprint with what the authority publishes."
        ),
        (_, _) => format!(
            "None of the {count} trust anchors of --trust is {issuer}. The path ends there: its \
             certificate was found and is not trusted for that. If you trust this authority, name its \
             certificate with --trust, after comparing its fingerprint with what the authority \
             publishes."
        ),
    }
}

/// Where the topmost certificate, the one at this position, says that more about its issuer is to be
/// found.
fn sources(issuer: &[&str], cps: &[&str], position: usize, lang: Lang) -> Option<String> {
    let words = |address: &str, english: &str, korean: &str| {
        let address = escape::text(address);
        match lang {
            Lang::Ko => format!("{korean}: {address}"),
            _ => format!("{english}: {address}"),
        }
    };
    let found: Vec<String> = [
        (issuer, "the issuer's certificate", "발급자의 인증서"),
        (
            cps,
            "the authority's practice statement (CPS)",
            "인증업무준칙(CPS)",
        ),
    ]
    .into_iter()
    .flat_map(|(list, en, ko)| list.iter().map(move |it| words(it, en, ko)))
    .collect();
    let head = match (lang, position) {
        (Lang::Ko, 0) => "서명자 인증서에 적힌 주소입니다. 인증서를 신뢰하기 전에 인증기관이 공표한 지문과 비교하세요."
            .to_owned(),
        (Lang::Ko, _) => format!(
            "경로의 {position}번 인증서에 적힌 주소입니다. 인증서를 신뢰하기 전에 인증기관이 공표한 지문과 \
             비교하세요."
        ),
        (_, 0) => "Addresses that the signer's certificate names; compare a certificate's fingerprint \
                   with what the authority publishes before you trust it:"
            .to_owned(),
        (_, _) => format!(
            "Addresses that certificate {position} of the path names; compare a certificate's \
             fingerprint with what the authority publishes before you trust it:"
        ),
    };
    (!found.is_empty()).then(|| format!("{head}\n  {}", found.join("\n  ")))
}

/// From where the signer's certificate says that its CRL is to be fetched.
fn lists(crl: &[&str], lang: Lang) -> Vec<String> {
    if crl.is_empty() {
        return Vec::new();
    }
    let found: Vec<String> = crl
        .iter()
        .map(|address| format!("\n  CRL {}", escape::text(address)))
        .collect();
    let head = lang.pick(
        "Then a CRL is needed as well: fetch it, and name it with --crl.",
        "그다음에는 CRL도 필요합니다. 받아서 --crl로 지정하세요.",
    );
    let mut steps = vec![format!("{head}{}", found.concat())];
    steps.extend(crl.iter().filter_map(|it| addresses::note(it, lang)));
    steps
}

/// The rule is one that an option sets.
fn setting(reason: &Reason, lang: Lang) -> Option<&'static str> {
    Some(match reason {
        Reason::NoValidPolicy => lang.pick(
            "The acceptable policies are those of --policy-oid; --explicit-policy no lets a path do \
             without one, unless a CA on it requires one.",
            "허용하는 인증서 정책은 --policy-oid로 지정합니다. --explicit-policy no를 지정하면 경로의 \
             CA가 요구하지 않는 한 정책이 없어도 됩니다.",
        ),
        Reason::SignerPolicyMissing => lang.pick(
            "The policies that were asked for are those of --signer-policy.",
            "요구한 인증서 정책은 --signer-policy로 지정한 것입니다.",
        ),
        Reason::PurposeForbidden => lang.pick(
            "The purpose that was asked for is that of --purpose.",
            "요구한 용도는 --purpose로 지정한 것입니다.",
        ),
        _ => return None,
    })
}
