//! Distribution points: where a certificate's CRLs are, and what a CRL covers.

use super::GeneralName;
use super::extension::Extension;
use super::name::check_attributes;
use super::name::form::is_strict_set;
use super::reasons::Reasons;
use crate::encoding::der::{EncodingRules, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use alloc::vec::Vec;

/// ```asn1
/// DistributionPoint ::= SEQUENCE {
///   distributionPoint [0] DistributionPointName OPTIONAL,
///   reasons [1] ReasonFlags OPTIONAL, cRLIssuer [2] GeneralNames OPTIONAL }
/// ```
/// RFC 5280 4.2.1.13
pub(crate) struct DistributionPoint<'a> {
    pub(crate) name: Option<DistributionPointName<'a>>,
    /// The reasons that the CRL covers; all, if there are none.
    pub(crate) reasons: Option<Reasons>,
    /// Who issues the CRL; the certificate's issuer, if none is named.
    pub(crate) crl_issuer: Option<Vec<GeneralName<'a>>>,
    /// Whether the reasons are written as DER has it.
    has_strict_reasons: bool,
}

/// ```asn1
/// DistributionPointName ::= CHOICE {
///   fullName [0] GeneralNames, nameRelativeToCRLIssuer [1] RelativeDistinguishedName }
/// ```
/// RFC 5280 4.2.1.13
pub(crate) enum DistributionPointName<'a> {
    Full(Vec<GeneralName<'a>>),
    /// The content octets of the set of attributes, to be appended to the CRL issuer's name.
    Relative(&'a [u8]),
}

/// ```asn1
/// IssuingDistributionPoint ::= SEQUENCE {
///   distributionPoint [0] DistributionPointName OPTIONAL,
///   onlyContainsUserCerts [1] BOOLEAN DEFAULT FALSE,
///   onlyContainsCACerts [2] BOOLEAN DEFAULT FALSE,
///   onlySomeReasons [3] ReasonFlags OPTIONAL, indirectCRL [4] BOOLEAN DEFAULT FALSE,
///   onlyContainsAttributeCerts [5] BOOLEAN DEFAULT FALSE }
/// ```
/// RFC 5280 5.2.5
pub(crate) struct IssuingDistributionPoint<'a> {
    /// The whole extension's value.
    pub(crate) octets: &'a [u8],
    pub(crate) name: Option<DistributionPointName<'a>>,
    pub(crate) only_contains: OnlyContains,
    /// The reasons that the CRL covers; all, if there are none.
    pub(crate) only_some_reasons: Option<Reasons>,
    /// Whether entries may be about certificates of other issuers than the CRL's.
    pub(crate) is_indirect: bool,
    /// Whether flags and reasons are written as DER has them.
    has_strict_flags: bool,
}

/// The kinds of certificates that a CRL is limited to, as it says: RFC 5280 5.2.5 allows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OnlyContains {
    pub(crate) users: bool,
    pub(crate) authorities: bool,
    pub(crate) attributes: bool,
}

impl<'a> DistributionPoint<'a> {
    /// ```asn1
    /// CRLDistributionPoints ::= SEQUENCE SIZE (1..MAX) OF DistributionPoint
    /// ```
    /// RFC 5280 4.2.1.13
    pub(super) fn read_all(mut reader: Reader<'a>) -> Result<Vec<Self>, Error> {
        let list = reader.element(tag::SEQUENCE)?;
        reader.finish()?;
        let mut list = list.reader("CRLDistributionPoints");
        // Nearly always there is one.
        let mut all = Vec::with_capacity(1);
        loop {
            all.push(Self::read(&mut list)?);
            if list.is_empty() {
                return Ok(all);
            }
        }
    }

    /// How many names stand in it.
    pub(super) fn name_count(&self) -> usize {
        let own = match &self.name {
            Some(DistributionPointName::Full(names)) => names.len(),
            Some(DistributionPointName::Relative(_)) => 1,
            None => 0,
        };
        own + self.crl_issuer.as_ref().map_or(0, Vec::len)
    }

