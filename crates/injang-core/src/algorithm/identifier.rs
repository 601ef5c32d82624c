//! `AlgorithmIdentifier`.

use super::DigestAlgorithm;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::tolerance::Tolerances;

/// ```asn1
/// AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }
/// ```
/// RFC 5280 4.1.1.2
#[derive(Clone, Copy)]
pub struct AlgorithmIdentifier<'a> {
    /// The whole element.
    pub(super) octets: &'a [u8],
    pub(super) oid: Oid<'a>,
    /// The whole element; empty if there is none.
    pub(super) parameters: &'a [u8],
}

impl<'a> AlgorithmIdentifier<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        // A document has seven, and nearly all have no parameters or NULL: a third of the work.
        if let [tag::OID, length @ 0..=0x7f, fields @ ..] = element.value()
            && let Some((oid, parameters @ ([] | [tag::NULL, 0]))) =
                fields.split_at_checked(usize::from(*length))
            && let Some(oid) = Oid::from_content(oid)
        {
            return Ok(Self {
                octets: element.octets(),
                oid,
                parameters,
            });
        }
        Self::from_fields(element, element.reader("AlgorithmIdentifier"))
    }

    /// From an element whose tag the caller has judged (RFC 6211 tags one implicitly).
    pub(crate) fn from_fields(element: Element<'a>, mut fields: Reader<'a>) -> Result<Self, Error> {
        let oid = fields.element(tag::OID)?.oid()?;
        let parameters = if fields.is_empty() {
            &[]
        } else {
            fields.any()?.octets()
        };
        fields.finish()?;
        Ok(Self {
            octets: element.octets(),
            oid,
            parameters,
        })
    }

    /// The OID of the algorithm.
    pub fn oid(&self) -> Oid<'a> {
        self.oid
    }

    /// The DER of the whole element, tag and length included.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// Whether it is the same algorithm with the same parameters, absent and NULL ones being the
    /// same (RFC 5754 2: implementations must take both).
    pub(crate) fn same_as(&self, other: &AlgorithmIdentifier<'_>) -> bool {
        let both_without = self.has_no_parameters() && other.has_no_parameters();
        self.oid == other.oid && (both_without || self.parameters == other.parameters)
    }

    /// The parameters' whole element; empty if there are none.
    pub(super) fn parameters(&self) -> &'a [u8] {
        self.parameters
    }

    pub(super) fn has_no_parameters(&self) -> bool {
        matches!(self.parameters, [] | [tag::NULL, 0])
    }

    /// Whether it is what the root of NAVER signs its CA with: ecdsa-with-SHA384 and NULL.
    pub(crate) fn is_ecdsa_sha384_with_null(&self) -> bool {
        self.oid == oid::ECDSA_WITH_SHA384 && self.parameters == [tag::NULL, 0]
    }

    /// The digest algorithm, if it is a known one and its parameters are absent or NULL.
    pub fn digest(&self) -> Option<DigestAlgorithm> {
        DigestAlgorithm::from_oid(self.oid).filter(|_| self.has_no_parameters())
    }
}

/// ```asn1
/// DigestAlgorithmIdentifiers ::= SET OF DigestAlgorithmIdentifier
/// ```
/// RFC 5652 5.1. Read to the end once, so that a malformed one is an error of the document. The
/// tolerances that this takes.
pub(crate) fn check_digest_algorithms(set: Element<'_>, most: usize) -> Result<Tolerances, Error> {
    let mut members = set.reader("DigestAlgorithmIdentifiers");
    let mut tolerances = Tolerances::default();
    let mut count = 0;
    while !members.is_empty() {
        if count == most {
            return Err(members.broken(ErrorKind::Entries));
        }
        let member = AlgorithmIdentifier::read(&mut members)?;
        tolerances = tolerances.union(member.tolerances_in_ber());
        count += 1;
    }
    Ok(tolerances)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use crate::encoding::tolerance::{Tolerance, Tolerances};
    use alloc::vec::Vec;

    /// An algorithm of these parameters.
    fn identifier(oid: Oid<'_>, parameters: &[u8]) -> Vec<u8> {
        made(
            tag::SEQUENCE,
            &[&made(tag::OID, &[oid.content()]), parameters],
        )
    }

    #[test]
    fn parameters() {
        const NULL: &[u8] = &[tag::NULL, 0];
        let sha1 = made(0xa0, &[&identifier(oid::ID_SHA1, NULL)]);
        let sha256 = made(0xa0, &[&identifier(oid::ID_SHA256, NULL)]);
        let salt = |octets| [0xa2, 3, 2, 1, octets];
        let pss = |fields: &[&[u8]]| made(tag::SEQUENCE, fields);
        for (oid, parameters, der, ber) in [
            (oid::ECDSA_WITH_SHA256, &[][..], true, true),
            (oid::ECDSA_WITH_SHA1, NULL, false, false),
            (oid::ECDSA_WITH_SHA512, NULL, false, false),
            (oid::ED25519, &[], true, true),
            (oid::ED25519, NULL, false, false),
            (oid::RSA_ENCRYPTION, NULL, true, true),
            (oid::RSA_ENCRYPTION, &[], false, false),
            (oid::SHA1_WITH_RSA, &[], false, false),
            (oid::SHA512_WITH_RSA, &[], false, false),
            // Not verified with, so not tolerated either.
            (oid::ECDSA_WITH_SHA256, &[2, 1, 1], true, true),
            // Receivers must take both.
            (oid::ID_SHA256, &[], true, true),
            (oid::ID_SHA256, NULL, true, true),
            (oid::RSASSA_PSS, &pss(&[&sha256, &salt(32)]), true, true),
            (oid::RSASSA_PSS, &pss(&[&sha1]), false, true),
            (oid::RSASSA_PSS, &pss(&[&sha256, &salt(20)]), false, true),
            (
                oid::RSASSA_PSS,
                &pss(&[&sha256, &[0xa3, 3, 2, 1, 1]]),
                false,
                true,
            ),
            (oid::RSASSA_PSS, &pss(&[]), true, true),
        ] {
            let octets = identifier(oid, parameters);
            let mut reader = Reader::new(&octets, 0, "test");
            let read = AlgorithmIdentifier::read(&mut reader).unwrap();
            let is_strict = |found: Tolerances| !found.contains(Tolerance::Parameters);
            assert_eq!(is_strict(read.tolerances()), der, "{octets:x?}");
            assert_eq!(is_strict(read.tolerances_in_ber()), ber, "{octets:x?}");
        }
    }
}
