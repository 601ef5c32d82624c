//! The signed document: `SignedData` and `SignerInfo` (RFC 5652 5) as slices of its octets.

mod attributes;
pub(crate) mod document;
mod signed_data;
mod signer_info;

pub use attributes::{Attribute, Attributes};
pub use signed_data::{CertificateChoice, RevocationInfo, UnrecognisedCertificate};
pub use signer_info::{SignerIdentifier, SignerInfo};

pub(crate) use attributes::are_attributes;
pub(crate) use signed_data::SignedData;
