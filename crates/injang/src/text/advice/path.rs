//! The path does not reach a trust anchor, or breaks a rule that the policy sets.

use crate::escape;
use crate::option_names::Parameter;
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
    let trust = view.names(&[Parameter::TrustAnchors]);
    let between = view.names(&[Parameter::Intermediates]);
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
        // Position 0 is the signer's own certificate, which is not an authority's even if self-signed.
        (Reason::NoAnchor, count) if is_itself && position > 0 => {
            untrusted_root(&issuer, count, view)
        }
        (Reason::NoAnchor | Reason::IssuerUnreadable(_), 0) => no_anchor(&issuer, position, view),
        (Reason::NoAnchor | Reason::IssuerUnreadable(_), 1) => match lang {
            Lang::Ko => format!(
                "신뢰 기관으로 지정한 것은 {issuer}가 아닙니다. 그 신뢰 기관이 이 기관의 인증서를 발급했다면 그 인증서를 중간 인증서로 \
                 지정하고{between}, 이 기관을 직접 신뢰한다면 신뢰 기관으로 지정하세요{trust}."
            ),
            _ => format!(
                "The trust anchor that you gave is not {issuer}. If it certified this authority, \
                 give that certificate as an intermediate{between}; if you trust the authority \
                 itself, give its certificate as a trust anchor{trust}."
            ),
        },
        (Reason::NoAnchor | Reason::IssuerUnreadable(_), count) => match lang {
            Lang::Ko => format!(
                "신뢰 기관으로 지정한 {count}개 가운데 {issuer}는 없습니다. 신뢰 기관이 이 기관의 인증서를 \
                 발급했다면 그 인증서를 중간 인증서로 지정하고{between}, 이 기관을 직접 신뢰한다면 신뢰 기관으로 \
                 지정하세요{trust}."
            ),
            _ => format!(
                "None of the trust anchors that you gave ({count}) is {issuer}. If one of them certified this \
                 authority, give that certificate as an intermediate{between}; if you trust the \
                 authority itself, give its certificate as a trust anchor{trust}."
            ),
        },
        (Reason::AnchorIssuesNothing, _) => match lang {
            Lang::Ko => format!(
                "신뢰 기관으로 지정한 {issuer}의 인증서는 CA 인증서가 아니므로 다른 인증서를 발급할 수 없습니다. 이 \
                 기관의 CA 인증서를 신뢰 기관으로 지정하세요{trust}."
            ),
            _ => format!(
                "The certificate of {issuer} that you trust is not a CA certificate, so that it can't \
                 issue others. Give the authority's CA certificate as a trust anchor{trust}."
            ),
        },
        (Reason::IssuerKeyDiffers | Reason::AnchorKeyDiffers, _) => match lang {
            Lang::Ko => format!(
                "주어진 {issuer}의 인증서에는 이 인증서에 서명한 키가 아닌 다른 키가 들어 있습니다. 인증기관에 \
                 키가 여러 개일 수 있습니다. 서명한 키의 CA 인증서를 중간 인증서로 지정하고{between}, 직접 \
                 신뢰한다면 신뢰 기관으로 지정하세요{trust}."
            ),
            _ => format!(
                "A certificate of {issuer} was given, but it has another key than the one that signed. \
                 An authority may have several keys: give its certificate with the key that signed, as \
                 an intermediate{between}, or as a trust anchor{trust} if you trust it."
            ),
        },
        _ => return setting(reason, view).map(|text| vec![text]),
    };
    let mut steps = vec![step];
    if let Reason::IssuerUnreadable(_) = reason {
        let words = lang.pick(
            "Before that, look at the certificate of the document that can't be read: if it is this \
             authority's, fetch a copy that is encoded correctly.",
            "먼저 문서 안의 읽을 수 없는 인증서를 확인하세요. 이 기관의 인증서라면 올바르게 인코딩된 것을 \
             받으세요.",
        );
        steps.push(words.to_owned());
    }
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
            steps.extend(lists(&certificate.addresses().crl, view));
        }
    }
    Some(steps)
}

/// No trust anchor was given: which authority would have to be one.
fn no_anchor(issuer: &str, position: usize, view: View) -> String {
    let trust = view.names(&[Parameter::TrustAnchors]);
    match (view.lang, position) {
        (Lang::Ko, 0) => format!(
            "신뢰 기관이 주어지지 않았습니다. 신뢰하는 인증기관의 인증서를 지정하세요{trust}. 이 인증서는 \
             {issuer}가 발급했습니다."
        ),
        (Lang::Ko, _) => format!(
            "신뢰 기관이 주어지지 않았습니다. 신뢰하는 인증기관의 인증서를 지정하세요{trust}. 찾은 인증서 가운데 \
             가장 위의 것(경로의 {position}번)은 {issuer}가 발급했으며, 이 기관의 인증서가 없습니다."
        ),
        (_, 0) => format!(
            "No trust anchor was given: give the certificates of the authorities that you \
             trust{trust}. This one was issued by {issuer}."
        ),
        (_, _) => format!(
            "No trust anchor was given: give the certificates of the authorities that you \
             trust{trust}. The topmost certificate that was found, certificate {position} of the path, \
             was issued by {issuer}, whose certificate is missing."
        ),
    }
}

