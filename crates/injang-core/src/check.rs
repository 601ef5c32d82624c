//! The checks. Each file is one, pure, and knows nothing of its siblings; in which order they
//! stand, and that none is left out, is decided in `validation`.

pub(crate) mod content;
pub(crate) mod identity;
pub(crate) mod path_rules;
pub(crate) mod profile;
pub(crate) mod revocation;
pub(crate) mod signature;
pub(crate) mod signed_attributes;
