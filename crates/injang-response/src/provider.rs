//! What is particular to each provider, one folder each: its requests, its answers, its limits and
//! its rules. Here stands only which of them is meant.

mod barocert;
mod kakao;
mod limits;
mod toss;

use crate::exchange::Exchange;
use crate::findings::Findings;
use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::product::{Product, ProductKind, Provider};
use crate::request::Request;
use crate::response::{ProviderStatus, Response, Role};

/// Documents in one answer at most, where the product does not say.
const MOST_DOCUMENTS: usize = 200;

/// Where an answer of a provider has what, and what only its requests have.
struct AnswerMembers {
    /// The transaction's id, as a JSON pointer.
    id: &'static str,
    /// How far it got, as a JSON pointer.
    status: &'static str,
    /// The members that hold signed documents, from `within`.
    signed: &'static [&'static str],
    /// The JSON pointer of the object that these are in.
    within: &'static str,
    only_in_requests: &'static [&'static str],
}

impl AnswerMembers {
    /// Where this answer has its signed documents.
    fn signed_in(&self, raw: &Value) -> String {
        let has = |name: &&&str| raw.as_object().is_some_and(|it| it.contains_key(**name));
        let name = self.signed.iter().find(has).unwrap_or(&self.signed[0]);
        format!("{}/{name}", self.within)
    }
}

/// Those of a provider.
const fn answer_members(provider: Provider) -> AnswerMembers {
    match provider {
        Provider::Kakao => kakao::response::MEMBERS,
        Provider::Barocert => barocert::response::MEMBERS,
        Provider::Toss => toss::response::MEMBERS,
    }
}

/// The members at the top of a request that say how to ask, and not what is agreed to.
pub(crate) const fn how_to_ask(provider: Provider) -> &'static [&'static str] {
    match provider {
        Provider::Barocert => &barocert::request::HOW_TO_ASK,
        Provider::Kakao | Provider::Toss => &kakao::request::HOW_TO_ASK,
    }
}

/// The members of `delegate_info` that say how to ask, and whom.
pub(crate) const fn delegation(provider: Provider) -> &'static [&'static str] {
    match provider {
        Provider::Barocert => &[],
        Provider::Kakao | Provider::Toss => &kakao::request::DELEGATE_INFO,
    }
}

impl Request {
    /// Reads a request of this provider.
    ///
    /// Members that the provider documents must have the type that it documents, and values that it
    /// documents: the error names the member and the rule. Members that are not known are kept by
    /// name, and every decision lists them.
    pub fn parse(provider: Provider, text: &[u8]) -> Result<Self, FormatError> {
        let value = Value::parse(text)?;
        match provider {
            Provider::Kakao => kakao::request::read(value),
            Provider::Barocert => barocert::request::read(value),
            Provider::Toss => toss::request::read(value),
        }
    }
}

impl Response {
    /// Reads an answer of this provider: the result with the signed documents; or the receipt of
    /// a request, a status, or Kakao's `identify`.
    ///
    /// A member that is known has the type that the provider documents, or the answer is refused.
    /// Members that are not known are kept by name, and every decision lists them.
    pub fn parse(
        provider: Provider,
        product: Option<Product>,
        text: &[u8],
    ) -> Result<Self, FormatError> {
        let value = Value::parse(text)?;
        let most = match product.map(|product| product.kind) {
            None => MOST_DOCUMENTS,
            Some(ProductKind::Multi(most)) => most,
            Some(_) => 1,
        };
        let mut response = Self::empty();
        {
            let members = Members::top(&value)?;
            match provider {
                Provider::Kakao => kakao::response::read(&members, most, &mut response)?,
                Provider::Barocert => barocert::response::read(&members, most, &mut response)?,
                Provider::Toss => toss::response::read(&members, &mut response)?,
            }
            members.list_unknown(&mut response.unknown);
        }
        response.raw = value;
        Ok(response)
    }

    /// Reads another answer of the same transaction, or Kakao's `prepare` request, which must hold
    /// what it is for: a receipt and a status an id, a status how far it got, `identify` and
    /// `prepare` somebody's CI or a field about them. An error in its place is an answer too; a
    /// receipt or a status with a signed document is refused ([`FormatRule::SignedDocument`]), because the
    /// result is no witness of its own transaction.
    pub fn parse_as(role: Role, provider: Provider, text: &[u8]) -> Result<Self, FormatError> {
        let mut answer = Self::parse(provider, None, text)?;
        if role == Role::Prepare && provider == Provider::Kakao {
            answer.required = kakao::response::required(&answer.raw)?;
        }
        if matches!(role, Role::Receipt | Role::Status) && !answer.documents.is_empty() {
            let pointer = answer_members(provider).signed_in(&answer.raw);
            return Err(FormatError::at_member(FormatRule::SignedDocument, pointer));
        }
        if let ProviderStatus::Failed(_) = answer.result {
            return Ok(answer);
        }
        let names_nobody = answer.ci.is_none() && answer.vid.is_none() && answer.person.is_empty();
        let members = answer_members(provider);
        let missing = match role {
            Role::Receipt | Role::Status if answer.id.is_none() => Some(members.id),
            Role::Status if answer.status == ProviderStatus::Missing => Some(members.status),
            Role::Identify if names_nobody => Some("/ci"),
            Role::Prepare if names_nobody => {
                return Err(FormatError::new(FormatRule::NamesNobody));
            }
            _ => None,
        };
        match missing {
            Some(pointer) => Err(FormatError::at_member(FormatRule::Missing, pointer)),
            None => Ok(answer),
        }
    }

    /// Whether this is a request that stands in an answer's place: it has what only requests have, and
    /// no signed document.
    pub(crate) fn is_request(&self, provider: Provider) -> bool {
        let names = answer_members(provider).only_in_requests;
        let object = self.raw.as_object();
        let has = |name: &&str| object.is_some_and(|it| it.contains_key(*name));
        self.documents.is_empty() && names.iter().any(has)
    }
}

impl Exchange<'_> {
    /// Notes the limits that the request passes, counts that differ, and fields that should be null.
    pub(crate) fn limits(&self, response: &Response, findings: &mut Findings) {
        limits::not_null(response, findings);
        kakao::limits::count(self, findings);
        let Some(request) = self.request else {
            return;
        };
        match self.provider {
            Provider::Kakao => kakao::limits::check(self, request, findings),
            Provider::Barocert => barocert::limits::check(self, request, findings),
            Provider::Toss => toss::limits::check(self, request, findings),
        }
    }
}
