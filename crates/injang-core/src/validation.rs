//! One document's checks, prepared up to the requests that the crypto backend answers, and put into
//! a report when the answers are there.

pub(crate) mod audit;
pub(crate) mod candidates;
mod certificate;
pub(crate) mod covered;
mod signer;
mod signer_certificates;
mod signer_report;

use crate::check::content::ContentDigests;
use crate::check::identity::SignerSerial;
use crate::cms::document::SignedDocument;
use crate::cms::{CertificateChoice, RevocationInfo};
use crate::crypto::fingerprint;
use crate::crypto::request_queue::RequestQueue;
use crate::crypto::{SignatureRequest, SignatureStatus};
use crate::path::best_path::Paths;
use crate::path::issuer_graph::CertificateStore;
use crate::path::revocation::Unreadable;
use crate::policy::revocation_data::RevocationData;
use crate::policy::{Policy, Revocation};
use crate::report::{
    Check, CheckId, FindingCode, Identity, Reason, Report, SignerReport, SubIndication, verdict_of,
};
use crate::request::Request;
use alloc::vec::Vec;
use candidates::Candidates;
use signer::PendingSigner;
use signer_certificates::SignerCertificates;

/// The checks of one document, prepared up to the requests that the crypto backend answers.
///
/// Have the [requests](Validation::requests) answered by whom you like and hand the answers to
/// [`Validation::answer`], until there are none left; then [`Validation::finish`]. What was not
/// answered is undecided, never passed.
///
/// ```
/// # use injang_core::{SignatureStatus, CryptoBackend, Request, Policy, SignedDocument};
/// fn judge(crypto: &dyn CryptoBackend, policy: &Policy<'_>, request: &Request<'_>, document: &SignedDocument<'_>) -> injang_core::Report {
///     let mut validation = document.validate(policy, request);
///     while !validation.requests().is_empty() {
///         let mut answers = vec![SignatureStatus::Unanswered; validation.requests().len()];
///         crypto.answer_all(validation.requests(), &mut answers);
///         validation.answer(&answers);
///     }
///     validation.finish()
/// }
/// ```
pub struct Validation<'a> {
    document: &'a SignedDocument<'a>,
    policy: &'a Policy<'a>,
    request: Request<'a>,
    content: ContentDigests<'a>,
    signers: Vec<PendingSigner<'a>>,
    known: SignerCertificates<'a>,
    /// Whether the order is fixed in which the paths of the signers' certificates are requested.
    has_started: bool,
    /// Members of crls that could not be read, where they were to be used.
    unreadable: Vec<Unreadable>,
    requests: RequestQueue<'a>,
}

impl<'a> Validation<'a> {
    pub(crate) fn new(
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        request: &Request<'a>,
    ) -> Self {
        // The order matters: the meter of the requests is sized by the input, and signers queue their
        // first requests while they are made.
        let mut content = ContentDigests::new(policy.crypto, document.untrusted_content(), request);
        let input = document.der().octets().len() as u64 + content.length();
        let mut requests = RequestQueue::new(policy.budget, input);
        let certificates = Candidates::of(document);
        let (evidence, unreadable) = evidence_of(document, policy);
        let store = CertificateStore::new(policy, document.certificates());
        let mut known = SignerCertificates::new(Paths::new(policy, request.at, store, evidence));
        let signers: Vec<_> = document
            .signers()
            .iter()
            .map(|info| {
                PendingSigner::new(
                    info,
                    document,
                    policy,
                    &certificates,
                    &mut known,
                    &mut content,
                    &mut requests,
                )
            })
            .collect();
        let mut validation = Self {
            document,
            policy,
            request: *request,
            content,
            signers,
            known,
            has_started: false,
            unreadable,
            requests,
        };
        validation.advance();
        validation
    }

    /// Queues the next requests, from the statuses that are known:
    ///
    /// 1. First the signatures on the document. If only one certificate fits all signers, its path is
    ///    requested at the same time.
    /// 2. Then the paths of the certificates under whose key a signature verified, one after the
    ///    other, each within its own share of the budget.
    /// 3. Last the paths of the other certificates. They change no verdict: the report shows them
    ///    beside a signature that did not verify.
    fn advance(&mut self) {
        if !self.has_started {
            let mut candidates = self.signers.iter().flat_map(|signer| &signer.candidates);
            let is_alone = candidates.clone().nth(1).is_none();
            if !is_alone && !self.requests.open().is_empty() {
                return;
            }
            self.has_started = true;
            if let Some(candidate) = candidates.next().filter(|_| is_alone) {
                self.known.start(&[candidate.place]);
                self.known.paths.take_turn(&mut self.requests);
                self.known.paths.advance(&mut self.requests);
                return;
            }
            let candidates = self.signers.iter().flat_map(|signer| &signer.candidates);
            let mut places = Vec::new();
            let (mut signing, mut others) = (Vec::new(), Vec::new());
            for candidate in candidates {
                if self.requests.has_verified(&candidate.signature) {
                    signing.push(candidate.place);
                } else {
                    others.push(candidate.place);
                }
            }
            for list in [&mut signing, &mut others] {
                list.retain(|place| {
                    let is_new = !places.contains(place);
                    places.extend(is_new.then_some(*place));
                    is_new
                });
                self.known.start(list);
            }
        }
        self.known.paths.advance(&mut self.requests);
    }

