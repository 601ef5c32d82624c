//! An answer of a provider with all that it is held against, as a value that owns its parts.

use crate::policy::Policy;
use injang_core::report::Lang;
use injang_core::{
    Ci, CiError, ContentStream, DigestAlgorithm, PlainHashSource, SignType, StreamedContent,
    VidLayout,
};
use injang_response::{
    CiList, ContentMap, Environment, Exchange, FormatError, Keys, Person, Pointer, Product,
    Provider, Request, Response, ResultRequest, Role, SessionPaths, ShortSignatures, Waiver,
};
use std::fmt;

/// An answer and what it is held against, read from the JSON texts of an exchange: what
/// [`Exchange`] borrows, this owns. What is not given is missing, and the decision says so.
///
/// ```
/// use injang::response::{At, Provider};
/// use injang::{OwnedExchange, Policy, Revocation};
///
/// # macro_rules! file { ($name:literal) => { &include_bytes!(concat!("../../../tests/responses/", $name))[..] } }
/// # let (ca, sent, came) = (file!("ca.der"), file!("kakao-single/text/request.json"), file!("kakao-single/text/response.json"));
/// # let (kept, held) = (file!("kakao-single/text/keys.json"), file!("kakao-single/text/ci.txt"));
/// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
/// let mut exchange = OwnedExchange::new(Provider::Kakao, Some("K3510"))?;
/// exchange.set_request(sent)?;
/// exchange.set_keys(kept)?;
/// exchange.set_ci(held);
/// exchange.set_response(came);
/// let at = At::Time("2026-03-02T09:00:00Z".parse()?);
/// let decision = policy.decide(&exchange.lend()?, at);
/// assert!(decision.is_accepted());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct OwnedExchange {
    provider: Provider,
    product: Option<Product>,
    /// The environment that the product's code says.
    of_code: Environment,
    environment: Option<Environment>,
    response: Option<Result<Response, FormatError>>,
    request: Option<Request>,
    receipt: Option<Response>,
    status: Option<Response>,
    identify: Option<Response>,
    prepare: Option<Response>,
    not_kept: Vec<Role>,
    result_request: Option<ResultRequest>,
    keys: Option<Keys>,
    ci: Option<Result<Ci, CiError>>,
    ci_list: Option<CiList>,
    person: Option<Person>,
    originals: Vec<(Option<String>, StreamedContent)>,
    short: Option<ShortSignatures>,
    session: Option<SessionPaths>,
    content_map: Option<ContentMap>,
    nonce: Option<Pointer>,
    nonce_answer: Option<Pointer>,
    sign_type: Option<SignType>,
    plain_hash_source: PlainHashSource,
    vid_layout: VidLayout,
    waivers: Vec<Waiver>,
}

/// Why an exchange can't be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExchangeError {
    /// A text is not what it should be.
    Format(FormatError),
    /// Parts that do not go together.
    Rule(ExchangeRule),
}

/// What can't be asked together.
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
                "제공자에게 이 코드의 상품이 없습니다. 코드는 docs/responses.md에 있습니다",
            ),
            Self::ProductMissing => (
                "barocert needs the product, such as kakao-multi-sign: the same objects come of \
                 several providers",
                "barocert에는 상품(예: kakao-multi-sign)이 필요합니다. 같은 객체를 여러 제공자가 사용합니다",
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
                "제공자의 응답이 지정되지 않았습니다",
            ),
        };
        lang.pick(english, korean)
    }
}

impl ExchangeError {
    /// The part of the exchange to change ([`ExchangeRule::part`]); `None` where it is the one that was
    /// being set.
    pub const fn part(&self) -> Option<&'static str> {
        match self {
            Self::Format(_) => None,
            Self::Rule(rule) => rule.part(),
        }
    }

    /// What is wrong and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Format(error) => error.sentence(lang),
            Self::Rule(rule) => rule.sentence(lang).to_owned(),
        }
    }
}

impl From<FormatError> for ExchangeError {
    fn from(error: FormatError) -> Self {
        Self::Format(error)
    }
}

