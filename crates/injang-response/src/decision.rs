//! What came out: plain values that outlive the answer.

use crate::ci_list::Pseudonym;
use crate::environment::Environment;
use crate::finding::{DecisionCode, Effect, Finding, Waiver};
use crate::person::Field;
use crate::product::{Product, Provider};
use crate::seen_text::SeenText;
use crate::short_signature::ShortReport;
use crate::signature_key::SignatureKey;
use injang_core::report::{AtSource, Conditions, Lang, RevocationGap};
use injang_core::{Digest, Identity, PlainHashSource, Report, SignType};

injang_core::codes! {
    table "decision" (u8, name, sentence);
    /// Whether to rely on an answer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum DecisionVerdict {
        /// Everything that was requested was signed, by the person who was asked.
        Accepted = 1 "ACCEPTED"
            "everything that was checked is as it was asked for"
            "확인한 모든 것이 요청과 같음",
        /// Something is missing or undecided, and nothing is known to be wrong.
        Undetermined = 2 "UNDETERMINED"
            "something is missing or undecided"
            "누락되었거나 판정할 수 없는 항목이 있음",
        /// Something is wrong.
        Rejected = 3 "REJECTED" "not to be relied on" "신뢰할 수 없음",
    }
}

injang_core::codes! {
    table "match" (u8, name, sentence);
    /// Whether something that the provider gave is what the caller holds.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Match {
        /// One of the two is not there, can't be read, or is only what the request sent.
        #[default]
        NotCompared = 1 "not-compared" "not compared" "비교하지 않음",
        /// It is.
        Matched = 2 "matched" "the same" "일치",
        /// It is not.
        Mismatched = 3 "mismatched" "different" "불일치",
    }
}

impl Match {
    pub(crate) const fn of(is_same: bool) -> Self {
        if is_same {
            Self::Matched
        } else {
            Self::Mismatched
        }
    }
}

/// Whether the signer is the person who was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityReport {
    /// Whether the VID ties the certificate that signed to the CI: the worst of all documents.
    pub vid: Identity,
    /// Whether the provider's CI is the one held.
    pub ci: Match,
    /// The same for each field about the person that is held or given.
    pub person: Vec<(Field, Match)>,
}

/// One signed document of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedDocument {
    /// Its id: the provider's, or its place from 1 where the provider gives none.
    pub id: String,
    /// Its position in the answer, from 0.
    pub index: usize,
    /// The digest that was requested to be signed; `None` if the document has a content.
    pub digest: Option<Digest>,
    /// How that digest was read.
    pub reading: PlainHashSource,
    /// The kind of signature that was demanded.
    pub sign_type: Option<SignType>,
    /// The report on its signature, the path and the VID.
    pub report: Report,
    /// What makes its signatures the same as another's.
    pub(crate) signatures: Vec<SignatureKey>,
    /// The id of the transaction that the provider wrote into what was signed.
    pub(crate) signed_id: Option<SeenText>,
}

/// The decision over one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The worst of the findings.
    pub verdict: DecisionVerdict,
    /// The conditions under which the signatures were judged. The kind of signature, and what a
    /// digest is, come from the exchange.
    pub conditions: Conditions,
    /// The provider that answered.
    pub provider: Provider,
    /// The product, if the caller named it.
    pub product: Option<Product>,
    /// The environment in which the provider answered, as the caller says.
    pub environment: Environment,
    /// What is wrong, undecided or waived, in the order in which it was checked.
    pub reasons: Vec<Finding>,
    /// What a reader should know and what changes nothing.
    pub notes: Vec<Finding>,
    /// The signed documents, in the answer's order.
    pub documents: Vec<JudgedDocument>,
    /// Whether the signer is the person who was asked.
    pub identity: IdentityReport,
    /// Which person of the list signed, under a pseudonym; `None` without a list.
    pub person: Option<Pseudonym>,
    /// The short signatures, in the caller's order.
    pub short_signatures: Vec<ShortReport>,
    /// What the caller waived, whether it changed anything or not.
    pub waivers: Vec<Waiver>,
    /// The id of the transaction, of which there is one answer.
    pub(crate) transaction: Option<SeenText>,
    /// The nonce that came back, of an answer without a signature, and whose it is.
    pub(crate) nonce: Option<SeenText>,
}