    /// The requests that have no status yet.
    pub fn requests(&self) -> &[SignatureRequest<'a>] {
        self.requests.open()
    }

    /// Takes the statuses for [`Validation::requests`], in their order, and queues the requests that
    /// follow from them. Missing ones stay open; surplus ones are ignored.
    pub fn answer(&mut self, answers: &[SignatureStatus]) {
        self.requests.answer(answers);
        self.advance();
    }

    /// How many requests were queued so far, answered or not.
    #[cfg(feature = "diagnose")]
    pub(crate) fn asked(&self) -> usize {
        self.requests.count()
    }

    /// How many octets were touched in comparing names, looking certificates and revocation data up
    /// and taking digests: what the bounds on work count ([`Budget::work`](crate::Budget::work)).
    pub fn octets_touched(&self) -> u64 {
        self.requests.work()
    }

    /// Has the policy's crypto backend answer all requests.
    pub(crate) fn ask(&mut self) {
        while !self.requests.open().is_empty() {
            self.requests.ask(self.policy.crypto);
            self.advance();
        }
    }

    /// Makes the report from the statuses that are known; a request without a status is undecided.
    pub fn finish(self) -> Report {
        self.finish_counted().0
    }

    /// The same, with the number of octets touched in all ([`Validation::octets_touched`]): making
    /// the report touches some too.
    pub fn finish_counted(mut self) -> (Report, u64) {
        let report = self.report();
        (report, self.octets_touched())
    }

    /// The same where the checks stay where they are: once.
    pub(crate) fn report(&mut self) -> Report {
        // 1. What is remarkable about the document itself.
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
        let is_unrecognised = |choice: &CertificateChoice<'_>| choice.certificate().is_none();
        if self.document.certificates().iter().any(is_unrecognised) {
            findings.push(FindingCode::UnrecognisedCertificate);
        }
        if !self.document.data().is_content_octet_string {
            findings.push(FindingCode::ContentNotOctetString);
        }
        if !self.unreadable.is_empty() {
            findings.push(FindingCode::UnrecognisedRevocationInfo);
        }
        // 2. The checks of the document.
        let has_signers = if self.signers.is_empty() {
            Check::failed(
                CheckId::Signers,
                SubIndication::FormatFailure,
                Reason::NoSigners,
            )
        } else {
            Check::passed(CheckId::Signers)
        };
        let checks = Vec::from([Check::passed(CheckId::Format), has_signers]);
        // 3. A report for each signer. With the strict profile, findings of the document count there.
        let signers = core::mem::take(&mut self.signers);
        let is_only = signers.len() == 1;
        let signers: Vec<SignerReport> = signers
            .iter()
            .map(|signer| self.signer_report(signer, is_only, &findings))
            .collect();
        // 4. The document is as good as its worst signer, and never better than its own checks.
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
            conditions: self
                .policy
                .conditions_of(&self.request, self.document.der().limits()),
            checks,
            findings,
            signers,
            revocation_data: self.known.paths.revocation_data(&self.unreadable),
            identity,
        }
    }

    fn identity(&self, signers: &[SignerReport]) -> Identity {
        if !self.request.claim.is_made() {
            return Identity::NotClaimed;
        }
        let serials: Vec<SignerSerial<'_>> = signers
            .iter()
            .map(
                |signer| match signer.certificate.filter(|_| signer.is_verified_key) {
                    Some(_) if signer.is_ambiguous => SignerSerial::Ambiguous,
                    Some(index) => match self.document.certificates()[index].certificate() {
                        Some(certificate) => SignerSerial::Verified(certificate.serial()),
                        None => SignerSerial::None,
                    },
                    None => SignerSerial::None,
                },
            )
            .collect();
        self.request
            .claim
            .check(&serials, self.request.vid_layout, self.policy.crypto)
    }
}

/// The revocation data that a document brings, where the policy asks for any, and what of it can't
/// be read.
fn evidence_of<'a>(
    document: &SignedDocument<'a>,
    policy: &Policy<'_>,
) -> (RevocationData<'a>, Vec<Unreadable>) {
    let mut evidence = RevocationData::new();
    let mut unreadable = Vec::new();
    if let Revocation::NotChecked = policy.revocation {
        return (evidence, unreadable);
    }
    for (place, info) in document.revocation_infos().into_iter().enumerate() {
        let (octets, reason) = match info {
            RevocationInfo::Crl(octets) | RevocationInfo::Ocsp(octets) => {
                match evidence.add_at(octets, policy.crypto, place) {
                    Ok(()) => continue,
                    Err(error) => (octets, Reason::EvidenceMalformed(error)),
                }
            }
            RevocationInfo::Other(octets) => {
                let reason = match RevocationInfo::format(octets) {
                    Ok(format) => Reason::EvidenceUnprocessed(format.into()),
                    Err(error) => Reason::EvidenceMalformed(error),
                };
                (octets, reason)
            }
        };
        let sha256 = fingerprint::sha256(policy.crypto, octets);
        unreadable.push(Unreadable {
            place,
            reason,
            sha256: sha256.as_ref().and_then(fingerprint::array),
        });
    }
    (evidence, unreadable)
}
