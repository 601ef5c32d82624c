//! The order in which an answer is looked at.

mod nonce;
mod session;
mod time;
mod toss;
mod transaction;
mod word;

use crate::answered::Response;
use crate::asked::AskedDocument;
use crate::decision::{Decision, IdentityReport, Match, verdict};
use crate::document::{Outcome, Task};
use crate::environment::Environment;
use crate::exchange::Exchange;
use crate::identity::{Identification, compare_person, conclude_vid};
use crate::pairing::pair;
use crate::product::{Provider, Shape};
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;
use injang::report::Conditions;
use injang::{Identity, Policy};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Signatures remembered within one answer: those of one path and its CRLs.
const REMEMBERED: usize = 64;

impl Exchange<'_> {
    /// Decides: ACCEPTED only if the provider says that it succeeded; every document asked for came
    /// back, in order, each under its own id, and none more; each verifies, under the kind of
    /// signature that was asked for, and is over what was asked; one signer signed them all; and
    /// that is who was asked. Whatever is missing leaves the decision UNDETERMINED unless the
    /// caller waives that very check.
    ///
    /// The policy is for the signatures. A path that several documents share is verified once.
    pub fn decide(&self, policy: &Policy<'_>) -> Decision {
        let mut remarks = Remarks::new(self.waivers.clone());
        let mut decision = Decision {
            verdict: crate::Verdict::Rejected,
            conditions: self.conditions(policy),
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
            waivers: remarks.waivers(),
        };
        match self.response {
            Err(error) => {
                let detail = Some(Detail::Form(error.clone()));
                remarks.add(Code::ResponseMalformed, None, detail);
            }
            Ok(response) => self.look(response, policy, &mut decision, &mut remarks),
        }
        decision.verdict = verdict(&remarks.reasons);
        decision.reasons = remarks.reasons;
        decision.notes = remarks.notes;
        decision
    }

    fn look(
        &self,
        response: &Response,
        policy: &Policy<'_>,
        decision: &mut Decision,
        remarks: &mut Remarks,
    ) {
        if self.environment == Environment::Test {
            remarks.push(Code::EnvironmentTest);
        }
        self.list_unknown(response, remarks);
        self.list_malformed_times(response, remarks);
        let succeeded = self.provider_word(response, remarks);
        if !succeeded && response.documents.is_empty() {
            return;
        }
        if self.request.is_none() {
            remarks.push(Code::RequestMissing);
        }
        self.product_fits(remarks);
        self.transaction(response, remarks);
        let policy = &match self.policy_in_time(response, policy) {
            Ok(policy) => policy,
            // Nothing is verified under such a time.
            Err(fault) => {
                let detail = Some(Detail::ProviderTime(fault));
                return remarks.add(Code::ProviderTimeUnusable, None, detail);
            }
        };
        decision.conditions = self.conditions(policy);
        let is_nonce = self.is_nonce(response);
        if is_nonce {
            remarks.push(Code::SignatureAbsent);
            self.nonce_of(response, remarks);
        }
        let is_invented = self.environment.invents_person(self.provider);
        let mut identification = if is_invented {
            Identification::none()
        } else {
            Identification::new(self, !is_nonce, remarks)
        };
        if is_nonce {
            if !is_invented {
                decision.person = identification.find(self, &mut [], policy, remarks);
            }
            decision.short_signatures = self.short(&[], policy, remarks);
        } else {
            let mut policy = policy.clone();
            match self.demanded() {
                Some(sign_type) => policy = policy.expect_sign_type(sign_type),
                None => remarks.push(Code::SignTypeNotAsked),
            }
            if !policy.is_remembering() && response.documents.len() > 1 {
                policy = policy.remember(REMEMBERED);
            }
            let mut outcomes = self.documents(response, &policy, &identification, remarks);
            if !is_invented {
                decision.person = identification.find(self, &mut outcomes, &policy, remarks);
            }
            one_signer(&outcomes, remarks);
            self.signing_times(response, &outcomes, remarks);
            self.revoked_later(&outcomes, remarks);
            self.toss(response, remarks);
            decision.short_signatures = self.short(&outcomes, &policy, remarks);
            decision.documents = outcomes.into_iter().map(|it| it.judged).collect();
        }
        decision.identity.ci = identification.ci_match;
        decision.identity.vid = conclude_vid(&decision.documents, remarks);
        if !matches!(
            decision.identity.vid,
            Identity::NotClaimed | Identity::Matched { .. }
        ) {
            // Whose CI it would be is not said of somebody else's signature.
            decision.person = None;
        }
        if !is_invented {
            decision.identity.person = compare_person(self, remarks);
        }
    }

    /// The conditions of the policy with what this exchange asks for.
    fn conditions(&self, policy: &Policy<'_>) -> Arc<Conditions> {
        let policy = policy.clone().plain_hash_reading(self.reading);
        match self.demanded() {
            Some(sign_type) => policy.expect_sign_type(sign_type).conditions(),
            None => policy.conditions(),
        }
    }

    fn list_unknown(&self, response: &Response, remarks: &mut Remarks) {
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
            for pointer in unknown.into_iter().flatten() {
                let detail = Some(Detail::Member(format!("{file}:{pointer}")));
                remarks.add(Code::UnknownMember, None, detail);
            }
        }
    }

    fn documents(
        &self,
        response: &Response,
        policy: &Policy<'_>,
        identification: &Identification<'_>,
        remarks: &mut Remarks,
    ) -> Vec<Outcome> {
        let id = self.request.and_then(|request| request.tx_id.clone());
        let composed = [AskedDocument::composed(id)];
        let receipt = self.receipt.and_then(|it| it.document_ids.as_ref());
        let received: Vec<AskedDocument> = receipt
            .into_iter()
            .flatten()
            .map(|id| AskedDocument::unknown(id.clone()))
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
        let pairs = pair(&response.documents, asked, transaction, remarks);
        let judge = |(index, pair): (usize, &crate::pairing::Pair)| {
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
            task.judge(self, policy, identification.claim(), remarks)
        };
        pairs.iter().enumerate().map(judge).collect()
    }

    /// Whether the provider may make what is signed from the members of the request.
    fn is_composed(&self) -> bool {
        match self.product {
            Some(product) => matches!(product.shape, Shape::Composed | Shape::Session),
            None => self.provider == Provider::Kakao,
        }
    }
}

/// Whether one signer signed all: those that another certificate signed than most are named.
fn one_signer(outcomes: &[Outcome], remarks: &mut Remarks) {
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    for certificate in outcomes.iter().filter_map(Outcome::certificate) {
        *counts.entry(certificate).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let most = counts.iter().max_by_key(|(_, count)| **count);
    let Some((most, count)) = most else {
        return;
    };
    if counts.len() > 1 && 2 * count <= total {
        // Nobody signed most: there is no saying which is another's.
        return remarks.push(Code::SignerDiffers);
    }
    for outcome in outcomes {
        if outcome.certificate().is_some_and(|it| it != *most) {
            remarks.about(Code::SignerDiffers, &outcome.judged.id);
        }
    }
}
