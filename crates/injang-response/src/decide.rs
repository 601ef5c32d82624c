//! The order in which an answer is looked at.

mod compared;
mod nonce;
mod provider_status;
mod session;
mod time;
mod transaction;

use crate::decision::{Decision, IdentityReport, Match, verdict};
use crate::document::{DocumentOutcome, Task};
use crate::environment::Environment;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::identity::{Identification, compare_person};
use crate::json::Value;
use crate::members::shown;
use crate::pairing::pair;
use crate::person::Field;
use crate::pointer::Pointer;
use crate::product::{ProductKind, Provider};
use crate::provider_time::At;
use crate::request::RequestedDocument;
use crate::response::{ProviderStatus, Response};
use crate::seen_text::SeenText;
use crate::verification::VerificationSettings;
use injang_core::report::Conditions;
use injang_core::{AtSource, Identity, Policy, Request as DocumentRequest};
use std::collections::{BTreeMap, BTreeSet};

/// Signatures remembered within one answer: those of one path and its CRLs.
const REMEMBERED: usize = 64;

impl Exchange<'_> {
    /// Decides: ACCEPTED only if the provider says that it succeeded; every document asked for came
    /// back, in order, each under its own id, and none more; each verifies, under the kind of
    /// signature that was asked for, and is over what was asked; one signer signed them all; and
    /// that is who was asked. Whatever is missing leaves the decision UNDETERMINED unless the
    /// caller waives that very check.
    ///
    /// Something must have been compared, whatever is waived ([`DecisionCode::NothingCompared`]), and
    /// one of these is:
    ///
    /// * a signature that is TOTAL-PASSED, and is over what was asked: the text or the data, the
    ///   digest, the members that a content map names, or the transaction id that the request or
    ///   the receipt names;
    /// * the nonce that was sent, in the answer;
    /// * a CI held, by the CI of the answer or by the VID of a certificate that signed; one of a list
    ///   of CIs; or, for Toss, a DI held.
    ///
    /// The provider's status alone does not count as a comparison, nor does a CI of the answer that fits
    /// the VID of the same answer, nor a name or a phone number, which no signature and no nonce ties to
    /// what was asked.
    ///
    /// The policy is for the signatures, which are verified at this time. A path that several
    /// documents share is verified once.
    pub fn decide(&self, policy: &Policy<'_>, at: At) -> Decision {
        let verification = self.verification(policy, at);
        let mut findings = Findings::new(self.waivers.clone());
        let mut decision = Decision {
            verdict: crate::DecisionVerdict::Rejected,
            conditions: self.conditions(&verification),
            provider: self.provider,
            product: self.product,
            environment: self.environment,
            reasons: Vec::new(),
            notes: Vec::new(),
            documents: Vec::new(),
            identity: IdentityReport {
                vid: Identity::NotClaimed,
                ci: Match::NotCompared,
                person: Vec::new(),
            },
            person: None,
            short_signatures: Vec::new(),
            waivers: findings.waivers(),
            transaction: None,
            nonce: None,
        };
        match self.response {
            Err(error) => {
                let detail = Some(Detail::Format(error.clone()));
                findings.add(DecisionCode::ResponseMalformed, None, detail);
            }
            Ok(response) => {
                self.examine_response(response, &verification, &mut decision, &mut findings);
            }
        }
        decision.verdict = verdict(&findings.reasons);
        decision.reasons = findings.reasons;
        decision.notes = findings.notes;
        decision
    }

    /// Examines an answer that could be read, in this order:
    ///
    /// 1. what is only said: the environment, members and times, limits of the guide;
    /// 2. the provider's own status: after a failure without documents nothing else is checked;
    /// 3. the request, the product and the transaction;
    /// 4. the time of verification: under one that can't be used nothing is verified;
    /// 5. the nonce, where nothing was asked to be signed; else every document;
    /// 6. who signed, by CI, VID and the person's fields;
    /// 7. whether anything at all was compared.
    fn examine_response(
        &self,
        response: &Response,
        verification: &VerificationSettings<'_>,
        decision: &mut Decision,
        findings: &mut Findings,
    ) {
        if self.environment == Environment::Test {
            findings.push(DecisionCode::EnvironmentTest);
        }
        let transaction = self.transaction_id().or(response.id.as_deref());
        decision.transaction =
            transaction.map(|id| SeenText::new(self.provider, &["transaction", id]));
        self.list_unknown(response, findings);
        self.list_malformed_times(response, findings);
        self.limits(response, findings);
        let succeeded = self.check_provider_status(response, findings);
        if !succeeded && response.documents.is_empty() {
            return;
        }
        match self.request {
            None => findings.push(DecisionCode::RequestMissing),
            Some(request) if request.is_encrypted => findings.push(DecisionCode::RequestEncrypted),
            Some(_) => {}
        }
        for role in &self.not_kept {
            let detail = Some(Detail::Reading(role.name()));
            findings.add(DecisionCode::FileNotKept, None, detail);
        }
        self.product_fits(response, findings);
        if self.content_map.is_some() && self.request.is_some() && !self.is_map_used() {
            findings.push(DecisionCode::ContentMapUnused);
        }
        self.transaction(response, findings);
        let completed = match self.completion(response, verification.at) {
            Ok(completed) => completed,
            Err(fault) => {
                let detail = Some(Detail::ProviderTime(fault));
                return findings.add(DecisionCode::ProviderTimeUnusable, None, detail);
            }
        };
        let mut verification = *verification;
        if let Some(completed) = completed {
            verification.request = verification.request.at_time(completed, AtSource::Provider);
            decision.conditions = self.conditions(&verification);
        }
        let verification = &verification;
        let is_unnamed = self.is_nonce_of_unnamed(response);
        let is_nonce = is_unnamed || self.is_nonce(response);
        let mut is_compared = false;
        if is_unnamed {
            findings.push(DecisionCode::ProductMissing);
        } else if is_nonce {
            findings.push(DecisionCode::SignatureAbsent);
            decision.nonce = self.nonce_of(response, findings);
            is_compared |= decision.nonce.is_some();
        }
        let is_invented = self.environment.invents_person(self.provider);
        let mut identification = if is_invented {
            Identification::none()
        } else {
            Identification::new(self, !is_nonce, findings)
        };
        if is_nonce {
            if !is_invented {
                decision.person = identification.find(self, &mut [], verification, findings);
            }
            decision.short_signatures = self.short(&[], verification, findings);
        } else {
            let outcomes = self.signatures(
                response,
                verification,
                &mut identification,
                decision,
                findings,
            );
            is_compared |= outcomes.iter().any(|outcome| outcome.is_compared);
            decision.documents = outcomes.into_iter().map(|it| it.judged).collect();
        }
        if response.is_request(self.provider) {
            findings.explain_missing();
        }
        let is_tied = self.conclude_identity(&identification, decision, findings);
        if !is_compared && !self.is_person_compared(decision, is_tied) {
            compared::nothing(!is_nonce, findings);
        }
    }

    /// Judges every document, and holds them against each other and against what else the provider
    /// says of them.
    fn signatures(
        &self,
        response: &Response,
        verification: &VerificationSettings<'_>,
        identification: &mut Identification<'_>,
        decision: &mut Decision,
        findings: &mut Findings,
    ) -> Vec<DocumentOutcome> {
        let mut verification = *verification;
        match self.demanded() {
            Some(sign_type) => verification.request = verification.request.sign_type(sign_type),
            None => findings.push(DecisionCode::SignTypeNotAsked),
        }
        let caching;
        if !verification.policy.is_caching() && response.documents.len() > 1 {
            caching = verification.policy.clone().cache(REMEMBERED);
            verification.policy = &caching;
        }
        let verification = &verification;
        let mut outcomes = self.documents(response, verification, identification, findings);
        if !self.environment.invents_person(self.provider) {
            decision.person = identification.find(self, &mut outcomes, verification, findings);
        }
        each_once(&outcomes, findings);
        one_signer(&outcomes, findings);
        self.signing_times(response, &outcomes, findings);
        self.future(response, verification, findings);
        Self::revoked_later(verification.at, &outcomes, findings);
        self.toss(response, findings);
        decision.short_signatures = self.short(&outcomes, verification, findings);
        outcomes
    }

    /// Concludes who signed. Whether a VID ties the certificate to a CI that is held.
    fn conclude_identity(
        &self,
        identification: &Identification<'_>,
        decision: &mut Decision,
        findings: &mut Findings,
    ) -> bool {
        decision.identity.ci = identification.ci_match;
        let concluded = identification.conclude(self, &decision.documents, findings);
        if !self.environment.invents_person(self.provider) {
            decision.identity.person = compare_person(self, &concluded, findings);
        }
        decision.identity.vid = concluded.vid;
        if !matches!(
            decision.identity.vid,
            Identity::NotClaimed | Identity::Matched { .. }
        ) {
            // The VID did not match, so the pseudonym found by CI must not be reported.
            decision.person = None;
        }
        concluded.is_tied
    }

    /// What every signature is verified by, before anything of the answer counts.
    fn verification<'p>(&self, policy: &'p Policy<'p>, at: At) -> VerificationSettings<'p> {
        let (time, source) = match at {
            At::Time(time) => (time, AtSource::Caller),
            At::Clock(now) | At::ProviderCompletion { now } => (now, AtSource::Clock),
        };
        let request = DocumentRequest::at(time)
            .at_source(source)
            .vid_layout(self.vid_layout);
        VerificationSettings {
            at,
            policy,
            request,
        }
    }

    /// The conditions of the decision: with what this exchange asks for.
    fn conditions(&self, verification: &VerificationSettings<'_>) -> Conditions {
        let request = verification.request.plain_hash_source(self.reading);
        let request = match self.demanded() {
            Some(sign_type) => request.sign_type(sign_type),
            None => request,
        };
        verification.policy.conditions(&request)
    }

    fn list_unknown(&self, response: &Response, findings: &mut Findings) {
        let files = [
            ("request", self.request.map(|it| &it.unknown)),
            ("answer", Some(&response.unknown)),
            ("receipt", self.receipt.map(|it| &it.unknown)),
            ("result-request", self.result_request.map(|it| &it.unknown)),
            ("status", self.status.map(|it| &it.unknown)),
            ("identify", self.identify.map(|it| &it.unknown)),
            ("prepare", self.prepare.map(|it| &it.unknown)),
        ];
        for (file, unknown) in files {
            let named = match file {
                "request" => self.named_by_caller(self.request.map(|it| &it.raw)),
                "answer" => {
                    let first = self.nonce_answer.and_then(Pointer::first);
                    first
                        .map(|name| format!("/{}", shown(name)))
                        .into_iter()
                        .collect()
                }
                _ => BTreeSet::new(),
            };
            // What the caller has compared was looked at.
            let others = unknown
                .into_iter()
                .flatten()
                .filter(|it| !named.contains(*it));
            for pointer in others {
                let detail = Some(Detail::Member([file, ":", pointer].concat()));
                findings.add(DecisionCode::UnknownMember, None, detail);
            }
        }
        // An answer with neither documents nor an outcome is that to `identify`, which has them.
        let is_verify = !response.documents.is_empty()
            || response.result != ProviderStatus::Missing
            || response.status != ProviderStatus::Missing;
        if self.provider == Provider::Kakao && is_verify {
            for field in response.person.keys() {
                let name = match field {
                    Field::Phone => "phone_no",
                    field => field.name(),
                };
                let detail = Some(Detail::Member(format!("answer:/{name}")));
                findings.add(DecisionCode::UnknownMember, None, detail);
            }
        }
    }

    /// The members at the top of the request that the caller has compared by a content map, or as the
    /// nonce, as pointers. One whose name can't be shown is among them if every such one is.
    fn named_by_caller(&self, request: Option<&Value>) -> BTreeSet<String> {
        let map = self.content_map.filter(|_| self.is_map_used());
        let mut names: BTreeSet<&str> = self.nonce.and_then(Pointer::first).into_iter().collect();
        let mut is_whole = false;
        for source in map.iter().flat_map(|map| map.sources()) {
            is_whole |= source.first().is_none();
            names.extend(source.first());
        }
        let all = request.and_then(Value::as_object).into_iter().flatten();
        let pointer = |key: &str| format!("/{}", shown(key));
        let (mut theirs, mut others) = (BTreeSet::new(), BTreeSet::new());
        for key in all.map(|(key, _)| key.as_str()) {
            let is_named = is_whole || names.contains(key);
            if is_named { &mut theirs } else { &mut others }.insert(pointer(key));
        }
        &theirs - &others
    }

    /// Whether the provider may compose what is signed of the members of a request that has a
    /// document too: of a debit agreement, and of the document of a session.
    pub(crate) fn is_composed_beside(&self) -> bool {
        let is_one = |product: crate::Product| {
            matches!(product.kind, ProductKind::Composed | ProductKind::Session)
        };
        let has_document = |it: &crate::Request| !it.documents.is_empty();
        self.product.is_some_and(is_one) && self.request.is_some_and(has_document)
    }

    /// Whether anything of this exchange can be held against a content map.
    fn is_map_used(&self) -> bool {
        let has_document = self.request.is_some_and(|it| !it.documents.is_empty());
        self.is_composed() && (!has_document || self.is_composed_beside())
    }

    fn documents(
        &self,
        response: &Response,
        verification: &VerificationSettings<'_>,
        identification: &Identification<'_>,
        findings: &mut Findings,
    ) -> Vec<DocumentOutcome> {
        let id = self.request.and_then(|request| request.tx_id.clone());
        let is_encrypted = self.request.is_some_and(|request| request.is_encrypted);
        let composed = [if is_encrypted {
            RequestedDocument::unreadable(id)
        } else {
            RequestedDocument::composed(id)
        }];
        let receipt = self.receipt.and_then(|it| it.document_ids.as_ref());
        let received: Vec<RequestedDocument> = receipt
            .into_iter()
            .flatten()
            .map(|id| RequestedDocument::unknown(id.clone()))
            .collect();
        let asked = match self.request {
            Some(request) if request.documents.is_empty() && self.is_composed() => {
                Some(&composed[..])
            }
            Some(request) => Some(&request.documents[..]),
            // At least the receipt says which documents there are.
            None => receipt.map(|_| &received[..]),
        };
        // Toss's documents have the id of their transaction.
        let transaction = response.id.as_deref();
        let transaction = transaction.filter(|_| self.provider == Provider::Toss);
        let pairs = pair(&response.documents, asked, transaction, findings);
        if self.has_several() {
            let without_id = pairs.iter().zip(&response.documents);
            for (pair, _) in without_id.filter(|(_, document)| document.id.is_none()) {
                findings.about(DecisionCode::DocumentIdMissing, &pair.id);
            }
        }
        let judge = |(index, pair): (usize, &crate::pairing::PairedDocument)| {
            let task = Task {
                id: &pair.id,
                index,
                has_id: response.documents[index].id.is_some(),
                text: response.document(index).unwrap_or_default(),
                asked: pair.asked.and_then(|place| asked?.get(place)),
                original: pair
                    .asked
                    .and_then(|place| self.originals.get(place).copied().flatten()),
            };
            task.judge(self, verification, identification.claim(), findings)
        };
        pairs.iter().enumerate().map(judge).collect()
    }

    /// Whether the provider may make what is signed from the members of the request.
    fn is_composed(&self) -> bool {
        match self.product {
            Some(product) => matches!(product.kind, ProductKind::Composed | ProductKind::Session),
            None => self.provider == Provider::Kakao,
        }
    }
}

