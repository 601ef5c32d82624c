//! On a mismatch, and only when asked: which other reading of the input would have matched. A
//! diagnosis names a cause for people; it changes no verdict.

mod sentence;
mod variant;
mod wrapper;

pub use variant::Change;

use crate::algorithm::SignatureAlgorithm;
use crate::ber::skip;
use crate::cms::{CertificateChoice, SignerInfo};
use crate::crypto::{Answer, Question, SignatureInput};
use crate::der::{Header, tag};
use crate::document::SignedDocument;
use crate::policy::Policy;
use crate::report::{Identity, Report};
use crate::verify::attributes::SignedAttributes;
use crate::verify::{Claim, Content, signature};
use crate::x509::Certificate;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What would have matched.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The content after these changes, in this order.
    Content(Vec<Change>),
    /// The digest supplied is what was signed, as content (hash-of-hash).
    HashOfHash,
    /// The digest supplied is that of what was signed, and was read as the content itself.
    Prehash,
    /// The signature covers the signed attributes as they were sent, and not their DER encoding
    /// (against RFC 5652 5.4).
    AttributesAsSent,
    /// The signature verifies under another certificate than the one that the signer names.
    OtherCertificate {
        /// Its index in [`SignedDocument::certificates`].
        index: usize,
    },
    /// The VID is that of this certificate under another layout.
    VidLayout(&'static str),
}

/// A cause, and whose signature it explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The signer's index; `None` where it is about the identity.
    pub signer: Option<usize>,
    /// What would have matched.
    pub cause: Cause,
}

/// Certificates that are tried for one signer.
const CERTIFICATES: usize = 16;

impl SignedDocument<'_> {
    /// Looks for causes of what the report of the same arguments says. Empty where nothing is
    /// amiss, or where nothing that is known would have matched.
    pub fn diagnose(
        &self,
        policy: &Policy<'_>,
        content: Content<'_>,
        claim: Claim<'_>,
    ) -> Vec<Diagnosis> {
        let report = self.audit(policy, content, claim);
        let mut diagnoses = Vec::new();
        for (index, info) in self.signers().iter().enumerate() {
            let patient = Patient {
                document: self,
                policy,
                info,
            };
            let causes = patient.causes(&report, index, content);
            diagnoses.extend(causes.into_iter().map(|cause| Diagnosis {
                signer: Some(index),
                cause,
            }));
        }
        if let Identity::Mismatched {
            would_match: Some(layout),
            ..
        } = report.identity
        {
            diagnoses.push(Diagnosis {
                signer: None,
                cause: Cause::VidLayout(layout),
            });
        }
        diagnoses
    }
}

/// One signer of whom something may be amiss.
struct Patient<'p> {
    document: &'p SignedDocument<'p>,
    policy: &'p Policy<'p>,
    info: &'p SignerInfo<'p>,
}

impl<'p> Patient<'p> {
    fn causes(&self, report: &Report, index: usize, content: Content<'_>) -> Vec<Cause> {
        use crate::report::{CheckId, Outcome};
        let signer = &report.signers[index];
        let failed = |id| {
            signer
                .check(id)
                .is_some_and(|check| matches!(check.outcome, Outcome::Failed(_)))
        };
        let mut causes = Vec::new();
        let Ok(algorithm) = signature::algorithm(self.info) else {
            return causes;
        };
        let has_wrong_signature = failed(CheckId::Signature);
        let attributes = SignedAttributes::read(self.info, self.document.content_type());
        let attributes = attributes.as_ref().ok().and_then(Option::as_ref);
        let is_content_in_doubt = failed(CheckId::Content)
            || failed(CheckId::MessageDigest)
            || (has_wrong_signature && attributes.is_none());
        if is_content_in_doubt {
            causes.extend(self.content_cause(content, attributes, algorithm));
        }
        if has_wrong_signature && self.info.has_signed_attributes() {
            causes.extend(self.attributes_as_sent(algorithm));
        }
        if has_wrong_signature && causes.is_empty() {
            causes.extend(self.other_certificate(content, attributes, algorithm));
        }
        causes
    }

