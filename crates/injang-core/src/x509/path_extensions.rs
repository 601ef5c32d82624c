//! What a certificate's extensions say to path validation, read once.

use super::certificate::Certificate;
use super::distribution_point::DistributionPoint;
use super::extension::Extension;
use super::general_name::GeneralName;
use super::key_usage::KeyUsage;
use super::name::Name;
use super::name_constraints::NameConstraints;
use super::policy_qualifier::Qualifiers;
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

/// Distribution points and names of them that are looked at.
const NAMES: usize = 64;

/// The extensions that path validation uses, decoded once.
#[derive(Default)]
pub(crate) struct PathExtensions<'a> {
    /// The first defect that makes the certificate unusable on any path.
    pub(crate) fault: Option<CertificateDefect<'a>>,
    /// Whether issuer and subject are the same name.
    pub(crate) is_self_issued: bool,
    /// cA of basicConstraints, where there are any.
    is_authority: Option<bool>,
    /// pathLenConstraint
    pub(crate) path_length: Option<u32>,
    pub(crate) key_usage: Option<KeyUsage>,
    /// certificatePolicies, in their order.
    pub(crate) policies: Option<Vec<Oid<'a>>>,
    /// policyMappings: issuerDomainPolicy and subjectDomainPolicy.
    pub(crate) mappings: Vec<(Oid<'a>, Oid<'a>)>,
    pub(crate) require_explicit_policy: Option<u32>,
    pub(crate) inhibit_policy_mapping: Option<u32>,
    pub(crate) inhibit_any_policy: Option<u32>,
    pub(crate) name_constraints: Option<NameConstraints<'a>>,
    /// subjectAltName
    pub(crate) alternative_names: Vec<GeneralName<'a>>,
    /// extKeyUsage
    pub(crate) purposes: Option<Vec<Oid<'a>>>,
    /// cRLDistributionPoints. One that is not critical and can't be read is none.
    pub(crate) distribution_points: Vec<DistributionPoint<'a>>,
    /// Whether it has more of them, or of names in them, than are looked at.
    pub(crate) has_more_points: bool,
    /// id-pkix-ocsp-nocheck
    pub(crate) has_no_check: bool,
}

