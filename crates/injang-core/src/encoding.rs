//! Octets: the text forms in which they come, what kind of file they are, BER to DER, and the
//! primitive types of DER. Nothing here is judged.

pub mod armor;
pub(crate) mod ber;
pub(crate) mod der;
pub(crate) mod error;
pub(crate) mod oid;
pub(crate) mod other_format;
pub(crate) mod structure;
pub(crate) mod text;
pub(crate) mod text_form;
pub(crate) mod time;
pub(crate) mod tolerance;
