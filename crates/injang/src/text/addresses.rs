//! The addresses that a certificate names. Injang fetches nothing: it says where to fetch from.

use super::page::Page;
use crate::escape;
use crate::option_names::Parameter;
use crate::redaction::View;
use injang_core::Certificate;
use injang_core::report::Lang;

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

/// How to fetch from an address that is not a web address, if that is known.
pub(super) fn note(address: &str, view: View) -> Option<String> {
    let lang = view.lang;
    let names = view.names(&[Parameter::Crls]);
    let scheme = address.split(':').next()?;
    if !scheme.eq_ignore_ascii_case("ldap") && !scheme.eq_ignore_ascii_case("ldaps") {
        return None;
    }
    let mut note = match (lang, ldapsearch(address)) {
        (Lang::Ko, Some(command)) => format!(
            "LDAP 디렉터리 항목입니다. 다음 명령은 값을 파일로 저장하고 그 이름을 출력합니다. 그 파일을 CRL로 \
             지정하세요{names}.\n  {command}"
        ),
        (_, Some(command)) => format!(
            "This is a directory entry, to be fetched with an LDAP client. This command writes its \
             value into a file and prints the file's name: give that file as a CRL{names}.\n  \
             {command}"
        ),
        (_, None) => lang
            .pick(
                "This is a directory entry, to be fetched with an LDAP client such as ldapsearch.",
                "ldapsearch 같은 LDAP 클라이언트로 받아야 하는 디렉터리 항목입니다.",
            )
            .to_owned(),
    };
    // The entry that the real KAKAO-CA names is its own; its issuer is KAKAO-ROOT-CA.
    if address.contains("//ldap-kpki.kakao.com") && address.contains("CN=KAKAO-CA,") {
        note += lang.pick(
            "\nIt is the entry of KAKAO-CA itself, not of KAKAO-ROOT-CA that issued KAKAO-CA's \
             certificate: whether the list there is KAKAO-ROOT-CA's is not known. Look at its \
             issuer before you rely on it.",
            "\nKAKAO-CA의 인증서를 발급한 KAKAO-ROOT-CA가 아니라 KAKAO-CA 자신의 항목이며, 그곳의 목록이 \
             KAKAO-ROOT-CA의 것인지는 알려져 있지 않습니다. 사용하기 전에 발급자를 확인하세요.",
        );
    }
    Some(note)
}

/// How OpenLDAP's client fetches from an address (RFC 4516). The address comes from the certificate:
/// a command is made of it only if it has no character that a shell or the client would read as
/// more than a name.
fn ldapsearch(address: &str) -> Option<String> {
    let (server, rest) = address.split_once("://").and_then(|(scheme, rest)| {
        let (host, rest) = rest.split_once('/')?;
        Some((format!("{}://{host}", scheme.to_ascii_lowercase()), rest))
    })?;
    let mut parts = rest.split('?');
    let (entry, attribute) = (parts.next()?, parts.next()?);
    let consists_of = |text: &str, others: &str| {
        let is_known = |char: char| char.is_ascii_alphanumeric() || others.contains(char);
        text.starts_with(|char: char| char.is_ascii_alphanumeric()) && text.chars().all(is_known)
    };
    if !consists_of(&server, ".-:/")
        || !consists_of(entry, "=,.-_ ")
        || !consists_of(attribute, ";-")
    {
        return None;
    }
    // RFC 4523 2.11: lists are transferred as binary values.
    let binary = match attribute.split_once(';') {
        Some(_) => attribute.to_owned(),
        None => format!("{attribute};binary"),
    };
    Some(format!(
        "ldapsearch -x -LLL -t -H '{server}' -b '{entry}' -s base '(objectClass=*)' '{binary}'"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_need_another_client() {
        let note = |address| note(address, View::default());
        assert_eq!(note("http://ca.test.invalid/ldap:"), None);
        assert_eq!(note("no address"), None);
        let other = note("LDAP://ds.test.invalid:389/CN=CA,C=KR?authorityRevocationList");
        assert!(other.unwrap().ends_with(
            "\n  ldapsearch -x -LLL -t -H 'ldap://ds.test.invalid:389' -b 'CN=CA,C=KR' -s base \
             '(objectClass=*)' 'authorityRevocationList;binary'"
        ));
        let kakao = note(
            "ldap://ldap-kpki.kakao.com:389/CN=KAKAO-CA,OU=Kakao-Certification-Authority-Central,\
             O=KAKAO,C=KR?authorityRevocationList",
        );
        assert!(kakao.unwrap().contains("is not known"));
    }

    /// A certificate can name any address: what stands in it never becomes part of a command.
    #[test]
    fn no_command_of_what_a_shell_would_read() {
        for address in [
            "ldap://ds.test.invalid/CN=CA'; rm -r x; '?certificateRevocationList",
            "ldap://ds.test.invalid/CN=$(id)?certificateRevocationList",
            "ldap://ds.test.invalid/CN=CA?a b",
            "ldap://ds.test.invalid/CN=CA?-o",
            "ldap://ds.test.invalid'/CN=CA?certificateRevocationList",
            "ldap://ds.test.invalid/-f?certificateRevocationList",
            "ldap://ds.test.invalid/CN=CA%27?certificateRevocationList",
            "ldap://ds.test.invalid/CN=CA\nid?certificateRevocationList",
            "ldap://ds.test.invalid/CN=CA",
            "ldap:",
        ] {
            assert_eq!(ldapsearch(address), None, "{address}");
            let said = note(address, View::default()).unwrap();
            assert!(said.ends_with("such as ldapsearch."), "{said}");
        }
    }
}
