//! The error codes of the providers' guides, explained.
//!
//! E0001 to E2005 are of Kakao's page on troubleshooting, to which its guides refer; E2002, E2013 and
//! E2017 of the K3500 guide itself; CE3100 and CE3101 of Toss's guide. Barocert's guides list none.

use crate::product::Provider;
use injang_core::report::Lang;

/// An error code that a provider's guide lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProviderError {
    /// The provider.
    pub provider: Provider,
    /// The code as the provider writes it.
    pub code: &'static str,
    en: &'static str,
    ko: &'static str,
}

const fn kakao(code: &'static str, en: &'static str, ko: &'static str) -> ProviderError {
    ProviderError {
        provider: Provider::Kakao,
        code,
        en,
        ko,
    }
}

const fn toss(code: &'static str, en: &'static str, ko: &'static str) -> ProviderError {
    ProviderError {
        provider: Provider::Toss,
        code,
        en,
        ko,
    }
}

impl ProviderError {
    /// Every code that the guides list.
    pub const ALL: &[Self] = &[
        kakao(
            "E0001",
            "an error within Kakao's servers; ask again",
            "카카오 서버 내부 오류입니다. 다시 요청하세요",
        ),
        kakao(
            "E0002",
            "Kakao's servers are under maintenance",
            "카카오 서버 점검 중입니다",
        ),
        kakao(
            "E1001",
            "a parameter is missing or not valid, or the account has a foreign phone number",
            "필수 파라미터가 없거나 값이 올바르지 않거나, 카카오톡에 연결된 번호가 해외 번호입니다",
        ),
        kakao(
            "E1002",
            "the app may not call this API, or what it sent is wrong",
            "이 API를 호출할 권한이 없거나 요청 정보가 잘못되었습니다",
        ),
        kakao(
            "E1004",
            "the HTTP header with the keys of partner and dealer is missing or wrong",
            "이용기관·딜러사 앱 키를 담은 HTTP 헤더가 없거나 잘못되었습니다",
        ),
        kakao(
            "E1005",
            "settle_id is missing or wrong",
            "settle_id가 없거나 잘못되었습니다",
        ),
        kakao(
            "E1006",
            "desc is not as the contract has it, or not of its form",
            "desc가 계약 내용과 다르거나 형식에 맞지 않습니다",
        ),
        kakao(
            "E1007",
            "the product was called on the host of the other environment",
            "상품의 환경(테스트·운영)과 다른 도메인으로 호출했습니다",
        ),
        kakao(
            "E2001",
            "no Kakao account fits the person who was asked",
            "요청한 사용자 정보에 해당하는 카카오계정이 없습니다",
        ),
        kakao(
            "E2002",
            "the person in the request is not the one of the Kakao account",
            "요청의 사용자 정보가 카카오계정의 정보와 다릅니다",
        ),
        kakao(
            "E2003",
            "Kakao knows no such tx_id; it has to be prepared anew",
            "카카오에 없는 tx_id입니다. 전자서명 준비부터 다시 해야 합니다",
        ),
        kakao(
            "E2004",
            "the same signature was requested twice in a row",
            "같은 전자서명을 연속해서 두 번 요청했습니다",
        ),
        kakao(
            "E2005",
            "the Kakao account is dormant, restricted, protected or closed",
            "카카오계정이 휴면, 제재, 보호 또는 탈퇴 상태입니다",
        ),
        kakao(
            "E2013",
            "verify was called a second time, or more than ten minutes after the signature",
            "검증 API를 두 번째로 호출했거나, 서명 완료 후 10분이 지나 호출했습니다",
        ),
        kakao(
            "E2017",
            "identify was called a second time, or more than ten minutes after the signature",
            "서명자 정보 API를 두 번째로 호출했거나, 서명 완료 후 10분이 지나 호출했습니다",
        ),
        toss(
            "CE3100",
            "Toss knows no such request",
            "토스에 없는 요청입니다",
        ),
        toss(
            "CE3101",
            "the result was already fetched twice, which is all that Toss allows",
            "결과를 이미 두 번 조회했습니다. 토스는 두 번까지만 허용합니다",
        ),
    ];

    /// The error of this code; `None` if no guide lists it. No two providers share a code.
    pub fn find(code: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|it| it.code == code)
    }

    /// What it means, in a sentence.
    pub const fn sentence(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.ko)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_code_stands_once_and_in_two_languages() {
        let codes: BTreeSet<_> = ProviderError::ALL.iter().map(|it| it.code).collect();
        assert_eq!(codes.len(), ProviderError::ALL.len());
        for known in ProviderError::ALL {
            assert_ne!(known.sentence(Lang::En), known.sentence(Lang::Ko));
            assert_eq!(ProviderError::find(known.code), Some(known));
        }
        for code in ["E2002", "E2013", "E2017", "CE3100", "CE3101"] {
            assert!(ProviderError::find(code).is_some(), "{code}");
        }
        assert_eq!(ProviderError::find("E9999"), None);
    }
}
