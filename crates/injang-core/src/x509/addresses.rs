//! The addresses that a certificate itself names: of CRLs, OCSP responders, its issuer's
//! certificate and practice statements. Nothing here fetches anything; people and programs that do
//! want to know from where.

use super::certificate::{Certificate, find};
use super::distribution_point::DistributionPointName;
use super::extension::Extension;
use super::general_name::GeneralName;
use crate::encoding::der::{Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};
use alloc::vec::Vec;

/// Addresses of one kind that are listed at most: real certificates have one.
const MOST: usize = 8;
/// Octets of the longest address that is listed. Real ones have up to 150.
const LONGEST: usize = 1_024;

/// The addresses that a certificate names, each list in the certificate's order, each address once.
///
/// They are the CA's claims, and anybody's where the certificate did not verify: text to be
/// escaped where it is shown. At most 8 of a kind are listed, each a URI of at most 1,024 octets of
/// UTF-8; names that are no URI are left out. An extension that can't be read has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Addresses<'a> {
    /// Of CRLs: cRLDistributionPoints (RFC 5280 4.2.1.13).
    pub crl: Vec<&'a str>,
    /// Of OCSP responders: authorityInfoAccess, id-ad-ocsp (RFC 5280 4.2.2.1).
    pub ocsp: Vec<&'a str>,
    /// Of the issuer's certificate: authorityInfoAccess, id-ad-caIssuers.
    pub issuer: Vec<&'a str>,
    /// Of certification practice statements: certificatePolicies, id-qt-cps (RFC 5280 4.2.1.4).
    pub cps: Vec<&'a str>,
}

impl Addresses<'_> {
    /// Whether the certificate names none.
    pub fn is_empty(&self) -> bool {
        [&self.crl, &self.ocsp, &self.issuer, &self.cps]
            .iter()
            .all(|list| list.is_empty())
    }
}

impl<'a> Certificate<'a> {
    /// The addresses that the certificate names.
    pub fn addresses(&self) -> Addresses<'a> {
        let mut addresses = Addresses::default();
        let read = |oid, take: &mut dyn FnMut(&Extension<'a>) -> Result<(), Error>| {
            if let Ok(Some(extension)) = find(self, oid) {
                // What stands before the place that can't be read is listed all the same.
                let _ = take(&extension);
            }
        };
        read(oid::CRL_DISTRIBUTION_POINTS, &mut |extension| {
            for point in extension.distribution_points()? {
                if let Some(DistributionPointName::Full(names)) = point.name {
                    for name in &names {
                        list(&mut addresses.crl, name);
                    }
                }
            }
            Ok(())
        });
        read(oid::AUTHORITY_INFO_ACCESS, &mut |extension| {
            descriptions(extension, &mut |method, location| match method {
                oid::AD_OCSP => list(&mut addresses.ocsp, &location),
                oid::AD_CA_ISSUERS => list(&mut addresses.issuer, &location),
                _ => {}
            })
        });
        read(oid::CERTIFICATE_POLICIES, &mut |extension| {
            practice_statements(extension, &mut |uri| {
                list(&mut addresses.cps, &GeneralName::Uri(uri));
            })
        });
        addresses
    }
}

/// Adds a name if it is an address, and there is room.
fn list<'a>(addresses: &mut Vec<&'a str>, name: &GeneralName<'a>) {
    let GeneralName::Uri(octets) = name else {
        return;
    };
    let Ok(text) = core::str::from_utf8(octets) else {
        return;
    };
    if (1..=LONGEST).contains(&text.len()) && addresses.len() < MOST && !addresses.contains(&text) {
        addresses.push(text);
    }
}

/// ```asn1
/// AuthorityInfoAccessSyntax ::= SEQUENCE SIZE (1..MAX) OF AccessDescription
/// AccessDescription ::= SEQUENCE {
///   accessMethod OBJECT IDENTIFIER, accessLocation GeneralName }
/// ```
/// RFC 5280 4.2.2.1
pub(super) fn descriptions<'a>(
    extension: &Extension<'a>,
    take: &mut dyn FnMut(Oid<'a>, GeneralName<'a>),
) -> Result<(), Error> {
    let mut list = extension.sequence("AuthorityInfoAccessSyntax")?;
    while !list.is_empty() {
        let mut fields = list.element(tag::SEQUENCE)?.reader("AccessDescription");
        let method = fields.element(tag::OID)?.oid()?;
        let location = GeneralName::read(&mut fields)?;
        fields.finish()?;
        take(method, location);
    }
    Ok(())
}