/// A defect of the certificate itself, independent of the path (RFC 5280 4.1.1.2, 4.1.2.9, 4.2).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CertificateDefect<'a> {
    /// It names two signature algorithms (RFC 5280 4.1.1.2).
    AlgorithmsDiffer,
    /// The list of extensions can't be read.
    Malformed(Error),
    /// An extension can't be read.
    Extension(Oid<'a>),
    /// It has extensions, and a version that has none (4.1.2.9).
    VersionWithExtensions(u32),
    /// Its version is none that there is (4.1.2.1).
    VersionUnknown(u32),
    /// certificatePolicies asserts a policy twice (4.2.1.4).
    PolicyRepeated(Oid<'a>),
    /// A critical certificatePolicies has a qualifier that can't be interpreted (4.2.1.4).
    Qualifier(Oid<'a>),
    /// An extension stands more than once (4.2).
    Repeated(Oid<'a>),
    /// A critical extension is not known here (4.2).
    Critical(Oid<'a>),
}

impl<'a> PathExtensions<'a> {
    pub(crate) fn of(certificate: &Certificate<'a>) -> Self {
        let mut extensions = Self {
            is_self_issued: certificate.subject().matches(&certificate.issuer()),
            ..Self::default()
        };
        extensions.fault = extensions.read(certificate).err();
        extensions
    }

    /// Reads every extension of a certificate. The error is the first rule that the certificate breaks:
    /// equal algorithms inside and outside, a known version that may have extensions, no unknown
    /// critical extension; and last, none twice (RFC 5280 4.1.1.2, 4.1.2.1, 4.1.2.9, 4.2).
    fn read(&mut self, certificate: &Certificate<'a>) -> Result<(), CertificateDefect<'a>> {
        if !certificate.algorithms_agree() {
            return Err(CertificateDefect::AlgorithmsDiffer);
        }
        let version = certificate.version();
        if version > 3 {
            return Err(CertificateDefect::VersionUnknown(version));
        }
        let mut seen: Vec<Oid<'a>> = Vec::with_capacity(8);
        for extension in certificate.extensions() {
            // RFC 5280 4.1.2.9: extensions belong to version 3.
            if version < 3 {
                return Err(CertificateDefect::VersionWithExtensions(version));
            }
            let extension = extension.map_err(CertificateDefect::Malformed)?;
            seen.push(extension.oid());
            let is_processed = self.take(&extension)?;
            if !is_processed && extension.is_critical() {
                return Err(CertificateDefect::Critical(extension.oid()));
            }
        }
        seen.sort_unstable();
        match seen.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(CertificateDefect::Repeated(pair[0])),
            None => Ok(()),
        }
    }

    /// Takes an extension's value over; whether it is one that is processed.
    fn take(&mut self, extension: &Extension<'a>) -> Result<bool, CertificateDefect<'a>> {
        match extension.oid() {
            oid::CERTIFICATE_POLICIES => self.take_policies(extension).map(|()| true),
            other => self
                .take_readable(extension)
                .map_err(|_| CertificateDefect::Extension(other)),
        }
    }

    /// certificatePolicies (RFC 5280 4.2.1.4).
    fn take_policies(&mut self, extension: &Extension<'a>) -> Result<(), CertificateDefect<'a>> {
        let policies = extension
            .policies()
            .map_err(|_| CertificateDefect::Extension(extension.oid()))?;
        // No policy more than once.
        let mut seen = BTreeSet::new();
        if let Some(policy) = policies.iter().find(|policy| !seen.insert(**policy)) {
            return Err(CertificateDefect::PolicyRepeated(*policy));
        }
        // A critical extension is refused unless every qualifier can be interpreted.
        if extension.is_critical()
            && let Some(qualifier) = Qualifiers::of(extension).uninterpreted
        {
            return Err(CertificateDefect::Qualifier(qualifier));
        }
        self.policies = Some(policies);
        Ok(())
    }

    /// Takes the value of an extension over that breaks no rule once it can be read; whether it is
    /// one that is processed.
    fn take_readable(&mut self, extension: &Extension<'a>) -> Result<bool, Error> {
        match extension.oid() {
            oid::BASIC_CONSTRAINTS => {
                let (is_authority, path_length) = extension.basic_constraints()?;
                self.is_authority = Some(is_authority);
                self.path_length = path_length;
            }
            oid::KEY_USAGE => self.key_usage = Some(extension.key_usage()?),
            oid::POLICY_MAPPINGS => self.mappings = extension.policy_mappings()?,
            oid::POLICY_CONSTRAINTS => {
                (self.require_explicit_policy, self.inhibit_policy_mapping) =
                    extension.policy_constraints()?;
            }
            oid::INHIBIT_ANY_POLICY => {
                self.inhibit_any_policy = Some(extension.inhibit_any_policy()?);
            }
            oid::NAME_CONSTRAINTS => {
                self.name_constraints = Some(NameConstraints::read(extension)?);
            }
            oid::SUBJECT_ALT_NAME => self.alternative_names = extension.general_names()?,
            oid::EXT_KEY_USAGE => self.purposes = Some(extension.key_purposes()?),
            oid::CRL_DISTRIBUTION_POINTS => match extension.distribution_points() {
                Ok(points) => self.take_points(points),
                Err(error) if extension.is_critical() => return Err(error),
                // Tolerated: Extension::tolerances says so.
                Err(_) => {}
            },
            oid::OCSP_NO_CHECK => self.has_no_check = true,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Real certificates have one or two, of which each has one or two names.
    fn take_points(&mut self, mut points: Vec<DistributionPoint<'a>>) {
        let mut names = 0;
        let fitting = points.iter().take_while(|point| {
            names += 1 + point.name_count();
            names <= NAMES
        });
        let fitting = fitting.count();
        self.has_more_points = fitting < points.len();
        points.truncate(fitting);
        self.distribution_points = points;
    }

    /// Whether it is a CA's: basicConstraints says so.
    pub(crate) fn is_authority(&self) -> bool {
        self.is_authority == Some(true)
    }

    /// Whether basicConstraints says that it is not a CA's.
    pub(crate) fn denies_authority(&self) -> bool {
        self.is_authority == Some(false)
    }

    /// Whether extKeyUsage allows a purpose: by saying nothing, by naming it, or by naming any.
    pub(crate) fn allows(&self, purpose: Oid<'_>) -> bool {
        self.purposes.as_ref().is_none_or(|purposes| {
            purposes
                .iter()
                .any(|it| *it == purpose || *it == oid::ANY_EXTENDED_KEY_USAGE)
        })
    }

    /// The names of those who issue CRLs about the certificate in its issuer's place (RFC 5280
    /// 4.2.1.13).
    pub(crate) fn crl_issuers(&self) -> impl Iterator<Item = Name<'a>> {
        let issuers = self
            .distribution_points
            .iter()
            .filter_map(|it| it.crl_issuer.as_ref());
        issuers.flatten().filter_map(|name| match name {
            GeneralName::Directory(name) => Some(*name),
            _ => None,
        })
    }
}
