//! One signer before the answers: what is signed, and who may have signed it.

use crate::algorithm::SignatureAlgorithm;
use crate::cms::{Attributes, CertificateChoice, SignerInfo};
use crate::crypto::{Question, SignatureInput};
use crate::document::SignedDocument;
use crate::policy::Policy;
use crate::questions::{Asked, NotVerified, Questions};
use crate::report::{Check, Reason};
use crate::verify::attributes::SignedAttributes;
use crate::verify::content::ContentDigests;
use crate::verify::path::PathInquiry;
use crate::verify::signature;
use crate::x509::Certificate;
use alloc::vec::Vec;

/// One signer, before the answers.
pub(super) struct Signer<'a> {
    pub(super) info: &'a SignerInfo<'a>,
    /// The signed attributes, if there are any and they keep the rules.
    pub(super) attributes: Result<Option<SignedAttributes<'a>>, Check>,
    /// Whether there is something that the signature can be held against: a content or its
    /// digest, or attributes that can be read.
    pub(super) has_input: bool,
    /// The certificates that fit the identifier, in an order that the document has no say in.
    pub(super) candidates: Vec<Candidate<'a>>,
    /// Whether more certificates fit than the budget allows to try.
    pub(super) has_more_candidates: bool,
}

/// One certificate that fits a signer's identifier.
pub(super) struct Candidate<'a> {
    /// Its index in the document.
    pub(super) index: usize,
    pub(super) certificate: &'a Certificate<'a>,
    pub(super) signature: Asked,
    pub(super) path: PathInquiry,
}

impl<'a> Signer<'a> {
    /// Gathers what can be known, and puts the questions.
    pub(super) fn new(
        info: &'a SignerInfo<'a>,
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        content: &mut ContentDigests<'a>,
        questions: &mut Questions<'a>,
    ) -> Self {
        let attributes = SignedAttributes::read(info, document.content_type());
        let algorithm = signature::algorithm(info);
        let digest_of = |set: &Attributes<'a>, is_sorted, algorithm: SignatureAlgorithm| {
            signature::attributes_digest(set, is_sorted, algorithm.digest(), policy.crypto)
        };
        let (has_input, input) = match (&algorithm, &attributes) {
            (Err(_), _) => (true, None),
            (Ok(algorithm), Ok(Some(read))) => {
                (true, digest_of(&read.set, read.is_sorted, *algorithm))
            }
            (Ok(algorithm), _) => match info.signed_attributes() {
                // The signature can be judged even where the attributes in it break a rule.
                Some(Ok(set)) => (true, digest_of(&set, set.is_sorted(), *algorithm)),
                Some(Err(_)) => (false, None),
                None => {
                    let input = content.of(algorithm.digest());
                    (input.is_some() || content.octets().is_some(), input)
                }
            },
        };
        let mut candidates: Vec<(usize, &'a Certificate<'a>)> = document
            .certificates()
            .iter()
            .enumerate()
            .filter_map(|(index, choice)| match choice {
                CertificateChoice::Certificate(certificate) => Some((index, certificate)),
                CertificateChoice::Unrecognised(_) => None,
            })
            .filter(|(_, certificate)| info.identifier().matches(certificate))
            .collect();
        candidates.sort_by_key(|(_, certificate)| certificate.octets());
        candidates.dedup_by_key(|(_, certificate)| certificate.octets());
        let has_more_candidates = candidates.len() > policy.budget.candidates;
        candidates.truncate(policy.budget.candidates);
        let ask = |certificate: &Certificate<'a>, questions: &mut Questions<'a>| match (
            &algorithm, input,
        ) {
            (Err(not_verified), _) => Asked::Settled(not_verified.clone()),
            // There is an input, but the provider does not compute its digest; or there is none,
            // and what is settled here is not looked at.
            (Ok(_), None) => {
                let oid = info.digest_algorithm().oid().into();
                Asked::Settled(NotVerified::Open(Reason::AlgorithmUnsupported(oid)))
            }
            (Ok(algorithm), Some(digest)) => questions.put(Question::new(
                &certificate.public_key(),
                *algorithm,
                SignatureInput::Prehash(digest),
                info.signature(),
            )),
        };
        let candidates = candidates
            .into_iter()
            .map(|(index, certificate)| Candidate {
                index,
                certificate,
                signature: ask(certificate, questions),
                path: PathInquiry::new(certificate, &policy.anchors, questions),
            })
            .collect();
        Self {
            info,
            attributes,
            has_input,
            candidates,
            has_more_candidates,
        }
    }
}
