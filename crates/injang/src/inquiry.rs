//! One document's checks, made up to the questions that only arithmetic can answer, and folded into
//! a report when the answers are there.

pub(crate) mod candidates;
mod certificate;
mod fold;
mod known;
mod paths;
mod signer;
mod status;

use crate::chain::Pool;
use crate::cms::{CertificateChoice, RevocationInfo};
use crate::crypto::{Answer, Question};
use crate::document::SignedDocument;
use crate::evidence::Evidence;
use crate::policy::{Policy, Revocation};
use crate::questions::Questions;
use crate::report::{
    Check, CheckId, FindingCode, Identity, Reason, Report, SignerReport, SubIndication, verdict_of,
};
use crate::verify::content::ContentDigests;
use crate::verify::identity::Serial;
use crate::verify::{Claim, Content};
use alloc::vec::Vec;
use candidates::Candidates;
use known::KnownCertificates;
use paths::Paths;
use signer::Signer;

/// The checks of one document, made up to the questions that only arithmetic can answer.
///
/// Have the [questions](Inquiry::questions) answered by whom you like and hand the answers to
/// [`Inquiry::answer`], until there are none left; then [`Inquiry::conclude`]. What was not
/// answered is undecided, never passed.
///
/// ```
/// # use injang::{Answer, Content, Claim, CryptoProvider, Policy, SignedDocument};
/// fn judge(crypto: &dyn CryptoProvider, policy: &Policy<'_>, document: &SignedDocument<'_>) -> injang::Report {
///     let mut inquiry = document.inquire(policy, Content::Embedded, Claim::none());
///     while !inquiry.questions().is_empty() {
///         let mut answers = vec![Answer::Unanswered; inquiry.questions().len()];
///         crypto.answer_all(inquiry.questions(), &mut answers);
///         inquiry.answer(&answers);
///     }
///     inquiry.conclude()
/// }
/// ```
pub struct Inquiry<'a> {
    document: &'a SignedDocument<'a>,
    policy: &'a Policy<'a>,
    claim: Claim<'a>,
    content: ContentDigests<'a>,
    signers: Vec<Signer<'a>>,
    known: KnownCertificates<'a>,
    /// Whether a member of crls could not be read, where they were to be used.
    has_unread_evidence: bool,
    questions: Questions<'a>,
}

impl<'a> Inquiry<'a> {
    pub(crate) fn new(
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        content: Content<'a>,
        claim: Claim<'a>,
    ) -> Self {
        let mut content = ContentDigests::new(policy, document.untrusted_content(), content);
        let input = document.der().octets().len() as u64 + content.length();
        let mut questions = Questions::new(policy.budget, input);
        let certificates = Candidates::of(document);
        let (evidence, has_unread_evidence) = evidence_of(document, policy);
        let pool = Pool::new(policy, document.certificates());
        let mut known = KnownCertificates::new(Paths::new(policy, pool, evidence));
        let signers = document
            .signers()
            .iter()
            .map(|info| {
                Signer::new(
                    info,
                    document,
                    policy,
                    &certificates,
                    &mut known,
                    &mut content,
                    &mut questions,
                )
            })
            .collect();
        known.settle(&mut questions);
        Self {
            document,
            policy,
            claim,
            content,
            signers,
            known,
            has_unread_evidence,
            questions,
        }
    }

    /// The questions that have no answer yet.
    pub fn questions(&self) -> &[Question<'a>] {
        self.questions.open()
    }

    /// Takes the answers to [`Inquiry::questions`], in their order.
    pub fn answer(&mut self, answers: &[Answer]) {
        self.questions.answer(answers);
        self.known.settle(&mut self.questions);
    }

    /// Has all questions answered by the policy's provider.
    pub(crate) fn ask(&mut self) {
        while !self.questions.open().is_empty() {
            self.questions.ask(self.policy.crypto);
            self.known.settle(&mut self.questions);
        }
    }

    /// Folds the answers into the report.
    pub fn conclude(mut self) -> Report {
        self.fold()
    }

    pub(crate) fn fold(&mut self) -> Report {
        let mut findings = Vec::new();
        if self.document.der().is_padded() {
            findings.push(FindingCode::TrailingPadding);
        }
        if self.document.der().label_differs() {
            findings.push(FindingCode::PemLabelDiffers);
        }
        if !self.document.data().version_fits() {
            findings.push(FindingCode::VersionMismatch);
        }
        let is_unrecognised =
            |choice: &CertificateChoice<'_>| matches!(choice, CertificateChoice::Unrecognised(_));
        if self.document.certificates().iter().any(is_unrecognised) {
            findings.push(FindingCode::UnrecognisedCertificate);
        }
        if self.has_unread_evidence {
            findings.push(FindingCode::UnrecognisedRevocationInfo);
        }
        let mut checks = Vec::from([Check::passed(CheckId::Format)]);
        checks.push(if self.signers.is_empty() {
            Check::failed(
                CheckId::Signers,
                SubIndication::FormatFailure,
                Reason::NoSigners,
            )
        } else {
            Check::passed(CheckId::Signers)
        });
        let signers: Vec<SignerReport> = core::mem::take(&mut self.signers)
            .iter()
            .map(|signer| self.conclude_signer(signer, &findings))
            .collect();
        let own = verdict_of(&checks);
        let verdict = signers
            .iter()
            .map(|signer| signer.verdict)
            .fold(own, |worst, verdict| {
                if verdict.severity() > worst.severity() {
                    verdict
                } else {
                    worst
                }
            });
        let identity = self.identity(&signers);
        Report {
            verdict,
            at: self.policy.at,
            checks,
            findings,
            signers,
            identity,
        }
    }

    fn identity(&self, signers: &[SignerReport]) -> Identity {
        let serials: Vec<Serial<'_>> = signers
            .iter()
            .map(
                |signer| match signer.certificate.filter(|_| signer.is_verified_key) {
                    Some(_) if signer.has_rival => Serial::Ambiguous,
                    Some(index) => match &self.document.certificates()[index] {
                        CertificateChoice::Certificate(certificate) => {
                            Serial::Verified(certificate.serial())
                        }
                        CertificateChoice::Unrecognised(_) => Serial::None,
                    },
                    None => Serial::None,
                },
            )
            .collect();
        self.claim
            .check(&serials, self.policy.vid_layout, self.policy.crypto)
    }
}

/// The evidence that a document brings, where the policy asks for any, and whether some of it can't
/// be read.
fn evidence_of<'a>(document: &SignedDocument<'a>, policy: &Policy<'_>) -> (Evidence<'a>, bool) {
    let mut evidence = Evidence::new();
    let mut has_unread = false;
    if let Revocation::NotChecked = policy.revocation {
        return (evidence, has_unread);
    }
    for (place, info) in document.revocation_infos().into_iter().enumerate() {
        let read = match info {
            RevocationInfo::Crl(octets) | RevocationInfo::Ocsp(octets) => {
                evidence.add_at(octets, policy.crypto, place).is_ok()
            }
            RevocationInfo::Other(_) => false,
        };
        has_unread |= !read;
    }
    (evidence, has_unread)
}