    /// Whether it is written as DER and RFC 5280 4.2.1.13 have it: it names a point or a CRL
    /// issuer, names and reasons are strict, a CRL issuer is a directoryName, and a name relative to
    /// it has one issuer to be relative to.
    pub(super) fn is_strict_der(&self) -> bool {
        let issuers = self.crl_issuer.as_deref().unwrap_or_default();
        let is_issuer = |name: &GeneralName<'_>| {
            matches!(name, GeneralName::Directory(_)) && name.is_strict_der()
        };
        let is_relative = matches!(self.name, Some(DistributionPointName::Relative(_)));
        (self.name.is_some() || self.crl_issuer.is_some())
            && self.has_strict_reasons
            && self
                .name
                .as_ref()
                .is_none_or(DistributionPointName::is_strict_der)
            && issuers.iter().all(is_issuer)
            && !(is_relative && issuers.len() > 1)
    }

    /// The same of a point in freshestCRL of a CRL, which is a name and nothing else (RFC 5280
    /// 5.2.6).
    pub(super) fn is_strict_freshest(&self) -> bool {
        self.is_strict_der() && self.reasons.is_none() && self.crl_issuer.is_none()
    }

    fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = reader.element(tag::SEQUENCE)?.reader("DistributionPoint");
        let name = DistributionPointName::optional(&mut fields)?;
        let (reasons, has_strict_reasons) = Reasons::optional(&mut fields, 1)?;
        let crl_issuer = fields
            .optional(tag::context(2))?
            .map(|names| GeneralName::read_all(names.reader("GeneralNames")))
            .transpose()?;
        fields.finish()?;
        Ok(Self {
            name,
            reasons,
            crl_issuer,
            has_strict_reasons,
        })
    }
}

impl<'a> DistributionPointName<'a> {
    /// The field that both structures begin with. The tag is explicit, because this is a CHOICE.
    fn optional(fields: &mut Reader<'a>) -> Result<Option<Self>, Error> {
        let Some(explicit) = fields.optional(tag::context(0))? else {
            return Ok(None);
        };
        let mut inside = explicit.reader("DistributionPointName");
        let choice = inside.any()?;
        inside.finish()?;
        if choice.tag() == tag::context(0) {
            let names = GeneralName::read_all(choice.reader("GeneralNames"))?;
            Ok(Some(Self::Full(names)))
        } else if choice.tag() == tag::context(1) {
            check_attributes(choice.reader("RelativeDistinguishedName"))?;
            Ok(Some(Self::Relative(choice.value())))
        } else {
            let structure = "DistributionPointName";
            Err(Error::new(ErrorKind::Choice, choice.offset(), structure))
        }
    }
}

impl DistributionPointName<'_> {
    /// Whether the names in it are written as DER and RFC 5280 have it.
    fn is_strict_der(&self) -> bool {
        match self {
            Self::Full(names) => names.iter().all(GeneralName::is_strict_der),
            Self::Relative(set) => is_strict_set(
                Reader::new(set, 0, "RelativeDistinguishedName"),
                EncodingRules::Der,
            ),
        }
    }
}

impl<'a> IssuingDistributionPoint<'a> {
    /// Whether it is written as DER and RFC 5280 5.2.5 have it: it says something, and its flags,
    /// names and reasons are strict.
    pub(super) fn is_strict_der(&self) -> bool {
        self.has_strict_flags
            && self.octets != [tag::SEQUENCE, 0]
            && self
                .name
                .as_ref()
                .is_none_or(DistributionPointName::is_strict_der)
    }