impl From<ExchangeRule> for ExchangeError {
    fn from(rule: ExchangeRule) -> Self {
        Self::Rule(rule)
    }
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ExchangeError {}

type Set = Result<(), ExchangeError>;

impl OwnedExchange {
    /// An exchange with a provider. The product's code says what an answer holds: Barocert needs it.
    pub fn new(provider: Provider, product: Option<&str>) -> Result<Self, ExchangeError> {
        let (product, of_code) = match product {
            None if provider == Provider::Barocert => {
                return Err(ExchangeRule::ProductMissing.into());
            }
            None => (None, Environment::default()),
            Some(code) => {
                let product = Product::from_name(provider, code);
                let product = product.ok_or(ExchangeRule::UnknownProduct)?;
                (Some(product), Environment::of_product(provider, code))
            }
        };
        Ok(Self {
            provider,
            product,
            of_code,
            environment: None,
            response: None,
            request: None,
            receipt: None,
            status: None,
            identify: None,
            prepare: None,
            not_kept: Vec::new(),
            result_request: None,
            keys: None,
            ci: None,
            ci_list: None,
            person: None,
            originals: Vec::new(),
            short: None,
            session: None,
            content_map: None,
            nonce: None,
            nonce_answer: None,
            sign_type: None,
            plain_hash_source: PlainHashSource::default(),
            vid_layout: VidLayout::default(),
            waivers: Vec::new(),
        })
    }

    /// The answer. One that can't be read is an answer too: the decision rejects it.
    pub fn set_response(&mut self, text: &[u8]) {
        self.response = Some(Response::parse(self.provider, self.product, text));
    }

    /// The request that it answers.
    pub fn set_request(&mut self, text: &[u8]) -> Set {
        self.request = Some(Request::parse(self.provider, text)?);
        Ok(())
    }

    /// Another answer of the same transaction, or what was sent to Kakao's `prepare`.
    pub fn set_other(&mut self, role: Role, text: &[u8]) -> Set {
        self.check_role(role)?;
        let other = Some(Response::parse_as(role, self.provider, text)?);
        match role {
            Role::Receipt => self.receipt = other,
            Role::Status => self.status = other,
            Role::Identify => self.identify = other,
            Role::Prepare => self.prepare = other,
            _ => {}
        }
        Ok(())
    }

    /// Says that what this role is for is looked at in every exchange, and is not kept of this one.
    pub fn set_not_kept(&mut self, role: Role) -> Set {
        self.check_role(role)?;
        if !self.not_kept.contains(&role) {
            self.not_kept.push(role);
        }
        Ok(())
    }

    fn check_role(&self, role: Role) -> Set {
        let is_of_kakao = matches!(role, Role::Prepare | Role::Identify);
        if is_of_kakao && self.provider != Provider::Kakao {
            return Err(ExchangeRule::OfKakao.into());
        }
        Ok(())
    }

    /// What was sent to Toss to get the result.
    pub fn set_result_request(&mut self, text: &[u8]) -> Set {
        if self.provider != Provider::Toss {
            return Err(ExchangeRule::OfToss.into());
        }
        self.result_request = Some(ResultRequest::parse(text)?);
        Ok(())
    }

    /// The keys to encrypted fields.
    pub fn set_keys(&mut self, text: &[u8]) -> Set {
        self.keys = Some(Keys::parse(text)?);
        Ok(())
    }

    /// The CI held of the person who was asked, in base64. A text that is none is said in the
    /// decision.
    pub fn set_ci(&mut self, text: &[u8]) {
        self.ci = Some(Ci::from_base64(text));
    }

    /// The CIs of many persons, one in a line, in place of one; after the keys, of which it needs
    /// `pseudonym`.
    pub fn set_ci_list(&mut self, text: &[u8]) -> Set {
        let keys = self.keys.as_ref().filter(|keys| keys.has_pseudonym());
        let keys = keys.ok_or(ExchangeRule::PseudonymMissing)?;
        self.ci_list = Some(CiList::parse(text, keys)?);
        Ok(())
    }

    /// What else is held about the person.
    pub fn set_person(&mut self, text: &[u8]) -> Set {
        self.person = Some(Person::parse(text)?);
        Ok(())
    }

    /// An original file of which a digest was asked to be signed: of the document of this id, or of
    /// the next one of the request. Only its digests are kept.
    pub fn add_original(&mut self, policy: &Policy, id: Option<&str>, octets: &[u8]) {
        let mut stream = ContentStream::new(policy.crypto(), &DigestAlgorithm::ALL);
        stream.update(octets);
        self.originals
            .push((id.map(str::to_owned), stream.finish()));
    }

    /// Short signatures that were received.
    pub fn set_short_signatures(&mut self, text: &[u8]) -> Set {
        self.short = Some(ShortSignatures::parse(text)?);
        Ok(())
    }

    /// Where the signed document says which key makes short signatures, from when and until when.
    pub fn set_session_paths(&mut self, paths: SessionPaths) {
        self.session = Some(paths);
    }

    /// What to compare of a content that the provider composes.
    pub fn set_content_map(&mut self, text: &[u8]) -> Set {
        self.content_map = Some(ContentMap::parse(text)?);
        Ok(())
    }

