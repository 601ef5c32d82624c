//! The order in which an answer is looked at.

use crate::answered::{Response, Word};
use crate::asked::{AskedDocument, Request, plain_text};
use crate::decision::{Decision, IdentityReport, Match, verdict};
use crate::digest_text::is_document;
use crate::document::{Outcome, Task};
use crate::exchange::Exchange;
use crate::identity::{Identification, compare_person, conclude_vid};
use crate::pairing::pair;
use crate::pointer::Pointer;
use crate::product::{Provider, Shape};
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;
use crate::short::{self, ShortReport};
use injang::{Identity, Policy};
use std::collections::BTreeMap;

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
            at: policy.at(),
            provider: self.provider,
            product: self.product,
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
        self.list_unknown(response, remarks);
        let succeeded = self.provider_word(response, remarks);
        if !succeeded && response.documents.is_empty() {
            return;
        }
        if self.request.is_none() {
            remarks.push(Code::RequestMissing);
        }
        self.transaction(response, remarks);
        let is_nonce = self.is_nonce(response);
        if is_nonce {
            remarks.push(Code::SignatureAbsent);
            self.nonce_of(response, remarks);
        }
        let mut identification = Identification::new(self, !is_nonce, remarks);
        if !is_nonce {
            let mut policy = policy.clone();
            match self.demanded() {
                Some(sign_type) => policy = policy.expect_sign_type(sign_type),
                None => remarks.push(Code::SignTypeNotAsked),
            }
            if !policy.is_remembering() && response.documents.len() > 1 {
                policy = policy.remember(REMEMBERED);
            }
            let mut outcomes = self.documents(response, &policy, &identification, remarks);
            decision.person = identification.find(self, &mut outcomes, &policy, remarks);
            one_signer(&outcomes, remarks);
            self.toss(response, remarks);
            decision.short_signatures = self.short(&outcomes, &policy, remarks);
            decision.documents = outcomes.into_iter().map(|it| it.judged).collect();
        }
        if is_nonce {
            decision.person = identification.find(self, &mut [], policy, remarks);
        }
        decision.identity.ci = identification.ci_match;
        decision.identity.vid = conclude_vid(&decision.documents, remarks);
        decision.identity.person = compare_person(self, remarks);
    }

    fn list_unknown(&self, response: &Response, remarks: &mut Remarks) {
        let requests = self.request.into_iter().map(|it| &it.unknown);
        let answers = [
            Some(response),
            self.receipt,
            self.status,
            self.identify,
            self.prepare,
        ];
        let answers = answers.into_iter().flatten().map(|it| &it.unknown);
        for pointer in requests.chain(answers).flatten() {
            let detail = Some(Detail::Member(pointer.clone()));
            remarks.add(Code::UnknownMember, None, detail);
        }
    }

    /// What the provider itself says; whether it says that it succeeded.
    fn provider_word(&self, response: &Response, remarks: &mut Remarks) -> bool {
        let status = match (&response.status, self.status.map(|it| &it.status)) {
            (Word::Missing, Some(other)) => other,
            (own, _) => own,
        };
        let mut words = vec![&response.result, status];
        // What other answers of the same transaction say may be less, never more.
        let others = [self.receipt, self.status, self.identify];
        for other in others.into_iter().flatten() {
            words.extend(
                [&other.result, &other.status]
                    .into_iter()
                    .filter(|word| **word != Word::Missing),
            );
        }
        let failed = words.iter().find(|word| matches!(word, Word::Failed(_)));
        if let Some(Word::Failed(code)) = failed {
            let detail = code.clone().map(Detail::ProviderCode);
            remarks.add(Code::ProviderFailed, None, detail);
            return false;
        }
        for (word, code) in [
            (Word::Expired, Code::ProviderExpired),
            (Word::Unknown, Code::ProviderStatusUnknown),
            (Word::Pending, Code::ProviderPending),
        ] {
            if words.contains(&&word) {
                remarks.push(code);
                return false;
            }
        }
        if words.contains(&&Word::Missing) {
            remarks.push(Code::ProviderStatusMissing);
        }
        true
    }

    /// Whether everything is about one transaction, the one that was asked with.
    fn transaction(&self, response: &Response, remarks: &mut Remarks) {
        let asked = self.request.and_then(|it| it.tx_id.as_deref());
        let receipt = self.receipt.and_then(|it| it.id.as_deref());
        let others = [self.status, self.identify].into_iter().flatten();
        let others = others.filter_map(|it| it.id.as_deref());
        let expected = asked.or(receipt);
        let given: Vec<&str> = receipt
            .into_iter()
            .chain(response.id.as_deref())
            .chain(others)
            .collect();
        match expected {
            Some(expected) if given.iter().any(|id| *id != expected) => {
                remarks.push(Code::TxIdDiffers);
            }
            // Kakao's answers name no transaction, its signatures do.
            Some(_) if self.provider != Provider::Kakao && response.id.is_none() => {
                remarks.push(Code::TxIdDiffers);
            }
            None if self.provider != Provider::Kakao => remarks.push(Code::ReceiptMissing),
            None if given.windows(2).any(|pair| pair[0] != pair[1]) => {
                remarks.push(Code::TxIdDiffers);
            }
            _ => {}
        }
        let ids = self.receipt.and_then(|it| it.document_ids.as_ref());
        if let (Some(ids), Some(request)) = (ids, self.request) {
            let asked = request.documents.iter().map(|it| it.id.as_deref());
            if request.is_multi && !asked.eq(ids.iter().map(|id| Some(id.as_str()))) {
                remarks.push(Code::TxIdDiffers);
            }
        }
        for document in self.request.iter().flat_map(|it| &it.documents) {
            if let Some(id) = document.id.as_deref().filter(|_| document.names_other_id()) {
                remarks.about(Code::RequestTxIdDiffers, id);
            }
        }
    }

    /// Whether there is no signature in this answer and need not be one.
    fn is_nonce(&self, response: &Response) -> bool {
        match self.shape() {
            Shape::Nonce(_) => response.documents.is_empty(),
            Shape::Token => match response.documents.as_slice() {
                [only] => !is_document(&only.signed),
                _ => false,
            },
            _ => false,
        }
    }

    /// The nonce of the request against that of the answer.
    fn nonce_of(&self, response: &Response, remarks: &mut Remarks) {
        let find = |pointer: Option<&Pointer>, raw: &crate::json::Value, names: &[&str]| {
            let value = if let Some(pointer) = pointer {
                pointer.find(raw)
            } else {
                let object = raw.as_object()?;
                names.iter().find_map(|name| object.get(*name)).cloned()
            };
            let text = value?.as_text()?.to_owned();
            (!text.is_empty()).then(|| zeroize::Zeroizing::new(text))
        };
        let (asked_names, answered_names): (&[&str], &[&str]) = match self.shape() {
            Shape::Token => (&["token"], &["signedData"]),
            Shape::Nonce("state") => (&["state"], &["state", "data"]),
            _ => (&["data"], &["data"]),
        };
        let Some(request) = self.request else {
            return;
        };
        let asked = find(self.nonce, &request.raw, asked_names);
        let answered = find(self.nonce_answer, &response.raw, answered_names);
        match (asked, answered) {
            (Some(asked), Some(answered)) if asked == answered => {}
            (Some(_), Some(_)) => remarks.push(Code::NonceDiffers),
            _ => remarks.push(Code::NonceMissing),
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
        let asked = self.request.map(|request: &Request| {
            if request.documents.is_empty() && self.is_composed() {
                &composed[..]
            } else {
                &request.documents[..]
            }
        });
        // Toss's documents have the id of their transaction.
        let transaction = response.id.as_deref();
        let transaction = transaction.filter(|_| self.provider == Provider::Toss);
        let pairs = pair(&response.documents, asked, transaction, remarks);
        let judge = |(index, pair): (usize, &crate::pairing::Pair)| {
            let task = Task {
                id: &pair.id,
                index,
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
        matches!(self.shape(), Shape::Composed | Shape::Session)
    }

    /// What Toss says beside the signature.
    fn toss(&self, response: &Response, remarks: &mut Remarks) {
        let Some(request) = self.request.filter(|_| self.provider == Provider::Toss) else {
            return;
        };
        let differs = |found| request.signature_type.is_some_and(|asked| asked != found);
        // "기본은 PKCS7으로 반환됩니다"
        if differs(response.signature_type.unwrap_or(crate::asked::toss::PKCS7)) {
            remarks.push(Code::SignatureTypeDiffers);
        }
        let (Some((doc, is_sealed)), [asked]) = (&response.doc, request.documents.as_slice())
        else {
            return;
        };
        let (readings, _) = asked.readings(self.any_keys(), self.scheme());
        let mut texts = vec![doc.clone()];
        if *is_sealed {
            match self.any_keys().open(self.scheme(), doc).readings() {
                Ok(plain) => texts.extend(plain.iter().filter_map(plain_text)),
                Err(code) => return remarks.push(code),
            }
        }
        let is_same = |text: &zeroize::Zeroizing<String>| {
            asked.as_sent() == Some(text.as_str())
                || readings.iter().any(|reading| reading.asked.is_text(text))
        };
        if !texts.iter().any(is_same) {
            remarks.push(Code::DocDiffers);
        }
    }

    fn short(
        &self,
        outcomes: &[Outcome],
        policy: &Policy<'_>,
        remarks: &mut Remarks,
    ) -> Vec<ShortReport> {
        if self.shape() != Shape::Session && self.short.is_none() {
            return Vec::new();
        }
        let Some(shorts) = self.short else {
            remarks.push(Code::NoShortSignatures);
            return Vec::new();
        };
        let content = match outcomes {
            [only] => only.content.as_deref(),
            _ => None,
        };
        match short::verify(shorts, content, self.session, policy.crypto()) {
            Ok(reports) => {
                for report in &reports {
                    if let Some(code) = report.fault {
                        remarks.about(code, &report.id);
                    }
                }
                reports
            }
            Err(code) => {
                remarks.push(code);
                Vec::new()
            }
        }
    }
}

/// Whether one signer signed all: those that another certificate signed than most are named.
fn one_signer(outcomes: &[Outcome], remarks: &mut Remarks) {
    let mut counts: BTreeMap<&[u8], (usize, usize)> = BTreeMap::new();
    for (index, outcome) in outcomes.iter().enumerate() {
        if let Some(certificate) = outcome.certificate() {
            counts.entry(certificate).or_insert((0, index)).0 += 1;
        }
    }
    let most = counts
        .iter()
        .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    let Some((most, _)) = most else {
        return;
    };
    for outcome in outcomes {
        if outcome.certificate().is_some_and(|it| it != *most) {
            remarks.about(Code::SignerDiffers, &outcome.judged.id);
        }
    }
}
