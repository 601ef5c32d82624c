//! An answer of a provider with all that it is held against, as a value that owns its parts.

pub mod rules;

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
use rules::ExchangeRule;
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
    /// The product's code, which says an environment too.
    code: Option<String>,
    environment: Option<Environment>,
    response: Option<Result<Response, FormatError>>,
    request: Option<Request>,
    /// One of each role at most.
    others: Vec<(Role, Response)>,
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

/// Why there is no decision over an exchange: a text can't be read, or its parts do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExchangeError {
    /// A text is not what it should be.
    Format(FormatError),
    /// Parts that do not go together.
    Rule(ExchangeRule),
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
    /// An exchange with a provider. `product` is the product's code; Barocert's must be given. An
    /// error if the provider has no such product.
    pub fn new(provider: Provider, product: Option<&str>) -> Result<Self, ExchangeError> {
        Ok(Self {
            provider,
            product: rules::product(provider, product)?,
            code: product.map(str::to_owned),
            environment: None,
            response: None,
            request: None,
            others: Vec::new(),
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

    /// Sets the answer, JSON in UTF-8. One that can't be read is an answer too: the decision rejects
    /// it.
    pub fn set_response(&mut self, text: &[u8]) {
        self.response = Some(Response::parse(self.provider, self.product, text));
    }

    /// Sets the request that it answers, JSON in UTF-8. An error if it can't be read.
    pub fn set_request(&mut self, text: &[u8]) -> Set {
        self.request = Some(Request::parse(self.provider, text)?);
        Ok(())
    }

    /// Sets another answer of the same transaction, or what was sent to Kakao's `prepare`. An error
    /// if it can't be read.
    pub fn set_other(&mut self, role: Role, text: &[u8]) -> Set {
        rules::role(self.provider, role)?;
        let other = Response::parse_as(role, self.provider, text)?;
        self.others.retain(|(of, _)| *of != role);
        self.others.push((role, other));
        Ok(())
    }

    /// Says that what this role is for is looked at in every exchange, and is not kept of this one.
    pub fn set_not_kept(&mut self, role: Role) -> Set {
        rules::role(self.provider, role)?;
        if !self.not_kept.contains(&role) {
            self.not_kept.push(role);
        }
        Ok(())
    }

    /// Sets what was sent to Toss to get the result. An error if it can't be read.
    pub fn set_result_request(&mut self, text: &[u8]) -> Set {
        rules::result_request(self.provider)?;
        self.result_request = Some(ResultRequest::parse(text)?);
        Ok(())
    }

    /// Sets the keys to encrypted fields. An error if they can't be read.
    pub fn set_keys(&mut self, text: &[u8]) -> Set {
        self.keys = Some(Keys::parse(text)?);
        Ok(())
    }

    /// Sets the CI held of the person who was asked, in base64 of 64 octets. If the text is no CI,
    /// the decision says so.
    pub fn set_ci(&mut self, text: &[u8]) {
        self.ci = Some(Ci::from_base64(text));
    }

    /// The CIs of many persons, one in a line, in place of one; after the keys, of which it needs
    /// `pseudonym`.
    pub fn set_ci_list(&mut self, text: &[u8]) -> Set {
        let keys = rules::pseudonym(self.keys.as_ref())?;
        self.ci_list = Some(CiList::parse(text, keys)?);
        Ok(())
    }

    /// Sets what else is held about the person. An error if it can't be read.
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

    /// Sets short signatures that were received. An error if they can't be read.
    pub fn set_short_signatures(&mut self, text: &[u8]) -> Set {
        self.short = Some(ShortSignatures::parse(text)?);
        Ok(())
    }

    /// Sets where the signed document has the key of short signatures, and from when and until when
    /// it counts.
    pub fn set_session_paths(&mut self, paths: SessionPaths) {
        self.session = Some(paths);
    }

    /// Sets what to compare of a content that the provider composes. An error if it can't be read.
    pub fn set_content_map(&mut self, text: &[u8]) -> Set {
        self.content_map = Some(ContentMap::parse(text)?);
        Ok(())
    }

    /// Sets where the nonce stands in the request and in the answer; `None` for the default.
    pub fn set_nonce(&mut self, asked: Option<Pointer>, answered: Option<Pointer>) {
        self.nonce = asked;
        self.nonce_answer = answered;
    }

    /// Sets the kind of signature to demand if the request names none.
    pub fn set_sign_type(&mut self, sign_type: SignType) {
        self.sign_type = Some(sign_type);
    }

    /// Sets what a digest is that was requested to be signed.
    pub fn set_plain_hash_source(&mut self, source: PlainHashSource) {
        self.plain_hash_source = source;
    }

    /// Sets the only layout in which the VID may be.
    pub fn set_vid_layout(&mut self, layout: VidLayout) {
        self.vid_layout = layout;
    }

    /// Sets the environment in which the provider answered; default that of the product's code.
    pub fn set_environment(&mut self, environment: Environment) {
        self.environment = Some(environment);
    }

    /// Waives a check.
    pub fn waive(&mut self, waiver: Waiver) {
        if !self.waivers.contains(&waiver) {
            self.waivers.push(waiver);
        }
    }

    /// Whether the answer is held against a list of persons.
    pub fn has_ci_list(&self) -> bool {
        self.ci_list.is_some()
    }

    /// The exchange to decide over. An error if its parts do not go together.
    pub fn lend(&self) -> Result<Exchange<'_>, ExchangeError> {
        let response = self
            .response
            .as_ref()
            .ok_or(ExchangeRule::ResponseMissing)?;
        let has_list = self.ci_list.is_some();
        let code = self.code.as_deref();
        let environment = rules::environment(self.provider, code, self.environment, has_list)?;
        let originals = rules::originals(self.request.as_ref(), &self.originals)
            .map_err(|_| ExchangeRule::OriginalUnplaced)?;
        self.check_parts()?;
        let mut exchange = Exchange::new(self.provider, response.as_ref())
            .originals(originals)
            .nonce(self.nonce.as_ref(), self.nonce_answer.as_ref())
            .plain_hash_source(self.plain_hash_source)
            .vid_layout(self.vid_layout)
            .environment(environment)
            .waive(self.waivers.iter().copied());
        for role in &self.not_kept {
            exchange = exchange.not_kept(*role);
        }
        for (role, other) in &self.others {
            exchange = exchange.other(*role, other);
        }
        /// Adds a part if it is there.
        macro_rules! add {
            ($($part:ident)+) => { $(if let Some(part) = &self.$part {
                exchange = exchange.$part(part);
            })+ };
        }
        add!(request result_request keys ci_list person content_map);
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

    fn check_parts(&self) -> Result<(), ExchangeRule> {
        if self.ci.is_some() && self.ci_list.is_some() {
            return Err(ExchangeRule::CiAndList);
        }
        if self.short.is_some() != self.session.is_some() {
            return Err(ExchangeRule::SessionIncomplete);
        }
        rules::sign_type(self.provider, self.request.as_ref(), self.sign_type)
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
