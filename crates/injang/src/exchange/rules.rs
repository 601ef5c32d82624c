//! Which parts of an exchange go together: each rule once, for [`OwnedExchange`](crate::OwnedExchange) and
//! for the command line, which says them in the words of its options.

use injang_core::report::Lang;
use injang_core::{SignType, StreamedContent};
use injang_response::{Environment, Keys, Product, Provider, Request, Role};

/// The rule that the parts of an exchange break together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExchangeRule {
    /// The provider has no product of this code.
    UnknownProduct,
    /// Barocert's answers can't be read without the product.
    ProductMissing,
    /// The product's code is of the test environment, and another was named.
    EnvironmentDiffers,
    /// A list of persons where the provider invents the person.
    PersonInvented,
    /// A list of persons, and the keys have no `pseudonym`.
    PseudonymMissing,
    /// A CI and a list of CIs.
    CiAndList,
    /// Another kind of signature than the request asked for.
    SignTypeDiffers,
    /// `prepare` and `identify` are Kakao's.
    OfKakao,
    /// The request for a result is Toss's.
    OfToss,
    /// An original file of no document of the request, or of one that has another.
    OriginalUnplaced,
    /// Short signatures without the places of key and times, or those without signatures.
    SessionIncomplete,
    /// No answer was given.
    ResponseMissing,
}

impl ExchangeRule {
    /// The part of the exchange to change, by its name in tables and arguments; `None` where it is the
    /// one that was being set.
    pub const fn part(self) -> Option<&'static str> {
        Some(match self {
            Self::UnknownProduct | Self::ProductMissing => "product",
            Self::EnvironmentDiffers => "environment",
            Self::PersonInvented | Self::PseudonymMissing | Self::CiAndList => "ci_list",
            Self::SignTypeDiffers => "sign_type",
            Self::OriginalUnplaced => "originals",
            Self::SessionIncomplete => "session",
            Self::ResponseMissing => "response",
            Self::OfKakao | Self::OfToss => return None,
        })
    }

    /// What is wrong and what to do about it.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        let (english, korean) = match self {
            Self::UnknownProduct => (
                "the provider has no product of this code; see docs/responses.md for the codes",
                "인증사업자에게 이 코드의 상품이 없습니다. 코드는 docs/responses.md에 있습니다",
            ),
            Self::ProductMissing => (
                "barocert needs the product, such as kakao-multi-sign: the same objects come of \
                 several providers",
                "barocert에는 상품(예: kakao-multi-sign)이 필요합니다. 같은 객체를 여러 인증사업자가 사용합니다",
            ),
            Self::EnvironmentDiffers => (
                "a product's code with a T is of the test environment, and another environment is set",
                "T가 붙은 상품 코드는 테스트 환경의 것이며, 지정한 환경과 다릅니다",
            ),
            Self::PersonInvented => (
                "a list of CIs has no meaning in Toss's test environment, where Toss invents the person",
                "토스 테스트 환경에서는 가상 인물로 응답하므로 CI 목록을 쓸 수 없습니다",
            ),
            Self::PseudonymMissing => (
                "a list of CIs needs the keys before it, with the member pseudonym",
                "CI 목록보다 먼저 pseudonym이 있는 키를 지정해야 합니다",
            ),
            Self::CiAndList => (
                "a CI and a list of CIs exclude each other",
                "CI와 CI 목록은 함께 지정할 수 없습니다",
            ),
            Self::SignTypeDiffers => (
                "the sign type is not the sign_type that the request asked for",
                "서명 방식이 요청의 sign_type과 다릅니다",
            ),
            Self::OfKakao => (
                "prepare and identify are Kakao's",
                "prepare와 identify는 카카오에만 있습니다",
            ),
            Self::OfToss => (
                "the request for the result is Toss's",
                "결과조회 요청은 토스에만 있습니다",
            ),
            Self::OriginalUnplaced => (
                "an original stands for no document of the request, or for one that has another already",
                "원본에 해당하는 문서가 요청에 없거나 이미 지정되었습니다",
            ),
            Self::SessionIncomplete => (
                "short signatures and the places of key, beginning and end need each other",
                "축약서명과 키·시작·끝의 위치는 함께 지정해야 합니다",
            ),
            Self::ResponseMissing => (
                "the provider's answer is not set",
                "인증사업자의 응답이 지정되지 않았습니다",
            ),
        };
        lang.pick(english, korean)
    }
}

