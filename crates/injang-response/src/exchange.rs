//! What was sent, what came back, and what is held: everything that a decision is made from.

use crate::ci_list::CiList;
use crate::cipher::Secret;
use crate::content_map::ContentMap;
use crate::environment::Environment;
use crate::finding::{DecisionCode, Waiver};
use crate::format_error::FormatError;
use crate::keys::{Bound, Keys, session_of};
use crate::person::Person;
use crate::pointer::Pointer;
use crate::product::{Product, ProductKind, Provider, Scheme};
use crate::request::Request;
use crate::response::{Response, Role};
use crate::result_request::ResultRequest;
use crate::short_signature::{SessionPaths, ShortSignatures};
use injang_core::{Ci, CiError, PlainHashSource, SignType, StreamedContent, VidLayout};
use std::collections::BTreeSet;

/// An answer of a provider, and everything that it is compared with. What is not given is reported as
/// missing; there is no default that accepts.
///
/// [`Exchange::decide`] is in `decide`.
#[derive(Clone, Debug)]
pub struct Exchange<'a> {
    pub(crate) provider: Provider,
    pub(crate) product: Option<Product>,
    pub(crate) response: Result<&'a Response, &'a FormatError>,
    pub(crate) request: Option<&'a Request>,
    pub(crate) receipt: Option<&'a Response>,
    pub(crate) not_kept: Vec<Role>,
    pub(crate) result_request: Option<&'a ResultRequest>,
    pub(crate) status: Option<&'a Response>,
    pub(crate) identify: Option<&'a Response>,
    pub(crate) prepare: Option<&'a Response>,
    pub(crate) keys: Option<&'a Keys>,
    pub(crate) ci: Option<Result<&'a Ci, CiError>>,
    pub(crate) among: Option<&'a CiList>,
    pub(crate) person: Option<&'a Person>,
    pub(crate) originals: Vec<Option<&'a StreamedContent>>,
    pub(crate) short: Option<&'a ShortSignatures>,
    pub(crate) session: Option<&'a SessionPaths>,
    pub(crate) content_map: Option<&'a ContentMap>,
    pub(crate) nonce: Option<&'a Pointer>,
    pub(crate) nonce_answer: Option<&'a Pointer>,
    pub(crate) sign_type: Option<SignType>,
    pub(crate) reading: PlainHashSource,
    pub(crate) vid_layout: VidLayout,
    pub(crate) environment: Environment,
    pub(crate) waivers: BTreeSet<Waiver>,
}

impl<'a> Exchange<'a> {
    /// An answer of a provider, or what is wrong with it.
    pub fn new(provider: Provider, response: Result<&'a Response, &'a FormatError>) -> Self {
        Self {
            provider,
            product: None,
            response,
            request: None,
            receipt: None,
            not_kept: Vec::new(),
            result_request: None,
            status: None,
            identify: None,
            prepare: None,
            keys: None,
            ci: None,
            among: None,
            person: None,
            originals: Vec::new(),
            short: None,
            session: None,
            content_map: None,
            nonce: None,
            nonce_answer: None,
            sign_type: None,
            reading: PlainHashSource::default(),
            vid_layout: VidLayout::default(),
            environment: Environment::default(),
            waivers: BTreeSet::new(),
        }
    }

    /// The answer, or what is wrong with it.
    pub fn response(&self) -> Result<&'a Response, &'a FormatError> {
        self.response
    }

    /// The product, which must be the provider's. Without it an answer of Kakao is taken as one of
    /// K3510, K3511 or K3110, by the form of the request, and Toss has one only; Barocert's must be
    /// named, and so must those without a signature.
    #[must_use]
    pub fn product(mut self, product: Product) -> Self {
        self.product = Some(product);
        self
    }

    /// The request that it answers. The person in it is compared with what the caller holds, and used
    /// in its place if the caller holds nothing: Toss's `userCi`, `userName`, `userPhone` and
    /// `userBirthday`, Kakao's `receiver_name`, Barocert's `receiverName`, `receiverBirthday` and
    /// `receiverHP`. A field of an answer that is the request's own ciphertext, or in the request's
    /// session with Toss, counts as absent: anybody who saw the request can copy it. Barocert's
    /// `ci`, in place of the receiver's fields, is in clear.
    #[must_use]
    pub fn request(mut self, request: &'a Request) -> Self {
        self.request = Some(request);
        self
    }

    /// What the provider answered to the request (Kakao: to `prepare`): the transaction's id.
    #[must_use]
    pub fn receipt(mut self, receipt: &'a Response) -> Self {
        self.receipt = Some(receipt);
        self
    }

