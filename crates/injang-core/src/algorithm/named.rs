//! Which signature algorithm an `AlgorithmIdentifier` names, and what of it is not known.

use super::identifier::AlgorithmIdentifier;
use super::pss::PssParameters;
use super::{DigestAlgorithm, SignatureAlgorithm};
use crate::encoding::der::tag;
use crate::encoding::oid::{self, Oid};
use crate::encoding::tolerance::{Tolerance, Tolerances};

/// What is not known of an algorithm.
pub(crate) enum Unknown<'a> {
    /// The algorithm itself, or one that its parameters name.
    Algorithm(Oid<'a>),
    /// The parameters of this one.
    Parameters(Oid<'a>),
}

impl<'a> AlgorithmIdentifier<'a> {
    /// The signature algorithm; `None` if it is not known. `digest` is the signer's digest algorithm,
    /// with which CMS combines `rsaEncryption` (RFC 5754 3.2). Parameters must be absent or NULL;
    /// those of RSASSA-PSS must be there (RFC 4055 3.1).
    pub fn signature(&self, digest: Option<DigestAlgorithm>) -> Option<SignatureAlgorithm> {
        use {DigestAlgorithm as D, SignatureAlgorithm as S};
        if self.oid == oid::RSASSA_PSS {
            return PssParameters::read(self.parameters).map(S::RsaPss);
        }
        if !self.has_no_parameters() {
            return None;
        }
        Some(match self.oid {
            oid::RSA_ENCRYPTION => S::RsaPkcs1(digest?),
            oid::SHA1_WITH_RSA => S::RsaPkcs1(D::Sha1),
            oid::SHA224_WITH_RSA => S::RsaPkcs1(D::Sha224),
            oid::SHA256_WITH_RSA => S::RsaPkcs1(D::Sha256),
            oid::SHA384_WITH_RSA => S::RsaPkcs1(D::Sha384),
            oid::SHA512_WITH_RSA => S::RsaPkcs1(D::Sha512),
            oid::ECDSA_WITH_SHA1 => S::Ecdsa(D::Sha1),
            oid::ECDSA_WITH_SHA224 => S::Ecdsa(D::Sha224),
            oid::ECDSA_WITH_SHA256 => S::Ecdsa(D::Sha256),
            oid::ECDSA_WITH_SHA384 => S::Ecdsa(D::Sha384),
            oid::ECDSA_WITH_SHA512 => S::Ecdsa(D::Sha512),
            oid::ED25519 => S::Ed25519,
            _ => return None,
        })
    }

    /// Whether the parameters are written as the definition of the algorithm asks, so far as it is
    /// read here otherwise too:
    ///
    /// - absent behind ecdsa-with-SHA1 to 512 (RFC 3279 2.2.3, RFC 5758 3.2) and Ed25519 (RFC 8410
    ///   3, RFC 8419 2.2);
    /// - NULL behind rsaEncryption and sha1 to sha512WithRSAEncryption (RFC 3279 2.2.1 and 2.3.1,
    ///   RFC 3370 3.2, RFC 4055 5, RFC 5754 3.2);
    /// - behind id-RSASSA-PSS without a default that is written out (X.690 11.5), unless they stand
    ///   in a document, which may be BER.
    ///
    /// Digest algorithms may have both, absent and NULL (RFC 5754 2), and nothing else: where others
    /// are listed than the signer's own, nobody asks them for more. Parameters of signature algorithms
    /// that are not known at all are no tolerance: nothing is verified with them.
    fn has_strict_parameters(&self, is_der: bool) -> bool {
        match self.oid {
            oid::ECDSA_WITH_SHA1
            | oid::ECDSA_WITH_SHA224
            | oid::ECDSA_WITH_SHA256
            | oid::ECDSA_WITH_SHA384
            | oid::ECDSA_WITH_SHA512
            | oid::ED25519 => self.parameters != [tag::NULL, 0],
            oid::RSA_ENCRYPTION
            | oid::SHA1_WITH_RSA
            | oid::SHA224_WITH_RSA
            | oid::SHA256_WITH_RSA
            | oid::SHA384_WITH_RSA
            | oid::SHA512_WITH_RSA => !self.parameters.is_empty(),
            oid::RSASSA_PSS => !is_der || !PssParameters::has_written_default(self.parameters),
            other => DigestAlgorithm::from_oid(other).is_none() || self.has_no_parameters(),
        }
    }

    /// The tolerances that reading it takes where DER is asked for.
    pub(crate) fn tolerances(&self) -> Tolerances {
        let mut found = Tolerances::default();
        found.note(!self.has_strict_parameters(true), Tolerance::Parameters);
        found
    }

    /// The same in a document, which may be BER.
    pub(crate) fn tolerances_in_ber(&self) -> Tolerances {
        let mut found = Tolerances::default();
        found.note(!self.has_strict_parameters(false), Tolerance::Parameters);
        found
    }

    /// What of it is not known here, where [`AlgorithmIdentifier::digest`] or
    /// [`AlgorithmIdentifier::signature`] gives nothing.
    pub(crate) fn unknown(&self) -> Unknown<'a> {
        let parameters = if self.oid == oid::RSASSA_PSS {
            PssParameters::unknown(self.parameters)
        } else {
            None
        };
        if let Some(inside) = parameters {
            return Unknown::Algorithm(inside);
        }
        let without = Self {
            parameters: &[],
            ..*self
        };
        let is_known = self.oid == oid::RSASSA_PSS
            || without.digest().is_some()
            || without.signature(Some(DigestAlgorithm::Sha256)).is_some();
        if is_known {
            Unknown::Parameters(self.oid)
        } else {
            Unknown::Algorithm(self.oid)
        }
    }
}