/// The path ends at a self-issued certificate that is not a trust anchor.
fn untrusted_root(issuer: &str, count: usize, view: View) -> String {
    let trust = view.names(&[Parameter::TrustAnchors]);
    match (view.lang, count) {
        (Lang::Ko, 0) => format!(
            "신뢰 기관이 주어지지 않았습니다. 인증서 경로는 {issuer}에서 끝납니다. 이 기관의 인증서는 있지만 \
             신뢰 기관으로 지정되지 않았습니다. 이 기관을 신뢰한다면 인증서의 지문을 공표된 지문과 비교한 뒤 신뢰 \
             기관으로 지정하세요{trust}."
        ),
        (Lang::Ko, 2..) => format!(
            "신뢰 기관으로 지정한 {count}개 가운데 {issuer}는 없습니다. 인증서 경로는 이 기관에서 끝납니다. 그 \
             인증서는 있지만 신뢰 기관으로 지정되지 않았습니다. 이 기관을 신뢰한다면 인증서의 지문을 공표된 지문과 \
             비교한 뒤 신뢰 기관으로 지정하세요{trust}."
        ),
        (Lang::Ko, 1) => format!(
            "신뢰 기관으로 지정한 것은 {issuer}가 아닙니다. 인증서 경로는 이 기관에서 끝납니다. 그 인증서는 있지만 신뢰 기관으로 지정되지 않았습니다. 이 \
             기관을 신뢰한다면 인증서의 지문을 공표된 지문과 비교한 뒤 신뢰 기관으로 지정하세요{trust}."
        ),
        (_, 1) => format!(
            "The trust anchor that you gave is not {issuer}, where the path ends. Its certificate \
             was found, but it is not a trust anchor. If you trust this authority, compare the \
             certificate's fingerprint with what the authority publishes, and give it as a trust \
             anchor{trust}."
        ),
        (_, 0) => format!(
            "No trust anchor was given. The path ends at {issuer}. Its certificate was found, but it is \
             not a trust anchor. If you trust this authority, compare the certificate's fingerprint \
             with what the authority publishes, and give it as a trust anchor{trust}."
        ),
        (_, _) => format!(
            "None of the trust anchors that you gave ({count}) is {issuer}, where the path ends. Its \
             certificate was found, but it is not a trust anchor. If you trust this authority, compare the \
             certificate's fingerprint with what the authority publishes, and give it as a trust \
             anchor{trust}."
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
fn lists(crl: &[&str], view: View) -> Vec<String> {
    if crl.is_empty() {
        return Vec::new();
    }
    let found: Vec<String> = crl
        .iter()
        .map(|address| format!("\n  CRL {}", escape::text(address)))
        .collect();
    let head = view.lang.pick(
        "After that a CRL is needed too: fetch it, and give it as revocation data.",
        "그다음에는 CRL도 필요합니다. 받아서 폐지 정보로 지정하세요.",
    );
    let head = view.with_names(head, &[Parameter::Crls]);
    let mut steps = vec![format!("{head}{}", found.concat())];
    steps.extend(crl.iter().filter_map(|it| addresses::note(it, view)));
    steps
}

/// The rule is one that the policy sets.
fn setting(reason: &Reason, view: View) -> Option<String> {
    let lang = view.lang;
    Some(match reason {
        Reason::NoValidPolicy => {
            let acceptable = view.names(&[Parameter::AcceptablePolicies]);
            let optional = view.names(&[Parameter::NoExplicitPolicy]);
            match lang {
                Lang::Ko => format!(
                    "허용할 인증서 정책을 지정했기 때문입니다{acceptable}. 정책이 없는 경로도 허용하도록 \
                     지정하면{optional} 경로의 CA가 정책을 요구하지 않는 한 통과할 수 있습니다."
                ),
                _ => format!(
                    "You demanded acceptable policies{acceptable}. If you admit paths without a valid \
                     policy{optional}, such a path can pass unless a CA on it requires a policy."
                ),
            }
        }
        Reason::SignerPolicyMissing => view.with_names(
            lang.pick(
                "You demanded a policy that the signer's certificate does not have.",
                "서명자 인증서에 없는 인증서 정책을 요구했습니다.",
            ),
            &[Parameter::SignerPolicies],
        ),
        Reason::PurposeForbidden => view.with_names(
            lang.pick(
                "You demanded a purpose that the signer's certificate does not have.",
                "서명자 인증서에 없는 용도를 요구했습니다.",
            ),
            &[Parameter::Purpose],
        ),
        _ => return None,
    })
}
