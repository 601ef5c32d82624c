//! Which certificates a CRL covers, and for which reasons (RFC 5280 6.3.3 b and d): names of
//! distribution points are brought into the form in which they are compared once, for each
//! certificate and for each CRL.

use super::crl::CertificateList;
use super::distribution_point::{DistributionPoint, DistributionPointName};
use super::general_name::GeneralName;
use super::name::Name;
use super::path_extensions::PathExtensions;
use super::reasons::Reasons;
use alloc::vec::Vec;

/// What a certificate says of the CRLs about it.
pub(crate) struct CertificatePoints {
    /// The issuer's name in its canonical form.
    issuer: Vec<u8>,
    is_authority: bool,
    points: Vec<Point>,
    /// How many octets of names there are.
    length: u64,
}

/// A `DistributionPoint` (RFC 5280 4.2.1.13).
struct Point {
    /// The directory names of cRLIssuer, in canonical form; `None` if there is no cRLIssuer.
    issuers: Option<Vec<Vec<u8>>>,
    /// The names by which a CRL may name this point.
    names: Vec<PointName>,
    reasons: Reasons,
}

/// What a CRL says of the distribution point that it is for (RFC 5280 5.2.5).
pub(crate) struct CrlPoint {
    /// The CRL issuer's name in its canonical form.
    issuer: Vec<u8>,
    /// The names of the point, sorted; `None` if the CRL names no point.
    names: Option<Vec<PointName>>,
}

/// A name of a distribution point, in the form in which it is compared.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum PointName {
    Directory(Vec<u8>),
    Uri(Vec<u8>),
}

/// Why a CRL of somebody whom a certificate names does not cover it (RFC 5280 6.3.3 b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ScopeRule {
    /// onlyContainsUserCerts, and the certificate is a CA's.
    Subscribers,
    /// onlyContainsCACerts, and the certificate is none of a CA.
    Authorities,
    /// onlyContainsAttributeCerts
    Attributes,
    /// The CRL is not indirect, and another than its issuer issued the certificate.
    NotIndirect,
    /// It is for another distribution point.
    Point,
}

/// The reasons for which a CRL covers a certificate.
#[derive(Clone, Copy)]
pub(crate) struct Coverage {
    /// As a CRL of the certificate's issuer.
    pub(crate) of_issuer: Option<Reasons>,
    /// As an indirect CRL of another issuer, which a distribution point of the certificate names as
    /// cRLIssuer.
    pub(crate) of_named_issuer: Option<Reasons>,
}

impl Coverage {
    /// Of a CRL that does not cover the certificate.
    pub(crate) const NONE: Self = Self {
        of_issuer: None,
        of_named_issuer: None,
    };

    /// For whatever reasons.
    pub(crate) fn all(self) -> Reasons {
        let none = Reasons::NONE;
        let named = self.of_named_issuer.unwrap_or(none);
        self.of_issuer.unwrap_or(none).union(named)
    }
}

impl CertificatePoints {
    pub(crate) fn of(issuer: &Name<'_>, extensions: &PathExtensions<'_>) -> Self {
        let points: Vec<Point> = extensions
            .distribution_points
            .iter()
            .map(|point| Point::of(point, issuer))
            .collect();
        let own = issuer.canonical();
        let length = points.iter().map(Point::length).sum::<u64>() + own.len() as u64;
        Self {
            issuer: own,
            is_authority: extensions.is_authority(),
            points,
            length,
        }
    }

    /// How many octets a comparison with a CRL touches at most, but for a logarithm.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Whether a name is that of the certificate's issuer, both in canonical form.
    pub(crate) fn is_issuer(&self, canonical: &[u8]) -> bool {
        self.issuer == canonical
    }
}

impl Point {
    fn of(point: &DistributionPoint<'_>, issuer: &Name<'_>) -> Self {
        let names = point.crl_issuer.as_deref();
        let first_issuer = names.and_then(|names| names.iter().find_map(directory));
        Self {
            issuers: names.map(|names| {
                let directories = names.iter().filter_map(directory);
                directories.map(|name| name.canonical()).collect()
            }),
            names: match (&point.name, names) {
                (Some(name), _) => PointName::all(name, &first_issuer.unwrap_or(*issuer)),
                // A point without a name is known by its cRLIssuer.
                (None, Some(names)) => names.iter().filter_map(PointName::of).collect(),
                (None, None) => Vec::new(),
            },
            reasons: point.reasons.unwrap_or(Reasons::ALL),
        }
    }

    fn length(&self) -> u64 {
        let issuers = self.issuers.iter().flatten().map(|it| it.len() as u64);
        issuers.sum::<u64>() + self.names.iter().map(PointName::length).sum::<u64>()
    }
}

