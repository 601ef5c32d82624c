//! Whom the caller trusts.

use crate::algorithm::SubjectPublicKeyInfo;
use crate::error::Error;
use crate::x509::{Certificate, Name};
use alloc::vec::Vec;

/// A name and a key that the caller trusts to issue certificates (RFC 5280 6.1.1 d).
///
/// The certificate that it came in contributes nothing else: not its validity, and its constraints
/// only if [`Policy::anchor_constraints`](crate::Policy::anchor_constraints) asks for them. An
/// anchor may be a subordinate CA.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TrustAnchor {
    name: Vec<u8>,
    public_key: Vec<u8>,
    /// The certificate that it came in, for its constraints; empty if it came in none.
    certificate: Vec<u8>,
    /// [`Name::fingerprint`](crate::Name::fingerprint) of the name.
    fingerprint: u64,
}

impl TrustAnchor {
    /// Takes subject and key of a certificate in DER. Nothing of it is verified: compare its
    /// fingerprint with what the CA publishes before trusting it.
    pub fn from_certificate(der: &[u8]) -> Result<Self, Error> {
        Certificate::from_der(der).map(|certificate| Self::from(&certificate))
    }

    /// From the DER of a `Name` and of a `SubjectPublicKeyInfo`, with no constraints.
    pub fn from_name_and_key(name: &[u8], public_key: &[u8]) -> Result<Self, Error> {
        let parsed = Name::from_der(name)?;
        SubjectPublicKeyInfo::from_der(public_key)?;
        Ok(Self {
            name: name.to_vec(),
            public_key: public_key.to_vec(),
            certificate: Vec::new(),
            fingerprint: parsed.fingerprint(),
        })
    }

    /// The DER of the `Name`.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// The DER of the `SubjectPublicKeyInfo`.
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// The certificate that it came in; `None` if it came in none.
    pub(crate) fn certificate(&self) -> Option<Certificate<'_>> {
        Certificate::from_der(&self.certificate).ok()
    }

    /// The key, read.
    pub(crate) fn key(&self) -> Option<SubjectPublicKeyInfo<'_>> {
        SubjectPublicKeyInfo::from_der(&self.public_key).ok()
    }

    /// Whether an issuer has this name (RFC 5280 7.1), `fingerprint` being that of the issuer.
    pub(crate) fn is_named(&self, issuer: &Name<'_>, fingerprint: u64) -> bool {
        self.name == issuer.octets()
            || (self.fingerprint == fingerprint
                && Name::from_der(&self.name).is_ok_and(|name| name.matches(issuer)))
    }
}

/// Subject and key of a certificate, of which nothing is verified.
impl From<&Certificate<'_>> for TrustAnchor {
    fn from(certificate: &Certificate<'_>) -> Self {
        Self {
            name: certificate.subject().octets().to_vec(),
            public_key: certificate.public_key().octets().to_vec(),
            certificate: certificate.octets().to_vec(),
            fingerprint: certificate.subject().fingerprint(),
        }
    }
}

impl core::fmt::Debug for TrustAnchor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TrustAnchor").finish_non_exhaustive()
    }
}
