//! From the signer's certificate to a trust anchor (RFC 5280 6).
//!
//! This version validates paths of one certificate: the signer's, issued by an anchor. What it
//! does not process it does not pass.

use crate::algorithm::{DigestAlgorithm, PublicKey, SubjectPublicKeyInfo};
use crate::crypto::{Question, SignatureInput};
use crate::der::Reader;
use crate::oid;
use crate::policy::TrustAnchor;
use crate::questions::{Asked, NotVerified, Questions};
use crate::report::{Check, CheckId, Reason, SubIndication};
use crate::time::Time;
use crate::x509::Certificate;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What is to be found out about one certificate.
pub(crate) struct PathInquiry {
    /// The anchors with the issuer's name, and whether each has signed the certificate.
    links: Vec<(usize, Asked)>,
}

/// What was found out.
#[derive(Clone)]
pub(crate) struct PathOutcome {
    pub(crate) check: Check,
    /// The anchor that issued the certificate, if one has.
    pub(crate) anchor: Option<usize>,
}

impl PathInquiry {
    /// Puts the questions about one certificate.
    pub(crate) fn new<'a>(
        certificate: &Certificate<'a>,
        anchors: &'a [TrustAnchor],
        questions: &mut Questions<'a>,
    ) -> Self {
        let issuer = certificate.issuer();
        let fingerprint = if anchors.is_empty() {
            0
        } else {
            issuer.fingerprint()
        };
        let links = anchors
            .iter()
            .enumerate()
            .filter(|(_, anchor)| anchor.is_named(&issuer, fingerprint))
            .map(|(index, anchor)| (index, link(certificate, anchor, questions)))
            .collect();
        Self { links }
    }

    /// What the answers come to.
    pub(crate) fn conclude(
        &self,
        certificate: &Certificate<'_>,
        questions: &Questions<'_>,
    ) -> PathOutcome {
        let mut reason = Reason::NoAnchor;
        let mut is_open = false;
        for (anchor, asked) in &self.links {
            let unsupported =
                || Reason::AlgorithmUnsupported(certificate.signature_algorithm().oid().into());
            match questions.outcome(asked, unsupported) {
                Ok(()) => {
                    let check = match broken_rule(certificate) {
                        None => Check::passed(CheckId::Path),
                        Some(reason) => broken(reason),
                    };
                    return PathOutcome {
                        check,
                        anchor: Some(*anchor),
                    };
                }
                Err(NotVerified::Open(open)) => {
                    is_open = true;
                    reason = open;
                }
                Err(NotVerified::Wrong(_)) if !is_open => reason = Reason::AnchorKeyDiffers,
                Err(NotVerified::Wrong(_)) => {}
            }
        }
        let check = match reason {
            // Under which of two algorithms the issuer's signature would have to be verified is
            // not defined, so it was not asked.
            Reason::CertificateAlgorithmsDiffer => broken(reason),
            reason if is_open => Check::undecided(
                CheckId::Path,
                SubIndication::CertificateChainGeneralFailure,
                reason,
            ),
            reason => Check::undecided(
                CheckId::Path,
                SubIndication::NoCertificateChainFound,
                reason,
            ),
        };
        PathOutcome {
            check,
            anchor: None,
        }
    }
}

/// The digest and the key with which an anchor has signed a certificate.
pub(crate) fn link_strength<'a>(
    certificate: &Certificate<'_>,
    anchor: &'a TrustAnchor,
) -> Option<(Option<DigestAlgorithm>, Option<PublicKey<'a>>)> {
    let algorithm = certificate.signature_algorithm().signature(None)?;
    Some((algorithm.digest(), anchor_key(anchor)?.public_key().ok()))
}

fn broken(reason: Reason) -> Check {
    Check::undecided(
        CheckId::Path,
        SubIndication::ChainConstraintsFailure,
        reason,
    )
}