impl CrlPoint {
    pub(crate) fn of(crl: &CertificateList<'_>) -> Self {
        let issuer = crl.issuer();
        let name = crl.scope().and_then(|scope| scope.name.as_ref());
        Self {
            names: name.map(|name| {
                let mut names = PointName::all(name, &issuer);
                names.sort_unstable();
                names
            }),
            issuer: issuer.canonical(),
        }
    }

    /// The CRL issuer's name in its canonical form.
    pub(crate) fn issuer(&self) -> &[u8] {
        &self.issuer
    }

    /// Whether the CRL is for a point of one of these names; true of one that names no point.
    fn is_for(&self, names: &[PointName]) -> bool {
        let Some(own) = &self.names else {
            return true;
        };
        names.iter().any(|name| own.binary_search(name).is_ok())
    }

    /// The reasons for which the CRL covers a certificate; an error if it is out of its scope.
    ///
    /// 1. The kind of certificate is one that the CRL is not limited against.
    /// 2. A distribution point of the certificate and the issuing distribution point have a name in
    ///    common, and the point's cRLIssuer is the CRL's issuer (6.3.3 b).
    /// 3. A point that names the certificate's issuer as cRLIssuer names nobody else: what covers the
    ///    certificate by it is a CRL of the issuer.
    /// 4. Or the CRL is the issuer's and names no other point (the last paragraph of 6.3.3).
    pub(crate) fn coverage(
        &self,
        crl: &CertificateList<'_>,
        certificate: &CertificatePoints,
    ) -> Result<Coverage, ScopeRule> {
        let scope = crl.scope();
        if let Some(scope) = scope {
            let only = scope.only_contains;
            if only.users && certificate.is_authority {
                return Err(ScopeRule::Subscribers);
            }
            if only.authorities && !certificate.is_authority {
                return Err(ScopeRule::Authorities);
            }
            if only.attributes {
                return Err(ScopeRule::Attributes);
            }
        }
        let is_of_issuer = self.issuer == certificate.issuer;
        let is_indirect = scope.is_some_and(|scope| scope.is_indirect);
        let of_scope = scope
            .and_then(|scope| scope.only_some_reasons)
            .unwrap_or(Reasons::ALL);
        let mut coverage = Coverage::NONE;
        let add = |reasons: &mut Option<Reasons>, more: Reasons| {
            *reasons = Some(reasons.unwrap_or(Reasons::NONE).union(more));
        };
        for point in &certificate.points {
            let reasons = point.reasons.intersection(of_scope);
            match &point.issuers {
                // A point without a name and a cRLIssuer names nothing.
                None if is_of_issuer && self.is_for(&point.names) => {
                    add(&mut coverage.of_issuer, reasons);
                }
                // Whom the point names is the certificate's issuer itself: the CRL is the issuer's,
                // indirect or not, and so only those may sign it who may sign the issuer's CRLs.
                Some(issuers)
                    if is_of_issuer
                        && issuers.contains(&self.issuer)
                        && self.is_for(&point.names) =>
                {
                    add(&mut coverage.of_issuer, reasons);
                }
                Some(issuers)
                    if is_indirect
                        && !is_of_issuer
                        && issuers.contains(&self.issuer)
                        && self.is_for(&point.names) =>
                {
                    add(&mut coverage.of_named_issuer, reasons);
                }
                _ => {}
            }
        }
        let own_name = [PointName::Directory(certificate.issuer.clone())];
        if is_of_issuer && self.is_for(&own_name) {
            add(&mut coverage.of_issuer, of_scope);
        }
        if coverage.of_issuer.is_some() || coverage.of_named_issuer.is_some() {
            Ok(coverage)
        } else if !is_of_issuer && !is_indirect {
            Err(ScopeRule::NotIndirect)
        } else {
            Err(ScopeRule::Point)
        }
    }
}

impl PointName {
    fn of(name: &GeneralName<'_>) -> Option<Self> {
        match name {
            GeneralName::Directory(name) => Some(Self::Directory(name.canonical())),
            GeneralName::Uri(text) => Some(Self::Uri(text.to_vec())),
            _ => None,
        }
    }

    /// The names of a distribution point; one that is relative stands below `issuer`.
    fn all(name: &DistributionPointName<'_>, issuer: &Name<'_>) -> Vec<Self> {
        match name {
            DistributionPointName::Full(names) => names.iter().filter_map(Self::of).collect(),
            DistributionPointName::Relative(set) => {
                Vec::from([Self::Directory(issuer.canonical_below(set))])
            }
        }
    }

    fn length(&self) -> u64 {
        match self {
            Self::Directory(octets) | Self::Uri(octets) => octets.len() as u64,
        }
    }
}

fn directory<'n>(name: &GeneralName<'n>) -> Option<Name<'n>> {
    match name {
        GeneralName::Directory(name) => Some(*name),
        _ => None,
    }
}