    /// Says that the caller looks at what this role is for in every answer, and has it not of this
    /// one: the decision is undetermined then. Without it a check that was asked for would be left
    /// out without a word.
    #[must_use]
    pub fn not_kept(mut self, role: Role) -> Self {
        self.not_kept.push(role);
        self
    }

    /// The request with which Toss was asked for the result: the session that it names is the one in
    /// which the fields of the answer are encrypted.
    #[must_use]
    pub fn result_request(mut self, request: &'a ResultRequest) -> Self {
        self.result_request = Some(request);
        self
    }

    /// What the provider answered when the status was asked for.
    #[must_use]
    pub fn status(mut self, status: &'a Response) -> Self {
        self.status = Some(status);
        self
    }

    /// What Kakao answered to `identify`.
    #[must_use]
    pub fn identify(mut self, identify: &'a Response) -> Self {
        self.identify = Some(identify);
        self
    }

    /// What was sent to Kakao's `prepare`: whom to ask, encrypted. It replaces a CI and a person
    /// that are not given otherwise; what is given too must be the same. A field of an answer that
    /// decrypts to what was sent for that field counts as absent: under Kakao's fixed key and IV
    /// whoever saw the one can make the other. Then the VID says who signed.
    #[must_use]
    pub fn prepare(mut self, prepare: &'a Response) -> Self {
        self.prepare = Some(prepare);
        self
    }

    /// Another text of the transaction, by its role.
    #[must_use]
    pub fn other(self, role: Role, text: &'a Response) -> Self {
        match role {
            Role::Receipt => self.receipt(text),
            Role::Status => self.status(text),
            Role::Identify => self.identify(text),
            Role::Prepare => self.prepare(text),
        }
    }

    /// The keys to encrypted fields. A key that is missing decides nothing: what can't be read is
    /// said, and leaves the decision UNDETERMINED where something depends on it.
    #[must_use]
    pub fn keys(mut self, keys: &'a Keys) -> Self {
        self.keys = Some(keys);
        self
    }

    /// The CI held of the person who was to sign, or what is wrong with the text of it. A CI in the
    /// request or in `prepare` must be the same.
    #[must_use]
    pub fn ci(mut self, ci: Result<&'a Ci, CiError>) -> Self {
        self.ci = Some(ci);
        self
    }

    /// Many persons, of whom one is looked for whose answer it is; in place of a CI held.
    #[must_use]
    pub fn ci_list(mut self, people: &'a CiList) -> Self {
        self.among = Some(people);
        self
    }

    /// What else is held about that person: each field must be the request's, if that has it, and
    /// the answer's.
    #[must_use]
    pub fn person(mut self, person: &'a Person) -> Self {
        self.person = Some(person);
        self
    }

    /// The original files of which digests were asked to be signed, in the request's order; `None`
    /// where one is missing.
    #[must_use]
    pub fn originals(mut self, originals: Vec<Option<&'a StreamedContent>>) -> Self {
        self.originals = originals;
        self
    }

    /// Short signatures, and where the signed document says which key makes them.
    #[must_use]
    pub fn short_signatures(
        mut self,
        signatures: &'a ShortSignatures,
        paths: Option<&'a SessionPaths>,
    ) -> Self {
        self.short = Some(signatures);
        self.session = paths;
        self
    }

    /// What to compare of a content that the provider composes.
    #[must_use]
    pub fn content_map(mut self, map: &'a ContentMap) -> Self {
        self.content_map = Some(map);
        self
    }

    /// Where the nonce stands in the request and in the answer, of products without a signature;
    /// by default where the overview says: `data` for K1110 and K1120, `state` for K2100.
    #[must_use]
    pub fn nonce(mut self, asked: Option<&'a Pointer>, answered: Option<&'a Pointer>) -> Self {
        self.nonce = asked;
        self.nonce_answer = answered;
        self
    }

    /// The kind of signature to demand where the request names none; for Toss in place of
    /// SIGNED_ATTRIBUTE, which it does not name but always makes since 2022.
    #[must_use]
    pub fn sign_type(mut self, sign_type: SignType) -> Self {
        self.sign_type = Some(sign_type);
        self
    }

    /// How a digest is read that was asked to be signed; see [`PlainHashSource`].
    #[must_use]
    pub fn plain_hash_source(mut self, reading: PlainHashSource) -> Self {
        self.reading = reading;
        self
    }

    /// The only layout in which the VID may be; default [`VidLayout::CiThenSerial`].
    #[must_use]
    pub fn vid_layout(mut self, layout: VidLayout) -> Self {
        self.vid_layout = layout;
        self
    }