fn anchor_key(anchor: &TrustAnchor) -> Option<SubjectPublicKeyInfo<'_>> {
    SubjectPublicKeyInfo::read(&mut Reader::new(anchor.public_key(), 0, "TrustAnchor")).ok()
}

/// Whether an anchor's key has signed a certificate.
fn link<'a>(
    certificate: &Certificate<'a>,
    anchor: &'a TrustAnchor,
    questions: &mut Questions<'a>,
) -> Asked {
    if !certificate.algorithms_agree() {
        return Asked::Settled(NotVerified::Open(Reason::CertificateAlgorithmsDiffer));
    }
    let identifier = certificate.signature_algorithm();
    let (Some(algorithm), Some(key)) = (identifier.signature(None), anchor_key(anchor)) else {
        return Asked::Settled(NotVerified::unsupported(&identifier));
    };
    let input = SignatureInput::Message(Cow::Borrowed(certificate.tbs_octets()));
    questions.put(Question::new(
        &key,
        algorithm,
        input,
        certificate.signature(),
    ))
}

/// The first rule that the certificate of a signer breaks, wherever it was issued.
fn broken_rule(certificate: &Certificate<'_>) -> Option<Reason> {
    if !certificate.algorithms_agree() {
        return Some(Reason::CertificateAlgorithmsDiffer);
    }
    let mut seen = Vec::with_capacity(8);
    for extension in certificate.extensions() {
        let Ok(extension) = extension else {
            return Some(Reason::ExtensionMalformed);
        };
        seen.push(extension.oid());
        let known = extension.oid();
        let is_well_formed = match known {
            oid::KEY_USAGE => match extension.key_usage_signs() {
                Ok(false) => return Some(Reason::KeyUsageForbids),
                signs => signs.is_ok(),
            },
            // With no policy asked for, any set of policies is a valid one (RFC 5280 6.1.1 c).
            oid::CERTIFICATE_POLICIES => extension.policies().is_ok(),
            // Each of these would have to be processed, critical or not.
            oid::NAME_CONSTRAINTS | oid::POLICY_CONSTRAINTS | oid::INHIBIT_ANY_POLICY => {
                return Some(Reason::ConstraintUnprocessed(known.into()));
            }
            // A signer's certificate issues nothing, no names are constrained, and no extended
            // usage is asked for: that they can be read is all.
            oid::BASIC_CONSTRAINTS => extension.basic_constraints().is_ok(),
            oid::SUBJECT_ALT_NAME => extension.general_names().is_ok(),
            oid::EXT_KEY_USAGE => extension.key_purposes().is_ok(),
            _ if extension.is_critical() => {
                return Some(Reason::CriticalExtension(known.into()));
            }
            _ => true,
        };
        if !is_well_formed {
            return Some(Reason::ExtensionMalformed);
        }
    }
    // RFC 5280 4.1.2.9: extensions belong to version 3, and there is none above it.
    if (certificate.version() < 3 && !seen.is_empty()) || certificate.version() > 3 {
        return Some(Reason::ExtensionMalformed);
    }
    // RFC 5280 4.2: not more than one instance of an extension.
    seen.sort_unstable();
    let repeated = seen.windows(2).find(|pair| pair[0] == pair[1]);
    repeated.map(|pair| Reason::ExtensionRepeated(pair[0].into()))
}

/// Whether a certificate was valid at a time (RFC 5280 6.1.3 a 2).
pub(crate) fn check_validity(certificate: &Certificate<'_>, at: Time) -> Check {
    let validity = certificate.validity();
    if at < validity.not_before {
        let reason = Reason::NotYetValid {
            not_before: validity.not_before,
        };
        Check::failed(CheckId::Validity, SubIndication::NotYetValid, reason)
    } else if at > validity.not_after {
        let reason = Reason::Expired {
            not_after: validity.not_after,
        };
        Check::failed(CheckId::Validity, SubIndication::Expired, reason)
    } else {
        Check::passed(CheckId::Validity)
    }
}
