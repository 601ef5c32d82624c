//! One signer before the answers: what is signed, and who may have signed it.

use super::candidates::Candidates;
use super::covered::Covered;
use super::signer_certificates::SignerCertificates;
use crate::algorithm::SignatureAlgorithm;
use crate::check::content::ContentDigests;
use crate::check::signature;
use crate::check::signed_attributes::SignedAttributes;
use crate::cms::SignerInfo;
use crate::cms::document::SignedDocument;
use crate::crypto::SignatureRequest;
use crate::crypto::request_queue::{RequestQueue, RequestRef, Unverified};
use crate::encoding::ber::Der;
use crate::policy::Policy;
use crate::report::{Check, Reason};
use crate::x509::Certificate;
use alloc::vec::Vec;

/// One signer whose signature requests have no status yet.
pub(super) struct PendingSigner<'a> {
    pub(super) info: &'a SignerInfo<'a>,
    /// The signature algorithm, if it is known.
    pub(super) algorithm: Option<SignatureAlgorithm>,
    /// The signed attributes, if there are any and they keep the rules.
    pub(super) attributes: Result<Option<SignedAttributes<'a>>, Check>,
    /// Whether there is something that the signature could be verified over: a content or its
    /// digest, or attributes that can be read.
    pub(super) has_input: bool,
    /// The certificates that fit the identifier, in an order that does not depend on the document's.
    pub(super) candidates: Vec<SignerCandidate>,
    /// Whether more certificates fit than the budget allows to try.
    pub(super) has_more_candidates: bool,
}

/// One certificate that fits a signer's identifier.
pub(super) struct SignerCandidate {
    /// Its place among the known certificates.
    pub(super) place: usize,
    pub(super) signature: RequestRef,
}

impl<'a> PendingSigner<'a> {
    /// Gathers what can be known, and puts the requests.
    pub(super) fn new(
        info: &'a SignerInfo<'a>,
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        certificates: &Candidates<'a>,
        known: &mut SignerCertificates<'a>,
        content: &mut ContentDigests<'a>,
        requests: &mut RequestQueue<'a>,
    ) -> Self {
        let attributes = SignedAttributes::read(info, document.content_type())
            .map_err(|check| located(check, document.der()));
        let algorithm = signature::algorithm(info);
        let signed = match &algorithm {
            Ok(algorithm) => {
                let read = attributes.as_ref().ok().and_then(Option::as_ref);
                let set = read.map(|it| (&it.set, it.is_sorted));
                Covered::of(info, set, *algorithm, policy.crypto, content)
            }
            Err(not_verified) => Covered::Open(not_verified.clone()),
        };
        let mut candidates = certificates.of_signer(&info.identifier());
        let has_more_candidates = candidates.len() > policy.budget.candidates;
        candidates.truncate(policy.budget.candidates);
        let ask = |certificate: &Certificate<'a>, requests: &mut RequestQueue<'a>| {
            match (&algorithm, &signed) {
                (Ok(algorithm), Covered::Input(input)) => requests.put(SignatureRequest::new(
                    &certificate.public_key(),
                    *algorithm,
                    input.clone(),
                    info.signature(),
                )),
                (Err(not_verified), _) | (_, Covered::Open(not_verified)) => {
                    RequestRef::Settled(not_verified.clone())
                }
                // Not looked at: there is nothing that the signature could be verified over.
                (Ok(_), Covered::Nothing) => {
                    RequestRef::Settled(Unverified::Indeterminate(Reason::Unanswered))
                }
            }
        };
        let candidates = candidates
            .into_iter()
            .map(|indexed| SignerCandidate {
                signature: ask(indexed.1, requests),
                place: known.place(indexed),
            })
            .collect();
        Self {
            info,
            algorithm: algorithm.ok(),
            attributes,
            has_input: !matches!(signed, Covered::Nothing),
            candidates,
            has_more_candidates,
        }
    }
}

/// The same with the place in the octets as they were sent.
fn located(mut check: Check, der: &Der<'_>) -> Check {
    if let Some(Reason::Malformed(error)) = &mut check.reason {
        *error = error.at(der.source_offset(error.offset()));
    }
    check
}