/// The product of this code. Barocert's answers can't be read without one.
pub fn product(provider: Provider, code: Option<&str>) -> Result<Option<Product>, ExchangeRule> {
    match code {
        None if provider == Provider::Barocert => Err(ExchangeRule::ProductMissing),
        None => Ok(None),
        Some(code) => match Product::from_name(provider, code) {
            None => Err(ExchangeRule::UnknownProduct),
            found => Ok(found),
        },
    }
}

/// The environment: the one that is named, or that of the product's code. In Toss's test environment
/// nobody of a list of persons can have answered.
pub fn environment(
    provider: Provider,
    code: Option<&str>,
    named: Option<Environment>,
    has_ci_list: bool,
) -> Result<Environment, ExchangeRule> {
    let of_code = Environment::of_product(provider, code.unwrap_or_default());
    let environment = named.unwrap_or(of_code);
    if of_code == Environment::Test && environment != Environment::Test {
        return Err(ExchangeRule::EnvironmentDiffers);
    }
    let is_invented = environment == Environment::Test && provider == Provider::Toss;
    if is_invented && has_ci_list {
        return Err(ExchangeRule::PersonInvented);
    }
    Ok(environment)
}

/// Whether the provider has texts of this role.
pub fn role(provider: Provider, role: Role) -> Result<(), ExchangeRule> {
    let is_of_kakao = matches!(role, Role::Prepare | Role::Identify);
    if is_of_kakao && provider != Provider::Kakao {
        return Err(ExchangeRule::OfKakao);
    }
    Ok(())
}

/// Whether the provider is asked for a result by a request of its own.
pub fn result_request(provider: Provider) -> Result<(), ExchangeRule> {
    if provider == Provider::Toss {
        Ok(())
    } else {
        Err(ExchangeRule::OfToss)
    }
}

/// Whether the keys can make the pseudonyms by which persons of a list are reported.
pub fn pseudonym(keys: Option<&Keys>) -> Result<&Keys, ExchangeRule> {
    let keys = keys.filter(|keys| keys.has_pseudonym());
    keys.ok_or(ExchangeRule::PseudonymMissing)
}

/// Whether a kind of signature that is named is the one that was asked for: Kakao's requests name it, if
/// only by its default.
pub fn sign_type(
    provider: Provider,
    request: Option<&Request>,
    named: Option<SignType>,
) -> Result<(), ExchangeRule> {
    let asked = request.and_then(Request::sign_type);
    let differs = |named: SignType| asked.is_some_and(|asked| asked != named);
    if provider == Provider::Kakao && named.is_some_and(differs) {
        return Err(ExchangeRule::SignTypeDiffers);
    }
    Ok(())
}

/// The original of each document that was asked for: the one with the document's id, or the next one
/// without an id in the request's order. An error is the index of one that has no place.
pub fn originals<'a>(
    request: Option<&Request>,
    originals: &'a [(Option<String>, StreamedContent)],
) -> Result<Vec<Option<&'a StreamedContent>>, usize> {
    let ids = request.map_or_else(Vec::new, Request::ids);
    let mut places = vec![None; ids.len()];
    let mut next = 0;
    for (index, (id, content)) in originals.iter().enumerate() {
        let place = if let Some(id) = id {
            ids.iter().position(|other| other == id)
        } else {
            next += 1;
            Some(next - 1)
        };
        match place.and_then(|place| places.get_mut(place)) {
            Some(empty @ None) => *empty = Some(content),
            _ => return Err(index),
        }
    }
    Ok(places)
}
