//! Certificates as slices of the octets they came in (RFC 5280).

mod certificate;
mod extension;
mod name;

pub use certificate::{Certificate, Validity};
pub use extension::Extension;
pub use name::Name;

pub(crate) use extension::subject_key_identifier;
