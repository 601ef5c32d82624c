//! Whom the caller trusts.

use crate::algorithm::SubjectPublicKeyInfo;
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};
use crate::x509::{Certificate, Extension, KeyUsage, Name};
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
    /// What its certificate says of itself, read once.
    is_pinned: bool,
    may_sign_crls: bool,
}

impl TrustAnchor {
    /// Takes subject and public key from a certificate in DER. An error if it can't be read. Nothing
    /// of it is verified: compare its fingerprint with what the CA publishes before trusting it.
    pub fn from_certificate(der: &[u8]) -> Result<Self, Error> {
        Certificate::from_der(der).map(|certificate| Self::from(&certificate))
    }

    /// Takes the DER of a `Name` and of a `SubjectPublicKeyInfo`, without constraints. An error if
    /// one of them can't be read.
    pub fn from_name_and_key(name: &[u8], public_key: &[u8]) -> Result<Self, Error> {
        Name::from_der(name)?;
        SubjectPublicKeyInfo::from_der(public_key)?;
        Ok(Self {
            name: name.to_vec(),
            public_key: public_key.to_vec(),
            certificate: Vec::new(),
            is_pinned: false,
            may_sign_crls: true,
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

    /// The octets of the certificate that it came in; `None` if it came in none.
    pub(crate) fn certificate_octets(&self) -> Option<&[u8]> {
        (!self.certificate.is_empty()).then_some(&self.certificate)
    }

    /// The key, read.
    pub(crate) fn key(&self) -> Option<SubjectPublicKeyInfo<'_>> {
        SubjectPublicKeyInfo::from_der(&self.public_key).ok()
    }

    /// Whether its certificate says that it is no CA. Such an anchor is one for itself alone: a
    /// document's signer may have this certificate, and no other certificate is trusted through it. It
    /// says so by basicConstraints with cA FALSE, by a keyUsage without keyCertSign, or by extensions
    /// among which basicConstraints is missing. A certificate without extensions says nothing.
    pub fn is_pinned(&self) -> bool {
        self.is_pinned
    }

    /// Whether its certificate lets it sign CRLs, where it has a keyUsage (RFC 5280 4.2.1.3).
    pub(crate) fn may_sign_crls(&self) -> bool {
        self.may_sign_crls && !self.is_pinned
    }

    /// Whether this is the certificate that a pinned anchor came in.
    pub(crate) fn pins(&self, certificate: &Certificate<'_>) -> bool {
        self.is_pinned && self.certificate == certificate.octets()
    }
}

/// Subject and key of a certificate, of which nothing is verified.
impl From<&Certificate<'_>> for TrustAnchor {
    fn from(certificate: &Certificate<'_>) -> Self {
        let usage = key_usage(certificate);
        Self {
            name: certificate.subject().octets().to_vec(),
            public_key: certificate.public_key().octets().to_vec(),
            certificate: certificate.octets().to_vec(),
            is_pinned: says_that_it_is_no_ca(certificate),
            may_sign_crls: usage.is_ok_and(|usage| usage.is_none_or(KeyUsage::signs_crls)),
        }
    }
}

/// Whether a certificate says that it issues nothing. One without extensions says nothing; an
/// extension that can't be read, or that stands there more than once (RFC 5280 4.2), counts as the
/// strict side.
fn says_that_it_is_no_ca(certificate: &Certificate<'_>) -> bool {
    if certificate.extensions().next().is_none() {
        return false;
    }
    let constraints = stated(
        certificate,
        oid::BASIC_CONSTRAINTS,
        Extension::basic_constraints,
    );
    let is_authority = matches!(constraints, Ok(Some((true, _))));
    let may_issue =
        key_usage(certificate).is_ok_and(|usage| usage.is_none_or(KeyUsage::signs_certificates));
    !(is_authority && may_issue)
}

fn key_usage(certificate: &Certificate<'_>) -> Result<Option<KeyUsage>, UnreadableExtension> {
    stated(certificate, oid::KEY_USAGE, Extension::key_usage)
}

/// An extension can't be read, or stands there twice, and neither counts more than the other.
struct UnreadableExtension;

/// What the extension of a type says, if there is one.
fn stated<'a, T>(
    certificate: &Certificate<'a>,
    wanted: Oid<'_>,
    read: impl Fn(&Extension<'a>) -> Result<T, Error>,
) -> Result<Option<T>, UnreadableExtension> {
    let mut found = None;
    for extension in certificate.extensions() {
        let extension = extension.map_err(|_| UnreadableExtension)?;
        if extension.oid() == wanted && found.replace(extension).is_some() {
            return Err(UnreadableExtension);
        }
    }
    let value = found.map(|it| read(&it)).transpose();
    value.map_err(|_| UnreadableExtension)
}

impl core::fmt::Debug for TrustAnchor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TrustAnchor").finish_non_exhaustive()
    }
}