/// ```asn1
/// PolicyInformation ::= SEQUENCE { policyIdentifier OBJECT IDENTIFIER,
///   policyQualifiers SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL }
/// PolicyQualifierInfo ::= SEQUENCE { policyQualifierId OBJECT IDENTIFIER, qualifier ANY }
/// CPSuri ::= IA5String
/// ```
/// RFC 5280 4.2.1.4
fn practice_statements<'a>(
    extension: &Extension<'a>,
    take: &mut dyn FnMut(&'a [u8]),
) -> Result<(), Error> {
    let mut policies = extension.sequence("certificatePolicies")?;
    while !policies.is_empty() {
        let mut policy = policies.element(tag::SEQUENCE)?.reader("PolicyInformation");
        policy.element(tag::OID)?;
        let Some(qualifiers) = policy.optional(tag::SEQUENCE)? else {
            continue;
        };
        let mut qualifiers: Reader<'a> = qualifiers.reader("policyQualifiers");
        while !qualifiers.is_empty() {
            let mut fields = qualifiers
                .element(tag::SEQUENCE)?
                .reader("PolicyQualifierInfo");
            let kind = fields.element(tag::OID)?.oid()?;
            let qualifier = fields.any()?;
            if kind == oid::QT_CPS && qualifier.tag() == tag::IA5_STRING {
                take(qualifier.value());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use crate::x509::extension::Extensions;

    /// The extension of this value, lent to a closure.
    fn extension<T>(value: &[u8], look: impl FnOnce(&Extension<'_>) -> T) -> T {
        let value = made(tag::OCTET_STRING, &[value]);
        let extension = made(tag::SEQUENCE, &[&[6, 3, 0x55, 0x1d, 0x20], &value]);
        let list = made(tag::SEQUENCE, &[&extension]);
        let list = Reader::new(&list, 0, "test").any().unwrap();
        look(&Extensions::new(Some(list)).next().unwrap().unwrap())
    }

    fn uri(text: &[u8]) -> Vec<u8> {
        made(0x86, &[text])
    }

    #[test]
    fn access_descriptions_up_to_the_first_that_is_broken() {
        let method = |last| made(tag::OID, &[&[0x2b, 6, 1, 5, 5, 7, 0x30, last]]);
        let description = |last, location: &[u8]| made(tag::SEQUENCE, &[&method(last), location]);
        let value = made(
            tag::SEQUENCE,
            &[
                &description(1, &uri(b"http://o")),
                &description(2, &uri(b"http://i")),
                &description(1, &made(0x82, &[b"host"])),
                &made(tag::SEQUENCE, &[&method(1)]),
                &description(1, &uri(b"http://never")),
            ],
        );
        extension(&value, |extension| {
            let (mut ocsp, mut issuer) = (Vec::new(), Vec::new());
            let read = descriptions(extension, &mut |method, location| match method {
                oid::AD_OCSP => list(&mut ocsp, &location),
                oid::AD_CA_ISSUERS => list(&mut issuer, &location),
                _ => {}
            });
            assert!(read.is_err());
            assert_eq!(ocsp, ["http://o"]);
            assert_eq!(issuer, ["http://i"]);
        });
    }

    #[test]
    fn practice_statements_among_other_qualifiers() {
        let policy = made(tag::OID, &[&[0x2a, 3]]);
        let qualifier = |last, value: &[u8]| {
            let kind = made(tag::OID, &[&[0x2b, 6, 1, 5, 5, 7, 2, last]]);
            made(tag::SEQUENCE, &[&kind, value])
        };
        let notice = qualifier(2, &made(tag::SEQUENCE, &[]));
        let statement = qualifier(1, &made(tag::IA5_STRING, &[b"http://cps"]));
        let of_another_type = qualifier(1, &made(tag::BMP_STRING, &[b"\0h"]));
        let qualifiers = made(tag::SEQUENCE, &[&notice, &of_another_type, &statement]);
        let value = made(
            tag::SEQUENCE,
            &[
                &made(tag::SEQUENCE, &[&policy]),
                &made(tag::SEQUENCE, &[&policy, &qualifiers]),
            ],
        );
        extension(&value, |extension| {
            let mut found = Vec::new();
            let read = practice_statements(extension, &mut |uri| found.push(uri.to_vec()));
            assert!(read.is_ok());
            assert_eq!(found, [b"http://cps"]);
        });
    }

    #[test]
    fn bounds() {
        let texts: Vec<Vec<u8>> = (0..12u8).map(|it| [b'a', b'a' + it].to_vec()).collect();
        let mut addresses = Vec::new();
        for text in &texts {
            list(&mut addresses, &GeneralName::Uri(text));
            list(&mut addresses, &GeneralName::Uri(text));
        }
        assert_eq!(addresses.len(), MOST);
        let mut addresses = Vec::new();
        let long = [b'a'; LONGEST + 1];
        for octets in [&long[..], b"", b"\xff"] {
            list(&mut addresses, &GeneralName::Uri(octets));
        }
        assert!(addresses.is_empty());
        list(&mut addresses, &GeneralName::Uri(&long[..LONGEST]));
        assert_eq!(addresses.len(), 1);
    }
}
