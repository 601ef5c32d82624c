//! What a CRL says that it covers, for people to read.

use super::CertificateList;
use crate::x509::distribution_point::DistributionPointName;
use crate::x509::general_name::GeneralName;
use alloc::vec::Vec;

/// A field of `IssuingDistributionPoint` that is there and says something (RFC 5280 5.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScopeField<'a> {
    /// Certificates of this distribution point: the name, if it is a URI. A point with several
    /// names has a field for each.
    DistributionPoint(Option<&'a str>),
    /// Certificates that are no CA's.
    OnlyUserCertificates,
    /// Certificates of CAs.
    OnlyAuthorityCertificates,
    /// Some reasons for revocation.
    OnlySomeReasons,
    /// Certificates of other issuers than the CRL's too.
    Indirect,
    /// Attribute certificates.
    OnlyAttributeCertificates,
}

impl ScopeField<'_> {
    /// The name of the field in RFC 5280.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DistributionPoint(_) => "distributionPoint",
            Self::OnlyUserCertificates => "onlyContainsUserCerts",
            Self::OnlyAuthorityCertificates => "onlyContainsCACerts",
            Self::OnlySomeReasons => "onlySomeReasons",
            Self::Indirect => "indirectCRL",
            Self::OnlyAttributeCertificates => "onlyContainsAttributeCerts",
        }
    }
}

impl<'a> CertificateList<'a> {
    /// What issuingDistributionPoint says, field by field in the order of RFC 5280 5.2.5; `None` if
    /// the CRL has no such extension and covers all certificates of its issuer.
    pub fn scope_fields(&self) -> Option<Vec<ScopeField<'a>>> {
        let scope = self.scope()?;
        let mut fields = match &scope.name {
            None => Vec::new(),
            Some(DistributionPointName::Relative(_)) => {
                Vec::from([ScopeField::DistributionPoint(None)])
            }
            Some(DistributionPointName::Full(names)) => {
                let uri = |name: &GeneralName<'a>| match name {
                    GeneralName::Uri(uri) => core::str::from_utf8(uri).ok(),
                    _ => None,
                };
                let field = |name| ScopeField::DistributionPoint(uri(name));
                names.iter().map(field).collect()
            }
        };
        let only = scope.only_contains;
        let flags = [
            (only.users, ScopeField::OnlyUserCertificates),
            (only.authorities, ScopeField::OnlyAuthorityCertificates),
            (
                scope.only_some_reasons.is_some(),
                ScopeField::OnlySomeReasons,
            ),
            (scope.is_indirect, ScopeField::Indirect),
            (only.attributes, ScopeField::OnlyAttributeCertificates),
        ];
        fields.extend(
            flags
                .into_iter()
                .filter(|(is_set, _)| *is_set)
                .map(|it| it.1),
        );
        Some(fields)
    }
}