    /// The environment in which the provider answered; default [`Environment::Production`].
    #[must_use]
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self
    }

    /// Does without a check.
    #[must_use]
    pub fn waive(mut self, waivers: impl IntoIterator<Item = Waiver>) -> Self {
        self.waivers.extend(waivers);
        self
    }

    /// What the answer holds.
    pub(crate) fn kind(&self) -> ProductKind {
        match (self.product, self.request) {
            (Some(product), _) => product.kind,
            (None, Some(request)) if request.is_multi => ProductKind::Multi(usize::MAX),
            _ => ProductKind::Single,
        }
    }

    /// Whether the product has several documents, each under its own id.
    pub(crate) fn has_several(&self) -> bool {
        let is_list = self.response.is_ok_and(|response| response.is_list);
        let ids = self.receipt.and_then(|it| it.document_ids.as_ref());
        let is_prepared = self.product.is_none() && ids.is_some_and(|ids| !ids.is_empty());
        let is_multi = matches!(self.kind(), ProductKind::Multi(_));
        self.provider == Provider::Kakao && (is_list || is_prepared || is_multi)
    }

    pub(crate) fn scheme(&self) -> Scheme {
        match (self.product, self.provider) {
            (Some(product), _) => product.scheme,
            (None, Provider::Toss) => Scheme::Toss,
            (None, _) => Scheme::Kakao,
        }
    }

    /// The id of the transaction that was asked with.
    pub(crate) fn transaction_id(&self) -> Option<&str> {
        let asked = self.request.and_then(|it| it.tx_id.as_deref());
        asked.or_else(|| self.receipt.and_then(|it| it.id.as_deref()))
    }

    /// Every reading of a field that the provider encrypted. Whoever has seen another answer of the
    /// same relying party could put a field of it here, so that a session must be this
    /// transaction's. That it is not the request's own is seen before
    /// ([`is_ci_echo`](Self::is_ci_echo)).
    pub(crate) fn open_answer(&self, field: &str) -> Result<Vec<Secret>, DecisionCode> {
        if self.scheme() == Scheme::Toss
            && let Some(session) = session_of(field)
        {
            let given = self.response.ok().and_then(|it| it.id.as_deref());
            let transaction = self.transaction_id().or(given);
            let own = self.request.and_then(|it| it.session.as_deref());
            // The session in which Toss was asked to answer about this very transaction.
            let result = self
                .result_request
                .filter(|it| Some(it.tx_id.as_str()) == transaction)
                .and_then(|it| it.session.as_deref());
            let keys = self.any_keys();
            let is_bound = transaction.is_some_and(|it| keys.has_bound(it));
            match keys.bound(&session) {
                Bound::Unknown => return Err(DecisionCode::KeysMissing),
                Bound::To(bound) if transaction.is_some_and(|it| it != bound) => {
                    return Err(DecisionCode::FieldSessionDiffers);
                }
                Bound::To(_) if transaction.is_none() => {
                    return Err(DecisionCode::FieldSessionUnclear);
                }
                Bound::Anybody if result == Some(session.as_str()) => {}
                // The result was asked for in another session.
                Bound::Anybody if result.is_some() => {
                    return Err(DecisionCode::FieldSessionDiffers);
                }
                // Without the request nothing says that it is not the request's own.
                Bound::Anybody if is_bound || keys.unbound(own) > 1 || self.request.is_none() => {
                    return Err(DecisionCode::FieldSessionUnclear);
                }
                Bound::To(_) | Bound::Anybody => {}
            }
        }
        self.open_own(field)
    }

    /// Every reading of a field that the relying party encrypted itself.
    pub(crate) fn open_own(&self, field: &str) -> Result<Vec<Secret>, DecisionCode> {
        self.any_keys().open(self.scheme(), field).readings()
    }

    /// The answers that say something about a person. Kakao's says nothing by its guide, but for
    /// `identify`'s: any other member is unknown.
    pub(crate) fn about_the_person(&self) -> impl Iterator<Item = &'a Response> {
        let response = self.response.ok();
        let response = response.filter(|_| self.provider != Provider::Kakao);
        [response, self.identify].into_iter().flatten()
    }

    /// Whether the person was asked by a CI.
    pub(crate) fn is_asked_by_ci(&self) -> bool {
        let is_in = |it: &Request| it.sealed_ci.is_some() || it.clear_ci.is_some();
        self.prepare.is_some_and(|it| it.ci.is_some()) || self.request.is_some_and(is_in)
    }

    /// The kind of signature to demand.
    pub(crate) fn demanded(&self) -> Option<SignType> {
        let asked = self.request.and_then(|request| request.sign_type);
        match self.provider {
            Provider::Kakao => asked.or(self.sign_type),
            Provider::Toss => Some(self.sign_type.unwrap_or(SignType::SignedAttribute)),
            Provider::Barocert => self.sign_type,
        }
    }
}
