//! The things that signatures are on: what of each is signed, and its key, digest and place.

use super::{Issuer, IssuerGraph, SignedObject};
use crate::algorithm::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use crate::crypto::SignatureInput;
use crate::crypto::fingerprint;
use crate::policy::revocation_data::RevocationData;
use crate::report::Origin;
use crate::x509::ocsp::BasicOcspResponse;
use crate::x509::{Certificate, subject_key_identifier};
use alloc::borrow::Cow;

/// Where the pieces of revocation data are, and what is in them.
pub(super) struct EvidenceSources<'a> {
    pub(super) policy: Option<&'a RevocationData<'a>>,
    pub(super) document: RevocationData<'a>,
}

/// What of a thing is signed.
pub(super) struct Tbs<'a> {
    pub(super) octets: &'a [u8],
    pub(super) input: SignatureInput<'a>,
    pub(super) algorithm: AlgorithmIdentifier<'a>,
    pub(super) algorithms_agree: bool,
    pub(super) signature: &'a [u8],
}

impl<'a> EvidenceSources<'a> {
    pub(super) fn all(&self) -> impl Iterator<Item = (&RevocationData<'a>, fn(usize) -> Origin)> {
        let document = core::iter::once((&self.document, Origin::Document as fn(usize) -> Origin));
        let policy = self
            .policy
            .map(|evidence| (evidence, Origin::Policy as fn(usize) -> Origin));
        policy.into_iter().chain(document)
    }
}

impl<'a> IssuerGraph<'a> {
    /// What of a thing is signed, and by which algorithm.
    pub(super) fn to_sign(&self, item: SignedObject) -> Option<Tbs<'a>> {
        let of_certificate = |certificate: &Certificate<'a>| Tbs {
            octets: certificate.tbs_octets(),
            input: SignatureInput::Message(Cow::Borrowed(certificate.tbs_octets())),
            algorithm: certificate.signature_algorithm(),
            algorithms_agree: certificate.algorithms_agree(),
            signature: certificate.signature(),
        };
        Some(match item {
            SignedObject::Certificate(origin) => of_certificate(self.store.certificate(origin)?),
            SignedObject::Delegate(..) => of_certificate(self.delegate(item)?),
            SignedObject::Crl(origin) => {
                let (evidence, index) = self.evidence(origin)?;
                let crl = evidence.crl(index)?;
                Tbs {
                    octets: crl.tbs_octets(),
                    input: evidence.signed_digest(index).map_or(
                        SignatureInput::Message(Cow::Borrowed(crl.tbs_octets())),
                        SignatureInput::Prehash,
                    ),
                    algorithm: crl.signature_algorithm(),
                    algorithms_agree: crl.algorithms_agree(),
                    signature: crl.signature(),
                }
            }
            SignedObject::Response(origin) => {
                let basic = self.basic(origin)?;
                Tbs {
                    octets: basic.tbs_octets(),
                    input: SignatureInput::Message(Cow::Borrowed(basic.tbs_octets())),
                    algorithm: basic.signature_algorithm(),
                    algorithms_agree: true,
                    signature: basic.signature(),
                }
            }
        })
    }

    /// The algorithm by which a thing is signed.
    pub(super) fn algorithm(&self, item: SignedObject) -> Option<AlgorithmIdentifier<'a>> {
        Some(match item {
            SignedObject::Certificate(_) | SignedObject::Delegate(..) => {
                self.certificate(item)?.signature_algorithm()
            }
            SignedObject::Crl(origin) => {
                let (evidence, index) = self.evidence(origin)?;
                evidence.crl(index)?.signature_algorithm()
            }
            SignedObject::Response(origin) => self.basic(origin)?.signature_algorithm(),
        })
    }

    /// SHA-256 of a thing with its signature.
    pub(crate) fn digest(&self, item: SignedObject) -> Option<[u8; 32]> {
        match item {
            SignedObject::Certificate(origin) => self.store.certificate_digest(origin),
            SignedObject::Crl(origin) | SignedObject::Response(origin) => {
                let (evidence, index) = self.evidence(origin)?;
                fingerprint::array(evidence.sha256(index)?)
            }
            SignedObject::Delegate(..) => {
                let certificate = self.delegate(item)?;
                let digest = fingerprint::sha256(self.policy.crypto(), certificate.octets())?;
                fingerprint::array(&digest)
            }
        }
    }

    pub(super) fn key_digest(&self, issuer: Issuer) -> Option<[u8; 32]> {
        match issuer {
            Issuer::Delegate(..) => {
                let key = self.key(issuer)?;
                let digest = fingerprint::sha256(self.policy.crypto(), key.octets())?;
                fingerprint::array(&digest)
            }
            _ => self.store.key_digest(issuer),
        }
    }

    pub(crate) fn evidence(&self, origin: Origin) -> Option<(&RevocationData<'a>, usize)> {
        match origin {
            Origin::Document(index) => Some((&self.evidence.document, index)),
            Origin::Policy(index) => Some((self.evidence.policy?, index)),
        }
    }

    pub(super) fn basic(&self, origin: Origin) -> Option<&BasicOcspResponse<'a>> {
        let (evidence, index) = self.evidence(origin)?;
        evidence.response(index)?.basic()
    }

    pub(super) fn delegate(&self, item: SignedObject) -> Option<&Certificate<'a>> {
        match item {
            SignedObject::Delegate(origin, place) => self.basic(origin)?.certificates().get(place),
            _ => None,
        }
    }

    /// Whether a key identifier is that of a key, in one of the forms that CAs write: SHA-1
    /// of the key's bits, subjectKeyIdentifier, the whole `SubjectPublicKeyInfo` or the whole
    /// certificate.
    pub(crate) fn has_key_identifier(&self, issuer: Issuer, wanted: &[u8]) -> bool {
        let Some(key) = self.key(issuer) else {
            return false;
        };
        let anchor = match issuer {
            Issuer::Anchor(index) => self.policy.anchors().get(index),
            _ => None,
        };
        let of_anchor = anchor.and_then(crate::policy::TrustAnchor::certificate);
        let certificate = issuer
            .item()
            .and_then(|item| self.certificate(item))
            .copied()
            .or(of_anchor);
        let is_of_certificate = certificate.is_some_and(|certificate| {
            certificate.octets() == wanted
                || subject_key_identifier(&certificate) == Ok(Some(wanted))
        });
        is_of_certificate || key.octets() == wanted || self.key_hash(key.key_octets()) == wanted
    }

    /// The certificate that an item is.
    pub(crate) fn certificate(&self, item: SignedObject) -> Option<&Certificate<'a>> {
        match item {
            SignedObject::Certificate(origin) => self.store.certificate(origin),
            _ => self.delegate(item),
        }
    }

    /// The key of a possible signer.
    pub(crate) fn key(&self, issuer: Issuer) -> Option<SubjectPublicKeyInfo<'a>> {
        match issuer {
            Issuer::Delegate(origin, place) => {
                let certificate = self.delegate(SignedObject::Delegate(origin, place))?;
                Some(certificate.public_key())
            }
            _ => self.store.key(issuer),
        }
    }
}
