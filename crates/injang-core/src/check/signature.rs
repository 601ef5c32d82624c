//! One signer's signature: its algorithms, the request for it, and whether it is strong enough.

use crate::algorithm::{DigestAlgorithm, SignatureAlgorithm};
use crate::cms::{Attributes, SignerInfo};
use crate::crypto::request_queue::Unverified;
use crate::crypto::{CryptoBackend, SignatureInput};
use crate::policy::AlgorithmConstraints;
use crate::report::{Check, CheckId, Reason, SubIndication};
use alloc::borrow::Cow;

/// The signature algorithm of a signer, or why there is none to verify with.
pub(crate) fn algorithm(signer: &SignerInfo<'_>) -> Result<SignatureAlgorithm, Unverified> {
    let digest = signer.digest_algorithm();
    let digest = digest
        .digest()
        .ok_or_else(|| Unverified::unsupported(&digest))?;
    let signature = signer.signature_algorithm();
    let signature = signature
        .signature(Some(digest))
        .ok_or_else(|| Unverified::unsupported(&signature))?;
    let wanted = match signature.digest() {
        Some(named) => named,
        // RFC 8419 3.1 and 3.2: with Ed25519 the digest algorithm is SHA-512.
        None => DigestAlgorithm::Sha512,
    };
    if digest == wanted {
        Ok(signature)
    } else {
        Err(Unverified::Invalid(Reason::SignatureDigestDiffers))
    }
}

/// What the signature covers where there are signed attributes: their DER encoding (RFC 5652 5.4),
/// whatever their order was. `None` if the crypto backend does not compute its digest.
pub(crate) fn attributes_input<'a>(
    set: &Attributes<'a>,
    is_sorted: bool,
    algorithm: SignatureAlgorithm,
    crypto: &dyn CryptoBackend,
) -> Option<SignatureInput<'a>> {
    let (header, length) = set.set_header();
    let header = &header[..length];
    let content = if is_sorted {
        Cow::Borrowed(set.content())
    } else {
        Cow::Owned(set.der_content())
    };
    let Some(digest) = algorithm.digest() else {
        return Some(SignatureInput::Message(Cow::Owned(
            [header, &content].concat(),
        )));
    };
    // One call for a short message costs less than a context; attributes have about 110 octets.
    let mut joined = [0; 256];
    let digest = match joined.get_mut(..header.len() + content.len()) {
        Some(joined) => {
            joined[..header.len()].copy_from_slice(header);
            joined[header.len()..].copy_from_slice(&content);
            crypto.digest(digest, &[joined])
        }
        None => crypto.digest(digest, &[header, &content]),
    };
    digest.map(SignatureInput::Prehash)
}

/// The outcome of the signature check.
pub(crate) fn check(outcome: Result<(), Unverified>) -> Check {
    match outcome {
        Ok(()) => Check::passed(CheckId::Signature),
        Err(Unverified::Invalid(reason)) => {
            Check::failed(CheckId::Signature, SubIndication::SigCryptoFailure, reason)
        }
        Err(Unverified::Indeterminate(reason)) => Check::undecided(
            CheckId::Signature,
            SubIndication::CryptoConstraintsFailure,
            reason,
        ),
    }
}

/// Why a signature that verified does not count.
pub(crate) fn weakness(
    constraints: &AlgorithmConstraints,
    digest: Option<DigestAlgorithm>,
    rsa_bits: Option<usize>,
) -> Option<Reason> {
    if let Some(weak) = digest.filter(|digest| !constraints.accepts(*digest)) {
        return Some(Reason::WeakDigest(weak.name()));
    }
    let weak = rsa_bits.filter(|bits| *bits < constraints.least_rsa_bits);
    weak.map(|bits| Reason::WeakKey { bits })
}

/// The outcome of the strength check over everything that verified.
pub(crate) fn check_strength(weakness: Option<Reason>) -> Check {
    match weakness {
        None => Check::passed(CheckId::AlgorithmStrength),
        Some(reason) => Check::undecided(
            CheckId::AlgorithmStrength,
            SubIndication::CryptoConstraintsFailure,
            reason,
        ),
    }
}
