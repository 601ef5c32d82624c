//! The addresses that a certificate names. Injang fetches nothing: it says where to fetch from.

use super::page::Page;
use crate::escape;
use injang::Certificate;
use injang::report::Lang;

/// A line for each address.
pub(super) fn show(page: &mut Page, level: usize, certificate: &Certificate<'_>) {
    let addresses = certificate.addresses();
    let kinds = [
        (&addresses.crl, "CRL address", "CRL 주소"),
        (&addresses.ocsp, "OCSP address", "OCSP 주소"),
        (
            &addresses.issuer,
            "address of the issuer's certificate",
            "발급자 인증서 주소",
        ),
        (
            &addresses.cps,
            "practice statement (CPS)",
            "인증업무준칙(CPS)",
        ),
    ];
    for (list, english, korean) in kinds {
        for address in list {
            let address = escape::text(address);
            page.fact(level, english, korean, format_args!("{address}"));
        }
    }
}

/// What is known about fetching from an address that is none of the web.
pub(super) fn note(address: &str, lang: Lang) -> Option<&'static str> {
    let scheme = address.split(':').next()?;
    if !scheme.eq_ignore_ascii_case("ldap") && !scheme.eq_ignore_ascii_case("ldaps") {
        return None;
    }
    // The entry that the real KAKAO-CA names is its own; its issuer is KAKAO-ROOT-CA.
    if address.contains("//ldap-kpki.kakao.com") && address.contains("CN=KAKAO-CA,") {
        return Some(lang.pick(
            "This is a directory entry, to be fetched with an LDAP client such as ldapsearch. It is \
             the entry of KAKAO-CA itself, not of KAKAO-ROOT-CA that issued KAKAO-CA's certificate: \
             whether the list there is KAKAO-ROOT-CA's is not known. injang inspect shows who issued \
             it.",
            "ldapsearch 같은 LDAP 클라이언트로 받아야 하는 디렉터리 항목입니다. KAKAO-CA의 인증서를 \
             발급한 KAKAO-ROOT-CA가 아니라 KAKAO-CA 자신의 항목이며, 그곳의 목록이 KAKAO-ROOT-CA의 \
             것인지는 알려져 있지 않습니다. 발급자는 injang inspect로 확인하세요.",
        ));
    }
    Some(lang.pick(
        "This is a directory entry, to be fetched with an LDAP client such as ldapsearch.",
        "ldapsearch 같은 LDAP 클라이언트로 받아야 하는 디렉터리 항목입니다.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_need_another_client() {
        let note = |address| note(address, Lang::En);
        assert_eq!(note("http://ca.test.invalid/ldap:"), None);
        assert_eq!(note("no address"), None);
        let other = note("LDAP://ds.test.invalid:389/CN=CA,C=KR?authorityRevocationList");
        assert!(other.unwrap().ends_with("such as ldapsearch."));
        let kakao = note(
            "ldap://ldap-kpki.kakao.com:389/CN=KAKAO-CA,OU=Kakao-Certification-Authority-Central,\
             O=KAKAO,C=KR?authorityRevocationList",
        );
        assert!(kakao.unwrap().contains("is not known"));
    }
}
