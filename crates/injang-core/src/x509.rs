//! Certificates, CRLs (RFC 5280) and OCSP responses (RFC 6960) as slices of the octets they came in.

mod addresses;
mod certificate;
mod crl;
mod crl_coverage;
mod distribution_point;
mod extension;
mod form;
mod general_name;
mod key_usage;
mod name;
mod name_constraints;
mod name_map;
#[cfg(feature = "count-work")]
mod name_work;
pub(crate) mod ocsp;
mod path_extensions;
mod policy_graph;
mod policy_qualifier;
mod reasons;
mod signed;

pub use addresses::Addresses;
pub use certificate::{Certificate, Validity};
pub use crl::{CertificateList, RevokedCertificate, ScopeField};
pub use extension::Extension;
pub use name::Name;
#[cfg(feature = "count-work")]
pub use name_work::octets_of_names;

pub(crate) use certificate::subject_key_identifier;
pub(crate) use crl::read_reason;
pub(crate) use crl_coverage::{CertificatePoints, Coverage, CrlPoint, ScopeRule};
pub(crate) use extension::Extensions;
pub(crate) use general_name::GeneralName;
pub(crate) use key_usage::KeyUsage;
pub(crate) use name_constraints::{JudgedName, NameConstraints, NameForm, NamePermission, is_host};
pub(crate) use name_map::{NameKey, NameMap};
pub(crate) use path_extensions::{CertificateDefect, PathExtensions};
pub(crate) use policy_graph::PolicyGraph;
pub(crate) use reasons::Reasons;