    /// Where the nonce stands in the request and in the answer; `None` for the default.
    pub fn set_nonce(&mut self, asked: Option<Pointer>, answered: Option<Pointer>) {
        self.nonce = asked;
        self.nonce_answer = answered;
    }

    /// The kind of signature to demand where the request names none.
    pub fn set_sign_type(&mut self, sign_type: SignType) {
        self.sign_type = Some(sign_type);
    }

    /// What a digest is that was asked to be signed.
    pub fn set_plain_hash_source(&mut self, source: PlainHashSource) {
        self.plain_hash_source = source;
    }

    /// The only layout in which the VID may be.
    pub fn set_vid_layout(&mut self, layout: VidLayout) {
        self.vid_layout = layout;
    }

    /// The environment in which the provider answered; default that of the product's code.
    pub fn set_environment(&mut self, environment: Environment) {
        self.environment = Some(environment);
    }

    /// Does without a check.
    pub fn waive(&mut self, waiver: Waiver) {
        if !self.waivers.contains(&waiver) {
            self.waivers.push(waiver);
        }
    }

    /// Whether the answer is held against a list of persons.
    pub fn has_ci_list(&self) -> bool {
        self.ci_list.is_some()
    }

    /// The exchange to decide over, if its parts go together.
    pub fn lend(&self) -> Result<Exchange<'_>, ExchangeError> {
        let response = self
            .response
            .as_ref()
            .ok_or(ExchangeRule::ResponseMissing)?;
        let environment = self.checked_environment()?;
        self.check_parts()?;
        let mut exchange = Exchange::new(self.provider, response.as_ref())
            .originals(self.placed_originals()?)
            .nonce(self.nonce.as_ref(), self.nonce_answer.as_ref())
            .plain_hash_source(self.plain_hash_source)
            .vid_layout(self.vid_layout)
            .environment(environment)
            .waive(self.waivers.iter().copied());
        for role in &self.not_kept {
            exchange = exchange.not_kept(*role);
        }
        /// Adds a part if it is there.
        macro_rules! add {
            ($($part:ident)+) => { $(if let Some(part) = &self.$part {
                exchange = exchange.$part(part);
            })+ };
        }
        add!(request receipt status identify prepare result_request keys ci_list person content_map);
        if let Some(product) = self.product {
            exchange = exchange.product(product);
        }
        if let Some(sign_type) = self.sign_type {
            exchange = exchange.sign_type(sign_type);
        }
        if let Some(ci) = &self.ci {
            exchange = exchange.ci(ci.as_ref().map_err(|rule| *rule));
        }
        if let Some(short) = &self.short {
            exchange = exchange.short_signatures(short, self.session.as_ref());
        }
        Ok(exchange)
    }

    fn checked_environment(&self) -> Result<Environment, ExchangeRule> {
        let environment = self.environment.unwrap_or(self.of_code);
        if self.of_code == Environment::Test && environment != Environment::Test {
            return Err(ExchangeRule::EnvironmentDiffers);
        }
        let is_invented = environment == Environment::Test && self.provider == Provider::Toss;
        if is_invented && self.ci_list.is_some() {
            return Err(ExchangeRule::PersonInvented);
        }
        Ok(environment)
    }

    fn check_parts(&self) -> Result<(), ExchangeRule> {
        if self.ci.is_some() && self.ci_list.is_some() {
            return Err(ExchangeRule::CiAndList);
        }
        if self.short.is_some() != self.session.is_some() {
            return Err(ExchangeRule::SessionIncomplete);
        }
        // Kakao's requests name the kind of signature, if only by its default.
        let asked = self.request.as_ref().and_then(Request::sign_type);
        let differs = |named: SignType| asked.is_some_and(|asked| asked != named);
        if self.provider == Provider::Kakao && self.sign_type.is_some_and(differs) {
            return Err(ExchangeRule::SignTypeDiffers);
        }
        Ok(())
    }

    /// The original of each document that was asked for.
    fn placed_originals(&self) -> Result<Vec<Option<&StreamedContent>>, ExchangeRule> {
        let ids = self.request.as_ref().map_or_else(Vec::new, Request::ids);
        let mut places = vec![None; ids.len()];
        let mut next = 0;
        for (id, content) in &self.originals {
            let place = if let Some(id) = id {
                ids.iter().position(|other| other == id)
            } else {
                next += 1;
                Some(next - 1)
            };
            match place.and_then(|place| places.get_mut(place)) {
                Some(empty @ None) => *empty = Some(content),
                _ => return Err(ExchangeRule::OriginalUnplaced),
            }
        }
        Ok(places)
    }
}

/// Neither names nor content.
impl fmt::Debug for OwnedExchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedExchange")
            .field("provider", &self.provider)
            .finish_non_exhaustive()
    }
}
