//! What certificates, CRLs and OCSP responses have in common: a signature over their fields.

use crate::algorithm::AlgorithmIdentifier;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::Error;

/// The octets of a signed structure.
///
/// ```asn1
/// SIGNED { ToBeSigned } ::= SEQUENCE {
///   toBeSigned ToBeSigned, algorithmIdentifier AlgorithmIdentifier, signature BIT STRING }
/// ```
/// RFC 5912 3; `Certificate` and `CertificateList` of RFC 5280, and `BasicOCSPResponse` of RFC 6960 with
/// one field more.
#[derive(Clone, Copy)]
pub(super) struct SignedStructure<'a> {
    /// The octets that the signature covers.
    pub(super) tbs: &'a [u8],
    /// The octets of the algorithm outside of them.
    pub(super) algorithm: &'a [u8],
    pub(super) signature: &'a [u8],
}

/// What is read further of a signed structure.
pub(super) struct Fields<'a> {
    pub(super) tbs: Element<'a>,
    pub(super) algorithm: AlgorithmIdentifier<'a>,
    /// What stands behind the signature.
    pub(super) rest: Reader<'a>,
}

impl<'a> SignedStructure<'a> {
    /// Reads the three fields.
    #[inline]
    pub(super) fn read(
        element: &Element<'a>,
        structure: &'static str,
    ) -> Result<(Self, Fields<'a>), Error> {
        let mut rest = element.reader(structure);
        let tbs = rest.element(tag::SEQUENCE)?;
        let algorithm = AlgorithmIdentifier::read(&mut rest)?;
        let signature = rest.element(tag::BIT_STRING)?.whole_octets()?;
        let signed = Self {
            tbs: tbs.octets(),
            algorithm: algorithm.octets(),
            signature,
        };
        let fields = Fields {
            tbs,
            algorithm,
            rest,
        };
        Ok((signed, fields))
    }
}
