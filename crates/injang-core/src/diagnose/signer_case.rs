//! One signer whose signature may be explained by another reading, and what shows what the signer
//! signed.

use super::Cause;
use super::work::Work;
use crate::algorithm::{DigestAlgorithm, SignatureAlgorithm};
use crate::check::signature;
use crate::check::signed_attributes::SignedAttributes;
use crate::cms::SignerInfo;
use crate::cms::document::SignedDocument;
use crate::crypto::{Digest, SignatureInput, SignatureRequest};
use crate::policy::Policy;
use crate::report::{CheckId, Outcome, SignerReport};
use crate::validation::candidates::Candidates;
use crate::x509::Certificate;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// One signer.
pub(super) struct SignerCase<'p> {
    pub(super) info: &'p SignerInfo<'p>,
    pub(super) digest: Option<DigestAlgorithm>,
    pub(super) algorithm: Option<SignatureAlgorithm>,
    pub(super) token: Token<'p>,
    /// The certificates that the signer names.
    named: Vec<&'p Certificate<'p>>,
    /// How many of them the budget allows to try.
    most: usize,
    /// What is known of the signature.
    pub(super) signature: SignatureState,
    /// Whether message-digest is that of the content as it was read.
    has_right_digest: bool,
    /// Whether the document and what was supplied beside it differ, or can't be compared.
    pub(super) is_content_in_doubt: bool,
    /// Whether what was signed is still being looked for.
    pub(super) is_open: bool,
    pub(super) causes: Vec<Cause>,
}

/// What is known of a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SignatureState {
    /// It verifies: for the report, or in a reading that was found since.
    Verified,
    Wrong,
    /// It could not be verified.
    Open,
}

/// What shows whether a content is the one that was signed.
pub(super) enum Token<'p> {
    /// By message-digest.
    Attributes(SignedAttributes<'p>),
    /// By the signature.
    Signature,
    /// By nothing: there are attributes, and they break the rules.
    None,
}

impl<'p> SignerCase<'p> {
    pub(super) fn new(
        document: &'p SignedDocument<'p>,
        policy: &Policy<'_>,
        candidates: &Candidates<'p>,
        (info, report): (&'p SignerInfo<'p>, &SignerReport),
    ) -> Self {
        let outcome = |id| report.check(id).map(|check| check.outcome);
        let passed = |id| outcome(id) == Some(Outcome::Passed);
        let failed = |id| matches!(outcome(id), Some(Outcome::Failed(_)));
        // What can confirm a guess about the content: the message-digest attribute, else the signature.
        let token = match SignedAttributes::read(info, document.content_type()) {
            Ok(Some(attributes)) => Token::Attributes(attributes),
            _ if info.has_signed_attributes() => Token::None,
            _ => Token::Signature,
        };
        let is_content_in_doubt = !passed(CheckId::Content);
        // Other forms of the content are tried only if the content is why the signer did not pass.
        let is_amiss = failed(CheckId::MessageDigest)
            || (is_content_in_doubt && document.untrusted_content().is_none())
            || (matches!(token, Token::Signature) && !passed(CheckId::Signature));
        let named = candidates.of_signer(&info.identifier());
        let can_tell = match token {
            Token::Attributes(_) => true,
            Token::Signature => !named.is_empty(),
            Token::None => false,
        };
        Self {
            info,
            digest: info.digest_algorithm().digest(),
            algorithm: signature::algorithm(info).ok(),
            is_open: is_amiss && can_tell,
            token,
            named: named.into_iter().map(|(_, it)| it).collect(),
            most: policy.budget.candidates,
            signature: if passed(CheckId::Signature) {
                SignatureState::Verified
            } else if failed(CheckId::Signature) {
                SignatureState::Wrong
            } else {
                SignatureState::Open
            },
            has_right_digest: passed(CheckId::MessageDigest),
            is_content_in_doubt,
            causes: Vec::new(),
        }
    }

    /// Whether the signature is wrong in every reading so far.
    pub(super) fn is_forged(&self) -> bool {
        self.signature == SignatureState::Wrong
    }