impl Decision {
    /// What an ACCEPTED decision does not show, in a few words: that it is about a test, from whom the
    /// time is, what the caller did without, and whether revocation was checked. `None` if it leaves
    /// nothing open.
    pub fn limits(&self, lang: Lang) -> Option<String> {
        let mut waived: Vec<&str> = self
            .reasons
            .iter()
            .filter(|reason| reason.effect == Effect::Waived)
            .filter_map(|reason| Some(reason.code.waiver()?.name()))
            .collect();
        waived.sort_unstable();
        waived.dedup();
        let mut limits = Vec::new();
        if self.environment == Environment::Test {
            let words = if self.environment.invents_person(self.provider) {
                lang.pick(
                    "TEST ENVIRONMENT, no person compared",
                    "테스트 환경, 사람을 비교하지 않음",
                )
            } else {
                lang.pick("TEST ENVIRONMENT", "테스트 환경")
            };
            limits.push(words.to_owned());
        }
        if self.conditions.at_source == AtSource::Provider {
            let at = self.conditions.at;
            limits.push(match lang {
                Lang::Ko => format!("인증사업자가 알린 완료 시각 {at} 기준"),
                _ => format!("at the provider's completion time {at}"),
            });
        }
        if !waived.is_empty() {
            let label = lang.pick("waived: ", "생략: ");
            limits.push(format!("{label}{}", waived.join(", ")));
        }
        let is_unsigned = |note: &Finding| note.code == DecisionCode::TransactionNotSigned;
        if self.notes.iter().any(is_unsigned) {
            let words = lang.pick(
                "what was signed names no known transaction",
                "서명된 내용에 확인할 수 있는 거래 식별자가 없음",
            );
            limits.push(words.to_owned());
        }
        let is_short = |note: &Finding| note.code == DecisionCode::NoShortSignatures;
        if self.notes.iter().any(is_short) {
            // Then the decision is about the document that opened the session, and no more.
            let words = lang.pick("no short signature given", "축약서명이 주어지지 않음");
            limits.push(words.to_owned());
        }
        let documents = self.documents.iter();
        let gap = documents
            .map(|document| document.report.revocation_gap())
            .fold(RevocationGap::default(), RevocationGap::and);
        limits.extend(gap.sentence(lang).map(str::to_owned));
        (!limits.is_empty()).then(|| limits.join("; "))
    }

    /// The first line of a report: the decision with its [limits](Self::limits), a colon, and what
    /// it means.
    pub fn headline(&self, lang: Lang) -> String {
        let (name, meaning) = (self.verdict.name(), self.verdict.sentence(lang));
        match (self.limits(lang), self.verdict) {
            (None, _) => format!("{name}: {meaning}"),
            (Some(limits), DecisionVerdict::Accepted) => {
                let rest = lang.pick(
                    "everything else is as it was asked for",
                    "그 밖의 모든 것이 요청과 같음",
                );
                format!("{name} ({limits}): {rest}")
            }
            (Some(limits), _) => format!("{name}: {meaning} ({limits})"),
        }
    }

    /// Whether the answer may be relied on.
    pub fn is_accepted(&self) -> bool {
        self.verdict == DecisionVerdict::Accepted
    }
}

/// The verdict that reasons lead to.
pub(crate) fn verdict(reasons: &[Finding]) -> DecisionVerdict {
    let worst = reasons.iter().map(|finding| finding.effect).max();
    match worst {
        Some(Effect::Rejects) => DecisionVerdict::Rejected,
        Some(Effect::LeavesUndetermined) => DecisionVerdict::Undetermined,
        Some(Effect::Noted | Effect::Waived) | None => DecisionVerdict::Accepted,
    }
}