    /// Reads the extension of this name.
    pub(super) fn read(extension: &Extension<'a>) -> Result<Self, Error> {
        let structure = "IssuingDistributionPoint";
        let mut inside = extension.reader(structure);
        let mut fields = inside.element(tag::SEQUENCE)?.reader(structure);
        inside.finish()?;
        let name = DistributionPointName::optional(&mut fields)?;
        let mut has_strict_flags = true;
        // `[n] BOOLEAN DEFAULT FALSE`.
        let mut flag = |fields: &mut Reader<'_>, n| -> Result<bool, Error> {
            let Some(element) = fields.optional(tag::context_primitive(n))? else {
                return Ok(false);
            };
            has_strict_flags &= element.is_strict_true();
            element.boolean()
        };
        let users = flag(&mut fields, 1)?;
        let authorities = flag(&mut fields, 2)?;
        let (only_some_reasons, has_strict_reasons) = Reasons::optional(&mut fields, 3)?;
        let is_indirect = flag(&mut fields, 4)?;
        let attributes = flag(&mut fields, 5)?;
        fields.finish()?;
        Ok(Self {
            octets: extension.value(),
            name,
            only_contains: OnlyContains {
                users,
                authorities,
                attributes,
            },
            only_some_reasons,
            is_indirect,
            has_strict_flags: has_strict_flags && has_strict_reasons,
        })
    }
}