    /// Whether the signer names no certificate of the document.
    pub(super) fn is_unnamed(&self) -> bool {
        self.named.is_empty()
    }

    /// Whether the signer names this certificate.
    pub(super) fn names(&self, certificate: &Certificate<'_>) -> bool {
        let mut named = self.named.iter();
        named.any(|it| it.octets() == certificate.octets())
    }

    /// Stops looking for what was signed where nothing can tell it: in attributes that no signature
    /// covers, anybody may have written message-digest. What a signature that could not be verified
    /// would have told is left out.
    pub(super) fn close_unless_verified(&mut self, work: &Work<'_>) {
        if !(self.is_open && matches!(self.token, Token::Attributes(_))) {
            return;
        }
        if self.signature == SignatureState::Open {
            work.leave();
        }
        self.is_open = self.signature == SignatureState::Verified;
    }

    /// Whether the signature is shown to be over the content as it was read.
    pub(super) fn has_signed_what_was_read(&self) -> bool {
        let is_told = match self.token {
            Token::Attributes(_) => self.has_right_digest,
            Token::Signature => true,
            Token::None => false,
        };
        is_told && self.signature == SignatureState::Verified
    }

    /// Notes a cause that explains what was signed.
    pub(super) fn settle(&mut self, cause: Cause) {
        self.causes.push(cause);
        self.is_open = false;
    }

    /// Whether these octets, whose digest in the signer's algorithm this is, were signed.
    pub(super) fn has_signed(&self, octets: &[u8], digest: Digest, work: &Work<'_>) -> bool {
        match &self.token {
            Token::Attributes(attributes) => attributes.message_digest == digest.as_bytes(),
            Token::None => false,
            Token::Signature => self.verifies(
                &match self.algorithm {
                    Some(SignatureAlgorithm::Ed25519) => {
                        SignatureInput::Message(Cow::Borrowed(octets))
                    }
                    _ => SignatureInput::Prehash(digest),
                },
                work,
            ),
        }
    }

    /// Whether what was signed has this digest.
    pub(super) fn has_signed_digest(&self, digest: Digest, work: &Work<'_>) -> bool {
        if self.digest != Some(digest.algorithm()) {
            return false;
        }
        match &self.token {
            Token::Attributes(attributes) => attributes.message_digest == digest.as_bytes(),
            Token::None => false,
            Token::Signature => self.verifies(&SignatureInput::Prehash(digest), work),
        }
    }

    /// Whether the signature covers this, under a certificate that the signer names.
    pub(super) fn verifies(&self, input: &SignatureInput<'_>, work: &Work<'_>) -> bool {
        let mut named = self.named.iter().take(self.most);
        let is_valid = named.any(|it| self.is_valid(it, input, work));
        if !is_valid && self.named.len() > self.most {
            work.leave();
        }
        is_valid
    }

    /// Whether the signature covers this, under this certificate.
    pub(super) fn is_valid(
        &self,
        certificate: &Certificate<'_>,
        input: &SignatureInput<'_>,
        work: &Work<'_>,
    ) -> bool {
        let Some(algorithm) = self.algorithm.filter(|_| work.may_ask()) else {
            return false;
        };
        let (input, octets) = match input {
            SignatureInput::Message(octets) => (
                SignatureInput::Message(Cow::Borrowed(octets.as_ref())),
                octets.len(),
            ),
            SignatureInput::Prehash(digest) => (SignatureInput::Prehash(*digest), 0),
        };
        let key = certificate.public_key();
        SignatureRequest::new(&key, algorithm, input, self.info.signature())
            .is_ok_and(|request| work.is_valid(&request, octets))
    }
}

/// The certificates of a document that could be read, each with its index.
pub(super) fn certificates<'p>(
    document: &'p SignedDocument<'p>,
) -> impl Iterator<Item = (usize, &'p Certificate<'p>)> {
    let choices = document.certificates().iter().enumerate();
    choices.filter_map(|(index, choice)| Some((index, choice.certificate()?)))
}
