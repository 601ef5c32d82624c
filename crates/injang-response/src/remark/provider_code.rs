//! What providers' error codes mean, as far as their guides say it.

use injang::report::Lang;

/// What the provider's guide says about an error code; `None` of one that is not known here.
pub(super) fn meaning(code: &str, lang: Lang) -> Option<&'static str> {
    let (_, en, ko) = MEANINGS.iter().find(|(name, ..)| *name == code)?;
    Some(lang.pick(en, ko))
}

/// Kakao's begin with E, Toss's with CE. Barocert passes on what its providers give.
const MEANINGS: &[(&str, &str, &str)] = &[
    (
        "E0001",
        "an error within Kakao; ask again",
        "카카오 서버 내부 에러. 다시 요청하세요",
    ),
    (
        "E0002",
        "Kakao is under maintenance; ask again later",
        "카카오 서버 점검 중. 나중에 다시 요청하세요",
    ),
    (
        "E1001",
        "a parameter of the request is missing or not valid",
        "요청 파라미터가 없거나 올바르지 않음",
    ),
    (
        "E1002",
        "the application has no right to this API, or the request is wrong",
        "API 요청 권한이 없거나 요청 정보가 잘못됨",
    ),
    (
        "E1004",
        "an HTTP header is missing or wrong",
        "HTTP 헤더가 없거나 잘못됨",
    ),
    (
        "E1005",
        "settle_id is missing or wrong",
        "settle_id가 없거나 잘못됨",
    ),
    (
        "E1006",
        "desc is not as the contract has it",
        "desc가 계약 내용이나 형식과 다름",
    ),
    (
        "E1007",
        "the product was asked for at the host of another environment",
        "상품에 맞지 않는 도메인으로 요청함",
    ),
    (
        "E2001",
        "no Kakao account is that of the person who was asked",
        "요청한 사람의 카카오계정을 찾을 수 없음",
    ),
    (
        "E2002",
        "the person who was asked is not that of the Kakao account",
        "요청한 사람의 정보가 카카오계정의 정보와 다름",
    ),
    (
        "E2003",
        "Kakao knows no such tx_id; begin anew with prepare",
        "없는 tx_id. 전자서명 준비하기부터 다시 진행하세요",
    ),
    (
        "E2004",
        "the same signature was asked for twice; ask for its status",
        "같은 전자서명을 두 번 요청함. 상태 확인하기를 사용하세요",
    ),
    (
        "E2005",
        "the person's Kakao account can't be used: dormant, restricted or closed",
        "카카오계정이 휴면, 제재, 탈퇴 등으로 이용할 수 없는 상태",
    ),
    (
        "E2013",
        "the signature was fetched before, or more than ten minutes passed: Kakao gives it once",
        "서명 값을 이미 받았거나 서명 완료 후 10분이 지남. 서명 값은 한 번만 받을 수 있습니다",
    ),
    (
        "E2017",
        "the signer's data were fetched before, or more than ten minutes passed: Kakao gives them once",
        "서명자 정보를 이미 받았거나 서명 완료 후 10분이 지남. 서명자 정보는 한 번만 받을 수 있습니다",
    ),
    ("CE3100", "Toss knows no such request", "존재하지 않는 요청"),
    (
        "CE3101",
        "the result was fetched twice before: Toss gives it no more often",
        "최종 결과를 이미 두 번 조회함. 결과는 두 번까지만 조회할 수 있습니다",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_code_has_one_meaning_in_both_languages() {
        let names: BTreeSet<_> = MEANINGS.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), MEANINGS.len());
        for (name, en, ko) in MEANINGS {
            assert_eq!(meaning(name, Lang::En), Some(*en));
            assert_eq!(meaning(name, Lang::Ko), Some(*ko));
            assert_ne!(en, ko);
        }
        assert_eq!(meaning("E2", Lang::En), None);
    }
}