    /// What would have to be done to the content for it to be the one that was signed.
    fn content_cause(
        &self,
        content: Content<'_>,
        attributes: Option<&SignedAttributes<'_>>,
        algorithm: SignatureAlgorithm,
    ) -> Option<Cause> {
        let digest = self.info.digest_algorithm().digest()?;
        // Whether these octets are what was signed: by the attribute, or by the signature itself.
        let is_signed = |octets: &[u8]| match attributes {
            Some(attributes) => {
                let taken = self.policy.crypto.digest(digest, &[octets]);
                taken.is_some_and(|taken| taken.as_bytes() == attributes.message_digest)
            }
            None => self.verifies(&self.named(), algorithm, octets),
        };
        let embedded = self.document.untrusted_content();
        match (embedded, content) {
            (Some(embedded), Content::Detached(supplied)) if supplied != embedded => {
                // The document may be good, and what was supplied not what is in it.
                let same = |octets: &[u8]| octets == embedded;
                variant::search(supplied, self.policy.crypto, digest, same)
                    .or_else(|| {
                        wrapper::data(embedded)
                            .filter(|d| d == supplied)
                            .map(|_| [Change::Wrap].into())
                    })
                    .or_else(|| variant::search(embedded, self.policy.crypto, digest, is_signed))
                    .map(Cause::Content)
            }
            (Some(octets), _) | (None, Content::Detached(octets)) => {
                variant::search(octets, self.policy.crypto, digest, is_signed).map(Cause::Content)
            }
            (None, Content::Digest(supplied)) => {
                let octets = supplied.as_bytes();
                let is_prehash = || match attributes {
                    Some(attributes) => attributes.message_digest == octets,
                    None => self.verifies_input(
                        &self.named(),
                        algorithm,
                        &SignatureInput::Prehash(supplied),
                    ),
                };
                if supplied.algorithm() == digest && is_prehash() {
                    Some(Cause::Prehash)
                } else if is_signed(octets) {
                    Some(Cause::HashOfHash)
                } else {
                    variant::texts(octets)
                        .into_iter()
                        .find(|(_, text)| is_signed(text))
                        .map(|(change, _)| Cause::Content([change].into()))
                }
            }
            (None, _) => None,
        }
    }

    /// Whether the signature covers the attributes in another encoding than DER: with the tag of a
    /// set, or with the tag under which they were sent.
    fn attributes_as_sent(&self, algorithm: SignatureAlgorithm) -> Option<Cause> {
        let attributes = self.info.signed_attributes()?.ok()?;
        let der = self.document.der();
        let from = der.source_offset(self.info.signed_attributes_offset()?);
        let end = skip(der.source(), from, der.source().len()).ok()?;
        let sent = &der.source()[from..end];
        let header = Header::read(sent, 0).ok()?;
        let tagged = |octets: &[u8], tag: u8| {
            let mut octets = octets.to_vec();
            octets[0] = tag;
            octets
        };
        let certificates = self.named();
        let readings = [
            tagged(sent, tag::SET),
            sent.to_vec(),
            // Lengths as DER has them, the order as sent.
            tagged(attributes.octets(), tag::SET),
            attributes.octets().to_vec(),
            sent[header.content..].to_vec(),
        ];
        readings
            .iter()
            .any(|reading| self.verifies(&certificates, algorithm, reading))
            .then_some(Cause::AttributesAsSent)
    }

    /// Whether another certificate of the document is the signer's.
    fn other_certificate(
        &self,
        content: Content<'_>,
        attributes: Option<&SignedAttributes<'_>>,
        algorithm: SignatureAlgorithm,
    ) -> Option<Cause> {
        let octets = match (self.document.untrusted_content(), content) {
            (Some(octets), _) | (None, Content::Detached(octets)) => Some(octets),
            _ => None,
        };
        let input = match (attributes, content) {
            (Some(attributes), _) => signature::attributes_input(
                &attributes.set,
                attributes.is_sorted,
                algorithm,
                self.policy.crypto,
            )?,
            (None, Content::Digest(digest)) if octets.is_none() => SignatureInput::Prehash(digest),
            (None, _) => self.input(algorithm, octets?)?,
        };
        let others = self
            .certificates()
            .filter(|(_, other)| !self.info.identifier().matches(other));
        others
            .take(CERTIFICATES)
            .find(|(_, other)| self.verifies_input(&[other], algorithm, &input))
            .map(|(index, _)| Cause::OtherCertificate { index })
    }

    fn certificates(&self) -> impl Iterator<Item = (usize, &'p Certificate<'p>)> {
        self.document
            .certificates()
            .iter()
            .enumerate()
            .filter_map(|(index, choice)| match choice {
                CertificateChoice::Certificate(certificate) => Some((index, certificate)),
                CertificateChoice::Unrecognised(_) => None,
            })
    }

    /// The certificates that the signer names.
    fn named(&self) -> Vec<&'p Certificate<'p>> {
        let named = self.certificates().map(|(_, certificate)| certificate);
        named
            .filter(|own| self.info.identifier().matches(own))
            .take(CERTIFICATES)
            .collect()
    }

    fn input<'o>(
        &self,
        algorithm: SignatureAlgorithm,
        octets: &'o [u8],
    ) -> Option<SignatureInput<'o>> {
        Some(match algorithm.digest() {
            Some(digest) => SignatureInput::Prehash(self.policy.crypto.digest(digest, &[octets])?),
            None => SignatureInput::Message(Cow::Borrowed(octets)),
        })
    }

    fn verifies(
        &self,
        certificates: &[&Certificate<'_>],
        algorithm: SignatureAlgorithm,
        octets: &[u8],
    ) -> bool {
        let input = self.input(algorithm, octets);
        input.is_some_and(|input| self.verifies_input(certificates, algorithm, &input))
    }

    fn verifies_input(
        &self,
        certificates: &[&Certificate<'_>],
        algorithm: SignatureAlgorithm,
        input: &SignatureInput<'_>,
    ) -> bool {
        certificates.iter().any(|certificate| {
            let key = certificate.public_key();
            let question = Question::new(&key, algorithm, input.clone(), self.info.signature());
            question.is_ok_and(|question| self.policy.crypto.answer(&question) == Answer::Valid)
        })
    }
}