impl<'a> Extension<'a> {
    /// Where cRLDistributionPoints says that CRLs are (RFC 5280 4.2.1.13).
    pub(crate) fn distribution_points(&self) -> Result<Vec<DistributionPoint<'a>>, Error> {
        DistributionPoint::read_all(self.reader("CRLDistributionPoints"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::made;
    use crate::x509::extension::Extensions;

    fn points(octets: &[u8]) -> Result<Vec<DistributionPoint<'_>>, Error> {
        DistributionPoint::read_all(Reader::new(octets, 0, "test"))
    }

    #[test]
    fn points_of_every_form() {
        use DistributionPointName as N;

        let uri = made(0xa0, &[&made(0xa0, &[&made(0x86, &[b"http://a"])])]);
        let attribute = made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, 3], &[12, 1, b'a']]);
        let relative = made(0xa0, &[&made(0xa1, &[&attribute])]);
        let issuer = made(0xa2, &[&made(0xa4, &[&made(tag::SEQUENCE, &[])])]);
        let reasons = [0x81, 2, 5, 0x60];
        let octets = made(
            tag::SEQUENCE,
            &[
                &made(tag::SEQUENCE, &[&uri]),
                &made(tag::SEQUENCE, &[&relative, &reasons, &issuer]),
                &made(tag::SEQUENCE, &[]),
            ],
        );
        let points = points(&octets).ok().unwrap();
        let [full, relative, empty] = &points[..] else {
            panic!()
        };
        assert!(matches!(&full.name, Some(N::Full(names))
            if matches!(names[..], [GeneralName::Uri(b"http://a")])));
        assert!(full.reasons.is_none() && full.crl_issuer.is_none());
        assert!(matches!(relative.name, Some(N::Relative(octets)) if octets == attribute));
        assert_eq!(relative.reasons, Some(Reasons::of(0b110)));
        assert!(matches!(
            relative.crl_issuer.as_deref(),
            Some([GeneralName::Directory(_)])
        ));
        assert!(empty.name.is_none() && empty.crl_issuer.is_none());
    }

    #[test]
    fn malformed_points() {
        let one = |content: &[u8]| made(tag::SEQUENCE, &[&made(tag::SEQUENCE, &[content])]);
        for (octets, kind) in [
            (
                made(tag::SEQUENCE, &[]),
                ErrorKind::Missing { expected: 0x30 },
            ),
            ([one(&[]), one(&[])].concat(), ErrorKind::TrailingData),
            (one(&[0xa0, 0]), ErrorKind::Truncated),
            (one(&[0xa0, 2, 0xa0, 0]), ErrorKind::Truncated),
            (one(&[0xa0, 2, 0xa2, 0]), ErrorKind::Choice),
            (
                one(&[0xa0, 4, 0xa1, 2, 5, 0]),
                ErrorKind::Tag {
                    expected: 0x30,
                    found: 5,
                },
            ),
            (
                one(&[0xa0, 6, 0xa0, 2, 0x86, 0, 5, 0]),
                ErrorKind::TrailingData,
            ),
            (one(&[0x81, 0]), ErrorKind::BitString),
            (one(&[0xa2, 0]), ErrorKind::Truncated),
            (one(&[5, 0]), ErrorKind::TrailingData),
        ] {
            assert_eq!(points(&octets).err().unwrap().kind(), kind, "{octets:x?}");
        }
    }

    #[test]
    fn forms_of_points() {
        let attribute = made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, 3], &[12, 1, b'a']]);
        let relative = made(0xa0, &[&made(0xa1, &[&attribute])]);
        let full = made(0xa0, &[&made(0xa0, &[&made(0x86, &[b"http://a"])])]);
        let name = made(tag::SEQUENCE, &[&made(tag::SET, &[&attribute])]);
        let directory = made(0xa4, &[&name]);
        let uri = made(0x86, &[b"http://a"]);
        let nobody = made(0xa4, &[&made(tag::SEQUENCE, &[])]);
        let issuers = |names: &[&[u8]]| made(0xa2, names);
        for (parts, is_strict, is_freshest) in [
            (&[full.clone()][..], true, true),
            (&[issuers(&[&directory])], true, false),
            (
                &[full.clone(), issuers(&[&directory, &directory])],
                true,
                false,
            ),
            (&[issuers(&[&uri])], false, false),
            (&[issuers(&[&directory, &uri])], false, false),
            (&[issuers(&[&nobody])], false, false),
            (&[relative.clone(), issuers(&[&directory])], true, false),
            (
                &[relative.clone(), issuers(&[&directory, &directory])],
                false,
                false,
            ),
            (&[full, Vec::from([0x81, 2, 6, 0x40])], true, false),
            (&[Vec::from([0x81, 2, 6, 0x40])], false, false),
            (&[], false, false),
        ] {
            let point = made(tag::SEQUENCE, &[&parts.concat()]);
            let octets = made(tag::SEQUENCE, &[&point]);
            let points = points(&octets).ok().unwrap();
            let found = (points[0].is_strict_der(), points[0].is_strict_freshest());
            assert_eq!(found, (is_strict, is_freshest), "{octets:x?}");
        }
    }

    fn issuing<T>(
        content: &[u8],
        look: impl FnOnce(Result<IssuingDistributionPoint<'_>, Error>) -> T,
    ) -> T {
        let value = made(tag::OCTET_STRING, &[&made(tag::SEQUENCE, &[content])]);
        let extension = made(tag::SEQUENCE, &[&[6, 3, 0x55, 0x1d, 0x1c], &value]);
        let list = made(tag::SEQUENCE, &[&extension]);
        let list = Reader::new(&list, 0, "test").any().unwrap();
        let extension = Extensions::new(Some(list)).next().unwrap().unwrap();
        look(IssuingDistributionPoint::read(&extension))
    }

    #[test]
    fn issuing_points() {
        issuing(&[0x81, 1, 0xff, 0x84, 1, 0xff], |point| {
            let point = point.ok().unwrap();
            let only = point.only_contains;
            assert!(only.users && !only.authorities && !only.attributes);
            assert!(point.is_indirect && point.name.is_none());
            assert_eq!(point.only_some_reasons, None);
        });
        issuing(&[0x82, 1, 0xff, 0x83, 2, 0, 0xff, 0x85, 1, 0xff], |point| {
            let point = point.ok().unwrap();
            let only = point.only_contains;
            assert!(!only.users && only.authorities && only.attributes);
            assert!(!point.is_indirect);
            assert_eq!(point.only_some_reasons, Some(Reasons::of(0b1111_1110)));
        });
        for (content, kind) in [
            (&[0x84, 0][..], ErrorKind::Boolean),
            (&[0x85, 1, 0xff, 0x84, 1, 0xff], ErrorKind::TrailingData),
            (&[0x83, 1, 1], ErrorKind::BitString),
        ] {
            let found = issuing(content, |point| point.err().unwrap().kind());
            assert_eq!(found, kind);
        }
    }
}
