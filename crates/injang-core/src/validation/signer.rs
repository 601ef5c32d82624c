//! One signer before the answers: what is signed, and who may have signed it.

use super::candidates::Candidates;
use super::signer_certificates::SignerCertificates;
use crate::algorithm::SignatureAlgorithm;
use crate::ber::Der;
use crate::cms::{Attributes, SignerInfo};
use crate::crypto::{SignatureInput, SignatureRequest};
use crate::document::SignedDocument;
use crate::policy::Policy;
use crate::report::{Check, DigestSource, Reason};
use crate::request_queue::{RequestQueue, RequestRef, Unverified};
use crate::verify::attributes::SignedAttributes;
use crate::verify::content::ContentDigests;
use crate::verify::signature;
use crate::x509::Certificate;
use alloc::vec::Vec;

/// One signer, before the answers.
pub(super) struct Signer<'a> {
    pub(super) info: &'a SignerInfo<'a>,
    /// The signature algorithm, if it is known.
    pub(super) algorithm: Option<SignatureAlgorithm>,
    /// The signed attributes, if there are any and they keep the rules.
    pub(super) attributes: Result<Option<SignedAttributes<'a>>, Check>,
    /// Whether there is something that the signature could be verified over: a content or its
    /// digest, or attributes that can be read.
    pub(super) has_input: bool,
    /// The certificates that fit the identifier, in an order that does not depend on the document's.
    pub(super) candidates: Vec<Candidate>,
    /// Whether more certificates fit than the budget allows to try.
    pub(super) has_more_candidates: bool,
}

/// One certificate that fits a signer's identifier.
pub(super) struct Candidate {
    /// Its place among the known certificates.
    pub(super) place: usize,
    pub(super) signature: RequestRef,
}

impl<'a> Signer<'a> {
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
            Ok(algorithm) => Signed::of(info, &attributes, *algorithm, policy, content),
            Err(not_verified) => Signed::Open(not_verified.clone()),
        };
        let mut candidates = certificates.of_signer(&info.identifier());
        let has_more_candidates = candidates.len() > policy.budget.candidates;
        candidates.truncate(policy.budget.candidates);
        let ask = |certificate: &Certificate<'a>, requests: &mut RequestQueue<'a>| {
            match (&algorithm, &signed) {
                (Ok(algorithm), Signed::Input(input)) => requests.put(SignatureRequest::new(
                    &certificate.public_key(),
                    *algorithm,
                    input.clone(),
                    info.signature(),
                )),
                (Err(not_verified), _) | (_, Signed::Open(not_verified)) => {
                    RequestRef::Settled(not_verified.clone())
                }
                // Not looked at: there is nothing that the signature could be verified over.
                (Ok(_), Signed::Nothing) => {
                    RequestRef::Settled(Unverified::Indeterminate(Reason::Unanswered))
                }
            }
        };
        let candidates = candidates
            .into_iter()
            .map(|indexed| Candidate {
                signature: ask(indexed.1, requests),
                place: known.place(indexed),
            })
            .collect();
        Self {
            info,
            algorithm: algorithm.ok(),
            attributes,
            has_input: !matches!(signed, Signed::Nothing),
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

/// What a signature covers.
enum Signed<'a> {
    /// This.
    Input(SignatureInput<'a>),
    /// It is not to be had: the content is missing, or the attributes can't be read.
    Nothing,
    /// It is there, but the signature can't be verified over it.
    Open(Unverified),
}

impl<'a> Signed<'a> {
    fn of(
        info: &SignerInfo<'a>,
        attributes: &Result<Option<SignedAttributes<'a>>, Check>,
        algorithm: SignatureAlgorithm,
        policy: &Policy<'_>,
        content: &mut ContentDigests<'a>,
    ) -> Self {
        let input_of = |set: &Attributes<'a>, is_sorted| {
            signature::attributes_input(set, is_sorted, algorithm, policy.crypto)
        };
        let input = match attributes {
            Ok(Some(read)) => input_of(&read.set, read.is_sorted),
            _ => match info.signed_attributes() {
                // The signature can be judged even where the attributes in it break a rule.
                Some(Ok(set)) => input_of(&set, set.is_sorted()),
                Some(Err(_)) => return Self::Nothing,
                None if !content.is_there() => return Self::Nothing,
                None => match algorithm.digest() {
                    Some(digest) => match content.of(digest) {
                        Some(digest) => Some(SignatureInput::Prehash(digest)),
                        // Of another algorithm than the signer's: the content check says so.
                        None if content.reading() == DigestSource::Prehash => return Self::Nothing,
                        None => None,
                    },
                    None => match content.message() {
                        Some(message) => Some(SignatureInput::Message(message)),
                        None => return Self::Open(Unverified::Indeterminate(Reason::NoPrehash)),
                    },
                },
            },
        };
        input.map_or_else(
            // The provider does not compute the digest.
            || {
                let oid = info.digest_algorithm().oid().into();
                Self::Open(Unverified::Indeterminate(Reason::AlgorithmUnsupported(oid)))
            },
            Self::Input,
        )
    }
}