/// Whether each signature, and each signed transaction id, is used for one document only. The
/// first document that has it keeps it.
fn each_once(outcomes: &[DocumentOutcome], findings: &mut Findings) {
    let mut signatures = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for outcome in outcomes {
        let own: BTreeSet<_> = outcome.judged.signatures.iter().collect();
        let is_signature_known = own.iter().any(|it| signatures.contains(it));
        signatures.extend(own);
        let id = outcome.signed_id.as_ref().map(|id| id.as_str());
        let is_id_known = id.is_some_and(|id| !ids.insert(id));
        if is_signature_known || is_id_known {
            findings.about(DecisionCode::DocumentDuplicated, &outcome.judged.id);
        }
    }
}

/// Whether one signer signed all: those that another certificate signed than most are named.
fn one_signer(outcomes: &[DocumentOutcome], findings: &mut Findings) {
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    for certificate in outcomes.iter().filter_map(DocumentOutcome::certificate) {
        *counts.entry(certificate).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let most = counts.iter().max_by_key(|(_, count)| **count);
    let Some((most, count)) = most else {
        return;
    };
    if counts.len() > 1 && 2 * count <= total {
        // Nobody signed most: there is no saying which is another's.
        return findings.push(DecisionCode::SignerDiffers);
    }
    for outcome in outcomes {
        if outcome.certificate().is_some_and(|it| it != *most) {
            findings.about(DecisionCode::SignerDiffers, &outcome.judged.id);
        }
    }
}
